"""The rows of the ledger that a contest looks at, and where it stands by them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select

from models import counting, measures
from models.base import moment
from models.contest_results import result
from models.contest_rules import A_DAY, OF_CUSTOMERS, Form, Rules, read
from models.contest_scores import Entrant, Judged, Standing, judge, standing
from models.contest_tables import Contest, ContestMember
from models.counting import NEWEST, Counted
from models.db import Db
from models.ledger import Sale

# Members of a contest on its roster, in their order.
IN, LEFT = "in", "left"
# Above that many looks into the index, one walk through the days is cheaper.
_LOOKS = 2_000

_FIRST_AT = select(Sale.__table__.c.at).where(
    Sale.team_id == bindparam("team"), Sale.number == bindparam("record"), Sale.revision == 1
)


@dataclass(frozen=True, slots=True)
class View:
    """A contest as of a position of the ledger: rules, roster, every row with its reason, and the
    scores.
    """

    contest: Contest
    rules: Rules
    roster: tuple[Entrant, ...]
    judged: tuple[Judged, ...]
    standing: Standing

    @property
    def body(self) -> str:
        """The result as it is kept."""
        return result(self.contest.number, self.rules, self.roster, self.standing)


def roster_of(db: Db, contest: Contest) -> tuple[Entrant, ...]:
    """Who competes, by side and order."""
    query = (
        select(ContestMember)
        .where(ContestMember.contest_id == contest.id, ContestMember.state.in_((IN, LEFT)))
        .order_by(ContestMember.side, ContestMember.n, ContestMember.member_id)
    )
    return tuple(
        Entrant(row.member_id, row.side, row.n, row.target or 0, row.state == LEFT)
        for row in db.session.scalars(query)
    )


def view(db: Db, contest: Contest, *, until: int = NEWEST) -> View:
    """A contest by the ledger as of a position; now by default."""
    rules = read(contest.rules)
    roster = roster_of(db, contest)
    judged = _judged(db, contest.team_id, rules, roster, until=until)
    return View(contest, rules, roster, judged, standing(rules, roster, judged))


def own_rows(db: Db, contest: Contest, member_ids: Collection[int], *, until: int) -> list[Judged]:
    """The rows of some of a contest's members with the reasons of those that do not count."""
    roster = roster_of(db, contest)
    found = _judged(db, contest.team_id, read(contest.rules), roster, until=until)
    return [seen for seen in found if seen.row.member_id in member_ids]


def _judged(
    db: Db, team_id: int, rules: Rules, roster: Sequence[Entrant], *, until: int
) -> tuple[Judged, ...]:
    by_member = {entrant.member_id: entrant for entrant in roster}
    sizes = {side: sum(e.side == side for e in roster) for side in {e.side for e in roster}}
    rows = _rows(db, team_id, rules, by_member, until=until)
    kinds = {}
    if rules.whats & OF_CUSTOMERS:
        known = measures.customers(db, team_id, counting.counting(rows), until=until)
        kinds = {row.id: kind for row, kind in known}
    found = []
    for row in rows:
        entrant = by_member[row.member_id]
        at = row.at if row.revision == 1 else first_at(db, team_id, row.number)
        seen = Judged(row, at, _day_of(rules, at), kinds.get(row.id))
        found.append(judge(rules, entrant, sizes[entrant.side], seen))
    return tuple(found)


def _rows(
    db: Db, team_id: int, rules: Rules, members: Collection[int], *, until: int
) -> list[Counted]:
    if rules.days * len(members) <= _LOOKS:
        return counting.rows_of(db, team_id, members, rules.first, rules.last, until=until)
    found = counting.rows(db, team_id, rules.first, rules.last, until=until)
    return [row for row in found if row.member_id in members]


def first_at(db: Db, team_id: int, number: int) -> dt.datetime:
    """When a record was reported, whatever became of it since."""
    row = db.row(_FIRST_AT, team=team_id, record=number)
    if row is None:
        raise LookupError(f"no record {number}")
    return moment(row[0])


def _day_of(rules: Rules, at: dt.datetime) -> dt.date:
    local = at.astimezone(ZoneInfo(rules.zone))
    is_next = local.hour * 60 + local.minute >= rules.day_end
    return local.date() + A_DAY if is_next else local.date()


def differing(before: Iterable[Counted], after: Iterable[Counted]) -> tuple[int, ...]:
    """The numbers of the records whose counted rows are not the same."""

    def facts(rows: Iterable[Counted]) -> set[tuple[object, ...]]:
        return {(r.number, r.member_id, r.amount, r.orders, r.day, r.type) for r in rows}

    return tuple(sorted({fact[0] for fact in facts(before) ^ facts(after)}))  # type: ignore[misc]


def is_race(rules: Rules) -> bool:
    """Whether a contest may be over before its last day."""
    return rules.form is Form.FIRST
