"""Reports before a meeting: who is asked, who handed in what, and what all of them say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from models import meetings
from models.base import insert
from models.db import Db
from models.errors import Refusal
from models.meeting_tables import Meeting, MeetingMember, MeetingReport
from models.meetings import ALIVE, CANCELLED
from models.report_facts import Facts, facts_of, read_facts, write_facts
from models.rosters import ACTIVE, Roster, roster
from models.teams import team_info
from models.values import MemberInfo, Role, TeamInfo

ASKED, HANDED_IN = "asked", "in"
MAX_WORDS = 1000
# Where a meeting was moved, nobody is asked or reminded again within this time.
ONCE_IN = dt.timedelta(hours=12)
# After an absence of the bot both steps may come together: who was just asked is not reminded.
A_MOMENT = dt.timedelta(minutes=1)
# How long after its time a meeting that nobody opened still takes reports.
PATIENCE = dt.timedelta(hours=3)
# As many reports as a summary names.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Report:
    """What a member handed in: the facts as of then, own words, and where they are stuck."""

    member_id: int
    facts: Facts
    words: str
    blocker: str
    is_late: bool
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """The reports of a meeting in the order in which they came, and who is still missing."""

    reports: tuple[Report, ...]
    missing: tuple[MemberInfo, ...]

    @property
    def total(self) -> int:
        """How many people the reports are from, or should be."""
        return len(self.reports) + len(self.missing)


@dataclass(frozen=True, slots=True)
class Handed:
    """A report just handed in; `is_again` where it replaces an earlier one, `is_same` where its
    words are those of the meeting before.
    """

    report: Report
    is_again: bool
    is_same: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What the reports say, fit for the group: (name, words) of the first, the others counted.

    `done` are tasks finished by all who handed in; nobody's lateness or missing is in it.
    """

    handed_in: int
    total: int
    done: int
    blockers: tuple[tuple[str, str], ...]
    more_blockers: int
    words: tuple[tuple[str, str], ...]
    more_words: int


def is_invited(db: Db, row: Meeting, member: MemberInfo) -> bool:
    """Whether a meeting is somebody's business, also of one who is excused."""
    if member.id == row.lead_id:
        return True
    if row.everybody:
        return member.state == ACTIVE and member.role >= Role.MEMBER
    known = db.session.get(MeetingMember, (row.id, member.id))
    return known is not None and bool(known.invited)


def _rows(db: Db, row: Meeting) -> dict[int, MeetingReport]:
    query = select(MeetingReport).where(MeetingReport.meeting_id == row.id)
    return {each.member_id: each for each in db.session.scalars(query)}


def to_ask(db: Db, row: Meeting, now: dt.datetime) -> list[MemberInfo]:
    """Who has not handed in and was not asked lately."""
    rows = _rows(db, row)
    return [
        each
        for each in meetings.invited(db, row)
        if _is_open(rows.get(each.id))
        and not _is_lately(rows[each.id].asked_at if each.id in rows else None, now)
    ]


def to_nudge(db: Db, row: Meeting, now: dt.datetime) -> list[MemberInfo]:
    """Who was asked, has not handed in and was not reminded of it lately."""
    rows = _rows(db, row)
    return [
        each
        for each in meetings.invited(db, row)
        if each.id in rows
        and _is_open(rows[each.id])
        and not _is_lately(rows[each.id].asked_at, now, A_MOMENT)
        and not _is_lately(rows[each.id].nudged_at, now)
    ]


def _is_open(row: MeetingReport | None) -> bool:
    return row is None or row.state != HANDED_IN


def _is_lately(at: dt.datetime | None, now: dt.datetime, within: dt.timedelta = ONCE_IN) -> bool:
    return at is not None and now - at < within


def note_asked(db: Db, row: Meeting, member_id: int, now: dt.datetime) -> None:
    """Remember that a member was sent the draft."""
    _write(db, row, member_id, asked_at=now)


def note_nudged(db: Db, row: Meeting, member_id: int, now: dt.datetime) -> None:
    """Remember that a member was reminded."""
    _write(db, row, member_id, nudged_at=now)


def _write(db: Db, row: Meeting, member_id: int, **values: object) -> None:
    new = insert(MeetingReport).values(
        meeting_id=row.id,
        member_id=member_id,
        **{"state": ASKED, "facts": "", "words": "", "blocker": "", "is_late": 0} | values,
    )
    keys = ["meeting_id", "member_id"]
    db.session.execute(new.on_conflict_do_update(index_elements=keys, set_=values))
    db.session.expire_all()


