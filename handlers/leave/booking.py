"""Taking leave: what was understood, and what it means for the others."""

from __future__ import annotations

from bot.kit import Answer, Button, Card, Ctx, Delivery, MemberInfo, Refusal, Role, T, t
from handlers.leave.listing import show
from handlers.leave.routing import router
from handlers.leave.spans import Days, both_days, span
from handlers.leave.words import calling, days_in, is_talk, read_line
from models import absences, care
from models.absences import Absence, StandIn

_LIST = frozenset({"列表", "名单", "表", "list"})
# Tasks and duties that a receipt names.
NAMED = 3


@router.command("leave", "请假", role=Role.MEMBER, whole=True)
def take(ctx: Ctx) -> Answer:
    """Note when somebody is away; what is not sure is asked, and talk about leave is silence."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    line = called.line.strip(" 。.!！~～")
    if line.lower() in _LIST:
        return show(ctx)
    if not line:
        raise Refusal("leave-how")
    if not called.typed and is_talk(line):
        return None
    said = read_line(ctx, both_days(line))
    days = days_in(said.rest, ctx.local, is_typed=called.typed)
    if days is None or (called.glued and days.rest):
        if called.typed or (said.people and not said.rest):
            raise Refusal("leave-how")
        return None
    member = said.one(ctx)
    absences.require_may(ctx.db, ctx.actor, member)
    if days.question is not None:
        return _ask(days.question, days, member, ctx)
    if days.first is None or days.last is None:
        raise Refusal("leave-how")
    return _note(ctx, member, Absence(member.id, days.first, days.last), days.rest)


def _ask(question: T, days: Days, member: MemberInfo, ctx: Ctx) -> Card:
    if days.first is None or days.last is None:
        return Card(question)
    whose = f" @{member.name}#{member.id}" if member.id != ctx.actor.id else ""
    line = f"/leave {days.first} ~ {days.last}{whose} {days.rest}".rstrip()
    if days.first == days.last:
        line = f"/leave {days.first}{whose} {days.rest}".rstrip()
    return Card(
        question,
        buttons=(Button(t("common-yes"), line), Button(t("common-no"), "/dismiss")),
        question=True,
    )


def _note(ctx: Ctx, member: MemberInfo, wanted: Absence, reason: str) -> Answer:
    mine = absences.of_member(ctx.db, ctx.team, member.id, wanted.first)
    known = [each for each in mine if each.first <= wanted.first and wanted.last <= each.last]
    if known:
        whole = span(known[0].first, known[0].last, ctx.local)
        return Card(t("leave-already", name=member.name, span=whole))
    row = care.take_leave(
        ctx.db, ctx.actor, member, (wanted.first, wanted.last), reason=reason, now=ctx.now
    )
    words = span(wanted.first, wanted.last, ctx.local)
    stand_ins = absences.stand_ins(ctx.db, ctx.team, wanted)
    is_for_another = member.id != ctx.actor.id
    named = [backup.id for _, free in stand_ins[:NAMED] for backup in free]
    card = Card(
        t("leave-taken", name=calling(ctx, member), span=words, days=wanted.days),
        (*_tasks(ctx, wanted), *_duties(stand_ins)),
        buttons=(Button(t("leave-undo"), f"/leave_undo {row.id}"),),
        mentions=tuple(dict.fromkeys([member.id, *named] if is_for_another else named)),
        delivery=Delivery.IMPORTANT,
    )
    told = [_told(ctx, member, words)] if is_for_another else []
    if not ctx.chat.is_group:
        told += _asked_to_stand_in(member, words, stand_ins)
    return [card, *told]


def _told(ctx: Ctx, member: MemberInfo, words: T) -> Card:
    title = t("leave-told", who=ctx.actor.name, span=words)
    return Card(title, note=t("leave-told-note"), to=member.id)


def _asked_to_stand_in(member: MemberInfo, words: T, stand_ins: list[StandIn]) -> list[Card]:
    """A private word to each backup, who did not see that leave was taken in private."""
    names: dict[int, list[str]] = {}
    for duty, free in stand_ins:
        for backup in free:
            names.setdefault(backup.id, []).append(duty)
    return [
        Card(t("leave-stand-in", name=member.name, span=words, duties=tuple(each)), to=backup_id)
        for backup_id, each in names.items()
    ]


def _tasks(ctx: Ctx, wanted: Absence) -> list[T]:
    found = absences.tasks_due(ctx.db, ctx.team, wanted)
    if not found:
        return []
    shown = tuple(t("leave-task", number=n, title=title[:16]) for n, title in found[:NAMED])
    return [t("leave-tasks", count=len(found), tasks=shown, more=len(found) - len(shown))]


def _duties(stand_ins: list[StandIn]) -> list[T]:
    """Who stands in for what, in one line."""
    if not stand_ins:
        return []
    parts = tuple(
        t(
            "leave-duty-covered" if free else "leave-duty-open",
            duty=duty,
            names=tuple(f"@{backup.name}" for backup in free),
        )
        for duty, free in stand_ins[:NAMED]
    )
    return [t("leave-duties", duties=parts, more=len(stand_ins) - len(parts))]


@router.command("leave_undo", role=Role.MEMBER, hidden=True)
def undo(ctx: Ctx, leave_id: int) -> Answer:
    """Take one leave back as if it had not been noted."""
    member = absences.take_back(ctx.db, ctx.actor, leave_id, ctx.now)
    card = Card(t("leave-undone", name=member.name), delivery=Delivery.IMPORTANT)
    if member.id == ctx.actor.id:
        return card
    return [card, Card(t("leave-undone-told", who=ctx.actor.name), to=member.id)]
