"""A goal over its weeks or days: what each is to bring, and what a missed one leaves to the rest.

Only the plan is kept. What a part that is over brought comes from the ledger, and the rest is
spread over those to come, so that late entries and corrections are right at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from models import goals, reminders
from models.db import Db
from models.errors import Refusal
from models.goal_days import A_DAY, daily, span, work_days
from models.goal_setting import JOB, SPREAD, require_right, tell
from models.goal_shares import divided, respread
from models.goal_tables import GoalPart, GoalTold
from models.goals import GoalInfo
from models.schedules import local_moment
from models.values import MemberInfo, Metric, Period, PeriodKind, TeamInfo

# When the job looks in the morning at what the part before brought.
MORNING = 9 * 60
MOST_DAYS = 92


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a goal: what it was `planned` to bring, what it did (`done`), and what it is to
    bring by now (`target`): for one that is over, what it brought.
    """

    n: int
    first: dt.date
    last: dt.date
    planned: int
    target: int
    done: int
    is_over: bool

    @property
    def kind(self) -> PeriodKind:
        """A day, or a week or a piece of one."""
        return PeriodKind.DAY if self.first == self.last else PeriodKind.WEEK


@dataclass(frozen=True, slots=True)
class Missed:
    """Parts that brought less than they were to and were not told yet, and what they leave.

    From `first` to `last` they brought `done` of `wanted`; `left` parts are to come, the next of
    them is to bring `next_target`. `numbers` are those of the parts, `kind` is as of a Part.
    """

    first: dt.date
    last: dt.date
    done: int
    wanted: int
    left: int
    next_target: int
    kind: PeriodKind
    numbers: tuple[int, ...]

    @property
    def gap(self) -> int:
        """What lacks."""
        return self.wanted - self.done


def unit_of(goal: GoalInfo) -> int:
    """Parts and shares of money are whole major units where the target is."""
    return 100 if goal.metric is Metric.AMOUNT else 1


def divide(
    db: Db,
    team: TeamInfo,
    actor: MemberInfo,
    goal: GoalInfo,
    kind: PeriodKind,
    *,
    now: dt.datetime,
) -> list[Part]:
    """Split a goal over the weeks or days of its period; returns the parts.

    Who may set the goal may split it. Raises Refusal where there are no two parts, or too many.
    """
    require_right(db, actor, goal.member_id, goal.title)
    if goal.metric is Metric.SHARE:
        raise Refusal("goal-split-share")
    pieces = _pieces(goal.period, kind)
    if len(pieces) < 2:
        raise Refusal("goal-split-short")
    if len(pieces) > MOST_DAYS:
        raise Refusal("goal-split-long")
    db.session.execute(delete(GoalPart).where(GoalPart.goal_id == goal.id))
    for n, (first, last) in enumerate(pieces, 1):
        weight = len(work_days(db, team, goal.member_id, first, last))
        db.session.add(GoalPart(goal_id=goal.id, n=n, first=first, last=last, weight=weight))
    db.flush()
    watch(db, team, goal, now)
    found = parts_of(db, goal, team.day_of(now))
    for part in found:
        if part.is_over:
            # What is over when a plan is made is no news of it.
            tell(db, goal.id, SPREAD, part.n, now)
    return found


def _pieces(period: Period, kind: PeriodKind) -> list[tuple[dt.date, dt.date]]:
    if kind is PeriodKind.DAY:
        return [(day, day) for day in span(period.first, period.last)]
    found, first = [], period.first
    while first <= period.last:
        last = min(Period.of(kind, first).last, period.last)
        found.append((first, last))
        first = last + A_DAY
    return found


def undivide(db: Db, actor: MemberInfo, goal: GoalInfo) -> None:
    """Take the parts of a goal away; raises Refusal where there are none."""
    require_right(db, actor, goal.member_id, goal.title)
    gone = db.session.execute(delete(GoalPart).where(GoalPart.goal_id == goal.id))
    if not gone.rowcount:  # type: ignore[attr-defined]
        raise Refusal("goal-split-none", number=goal.number)
    reminders.forget(db, goal.team_id, JOB, goal.id)


