"""A picture as blocks below each other: what every kind of picture has, and how words are put."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.core.cards import T, t, unpack_words
from bot.core.looks import Colour, Look, Tones, mix, theme_of, tones
from bot.render.pictures.canvas import WIDTH, Canvas
from bot.render.pictures.letters import Letters
from bot.render.pictures.turns import Turns

MARGIN = 44
INNER = WIDTH - 2 * MARGIN
# Inside a card, from its edge.
PAD = 36
RADIUS = 32
# On a phone a picture is a third as wide: smaller letters could not be read there.
SMALLEST = 32
SMALL, MIDDLE, NAME, FIGURE, TITLE = SMALLEST, 36, 44, 46, 72
_FIRST_THREE: tuple[tuple[Colour, Colour], ...] = (
    ((240, 172, 28), (201, 52, 44)),
    ((150, 162, 178), (74, 108, 168)),
    ((196, 124, 68), (82, 132, 92)),
)
_MEDAL_INK: Colour = (255, 255, 255)

Align = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a picture, as wide as it is; `paint` is told where its top is."""

    height: int
    paint: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Style:
    """How words look, and on what they stand."""

    size: int
    colour: Colour
    ground: Colour
    bold: bool = False


class Page:
    """A picture being laid out for one reader's language and one team's colours."""

    def __init__(
        self, letters: Letters, text: Callable[[T], str], look: Look, turns: Turns
    ) -> None:
        self.letters = letters
        self.theme = theme_of(look.theme)
        self.tones: Tones = tones(look)
        self.canvas = Canvas(1, self.tones.page, turns)
        self._turns = turns
        self._text = text
        self._team = look.team

    def finish(self, blocks: Sequence[Block]) -> bytes:
        """Paint the blocks from the top down; returns the PNG file."""
        height = sum(block.height for block in blocks)
        self.canvas = Canvas(height, self.tones.page, self._turns)
        top = 0
        for block in blocks:
            block.paint(top)
            top += block.height
        return self.canvas.png()

    # -- words

    def say(self, words: Any) -> str:
        """A text of the content in the reader's language, in letters that can be drawn."""
        return self.letters.readable(words if isinstance(words, str) else self._said(words))

    def name(self, name: Any) -> str:
        """A name in letters that can be drawn, or plain words where it has none of them."""
        found = self.say(name)
        return found if any(sign.isalnum() for sign in found) else self.say(["picture-no-name"])

    def write(
        self,
        words: str,
        at: tuple[int, int],
        style: Style,
        *,
        align: Align = "left",
        width: int = INNER,
    ) -> int:
        """Put words in a line whose middle is at that height, cut to a width; returns how wide they
        are.
        """
        words = self.letters.fitted(words, style.size, width, bold=style.bold)
        wide = self.letters.width(words, style.size, bold=style.bold)
        x = at[0] - {"left": 0, "right": wide, "centre": wide // 2}[align]
        if words:
            mask, left, top = self.letters.mask(words, style.size, bold=style.bold)
            self.canvas.stamp(mask, (x + left, at[1] + top), style.colour, style.ground)
        return wide

    def largest(self, words: str, sizes: Sequence[int], width: int) -> int:
        """The first of the sizes, from large to small, in which bold words fit; else the last."""
        fits = (size for size in sizes if self.letters.width(words, size, bold=True) <= width)
        return next(fits, sizes[-1])

    def style(self, size: int, *, bold: bool = False, soft: bool = False) -> Style:
        """Words on a card."""
        colour = self.tones.soft if soft else self.tones.ink
        return Style(size, colour, self.tones.card, bold)

    def _said(self, words: list[Any]) -> str:
        return self._text(unpack_words(words)) if words else ""

    # -- parts

    def header(self, content: dict[str, Any], total: str = "") -> Block:
        """The band at the top: title, when and what, and a sum where there is one."""
        title, subtitle = self.say(content["title"]), self.say(content["subtitle"])
        height = 216 + (84 if total else 0)

        def paint(top: int) -> None:
            tones, canvas = self.tones, self.canvas
            canvas.box((0, top, WIDTH, height), tones.accent)
            canvas.disc((WIDTH - 60, top + 20), 210, tones.glow, tones.accent)
            inner = mix(tones.glow, tones.on_accent, 0.06)
            canvas.disc((WIDTH - 60, top + 20), 120, inner, tones.glow)
            canvas.box((0, top + height, WIDTH, 130), tones.page)
            size = self.largest(title, (TITLE, 64, 56), INNER - 120)
            main = Style(size, tones.on_accent, tones.accent, bold=True)
            self.write(title, (MARGIN + 8, top + 84), main, width=INNER - 120)
            soft = Style(MIDDLE, tones.on_accent_soft, tones.accent)
            self.write(subtitle, (MARGIN + 8, top + 158), soft, width=INNER - 16)
            if total:
                strong = Style(NAME, tones.on_accent, tones.accent, bold=True)
                self.write(total, (MARGIN + 8, top + 228), strong, width=INNER - 16)

        return Block(height, paint)

    def footer(self, content: dict[str, Any]) -> Block:
        """What is to be known about the figures, and whose picture it is."""
        note, team = (
            self.say(content["note"]),
            self.say(self._text(t("picture-from", team=self._team, named=int(bool(self._team))))),
        )
        height = 96 + (52 if note else 0)

        def paint(top: int) -> None:
            style = Style(SMALL, self._soft_on_page(), self.tones.page)
            middle = top + 48
            if note:
                self.write(note, (WIDTH // 2, middle), style, align="centre")
                middle += 52
            self.write(team, (WIDTH // 2, middle), style, align="centre")

        return Block(height, paint)

    def _soft_on_page(self) -> Colour:
        return mix(self.tones.ink, self.tones.page, 0.35)

    def gap(self, height: int) -> Block:
        """Nothing."""
        return Block(height, lambda top: None)

    def card(self, top: int, height: int) -> None:
        """A sheet of paper to write on."""
        area = (MARGIN, top, INNER, height)
        self.canvas.rounded(area, RADIUS, self.tones.card, self.tones.page)

    def bar(self, x: int, y: int, width: int, share: int, *, height: int = 16) -> None:
        """A track, and on it the share in hundredths of a percent."""
        tones = self.tones
        self.canvas.rounded((x, y, width, height), height // 2, tones.track, tones.card)
        filled = width * share // 10_000
        if filled > 0:
            # Shorter than high would be no bar any more.
            area = (x, y, max(filled, height), height)
            self.canvas.rounded(area, height // 2, tones.accent, tones.track)

    def place(self, rank: int, x: int, y: int) -> None:
        """A rank around a point: a medal for the first three, a number for the others."""
        if not 1 <= rank <= len(_FIRST_THREE):
            style = self.style(NAME, bold=True, soft=True)
            self.write(str(rank), (x, y), style, align="centre", width=100)
            return
        metal, ribbon = _FIRST_THREE[rank - 1]
        card, canvas = self.tones.card, self.canvas
        for side in (-1, 1):
            points = [(26, -46), (6, -46), (-6, 0), (16, 0)]
            canvas.shape([(x + side * px, y + py) for px, py in points], ribbon, card)
        canvas.disc((x, y + 10), 35, card, card)
        canvas.disc((x, y + 10), 32, metal, card)
        canvas.disc((x, y + 10), 26, mix(metal, (0, 0, 0), 0.08), metal)
        number = Style(34, _MEDAL_INK, mix(metal, (0, 0, 0), 0.08), bold=True)
        self.write(str(rank), (x, y + 10), number, align="centre")
