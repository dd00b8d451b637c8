"""`偏好`: what people like to do, when they cannot, and how much is enough; seen by themselves and
leads alone.
"""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, MemberInfo, Refusal, Role, T, t
from handlers.matching.reasons import joined
from handlers.matching.routing import named, privately, router, words_of
from handlers.matching.words import Said, is_talk, read_removal, read_wishes
from models import membership, skills
from models.skills import Wishes

_ALL = frozenset({"全部", "清空", "所有", "all"})
_CLEARING = frozenset({"清空", "clear"})


@router.command("preferences", "偏好", role=Role.MEMBER, whole=True)
def preferences(ctx: Ctx) -> Answer:
    """Show or note what the speaker likes and does not like to do; a lead may look at others'."""
    words, typed, glued = words_of(ctx)
    if not words:
        return _shown(ctx, ctx.actor)
    member, others = named(ctx, words)
    if member is not None and member.id != ctx.actor.id:
        membership.require(ctx.db, ctx.actor, Role.LEAD)
        if others:
            raise Refusal("matching-wishes-own", name=member.name)
        return _shown(ctx, member)
    removal = read_removal(others)
    if len(others) == 1 and others[0] in _CLEARING:
        removal = others[0]
    if removal is not None and not glued:
        return _forget(ctx, removal)
    said = read_wishes(" ".join(others))
    if said is None or (said.is_plain and not typed and _may_be_talk(ctx, said, glued)):
        if typed:
            raise Refusal("matching-wishes-unclear", words=" ".join(others)[:20])
        return None
    return note_wishes(ctx, said)


def _may_be_talk(ctx: Ctx, said: Said, glued: bool) -> bool:
    """Whether nothing but names was said that may as well begin a sentence."""
    known = set(skills.known(ctx.db, ctx.team.id))
    if known.intersection(said.likes):
        return False
    return glued or any(is_talk(name) or len(name) > 4 for name in said.likes)


def note_wishes(ctx: Ctx, said: Said) -> Card:
    """Keep what somebody said about work, and echo it."""
    before = skills.wishes_of(ctx.db, ctx.actor.id).off_days or frozenset()
    wishes = Wishes(
        likes=said.likes,
        dislikes=said.dislikes,
        off_days=(before | said.off) - said.on if said.off or said.on else None,
        capacity=said.capacity,
    )
    skills.wish(ctx.db, ctx.actor.id, wishes)
    found = _lines(wishes) or (t("matching-no-off-days"),)
    return Card(
        t("matching-wishes-noted", wishes=joined(list(found))), note=t("matching-wishes-who")
    )


def _forget(ctx: Ctx, what: str) -> Card:
    if what in _ALL | _CLEARING:
        skills.forget_wishes(ctx.db, ctx.actor.id)
        return Card(t("matching-wishes-cleared"))
    if not skills.unwish(ctx.db, ctx.actor.id, what):
        raise Refusal("matching-wish-not-there", work=what[:20])
    return Card(t("matching-wish-gone", work=what))


def _shown(ctx: Ctx, member: MemberInfo) -> Answer:
    wishes = skills.wishes_of(ctx.db, member.id)
    lines = _lines(wishes)
    if not lines:
        return privately(ctx, Card(t("matching-wishes-none", name=member.name)))
    return privately(ctx, Card(t("matching-wishes", name=member.name), lines=lines))


def _lines(wishes: Wishes) -> tuple[T, ...]:
    """What was said, a thought a line."""
    lines = []
    if wishes.likes:
        lines.append(t("matching-likes", works=wishes.likes))
    if wishes.dislikes:
        lines.append(t("matching-dislikes", works=wishes.dislikes))
    if wishes.off_days:
        days = tuple(t("date-weekday", n=day + 1) for day in sorted(wishes.off_days))
        lines.append(t("matching-off-days", days=days))
    if wishes.capacity is not None:
        lines.append(t("matching-capacity", count=wishes.capacity))
    return tuple(lines)
