"""Proposals that wait for a yes: nothing is counted until one is chosen, and each
is chosen once.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select, update

from models.base import MOMENT_NUMBER, milliseconds
from models.db import Db
from models.errors import Refusal
from models.ledger import PendingSale

# How long a question stays open, the same for everybody (product notes, B3 row 8).
OPEN_FOR = dt.timedelta(minutes=10)

_COLUMNS = PendingSale.__table__.c
_AMOUNT_ASKED = (
    select(PendingSale.id)
    .where(
        PendingSale.team_id == bindparam("team"),
        PendingSale.member_id == bindparam("member"),
        PendingSale.state == "open",
        PendingSale.reason == "no_amount",
        _COLUMNS.asked_at >= bindparam("since", type_=MOMENT_NUMBER),
    )
    .limit(1)
)
_CLOSE = (
    update(PendingSale)
    .where(
        PendingSale.team_id == bindparam("team"),
        PendingSale.member_id == bindparam("member"),
        PendingSale.state == "open",
    )
    .values(state="closed")
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked, about which message, and when."""

    team_id: int
    member_id: int
    source: int
    at: dt.datetime


def keep(db: Db, asked: Asked, reason: str, proposals: Sequence[Any]) -> int:
    """Keep proposals until one is chosen; they are packed as JSON. An older open
    question is over.
    """
    close_for(db, asked.team_id, asked.member_id)
    row = PendingSale(
        team_id=asked.team_id,
        member_id=asked.member_id,
        reason=reason,
        proposals=json.dumps(proposals, ensure_ascii=False),
        source=asked.source,
        asked_at=asked.at,
        state="open",
    )
    db.session.add(row)
    db.flush()
    return row.id


def take(
    db: Db, choice: int, option: int, member_id: int, now: dt.datetime
) -> tuple[Any, int | None]:
    """The chosen proposal as it was kept, and the message it is about; raises Refusal where it is
    not open.
    """
    row = db.session.get(PendingSale, choice)
    if row is None or row.member_id != member_id:
        raise Refusal("common-not-yours")
    # Compare and set: two presses in one moment book once.
    won = db.session.execute(
        update(PendingSale)
        .where(PendingSale.id == choice, PendingSale.state == "open")
        .values(state="taken")
        .returning(PendingSale.id)
    ).first()
    proposals = json.loads(row.proposals)
    if won is None or now - row.asked_at > OPEN_FOR or not 1 <= option <= len(proposals):
        raise Refusal("common-expired")
    return proposals[option - 1], row.source


def amount_asked(db: Db, team_id: int, member_id: int, now: dt.datetime) -> int | None:
    """The open question how much it was, if the member was asked in the last ten minutes."""
    since = milliseconds(now - OPEN_FOR)
    row = db.row(_AMOUNT_ASKED, team=team_id, member=member_id, since=since)
    return None if row is None else int(row[0])


def close_for(db: Db, team_id: int, member_id: int) -> None:
    """The member's open questions are over: the sale was told in another way."""
    db.change(_CLOSE, team=team_id, member=member_id)


def open_count(db: Db, team_id: int, since: dt.datetime) -> int:
    """How many questions since that moment got no answer."""
    return (
        db.session.scalar(
            select(func.count()).where(
                PendingSale.team_id == team_id,
                PendingSale.state == "open",
                PendingSale.asked_at >= since,
            )
        )
        or 0
    )
