"""What a message wants pushed: which digest, when, to whom and about whom not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.args import split_words
from bot.kit import Ctx, PeriodKind, Refusal, Role
from handlers.digests.routing import BESIDE, CALLED
from handlers.digests.times import Times, read_times
from models.rosters import Roster, roster
from models.rounds import Every

CLOCK = re.compile(r"([01]?\d|2[0-3])(?::([0-5]\d)|点(?:([0-5]?\d)分?|(半))?)")
NINE = 9 * 60
# On which day a digest comes where no day is said.
FIRST_DAY = {PeriodKind.DAY: 0, PeriodKind.WEEK: 1, PeriodKind.MONTH: 1}
# What was not understood is named so far.
NAMED_SIGNS = 20

_LIST_WORDS = frozenset({"列表", "list"})
_OFF_WORDS = frozenset({"关", "关闭", "取消", "停", "停止", "off"})
_GROUP_WORDS = frozenset({"群", "群里", "到群", "发群", "group"})
PICTURE_WORDS = frozenset({"图", "带图", "配图", "图片", "picture", "pictures"})
_WITHOUT_WORDS = frozenset({"排除", "除了", "不含", "without"})
_LEVELS = {
    "经理": Role.MANAGER,
    "管理": Role.MANAGER,
    "管理员": Role.MANAGER,
    "manager": Role.MANAGER,
    "managers": Role.MANAGER,
    "团长": Role.LEAD,
    "lead": Role.LEAD,
    "leads": Role.LEAD,
    "群主": Role.OWNER,
    "老板": Role.OWNER,
    "owner": Role.OWNER,
}


@dataclass(slots=True)
class PushOrder:
    """A wish to plan, list or end a digest; `kind` is None where none was named, `minute` counts
    from midnight.
    """

    action: str = "plan"
    kind: PeriodKind | None = None
    every: Every = field(default_factory=Every)
    minute: int = NINE
    level: Role | None = None
    people: list[int] = field(default_factory=list)
    without: list[int] = field(default_factory=list)
    group: bool = False
    picture: bool = False


def read_order(ctx: Ctx) -> PushOrder | None:
    """The order behind the command word; None for talk. Raises Refusal for what cannot be."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    words = split_words(called.line)
    lower = [word.lower() for word in words]
    if not words or (len(words) == 1 and lower[0] in _LIST_WORDS):
        return None if called.glued else PushOrder("list")
    kinds = {CALLED[word] for word in lower if word in CALLED}
    if not kinds and "digest" in lower:
        kinds = {PeriodKind.DAY}
    if set(lower) & _OFF_WORDS and set(lower) <= _OFF_WORDS | set(CALLED) | BESIDE:
        return PushOrder("off", kind=_only(kinds))
    others = [word for word in words if word.lower() not in CALLED and word.lower() not in BESIDE]
    order, left = _details(others, roster(ctx.db, ctx.team.id))
    times = Times()
    if left and not left[0].startswith("@"):
        found = read_times(" ".join(left), ctx.local)
        times, left = (found, []) if found is not None else (times, left)
    minute = times.minute if order.minute is None else order.minute
    is_meant = called.typed or minute is not None
    if not kinds:
        if (is_meant and not called.glued and order.minute is not None) or called.typed:
            raise _unknown(left or others, PeriodKind.DAY)
        return None
    kind = _only(kinds) or PeriodKind.DAY
    if left:
        if is_meant or left[0].startswith("@") or left[0][0].isdigit():
            raise _unknown(left, kind)
        return None
    return _whole(order.order, kind, times=times, minute=minute)


@dataclass(slots=True)
class _Found:
    """An order on the way, with the time of day as far as it was said."""

    order: PushOrder = field(default_factory=PushOrder)
    minute: int | None = None


def _details(words: Sequence[str], people: Roster) -> tuple[_Found, list[str]]:
    """What the words beside the digest's name say, and those that are something else."""
    found, left, is_excluding = _Found(), [], False
    order = found.order
    for word in words:
        lower, name = word.lower(), word.removeprefix("@")
        clock = CLOCK.fullmatch(word)
        if clock is not None and found.minute is None:
            minute = 30 if clock[4] else int(clock[2] or clock[3] or 0)
            found.minute = int(clock[1]) * 60 + minute
        elif lower in _GROUP_WORDS:
            order.group = True
        elif lower in PICTURE_WORDS:
            order.picture = True
        elif lower in _WITHOUT_WORDS:
            is_excluding = True
        elif (member := people.find(name)) is not None:
            (order.without if is_excluding else order.people).append(member.id)
        elif name.lower() in _LEVELS and not is_excluding:
            order.level = _LEVELS[name.lower()]
        else:
            left.append(word)
    return found, left


def _whole(order: PushOrder, kind: PeriodKind, *, times: Times, minute: int | None) -> PushOrder:
    """The order with its round; raises Refusal for a day that is not of its kind."""
    if times.kind is not None and times.kind is not kind:
        raise Refusal(f"digest-not-that-day-{kind.value}")
    if minute is None and kind is PeriodKind.DAY:
        raise Refusal("digest-when")
    order.kind = kind
    order.minute = NINE if minute is None else minute
    order.every = Every(kind, times.on or FIRST_DAY[kind])
    return order


def _only(kinds: set[PeriodKind]) -> PeriodKind | None:
    """The kind that was named; raises Refusal for several at once."""
    if len(kinds) > 1:
        raise Refusal("digest-one-at-a-time")
    return next(iter(kinds), None)


def _unknown(words: Sequence[str], kind: PeriodKind) -> Refusal:
    stranger = next((word for word in words if word.startswith("@")), " ".join(words))
    return Refusal("digest-word-unknown", word=stranger[:NAMED_SIGNS], kind=kind.value)
