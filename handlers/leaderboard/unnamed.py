"""Taking one's name off boards: `隐身`, `隐身 关`."""

from __future__ import annotations

from bot.kit import Button, Card, Ctx, Role, Switch, t
from handlers.leaderboard.routing import router
from models import visibility


@router.command("hide", "隐身", role=Role.MEMBER)
def hide(ctx: Ctx, switch: Switch | None = None) -> Card:
    """Be shown without a name on boards and digests, or with it again; what was sold counts."""
    is_hidden = switch is not Switch.OFF
    changed = visibility.hide(ctx.db, ctx.actor, ctx.now, is_hidden=is_hidden)
    key = ("board-hidden-on" if is_hidden else "board-hidden-off") + ("" if changed else "-already")
    line = "/hide off" if is_hidden else "/hide on"
    button = Button(t("board-button-show" if is_hidden else "board-button-hide"), line)
    return Card(t(key), buttons=(button,))
