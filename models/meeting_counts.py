"""How far a meeting is prepared: its agenda and the reports for it."""

from __future__ import annotations

from sqlalchemy import func, or_, select

from models.db import Db
from models.meeting_states import ALIVE
from models.meeting_tables import AgendaItem, Meeting, MeetingReport


def is_prepared(db: Db, row: Meeting) -> bool:
    """Whether somebody has put something on a meeting's agenda or reported for it."""
    agenda = select(AgendaItem.id).where(AgendaItem.meeting_id == row.id)
    reports = select(MeetingReport.member_id).where(MeetingReport.meeting_id == row.id)
    return any(db.session.scalar(query.limit(1)) is not None for query in (agenda, reports))


def agenda_count(db: Db, row: Meeting) -> int:
    """How many points a meeting is to talk about, with those that wait for the next one."""
    mine = AgendaItem.meeting_id == row.id
    waiting = AgendaItem.meeting_id.is_(None) & or_(
        AgendaItem.series_id.is_(None), AgendaItem.series_id == (row.series_id or row.id)
    )
    query = select(func.count()).where(
        AgendaItem.team_id == row.team_id,
        or_(mine, waiting) if row.state in ALIVE else mine,
        AgendaItem.state.not_in(("dropped", "carried")),
    )
    return db.session.scalar(query) or 0


def report_count(db: Db, row: Meeting) -> int:
    """How many have reported for a meeting."""
    query = select(func.count()).where(
        MeetingReport.meeting_id == row.id, MeetingReport.handed_in_at.is_not(None)
    )
    return db.session.scalar(query) or 0
