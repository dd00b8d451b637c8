"""What an order changes in a running contest at once: steps that are reached, races won."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from models import contest_log as log
from models import contests, reminders
from models.contest_log import events
from models.contest_results import step_of
from models.contest_rows import view
from models.contest_rules import Form, Rules, read
from models.contest_scores import NEVER
from models.contest_steps import is_won
from models.contest_tables import Contest
from models.contests import CLOSE, JOB
from models.db import Db
from models.sales import LedgerChange
from models.values import TeamInfo

# A race is over some minutes after the goal was reached, so that a mistake can be taken back.
GRACE_MINUTES = 10
_CHEERED = frozenset({Form.FIRST, Form.STEPS})


@dataclass(frozen=True, slots=True)
class Reached:
    """What somebody reached: a step, counted from 1, or with 0 the goal of a race."""

    rules: Rules
    step: int


def cheered(db: Db, team_id: int) -> list[Contest]:
    """The running contests in which a single order can reach something."""
    shelf = db.memory.shelf(contests.SHELF)
    key = (team_id, "cheered")
    ids = shelf.get(key)
    if ids is None:
        rows = [contests.by_id(db, team_id, each) for each in contests.running_ids(db, team_id)]
        ids = shelf[key] = tuple(
            row.id for row in rows if row is not None and read(row.rules).form in _CHEERED
        )
    found = [contests.by_id(db, team_id, each) for each in ids]
    return [row for row in found if row is not None]


def reached(
    db: Db, team: TeamInfo, row: Contest, change: LedgerChange, now: dt.datetime
) -> Reached | None:
    """What a member reached by an order for the first time; None where nothing was, and while the
    standing is hidden. The end of a race that is won is set some minutes later.
    """
    rules = read(row.rules)
    member_id = change.after.sale.member_id
    if not rules.first <= change.after.sale.day <= rules.last:
        return None
    found = view(db, row)
    own = found.standing.own.get(member_id)
    if own is None:
        return None
    if rules.form is Form.FIRST:
        if own.reached >= NEVER:
            return None
        if is_won(found):
            at = now + dt.timedelta(minutes=GRACE_MINUTES)
            if at < row.end_at:
                reminders.remind(db, team.id, JOB, row.id, at=at, step=CLOSE)
        step = 0
    else:
        step = step_of(rules, own.value)
        if not step or rules.is_blind(now):
            return None
    if not _is_new(db, row, member_id, step):
        return None
    log.note(db, row, "reached", now, by=member_id, n=step)
    return Reached(rules, step)


def _is_new(db: Db, row: Contest, member_id: int, step: int) -> bool:
    """Whether nobody was told of it yet: it is cheered once, whatever is corrected since."""
    marks = {
        event.details for event in events(db, row)
        if event.action == "reached" and event.member_id == member_id
    }  # fmt: skip
    return log.details(n=step) not in marks and not any(
        log.details(n=n) in marks for n in range(step + 1, contests.MAX_SIDES + 1)
    )
