"""How the campaigns of a team stand, for its digests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from models import campaigns, counting, measures, plan_changes
from models.campaign_figures import span_of
from models.campaign_sales import rows
from models.campaign_tables import Campaign
from models.db import Db
from models.values import TeamInfo

# A campaign that begins within so many days is told of, and so many campaigns are named.
SOON, NAMED = 7, 3


@dataclass(frozen=True, slots=True)
class RunningCampaign:
    """A campaign on a day: its day counted from 1, or with `wait` the days until it begins; amounts
    in minor units, `percent` in hundredths, the target None for none.
    """

    number: int
    name: str
    day: int
    days: int
    wait: int
    amount: int
    orders: int
    target: int | None
    percent: int
    done: int
    tasks: int


@dataclass(frozen=True, slots=True)
class CampaignFigures:
    """The first of the campaigns that run on a day or begin soon, and how many more there are."""

    shown: tuple[RunningCampaign, ...]
    more: int


def figures(
    db: Db, team: TeamInfo, day: dt.date, now: dt.datetime, *, without: Collection[int] = ()
) -> CampaignFigures | None:
    """How campaigns stand on a day; None where none runs or begins soon.

    Sales of the members in `without` are left out, as in the rest of their digest.
    """
    found = [
        row
        for row in campaigns.active(db, team.id)
        if row.first <= day + SOON * dt.timedelta(days=1) and row.last >= day
    ]
    if not found:
        return None
    found.sort(key=lambda row: (row.first > day, row.last, row.number))
    shown = tuple(_standing(db, team, row, (day, now), without) for row in found[:NAMED])
    return CampaignFigures(shown, len(found) - len(shown))


def _standing(
    db: Db, team: TeamInfo, row: Campaign, moment: tuple[dt.date, dt.datetime],
    without: Collection[int],
) -> RunningCampaign:  # fmt: skip
    day, now = moment
    counted = [
        each
        for each in counting.counting(rows(db, team.id, span_of(row)))
        if each.member_id not in without and each.day <= day
    ]
    amount = sum(each.amount for each in counted)
    tasks = plan_changes.count_tasks(db, row, now)
    return RunningCampaign(
        number=row.number,
        name=row.name,
        day=max(0, (day - row.first).days + 1),
        days=(row.last - row.first).days + 1,
        wait=max(0, (row.first - day).days),
        amount=amount,
        orders=sum(each.orders for each in counted),
        target=row.target,
        percent=measures.completion(amount, row.target or 0),
        done=tasks.done,
        tasks=tasks.total,
    )
