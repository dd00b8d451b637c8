"""Goals: set, shown with what is still missing, given up."""

from __future__ import annotations

import re

from bot.core.goal_words import figure, rest, spoken
from bot.kit import (
    Answer,
    Button,
    Card,
    Ctx,
    MemberInfo,
    Refusal,
    Role,
    Router,
    T,
    t,
)
from bot.language.goals import GoalWords, read_goal
from models import goals, membership
from models.goals import GoalInfo, NewGoal
from models.rosters import roster
from models.values import Metric

router = Router("goal")

# Goals in one list; a longer one is folded by the chat.
SHOWN = 6
_RECORD = re.compile(r"[#＃]?[Gg](\d{1,9})")
# Words for a period behind a button, the most usual first.
_PERIODS = (("month", "本月"), ("week", "本周"), ("day", "今天"))


@router.command("goal", "目标", "我的目标", role=Role.MEMBER, whole=True)
def goal(ctx: Ctx) -> Answer:
    """Set, show or give up a goal: `目标 本月 30000`, `目标 团队 6月 300000`, `目标 取消 本月`."""
    called = ctx.commands.find(ctx.text)
    words = read_goal(called.line, ctx.today) if called is not None else None
    if called is None or words is None:
        if called is not None and called.typed:
            raise Refusal("goal-unclear")
        return None
    is_order = words.period is not None and (words.target is not None or words.fault != "")
    who = _whose(ctx, words.who)
    if who is None:
        if called.typed or words.who.startswith("@") or (is_order and not called.glued):
            raise Refusal("goal-unknown-member", name=words.who.lstrip("@")[:20])
        return None
    return _answer(ctx, words, who)


def _whose(ctx: Ctx, name: str) -> MemberInfo | None:
    """The member of that name, the actor where none is named; None for a name of nobody."""
    return roster(ctx.db, ctx.team.id).find(name.removeprefix("@")) if name else ctx.actor


def _answer(ctx: Ctx, words: GoalWords, who: MemberInfo) -> Answer:
    if words.number is not None:
        found = goals.require(ctx.db, ctx.team.id, words.number)
        return _give_up(ctx, found) if words.is_cancelled else Card(_line(ctx, found))
    if words.fault:
        raise Refusal(f"goal-bad-{words.fault}")
    if words.is_cancelled:
        return _give_up(ctx, _chosen(ctx, words, who))
    if words.target is None:
        return _shown(ctx, words, who)
    if words.period is None:
        return _ask_period(ctx, words)
    if words.is_unitless:
        return _ask_unit(words)
    new = NewGoal(None if words.is_team else who.id, words.metric, words.period, words.target)
    return _set(ctx, new)


def _set(ctx: Ctx, new: NewGoal) -> list[Card]:
    """The goal as it was understood, what it replaces, and a word to whom it was set for."""
    found, before = goals.set_goal(ctx.db, ctx.actor, new, now=ctx.now, today=ctx.today)
    is_same = before is not None and before.number == found.number
    parts = [t("goal-number", number=found.number)]
    if is_same:
        parts.append(t("goal-same"))
    elif before is not None:
        parts.append(t("goal-before", target=figure(before.metric, before.target)))
    card = Card(
        t("goal-title", **_heading(ctx, found)),
        lines=(_standing(ctx, found),),
        note=t("goal-note", parts=tuple(parts)),
        buttons=(Button(t("goal-button-cancel"), f"/cancel G{found.number}"),),
    )
    if is_same or found.member_id in (None, ctx.actor.id):
        return [card]
    told = Card(
        t("goal-told", giver=ctx.actor.name, **_heading(ctx, found)),
        lines=(_standing(ctx, found, is_private=True),),
        to=found.member_id,
    )
    return [card, told]


def _shown(ctx: Ctx, words: GoalWords, who: MemberInfo) -> Card:
    """Somebody's goals and the team's; of others a lead may ask."""
    if who.id != ctx.actor.id:
        membership.require(ctx.db, ctx.actor, Role.LEAD)
    period = words.period
    wanted = (None,) if words.is_team else (who.id, None)
    since = ctx.today if period is None else min(ctx.today, period.last)
    found = [
        each
        for each in goals.current(ctx.db, ctx.team.id, since)
        if each.member_id in wanted and period in (None, each.period)
    ]
    is_own = int(who.id == ctx.actor.id)
    if not found:
        return Card(t("goal-none", name=who.name, own=is_own))
    # The person's own first, then the team's; each as they end.
    found.sort(key=lambda each: each.member_id is None)
    lines = [_line(ctx, each) for each in found[:SHOWN]]
    if not words.is_team and found[0].member_id is None:
        lines.insert(0, t("goal-none", name=who.name, own=is_own))
    more = len(found) - SHOWN
    note = t("goal-more", count=more) if more > 0 else None
    name = t("goal-team") if words.is_team else who.name
    return Card(t("goal-list", name=name), tuple(lines), note=note)


