"""PK: two sides face to face, or several below each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.core.looks import Colour, ink_on, readable, theme_of
from bot.render.pictures.canvas import WIDTH
from bot.render.pictures.page import (
    FIGURE,
    INNER,
    MARGIN,
    MIDDLE,
    NAME,
    PAD,
    SMALL,
    Align,
    Block,
    Page,
    Style,
)

_HALF = (INNER - 2 * PAD) // 2
_LEFT, _RIGHT = MARGIN + PAD, WIDTH - MARGIN - PAD
_FACES, _SHORT_FACES, _TUG, _BEST_ROW = 300, 244, 92, 72
_SIDE_ROW, _BLIND_ROW = 196, 112
_PILL = 112
# The smaller side of the bar keeps a piece, in hundredths of a percent, so that its colour is seen.
_LEAST = 600
# Teams that are called after a colour have it, in the shade of the theme of that colour.
_COLOURS = {
    "红": "vermilion",
    "橙": "amber",
    "黄": "amber",
    "绿": "bamboo",
    "青": "bamboo",
    "蓝": "ocean",
    "紫": "wisteria",
    "粉": "rose",
    "red": "vermilion",
    "orange": "amber",
    "yellow": "amber",
    "green": "bamboo",
    "blue": "ocean",
    "purple": "wisteria",
    "pink": "rose",
}


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where a side begins, which way its words run, and its colour."""

    x: int
    align: Align
    colour: Colour

    def inwards(self, distance: int, width: int = 0) -> int:
        """The left end of something that begins so far from the edge."""
        return self.x + distance if self.align == "left" else self.x - distance - width


def layout(page: Page, content: dict[str, Any]) -> list[Block]:
    """The blocks of a duel."""
    sides = content["sides"]
    body = _faces(page, content) if len(sides) == 2 else _sides(page, content)
    return [page.header(content), page.gap(36), body, *_ends(page, content), page.footer(content)]


