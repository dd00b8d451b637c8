"""Versions of the rules of rewards: proposed, confirmed from that moment on, and ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from models import counting, membership
from models.auditing import note
from models.base import DAY_TEXT, MOMENT_NUMBER, milliseconds, moment
from models.db import Db, Row
from models.errors import Refusal
from models.reward_clauses import Clause, RuleSet, pack, unpack
from models.reward_tables import RewardRules
from models.team import Team
from models.values import MemberInfo, Role, TeamInfo

DRAFT, ACTIVE, ENDED, DROPPED = "draft", "active", "ended", "dropped"
# A draft is to be confirmed while its preview is still true.
OPEN_FOR = dt.timedelta(days=1)
# Where the versions of a team are remembered: each sale asks for them.
_SHELF = "reward-rules"


@dataclass(frozen=True, slots=True)
class Border:
    """A moment in the ledger: its business day, the last order's number, and the newest row."""

    day: dt.date
    number: int
    position: int


@dataclass(frozen=True, slots=True)
class Rules:
    """A version of the rules; `start` and `end` are None for a draft and while it holds."""

    id: int
    team_id: int
    version: int
    state: str
    words: str
    clauses: tuple[Clause, ...]
    budget: int | None
    payer_id: int
    replaces: int
    proposed_at: dt.datetime
    start_at: dt.datetime | None
    start: Border | None
    end_at: dt.datetime | None
    end: Border | None

    def holds_for(self, day: dt.date, number: int) -> bool:
        """Whether an order of that day and number falls under this version."""
        if self.start is None or (day, number) <= (self.start.day, self.start.number):
            return False
        return self.end is None or (day, number) <= (self.end.day, self.end.number)

    def touches(self, first: dt.date, last: dt.date) -> bool:
        """Whether a span of days and the time of this version overlap."""
        if self.start is None or last < self.start.day:
            return False
        return self.end is None or first <= self.end.day


_C = RewardRules.__table__.c
_COLUMNS = (
    RewardRules.id,
    RewardRules.team_id,
    RewardRules.version,
    RewardRules.state,
    RewardRules.words,
    RewardRules.clauses,
    RewardRules.budget,
    RewardRules.payer_id,
    RewardRules.replaces,
    _C.proposed_at,
    _C.start_at,
    _C.start_day,
    RewardRules.start_number,
    RewardRules.start_position,
    _C.end_at,
    _C.end_day,
    RewardRules.end_number,
    RewardRules.end_position,
)
_OF_TEAM = (
    select(*_COLUMNS)
    .where(RewardRules.team_id == bindparam("team"), RewardRules.version.is_not(None))
    .order_by(RewardRules.version)
)
_ONE = select(*_COLUMNS).where(
    RewardRules.team_id == bindparam("team"), RewardRules.id == bindparam("key")
)
# Compare and set: a draft starts once, and a version ends once.
_START = (
    update(RewardRules)
    .where(RewardRules.id == bindparam("key"), RewardRules.state == DRAFT)
    .values(
        state=ACTIVE,
        version=bindparam("number"),
        confirmed_by=bindparam("who"),
        start_at=bindparam("at", type_=MOMENT_NUMBER),
        start_day=bindparam("day", type_=DAY_TEXT),
        start_number=bindparam("last_sale"),
        start_position=bindparam("place"),
    )
)
_END = (
    update(RewardRules)
    .where(RewardRules.id == bindparam("key"), RewardRules.state == ACTIVE)
    .values(
        state=ENDED,
        ended_by=bindparam("who"),
        end_at=bindparam("at", type_=MOMENT_NUMBER),
        end_day=bindparam("day", type_=DAY_TEXT),
        end_number=bindparam("last_sale"),
        end_position=bindparam("place"),
    )
)
_DROP = (
    update(RewardRules)
    .where(RewardRules.id == bindparam("key"), RewardRules.state == DRAFT)
    .values(state=DROPPED)
)


def of_team(db: Db, team_id: int) -> tuple[Rules, ...]:
    """The versions that hold or held, the oldest first; remembered."""
    shelf = db.memory.shelf(_SHELF)
    found: tuple[Rules, ...] | None = shelf.get(team_id)
    if found is None:
        rows = db.rows(_OF_TEAM, team=team_id)
        found = shelf[team_id] = tuple(_rules(row) for row in rows)
    return found


def current(db: Db, team_id: int) -> Rules | None:
    """The version that holds now."""
    return next((each for each in of_team(db, team_id) if each.state == ACTIVE), None)


def require_current(db: Db, team_id: int) -> Rules:
    """The version that holds now; raises Refusal where there is none."""
    found = current(db, team_id)
    if found is None:
        raise Refusal("reward-no-rules")
    return found


