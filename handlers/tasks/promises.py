"""`我承诺 周五前给图 @丽姐`: a word given before others and kept like a task; how often it was kept
only the one who gave it sees.
"""

from __future__ import annotations

from bot.core import due_words
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, doer, t
from bot.language.task_promises import Promise, read_promise
from handlers.tasks.cards import facts, head, line, told
from handlers.tasks.people import is_known, person, with_marks
from handlers.tasks.routing import router
from handlers.tasks.talking import proposal, written
from models import promises, tasks
from models.rosters import ACTIVE
from models.task_states import PROMISE
from models.tasks import NewTask


def read(ctx: Ctx) -> Promise | None:
    """The promise in a message; None for talk about promises."""
    if ctx.actor.state != ACTIVE:
        return None
    return read_promise(with_marks(ctx.text), ctx.local, lambda name: is_known(ctx, name))


@router.listen(read, role=Role.MEMBER)
def promised(ctx: Ctx, said: Promise) -> Answer:
    """Keep a promise in mind; an unsure date is asked first."""
    due = said.due
    if due is not None and due.ask:
        due = proposal(due, ctx.local)
        buttons = [Button(t("task-button-no-date"), f"我承诺 {said.title} {_to(said)}".strip())]
        if due.start is not None and not due.recurrence:
            words = f"我承诺 {written(due)} {said.title} {_to(said)}".strip()
            buttons.insert(0, Button(t("common-yes"), words, ("是", "对")))
        title = t("task-ask-date", title=said.title[:40])
        return Card(title, (due_words.ask(due, ctx.local),), buttons=tuple(buttons), question=True)
    to = person(ctx, said.to) if said.to else None
    value = None if due is None or due.recurrence else due.end or due.start
    made = tasks.create(
        ctx.db,
        ctx.team,
        NewTask(
            title=said.title,
            owners=(ctx.actor.id,),
            due=tasks.deadline(ctx.team, value) if value is not None else None,
            kind=PROMISE,
            promised_to=to.id if to is not None else None,
        ),
        doer(ctx),
    )
    card = Card(
        t("task-promised", head=head(made), to=f" @{to.name}" if to is not None else ""),
        (facts(ctx.db, ctx.team, made, ctx.sent_at),),
    )
    return told(ctx, card, [made.row.promised_to])


def _to(said: Promise) -> str:
    return f"@{said.to}" if said.to else ""


@router.command("promises", "承诺", "我的承诺", "说到做到", "promise", role=Role.MEMBER, whole=True)
def mine(ctx: Ctx) -> Answer:
    """List one's own open promises; in private also how many were kept."""
    found = ctx.commands.find(ctx.text)
    if found is None or (found.line.strip() and not found.typed):
        return None
    if found.line.strip():
        said = read_promise(f"我承诺 {found.line}", ctx.local, lambda name: is_known(ctx, name))
        if said is None:
            raise Refusal("task-promise-what")
        return promised(ctx, said)
    open_ = promises.open_of(ctx.db, ctx.team.id, ctx.actor.id)
    lines = [line(ctx, each, with_owners=False) for each in open_[:12]]
    if not ctx.chat.is_group:
        kept = promises.record_of(ctx.db, ctx.team.id, ctx.actor.id, ctx.now)
        if kept.counted:
            lines.append(t("task-kept", kept=kept.kept, all=kept.counted, percent=kept.percent))
    return Card(t("task-promises", count=len(open_)), tuple(lines))
