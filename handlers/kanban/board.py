"""`看板`: what stands where, what is stuck, and the tasks of one column, person or tag."""

from __future__ import annotations

import datetime as dt

from bot.core.args import split_words
from bot.kit import Answer, Card, Ctx, Refusal, T, t
from handlers.kanban.routing import router
from handlers.kanban.words import NAMELESS, STATES, is_talk
from models import kanban, stages
from models.kanban import Board, Column, Item, Lane, Listed, Place
from models.rosters import roster
from models.tasks import TaskInfo

# As many lines as fit a message with its title and its note.
LINES = 13
# As much of a title as leaves room for the rest of the line on a phone.
_TITLE = 12
_NAME = 4
_SELF = frozenset({"我", "我的", "自己", "me", "mine"})


def short(task: TaskInfo | Item) -> str:
    """The beginning of a task's title."""
    title = task.title if isinstance(task, Item) else task.row.title
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"


@router.command("kanban", "看板", whole=True)
def show(ctx: Ctx) -> Answer:
    """Show the board, or the tasks of a workflow, stage, state, member or tag."""
    called = ctx.commands.find(ctx.text)
    words = split_words(called.line) if called is not None else []
    if called is None or not words:
        return overview(ctx)
    is_marked = words[0][0] in "@#"
    if len(words) > 1 or (called.glued and not is_marked and not called.typed):
        if called.typed:
            raise Refusal("kanban-how")
        return None
    place = _place(ctx, words[0])
    if place is not None:
        return listing(ctx, *place)
    if called.typed or is_marked or (len(words[0]) <= _NAME and not is_talk(words[0])):
        raise stages.unknown(ctx.db, ctx.team.id, words[0])
    return None


def _place(ctx: Ctx, word: str) -> tuple[T, Place] | None:
    """What a word behind `看板` names, with its name."""
    if word.startswith("#"):
        tag = word[1:]
        return (t("kanban-of-tag", tag=tag), Place(tag=tag)) if tag else None
    if word in _SELF:
        return t("kanban-of-member", name=ctx.actor.name), Place(member_id=ctx.actor.id)
    if not word.startswith("@"):
        found = _column(ctx, word)
        if found is not None:
            return found
    member = roster(ctx.db, ctx.team.id).find(word.removeprefix("@"))
    if member is None:
        return None
    return t("kanban-of-member", name=member.name), Place(member_id=member.id)


def _column(ctx: Ctx, word: str) -> tuple[T, Place] | None:
    wanted = stages.fold(word)
    for flow in stages.workflows(ctx.db, ctx.team.id):
        if wanted == stages.fold(flow.name) or (not flow.name and wanted in NAMELESS):
            return _flow_name(flow.name), Place(stages=flow.stages)
    state = STATES.get(wanted)
    if state in kanban.STATES:
        return t("task-state", state=state), Place(state=state)
    match = stages.find(ctx.db, ctx.team.id, word)
    if match is None or not match.is_sure:
        return None
    return t("common-as-is", text=match.stage.name), Place(stages=(match.stage,))


def _flow_name(name: str) -> T:
    return t("common-as-is", text=name) if name else t("kanban-nameless")


def overview(ctx: Ctx) -> Card:
    """The whole board, a line for each column in which something stands."""
    found = kanban.board(ctx.db, ctx.team.id, ctx.now)
    if not found.count:
        return Card(t("kanban-empty"), note=t("kanban-empty-note"))
    lines = _lines(ctx, found)
    title = t("kanban-title", team=ctx.team.name, count=found.count, stuck=found.stuck)
    return Card(title, lines, note=_note(found))


def _note(found: Board) -> T:
    busiest = max(
        (each for lane in found.lanes for each in lane.columns),
        key=lambda each: each.count,
        default=None,
    )
    if busiest is not None and busiest.stage is not None and busiest.count:
        return t("kanban-note", column=busiest.stage.name)
    return t("kanban-note", column=t("task-state", state=found.columns[0].state))


def _lines(ctx: Ctx, found: Board) -> tuple[T, ...]:
    """The columns line by line; where that is too long, a line for each workflow."""
    own = [_column_line(ctx, each) for each in found.columns]
    whole = own + [line for lane in found.lanes for line in _lane_lines(ctx, lane)]
    if len(whole) <= LINES:
        return tuple(whole)
    return tuple(own + [_lane_in_one(lane) for lane in found.lanes])


