"""Rows on their way out: what leaves next for a chat, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from bot.core.cards import Card, Delivery, decode
from bot.core.events import Chat as ChatRef
from bot.core.events import Sender as SenderRef
from models import chats
from models.db import Db, Row
from models.messages import OUTGOING_OPEN, Outgoing
from models.team import Chat

# Answers that are gathered into one message where a line has formed: a chat folds long ones.
AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its chat an answer stands: the topic, and the platform's ids of the message it
    answers or replaces and of the press it is a notice to.
    """

    topic: str = ""
    answers: str | None = None
    replaces: str | None = None
    notice: str | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Waiting:
    """What leaves as one message: one row, or several that were gathered; and how often the first
    was tried.
    """

    ids: tuple[int, ...]
    chat_id: int
    chat: ChatRef
    platform: str
    account: str
    cards: tuple[Card, ...]
    language: str
    delivery: str
    attempts: int
    mentions: tuple[SenderRef, ...]
    place: Place
    silent: bool
    is_planned: bool = False


# What a transaction leaves to be sent: a chat with rows that wait, or an answer that is on its way.
Due = int | Waiting


@dataclass(frozen=True, slots=True)
class Done:
    """How rows ended: sent, unknown or failed, with the platform's id for what was sent."""

    ids: tuple[int, ...]
    state: str
    receipt: str | None = None


_DONE = (
    update(Outgoing)
    .where(Outgoing.id == bindparam("key"))
    .values(state=bindparam("to"), receipt=bindparam("sent_as"))
)
# As many as may leave together; the rest of a long line waits for its turn.
_NEXT = (
    select(
        Outgoing.id,
        Outgoing.content,
        Outgoing.language,
        Outgoing.delivery,
        Outgoing.attempts,
        Outgoing.silent,
        Outgoing.reply_route,
        Outgoing.question_id,
        Outgoing.key,
        Outgoing.topic,
        Outgoing.answers,
        Outgoing.replaces,
        Outgoing.notice_to,
    )
    .where(OUTGOING_OPEN, Outgoing.chat_id == bindparam("chat"), Outgoing.state == "queued")
    .order_by(Outgoing.id)
    .limit(AT_ONCE)
)
_MARK = (
    update(Outgoing)
    .where(Outgoing.id == bindparam("key"))
    .values(state="sending", attempts=Outgoing.attempts + 1)
)
_CHAT = select(Chat.native, Chat.is_group, Chat.title, Chat.platform, Chat.account).where(
    Chat.id == bindparam("chat")
)


def recover(db: Db) -> list[int]:
    """After a start: what was cut off is tried again where it matters; returns the chats with
    something to send.
    """
    db.session.execute(
        update(Outgoing)
        .where(
            OUTGOING_OPEN, Outgoing.state == "sending", Outgoing.delivery == Delivery.CHATTER.value
        )
        .values(state="unknown")
    )
    db.session.execute(
        update(Outgoing).where(OUTGOING_OPEN, Outgoing.state == "sending").values(state="queued")
    )
    open_chats = select(Outgoing.chat_id).where(OUTGOING_OPEN).distinct()
    return list(db.session.scalars(open_chats))


def settle(db: Db, done: Done) -> None:
    """Write down how rows ended."""
    for key in done.ids:
        db.change(_DONE, key=key, to=done.state, sent_as=done.receipt)


def take(db: Db, chat_id: int, gathers: Callable[[str], int]) -> Waiting | None:
    """What leaves next for a chat, marked as on its way before it does."""
    rows = db.rows(_NEXT, chat=chat_id)
    chat = db.row(_CHAT, chat=chat_id) if rows else None
    if chat is None:
        return None
    native, is_group, title, platform, account = chat
    rows = _together(rows, gathers(platform))
    cards = tuple(decode(row[1]) for row in rows)
    if any(card.file is not None or card.picture is not None for card in cards):
        # A file or picture stands alone, over its own caption.
        rows, cards = rows[:1], cards[:1]
    for row in rows:
        db.change(_MARK, key=row[0])
    _, _, language, _, attempts, silent, _, _, key, *place = rows[0]
    called = dict.fromkeys(member for card in cards for member in card.mentions)
    return Waiting(
        ids=tuple(row[0] for row in rows),
        chat_id=chat_id,
        chat=ChatRef(native, bool(is_group), title, place[0]),
        platform=platform,
        account=account,
        cards=cards,
        language=language,
        # Where one of them matters, all are sent again after a cut.
        delivery=min(row[3] for row in rows),
        attempts=attempts + 1,
        mentions=tuple(
            SenderRef(*each) for each in (chats.accounts_of(db, called, chat_id) if called else ())
        ),
        place=Place(*place),
        silent=bool(silent),
        is_planned=key is not None,
    )


def _together(rows: list[Row], gathers: int) -> list[Row]:
    """The rows that leave as one message: the first, and where a line has formed those behind it
    that are plain words to the same place. A question, an edit or what can be quoted stands alone.
    """
    if not gathers or len(rows) < gathers:
        return rows[:1]
    first = rows[0]
    found = []
    for row in rows:
        *_, attempts, silent, route, question, _, topic, _, replaces, notice = row
        is_plain = not (route or question or replaces or notice or attempts)
        if not is_plain or (row[2], silent, topic) != (first[2], first[5], first[9]):
            break
        found.append(row)
    return found or rows[:1]
