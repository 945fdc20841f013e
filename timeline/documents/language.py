"""The language of a text by py3langid; this module owns that library."""

from __future__ import annotations

from functools import cache
from typing import Any

_SAMPLE = 1200  # characters; as sure as the whole of an article, at a third of the time
_ENOUGH_LETTERS = 60  # below this a headline in English is as often called something else
_SURE = 0.8


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - the model takes half a second to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(text: str, default: str = "en") -> str:
    """ISO 639-1 code of the text's language; ``default`` for short texts and where the model is not sure."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _ENOUGH_LETTERS:
        return default
    code, sure = _identifier().classify(sample)
    return str(code) if sure >= _SURE else default
