"""The team's people: their names and roles, and who comes, leaves or is renamed."""

from __future__ import annotations

import re

from bot.kit import Answer, Card, Ctx, MemberInfo, Refusal, Role, Router, T, t
from models import codes, membership, task_steps
from models.rosters import ACTIVE, LEFT, SHADOW, roster
from models.task_changes import Doer

router = Router("team")

# Names in one line of the list; a longer line is a page of its own on a phone.
SHOWN = 40
_NOT_HERE = re.compile(r"\s*\((?:不在群里?|不在|影子|not here|shadow)\)\s*$", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}")


@router.command("add_member", "加成员", "添加成员", role=Role.LEAD)
def add_member(ctx: Ctx, *, name: str) -> Card:
    """Add somebody who sells with the team but is not in the group."""
    shadow = membership.add_shadow(ctx.db, ctx.actor, _NOT_HERE.sub("", name), ctx.now)
    return Card(t("team-added", name=shadow.name))


@router.command("members", "成员", "成员列表", role=Role.MEMBER)
def members(ctx: Ctx) -> Card:
    """List the team's people by role, then who is not in the group and who left."""
    people = list(roster(ctx.db, ctx.team.id).members.values())
    here = [member for member in people if member.state != LEFT]
    lines = [
        _line(t(f"role-{role.name.lower()}"), found)
        for role in reversed(Role)
        if (found := [m for m in people if m.state == ACTIVE and m.role == role])
    ]
    for state in (SHADOW, LEFT):
        found = [member for member in people if member.state == state]
        if found:
            lines.append(_line(t(f"team-list-{state}"), found))
    return Card(t("team-list", team=ctx.team.name, count=len(here)), lines=tuple(lines))


def _line(label: T, found: list[MemberInfo]) -> T:
    shown = tuple(_marked(member.name) for member in found[:SHOWN])
    more = len(found) - len(shown)
    return t("team-list-line", label=label, names=shown, more=more)


def _marked(name: str) -> T | str:
    return t("team-look-alike", name=name) if membership.looks_like_another(name) else name


@router.command("remove", "移除", "移出", role=Role.MANAGER)
def remove(ctx: Ctx, who: MemberInfo) -> Card:
    """End a member's rights; what they sold stays."""
    membership.remove(ctx.db, ctx.actor, who, ctx.now)
    doer = Doer(ctx.actor, ctx.now, ctx.source)
    orphaned = task_steps.leave_open(ctx.db, ctx.team, who, doer)
    lines = (t("team-orphaned", count=len(orphaned)),) if orphaned else ()
    return Card(t("team-removed", name=who.name), lines)


@router.command("restore", "恢复", role=Role.MANAGER)
def restore(ctx: Ctx, who: MemberInfo) -> Card:
    """Take back a member who was removed or left."""
    membership.restore(ctx.db, ctx.actor, who, ctx.now)
    return Card(t("team-restored", name=who.name))


@router.command("alias", "别名", "昵称", role=Role.MEMBER)
def alias(ctx: Ctx, who: MemberInfo | None = None, *, names: str = "") -> Card:
    """Let a member be called by more names; without new ones, show those there are."""
    member = who or ctx.actor
    if names:
        membership.add_aliases(ctx.db, ctx.actor, member, names.split(), now=ctx.now)
    known = membership.aliases_of(ctx.db, member)
    if not known:
        return Card(t("team-alias-none", name=member.name))
    return Card(t("team-alias", name=member.name, aliases=known))


@router.command("owner", "群主", role=Role.GUEST, whole=True)
def owner(ctx: Ctx) -> Answer:
    """Make the sender of a valid one-time code the owner."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    code = called.line.strip()
    if not _CODE.fullmatch(code):
        if called.typed:
            raise Refusal("team-code-missing")
        return None
    if not codes.redeem(ctx.db, ctx.actor, code, ctx.now):
        return Card(t("team-code-wrong"))
    membership.become_owner(ctx.db, ctx.actor, ctx.now)
    title = t("team-owner-now", name=ctx.actor.name, team=ctx.team.name)
    return Card(title, mentions=(ctx.actor.id,), rank=Role.OWNER)


@router.on("join")
def joined(ctx: Ctx) -> Answer:
    """Somebody who left and comes back is a member again."""
    if ctx.actor.state == LEFT:
        membership.come_back(ctx.db, ctx.actor)
    return None


@router.on("leave")
def left(ctx: Ctx) -> Answer:
    """Somebody who leaves keeps the history and loses the rights."""
    if ctx.actor.state != LEFT:
        membership.depart(ctx.db, ctx.actor)
    return None


@router.on("rename")
def renamed(ctx: Ctx) -> Answer:
    """A new display name changes no right; the old one goes on working."""
    name = ctx.text.strip() or ctx.incoming.sender.name
    if name and name != ctx.actor.name:
        membership.rename(ctx.db, ctx.actor, name)
    return None
