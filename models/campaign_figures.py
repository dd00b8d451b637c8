"""How a campaign stands: its day, its tasks, its sales, and how other days compare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from models import campaign_sales, campaigns, counting, measures, plan_changes
from models.campaign_sales import Span
from models.campaign_tables import Campaign
from models.counting import Counted
from models.db import Db
from models.plan_changes import TaskCount
from models.values import TeamInfo

_DAY = dt.timedelta(days=1)
BY_NAME, BY_DAYS, BEFORE = "name", "days", "before"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was sold in another span, beside what is compared with it, in minor units.

    `by` tells which: the campaign of that name a year before, the same days a year before, or the
    days right before. Spans of different length are compared by their days' average. `number` is
    the earlier campaign's, 0 for none.
    """

    by: str
    span: Span
    now: int
    then: int
    now_days: int
    then_days: int
    number: int = 0

    @property
    def is_average(self) -> bool:
        """Whether averages of a day are compared."""
        return self.now_days != self.then_days

    @property
    def change(self) -> int:
        """How much more it is now, in hundredths of a percent, below zero for less."""
        return change(self.now * self.then_days, self.then * self.now_days) or 0


def change(now: int, then: int) -> int | None:
    """How much more one value is than another, in hundredths of a percent towards zero; None where
    there was nothing.
    """
    if then <= 0:
        return None
    more = (now - then) * 10_000
    return more // then if more >= 0 else -(-more // then)


@dataclass(frozen=True, slots=True)
class Standing:
    """A campaign as of a moment: `day` counts its days from 1, 0 before the first and above `days`
    after the last; `before` are the days to wait. `percent` is of the target in hundredths.
    """

    day: int
    days: int
    wait: int
    tasks: TaskCount
    found: tuple[Counted, ...]
    amount: int
    orders: int
    percent: int
    last_year: Comparison | None

    @property
    def is_over(self) -> bool:
        """Whether its last day is over."""
        return self.day > self.days


def span_of(row: Campaign) -> Span:
    """The days and products of a campaign."""
    return Span(row.first, row.last, campaigns.products_of(row))


def standing(db: Db, team: TeamInfo, row: Campaign, now: dt.datetime) -> Standing:
    """How a campaign stands now."""
    today, span = team.day_of(now), span_of(row)
    found = campaign_sales.rows(db, team.id, span)
    counted = counting.counting(found)
    amount = sum(each.amount for each in counted)
    return Standing(
        day=max(0, (today - row.first).days + 1),
        days=span.days,
        wait=max(0, (row.first - today).days),
        tasks=plan_changes.count_tasks(db, row, now),
        found=tuple(found),
        amount=amount,
        orders=sum(each.orders for each in counted),
        percent=measures.completion(amount, row.target or 0),
        last_year=last_year(db, team, row, now, amount=amount),
    )


def last_year(
    db: Db, team: TeamInfo, row: Campaign, now: dt.datetime, *, amount: int
) -> Comparison | None:
    """A campaign beside the one of its name a year before, else beside the same days of that year;
    while it runs, up to the same day and hour. None before it begins, and where there was nothing.
    """
    today = team.day_of(now)
    if today < row.first:
        return None
    other = campaigns.year_before(db, row)
    products = campaigns.products_of(row)
    if other is not None:
        span, by, number = Span(other.first, other.last, products), BY_NAME, other.number
    else:
        span, by, number = (
            Span(_a_year_back(row.first), _a_year_back(row.last), products),
            BY_DAYS,
            0,
        )
    shift = row.first - span.first
    days = min(today, row.last) - row.first + _DAY
    earlier: Sequence[Counted] = counting.counting(campaign_sales.rows(db, team.id, span))
    then_days = span.days
    if today <= row.last:
        earlier = campaign_sales.up_to(earlier, span, now - shift, team)
        then_days = min(then_days, days.days)
    then = sum(each.amount for each in earlier)
    if then <= 0:
        return None
    return Comparison(by, span, amount, then, days.days, then_days, number)


def _a_year_back(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def days_before(db: Db, team: TeamInfo, row: Campaign, *, amount: int) -> Comparison | None:
    """A campaign that is over beside as many days right before it; None where there was nothing."""
    span = span_of(row)
    before = Span(row.first - span.days * _DAY, row.first - _DAY, span.products)
    found = counting.counting(campaign_sales.rows(db, team.id, before))
    then = sum(each.amount for each in found)
    if then <= 0:
        return None
    return Comparison(BEFORE, before, amount, then, span.days, before.days)
