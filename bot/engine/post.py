"""Answers on their way out: each card becomes a row in the transaction that caused it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Integer, and_, bindparam, case, select

from bot.core.cards import Button, Card, Expect, encode, t
from bot.core.context import Ctx
from bot.core.events import EventKind
from bot.engine import questions
from bot.engine.drawing import in_colours
from bot.engine.waiting import NOWHERE, Due, Place, Waiting
from models.base import MOMENT_NUMBER, insert, milliseconds
from models.chats import GONE, home_chat, owner_of, private_chat, private_of, told_first
from models.db import Db
from models.errors import Ambiguous
from models.messages import OUTGOING_OPEN, Outgoing
from models.rosters import roster
from models.teams import team_info
from models.values import ChatInfo, MemberInfo, TeamInfo

# An answer that nothing stands before is on its way from the start: it need not be asked for again.
_IS_FIRST = and_(
    bindparam("direct", type_=Integer) == 1,
    ~select(Outgoing.id)
    .where(OUTGOING_OPEN, Outgoing.chat_id == bindparam("chat"))
    .correlate(None)
    .exists(),
)
_POST = (
    insert(Outgoing)
    .values(
        key=bindparam("key"),
        chat_id=bindparam("chat"),
        language=bindparam("language"),
        content=bindparam("content"),
        delivery=bindparam("delivery"),
        silent=bindparam("silent"),
        answers=bindparam("answers"),
        reply_route=bindparam("route"),
        reply_subject=bindparam("subject"),
        question_id=bindparam("question"),
        topic=bindparam("topic"),
        replaces=bindparam("replaces"),
        notice_to=bindparam("notice"),
        state=case((_IS_FIRST, "sending"), else_="queued"),
        attempts=case((_IS_FIRST, 1), else_=0),
        created_at=bindparam("created", type_=MOMENT_NUMBER),
    )
    .on_conflict_do_nothing(index_elements=["key"])
    .returning(Outgoing.id, Outgoing.state)
)


def _place(ctx: Ctx | None, card: Card, notice: bool) -> Place:
    if ctx is None:
        return NOWHERE
    incoming = ctx.incoming
    topic = incoming.chat.topic
    if incoming.kind is not EventKind.PRESS or incoming.quote is None:
        return Place(topic, incoming.message_id)
    pressed = incoming.quote.message_id
    return Place(
        topic,
        pressed,
        replaces=pressed if card.in_place else None,
        notice=incoming.revision if notice else None,
    )


class Outbox:
    """The answers to one message, or the posts of one slot."""

    def __init__(self, db: Db, now: dt.datetime, ctx: Ctx | None, chat: ChatInfo | None) -> None:
        self._db = db
        self._now = now
        self._ctx = ctx
        self._chat = chat
        self.due: list[Due] = []

    def post(self, cards: Card | Iterable[Card], *, notice: bool = False) -> None:
        """Write the rows; cards to the same place keep their order.

        With `notice` the answer to a press is for the one who pressed alone, where the platform can
        show it so.
        """
        ctx = self._ctx
        for card in [cards] if isinstance(cards, Card) else cards:
            if card.to is not None and ctx is not None:
                self._private(ctx.team, card, card.to)
            elif self._chat is not None:
                language = ctx.language if ctx is not None else "zh-CN"
                asked = self._asked(ctx, card) if ctx is not None else None
                to = _place(ctx, card, notice)
                if card.renews and to.replaces is None:
                    before = newest(self._db, self._chat.id, card.expect)
                    if before is None:
                        continue
                    to = replace(to, replaces=before)
                self.put(card, self._chat.id, language, asked=asked, to=to)

    def _asked(self, ctx: Ctx, card: Card) -> MemberInfo | None:
        if not card.question:
            return None
        if card.asks is None:
            return ctx.actor
        return roster(self._db, ctx.team.id).members[card.asks]

    def post_for(self, team: TeamInfo, cards: Iterable[Card], key: str, topic: str = "") -> None:
        """Write the rows of planned work; `key` makes each of them unique for ever, `topic` is the
        part of the group where it was asked for.
        """
        for n, card in enumerate(cards):
            if card.to is not None:
                self._private(team, card, card.to, key=f"{key}:{n}")
            else:
                chat_id = home_chat(self._db, team.id)
                if chat_id is not None:
                    self.put(card, chat_id, team.language, key=f"{key}:{n}", to=Place(topic))

    def _private(
        self, team: TeamInfo, card: Card, member_id: int, *, key: str | None = None
    ) -> None:
        chat_id = private_chat(self._db, member_id)
        if chat_id is None:
            seen = private_of(self._db, member_id)
            if key is not None and seen is not None and seen[1] == GONE:
                self.due += tell_unreached(self._db, seen[0], self._now)
            return
        member = roster(self._db, team.id).members[member_id]
        asked = member if card.question else None
        self.put(card, chat_id, member.language or team.language, key=key, asked=asked)

    def put(
        self,
        card: Card,
        chat_id: int,
        language: str,
        *,
        key: str | None = None,
        asked: MemberInfo | None = None,
        to: Place = NOWHERE,
    ) -> None:
        """Write one row for one chat."""
        card = in_colours(self._db, chat_id, card)
        question = None
        if asked is not None:
            question = questions.ask(self._db, chat_id, asked.id, card, self._now)
        expect = card.expect
        row = self._db.row(
            _POST,
            key=key,
            chat=chat_id,
            language=language,
            content=encode(card),
            delivery=card.delivery.value,
            silent=int(card.silent),
            answers=to.answers,
            route=expect.reply if expect else "",
            subject=expect.subject if expect else None,
            question=question,
            topic=to.topic,
            replaces=to.replaces,
            notice=to.notice,
            created=milliseconds(self._now),
            direct=int(self._is_direct(card, chat_id)),
        )
        if row is None:
            # Planned work that was posted before.
            return
        is_begun = row[1] == "sending" and self._ctx is not None
        self.due.append(self._begun(row[0], card, language, to=to) if is_begun else chat_id)

    def _begun(self, key: int, card: Card, language: str, *, to: Place) -> Due:
        """An answer to the message's own chat, as the sender wants it."""
        ctx = self._ctx
        if ctx is None:
            raise LookupError("planned work answers no message")
        return Waiting(
            ids=(key,),
            chat_id=ctx.chat.id,
            chat=ctx.incoming.chat,
            platform=ctx.incoming.platform,
            account=ctx.incoming.account,
            cards=(card,),
            language=language,
            delivery=card.delivery.value,
            attempts=1,
            mentions=(),
            place=to,
            silent=card.silent,
        )

    def _is_direct(self, card: Card, chat_id: int) -> bool:
        """Whether a card answers where its message came from, and nobody has to be looked up."""
        is_here = self._ctx is not None and self._ctx.chat.id == chat_id
        return is_here and not card.mentions


