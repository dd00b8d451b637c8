"""What members' shares are drafted by: equal days, last year, or what they sell lately."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models import goals, measures
from models.db import Db
from models.errors import Refusal
from models.goal_days import A_DAY, work_days
from models.goals import NewGoal
from models.measures import Measure
from models.rosters import ACTIVE, SHADOW, roster
from models.values import Period, PeriodKind, Role, TeamInfo

EVEN, LAST_YEAR, ABILITY, HAND = "even", "last_year", "ability", "hand"
# How far back «lately» goes.
LATELY = 90


@dataclass(frozen=True, slots=True)
class Base:
    """What a member's share is based on: `value` in the goal's measure, or working days for an even
    draft; None where nothing is known, and the weight is that of the lowest of the others.
    """

    member_id: int
    weight: int
    value: int | None


def people(db: Db, team: TeamInfo, title: str, today: dt.date) -> list[int]:
    """Who has a share: members and leads with that title, and managers who sold lately.

    Raises Refusal where there is nobody.
    """
    members = roster(db, team.id).members
    wanted = goals.titles(db, team.id).get(title.lower(), frozenset()) if title else None
    lately = Period(PeriodKind.RANGE, today - LATELY * A_DAY, today)
    sold = measures.values(db, team.id, measures.AMOUNT, lately)
    found = [
        member.id
        for member in members.values()
        if member.state in (ACTIVE, SHADOW)
        and (wanted is None or member.id in wanted)
        and (member.role in (Role.MEMBER, Role.LEAD) or sold.get(member.id, 0) > 0)
    ]
    if not found:
        raise Refusal("goal-split-nobody")
    return found


def bases(
    db: Db, team: TeamInfo, wanted: NewGoal, basis: str, *, who: Sequence[int], today: dt.date
) -> list[Base]:
    """The weights of some members; raises Refusal where nobody has anything to go by."""
    days = {
        one: len(work_days(db, team, one, wanted.period.first, wanted.period.last)) for one in who
    }
    if basis == EVEN:
        if not any(days.values()):
            return [Base(one, 1, None) for one in who]
        return [Base(one, days[one], days[one]) for one in who]
    measure = Measure(wanted.metric, wanted.subject)
    if basis == LAST_YEAR:
        values = measures.values(db, team.id, measure, year_before(wanted.period))
        return _weighed(who, values, values)
    first = today - (LATELY - 1) * A_DAY
    values = measures.values(db, team.id, measure, Period(PeriodKind.RANGE, first, today))
    present = {one: len(work_days(db, team, one, first, today)) for one in who}
    weights = {one: values.get(one, 0) * 1000 * days[one] // max(1, present[one]) for one in who}
    return _weighed(who, weights, values)


def _weighed(
    who: Sequence[int], weights: Mapping[int, int], values: Mapping[int, int]
) -> list[Base]:
    known = [weights.get(one, 0) for one in who if weights.get(one, 0) > 0]
    if not known:
        raise Refusal("goal-split-no-data")
    return [
        Base(one, weights[one], values.get(one))
        if weights.get(one, 0) > 0
        else Base(one, min(known), None)
        for one in who
    ]


def by_hand(weights: Mapping[int, int]) -> list[Base]:
    """The weights that a lead gave by hand."""
    return [Base(one, weight, weight) for one, weight in weights.items()]


def year_before(period: Period) -> Period:
    """The same period a year before."""
    if period.kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR):
        return Period.of(period.kind, _year_before(period.first))
    return Period(PeriodKind.RANGE, _year_before(period.first), _year_before(period.last))


def _year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