def parts_of(db: Db, goal: GoalInfo, today: dt.date) -> list[Part]:
    """The parts of a goal as of a day; none where it was not split."""
    query = select(GoalPart).where(GoalPart.goal_id == goal.id).order_by(GoalPart.n)
    rows = db.session.scalars(query).all()
    if not rows:
        return []
    sums = daily(db, goal, goal.period.first, goal.period.last)
    done = [_sum(sums, row.first, row.last) for row in rows]
    over = sum(row.last < today for row in rows)
    weights = _weights([row.weight for row in rows])
    planned = divided(goal.target, weights, unit=unit_of(goal))
    targets = respread(goal.target, done[:over], weights, unit=unit_of(goal))
    return [
        Part(row.n, row.first, row.last, planned[i], targets[i], done[i], i < over)
        for i, row in enumerate(rows)
    ]


def _weights(weights: list[int]) -> list[int]:
    return weights if sum(weights) else [1] * len(weights)


def _sum(sums: dict[dt.date, int], first: dt.date, last: dt.date) -> int:
    return sum(value for day, value in sums.items() if first <= day <= last)


def part_now(db: Db, goal: GoalInfo, today: dt.date) -> Part | None:
    """The part that holds a day."""
    found = (part for part in parts_of(db, goal, today) if part.first <= today <= part.last)
    return next(found, None)


def missed(db: Db, goal: GoalInfo, today: dt.date) -> Missed | None:
    """The parts that are over, brought less than was left to them when they began, and were not
    told yet; None where there are none, or nothing is left to bring or to come.
    """
    parts = parts_of(db, goal, today)
    over = [part for part in parts if part.is_over]
    rest = [part for part in parts if not part.is_over and part.target]
    told = _told(db, goal)
    wanted = _wanted(db, goal, [part.done for part in over])
    found = [
        (part, planned)
        for part, planned in zip(over, wanted, strict=True)
        if part.done < planned and part.n not in told
    ]
    if not found or not rest:
        return None
    late = [part for part, _ in found]
    return Missed(
        first=late[0].first,
        last=late[-1].last,
        done=sum(part.done for part in late),
        wanted=sum(planned for _, planned in found),
        left=len(rest),
        next_target=rest[0].target,
        kind=late[-1].kind,
        numbers=tuple(part.n for part in late),
    )


def _wanted(db: Db, goal: GoalInfo, done: Sequence[int]) -> list[int]:
    """What each of the first parts was to bring when it began, by what those before had brought."""
    query = select(GoalPart.weight).where(GoalPart.goal_id == goal.id).order_by(GoalPart.n)
    weights = _weights(list(db.session.scalars(query)))
    unit = unit_of(goal)
    return [respread(goal.target, done[:n], weights, unit=unit)[n] for n in range(len(done))]


def _told(db: Db, goal: GoalInfo) -> set[int]:
    query = select(GoalTold.n).where(GoalTold.goal_id == goal.id, GoalTold.kind == SPREAD)
    return set(db.session.scalars(query))


def say_once(db: Db, goal: GoalInfo, found: Missed, now: dt.datetime) -> bool:
    """Whether missed parts are still to be told; from now on they are not."""
    new = [tell(db, goal.id, SPREAD, n, now) for n in found.numbers]
    return any(new)


def watch(db: Db, team: TeamInfo, goal: GoalInfo, now: dt.datetime) -> None:
    """Wake the job on the morning after the first part that is not over yet."""
    reminders.forget(db, team.id, JOB, goal.id)
    if goal.state != goals.ACTIVE:
        return
    today = now.astimezone(team.zone).date()
    query = select(GoalPart.last).where(GoalPart.goal_id == goal.id).order_by(GoalPart.n)
    for last in db.session.scalars(query):
        at = local_moment(last + A_DAY, MORNING, team.zone)
        if last >= today - A_DAY and at > now and last < goal.period.last:
            reminders.remind(db, team.id, JOB, goal.id, at=at)
            return
