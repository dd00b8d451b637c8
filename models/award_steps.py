"""What people do with awards: handing out, confirming, and letting through what waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from models import membership
from models.award_rows import DUE, PAID, RECEIVED, WAITING, WITHDRAWN
from models.base import MOMENT_NUMBER, milliseconds
from models.db import Db
from models.errors import Refusal
from models.reward_clauses import Prize
from models.reward_tables import Award
from models.rosters import roster
from models.values import MemberInfo, Role

# Awards in one list.
MANY = 500


@dataclass(frozen=True, slots=True)
class Sums:
    """How many awards there are and what they come to in minor units; things cost nothing here."""

    count: int
    amount: int

    @classmethod
    def of(cls, rows: Collection[Award]) -> Sums:
        """The sums of awards."""
        return cls(len(rows), sum(row.amount for row in rows))


# Compare and set: of two people who do the same in the same moment, one does it.
_MOVE = (
    update(Award)
    .where(Award.id == bindparam("key_"), Award.state == bindparam("old"))
    .values(
        state=bindparam("new"),
        missed=bindparam("flag"),
        paid_by=bindparam("who"),
        paid_at=bindparam("paid", type_=MOMENT_NUMBER),
        received_at=bindparam("received", type_=MOMENT_NUMBER),
    )
)


def require(db: Db, team_id: int, number: int) -> Award:
    """The award of that number; raises Refusal where there is none."""
    query = select(Award).where(Award.team_id == team_id, Award.number == number)
    row = db.session.scalar(query)
    if row is None:
        raise Refusal("reward-not-found", number=number)
    return row


def prize(row: Award) -> Prize:
    """What an award is."""
    return Prize(row.amount, row.thing)


def listed(
    db: Db,
    team_id: int,
    states: Sequence[str],
    *,
    member_id: int | None = None,
    newest: bool = False,
) -> list[Award]:
    """A team's awards in some states, the oldest first unless the newest are wanted."""
    query = select(Award).where(Award.team_id == team_id, Award.state.in_(states))
    if member_id is not None:
        query = query.where(Award.member_id == member_id)
    order = Award.number.desc() if newest else Award.number
    return list(db.session.scalars(query.order_by(order).limit(MANY)))


def groundless(db: Db, team_id: int) -> list[Award]:
    """What was paid and has lost its reason since, the newest first."""
    query = select(Award).where(
        Award.team_id == team_id, Award.groundless == 1, Award.state.in_((PAID, RECEIVED))
    )
    return list(db.session.scalars(query.order_by(Award.number.desc()).limit(MANY)))


def pay(db: Db, actor: MemberInfo, row: Award, now: dt.datetime) -> None:
    """Note that an award was handed out: its payer may, and managers. Raises Refusal."""
    _require_payer(db, actor, row)
    if row.state != DUE:
        raise Refusal(f"reward-is-{row.state}", number=row.number)
    _move(db, row, PAID, who=actor.id, paid=now)


def unpay(db: Db, actor: MemberInfo, row: Award) -> None:
    """Take back that an award was handed out, unless the winner has confirmed it; one that has lost
    its reason since is withdrawn.
    """
    _require_payer(db, actor, row)
    if row.state != PAID:
        raise Refusal("reward-not-paid", number=row.number)
    _move(db, row, WITHDRAWN if row.groundless else DUE)


def receive(db: Db, actor: MemberInfo, row: Award, now: dt.datetime) -> None:
    """Note that an award has arrived: its winner says so. Raises Refusal."""
    _require_winner(db, actor, row)
    if row.state != PAID:
        raise Refusal(_unreceivable(row), number=row.number)
    _move(db, row, RECEIVED, who=row.paid_by, paid=row.paid_at, received=now)


def miss(db: Db, actor: MemberInfo, row: Award) -> None:
    """Note that what was paid did not arrive: it is due again, or withdrawn where it has lost its
    reason since. Raises Refusal.
    """
    _require_winner(db, actor, row)
    if row.state != PAID:
        raise Refusal(_unreceivable(row), number=row.number)
    _move(db, row, WITHDRAWN if row.groundless else DUE, flag=1)


def release(db: Db, actor: MemberInfo, row: Award) -> None:
    """Let through what waits for room in the budget; managers may. Raises Refusal."""
    membership.require(db, actor, Role.MANAGER)
    if row.state != WAITING:
        raise Refusal("reward-not-waiting", number=row.number)
    _move(db, row, DUE)


def _unreceivable(row: Award) -> str:
    if row.state == WITHDRAWN:
        return "reward-is-withdrawn"
    return "reward-is-received" if row.state == RECEIVED else "reward-not-paid"


def _require_payer(db: Db, actor: MemberInfo, row: Award) -> None:
    if actor.id == row.payer_id:
        return
    if actor.role < Role.MANAGER or actor.state != "active":
        name = roster(db, row.team_id).name(row.payer_id)
        raise Refusal("reward-not-payer", number=row.number, name=name)


def _require_winner(db: Db, actor: MemberInfo, row: Award) -> None:
    if actor.id != row.member_id:
        name = roster(db, row.team_id).name(row.member_id)
        raise Refusal("reward-not-yours", number=row.number, name=name)


def _move(
    db: Db,
    row: Award,
    into: str,
    *,
    flag: int = 0,
    who: int | None = None,
    paid: dt.datetime | None = None,
    received: dt.datetime | None = None,
) -> None:
    moved = db.change(
        _MOVE,
        key_=row.id,
        old=row.state,
        new=into,
        flag=flag,
        who=who,
        paid=milliseconds(paid) if paid is not None else None,
        received=milliseconds(received) if received is not None else None,
    )
    if not moved:
        raise Refusal("reward-changed-meanwhile")
    db.session.refresh(row)
