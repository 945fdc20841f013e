"""Make the shipped web fonts and the table of character widths from Noto Sans (OFL 1.1); needs fonttools and brotli.

Run as ``python make_fonts.py FOLDER_WITH_NOTO_TTF`` in ``assets/fonts``.
"""

import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7F),
    (0xA0, 0x250),
    (0x300, 0x530),
    (0x1E00, 0x2000),
    (0x2010, 0x2060),
    (0x20A0, 0x20C0),
    (0x2190, 0x2194),
]


def main(folder: Path) -> None:
    """Write one woff2 for each weight and one JSON table of advance widths in thousandths of an em."""
    table = {}
    for weight in ("Regular", "Bold"):
        source = folder / f"NotoSans-{weight}.ttf"
        font = TTFont(source)
        cmap, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        points = [p for low, high in RANGES for p in range(low, high) if p in cmap]
        table[weight.lower()] = {chr(p): round(widths[cmap[p]][0] * 1000 / em) for p in points}
        options = subset.Options(flavor="woff2", layout_features=["kern", "mark", "mkmk", "liga", "ccmp", "locl"])
        cut = subset.Subsetter(options)
        cut.populate(unicodes=points)
        cut.subset(font)
        font.flavor = "woff2"
        font.save(f"noto-sans-{weight.lower()}.woff2")
    Path("noto-sans-widths.json").write_text(json.dumps(table, ensure_ascii=True, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
