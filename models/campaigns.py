"""Campaigns: made with their checklist, found by number or name, moved, called off."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from models import campaign_times, membership, plan_changes
from models.campaign_steps import Planned, make_tasks, shift_tasks
from models.campaign_tables import Campaign
from models.campaign_templates import Step
from models.db import Db
from models.errors import Refusal
from models.numbering import next_number
from models.plan_changes import ACTIVE, GONE
from models.task_changes import Doer
from models.values import MAX_AMOUNT, Role, TeamInfo

LETTER = "K"
MAX_NAME, MAX_RUNNING, MAX_PRODUCTS = 20, 20, 10
# The longest campaign, in days.
LONGEST = 62
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NewCampaign:
    """What a campaign is to be; `target` in minor units, `slots` in local minutes."""

    name: str
    first: dt.date
    last: dt.date
    owner_id: int
    template: str = ""
    target: int | None = None
    products: tuple[str, ...] = ()
    slots: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a campaign's tasks when its days changed: how many moved with it, and the
    numbers of those that stayed because their new day is over.
    """

    moved: int = 0
    stayed: tuple[int, ...] = field(default=())


def create(
    db: Db, team: TeamInfo, new: NewCampaign, *, steps: Sequence[Step], doer: Doer
) -> tuple[Campaign, Planned]:
    """Make a campaign and the tasks of its checklist; leads may. Raises Refusal for days that are
    over or too many, and for a name that another one has that is not over.
    """
    membership.require(db, doer.member, Role.LEAD)
    name = check_name(new.name)
    _check_days(team, new.first, new.last, doer.at)
    _check_target(new.target)
    standing = active(db, team.id)
    if len(standing) >= MAX_RUNNING:
        raise Refusal("campaign-too-many", most=MAX_RUNNING)
    same = next((row for row in standing if _folded(row.name) == _folded(name)), None)
    if same is not None:
        raise Refusal("campaign-name-taken", name=name, number=same.number)
    row = Campaign(
        team_id=team.id,
        number=next_number(db, team.id, LETTER),
        name=name,
        template=new.template,
        first=new.first,
        last=new.last,
        target=new.target,
        products="\n".join(new.products[:MAX_PRODUCTS]),
        owner_id=new.owner_id,
        slots=json.dumps(new.slots),
        by_id=doer.member.id,
        at=doer.at,
        version=1,
    )
    db.session.add(row)
    db.flush()
    planned = make_tasks(db, team, row, steps, doer)
    plan_changes.begin(db, row, doer, [task.row.id for task in planned.made])
    campaign_times.arm(db, team, row, doer.at)
    return row, planned


def check_name(name: str) -> str:
    """A campaign's name that can be kept; raises Refusal for one that is empty or too long."""
    name = " ".join(name.split())
    if not 1 <= len(name) <= MAX_NAME:
        raise Refusal("campaign-bad-name", most=MAX_NAME)
    return name


def _check_days(team: TeamInfo, first: dt.date, last: dt.date, now: dt.datetime) -> None:
    if last < first:
        raise Refusal("campaign-backwards")
    if last < team.day_of(now):
        raise Refusal("campaign-past")
    if (last - first).days >= LONGEST:
        raise Refusal("campaign-too-long", most=LONGEST)


def _check_target(target: int | None) -> None:
    if target is not None and not 0 < target <= MAX_AMOUNT:
        raise Refusal("campaign-bad-target")


def products_of(row: Campaign) -> tuple[str, ...]:
    """The only products that count for a campaign; none where all do."""
    return tuple(row.products.split("\n")) if row.products else ()


def require(db: Db, team_id: int, number: int) -> Campaign:
    """The campaign of that number; raises Refusal where there is none."""
    query = select(Campaign).where(Campaign.team_id == team_id, Campaign.number == number)
    row = db.session.scalar(query)
    if row is None:
        raise Refusal("campaign-not-found", number=number)
    return row


def by_id(db: Db, team_id: int, campaign_id: int) -> Campaign | None:
    """A team's campaign by our own id."""
    row = db.session.get(Campaign, campaign_id)
    return row if row is not None and row.team_id == team_id else None


def active(db: Db, team_id: int) -> list[Campaign]:
    """The campaigns that are planned or run, the next first."""
    query = select(Campaign).where(Campaign.team_id == team_id, Campaign.state == ACTIVE)
    return list(db.session.scalars(query.order_by(Campaign.first, Campaign.number)))


def newest(db: Db, team_id: int, *, most: int) -> list[Campaign]:
    """The campaigns that are over, the last one first."""
    query = select(Campaign).where(Campaign.team_id == team_id, Campaign.state == "ended")
    return list(db.session.scalars(query.order_by(Campaign.last.desc()).limit(most)))


