"""Drafts that wait for their maker's 确认: which of somebody's was touched last."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from sqlalchemy import select

from models import campaign_reviews, goal_splits
from models.db import Db
from models.goal_tables import GoalSplit
from models.meeting_tables import Meeting, Minutes
from models.messages import Question
from models.values import MemberInfo


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft by the record that names it, such as M12, and when its maker last touched it."""

    record: str
    at: dt.datetime


def newest(db: Db, member: MemberInfo) -> Waiting | None:
    """The draft that a member touched last: minutes, the review of a campaign, or members' shares
    of a goal; None where none waits.
    """
    found = [_minutes(db, member), _review(db, member), _split(db, member)]
    return max((each for each in found if each is not None), key=lambda one: one.at, default=None)


def _minutes(db: Db, member: MemberInfo) -> Waiting | None:
    query = (
        select(Meeting.number, Minutes.changed_at)
        .join(Meeting, Meeting.id == Minutes.meeting_id)
        .where(
            Minutes.team_id == member.team_id,
            Minutes.by_id == member.id,
            Minutes.state == "draft",
        )
        .order_by(Minutes.changed_at.desc(), Minutes.id.desc())
    )
    row = db.session.execute(query.limit(1)).first()
    return Waiting(f"M{row[0]}", row[1]) if row is not None else None


def _review(db: Db, member: MemberInfo) -> Waiting | None:
    found = campaign_reviews.newest_draft(db, member.team_id, member.id)
    return Waiting(f"K{found[1].number}", found[0].changed_at) if found is not None else None


def _split(db: Db, member: MemberInfo) -> Waiting | None:
    query = (
        select(GoalSplit.number, GoalSplit.at)
        .where(
            GoalSplit.team_id == member.team_id,
            GoalSplit.made_by == member.id,
            GoalSplit.state == goal_splits.OPEN,
        )
        .order_by(GoalSplit.id.desc())
    )
    row = db.session.execute(query.limit(1)).first()
    return Waiting(f"{goal_splits.LETTER}{row[0]}", row[1]) if row is not None else None


def is_asked_later(
    db: Db, chat_id: int, member_id: int, word: str, *, than: dt.datetime, now: dt.datetime
) -> bool:
    """Whether an open question that a word answers was asked of a member there after a moment."""
    query = (
        select(Question.options, Question.asked_at)
        .where(
            Question.chat_id == chat_id,
            Question.member_id == member_id,
            Question.state == "open",
            Question.expires_at >= now,
        )
        .order_by(Question.id.desc())
        .limit(1)
    )
    row = db.session.execute(query).first()
    if row is None or row[1] < than:
        return False
    return any(word in words for _, *words in json.loads(row[0]))
