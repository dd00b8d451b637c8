"""`策略`: a strategy in one line, how it stands, and changing it; the words behind it decide."""

from __future__ import annotations

import re

from bot.core.percent_words import signed
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, t
from bot.language.strategies import StrategyLine, read_strategy
from bot.language.wishes import is_chatty, is_question
from handlers.strategy import changing, giving
from handlers.strategy.routing import router
from handlers.strategy.words import head, phase
from models import plan_changes, strategies
from models.campaign_tables import Strategy
from models.rosters import roster
from models.strategy_effects import effect

_NUMBER = re.compile(r"#?ST(\d{1,9})(?![A-Za-z0-9])\s*", re.IGNORECASE)
_ALL = frozenset({"列表", "全部", "所有", "list", "all"})
_EDGES = " \t\n:：,，"
# What is said about some strategy or other and names none.
_TALK = re.compile(
    r"[我你他她它咱您这那谁]|大家|觉得|认为|\b(?:i|you|we|is|are|was|not?|the)\b", re.IGNORECASE
)
_LONGEST_NAME = 16
# As many strategies as a list has, of those that are over the last ones.
SHOWN, OVER = 9, 3


@router.command("strategy", "策略", role=Role.MEMBER, whole=True)
def strategy(ctx: Ctx) -> Answer:
    """Begin a strategy, or say how one stands: `策略 社群营销:每天3条素材 负责 @阿芳 到 6/30`."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    line, is_typed = called.line.strip(_EDGES), called.typed
    if not line or line in _ALL:
        return _listed(ctx, with_over=bool(line))
    found = _named(ctx, line)
    if found is not None:
        row, rest = found
        return changing.run(ctx, row, rest, typed=is_typed)
    said = read_strategy(line, ctx.local)
    if said is None:
        if is_typed:
            raise Refusal("strategy-unclear")
        return None
    if not is_typed:
        asked = _doubt(ctx, said, line)
        if asked is not None:
            return asked or None
    return giving.made(ctx, said)


def _named(ctx: Ctx, line: str) -> tuple[Strategy, str] | None:
    """The strategy whose number or name a line begins with, and the rest of it."""
    number = _NUMBER.match(line)
    if number is not None:
        row = strategies.require(ctx.db, ctx.team.id, int(number[1]))
        return row, line[number.end() :].strip(_EDGES)
    if ":" in line or "：" in line:
        return None
    head_, _, rest = line.partition(" ")
    row_ = strategies.named(ctx.db, ctx.team.id, head_)
    return (row_, rest.strip(_EDGES)) if row_ is not None else None


def _doubt(ctx: Ctx, said: StrategyLine, line: str) -> list[Card] | None:
    """What to do with a line that nobody marked as a command: None to take it, nothing for talk, a
    question for a lead where only its form speaks for a strategy.
    """
    if is_question(line) or len(said.name) > _LONGEST_NAME or _TALK.search(said.name):
        return []
    if said.owner or said.until or said.bad_until or said.goal or said.measure:
        return None
    if any(each.due is not None and each.due.recurrence for each in said.activities):
        return None
    if ctx.actor.role < Role.LEAD or is_chatty(line) or not said.activities:
        return []
    return [
        Card(
            t("strategy-ask", name=said.name),
            buttons=(
                Button(t("common-yes"), f"/strategy {line}", ("是", "对", "建")),
                Button(t("common-no"), "/dismiss", ("不是", "不", "不用")),
            ),
            question=True,
        )
    ]


def _listed(ctx: Ctx, *, with_over: bool) -> Card:
    """The strategies that run, and the last ones that are over."""
    alive = strategies.running(ctx.db, ctx.team.id)
    over = strategies.over(ctx.db, ctx.team.id, most=SHOWN if with_over else OVER)
    lines = [_line(ctx, row) for row in (*alive[:SHOWN], *over[: SHOWN + OVER - len(alive)])]
    if not lines:
        return Card(t("strategy-none"), (t("strategy-example-strategy"),))
    return Card(t("strategy-list", count=len(alive)), tuple(lines), note=t("strategy-list-how"))


def _line(ctx: Ctx, row: Strategy) -> T:
    count = plan_changes.count_tasks(ctx.db, row, ctx.now)
    found = effect(ctx.db, ctx.team, row, ctx.now)
    change = found.change if found is not None else None
    return t(
        "strategy-line",
        head=head(row),
        owner=roster(ctx.db, ctx.team.id).name(row.owner_id),
        phase=phase(row, ctx.today),
        done=count.done,
        total=count.total,
        change=signed(change) if change is not None else "",
        is_known=int(change is not None),
    )