def _faces(page: Page, content: dict[str, Any]) -> Block:
    """Two sides face to face."""
    sides, is_blind = content["sides"], bool(content["blind"])
    members = max(len(side.get("best", ())) for side in sides)
    is_short = not any(side.get("detail") or side.get("ahead") for side in sides)
    faces = _SHORT_FACES if is_short else _FACES
    height = faces + _TUG + (members * _BEST_ROW + 32 if members else 0)

    def paint(top: int) -> None:
        page.card(top, height)
        left, right = _colours(page, [page.name(side["name"]) for side in sides])
        edges = (_Edge(_LEFT, "left", left), _Edge(_RIGHT, "right", right))
        for side, edge in zip(sides, edges, strict=True):
            _face(page, side, edge, top)
            _members(page, side, edge, top + faces + _TUG + 8)
        _versus(page, top + 64)
        if is_blind:
            area = (_LEFT, top + faces, INNER - 2 * PAD, 36)
            page.canvas.rounded(area, 18, page.tones.line, page.tones.card)
        else:
            _tug(page, [side["share"] for side in sides], (left, right), top + faces)
        if members:
            page.canvas.box(
                (WIDTH // 2 - 1, top + faces + _TUG, 2, members * _BEST_ROW), page.tones.line
            )

    return Block(height, paint)


def _colours(page: Page, names: list[str]) -> tuple[Colour, Colour]:
    """The colours of two sides: those they are called after, else the team's and its contrast."""
    found = []
    for name in names:
        words = [word for word in _COLOURS if name.lower().startswith(word)]
        found += [_COLOURS[word] for word in words[:1]]
    if len(found) != len(names) or len(set(found)) == 1:
        return page.tones.accent, page.tones.rival
    left, right = (readable(theme_of(name).accent, page.theme) for name in found)
    return left, right


def _face(page: Page, side: dict[str, Any], edge: _Edge, top: int) -> None:
    """One side's name, figure and small words, from its edge inwards."""
    align = edge.align
    name = Style(NAME + 4, page.tones.ink, page.tones.card, bold=True)
    page.write(page.name(side["name"]), (edge.x, top + 64), name, align=align, width=_HALF - 70)
    if "figure" not in side:
        _hidden(page, edge, top + 158)
        return
    figure = page.say(side["figure"])
    room = _HALF - 20
    size = page.largest(figure, (88, 76, 64, 54), room)
    style = Style(size, edge.colour, page.tones.card, bold=True)
    page.write(figure, (edge.x, top + 158), style, align=align, width=room)
    soft = page.style(MIDDLE, soft=True)
    detail = page.say(side["detail"])
    wide = page.write(detail, (edge.x, top + 240), soft, align=align, width=_HALF - 170)
    if side["ahead"]:
        _ahead(page, edge, wide, top + 240)


def _hidden(page: Page, edge: _Edge, middle: int) -> None:
    """A lock and the word that figures are kept until the end."""
    words = page.say(["picture-blind"])
    style = Style(52, page.tones.soft, page.tones.card, bold=True)
    left = edge.inwards(0, page.letters.width(words, style.size, bold=True) + 68)
    lock(page, left + 24, middle, page.tones.soft)
    page.write(words, (left + 68, middle), style)


def lock(page: Page, x: int, middle: int, colour: Colour) -> None:
    """A closed lock around a point."""
    canvas, card = page.canvas, page.tones.card
    canvas.disc((x, middle - 12), 19, colour, card)
    canvas.disc((x, middle - 12), 11, card, colour)
    canvas.box((x - 11, middle - 12, 22, 14), card)
    canvas.box((x - 19, middle - 12, 8, 16), colour)
    canvas.box((x + 11, middle - 12, 8, 16), colour)
    canvas.rounded((x - 25, middle - 4, 50, 38), 8, colour, card)


def _ahead(page: Page, edge: _Edge, beside: int, middle: int) -> None:
    """A pill that says who is in front, beside words of that width."""
    words = page.say(["picture-ahead"])
    width = page.letters.width(words, SMALL) + 44
    left = edge.inwards(beside + 20 if beside else 0, width)
    page.canvas.rounded((left, middle - 27, width, 54), 27, edge.colour, page.tones.card)
    style = Style(SMALL, ink_on(edge.colour), edge.colour)
    page.write(words, (left + width // 2, middle), style, align="centre")


def _versus(page: Page, middle: int) -> None:
    page.canvas.disc((WIDTH // 2, middle), 46, page.tones.ink, page.tones.card)
    style = Style(38, page.tones.card, page.tones.ink, bold=True)
    page.write("VS", (WIDTH // 2, middle), style, align="centre")


def _tug(page: Page, shares: list[int], colours: tuple[Colour, Colour], top: int) -> None:
    """One bar for both, parted as they stand; in the middle where neither has anything."""
    left, right = colours
    ours, theirs = (max(0, share) for share in shares)
    share = ours * 10_000 // (ours + theirs) if ours + theirs else 5_000
    share = max(_LEAST, min(10_000 - _LEAST, share))
    width = INNER - 2 * PAD
    parted = width * share // 10_000
    canvas, card = page.canvas, page.tones.card
    canvas.rounded((_LEFT, top, width, 36), 18, right, card)
    canvas.rounded((_LEFT, top, parted, 36), 18, left, card)
    canvas.box((_LEFT + parted - 20, top, 20, 36), left)
    # White between them, each half smooth against its own side.
    for lean, side in ((-9, left), (0, right)):
        points = [(4 + lean, 0), (13 + lean, 0), (3 + lean, 35.75), (-6 + lean, 35.75)]
        canvas.shape([(_LEFT + parted + x, top + y) for x, y in points], card, side)
    # Where the halves meet, the edge of one shows its own colour: over it, plain white.
    seam = [(2, 0), (5, 0), (-5, 35), (-8, 35)]
    canvas.area([(_LEFT + parted + x, top + y) for x, y in seam], card)


def _members(page: Page, side: dict[str, Any], edge: _Edge, top: int) -> None:
    """The best of a side, names outside and figures towards the middle."""
    is_left = edge.align == "left"
    inner = WIDTH // 2 - 28 if is_left else WIDTH // 2 + 28
    other: Align = "right" if is_left else "left"
    for number, (name, figure) in enumerate(side.get("best", ())):
        middle = top + number * _BEST_ROW + _BEST_ROW // 2
        shown, style = page.say(figure), page.style(MIDDLE)
        wide = page.write(shown, (inner, middle), style, align=other, width=_HALF - 120)
        room = abs(inner - edge.x) - wide - 20
        soft = page.style(MIDDLE, soft=True)
        page.write(page.name(name), (edge.x, middle), soft, align=edge.align, width=room)


def _sides(page: Page, content: dict[str, Any]) -> Block:
    """Several sides below each other."""
    sides = content["sides"]
    row = _BLIND_ROW if content["blind"] else _SIDE_ROW
    height = len(sides) * row + 16

    def paint(top: int) -> None:
        page.card(top, height)
        for number, side in enumerate(sides):
            at = top + 8 + number * row
            if number:
                page.canvas.box((_LEFT, at, INNER - 2 * PAD, 2), page.tones.line)
            _side(page, side, at)

    return Block(height, paint)


def _side(page: Page, side: dict[str, Any], top: int) -> None:
    """A side of several: name and figure, its bar, its best in one line."""
    if "figure" not in side:
        words = page.say(["picture-blind"])
        soft = page.style(NAME, soft=True)
        wide = page.write(words, (_RIGHT, top + 56), soft, align="right")
        lock(page, _RIGHT - wide - 44, top + 56, page.tones.soft)
        wide += 80
    else:
        style = page.style(FIGURE, bold=True)
        figure = page.say(side["figure"])
        wide = page.write(figure, (_RIGHT, top + 56), style, align="right", width=_HALF)
        page.bar(_LEFT, top + 100, INNER - 2 * PAD, side["share"], height=20)
    name = page.style(NAME, bold=True)
    room = INNER - 2 * PAD - wide - 180
    taken = page.write(page.name(side["name"]), (_LEFT, top + 56), name, width=room)
    if side.get("ahead"):
        _ahead(page, _Edge(_LEFT, "left", page.tones.accent), taken, top + 56)
    best = "  ".join(
        f"{page.name(name)} {page.say(figure)}" for name, figure in side.get("best", ())
    )
    small = page.style(SMALL, soft=True)
    detail = page.say(side["detail"])
    used = page.write(detail, (_RIGHT, top + 154), small, align="right", width=_HALF)
    page.write(best, (_LEFT, top + 154), small, width=INNER - 2 * PAD - used - 30)


def _ends(page: Page, content: dict[str, Any]) -> list[Block]:
    """When it is over, or who won, as a pill of the full width."""
    words = page.say(content["ends"])
    if not words:
        return []

    def paint(top: int) -> None:
        area = (MARGIN, top + 28, INNER, _PILL - 28)
        page.canvas.rounded(area, (_PILL - 28) // 2, page.tones.accent, page.tones.page)
        style = Style(MIDDLE + 2, page.tones.on_accent, page.tones.accent, bold=True)
        at = (WIDTH // 2, top + 28 + (_PILL - 28) // 2)
        page.write(words, at, style, align="centre", width=INNER - 80)

    return [Block(_PILL, paint)]
