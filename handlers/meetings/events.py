"""What happens to a meeting when the message that planned it is edited or recalled."""

from __future__ import annotations

from bot.kit import Answer, Button, Card, Ctx, t
from handlers.meetings.cards import expect, head
from handlers.meetings.routing import router
from models import meeting_plans


@router.on("edit")
def edited(ctx: Ctx) -> Answer:
    """An edited message plans no second meeting: how the first one is changed is said."""
    return _answer(ctx, "meeting-edited")


@router.on("recall")
def recalled(ctx: Ctx) -> Answer:
    """A recalled message asks whether its meeting is called off; never a silent guess."""
    return _answer(ctx, "meeting-recalled")


def _answer(ctx: Ctx, key: str) -> Card | None:
    row = meeting_plans.from_source(ctx.db, ctx.team.id, ctx.source)
    if row is None:
        return None
    return Card(
        t(key, head=head(row), number=row.number),
        buttons=(
            Button(t("meeting-button-cancel"), f"/undo M{row.number}", ("取消",)),
            Button(t("meeting-button-hold"), "/dismiss keep", ("照开",)),
        ),
        question=True,
        expect=expect(row),
    )
