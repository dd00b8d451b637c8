"""Rows of awards: their states, and how one is written once and never again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from models.base import DAY_TEXT, MOMENT_NUMBER, insert, milliseconds
from models.db import Db
from models.ledger import Sale
from models.numbering import next_number
from models.reward_clauses import Prize
from models.reward_tables import Award

LETTER = "R"
DUE, WAITING, PAID = "due", "waiting", "paid"
RECEIVED, WITHDRAWN = "received", "withdrawn"
OPEN, SETTLED = frozenset({DUE, WAITING}), frozenset({PAID, RECEIVED})


@dataclass(frozen=True, slots=True)
class NewAward:
    """An award to be made; the parts are those of the table."""

    team_id: int
    key: str
    member_id: int
    prize: Prize
    day: dt.date
    payer_id: int
    occasion: str
    rules_id: int | None = None
    clause: int = 0
    part: int = 0
    tier: int = 0
    origin: str = ""
    words: str = ""


_ADD = (
    insert(Award)
    .values(
        team_id=bindparam("team"),
        number=bindparam("sign"),
        key=bindparam("name"),
        rules_id=bindparam("rules"),
        clause=bindparam("place"),
        occasion=bindparam("when"),
        part=bindparam("piece"),
        origin=bindparam("source"),
        words=bindparam("said"),
        member_id=bindparam("member"),
        amount=bindparam("money"),
        thing=bindparam("what"),
        tier=bindparam("level"),
        day=bindparam("date", type_=DAY_TEXT),
        state=bindparam("standing"),
        groundless=0,
        missed=0,
        position=bindparam("row"),
        payer_id=bindparam("payer"),
        made_at=bindparam("at", type_=MOMENT_NUMBER),
    )
    .on_conflict_do_nothing(index_elements=["team_id", "key"])
    .returning(Award.id)
)
# What `counting.position` asks, for the way of every order.
_NEWEST = select(Sale.id).where(Sale.team_id == bindparam("team")).order_by(Sale.id.desc()).limit(1)
_KEY = select(Award.id).where(Award.team_id == bindparam("team"), Award.key == bindparam("name"))


def has_key(db: Db, team_id: int, key: str) -> bool:
    """Whether there is an award of that key."""
    return db.row(_KEY, team=team_id, name=key) is not None


def _position(db: Db, team_id: int) -> int:
    row = db.row(_NEWEST, team=team_id)
    return int(row[0]) if row is not None else 0


def add(db: Db, new: NewAward, now: dt.datetime) -> tuple[int, int] | None:
    """Write an award that is due; returns its id and number, None where its key is taken."""
    if has_key(db, new.team_id, new.key):
        return None
    number = next_number(db, new.team_id, LETTER)
    row = db.row(
        _ADD,
        team=new.team_id,
        sign=number,
        name=new.key,
        rules=new.rules_id,
        place=new.clause,
        when=new.occasion,
        piece=new.part,
        source=new.origin,
        said=new.words,
        member=new.member_id,
        money=new.prize.amount,
        what=new.prize.thing,
        level=new.tier,
        date=new.day.isoformat(),
        standing=DUE,
        row=_position(db, new.team_id),
        payer=new.payer_id,
        at=milliseconds(now),
    )
    return (int(row[0]), number) if row is not None else None
