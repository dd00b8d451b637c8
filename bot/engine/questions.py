"""Numbered questions: asked of one member in one chat, open for ten minutes, answered once."""

from __future__ import annotations

import datetime as dt
import json

from sqlalchemy import bindparam, insert, select, update

from bot.core.cards import Card, Expect
from bot.core.context import Ctx
from models.base import MOMENT_NUMBER, milliseconds
from models.db import Db
from models.errors import Refusal
from models.messages import Outgoing, Question, sent_as

OPEN_FOR = dt.timedelta(minutes=10)

_ASK = (
    insert(Question)
    .values(
        chat_id=bindparam("chat"),
        member_id=bindparam("member"),
        options=bindparam("options"),
        state="open",
        asked_at=bindparam("asked", type_=MOMENT_NUMBER),
        expires_at=bindparam("expires", type_=MOMENT_NUMBER),
    )
    .returning(Question.id)
)
_LATEST = (
    select(Question.id, Question.options)
    .where(
        Question.chat_id == bindparam("chat"),
        Question.member_id == bindparam("member"),
        Question.state == "open",
        Question.__table__.c.expires_at >= bindparam("now", type_=MOMENT_NUMBER),
    )
    .order_by(Question.id.desc())
    .limit(1)
)
# Compare and set: of two answers in the same moment one wins.
_ANSWER = (
    update(Question)
    .where(Question.id == bindparam("key"), Question.state == "open")
    .values(state="answered")
)
_SUPERSEDE = (
    update(Question)
    .where(
        Question.chat_id == bindparam("chat"),
        Question.member_id == bindparam("member"),
        Question.state == "open",
    )
    .values(state="superseded")
)


def ask(db: Db, chat_id: int, member_id: int, card: Card, now: dt.datetime) -> int:
    """Open a question; an older open one of that member in that chat is over."""
    db.change(_SUPERSEDE, chat=chat_id, member=member_id)
    row = db.row(
        _ASK,
        chat=chat_id,
        member=member_id,
        options=json.dumps(
            [[button.command, *button.words] for button in card.buttons], ensure_ascii=False
        ),
        asked=milliseconds(now),
        expires=milliseconds(now + OPEN_FOR),
    )
    if row is None:
        raise LookupError("the question was not written")
    return int(row[0])


def close(ctx: Ctx) -> None:
    """The actor's open question in this chat is over: the message it was about is another now."""
    ctx.db.change(_SUPERSEDE, chat=ctx.chat.id, member=ctx.actor.id)


# An answer in a word is as short as this; a longer text is no answer and asks no table.
LONGEST_WORD = 8


def answered(ctx: Ctx, text: str) -> str | None:
    """The command line that a bare number, or the word of an option, means here and now, or None;
    raises Refusal for a wrong number.
    """
    said = text.strip().rstrip("。.!！").strip()
    is_number = said.isdecimal() and len(said) <= 2
    if not is_number and not 0 < len(said) <= LONGEST_WORD:
        return None
    found = ctx.db.row(
        _LATEST, chat=ctx.chat.id, member=ctx.actor.id, now=milliseconds(ctx.sent_at)
    )
    if found is None:
        return None
    options = json.loads(found[1])
    if is_number:
        if not 1 <= int(said) <= len(options):
            raise Refusal("common-which-number", last=len(options))
        chosen = options[int(said) - 1]
    else:
        chosen = next((each for each in options if said.lower() in each[1:]), None)
    if chosen is None:
        return None
    ctx.db.change(_ANSWER, key=found[0])
    line: str = chosen[0]
    return line


def pressed(ctx: Ctx, message: str, line: str) -> str:
    """The command line behind a pressed button; raises Refusal for a strange, expired or foreign
    one.

    `~2` is the second button of the message, as platforms write lines that are too long for them.
    """
    found = ctx.db.session.execute(
        select(Outgoing.question_id, Outgoing.content)
        .where(Outgoing.chat_id == ctx.chat.id, Outgoing.receipt == message)
        # Of a message that was edited, the newest row is what it shows.
        .order_by(Outgoing.id.desc())
        .limit(1)
    ).first()
    if found is None:
        raise Refusal("common-expired")
    lines = [command for _, command in json.loads(found.content).get("b", ())]
    number = line.removeprefix("~")
    if number != line and number.isdecimal() and 1 <= int(number) <= len(lines):
        line = lines[int(number) - 1]
    if line not in lines:
        raise Refusal("common-expired")
    if found.question_id is None:
        return line
    question = ctx.db.session.get_one(Question, found.question_id)
    if question.member_id != ctx.actor.id:
        raise Refusal("common-not-yours")
    if question.state != "open" or question.expires_at < ctx.sent_at:
        raise Refusal("common-expired")
    if not ctx.db.change(_ANSWER, key=question.id):
        raise Refusal("common-expired")
    return line


def expectation(ctx: Ctx) -> Expect | None:
    """What quoting the quoted card means, if it is one of ours in this chat."""
    quote = ctx.incoming.quote
    if quote is None or quote.message_id is None:
        return None
    found = sent_as(ctx.db, ctx.chat.id, quote.message_id)
    return Expect(found.route, found.subject) if found is not None and found.route else None
