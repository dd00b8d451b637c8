"""`T31 → 付款`, `移 T31 付款`: a task goes to another stage, or to a state that every task has."""

from __future__ import annotations

from bot.core.due_words import moment
from bot.kit import Answer, Button, Card, Ctx, Refusal, T, t
from bot.language.dates import read_due
from handlers.kanban.board import short
from handlers.kanban.routing import router
from handlers.kanban.words import STATES, Move, read_command, read_move
from models import stages, tasks
from models.rosters import roster
from models.task_changes import Doer
from models.task_moves import to_state
from models.task_states import CANCELLED, DONE, REVIEW
from models.task_steps import Ended
from models.tasks import TaskInfo

# Nearly all messages begin otherwise and are looked at no further.
_BEGIN = frozenset("TtＴｔ")


def read_arrow(ctx: Ctx) -> Move | None:
    """The move that a message is; None for a date or a person behind the arrow, and for talk."""
    if not _BEGIN.intersection(ctx.text[:3]):
        return None
    move = read_move(ctx.text)
    if move is None or move.name.startswith("@"):
        return None
    if stages.fold(move.name) in STATES:
        return move
    match = stages.find(ctx.db, ctx.team.id, move.name)
    if match is not None and (match.is_sure or not move.is_plain):
        return move
    is_date = read_due(move.name, ctx.now.astimezone(ctx.team.zone)) is not None
    return None if move.is_plain or is_date or len(move.name) > stages.MAX_NAME else move


@router.command("move", "移", "移动", letter="T", whole=True)
def move_command(ctx: Ctx) -> Answer:
    """Put a task into a stage or another column."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    quote = ctx.incoming.quote
    move = read_command(called.line, quote.text if quote is not None else "")
    if move is not None:
        return move_to(ctx, move)
    if called.typed:
        raise Refusal("kanban-move-how")
    return None


@router.listen(read_arrow)
def move_to(ctx: Ctx, move: Move) -> Card:
    """Move the task and say where it stands now."""
    task = tasks.require(ctx.db, ctx.team.id, move.number)
    doer = Doer(ctx.actor, ctx.now, ctx.source)
    state = STATES.get(stages.fold(move.name))
    if state is not None:
        before = t("task-state", state=task.row.state)
        return _in_state(ctx, to_state(ctx.db, ctx.team, task, doer, state=state), before)
    match = stages.find(ctx.db, ctx.team.id, move.name)
    if match is None:
        raise stages.unknown(ctx.db, ctx.team.id, move.name)
    if not match.is_sure:
        return _ask(move, match.stage.name)
    moved = stages.put(ctx.db, ctx.team, task, doer, stage=match.stage)
    lines = []
    if moved.stage.wip is not None and moved.count > moved.stage.wip:
        lines.append(
            t("kanban-over", name=moved.stage.name, count=moved.count, limit=moved.stage.wip)
        )
    key = "kanban-moved" if moved.before else "kanban-moved-in"
    values: dict[str, str | int] = {
        "number": move.number,
        "title": short(moved.task),
        "stage": moved.stage.name,
    }
    return Card(
        t(key, before=moved.before, **values) if moved.before else t(key, **values),
        lines=tuple(lines),
        note=t("kanban-last-stage", number=move.number) if moved.is_last else None,
        buttons=_undo(move.number),
    )


def _ask(move: Move, name: str) -> Card:
    return Card(
        t("kanban-nearly", name=move.name, near=name),
        buttons=(
            Button(t("common-yes"), f"/move T{move.number} {name}"),
            Button(t("common-no"), "/dismiss keep"),
        ),
        question=True,
    )


def _undo(number: int) -> tuple[Button, ...]:
    return (Button(t("kanban-undo"), f"/undo T{number}"),)


def _in_state(ctx: Ctx, ended: Ended, before: T) -> Card:
    """What a task is now, who is to look at it, and what follows from it."""
    task, people = ended.task, roster(ctx.db, ctx.team.id)
    lines: list[T] = []
    mentions: tuple[int, ...] = ()
    if task.row.state == REVIEW and task.acceptor is not None:
        mentions = (task.acceptor,)
        lines.append(t("kanban-to-accept", who=people.name(task.acceptor), number=task.number))
    if ended.following is not None:
        lines.append(_following(ctx, ended.following))
    lines += [_freed(ctx, each) for each in ended.freed]
    key = "kanban-done" if task.row.state in (DONE, CANCELLED) else "kanban-stepped"
    title = t(
        key,
        number=task.number,
        title=short(task),
        before=before,
        state=t("task-state", state=task.row.state),
    )
    return Card(title, tuple(lines), buttons=_undo(task.number), mentions=mentions)


def _following(ctx: Ctx, task: TaskInfo) -> T:
    day = task.row.due_day
    if day is None:
        return t("kanban-follows", number=task.number)
    return t("kanban-follows-on", number=task.number, day=moment(day, ctx.now))


def _freed(ctx: Ctx, task: TaskInfo) -> T:
    people = roster(ctx.db, ctx.team.id)
    names = tuple(people.name(each) for each in task.owners)
    key = "kanban-freed" if names else "kanban-freed-nobody"
    values: dict[str, str | int] = {"number": task.number, "title": short(task)}
    return t(key, who=names, **values) if names else t(key, **values)
