"""The digest's cards, at most fifteen lines so that no chat folds them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.kit import Card, Delivery, T, TeamInfo, format_short, public_name, t
from handlers.digests.meetings import learned_lines, meeting_lines
from handlers.digests.routing import JOB
from handlers.digests.tasks import task_lines
from models import digest, duties, experiences, meeting_digest, schedules, team_work
from models.db import Db
from models.digest import Correction, DayFigures
from models.experience_tables import Experience
from models.meeting_digest import MeetingFigures
from models.rosters import Roster, roster
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


def view_of(
    db: Db, team: TeamInfo, day: dt.date, now: dt.datetime, *, without: Sequence[int]
) -> DayView:
    """The figures of a day; people in `without` are named nowhere. Without tasks it is about sales
    alone.
    """
    tasks = team_work.figures(db, team, now, without=without)
    since = schedules.last_run(db, team.id, JOB, now) or now - digest.A_DAY
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
    "doubles",
    "unheld",
    "meetings",
    "blocked",
    "learned",
    "comparison",
    "meeting_due",
    "board",
    "due",
    "learned_best",
    "unowned",
    "decisions",
    "overdue",
    "done",
)
# The lines between the title and the note.
ROOM = 13


def day_card(day: DayView, *, is_named: bool) -> Card:
    """The digest; people without a sale are named only where `is_named`."""
    figures = day.figures
    missed = _missed(day)
    unsettled = _unsettled(figures)
    people = roster(day.db, day.team.id)
    work = _work(day, people, is_named=is_named)
    if not figures.places and not figures.orders and not figures.amount:
        title = t("digest-empty", **_heading(day))
        told = [*(("missed", line) for line in (*missed, *unsettled)), *work]
        return Card(title, _fitted(told, []), delivery=Delivery.CHATTER, silent=True)
    total = t("digest-total", amount=format_short(figures.amount), orders=figures.orders)
    named = [
        *(("missed", line) for line in missed),
        ("total", total),
        ("comparison", _comparison(day)),
        *(("board", line) for line in _board(figures, people)),
        *(("openers", line) for line in _openers(figures, people, is_named=is_named)),
        *(("unsettled", line) for line in unsettled),
        *work,
    ]
    return Card(
        t("digest-title", until=_until(day), **_heading(day)),
        _fitted(named, _board(figures, people, BEST)),
        note=t("digest-internal"),
        delivery=Delivery.CHATTER,
        silent=True,
    )


def _work(day: DayView, people: Roster, *, is_named: bool) -> list[tuple[str, T]]:
    """The lines about tasks, duties, meetings and what was learned, with their names."""
    lines = task_lines(day.tasks, people, is_named=is_named)
    if day.unheld and is_named:
        lines.append(("unheld", t("digest-duties-unheld", names=day.unheld)))
    return [
        *lines,
        *meeting_lines(day.meetings, is_named=is_named),
        *learned_lines(day.learned, people),
    ]


def _fitted(lines: list[tuple[str, T]], best: list[T]) -> tuple[T, ...]:
    """As many of the lines as there is room for, without those that come first in `DROPPED`."""
    for name in DROPPED:
        if len(lines) <= ROOM:
            break
        rest = [each for each in lines if each[0] != name]
        if name == "board":
            at = next((n for n, each in enumerate(lines) if each[0] == name), 0)
            rest[at:at] = [(name, line) for line in best]
        lines = rest
    return tuple(line for _, line in lines)


def _heading(day: DayView) -> dict[str, str | T]:
    return {"mark": day.mark, "date": f"{day.day:%m-%d}", "weekday": _weekday(day.day)}


def _weekday(day: dt.date) -> T:
    return t("digest-weekday", n=day.isoweekday())


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
        yesterday=_change(figures.amount, figures.day_before),
        weekday=_weekday(day.day),
        last_week=_change(figures.amount, figures.week_before),
    )


# A larger change in percent tells nobody anything.
TELLING_PERCENT = 500


def _change(now: int, before: int) -> T:
    if before <= 0:
        return t("digest-change-new")
    difference = now - before
    sign = "+" if difference >= 0 else "-"
    amount = f"{sign}{format_short(abs(difference))}"
    percent = round(abs(difference) * 100 / before)
    if percent > TELLING_PERCENT:
        return t("digest-change-far", amount=amount)
    return t("digest-change", amount=amount, percent=f"{sign}{percent}%")


def _board(figures: DayFigures, people: Roster, most: int = BOARD_LINES) -> list[T]:
    """The best of the day; one place more takes the line that would only count it."""
    places = figures.places
    shown = places if len(places) <= most + 1 else places[:most]
    lines = [
        t(
            "board-line",
            rank=place.rank,
            name=public_name(people, place.member_id),
            amount=format_short(place.amount),
            orders=place.orders,
        )
        for place in shown
    ]
    more = len(places) - len(shown)
    return [*lines, t("digest-more", count=more)] if more else lines


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
    lines = [t("digest-openers", opened=opened, first=_first(figures, people))]
    if is_named and idle:
        names = tuple(people.name(i) for i in figures.idle[:NAMED])
        lines.append(t("digest-idle", names=names, more=max(0, idle - NAMED)))
    return lines


def _first(figures: DayFigures, people: Roster) -> T | str:
    if figures.first_seller is None:
        return ""
    return t("digest-first", name=public_name(people, figures.first_seller))


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


def clock(minute: int) -> str:
    """Minutes after midnight as «21:30»."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
