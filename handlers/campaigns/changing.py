"""Changing a campaign: its days, target, owner, products and tasks; calling it off, undoing."""

from __future__ import annotations

import re

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, doer, format_short, t
from bot.language.campaigns import read_campaign, read_step
from bot.language.dates import read_due, without
from bot.language.plan_fields import split_names, take
from handlers.campaigns.making import amount_of, known_products
from handlers.campaigns.naming import Call, person
from handlers.campaigns.routing import router
from handlers.campaigns.words import day, days, head
from models import campaign_steps, campaigns, plan_changes, tasks
from models.campaign_tables import Campaign
from models.campaign_templates import Step
from models.rosters import roster
from models.tasks import NewTask, deadline

_NUMBER = re.compile(r"\s*#?K(\d{1,9})(?![A-Za-z0-9])\s*", re.IGNORECASE)
_QUOTED = re.compile(r"#K(\d{1,9})(?![A-Za-z0-9-])")
_WITH = frozenset({"all", "一起", "一起取消", "全部", "任务也取消"})
_WITHOUT = frozenset({"keep", "留着", "保留", "留下", "只取消活动"})
_NO_TARGET = frozenset({"取消", "无", "不要", "none", "off"})
_ALL_PRODUCTS = frozenset({"全部", "所有", "all"})
_HAS_FIGURE = re.compile(r"\d")


def _undo(row: Campaign) -> tuple[Button, ...]:
    return (Button(t("campaign-button-undo"), f"/undo K{row.number}"),)


def move(ctx: Ctx, call: Call) -> Answer:
    """Give a campaign other days: `活动 618 改 6/17-6/21`."""
    row = call.row
    said = read_campaign(call.words, ctx.local)
    if said.due is None or (not call.typed and said.name):
        if call.typed:
            raise Refusal("campaign-move-when", name=row.name)
        return None
    if said.days is None:
        raise Refusal("campaign-bad-days", why=(said.due.ask or "days").replace("_", "-"))
    first, last = said.days
    if said.due.end is None:
        # One day alone is the new first day; the campaign is as long as it was.
        last = first + (row.last - row.first)
    was = days(row, ctx.local)
    moved = campaigns.move(ctx.db, ctx.team, row, first=first, last=last, doer=doer(ctx))
    lines = [t("campaign-moved-tasks", count=moved.moved)] if moved.moved else []
    if moved.stayed:
        numbers = tuple(f"#T{number}" for number in moved.stayed[:6])
        lines.append(t("campaign-stayed", numbers=numbers))
    title = t("campaign-moved", head=head(row), days=days(row, ctx.local), was=was)
    return Card(title, tuple(lines), buttons=_undo(row))


def target(ctx: Ctx, call: Call) -> Answer:
    """Give a campaign a target, another one or none: `活动 618 目标 60000`."""
    row, word = call.row, call.words.lower()
    if not call.typed and word not in _NO_TARGET and not _HAS_FIGURE.search(word):
        return None
    value = None if word in _NO_TARGET else amount_of(call.words)
    campaigns.alter(ctx.db, ctx.team, row, doer(ctx), target=value)
    text = format_short(value) if value is not None else ""
    title = t("campaign-target-set", head=head(row), target=text, has_target=int(bool(text)))
    return Card(title, buttons=_undo(row))


def owner(ctx: Ctx, call: Call) -> Answer:
    """Let somebody else answer for a campaign: `活动 618 负责 @阿芳`."""
    row, word = call.row, call.words
    known = roster(ctx.db, ctx.team.id).find(word.lstrip("@＠")) if word else None
    if known is None and not call.typed and not word.startswith(("@", "＠")):
        return None
    found = person(ctx, word)
    moved = campaigns.hand_over(ctx.db, ctx.team, row, found.id, doer(ctx))
    return Card(
        t("campaign-owner-set", head=head(row), who=f"@{found.name}", count=moved),
        buttons=_undo(row),
        mentions=(found.id,),
    )


def products(ctx: Ctx, call: Call) -> Answer:
    """Let only some products count, or all: `活动 618 只算 套盒、面膜`."""
    row, words = call.row, call.words
    if not words:
        raise Refusal("campaign-products-how", name=row.name)
    is_all = words.lower() in _ALL_PRODUCTS
    found = () if is_all else known_products(ctx, split_names(words))
    campaigns.alter(ctx.db, ctx.team, row, doer(ctx), products=found)
    title = t("campaign-products-set", head=head(row), names=found, all=int(is_all))
    return Card(title, buttons=_undo(row))


