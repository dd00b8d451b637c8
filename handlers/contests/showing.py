"""A contest as it stands: planned, running with its gaps, or over with its result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.kit import Button, Card, Ctx, MemberInfo, T, TeamInfo, t
from handlers.contests.ending import over
from handlers.contests.ranking import own_line, standing_lines
from handlers.contests.words import (
    DUEL,
    facts,
    head,
    manners,
    moment,
    names,
    prizes,
    remaining,
    side_lines,
)
from models import contest_steps, contests
from models.contest_rows import IN, LEFT, View, roster_of, view
from models.contest_rules import Form, Rules, read
from models.contest_scores import Entrant, runner
from models.contest_tables import Contest, ContestMember
from models.contests import CALLED, CANCELLED, CLOSED, DECLINED, OUT, PLANNED
from models.db import Db
from models.rosters import roster

# Contests in a list.
SHOWN = 6


def planned(db: Db, team: TeamInfo, row: Contest, now: dt.datetime) -> Card:
    """What a planned contest will be, and who is waited for."""
    rules = read(row.rules)
    rows = contests.members(db, row)
    called = [m for m in rows if m.state in (CALLED, IN)]
    entrants = [Entrant(m.member_id, m.side, m.n) for m in called]
    is_duel = len(entrants) <= DUEL
    lines = [facts(team, rules, now, is_duel=is_duel), *_sides(db, team, rules, entrants)]
    lines += manners(team, rules, now) + prizes(rules)
    waiting = [m.member_id for m in rows if m.state == CALLED]
    lines += _how(db, team, row, rules, waiting=waiting, now=now)
    if rules.draw:
        lines.append(t("contest-draw-rule", seed=rules.seed, sides=tuple(rules.sides)))
    return Card(
        t("contest-planned", head=head(row)),
        tuple(lines),
        buttons=_answers(row, rules),
        mentions=tuple(waiting),
    )


def _sides(db: Db, team: TeamInfo, rules: Rules, entrants: list[Entrant]) -> list[T]:
    if rules.draw:
        ids = [e.member_id for e in entrants]
        who = names(roster(db, team.id), ids)
        return [t("contest-who", names=who, count=len(ids))]
    if rules.is_open and not entrants:
        return [t("contest-open-sides", sides=tuple(rules.sides))]
    if rules.is_open:
        return side_lines(db, team, rules, entrants, is_whole=True)
    return side_lines(db, team, rules, entrants)


def _how(
    db: Db, team: TeamInfo, row: Contest, rules: Rules, *, waiting: list[int], now: dt.datetime
) -> list[T]:
    """How to be in or out, and until when."""
    start = moment(team, row.start_at, now)
    if rules.opt_out:
        return [t("contest-how-out", number=row.number, start=start)]
    who = names(roster(db, team.id), waiting, is_called=True)
    called = t("contest-how-in", number=row.number, start=start, names=who)
    if rules.is_open:
        number, side = row.number, rules.sides[0]
        lines = [
            t("contest-how-open", number=number, start=start, side=side),
            t("contest-how-fill", number=number, side=side),
        ]
        return [called, lines[0]] if waiting else lines
    return [called] if waiting else [t("contest-how-all", start=start)]


def _answers(row: Contest, rules: Rules) -> tuple[Button, ...]:
    out = Button(t("contest-button", kind="out"), f"/decline_pk PK{row.number}")
    if rules.opt_out:
        return (out,)
    if rules.is_open:
        return tuple(
            Button(t("contest-button-side", side=side), f"/accept_pk PK{row.number} {side}")
            for side in rules.sides
        )
    return (Button(t("contest-button", kind="in"), f"/accept_pk PK{row.number}"), out)


def kickoff(db: Db, team: TeamInfo, row: Contest, now: dt.datetime) -> Card:
    """What was frozen at the start: who is in and out, sides, targets, and how to follow it."""
    rules = read(row.rules)
    entrants = roster_of(db, row)
    lines = [
        facts(team, rules, now, is_duel=len(entrants) <= DUEL),
        *side_lines(db, team, rules, entrants, is_called=True),
        *frozen_lines(db, team, row, rules),
        *_legs(db, team, row, rules, team.day_of(now)),
        *prizes(rules),
    ]
    people = roster(db, team.id)
    captains = tuple(people.name(each) for each in contests.captains(db, row))
    return Card(
        t("contest-started", head=head(row)),
        tuple(lines),
        note=t("contest-frozen", number=row.number, captains=captains),
        to=alone(rules, entrants),
        mentions=tuple(m.member_id for m in contests.members(db, row, IN)),
    )


def alone(rules: Rules, entrants: Sequence[Entrant]) -> int | None:
    """Who competes with nobody but themselves: that is told in private."""
    return entrants[0].member_id if rules.form is Form.SELF and entrants else None


def frozen_lines(db: Db, team: TeamInfo, row: Contest, rules: Rules) -> list[T]:
    """What the start decided besides: who is out, sides of different size, where targets come
    from, by which seed the sides were drawn.
    """
    people = roster(db, team.id)
    lines = []
    out = [m.member_id for m in contests.members(db, row, OUT)]
    if out:
        lines.append(t("contest-out", names=names(people, out)))
    if rules.average:
        lines.append(t("contest-average"))
    if rules.draw:
        lines.append(t("contest-drawn", seed=rules.seed))
    if rules.is_targeted:
        lines += _bases(db, team, row)
    return lines


def _bases(db: Db, team: TeamInfo, row: Contest) -> list[T]:
    people = roster(db, team.id)
    found: dict[str, list[ContestMember]] = {}
    for member in contests.members(db, row, IN, LEFT):
        found.setdefault(member.basis, []).append(member)
    return [
        t("contest-basis", basis=basis, names=names(people, [m.member_id for m in who]))
        for basis, who in sorted(found.items())
        if basis
    ]


def _legs(db: Db, team: TeamInfo, row: Contest, rules: Rules, day: dt.date) -> list[T]:
    """Whose turn it is in a relay."""
    if rules.form is not Form.RELAY or not rules.first <= day <= rules.last:
        return []
    people, entrants = roster(db, team.id), roster_of(db, row)
    turns = tuple(
        t(
            "contest-turn",
            side=name,
            name=people.name(runner(rules, [e for e in entrants if e.side == n], day).member_id),
        )
        for n, name in enumerate(rules.sides)
    )
    return [t("contest-leg", n=rules.leg(day) + 1, turns=turns)]


def state(ctx: Ctx, row: Contest) -> Card:
    """A contest as it stands now."""
    if row.state == PLANNED:
        return planned(ctx.db, ctx.team, row, ctx.now)
    if row.state == CANCELLED:
        return Card(t("contest-cancelled-state", head=head(row)))
    if row.state == CLOSED:
        card = over(ctx.db, ctx.team, row, ctx.now, is_news=True)
        if ctx.chat.is_group and card.to is not None:
            return Card(t("contest-self-private", head=head(row)))
        return over(ctx.db, ctx.team, row, ctx.now, viewer=_viewer(ctx))
    if ctx.chat.is_group and read(row.rules).form is Form.SELF:
        return Card(t("contest-self-private", head=head(row)))
    return running(ctx.db, ctx.team, row, ctx.now, viewer=_viewer(ctx))


def _viewer(ctx: Ctx) -> MemberInfo | None:
    """Who sees their own place: in private alone."""
    return None if ctx.chat.is_group else ctx.actor


def running(
    db: Db, team: TeamInfo, row: Contest, now: dt.datetime, *, viewer: MemberInfo | None = None
) -> Card:
    """Where a running contest stands; hidden it tells everybody their own figure in private."""
    found = view(db, row)
    rules = found.rules
    title = t("contest-running", head=head(row), left=remaining(rules, now))
    lines: list[T] = []
    if rules.is_blind(now):
        lines.append(t("contest-blind-now", number=row.number, group=int(viewer is None)))
    else:
        lines += standing_lines(db, team, found)
    lines += _legs(db, team, row, rules, team.day_of(now))
    lines += own_line(found, viewer, is_blind=rules.is_blind(now))
    lines += prizes(rules)
    return Card(title, tuple(lines), buttons=_more(row), in_place=True)


def _more(row: Contest) -> tuple[Button, ...]:
    return (
        Button(t("contest-button", kind="rules"), f"/pk PK{row.number} 规则"),
        Button(t("contest-button", kind="why"), f"/why PK{row.number}"),
    )


def rules_card(ctx: Ctx, row: Contest) -> Card:
    """All the rules of a contest."""
    rules = read(row.rules)
    entrants = roster_of(ctx.db, row)
    is_duel = len(entrants) <= DUEL
    lines = [
        facts(ctx.team, rules, ctx.now, is_duel=is_duel),
        *_sides(ctx.db, ctx.team, rules, list(entrants)),
    ]
    lines += manners(ctx.team, rules, ctx.now) + prizes(rules)
    if row.state != PLANNED:
        lines += frozen_lines(ctx.db, ctx.team, row, rules)
    people = roster(ctx.db, ctx.team.id)
    captains = [people.name(each) for each in contests.captains(ctx.db, row)]
    lines.append(t("contest-leaving", captains=tuple(captains)))
    return Card(t("contest-rules", head=head(row)), tuple(lines))


def listed(ctx: Ctx) -> Card:
    """The contests there are; where it is a single one, how it stands."""
    found = contests.open_of(ctx.db, ctx.team.id)
    if len(found) == 1:
        return state(ctx, found[0])
    ended = contests.recent(ctx.db, ctx.team.id, ctx.now)
    if not found and not ended:
        return Card(t("contest-none"), (t("contest-example-pk"),))
    lines = [_listed(ctx, row) for row in (*found, *ended)[:SHOWN]]
    return Card(t("contest-list", count=len(found)), tuple(lines), note=t("contest-list-note"))


def _listed(ctx: Ctx, row: Contest) -> T:
    rules = read(row.rules)
    left = remaining(rules, ctx.now)
    count = len(contests.members(ctx.db, row, DECLINED))
    return t("contest-listed", head=head(row), state=row.state, left=left, declined=count)


def shown(ctx: Ctx, row: Contest) -> View:
    """A contest as everybody may see it."""
    return contest_steps.standing_view(ctx.db, row)
