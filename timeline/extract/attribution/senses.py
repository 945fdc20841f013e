"""Senses of verbs that also say: "claimed the lives of", "told to leave", "maintained a presence" are no speech."""

from __future__ import annotations

from timeline.extract.attribution.sentence import Sentence
from timeline.extract.attribution.words import verbs, words

_THAT = frozenset({"that", ":", "it", "they", "he", "she", "there", "we", "how", "why", "what", "whether"})
_ENDS = frozenset({"", ".", ",", "!", "?", ";"})
_TOLLS = frozenset({"toll", "figure", "number", "count", "losses", "casualties", "dead", "total", "tally"})
_KILLED = frozenset(
    {"killed", "deaths", "death", "dead", "casualties", "cases", "attacks", "strikes", "raids", "incidents"}
)
_NOT_SPOKEN = frozenset({"no", "rise", "way", "birth", "up", "in", "chase", "notice", "permission"})


def speaks(sentence: Sentence, n: int, kind: str, content: int) -> bool:
    """Whether the verb at ``n`` is one of saying here, by what follows it; its content begins at ``content``."""
    low, following = sentence.low(n), sentence.low(n + 1)
    window = [sentence.low(k) for k in range(n + 1, n + 10)]
    if following in ("itself", "himself", "herself", "themselves"):
        return False
    numbers = any(w[:1].isdigit() or w in words("number") for w in window)
    if low in ("claimed", "claims", "claim", "claiming"):
        return (
            not ({"life", "lives"} & set(window[:6]))
            and following not in ("from", "by")
            and window[:3] != ["to", "have", "been"]
        )
    if kind == "tell":
        if _ordered(sentence, n):
            return False
        if low == "briefed" and following in ("on", "by", "in"):
            return False
        return (
            following not in ("to", "") and sentence.low(content) != "to" and not (low != "told" and following == "of")
        )
    if kind == "call":
        if following in ("it", "them", "him") or "“" in window[:4] or '"' in window[:4]:
            return True
        return following in ("for", "on", "upon") or (low == "calls" and following not in _ENDS)
    if kind == "put":
        return bool(_TOLLS & set(window[:6])) and following not in _NOT_SPOKEN and (low[0] == "p" or numbers)
    if kind == "count":
        return bool(_KILLED & set(window)) or numbers
    if kind == "show":
        return following not in ("up", "off", "no")
    if low in ("accused", "blamed", "charged"):
        return following not in ("of", "for", "with", "by", "in", "")
    if low in (
        "rejected",
        "dismissed",
        "disputed",
        "reject",
        "rejects",
        "dismiss",
        "dismisses",
        "dispute",
        "disputes",
        "detailed",
    ):
        return bool(words("opinion-object") & set(window[:5]))
    if low in ("described", "describe", "describes"):
        return "as" in window
    if low in ("denied", "denies", "deny"):
        return following not in words("force-verb") and following != "by"
    if low in ("state", "states"):
        return following in _THAT
    if low in {"demanded", "demands"}:
        return following not in ("by", "")
    if low in ("asked", "asks", "ask") and following not in _THAT | _ENDS:
        return following not in ("to", "not") and ("to" in window[:5] or following == "for")
    if low in ("responded", "replied", "responds", "replies") and following == "to":
        return False
    if low == "found":
        return following in ("that", ":")
    if kind == "that":
        return _that(sentence, content)
    return not (low in ("reported", "report") and window[:2] == ["for", "duty"])


def _ordered(sentence: Sentence, n: int) -> bool:
    """Whether someone is told to do something: "told the envoy to leave"."""
    for k in range(n + 1, n + 8):
        low = sentence.low(k)
        if low == "to":
            return sentence.low(k + 1) not in words("determiner") and sentence.low(k + 1) not in words("time")
        if low in words("be") | words("auxiliary") | words("preposition") | {
            "that",
            ",",
            "",
            "it",
            "he",
            "she",
            "they",
            ".",
        }:
            return False
        if sentence.tokens[k].kind == "quote":
            return False
    return False


def _that(sentence: Sentence, content: int) -> bool:
    """Whether a clause or a quotation follows, or the sentence ends; a promise also goes on with "to"."""
    low = sentence.low(content)
    if low == "to" and sentence.low(content - 1) in words("promise") | words("time"):
        return any(sentence.low(k) in words("promise") for k in range(max(0, content - 3), content))
    if low in _THAT | _ENDS:
        return True
    token = sentence.tokens[content]
    if token.kind == "quote":
        return True
    reach = 24 if sentence.low(content - 1) == "added" else 9
    return any(sentence.low(k) in words("be") | words("auxiliary") for k in range(content + 1, content + reach)) and (
        low not in words("preposition")
    )


def is_noun(sentence: Sentence, n: int) -> bool:
    """Whether a form like "reports", "claims" is a noun here: "rebel reports and said", "media reports said"."""
    low = sentence.low(n)
    if low not in {"reports", "report", "claims", "claim", "calls", "call", "estimates", "estimate", "accounts", "documents",
                   "records", "counts", "lists", "charges", "comments", "comment", "notes", "note", "shows", "show",
                   "states", "demand", "demands", "quotes", "fears", "fear", "promise", "promises", "suspects", "suspect",
                   "remark", "remarks", "protest", "protests", "appeal", "appeals", "response", "threat", "complaint"}:  # fmt: skip
        return False
    following = sentence.low(n + 1)
    if following in verbs() and verbs()[following].tense != "gerund":
        return True
    if following in words("be") | words("auxiliary") | {"of", "from", "about", "and", "or"}:
        return True
    if following in words("preposition") and low not in {"calls", "call"}:
        return True
    before = sentence.tokens[n - 1] if n else None
    if before is None:
        return True
    if not low.endswith("s"):
        plural = before.low.endswith("s") or before.low in words("plural") or before.kind in ("mark", "quote")
        return not plural
    noun = before.low.rsplit(maxsplit=1)[-1]
    return noun in words("singular-noun") and not before.capital and sentence.low(n - 2) not in words("determiner")
