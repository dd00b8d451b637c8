"""Campaigns in words: how one stands, its board, its tasks, and what other days compare to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.core.campaign_words import sum_words
from bot.core.due_words import echo, moment
from bot.core.percent_words import signed
from bot.core.pictures import BoardRow, share_of
from bot.kit import Button, Card, Expect, T, TeamInfo, format_short, public_name, t, written
from bot.language.dates import Due
from models import campaigns
from models.campaign_figures import BEFORE, Comparison, Standing
from models.campaign_tables import Campaign
from models.campaign_templates import LAST, Step
from models.rosters import Roster
from models.totals import Place

# As many places as a board has.
TOP = 10
# The reply route of a review's cards.
REVIEW = "campaign_review"


def head(row: Campaign) -> T:
    """A campaign by its number and name: «#K3 618»."""
    return t("campaign-head", number=row.number, name=row.name)


def days(row: Campaign, now: dt.datetime) -> T:
    """The days of a campaign: «06-16 周一 ~ 06-20 周五»."""
    last = row.last if row.last != row.first else None
    return echo(Due(row.first, last), now)


def clock(minute: int) -> str:
    """A minute of the day as a clock shows it."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def phase(at: Standing) -> T:
    """Which of its days it is: «第3天/5», or how long to wait, or that it is over."""
    if at.wait:
        return t("campaign-phase-wait", days=at.wait)
    if at.is_over:
        return t("campaign-phase-over")
    return t("campaign-phase", day=at.day, days=at.days)


def sales(row: Campaign, at: Standing) -> T:
    """What was sold: «41,200/60,000(69%)», with the year before."""
    return t("campaign-sales", sum=with_year(row, at))


def with_year(row: Campaign, at: Standing) -> T:
    """The sum, and how the year before compares where anything is known of it."""
    parts = [sum_of(row, at)]
    if at.last_year is not None:
        parts.append(compared(at.last_year))
    return beside(parts)


def beside(parts: Sequence[T]) -> T:
    """Words one after the other, with a blank between them."""
    found = parts[0]
    for part in parts[1:]:
        found = t("campaign-beside", before=found, after=part)
    return found


def sum_of(row: Campaign, at: Standing) -> T:
    """The sum, with the target where there is one."""
    return sum_words(row.target, amount=at.amount, orders=at.orders, reached=at.percent)


def compared(found: Comparison) -> T:
    """How much more or less it is than other days: «去年同期+12%»."""
    key = "campaign-compared-before" if found.by == BEFORE else "campaign-compared-year"
    return t(key, change=signed(found.change), average=int(found.is_average), days=found.then_days)


def compared_fully(found: Comparison) -> T:
    """The same with the days and the sum that it is compared with."""
    return t(
        "campaign-compared-fully",
        by=found.by,
        number=found.number,
        first=f"{found.span.first:%Y-%m-%d}",
        last=f"{found.span.last:%m-%d}",
        then=format_short(found.then),
        days=found.then_days,
        change=signed(found.change),
        average=int(found.is_average),
    )


def card_of(team: TeamInfo, row: Campaign, at: Standing, *, owner: str, now: dt.datetime) -> Card:
    """How a campaign stands, in three lines."""
    lines = []
    if at.tasks.total:
        lines.append(t("campaign-tasks", done=at.tasks.done, total=at.tasks.total))
    if not at.wait:
        lines.append(sales(row, at))
    elif row.target is not None:
        lines.append(t("campaign-target", target=format_short(row.target)))
    local = now.astimezone(team.zone)
    note = t("campaign-note", days=days(row, local), owner=owner, products=products(row))
    return Card(
        t("campaign-standing", head=head(row), phase=phase(at)),
        tuple(lines),
        note=note,
        buttons=(
            Button(t("campaign-button-board"), f"/campaign K{row.number} board"),
            Button(t("campaign-button-tasks"), f"/campaign K{row.number} tasks"),
        ),
    )


def products(row: Campaign) -> T | str:
    """The only products that count, empty where all do."""
    found = campaigns.products_of(row)
    return t("campaign-products", names=found) if found else ""


def place(people: Roster, each: Place, reader: int | None = None) -> T:
    """A line of the board; `reader` is the one person who reads it in private."""
    return t(
        "campaign-place",
        rank=each.rank,
        name=public_name(people, each.member_id, reader),
        amount=format_short(each.amount),
        orders=each.orders,
    )


def podium(people: Roster, places: Sequence[Place]) -> T | None:
    """The first three places in a few words each, None where there are none; the same amount shares
    one.
    """
    found = [
        t(
            "campaign-podium",
            rank=each.rank,
            name=public_name(people, each.member_id),
            amount=format_short(each.amount),
        )
        for each in places[:3]
        if each.amount > 0
    ]
    return beside(found) if found else None


def picture_rows(team: TeamInfo, people: Roster, places: Sequence[Place]) -> list[BoardRow]:
    """The places as lines of a picture."""
    best = max((each.amount for each in places), default=0)
    return [
        BoardRow(
            each.rank,
            _name(team, public_name(people, each.member_id)),
            format_short(each.amount),
            share=share_of(each.amount, best),
        )
        for each in places
    ]


def _name(team: TeamInfo, name: str | T) -> str:
    return written(name, team.language) if isinstance(name, T) else name


def offset(step: Step) -> T:
    """The day of a step as teams write it: «T-3», «第2天», «最后一天», «T+1»."""
    if step.anchor == LAST:
        kind = "after" if step.offset > 0 else "last"
        return t("campaign-offset", kind=kind, n=step.offset)
    kind = "before" if step.offset < 0 else "day"
    return t("campaign-offset", kind=kind, n=-step.offset if step.offset < 0 else step.offset + 1)


def step_line(people: Roster, step: Step) -> T:
    """A step of a checklist with its day and who is named for it."""
    who = people.name(step.member_id) if step.member_id in people.members else ""
    return t(
        "campaign-step", offset=offset(step), title=step.title, who=who, is_named=int(bool(who))
    )


def day(value: dt.date, now: dt.datetime) -> T:
    """One day with its weekday."""
    return moment(value, now)


def expect(review_id: int) -> Expect:
    """What quoting a card of a review means: a step with it."""
    return Expect(REVIEW, review_id)


def own_words(team: TeamInfo, kind: str, key: str) -> str:
    """What a built-in checklist or step is called in the team's language."""
    return written(t(f"campaign-{kind}-{key}"), team.language)


def cut(words: str, most: int = 40) -> str:
    """As much of some words as a line shows."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
