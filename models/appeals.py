"""Appeals: somebody holds that a record or number is wrong, one other person decides, all is kept.

Only the appellant and the decider ever see a case. The decider is a manager who had no hand in the
record, the nearest first; where every one of them had, or is the appellant's only manager, somebody
must decide all the same. A decision changes no record: the decider does that with the usual
commands, and the case tells of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select, update

from models import care, entries, reminders
from models.board_tables import Appeal, AppealStep
from models.db import Db
from models.entries import Record
from models.errors import Refusal
from models.numbering import next_number
from models.rosters import ACTIVE, roster
from models.values import MemberInfo, Role, TeamInfo

LETTER, JOB = "C", "appeal"
OPEN, UPHELD, REJECTED, WITHDRAWN = "open", "upheld", "rejected", "withdrawn"
# Steps of a log that are no decision.
OPENED, NOTE, PASSED = "opened", "note", "passed"
# Who decides is reminded after a day, after three, and then every week.
REMIND_AFTER = (dt.timedelta(hours=24), dt.timedelta(hours=48))
EVERY = dt.timedelta(days=7)
MAX_OPEN, MAX_WORDS = 5, 500


@dataclass(frozen=True, slots=True)
class NewAppeal:
    """What is contested: the record (S27, or empty), the words, and what is known, as JSON."""

    about: str
    words: str
    facts: str
    parties: frozenset[int] = frozenset()


def create(db: Db, team: TeamInfo, member: MemberInfo, new: NewAppeal, now: dt.datetime) -> Appeal:
    """Open a case; raises Refusal for nothing said, the same again, too many, and where there is
    nobody to decide.
    """
    words = new.words.strip()
    if not words:
        raise Refusal("appeal-why", about=new.about)
    if len(words) > MAX_WORDS:
        raise Refusal("appeal-long", most=MAX_WORDS)
    open_ones = [each for each in of_member(db, member) if each.state == OPEN]
    mine = [each for each in open_ones if each.appellant_id == member.id]
    same = next((each for each in mine if new.about and each.about == new.about), None)
    if same is not None:
        raise Refusal("appeal-same", number=same.number, about=new.about)
    if len(mine) >= MAX_OPEN:
        raise Refusal("appeal-many", count=len(mine))
    row = Appeal(
        team_id=team.id,
        number=next_number(db, team.id, LETTER),
        appellant_id=member.id,
        decider_id=_decider(db, team.id, member.id, new.parties).id,
        about=new.about,
        words=words,
        facts=new.facts,
        state=OPEN,
        at=now,
    )
    db.session.add(row)
    db.flush()
    log(db, row, OPENED, member.id, words, at=now)
    _remind(db, team, row, now, 1)
    return row


def _decider(db: Db, team_id: int, appellant_id: int, parties: Collection[int]) -> MemberInfo:
    """Who decides: the lowest manager without a hand in it."""
    able = [m for m in roster(db, team_id).with_role(Role.MANAGER) if m.id != appellant_id]
    if not able:
        raise Refusal("appeal-nobody")
    return min(able, key=lambda m: (m.id in parties, m.role, m.id))


def parties(rows: Collection[Record]) -> frozenset[int]:
    """Who had a hand in a record: its sellers and all who wrote a row of it."""
    return frozenset({row.member_id for row in rows} | {row.recorded_by for row in rows})


def _remind(db: Db, team: TeamInfo, row: Appeal, now: dt.datetime, step: int) -> None:
    after = REMIND_AFTER[step - 1] if step <= len(REMIND_AFTER) else EVERY
    at = care.may_nudge_at(db, team, row.decider_id, now + after)
    reminders.remind(db, team.id, JOB, row.number, at=at, step=step)


def find(db: Db, actor: MemberInfo, number: int) -> Appeal:
    """A case that the actor may see; for everybody else it does not exist. Raises Refusal."""
    row = visible(db, actor, number)
    if row is None:
        raise Refusal("appeal-not-found", number=number)
    return row


def visible(db: Db, actor: MemberInfo, number: int) -> Appeal | None:
    """The case of that number, if the actor is one of its two people."""
    query = select(Appeal).where(Appeal.team_id == actor.team_id, Appeal.number == number)
    row = db.session.scalar(query)
    return row if row is not None and actor.id in (row.appellant_id, row.decider_id) else None


def of_member(db: Db, member: MemberInfo, limit: int = 20) -> list[Appeal]:
    """The cases that a member opened or decides, open ones first, the newest first."""
    query = select(Appeal).where(
        Appeal.team_id == member.team_id,
        (Appeal.appellant_id == member.id) | (Appeal.decider_id == member.id),
    )
    order = query.order_by(Appeal.state != OPEN, Appeal.number.desc())
    return list(db.session.scalars(order.limit(limit)))


def log(
    db: Db, row: Appeal, verb: str, member_id: int | None, words: str = "", *, at: dt.datetime
) -> None:
    """Write down what happened to a case."""
    last = select(func.coalesce(func.max(AppealStep.n), 0)).where(AppealStep.appeal_id == row.id)
    n = (db.session.scalar(last) or 0) + 1
    db.session.add(
        AppealStep(appeal_id=row.id, n=n, verb=verb, member_id=member_id, words=words, at=at)
    )
    db.flush()


def steps(db: Db, row: Appeal) -> list[AppealStep]:
    """All that happened to a case, in order."""
    query = select(AppealStep).where(AppealStep.appeal_id == row.id)
    return list(db.session.scalars(query.order_by(AppealStep.n)))


def decide(
    db: Db, actor: MemberInfo, row: Appeal, verdict: tuple[str, str], now: dt.datetime
) -> None:
    """Uphold or reject a case with the reason; only its decider may, once. Raises Refusal."""
    state, words = verdict
    if actor.id != row.decider_id:
        raise Refusal("appeal-not-decider", number=row.number)
    if not words.strip():
        raise Refusal("appeal-decide-why", number=row.number)
    _end(db, row, state, now)
    log(db, row, state, actor.id, words.strip()[:MAX_WORDS], at=now)


def withdraw(db: Db, actor: MemberInfo, row: Appeal, words: str, now: dt.datetime) -> None:
    """Take a case back; only its appellant may. Raises Refusal."""
    if actor.id != row.appellant_id:
        raise Refusal("appeal-not-yours", number=row.number)
    _end(db, row, WITHDRAWN, now)
    log(db, row, WITHDRAWN, actor.id, words.strip()[:MAX_WORDS], at=now)


def say(db: Db, actor: MemberInfo, row: Appeal, words: str, now: dt.datetime) -> int:
    """Add a word to an open case; returns whom it is for. Raises Refusal for one that is over."""
    if row.state != OPEN:
        raise Refusal("appeal-over", number=row.number)
    log(db, row, NOTE, actor.id, words[:MAX_WORDS], at=now)
    return row.decider_id if actor.id == row.appellant_id else row.appellant_id


def _end(db: Db, row: Appeal, state: str, now: dt.datetime) -> None:
    # Compare and set: a decision and a withdrawal in one moment are one of them.
    won = db.session.execute(
        update(Appeal)
        .where(Appeal.id == row.id, Appeal.state == OPEN)
        .values(state=state, decided_at=now)
        .returning(Appeal.id)
        .execution_options(synchronize_session=False)
    ).first()
    if won is None:
        raise Refusal("appeal-over", number=row.number)
    db.session.refresh(row)
    reminders.forget(db, row.team_id, JOB, row.number)


def changes(db: Db, row: Appeal) -> list[Record]:
    """What was done to the contested sale since the case was opened: the rows that came after."""
    if row.about[:1] != "S" or not row.about[1:].isdecimal():
        return []
    found = entries.history(db, row.team_id, int(row.about[1:]))
    return [each for each in found if each.revision > 1 and each.at >= row.at]


def decider_of(db: Db, team_id: int, number: int) -> int | None:
    """Who decides a case."""
    query = select(Appeal.decider_id).where(Appeal.team_id == team_id, Appeal.number == number)
    return db.session.scalar(query)


def due_again(db: Db, team: TeamInfo, number: int, step: int, now: dt.datetime) -> Appeal | None:
    """The open case that its decider is to be reminded of, and planned again; one whose decider is
    no manager any more has a new one from now on.
    """
    row = db.session.scalar(
        select(Appeal).where(
            Appeal.team_id == team.id, Appeal.number == number, Appeal.state == OPEN
        )
    )
    if row is None:
        return None
    decider = roster(db, team.id).members[row.decider_id]
    if decider.state != ACTIVE or decider.role < Role.MANAGER:
        found = _decider(db, team.id, row.appellant_id, ())
        row.decider_id = found.id
        db.flush()
        log(db, row, PASSED, found.id, at=now)
    _remind(db, team, row, now, step + 1)
    return row
