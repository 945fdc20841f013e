"""Countries as places: "in Syria" and "Syria's war" say where, "Syria's president" and "envoy to Syria" do not."""

from __future__ import annotations

import re

from timeline.lexicon.fold import fold
from timeline.lexicon.governments import country_words
from timeline.lexicon.words import word_class

_OFFICES = word_class("country-office")
_LINKS = word_class("country-office-link")
_WHERE = word_class("country-where")
_WEAK_WHERE = word_class("country-weak-where")
_FLIGHT = word_class("country-flight")
_OWN = word_class("country-own")
_MONTHS = word_class("place-stop")
_TITLES = word_class("country-title")


def country_is_place(text: str, start: int, end: int, *, main: bool) -> bool:
    """Whether a country's name says where: "in Syria", "Syria's war"; not "Syria's president", "envoy to Syria"."""
    before = _words_before(text, start)
    if len(before) > 1 and before[-1] in _LINKS and _OFFICES & set(before[-3:-1]):
        return False
    possessive = re.match(r"['’]?s\b\s*", text[end : end + 4])
    if possessive:
        after = text[end + possessive.end() : end + 40].split()[:2]
        lows = [word.lower().strip(".,") for word in after]
        if not (main and lows) or lows[0] in _TITLES:
            return False
        return bool(_OWN & set(lows)) or lows[0].endswith("most") or after[0][0].isupper()
    following = re.match(r"\s+([A-Z]\w+)", text[end : end + 30])
    if following and following[1].lower() in _TITLES:
        return False
    if re.search(r"\w, $", text[max(0, start - 3) : start]) and _after_place(text, start):
        return True
    if not before or before[-1] not in _WHERE:
        return False
    return main or before[-1] not in _WEAK_WHERE or (before[-1] == "to" and bool(_FLIGHT & set(before[-4:-1])))


def _after_place(text: str, start: int) -> bool:
    """Whether the word before the comma is a capitalised name and no country: "Mahbes, Western Sahara"."""
    word = re.split(r"[\s,]+", text[max(0, start - 40) : start].rstrip(", "))[-1]
    return word[:1].isupper() and fold(word) not in country_words() and word.lower() not in _MONTHS


def _words_before(text: str, start: int) -> list[str]:
    """The last words before an offset in its sentence part, lower case, articles left out."""
    tail = re.split(r"[.;:\n]", text[max(0, start - 60) : start])[-1]
    return [word for word in tail.lower().replace(",", " and ").split() if word != "the"]
