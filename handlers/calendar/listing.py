"""Lists of appointments, in private with one's own deadlines, and one appointment alone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core import due_words
from bot.kit import Answer, Button, Card, Ctx, MemberInfo, Period, PeriodKind, Refusal, Role, T, t
from bot.language.dates import Due
from bot.language.days import read_period
from bot.language.wishes import without_people
from handlers.calendar.reading import people
from handlers.calendar.routing import router
from handlers.calendar.words import NAMED, details, hours, one_time, warnings, who
from models import event_times, events, meeting_times, tasks
from models.care import leaves
from models.event_times import Occurrence
from models.rosters import ACTIVE, roster

# Lines of a page; with title and note they fit a chat message.
SHOWN = 12
# How far a list without a word about time looks ahead, in days.
_AHEAD = 14
_DAY = dt.timedelta(days=1)
_NUMBERED = re.compile(r"\s*(#?)[Aa](\d{1,9})\s*")
_PAGE = re.compile(r"(?:^|\s)(?:第\s*(\d{1,3})\s*页|page\s*(\d{1,3}))\s*$", re.IGNORECASE)
_DAYS = {
    "今天": 0, "今日": 0, "today": 0, "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "大后天": 3,
}  # fmt: skip
_WEEKS = {
    "本周": 0, "这周": 0, "这星期": 0, "本星期": 0, "this week": 0, "week": 0, "下周": 1,
    "下星期": 1, "下礼拜": 1, "next week": 1, "下下周": 2,
}  # fmt: skip
_MONTHS = {
    "本月": 0, "这个月": 0, "this month": 0, "month": 0, "下个月": 1, "下月": 1, "next month": 1,
}  # fmt: skip
_BACK = frozenset({"昨天", "昨日", "前天", "yesterday"})
_OVER = frozenset({PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.YEAR})
_MONTH = re.compile(r"([1-9]|1[0-2])月(?:份)?")
_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """Which appointments somebody wants to see; without days those that come next."""

    first: dt.date | None
    last: dt.date | None
    people: tuple[MemberInfo, ...] = ()
    page: int = 1


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of a list and where it stands."""

    at: dt.datetime
    words: T


def read_asked(ctx: Ctx, line: str) -> Asked | None:
    """What a line asks to see; None where it is something else. Raises Refusal for an unknown
    person.
    """
    page = _PAGE.search(line)
    if page is not None:
        line = line[: page.start()]
    text, names = without_people(line)
    words = " ".join(text.split()).lower()
    span = _span(words, ctx.local.date()) if words else None
    if words and span is None:
        return None
    first, last = span or (None, None)
    number = int(page[1] or page[2]) if page is not None else 1
    return Asked(first, last, people(ctx, names), max(number, 1))


