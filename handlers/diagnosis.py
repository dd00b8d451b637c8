"""`诊断`: how the bot is doing, as far as those in the chat can act on it."""

from __future__ import annotations

from bot.kit import Card, Ctx, Role, Router, T, read_words, t
from models import chats, lines, schedules
from models.messages import Line

router = Router("diagnosis")


@router.command("diagnose", "诊断", "自检", role=Role.MANAGER)
def diagnose(ctx: Ctx) -> Card:
    """Show the platforms' lines, what is stuck, the clock and the next planned work."""
    stuck = lines.waiting(ctx.db, chats.of_team(ctx.db, ctx.team.id))
    found = lines.lines(ctx.db)
    parts = [
        *(_line(ctx, each) for each in found),
        t("diagnosis-waiting", received=stuck.received, outgoing=stuck.outgoing, dead=stuck.dead),
        t(
            "diagnosis-clock",
            zone=ctx.team.zone.key,
            time=f"{ctx.now.astimezone(ctx.team.zone):%m-%d %H:%M}",
        ),
        _plan(ctx),
    ]
    wrong = sum(bool(each.trouble) for each in found) + bool(stuck.dead)
    return Card(t("diagnosis-title", wrong=wrong), tuple(parts))


def _line(ctx: Ctx, line: Line) -> T:
    if not line.trouble:
        return t("diagnosis-line-well", platform=line.platform)
    since = f"{line.since.astimezone(ctx.team.zone):%m-%d %H:%M}"
    what = read_words(line.trouble)
    return t("diagnosis-line-trouble", platform=line.platform, since=since, what=what)


def _plan(ctx: Ctx) -> T:
    planned = schedules.planned(ctx.db, ctx.team.id)
    if not planned:
        return t("diagnosis-no-plan")
    due = min(row.due_at for row in planned).astimezone(ctx.team.zone)
    return t("diagnosis-plan", time=f"{due:%m-%d %H:%M}")
