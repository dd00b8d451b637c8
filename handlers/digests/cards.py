"""The digest's cards, at most fifteen lines so that no chat folds them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.kit import Card, Delivery, Period, PeriodKind, T, TeamInfo, format_short, t
from handlers.digests.meetings import learned_lines, meeting_lines
from handlers.digests.parts import FOREMOST, Moment, Reader, part_figures, part_lines
from handlers.digests.pictures import day_picture
from handlers.digests.routing import JOBS
from handlers.digests.subjects import Subject
from handlers.digests.tasks import task_lines
from handlers.digests.words import (
    Lines,
    Namer,
    board_lines,
    change,
    clock,
    fitted,
    namer,
    weekday,
)
from models import (
    counting,
    digest,
    duties,
    experiences,
    meeting_digest,
    schedules,
    spans,
    team_work,
)
from models.db import Db
from models.digest import Correction, DayFigures
from models.experience_tables import Experience
from models.meeting_digest import MeetingFigures
from models.rosters import Roster, roster
from models.spans import Sum
from models.team_work import TaskFigures

_SUNDAY = 7
BOARD_LINES, BEST = 5, 3
NAMED = 10
CORRECTIONS = 3


@dataclass(frozen=True, slots=True)
class DayView:
    """What a digest's cards are made from."""

    db: Db
    team: TeamInfo
    day: dt.date
    now: dt.datetime
    figures: DayFigures
    mark: str = "none"
    missed: tuple[dt.date, ...] = ()
    tasks: TaskFigures | None = None
    unheld: tuple[str, ...] = ()
    meetings: MeetingFigures | None = None
    learned: tuple[Experience, ...] = ()
    parts: tuple[Any, ...] = ()
    days: tuple[Sum, ...] = ()
    is_drawn: bool = False


def view_of(
    db: Db, team: TeamInfo, day: dt.date, now: dt.datetime, *, without: Sequence[int]
) -> DayView:
    """The figures of a day; people in `without` are named nowhere. Without tasks it is about sales
    alone.
    """
    tasks = team_work.figures(db, team, now, without=without)
    since = schedules.last_run(db, team.id, JOBS[PeriodKind.DAY], now) or now - digest.A_DAY
    return DayView(
        db,
        team,
        day,
        now,
        digest.figures(db, team, day, without=without),
        tasks=tasks,
        unheld=duties.gaps(db, team).no_holder if tasks is not None else (),
        meetings=meeting_digest.figures(db, team, now, since=since),
        learned=_learned(db, team, day, now, without=without),
        parts=part_figures(db, team, Moment(day, now), without),
        days=tuple(spans.sums(db, team.id, PeriodKind.DAY, day - 6 * digest.A_DAY, day)),
    )


def _learned(
    db: Db, team: TeamInfo, day: dt.date, now: dt.datetime, *, without: Sequence[int]
) -> tuple[Experience, ...]:
    """The best experiences of the week, told when it ends."""
    if day.isoweekday() != _SUNDAY:
        return ()
    since = digest.day_start(team, day - 6 * digest.A_DAY)
    until = min(now, digest.day_start(team, day + digest.A_DAY))
    return tuple(experiences.best(db, team.id, since, until, without=without))


# What is left out where there is no room for everything, the first first; `board` is the board
# down to its three best. What was sold, done, forgotten and corrected is always told.
DROPPED = (
    "contest_more",
    "goal_forecast",
    "campaigns",
    "doubles",
    "unheld",
    "meetings",
    "contest_planned",
    "rewards_groundless",
    "blocked",
    "learned",
    "comparison",
    "meeting_due",
    "goal_members",
    "campaign",
    "badges",
    "board",
    "due",
    "learned_best",
    "rewards_earned",
    "contest_running",
    "unowned",
    "decisions",
    "rewards_due",
    "overdue",
    "contest_closed",
    "goal",
    "done",
)


