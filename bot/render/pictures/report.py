"""战报: one large figure, what it compares with, who did best, and a bar a day."""

from __future__ import annotations

from typing import Any

from bot.render.pictures import board
from bot.render.pictures.canvas import WIDTH
from bot.render.pictures.facts import height_of, paint_facts
from bot.render.pictures.page import INNER, MARGIN, MIDDLE, PAD, SMALL, Block, Page, Style

_HEADLINE, _GAP = 250, 28
_SIZES = (128, 112, 96, 80)
# Bars and the line of labels below them.
_BARS, _LABELS, _AROUND = 220, 60, 36
# As many labels have room below the bars; of more days only some are named.
_NAMED = 8


def layout(page: Page, content: dict[str, Any]) -> list[Block]:
    """The blocks of a report."""
    blocks = [page.header(content), page.gap(36), _headline(page, content)]
    if content["best"]:
        blocks += [page.gap(_GAP), board.rows(page, content["best"])]
    if len(content["days"]) > 1:
        blocks += [page.gap(_GAP), _days(page, content["days"])]
    return [*blocks, page.footer(content)]


def _headline(page: Page, content: dict[str, Any]) -> Block:
    label, figure, _ = content["headline"]
    facts = content["facts"]
    height = _HEADLINE + height_of(len(facts)) + (8 if facts else 0)

    def paint(top: int) -> None:
        page.card(top, height)
        words = page.say(figure)
        size = page.largest(words, _SIZES, INNER - 2 * PAD)
        large = Style(size, page.tones.accent, page.tones.card, bold=True)
        soft = page.style(MIDDLE, soft=True)
        page.write(page.say(label), (WIDTH // 2, top + 62), soft, align="centre")
        page.write(words, (WIDTH // 2, top + 156), large, align="centre", width=INNER - PAD)
        if facts:
            line = (MARGIN + PAD, top + _HEADLINE, INNER - 2 * PAD, 2)
            page.canvas.box(line, page.tones.line)
            paint_facts(page, facts, top + _HEADLINE + 2)

    return Block(height, paint)


def _days(page: Page, days: list[list[Any]]) -> Block:
    """A bar for each day, the day that is told about in the full colour; with none all are."""
    height = _BARS + _LABELS + 2 * _AROUND
    most = max(1, *(value or 0 for _, value, _ in days))
    has_now = any(is_now for _, _, is_now in days)
    step = (INNER - 2 * PAD) / len(days)
    width = min(72, max(6, round(step * 0.62)))

    def paint(top: int) -> None:
        page.card(top, height)
        foot = top + _AROUND + _BARS
        for number, (label, value, is_now) in enumerate(days):
            middle = round(MARGIN + PAD + step * (number + 0.5))
            if value is not None:
                # A day without sales still is a day.
                tall = max(6, _BARS * max(0, value) // most)
                colour = page.tones.accent if is_now or not has_now else page.tones.pale
                area = (middle - width // 2, foot - tall, width, tall)
                page.canvas.rounded(area, 8, colour, page.tones.card)
            if _is_named(number, len(days)):
                style = Style(SMALL, page.tones.ink if is_now else page.tones.soft, page.tones.card)
                room = round(step) if len(days) <= _NAMED else round(step * 5)
                page.write(page.say(label), (middle, foot + 40), style, align="centre", width=room)

    return Block(height, paint)


def _is_named(number: int, count: int) -> bool:
    """Of a month every fifth day has its label, 1, 5, 10 …, where there is room to the next."""
    if count <= _NAMED:
        return True
    return number == 0 or (number + 1) % 5 == 0
