"""Badges that members hold: given once, with evidence, withdrawn where the evidence was never true.

A correction or a taken back record says that an order was not so: what stood on it alone is
withdrawn, and comes back when the level is reached again. A refund says that a customer changed
their mind later: the badge stays. The badges of a week or month stand by the ledger as it was when
the period was closed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import bindparam, select, update

from models.badge_kinds import KINDS
from models.badge_proofs import proof
from models.badge_tables import Badge
from models.badge_values import HELD, LETTER, WITHDRAWN, Held, Now, Reached
from models.base import DAY_TEXT, MOMENT_NUMBER, insert, milliseconds
from models.db import Db
from models.errors import Refusal
from models.numbering import next_number
from models.values import TeamInfo

_SHELF = "badges"


_C = Badge.__table__.c
_COLUMNS = (
    Badge.id,
    Badge.number,
    Badge.member_id,
    Badge.kind,
    Badge.level,
    Badge.period,
    Badge.value,
    _C.first,
    _C.last,
    Badge.sale,
    Badge.position,
    Badge.state,
    _C.day,
    _C.told,
)
_OF_MEMBER = select(*_COLUMNS).where(Badge.member_id == bindparam("member")).order_by(Badge.id)
_ONE = select(*_COLUMNS).where(
    Badge.team_id == bindparam("team"), Badge.number == bindparam("record")
)
_OF_TEAM = (
    select(*_COLUMNS)
    .where(Badge.team_id == bindparam("team"), Badge.state == HELD)
    .order_by(Badge.id)
)
_SINCE = (
    select(*_COLUMNS)
    .where(
        Badge.team_id == bindparam("team"),
        Badge.state == HELD,
        _C.day >= bindparam("first", type_=DAY_TEXT),
        _C.day <= bindparam("last", type_=DAY_TEXT),
    )
    .order_by(Badge.id)
)
_GIVE = (
    insert(Badge)
    .values(
        team_id=bindparam("team"),
        number=bindparam("number"),
        member_id=bindparam("member"),
        kind=bindparam("kind"),
        level=bindparam("level"),
        period=bindparam("period"),
        value=bindparam("value"),
        first=bindparam("first", type_=DAY_TEXT),
        last=bindparam("last", type_=DAY_TEXT),
        sale=bindparam("sale"),
        position=bindparam("position"),
        snapshot=bindparam("snapshot"),
        state=HELD,
        day=bindparam("day", type_=DAY_TEXT),
        at=bindparam("at", type_=MOMENT_NUMBER),
    )
    .on_conflict_do_nothing(index_elements=["member_id", "kind", "level", "period"])
)
# The evidence moves to where the level is reached now.
_STAND_ON = (
    update(Badge)
    .where(Badge.id == bindparam("key"))
    .values(
        value=bindparam("value"),
        first=bindparam("first", type_=DAY_TEXT),
        last=bindparam("last", type_=DAY_TEXT),
        sale=bindparam("sale"),
        position=bindparam("position"),
        snapshot=bindparam("snapshot"),
        state=HELD,
        at=bindparam("at", type_=MOMENT_NUMBER),
    )
)
_WITHDRAW = (
    update(Badge).where(Badge.id == bindparam("key"), Badge.state == HELD).values(state=WITHDRAWN)
)
_TELL = update(Badge).where(Badge.id == bindparam("key")).values(told=_C.last)


def of_member(db: Db, member_id: int) -> dict[tuple[str, int, str], Held]:
    """All badges a member ever had, by what they are for; remembered until one changes."""
    shelf = db.memory.shelf(_SHELF)
    found: dict[tuple[str, int, str], Held] | None = shelf.get(member_id)
    if found is None:
        rows = map(_held, db.rows(_OF_MEMBER, member=member_id))
        found = shelf[member_id] = {badge.key: badge for badge in rows}
    return found


def of_team(db: Db, team_id: int) -> list[Held]:
    """All badges that are worn in a team, the first one first."""
    return [_held(row) for row in db.rows(_OF_TEAM, team=team_id)]


def given(db: Db, team_id: int, first: dt.date, last: dt.date) -> list[Held]:
    """The badges that were given from one business day to another and are still worn."""
    rows = db.rows(_SINCE, team=team_id, first=first.isoformat(), last=last.isoformat())
    return [_held(row) for row in rows]


def require(db: Db, team_id: int, number: int) -> Held:
    """The badge of that number; raises Refusal where there is none."""
    row = db.row(_ONE, team=team_id, record=number)
    if row is None:
        raise Refusal("badge-not-found", number=number)
    return _held(row)


def _held(row: Sequence[object]) -> Held:
    badge = Held(*row)  # type: ignore[arg-type]
    read = dt.date.fromisoformat
    return replace(
        badge,
        first=read(str(badge.first)),
        last=read(str(badge.last)),
        day=read(str(badge.day)),
        told=read(str(badge.told)) if badge.told is not None else None,
    )


def give(db: Db, team: TeamInfo, member_id: int, reached: Reached, now: Now) -> Held | None:
    """Give a badge, or give one back that was withdrawn; None where the member wears it already."""
    key = (reached.kind, reached.level, reached.period)
    known = of_member(db, member_id).get(key)
    if known is not None and known.is_held:
        return None
    position, snapshot = proof(db, team, member_id, reached)
    facts = {
        "value": reached.value,
        "first": reached.first.isoformat(),
        "last": reached.last.isoformat(),
        "sale": reached.sale,
        "position": position,
        "snapshot": snapshot,
    }
    if known is not None:
        db.change(_STAND_ON, key=known.id, at=milliseconds(now.at), **facts)
    else:
        db.change(
            _GIVE,
            team=team.id,
            number=next_number(db, team.id, LETTER),
            member=member_id,
            kind=reached.kind,
            level=reached.level,
            period=reached.period,
            day=now.today.isoformat(),
            at=milliseconds(now.at),
            **facts,
        )
    _forget(db, member_id)
    return of_member(db, member_id)[key]


def stand_on(
    db: Db, team: TeamInfo, badge: Held, reached: Reached, *, at: dt.datetime
) -> None:  # fmt: skip
    """Let a badge stand on other orders than before."""
    position, snapshot = proof(db, team, badge.member_id, reached)
    db.change(
        _STAND_ON,
        key=badge.id,
        value=reached.value,
        first=reached.first.isoformat(),
        last=reached.last.isoformat(),
        sale=reached.sale,
        position=position,
        snapshot=snapshot,
        at=milliseconds(at),
    )
    _forget(db, badge.member_id)


def withdraw(db: Db, badge: Held) -> bool:
    """Take a badge off whose orders were corrected away; False where it was off already."""
    _forget(db, badge.member_id)
    return db.change(_WITHDRAW, key=badge.id) > 0


def tell(db: Db, told: Iterable[Held]) -> None:
    """Note that these were cheered, each for the day on which it was reached."""
    for badge in told:
        db.change(_TELL, key=badge.id)
        _forget(db, badge.member_id)


def _forget(db: Db, member_id: int) -> None:
    db.memory.shelf(_SHELF).pop(member_id, None)


def is_news(badge: Held) -> bool:
    """Whether it was never cheered for the day it stands on, nor for a later one."""
    return badge.told is None or badge.told < badge.last


def can_fall(badge: Held) -> bool:
    """Whether corrections may take it away."""
    return badge.is_held and KINDS[badge.kind].can_fall
