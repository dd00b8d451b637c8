"""How tasks look in the chat: a receipt, a line in a list, the whole story of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.core.due_words import echo, moment
from bot.kit import Button, Card, Ctx, Delivery, T, TeamInfo, t
from bot.language.dates import Due
from models import stages
from models.db import Db
from models.rosters import Roster, roster
from models.task_changes import Step, history
from models.task_states import OPEN, PROMISE
from models.tasks import TaskInfo

# As much of a title as a line of a list shows, and of a history as one card does.
SHORT, STEPS = 24, 8


def head(task: TaskInfo) -> T:
    """«#T31 出3版文案»."""
    return t("task-head", number=task.number, title=task.row.title)


def short(task: TaskInfo) -> T:
    """The head with a long title cut."""
    title = task.row.title
    return t(
        "task-head",
        number=task.number,
        title=f"{title[:SHORT]}…" if len(title) > SHORT + 1 else title,
    )


def names(people: Roster, ids: Sequence[int]) -> str:
    """«@阿芳 @丽姐»."""
    return " ".join(f"@{people.name(i)}" for i in ids)


def due_words(team: TeamInfo, task: TaskInfo, now: dt.datetime) -> T | str:
    """The deadline with its weekday, in the team's zone; empty where there is none."""
    row = task.row
    if row.due_at is None or row.due_day is None:
        return ""
    local = now.astimezone(team.zone)
    if row.all_day:
        return moment(row.due_day, local)
    return moment(row.due_at.astimezone(team.zone), local)


def every_words(team: TeamInfo, task: TaskInfo, now: dt.datetime) -> T | str:
    """How a task recurs, empty where it comes once."""
    row = task.row
    if not row.recurrence or row.due_at is None or row.due_day is None:
        return ""
    start = row.due_day if row.all_day else row.due_at.astimezone(team.zone)
    return echo(Due(start, row.recurs_until, row.recurrence), now.astimezone(team.zone))


def facts(db: Db, team: TeamInfo, task: TaskInfo, now: dt.datetime) -> T:
    """Who does it until when, and what else was said, in one line."""
    row, people = task.row, roster(db, team.id)
    every = every_words(team, task, now)
    due = due_words(team, task, now)
    return t(
        "task-facts",
        who=names(people, task.owners) if task.owners else t("task-nobody"),
        due=t("task-fact-every", every=every)
        if every
        else t("task-fact-due", date=due)
        if due
        else "",
        stage=t("task-fact", text=_stage(db, team, row.stage_id)) if row.stage_id else "",
        priority=t("task-fact-priority", n=row.priority) if row.priority else "",
        customer=t("task-fact", text=row.customer) if row.customer else "",
        parts=t("task-fact-items", count=len(task.items)) if task.items else "",
        waits=t("task-fact-waits", numbers=_numbers(task)) if task.waits_for else "",
        tags=t("task-fact", text=" ".join(f"#{tag}" for tag in task.tags)) if task.tags else "",
    )


def _stage(db: Db, team: TeamInfo, stage_id: int) -> str:
    found = (each for flow in stages.workflows(db, team.id) for each in flow.stages)
    return next((each.name for each in found if each.id == stage_id), "")


def requirement(db: Db, team: TeamInfo, task: TaskInfo) -> tuple[T, ...]:
    """What a task must meet and who judges it; nothing where nobody does."""
    if task.acceptor is None:
        return ()
    judge = roster(db, team.id).name(task.acceptor)
    key = "task-criteria" if task.row.criteria else "task-acceptor"
    return (t(key, criteria=task.row.criteria, who=f"@{judge}"),)


def _numbers(task: TaskInfo) -> str:
    return " ".join(f"#T{number}" for number in task.waits_for)


def more(task: TaskInfo) -> tuple[T, ...]:
    """Checklist, what it waits for, what it is stuck on: a line each, where there is something."""
    lines = []
    if task.items:
        done = sum(item.done_at is not None for item in task.items)
        shown = tuple(
            t("task-item", n=item.n, words=item.words, done=int(item.done_at is not None))
            for item in task.items
        )
        lines.append(t("task-items", done=done, all=len(task.items), items=shown))
    if task.waits_for:
        lines.append(t("task-waits", numbers=_numbers(task)))
    if task.row.blocked:
        lines.append(t("task-blocked-by", words=task.row.blocked))
    return tuple(lines)


