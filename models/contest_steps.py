"""The course of a contest: its start, which freezes everything, its end, and a new decision."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from models import contest_log as log
from models import contests, counting, membership, reminders
from models.contest_results import prizes
from models.contest_rows import IN, LEFT, View, differing, view
from models.contest_rules import A_DAY, Form, Rules, clock, end, ending, read, write
from models.contest_scores import NEVER
from models.contest_tables import Contest, ContestMember, ContestPrize, ContestResult
from models.contest_targets import targets
from models.contests import CALLED, CANCELLED, CLOSED, JOB, OUT, PLANNED, RUNNING
from models.db import Db
from models.errors import Refusal
from models.rosters import GONE, roster
from models.values import MemberInfo, Role, TeamInfo

# What was sent before the end may take a moment to arrive.
GRACE = dt.timedelta(minutes=1)


def start(db: Db, team: TeamInfo, row: Contest, now: dt.datetime) -> bool:
    """Freeze the roster, the sides, the targets and the rules; who did not answer is out.

    False where too few are in: then the contest is off.
    """
    for member in contests.members(db, row, CALLED):
        member.state = OUT
    for member in contests.members(db, row, IN):
        if roster(db, team.id).members[member.member_id].state in GONE:
            member.state = OUT
    db.flush()
    here = contests.members(db, row, IN)
    rules = _drawn(read(row.rules), here)
    if not _is_enough(rules, here):
        contests.must_turn(db, row, CANCELLED)
        log.note(db, row, "too-few", now)
        reminders.forget(db, team.id, JOB, row.id)
        return False
    _number(here)
    _freeze_targets(db, team, rules, here)
    sizes = {sum(m.side == side for m in here) for side in range(len(rules.sides))}
    rules = replace(rules, average=rules.of_sides and len(sizes) > 1, day_end=team.cutoff)
    contests.must_turn(db, row, RUNNING, rules=write(rules), start_at=now)
    log.note(db, row, "start", now, roster=[[m.member_id, m.side, m.n, m.target] for m in here])
    reminders.forget(db, team.id, JOB, row.id)
    reminders.remind(db, team.id, JOB, row.id, at=end(rules) + GRACE, step=contests.CLOSE)
    arm_news(db, team, row, now)
    db.flush()
    return True


def _drawn(rules: Rules, here: Sequence[ContestMember]) -> Rules:
    """Deal the members to the sides in the order of the fingerprints of seed and id, if they are
    to be drawn: the sides differ by one at most, and anybody can do it again.
    """
    if rules.draw:
        for n, member_id in enumerate(draw_order(rules.seed, [m.member_id for m in here])):
            member = next(m for m in here if m.member_id == member_id)
            member.side, member.n = n % len(rules.sides), n // len(rules.sides)
    return rules


def draw_order(seed: str, member_ids: Sequence[int]) -> list[int]:
    """Members in the order in which they are dealt to the sides."""

    def mark(member_id: int) -> tuple[str, int]:
        return hashlib.sha256(f"{seed}:{member_id}".encode()).hexdigest(), member_id

    return sorted(member_ids, key=mark)


def _is_enough(rules: Rules, here: Sequence[ContestMember]) -> bool:
    if rules.of_sides:
        return all(any(m.side == side for m in here) for side in range(len(rules.sides)))
    return len(here) >= (1 if rules.form in (Form.SELF, Form.STEPS) else 2)


def _number(here: Sequence[ContestMember]) -> None:
    """Close the gaps that those who are out left in the orders of the sides."""
    for side in {m.side for m in here}:
        for n, member in enumerate(sorted((m for m in here if m.side == side), key=lambda m: m.n)):
            member.n = n


def _freeze_targets(db: Db, team: TeamInfo, rules: Rules, here: Sequence[ContestMember]) -> None:
    if not rules.is_targeted:
        return
    found = targets(db, team, rules, [m.member_id for m in here])
    for member in here:
        member.target, member.basis = found[member.member_id]


def close(
    db: Db, team: TeamInfo, row: Contest, now: dt.datetime, *, early: bool = False
) -> ContestResult | None:
    """End a contest and keep its result with the ledger's position; None where it is over already.

    With `early` it was won before its last day: what comes from now on does not count.
    """
    if row.state != RUNNING:
        return None
    rules = ending(read(row.rules), now) if early else read(row.rules)
    for member in contests.members(db, row, IN):
        if roster(db, team.id).members[member.member_id].state in GONE:
            member.state = LEFT
    contests.must_turn(db, row, CLOSED, rules=write(rules), end_at=end(rules))
    reminders.forget(db, team.id, JOB, row.id)
    log.note(db, row, "close", now)
    return _keep(db, row, now, by=None)


def _keep(db: Db, row: Contest, now: dt.datetime, *, by: int | None) -> ContestResult:
    position = counting.position(db, row.team_id)
    found = view(db, row, until=position)
    body = found.body
    before = latest(db, row)
    result = ContestResult(
        contest_id=row.id,
        n=before.n + 1 if before else 1,
        position=position,
        body=body,
        digest=counting.digest([body]),
        decided_by=by,
        at=now,
    )
    db.session.add(result)
    db.flush()
    for member_id, prize in prizes(found.rules, found.roster, found.standing):
        db.session.add(ContestPrize(result_id=result.id, member_id=member_id, prize=prize[:80]))
    db.flush()
    return result


def latest(db: Db, row: Contest) -> ContestResult | None:
    """The result that holds."""
    found = results(db, row)
    return found[-1] if found else None


def results(db: Db, row: Contest) -> list[ContestResult]:
    """All results of a contest, the first one first."""
    query = select(ContestResult).where(ContestResult.contest_id == row.id)
    return list(db.session.scalars(query.order_by(ContestResult.n)))


def prizes_of(db: Db, result: ContestResult) -> list[ContestPrize]:
    """Who gets what by a result."""
    query = select(ContestPrize).where(ContestPrize.result_id == result.id)
    return list(db.session.scalars(query.order_by(ContestPrize.member_id)))


def standing_view(db: Db, row: Contest) -> View:
    """Where a contest stands: as its result holds, or now while it runs."""
    result = latest(db, row)
    return view(db, row, until=result.position) if result else view(db, row)


def verify(db: Db, row: Contest) -> list[tuple[ContestResult, bool]]:
    """Work out every result again from the ledger as it was: whether each is the same to the byte.

    A result before a new decision was made under the same frozen rules and roster.
    """
    return [
        (result, view(db, row, until=result.position).body == result.body)
        for result in results(db, row)
    ]


def later_changes(db: Db, row: Contest) -> tuple[tuple[int, ...], bool]:
    """The records of a closed contest that were changed since its result, and whether it would
    be another one now.
    """
    result = latest(db, row)
    if result is None:
        return (), False
    then, now = view(db, row, until=result.position), view(db, row)
    numbers = differing(then.standing.counted, now.standing.counted)
    return numbers, places(then) != places(now)


def places(found: View) -> list[tuple[object, ...]]:
    """What decides: who is at which place, and who gets which prize."""
    units = [(score.rank, score.key) for score in found.standing.units]
    return [*units, *prizes(found.rules, found.roster, found.standing)]


def is_won(found: View) -> bool:
    """Whether as many have reached the goal of a race as there are winners."""
    there = sum(unit.reached < NEVER for unit in found.standing.units if unit.rank)
    return there >= min(found.rules.winners, len(found.standing.units))


def overrule(
    db: Db, row: Contest, *, by: MemberInfo, now: dt.datetime, position: int
) -> ContestResult:
    """Make the result anew from the ledger as it stands; only the owner decides it.

    Raises Refusal where nothing changed, and where the ledger went on since the owner looked.
    """
    membership.require(db, by, Role.OWNER)
    if row.state != CLOSED:
        raise Refusal("contest-not-over", number=row.number)
    if position != counting.position(db, row.team_id):
        raise Refusal("contest-looked-too-early", number=row.number)
    if not later_changes(db, row)[0]:
        raise Refusal("contest-nothing-changed", number=row.number)
    result = _keep(db, row, now, by=by.id)
    log.note(db, row, "overrule", now, by=by.id, n=result.n)
    return result


def cancel(db: Db, row: Contest, *, by: MemberInfo, now: dt.datetime) -> None:
    """Call a contest off: before its start who set it or a lead; later a manager, or its captains
    together (models.contest_changes). Raises Refusal.
    """
    if row.state not in (PLANNED, RUNNING):
        raise Refusal("contest-over", number=row.number)
    if not (row.state == PLANNED and by.id == row.made_by):
        membership.require(db, by, Role.LEAD if row.state == PLANNED else Role.MANAGER)
    end_unplayed(db, row, by=by.id, now=now)


def end_unplayed(db: Db, row: Contest, *, by: int | None, now: dt.datetime) -> None:
    """Call a contest off, whoever decided it."""
    contests.must_turn(db, row, CANCELLED)
    log.note(db, row, "cancel", now, by=by)
    reminders.forget(db, row.team_id, JOB, row.id)


def set_news(
    db: Db, team: TeamInfo, row: Contest, rules: Rules, *, by: MemberInfo, now: dt.datetime
) -> None:
    """Change when the standing is told: no rule by which anybody wins, so nobody else is asked."""
    contests.must_turn(db, row, row.state, rules=write(rules))
    log.note(db, row, "news", now, by=by.id)
    arm_news(db, team, row, now)


def arm_news(db: Db, team: TeamInfo, row: Contest, now: dt.datetime) -> None:
    """Wake the next word about the standing, on the next day on which it is told."""
    rules = read(row.rules)
    if rules.news is None or row.state != RUNNING:
        return
    day = now.astimezone(team.zone).date()
    at = clock(day, rules.news, team.zone)
    if at <= now:
        at = clock(day + A_DAY, rules.news, team.zone)
    if at < end(rules):
        reminders.remind(db, team.id, JOB, row.id, at=at, step=contests.NEWS)
