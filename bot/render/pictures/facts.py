"""Figures with what they are: beside each other, with a mark where they rose or fell."""

from __future__ import annotations

from typing import Any

from bot.render.pictures.page import INNER, MARGIN, PAD, SMALL, Page, Style

# A row of facts, and how many stand in one.
ROW = 148
A_ROW = 3
_SIZES = (52, 46, 40, 36)
_MARK = 30


def height_of(count: int) -> int:
    """How high so many facts are."""
    return -(-count // A_ROW) * ROW


def paint_facts(page: Page, facts: list[list[Any]], top: int) -> None:
    """Write facts on a card, up to three in a row, with thin lines between them."""
    for start in range(0, len(facts), A_ROW):
        row = facts[start : start + A_ROW]
        width = (INNER - 2 * PAD) // len(row)
        for place, fact in enumerate(row):
            x = MARGIN + PAD + place * width
            if place:
                page.canvas.box((x, top + 34, 2, ROW - 68), page.tones.line)
            _fact(page, fact, (x + width // 2, top), width - 24)
        top += ROW


def _fact(page: Page, fact: list[Any], at: tuple[int, int], width: int) -> None:
    label, figure, trend = page.say(fact[0]), page.say(fact[1]), fact[2]
    x, top = at
    small = page.style(SMALL, soft=True)
    page.write(label, (x, top + 44), small, align="centre", width=width)
    room = width - (_MARK if trend else 0)
    size = page.largest(figure, _SIZES, room)
    colour = page.tones.accent if trend > 0 else page.tones.ink
    style = Style(size, colour, page.tones.card, bold=True)
    shown = page.letters.fitted(figure, size, room, bold=True)
    wide = page.letters.width(shown, size, bold=True)
    left = x - (wide + (_MARK if trend else 0)) // 2
    page.write(shown, (left, top + 102), style, width=room)
    if trend:
        _mark(page, left + wide + 10, top + 102, trend)


def _mark(page: Page, x: int, middle: int, trend: int) -> None:
    """A triangle that points up or down."""
    colour = page.tones.accent if trend > 0 else page.tones.soft
    tip, foot = (middle - 10, middle + 10) if trend > 0 else (middle + 10, middle - 10)
    page.canvas.shape([(x, foot), (x + 22, foot), (x + 11, tip)], colour, page.tones.card)
