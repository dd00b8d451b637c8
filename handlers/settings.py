"""The team's rules: language, zone, business day, what is read from chat, how deposits count."""

from __future__ import annotations

import difflib
import re
from zoneinfo import available_timezones

from bot.kit import (
    Answer,
    Button,
    Card,
    ClockTime,
    Ctx,
    Refusal,
    Role,
    Router,
    Switch,
    find_language,
    t,
)
from models import events, meeting_plans, membership, schedules
from models.rosters import roster
from models.teams import team_info

router = Router("settings")

NOON, MIDNIGHT = 12 * 60, 24 * 60
_TEAM = frozenset({"团队", "全队", "全团", "群", "team"})
_ORDERED = frozenset({"下单", "订单", "order"})
_RECEIVED = frozenset({"回款", "收款", "到账", "received"})
# A word for a language is short; a longer one is talk about languages.
_LANGUAGE_LENGTH = 4
_TIME_LIKE = re.compile(r"[\d:点半分]+")


@router.command("language", "语言", role=Role.MEMBER)
def language(ctx: Ctx, first: str = "", second: str = "") -> Answer:
    """Show or choose the language of the speaker's answers or, with 团队, the team's."""
    words = [word for word in (first, second) if word]
    wanted = [word for word in words if word.lower() not in _TEAM]
    if not wanted:
        return Card(t("settings-language", language=ctx.language))
    found = find_language(wanted[0])
    if found is None:
        if _is_talk(ctx, wanted[0]):
            return None
        raise Refusal("settings-language-unknown", word=wanted[0][:20])
    if len(wanted) < len(words):
        membership.change_team(ctx.db, ctx.actor, "language", found, ctx.now)
        ctx.team = team_info(ctx.db, ctx.team.id)
        return Card(t("settings-language-team", language=found))
    membership.set_language(ctx.db, ctx.actor, found)
    ctx.actor = roster(ctx.db, ctx.team.id).members[ctx.actor.id]
    return Card(t("settings-language-own", language=found))


def _is_talk(ctx: Ctx, word: str) -> bool:
    called = ctx.commands.find(ctx.text)
    is_typed = called is not None and called.typed
    is_glued = called is not None and called.glued
    return not is_typed and (is_glued or (not word.isascii() and len(word) > _LANGUAGE_LENGTH))


@router.command("cutoff", "截止", role=Role.MEMBER)
def cutoff(ctx: Ctx, at: ClockTime | None = None, *, more: str = "") -> Answer:
    """Show or set when the business day ends; what comes later counts for the next day."""
    if more:
        if _TIME_LIKE.fullmatch(more):
            raise Refusal("settings-cutoff-bad", time=more[:20])
        return None
    if at is None:
        return Card(t("settings-cutoff", time=_clock(ctx.team.cutoff)))
    minute = int(at) or MIDNIGHT
    if minute < NOON:
        raise Refusal("settings-cutoff-bad", time=_clock(minute))
    membership.change_team(ctx.db, ctx.actor, "cutoff", minute, ctx.now)
    key = "settings-cutoff-midnight" if minute == MIDNIGHT else "settings-cutoff-set"
    return Card(t(key, time=_clock(minute)))


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


@router.command("auto_read", "自动识别", role=Role.MEMBER)
def auto_read(ctx: Ctx, switch: Switch | None = None) -> Card:
    """Show or set whether sales are read from ordinary chat."""
    if switch is None:
        return Card(t("settings-auto-read", state=_on_off(ctx.team.auto_read)))
    membership.change_team(ctx.db, ctx.actor, "auto_read", int(switch.value), ctx.now)
    return Card(t("settings-auto-read-set", state=_on_off(switch.value)))


def _on_off(is_on: bool) -> str:
    return "on" if is_on else "off"


@router.command("timezone", "时区", role=Role.MEMBER)
def timezone(ctx: Ctx, zone: str = "") -> Card:
    """Show or set the team's time zone; planned work moves with it."""
    if not zone:
        return Card(t("settings-zone", zone=ctx.team.zone.key))
    membership.require(ctx.db, ctx.actor, Role.MANAGER)
    names = {name.lower(): name for name in available_timezones()}
    found = names.get(zone.lower())
    if found is None:
        return _nearest_zone(zone, names)
    membership.change_team(ctx.db, ctx.actor, "timezone", found, ctx.now)
    team = team_info(ctx.db, ctx.team.id)
    events.rezone(ctx.db, ctx.team, team, ctx.now)
    meeting_plans.rezone(ctx.db, ctx.team, team, ctx.now)
    schedules.replan(ctx.db, team)
    return Card(t("settings-zone-set", zone=found, time=f"{ctx.now.astimezone(team.zone):%H:%M}"))


def _nearest_zone(zone: str, names: dict[str, str]) -> Card:
    close = difflib.get_close_matches(zone.lower(), names, n=1, cutoff=0.6)
    if not close:
        raise Refusal("settings-zone-unknown", zone=zone[:40])
    near = names[close[0]]
    return Card(
        t("settings-zone-near", zone=zone[:40], near=near),
        buttons=(Button(t("common-yes"), f"/timezone {near}"), Button(t("common-no"), "/dismiss")),
        question=True,
    )


@router.command("basis", "口径", role=Role.MEMBER)
def basis(ctx: Ctx, which: str = "") -> Answer:
    """Show or set whether a deposit counts as the whole order or as the money that came in."""
    if not which:
        return Card(t("settings-basis", basis=ctx.team.basis))
    found = (
        "order" if which.lower() in _ORDERED else "received" if which.lower() in _RECEIVED else ""
    )
    if not found:
        if _is_talk(ctx, which):
            return None
        raise Refusal("settings-basis-unknown", word=which[:20])
    membership.change_team(ctx.db, ctx.actor, "basis", found, ctx.now)
    return Card(t("settings-basis-set", basis=found))
