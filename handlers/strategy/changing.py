"""Changing a strategy: activities, goal, owner, last day, measure, name; ending it, undoing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from bot.core.due_words import moment
from bot.kit import Answer, Card, Ctx, Refusal, Role, doer, t
from bot.language.dates import read_due
from bot.language.strategies import read_activities
from bot.language.wishes import is_question
from handlers.strategy import explaining
from handlers.strategy.giving import activities, measure_of, person, task_lines, undo
from handlers.strategy.routing import router
from handlers.strategy.words import card_of, goal_line, head, measure
from models import strategies
from models.campaign_tables import Strategy
from models.rosters import roster

_EDGES = " \t\n:：,，"
_VERBS: Mapping[str, str] = {
    "add": r"加|添加|add",
    "goal": r"目标|挂|goal",
    "owner": r"负责人?|owner",
    "until": r"到|截止到?|延到|until|to",
    "measure": r"效果看|指标|看|measure",
    "name": r"改名|叫|name",
    "cancel": r"取消|cancel",
    "undo": r"撤销|撤回|undo",
    "why": r"为什么|why",
}
_VERB = {
    verb: re.compile(
        rf"(?:{words})(?![a-zA-Z])(?P<gap>\s*[:：]?\s*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
    )
    for verb, words in _VERBS.items()
}
_GOAL = re.compile(r"#?G(\d{1,9})", re.IGNORECASE)
_NONE = frozenset({"无", "不挂", "取消", "none"})
_NUMBER = re.compile(r"\s*#?ST(\d{1,9})(?![A-Za-z0-9])\s*", re.IGNORECASE)
_QUOTED = re.compile(r"#ST(\d{1,9})(?![A-Za-z0-9-])")


def run(ctx: Ctx, row: Strategy, rest: str, *, typed: bool) -> Answer:
    """Show a strategy, or do with it what the words say; None for talk."""
    if not rest:
        return card_of(ctx.db, ctx.team, row, ctx.now)
    for verb, pattern in _VERB.items():
        match = pattern.fullmatch(rest)
        if match is None:
            continue
        words = match["rest"].strip(_EDGES)
        if not typed and _is_talk(ctx, words, is_glued=not match["gap"]):
            return None
        return _DO[verb](ctx, row, words)
    if typed:
        raise Refusal("strategy-how", number=row.number)
    return None


def _is_talk(ctx: Ctx, words: str, *, is_glued: bool) -> bool:
    """Whether what stands behind a verb that nobody marked as a command goes on as a sentence:
    到底有用吗, 看起来不错.
    """
    if is_question(words):
        return True
    if not is_glued or not words or words[0] in "@＠#Gg":
        return False
    due = read_due(words, ctx.local)
    return due is None or due.spans[0][0] > 0


def _add(ctx: Ctx, row: Strategy, words: str) -> Answer:
    found = activities(ctx, read_activities(words, ctx.local), row.last)
    if not found:
        raise Refusal("strategy-add-what", number=row.number)
    made = strategies.add(ctx.db, ctx.team, row, found, doer(ctx))
    title = t("strategy-added", head=head(row), count=len(made))
    mentions = (row.owner_id,) if row.owner_id != ctx.actor.id else ()
    return Card(title, tuple(task_lines(ctx, made)), buttons=undo(row), mentions=mentions)


def _goal(ctx: Ctx, row: Strategy, words: str) -> Answer:
    match = _GOAL.fullmatch(words)
    if match is None and words not in _NONE:
        raise Refusal("strategy-goal-which", number=row.number)
    number = int(match[1]) if match is not None else None
    strategies.hang(ctx.db, row, number, doer(ctx))
    line = goal_line(ctx.db, row, ctx.today)
    title = t("strategy-goal-set", head=head(row), none=int(line is None))
    return Card(title, (line,) if line is not None else (), buttons=undo(row))


def _owner(ctx: Ctx, row: Strategy, words: str) -> Answer:
    if not words:
        raise Refusal("strategy-who", name="")
    found = person(ctx, words)
    moved = strategies.hand_over(ctx.db, ctx.team, row, found.id, doer(ctx))
    title = t("strategy-owner-set", head=head(row), who=f"@{found.name}", count=moved)
    return Card(title, buttons=undo(row), mentions=(found.id,))


def _until(ctx: Ctx, row: Strategy, words: str) -> Answer:
    due = read_due(words, ctx.local)
    if due is None or due.start is None or due.ask or due.recurrence is not None:
        raise Refusal("strategy-bad-day", words=words[:20])
    value = due.end or due.start
    last = value.date() if isinstance(value, dt.datetime) else value
    strategies.move_end(ctx.db, ctx.team, row, last, doer(ctx))
    title = t("strategy-until-set", head=head(row), last=moment(row.last, ctx.local))
    return Card(title, buttons=undo(row))


def _measure(ctx: Ctx, row: Strategy, words: str) -> Answer:
    strategies.measure_by(ctx.db, row, measure_of(ctx, words), doer(ctx))
    title = t("strategy-measure-set", head=head(row), measure=measure(strategies.measure_of(row)))
    return Card(title, buttons=undo(row))


def _name(ctx: Ctx, row: Strategy, words: str) -> Answer:
    was = row.name
    strategies.rename(ctx.db, row, words, doer(ctx))
    return Card(t("strategy-name-set", head=head(row), was=was), buttons=undo(row))


def _cancel(ctx: Ctx, row: Strategy, words: str) -> Answer:
    if words:
        return None
    gone = strategies.cancel(ctx.db, ctx.team, row, doer(ctx))
    return Card(t("strategy-cancelled", head=head(row), count=gone), buttons=undo(row))


def _undo(ctx: Ctx, row: Strategy, words: str) -> Answer:
    if words:
        return None
    verb, count = strategies.undo(ctx.db, ctx.team, row, doer(ctx))
    last = moment(row.last, ctx.local)
    owner = roster(ctx.db, ctx.team.id).name(row.owner_id)
    title = t("strategy-undone", head=head(row), verb=verb, last=last, owner=owner)
    back = int(verb == "cancel")
    lines = (t("strategy-undone-tasks", count=count, back=back),) if count else ()
    return Card(title, lines)


def _why(ctx: Ctx, row: Strategy, words: str) -> Answer:
    return None if words else explaining.explained(ctx, row)


_DO: Mapping[str, Callable[[Ctx, Strategy, str], Answer]] = {
    "add": _add,
    "goal": _goal,
    "owner": _owner,
    "until": _until,
    "measure": _measure,
    "name": _name,
    "cancel": _cancel,
    "undo": _undo,
    "why": _why,
}


def _lettered(ctx: Ctx) -> tuple[Strategy, str] | None:
    """The strategy that a shared word with its number, or the quoted card, is about."""
    quote = ctx.incoming.quote
    called = ctx.commands.find(ctx.text, quote.text if quote is not None else "")
    if called is None:
        return None
    match = _NUMBER.match(called.line)
    words = called.line[match.end() :].strip() if match is not None else called.line.strip()
    if match is None and quote is not None and not words:
        match = _QUOTED.search(quote.text)
    if match is None:
        return None
    return strategies.require(ctx.db, ctx.team.id, int(match[1])), words


@router.command("cancel", "取消", role=Role.MEMBER, whole=True, letter="ST", hidden=True)
def cancel(ctx: Ctx) -> Answer:
    """Call a strategy off by its number: `取消 ST2`."""
    found = _lettered(ctx)
    return _cancel(ctx, *found) if found is not None else None


@router.command("undo", "撤销", "撤回", role=Role.MEMBER, whole=True, letter="ST", hidden=True)
def undo_numbered(ctx: Ctx) -> Answer:
    """Take the newest change of a strategy back: `撤销 ST2`."""
    found = _lettered(ctx)
    return _undo(ctx, *found) if found is not None else None
