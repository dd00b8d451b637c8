"""A strategy in one line: name, activities, owner, last day, goal and measure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from bot.core.due_words import echo, moment
from bot.kit import Answer, Button, Card, Ctx, Delivery, MemberInfo, Refusal, T, doer, t
from bot.language.dates import Due
from bot.language.strategies import ActivityLine, StrategyLine
from bot.language.wishes import SELF, find_longest
from handlers.strategy.words import goal_line, head, measure
from models import goals, prices, strategies
from models.campaign_tables import Strategy
from models.goals import GoalInfo
from models.measures import AMOUNT, Measure
from models.rosters import LEFT, roster
from models.strategies import Activity, NewStrategy
from models.tasks import TaskInfo, deadline
from models.values import Metric

# How long a strategy runs where nobody says it and there is no goal, in days.
_USUAL = 30
_METRICS: Mapping[str, Metric] = {
    "业绩": Metric.AMOUNT, "金额": Metric.AMOUNT, "销售额": Metric.AMOUNT, "amount": Metric.AMOUNT,
    "单": Metric.ORDERS, "单量": Metric.ORDERS, "单数": Metric.ORDERS, "订单": Metric.ORDERS,
    "orders": Metric.ORDERS, "新客": Metric.NEW, "新客户": Metric.NEW, "new": Metric.NEW,
    "复购": Metric.REPEAT, "老客": Metric.REPEAT, "回头客": Metric.REPEAT, "repeat": Metric.REPEAT,
    "份额": Metric.SHARE, "share": Metric.SHARE,
}  # fmt: skip
# Activities that a receipt names.
_NAMED = 4


def made(ctx: Ctx, said: StrategyLine) -> Answer:
    """Make the strategy of a line; raises Refusal for what is missing or wrong in it."""
    if said.bad_until:
        raise Refusal("strategy-bad-day", words=said.bad_until[:20])
    if said.goal is not None:
        goal: GoalInfo | None = goals.require(ctx.db, ctx.team.id, said.goal)
    else:
        goal = strategies.team_goal(ctx.db, ctx.team.id, ctx.today)
    usual = ctx.today + dt.timedelta(days=_USUAL) if goal is None else goal.period.last
    last = said.until or usual
    owner = person(ctx, said.owner) if said.owner else ctx.actor
    new = NewStrategy(
        name=said.name,
        owner_id=owner.id,
        first=ctx.today,
        last=last,
        goal=goal.number if goal is not None else None,
        measure=measure_of(ctx, said.measure) if said.measure else AMOUNT,
        activities=activities(ctx, said.activities, last),
    )
    row, tasks = strategies.create(ctx.db, ctx.team, new, doer(ctx))
    return _receipt(ctx, row, tasks, is_usual=said.until is None)


def activities(ctx: Ctx, said: Iterable[ActivityLine], last: dt.date) -> tuple[Activity, ...]:
    """The activities of a line, due by the last day where nothing else is said; raises Refusal for
    a date that is not sure.
    """
    found = []
    for each in said:
        due = each.due
        if due is None:
            found.append(Activity(each.title, deadline(ctx.team, last)))
            continue
        if due.ask or due.start is None:
            raise Refusal("strategy-bad-date", title=each.title[:20])
        at = due.start if due.recurrence else due.end or due.start
        found.append(Activity(each.title, deadline(ctx.team, at), due.recurrence or ""))
    return tuple(found)


def person(ctx: Ctx, name: str) -> MemberInfo:
    """The present member of that name; raises Refusal for an unknown one and Ambiguous for
    several.
    """
    name = name.lstrip("@＠")
    found = ctx.actor if name in SELF else find_longest(name, roster(ctx.db, ctx.team.id).find)
    if found is None or found.state == LEFT:
        raise Refusal("strategy-who", name=name[:20])
    return found


def measure_of(ctx: Ctx, word: str) -> Measure:
    """What a word lets a strategy be measured by: a metric, or pieces of a product; raises
    Refusal.
    """
    metric = _METRICS.get(word.casefold())
    if metric is not None:
        return Measure(metric)
    listed = {name.casefold(): name for name, _, _ in prices.products(ctx.db, ctx.team.id)}
    product = listed.get(word.casefold())
    if product is None:
        names = " ".join(list(listed.values())[:5])
        raise Refusal("strategy-bad-measure", word=word[:20], names=names, known=int(bool(names)))
    return Measure(Metric.QUANTITY, product)


def _receipt(ctx: Ctx, row: Strategy, tasks: list[TaskInfo], *, is_usual: bool) -> Card:
    """What was understood of a new strategy."""
    owner = roster(ctx.db, ctx.team.id).name(row.owner_id)
    facts = t(
        "strategy-facts",
        owner=owner,
        last=moment(row.last, ctx.local),
        usual=int(is_usual),
        number=row.number,
        measure=measure(strategies.measure_of(row)),
    )
    goal = goal_line(ctx.db, row, ctx.today)
    lines = [facts, *([goal] if goal is not None else []), *task_lines(ctx, tasks)]
    mentions = (row.owner_id,) if row.owner_id != ctx.actor.id else ()
    return Card(
        t("strategy-made", head=head(row)),
        tuple(lines),
        note=None if tasks else t("strategy-no-tasks", number=row.number),
        buttons=undo(row),
        mentions=mentions,
        delivery=Delivery.IMPORTANT,
    )


def task_lines(ctx: Ctx, tasks: list[TaskInfo]) -> list[T]:
    """The tasks that were made, in one line."""
    if not tasks:
        return []
    shown = tuple(
        t("strategy-task", number=each.number, title=each.row.title, due=_due(ctx, each))
        for each in tasks[:_NAMED]
    )
    return [t("strategy-made-tasks", tasks=shown, more=len(tasks) - len(shown))]


def _due(ctx: Ctx, task: TaskInfo) -> T | str:
    """When a task is due: its rule, or its day."""
    row = task.row
    if row.recurrence:
        start: dt.date | dt.datetime | None = row.due_day
        if row.due_at is not None and not row.all_day:
            start = row.due_at.astimezone(ctx.team.zone)
        return echo(Due(start, None, row.recurrence), ctx.local)
    return moment(row.due_day, ctx.local) if row.due_day is not None else ""


def undo(row: Strategy) -> tuple[Button, ...]:
    """The offer to take a change back."""
    return (Button(t("strategy-button-undo"), f"/undo ST{row.number}"),)
