"""Looking at a campaign: how it stands, its board, its tasks, its report."""

from __future__ import annotations

from bot.core.pictures import board_picture
from bot.kit import Answer, Card, Ctx, Refusal, T, doer, format_short, t
from bot.language.campaigns import read_clocks
from handlers.campaigns.naming import Call
from handlers.campaigns.reports import report_card
from handlers.campaigns.words import (
    TOP,
    card_of,
    clock,
    day,
    days,
    head,
    phase,
    picture_rows,
    place,
    products,
)
from models import boards, campaign_sales, campaign_times, campaigns, plan_changes
from models.campaign_figures import span_of, standing
from models.plan_changes import GONE
from models.rosters import roster
from models.tasks import infos
from models.totals import Place

# Tasks in one list.
_TASKS = 12
_OFF = frozenset({"关", "关闭", "停", "不要", "off"})
_USUAL = frozenset({"默认", "恢复", "usual", "default"})


def shown(ctx: Ctx, call: Call) -> Answer:
    """How a campaign stands."""
    row = call.row
    if row.state == GONE:
        return Card(t("campaign-gone", head=head(row), days=days(row, ctx.local)))
    at = standing(ctx.db, ctx.team, row, ctx.now)
    owner = roster(ctx.db, ctx.team.id).name(row.owner_id)
    return card_of(ctx.team, row, at, owner=owner, now=ctx.now)


def board(ctx: Ctx, call: Call) -> Answer:
    """Who sold how much in a campaign: the group sees the first ones, and who asks learns an own
    low place in private.
    """
    if call.words:
        return None
    row = call.row
    found = campaign_sales.rows(ctx.db, ctx.team.id, span_of(row))
    places = campaign_sales.places(found)
    at = standing(ctx.db, ctx.team, row, ctx.now)
    title = t("campaign-board", head=head(row), phase=phase(at))
    if not places:
        return Card(title, (t("campaign-board-empty"),))
    people = roster(ctx.db, ctx.team.id)
    seen = boards.seen(people, [each.member_id for each in places])
    open_ = [each for each in places if each.rank <= seen and each.amount > 0]
    own = next((each for each in places if each.member_id == ctx.actor.id), None)
    reader = None if ctx.chat.is_group else ctx.actor.id
    shown_ = open_ if ctx.chat.is_group else places[:TOP]
    lines = [place(people, each, reader) for each in shown_[:TOP]]
    if own is not None and reader is not None:
        lines.append(_own(places, own))
    note = t("campaign-board-note", days=days(row, ctx.local), products=products(row))
    total = format_short(sum(each.amount for each in places))
    card = Card(
        title,
        tuple(lines),
        note=note,
        picture=board_picture(
            title,
            days(row, ctx.local),
            picture_rows(ctx.team, people, open_),
            total=t("campaign-board-total", amount=total),
        ),
    )
    if own is None or own in open_ or reader is not None:
        return card
    return [card, Card(title, (_own(places, own),), to=ctx.actor.id)]


def _own(places: tuple[Place, ...], own: Place) -> T:
    """Where the asker stands, and what is missing to the next place."""
    above = [each for each in places if each.amount > own.amount]
    gap = format_short(above[-1].amount - own.amount) if above else ""
    return t("campaign-board-own", rank=own.rank, gap=gap, first=int(not above))


def tasks(ctx: Ctx, call: Call) -> Answer:
    """The checklist of a campaign."""
    if call.words:
        return None
    row = call.row
    found = plan_changes.all_tasks(ctx.db, row)
    count = plan_changes.count_tasks(ctx.db, row, ctx.now)
    title = t("campaign-tasks-of", head=head(row), done=count.done, total=count.total)
    if not found:
        return Card(title, (t("campaign-tasks-none", name=row.name),))
    people = roster(ctx.db, ctx.team.id)
    # What is still to be done comes first.
    order = sorted(found, key=lambda task: task.state == "done")
    lines = []
    for each in infos(ctx.db, order[:_TASKS]):
        due = each.row.due_day
        lines.append(
            t(
                "campaign-task",
                number=each.number,
                title=each.row.title,
                who=tuple(people.name(i) for i in each.owners),
                due=day(due, ctx.local) if due is not None else "",
                done=int(each.row.state == "done"),
            )
        )
    more = len(order) - len(lines)
    return Card(title, tuple(lines), note=t("campaign-more", count=more) if more else None)


def report(ctx: Ctx, call: Call) -> Answer:
    """The report of a campaign now, or other times for its reports."""
    row = call.row
    if call.words:
        return _set_slots(ctx, call)
    if row.first > ctx.today:
        raise Refusal("campaign-not-yet", name=row.name, day=f"{row.first:%m-%d}")
    return report_card(ctx.db, ctx.team, row, ctx.now)


def _set_slots(ctx: Ctx, call: Call) -> Answer:
    words = call.words.lower()
    if words in _USUAL:
        minutes: tuple[int, ...] | None = campaign_times.usual(ctx.db, ctx.team.id)
    else:
        minutes = () if words in _OFF else read_clocks(words)
    if minutes is None:
        if call.typed:
            raise Refusal("campaign-slots-how", name=call.row.name)
        return None
    slots = campaign_times.check_slots(ctx.team, minutes)
    campaigns.alter(ctx.db, ctx.team, call.row, doer(ctx), slots=slots)
    times = tuple(clock(minute) for minute in slots)
    return Card(t("campaign-slots-set", head=head(call.row), times=times, count=len(times)))
