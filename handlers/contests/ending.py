"""The end of a contest: the report, a later decision, and the working out again."""

from __future__ import annotations

import datetime as dt

from bot.kit import Button, Card, Delivery, MemberInfo, T, TeamInfo, t
from handlers.contests.ranking import own_line, standing_lines, winners
from handlers.contests.words import days, head, moment, names, score, unit_name
from models import contest_steps
from models.contest_rows import View
from models.contest_rules import Form
from models.contest_steps import later_changes, prizes_of
from models.contest_tables import Contest, ContestResult
from models.db import Db
from models.rosters import Roster, roster

# Prizes that are named; the others are counted.
PRIZES = 5


def over(
    db: Db,
    team: TeamInfo,
    row: Contest,
    now: dt.datetime,
    *,
    viewer: MemberInfo | None = None,
    is_news: bool = False,
) -> Card:
    """The result that holds: who won, the places, the prizes, and what changed since."""
    found = contest_steps.standing_view(db, row)
    result = contest_steps.latest(db, row)
    lines = [won(db, team, found), *_standing(db, team, found)]
    lines += _left(db, team, found)
    prizes = prize_lines(db, team, row, result) if result else []
    lines += prizes + _late(row, found)
    if not is_news:
        lines += changes_since(db, row)
        lines += own_line(found, viewer, is_blind=False)
    if result is not None and result.n > 1:
        lines.append(t("contest-overruled-line", n=result.n, number=row.number))
    return Card(
        t("contest-over-title", head=head(row), days=days(team, found.rules, now)),
        tuple(lines),
        note=_note(team, row, result, now),
        buttons=(
            Button(t("contest-button", kind="why"), f"/why PK{row.number}"),
            Button(t("contest-button", kind="verify"), f"/pk PK{row.number} 复核"),
        ),
        mentions=_mentioned(db, result) if is_news else (),
        to=_alone(found) if is_news else None,
        delivery=Delivery.IMPORTANT if is_news else Delivery.CHATTER,
    )


def _alone(found: View) -> int | None:
    """Who did not beat themselves is told in private; who did is praised before all."""
    is_self = found.rules.form is Form.SELF
    return found.roster[0].member_id if is_self and not winners(found) else None


def _standing(db: Db, team: TeamInfo, found: View) -> list[T]:
    return [] if found.rules.form is Form.SELF else standing_lines(db, team, found)


def _mentioned(db: Db, result: ContestResult | None) -> tuple[int, ...]:
    if result is None:
        return ()
    return tuple(prize.member_id for prize in prizes_of(db, result)[:PRIZES])


def _note(team: TeamInfo, row: Contest, result: ContestResult | None, now: dt.datetime) -> T | None:
    if result is None:
        return None
    return t(
        "contest-result-note",
        time=moment(team, result.at, now),
        position=result.position,
        digest=result.digest,
    )


def won(db: Db, team: TeamInfo, found: View) -> T:
    """Who won, in one warm line."""
    people, rules = roster(db, team.id), found.rules
    best = winners(found)
    if rules.form is Form.SELF:
        own = found.standing.own[found.roster[0].member_id]
        name = people.name(own.key)
        return t("contest-won-self", name=name, score=score(rules, own.value), won=int(bool(best)))
    if rules.form is Form.STEPS:
        return t("contest-won-steps", count=len(best))
    first = [unit for unit in best if unit.rank == 1]
    if not first:
        return t("contest-won-nobody")
    who = tuple(unit_name(found, people, unit) for unit in first)
    return t(
        "contest-won",
        names=who,
        tied=int(len(who) > 1),
        score=score(rules, first[0].value),
    )


def prize_lines(db: Db, team: TeamInfo, row: Contest, result: ContestResult) -> list[T]:
    """Which prize goes to whom, a line for each prize."""
    people = roster(db, team.id)
    given: dict[str, list[int]] = {}
    for prize in prizes_of(db, result):
        given.setdefault(prize.prize, []).append(prize.member_id)
    return [
        t("contest-given", prize=prize, names=_given(people, ids))
        for prize, ids in list(given.items())[:PRIZES]
    ]


def _given(people: Roster, ids: list[int]) -> T:
    """Who gets a prize; those without a name on boards are only counted."""
    named = [each for each in ids if each not in people.hidden]
    if not named:
        return t("contest-unnamed")
    found = names(people, named, is_called=True)
    return t("contest-given-more", names=found, more=len(ids) - len(named))


def _left(db: Db, team: TeamInfo, found: View) -> list[T]:
    """Who left the team before the end: their orders count for their side, not for a prize."""
    gone = [entrant.member_id for entrant in found.roster if entrant.has_left]
    if not gone:
        return []
    return [t("contest-left-team", names=names(roster(db, team.id), gone))]


def _late(row: Contest, found: View) -> list[T]:
    """How many orders did not count and why, for the rows that came too late."""
    count = sum(seen.reason == "cutoff" for seen in found.judged)
    return [t("contest-after-cutoff", count=count, number=row.number)] if count else []


def changes_since(db: Db, row: Contest) -> list[T]:
    """What was corrected after the end, and whether the result would be another one."""
    numbers, differs = later_changes(db, row)
    if not numbers:
        return []
    return [
        t(
            "contest-changed-since",
            count=len(numbers),
            differs=int(differs),
            number=row.number,
            names=tuple(f"#S{number}" for number in numbers[:5]),
        )
    ]
