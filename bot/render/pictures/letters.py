"""Words for pictures: measured, cut to a width, and kept as drawn so that warm pictures are quick.

One glyph costs 0.1 ms to draw and 3 µs to put where it belongs, and teams write the same names and
digits over and over.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.render.pictures.turns import Turns

# Glyphs that are kept: all that a hundred members and some headings need, 2 KB each.
KEPT = 3000
_ELLIPSIS, _DOT = "…", "·"
# How far the middle of digits and Han signs is above the baseline, in parts of the size.
_MIDDLE = 0.37
# Strokes around thin letters make bold ones, in parts of the size.
_BOLD = 0.018


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter that was drawn; `left` and `top` are from the pen on the baseline."""

    mask: Image.Image | None
    left: int
    top: int
    advance: float


class Letters:
    """Letters of some fonts, the first that has a letter gives it. For one thread."""

    def __init__(self, fonts: Sequence[Path], turns: Turns) -> None:
        self._fonts = tuple(fonts)
        self._turns = turns
        self._faces: dict[tuple[Path, int], ImageFont.FreeTypeFont] = {}
        self._glyph = lru_cache(maxsize=KEPT)(self._drawn)
        self._font_of = lru_cache(maxsize=KEPT)(self._found)

    def width(self, words: str, size: int, *, bold: bool = False) -> int:
        """How many pixels wide the words are."""
        return round(sum(self._glyph(sign, size, bold).advance for sign in words))

    def fitted(self, words: str, size: int, width: int, *, bold: bool = False) -> str:
        """The words, cut with … where they are wider than that."""
        if self.width(words, size, bold=bold) <= width:
            return words
        room = width - self._glyph(_ELLIPSIS, size, bold).advance
        kept = ""
        for sign in words:
            room -= self._glyph(sign, size, bold).advance
            if room < 0:
                break
            kept += sign
        return kept.rstrip() + _ELLIPSIS

    def mask(self, words: str, size: int, *, bold: bool = False) -> tuple[Image.Image, int, int]:
        """The words as coverage, and where it lies from the left end at their middle height."""
        glyphs = [self._glyph(sign, size, bold) for sign in words]
        pad = size // 4
        width = round(sum(glyph.advance for glyph in glyphs)) + 2 * pad
        image = Image.new("L", (width, round(size * 1.5)))
        baseline = round(size * 1.1)
        pen = float(pad)
        for glyph in glyphs:
            if glyph.mask is not None:
                image.paste(255, (round(pen) + glyph.left, baseline + glyph.top), glyph.mask)
            pen += glyph.advance
        return image, -pad, round(_MIDDLE * size) - baseline

    def readable(self, words: str) -> str:
        """The words without what no font can draw: emoji and their joiners go, fancy letters become
        plain ones, and letters of other scripts a star.
        """
        kept = "".join(self._readable(sign) for sign in unicodedata.normalize("NFC", words))
        return " ".join(kept.split())

    def _readable(self, sign: str) -> str:
        if sign.isspace():
            return " "
        if self._font_of(sign) is not None and unicodedata.category(sign)[0] not in "CM":
            return sign
        plain = unicodedata.normalize("NFKC", sign)
        if plain != sign and all(self._font_of(each) is not None for each in plain):
            return plain
        return "*" if sign.isalnum() else ""

    def _drawn(self, sign: str, size: int, bold: bool) -> Glyph:
        self._turns.rest()
        face = self._face(self._font_of(sign) or self._fonts[-1], size)
        stroke = size * _BOLD if bold else 0.0
        left, top, right, bottom = face.getbbox(sign, anchor="ls", stroke_width=stroke)
        advance, shift = face.getlength(sign), 0
        if sign == _DOT:
            # As wide as a Han sign in this font, which tears apart what it joins.
            advance /= 2
            shift = -round(advance / 2)
        box = (int(left) + shift, int(top), int(right) + shift + 1, int(bottom) + 1)
        if sign.isspace() or right <= left:
            return Glyph(None, 0, 0, advance)
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        ImageDraw.Draw(mask).text(
            (shift - box[0], -box[1]), sign, 255, face, anchor="ls", stroke_width=stroke
        )
        return Glyph(mask, box[0], box[1], advance)

    def _found(self, sign: str) -> Path | None:
        """The first font that has a letter: others draw the same box for all they lack."""
        self._turns.rest()
        for font in self._fonts:
            face = self._face(font, 24)
            if sign.isspace() or bytes(face.getmask(sign)) != bytes(face.getmask("\uffff")):
                return font
        return None

    def _face(self, font: Path, size: int) -> ImageFont.FreeTypeFont:
        key = (font, size)
        if key not in self._faces:
            # The plain layout: it needs no library more, and Chinese has no ligatures.
            self._faces[key] = ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)
        return self._faces[key]
