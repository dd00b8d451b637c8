"""Votes in a meeting: a question, the last word of each, and what it comes to."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select, update

from models.base import insert
from models.db import Db
from models.errors import Refusal
from models.meeting_tables import Meeting
from models.meetings import invited, may_run
from models.numbering import next_number
from models.rosters import roster
from models.sessions import attend, require_open
from models.task_changes import Doer
from models.values import MemberInfo
from models.vote_tables import Poll, Vote

OPEN, CLOSED = "open", "closed"
ABSTAIN, AGREE, AGAINST = 0, 1, 2
MAX_QUESTION, MAX_OPTION, MAX_OPTIONS = 120, 30, 8


@dataclass(frozen=True, slots=True)
class Tally:
    """How a vote stands: voices for each option, abstentions, how many may vote and how many must
    for it to count.
    """

    poll: Poll
    counts: tuple[int, ...]
    abstained: int
    able: int
    quorum: int
    is_complete: bool

    @property
    def options(self) -> tuple[str, ...]:
        """The words of the options; none for a proposal, which is agreed to or not."""
        return tuple(json.loads(self.poll.options))

    @property
    def voted(self) -> int:
        """How many have said something, be it an abstention."""
        return sum(self.counts) + self.abstained

    @property
    def has_quorum(self) -> bool:
        """Whether enough have voted."""
        return self.voted >= self.quorum

    @property
    def winner(self) -> int | None:
        """The option, counted from 1, that has more than half of the voices, abstentions not
        counted; None without one or without a quorum.
        """
        for choice, count in enumerate(self.counts, start=1):
            if self.has_quorum and 2 * count > sum(self.counts):
                return choice
        return None

    @property
    def is_passed(self) -> bool:
        """Whether something was decided: an option won, or a proposal was agreed to."""
        return self.winner is not None and (bool(self.options) or self.winner == AGREE)


def current(db: Db, row: Meeting) -> Poll | None:
    """The vote that is open in a meeting."""
    query = select(Poll).where(Poll.meeting_id == row.id, Poll.state == OPEN)
    return db.session.scalar(query.order_by(Poll.id.desc()).limit(1))


def by_id(db: Db, team_id: int, poll_id: int) -> Poll | None:
    """A team's vote by our own id, None where there is none."""
    row = db.session.get(Poll, poll_id)
    return row if row is not None and row.team_id == team_id else None


def put(db: Db, row: Meeting, question: str, options: tuple[str, ...], doer: Doer) -> Poll:
    """Put a question to the vote, of those invited; without options it is a proposal.

    Raises Refusal for a question without words, too long, with unfit options, and while another
    vote is open.
    """
    require_open(row)
    other = current(db, row)
    if other is not None:
        raise Refusal("agenda-poll-open", number=other.number, question=other.question)
    question = " ".join(question.split())
    if not question:
        raise Refusal("agenda-poll-empty")
    if len(question) > MAX_QUESTION:
        raise Refusal("agenda-poll-long", length=len(question), most=MAX_QUESTION)
    longest = max((len(each) for each in options), default=0)
    if len(options) > MAX_OPTIONS or longest > MAX_OPTION or len(set(options)) < len(options):
        raise Refusal("agenda-poll-options", most=MAX_OPTIONS, length=MAX_OPTION)
    attend(db, row, doer.member.id)
    quorum = row.quorum if row.quorum is not None else (len(invited(db, row)) + 1) // 2
    poll = Poll(
        team_id=row.team_id,
        number=next_number(db, row.team_id, "P"),
        meeting_id=row.id,
        item_id=row.item_id,
        question=question,
        options=json.dumps(options, ensure_ascii=False),
        quorum=quorum,
        by_id=doer.member.id,
        opened_at=doer.at,
    )
    db.session.add(poll)
    db.flush()
    return poll


def may_vote(db: Db, row: Meeting, member: MemberInfo) -> bool:
    """Whether somebody is invited to a meeting and so has a voice."""
    return any(each.id == member.id for each in invited(db, row))


def cast(db: Db, row: Meeting, poll: Poll, choice: int, doer: Doer) -> Tally:
    """Note a member's last word, an option counted from 1 or 0 for an abstention; raises Refusal
    for a closed vote, an option that is none, and somebody who is not invited.
    """
    if poll.state != OPEN:
        raise Refusal("agenda-poll-over", number=poll.number)
    if not 0 <= choice <= (len(json.loads(poll.options)) or AGAINST):
        raise Refusal("agenda-poll-no-option", number=poll.number)
    if not may_vote(db, row, doer.member):
        raise Refusal("agenda-poll-not-invited", number=row.number)
    db.flush()
    query = insert(Vote).values(
        poll_id=poll.id, member_id=doer.member.id, choice=choice, at=doer.at
    )
    again = query.on_conflict_do_update(
        index_elements=["poll_id", "member_id"], set_={"choice": choice, "at": doer.at}
    )
    db.session.execute(again)
    attend(db, row, doer.member.id)
    return tally(db, row, poll)


def tally(db: Db, row: Meeting, poll: Poll) -> Tally:
    """How a vote stands."""
    query = select(Vote).where(Vote.poll_id == poll.id)
    found = db.session.scalars(query, execution_options={"populate_existing": True})
    votes = {vote.member_id: vote.choice for vote in found}
    voices = Counter(votes.values())
    able = {each.id for each in invited(db, row)}
    options = len(json.loads(poll.options)) or AGAINST
    return Tally(
        poll,
        tuple(voices[choice] for choice in range(1, options + 1)),
        voices[ABSTAIN],
        len(able | votes.keys()),
        poll.quorum or 0,
        able <= votes.keys(),
    )


def require_owner(db: Db, row: Meeting, poll: Poll, member: MemberInfo) -> None:
    """Let pass who may end a vote: who put it, or who runs the meeting; raises Refusal."""
    if member.id != poll.by_id and not may_run(row, member):
        people = roster(db, row.team_id)
        who = dict.fromkeys(people.name(each) for each in (poll.by_id, row.lead_id))
        raise Refusal("agenda-not-yours", who=" ".join(f"@{name}" for name in who))


def close(db: Db, row: Meeting, poll: Poll, at: dt.datetime) -> Tally | None:
    """End a vote and write down what it comes to; None where somebody else just did."""
    db.flush()
    found = tally(db, row, poll)
    won = db.session.execute(
        update(Poll)
        .where(Poll.id == poll.id, Poll.state == OPEN)
        .values(state=CLOSED, closed_at=at, result=found.winner)
        .returning(Poll.id),
        execution_options={"synchronize_session": False},
    ).first()
    db.session.refresh(poll)
    return found if won is not None else None