def receipt(ctx: Ctx, task: TaskInfo, title: T | None = None) -> Card:
    """What was understood: the task, who and until when, what it must meet."""
    is_free = not task.owners and task.row.state == OPEN
    return Card(
        title or t("task-made", head=head(task)),
        (
            facts(ctx.db, ctx.team, task, ctx.sent_at),
            *requirement(ctx.db, ctx.team, task),
        ),
        buttons=(Button(t("task-button-claim"), f"/claim T{task.number}"),) if is_free else (),
        mentions=tuple(i for i in task.owners if i != ctx.actor.id),
        delivery=Delivery.IMPORTANT,
    )


def line(ctx: Ctx, task: TaskInfo, *, with_owners: bool = True) -> T:
    """One task in a list."""
    people = roster(ctx.db, ctx.team.id)
    due = due_words(ctx.team, task, ctx.sent_at)
    late = task.is_late(ctx.now) and not ctx.chat.is_group
    state = task.row.state
    return t(
        "task-line",
        head=short(task),
        who=t("task-line-who", who=names(people, task.owners))
        if with_owners and task.owners
        else "",
        due=t("task-line-due", date=due) if due else "",
        mark="blocked" if task.row.blocked else "late" if late else state,
        urgent=int(task.row.priority > 0),
    )


def story_of(ctx: Ctx, task: TaskInfo) -> Card:
    """Everything about a task: what is to be done and all that happened, the newest last."""
    row, steps = task.row, history(ctx.db, task.row)
    lines = [facts(ctx.db, ctx.team, task, ctx.sent_at)]
    if row.kind == PROMISE and row.promised_to is not None:
        lines.append(
            t("task-promised-to", who=f"@{roster(ctx.db, ctx.team.id).name(row.promised_to)}")
        )
    if row.origin.startswith("M"):
        lines.append(t("task-origin", origin=row.origin))
    if row.detail:
        lines.append(t("task-detail", detail=_cut(row.detail)))
    lines += [*requirement(ctx.db, ctx.team, task), *more(task)]
    shown = steps if len(steps) <= STEPS + 1 else steps[-STEPS:]
    if len(shown) < len(steps):
        lines.append(t("task-steps-more", count=len(steps) - len(shown)))
    lines += [_step(ctx, step) for step in shown]
    title = t("task-story", head=head(task), state=row.state, blocked=int(bool(row.blocked)))
    return Card(title, tuple(lines), delivery=Delivery.IMPORTANT)


def _step(ctx: Ctx, step: Step) -> T:
    people = roster(ctx.db, ctx.team.id)
    local = step.at.astimezone(ctx.team.zone)
    words: T | str = step.words
    if step.verb == "undo":
        words = t("task-did", verb=step.words)
    return t(
        "task-step",
        at=f"{local:%m-%d %H:%M}",
        who=people.name(step.member_id) if step.member_id is not None else "",
        verb=step.verb,
        words=t("task-step-words", words=_cut(words) if isinstance(words, str) else words)
        if words
        else "",
        undone=int(step.undone),
    )


def _cut(words: str, length: int = 80) -> str:
    words = " ".join(words.split())
    return words if len(words) <= length else f"{words[:length]}…"


def told(ctx: Ctx, card: Card, who: Sequence[int | None]) -> list[Card]:
    """The card, and those whom it concerns told of it: named in a group, in private elsewhere."""
    ids = [i for i in dict.fromkeys(who) if i is not None and i != ctx.actor.id]
    if ctx.chat.is_group:
        return [card.with_(mentions=tuple(dict.fromkeys((*card.mentions, *ids))))]
    private = [card.with_(to=i, buttons=card.buttons, mentions=(), question=False) for i in ids]
    return [card.with_(mentions=()), *private]
