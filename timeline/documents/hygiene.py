"""What may be done to text: nothing to text stored as read, repairs to text that this tool drew out of a format.

Offsets are promised to point into a plain file or corpus text as its owner has it, so such text is never repaired;
``searchable`` gives finders a view with the same length and the same offsets. Text drawn out of HTML, PDF, Word or
mail is ours from the start and may be mended before it is stored. Owns ftfy.
"""

from __future__ import annotations

import re
from functools import lru_cache

import ftfy

_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), " ")
_DASHES = {0x2010: "-", 0x2011: "-", 0x2012: "–", 0x2212: "-"}
_ONE_FOR_ONE = _SPACES | _UNSEEN | _DASHES
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), None)
_REPAIRS = ftfy.TextFixerConfig(uncurl_quotes=False, fix_latin_ligatures=True, fix_character_width=False,
                                normalization=None, explain=False, unescape_html=False)  # fmt: skip
_BLANKS = re.compile(r"[ \t]+(?=\n|\Z)")
_GAPS = re.compile(r"\n{3,}")


@lru_cache(maxsize=4)
def searchable(text: str) -> str:
    """The same text with every odd space a space and every odd hyphen ``-``: equal length, equal offsets."""
    return text.translate(_ONE_FOR_ONE)


def mend(text: str) -> str:
    """Text drawn out of a format, before it is stored: mojibake undone, odd spaces plain, soft hyphens dropped."""
    fixed = ftfy.fix_text(text.replace("\r\n", "\n").replace("\r", "\n"), _REPAIRS)
    fixed = fixed.translate(_SPACES | _DROPPED)
    return _GAPS.sub("\n\n", _BLANKS.sub("", fixed)).strip("\n ")
