"""`接` and `让`: what somebody says who is asked to take a task, and what follows."""

from __future__ import annotations

import re
import unicodedata

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, WakeCtx, t
from handlers.matching.offering import for_asker, propose, public
from handlers.matching.reasons import name_of, task_words
from handlers.matching.routing import router
from models import dispatching, offers, tasks
from models.chats import private_chat
from models.offers import Offer
from models.rosters import roster
from models.task_changes import Doer

_REF = re.compile(r"#?[Tt](\d{1,9})(?![\dA-Za-z])\s*(.*)", re.DOTALL)
_BECAUSE = re.compile(
    r"(?:因为|由于|原因是?|理由是?|because)[:,\s]*(.*)", re.DOTALL | re.IGNORECASE
)
_END = "。.!~ "


@router.command("take", "接", "我接", role=Role.MEMBER, whole=True)
def take(ctx: Ctx) -> Answer:
    """Take the task one is asked about."""
    line, typed = _line(ctx)
    match = _REF.fullmatch(line)
    if line.strip(_END) and (match is None or match[2].strip(_END)):
        return None
    found = _asked(ctx, match, typed, "take")
    if not isinstance(found, Offer):
        return found
    task = offers.take(ctx.db, ctx.team, found, Doer(ctx.actor, ctx.now, ctx.source))
    words = task_words(ctx, task)
    card = Card(
        t("matching-taken", task=words, name=ctx.actor.name),
        note=t("matching-taken-note", number=task.number),
    )
    asker = roster(ctx.db, ctx.team.id).members[found.row.asked_by]
    if ctx.chat.is_group or asker.id == ctx.actor.id:
        return card
    told = Card(t("matching-taken-told", task=words, name=ctx.actor.name))
    return [card, *for_asker(ctx, asker, told)]


@router.command("pass", "让", "我让", "不接", role=Role.MEMBER, whole=True)
def decline(ctx: Ctx) -> Answer:
    """Say no to the task one is asked about: once a week without a reason."""
    line, typed = _line(ctx)
    match = _REF.fullmatch(line)
    rest = match[2] if match is not None else line
    because = _BECAUSE.fullmatch(rest.strip())
    if match is None and rest.strip(_END) and because is None:
        return None
    found = _asked(ctx, match, typed, "pass")
    if not isinstance(found, Offer):
        return found
    reason = (because[1] if because is not None else rest).strip(f"{_END},:")
    offers.decline(ctx.db, ctx.team, found, Doer(ctx.actor, ctx.now, ctx.source), reason=reason)
    note = None if reason else t("matching-passed-free")
    card = Card(t("matching-passed", number=found.task.number), note=note)
    return [card, *_after_no(ctx, found, reason)]


def _line(ctx: Ctx) -> tuple[str, bool]:
    called = ctx.commands.find(ctx.text)
    if called is None:
        return "", False
    line = unicodedata.normalize("NFKC", called.line).strip()
    return line, called.typed or ctx.is_press


def _asked(ctx: Ctx, match: re.Match[str] | None, typed: bool, verb: str) -> Offer | Answer:
    """The offer that an answer is for; silence for a word of somebody who was asked nothing."""
    found = offers.open_to(ctx.db, ctx.team.id, ctx.actor.id)
    if match is not None:
        number = int(match[1])
        mine = next((each for each in found if each.task.number == number), None)
        if mine is None and (typed or not match[2]):
            raise _not_asked(ctx, number)
        return mine
    if not found:
        if typed:
            raise Refusal("matching-nothing-asked")
        return None
    return found[0] if len(found) == 1 else _which(ctx, found, verb)


def _not_asked(ctx: Ctx, number: int) -> Refusal:
    """Why there is nothing to answer about a task."""
    task = tasks.require(ctx.db, ctx.team.id, number)
    if ctx.actor.id in task.owners:
        return Refusal("task-yours-already", number=number)
    if task.owners:
        who = " ".join(f"@{name_of(ctx, i)}" for i in task.owners)
        return Refusal("task-taken", number=number, who=who)
    return Refusal("matching-not-asked", number=number)


def _which(ctx: Ctx, found: list[Offer], verb: str) -> Card:
    """The question which of several tasks is meant."""
    buttons = tuple(
        Button(task_words(ctx, each.task), f"/{verb} T{each.task.number}") for each in found[:9]
    )
    return Card(t("matching-which", verb=verb), buttons=buttons, question=True)


def _after_no(ctx: Ctx, found: Offer, reason: str) -> list[Card]:
    """Tell who asked what was said, and ask the next one."""
    asker = roster(ctx.db, ctx.team.id).members[found.row.asked_by]
    task = tasks.require(ctx.db, ctx.team.id, found.task.number)
    fits = dispatching.next_fits(ctx.db, ctx.team, found, ctx.now)
    following = propose(ctx, task, fits, asker=asker)
    is_seen = ctx.chat.is_group and not reason
    if asker.id == ctx.actor.id or is_seen or private_chat(ctx.db, asker.id) is None:
        return following
    key = "matching-passed-why" if reason else "matching-passed-told"
    words = {"reason": reason} if reason else {}
    title = t(key, name=ctx.actor.name, task=task_words(ctx, task), **words)
    asked = offers.asked_now(ctx.db, ctx.team.id, task)
    note = t("matching-next-asked", name=name_of(ctx, asked)) if asked is not None else None
    return [Card(title, note=note, to=asker.id), *following]


@router.reminder(offers.JOB)
def remind(ctx: WakeCtx) -> Answer:
    """Tell the group what a private word could not, and who asked that nobody has answered."""
    cards = []
    for wake in ctx.due:
        found = offers.find(ctx.db, ctx.team.id, wake.subject)
        if found is None:
            continue
        if wake.step == offers.ANNOUNCE:
            cards.append(_announced(ctx, found))
        else:
            cards.append(_unanswered(ctx, found))
    return cards


def _announced(ctx: WakeCtx, found: Offer) -> Card:
    people = roster(ctx.db, ctx.team.id).members
    ids = [i for i in (found.row.member_id, found.row.backup_id) if i is not None]
    fits = [dispatching.named(ctx.db, ctx.team, found.task, people[i], ctx.now) for i in ids]
    return public(ctx, found.task, fits)


def _unanswered(ctx: WakeCtx, found: Offer) -> Card:
    number, backup = found.task.number, found.row.backup_id
    buttons = [Button(t("matching-button-wait"), "/dismiss keep")]
    if backup is not None:
        name = name_of(ctx, backup)
        line = f"/dispatch T{number} @#{backup}"
        buttons.append(Button(t("matching-button-other", name=name), line))
    title = t(
        "matching-unanswered",
        name=name_of(ctx, found.row.member_id),
        task=task_words(ctx, found.task),
    )
    return Card(title, buttons=tuple(buttons), question=True, to=found.row.asked_by)