def _chosen(ctx: Ctx, words: GoalWords, who: MemberInfo) -> GoalInfo:
    """The goal that is to be given up; raises Refusal where it is not clear which."""
    member_id = None if words.is_team else who.id
    found = [
        each
        for each in goals.current(ctx.db, ctx.team.id, ctx.today)
        if each.member_id == member_id and words.period in (None, each.period)
    ]
    if not found:
        raise Refusal("goal-nothing-to-cancel")
    if len(found) > 1:
        names = " ".join(f"G{each.number}" for each in found)
        raise Refusal("goal-which", numbers=names, number=found[0].number)
    return found[0]


@router.command("cancel", "取消", role=Role.MEMBER, whole=True, letter=goals.LETTER)
def cancel(ctx: Ctx) -> Answer:
    """Give a goal up by its number: `取消 G4`, or `取消` as an answer to its card."""
    called = ctx.commands.find(ctx.text, ctx.incoming.quote.text if ctx.incoming.quote else "")
    line = called.line.strip() if called is not None else ""
    quote = ctx.incoming.quote
    record = _RECORD.fullmatch(line)
    if record is None and not line and quote is not None:
        record = _RECORD.search(quote.text)
    if record is None:
        if called is not None and called.typed:
            raise Refusal("goal-cancel-which")
        return None
    return _give_up(ctx, goals.require(ctx.db, ctx.team.id, int(record[1])))


def _give_up(ctx: Ctx, found: GoalInfo) -> Card:
    goals.cancel(ctx.db, ctx.actor, found)
    return Card(t("goal-cancelled", number=found.number, **_heading(ctx, found)))


def _ask_period(ctx: Ctx, words: GoalWords) -> Card:
    """The question for which period a number is meant."""
    target = _plain(words)
    whose = _said(words)
    options = tuple(
        Button(t(f"goal-button-{kind}"), f"/goal {whose} {word} {target}", words=(word, word[-1]))
        for kind, word in _PERIODS
    )
    title = t("goal-ask-period", target=figure(words.metric, words.target or 0))
    return Card(title, buttons=options, question=True)


def _ask_unit(words: GoalWords) -> Card:
    """The question whether a small number counts money or orders."""
    count = (words.target or 0) // 100
    line = _said(words)
    options = (
        Button(t("goal-orders", count=str(count)), f"/goal {line} {count}单"),
        Button(t("goal-yuan", count=count), f"/goal {line} {count}元"),
    )
    return Card(t("goal-ask-unit", count=count), buttons=options, question=True)


def _said(words: GoalWords) -> str:
    """For whom and when, in words that are read the same again."""
    whose = "团队" if words.is_team else words.who
    return f"{whose} {words.when}".strip()


def _plain(words: GoalWords) -> str:
    target = words.target or 0
    return f"{target}单" if words.metric is not Metric.AMOUNT else f"{target / 100:g}元"


def _heading(ctx: Ctx, found: GoalInfo) -> dict[str, str | T]:
    return {
        "who": _owner(ctx, found),
        "span": spoken(found.period, ctx.today),
        "target": figure(found.metric, found.target),
    }


def _owner(ctx: Ctx, found: GoalInfo) -> T | str:
    if found.member_id is None:
        return t("goal-team")
    return roster(ctx.db, ctx.team.id).name(found.member_id)


def _line(ctx: Ctx, found: GoalInfo) -> T:
    """A goal and how far it is, in one line."""
    return t(
        "goal-line",
        number=found.number,
        standing=_standing(ctx, found),
        state=found.state,
        **_heading(ctx, found),
    )


def _standing(ctx: Ctx, found: GoalInfo, *, is_private: bool = False) -> T:
    """How far a goal is; what somebody else lacks is not said in the group."""
    at = goals.progress(ctx.db, found, ctx.today)
    is_seen = is_private or not ctx.chat.is_group or found.member_id in (None, ctx.actor.id)
    return t(
        "goal-standing",
        done=figure(found.metric, max(0, at.done)),
        percent=at.percent,
        rest=rest(found, at, ctx.today) if is_seen else "",
    )
