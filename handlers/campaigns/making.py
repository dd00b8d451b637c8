"""Planning a campaign in one line: days, checklist, target, who answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from bot.kit import Answer, Button, Card, Ctx, Delivery, Refusal, T, doer, format_short, t
from bot.language.campaigns import CampaignLine
from bot.language.money import Amount, read_amount
from handlers.campaigns.naming import person
from handlers.campaigns.words import clock, day, days, head, own_words
from handlers.campaigns.words import products as only_products
from models import campaign_templates, campaign_times, campaigns, prices, reminders
from models.campaign_steps import Planned
from models.campaign_tables import Campaign
from models.campaign_templates import Template
from models.campaigns import NewCampaign
from models.rosters import roster
from models.tasks import TaskInfo

# Wakes us to tell the group what was planned in private.
NEWS = "campaign_news"
# The checklist where none is named, and words for none at all.
_USUAL = "promotion"
_NONE = frozenset({"无", "空", "不要", "none", "no"})
# Owners and steps that a receipt names.
_NAMED, _PAST = 4, 6


def made(ctx: Ctx, said: CampaignLine) -> Answer:
    """Make the campaign of a line; raises Refusal for what is missing or wrong in it."""
    if said.days is None:
        why = said.due.ask if said.due is not None and said.due.ask else "days"
        raise Refusal("campaign-bad-days", why=why.replace("_", "-"))
    if not said.name:
        raise Refusal("campaign-no-name")
    template = _template(ctx, said.template)
    owner = person(ctx, said.owner) if said.owner else ctx.actor
    new = NewCampaign(
        name=said.name,
        first=said.days[0],
        last=said.days[1],
        owner_id=owner.id,
        template=template.name if template is not None else "",
        target=amount_of(said.target) if said.target else None,
        products=known_products(ctx, said.products),
        slots=campaign_times.usual(ctx.db, ctx.team.id),
    )
    steps = template.steps if template is not None else ()
    row, planned = campaigns.create(ctx.db, ctx.team, new, steps=steps, doer=doer(ctx))
    return _receipt(ctx, row, planned)


def _template(ctx: Ctx, name: str) -> Template | None:
    if name.lower() in _NONE:
        return None
    words = partial(own_words, ctx.team)
    return campaign_templates.require(ctx.db, ctx.team.id, name or _USUAL, words)


def amount_of(word: str) -> int:
    """The target that a word says, in minor units; raises Refusal."""
    amount = read_amount(word)
    if not isinstance(amount, Amount) or amount.minor <= 0:
        raise Refusal("campaign-bad-target")
    return amount.minor


def known_products(ctx: Ctx, names: Iterable[str]) -> tuple[str, ...]:
    """Products by the names of the price list; raises Refusal for one that is not in it. A team
    without a list has them as they are written.
    """
    listed = [name for name, _, _ in prices.products(ctx.db, ctx.team.id)]
    by_name = {name.casefold(): name for name in listed}
    found = []
    for name in names:
        known = by_name.get(name.casefold())
        if known is None and listed:
            raise Refusal("campaign-product", name=name[:20], names=" ".join(listed[:6]))
        found.append(known or name)
    return tuple(dict.fromkeys(found))


def _receipt(ctx: Ctx, row: Campaign, planned: Planned) -> Card:
    """What was understood of a new campaign."""
    lines = [_made(ctx, row, planned.made)]
    if planned.past:
        lines.append(_past(row, planned))
    times = tuple(clock(minute) for minute in campaign_times.slots_of(row))
    owner = roster(ctx.db, ctx.team.id).name(row.owner_id)
    target = format_short(row.target) if row.target is not None else ""
    facts = t(
        "campaign-facts", owner=owner, target=target, has_target=int(bool(target)), times=times,
        count=len(times), products=only_products(row),
    )  # fmt: skip
    concerned = {i for task in planned.made for i in task.owners} - {ctx.actor.id}
    if not ctx.chat.is_group:
        reminders.remind(ctx.db, ctx.team.id, NEWS, row.id, at=ctx.now)
        lines.append(t("campaign-group-told"))
    return Card(
        t("campaign-made", head=head(row), days=days(row, ctx.local), count=_length(row)),
        (facts, *lines),
        note=t("campaign-made-how", name=row.name),
        buttons=(Button(t("campaign-button-undo"), f"/undo K{row.number}"),),
        mentions=tuple(sorted(concerned)),
        delivery=Delivery.IMPORTANT,
    )


def _past(row: Campaign, planned: Planned) -> T:
    """The steps whose day is over: nobody is to think that they are on their way."""
    shown = tuple(
        t("campaign-past-step", title=step.title, day=f"{due:%m-%d}")
        for step, due in planned.past[:_PAST]
    )
    return t(
        "campaign-past-steps",
        count=len(planned.past),
        steps=shown,
        more=int(len(planned.past) > len(shown)),
        name=row.name,
        first=planned.past[0][0].title,
    )


def _length(row: Campaign) -> int:
    return (row.last - row.first).days + 1


def _made(ctx: Ctx, row: Campaign, made_: Sequence[TaskInfo]) -> T:
    """How many tasks were made, the first of them, and who has how many."""
    if not made_:
        return t("campaign-made-none")
    people = roster(ctx.db, ctx.team.id)
    counts: dict[int, int] = {}
    for task in made_:
        for member_id in task.owners:
            counts[member_id] = counts.get(member_id, 0) + 1
    shown = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_NAMED]
    first = made_[0]
    due = first.row.due_day
    return t(
        "campaign-made-tasks",
        count=len(made_),
        template=row.template,
        who=tuple(f"@{people.name(i)} {count}" for i, count in shown),
        more=len(counts) - len(shown),
        number=first.number,
        title=first.row.title,
        due=day(due, ctx.local) if due is not None else "",
    )
