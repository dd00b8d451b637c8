"""What a member is: the role that gives rights, the title that gives none, and the duties."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.args import read_role
from bot.kit import Answer, Card, Ctx, Delivery, MemberInfo, Refusal, Role, t
from handlers.duties.routing import router
from handlers.duties.views import away_until, ids
from handlers.duties.words import is_talk, names_in, read_line
from models import care, duties, membership
from models.rosters import roster

_PARTS = re.compile(
    r"(?:(?<=[\s,;])|^)(?:(?P<held>负责(?!人)|职责|duties|duty|handles)"
    r"|(?P<backup>备岗|后备|backup))\s*:?\s*",
    re.IGNORECASE,
)
_NONE = frozenset({"无", "清空", "none"})


@dataclass(frozen=True, slots=True)
class _Wish:
    """What somebody is to be: None and empty where nothing was said about it."""

    level: Role | None
    title: str
    held: tuple[str, ...]
    backup: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return self.level is None and not (self.title or self.held or self.backup)


@router.command("role", "角色", role=Role.GUEST, whole=True)
def role(ctx: Ctx) -> Answer:
    """Give a member a role, never above one's own, a title or duties; without any, show them.

    A word that names a level of rights is the role, any other words are the title.
    """
    called = ctx.commands.find(ctx.text)
    line = called.line.strip() if called is not None else ""
    if called is None or not line:
        return about(ctx, ctx.actor)
    said = read_line(ctx, line)
    wish = _read(said.rest)
    is_sure = called.typed or not _is_talk(line, wish, is_glued=called.glued)
    if len(said.people) != 1:
        is_meant = said.stranger or (said.people and _PARTS.search(said.rest))
        if not called.typed and not (is_meant and is_sure):
            return None
        if said.stranger:
            raise Refusal("duty-person-unknown", name=said.stranger[:20])
        raise Refusal("duty-role-how")
    if not is_sure:
        return None
    if said.stranger:
        raise Refusal("duty-person-unknown", name=said.stranger[:20])
    return about(ctx, said.people[0]) if wish.is_empty else _change(ctx, said.people[0], wish)


def _is_talk(line: str, wish: _Wish, *, is_glued: bool) -> bool:
    if is_talk(line):
        return True
    return is_glued and wish.level is None and not wish.held


def _read(rest: str) -> _Wish:
    """Words before 负责 and 备岗 are the role and the title; duties never name a role."""
    found = list(_PARTS.finditer(rest))
    head = rest[: found[0].start()] if found else rest
    level, title = _level_or_title(head.replace(",", " ").replace(";", " ").split())
    held: list[str] = []
    backup: list[str] = []
    for n, part in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(rest)
        (held if part["held"] else backup).extend(names_in(rest[part.end() : end]))
    return _Wish(level, title, tuple(held), tuple(backup))


def _level_or_title(words: list[str]) -> tuple[Role | None, str]:
    """A word that stands alone may be a role; in «Sales manager» it is a title like the rest.

    Raises Refusal for 团长 客服, which may be meant as both.
    """
    if len(words) == 1 and (level := read_role(words[0])) is not None:
        return level, ""
    both = [word for word in words if not word.isascii() and read_role(word) is not None]
    if both:
        raise Refusal("duty-role-mixed", role=both[0])
    return None, " ".join(words)


def _change(ctx: Ctx, who: MemberInfo, wish: _Wish) -> Card:
    if wish.level is not None:
        membership.require(ctx.db, ctx.actor, Role.MANAGER)
        membership.set_role(ctx.db, ctx.actor, who, wish.level, ctx.now)
    if wish.title:
        title = "" if wish.title.lower() in _NONE else wish.title
        duties.set_title(ctx.db, ctx.actor, who, title, ctx.now)
    for names, is_backup in ((wish.held, False), (wish.backup, True)):
        if names:
            duties.hold(ctx.db, ctx.actor, [who], names, is_backup=is_backup, now=ctx.now)
    if wish.level is not None and not (wish.title or wish.held or wish.backup):
        given = t("team-role-given", name=who.name, role=t(f"role-{wish.level.name.lower()}"))
        return Card(given, mentions=(who.id,), rank=wish.level)
    card = about(ctx, roster(ctx.db, ctx.team.id).members[who.id])
    return card.with_(
        title=t("duty-now", line=card.title),
        mentions=ids([who]),
        rank=wish.level,
        delivery=Delivery.IMPORTANT,
    )


def about(ctx: Ctx, member: MemberInfo) -> Card:
    """A member's role, title and duties, and until when they are on leave."""
    held, backup = duties.of_member(ctx.db, member)
    trade = care.profile(ctx.db, member.id).title
    title = t("duty-title", title=trade) if trade else ""
    lines = []
    if held:
        lines.append(t("duty-holds", duties=held))
    if backup:
        lines.append(t("duty-backs", duties=backup))
    if not lines:
        lines.append(t("duty-holds-none", name=member.name))
    until = away_until(ctx, member)
    if until is not None:
        lines.append(t("duty-on-leave", until=f"{until:%m-%d}"))
    level = t(f"role-{member.role.name.lower()}")
    return Card(t("duty-person", name=member.name, role=level, title=title), tuple(lines))
