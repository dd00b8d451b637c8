"""Answers on their way out: each card becomes a row in the transaction that caused it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import bindparam

from bot.core.cards import Button, Card, encode, t
from bot.core.context import Ctx
from bot.engine import questions
from models.base import MOMENT_NUMBER, insert, milliseconds
from models.chats import home_chat, private_chat
from models.db import Db
from models.errors import Ambiguous
from models.messages import Outgoing
from models.rosters import roster
from models.values import ChatInfo, MemberInfo, TeamInfo

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
        state="queued",
        attempts=0,
        created_at=bindparam("created", type_=MOMENT_NUMBER),
    )
    .on_conflict_do_nothing(index_elements=["key"])
)


class Outbox:
    """The answers to one message, or the posts of one slot."""

    def __init__(self, db: Db, now: dt.datetime, ctx: Ctx | None, chat: ChatInfo | None) -> None:
        self._db = db
        self._now = now
        self._ctx = ctx
        self._chat = chat
        self.chats: list[int] = []

    def post(self, cards: Card | Iterable[Card]) -> None:
        """Write the rows; cards to the same place keep their order."""
        ctx = self._ctx
        for card in [cards] if isinstance(cards, Card) else cards:
            if card.to is not None and ctx is not None:
                self._private(ctx.team, card, card.to)
            elif self._chat is not None:
                language = ctx.language if ctx is not None else "zh-CN"
                answers = ctx.incoming.message_id if ctx is not None else None
                asked = self._asked(ctx, card) if ctx is not None else None
                self.put(card, self._chat.id, language, answers=answers, asked=asked)

    def _asked(self, ctx: Ctx, card: Card) -> MemberInfo | None:
        if not card.question:
            return None
        if card.asks is None:
            return ctx.actor
        return roster(self._db, ctx.team.id).members[card.asks]

    def post_for(self, team: TeamInfo, cards: Iterable[Card], key: str) -> None:
        """Write the rows of planned work; `key` makes each of them unique for ever."""
        for n, card in enumerate(cards):
            if card.to is not None:
                self._private(team, card, card.to, key=f"{key}:{n}")
            else:
                chat_id = home_chat(self._db, team.id)
                if chat_id is not None:
                    self.put(card, chat_id, team.language, key=f"{key}:{n}")

    def _private(
        self, team: TeamInfo, card: Card, member_id: int, *, key: str | None = None
    ) -> None:
        chat_id = private_chat(self._db, member_id)
        if chat_id is None:
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
        answers: str | None = None,
        asked: MemberInfo | None = None,
    ) -> None:
        """Write one row for one chat."""
        question = None
        if asked is not None:
            question = questions.ask(self._db, chat_id, asked.id, card, self._now)
        expect = card.expect
        self._db.change(
            _POST,
            key=key,
            chat=chat_id,
            language=language,
            content=encode(card),
            delivery=card.delivery.value,
            silent=int(card.silent),
            answers=answers,
            route=expect.reply if expect else "",
            subject=expect.subject if expect else None,
            question=question,
            created=milliseconds(self._now),
        )
        self.chats.append(chat_id)


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
