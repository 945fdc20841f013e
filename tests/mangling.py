"""Files as they are after a broken download, a wrong editor or an unlucky disk; the same for the same seed."""

from __future__ import annotations

import random
import re

BYTES = (b'"', b"\n", b"\r", b"\x00", b",", b"\t", b";", b"\xff\xfe", b"9" * 22, b"nan", b"inf", b"-1", b"1e999", b"{", b"[", b"]",
         b"null", "٣".encode(), "²".encode())  # fmt: skip
CELLS = ("", " ", '"', "'", "9" * 22, "nan", "inf", "-inf", "1e999", "-1", "0", "²", "٣", "NULL", "None", "2013-02-30", "99/99/9999",
         "0001-01-01", "9999-12-31", "10000-01-01", "-500", "1,2", "1.234,5", "\x00", "\x1f", "\u2028", "a" * 5000, "; ; ;", "=1+1",
         "[]", "{}", "true", "1970-01-01", "٢٠١٣-٠٣-٠١", "2013", "..", "2013/..", "1" * 400)  # fmt: skip
VALUES = (
    "null",
    "1",
    "-1",
    "1e999",
    "[]",
    "{}",
    '"x"',
    "true",
    "[1]",
    '{"a":1}',
    '""',
    "9" * 20,
    '"2013-02-30"',
    '"\\ud800"',
    "NaN",
)
_VALUE = re.compile(r'"[^"]*"|-?\d+(?:\.\d+)?|null|true|false')


def mangled(data: bytes, seed: int) -> bytes:
    """The bytes with some cut off, changed, doubled or put in."""
    luck = random.Random(seed)
    made = bytearray(data)
    for _ in range(luck.choice((1, 1, 2, 4, 16))):
        if not made:
            break
        at, other = luck.randrange(len(made)), luck.randrange(len(made))
        match luck.randrange(6):
            case 0:
                del made[at:]
            case 1:
                made[at] = luck.randrange(256)
            case 2:
                del made[at : at + luck.randrange(1, 40)]
            case 3:
                made[at:at] = made[other : other + luck.randrange(1, 80)]
            case 4:
                made[at:at] = luck.choice(BYTES)
            case 5:
                made[min(at, other) : max(at, other)] = b""
    return bytes(made)


def spoilt(text: str, seed: int) -> str:
    """JSON with other values in places, or a table with other cells, a line doubled or lost."""
    luck = random.Random(seed)
    for _ in range(luck.choice((1, 1, 2, 3, 8))):
        if text[:1] in "{[":
            found = luck.choice(list(_VALUE.finditer(text)) or [None])
            text = text[: found.start()] + luck.choice(VALUES) + text[found.end() :] if found else text
            continue
        sign = "," if text.count(",") > text.count("\t") else "\t"
        lines = text.split("\n")
        at = luck.randrange(len(lines))
        cells = lines[at].split(sign)
        cells[luck.randrange(len(cells))] = luck.choice(CELLS)
        lines[at] = sign.join(cells)
        if luck.random() < 0.1:
            lines.insert(luck.randrange(len(lines)), luck.choice(lines))
        if luck.random() < 0.1:
            lines.pop(luck.randrange(len(lines)))
        text = "\n".join(lines)
    return text