def add(ctx: Ctx, call: Call) -> Answer:
    """Add a task: `活动 618 加 T-2 拍视频 @阿芳`, `活动 618 加 周五 拍视频`."""
    row = call.row
    step = read_step(call.words)
    owner_name = step.owner if step is not None else take(call.words, "owner")[0]
    someone = person(ctx, owner_name) if owner_name else None
    member_id = someone.id if someone is not None else None
    if step is not None:
        wanted = Step(step.anchor, step.offset, step.title, member_id)
        due = deadline(ctx.team, campaign_steps.due_day(row.first, row.last, wanted))
        title = step.title
    else:
        rest = take(call.words, "owner")[1]
        read = read_due(rest, ctx.local)
        if read is None or read.start is None or read.ask or read.recurrence is not None:
            raise Refusal("campaign-add-how", name=row.name)
        due = deadline(ctx.team, read.end or read.start)
        title = " ".join(without(rest, read).split())
        wanted = Step("", 0, title, member_id)
    if not title:
        raise Refusal("campaign-add-how", name=row.name)
    if due.at <= ctx.sent_at:
        raise Refusal("campaign-add-past", day=f"{due.day:%m-%d}")
    plan_changes.require_change(ctx.db, row, ctx.actor)
    owner_id = member_id or campaign_steps.owner_of(ctx.db, ctx.team, row, wanted)
    task = NewTask(
        title=f"{row.name} {title}", owners=(owner_id,), due=due, origin=f"K{row.number}"
    )
    made = tasks.create(ctx.db, ctx.team, task, doer(ctx))
    plan_changes.attach(ctx.db, row, made.row, anchor=wanted.anchor, offset=wanted.offset)
    plan_changes.alter(ctx.db, row, "add", doer(ctx), tasks=[made.row.id])
    name = roster(ctx.db, ctx.team.id).name(owner_id)
    title_ = t("campaign-added", number=made.number, title=made.row.title,
               who=f"@{name}", day=day(due.day, ctx.local))  # fmt: skip
    return Card(title_, buttons=_undo(row), mentions=(owner_id,))


def cancel(ctx: Ctx, call: Call) -> Answer:
    """Call a campaign off; what becomes of its tasks is asked."""
    row, word = call.row, call.words.lower()
    if word and word not in _WITH | _WITHOUT:
        return None
    plan_changes.require_change(ctx.db, row, ctx.actor)
    count = plan_changes.count_tasks(ctx.db, row, ctx.now)
    left = count.total - count.done
    if left and not word and row.state == plan_changes.ACTIVE:
        line = f"/campaign K{row.number} cancel"
        return Card(
            t("campaign-cancel-ask", head=head(row), count=left),
            buttons=(
                Button(t("campaign-button-all"), f"{line} all", ("一起取消", "一起")),
                Button(t("campaign-button-keep"), f"{line} keep", ("留着", "保留")),
                Button(t("campaign-button-stay"), "/dismiss keep", ("不", "不取消")),
            ),
            question=True,
        )
    with_tasks = word in _WITH
    gone = campaigns.cancel(ctx.db, ctx.team, row, doer(ctx), with_tasks=with_tasks)
    title = t("campaign-cancelled", head=head(row), gone=gone, kept=left - gone)
    return Card(title, buttons=_undo(row))


def undo(ctx: Ctx, call: Call) -> Answer:
    """Take the newest change of a campaign back."""
    if call.words:
        return None
    row = call.row
    verb, moved, touched = campaigns.undo(ctx.db, ctx.team, row, doer(ctx))
    lines: list[T] = []
    if touched:
        lines.append(t("campaign-undone-tasks", count=touched, back=int(verb == "cancel")))
    if moved.moved:
        lines.append(t("campaign-moved-tasks", count=moved.moved))
    title = t("campaign-undone", head=head(row), verb=verb, days=days(row, ctx.local))
    return Card(title, tuple(lines))


def _lettered(ctx: Ctx, verb: str) -> Call | None:
    """The campaign that a shared word with its number, or the quoted card, is about."""
    called = ctx.commands.find(ctx.text, ctx.incoming.quote.text if ctx.incoming.quote else "")
    if called is None:
        return None
    match = _NUMBER.match(called.line)
    words = called.line[match.end() :].strip() if match is not None else called.line.strip()
    quote = ctx.incoming.quote
    if match is None and quote is not None and not words:
        match = _QUOTED.search(quote.text)
    if match is None:
        return None
    row = campaigns.require(ctx.db, ctx.team.id, int(match[1]))
    return Call(row, verb, words, called.typed)


@router.command("cancel", "取消", role=Role.MEMBER, whole=True, letter="K", hidden=True)
def cancel_numbered(ctx: Ctx) -> Answer:
    """Call a campaign off by its number: `取消 K3`."""
    call = _lettered(ctx, "cancel")
    return cancel(ctx, call) if call is not None else None


@router.command("undo", "撤销", "撤回", role=Role.MEMBER, whole=True, letter="K", hidden=True)
def undo_numbered(ctx: Ctx) -> Answer:
    """Take the newest change of a campaign back: `撤销 K3`."""
    call = _lettered(ctx, "undo")
    return undo(ctx, call) if call is not None else None
