"""份额: the share of a market as it was read by hand, with its date and trend."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from bot.core.goal_words import share as percent
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, t
from bot.language.days import read_day
from bot.language.text import normalise
from handlers.goals.routing import router
from handlers.goals.words import line
from models import goal_readings, goals
from models.goal_readings import WHOLE, Reading
from models.goals import GoalInfo
from models.values import Metric

_PERCENT = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)%")
_BARE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
_BACK = frozenset({"取消", "撤销", "删", "undo", "cancel"})
LONGEST = 30


@dataclass(slots=True)
class _Said:
    subject: str = ""
    value: int | None = None
    day: dt.date | None = None
    is_back: bool = False
    has_number: bool = False


@router.command("share", "份额", "市场份额", role=Role.MEMBER, whole=True)
def share(ctx: Ctx) -> Answer:
    """Note or show the share of a market: `份额 一小区 12.5%`, `份额 一小区`, `份额`."""
    called = ctx.commands.find(ctx.text)
    said = _read(called.line, ctx.today) if called is not None and not called.glued else None
    if called is None or said is None:
        if called is not None and called.typed:
            raise Refusal("goal-share-unclear")
        return None
    known = goal_readings.subjects(ctx.db, ctx.team.id, ctx.today)
    if said.value is None and not said.is_back:
        if said.has_number:
            raise Refusal("goal-share-unclear")
        if said.subject and said.subject not in known and not called.typed:
            return None
        return _shown(ctx, said.subject, known)
    if said.is_back:
        return _taken_back(ctx, said.subject)
    return _noted(ctx, said)


def _read(written: str, today: dt.date) -> _Said | None:
    """A market, a percentage and a day in any order; None for talk."""
    said = _Said()
    text = normalise(written).strip()
    if "\n" in text or len(text) > LONGEST:
        return None
    for word in re.sub(r"[:=]", " ", text).split():
        match = _PERCENT.fullmatch(word)
        day = read_day(word, today) if match is None and said.day is None else None
        if match is not None and said.value is None:
            said.value, said.has_number = int(Decimal(match[1]) * 100), True
        elif day is not None:
            # 12.5 alone may be a day or a share: without a percentage it is asked.
            said.day, said.has_number = day, True
        elif _BARE.fullmatch(word):
            said.has_number = True
        elif word.lower() in _BACK:
            said.is_back = True
        elif not said.subject:
            said.subject = word
        else:
            return None
    return said


def _noted(ctx: Ctx, said: _Said) -> list[Card]:
    value = said.value or 0
    if not said.subject or not 0 <= value <= WHOLE:
        raise Refusal("goal-share-unclear")
    day = said.day or ctx.today
    if day > ctx.today:
        raise Refusal("goal-share-future")
    before = goal_readings.read(ctx.db, ctx.actor, said.subject, value, day=day, now=ctx.now)
    lines = [line(ctx, goal) for goal in _goals(ctx, said.subject)[:3]]
    card = Card(
        t(
            "goal-share-noted",
            subject=said.subject,
            value=percent(value),
            day=f"{day:%m-%d}",
            trend=_trend(value, before),
        ),
        tuple(lines),
        buttons=(Button(t("goal-button-back"), f"/share cancel {said.subject}"),),
    )
    return [card]


def _trend(value: int, before: Reading | None) -> T | str:
    if before is None:
        return ""
    change = value - before.value
    return t(
        "goal-share-trend",
        sign="up" if change > 0 else "down" if change < 0 else "same",
        points=f"{abs(change) / 100:g}",
        day=f"{before.day:%m-%d}",
        before=percent(before.value),
    )


def _goals(ctx: Ctx, subject: str) -> list[GoalInfo]:
    return [
        goal
        for goal in goals.current(ctx.db, ctx.team.id, ctx.today)
        if goal.metric is Metric.SHARE and goal.subject == subject
    ]


def _shown(ctx: Ctx, subject: str, known: list[str]) -> Card:
    """The readings of one market, or the newest of each."""
    if not known:
        return Card(t("goal-share-empty"))
    if subject and subject not in known:
        raise Refusal("goal-no-reading", subject=subject)
    if subject:
        found = goal_readings.readings(ctx.db, ctx.team.id, subject, ctx.today)
        lines = [
            t("goal-share-reading", day=f"{one.day:%m-%d}", value=percent(one.value),
              trend=_points(one, older))
            for one, older in zip(found, [*found[1:], None], strict=True)
        ]  # fmt: skip
        lines += [line(ctx, goal) for goal in _goals(ctx, subject)[:3]]
        return Card(t("goal-share-title", subject=subject), tuple(lines))
    lines = []
    for name in known[:10]:
        one = goal_readings.latest(ctx.db, ctx.team.id, name, ctx.today)
        value = percent(one.value) if one is not None else "—"
        day = t("goal-share-day", day=f"{one.day:%m-%d}") if one is not None else ""
        lines.append(t("goal-share-market", subject=name, value=value, day=day))
    return Card(t("goal-share-title", subject=""), tuple(lines))


def _points(one: Reading, older: Reading | None) -> T | str:
    if older is None or one.value == older.value:
        return ""
    change = one.value - older.value
    return t("goal-share-points", points=f"{'+' if change > 0 else '-'}{abs(change) / 100:g}")


def _taken_back(ctx: Ctx, subject: str) -> Card:
    if not subject:
        raise Refusal("goal-share-unclear")
    gone = goal_readings.take_back(ctx.db, ctx.actor, subject, ctx.today)
    return Card(
        t(
            "goal-share-gone",
            subject=subject,
            value=percent(gone.value),
            day=f"{gone.day:%m-%d}",
        )
    )
