"""目标拆分: shares are drafted, answered and confirmed; or a goal is split over its time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, t
from bot.language.goal_splits import SplitWords, read_answer, read_split
from handlers.goals.answering import answered, run_step
from handlers.goals.drafts import SHARE, SPLIT, WEIGHTS, draft_card, heading, share_card
from handlers.goals.parts import over_time
from handlers.goals.routing import router
from handlers.goals.words import Owner, owner_called, terms
from models import goal_bases, goal_splits, goals, membership
from models.goal_splits import Draft
from models.goals import NewGoal
from models.rosters import roster
from models.values import Metric

_BASES = (("even", "平均"), ("last_year", "按去年"), ("ability", "按能力"))
_DRAFT = re.compile(r"#?GS([0-9]{1,9})(?![A-Za-z0-9])", re.IGNORECASE)
_STEPS = frozenset({"confirm", "anyway", "drop", "balance", "adopt", "keep", "settle"})
_ANSWERS = frozenset({"accept", "decline", "counter"})


@router.command("split", "目标拆分", "拆目标", role=Role.MEMBER, whole=True)
def split(ctx: Ctx) -> Answer:
    """Draft shares, answer them, or split a goal over its time: `目标拆分 6月 300000 按去年`."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    words = _read(ctx, called.line)
    if words is None or (words.step == "draft" and not _is_meant(words)):
        if called.typed or (words is None and not called.glued and _has_digit(called.line)):
            raise Refusal("goal-split-how")
        return None
    return run(ctx, words)


def _read(ctx: Ctx, line: str) -> SplitWords | None:
    known = roster(ctx.db, ctx.team.id).names
    return read_split(line, ctx.today, terms(ctx), lambda name: name in known)


def _is_meant(words: SplitWords) -> bool:
    goal = words.goal
    return bool(
        words.basis or words.figures or goal.period or goal.target or goal.fault or goal.number
    )


def _has_digit(line: str) -> bool:
    return any(sign.isdigit() for sign in line)


def run(ctx: Ctx, words: SplitWords) -> Answer:
    """Do what was said about drafts."""
    if words.step in _ANSWERS:
        return answered(ctx, words)
    if words.step in _STEPS:
        return run_step(ctx, words)
    if words.step == "time":
        return over_time(ctx, words)
    return _show(ctx, words) if words.step == "show" else _draft(ctx, words)


@router.reply(SPLIT, role=Role.LEAD)
def to_draft(ctx: Ctx, number: int, text: str) -> Answer:
    """What a lead says to the card of a draft."""
    words = _read(ctx, text)
    if words is None or words.step not in _STEPS:
        return None
    words.draft = number
    return run_step(ctx, words)


@router.reply(SHARE, role=Role.MEMBER)
def to_share(ctx: Ctx, number: int, text: str) -> Answer:
    """What a member says to the card of the own share."""
    words = read_answer(text)
    if words is None:
        return None
    words.draft = number
    return answered(ctx, words)


@router.command("confirm_split", "确认", role=Role.MEMBER, whole=True, letter=goal_splits.LETTER)
def confirm(ctx: Ctx) -> Answer:
    """Make a draft's shares the members' goals: `确认 GS3`, or 确认 as an answer to its card."""
    return _named(ctx, SplitWords("confirm"))


@router.command("amend_split", "改", role=Role.MEMBER, whole=True, letter=goal_splits.LETTER)
def amend(ctx: Ctx) -> Answer:
    """Propose another figure for the own share: `改 GS3 25000 因为…`, or 改 25000 to its card."""
    return _named(ctx, None)


def _named(ctx: Ctx, words: SplitWords | None) -> Answer:
    """A word about a draft that the line or its quote names."""
    quote = ctx.incoming.quote
    called = ctx.commands.find(ctx.text, quote.text if quote is not None else "")
    line = called.line if called is not None else ""
    found = _DRAFT.search(line) or (_DRAFT.search(quote.text) if quote is not None else None)
    if words is None:
        words = read_answer(f"改 {_DRAFT.sub('', line, count=1).strip()}")
    if found is None or words is None:
        if found is not None or (called is not None and called.typed):
            raise Refusal("goal-share-how")
        # A draft of something else, or talk.
        return None
    words.draft = int(found[1])
    return answered(ctx, words) if words.step == "counter" else run_step(ctx, words)


def _said_alone(ctx: Ctx) -> SplitWords | None:
    """An answer in private, without a quote, of somebody who has a share in a draft."""
    if ctx.chat.is_group or ctx.incoming.quote is not None or len(ctx.text) > 240:
        return None
    words = read_answer(ctx.text)
    if words is None or not goal_splits.opened_of(ctx.db, ctx.team.id, ctx.actor.id):
        return None
    return words


@router.listen(_said_alone, role=Role.MEMBER)
def said_alone(ctx: Ctx, words: SplitWords) -> Answer:
    """Take it as said to the newest draft."""
    return answered(ctx, words)


