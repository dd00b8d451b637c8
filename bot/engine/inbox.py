"""The inbox: every message once, whatever the platform repeats, and none lost on the way."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict

from sqlalchemy import bindparam, literal_column, select, update

from bot.core.events import Attachment, Chat, EventKind, Incoming, Quote, Sender
from models.base import MOMENT_NUMBER, insert, milliseconds
from models.db import Db
from models.messages import RECEIVED_OPEN, Received, received_as

# Minutes until the next try after the first, second … failure; five tries, then a dead letter
# (reliability P22).
RETRY_MINUTES = (1, 5, 30, 120)
MAX_TRIES = len(RETRY_MINUTES) + 1

_RECEIVE = (
    insert(Received)
    .values(
        platform=bindparam("platform"),
        account=bindparam("account"),
        chat=bindparam("chat"),
        message=bindparam("message"),
        kind=bindparam("kind"),
        received_at=bindparam("received_at", type_=MOMENT_NUMBER),
        state=bindparam("state"),
        attempts=bindparam("attempts"),
        body=bindparam("body"),
    )
    .on_conflict_do_nothing(index_elements=["platform", "account", "chat", "message", "kind"])
    .returning(Received.id)
)
_CLOSE = (
    update(Received).where(Received.id == bindparam("key")).values(state=bindparam("to"), body=None)
)


_ANY_HELD = select(Received.id).where(RECEIVED_OPEN, literal_column("state = 'held'")).limit(1)


def receive(db: Db, incoming: Incoming, now: dt.datetime, *, waiting: bool = False) -> int | None:
    """Write the message's key; None where it was taken before.

    `waiting` keeps the whole message for a try later; otherwise it is being worked on in this
    transaction.
    """
    kind: str = incoming.kind.value
    row = db.row(
        _RECEIVE,
        platform=incoming.platform,
        account=incoming.account,
        chat=incoming.chat.id,
        message=incoming.message_id,
        kind=f"{kind}:{incoming.revision}" if incoming.revision else kind,
        received_at=milliseconds(now),
        state="pending" if waiting else "done",
        attempts=0 if waiting else 1,
        body=pack(incoming) if waiting else None,
    )
    return None if row is None else int(row[0])


def close(db: Db, received_id: int, state: str = "done") -> None:
    """The message is dealt with: its text goes."""
    db.change(_CLOSE, key=received_id, to=state)


def begin_try(db: Db, received_id: int) -> bool:
    """Count a try before it is made; False for a message that has had them all.

    So one that kills the process each time becomes a dead letter and is not tried for ever.
    """
    row = db.session.get_one(Received, received_id)
    if row.attempts >= MAX_TRIES:
        row.state, row.retry_at = "dead", None
        return False
    row.attempts += 1
    return True


def put_off(db: Db, received_id: int, incoming: Incoming, now: dt.datetime) -> int:
    """Keep a message that failed for another try; returns how many it had.

    After MAX_TRIES it is a dead letter.
    """
    row = db.session.get_one(Received, received_id)
    row.body = pack(incoming)
    if row.attempts >= MAX_TRIES:
        row.state, row.retry_at = "dead", None
    else:
        row.state = "pending"
        row.retry_at = now + dt.timedelta(minutes=RETRY_MINUTES[row.attempts - 1])
    return row.attempts


def supersede(db: Db, received_id: int) -> None:
    """Give up a message that waits for a try: a later word about it takes its place."""
    db.session.execute(
        update(Received)
        .where(Received.id == received_id, Received.state == "pending")
        .values(state="done", body=None, retry_at=None)
    )


def hold(db: Db, received_id: int, incoming: Incoming, until: dt.datetime) -> None:
    """Keep a message that came before the one it is about."""
    row = db.session.get_one(Received, received_id)
    row.body, row.state, row.retry_at, row.attempts = pack(incoming), "held", until, 0
    db.memory.shelf("held")["any"] = True


def is_open(db: Db, received_id: int) -> bool:
    """Whether a message still waits for somebody to work on it."""
    return db.session.get_one(Received, received_id).state in ("pending", "held")


def waiting(db: Db, now: dt.datetime) -> list[tuple[int, Incoming]]:
    """The messages whose next try is due, oldest first."""
    rows = db.session.scalars(
        select(Received)
        .where(RECEIVED_OPEN)
        .where((Received.retry_at.is_(None)) | (Received.retry_at <= now))
        .order_by(Received.id)
    )
    return [(row.id, unpack(row.body or "{}")) for row in rows]


def held_for(db: Db, incoming: Incoming) -> list[tuple[int, Incoming]]:
    """The edits and recalls of this message that came before it."""
    # Asked of the table once, not for every message. Another process's held edit is found by its
    # time.
    known = db.memory.shelf("held")
    if "any" not in known:
        known["any"] = db.row(_ANY_HELD) is not None
    if not known["any"]:
        return []
    rows = db.session.scalars(
        select(Received).where(
            RECEIVED_OPEN,
            Received.state == "held",
            Received.platform == incoming.platform,
            Received.account == incoming.account,
            Received.chat == incoming.chat.id,
            Received.message == incoming.message_id,
        )
    )
    return [(row.id, unpack(row.body or "{}")) for row in rows]


def original(db: Db, incoming: Incoming) -> int | None:
    """The received id of the message that an edit or recall is about; None where it never came."""
    return received_as(
        db,
        incoming.platform,
        incoming.account,
        chat=incoming.chat.id,
        message=incoming.message_id,
    )


def next_retry(db: Db) -> dt.datetime | None:
    """When the next put-off message is due."""
    return db.session.scalar(
        select(Received.retry_at)
        .where(RECEIVED_OPEN, Received.retry_at.is_not(None))
        .order_by(Received.retry_at)
        .limit(1)
    )


def pack(incoming: Incoming) -> str:
    """A message as JSON; its text is already masked."""
    body = asdict(incoming)
    body["sent_at"] = incoming.sent_at.isoformat()
    return json.dumps(body, ensure_ascii=False)


def unpack(row: str) -> Incoming:
    """The message that `pack` wrote."""
    body = json.loads(row)
    quote = body["quote"]
    return Incoming(
        platform=body["platform"],
        account=body["account"],
        chat=Chat(**body["chat"]),
        sender=Sender(**body["sender"]),
        message_id=body["message_id"],
        sent_at=dt.datetime.fromisoformat(body["sent_at"]),
        text=body["text"],
        kind=EventKind(body["kind"]),
        revision=body["revision"],
        quote=Quote(**quote) if quote else None,
        attachments=tuple(Attachment(**each) for each in body["attachments"]),
    )
