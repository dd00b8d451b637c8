"""A team's 战报 as lines and as a picture."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.core.board_words import spoken
from bot.core.cards import Picture, T, t
from bot.core.names import public_name
from bot.core.pictures import BoardRow, DayBar, Fact, report_picture, share_of
from models.values import Period, PeriodKind, format_short

if TYPE_CHECKING:
    from models.bulletins import Bulletin
    from models.rosters import Roster


def bulletin_title(found: Bulletin, today: dt.date, until: T | str) -> T:
    """The heading: which period, up to when."""
    return t("picture-report-title", span=spoken(found.period, today), until=until)


def bulletin_lines(found: Bulletin, people: Roster, today: dt.date) -> tuple[T, ...]:
    """The figures as lines: the sum, what it compares with, the goal, customers, the best."""
    total = t(
        "picture-report-total",
        amount=format_short(found.amount),
        orders=found.orders,
        sellers=found.sellers,
    )
    lines = [total]
    compared = _compared(found, today)
    if compared is not None:
        lines.append(t("picture-report-fact", label=compared.label, figure=compared.figure))
    if found.target:
        percent, rest = _percent(found), found.target - found.amount
        missing = format_short(max(0, rest))
        lines.append(t("picture-report-goal", percent=percent, rest=missing, done=int(rest <= 0)))
    if found.new or found.repeat:
        lines.append(t("picture-report-customers", new=found.new, repeat=found.repeat))
    lines += [
        t(
            "picture-report-best",
            rank=place.rank,
            name=public_name(people, place.member_id),
            amount=format_short(place.amount),
            orders=place.orders,
        )
        for place in found.best
    ]
    return tuple(lines)


def bulletin_picture(found: Bulletin, people: Roster, today: dt.date, until: T | str) -> Picture:
    """The same as a picture, with a bar for each day."""
    best = found.best[0].amount if found.best else 0
    rows = [
        BoardRow(
            place.rank,
            public_name(people, place.member_id),
            format_short(place.amount),
            share_of(place.amount, best),
            t("picture-orders", count=place.orders),
        )
        for place in found.best
    ]
    return report_picture(
        bulletin_title(found, today, ""),
        _span(found.period, until),
        Fact(t("picture-report-sum"), t("picture-money", amount=format_short(found.amount))),
        facts=_facts(found, today),
        best=rows,
        days=_bars(found, today),
    )


def _facts(found: Bulletin, today: dt.date) -> list[Fact]:
    facts = [
        Fact(t("picture-label-orders"), t("picture-orders", count=found.orders)),
        Fact(t("picture-label-sellers"), t("picture-people", count=found.sellers)),
    ]
    compared = _compared(found, today)
    if compared is not None:
        facts.append(compared)
    if found.target:
        percent = _percent(found)
        facts.append(Fact(t("picture-label-goal"), f"{percent}%", int(percent >= 100)))
    if found.new or found.repeat:
        facts.append(Fact(t("picture-label-new"), t("picture-orders", count=found.new)))
        facts.append(Fact(t("picture-label-repeat"), t("picture-orders", count=found.repeat)))
    return facts


def _compared(found: Bulletin, today: dt.date) -> Fact | None:
    """How it is beside the period before; one that still runs is not behind yet."""
    if found.before is None or found.earlier is None:
        return None
    is_a_day = found.earlier.kind is PeriodKind.DAY
    is_near = (today - found.earlier.last).days <= 1
    span = t("picture-day-before") if is_a_day and not is_near else spoken(found.earlier, today)
    change = found.amount - found.before
    if found.is_over:
        percent = change * 100 // found.before if change >= 0 else -(-change * 100 // found.before)
        trend = (change > 0) - (change < 0)
        return Fact(t("picture-label-than", span=span), f"{percent:+d}%", trend)
    if change > 0:
        return Fact(t("picture-label-beyond", span=span), f"+{format_short(change)}", 1)
    return Fact(span, t("picture-money", amount=format_short(found.before)))


def _percent(found: Bulletin) -> int:
    return max(0, found.amount * 100 // found.target)


def _bars(found: Bulletin, today: dt.date) -> list[DayBar]:
    kind = found.period.kind
    return [
        DayBar(_label(kind, first, today), value, first == found.now, first > today)
        for first, value in found.parts
    ]


def _label(kind: PeriodKind, day: dt.date, today: dt.date) -> T | str:
    """What stands under a bar: a weekday, the day of a month, a month."""
    if kind is PeriodKind.YEAR:
        return str(day.month)
    if kind in (PeriodKind.DAY, PeriodKind.WEEK):
        return t("picture-today") if day == today else t("picture-weekday", n=day.isoweekday())
    return str(day.day)


def _day(day: dt.date) -> T:
    return t("picture-day", month=day.month, day=day.day)


def _span(period: Period, until: T | str) -> T | str:
    """The days of a period by their dates; of all time nobody wants to read them."""
    if period.kind is PeriodKind.ALL:
        return until
    first, last = _day(period.first), _day(period.last)
    is_one = int(period.first == period.last)
    return t("picture-report-days", first=first, last=last, one=is_one, until=until)
