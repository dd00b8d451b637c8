"""What a strategy seems to have done: its days beside as many days before it, from the ledger."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from models import campaign_sales, counting, measures
from models.campaign_figures import change
from models.campaign_sales import Span
from models.campaign_tables import Strategy
from models.counting import NEWEST
from models.db import Db
from models.evidence import Evidence, evidence
from models.measures import Measure
from models.strategies import measure_of
from models.values import Metric, Period, PeriodKind, TeamInfo

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Effect:
    """What the team reached in the whole days of a strategy until now, and in as many days right
    before its first; in the units of the measure.
    """

    measure: Measure
    during: Span
    before: Span
    reached: int
    reached_before: int

    @property
    def days(self) -> int:
        """How many days are compared on each side."""
        return self.during.days

    @property
    def change(self) -> int | None:
        """How much more it is, in hundredths of a percent; None where there was nothing before."""
        return change(self.reached, self.reached_before)

    def per_day(self, value: int) -> int:
        """A sum as tenths of its unit a day, rounded half up; for money whole minor units."""
        scale = 1 if self.measure.metric is Metric.AMOUNT else 10
        return (2 * value * scale + self.days) // (2 * self.days)


def effect(
    db: Db, team: TeamInfo, row: Strategy, now: dt.datetime, *, until: int = NEWEST
) -> Effect | None:
    """What changed with a strategy; None before its first day is over. Today does not count: it is
    no whole day.
    """
    last = min(row.last, team.day_of(now) - _DAY)
    if last < row.first:
        return None
    during = Span(row.first, last)
    before = Span(row.first - during.days * _DAY, row.first - _DAY)
    measure = measure_of(row)
    reached, reached_before = (
        measures.total(db, team.id, measure, _period(span), until=until)
        for span in (during, before)
    )
    return Effect(measure, during, before, reached, reached_before)


def _period(span: Span) -> Period:
    return Period(PeriodKind.RANGE, span.first, span.last)


def proof(
    db: Db, team: TeamInfo, row: Strategy, now: dt.datetime
) -> tuple[Effect | None, Evidence]:
    """A strategy's effect with the ledger's rows of its days that it was made from."""
    until = counting.position(db, team.id)
    found = effect(db, team, row, now, until=until)
    if found is None:
        return None, evidence((), now, until)
    measure = found.measure
    products = (measure.product,) if measure.product else ()
    span = Span(found.during.first, found.during.last, products)
    rows = campaign_sales.rows(db, team.id, span, until=until)
    if measure.metric in (Metric.NEW, Metric.REPEAT):
        counted = counting.counting(rows)
        kinds = measures.customers(db, team.id, counted, until=until)
        kept = {each.id for each, kind in kinds if kind is measure.metric}
        rows = [each for each in rows if each.id in kept or each.reason]
    return found, evidence(rows, now, until)
