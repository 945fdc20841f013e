"""Closed word classes that the actor rules lean on."""

from __future__ import annotations

from timeline.lexicon.words import word_class

SPEECH = word_class("speech")

# What only an actor does: a country or capital before one of these is a government.
DEEDS = word_class("deeds")

LOCATIVE = word_class("locative")

DETERMINERS = word_class("determiners")

COUNTS = word_class("counts")

# Adjectives that may stand between a side and its force without naming a side themselves.
QUALIFIERS = word_class("qualifiers")

HELD = word_class("held")
BACKED = word_class("backed")

FOLLOWING = word_class("following")
STAFF = word_class("staff")
SPEAKERS = word_class("speakers")
REPORTERS = word_class("reporters")

# Titles before a name. "office": the holder speaks as himself; "speaker": he speaks for the body named beside him.
TITLES = word_class("titles")
OFFICES = word_class("offices")

GROUP_NOUNS = word_class("group-nouns")
GROUP_OPENERS = word_class("group-openers")
NAME_PARTICLES = word_class("name-particles")
NOT_NAMES = word_class("not-names")
