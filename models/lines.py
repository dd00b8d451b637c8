"""What is known about the platforms' lines: kept so that people can ask in the chat."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from models.base import insert
from models.db import Db
from models.messages import OUTGOING_OPEN, RECEIVED_OPEN, Line, Outgoing, Received


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is stuck: messages that wait for a try, answers that wait to be sent, dead letters."""

    received: int
    outgoing: int
    dead: int


def note(db: Db, platform: str, trouble: str, now: dt.datetime) -> None:
    """Note that something is wrong with a platform's line, or with an empty text that it works."""
    row = insert(Line).values(platform=platform, trouble=trouble, since=now)
    db.session.execute(
        row.on_conflict_do_update(
            index_elements=["platform"],
            set_={"trouble": trouble, "since": now},
            where=Line.trouble != trouble,
        )
    )


def lines(db: Db) -> list[Line]:
    """All platforms that were ever served, by name."""
    return list(db.session.scalars(select(Line).order_by(Line.platform)))


def waiting(db: Db, team_chats: list[int]) -> Waiting:
    """What is stuck; answers only of these chats."""
    received = select(func.count()).select_from(Received).where(RECEIVED_OPEN)
    outgoing = (
        select(func.count())
        .select_from(Outgoing)
        .where(OUTGOING_OPEN, Outgoing.chat_id.in_(team_chats))
    )
    dead = select(func.count()).select_from(Received).where(Received.state == "dead")
    return Waiting(*(db.session.scalar(query) or 0 for query in (received, outgoing, dead)))
