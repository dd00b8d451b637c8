"""Every change of a plan: made by compare-and-set, kept with who and when, and taken back."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from sqlalchemy import select, update

from models import meeting_reminders
from models.base import milliseconds, moment
from models.db import Db
from models.errors import Refusal
from models.meeting_states import CANCELLED, PLANNED
from models.meeting_tables import Meeting, MeetingChange
from models.task_changes import Doer
from models.values import TeamInfo

_PLAIN = (
    "state",
    "title",
    "goal",
    "minutes",
    "recurrence",
    "recurs_at",
    "quorum",
    "place",
    "link",
    "code",
    "passcode",
    "lead_id",
)
_DAYS = ("day", "recurs_from", "recurs_until", "recurs_day")
_TIMES = ("start_at", "opened_at", "closed_at")
# What nobody can take back.
_LASTING = frozenset({"missed"})


def note(db: Db, row: Meeting, verb: str, doer: Doer, *, before: str = "") -> None:
    """Write a line of a meeting's history."""
    db.session.add(
        MeetingChange(
            meeting_id=row.id,
            verb=verb,
            member_id=doer.member.id,
            at=doer.at,
            before=before,
            source=doer.source,
        )
    )
    db.flush()


def change(db: Db, team: TeamInfo, row: Meeting, verb: str, *, doer: Doer, **values: Any) -> None:
    """Change some columns of a meeting, and plan its reminders anew.

    Of two who change it in the same moment one wins; the other gets Refusal meeting-changed.
    """
    before = _snapshot(row)
    _advance(db, row, doer.at, values)
    note(db, row, verb, doer, before=before)
    meeting_reminders.rearm(db, team, row, doer.at)


def _advance(db: Db, row: Meeting, now: dt.datetime, values: dict[str, Any]) -> None:
    db.flush()
    won = db.session.execute(
        update(Meeting)
        .where(Meeting.id == row.id, Meeting.version == row.version, Meeting.state == row.state)
        .values(**values, version=row.version + 1, sequence=row.sequence + 1, changed_at=now)
        .returning(Meeting.id),
        execution_options={"synchronize_session": False},
    )
    if won.first() is None:
        raise Refusal("meeting-changed", number=row.number)
    db.session.refresh(row)


def _snapshot(row: Meeting) -> str:
    found: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    for name in _DAYS:
        value = getattr(row, name)
        found[name] = None if value is None else value.isoformat()
    for name in _TIMES:
        value = getattr(row, name)
        found[name] = None if value is None else milliseconds(value)
    return json.dumps(found, ensure_ascii=False)


def _read(before: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(before)
    for name in _DAYS:
        found[name] = None if found[name] is None else dt.date.fromisoformat(found[name])
    for name in _TIMES:
        found[name] = None if found[name] is None else moment(found[name])
    return found


def newest(db: Db, row: Meeting) -> MeetingChange | None:
    """The newest change of a meeting that was not taken back."""
    query = select(MeetingChange).where(
        MeetingChange.meeting_id == row.id, MeetingChange.undone == 0
    )
    return db.session.scalar(query.order_by(MeetingChange.id.desc()).limit(1))


def has_verb(db: Db, row: Meeting, verb: str) -> bool:
    """Whether a change of that kind was made and not taken back."""
    query = select(MeetingChange.id).where(
        MeetingChange.meeting_id == row.id, MeetingChange.undone == 0, MeetingChange.verb == verb
    )
    return db.session.scalar(query.limit(1)) is not None


def undo(db: Db, team: TeamInfo, row: Meeting, doer: Doer) -> str:
    """Take the newest change of a plan back and return its verb; to take back that it was made is
    to call it off. Raises Refusal where there is nothing to take back.
    """
    last = newest(db, row)
    if last is None or last.verb in _LASTING or row.state not in (PLANNED, CANCELLED):
        raise Refusal("meeting-undo-nothing", number=row.number)
    if last.verb == "create":
        values: dict[str, Any] = {"state": CANCELLED, "closed_at": doer.at}
    else:
        values = _read(last.before)
    _advance(db, row, doer.at, values)
    last.undone = 1
    db.flush()
    meeting_reminders.rearm(db, team, row, doer.at)
    return last.verb
