"""The prizes of a result as awards: owed once each, taken back where a new result takes them."""

from __future__ import annotations

import datetime as dt
import re

from sqlalchemy import select, update

from models import reminders, rewards
from models.award_rows import DUE, PAID, RECEIVED, WAITING, WITHDRAWN
from models.contest_rules import A_DAY, clock
from models.contest_tables import Contest, ContestPrize, ContestResult
from models.contests import LETTER
from models.db import Db
from models.reward_clauses import Prize
from models.reward_tables import Award
from models.rewards import Grant
from models.rosters import ACTIVE, roster
from models.values import MemberInfo, Role, TeamInfo

# What of a prize the column of an award holds.
_LONGEST = 40
# The daily look of the rewards, and when it is, in minutes after midnight.
_LOOK_JOB, _LOOK = "reward", 10 * 60
_MONEY = re.compile(r"(?P<yuan>[0-9]{1,7})(?:\.(?P<cents>[0-9]{1,2}))?")


def hand_over(
    db: Db, team: TeamInfo, row: Contest, result: ContestResult, *, words: str, now: dt.datetime
) -> int:
    """Make an award of each prize of a result, and take back those that earlier results gave and
    this one does not; returns how many are new. `words` say what they are for, packed.
    """
    old = _earlier(db, row, result)
    payer = _payer(db, team, row)
    made = 0
    for prize in _prizes(db, result):
        prize.award = old.pop((prize.member_id, prize.prize), None)
        if prize.award is None and payer is not None:
            given = Grant(
                prize.member_id,
                as_prize(prize.prize),
                f"{LETTER}{row.number}",
                f"{result.n}:{prize.prize[:_LONGEST]}",
                words,
                result.at.astimezone(team.zone).date(),
                payer,
            )
            prize.award = rewards.grant(db, team, given, now)
            made += prize.award is not None
    if made:
        _arm(db, team, now)
    for number in old.values():
        _take_back(db, team.id, number)
    db.flush()
    return made


def _arm(db: Db, team: TeamInfo, now: dt.datetime) -> None:
    """Let who hands prizes out be reminded at ten, also in a team that has no rules of rewards."""
    day = now.astimezone(team.zone).date()
    at = clock(day, _LOOK, team.zone)
    if at <= now:
        at = clock(day + A_DAY, _LOOK, team.zone)
    reminders.remind(db, team.id, _LOOK_JOB, 0, at=at)


def as_prize(text: str) -> Prize:
    """A prize as awards keep it: an amount of money where it is written as nothing else."""
    match = _MONEY.fullmatch(text)
    if match is None:
        return Prize(thing=text[:_LONGEST])
    return Prize(amount=int(match["yuan"]) * 100 + int((match["cents"] or "0").ljust(2, "0")))


def _prizes(db: Db, result: ContestResult) -> list[ContestPrize]:
    query = select(ContestPrize).where(ContestPrize.result_id == result.id)
    return list(db.session.scalars(query.order_by(ContestPrize.member_id)))


def _earlier(db: Db, row: Contest, result: ContestResult) -> dict[tuple[int, str], int]:
    """The awards that stand from earlier results, by member and prize."""
    query = (
        select(ContestPrize, Award.state)
        .join(ContestResult, ContestResult.id == ContestPrize.result_id)
        .join(Award, Award.number == ContestPrize.award)
        .where(
            ContestResult.contest_id == row.id,
            ContestResult.n < result.n,
            Award.team_id == row.team_id,
            Award.state != WITHDRAWN,
            Award.groundless == 0,
        )
    )
    return {
        (prize.member_id, prize.prize): prize.award
        for prize, _ in db.session.execute(query)
        if prize.award is not None
    }


def _payer(db: Db, team: TeamInfo, row: Contest) -> MemberInfo | None:
    """Who hands a prize out: who set the contest, else somebody who runs the team."""
    people = roster(db, team.id)
    maker = people.members[row.made_by]
    if maker.state == ACTIVE:
        return maker
    return next(iter(people.with_role(Role.MANAGER)), None)


def _take_back(db: Db, team_id: int, number: int) -> None:
    """Withdraw an award that was not handed out; what was, only stands without its reason."""
    mine = (Award.team_id == team_id, Award.number == number)
    for states, values in (
        ((DUE, WAITING), {"state": WITHDRAWN}),
        ((PAID, RECEIVED), {"groundless": 1}),
    ):
        change = update(Award).where(*mine, Award.state.in_(states)).values(**values)
        db.session.execute(change.execution_options(synchronize_session=False))
