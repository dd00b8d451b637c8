"""Awards: made, changed and withdrawn as the ledger says, and kept within the month's budget.

An award is a row with a unique key, and what is still owed is always worked out from what has been
paid: nothing is owed twice, however often the ledger is looked at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from models import award_rows, reward_groups
from models.award_rows import DUE, OPEN, PAID, RECEIVED, SETTLED, WITHDRAWN, NewAward
from models.base import DAY_TEXT
from models.db import Db
from models.reward_clauses import Clause, Prize
from models.reward_reasons import Verdict, Want
from models.reward_rules import Rules
from models.reward_tables import Award


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to an award: made, changed, withdrawn, or groundless (paid, and its reason went
    away afterwards).
    """

    number: int
    member_id: int
    prize: Prize
    rules: Rules
    clause: Clause
    day: dt.date
    occasion: str
    tier: int
    kind: str


@dataclass(slots=True)
class _Row:
    """The parts of an award that settling looks at."""

    id: int
    number: int
    member_id: int
    occasion: str
    part: int
    amount: int
    thing: str
    tier: int
    day: str
    state: str
    groundless: int


@dataclass(frozen=True, slots=True)
class _Case:
    """One member's occasion under a clause, and the rows that there are for it."""

    rules: Rules
    index: int
    member_id: int
    occasion: str
    rows: list[_Row]

    def change(self, row: _Row, kind: str) -> Change:
        """What happened to one of the rows."""
        return Change(
            row.number,
            self.member_id,
            Prize(row.amount, row.thing),
            self.rules,
            self.rules.clauses[self.index],
            dt.date.fromisoformat(row.day),
            self.occasion,
            row.tier,
            kind,
        )


_SEEN = (
    Award.id,
    Award.number,
    Award.member_id,
    Award.occasion,
    Award.part,
    Award.amount,
    Award.thing,
    Award.tier,
    Award.__table__.c.day,
    Award.state,
    Award.groundless,
)
_THERE = (
    select(*_SEEN)
    .where(
        Award.rules_id == bindparam("rules"),
        Award.clause == bindparam("place"),
        Award.occasion >= bindparam("lowest"),
        Award.occasion <= bindparam("highest"),
    )
    .order_by(Award.number)
)
_SET = (
    update(Award)
    .where(Award.id == bindparam("key_"), Award.state != PAID, Award.state != RECEIVED)
    .values(
        amount=bindparam("money"),
        thing=bindparam("what"),
        tier=bindparam("level"),
        day=bindparam("date", type_=DAY_TEXT),
        state=bindparam("standing"),
    )
)
_MARK = update(Award).where(Award.id == bindparam("key_")).values(groundless=bindparam("flag"))


def settle(db: Db, rules: Rules, index: int, verdict: Verdict, now: dt.datetime) -> list[Change]:
    """Bring the awards of some occasions in line with what was earned on them."""
    there: dict[tuple[int, str], list[_Row]] = {}
    found = db.rows(_THERE, rules=rules.id, place=index, lowest=verdict.first, highest=verdict.last)
    for values in found:
        row = _Row(*values)
        if verdict.member_id in (0, row.member_id):
            there.setdefault((row.member_id, row.occasion), []).append(row)
    changes: list[Change] = []
    for member_id, occasion in sorted(there.keys() | verdict.wants.keys()):
        want = verdict.wants.get((member_id, occasion))
        rows = there.get((member_id, occasion), [])
        group = rules.clauses[index].group
        # Who was in the group when it was earned stays so.
        if not rows and want is not None:
            is_in = reward_groups.holds(db, rules.team_id, group, member_id, want.day)
            want = want if is_in else None
        changes += _settle_one(db, _Case(rules, index, member_id, occasion, rows), want, now)
    return changes


def _settle_one(db: Db, case: _Case, want: Want | None, now: dt.datetime) -> list[Change]:
    """One member's occasion: what is still owed is what was earned less what has been paid."""
    settled = [row for row in case.rows if row.state in SETTLED]
    paid = sum(row.amount for row in settled)
    earned = want.prize if want is not None else Prize()
    changes = _grounds(db, case, settled, earned)
    left = max(0, earned.amount - paid)
    thing = earned.thing if all(row.thing != earned.thing for row in settled) else ""
    others = [row for row in case.rows if row.state not in SETTLED]
    for row in others[:-1]:
        keeps = (0 < row.amount <= left) if row.amount else (thing != "" and row.thing == thing)
        left -= row.amount if keeps else 0
        thing = "" if keeps and row.thing else thing
        part = (
            Want(Prize(row.amount, row.thing), row.tier, dt.date.fromisoformat(row.day))
            if keeps
            else None
        )
        changes += _set(db, case, row, part)
    rest = Want(Prize(left, thing), want.tier, want.day) if want and (left or thing) else None
    if others:
        changes += _set(db, case, others[-1], rest)
    elif rest is not None:
        changes += _make(db, case, rest, now)
    return changes


def _grounds(db: Db, case: _Case, settled: Sequence[_Row], earned: Prize) -> list[Change]:
    """Mark what was paid and is not earned any more, or is again."""
    changes = []
    left = earned.amount
    for row in settled:
        left -= row.amount
        is_groundless = int(left < 0 if row.amount else row.thing != earned.thing)
        if row.groundless != is_groundless:
            db.change(_MARK, key_=row.id, flag=is_groundless)
            row.groundless = is_groundless
            if is_groundless:
                changes.append(case.change(row, "groundless"))
    return changes


def _set(db: Db, case: _Case, row: _Row, want: Want | None) -> list[Change]:
    """Let an award that is not paid be what is owed now, or nothing."""
    if want is None:
        if row.state == WITHDRAWN:
            return []
        _write(db, row, WITHDRAWN)
        return [case.change(row, "withdrawn")]
    is_same = (row.amount, row.thing) == (want.prize.amount, want.prize.thing)
    day = want.day.isoformat()
    if is_same and row.state in OPEN and (row.tier, row.day) == (want.tier, day):
        return []
    kind = "changed" if row.state in OPEN else "made"
    row.amount, row.thing, row.tier = want.prize.amount, want.prize.thing, want.tier
    row.day = day
    _write(db, row, row.state if row.state in OPEN else DUE)
    return [case.change(row, kind)] if not is_same or kind == "made" else []


def _write(db: Db, row: _Row, state: str) -> None:
    row.state = state
    db.change(
        _SET,
        key_=row.id,
        money=row.amount,
        what=row.thing,
        level=row.tier,
        date=row.day,
        standing=state,
    )


def _make(db: Db, case: _Case, want: Want, now: dt.datetime) -> list[Change]:
    rules, part = case.rules, len(case.rows)
    new = NewAward(
        team_id=rules.team_id,
        key=f"{rules.id}:{case.index}:{case.member_id}:{case.occasion}:{part}",
        member_id=case.member_id,
        prize=want.prize,
        day=want.day,
        payer_id=rules.payer_id,
        occasion=case.occasion,
        rules_id=rules.id,
        clause=case.index,
        part=part,
        tier=want.tier,
    )
    added = award_rows.add(db, new, now)
    if added is None:
        raise LookupError(f"{new.key} is there and was not seen")
    row = _Row(
        id=added[0],
        number=added[1],
        member_id=case.member_id,
        occasion=case.occasion,
        part=part,
        amount=want.prize.amount,
        thing=want.prize.thing,
        tier=want.tier,
        day=want.day.isoformat(),
        state=DUE,
        groundless=0,
    )
    return [case.change(row, "made")]
