"""How a team wants its successes to be cheered: which badges, which levels, how much praise."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from models import badge_kinds, membership, reminders
from models.auditing import note
from models.badge_kinds import HIGHEST, KINDS, MOST_LEVELS
from models.badge_tables import PraisePlan
from models.base import DAY_TEXT, insert
from models.db import Db
from models.errors import Refusal
from models.values import MemberInfo, Role, TeamInfo

# The job that looks at what ended with a day, and its step that looks at all there was before.
JOB = "badge"
DAILY, AT_FIRST = 0, 1
MOST_PER_DAY = 20
LEAST_BIG = 100
# Switched like a kind of badge: whether own records are cheered.
RECORD = "record"
_SHELF = "praise_plan"
_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a team wants to be cheered, as of now; `big_amount` in minor units."""

    team_id: int
    is_on: bool
    per_day: int
    big_amount: int | None
    off: frozenset[str]
    levels: Mapping[str, tuple[int, ...]]
    swept_on: dt.date

    def levels_of(self, key: str) -> tuple[int, ...]:
        """The levels of a kind of badge that are given, none where it is switched off."""
        if key in self.off:
            return ()
        return self.levels.get(key) or KINDS[key].levels


_PLAN = select(
    PraisePlan.is_on,
    PraisePlan.per_day,
    PraisePlan.big_amount,
    PraisePlan.badges,
    PraisePlan.__table__.c.swept_on,
).where(PraisePlan.team_id == bindparam("team"))
_NEW = (
    insert(PraisePlan)
    .values(
        team_id=bindparam("team"),
        is_on=1,
        per_day=3,
        badges="",
        swept_on=bindparam("day", type_=DAY_TEXT),
    )
    .on_conflict_do_nothing()
)
_SWEPT = (
    update(PraisePlan)
    .where(
        PraisePlan.team_id == bindparam("team"),
        PraisePlan.__table__.c.swept_on < bindparam("day", type_=DAY_TEXT),
    )
    .values(swept_on=bindparam("day", type_=DAY_TEXT))
)


def plan_of(db: Db, team: TeamInfo, now: dt.datetime) -> Plan:
    """A team's plan, made on first use; then all there is of the ledger is looked at soon."""
    found: Plan | None = db.memory.shelf(_SHELF).get(team.id)
    if found is not None:
        return found
    row = db.row(_PLAN, team=team.id)
    if row is None:
        yesterday = team.day_of(now) - _A_DAY
        db.change(_NEW, team=team.id, day=yesterday.isoformat())
        reminders.remind(db, team.id, JOB, team.id, at=now, step=AT_FIRST)
        row = (1, 3, None, "", yesterday.isoformat())
    is_on, per_day, big_amount, badges, swept_on = row
    said = json.loads(badges) if badges else {}
    found = Plan(
        team.id,
        bool(is_on),
        per_day,
        big_amount,
        frozenset(said.get("off", ())),
        {key: tuple(levels) for key, levels in said.get("levels", {}).items()},
        dt.date.fromisoformat(swept_on),
    )
    db.memory.shelf(_SHELF)[team.id] = found
    return found


def swept(db: Db, team_id: int, day: dt.date) -> bool:
    """Note that all up to a day was looked at; False where somebody did already."""
    db.memory.shelf(_SHELF).pop(team_id, None)
    return db.change(_SWEPT, team=team_id, day=day.isoformat()) > 0


def change(
    db: Db, team: TeamInfo, actor: MemberInfo, now: dt.datetime, *, is_on: bool | None = None,
    per_day: int | None = None, big_amount: int | None = None, drops_big: bool = False,
) -> Plan:  # fmt: skip
    """Change what is praised and how often; managers may. Raises Refusal."""
    membership.require(db, actor, Role.MANAGER)
    plan_of(db, team, now)
    values: dict[str, object] = {}
    if is_on is not None:
        values["is_on"] = int(is_on)
    if per_day is not None:
        if not 1 <= per_day <= MOST_PER_DAY:
            raise Refusal("praise-how-many", most=MOST_PER_DAY)
        values["per_day"] = per_day
    if big_amount is not None and big_amount < LEAST_BIG:
        raise Refusal("praise-how-big")
    if big_amount is not None or drops_big:
        values["big_amount"] = big_amount
    _write(db, actor, values, now)
    return plan_of(db, team, now)


def switch_badge(
    db: Db, team: TeamInfo, actor: MemberInfo, keys: Collection[str], *, on: bool, now: dt.datetime
) -> None:
    """Give badges of some kinds from now on, or no more; managers may. What was given stays."""
    membership.require(db, actor, Role.MANAGER)
    plan = plan_of(db, team, now)
    off = plan.off - set(keys) if on else plan.off | set(keys)
    _write_badges(db, actor, off, plan.levels, now)


def set_levels(
    db: Db,
    team: TeamInfo,
    actor: MemberInfo,
    key: str,
    levels: Collection[int],
    *,
    now: dt.datetime,
) -> tuple[int, ...]:
    """Give a kind of badge a team's own levels, or with none the usual ones; managers may. Raises
    Refusal for a kind without levels and for levels that nobody can mean.
    """
    membership.require(db, actor, Role.MANAGER)
    kind = KINDS[key]
    if kind.unit == badge_kinds.NOTHING:
        raise Refusal("badge-no-levels")
    wanted = tuple(sorted(set(levels)))
    if len(wanted) > MOST_LEVELS or any(not 1 < n <= HIGHEST[kind.unit] for n in wanted):
        raise Refusal("badge-levels-bad", kind=key, most=MOST_LEVELS)
    plan = plan_of(db, team, now)
    own = {name: found for name, found in plan.levels.items() if name != key}
    if wanted and wanted != kind.levels:
        own[key] = wanted
    _write_badges(db, actor, plan.off - {key}, own, now)
    return wanted or kind.levels


def _write_badges(
    db: Db,
    actor: MemberInfo,
    off: Collection[str],
    levels: Mapping[str, tuple[int, ...]],
    now: dt.datetime,
) -> None:
    text = json.dumps({"off": sorted(off), "levels": levels}, sort_keys=True)
    _write(db, actor, {"badges": text}, now)


def _write(db: Db, actor: MemberInfo, values: dict[str, object], now: dt.datetime) -> None:
    row = update(PraisePlan).where(PraisePlan.team_id == actor.team_id).values(**values)
    db.session.execute(row)
    note(db, actor, "praise", json.dumps(values), now)
    db.memory.shelf(_SHELF).pop(actor.team_id, None)
