"""English as data: which word is of which class, and what it is worth. A second language is another such module.

Classes are what rule patterns name in capitals (``grammar.py``). A word may be of several: ``second`` is an ordinal
and a unit. Words in ``CAPITAL_ONLY`` count only when written with a capital letter: ``May`` is a month, ``may`` a verb.
"""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september":
    9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12, "agust": 8, "febuary": 2,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mon": 0,
    "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
WEEKDAY_PLURALS = {
    "mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4, "saturdays": 5, "sundays": 6,
}  # fmt: skip
CAPITAL_ONLY = frozenset((
    "may", "march", "mar", "sat", "sun", "mon", "wed", "fri", "dec", "jan", "august", "sep", "oct", "nov", "apr",
    "jun", "jul", "aug", "feb", "tue", "thu", "thur", "easter", "ides", "gmt", "est", "edt", "cst", "pst", "utc",
    "bst", "cet",
))  # fmt: skip
UPPER_ONLY = frozenset(("ad", "ce", "bc", "bce", "a.d", "a.d.", "c.e.", "b.c", "b.c.", "b.c.e."))
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
FALL = {"fall": "FA"}  # also "the fall of Saigon": rules ask for more
UNITS = {
    "second": "TS", "seconds": "TS", "minute": "TM", "minutes": "TM", "min": "TM", "mins": "TM", "hour": "TH",
    "hours": "TH", "hr": "TH", "hrs": "TH", "day": "D", "days": "D", "week": "W", "weeks": "W", "fortnight": "FN",
    "fortnights": "FN", "weekend": "WE", "weekends": "WE", "month": "M", "months": "M", "quarter": "Q", "quarters":
    "Q", "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y", "decade": "DE", "decades": "DE", "century": "CE",
    "centuries": "CE", "night": "NI", "nights": "NI", "millennium": "ML", "millennia": "ML",
}  # fmt: skip
PLURAL_UNITS = frozenset(w for w in UNITS if w.endswith("s") or w in ("millennia", "min", "hr"))
PARTS_OF_DAY = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO", "daybreak": "TMO",
    "sunrise": "TMO", "dusk": "TEV", "sunset": "TEV", "nightfall": "TNI", "midday": "T12:00", "noon": "T12:00",
    "midnight": "T24:00", "midmorning": "TMO", "midafternoon": "TAF", "lunchtime": "TMI", "daytime": "TDT",
    "nighttime": "TNI", "mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI",
}  # fmt: skip
NUMBER_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty":
    60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth":
    16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
ADVERB_SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "TNI", "everyday": "P1D", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
}  # fmt: skip
ZONES = frozenset(
    (
        "gmt",
        "utc",
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "bst",
        "cet",
        "cest",
        "eet",
        "eest",
        "ist",
        "msk",
    )
)
ZONE_OFFSETS = {
    "gmt": 0, "utc": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
}  # fmt: skip

# class → {word: worth}
CLASSES: dict[str, dict[str, object]] = {
    "MON": dict(MONTHS),
    "WD": dict(WEEKDAYS),
    "WDS": dict(WEEKDAY_PLURALS),
    "SEASON": dict(SEASONS),
    "FALL": dict(FALL),
    "UNIT": dict(UNITS),
    "UNITS": {w: UNITS[w] for w in PLURAL_UNITS},
    "UNIT1": {w: u for w, u in UNITS.items() if w not in PLURAL_UNITS},
    "POD": dict(PARTS_OF_DAY),
    "NUMW": dict(NUMBER_WORDS),
    "ORD": dict(ORDINALS),
    "DECW": dict(DECADE_WORDS),
    "ADVSET": dict(ADVERB_SETS),
    "ZONE": dict.fromkeys(ZONES, 0),
    "DET": dict.fromkeys(("the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our",
    "my"), 0),
    # "last" and "next" count from the document (or, in a history, from the story); these only from the story.
    "PREV": dict.fromkeys(("previous", "preceding", "prior"), -1),
    "NEXT": dict.fromkeys(("following", "subsequent", "ensuing", "succeeding"), 1),
    "COMING": dict.fromkeys(("coming", "upcoming"), 1),
    "EARLYW": dict.fromkeys(("early", "earlier"), "START"),
    "LATEW": dict.fromkeys(("late", "later"), "END"),
    "STARTW": dict.fromkeys(("beginning", "start", "onset", "outset", "opening"), "START"),
    "ENDW": dict.fromkeys(("end", "close", "conclusion"), "END"),
    "MIDW": dict.fromkeys(("middle", "midst"), "MID"),
    "ABOUTW": dict.fromkeys(("about", "around", "approximately", "roughly", "circa", "some"), "APPROX"),
    "NEARLYW": dict.fromkeys(("nearly", "almost"), "LESS_THAN"),
    "OVERW": dict.fromkeys(("over",), "MORE_THAN"),
    "CA": dict.fromkeys(("ca", "c", "circa"), "APPROX"),
    "AMPM": dict.fromkeys(("am", "pm", "a.m", "p.m", "a.m.", "p.m."), 0),
    "BC": dict.fromkeys(("bc", "bce", "b.c", "b.c.", "b.c.e."), -1),
    "AD": dict.fromkeys(("ad", "ce", "a.d", "a.d.", "c.e."), 1),
    # An adjective that may stand between a number and its unit: "two bloody weeks".
    "ADJ": dict.fromkeys((
        "bloody", "brutal", "long", "short", "full", "whole", "entire", "straight", "consecutive", "successive", "more",
        "hard", "difficult", "turbulent", "crucial", "critical", "bitter", "peaceful", "calendar", "terrible", "single",
        "solid", "additional", "extra", "further", "other", "grueling", "gruelling", "tense", "quiet", "violent",
        "fiscal",
        "academic", "crowded", "intense", "relatively", "deadly", "chaotic", "painful", "trading", "business",
        "working",
    ), 0),
}  # fmt: skip

