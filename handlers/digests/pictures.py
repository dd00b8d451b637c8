"""The pictures above digests: the sum, what it compares with, the best and a bar a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.core.pictures import BEST, BoardRow, DayBar, Fact, report_picture, share_of
from bot.kit import Picture, T, TeamInfo, format_short, t
from handlers.digests.words import Namer, percent_of, weekday
from models.digest import DayFigures
from models.spans import A_DAY, SpanFigures, Sum
from models.totals import Place
from models.values import PeriodKind

_WEEK = 7
# As many as the words of the card name.
BEST_OF_SPAN = 3


def day_picture(
    title: T, team: TeamInfo, figures: DayFigures, *, days: Sequence[Sum], name: Namer, day: dt.date
) -> Picture:
    """A day's report, with the days of the week up to it."""
    return report_picture(
        title,
        team.name,
        _headline(figures.amount),
        facts=[
            Fact(t("period-fact-orders"), str(figures.orders)),
            Fact(t("period-fact-sold"), f"{figures.sold}/{figures.expected}"),
            _against(t("period-fact-yesterday"), figures.amount, figures.day_before),
        ],
        best=_best(figures.places[:BEST], name),
        days=[_bar(day - n * A_DAY, days, is_now=not n) for n in range(_WEEK - 1, -1, -1)],
        note=t("digest-internal"),
    )


def span_picture(title: T, team: TeamInfo, figures: SpanFigures, name: Namer) -> Picture:
    """A week's or month's report, its best day in the full colour."""
    first, last = figures.period.first, figures.period.last
    best = figures.best_day
    before = figures.before.amount if figures.before is not None else 0
    return report_picture(
        title,
        team.name,
        _headline(figures.amount),
        facts=[
            Fact(t("period-fact-orders"), str(figures.orders)),
            Fact(t("period-fact-sold"), f"{figures.sold}/{figures.expected}"),
            _against(
                t("period-fact-before", kind=figures.period.kind.value), figures.amount, before
            ),
        ],
        best=_best(figures.places[:BEST_OF_SPAN], name),
        days=[
            _bar(
                day,
                figures.days,
                is_now=best is not None and best.first == day,
                is_numbered=figures.period.kind is PeriodKind.MONTH,
            )
            for day in (first + n * A_DAY for n in range((last - first).days + 1))
        ],
        note=t("digest-internal"),
    )


def _headline(amount: int) -> Fact:
    return Fact(t("period-fact-team"), format_short(amount))


def _against(label: T, now: int, before: int) -> Fact:
    if before <= 0:
        return Fact(label, "–")
    return Fact(label, percent_of(now, before), (now > before) - (now < before))


def _best(places: Sequence[Place], name: Namer) -> list[BoardRow]:
    sold = [place for place in places if place.amount > 0]
    return [
        BoardRow(
            place.rank,
            name(place.member_id),
            format_short(place.amount),
            share_of(place.amount, sold[0].amount),
        )
        for place in sold
    ]


def _bar(day: dt.date, days: Sequence[Sum], *, is_now: bool, is_numbered: bool = False) -> DayBar:
    value = next((each.amount for each in days if each.first == day), 0)
    return DayBar(str(day.day) if is_numbered else weekday(day), value, is_now=is_now)
