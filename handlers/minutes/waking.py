"""Minutes that were posted in private, told to the group."""

from __future__ import annotations

from bot.kit import Answer, WakeCtx
from handlers.minutes.routing import router
from handlers.minutes.words import Scene, whole
from models import minutes
from models.minutes_lines import ACTION

NEWS = "minutes"


@router.reminder(NEWS)
def news(ctx: WakeCtx) -> Answer:
    """Post in the group what was confirmed in private."""
    cards = []
    for wake in ctx.due:
        row = minutes.by_id(ctx.db, ctx.team.id, wake.subject)
        meeting = minutes.meeting_of(ctx.db, ctx.team.id, row.meeting_id) if row else None
        if row is None or meeting is None or row.state != minutes.POSTED:
            continue
        found = minutes.lines(ctx.db, row)
        owners = {i for line in found if line.kind == ACTION for i in line.people}
        card = whole(Scene(ctx.db, ctx.team, ctx.now, meeting), row)
        cards.append(card.with_(mentions=tuple(sorted(owners - {row.by_id}))))
    return cards
