"""A day without nudges for oneself, and the team's quiet hours."""

from __future__ import annotations

import datetime as dt
import re

from bot.core.due_words import moment
from bot.kit import Answer, Card, Ctx, Refusal, Role, t
from handlers.leave.routing import router
from models import care, membership
from models.schedules import local_moment
from models.team import QUIET_FROM, QUIET_UNTIL

_OFF = frozenset({"关", "关闭", "关掉", "取消", "结束", "off"})
_ON = frozenset({"开", "打开", "开启", "on"})
_CLOCK = (
    r"(?P<{0}part>凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里)?\s*"
    r"(?P<{0}hour>\d{{1,2}})(?:[:：](?P<{0}minute>\d{{2}})|点(?P<{0}half>半)?(?:(?P<{0}rest>\d{{1,2}})分?)?)?"
    r"\s*(?P<{0}noon>am|pm)?"
)
_HOURS = re.compile(
    rf"{_CLOCK.format('a')}\s*(?:-|~|～|—+|–|至|到|to)\s*(?:次日|第二天|明早)?\s*{_CLOCK.format('b')}",
    re.IGNORECASE,
)
_LATE = frozenset({"下午", "傍晚", "晚上", "晚", "夜里"})
_DAY = dt.timedelta(days=1)


@router.command("quiet", "安静", role=Role.MEMBER, whole=True)
def mute(ctx: Ctx) -> Answer:
    """Leave the speaker in peace until the same time tomorrow, say until when, or end it."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    word = called.line.strip().lower()
    until = care.profile(ctx.db, ctx.actor.id).muted_until
    is_muted = until is not None and until > ctx.now
    if word in _OFF:
        care.mute(ctx.db, ctx.actor.id, None)
        return Card(t("leave-mute-ended" if is_muted else "leave-mute-none"))
    if word and word not in _ON:
        if called.typed:
            raise Refusal("leave-mute-how")
        return None
    if until is not None and is_muted:
        return Card(t("leave-muted", until=moment(until.astimezone(ctx.team.zone), ctx.local)))
    local = ctx.now.astimezone(ctx.team.zone)
    end = local_moment(local.date() + _DAY, local.hour * 60 + local.minute, ctx.team.zone)
    care.mute(ctx.db, ctx.actor.id, end)
    return Card(t("leave-mute", until=moment(end.astimezone(ctx.team.zone), ctx.local)))


@router.command("quiet_hours", "免打扰", role=Role.MEMBER, whole=True)
def hours(ctx: Ctx) -> Answer:
    """Show or set the hours in which nobody of the team is reminded of anything."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    line = called.line.strip()
    if not line:
        return _shown(ctx)
    if line.lower() in _OFF:
        return _set(ctx, 0, 0)
    if line.lower() in _ON:
        return _set(ctx, QUIET_FROM, QUIET_UNTIL)
    match = _HOURS.fullmatch(line)
    begin = _minute(match, "a") if match is not None else None
    end = _minute(match, "b") if match is not None else None
    if begin is None or end is None or begin == end:
        # A sentence about quiet is talk; figures were meant as hours.
        if called.typed or (not called.glued and re.search(r"\d", line) and len(line) <= 16):
            raise Refusal("leave-hours-bad", hours=line[:20])
        return None
    return _set(ctx, begin, end)


def _minute(match: re.Match[str], end: str) -> int | None:
    """Minutes after midnight, 24:00 being midnight; None for what no clock shows."""
    hour = int(match[f"{end}hour"])
    minute = 30 if match[f"{end}half"] else int(match[f"{end}minute"] or match[f"{end}rest"] or 0)
    noon = (match[f"{end}noon"] or "").lower()
    if noon and not 1 <= hour <= 12:
        return None
    is_late = noon == "pm" or match[f"{end}part"] in _LATE
    if noon == "am" and hour == 12:
        hour = 0
    elif is_late and hour < 12:
        hour += 12
    total = hour * 60 + minute
    return total % (24 * 60) if minute < 60 and total <= 24 * 60 else None


def _shown(ctx: Ctx) -> Card:
    begin, end = ctx.team.quiet_from, ctx.team.quiet_until
    if begin == end:
        return Card(t("leave-hours-none"))
    return Card(t("leave-hours", begin=_clock(begin), end=_clock(end), over=_over(begin, end)))


def _set(ctx: Ctx, begin: int, end: int) -> Card:
    membership.change_team(ctx.db, ctx.actor, "quiet_from", begin, ctx.now)
    membership.change_team(ctx.db, ctx.actor, "quiet_until", end, ctx.now)
    if begin == end:
        return Card(t("leave-hours-off"))
    return Card(t("leave-hours-set", begin=_clock(begin), end=_clock(end), over=_over(begin, end)))


def _over(begin: int, end: int) -> str:
    return "night" if begin > end else "day"


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
