"""Planning a meeting in one line, and asking where its date is not sure."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.core.meeting_words import holidays
from bot.kit import Answer, Ctx, MemberInfo, Refusal, Role
from bot.language.dates import Due
from bot.language.invitations import read_invitation
from bot.language.meeting_lines import MeetingLine, read_meeting
from bot.language.wishes import is_chatty, is_question, lacks_hour
from handlers.meetings import listing, pasting
from handlers.meetings.making import asked, first_time, last_day, length, receipt
from handlers.meetings.naming import REF, doer, people, person
from handlers.meetings.routing import router
from models import meetings
from models.meetings import NewMeeting

# What makes a line without a date talk, and more words than that.
_TALK = re.compile(
    r"[我你他她咱您这那]|大家|看看|一下|[再先还已没已不别都太就]|推迟|延期|取消|结束|开始|纪要|记录|链接|室"
    r"|\b(?:i|you|we|is|are|was|not?)\b",
    re.IGNORECASE,
)
_FEW = 4
# What is no name of a meeting: 周四20点再说.
_NO_NAME = re.compile(
    r"(?:那就|就|都|也)?(?:再[说议定看聊]|[不没别]|可以|有事|行|好|ok$|取消|推迟|延期|改)",
    re.IGNORECASE,
)


@router.command("meeting", "会议", role=Role.MEMBER, whole=True)
def meeting(ctx: Ctx) -> Answer:
    """Plan a meeting, or list those there are: `会议 每周三20:00 周会`, `会议 列表`."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    line = called.line.strip().lstrip(":：").strip()
    days = listing.read_days(line, ctx.local.date())
    if days is not None:
        return listing.list_(ctx, days) if called.typed or not called.glued else None
    invitation = read_invitation(line, ctx.local)
    if invitation is not None and invitation.is_written and invitation.span is not None:
        return pasting.pasted(ctx, invitation)
    number = REF.fullmatch(line)
    if number is not None:
        return listing.show(ctx, (int(number[1]), True))
    said = read_meeting(line, ctx.local)
    if not called.typed and _is_talk(said, line, is_glued=called.glued):
        return None
    return plan(ctx, said, line)


def _is_talk(said: MeetingLine, line: str, *, is_glued: bool) -> bool:
    """Whether what begins with 会议 is a sentence about one and plans nothing."""
    if is_question(line):
        return True
    if is_glued:
        # 会议每周三20:00 周会 is a line in a hurry, 会议室订好了 is none.
        begins = said.due is not None and said.due.spans[0][0] == 0
        return not (begins and said.is_sure_of_time and " " in line) or is_chatty(line)
    if said.goal or said.lead or said.link or said.code:
        return False
    if said.due is None:
        return is_chatty(line) or len(line.split()) > _FEW or _TALK.search(line) is not None
    return _NO_NAME.match(said.title) is not None or (is_chatty(line) and not said.is_sure_of_time)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who takes part, none of them for everybody, and who runs it."""

    members: tuple[MemberInfo, ...]
    lead: MemberInfo


def plan(ctx: Ctx, said: MeetingLine, line: str) -> Answer:
    """Make the meeting of a line, or ask what is not sure about it; raises Refusal."""
    due = said.due
    if due is None:
        raise Refusal("meeting-no-date")
    if not said.title:
        raise Refusal("meeting-no-title")
    if len(said.goal) > meetings.MAX_GOAL:
        raise Refusal("meeting-goal-long", length=len(said.goal), most=meetings.MAX_GOAL)
    if not due.ask and (lacks_hour(line, due) or not isinstance(due.start, dt.datetime)):
        raise Refusal("meeting-which-hour", title=said.title[:20])
    cast = _cast(ctx, said)
    question = asked(ctx, due, f"/meeting {{}} {_as_line(said, cast)}")
    if question is not None:
        return question
    return _made(ctx, said, due, cast)


def _cast(ctx: Ctx, said: MeetingLine) -> _Cast:
    lead = person(ctx, said.lead) if said.lead else ctx.actor
    found = people(ctx, said.names)
    if found and lead.id not in [each.id for each in found]:
        found = (*found, lead)
    return _Cast(found, lead)


def _as_line(said: MeetingLine, cast: _Cast) -> str:
    """The words of a meeting as one line that means the same, without its date."""
    parts = [
        said.title,
        *(f"@{member.name}#{member.id}" for member in cast.members),
        f"主持 @{cast.lead.name}#{cast.lead.id}" if said.lead else "",
        f"地点:{said.place}" if said.place else "",
        f"时长 {said.minutes}分钟" if said.minutes is not None else "",
        f"法定 {said.quorum}" if said.quorum is not None else "",
        said.link,
        f"会议号 {said.code}" if said.code else "",
        f"密码:{said.passcode}" if said.passcode else "",
        f"目标:{said.goal}" if said.goal else "",
    ]
    return " ".join(part for part in parts if part)


def _made(ctx: Ctx, said: MeetingLine, due: Due, cast: _Cast) -> Answer:
    start, skipped = first_time(ctx, due)
    new = NewMeeting(
        title=said.title,
        start_at=start,
        minutes=length(due, said.minutes),
        goal=said.goal,
        members=tuple(member.id for member in cast.members),
        quorum=said.quorum,
        place=said.place,
        link=said.link,
        code=said.code,
        passcode=said.passcode,
        lead_id=cast.lead.id,
        recurrence=due.recurrence or "",
        recurs_until=last_day(due),
    )
    row = meetings.create(ctx.db, ctx.team, new, doer(ctx))
    now = ctx.local
    extra = [holidays(skipped, row.day, now)] if skipped else []
    return receipt(ctx, row, *extra)
