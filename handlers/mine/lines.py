"""The lines that tell a member what is to do, what is missing to a goal, and what was sold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.due_words import moment
from bot.core.goal_words import spoken, standing_words, target
from bot.kit import MemberInfo, Period, PeriodKind, T, TeamInfo, format_short, t
from models import event_times, goal_progress, goals, meeting_times, my_work
from models.db import Db
from models.my_work import Item, Work
from models.totals import sold

# Tasks that one line names, and signs of a title: a line stays one or two on a phone.
NAMED, TITLE = 3, 16
# Goals that a card shows, those that end first.
GOALS = 2


@dataclass(frozen=True, slots=True)
class View:
    """A member's work as it is to be shown; in a group (not `is_private`) nothing is told that
    could shame.
    """

    db: Db
    team: TeamInfo
    member: MemberInfo
    now: dt.datetime
    is_private: bool
    work: Work

    @property
    def local(self) -> dt.datetime:
        """Now on the team's clock."""
        return self.now.astimezone(self.team.zone)


def view_of(
    db: Db, team: TeamInfo, member: MemberInfo, now: dt.datetime, *, is_private: bool
) -> View:
    """A member's work as of now."""
    return View(db, team, member, now, is_private, my_work.work_of(db, team, member.id, now))


def task_lines(view: View, *, today_only: bool = False) -> list[T]:
    """One line for each kind of work there is, or for what asks for something today; in the group,
    what is late is simply in hand.
    """
    work = view.work
    in_hand = work.in_hand if view.is_private else (*work.overdue, *work.in_hand)
    lists = (
        ("due", work.due_today),
        ("overdue", work.overdue if view.is_private else ()),
        ("accept", work.to_accept),
        ("hand", () if today_only else in_hand),
        ("waiting", () if today_only else work.handed_in),
    )
    lines = [_line(view, f"mine-{name}", items) for name, items in lists if items]
    return lines if work.due_today else [*_nothing_due(view), *lines]


def _nothing_due(view: View) -> list[T]:
    """Good news where there is any: a promise or something late would spoil it."""
    work = view.work
    late = (*work.overdue, *work.promises_late) if view.is_private else ()
    return [] if work.promises_due or late else [t("mine-nothing-due")]


def promise_lines(view: View) -> list[T]:
    """The open promises: those that are due first."""
    work = view.work
    due = work.promises_due
    if view.is_private:
        due = (*work.promises_late, *due)
    numbers = {each.number for each in due}
    others = tuple(each for each in work.promises if each.number not in numbers)
    lines = [_line(view, "mine-promises-due", due)] if due else []
    return [*lines, _line(view, "mine-promises", others)] if others else lines


def due_promises(view: View) -> list[T]:
    """The promises that are to be kept today, or were before."""
    due = (*view.work.promises_late, *view.work.promises_due)
    return [_line(view, "mine-promises-due", due)] if due else []


def _line(view: View, key: str, items: Sequence[Item]) -> T:
    shown = tuple(_item(view, each) for each in items[:NAMED])
    return t(key, count=len(items), items=shown, more=len(items) - len(shown))


def _item(view: View, item: Item) -> T:
    return t("mine-item", number=item.number, title=_short(item.title), when=_when(view, item))


def _short(title: str) -> str:
    return title if len(title) <= TITLE else f"{title[: TITLE - 1]}…"


def _when(view: View, item: Item) -> T | str:
    """When a task is due: the time of today, the day of another one; lateness is not told in the
    group.
    """
    if item.due_at is None or item.due_day is None:
        return ""
    is_late = item.due_at <= view.now
    if item.due_day == view.local.date() and not is_late:
        time = "" if item.all_day else f"{item.due_at.astimezone(view.team.zone):%H:%M}"
        return t("mine-when", when=time) if time else ""
    if is_late and not view.is_private:
        return ""
    return t("mine-when", when=moment(item.due_day, view.local))


def goal_lines(view: View) -> list[T]:
    """The member's goals that run, with what is missing a day."""
    today = view.team.day_of(view.now)
    running = goals.running_of(view.db, view.team.id, view.member.id, today)
    lines = []
    for goal in running[:GOALS]:
        at = goal_progress.progress(view.db, view.team, goal, today)
        standing = standing_words(goal, at, today)
        span = spoken(goal.period, today)
        lines.append(t("mine-goal", span=span, target=target(goal), standing=standing))
    return lines


def sales_line(view: View) -> T:
    """What the member sold today and this month."""
    today = view.team.day_of(view.now)
    day, month = (
        format_short(
            sold(view.db, view.team.id, Period.of(kind, today), member_id=view.member.id)[0]
        )
        for kind in (PeriodKind.DAY, PeriodKind.MONTH)
    )
    return t("mine-sales", day=day, month=month)


def next_line(view: View) -> list[T]:
    """The member's next appointment or meeting; what was booked in private is told in private."""
    found = my_work.next_of(
        view.db, view.team, view.member.id, view.now, is_public=not view.is_private
    )
    if found is None:
        return []
    start = found.start
    if isinstance(start, dt.datetime):
        when = moment(start.astimezone(view.team.zone), view.local)
    else:
        when = moment(max(start, view.local.date()), view.local)
    title = _short(found.title)
    return [t("mine-next", when=when, title=title, letter=found.letter, number=found.number)]


def appointment_lines(view: View) -> list[T]:
    """The appointments and meetings that the member has today and that are not over."""
    today = view.local.date()
    found = [
        (each.start, each.event.row.all_day, each.event.row.title)
        for each in event_times.between(view.db, view.team, today, today, view.member.id)
        if each.end > view.now and (view.is_private or not each.event.row.is_private)
    ]
    found += [
        (each.start, 0, each.row.title)
        for each in meeting_times.of_member(view.db, view.team, view.member.id, today)
        if each.end > view.now
    ]
    if not found:
        return []
    shown = tuple(
        t(
            "mine-appointment",
            all_day=all_day,
            at=f"{start.astimezone(view.team.zone):%H:%M}",
            title=_short(title),
        )
        for start, all_day, title in sorted(found)[:NAMED]
    )
    return [t("mine-appointments", items=shown, more=len(found) - len(shown))]