def _show(ctx: Ctx, words: SplitWords) -> Answer:
    """The open draft: the whole to leads in private, to others their own share."""
    found = goal_splits.opened(ctx.db, ctx.team.id)
    if words.draft is not None:
        found = [goal_splits.require(ctx.db, ctx.team.id, words.draft)]
    if not found:
        raise Refusal("goal-split-how")
    if ctx.actor.role >= Role.LEAD:
        return _in_private(ctx, found[0], draft_card(ctx, found[0]))
    share = found[0].share(ctx.actor.id)
    if share is None:
        raise Refusal("goal-share-none")
    return _in_private(ctx, found[0], share_card(ctx, found[0], share))


def _in_private(ctx: Ctx, draft: Draft, card: Card) -> Sequence[Card]:
    """A card that is for one person alone; the group reads where it went."""
    if not ctx.chat.is_group:
        return [card.with_(to=None)]
    return [Card(t("goal-draft-private", **heading(ctx, draft))), card.with_(to=ctx.actor.id)]


def _draft(ctx: Ctx, words: SplitWords) -> Answer:
    """Draft the shares, and send each member the own one."""
    if ctx.actor.role < Role.LEAD and not (words.basis or words.figures):
        raise Refusal("goal-split-how")
    membership.require(ctx.db, ctx.actor, Role.LEAD)
    wanted = _wanted(ctx, words)
    if not words.basis and not words.figures:
        return _ask_basis(words, wanted)
    by_hand = _by_hand(ctx, words, wanted)
    draft = goal_splits.draft(
        ctx.db,
        ctx.team,
        ctx.actor,
        wanted,
        basis=words.basis if not by_hand else goal_bases.HAND,
        now=ctx.now,
        by_hand=by_hand,
    )
    told = [share_card(ctx, draft, share) for share in draft.shares]
    card = draft_card(ctx, draft)
    if not ctx.chat.is_group:
        return [card, *told]
    public = Card(
        t("goal-draft", **heading(ctx, draft)),
        (t("goal-draft-public", count=len(draft.shares)),),
    )
    return [public, card.with_(to=ctx.actor.id), *told]


def _wanted(ctx: Ctx, words: SplitWords) -> NewGoal:
    """The whole that is to be split: as said, as the goal there is, or as the figures add up."""
    said = words.goal
    if said.fault:
        raise Refusal(f"goal-bad-{said.fault}")
    if said.number is not None:
        found = goals.require(ctx.db, ctx.team.id, said.number)
        if found.member_id is not None:
            raise Refusal("goal-split-own", number=found.number)
        return NewGoal(
            None, found.metric, found.period, said.target or found.target, found.title,
            found.subject, found.unit,
        )  # fmt: skip
    if said.period is None:
        raise Refusal("goal-split-how")
    owner = owner_called(ctx, said.who) if said.who else Owner()
    if owner is None:
        raise Refusal("goal-unknown-member", name=said.who.lstrip("@")[:20])
    if owner.member is not None:
        raise Refusal("goal-split-person", name=owner.member.name)
    new = NewGoal(
        None, said.metric, said.period, said.target or 0, owner.title, said.subject, said.unit
    )
    if new.target:
        return new
    held = goals.same(ctx.db, ctx.team.id, new)
    figures = [figure for _, figure in words.figures]
    if figures and max(figures) > WEIGHTS and held is None and new.metric is Metric.AMOUNT:
        return NewGoal(None, new.metric, new.period, sum(figures), owner.title)
    if held is None:
        raise Refusal("goal-split-how-much")
    return NewGoal(None, new.metric, new.period, held.target, owner.title, held.subject, held.unit)


def _by_hand(ctx: Ctx, words: SplitWords, wanted: NewGoal) -> Mapping[int, int]:
    """Weights or shares by hand; raises Refusal for shares that are not the whole."""
    found: dict[int, int] = {}
    for name, figure in words.figures:
        member = roster(ctx.db, ctx.team.id).find(name)
        if member is None or member.id in found:
            raise Refusal("goal-split-twice", name=name[:20])
        found[member.id] = figure
    unit = 1 if wanted.metric is Metric.AMOUNT else 100
    total = sum(found.values()) // unit
    if found and max(found.values()) > WEIGHTS and total != wanted.target:
        gap = abs(total - wanted.target)
        scale = 100 if wanted.metric is Metric.AMOUNT else 1
        raise Refusal(
            "goal-split-sum",
            total=f"{total / scale:,g}",
            target=f"{wanted.target / scale:,g}",
            gap=f"{gap / scale:,g}",
        )
    return found


def _ask_basis(words: SplitWords, wanted: NewGoal) -> Card:
    said = words.goal
    whose = said.who or "团队"
    value = wanted.target
    figure = f"{value / 100:g}元" if wanted.metric is Metric.AMOUNT else f"{value}{wanted.unit}"
    what = {Metric.NEW: "新客", Metric.REPEAT: "复购"}.get(wanted.metric, wanted.subject)
    if wanted.metric is Metric.ORDERS:
        figure = f"{value}单"
    line = f"{whose} {said.when} {what} {figure}"
    if said.number is not None:
        line = f"G{said.number}"
    options = tuple(
        Button(t(f"goal-basis-{name.replace('_', '-')}"), f"/split {line} {word}", (word,))
        for name, word in _BASES
    )
    return Card(t("goal-ask-basis"), buttons=options, question=True)