def named(db: Db, team_id: int, name: str) -> list[Campaign]:
    """The campaigns of that name that were not called off, the last one first."""
    query = select(Campaign).where(Campaign.team_id == team_id, Campaign.state != GONE)
    wanted = _folded(name)
    rows = db.session.scalars(query.order_by(Campaign.first.desc(), Campaign.number.desc()))
    return [row for row in rows if _folded(row.name) == wanted]


def names(db: Db, team_id: int) -> list[str]:
    """The names of all campaigns that were not called off."""
    query = select(Campaign.name).where(Campaign.team_id == team_id, Campaign.state != GONE)
    return list(dict.fromkeys(db.session.scalars(query)))


def year_before(db: Db, row: Campaign) -> Campaign | None:
    """The campaign of the same name that began about a year earlier."""
    for other in named(db, row.team_id, row.name):
        if 300 <= (row.first - other.first).days <= 430:
            return other
    return None


def move(
    db: Db, team: TeamInfo, row: Campaign, *, first: dt.date, last: dt.date, doer: Doer
) -> Moved:
    """Give a campaign other days; what is still to be done moves with them. Raises Refusal."""
    _require_active(db, row, doer)
    _check_days(team, first, last, doer.at)
    if (first, last) == (row.first, row.last):
        raise Refusal("campaign-same-days", name=row.name)
    was = row.first, row.last
    plan_changes.alter(db, row, "move", doer, first=first, last=last)
    return _follow(db, team, row, was, doer)


def _follow(
    db: Db, team: TeamInfo, row: Campaign, was: tuple[dt.date, dt.date], doer: Doer
) -> Moved:
    moved, stayed = shift_tasks(db, team, row, was, doer)
    campaign_times.arm(db, team, row, doer.at)
    return Moved(moved, stayed)


def alter(db: Db, team: TeamInfo, row: Campaign, doer: Doer, **values: Any) -> None:
    """Change a campaign's target, products or report times; raises Refusal."""
    _require_active(db, row, doer)
    if "target" in values:
        _check_target(values["target"])
    if "products" in values:
        values["products"] = "\n".join(values["products"][:MAX_PRODUCTS])
    if "slots" in values:
        values["slots"] = json.dumps(values["slots"])
    plan_changes.alter(db, row, next(iter(values)), doer, **values)
    campaign_times.arm(db, team, row, doer.at)


def hand_over(db: Db, team: TeamInfo, row: Campaign, owner_id: int, doer: Doer) -> int:
    """Let somebody else answer for a campaign; what its owner alone has still to do goes with it.
    Returns how many tasks do. Raises Refusal.
    """
    _require_active(db, row, doer)
    moved = plan_changes.hand_over(db, team, row, doer, was=row.owner_id, to=owner_id)
    plan_changes.alter(db, row, "owner", doer, tasks=moved, owner_id=owner_id)
    return len(moved)


def cancel(db: Db, team: TeamInfo, row: Campaign, doer: Doer, *, with_tasks: bool) -> int:
    """Call a campaign off, with or without what is still to be done; returns how many tasks were
    cancelled. Raises Refusal.
    """
    _require_active(db, row, doer)
    gone = plan_changes.call_off(db, team, row, doer) if with_tasks else []
    plan_changes.alter(db, row, "cancel", doer, tasks=gone, state=GONE)
    campaign_times.arm(db, team, row, doer.at)
    return len(gone)


def undo(db: Db, team: TeamInfo, row: Campaign, doer: Doer) -> tuple[str, Moved, int]:
    """Take the newest change back; returns its verb, what became of the tasks when days moved back,
    and how many tasks were brought back or called off.
    """
    plan_changes.require_change(db, row, doer.member)
    last = plan_changes.last_change(db, row)
    touched = 0
    if last.verb == "create":
        touched = len(plan_changes.call_off(db, team, row, doer))
    elif last.verb == "cancel":
        touched = plan_changes.bring_back(db, team, plan_changes.tasks_of(last), doer)
    elif last.verb == "add":
        gone = plan_changes.tasks_of(last)
        touched = len(plan_changes.call_off(db, team, row, doer, only=gone))
    was = plan_changes.restore(db, team, row, last, doer)
    return last.verb, _follow(db, team, row, was, doer), touched


def end(db: Db, row: Campaign, doer: Doer) -> None:
    """Let a campaign be over."""
    plan_changes.alter(db, row, "end", doer, state="ended")


def _require_active(db: Db, row: Campaign, doer: Doer) -> None:
    plan_changes.require_change(db, row, doer.member)
    if row.state != ACTIVE:
        raise Refusal("campaign-over", number=row.number, name=row.name, state=row.state)


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()
