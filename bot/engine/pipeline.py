"""The way of one message: once into the inbox, to the right route, its rows and answers in one
transaction.
"""

from __future__ import annotations

import datetime as dt
import logging
import secrets
from dataclasses import dataclass, replace
from typing import Protocol

from bot.core.cards import Card, joined, t
from bot.core.commands import Answer
from bot.core.context import Ctx
from bot.core.events import EventKind, Incoming
from bot.core.table import Table
from bot.engine import inbox, late, lifecycle, mentions, post, questions, strangers
from bot.engine.connect import meaning
from bot.engine.mentions import account_of
from bot.engine.routes import Routes
from bot.engine.waiting import Due
from bot.language.privacy import mask
from bot.language.text import clean
from models import people
from models.db import Db
from models.errors import Ambiguous, Refusal
from models.sales import LedgerChange
from models.teams import Defaults
from models.values import MemberInfo, Role

# A message dated further off than this carries a broken clock; the time of receipt is used
# (reliability §6, 72).
MAX_AHEAD = dt.timedelta(minutes=5)
MAX_BEHIND = dt.timedelta(days=30)
# How long an edit or recall waits for its original, in seconds (reliability §3.4).
HOLD_SECONDS = 60

log = logging.getLogger("pipeline")


class Clock(Protocol):
    """Tells the time, aware and in UTC."""

    def now(self) -> dt.datetime:
        """The present moment."""