def _span(words: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """The days that words for a period name, as people mean them who look ahead."""
    if words in _DAYS:
        day = today + _DAYS[words] * _DAY
        return day, day
    if words in _WEEKS:
        monday = Period.of(PeriodKind.WEEK, today).first + 7 * _WEEKS[words] * _DAY
        return monday, monday + 6 * _DAY
    if words in _MONTHS:
        month = Period.of(PeriodKind.MONTH, today)
        if _MONTHS[words]:
            month = Period.of(PeriodKind.MONTH, month.last + _DAY)
        return month.first, month.last
    match = _MONTH.fullmatch(words)
    if match is not None or words in _NAMES:
        number = int(match[1]) if match is not None else _NAMES.index(words) + 1
        year = today.year + (number < today.month)
        month = Period.of(PeriodKind.MONTH, dt.date(year, number, 1))
        return month.first, month.last
    period = read_period(words, today)
    # Of what is over only these: 周五 and 6/20 are days to come, and the date reader's.
    if period is None or (period.kind not in _OVER and words not in _BACK):
        return None
    return period.first, period.last


def last_day(due: Due) -> dt.date:
    """The last day of a date that has a start."""
    value = due.end if due.end is not None and due.recurrence is None else due.start
    if value is None:
        raise ValueError("a date without a start")
    return value.date() if isinstance(value, dt.datetime) else value


def list_(ctx: Ctx, asked: Asked) -> Card:
    """The appointments of some days; in the group all that the team may know of, in private one's
    own with the deadlines of one's tasks.
    """
    today = ctx.now.astimezone(ctx.team.zone).date()
    first, last = asked.first or today, asked.last or today + _AHEAD * _DAY
    everything = event_times.listed(ctx.db, ctx.team, first, last)
    if asked.first is None:
        everything = [each for each in everything if each.end > ctx.now]
    shown = [each for each in everything if _is_shown(ctx, asked, each)]
    one_day = first == last
    entries = [_entry(ctx, each, everything, one_day=one_day) for each in shown]
    entries += _meetings(ctx, asked, (first, last), one_day=one_day)
    if not ctx.chat.is_group and not [m for m in asked.people if m.id != ctx.actor.id]:
        entries += _deadlines(ctx, (first, last), one_day=one_day)
    entries.sort(key=lambda entry: entry.at)
    span = _title(ctx, asked, first, last)
    if not entries:
        return Card(t("calendar-list-empty", span=span))
    pages = -(-len(entries) // SHOWN)
    page = min(asked.page, pages)
    begin = (page - 1) * SHOWN
    rest = len(entries) - begin - SHOWN
    note: T | None = None
    buttons: tuple[Button, ...] = ()
    if rest > 0:
        note = t("calendar-list-more", count=rest, page=page + 1)
        buttons = (Button(t("calendar-button-more"), _next_page(asked, page + 1)),)
    lines = tuple(entry.words for entry in entries[begin : begin + SHOWN])
    title = t("calendar-list", span=span, count=len(entries))
    return Card(title, lines, note, buttons=buttons)


def _next_page(asked: Asked, page: int) -> str:
    """The command line for another page of the same list."""
    names = " ".join(f"@{member.name}#{member.id}" for member in asked.people)
    if asked.first is None or asked.last is None:
        return f"/event {names} 第{page}页".replace("  ", " ")
    return f"/event_days {asked.first} {asked.last} {page} {names}".strip()


@router.command("event_days", role=Role.MEMBER, hidden=True)
def days(ctx: Ctx, first: str, last: str, page: int, *, names: str = "") -> Card:
    """List the appointments of days that are named exactly."""
    try:
        span = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    except ValueError:
        raise Refusal("calendar-no-date") from None
    return list_(ctx, Asked(*span, people(ctx, without_people(names)[1]), page))


def _is_shown(ctx: Ctx, asked: Asked, each: Occurrence) -> bool:
    event = each.event
    if event.row.is_private and (ctx.chat.is_group or not event.may_see(ctx.actor.id)):
        return False
    if asked.people:
        return any(event.concerns(member.id) for member in asked.people)
    mine = event.concerns(ctx.actor.id) or event.row.created_by == ctx.actor.id
    return ctx.chat.is_group or mine


def _title(ctx: Ctx, asked: Asked, first: dt.date, last: dt.date) -> T:
    here = ctx.now.astimezone(ctx.team.zone)
    names = tuple(member.name for member in asked.people)
    if asked.first is None:
        span = t("calendar-coming", days=_AHEAD)
    else:
        span = due_words.echo(Due(first, last if last != first else None), here)
    return t("calendar-span", span=span, names=names, named=len(names))


def _entry(ctx: Ctx, each: Occurrence, among: Sequence[Occurrence], *, one_day: bool) -> _Entry:
    event = each.event
    away = _away(ctx, each)
    words = t(
        "calendar-line",
        when=one_time(each, ctx.team, ctx.now, only_clock=one_day),
        title=event.row.title,
        number=event.row.number,
        who=who(event, ctx.db, ctx.team),
        everybody=event.row.everybody,
        again=int(bool(event.row.recurrence)),
        clash=int(any(each.clashes(other) for other in among)),
        away=away[:NAMED],
        absent=len(away),
    )
    return _Entry(each.start, words)


def _away(ctx: Ctx, each: Occurrence) -> tuple[str, ...]:
    people_ = roster(ctx.db, ctx.team.id)
    found = leaves(ctx.db, ctx.team, each.first, each.last)
    ids = dict.fromkeys(member for member, _, _ in found if each.event.concerns(member))
    return tuple(people_.name(i) for i in ids if people_.members[i].state == ACTIVE)


def _meetings(
    ctx: Ctx, asked: Asked, span: tuple[dt.date, dt.date], *, one_day: bool
) -> list[_Entry]:
    """The team's meetings on some days; in private, or of some members, those they are invited
    to.
    """
    wanted = [member.id for member in asked.people] or [ctx.actor.id]
    found = []
    for each in meeting_times.sittings(ctx.db, ctx.team, *span):
        is_theirs = any(each.concerns(member_id) for member_id in wanted)
        if (asked.first is None and each.end <= ctx.now) or not (
            is_theirs or (ctx.chat.is_group and not asked.people)
        ):
            continue
        words = t(
            "calendar-line-meeting",
            when=hours((each.start, each.end), ctx.team, ctx.now, only_clock=one_day),
            title=each.row.title,
            number=each.row.number,
            again=int(bool(each.row.recurrence)),
        )
        found.append(_Entry(each.start, words))
    return found


def _deadlines(ctx: Ctx, span: tuple[dt.date, dt.date], *, one_day: bool) -> list[_Entry]:
    """What the actor has to have done on some days."""
    found = []
    here = ctx.now.astimezone(ctx.team.zone)
    for task in tasks.open_of(ctx.db, ctx.team.id, ctx.actor.id):
        row = task.row
        if row.due_at is None or row.due_day is None or not span[0] <= row.due_day <= span[1]:
            continue
        due = row.due_at.astimezone(ctx.team.zone)
        if one_day:
            when = (
                t("calendar-whole-day") if row.all_day else t("calendar-clock", at=f"{due:%H:%M}")
            )
        else:
            when = due_words.moment(row.due_day if row.all_day else due, here)
        words = t("calendar-line-task", when=when, title=row.title, number=row.number)
        found.append(_Entry(row.due_at, words))
    return found


def read_number(ctx: Ctx) -> tuple[int, bool] | None:
    """The appointment that a message consists of the number of, and whether with its sign: #A2."""
    match = _NUMBERED.fullmatch(ctx.text)
    return (int(match[2]), bool(match[1])) if match else None


@router.listen(read_number, role=Role.MEMBER)
def show(ctx: Ctx, asked: tuple[int, bool]) -> Answer:
    """Show one appointment; A2 without its sign may be anything and is answered where it is one."""
    number, is_signed = asked
    try:
        event = events.require(ctx.db, ctx.team.id, number, ctx.actor)
        if event.row.is_private and ctx.chat.is_group:
            raise Refusal("calendar-not-found", number=number)
    except Refusal:
        if is_signed:
            raise
        return None
    row = event.row
    lines = [details(event, ctx.db, ctx.team, ctx.now)]
    buttons: tuple[Button, ...] = ()
    if row.state == events.PLANNED:
        coming = event_times.occurrences(
            event, ctx.team, ctx.now, ctx.now + event_times.NEXT_HORIZON
        )
        if row.recurrence and coming:
            lines.append(t("calendar-next", when=one_time(coming[0], ctx.team, ctx.now)))
        lines += warnings(ctx, event)
        if row.created_by == ctx.actor.id or ctx.actor.role >= Role.LEAD:
            buttons = (Button(t("calendar-button-cancel"), f"/cancel A{number}"),)
    lines.append(t("calendar-by", name=roster(ctx.db, ctx.team.id).name(row.created_by)))
    title = t("calendar-shown", number=number, title=row.title, state=row.state)
    return Card(title, tuple(lines), buttons=buttons)
