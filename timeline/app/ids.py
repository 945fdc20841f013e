"""The ids of the page's elements, each named once; ``assets/*.js`` and ``assets/*.css`` use the same words."""

from __future__ import annotations

# -- what the page knows ------------------------------------------------------------------------------------------
URL = "url"  # dcc.Location: the whole state
VIEW = "view"  # the state without the chosen claim, as a query string
CHOSEN = "chosen"  # id of the claim whose evidence is open, or ""
REVISION = "revision"  # version of the store; a new one draws everything anew
SCREEN = "screen"  # {"width", "height", "theme"} as the browser measures them
PICKED = "picked"  # {"claim", "n"}: a mark, row, link or key chose a claim
WINDOW = "window"  # {"start", "end", "n"}: the brush or a zoom chose days
ORDER = "order"  # visible claims in time order, for the arrow keys
NOTICE = "notice"  # what a screen reader is told
JOB = "job"  # the running import
JOB_TICK = "job-tick"
FIGURES = "figures"  # what page.js draws: timeline, tolls, overview, and a stamp of what they are of
DRAWN = "drawn"  # stamp of what is painted; the rest of the page follows it
COUNTS = "counts"  # claims for each value of the closed lists, written in by page.js
SMALL_LANES = "small-lanes"  # "together" or "apart"
GRID = "grid"  # true once the browser has the table's script
DATING = "dating"  # the dialog of an article's date was opened
RING = "ring"  # sink of the clientside callback that marks the chosen claim

# -- header ---------------------------------------------------------------------------------------------------------
TITLE = "page-title"
WORDS = "filter-words"
COUNT = "claim-count"
CLEAR = "clear-filters"
UNDO = "undo"
REDO = "redo"
THEME = "theme-toggle"
EXPORTS = "export-menu"
EXPORT_LINKS = "export-links"
DATED = "article-date"
TOAST = "toast"

# -- filters --------------------------------------------------------------------------------------------------------
RAIL = "rail"
TEXT = "f-text"
ACTORS = "f-actors"
ACTOR_MODE = "f-actor-mode"
ROLES = "f-roles"
EVENT_TYPES = "f-event-types"
ATTRIBUTIONS = "f-attributions"
PLACES = "f-places"
PRECISIONS = "f-precisions"
BASES = "f-bases"
STATUSES = "f-statuses"
DOCUMENTS = "f-documents"
QUANTITIES = "f-quantities"
START = "f-start"
END = "f-end"
WINDOW_ERROR = "f-window-error"

# -- middle ---------------------------------------------------------------------------------------------------------
LANES = "lanes-by"
LANE_ORDER = "lanes-order"
TAB = "tab"
CHART_PANE = "chart-pane"
TIMELINE = "timeline"
TOLLS = "tolls"
OVERVIEW = "overview"
WHOLE_SPAN = "whole-span"
MAP = "map"
TOLLS_BOX = "tolls-box"
MAP_PANE = "map-pane"
MAP_ASKED = "map-asked"  # the view to draw as a map, set by places.js while that tab is open
MAP_FIGURE = "map-figure"
MAP_HINT = "map-hint"
MAP_LIST = "map-list"
TABLE_PANE = "table-pane"
TABLE_HOLDER = "table-holder"
TABLE = "table"
TABLE_HINT = "table-hint"
REVIEW_PANE = "review-pane"
UNDATED = "undated"
EMPTY = "empty"

# -- evidence -------------------------------------------------------------------------------------------------------
EVIDENCE = "evidence"
EVIDENCE_BODY = "evidence-body"
CLOSE = "evidence-close"
EDIT_DATE = "edit-date"
EDIT_TYPE = "edit-type"
EDIT_ACTORS = "edit-actors"
EDIT_PLACES = "edit-places"
EDIT_SOURCE = "edit-source"
EDIT_LOW = "edit-low"
EDIT_HIGH = "edit-high"
EDIT_NOTE = "edit-note"
EDIT_SAVE = "edit-save"
EDIT_ERROR = "edit-error"

# -- the story
STORY = "story"  # [{"claim", "when", "what", "caption"}], kept by the browser
STORY_DIALOG = "story-dialog"
STORY_TITLE = "story-title"
STORY_LIST = "story-list"  # filled by story.js
STORY_HTML = "story-html"
STORY_JSON = "story-json"
STORY_ERROR = "story-error"
STORY_FILE = "story-file"

# -- articles side by side
COMPARISON = "comparison"
COMPARE_ASKED = "compare-asked"  # two articles or more are chosen

# -- saved views
VIEWS = "saved-views"
VIEWS_ASKED = "views-asked"  # the list was opened
VIEW_LIST = "view-list"
VIEW_NAME = "view-name"
VIEW_SAVE = "view-save"
VIEW_ERROR = "view-error"

# -- actors made one, or one made two
ACTORS_DIALOG = "actors-dialog"
SAME_ASKED = "same-asked"  # the dialog was opened
SAME_ACTORS = "same-actors"
SAME_NAME = "same-name"
SAME_SAVE = "same-save"
SAME_ERROR = "same-error"
SPLIT_ACTOR = "split-actor"
SPLIT_PARTS = "split-parts"
SPLIT_NAME = "split-name"
SPLIT_SAVE = "split-save"
SPLIT_ERROR = "split-error"

# -- a claim of the reader's own
OWN_MAKE = "own-make"  # the button beside selected words
OWN_FORM = "own-form"
OWN_SPAN = "own-span"  # {"start", "end", "text"}: the words selected, in code points of the document
OWN_WORDS = "own-words"
OWN_DATE = "own-date"
OWN_TYPE = "own-type"
OWN_ACTORS = "own-actors"
OWN_NUMBER = "own-number"
OWN_KIND = "own-kind"
OWN_SOURCE = "own-source"
OWN_SAVE = "own-save"
OWN_ERROR = "own-error"

# -- adding and dating ----------------------------------------------------------------------------------------------
ADD_DIALOG = "add-dialog"
ADD_TEXT = "add-text"
ADD_TITLE = "add-title"
ADD_DATE = "add-date"
ADD_SAVE = "add-save"
ADD_URL = "add-url"
ADD_FETCH = "add-fetch"
ADD_DROP = "add-drop"
ADD_ERROR = "add-error"
ADD_PROGRESS = "add-progress"
DATE_DIALOG = "date-dialog"
DATE_DOCUMENT = "date-document"
DATE_VALUE = "date-value"
DATE_SAVE = "date-save"
DATE_ERROR = "date-error"
DATE_NOW = "date-now"
HELP_DIALOG = "help-dialog"
