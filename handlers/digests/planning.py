"""`推送`: when the digest goes out, to whom and about whom not."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.args import split_words
from bot.kit import Answer, Card, Ctx, Refusal, Role, T, t
from handlers.digests.cards import NAMED, clock
from handlers.digests.recipients import ids_in, recipients
from handlers.digests.routing import JOB, router
from models import schedules
from models.rosters import Roster, roster

NOON = 12 * 60

_PUSH = "推送"
_CLOCK = re.compile(r"([01]?\d|2[0-3])(?::([0-5]\d)|点(?:([0-5]?\d)分?|(半))?)")
_DIGEST_WORDS = frozenset({"日报", "digest", "daily"})
_LIST_WORDS = frozenset({"列表", "list"})
_OFF_WORDS = frozenset({"关", "关闭", "取消", "停", "off"})
_GROUP_WORDS = frozenset({"群", "群里", "到群", "发群", "group"})
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
    """What a message wants pushed: when (minutes after midnight), to whom, about whom not."""

    action: str = "plan"
    minute: int | None = None
    level: Role | None = None
    people: list[int] = field(default_factory=list)
    without: list[int] = field(default_factory=list)
    group: bool = False


def read_push(ctx: Ctx) -> PushOrder | None:
    """The order in a message that begins with 推送; None for talk."""
    if not ctx.text.lstrip().startswith(_PUSH):
        return None
    return _push_order(ctx)


def _push_order(ctx: Ctx) -> PushOrder | None:
    """The order behind the command word; raises Refusal for a word or time that cannot be."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    words = split_words(called.line)
    lower = {word.lower() for word in words}
    if not words or (len(words) == 1 and lower <= _LIST_WORDS):
        return None if called.glued else PushOrder("list")
    if len(words) <= 2 and lower & _OFF_WORDS and lower <= _OFF_WORDS | _DIGEST_WORDS:
        return PushOrder("off")
    others = [word for word in words if word.lower() not in _DIGEST_WORDS]
    timed = any(_CLOCK.fullmatch(word) for word in others)
    if timed and len(others) == len(words) and not called.glued:
        stranger = next((word for word in others if not _CLOCK.fullmatch(word)), others[0])
        raise Refusal("digest-word-unknown", word=stranger[:20])
    if words[0].lower() not in _DIGEST_WORDS and (not timed or len(others) == len(words)):
        return None
    order, unknown = _details(others, roster(ctx.db, ctx.team.id))
    if unknown and (order.minute is not None or unknown.startswith("@") or unknown[0].isdigit()):
        raise Refusal("digest-word-unknown", word=unknown[:20])
    if unknown:
        return None
    if order.minute is None:
        raise Refusal("digest-when")
    return order


def _details(words: Sequence[str], people: Roster) -> tuple[PushOrder, str]:
    """The order in the words after 日报, and the first word that means nothing."""
    order, is_excluding = PushOrder(), False
    for word in words:
        name = word.removeprefix("@")
        clock = _CLOCK.fullmatch(word)
        if clock is not None:
            order.minute = int(clock[1]) * 60 + (30 if clock[4] else int(clock[2] or clock[3] or 0))
        elif word.lower() in _GROUP_WORDS:
            order.group = True
        elif word.lower() in _WITHOUT_WORDS:
            is_excluding = True
        elif (member := people.find(name)) is not None:
            (order.without if is_excluding else order.people).append(member.id)
        elif name.lower() in _LEVELS and not is_excluding:
            order.level = _LEVELS[name.lower()]
        else:
            return order, word
    return order, ""


@router.command("push", _PUSH, role=Role.MANAGER, whole=True)
def push(ctx: Ctx) -> Answer:
    """Plan, list or end what is pushed by itself."""
    order = _push_order(ctx)
    if order is not None:
        return change_push(ctx, order)
    called = ctx.commands.find(ctx.text)
    if called is not None and called.typed:
        raise Refusal("digest-when")
    return None


@router.listen(read_push, role=Role.MANAGER)
def change_push(ctx: Ctx, order: PushOrder) -> Card:
    """Do what was ordered; the listener tells those who may not who can."""
    if order.action == "list":
        return _planned(ctx)
    if order.action == "off":
        if not schedules.cancel(ctx.db, ctx.team.id, JOB):
            raise Refusal("digest-not-planned")
        return Card(t("digest-off"))
    level = order.level if order.level or order.people else Role.MANAGER
    settings: dict[str, object] = {
        "role": int(level) if level is not None else None,
        "to": order.people,
        "without": order.without,
        "group": order.group,
        "topic": ctx.incoming.chat.topic,
    }
    minute = order.minute or 0
    row = schedules.plan(ctx.db, ctx.team, JOB, minute, settings=settings, now=ctx.now)
    starts_today = row.due_on == ctx.now.astimezone(ctx.team.zone).date()
    return Card(
        t("digest-planned", when=clock(minute), **_who(ctx, settings)),
        lines=(t("digest-starts", day="today" if starts_today else "tomorrow"),),
        note=t("digest-early", when=clock(minute)) if minute < NOON else None,
    )


def _planned(ctx: Ctx) -> Card:
    row = schedules.find(ctx.db, ctx.team.id, JOB)
    if row is None:
        return Card(t("digest-none-planned"))
    settings: dict[str, object] = json.loads(row.settings)
    line = t("digest-planned-line", when=clock(row.minute), **_who(ctx, settings))
    return Card(t("digest-list"), lines=(line,))


def _who(ctx: Ctx, settings: dict[str, object]) -> dict[str, str | int | tuple[str | T, ...]]:
    """Whom a plan reaches, as values of a text."""
    people = roster(ctx.db, ctx.team.id)
    names = tuple(member.name for member in recipients(people, settings))
    without = tuple(people.name(i) for i in ids_in(settings, "without"))
    return {
        "who": names[:NAMED],
        "people": len(names),
        "group": int(bool(settings.get("group"))),
        "without": without,
        "excluded": len(without),
    }
