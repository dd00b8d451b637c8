"""战报: what a campaign sold so far, as words and as a picture."""

from __future__ import annotations

import datetime as dt

from bot.core.percent_words import percent, signed
from bot.core.pictures import DayBar, Fact, report_picture
from bot.kit import Card, Picture, T, TeamInfo, format_short, t
from handlers.campaigns.words import (
    days,
    head,
    phase,
    picture_rows,
    podium,
    products,
    with_year,
)
from models import campaign_sales
from models.campaign_figures import Standing, standing
from models.campaign_tables import Campaign
from models.db import Db
from models.rosters import Roster, roster

_DAY = dt.timedelta(days=1)


def report_card(
    db: Db, team: TeamInfo, row: Campaign, now: dt.datetime, *, due: dt.datetime | None = None
) -> Card:
    """The report of a campaign; `due` is the moment it was meant for, where it comes too late."""
    at, people = standing(db, team, row, now), roster(db, team.id)
    local = now.astimezone(team.zone)
    late = f"{due.astimezone(team.zone):%H:%M}" if due is not None else ""
    title = t(
        "campaign-report",
        head=head(row),
        phase=phase(at),
        time=f"{local:%H:%M}",
        is_over=int(at.is_over),
        late=late,
        is_late=int(bool(late)),
    )
    today = campaign_sales.by_day(at.found).get(team.day_of(now), 0)
    lines = [] if at.is_over else [t("campaign-report-today", amount=format_short(today))]
    lines.append(t("campaign-report-sum", sum=with_year(row, at)))
    best = podium(people, campaign_sales.places(at.found))
    if best is not None:
        lines.append(best)
    picture = _picture(team, row, at, people=people, now=now)
    note = products(row)
    return Card(
        title,
        tuple(lines),
        note=note if isinstance(note, T) else None,
        picture=picture,
    )


def _picture(
    team: TeamInfo, row: Campaign, at: Standing, *, people: Roster, now: dt.datetime
) -> Picture:
    """The same as a picture: the sum, the comparison, the best and a bar for each day."""
    places = [each for each in campaign_sales.places(at.found) if each.amount > 0]
    by_day, today = campaign_sales.by_day(at.found), team.day_of(now)
    facts = [Fact(t("campaign-fact-orders"), t("campaign-orders", count=at.orders))]
    if row.target is not None:
        target = t("campaign-fact-target", target=format_short(row.target))
        facts.insert(0, Fact(target, percent(at.percent)))
    if at.last_year is not None:
        change = at.last_year.change
        trend = (change > 0) - (change < 0)
        facts.append(Fact(t("campaign-fact-year"), signed(change), trend))
    return report_picture(
        t("campaign-picture", name=row.name, phase=phase(at)),
        days(row, now.astimezone(team.zone)),
        Fact(t("campaign-fact-sum"), format_short(at.amount)),
        facts=facts,
        best=picture_rows(team, people, places),
        days=[
            DayBar(f"{day:%m-%d}", max(0, by_day.get(day, 0)), day == today)
            for day in (row.first + n * _DAY for n in range(min(at.days, max(at.day, 1))))
        ],
    )
