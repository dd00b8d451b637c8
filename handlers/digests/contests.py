"""The digest's lines about contests: who is ahead, what begins, who won; hidden stays hidden."""

from __future__ import annotations

import datetime as dt

from bot.core import due_words
from bot.kit import T, TeamInfo, format_short, t
from models.contest_digest import ContestFigures, ContestState
from models.contest_rules import Form, Rules, What, end, read
from models.contest_scores import Score
from models.contests import CLOSED, PLANNED
from models.rosters import Roster

# Who is named where several are ahead.
NAMED = 3


def contest_lines(
    figures: ContestFigures | None, people: Roster, team: TeamInfo, now: dt.datetime
) -> list[tuple[str, T]]:
    """Lines with the names by which they may be dropped."""
    if figures is None:
        return []
    lines = [
        (f"contest_{state.row.state}", _line(state, people, team, now)) for state in figures.shown
    ]
    if figures.more:
        lines.append(("contest_more", t("contest-digest-more", count=figures.more)))
    return lines


def _line(state: ContestState, people: Roster, team: TeamInfo, now: dt.datetime) -> T:
    row = state.row
    head = t("contest-head", number=row.number, title=row.title or _untitled(read(row.rules)))
    here = now.astimezone(team.zone)
    if row.state == PLANNED:
        start = due_words.moment(row.start_at.astimezone(team.zone), here)
        return t("contest-digest-planned", head=head, start=start, waiting=state.waiting)
    rules = read(row.rules)
    names = tuple(_name(rules, people, unit) for unit in state.first[:NAMED])
    if row.state == CLOSED:
        return t("contest-digest-closed", head=head, names=names, count=len(names))
    return t(
        "contest-digest-running",
        head=head,
        standing=_standing(state, rules, names),
        left=_left(rules, now),
    )


def _standing(state: ContestState, rules: Rules, names: tuple[str | T, ...]) -> T:
    if state.is_blind:
        return t("contest-digest-blind")
    if not state.first:
        return t("contest-digest-nothing")
    if rules.form is Form.STEPS:
        return t("contest-digest-steps", count=state.there)
    if rules.what is not What.AMOUNT or rules.average:
        return t("contest-digest-race", names=names)
    return t("contest-digest-lead", names=names, score=format_short(state.first[0].value))


def _untitled(rules: Rules) -> T:
    what = t("contest-measure", what=rules.measure[0][0].value)
    return t("contest-untitled", form=rules.form.value, measure=what, goal="")


def _name(rules: Rules, people: Roster, unit: Score) -> str | T:
    if rules.of_sides:
        return rules.sides[unit.key]
    return t("contest-unnamed") if unit.key in people.hidden else people.name(unit.key)


def _left(rules: Rules, now: dt.datetime) -> T:
    hours = max(1, int((end(rules) - now).total_seconds()) // 3600)
    if hours >= 48:
        return t("contest-left", unit="days", count=hours // 24)
    return t("contest-left", unit="hours", count=hours)
