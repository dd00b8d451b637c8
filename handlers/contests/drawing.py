"""A contest as a picture: sides face to face, with the same words below it."""

from __future__ import annotations

from bot.core.pictures import Side, duel_picture, share_of
from bot.kit import Card, Ctx, Refusal, T, t
from handlers.contests.ranking import winners
from handlers.contests.showing import state
from handlers.contests.words import days, head, measure, remaining, score, unit_name
from models import contest_steps, contests
from models.contest_rows import View
from models.contest_scores import Score
from models.contest_tables import Contest
from models.rosters import Roster, roster

# Sides or members in a picture, and the best members of a side.
SIDES, BEST = 5, 3


def picture(ctx: Ctx, row: Contest, _words: str) -> Card:
    """How a contest stands as a picture; the card below it says the same."""
    if row.state not in (contests.RUNNING, contests.CLOSED):
        raise Refusal("contest-no-picture", number=row.number, state=row.state)
    found = contest_steps.standing_view(ctx.db, row)
    rules = found.rules
    is_blind = row.state == contests.RUNNING and rules.is_blind(ctx.now)
    people = roster(ctx.db, ctx.team.id)
    drawn = duel_picture(
        head(row),
        t("contest-picture-subtitle", days=days(ctx.team, rules, ctx.now), measure=measure(rules)),
        _sides(found, people, is_blind=is_blind),
        is_blind=is_blind,
        ends=_ends(ctx, row, found, people),
        note=t("contest-blind-picture") if is_blind else "",
    )
    return state(ctx, row).with_(picture=drawn, in_place=False)


def _sides(found: View, people: Roster, *, is_blind: bool) -> list[Side]:
    """The sides as they are drawn; hidden ones stand in the order in which they were set."""
    units = [unit for unit in found.standing.units if unit.rank]
    if is_blind:
        units.sort(key=lambda unit: unit.key)
    best = max((unit.value for unit in units), default=0)
    shown = units if found.rules.of_sides else [u for u in units if is_blind or u.value > 0]
    return [
        Side(
            name=unit_name(found, people, unit),
            figure=score(found.rules, unit.value),
            share=share_of(unit.value, best),
            detail=t("contest-picture-people", count=len(unit.members))
            if found.rules.of_sides
            else "",
            best=_best(found, people, unit),
            is_ahead=unit.rank == 1 and unit.value > 0,
        )
        for unit in shown[:SIDES]
    ]


def _best(found: View, people: Roster, unit: Score) -> tuple[tuple[str, T], ...]:
    if not found.rules.of_sides:
        return ()
    own = [found.standing.own[each] for each in unit.members]
    first = sorted((o for o in own if o.value > 0), key=lambda o: (-o.value, o.key))[:BEST]
    return tuple(
        (people.name(o.key), score(found.rules, o.value))
        for o in first
        if o.key not in people.hidden
    )


def _ends(ctx: Ctx, row: Contest, found: View, people: Roster) -> T:
    """When it is over, or who won."""
    if row.state == contests.RUNNING:
        return remaining(found.rules, ctx.now)
    first = tuple(unit_name(found, people, u) for u in winners(found) if u.rank == 1)
    return t("contest-picture-won", names=first, count=len(first))
