"""A speaker who stands after his verb: "…", said Rami Abdel Rahman."""

from __future__ import annotations

from timeline.extract.attribution.cue import Cue, Phrase
from timeline.extract.attribution.objects import sources_after
from timeline.extract.attribution.sentence import Sentence
from timeline.extract.attribution.shape import find_content
from timeline.extract.attribution.words import source_nouns, verbs, words


def inverted(sentence: Sentence, n: int, kind: str, floor: int) -> Cue | None:
    """The words "…", said Rami Abdel Rahman; and without any mark where marks were lost."""
    if kind not in ("say", "that") or n == 0:
        return None
    previous = sentence.tokens[n - 1]
    marked = previous.kind == "quote" or previous.low == ","
    if not marked and (
        sentence.low(n) not in {"said", "says", "added", "reported", "tweeted", "wrote", "announced", "confirmed"}
        or n - floor < 5
        or previous.low in words("adverb") | words("auxiliary") | words("pronoun")
    ):
        return None
    phrase = sources_after(sentence, n + 1)
    if (
        phrase is None
        or not _direct(sentence, n + 1, phrase)
        or not (previous.kind == "quote" or sentence.tokens[n - 2].kind == "quote" or _closes(sentence, phrase.stop))
    ):
        return None
    if sentence.low(n + 1) in words("pronoun") and previous.kind != "quote" and sentence.tokens[n - 2].kind != "quote":
        return None
    if not marked and (sentence.low(n + 1) in words("pronoun")):
        return None
    if not marked and phrase.sources[0].rank == "name" and " " not in phrase.sources[0].name:
        return None
    return Cue(n, phrase.stop, (n, n + 1), phrase.sources, "backward", phrase.stop, "inverted")


def _closes(sentence: Sentence, n: int) -> bool:
    """Whether what follows the speaker at ``n`` is no clause of his: the end, "in a statement", an apposition."""
    after = find_content(sentence, n, "say")
    rest = sentence.tokens[n:]
    if (
        len(rest) < 9
        and sentence.low(n) in words("preposition")
        and not any(t.low in words("be") | words("auxiliary") or t.low in verbs() or t.low.endswith("ed") for t in rest)
    ):
        return True
    if sentence.low(after).endswith("ing") or sentence.low(n) == "(":
        return True
    return (
        sentence.low(n) in words("inverted-stop") | {""}
        or sentence.low(after) in words("inverted-stop") | {""}
        or (sentence.low(n) in source_nouns() or sentence.low(n) in {"the", "from", "of"})
    )


def _direct(sentence: Sentence, n: int, phrase: Phrase) -> bool:
    """Whether the noun phrase begins at ``n`` with its own words: not "said killed several soldiers"."""
    start = phrase.sources[0].span.start
    fitting = words("determiner") | words("loose") | words("qualifier") | words("title")
    lead = [t for t in sentence.tokens[n : phrase.stop] if t.end <= start]
    return all(
        t.capital or t.low == "," or t.possessive or t.actor is not None or t.low in fitting or t.low in source_nouns()
        for t in lead
    )
