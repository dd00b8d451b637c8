"""`为什么 B4`: the orders that a badge stands on, as they were when it was given."""

from __future__ import annotations

from bot.core import badge_words
from bot.core.why_words import why_card
from bot.kit import Card, Ctx, Refusal, Role, T, format_short, t
from handlers.badges.routing import router
from models import badge_proofs, badges
from models.badge_kinds import HELP, KINDS, MONEY
from models.badge_values import LETTER, Held
from models.rosters import roster


@router.explain(LETTER)
def explain(ctx: Ctx, number: int) -> Card:
    """How a badge was earned, from which records, and whether it is worn now."""
    badge = badges.require(ctx.db, ctx.team.id, number)
    people = roster(ctx.db, ctx.team.id)
    name = people.name(badge.member_id)
    is_private = badge.member_id in people.hidden and badge.member_id != ctx.actor.id
    if is_private and ctx.actor.role < Role.LEAD:
        raise Refusal("badge-hidden", name=name)
    title = t(
        "badge-why",
        number=badge.number,
        name=name,
        badge=badge_words.name(badge.kind, badge.level),
    )
    formula = [_formula(badge)]
    if not badge.is_held:
        formula.append(t("badge-why-withdrawn"))
    if badge.kind == HELP:
        return Card(title, tuple(formula))
    proof = badge_proofs.proof_of(ctx.db, ctx.team, badge)
    return why_card(title, formula, proof, ctx.team.zone)


def _formula(badge: Held) -> T:
    is_money = KINDS[badge.kind].unit == MONEY
    return t(
        "badge-formula",
        kind=badge.kind,
        level=badge_words.level_words(badge.kind, badge.level),
        value=format_short(badge.value) if is_money else str(badge.value),
        percent=badge.value // 100,
        first=badge_words.date(badge.first),
        last=badge_words.date(badge.last),
        month=badge.first.month,
        sale=badge.sale or 0,
    )
