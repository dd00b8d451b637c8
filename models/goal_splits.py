"""Drafts of members' shares: made, answered, balanced and confirmed; before that nothing is set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from models import goal_bases, membership
from models.db import Db
from models.errors import Refusal
from models.goal_bases import Base
from models.goal_shares import divided
from models.goal_tables import GoalShare, GoalSplit
from models.goals import NewGoal
from models.numbering import next_number
from models.values import MemberInfo, Metric, Period, PeriodKind, Role, TeamInfo

LETTER = "GS"
OPEN, CONFIRMED, DROPPED = "open", "confirmed", "dropped"
DRAFTED, ACCEPTED, COUNTERED = "drafted", "accepted", "countered"
DECLINED, SETTLED = "declined", "settled"
# The states of a share that somebody has said something to.
ANSWERED = frozenset({ACCEPTED, COUNTERED, DECLINED, SETTLED})
HAND = goal_bases.HAND
MAX_WORDS = 200


@dataclass(frozen=True, slots=True)
class Share:
    """A member's share as it stands; `counts` is what of it would be set now."""

    member_id: int
    target: int
    base: int | None
    weight: int
    wish: int | None
    words: str
    state: str

    @property
    def counts(self) -> int:
        """Nothing for who declined."""
        return 0 if self.state == DECLINED else self.target


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with its shares, known by its number (#GS3)."""

    id: int
    number: int
    team_id: int
    made_by: int
    basis: str
    state: str
    goal: NewGoal
    shares: tuple[Share, ...]

    @property
    def total(self) -> int:
        """The sum of what would be set now."""
        return sum(share.counts for share in self.shares)

    @property
    def wishes(self) -> tuple[Share, ...]:
        """Counter-proposals that are not decided."""
        return tuple(share for share in self.shares if share.state == COUNTERED)

    def share(self, member_id: int) -> Share | None:
        """The share of a member."""
        return next((each for each in self.shares if each.member_id == member_id), None)


def draft(
    db: Db,
    team: TeamInfo,
    actor: MemberInfo,
    wanted: NewGoal,
    *,
    basis: str,
    now: dt.datetime,
    by_hand: Mapping[int, int] | None = None,
) -> Draft:
    """Draft the members' shares of a goal; an open draft of the same goal is dropped.

    Leads may. Raises Refusal for a share of a market, a period that is over, and where there is
    nobody or nothing to go by.
    """
    membership.require(db, actor, Role.LEAD)
    today = team.day_of(now)
    if wanted.metric is Metric.SHARE:
        raise Refusal("goal-split-share")
    if wanted.period.last < today:
        raise Refusal("goal-past")
    if by_hand:
        found = goal_bases.by_hand(by_hand)
    else:
        who = goal_bases.people(db, team, wanted.title, today)
        found = goal_bases.bases(db, team, wanted, basis, who=who, today=today)
    for before in opened(db, team.id):
        if _key(before.goal) == _key(wanted):
            close(db, before, DROPPED)
    return _written(db, actor, wanted, basis, found, now=now)


def _key(goal: NewGoal) -> tuple[object, ...]:
    return (goal.title, goal.metric, goal.subject, goal.period)


def _written(
    db: Db,
    actor: MemberInfo,
    wanted: NewGoal,
    basis: str,
    found: Sequence[Base],
    *,
    now: dt.datetime,
) -> Draft:
    row = GoalSplit(
        team_id=actor.team_id,
        number=next_number(db, actor.team_id, LETTER),
        title=wanted.title,
        metric=wanted.metric.value,
        subject=wanted.subject,
        unit=wanted.unit,
        period=wanted.period.kind.value,
        first=wanted.period.first,
        last=wanted.period.last,
        target=wanted.target,
        basis=basis,
        made_by=actor.id,
        at=now,
    )
    db.session.add(row)
    db.flush()
    targets = divided(wanted.target, [b.weight for b in found], unit=_unit(wanted.metric))
    for base, target in zip(found, targets, strict=True):
        db.session.add(
            GoalShare(
                split_id=row.id,
                member_id=base.member_id,
                target=target,
                base=base.value,
                weight=base.weight,
            )
        )
    db.flush()
    return require(db, actor.team_id, row.number)


def _unit(metric: Metric) -> int:
    return 100 if metric is Metric.AMOUNT else 1


def opened(db: Db, team_id: int) -> list[Draft]:
    """The open drafts of a team, the newest first."""
    query = select(GoalSplit).where(GoalSplit.team_id == team_id, GoalSplit.state == OPEN)
    return [_info(db, row) for row in db.session.scalars(query.order_by(GoalSplit.id.desc()))]


def opened_of(db: Db, team_id: int, member_id: int) -> list[Draft]:
    """The open drafts in which a member has a share, the newest first."""
    return [each for each in opened(db, team_id) if each.share(member_id) is not None]


def require(db: Db, team_id: int, number: int) -> Draft:
    """The draft of that number; raises Refusal where there is none."""
    query = select(GoalSplit).where(GoalSplit.team_id == team_id, GoalSplit.number == number)
    row = db.session.scalar(query)
    if row is None:
        raise Refusal("goal-split-not-found", number=number)
    return _info(db, row)


def _info(db: Db, row: GoalSplit) -> Draft:
    query = select(GoalShare).where(GoalShare.split_id == row.id)
    shares = tuple(
        Share(s.member_id, s.target, s.base, s.weight, s.wish, s.words, s.state)
        for s in db.session.scalars(query.order_by(GoalShare.member_id))
    )
    period = Period(PeriodKind(row.period), row.first, row.last)
    goal = NewGoal(None, Metric(row.metric), period, row.target, row.title, row.subject, row.unit)
    return Draft(row.id, row.number, row.team_id, row.made_by, row.basis, row.state, goal, shares)


def answer(
    db: Db,
    found: Draft,
    member: MemberInfo,
    state: str,
    *,
    wish: int | None = None,
    words: str = "",
) -> Draft:
    """Note what a member says to the own share: accepted, countered with a wish, or declined.

    Raises Refusal where the draft is over or the member has no share in it.
    """
    _require_open(found)
    if found.share(member.id) is None:
        raise Refusal("goal-share-none")
    _change(db, found, member.id, state=state, wish=wish, words=words[:MAX_WORDS])
    return require(db, found.team_id, found.number)


def settle(db: Db, actor: MemberInfo, found: Draft, targets: Mapping[int, int]) -> Draft:
    """Decide the shares of some members by a lead's word; raises Refusal for who has none."""
    membership.require(db, actor, Role.LEAD)
    _require_open(found)
    for member_id, target in targets.items():
        if found.share(member_id) is None:
            raise Refusal("goal-share-stranger")
        _change(db, found, member_id, target=target, state=SETTLED, wish=None)
    return require(db, found.team_id, found.number)


def balance(db: Db, actor: MemberInfo, found: Draft) -> tuple[Draft, list[int]]:
    """Divide what is missing to the whole, or too much, among those who have not answered yet, or
    where all have, among those who agreed; returns whose share is another now.

    Raises Refusal where nobody is left or the others have more than the whole.
    """
    membership.require(db, actor, Role.LEAD)
    _require_open(found)
    free = [s for s in found.shares if s.state == DRAFTED]
    free = free or [s for s in found.shares if s.state == ACCEPTED]
    if not free:
        raise Refusal("goal-balance-nobody")
    fixed = found.total - sum(share.counts for share in free)
    rest = found.goal.target - fixed
    if rest < len(free):
        raise Refusal("goal-balance-too-much")
    weights = [share.weight for share in free]
    weights = weights if sum(weights) else [1] * len(free)
    targets = divided(rest, weights, unit=_unit(found.goal.metric))
    changed = []
    for share, target in zip(free, targets, strict=True):
        if share.target != target:
            changed.append(share.member_id)
            _change(db, found, share.member_id, target=target, state=DRAFTED)
    return require(db, found.team_id, found.number), changed


def drop(db: Db, actor: MemberInfo, found: Draft) -> None:
    """Give a draft up; raises Refusal for one that is over."""
    membership.require(db, actor, Role.LEAD)
    close(db, found, DROPPED)


def close(db: Db, found: Draft, state: str) -> None:
    """Let a draft be over; raises Refusal for one that is."""
    change = (
        update(GoalSplit)
        .where(GoalSplit.id == found.id, GoalSplit.state == OPEN)
        .values(state=state)
        .returning(GoalSplit.id)
    )
    if db.session.execute(change).first() is None:
        raise Refusal("goal-split-over", number=found.number)
    db.session.expire_all()


def _require_open(found: Draft) -> None:
    if found.state != OPEN:
        raise Refusal("goal-split-over", number=found.number)


def _change(db: Db, found: Draft, member_id: int, **values: object) -> None:
    db.session.execute(
        update(GoalShare)
        .where(GoalShare.split_id == found.id, GoalShare.member_id == member_id)
        .values(**values)
    )
    db.session.expire_all()