# Nouns after a four-digit number that make it a count, not a year.
COUNTED = frozenset((
    "people", "troops", "soldiers", "men", "women", "children", "civilians", "fighters", "rebels", "militants",
    "refugees", "residents", "prisoners", "casualties", "dead", "deaths", "killed", "wounded", "injured", "victims",
    "members", "officers", "police", "protesters", "demonstrators", "families", "homes", "houses", "buildings",
    "villages", "tanks", "aircraft", "planes", "ships", "vehicles", "guns", "rifles", "rounds", "shells", "bombs",
    "missiles", "rockets", "tons", "tonnes", "kg", "kilograms", "pounds", "lb", "lbs", "km", "kilometers",
    "kilometres", "miles", "metres", "meters", "feet", "ft", "yards", "m", "mm", "cm", "hp", "horsepower",
    "dollars", "euros", "percent", "per", "points", "degrees", "hectares", "acres", "square", "cubic", "barrels",
    "litres", "liters", "times", "others", "workers", "jobs", "students", "pages", "strong", "cavalry", "infantry",
    "infantrymen", "hoplites", "horsemen", "volunteers", "recruits", "marines", "sailors", "knots", "megawatts",
    "mw", "kw", "rpm", "mph", "kph", "ad", "votes", "seats", "cases", "migrants", "employees", "delegates",
    "pieces", "artillery", "warships", "boats", "insurgents", "guerrillas", "hostages", "detainees", "bodies",
    "ducats", "talents", "livres", "francs", "marks", "rubles", "roubles", "yen", "pesos", "yuan", "rupees",
    "shekels", "hours", "minutes", "seconds", "days", "weeks", "months", "years",
))  # fmt: skip

# How an amount is written: digits, words, "a few", "half a"; a piece of rule patterns (``grammar.py``).
QTY = (
    "(NUM (DASH|to|or) NUM|NUM|NUMW (DASH? and? NUMW){0,4}|LPAR (NUM|NUMW) RPAR"
    "|NUMW LPAR NUM RPAR|NUMW (to|or) NUMW|(a|an)|another|a? few|several|some|many"
    "|a? couple of?|dozens of|scores of|half (a|an)|NUMW and a half|(NUM|a) and a half)"
)

# Events that a text dates and counts from ("two days after the invasion"); what lasts is dated by its beginning.
EVENT_NOUNS = frozenset((
    "invasion", "coup", "attack", "bombing", "siege", "offensive", "war", "massacre", "battle", "revolution",
    "uprising", "ceasefire", "truce", "explosion", "blast", "earthquake", "quake", "election", "elections", "strike",
    "protests", "operation", "assault", "raid", "assassination", "killing", "killings", "crash", "capture",
    "liberation", "annexation", "referendum", "blockade", "fighting", "conflict", "intervention", "rebellion",
    "genocide", "landing", "landings", "evacuation", "airstrike", "shelling", "hijacking", "campaign", "standoff",
    "hostilities", "occupation", "shooting", "ambush", "armistice", "surrender", "vote", "flood", "storm",
))  # fmt: skip
LASTING_NOUNS = frozenset((
    "siege", "offensive", "war", "revolution", "uprising", "ceasefire", "truce", "strike", "protests", "operation",
    "blockade", "fighting", "conflict", "intervention", "rebellion", "genocide", "campaign", "standoff",
    "hostilities", "occupation", "evacuation", "shelling", "battle", "invasion",
))  # fmt: skip
BEGIN_WORDS = frozenset((
    "began", "begun", "begins", "started", "starts", "erupted", "broke", "launched", "declared", "imposed", "outbreak",
    "start", "onset", "beginning", "opened", "invaded",
))  # fmt: skip
EVENT_VERBS = {
    "invaded": "invasion", "bombed": "bombing", "assassinated": "assassination", "annexed": "annexation",
    "massacred": "massacre", "crashed": "crash", "exploded": "explosion", "hijacked": "hijacking",
    "surrendered": "surrender", "ambushed": "ambush", "besieged": "siege",
}  # fmt: skip