def newest(db: Db, chat_id: int, expect: Expect | None) -> str | None:
    """The platform's id of the last card in a chat with that expectation, None where none was
    sent.
    """
    if expect is None:
        return None
    query = select(Outgoing.receipt).where(
        Outgoing.chat_id == chat_id,
        Outgoing.reply_route == expect.reply,
        Outgoing.reply_subject == expect.subject,
        Outgoing.receipt.is_not(None),
    )
    return db.session.scalar(query.order_by(Outgoing.id.desc()).limit(1))


def tell_unreached(db: Db, chat_id: int, now: dt.datetime) -> list[Due]:
    """Tell the team's group, once, that a digest does not reach somebody and how to change that;
    returns what is due to be sent.
    """
    found = owner_of(db, chat_id)
    home = home_chat(db, found[0]) if found is not None else None
    if found is None or home is None or not told_first(db, chat_id):
        return []
    team = team_info(db, found[0])
    name = roster(db, team.id).name(found[1])
    card = Card(t("common-unreachable", name=name), mentions=(found[1],))
    outbox = Outbox(db, now, None, None)
    outbox.put(card, home, team.language)
    return outbox.due


def which_person(names: Ambiguous, line: str) -> Card:
    """The question which of several people of one name is meant; an option is the line with that
    person in it.
    """
    options = []
    for member_id, label in names.candidates:
        exact = f"@{names.name}#{member_id}"
        before, _, after = line.partition(names.name)
        options.append(
            Button(
                t("common-as-is", text=label), f"{before.removesuffix('@')} {exact} {after}".strip()
            )
        )
    return Card(t("common-which-person", name=names.name), buttons=tuple(options), question=True)