def _lane_lines(ctx: Ctx, lane: Lane) -> list[T]:
    busy = [each for each in lane.columns if each.count]
    free = tuple(e.stage.name for e in lane.columns if not e.count and e.stage is not None)
    name = _flow_name(lane.workflow.name)
    if not busy:
        return [t("kanban-lane-empty", name=name)]
    lines = [t("kanban-lane", name=name), *(_column_line(ctx, each) for each in busy)]
    if free:
        lines.append(t("kanban-free", names=free))
    if lane.bottleneck is not None:
        days = _decimal(lane.bottleneck.days)
        lines.append(t("kanban-bottleneck", name=lane.bottleneck.stage.name, days=days))
    return lines


def _lane_in_one(lane: Lane) -> T:
    parts = tuple(
        t(
            "kanban-short-full" if each.is_full else "kanban-short",
            name=each.stage.name,
            count=each.count,
        )
        for each in lane.columns
        if each.count and each.stage is not None
    )
    name = _flow_name(lane.workflow.name)
    if not parts:
        return t("kanban-lane-empty", name=name)
    return t("kanban-lane-short", name=name, columns=parts)


def _column_line(ctx: Ctx, column: Column) -> T:
    """«付款 6 ⚠️上限 5 · 最久 T12 出618海报 9 天 · ⛔ T9 等客户回»."""
    stage, oldest = column.stage, column.oldest
    limit = stage.wip if stage is not None and column.is_full else None
    return t(
        "kanban-column",
        name=stage.name if stage is not None else t("task-state", state=column.state),
        count=column.count,
        full="" if limit is None else t("kanban-full", limit=limit),
        oldest="" if oldest is None else _oldest(ctx, oldest),
        stuck=_stuck(column.blockers),
        usual="" if column.days is None else t("kanban-usual", days=_decimal(column.days)),
    )


def _oldest(ctx: Ctx, item: Item) -> T:
    return t("kanban-oldest", number=item.number, title=short(item), days=_days(ctx, item.since))


def _stuck(blockers: tuple[Item, ...]) -> T | str:
    if not blockers:
        return ""
    first = blockers[0]
    words = first.blocked[:_TITLE]
    return t("kanban-stuck", count=len(blockers), number=first.number, words=words)


def _days(ctx: Ctx, since: dt.datetime | None) -> T:
    days = (ctx.today - ctx.team.day_of(since)).days if since is not None else 0
    return t("kanban-days", days=max(0, days))


def _decimal(days: float) -> str:
    return f"{days:.1f}".removesuffix(".0")


def listing(ctx: Ctx, name: T, place: Place) -> Card:
    """The tasks of one place, a line for each."""
    found = kanban.listed(ctx.db, ctx.team.id, place, most=LINES)
    if not found.count:
        return Card(t("kanban-none", name=name))
    more = found.count - len(found.tasks)
    return Card(
        t("kanban-list", name=name, count=found.count),
        tuple(_item(ctx, each, found, place) for each in found.tasks),
        note=t("kanban-more", count=more) if more else None,
    )


def _item(ctx: Ctx, task: TaskInfo, found: Listed, place: Place) -> T:
    """«付款 · T31 出3版文案 阿芳 · 3 天 ⛔ 等客户回»; what all lines would say is left out."""
    people = roster(ctx.db, ctx.team.id)
    stage = found.stages.get(task.row.stage_id or 0)
    state = t("task-state", state=task.row.state)
    columns: list[T | str] = []
    if stage is not None and len(place.stages) != 1:
        columns.append(stage.name)
    if not place.state and (stage is None or task.row.state in kanban.ANYWHERE):
        columns.append(state)
    return t(
        "kanban-item",
        column=t("kanban-item-column", names=tuple(columns)) if columns else "",
        number=task.number,
        title=short(task),
        owners=_owners(
            tuple(people.name(each) for each in task.owners), is_shown=place.member_id is None
        ),
        days=_days(ctx, task.row.stage_since),
        stuck=t("kanban-item-stuck", words=task.row.blocked[:_TITLE]) if task.row.blocked else "",
    )


def _owners(names: tuple[str, ...], *, is_shown: bool) -> T | str:
    if not is_shown:
        return ""
    return t("kanban-owners", names=names) if names else t("kanban-nobody")
