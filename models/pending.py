"""Proposals that wait for a yes: nothing is counted until one is chosen, and each
is chosen once.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
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
    select(PendingSale.proposals)
    .where(
        PendingSale.team_id == bindparam("team"),
        PendingSale.member_id == bindparam("member"),
        PendingSale.state == "open",
        PendingSale.reason == "no_amount",
        PendingSale.chat_id == bindparam("chat"),
        _COLUMNS.asked_at >= bindparam("since", type_=MOMENT_NUMBER),
    )
    .order_by(PendingSale.id.desc())
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
_OPEN = select(func.count()).where(
    PendingSale.team_id == bindparam("team"),
    PendingSale.state == "open",
    _COLUMNS.asked_at >= bindparam("since", type_=MOMENT_NUMBER),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked, about which message, when and where."""

    team_id: int
    member_id: int
    chat_id: int
    source: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept with a question: the proposals as JSON, the words that were asked about, and
    the title and day of the list where they stood in one.
    """

    proposals: Sequence[Any] = ()
    words: str = ""
    chain: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """The proposal that was chosen, the message it is about, and the list it stood in."""

    proposal: Any
    source: int | None
    chain: tuple[str, str] | None


def keep(db: Db, asked: Asked, reason: str, kept: Kept) -> int:
    """Keep proposals until one is chosen. An older open question is over."""
    close_for(db, asked.team_id, asked.member_id)
    row = PendingSale(
        team_id=asked.team_id,
        member_id=asked.member_id,
        reason=reason,
        proposals=json.dumps(asdict(kept), ensure_ascii=False),
        source=asked.source,
        chat_id=asked.chat_id,
        asked_at=asked.at,
        state="open",
    )
    db.session.add(row)
    db.flush()
    return row.id


def take(db: Db, choice: int, option: int, member_id: int, now: dt.datetime) -> Taken:
    """The chosen proposal as it was kept; raises Refusal where it is not open."""
    row = _end(db, choice, member_id, now, "taken")
    kept = json.loads(row.proposals)
    if not 1 <= option <= len(kept["proposals"]):
        raise Refusal("common-expired")
    return Taken(kept["proposals"][option - 1], row.source, kept["chain"])


def drop(db: Db, choice: int, member_id: int, now: dt.datetime) -> str:
    """Close a question of which nothing was chosen; returns its reason. Raises Refusal where it is
    not open.
    """
    return _end(db, choice, member_id, now, "closed").reason


def _end(db: Db, choice: int, member_id: int, now: dt.datetime, state: str) -> PendingSale:
    row = db.session.get(PendingSale, choice)
    if row is None or row.member_id != member_id:
        raise Refusal("common-not-yours")
    # Compare and set: two presses in one moment book once.
    won = db.session.execute(
        update(PendingSale)
        .where(PendingSale.id == choice, PendingSale.state == "open")
        .values(state=state)
        .returning(PendingSale.id)
    ).first()
    if won is None or now - row.asked_at > OPEN_FOR:
        raise Refusal("common-expired")
    return row


def amount_asked(
    db: Db, team_id: int, member_id: int, *, chat_id: int, now: dt.datetime
) -> str | None:
    """The words whose amount the member was asked for in that chat in the last ten minutes, if the
    question is open.
    """
    since = milliseconds(now - OPEN_FOR)
    row = db.row(_AMOUNT_ASKED, team=team_id, member=member_id, chat=chat_id, since=since)
    return None if row is None else str(json.loads(row[0])["words"])


def close_for(db: Db, team_id: int, member_id: int) -> None:
    """The member's open questions are over: the sale was told in another way."""
    db.change(_CLOSE, team=team_id, member=member_id)


def open_count(db: Db, team_id: int, since: dt.datetime) -> int:
    """How many questions since that moment got no answer."""
    row = db.row(_OPEN, team=team_id, since=milliseconds(since))
    return 0 if row is None else int(row[0])
