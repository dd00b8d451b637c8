"""The numbers with which the draft of a review begins, in the words of the team's language."""

from __future__ import annotations

import datetime as dt

from bot.core.due_words import moment
from bot.core.percent_words import percent
from bot.kit import T, TeamInfo, format_short, t, written
from handlers.campaigns.words import compared_fully, podium, sum_of
from models import campaign_figures, campaign_reviews, campaign_sales, campaigns
from models.campaign_figures import Standing, span_of, standing
from models.campaign_tables import Campaign, CampaignReview
from models.db import Db
from models.rosters import roster

# Products that are named; the others are one part.
_PRODUCTS = 4


def begin(db: Db, team: TeamInfo, row: Campaign, now: dt.datetime) -> CampaignReview:
    """The draft of a campaign's review, written with its numbers where there is none."""
    found = campaign_reviews.draft_of(db, row.id)
    if found is not None:
        return found
    words = [written(line, team.language) for line in review_lines(db, team, row, now)]
    return campaign_reviews.begin(db, row, words, now)


def review_lines(db: Db, team: TeamInfo, row: Campaign, now: dt.datetime) -> list[T]:
    """What the ledger and the tasks say of a campaign, a line for each thing."""
    at = standing(db, team, row, now)
    lines = [
        t(
            "campaign-review-sum",
            sum=sum_of(row, at),
            orders=at.orders,
            has_target=int(row.target is not None),
        )
    ]
    before = campaign_figures.days_before(db, team, row, amount=at.amount)
    lines += [
        t("campaign-review-compared", compared=compared_fully(each))
        for each in (at.last_year, before)
        if each is not None
    ]
    lines += _best_day(team, row, at, now)
    best = podium(roster(db, team.id), campaign_sales.places(at.found))
    if best is not None:
        lines.append(t("campaign-review-best", best=best))
    lines += _mix(db, team, row, at)
    new, repeat = campaign_sales.customers(db, team.id, at.found)
    if new or repeat:
        lines.append(t("campaign-review-customers", new=new, repeat=repeat))
    if at.tasks.total:
        done, total = at.tasks.done, at.tasks.total
        in_time = at.tasks.in_time
        lines.append(t("campaign-review-tasks", done=done, total=total, in_time=in_time))
    return lines


def _best_day(team: TeamInfo, row: Campaign, at: Standing, now: dt.datetime) -> list[T]:
    by_day = campaign_sales.by_day(at.found)
    if len(by_day) < 2:
        return []
    day = max(by_day, key=lambda each: (by_day[each], each))
    name = moment(day, now.astimezone(team.zone))
    nth = (day - row.first).days + 1
    return [t("campaign-review-day", day=name, nth=nth, amount=format_short(by_day[day]))]


def _mix(db: Db, team: TeamInfo, row: Campaign, at: Standing) -> list[T]:
    """The products with their shares of the sum."""
    lines = campaign_sales.lines_of(db, team.id, span_of(row))
    mix = campaign_sales.by_product(at.found, lines, campaigns.products_of(row))
    named = [(name, value) for name, value in mix if name and value > 0]
    if not named or at.amount <= 0:
        return []
    parts = tuple(
        t("campaign-review-product", name=name, amount=format_short(value),
          percent=percent(value * 10_000 // at.amount))
        for name, value in named[:_PRODUCTS]
    )  # fmt: skip
    return [t("campaign-review-mix", parts=parts)]
