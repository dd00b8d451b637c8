"""`绑定` and `关联群`: one person and one ledger in several places, by one-time codes."""

from __future__ import annotations

import re

from bot.kit import Answer, Card, Ctx, Refusal, Role, Router, account_of, t
from models import linking, membership
from models.chats import GONE, private_of
from models.rosters import roster
from models.teams import team_info

router = Router("link")

_PERSON_CODE = re.compile(r"[0-9]{4}")
_GROUP_CODE = re.compile(r"[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}")


@router.command("bind", "绑定", role=Role.MEMBER, whole=True)
def bind(ctx: Ctx) -> Answer:
    """Give a code for oneself or, as a manager, for somebody; with a code, use it."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    word = called.line.strip()
    if _PERSON_CODE.fullmatch(word):
        bound = linking.bind(ctx.db, account_of(ctx.incoming), word, ctx.now)
        if bound is None:
            return Card(t("link-code-wrong"))
        return _bound(ctx, bound)
    if called.glued or (word and not word.startswith("@") and not called.typed):
        return None
    member = roster(ctx.db, ctx.team.id).find(word.removeprefix("@")) if word else ctx.actor
    if member is None:
        raise Refusal("link-nobody", name=word[:20])
    private = private_of(ctx.db, ctx.actor.id)
    if ctx.chat.is_group and (private is None or private[1] == GONE):
        # What cannot be read is no help, and the code would be lost.
        raise Refusal("link-in-private")
    code = linking.person_code(ctx.db, ctx.actor, member, ctx.now)
    card = Card(t("link-code", name=member.name, code=code))
    # Who reads the code becomes the person: it never stands in a group.
    if not ctx.chat.is_group:
        return card
    return [card.with_(to=ctx.actor.id), Card(t("link-code-sent"))]


@router.command("link_group", "关联群", role=Role.MEMBER, whole=True)
def link_group(ctx: Ctx) -> Answer:
    """Give a code for another group; with a code, make this group part of that team."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    word = called.line.strip()
    if not (word and linking.is_empty(ctx.db, ctx.team.id)):
        membership.require(ctx.db, ctx.actor, Role.MANAGER)
    if not word:
        code = linking.group_code(ctx.db, ctx.team.id, ctx.now)
        return Card(t("link-group-code", team=ctx.team.name, code=code))
    if not _GROUP_CODE.fullmatch(word):
        if not called.typed:
            return None
        raise Refusal("link-group-code-bad")
    if not ctx.chat.is_group:
        raise Refusal("link-not-a-group")
    joined = linking.join_group(ctx.db, account_of(ctx.incoming), word, ctx.now)
    return Card(t("link-joined")) if joined is not None else Card(t("link-code-wrong"))


def _bound(ctx: Ctx, bound: linking.Bound) -> Card:
    name, team_id = bound.member.name, bound.member.team_id
    if ctx.chat.is_group and team_id != ctx.team.id:
        return Card(t("link-bound-elsewhere", name=name, team=team_info(ctx.db, team_id).name))
    return Card(t("link-bound", name=name, records=bound.records))


@router.command("new_team", "新团队", role=Role.MEMBER, hidden=True, whole=True)
def new_team(ctx: Ctx) -> Answer:
    """Nothing for a group that has a team: the word is for one that nobody has claimed."""


@router.command("newcomer", "我是新人", role=Role.MEMBER, hidden=True, whole=True)
def newcomer(ctx: Ctx) -> Answer:
    """Nothing for somebody who is known: the word is for one whom nobody has claimed."""
