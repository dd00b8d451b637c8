"""How a duty and its people read in a chat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bot.kit import Card, Ctx, Delivery, MemberInfo, T, t
from models.absences import of_member
from models.duties import DutyInfo


def called(people: Iterable[MemberInfo]) -> tuple[str, ...]:
    """People as a message calls them: «@小美»."""
    return tuple(f"@{member.name}" for member in people)


def named(people: Iterable[MemberInfo]) -> tuple[str, ...]:
    """People by name, for lists that call nobody."""
    return tuple(member.name for member in people)


def duty_line(duty: DutyInfo, *, is_calling: bool = True) -> T:
    """«售后:@阿芳(备岗 @丽姐)»."""
    write = called if is_calling else named
    backup = write(duty.backups)
    behind = t("duty-behind", names=backup) if backup else ""
    if duty.holders:
        return t("duty-held", duty=duty.name, names=write(duty.holders), behind=behind)
    if duty.gone:
        return t("duty-gone", duty=duty.name, names=named(duty.gone), behind=behind)
    return t("duty-nobody", duty=duty.name, behind=behind)


def away_until(ctx: Ctx, member: MemberInfo) -> dt.date | None:
    """The last day of a leave that a member is on today."""
    today = ctx.local.date()
    running = [a for a in of_member(ctx.db, ctx.team, member.id, today) if a.holds(today)]
    return running[0].last if running else None


def whom_to_ask(ctx: Ctx, duty: DutyInfo) -> Card:
    """Who answers for a duty; where they are on leave, until when and who stands in."""
    away = {m.id: until for m in duty.holders if (until := away_until(ctx, m)) is not None}
    here = [member for member in duty.holders if member.id not in away]
    gone = tuple(_away(m, away[m.id]) for m in duty.holders if m.id in away)
    if not gone:
        return Card(duty_line(duty), mentions=ids(here or duty.backups))
    if here:
        title = t("duty-some-away", duty=duty.name, names=called(here), away=gone)
        return Card(title, mentions=ids(here))
    backups = [member for member in duty.backups if away_until(ctx, member) is None]
    if backups:
        title = t("duty-ask-backup", duty=duty.name, away=gone, names=called(backups))
        return Card(title, mentions=ids(backups))
    key = "duty-backup-away" if duty.backups else "duty-no-backup"
    return Card(t(key, duty=duty.name, away=gone, names=called(duty.backups)))


def _away(member: MemberInfo, until: dt.date) -> T:
    return t("duty-away", name=member.name, until=f"{until:%m-%d}")


def ids(people: Iterable[MemberInfo]) -> tuple[int, ...]:
    """The ids of people, for mentions."""
    return tuple(member.id for member in people)


def changed_card(duties: list[DutyInfo], people: Iterable[MemberInfo]) -> Card:
    """The receipt for duties that were given or taken: how they are held now."""
    lines = tuple(duty_line(duty) for duty in duties)
    hint = next((_two(duty) for duty in duties if len(duty.holders) > 1), None)
    return Card(
        t("duty-changed", line=lines[0]),
        lines[1:],
        note=hint,
        mentions=ids(people),
        delivery=Delivery.IMPORTANT,
    )


def _two(duty: DutyInfo) -> T:
    return t("duty-two-hint", duty=duty.name, name=duty.holders[0].name, count=len(duty.holders))
