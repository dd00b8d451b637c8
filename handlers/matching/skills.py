"""`技能`: who can do what, and how well."""

from __future__ import annotations

import re

from bot.kit import Answer, Card, Ctx, MemberInfo, Refusal, Role, T, t
from handlers.matching.reasons import joined
from handlers.matching.routing import named, router, words_of
from handlers.matching.wishes import note_wishes
from handlers.matching.words import is_talk, read_levels, read_removal, read_wishes
from models import membership, skills
from models.rosters import roster

# People in one line about a skill.
SHOWN = 12
_SHORTEST = 2
_WISHES = re.compile(r"(?:^|[\s,，;；。])(?:偏好|preferences)[\s:：]+", re.IGNORECASE)


@router.command("skills", "技能", role=Role.MEMBER, whole=True)
def skill(ctx: Ctx) -> Answer:
    """Show or note what the speaker can, or somebody else; or who can do something."""
    words, typed, glued = words_of(ctx)
    if not words:
        return _shown(ctx, ctx.actor)
    both = _with_wishes(ctx, words)
    if both is not None:
        return both
    member, others = named(ctx, words)
    if member is not None and not others:
        return _shown(ctx, member)
    removal = read_removal(others)
    if removal is not None:
        return _forget(ctx, member or ctx.actor, removal, typed or not glued)
    said = read_levels(others)
    if said is None or (glued and any(len(name) < _SHORTEST for name, _ in said)):
        if typed:
            raise Refusal("matching-skill-unclear", words=" ".join(others)[:20])
        return None
    if any(level is not None for _, level in said):
        return _learn(ctx, member or ctx.actor, said)
    if member is not None:
        return _shown(ctx, member)
    return _who(ctx, [name for name, _ in said], typed, glued)


def _with_wishes(ctx: Ctx, words: list[str]) -> list[Card] | None:
    """`技能 文案3 偏好 不接 直播`: skills and wishes in one line, None where it holds no wishes."""
    parts = _WISHES.split(" ".join(words), maxsplit=1)
    if len(parts) < 2:
        return None
    said, wishes = read_levels(parts[0].split()), read_wishes(parts[1])
    if said is None or wishes is None or all(level is None for _, level in said):
        return None
    return [*_learn(ctx, ctx.actor, said), note_wishes(ctx, wishes)]


def _shown(ctx: Ctx, member: MemberInfo) -> Card:
    found = skills.skills_of(ctx.db, [member.id]).get(member.id)
    if found is None:
        return Card(t("matching-skills-none", name=member.name))
    return Card(t("matching-skills", name=member.name, skills=_list(found)))


def _list(levels: dict[str, int]) -> T:
    return joined([t("matching-skill", skill=name, level=n) for name, n in levels.items()])


def _learn(ctx: Ctx, member: MemberInfo, said: list[tuple[str, int | None]]) -> list[Card]:
    """Note skills; a word goes to somebody whose skills another one noted."""
    levels = {}
    for name, level in said:
        if level is None:
            raise Refusal("matching-level-missing", skill=name)
        levels[name] = level
    if member.id != ctx.actor.id:
        membership.require(ctx.db, ctx.actor, Role.LEAD)
    skills.learn(ctx.db, member.id, levels)
    all_of_them = skills.skills_of(ctx.db, [member.id])[member.id]
    cards = [Card(t("matching-skills-noted", name=member.name, skills=_list(all_of_them)))]
    if member.id != ctx.actor.id:
        title = t("matching-skills-told", who=ctx.actor.name, skills=_list(levels))
        cards.append(Card(title, note=t("matching-skills-told-note"), to=member.id))
    return cards


def _forget(ctx: Ctx, member: MemberInfo, name: str, is_sure: bool) -> Answer:
    has_it = name in skills.skills_of(ctx.db, [member.id]).get(member.id, {})
    if not has_it and not is_sure:
        return None
    if member.id != ctx.actor.id:
        membership.require(ctx.db, ctx.actor, Role.LEAD)
    if not skills.unlearn(ctx.db, member.id, name):
        raise Refusal("matching-skill-not-there", name=member.name, skill=name[:20])
    cards = [Card(t("matching-skill-gone", name=member.name, skill=name))]
    if member.id != ctx.actor.id:
        title = t("matching-skill-gone-told", who=ctx.actor.name, skill=name)
        cards.append(Card(title, to=member.id))
    return cards


def _who(ctx: Ctx, names: list[str], typed: bool, glued: bool) -> Answer:
    """Who can do something; a word that is no skill here and looks like talk gets silence."""
    is_known = bool(set(skills.known(ctx.db, ctx.team.id)).intersection(names))
    may_be_talk = glued or len(names) > 1 or is_talk(names[0])
    if not typed and not is_known and may_be_talk:
        return None
    return _holders(ctx, names[0]) if len(names) == 1 else _several(ctx, names)


def _holders(ctx: Ctx, name: str) -> Card:
    found = skills.who_can(ctx.db, ctx.team.id, name)
    if not found:
        return Card(t("matching-who-none", skill=name))
    lines = tuple(_level_line(ctx, found, level) for level in _levels(found))
    return Card(t("matching-who", skill=name, count=len(found)), lines=lines)


def _several(ctx: Ctx, names: list[str]) -> Card:
    """A line for each of several skills."""
    lines = []
    for name in names[:SHOWN]:
        found = skills.who_can(ctx.db, ctx.team.id, name)
        people = tuple(
            t("matching-skill", skill=roster(ctx.db, ctx.team.id).name(i), level=level)
            for i, level in found[:SHOWN]
        )
        key = "matching-who-line" if found else "matching-who-line-none"
        lines.append(t(key, skill=name, people=people) if found else t(key, skill=name))
    return Card(t("matching-who-several"), lines=tuple(lines))


def _levels(found: list[tuple[int, int]]) -> list[int]:
    return sorted({level for _, level in found}, reverse=True)


def _level_line(ctx: Ctx, found: list[tuple[int, int]], level: int) -> T:
    people = roster(ctx.db, ctx.team.id)
    names = [people.name(i) for i, has in found if has == level]
    more = len(names) - SHOWN
    return t("matching-level-line", level=level, names=tuple(names[:SHOWN]), more=max(0, more))
