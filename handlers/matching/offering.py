"""Asking somebody to take a task: in the group with the reasons, and in private."""

from __future__ import annotations

from collections.abc import Sequence

from bot.kit import Button, Card, Ctx, Delivery, MemberInfo, T, WakeCtx, t
from handlers.matching.reasons import name_of, reasons, task_words
from models import offers, reminders
from models.chats import private_chat
from models.matching import Fit
from models.tasks import TaskInfo

# What answers the question about somebody who has much to do, besides the digits.
_STILL, _OTHER, _LATER = ("仍派", "还是派"), ("换", "换人"), ("先放着", "放着")


def propose(
    ctx: Ctx,
    task: TaskInfo,
    fits: Sequence[Fit],
    *,
    asker: MemberInfo,
    is_named: bool = False,
    is_sure: bool = False,
) -> list[Card]:
    """Ask the first of the fits; who gives the task is asked first where that is too much, and told
    where nobody is left. `is_named` tells that it was not we who chose.
    """
    if not fits:
        return for_asker(ctx, asker, _nobody(ctx, task))
    doubt = None if is_sure else _doubt(ctx, fits[0])
    if doubt is not None:
        return for_asker(ctx, asker, _whether(ctx, task, fits, doubt))
    made = offers.offer(ctx.db, ctx.team, task, asker, fits=fits, now=ctx.now)
    member_id = fits[0].person.id
    mine = Card(
        t("matching-for-you", task=task_words(ctx, task)),
        lines=(t("matching-because", reasons=reasons(ctx, fits[0])),),
        note=_how(ctx, member_id),
        buttons=answers(task),
        to=member_id,
        delivery=Delivery.IMPORTANT,
    )
    if ctx.chat.is_group:
        return [public(ctx, task, fits, is_named=is_named), mine]
    is_reached = private_chat(ctx.db, member_id) is not None
    if not is_reached:
        reminders.remind(
            ctx.db, ctx.team.id, offers.JOB, made.row.id, at=ctx.now, step=offers.ANNOUNCE
        )
    note = t(
        "matching-asked" if is_reached else "matching-asked-group", name=name_of(ctx, member_id)
    )
    here = public(ctx, task, fits, is_named=is_named).with_(note=note, buttons=(), mentions=())
    return [*([here] if ctx.actor.id == asker.id else []), mine]


def public(
    ctx: Ctx | WakeCtx, task: TaskInfo, fits: Sequence[Fit], *, is_named: bool = False
) -> Card:
    """The proposal for all to see: who and why, who stands by, and how to answer."""
    best, backup = fits[0], fits[1] if len(fits) > 1 else None
    name = name_of(ctx, best.person.id)
    key = "matching-named" if is_named else "matching-best"
    lines = [t(key, name=name, reasons=reasons(ctx, best))]
    if best.short and not is_named:
        lines.insert(0, t("matching-nobody-can"))
    if backup is not None:
        why = reasons(ctx, backup, in_full=False)
        lines.append(t("matching-backup", name=name_of(ctx, backup.person.id), reasons=why))
    return Card(
        t("matching-proposal", task=task_words(ctx, task)),
        lines=tuple(lines),
        note=t("matching-answer", name=name),
        buttons=answers(task),
        mentions=(best.person.id,),
        delivery=Delivery.IMPORTANT,
    )


def answers(task: TaskInfo) -> tuple[Button, ...]:
    """The two answers to an offer; they stay good after ten minutes."""
    return (
        Button(t("matching-button-take"), f"/take T{task.number}"),
        Button(t("matching-button-pass"), f"/pass T{task.number}"),
    )


def _how(ctx: Ctx, member_id: int) -> T:
    used = offers.has_declined_freely(ctx.db, ctx.team, member_id, ctx.now)
    return t("matching-how-why" if used else "matching-how-free")


def _doubt(ctx: Ctx, fit: Fit) -> T | None:
    """Why somebody should not be asked without asking who gives the task: full, or away."""
    name, person = name_of(ctx, fit.person.id), fit.person
    if fit.is_away:
        return t("matching-doubt-away", name=name)
    if not person.free:
        return t("matching-doubt-full", name=name, open=person.in_hand, capacity=person.capacity)
    return None


def _whether(ctx: Ctx, task: TaskInfo, fits: Sequence[Fit], doubt: T) -> Card:
    """The question whether it is to be this one all the same."""
    buttons = [Button(t("matching-button-still"), _offer(task, fits[0]), words=_STILL)]
    # The first who has room; where nobody has, the next one.
    others = sorted(fits[1:], key=lambda each: not each.person.free)
    if others:
        name = name_of(ctx, others[0].person.id)
        buttons.append(
            Button(t("matching-button-other", name=name), _other(task, others[0]), words=_OTHER)
        )
    buttons.append(Button(t("matching-button-later"), "/dismiss keep", words=_LATER))
    return Card(
        t("matching-whether", task=task_words(ctx, task)),
        lines=(doubt,),
        buttons=tuple(buttons),
        question=True,
    )


def _offer(task: TaskInfo, fit: Fit) -> str:
    return f"/offer T{task.number} @#{fit.person.id}"


def _other(task: TaskInfo, fit: Fit) -> str:
    """Who is asked instead may be full too, and then the question comes again."""
    return f"/dispatch T{task.number} @#{fit.person.id}"


def _nobody(ctx: Ctx, task: TaskInfo) -> Card:
    return Card(
        t("matching-nobody", task=task_words(ctx, task)),
        note=t("matching-nobody-note", number=task.number),
    )


def for_asker(ctx: Ctx, asker: MemberInfo, card: Card) -> list[Card]:
    """A card for who gives the task: here where they speak, else in private, else to the group."""
    if ctx.actor.id == asker.id:
        return [card]
    if private_chat(ctx.db, asker.id) is not None:
        return [card.with_(to=asker.id)]
    return [card.with_(asks=asker.id, mentions=(asker.id,))] if ctx.chat.is_group else []
