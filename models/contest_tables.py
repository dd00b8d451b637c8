"""The tables of contests: who is on which side, by which frozen rules, and every result."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Contest(Base):
    """A contest (#PK3): `state` is planned, running, closed or cancelled.

    `rules` is their JSON (models/contest_rules); from the start on they change by consent alone.
    Who has not accepted by `start_at` is out; `end_at` is when the result is worked out. `version`
    counts the changes: each is a compare-and-set.
    """

    __tablename__ = "contest"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_contest_number"),
        Index("ix_contest_state", "team_id", "state", "end_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(10))
    rules: Mapped[str] = mapped_column(Text)
    start_at: Mapped[dt.datetime]
    end_at: Mapped[dt.datetime]
    made_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    made_at: Mapped[dt.datetime]
    version: Mapped[int] = mapped_column(default=1)
    source: Mapped[int | None] = mapped_column(Id, ForeignKey("received.id"))


class ContestMember(Base):
    """Somebody called to a contest: `state` is called, in, declined, out (did not answer) or left.

    `side` counts the sides from 0, -1 while none was chosen or drawn. `n` is the place in the
    side's order, by which a relay takes turns; the captain is who is first of those who are in,
    unless somebody `is_captain`. `target` is what 100 % is in minor units, frozen at the start,
    with its `basis`: goal, average, others or equal.
    """

    __tablename__ = "contest_member"

    contest_id: Mapped[int] = mapped_column(Id, ForeignKey("contest.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    side: Mapped[int]
    n: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    is_captain: Mapped[int] = mapped_column(default=0)
    target: Mapped[int | None] = mapped_column(Id)
    basis: Mapped[str] = mapped_column(String(10), default="")


class ContestEvent(Base):
    """What happened to a contest; `member_id` is None where the clock did it. `details` are words
    in the form that the action has.
    """

    __tablename__ = "contest_event"
    __table_args__ = (Index("ix_contest_event_contest", "contest_id", "id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contest_id: Mapped[int] = mapped_column(Id, ForeignKey("contest.id"))
    action: Mapped[str] = mapped_column(String(16))
    member_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    details: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[dt.datetime]


class ContestProposal(Base):
    """A change of a running contest that waits for its captains: `change` is the new rules' JSON,
    empty to call the contest off; `agreed` are the ids of the captains who said yes.
    """

    __tablename__ = "contest_proposal"
    __table_args__ = (Index("ix_contest_proposal_contest", "contest_id", "state"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contest_id: Mapped[int] = mapped_column(Id, ForeignKey("contest.id"))
    change: Mapped[str] = mapped_column(Text)
    agreed: Mapped[str] = mapped_column(Text)
    made_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    made_at: Mapped[dt.datetime]
    state: Mapped[str] = mapped_column(String(10), default="open")


class ContestResult(Base):
    """A result of a contest: the first at its end, each later one by a decision of the owner.

    `body` is canonical JSON that the rules, the roster and the ledger up to `position` give again
    to the byte; `digest` is its fingerprint.
    """

    __tablename__ = "contest_result"
    __table_args__ = (UniqueConstraint("contest_id", "n", name="uq_contest_result_n"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contest_id: Mapped[int] = mapped_column(Id, ForeignKey("contest.id"))
    n: Mapped[int]
    position: Mapped[int] = mapped_column(Id)
    body: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(10))
    decided_by: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]


class ContestPrize(Base):
    """A fixed prize that a result gives to somebody on the roster; `award` is the number of the
    award row that follows it.
    """

    __tablename__ = "contest_prize"

    result_id: Mapped[int] = mapped_column(Id, ForeignKey("contest_result.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    prize: Mapped[str] = mapped_column(String(80))
    award: Mapped[int | None]


class SquadMember(Base):
    """Somebody in a squad (战队) that contests are set by; `n` is the place in its order."""

    __tablename__ = "squad_member"

    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"), primary_key=True)
    squad: Mapped[str] = mapped_column(String(20), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    n: Mapped[int]
