"""The bot's first words in a group, and what it has to know about the group's settings."""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, Role, Router, t
from models import entries, membership
from models.chats import told_first
from models.rosters import roster

router = Router("welcome")


@router.on("added")
def added(ctx: Ctx) -> Card:
    """Say in a few lines what the bot is for, or that the ledger is still there."""
    if entries.has_any(ctx.db, ctx.team.id):
        return Card(t("welcome-back"))
    lines = (t("welcome-sale"), t("welcome-board"), t("welcome-more"))
    return Card(t("welcome-hello"), lines)


@router.on("creator")
def creator(ctx: Ctx) -> Answer:
    """Who made the group owns the team, unless somebody does already."""
    if roster(ctx.db, ctx.team.id).with_role(Role.OWNER) or ctx.actor.role >= Role.OWNER:
        return None
    membership.become_owner(ctx.db, ctx.actor, ctx.now)
    return Card(t("welcome-owner", name=ctx.actor.name), silent=True)


@router.on("deaf")
def deaf(ctx: Ctx) -> Answer:
    """Tell once how ordinary messages reach the bot, and that commands do anyway."""
    if not told_first(ctx.db, ctx.chat.id):
        return None
    known = ctx.actor.id != 0
    lines = (t("welcome-deaf-how"), t("welcome-deaf-anyway"))
    title = t("welcome-deaf", name=ctx.actor.name, known=int(known))
    return Card(title, lines, mentions=(ctx.actor.id,) if known else ())
