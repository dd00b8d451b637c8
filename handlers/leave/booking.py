"""Taking leave: what was understood, and what it means for the others."""

from __future__ import annotations

from bot.kit import Answer, Button, Card, Ctx, Delivery, MemberInfo, Refusal, Role, T, t
from handlers.leave.listing import show
from handlers.leave.routing import router
from handlers.leave.spans import Days, span
from handlers.leave.words import days_in, is_talk, read_line
from models import absences, care, duties
from models.absences import Absence

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
    said = read_line(ctx, line)
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
    covers, covered = _duties(ctx, member, wanted)
    lines = (*_tasks(ctx, member, wanted), *covered)
    is_for_another = member.id != ctx.actor.id
    card = Card(
        t("leave-taken", name=member.name, span=words, days=wanted.days),
        lines,
        buttons=(Button(t("leave-undo"), f"/leave_undo {row.id}"),),
        mentions=(*((member.id,) if is_for_another else ()), *covers),
        delivery=Delivery.IMPORTANT,
    )
    told = [_told(ctx, member, t("leave-told", who=ctx.actor.name, span=words))]
    return [
        card,
        *(told if is_for_another else ()),
        *(
            _stand_in(member, words, names, who)
            for who, names in covers.items()
            if not ctx.chat.is_group
        ),
    ]


def _told(ctx: Ctx, member: MemberInfo, words: T) -> Card:
    return Card(words, note=t("leave-told-note"), to=member.id)


def _stand_in(member: MemberInfo, words: T, names: list[str], backup_id: int) -> Card:
    title = t("leave-stand-in", name=member.name, span=words, duties=tuple(names))
    return Card(title, to=backup_id)


def _tasks(ctx: Ctx, member: MemberInfo, wanted: Absence) -> list[T]:
    found = absences.tasks_due(ctx.db, ctx.team, member.id, wanted)
    if not found:
        return []
    shown = tuple(t("leave-task", number=n, title=title[:16]) for n, title in found[:NAMED])
    return [t("leave-tasks", count=len(found), tasks=shown, more=len(found) - len(shown))]


def _duties(ctx: Ctx, member: MemberInfo, wanted: Absence) -> tuple[dict[int, list[str]], list[T]]:
    """Who stands in for what, by member id, and the line about it."""
    covers: dict[int, list[str]] = {}
    parts = []
    busy = {
        each.member_id
        for each in absences.absences(ctx.db, ctx.team, wanted.first)
        if each.first <= wanted.last
    }
    for duty in duties.of_team(ctx.db, ctx.team.id):
        if [each.id for each in duty.holders if each.id not in busy - {member.id}] != [member.id]:
            continue
        free = [each for each in duty.backups if each.id not in busy]
        for each in free:
            covers.setdefault(each.id, []).append(duty.name)
        names = tuple(f"@{each.name}" for each in free)
        key = "leave-duty-covered" if free else "leave-duty-open"
        parts.append(t(key, duty=duty.name, names=names))
    if not parts:
        return covers, []
    more = len(parts) - NAMED
    return covers, [t("leave-duties", duties=tuple(parts[:NAMED]), more=max(0, more))]


@router.command("leave_undo", role=Role.MEMBER, hidden=True)
def undo(ctx: Ctx, leave_id: int) -> Answer:
    """Take one leave back as if it had not been noted."""
    member = absences.take_back(ctx.db, ctx.actor, leave_id, ctx.now)
    card = Card(t("leave-undone", name=member.name), delivery=Delivery.IMPORTANT)
    if member.id == ctx.actor.id:
        return card
    return [card, Card(t("leave-undone-told", who=ctx.actor.name), to=member.id)]
