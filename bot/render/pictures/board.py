"""龙虎榜: members below each other with medals, figures and bars."""

from __future__ import annotations

from typing import Any

from bot.render.pictures.canvas import WIDTH
from bot.render.pictures.page import FIGURE, INNER, MARGIN, MIDDLE, NAME, PAD, SMALL, Block, Page

ROW = 128
# Where the ranks are, where names begin, and where figures end.
_RANK, NAMES, FIGURES = MARGIN + 78, MARGIN + 152, WIDTH - MARGIN - PAD
_REST = 88


def layout(page: Page, content: dict[str, Any]) -> list[Block]:
    """The blocks of a board."""
    return [
        page.header(content, page.say(content["total"])),
        page.gap(36),
        rows(page, content["rows"], page.say(content["rest"])),
        page.footer(content),
    ]


def rows(page: Page, found: list[list[Any]], rest: str = "") -> Block:
    """A card with a line for each member, and how many more there are."""
    height = len(found) * ROW + (_REST if rest else 0) + 2 * 8

    def paint(top: int) -> None:
        page.card(top, height)
        middle = top + 8
        for number, row in enumerate(found):
            if number:
                page.canvas.box((NAMES, middle, FIGURES - NAMES, 2), page.tones.line)
            _row(page, row, middle)
            middle += ROW
        if rest:
            page.canvas.box((MARGIN + PAD, middle, INNER - 2 * PAD, 2), page.tones.line)
            style = page.style(MIDDLE, soft=True)
            page.write(rest, (WIDTH // 2, middle + _REST // 2), style, align="centre")

    return Block(height, paint)


def _row(page: Page, row: list[Any], top: int) -> None:
    rank, name, figure, share, detail = row
    page.place(rank, _RANK, top + ROW // 2)
    strong = page.style(FIGURE, bold=True)
    wide = page.write(
        page.say(figure), (FIGURES, top + 46), strong, align="right", width=INNER // 2
    )
    room = FIGURES - NAMES - wide - 28
    page.write(page.name(name), (NAMES, top + 46), page.style(NAME, bold=rank == 1), width=room)
    small = page.style(SMALL, soft=True)
    wide = page.write(page.say(detail), (FIGURES, top + 94), small, align="right", width=INNER // 3)
    end = FIGURES - 180 if wide <= 156 else FIGURES - wide - 24
    page.bar(NAMES, top + 86, (end if wide else FIGURES) - NAMES, share)
