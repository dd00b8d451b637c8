"""Drafts in words: the whole for leads, and each member's own share."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.goal_words import figure, spoken, target
from bot.kit import Button, Card, Ctx, Expect, T, t
from handlers.goals.words import names
from models import goal_splits
from models.chats import private_chat
from models.goal_bases import EVEN
from models.goal_splits import ANSWERED, Draft, Share

# Shares that one card lists.
SHOWN = 9
# Figures by hand up to this, in minor units, are weights.
WEIGHTS = 100_00
_CONFIRM = ("确认", "confirm")
SPLIT, SHARE = "goal_split", "goal_share"


def heading(ctx: Ctx, draft: Draft) -> dict[str, str | int | T]:
    """Which draft it is, of what, and by what."""
    return {
        "number": draft.number,
        "who": draft.goal.title or t("goal-team"),
        "span": spoken(draft.goal.period, ctx.today),
        "target": target(draft.goal),
        "basis": draft.basis,
    }


def draft_card(ctx: Ctx, draft: Draft, *, title: T | None = None) -> Card:
    """All shares with what they are based on and what was said to them, for a lead."""
    lines = [] if title is None else [t("goal-draft", **heading(ctx, draft))]
    lines += [_share_line(ctx, draft, share) for share in draft.shares[:SHOWN]]
    more = len(draft.shares) - SHOWN
    if more > 0:
        lines.append(t("goal-draft-more", count=more))
    lines.append(sum_line(draft))
    silent = unreached(ctx, (share.member_id for share in draft.shares))
    if silent:
        lines.append(t("goal-draft-unreached", names=silent))
    number = draft.number
    buttons = [Button(t("goal-button-confirm"), f"/split GS{number} confirm", _CONFIRM)]
    if draft.wishes:
        buttons.append(Button(t("goal-button-adopt"), f"/split GS{number} adopt", ("采纳",)))
    if draft.total != draft.goal.target:
        buttons.append(Button(t("goal-button-balance"), f"/split GS{number} balance", ("补齐",)))
    buttons.append(Button(t("goal-button-drop"), f"/split GS{number} drop", ("放弃",)))
    return Card(
        title or t("goal-draft", **heading(ctx, draft)),
        tuple(lines),
        note=t("goal-draft-note"),
        buttons=tuple(buttons),
        question=True,
        expect=Expect(SPLIT, number),
    )


def _share_line(ctx: Ctx, draft: Draft, share: Share) -> T:
    return t(
        "goal-draft-line",
        name=names(ctx.db, ctx.team.id, (share.member_id,))[0],
        target=figure(draft.goal, share.target),
        base=base_words(draft, share, short=True),
        state=share.state,
        wish=figure(draft.goal, share.wish or 0),
        why=t("goal-draft-why", words=share.words[:30]) if share.words else "",
    )


def base_words(draft: Draft, share: Share, *, short: bool = False) -> T:
    """What a share is based on."""
    basis = draft.basis
    value: T | str = ""
    if share.base is not None:
        value = str(share.base) if basis == EVEN else figure(draft.goal, share.base)
        if basis == goal_splits.HAND:
            # Larger figures by hand are the share itself.
            is_weight = share.base <= WEIGHTS
            value = t("goal-base-weight", value=f"{share.base / 100:g}") if is_weight else ""
    known = int(share.base is not None)
    return t("goal-base-short" if short else "goal-base", basis=basis, value=value, known=known)


def sum_line(draft: Draft) -> T:
    """What the shares come to, and what that is to the whole."""
    gap = draft.total - draft.goal.target
    answered = sum(share.state in ANSWERED for share in draft.shares)
    return t(
        "goal-draft-sum",
        total=figure(draft.goal, draft.total),
        gap=figure(draft.goal, abs(gap)),
        sign="equal" if not gap else "over" if gap > 0 else "under",
        answered=answered,
        count=len(draft.shares),
    )


def unreached(ctx: Ctx, ids: Iterable[int]) -> tuple[str, ...]:
    """Who cannot be told in private."""
    silent = [one for one in ids if private_chat(ctx.db, one) is None]
    return names(ctx.db, ctx.team.id, silent)


def share_card(ctx: Ctx, draft: Draft, share: Share, *, changed: bool = False) -> Card:
    """A member's own share, with what it is based on and how to answer."""
    number = draft.number
    return Card(
        t(
            "goal-share-told",
            giver=ctx.actor.name,
            share=target(draft.goal, share.target),
            changed=int(changed),
            **heading(ctx, draft),
        ),
        lines=(base_words(draft, share), t("goal-share-note")),
        buttons=(
            Button(t("goal-button-agree"), f"/split GS{number} accept", ("同意", "好")),
            Button(t("goal-button-decline"), f"/split GS{number} decline", ("不接",)),
        ),
        question=True,
        expect=Expect(SHARE, number),
        to=share.member_id,
    )
