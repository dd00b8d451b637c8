"""`徽章`: what somebody holds and what is next, how many the team has, which there are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.core import badge_words
from bot.core.args import split_words
from bot.kit import Answer, Card, Ctx, MemberInfo, Refusal, Role, T, format_short, t
from bot.language.money import Amount, read_amount
from bot.language.wishes import SELF
from handlers.badges.routing import router
from models import badge_next, badges, praise_plans
from models.badge_kinds import KINDS, MONEY, NOTHING
from models.badge_values import Held
from models.praise_plans import RECORD, Plan, plan_of
from models.rosters import roster

_TEAM = frozenset({"全队", "团队", "全团", "大家", "team", "all"})
_LIST = frozenset({"列表", "有哪些", "规则", "说明", "list", "rules"})
_LEVELS = frozenset({"档位", "门槛", "level", "levels"})
_USUAL = frozenset({"默认", "default"})
_SWITCHES = {"开": True, "打开": True, "on": True, "关": False, "关闭": False, "off": False}
_EVERYTHING = (*KINDS, RECORD)
# What members call the kinds of badges.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "首单": ("first",),
    "first": ("first",),
    "连开": ("streak",),
    "连续": ("streak",),
    "连续开单": ("streak",),
    "streak": ("streak",),
    "破万": ("day", "month"),
    "单日": ("day",),
    "日破万": ("day",),
    "单日破万": ("day",),
    "day": ("day",),
    "单月": ("month",),
    "月破万": ("month",),
    "单月破万": ("month",),
    "month": ("month",),
    "进步": ("progress",),
    "进步之星": ("progress",),
    "progress": ("progress",),
    "坚持": ("steady",),
    "天天开单": ("steady",),
    "steady": ("steady",),
    "帮助": ("help",),
    "help": ("help",),
    "纪录": (RECORD,),
    "个人纪录": (RECORD,),
    "record": (RECORD,),
    "records": (RECORD,),
    "全部": _EVERYTHING,
    "所有": _EVERYTHING,
    "everything": _EVERYTHING,
}
_CHATTY = re.compile(r"[!！?？。~～…]|[了吧呢吗啊呀哦哈嘛啦的]\s*$")
_NUMBER = re.compile(r"\d{1,5}")
_WORD = 16
# Lines about what is next.
NEXT = 2


@router.command("badge", "徽章", "勋章", role=Role.MEMBER, whole=True)
def badge(ctx: Ctx) -> Answer:
    """Show badges, or say which are given: `徽章`, `徽章 @阿芳`, `徽章 全队`, `徽章 列表`,
    `徽章 关 破万`, `徽章 档位 单日 5000 2万`.
    """
    found = ctx.commands.find(ctx.text)
    if found is None:
        return None
    words = split_words(found.line)
    if found.glued and not found.typed and not _is_sure(words):
        return None
    head = words[0].lower() if words else ""
    if not words:
        return shown(ctx, ctx.actor)
    if len(words) == 1 and head in _TEAM:
        return _of_team(ctx)
    if len(words) == 1 and head in _LIST:
        return _kinds(ctx)
    if head in _SWITCHES and (found.typed or not _CHATTY.search(found.line)):
        return _switched(ctx, words[1:], on=_SWITCHES[head])
    if head in _LEVELS:
        return _levels(ctx, words[1:])
    if len(words) == 1:
        member = _person(ctx, words[0])
        if member is not None:
            return shown(ctx, member)
    if found.typed:
        raise Refusal("badge-how")
    return None


def _is_sure(words: Sequence[str]) -> bool:
    """Whether words glued to the command are its arguments: a name with «@», 全队, 列表."""
    return len(words) == 1 and (words[0][:1] == "@" or words[0].lower() in _TEAM | _LIST)


def _person(ctx: Ctx, word: str) -> MemberInfo | None:
    name = word.removeprefix("@")
    member = ctx.actor if name.lower() in SELF else roster(ctx.db, ctx.team.id).find(name)
    if member is None and word != name:
        raise Refusal("badge-nobody", name=name[:_WORD])
    return member


def shown(ctx: Ctx, member: MemberInfo) -> Card:
    """The badges of a member; to oneself also what is next."""
    is_own = member.id == ctx.actor.id
    if not is_own and member.id in roster(ctx.db, ctx.team.id).hidden:
        raise Refusal("badge-hidden", name=member.name)
    plan = plan_of(ctx.db, ctx.team, ctx.now)
    held = [each for each in badges.of_member(ctx.db, member.id).values() if each.is_held]
    lines = [_line(kind, [b for b in held if b.kind == kind]) for kind in KINDS]
    own = _ahead(ctx, plan, member) if is_own else []
    return Card(
        t("badge-title" if held else "badge-none", name=member.name, count=len(held)),
        (*(line for line in lines if line is not None), *own),
        note=t("badge-note", number=held[-1].number) if held else None,
    )


def _line(kind: str, held: Sequence[Held]) -> T | None:
    """One line for a kind: its levels, or how often it was won, with the number of the last."""
    if not held:
        return None
    if KINDS[kind].comes_again:
        return t("badge-line-again", kind=kind, count=len(held), number=held[-1].number)
    levels = sorted(held, key=lambda each: each.level)
    return t(
        "badge-line",
        kind=kind,
        levels=tuple(badge_words.level_words(kind, each.level) for each in levels),
        number=levels[-1].number,
    )


def _ahead(ctx: Ctx, plan: Plan, member: MemberInfo) -> list[T]:
    """What is nearest, at most two lines."""
    found = badge_next.nearest(ctx.db, ctx.team, plan, member.id, ctx.today)
    return [
        t(
            "badge-next",
            kind=each.kind,
            level=badge_words.level_words(each.kind, each.level),
            now=_amount(each.kind, each.value),
            gap=_amount(each.kind, each.level - each.value),
        )
        for each in found[:NEXT]
    ]


def _amount(kind: str, value: int) -> str:
    return format_short(value) if KINDS[kind].unit == MONEY else str(value)


def _of_team(ctx: Ctx) -> Card:
    """How many wear which badge; nobody is named, and so nobody is missed."""
    found = badges.of_team(ctx.db, ctx.team.id)
    lines = []
    for kind in KINDS:
        counts: dict[int, int] = {}
        for each in found:
            if each.kind == kind:
                counts[each.level] = counts.get(each.level, 0) + 1
        if counts:
            parts = tuple(
                t("badge-count", badge=badge_words.name(kind, level), count=count)
                for level, count in sorted(counts.items())
            )
            lines.append(t("badge-counts", parts=parts))
    people = len({each.member_id for each in found})
    title = t("badge-team" if found else "badge-team-none", count=len(found), people=people)
    return Card(title, tuple(lines))


def _kinds(ctx: Ctx) -> Card:
    """Which badges there are, how they are got, and which are switched off."""
    plan = plan_of(ctx.db, ctx.team, ctx.now)
    lines = []
    for kind in KINDS:
        levels = plan.levels_of(kind)
        shown_levels = levels or plan.levels.get(kind) or KINDS[kind].levels
        parts = tuple(badge_words.level_words(kind, level) for level in shown_levels)
        lines.append(t("badge-rule", kind=kind, levels=parts, off=int(not levels)))
    lines.append(t("badge-rule-record", off=int(RECORD in plan.off)))
    return Card(t("badge-list"), tuple(lines), note=t("badge-list-note"))


def _named(words: Sequence[str]) -> list[str]:
    """The kinds that words name; raises Refusal for a word that names none."""
    keys: list[str] = []
    for word in words:
        found = _NAMES.get(word.lower())
        if found is None:
            raise Refusal("badge-unknown", word=word[:_WORD])
        keys += found
    if not keys:
        raise Refusal("badge-switch-what")
    return list(dict.fromkeys(keys))


def _switched(ctx: Ctx, words: Sequence[str], *, on: bool) -> Card:
    keys = _named(words)
    praise_plans.switch_badge(ctx.db, ctx.team, ctx.actor, keys, on=on, now=ctx.now)
    names = tuple(t("badge-kind", kind=key) for key in keys)
    return Card(t("badge-on" if on else "badge-off", names=names))


def _levels(ctx: Ctx, words: Sequence[str]) -> Card:
    """Give a kind a team's own levels: `徽章 档位 单日 5000 2万`, `徽章 档位 单日 默认`."""
    keys = _named(words[:1])
    if len(keys) != 1 or keys[0] not in KINDS:
        raise Refusal("badge-levels-which")
    kind = keys[0]
    said = [word for word in words[1:] if word.lower() not in _USUAL]
    if not words[1:]:
        raise Refusal("badge-levels-what")
    wanted = [_level(KINDS[kind].unit, word) for word in said]
    levels = praise_plans.set_levels(ctx.db, ctx.team, ctx.actor, kind, wanted, now=ctx.now)
    parts = tuple(badge_words.level_words(kind, level) for level in levels)
    return Card(t("badge-levels-set", kind=kind, levels=parts))


def _level(unit: str, word: str) -> int:
    """One level in the unit of its kind; raises Refusal for what is none."""
    if unit == MONEY:
        amount = read_amount(word)
        if isinstance(amount, Amount):
            return amount.minor
    elif unit != NOTHING and (match := _NUMBER.match(word)) is not None:
        return int(match[0])
    elif unit == NOTHING:
        raise Refusal("badge-no-levels")
    raise Refusal("badge-level-bad", word=word[:_WORD])
