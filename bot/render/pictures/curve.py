"""The way to a goal: what is done day by day, the target's line, and where it may end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.render.pictures.canvas import WIDTH
from bot.render.pictures.facts import height_of, paint_facts
from bot.render.pictures.page import INNER, MARGIN, PAD, SMALL, Block, Page, Style

_GAP = 28
# The plot with room above it for the target's words, and the labels of its days.
_PLOT, _ABOVE, _BELOW = 520, 88, 76
_DASH, _HOLE, _THICK = 22, 14, 4
_LINE, _DOT = 9, 17


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days and values are in the plot: `floor` is at its foot, `ceiling` at its top."""

    top: int
    days: int
    floor: int
    ceiling: int

    def x(self, day: float) -> float:
        """Pixels from the left; day 0 is the start, before anything was done."""
        return MARGIN + PAD + (INNER - 2 * PAD) * day / self.days

    def y(self, value: int) -> float:
        """Pixels from the top."""
        share = (value - self.floor) / (self.ceiling - self.floor)
        return self.top + _PLOT * (1 - share)


def layout(page: Page, content: dict[str, Any]) -> list[Block]:
    """The blocks of a goal's curve."""
    blocks = [page.header(content), page.gap(36)]
    if content["facts"]:
        blocks += [_facts(page, content["facts"]), page.gap(_GAP)]
    return [*blocks, _chart(page, content), page.footer(content)]


def _facts(page: Page, facts: list[list[Any]]) -> Block:
    height = height_of(len(facts)) + 8

    def paint(top: int) -> None:
        page.card(top, height)
        paint_facts(page, facts, top + 4)

    return Block(height, paint)


def _chart(page: Page, content: dict[str, Any]) -> Block:
    height = _ABOVE + _PLOT + _BELOW

    def paint(top: int) -> None:
        page.card(top, height)
        course = content["course"]
        done = [0, *course["done"]]
        highest = max(course["target"], course["high"], *done, 1)
        scale = _Scale(top + _ABOVE, max(1, course["days"], len(done) - 1), min(0, *done), highest)
        _forecast(page, scale, course, done)
        _line(page, scale, done)
        _target(page, scale, course["target"], page.say(content["target"]))
        _today(page, scale, done)
        _ground(page, scale, content["labels"])

    return Block(height, paint)


def _forecast(page: Page, scale: _Scale, course: dict[str, Any], done: list[int]) -> None:
    """The cone between the lowest and the highest end that is likely."""
    today = len(done) - 1
    if not course["high"] or today >= scale.days:
        return
    start = (scale.x(today), scale.y(done[-1]))
    low = (scale.x(scale.days), scale.y(course["low"]))
    high = (scale.x(scale.days), scale.y(course["high"]))
    page.canvas.area([start, low, high], page.tones.tint)
    for end in (low, high):
        page.canvas.stroke([start, end], 3, page.tones.pale, page.tones.card)


def _line(page: Page, scale: _Scale, done: list[int]) -> None:
    points = [(scale.x(day), scale.y(value)) for day, value in enumerate(done)]
    foot = scale.y(0)
    page.canvas.area([*points, (points[-1][0], foot), (points[0][0], foot)], page.tones.track)
    page.canvas.stroke(points, _LINE, page.tones.accent, page.tones.card)


def _today(page: Page, scale: _Scale, done: list[int]) -> None:
    """A dot where the line has come to."""
    x, y = round(scale.x(len(done) - 1)), round(scale.y(done[-1]))
    page.canvas.disc((x, y), _DOT + 6, page.tones.card, page.tones.card)
    page.canvas.disc((x, y), _DOT, page.tones.accent, page.tones.card)


def _target(page: Page, scale: _Scale, target: int, words: str) -> None:
    """A dashed line at the height of the target, with its words above it."""
    y = round(scale.y(target))
    x, end = MARGIN + PAD, WIDTH - MARGIN - PAD
    while x < end:
        page.canvas.box((x, y - _THICK // 2, min(_DASH, end - x), _THICK), page.tones.ink)
        x += _DASH + _HOLE
    style = Style(SMALL + 2, page.tones.ink, page.tones.card, bold=True)
    page.write(words, (MARGIN + PAD, y - 34), style)


def _ground(page: Page, scale: _Scale, labels: list[Any]) -> None:
    """The line of nothing done, with the first and the last day below it."""
    page.canvas.box((MARGIN + PAD, round(scale.y(0)), INNER - 2 * PAD, 3), page.tones.soft)
    foot = scale.top + _PLOT + 40
    style = page.style(SMALL, soft=True)
    page.write(page.say(labels[0]), (MARGIN + PAD, foot), style)
    page.write(page.say(labels[1]), (WIDTH - MARGIN - PAD, foot), style, align="right")
