"""Makes the font of the pictures: Noto Sans SC with the signs that Chinese teams write.

    pip download --no-deps zhplot==1.0.0 zhon==2.1.1 && pip install fonttools
    python docs/make_font.py zhplot-1.0.0-py3-none-any.whl zhon-2.1.1-py3-none-any.whl

The first wheel holds the font with its licence (SIL OFL 1.1), the second the signs of the
dictionary CC-CEDICT, which has the rare ones of names that GB 2312 lacks.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "bot" / "render" / "fonts"
_INSIDE = "zhplot/fonts/"
# Latin with its accents, punctuation, arrows, mathematical and geometric signs, full-width forms.
_BLOCKS = (
    range(0x20, 0x250),
    range(0x2010, 0x2040),
    range(0x20A0, 0x20C0),
    range(0x2100, 0x2200),
    range(0x2200, 0x2270),
    range(0x2460, 0x2500),
    range(0x25A0, 0x2670),
    range(0x3000, 0x3100),
    range(0xFF00, 0xFFF0),
)
# Signs of the «Table of General Standard Chinese Characters» in names that the dictionary lacks.
_NAMES = "骉婳頔䶮㛃㑇㮾䲟䴔䴖䴗䴘䴙𬱖𬍛𬭎𬬱𬸪𫘧𫖮"
# Tables for what the plain layout does not use, and hints, which nobody sees at these sizes.
_UNUSED = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "VORG", "DSIG"]


def main() -> None:
    """Write the subset and the licence into the package."""
    zhplot, zhon = map(Path, sys.argv[1:3])
    sys.path.insert(0, str(zhon))
    from zhon import cedict

    with zipfile.ZipFile(zhplot) as wheel:
        font = TTFont(io.BytesIO(wheel.read(f"{_INSIDE}NotoSansSC-Regular.ttf")))
        licence = wheel.read(f"{_INSIDE}OFL.txt")
    wanted = {ord(sign) for sign in cedict.all} | set(_gb2312()) | set(map(ord, _NAMES))
    wanted.update(*_BLOCKS)
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    options.drop_tables += _UNUSED
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    # Always the same bytes from the same font.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    FONTS.mkdir(exist_ok=True)
    font.save(FONTS / "NotoSansSC-Subset.ttf")
    (FONTS / "OFL.txt").write_bytes(licence)


def _gb2312() -> Iterator[int]:
    """The code points of GB 2312, Han signs and others."""
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            sign = bytes((high, low)).decode("gb2312", "ignore")
            if sign:
                yield ord(sign)


if __name__ == "__main__":
    main()
