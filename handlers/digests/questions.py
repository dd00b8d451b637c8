"""A question about a digest with the rows that its days had when it was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.why_words import why_card
from bot.kit import Card, Ctx, Period, PeriodKind, Role, T, t
from handlers.digests.span_cards import spoken_span
from handlers.digests.subjects import Subject
from handlers.digests.topics import Asked
from handlers.digests.words import Namer, namer, weekday
from models import counting, digest, span_evidence
from models.counting import Counted
from models.evidence import Evidence
from models.rosters import Roster
from models.spans import A_DAY


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a digest, with the rows of its days as it was made."""

    ctx: Ctx
    subject: Subject
    people: Roster
    rows: Sequence[Counted]
    asked: Asked
    told_at: dt.datetime

    @property
    def period(self) -> Period:
        """The day, week or month of the digest."""
        return self.subject.period

    @property
    def counted(self) -> list[Counted]:
        """The rows that count."""
        return counting.counting(self.rows)

    def evidence(self, choose: Callable[[Counted], bool] = lambda _: True) -> Evidence:
        """The rows behind a number."""
        return span_evidence.chosen(
            self.rows, choose, as_of=self.told_at, position=self.subject.position
        )

    @property
    def today(self) -> dt.date:
        """The business day on which the digest was made."""
        return self.ctx.team.day_of(self.told_at)

    def card(self, what: T, formula: Sequence[T], found: Evidence) -> Card:
        """The card under which the number stands open."""
        return why_card(self.title(what), formula, found, self.ctx.team.zone)

    def title(self, what: T) -> T:
        """The number with the digest it stands in."""
        return t("period-why", kind=self.period.kind.value, span=_spoken(self.period), what=what)

    @property
    def name(self) -> Namer:
        """How members are named where it is asked: by who leads, in private, by their names."""
        is_lead = self.ctx.actor.role >= Role.LEAD and not self.ctx.chat.is_group
        return self.people.name if is_lead else namer(self.people)

    def start(self) -> dt.datetime:
        """When the digest's time began."""
        return digest.day_start(self.ctx.team, self.period.first)

    def end(self) -> dt.datetime:
        """When it was over, now where it runs."""
        return min(self.told_at, digest.day_start(self.ctx.team, self.period.last + A_DAY))


def _spoken(period: Period) -> T:
    """A day, week or month as people read it."""
    if period.kind is PeriodKind.DAY:
        return t("period-day", date=f"{period.first:%m-%d}", weekday=weekday(period.first))
    return spoken_span(period)
