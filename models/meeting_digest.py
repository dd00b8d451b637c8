"""What came of a team's meetings: decisions, actions and whether their goals were met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from models.db import Db
from models.meeting_tables import Meeting, Minutes, MinutesLine
from models.task_states import CANCELLED, DONE, REVIEW
from models.task_tables import Task
from models.values import TeamInfo

# How far back meetings are looked at, and how many goals the rate counts.
DAYS, GOALS = 28, 4
# Decisions and actions that are named.
NAMED = 2
MET, PARTLY, MISSED = 1, 2, 3
_HELD = frozenset({"open", "closed"})
_SHOWN = ("posted", "replaced")


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """What came of the meetings of four weeks.

    `decisions` are (number of the meeting, words) of the first that are new, `due` (number, title)
    of the first actions that are due today. `goals` counts the last four that were judged as met,
    partly met and missed. Of the actions, `done` of `actions` are done.
    """

    decided: int
    decisions: tuple[tuple[int, str], ...]
    due_today: int
    due: tuple[tuple[int, str], ...]
    goals: tuple[int, int, int]
    done: int
    actions: int

    @property
    def percent(self) -> int:
        """The share of goals that were met at least partly."""
        return (self.goals[0] + self.goals[1]) * 100 // max(1, sum(self.goals))


def figures(
    db: Db, team: TeamInfo, now: dt.datetime, *, since: dt.datetime
) -> MeetingFigures | None:
    """What came of the meetings, with what was decided since a moment; None where none was held."""
    query = select(Meeting).where(
        Meeting.team_id == team.id,
        Meeting.start_at >= now - dt.timedelta(days=DAYS),
        Meeting.start_at <= now + dt.timedelta(days=1),
    )
    rows = db.session.scalars(query.order_by(Meeting.start_at.desc())).all()
    posted = _posted(db, [row.id for row in rows]) if rows else {}
    held = [row for row in rows if row.state in _HELD or row.id in posted]
    if not held:
        return None
    minutes = [posted[row.id] for row in held if row.id in posted]
    decided = _decided(db, [i for i, first in minutes if since < first <= now])
    tasks = _actions(db, [i for i, _ in minutes])
    today = now.astimezone(team.zone).date()
    due = [
        (number, title)
        for number, title, state, day in tasks
        if day == today and state not in (DONE, REVIEW)
    ]
    judged = [row.reached for row in held if row.reached is not None][:GOALS]
    return MeetingFigures(
        decided=len(decided),
        decisions=tuple(decided[:NAMED]),
        due_today=len(due),
        due=tuple(due[:NAMED]),
        goals=(judged.count(MET), judged.count(PARTLY), judged.count(MISSED)),
        done=sum(state == DONE for _, _, state, _ in tasks),
        actions=len(tasks),
    )


def _posted(db: Db, meetings: Collection[int]) -> dict[int, tuple[int, dt.datetime]]:
    """The minutes that are posted, by meeting: their id, and when the first version was posted, as
    decisions are news once.
    """
    query = select(Minutes.meeting_id, func.min(Minutes.confirmed_at)).where(
        Minutes.meeting_id.in_(meetings), Minutes.state.in_(_SHOWN)
    )
    first = dict(db.session.execute(query.group_by(Minutes.meeting_id)).all())
    current = select(Minutes.meeting_id, Minutes.id).where(
        Minutes.meeting_id.in_(meetings), Minutes.state == _SHOWN[0]
    )
    found = {}
    for meeting, minutes in db.session.execute(current):
        at = first.get(meeting)
        if at is not None:
            found[meeting] = (minutes, at)
    return found


def _decided(db: Db, minutes: Collection[int]) -> list[tuple[int, str]]:
    query = (
        select(Meeting.number, MinutesLine.words)
        .join(Minutes, Minutes.id == MinutesLine.minutes_id)
        .join(Meeting, Meeting.id == Minutes.meeting_id)
        .where(MinutesLine.minutes_id.in_(minutes), MinutesLine.kind == "decision")
        .order_by(Minutes.confirmed_at, MinutesLine.minutes_id, MinutesLine.n)
    )
    return [(number, words) for number, words in db.session.execute(query)]


def _actions(db: Db, minutes: Collection[int]) -> list[tuple[int, str, str, dt.date | None]]:
    """The tasks that came of actions and were not called off, each once."""
    ids = select(MinutesLine.task_id).where(
        MinutesLine.minutes_id.in_(minutes), MinutesLine.task_id.is_not(None)
    )
    query = (
        select(Task.number, Task.title, Task.state, Task.due_day)
        .where(Task.id.in_(ids), Task.state != CANCELLED)
        .order_by(Task.due_at, Task.number)
    )
    return [(row.number, row.title, row.state, row.due_day) for row in db.session.execute(query)]