def is_asked(db: Db, row: Meeting, member: MemberInfo) -> bool:
    """Whether a member was asked for a report of a meeting."""
    return db.session.get(MeetingReport, (row.id, member.id)) is not None


def meeting_of(db: Db, team: TeamInfo, member: MemberInfo, now: dt.datetime) -> Meeting | None:
    """The meeting that a member's report is for where none is named: the next one, or one that is
    open or should have begun lately.
    """
    query = (
        select(Meeting)
        .where(
            Meeting.team_id == team.id,
            Meeting.state.in_(ALIVE),
            Meeting.start_at > now - PATIENCE,
        )
        .order_by(Meeting.start_at)
    )
    rows = db.session.scalars(query).all()
    return next((row for row in rows if is_invited(db, row, member)), None)


def hand_in(
    db: Db, row: Meeting, member: MemberInfo, said: tuple[str, str], now: dt.datetime
) -> Handed:
    """Keep a member's report: own words and where they are stuck; a later one takes the place of
    the first. Raises Refusal for a meeting that is over or not the member's.
    """
    if row.state not in ALIVE:
        key = "report-cancelled" if row.state == CANCELLED else "report-closed"
        raise Refusal(key, number=row.number, title=row.title)
    require_invited(db, row, member)
    before = db.session.get(MeetingReport, (row.id, member.id))
    is_again = before is not None and before.state == HANDED_IN
    words, blocker = (text.strip()[:MAX_WORDS] for text in said)
    facts = facts_of(db, team_info(db, row.team_id), member.id, now)
    is_late = now >= row.start_at
    is_same = bool(words or blocker) and (words, blocker) == _last_said(db, row, member.id)
    _write(
        db,
        row,
        member.id,
        state=HANDED_IN,
        facts=write_facts(facts),
        words=words,
        blocker=blocker,
        handed_in_at=now,
        is_late=int(is_late),
    )
    return Handed(Report(member.id, facts, words, blocker, is_late, now), is_again, is_same)


def require_invited(db: Db, row: Meeting, member: MemberInfo) -> None:
    """Let pass whose meeting it is; raises Refusal."""
    if not is_invited(db, row, member):
        raise Refusal("report-not-invited", number=row.number, title=row.title)


def _last_said(db: Db, row: Meeting, member_id: int) -> tuple[str, str] | None:
    """What a member wrote before the meeting before this one."""
    query = (
        select(MeetingReport.words, MeetingReport.blocker)
        .join(Meeting, Meeting.id == MeetingReport.meeting_id)
        .where(
            Meeting.team_id == row.team_id,
            Meeting.start_at < row.start_at,
            MeetingReport.member_id == member_id,
            MeetingReport.state == HANDED_IN,
        )
        .order_by(Meeting.start_at.desc())
        .limit(1)
    )
    found = db.session.execute(query).first()
    return (found[0], found[1]) if found is not None else None


def standing(db: Db, row: Meeting) -> Standing:
    """Who handed in what for a meeting, and who is missing."""
    rows = [each for each in _rows(db, row).values() if each.state == HANDED_IN]
    reports = [
        Report(
            each.member_id,
            read_facts(each.facts),
            each.words,
            each.blocker,
            bool(each.is_late),
            each.handed_in_at or row.start_at,
        )
        for each in rows
    ]
    handed = {each.member_id for each in reports}
    people = meetings.invited(db, row)
    missing = tuple(each for each in people if each.id not in handed)
    return Standing(tuple(sorted(reports, key=lambda each: each.at)), missing)


def summary(db: Db, row: Meeting) -> Summary:
    """What the reports of a meeting say to all who come."""
    found = standing(db, row)
    people = roster(db, row.team_id)
    blockers = _told(found.reports, people, "blocker")
    words = _told(found.reports, people, "words")
    return Summary(
        handed_in=len(found.reports),
        total=found.total,
        done=sum(each.facts.done for each in found.reports),
        blockers=blockers[:NAMED],
        more_blockers=max(0, len(blockers) - NAMED),
        words=words[:NAMED],
        more_words=max(0, len(words) - NAMED),
    )


def _told(reports: Sequence[Report], people: Roster, column: str) -> tuple[tuple[str, str], ...]:
    told = ((people.name(each.member_id), getattr(each, column)) for each in reports)
    return tuple((name, words) for name, words in told if words)
