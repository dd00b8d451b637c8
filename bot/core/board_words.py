"""Boards as members read them: their periods, and their figures in the units of each kind."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.core.cards import T, t
from models.board_kinds import Kind
from models.values import Period, PeriodKind, format_short

if TYPE_CHECKING:
    from models.boards import Row

# As before, in hundredths of a percent; from so many times that on, a percentage tells nothing.
AS_BEFORE, TELLING = 10_000, 3


def spoken(span: Period, today: dt.date) -> T:
    """A period as people say it looking back: 今日, 上周, 6月, 06-01–06-15."""
    for back, which in enumerate(("this", "last")):
        if span == _earlier(span.kind, today, back):
            return t("board-span", kind=span.kind.value, which=which)
    if span.kind is PeriodKind.MONTH:
        return t("board-span-month", month=span.first.month, year=_year(span, today))
    if span.kind is PeriodKind.YEAR:
        return t("board-span-year", year=str(span.first.year))
    first, last = (f"{day:%m-%d}" for day in (span.first, span.last))
    if span.first.year != today.year:
        first, last = span.first.isoformat(), span.last.isoformat()
    return t("board-span-days", first=first, last=last, one=int(span.first == span.last))


def _year(span: Period, today: dt.date) -> T | str:
    year = span.first.year
    return "" if year == today.year else t("board-span-in-year", year=str(year))


def _earlier(kind: PeriodKind, today: dt.date, back: int) -> Period | None:
    """The running period of a kind or the one before it; a range has neither."""
    if kind is PeriodKind.RANGE:
        return None
    span = Period.of(kind, today)
    if back and kind is PeriodKind.ALL:
        return None
    return Period.of(kind, span.first - dt.timedelta(days=1)) if back else span


def figure(kind: Kind, row: Row) -> T | str:
    """What a line of a board says of its member: «3,980», «83%», «+35%», «3天»."""
    if kind is Kind.AMOUNT:
        return format_short(row.value)
    if kind is Kind.COMPLETION:
        return percent(row.value)
    if kind is Kind.PROGRESS:
        more = row.value - AS_BEFORE
        if row.value >= TELLING * AS_BEFORE:
            return t("board-times", times=str(row.value // AS_BEFORE))
        return f"{'+' if more >= 0 else '-'}{percent(abs(more))}"
    return t("board-count", kind=kind.value, count=row.value)


def beside(kind: Kind, row: Row) -> T | str:
    """What stands behind the figure: orders, the streak, the share; or nothing."""
    if kind is Kind.AMOUNT:
        return t("board-orders", count=row.detail)
    if kind is Kind.REPEAT:
        return t("board-share", percent=percent(row.detail))
    if kind is Kind.STEADY and row.detail > 1:
        return t("board-streak", count=row.detail)
    return ""


def gap(kind: Kind, row: Row, ahead: int) -> T | str:
    """What a line of a board lacks to a value: «320», «3.2 个百分点», «1天»."""
    value = ahead - row.value
    if kind is Kind.AMOUNT:
        return format_short(value)
    if kind is Kind.PROGRESS:
        # Whole major units: who sells them has caught up.
        return format_short(-(-row.of * value // (AS_BEFORE * 100)) * 100)
    if kind is Kind.COMPLETION:
        return t("board-points", points=percent(value).removesuffix("%"))
    return t("board-count", kind=kind.value, count=value)


def percent(hundredths: int) -> str:
    """Hundredths of a percent as people read them, rounded down: 8333 → «83.3%», 8300 → «83%»."""
    tenths = hundredths // 10
    return f"{tenths // 10}.{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"