def day_card(day: DayView, *, is_named: bool) -> Card:
    """The digest; people without a sale are named only where `is_named`."""
    figures = day.figures
    missed = _missed(day)
    unsettled = _unsettled(figures)
    people = roster(day.db, day.team.id)
    name = namer(people)
    work = _work(day, people, is_named=is_named)
    parts = part_lines(day.parts, Reader(day.team, people, day.day, day.now, is_named))
    if not figures.places and not figures.orders and not figures.amount:
        title = t("digest-empty", **_heading(day))
        told = [*(("missed", line) for line in (*missed, *unsettled)), *parts, *work]
        return _card(day, title, fitted(told, DROPPED))
    total = t("digest-total", amount=format_short(figures.amount), orders=figures.orders)
    named = [
        *(("missed", line) for line in missed),
        ("total", total),
        ("comparison", _comparison(day)),
        *[each for each in parts if each[0] in FOREMOST],
        *(("board", line) for line in board_lines(figures.places, name, BOARD_LINES)),
        *(("openers", line) for line in _openers(figures, people, is_named=is_named)),
        *(("unsettled", line) for line in unsettled),
        *[each for each in parts if each[0] not in FOREMOST],
        *work,
    ]
    title = t("digest-title", until=_until(day), **_heading(day))
    lines = fitted(named, DROPPED, board_lines(figures.places, name, BEST))
    card = _card(day, title, lines).with_(note=t("digest-internal"))
    if not day.is_drawn:
        return card
    picture = day_picture(title, day.team, figures, days=day.days, name=name, day=day.day)
    return card.with_(picture=picture)


def _card(day: DayView, title: T, lines: tuple[T, ...]) -> Card:
    subject = Subject(Period.of(PeriodKind.DAY, day.day), counting.newest(day.db))
    return Card(title, lines, expect=subject.expect, delivery=Delivery.CHATTER, silent=True)


def _work(day: DayView, people: Roster, *, is_named: bool) -> Lines:
    """The lines about tasks, duties, meetings and what was learned, with their names."""
    lines = task_lines(day.tasks, people, is_named=is_named)
    if day.unheld and is_named:
        lines.append(("unheld", t("digest-duties-unheld", names=day.unheld)))
    return [
        *lines,
        *meeting_lines(day.meetings, is_named=is_named),
        *learned_lines(day.learned, people),
    ]


def _heading(day: DayView) -> dict[str, str | T]:
    return {"mark": day.mark, "date": f"{day.day:%m-%d}", "weekday": weekday(day.day)}


def _until(day: DayView) -> str:
    """Up to when the figures go: now, or the end of the business day."""
    if day.now >= digest.day_start(day.team, day.day + digest.A_DAY):
        return clock(day.team.cutoff)
    return f"{day.now.astimezone(day.team.zone):%H:%M}"


def _missed(day: DayView) -> tuple[T, ...]:
    days = tuple(f"{each:%m-%d}" for each in day.missed)
    return (t("digest-missed", days=days),) if days else ()


def _comparison(day: DayView) -> T:
    figures = day.figures
    return t(
        "digest-comparison",
        yesterday=change(figures.amount, figures.day_before),
        weekday=weekday(day.day),
        last_week=change(figures.amount, figures.week_before),
    )


def _openers(figures: DayFigures, people: Roster, *, is_named: bool) -> list[T]:
    idle = len(figures.idle)
    opened = t(
        "digest-opened",
        sold=figures.sold,
        expected=figures.expected,
        idle=idle,
        # Where everybody sold, who did not have to is no news.
        away=figures.away if idle else 0,
    )
    lines = [t("digest-openers", opened=opened, first=_first(figures, namer(people)))]
    if is_named and idle:
        names = tuple(people.name(i) for i in figures.idle[:NAMED])
        lines.append(t("digest-idle", names=names, more=max(0, idle - NAMED)))
    return lines


def _first(figures: DayFigures, name: Namer) -> T | str:
    if figures.first_seller is None:
        return ""
    return t("digest-first", name=name(figures.first_seller))


def _unsettled(figures: DayFigures) -> list[T]:
    lines = []
    if figures.corrections:
        shown = tuple(_corrected(each) for each in figures.corrections[:CORRECTIONS])
        lines.append(t("digest-corrections", count=len(figures.corrections), shown=shown))
    if figures.pending:
        lines.append(t("digest-pending", count=figures.pending))
    return lines


def _corrected(correction: Correction) -> T:
    before = format_short(correction.before)
    if correction.after is None:
        return t("digest-voided", number=correction.number, before=before)
    after = format_short(correction.after)
    return t("digest-corrected", number=correction.number, before=before, after=after)
