"""Squads: lists of people under a name, by which contests are set."""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, Refusal, Role, t
from bot.language.wishes import is_chatty, without_people
from handlers.contests.naming import person
from handlers.contests.routing import router
from handlers.contests.words import names
from models import squads
from models.rosters import roster

_DROP = frozenset({"解散", "删除", "取消", "drop", "delete"})


@router.command("squad", "战队", "分队", role=Role.MEMBER, whole=True)
def squad(ctx: Ctx) -> Answer:
    """List the squads, show one, or set its members: `战队 红队 @小美 @阿芳`."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    rest, written = without_people(called.line)
    words = rest.replace(":", " ").replace("：", " ").split()
    if not called.typed and (called.glued or is_chatty(called.line) or len(words) > 2):
        return None
    if not words and not written:
        return _listed(ctx)
    if not words:
        raise Refusal("contest-squad-name")
    if written:
        return _set(ctx, words, written)
    if len(words) == 2 and (words[1] in _DROP or words[0] in _DROP):
        return _dropped(ctx, words[0] if words[1] in _DROP else words[1])
    found = squads.squads(ctx.db, ctx.team.id).get(words[0])
    if found is None:
        if not called.typed:
            return None
        raise Refusal("contest-squad-none", name=words[0][:12])
    who = names(roster(ctx.db, ctx.team.id), found)
    return Card(t("contest-squad", name=words[0], names=who, count=len(found)))


def _set(ctx: Ctx, words: list[str], written: tuple[str, ...]) -> Card:
    if len(words) > 1:
        raise Refusal("contest-squad-name")
    ids = tuple(dict.fromkeys(person(ctx, name).id for name in written))
    squads.set_squad(ctx.db, ctx.actor, words[0], ids)
    who = names(roster(ctx.db, ctx.team.id), ids)
    return Card(t("contest-squad-set", name=words[0], names=who, count=len(ids)))


def _dropped(ctx: Ctx, name: str) -> Card:
    if not squads.drop_squad(ctx.db, ctx.actor, name):
        raise Refusal("contest-squad-none", name=name[:12])
    return Card(t("contest-squad-dropped", name=name))


def _listed(ctx: Ctx) -> Card:
    found = squads.squads(ctx.db, ctx.team.id)
    if not found:
        return Card(t("contest-squads-none"), (t("contest-example-squad"),))
    people = roster(ctx.db, ctx.team.id)
    lines = tuple(
        t("contest-side", side=name, names=names(people, ids), count=len(ids))
        for name, ids in found.items()
    )
    return Card(t("contest-squads", count=len(found)), lines)
