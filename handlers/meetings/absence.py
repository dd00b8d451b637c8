"""Not coming to a meeting, and coming after all."""

from __future__ import annotations

from bot.kit import Answer, Button, Card, Ctx, MemberInfo, Refusal, Role, T, t
from bot.language.dates import read_due
from bot.language.wishes import without_people
from handlers.meetings.cards import expect, head, hours
from handlers.meetings.naming import Call, meant, people
from handlers.meetings.routing import router
from models import meeting_members
from models.meeting_reminders import end_of
from models.meeting_tables import Meeting


@router.command("leave", "请假", role=Role.MEMBER, whole=True, letter="M", hidden=True)
def excuse(ctx: Ctx) -> Answer:
    """Excuse the speaker from a meeting: `请假 M12 见客户`, or 请假 in reply to its card."""
    call = meant(ctx)
    if call is None:
        return None
    row, member, reason = _who(ctx, call)
    meeting_members.excuse(ctx.db, row, actor=ctx.actor, member=member, reason=reason)
    title = t(
        "meeting-excused",
        head=head(row),
        name=_calling(ctx, member),
        reason=reason[:60],
        has_reason=int(bool(reason)),
    )
    lines = [hours(ctx.team, row.start_at, end_of(row), ctx.sent_at)]
    if reason and read_due(reason, ctx.local) is not None:
        lines.append(t("meeting-leave-days"))
    back = f"/back M{row.number}" + (f" @{member.name}#{member.id}" if member != ctx.actor else "")
    return _told(ctx, row, member, title, *lines, button=Button(t("meeting-button-come"), back))


@router.command("back", "销假", role=Role.MEMBER, whole=True, letter="M", hidden=True)
def come(ctx: Ctx) -> Answer:
    """Come to a meeting after all: `销假 M12`."""
    call = meant(ctx)
    if call is None:
        return None
    row, member, _ = _who(ctx, call)
    was = meeting_members.expect(ctx.db, ctx.team, row, actor=ctx.actor, member=member)
    key = "meeting-comes" if was else "meeting-comes-anyway"
    title = t(key, head=head(row), name=_calling(ctx, member))
    return _told(ctx, row, member, title, hours(ctx.team, row.start_at, end_of(row), ctx.sent_at))


def _who(ctx: Ctx, call: Call) -> tuple[Meeting, MemberInfo, str]:
    """The meeting, the one member who is meant, and the other words; raises Refusal for several."""
    words, written = without_people(call.words)
    found = people(ctx, written)
    if len(found) > 1 or (written and not found):
        raise Refusal("meeting-one-person", number=call.number)
    row = call.row(ctx)
    return row, found[0] if found else ctx.actor, " ".join(words.split()).strip(" ,，:：。")


def _calling(ctx: Ctx, member: MemberInfo) -> str:
    return member.name if member.id == ctx.actor.id else f"@{member.name} "


def _told(
    ctx: Ctx, row: Meeting, member: MemberInfo, title: T, *lines: T, button: Button | None = None
) -> list[Card]:
    """The answer, and a private word to the lead where the group did not see it."""
    card = Card(
        title,
        tuple(lines),
        buttons=(button,) if button is not None else (),
        expect=expect(row),
        mentions=(member.id,) if member.id != ctx.actor.id else (),
    )
    if ctx.chat.is_group or row.lead_id == ctx.actor.id:
        return [card]
    return [card, card.with_(buttons=(), mentions=(), to=row.lead_id)]
