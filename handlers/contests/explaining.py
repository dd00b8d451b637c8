"""Why a contest stands as it does: the formula, the records that count, and those that do not."""

from __future__ import annotations

from bot.core.why_words import why_card
from bot.kit import Card, Ctx, Refusal, T, format_short, t
from handlers.contests.ranking import TOP
from handlers.contests.routing import router
from handlers.contests.words import days, head, measure, score
from models import contest_evidence, contest_steps, contests
from models.contest_rows import View
from models.contest_rules import Form
from models.contest_scores import Judged, Score
from models.rosters import Roster, roster


@router.explain("PK")
def explain(ctx: Ctx, number: int) -> Card:
    """Explain the figure of a side or member that is named, else the speaker's own, else all."""
    row = contests.find(ctx.db, ctx.team.id, number)
    if row.state not in (contests.RUNNING, contests.CLOSED):
        raise Refusal("contest-not-begun", number=number)
    found = contest_steps.standing_view(ctx.db, row)
    is_blind = row.state == contests.RUNNING and found.rules.is_blind(ctx.now)
    name, members, unit = _asked(ctx, found, is_blind=is_blind)
    judged = contest_evidence.judged_of(found, members)
    evidence = contest_evidence.evidence(ctx.db, found, members, asker=ctx.actor.id, now=ctx.now)
    title = t("contest-why", head=head(row), name=name, score=_figure(found, unit))
    return why_card(title, _formula(ctx, found, judged, members), evidence, ctx.team.zone)


def _asked(
    ctx: Ctx, found: View, *, is_blind: bool
) -> tuple[str | T, frozenset[int], Score | None]:
    """Whose figure is asked for: (name, members, score); while it is hidden only one's own."""
    people = roster(ctx.db, ctx.team.id)
    everybody = frozenset(entrant.member_id for entrant in found.roster)
    if is_blind:
        if ctx.chat.is_group or ctx.actor.id not in everybody:
            raise Refusal("contest-why-blind", number=found.contest.number)
        return ctx.actor.name, frozenset({ctx.actor.id}), found.standing.own[ctx.actor.id]
    for n, side in enumerate(found.rules.sides):
        if side in ctx.text:
            unit = next(u for u in found.standing.units if u.key == n)
            return side, frozenset(unit.members), unit
    for member_id in everybody - {ctx.actor.id}:
        if people.name(member_id) in ctx.text:
            if not _is_public(found, people, member_id):
                raise Refusal("contest-why-private", name=people.name(member_id))
            return people.name(member_id), frozenset({member_id}), found.standing.own[member_id]
    if ctx.actor.id in everybody:
        return ctx.actor.name, frozenset({ctx.actor.id}), found.standing.own[ctx.actor.id]
    return t("contest-why-all"), everybody, None


def _is_public(found: View, people: Roster, member_id: int) -> bool:
    """Whether everybody may see somebody's figure: those of the first places alone."""
    if found.rules.of_sides or member_id in people.hidden:
        return False
    unit = next(u for u in found.standing.units if u.key == member_id)
    return 0 < unit.rank <= TOP and unit.value > 0


def _figure(found: View, unit: Score | None) -> T | str:
    return score(found.rules, unit.value) if unit is not None else ""


def _formula(ctx: Ctx, found: View, judged: list[Judged], members: frozenset[int]) -> list[T]:
    rules = found.rules
    lines = [
        t(
            "contest-why-formula",
            measure=measure(rules),
            days=days(ctx.team, rules, ctx.now),
            average=int(rules.average),
        )
    ]
    if rules.is_targeted:
        target = sum(e.target for e in found.roster if e.member_id in members)
        sold = sum(seen.row.amount for seen in judged if not seen.reason)
        lines.append(t("contest-why-target", sold=format_short(sold), target=format_short(target)))
    late = [seen.row.number for seen in judged if seen.is_late and not seen.reason]
    if late:
        lines.append(t("contest-why-late", numbers=tuple(f"#S{n}" for n in late[:12])))
    if rules.form is Form.RELAY:
        lines.append(t("contest-why-relay", legs=rules.leg_days))
    return lines
