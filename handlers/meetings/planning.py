"""Planning a meeting in one line, and asking where its date is not sure."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.core import due_words
from bot.core.meeting_words import holidays
from bot.kit import Answer, Button, Card, Ctx, MemberInfo, Refusal, Role, T, t
from bot.language.dates import Due, read_due
from bot.language.meeting_lines import MeetingLine, read_meeting
from bot.language.wishes import exact, is_chatty, is_question, lacks_hour
from handlers.meetings import listing
from handlers.meetings.cards import announced, facts, goal, head, warnings, way_in, when
from handlers.meetings.naming import REF, doer, local, people, person
from handlers.meetings.routing import router
from models import meetings
from models.meeting_series import Series, next_turn
from models.meeting_tables import Meeting
from models.meetings import NewMeeting

USUAL = 60
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
    days = listing.read_days(line, local(ctx).date())
    if days is not None:
        return listing.list_(ctx, days) if called.typed or not called.glued else None
    number = REF.fullmatch(line)
    if number is not None:
        return listing.show(ctx, (int(number[1]), True))
    said = read_meeting(line, local(ctx))
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


def asked(ctx: Ctx, due: Due, command: str) -> Card | None:
    """The question about a date that may not be booked as it is; None for a sure one.

    `command` is the line that books the date put into it. Where there is nothing to propose, the
    answer says what is wrong.
    """
    now = local(ctx)
    reason = _reason(ctx, due)
    if reason is None:
        return None
    lines = () if due.ask in ("no_such_day", "no_such_time") else (t("meeting-date-example"),)
    if due.start is None or due.recurrence is not None:
        return Card(reason, lines)
    words = exact(due)
    again = read_due(words, now)
    if (
        again is None
        or again.ask
        or _is_past(ctx, again)
        or not isinstance(again.start, dt.datetime)
    ):
        return Card(reason, lines)
    return Card(
        t("date-ask-proposal", reason=reason, date=due_words.echo(Due(due.start, due.end), now)),
        buttons=(
            Button(t("common-yes"), command.format(words), ("是", "对", "好", "yes")),
            Button(t("common-no"), "/dismiss", ("不是", "不", "no")),
        ),
        question=True,
    )


def _reason(ctx: Ctx, due: Due) -> T | None:
    if due.ask:
        return t(f"date-ask-{due.ask.replace('_', '-')}")
    if due.deadline:
        return t("meeting-deadline")
    return t("date-ask-past") if _is_past(ctx, due) else None


def _is_past(ctx: Ctx, due: Due) -> bool:
    """Whether it has begun already, also where the message came late."""
    if due.recurrence is not None or not isinstance(due.start, dt.datetime):
        return False
    return due.start.astimezone(dt.UTC) <= ctx.now


def length(due: Due, minutes: int | None) -> int:
    """How many minutes a meeting takes: as was said, else from its hours, else the usual; raises
    Refusal for hours of several days.
    """
    if minutes is not None:
        return minutes
    if due.end is None or (due.recurrence and not isinstance(due.end, dt.datetime)):
        return USUAL
    if not isinstance(due.start, dt.datetime) or not isinstance(due.end, dt.datetime):
        raise Refusal("meeting-bad-length", least=meetings.SHORTEST, most=meetings.LONGEST // 60)
    return round((due.end.astimezone(dt.UTC) - due.start.astimezone(dt.UTC)).total_seconds() / 60)


def last_day(due: Due) -> dt.date | None:
    """The last day of a series, None where it has none."""
    is_day = due.recurrence and not isinstance(due.end, dt.datetime)
    return due.end if is_day else None


def first_time(ctx: Ctx, due: Due) -> tuple[dt.datetime, tuple[dt.date, ...]]:
    """When it begins (aware UTC), and the holidays that its series leaves out before."""
    if not isinstance(due.start, dt.datetime):
        raise TypeError("a meeting without an hour")
    start = due.start.astimezone(dt.UTC)
    if due.recurrence is None:
        return start, ()
    minute = due.start.hour * 60 + due.start.minute
    series = Series(due.recurrence, due.start.date(), minute, last_day(due))
    turn = next_turn(ctx.team, series, due.start.date(), ctx.now)
    if turn is None:
        raise Refusal("meeting-no-turn")
    return turn.start, turn.skipped


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
    now = local(ctx)
    extra = [holidays(skipped, row.day, now)] if skipped else []
    return receipt(ctx, row, *extra)


def receipt(ctx: Ctx, row: Meeting, *extra: T) -> Card:
    """What was understood of a new meeting."""
    title = t("meeting-planned", head=head(row), when=when(ctx.team, row, ctx.sent_at))
    lines = (
        facts(ctx.db, row, is_called=ctx.chat.is_group),
        *goal(row),
        *way_in(row),
        *extra,
        *warnings(ctx, row),
    )
    buttons = (Button(t("meeting-button-undo"), f"/undo M{row.number}"),)
    return announced(ctx, row, title, *lines, buttons=buttons)