@dataclass(slots=True)
class Pipeline:
    """Takes one message through the house; runs on the database's thread, inside a transaction."""

    table: Table
    clock: Clock
    defaults: Defaults

    def take(self, db: Db, incoming: Incoming) -> list[Due]:
        """Receive and work on a message at once; returns what is due to be sent."""
        incoming, masked = tidy(incoming)
        now = self.clock.now()
        received = inbox.receive(db, incoming, now)
        if received is None:
            return []
        return self._work(db, received, incoming, now, masked=masked)

    def store(self, db: Db, incoming: Incoming) -> int | None:
        """Receive a message without working on it; None for a repeat."""
        return inbox.receive(db, tidy(incoming)[0], self.clock.now(), waiting=True)

    def retry(self, db: Db, received: int, incoming: Incoming) -> list[Due]:
        """Work on a message that waited, unless somebody did already; its try must have been
        counted in an earlier transaction.
        """
        if not inbox.is_open(db, received):
            return []
        return self._work(db, received, tidy(incoming)[0], self.clock.now(), again=True)

    def _work(
        self,
        db: Db,
        received: int,
        incoming: Incoming,
        now: dt.datetime,
        *,
        again: bool = False,
        masked: bool = False,
    ) -> list[Due]:
        if incoming.kind in lifecycle.KINDS:
            lifecycle.follow(db, incoming)
            return []
        scene = people.recognise(db, account_of(incoming), self.defaults, now)
        if scene.team is not None and "@" in incoming.text:
            incoming = mentions.resolved(db, incoming, scene.team.id, now)
        ctx = self._context(db, scene, incoming, received, now, masked=masked)
        outbox = post.Outbox(db, now, ctx, scene.chat)
        db.take_announced()
        try:
            with db.savepoint():
                if self._too_early(db, received, incoming, now, again=again):
                    return []
                outbox.post(self._cards(db, scene, ctx, incoming, now))
        except Refusal as refusal:
            outbox.post(_in_time(ctx, Card(t(refusal.key, **refusal.values))), notice=True)
        except Ambiguous as names:
            outbox.post(_in_time(ctx, post.which_person(names, names.line or incoming.text)))
        except Exception as error:
            if not db.is_open or meaning(error) is not None:
                # The disk or the file, and no mistake of a handler: nothing of this may stay.
                raise
            self._failed(db, received, incoming, now, outbox)
            return outbox.due
        if again:
            inbox.close(db, received)
        if incoming.kind is EventKind.TEXT:
            outbox.due += self._release(db, incoming)
        return outbox.due

    def _context(
        self,
        db: Db,
        scene: people.Scene,
        incoming: Incoming,
        received: int,
        now: dt.datetime,
        *,
        masked: bool,
    ) -> Ctx | None:
        actor = scene.member or _nobody(scene, incoming)
        if scene.team is None or actor is None:
            return None
        if incoming.kind in (EventKind.EDIT, EventKind.RECALL):
            received = inbox.original(db, incoming) or received
        sent_at = incoming.sent_at
        if not now - MAX_BEHIND <= sent_at <= now + MAX_AHEAD:
            log.warning(
                "message.clock", extra={"received": received, "sent_at": sent_at.isoformat()}
            )
            sent_at = now
        return Ctx(
            db=db,
            team=scene.team,
            actor=actor,
            chat=scene.chat,
            incoming=incoming,
            text=incoming.text,
            now=now,
            sent_at=sent_at,
            today=scene.team.day_of(sent_at),
            source=received,
            commands=self.table,
            masked=masked,
        )

    def _cards(
        self, db: Db, scene: people.Scene, ctx: Ctx | None, incoming: Incoming, now: dt.datetime
    ) -> list[Card]:
        if ctx is None or (ctx.actor.id and strangers.is_one(scene)):
            them = strangers.Strangers(self.table, self.defaults)
            cards = them.answer(db, scene, incoming, now)
            if cards or ctx is None:
                return cards
            if scene.is_new:
                return [strangers.whose_account(scene)]
        return self._answer(ctx, incoming)

    def _answer(self, ctx: Ctx, incoming: Incoming) -> list[Card]:
        routes = Routes(self.table)
        if incoming.kind in (EventKind.TEXT, EventKind.FILE):
            answer = routes.text(ctx)
        elif incoming.kind is EventKind.PRESS:
            answer = routes.press(ctx)
        else:
            # A text that waits for its next try is not tried any more once its edit stands for it.
            inbox.supersede(ctx.db, ctx.source)
            if incoming.kind is EventKind.EDIT:
                questions.close(ctx)
            answer = routes.event(ctx)
        return late.quieten(ctx, [*as_list(answer), *self._followed(ctx)])

    def _followed(self, ctx: Ctx) -> list[Card]:
        """What features have to say about the changes that the message made to the ledger."""
        news = ctx.db.take_announced()
        if not news:
            return []
        changes = [each for each in news if isinstance(each, LedgerChange)]
        return joined([c for run in self.table.followers for c in as_list(run(ctx, changes))])

    def _too_early(
        self, db: Db, received: int, incoming: Incoming, now: dt.datetime, *, again: bool
    ) -> bool:
        """Hold an edit or recall whose original has not come yet; after a minute
        it stands alone.
        """
        if again or incoming.kind not in (EventKind.EDIT, EventKind.RECALL):
            return False
        if inbox.original(db, incoming) is not None:
            return False
        inbox.hold(db, received, incoming, now + dt.timedelta(seconds=HOLD_SECONDS))
        return True

    def _release(self, db: Db, incoming: Incoming) -> list[Due]:
        """Work on the edits and recalls that came before their message."""
        due: list[Due] = []
        for received, held in inbox.held_for(db, incoming):
            inbox.begin_try(db, received)
            due += self.retry(db, received, held)
        return due

    def _failed(
        self, db: Db, received: int, incoming: Incoming, now: dt.datetime, outbox: post.Outbox
    ) -> None:
        """The boundary: an incident code to the member at the first and the last failure, the
        traceback to the log, the message kept for a retry.
        """
        code = secrets.token_hex(3).upper()
        log.exception(
            "message.failed",
            extra={"incident": code, "received": received, "kind": incoming.kind.value},
        )
        tries = inbox.put_off(db, received, incoming, now)
        outbox.due.clear()
        if tries == 1:
            outbox.post(Card(t("common-incident", code=code)))
        elif tries == inbox.MAX_TRIES:
            outbox.post(Card(t("common-incident-final", code=code)))


def _nobody(scene: people.Scene, incoming: Incoming) -> MemberInfo | None:
    """The actor of what happened to a group by somebody whom the platform does not name."""
    if scene.team is None or incoming.sender.id or not incoming.chat.is_group:
        return None
    return MemberInfo(0, scene.team.id, "", Role.GUEST)


def _in_time(ctx: Ctx | None, card: Card) -> list[Card]:
    """A no or a question; a late message is only counted."""
    return [card] if ctx is None else late.quieten(ctx, [card])


def tidy(incoming: Incoming) -> tuple[Incoming, bool]:
    """Hygiene at the door, and whether there was something to mask.

    Control characters and excess length go, and customers' personal data with them: nothing behind
    this line, no row and no log, ever sees it.
    """
    text, masked = mask(clean(incoming.text))
    quote = incoming.quote
    if quote is not None and quote.text:
        quote = replace(quote, text=mask(clean(quote.text))[0])
    if text == incoming.text and quote is incoming.quote:
        return incoming, masked
    return replace(incoming, text=text, quote=quote), masked


def as_list(answer: Answer) -> list[Card]:
    """The cards of a handler's answer."""
    if answer is None:
        return []
    return [answer] if isinstance(answer, Card) else list(answer)
