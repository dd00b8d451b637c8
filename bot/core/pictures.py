"""What pictures show: their content as plain JSON, made here and drawn after the commit.

Figures are words as the reader sees them («12,345.60», «38 单»); lengths of bars and lines are
whole numbers. A text is a string that is the same in every language, or words of the catalog.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bot.core.cards import Picture, T, pack_words, t

BOARD, REPORT, CURVE, DUEL = "board", "report", "curve", "duel"
# Lines of a board before it is folded, and with those that share the last one's rank.
TOP, TOP_WITH_TIES = 10, 15
# Best members in a report, and of each side of a duel.
BEST, BEST_OF_SIDE = 5, 3

Words = T | str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A line of a board: equal ranks are ties; `share` is the length of its bar in hundredths of a
    percent of the first (`share_of`), `detail` small words under the name.
    """

    rank: int
    name: Words
    figure: Words
    share: int = 0
    detail: Words = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with what it is; `trend` is 1 where it is better than before, -1 where less, else
    0.
    """

    label: Words
    figure: Words
    trend: int = 0


@dataclass(frozen=True, slots=True)
class DayBar:
    """A day of a report: its label, its value, and whether it is the one that is told about. One
    that is still to come has no bar.
    """

    label: Words
    value: int
    is_now: bool = False
    is_to_come: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """How a goal goes: the `target`, what was reached by the end of each day up to today, and how
    many days the goal has. `low` and `high` are where it may end, both 0 where nobody can say.
    """

    target: int
    done: tuple[int, ...]
    days: int
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a duel; `share` as in BoardRow, of the best side or of the target. `detail` are
    small words beside the name, `best` its members with their figures.
    """

    name: Words
    figure: Words
    share: int
    detail: Words = ""
    best: tuple[tuple[Words, Words], ...] = ()
    is_ahead: bool = False


def share_of(value: int, best: int) -> int:
    """A value in hundredths of a percent of the best one, between 0 and 10,000."""
    return max(0, min(10_000, value * 10_000 // best)) if best > 0 else 0


def board_picture(
    title: Words, subtitle: Words, rows: Sequence[BoardRow], *, total: Words = "", note: Words = ""
) -> Picture:
    """龙虎榜: the first ten with medals and bars, and how many more there are."""
    shown = TOP
    for above, below in pairwise(rows[TOP - 1 : TOP_WITH_TIES]):
        if above.rank != below.rank:
            break
        shown += 1
    rest = len(rows) - shown
    return Picture(
        BOARD,
        {
            **_head(title, subtitle, note),
            "total": _packed(total),
            "rows": [_row(row) for row in rows[:shown]],
            "rest": pack_words(t("picture-rest", count=rest)) if rest > 0 else "",
        },
    )


def report_picture(
    title: Words,
    subtitle: Words,
    headline: Fact,
    *,
    facts: Sequence[Fact] = (),
    best: Sequence[BoardRow] = (),
    days: Sequence[DayBar] = (),
    note: Words = "",
) -> Picture:
    """战报: one large figure, comparisons under it, the best members and a bar a day."""
    return Picture(
        REPORT,
        {
            **_head(title, subtitle, note),
            "headline": _fact(headline),
            "facts": [_fact(fact) for fact in facts],
            "best": [_row(row) for row in best[:BEST]],
            "days": [_day(day) for day in days],
        },
    )


def curve_picture(
    title: Words,
    subtitle: Words,
    course: Course,
    *,
    target: Words,
    labels: tuple[Words, Words] = ("", ""),
    facts: Sequence[Fact] = (),
    note: Words = "",
) -> Picture:
    """The way to a goal: a line of what is done, the target, and the range where it may end.

    `target` are the words at the target's line, `labels` the first and the last day.
    """
    return Picture(
        CURVE,
        {
            **_head(title, subtitle, note),
            "target": _packed(target),
            "labels": [_packed(label) for label in labels],
            "facts": [_fact(fact) for fact in facts],
            "course": {
                "target": course.target,
                "done": list(course.done),
                "days": course.days,
                "low": course.low,
                "high": course.high,
            },
        },
    )


def duel_picture(
    title: Words,
    subtitle: Words,
    sides: Sequence[Side],
    *,
    is_blind: bool = False,
    ends: Words = "",
    note: Words = "",
) -> Picture:
    """PK: two sides face to face, or several below each other.

    `ends` says when it is over, or who won. While it `is_blind`, of each side only its name is
    told.
    """
    return Picture(
        DUEL,
        {
            **_head(title, subtitle, note),
            "sides": [_side(side, is_blind=is_blind) for side in sides],
            "blind": int(is_blind),
            "ends": _packed(ends),
        },
    )


def _head(title: Words, subtitle: Words, note: Words) -> dict[str, Any]:
    return {"title": _packed(title), "subtitle": _packed(subtitle), "note": _packed(note)}


def _row(row: BoardRow) -> list[Any]:
    return [row.rank, _packed(row.name), _packed(row.figure), row.share, _packed(row.detail)]


def _fact(fact: Fact) -> list[Any]:
    return [_packed(fact.label), _packed(fact.figure), fact.trend]


def _day(day: DayBar) -> list[Any]:
    return [_packed(day.label), None if day.is_to_come else day.value, int(day.is_now)]


def _side(side: Side, *, is_blind: bool) -> dict[str, Any]:
    if is_blind:
        return {"name": _packed(side.name), "detail": ""}
    return {
        "name": _packed(side.name),
        "figure": _packed(side.figure),
        "share": side.share,
        "detail": _packed(side.detail),
        "best": [[_packed(name), _packed(figure)] for name, figure in side.best[:BEST_OF_SIDE]],
        "ahead": int(side.is_ahead),
    }


def _packed(words: Words) -> Any:
    return pack_words(words) if isinstance(words, T) else words
