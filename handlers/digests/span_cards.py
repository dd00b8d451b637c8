"""The cards of the weekly and the monthly digest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.kit import Card, Delivery, Period, PeriodKind, T, TeamInfo, t
from handlers.digests.meetings import learned_lines, meeting_lines
from handlers.digests.parts import FOREMOST, Moment, Reader, part_figures, part_lines
from handlers.digests.pictures import span_picture
from handlers.digests.span_lines import (
    best_day_line,
    board_of,
    change_lines,
    comparison_lines,
    customer_lines,
    opener_lines,
    product_lines,
    progress_lines,
    task_lines,
    total_line,
)
from handlers.digests.standout import standout_lines
from handlers.digests.subjects import Subject
from handlers.digests.words import Lines, fitted, namer
from models import (
    counting,
    digest,
    experiences,
    meeting_digest,
    pending,
    span_rows,
    spans,
    team_work,
)
from models.db import Db
from models.experience_tables import Experience
from models.meeting_digest import MeetingFigures
from models.rosters import roster
from models.span_rows import RowFigures
from models.spans import A_DAY, SpanFigures
from models.team_work import TaskSpan

# What is told of a day alone.
_OF_A_DAY = frozenset({"meeting_due", "rewards_earned"})
# What is left out where there is no room for everything, the first first. Sums, the best members,
# who sold and what was corrected are always told.
DROPPED = (
    "contest_more",
    "goal_forecast",
    "campaigns",
    "learned",
    "contest_planned",
    "decisions",
    "learned_best",
    "meetings",
    "rewards_groundless",
    "goal_members",
    "campaign",
    "best_day",
    "badges",
    "products",
    "done",
    "progress",
    "contest_running",
    "standout",
    "idle",
    "rewards_due",
    "customers",
    "contest_closed",
    "goal",
)


@dataclass(frozen=True, slots=True)
class SpanView:
    """What the cards of a week or month are made from."""

    db: Db
    team: TeamInfo
    now: dt.datetime
    figures: SpanFigures
    rows: RowFigures
    position: int
    mark: str = "none"
    missed: tuple[dt.date, ...] = ()
    pending: int = 0
    tasks: TaskSpan | None = None
    meetings: MeetingFigures | None = None
    learned: tuple[Experience, ...] = ()
    parts: tuple[Any, ...] = ()
    is_drawn: bool = False

    @property
    def period(self) -> Period:
        """The week or month."""
        return self.figures.period


def view_of_span(
    db: Db, team: TeamInfo, period: Period, now: dt.datetime, *, without: Sequence[int]
) -> SpanView:
    """The figures of a week or month up to now; people in `without` are named nowhere."""
    start = digest.day_start(team, period.first)
    end = min(now, digest.day_start(team, period.last + A_DAY))
    earlier = digest.day_start(team, spans.before(period).first)
    last = min(period.last, team.day_of(now))
    moment = Moment(last, now, days=(last - period.first).days + 1)
    compared = (earlier, min(start, earlier + (end - start)))
    return SpanView(
        db,
        team,
        now,
        figures=spans.figures(db, team, period, team.day_of(now), without=without),
        rows=span_rows.figures(db, team, period),
        position=counting.newest(db),
        pending=pending.open_count(db, team.id, start),
        tasks=team_work.span(db, team, (start, end), compared=compared, without=without),
        meetings=meeting_digest.figures(db, team, end, since=start),
        learned=tuple(experiences.best(db, team.id, start, end, without=without)),
        parts=part_figures(db, team, moment, without),
    )


def span_card(view: SpanView, *, is_named: bool) -> Card:
    """The digest; people without a sale are named only where `is_named`."""
    figures, people = view.figures, roster(view.db, view.team.id)
    name = namer(people)
    around: Lines = [("missed", line) for line in _missed(view)]
    reader = Reader(view.team, people, figures.until, view.now, is_named)
    parts = [each for each in part_lines(view.parts, reader) if each[0] not in _OF_A_DAY]
    work: Lines = [
        *task_lines(view.tasks, figures.period.kind, people),
        *meeting_lines(view.meetings, is_named=is_named),
        *learned_lines(view.learned, people),
        *change_lines(view.rows, figures.period.kind, view.pending),
    ]
    work = [each for each in work if each[0] not in _OF_A_DAY]
    if not figures.places and not figures.orders and not figures.amount:
        title = t("period-empty", **_heading(view))
        return _card(view, title, [*around, *parts, *work])
    told = [
        *around,
        ("total", total_line(figures)),
        *comparison_lines(figures),
        *standout_lines(figures, is_named=is_named),
        *[each for each in parts if each[0] in FOREMOST],
        *best_day_line(figures),
        *board_of(figures, name),
        *progress_lines(figures, name),
        *opener_lines(figures, people, is_named=is_named),
        *product_lines(view.rows.mix),
        *customer_lines(view.rows.customers, figures.orders),
        *[each for each in parts if each[0] not in FOREMOST],
        *work,
    ]
    title = t("period-title", until=_until(view), **_heading(view))
    card = _card(view, title, told).with_(note=t("period-internal"))
    if view.is_drawn:
        return card.with_(picture=span_picture(title, view.team, figures, name))
    return card


def _card(view: SpanView, title: T, told: Lines) -> Card:
    return Card(
        title,
        fitted(told, DROPPED),
        expect=Subject(view.period, view.position).expect,
        delivery=Delivery.CHATTER,
        silent=True,
    )


def _heading(view: SpanView) -> dict[str, str | T]:
    return {"kind": view.period.kind.value, "mark": view.mark, "span": spoken_span(view.period)}


def spoken_span(period: Period) -> T:
    """A week or month as its digest names it: «06-09–06-15», «2025年6月»."""
    if period.kind is PeriodKind.MONTH:
        return t("period-month", year=str(period.first.year), month=period.first.month)
    return t("period-week", first=f"{period.first:%m-%d}", last=f"{period.last:%m-%d}")


def _until(view: SpanView) -> T | str:
    """Up to when the figures of a running week or month go; empty where it is over."""
    if view.now >= digest.day_start(view.team, view.period.last + A_DAY):
        return ""
    return t("period-until", time=f"{view.now.astimezone(view.team.zone):%m-%d %H:%M}")


def _missed(view: SpanView) -> tuple[T, ...]:
    kind = view.period.kind
    spans_missed = tuple(spoken_span(Period.of(kind, each)) for each in view.missed)
    return (t("period-missed", spans=spans_missed, kind=kind.value),) if spans_missed else ()
