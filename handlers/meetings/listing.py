"""The meetings to come, and one meeting alone."""

from __future__ import annotations

import datetime as dt
import re

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, t
from bot.language.days import read_period
from handlers.meetings.cards import (
    counts,
    expect,
    facts,
    goal,
    head,
    hours,
    names,
    way_in,
    when,
)
from handlers.meetings.routing import router
from models import meeting_members, meeting_plans, meeting_times
from models.meeting_states import ALIVE, PLANNED
from models.meeting_tables import Meeting
from models.meetings import find

SHOWN = 10
_DAY = dt.timedelta(days=1)
# How far a list without a word about time looks ahead, in days.
_AHEAD = 60
_LISTS = frozenset({"", "列表", "安排", "全部", "list", "all"})
_NEXT = {"明天": 1, "明日": 1, "tomorrow": 1, "后天": 2}
_WEEKS = {"本周": 0, "这周": 0, "this week": 0, "下周": 1, "next week": 1}
_NUMBERED = re.compile(r"\s*(#?)[Mm](\d{1,9})\s*")


def read_days(line: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """The days whose meetings a line asks for; None where it is no such question."""
    words = " ".join(line.lower().split())
    if words in _LISTS:
        return today, today + _AHEAD * _DAY
    if words in _NEXT:
        day = today + _NEXT[words] * _DAY
        return day, day
    if words in _WEEKS:
        monday = today + (7 * _WEEKS[words] - today.weekday()) * _DAY
        return max(monday, today), monday + 6 * _DAY
    period = read_period(words, today) if words in ("今天", "today", "本月", "month") else None
    return (max(period.first, today), period.last) if period is not None else None


def list_(ctx: Ctx, days: tuple[dt.date, dt.date]) -> Card:
    """The meetings of some days, the next first; without a word about days those that are made."""
    most = 0 if (days[1] - days[0]).days == _AHEAD else None
    found = meeting_times.sittings(ctx.db, ctx.team, *days, most=most)
    found = [each for each in found if each.end > ctx.now]
    if not found:
        return Card(t("meeting-list-empty"))
    lines = tuple(
        t(
            "meeting-list-line",
            when=hours(ctx.team, each.start, each.end, ctx.sent_at),
            title=each.row.title,
            number=each.row.number,
            again=int(bool(each.row.recurrence)),
            state=each.row.state if each.is_made else PLANNED,
        )
        for each in found[:SHOWN]
    )
    rest = len(found) - len(lines)
    note = t("meeting-list-more", count=rest) if rest else t("meeting-list-note")
    return Card(t("meeting-list", count=len(found)), lines, note)


def read_number(ctx: Ctx) -> tuple[int, bool] | None:
    """The meeting that a message consists of the number of, and whether with its sign: #M2."""
    match = _NUMBERED.fullmatch(ctx.text)
    return (int(match[2]), bool(match[1])) if match else None


@router.listen(read_number, role=Role.MEMBER)
def show(ctx: Ctx, asked: tuple[int, bool]) -> Answer:
    """Show one meeting; M2 without its sign may be anything and is answered where it is one."""
    number, is_signed = asked
    try:
        row = find(ctx.db, ctx.team.id, number)
    except Refusal:
        if is_signed:
            raise
        return None
    return shown(ctx, row)


def shown(ctx: Ctx, row: Meeting) -> Card:
    """All that is known of a meeting before it begins."""
    title = t("meeting-shown", head=head(row), state=row.state)
    lines = [when(ctx.team, row, ctx.sent_at), facts(ctx.db, row), *goal(row), *way_in(row)]
    if not row.goal and row.state in ALIVE:
        lines.append(t("meeting-no-goal", number=row.number))
    lines += counts(ctx.db, row)
    lines += _absent(ctx, row)
    buttons: tuple[Button, ...] = ()
    if row.state == PLANNED and meeting_plans.may_change(row, ctx.actor):
        buttons = (Button(t("meeting-button-cancel"), f"/cancel M{row.number}"),)
    return Card(title, tuple(lines), buttons=buttons, expect=expect(row))


def _absent(ctx: Ctx, row: Meeting) -> list[T]:
    found = meeting_members.attendance(ctx.db, ctx.team, row)
    away = (*found.excused, *found.on_leave)
    if not away or row.state not in ALIVE:
        return []
    return [t("meeting-away", names=names(ctx.db, ctx.team, away))]
