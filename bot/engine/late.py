"""Messages that reach the bot late: booked on their own day, told in one line instead of one answer
each.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from bot.core.cards import Card, t
from bot.core.context import Ctx
from bot.core.events import EventKind
from models import entries
from models.db import Db
from models.messages import CatchUp
from models.team import Chat, Team
from models.values import format_short

# A message older than this gets no answer of its own (reliability P7).
TOO_OLD = dt.timedelta(minutes=10)
# The one line waits this long for the rest of the backlog.
SETTLES_AFTER = dt.timedelta(seconds=5)


def quieten(ctx: Ctx, cards: list[Card]) -> list[Card]:
    """The cards to post: all for a fresh message, none for a late one, which is counted instead."""
    fresh = ctx.now - ctx.sent_at <= TOO_OLD
    if fresh or not cards or ctx.incoming.kind is EventKind.PRESS:
        return cards
    row = ctx.db.session.get(CatchUp, ctx.chat.id)
    if row is None:
        row = CatchUp(
            chat_id=ctx.chat.id,
            since=ctx.sent_at,
            until=ctx.sent_at,
            tell_at=ctx.now,
            booked=0,
            amount=0,
            unclear=0,
        )
        ctx.db.session.add(row)
    booked, amount = entries.booked_by(ctx.db, ctx.source)
    row.since, row.until = min(row.since, ctx.sent_at), max(row.until, ctx.sent_at)
    row.tell_at = ctx.now + SETTLES_AFTER
    row.booked += booked
    row.amount += amount
    row.unclear += int(not booked)
    ctx.db.flush()
    return []


def due(db: Db, now: dt.datetime) -> list[tuple[int, str, Card]]:
    """The one-line summaries that are due: (chat id, the team's language, card); they are told
    once.
    """
    found = []
    query = (
        select(CatchUp, Team.language)
        .join(Chat, Chat.id == CatchUp.chat_id)
        .join(Team, Team.id == Chat.team_id)
    )
    for row, language in db.session.execute(query.where(CatchUp.tell_at <= now)).all():
        lines = (t("common-late-unclear", count=row.unclear),) if row.unclear else ()
        title = t("common-late", count=row.booked, amount=format_short(row.amount))
        found.append((row.chat_id, language, Card(title, lines=lines)))
        db.session.delete(row)
    return found


def next_due(db: Db) -> dt.datetime | None:
    """When the next summary is due."""
    return db.session.scalar(select(CatchUp.tell_at).order_by(CatchUp.tell_at).limit(1))