def by_id(db: Db, team_id: int, rules_id: int) -> Rules:
    """A version or draft of a team; raises Refusal where there is none."""
    row = db.row(_ONE, team=team_id, key=rules_id)
    if row is None:
        raise Refusal("reward-draft-gone")
    return _rules(row)


def propose(
    db: Db, actor: MemberInfo, rules: RuleSet, payer: MemberInfo, now: dt.datetime
) -> Rules:
    """Keep rules as a draft that starts nothing; managers may."""
    membership.require(db, actor, Role.MANAGER)
    if payer.role < Role.LEAD or payer.state != "active":
        raise Refusal("reward-bad-payer", name=payer.name)
    before = current(db, actor.team_id)
    row = RewardRules(
        team_id=actor.team_id,
        version=None,
        state=DRAFT,
        words=rules.text,
        clauses=pack(rules.clauses),
        budget=rules.budget,
        payer_id=payer.id,
        replaces=before.version if before is not None else 0,
        proposed_by=actor.id,
        proposed_at=now,
    )
    db.session.add(row)
    db.flush()
    return by_id(db, actor.team_id, row.id)


def confirm(db: Db, actor: MemberInfo, team: TeamInfo, draft: Rules, now: dt.datetime) -> Rules:
    """Let a draft hold from now on, in the place of the version before; managers may.

    Raises Refusal for a draft that is too old or no longer a draft, or where the rules were changed
    since it was proposed.
    """
    membership.require(db, actor, Role.MANAGER)
    if draft.state != DRAFT or now - draft.proposed_at > OPEN_FOR:
        raise Refusal("reward-draft-gone")
    before = current(db, team.id)
    if (before.version if before is not None else 0) != draft.replaces:
        raise Refusal("reward-changed-meanwhile")
    border = here(db, team, now)
    if before is not None:
        _close(db, actor, before, border, now)
    newest = max((each.version for each in of_team(db, team.id)), default=0)
    started = db.change(
        _START, key=draft.id, number=newest + 1, who=actor.id, **_parameters(border, now)
    )
    db.memory.shelf(_SHELF).clear()
    if not started:
        raise Refusal("reward-draft-gone")
    note(db, actor, "rewards", f"v{newest + 1}: {draft.words}", now)
    return by_id(db, team.id, draft.id)


def stop(db: Db, actor: MemberInfo, team: TeamInfo, now: dt.datetime) -> Rules:
    """End the version that holds; what is owed by it stays owed. Raises Refusal for none."""
    membership.require(db, actor, Role.MANAGER)
    found = require_current(db, team.id)
    _close(db, actor, found, here(db, team, now), now)
    note(db, actor, "rewards", f"v{found.version} ended", now)
    return found


def drop(db: Db, actor: MemberInfo, draft: Rules) -> None:
    """Give a draft up; raises Refusal for one that is none."""
    membership.require(db, actor, Role.MANAGER)
    if not db.change(_DROP, key=draft.id):
        raise Refusal("reward-draft-gone")


def here(db: Db, team: TeamInfo, now: dt.datetime) -> Border:
    """The ledger as of now."""
    last_sale = db.session.scalar(select(Team.last_sale).where(Team.id == team.id)) or 0
    return Border(team.day_of(now), last_sale, counting.position(db, team.id))


def _close(db: Db, actor: MemberInfo, rules: Rules, border: Border, now: dt.datetime) -> None:
    ended = db.change(_END, key=rules.id, who=actor.id, **_parameters(border, now))
    db.memory.shelf(_SHELF).clear()
    if not ended:
        raise Refusal("reward-changed-meanwhile")


def _parameters(border: Border, now: dt.datetime) -> dict[str, object]:
    return {
        "at": milliseconds(now),
        "day": border.day.isoformat(),
        "last_sale": border.number,
        "place": border.position,
    }


def _rules(row: Row) -> Rules:
    key, team_id, version, state, words, clauses, budget, payer, replaces, proposed = row[:10]
    start_at, start_day, start_number, start_position = row[10:14]
    end_at, end_day, end_number, end_position = row[14:]
    return Rules(
        id=key,
        team_id=team_id,
        version=version or 0,
        state=state,
        words=words,
        clauses=unpack(clauses),
        budget=budget,
        payer_id=payer,
        replaces=replaces,
        proposed_at=moment(proposed),
        start_at=moment(start_at) if start_at is not None else None,
        start=_border(start_day, start_number, start_position),
        end_at=moment(end_at) if end_at is not None else None,
        end=_border(end_day, end_number, end_position),
    )


def _border(day: str | None, number: int, place: int) -> Border | None:
    return Border(dt.date.fromisoformat(day), number, place) if day is not None else None
