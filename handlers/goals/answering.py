"""Members answer their shares, and leads decide: until 确认 nothing is anybody's goal."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.goal_words import figure, target
from bot.kit import Answer, Button, Card, Ctx, Delivery, Expect, Refusal, Role, T, t
from bot.language.goal_splits import SplitWords
from handlers.goals.drafts import SPLIT, draft_card, heading, share_card, sum_line
from models import goal_confirming, goal_splits, membership
from models.goal_confirming import Confirmed
from models.goal_splits import ACCEPTED, COUNTERED, DECLINED, DRAFTED, Draft
from models.rosters import roster
from models.values import Metric

_STATES = {"accept": ACCEPTED, "decline": DECLINED, "counter": COUNTERED}
# Goals that the card of a confirmation lists.
SHOWN = 10


def answered(ctx: Ctx, words: SplitWords) -> Answer:
    """Note what a member says to the own share, and tell who drafted it."""
    draft = _own_draft(ctx, words)
    wish = _in_measure(draft, words.wish) if words.step == "counter" else None
    before = draft.share(ctx.actor.id)
    state = _STATES[words.step]
    if before is not None and wish == before.target:
        state, wish = ACCEPTED, None
    draft = goal_splits.answer(ctx.db, draft, ctx.actor, state, wish=wish, words=words.reason)
    share = draft.share(ctx.actor.id)
    if share is None:
        raise Refusal("goal-share-none")
    said = {
        "state": state,
        "share": target(draft.goal, share.target),
        "wish": target(draft.goal, share.wish or 0),
        "name": ctx.actor.name,
        "span": heading(ctx, draft)["span"],
    }
    told = Card(t("goal-share-answered", **said))
    lines = [t("goal-reason", words=words.reason[:100])] if words.reason else []
    name, number = ctx.actor.name, draft.number
    buttons = [Button(t("goal-button-show"), f"/split GS{number}")]
    if state == COUNTERED:
        buttons.insert(0, Button(t("goal-button-adopt-one"), f"/split GS{number} adopt @{name}"))
        buttons.insert(1, Button(t("goal-button-keep-one"), f"/split GS{number} keep @{name}"))
    news = Card(
        t("goal-share-news", number=number, **said),
        (*lines, sum_line(draft)),
        buttons=tuple(buttons),
        expect=Expect(SPLIT, number),
        to=draft.made_by,
    )
    return [told, news] if draft.made_by != ctx.actor.id else [told]


def _own_draft(ctx: Ctx, words: SplitWords) -> Draft:
    if words.draft is not None:
        return goal_splits.require(ctx.db, ctx.team.id, words.draft)
    found = goal_splits.opened_of(ctx.db, ctx.team.id, ctx.actor.id)
    return _only(found, "own", none="goal-share-none")


def _only(found: list[Draft], step: str, *, none: str) -> Draft:
    """The one draft that can be meant; raises Refusal where there is none, or several."""
    if not found:
        raise Refusal(none)
    if len(found) > 1:
        numbers = " ".join(f"GS{each.number}" for each in found)
        raise Refusal("goal-split-which", step=step, numbers=numbers, number=found[0].number)
    return found[0]


def _in_measure(draft: Draft, minor: int | None) -> int:
    """A figure as it was typed, in the measure of the draft; raises Refusal for no count."""
    if minor is None or minor <= 0:
        raise Refusal("goal-share-how")
    if draft.goal.metric is Metric.AMOUNT:
        return minor
    if minor % 100:
        raise Refusal("goal-share-how")
    return minor // 100


def run_step(ctx: Ctx, words: SplitWords) -> Answer:
    """What a lead does with a draft."""
    membership.require(ctx.db, ctx.actor, Role.LEAD)
    draft = _draft(ctx, words)
    if draft.state != goal_splits.OPEN:
        raise Refusal("goal-split-over", number=draft.number)
    if words.step == "drop":
        return _dropped(ctx, draft)
    if words.step == "balance":
        return _balanced(ctx, draft)
    if words.step in ("confirm", "anyway"):
        return _confirm(ctx, draft, is_sure=words.step == "anyway")
    return _decided(ctx, draft, words)


def _draft(ctx: Ctx, words: SplitWords) -> Draft:
    if words.draft is not None:
        return goal_splits.require(ctx.db, ctx.team.id, words.draft)
    return _only(goal_splits.opened(ctx.db, ctx.team.id), "lead", none="goal-split-how")


def _dropped(ctx: Ctx, draft: Draft) -> list[Card]:
    goal_splits.drop(ctx.db, ctx.actor, draft)
    card = Card(t("goal-draft-dropped", **heading(ctx, draft)))
    others = [share.member_id for share in draft.shares if share.member_id != ctx.actor.id]
    return [card, *(card.with_(to=one) for one in others)]


def _balanced(ctx: Ctx, draft: Draft) -> list[Card]:
    draft, changed = goal_splits.balance(ctx.db, ctx.actor, draft)
    title = t("goal-draft-balanced", count=len(changed))
    told = [
        share_card(ctx, draft, share, changed=True)
        for share in draft.shares
        if share.member_id in changed
    ]
    return [_private(ctx, draft_card(ctx, draft, title=title)), *told]


def _private(ctx: Ctx, card: Card) -> Card:
    return card.with_(to=ctx.actor.id) if ctx.chat.is_group else card


def _decided(ctx: Ctx, draft: Draft, words: SplitWords) -> list[Card]:
    """Take what members propose, leave it as drafted, or give a share by hand."""
    targets = _targets(ctx, draft, words)
    draft = goal_splits.settle(ctx.db, ctx.actor, draft, targets)
    told = [
        Card(
            t(
                "goal-share-decided",
                step=words.step,
                giver=ctx.actor.name,
                share=target(draft.goal, value),
                **heading(ctx, draft),
            ),
            to=member_id,
        )
        for member_id, value in targets.items()
        if member_id != ctx.actor.id
    ]
    return [_private(ctx, draft_card(ctx, draft, title=t("goal-draft-decided"))), *told]


def _targets(ctx: Ctx, draft: Draft, words: SplitWords) -> Mapping[int, int]:
    people = roster(ctx.db, ctx.team.id)
    if words.step == "settle":
        members = {people.find(name): value for name, value in words.figures}
        return {m.id: _in_measure(draft, value) for m, value in members.items() if m is not None}
    named = {m.id for name, _ in words.figures if (m := people.find(name)) is not None}
    wishes = [share for share in draft.wishes if not named or share.member_id in named]
    if not wishes:
        raise Refusal("goal-share-no-wish")
    is_taken = words.step == "adopt"
    return {s.member_id: (s.wish or 0) if is_taken else s.target for s in wishes}


def _confirm(ctx: Ctx, draft: Draft, *, is_sure: bool) -> Answer:
    number = draft.number
    if draft.wishes:
        options = (
            Button(t("goal-button-adopt"), f"/split GS{number} adopt", ("采纳",)),
            Button(t("goal-button-keep"), f"/split GS{number} keep", ("按原来",)),
        )
        title = t("goal-confirm-wishes", count=len(draft.wishes))
        return _private(ctx, Card(title, buttons=options, question=True))
    if draft.total != draft.goal.target and not is_sure:
        options = (
            Button(t("goal-button-anyway"), f"/split GS{number} anyway", ("照这样",)),
            Button(t("goal-button-balance"), f"/split GS{number} balance", ("补齐",)),
        )
        return _private(ctx, Card(sum_line(draft), buttons=options, question=True))
    done = goal_confirming.confirm(ctx.db, ctx.team, ctx.actor, draft, now=ctx.now)
    return [_confirmed(ctx, done), *_told(ctx, done)]


def _confirmed(ctx: Ctx, done: Confirmed) -> Card:
    draft = done.draft
    people = roster(ctx.db, ctx.team.id)
    parts = tuple(
        t(
            "goal-confirmed-one",
            name=people.name(goal.member_id or 0),
            target=figure(goal, goal.target),
        )
        for goal, _ in done.goals[:SHOWN]
    )
    more = max(0, len(done.goals) - SHOWN)
    total = figure(draft.goal, draft.total)
    lines = [t("goal-confirmed-all", parts=parts, more=more), _whole(draft, done)]
    silent = sum(share.state == DRAFTED for share in draft.shares)
    if silent:
        lines.append(t("goal-confirmed-silent", count=silent))
    return Card(
        t("goal-confirmed", count=len(done.goals), total=total, **heading(ctx, draft)),
        tuple(lines),
        delivery=Delivery.IMPORTANT,
    )


def _whole(draft: Draft, done: Confirmed) -> T:
    """What became of the goal of the whole, and how the shares stand to it."""
    whole = done.whole
    if whole is None:
        return t("goal-whole-none")
    before = done.whole_before
    is_changed = before is not None and before.number != whole.number
    gap = draft.total - whole.target
    return t(
        "goal-whole",
        who=draft.goal.title or t("goal-team"),
        target=target(whole),
        before=t("goal-whole-before", target=target(before)) if before and is_changed else "",
        gap=figure(whole, abs(gap)),
        sign="equal" if not gap else "over" if gap > 0 else "under",
    )


def _told(ctx: Ctx, done: Confirmed) -> list[Card]:
    return [
        Card(
            t(
                "goal-share-set",
                span=heading(ctx, done.draft)["span"],
                share=target(goal),
                number=goal.number,
            ),
            note=t("goal-told-note", number=goal.number),
            to=goal.member_id,
        )
        for goal, _ in done.goals
        if goal.member_id != ctx.actor.id
    ]
