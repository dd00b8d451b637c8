"""Goals are set, replaced and given up: 目标 本月 30000, 目标 G7 25000 因为…, 取消 G4, 撤销 G4."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.goal_words import target
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, t
from bot.language.goal_terms import GoalWords
from bot.language.goals import read_goal
from handlers.goals.asking import ask_period, ask_product, ask_unit, products_by, unit_of
from handlers.goals.board import board
from handlers.goals.curve import curve
from handlers.goals.routing import router
from handlers.goals.showing import shown
from handlers.goals.words import Owner, heading, line, owner_called, standing, terms
from models import goal_setting, goal_tree, goals, membership
from models.goals import GoalInfo, NewGoal
from models.values import Metric

_RECORD = re.compile(r"[#＃]?[Gg](\d{1,9})(?:\s*[,，、]?\s*(?:因为|由于|because)\s*(.+))?")


@router.command("goal", "目标", "我的目标", role=Role.MEMBER, whole=True)
def goal(ctx: Ctx) -> Answer:
    """Set, show or give up a goal: `目标 本月 30000`, `目标 团队 6月 300000`, `目标 取消 本月`."""
    called = ctx.commands.find(ctx.text)
    words = read_goal(called.line, ctx.today, terms(ctx)) if called is not None else None
    if called is None or words is None:
        if called is not None and called.typed:
            raise Refusal("goal-unclear")
        return None
    is_order = words.period is not None and (words.target is not None or words.fault != "")
    owner = _whose(ctx, words)
    if owner is None:
        if words.metric is Metric.QUANTITY and not words.subject and is_order:
            raise Refusal("goal-unknown-product", name=words.who.lstrip("@")[:20])
        if called.typed or words.who.startswith("@") or (is_order and not called.glued):
            raise Refusal("goal-unknown-member", name=words.who.lstrip("@")[:20])
        return None
    return _answer(ctx, words, owner)


def _whose(ctx: Ctx, words: GoalWords) -> Owner | None:
    if words.is_team:
        return Owner()
    return owner_called(ctx, words.who) if words.who else Owner(ctx.actor)


def _answer(ctx: Ctx, words: GoalWords, owner: Owner) -> Answer:
    if words.view:
        return board(ctx, words, owner) if words.view == "board" else curve(ctx, words, owner)
    if words.number is not None:
        return _by_number(ctx, words, goals.require(ctx.db, ctx.team.id, words.number))
    if words.fault:
        raise Refusal(f"goal-bad-{words.fault}")
    if words.is_cancelled:
        return _give_up(ctx, chosen(ctx, words, owner), words.reason)
    if words.target is None:
        return shown(ctx, words, owner)
    if words.metric is Metric.SHARE and not words.subject:
        raise Refusal("goal-bad-market")
    if words.metric is Metric.QUANTITY and not words.subject:
        fitting = products_by(ctx, words.unit)
        if len(fitting) != 1:
            return ask_product(words, fitting)
        words.subject = fitting[0]
    unit = unit_of(ctx, words)
    if words.period is None:
        return ask_period(ctx, words)
    if words.is_unitless:
        return ask_unit(words)
    member_id, title = owner.key
    new = NewGoal(member_id, words.metric, words.period, words.target, title, words.subject, unit)
    return put(ctx, new, reason=words.reason)


def _by_number(ctx: Ctx, words: GoalWords, found: GoalInfo) -> Answer:
    """A goal that is named: shown, given up, or with another figure."""
    if words.is_cancelled:
        return _give_up(ctx, found, words.reason)
    if words.fault:
        raise Refusal(f"goal-bad-{words.fault}")
    if words.target is None:
        if found.member_id not in (None, ctx.actor.id):
            membership.require(ctx.db, ctx.actor, Role.LEAD)
        return Card(line(ctx, found))
    if found.state != goals.ACTIVE:
        raise Refusal("goal-ended", number=found.number)
    return put(ctx, replace(_like(found), target=_converted(words, found)), reason=words.reason)


def _like(found: GoalInfo) -> NewGoal:
    member_id, title = found.owner
    return NewGoal(
        member_id, found.metric, found.period, found.target, title, found.subject, found.unit
    )


def _converted(words: GoalWords, found: GoalInfo) -> int:
    """The figure in the measure of the goal; raises Refusal for one in another."""
    value = words.target or 0
    if words.metric is found.metric:
        return value
    is_count = words.metric is Metric.AMOUNT and found.metric is not Metric.SHARE
    if is_count and value and value % 100 == 0:
        return value // 100
    raise Refusal("goal-other-measure", number=found.number)


def put(ctx: Ctx, new: NewGoal, *, reason: str = "") -> list[Card]:
    """The goal as it was understood, what it replaces, and a word to those whom it concerns."""
    found, before = goal_setting.set_goal(ctx.db, ctx.actor, new, now=ctx.now, today=ctx.today)
    is_same = before is not None and before.number == found.number
    parts = [t("goal-number", number=found.number)]
    if is_same:
        parts.append(t("goal-same"))
    elif before is not None:
        parts.append(t("goal-before", target=target(before)))
    above = _above(ctx, found)
    if above is not None:
        parts.append(above)
    card = Card(
        t("goal-title", **heading(ctx.db, found, ctx.today)),
        lines=(standing(ctx, found),),
        note=t("goal-note", parts=tuple(parts)),
        buttons=(Button(t("goal-button-cancel"), f"/cancel G{found.number}"),),
    )
    return [card] if is_same else [card, *_told(ctx, found, before, reason)]


def _above(ctx: Ctx, found: GoalInfo) -> T | None:
    """Which longer or larger goal it is a step of."""
    among = goals.current(ctx.db, ctx.team.id, ctx.today)
    groups = goals.titles(ctx.db, ctx.team.id)
    parent = goal_tree.parent_of(found, among, groups)
    if parent is None:
        return None
    return t("goal-above", number=parent.number, **heading(ctx.db, parent, ctx.today))


def _told(ctx: Ctx, found: GoalInfo, before: GoalInfo | None, reason: str) -> list[Card]:
    """A word to the member whose goal somebody else set; or to who had set it, where the member
    wants another: a goal is a promise, and nobody's is made without them.
    """
    words = heading(ctx.db, found, ctx.today)
    if found.member_id is not None and found.member_id != ctx.actor.id:
        return [
            Card(
                t("goal-told", giver=ctx.actor.name, **words),
                lines=(standing(ctx, found, is_private=True),),
                note=t("goal-told-note", number=found.number),
                to=found.member_id,
            )
        ]
    if found.member_id is None or before is None or before.set_by == ctx.actor.id:
        return []
    changed = t("goal-changed-by", before=target(before), **words)
    why = (t("goal-reason", words=reason[:100]),) if reason else ()
    return [Card(changed, why, to=before.set_by)]


def chosen(
    ctx: Ctx, words: GoalWords, owner: Owner, *, nothing: str = "goal-nothing-to-cancel"
) -> GoalInfo:
    """The goal that is meant; raises Refusal where it is not clear which, or `nothing`."""
    found = [
        each
        for each in goals.current(ctx.db, ctx.team.id, ctx.today)
        if each.owner == owner.key and words.period in (None, each.period)
    ]
    if words.metric is not Metric.AMOUNT:
        found = [each for each in found if each.measure == (words.metric, words.subject)]
    if not found:
        raise Refusal(nothing)
    if len(found) > 1:
        numbers = " ".join(f"G{each.number}" for each in found)
        raise Refusal("goal-which", numbers=numbers, number=found[0].number)
    return found[0]


@router.command("cancel", "取消", role=Role.MEMBER, whole=True, letter=goals.LETTER)
def cancel(ctx: Ctx) -> Answer:
    """Give a goal up by its number: `取消 G4`, or `取消` as an answer to its card."""
    named = _named(ctx)
    if named is None:
        return None
    number, reason = named
    return _give_up(ctx, goals.require(ctx.db, ctx.team.id, number), reason)


@router.command("undo", "撤销", role=Role.MEMBER, whole=True, letter=goals.LETTER)
def undo(ctx: Ctx) -> Answer:
    """Take back what happened last to a goal: `撤销 G4`; the one before holds again."""
    named = _named(ctx)
    if named is None:
        return None
    found = goals.require(ctx.db, ctx.team.id, named[0])
    undone = goal_setting.undo(ctx.db, ctx.actor, found, ctx.today)
    words = heading(ctx.db, undone.goal, ctx.today)
    is_back = int(undone.goal.state == goals.ACTIVE)
    title = t("goal-undone", number=undone.goal.number, back=is_back, **words)
    lines = (line(ctx, undone.again),) if undone.again is not None else ()
    other = undone.goal.member_id
    card = Card(title, lines)
    return [card, card.with_(to=other)] if other not in (None, ctx.actor.id) else card


def _named(ctx: Ctx) -> tuple[int, str] | None:
    """The number that a line or its quote names, and the reason; None for talk."""
    quote = ctx.incoming.quote
    called = ctx.commands.find(ctx.text, quote.text if quote else "")
    said = called.line.strip() if called is not None else ""
    record = _RECORD.fullmatch(said)
    if record is None and not said and quote is not None:
        quoted = re.search(r"#G(\d{1,9})(?![A-Za-z0-9])", quote.text)
        if quoted is not None:
            return int(quoted[1]), ""
    if record is None:
        if called is not None and called.typed:
            raise Refusal("goal-cancel-which")
        return None
    return int(record[1]), (record[2] or "").strip()


def _give_up(ctx: Ctx, found: GoalInfo, reason: str = "") -> list[Card]:
    goal_setting.cancel(ctx.db, ctx.actor, found)
    words = heading(ctx.db, found, ctx.today)
    card = Card(t("goal-cancelled", number=found.number, **words))
    why = (t("goal-reason", words=reason[:100]),) if reason else ()
    if found.member_id not in (None, ctx.actor.id):
        return [card, card.with_(lines=why, to=found.member_id)]
    if found.member_id is not None and found.set_by != ctx.actor.id:
        return [card, Card(t("goal-declined-by", **words), why, to=found.set_by)]
    return [card]
