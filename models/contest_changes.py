"""Changing a contest: before its start who set it may; later its captains together."""

from __future__ import annotations

import datetime as dt
import json

from sqlalchemy import select

from models import contest_log as log
from models import contests, membership, reminders
from models.contest_rules import Rules, end, read, write
from models.contest_steps import GRACE, end_unplayed
from models.contest_tables import Contest, ContestProposal
from models.contests import JOB, PLANNED, RUNNING
from models.db import Db
from models.errors import Refusal
from models.rosters import roster
from models.values import MemberInfo, Role, TeamInfo

OPEN, DONE, REFUSED = "open", "done", "refused"


def change(
    db: Db, team: TeamInfo, row: Contest, rules: Rules, *, by: MemberInfo, now: dt.datetime
) -> ContestProposal | None:
    """Change the rules, or propose it: None where it is done already. Raises Refusal."""
    if row.state == PLANNED:
        if by.id != row.made_by:
            membership.require(db, by, Role.MANAGER)
        _apply(db, team, row, rules, by=by.id, now=now)
        return None
    return propose(db, team, row, write(rules), by=by, now=now)


def propose(
    db: Db, team: TeamInfo, row: Contest, change: str, *, by: MemberInfo, now: dt.datetime
) -> ContestProposal | None:
    """Ask the captains for a change of a running contest, «» to call it off; None where the only
    captain there is asked.
    """
    if row.state != RUNNING:
        raise Refusal("contest-over", number=row.number)
    _require_captain(db, row, by)
    for other in _open(db, row):
        other.state = REFUSED
    proposal = ContestProposal(
        contest_id=row.id, change=change, agreed=json.dumps([by.id]), made_by=by.id, made_at=now
    )
    proposal.state = OPEN
    db.session.add(proposal)
    log.note(db, row, "propose", now, by=by.id, **_difference(row, change))
    db.flush()
    return None if _settled(db, team, row, proposal, now=now) else proposal


def answer(
    db: Db, team: TeamInfo, row: Contest, *, by: MemberInfo, now: dt.datetime, agree: bool
) -> tuple[ContestProposal, bool]:
    """Say yes or no to the open proposal; returns it and whether it is settled now."""
    _require_captain(db, row, by)
    proposal = next(iter(_open(db, row)), None)
    if proposal is None or row.state != RUNNING:
        raise Refusal("contest-no-proposal", number=row.number)
    if not agree:
        proposal.state = REFUSED
        log.note(db, row, "refuse", now, by=by.id)
        return proposal, True
    proposal.agreed = json.dumps(sorted({by.id, *json.loads(proposal.agreed)}))
    log.note(db, row, "agree", now, by=by.id)
    return proposal, _settled(db, team, row, proposal, now=now)


def waiting_for(db: Db, row: Contest, proposal: ContestProposal) -> tuple[int, ...]:
    """The captains who have not agreed yet."""
    agreed = set(json.loads(proposal.agreed))
    return tuple(who for who in contests.captains(db, row) if who not in agreed)


def _settled(
    db: Db, team: TeamInfo, row: Contest, proposal: ContestProposal, *, now: dt.datetime
) -> bool:
    if waiting_for(db, row, proposal):
        return False
    proposal.state = DONE
    if proposal.change:
        _apply(db, team, row, read(proposal.change), by=proposal.made_by, now=now)
    else:
        end_unplayed(db, row, by=proposal.made_by, now=now)
    return True


def _apply(
    db: Db, team: TeamInfo, row: Contest, rules: Rules, *, by: int, now: dt.datetime
) -> None:
    if end(rules) <= now:
        raise Refusal("contest-end-past")
    details = _difference(row, write(rules))
    if not details["change"]:
        raise Refusal("contest-same", number=row.number)
    values: dict[str, object] = {"rules": write(rules), "end_at": end(rules)}
    if row.state == PLANNED:
        values["start_at"] = contests.start_moment(team, rules, now)
    contests.must_turn(db, row, row.state, **values)
    log.note(db, row, "change", now, by=by, **details)
    if row.state == PLANNED:
        reminders.remind(db, team.id, JOB, row.id, at=row.start_at, step=contests.START)
    else:
        reminders.remind(db, team.id, JOB, row.id, at=end(rules) + GRACE, step=contests.CLOSE)


def _difference(row: Contest, change: str) -> dict[str, object]:
    """What a change alters: {name: [before, after]} of the rules' JSON; None to call it off."""
    if not change:
        return {"change": None}
    before, after = json.loads(row.rules), json.loads(change)
    return {"change": {k: [before.get(k), v] for k, v in after.items() if before.get(k) != v}}


def _open(db: Db, row: Contest) -> list[ContestProposal]:
    query = select(ContestProposal).where(
        ContestProposal.contest_id == row.id, ContestProposal.state == OPEN
    )
    return list(db.session.scalars(query.order_by(ContestProposal.id.desc())))


def _require_captain(db: Db, row: Contest, by: MemberInfo) -> None:
    captains = contests.captains(db, row)
    if by.id not in captains:
        people = roster(db, row.team_id)
        who = " ".join(f"@{people.name(each)}" for each in captains)
        raise Refusal("contest-captains-only", number=row.number, who=who)
