"""Contests in words: names, days, scores, rules and prizes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.core import due_words
from bot.kit import T, TeamInfo, format_short, t
from bot.language.dates import Due
from models.base import moment as at_moment
from models.contest_awards import as_prize
from models.contest_rows import View
from models.contest_rules import MIDNIGHT, SHARES, Form, Rules, Tie, What, end, read, scale
from models.contest_scores import Entrant, Score
from models.contest_tables import Contest
from models.db import Db
from models.rosters import Roster, roster

# People that are named in a line; the others are counted.
NAMED = 8
# Two people are a duel and no ranking.
DUEL = 2
# Forms with a rule of their own where others have one about ties.
_TIES = {Form.FIRST: "race", Form.STEPS: "steps", Form.SELF: "self"}


def head(row: Contest) -> T:
    """A contest by its number and name: «#PK3 红队 vs 蓝队»."""
    return t("contest-head", number=row.number, title=row.title or _untitled(read(row.rules)))


def _untitled(rules: Rules) -> T:
    """What a contest without a name is: «金额排名»."""
    goal = score(rules, rules.goal) if rules.goal else ""
    return t("contest-untitled", form=rules.form.value, measure=measure(rules), goal=goal)


def days(team: TeamInfo, rules: Rules, now: dt.datetime) -> T:
    """From which day to which: «06-19 周四~06-23 周一»."""
    here = now.astimezone(team.zone)
    last = rules.last if rules.last > rules.first else None
    return due_words.echo(Due(rules.first, last), here)


def moment(team: TeamInfo, at: dt.datetime, now: dt.datetime) -> T:
    """A moment on the clock of the team: «06-19 周四 17:00»."""
    return due_words.moment(at.astimezone(team.zone), now.astimezone(team.zone))


def score(rules: Rules, value: int) -> T:
    """A score with its unit: «3,980», «4单», «83.2%», «87.5分»."""
    what = rules.what
    if what is None:
        return t("contest-points", value=_decimal(value))
    if what in SHARES:
        return t("contest-share", value=_decimal(value))
    if what is What.AMOUNT:
        figure = format_short(value)
    else:
        figure = _decimal(value) if scale(rules, what) > 1 else str(value)
    return t(
        "contest-value",
        what=what.value,
        value=figure,
        # Only whole orders are one or several in words.
        count=value if scale(rules, what) == 1 else 0,
        head=int(rules.average),
    )


def _decimal(hundredths: int) -> str:
    text = format_short(hundredths)
    return text.rstrip("0") if "." in text else text


def measure(rules: Rules) -> T:
    """What is counted: «金额», or «金额60 新客40»."""
    if rules.form is Form.SELF:
        return t("contest-measure-self")
    if rules.what is not None:
        return t("contest-measure", what=rules.what.value)
    parts = tuple(t("contest-weight", what=w.value, weight=n) for w, n in rules.measure)
    return t("contest-mix", parts=parts)


def form(rules: Rules, *, is_duel: bool = False) -> T:
    """How it is won, in one line."""
    steps = tuple(score(rules, step) for step in rules.steps)
    return t(
        "contest-form",
        form="duel" if is_duel and rules.form is Form.RANK else rules.form.value,
        measure=measure(rules),
        goal=score(rules, rules.goal) if rules.goal else "",
        steps=steps,
        legs=rules.leg_days,
    )


def facts(team: TeamInfo, rules: Rules, now: dt.datetime, *, is_duel: bool = False) -> T:
    """Days, what is counted, and the cut-off; in a duel there are no ranks to speak of."""
    return t(
        "contest-facts",
        days=days(team, rules, now),
        form=form(rules, is_duel=is_duel),
        cutoff=cutoff(rules),
        cut=int(rules.daily or rules.cutoff < MIDNIGHT),
    )


def cutoff(rules: Rules) -> T:
    """Until when on which day orders count."""
    clock = f"{rules.cutoff // 60:02d}:{rules.cutoff % 60:02d}"
    kind = "daily" if rules.daily else "last" if rules.cutoff < MIDNIGHT else "none"
    return t("contest-cutoff", kind=kind, clock=clock)


def manners(team: TeamInfo, rules: Rules, now: dt.datetime) -> list[T]:
    """What is agreed about ties, late entries, a minimum, hiding and news, in one line."""
    return [t("contest-manners", parts=tuple(manner_parts(team, rules, now).values()))]


def manner_parts(team: TeamInfo, rules: Rules, now: dt.datetime) -> dict[str, T]:
    """What is agreed, each by its name."""
    parts = {
        "tie": t("contest-tie", tie=_TIES.get(rules.form, rules.tie.value)),
        "late": t("contest-late", late=int(rules.late), daily=int(rules.daily)),
    }
    if rules.minimum:
        parts["minimum"] = t("contest-minimum", score=score(_single(rules), rules.minimum))
    if rules.blind_from:
        parts["blind"] = t("contest-blind-rule", when=moment(team, _blind(rules), now))
    if rules.news is not None:
        clock = f"{rules.news // 60:02d}:{rules.news % 60:02d}"
        parts["news"] = t("contest-news-rule", clock=clock)
    return parts


def _single(rules: Rules) -> Rules:
    return replace(rules, average=False)


def _blind(rules: Rules) -> dt.datetime:
    return at_moment(rules.blind_from)


def prizes(rules: Rules) -> list[T]:
    """What there is to win."""
    if not rules.prizes:
        return []
    parts = tuple(
        t(
            "contest-prize-part",
            first=prize.first,
            last=prize.last,
            what=prized(prize.what),
            form=rules.form.value,
            range=int(prize.last > prize.first),
            only=int(len(rules.prizes) == 1),
            sides=int(rules.of_sides),
        )
        for prize in rules.prizes
    )
    return [t("contest-prizes", parts=parts)]


def prized(what: str) -> T | str:
    """A prize by name; one that is but a figure is money."""
    amount = as_prize(what).amount
    return t("contest-money", amount=what) if amount else what


def names(people: Roster, ids: Sequence[int], *, is_called: bool = False) -> T:
    """Members by name; `is_called` writes names so that platforms call them."""
    shown = [people.name(each) for each in ids[:NAMED]]
    more = len(ids) - len(shown)
    if is_called:
        return t("contest-names", names=" ".join(f"@{name}" for name in shown), more=more)
    return t("contest-names", names=tuple(shown), more=more)


def unit_name(view: View, people: Roster, found: Score) -> str | T:
    """Who is ranked: a side or a member; in a duel nobody can be without a name."""
    if view.rules.of_sides:
        return view.rules.sides[found.key]
    if len(view.roster) <= DUEL:
        return people.name(found.key)
    return seen_name(people, found.key)


def seen_name(people: Roster, member_id: int) -> str | T:
    """A member as others see them; who took their name off boards has none here either."""
    return t("contest-unnamed") if member_id in people.hidden else people.name(member_id)


def side_lines(
    db: Db,
    team: TeamInfo,
    rules: Rules,
    entrants: Sequence[Entrant],
    *,
    is_called: bool = False,
    is_whole: bool = False,
) -> list[T]:
    """Who is on which side, if `is_whole` also on which nobody is yet; members that are ranked
    themselves are one line.
    """
    people = roster(db, team.id)
    if not rules.of_sides:
        ids = [e.member_id for e in entrants]
        return [t("contest-who", names=names(people, ids, is_called=is_called), count=len(ids))]
    lines = []
    for side, name in enumerate(rules.sides):
        ids = [e.member_id for e in entrants if e.side == side]
        if ids:
            who = names(people, ids, is_called=is_called)
            lines.append(t("contest-side", side=name, names=who, count=len(ids)))
        elif is_whole:
            lines.append(t("contest-side-free", side=name))
    return lines


def remaining(rules: Rules, now: dt.datetime) -> T:
    """How long a contest still goes on: days, hours or minutes."""
    seconds = max(0, int((end(rules) - now).total_seconds()))
    if seconds >= 2 * 86_400:
        return t("contest-left", unit="days", count=seconds // 86_400)
    if seconds >= 2 * 3_600:
        return t("contest-left", unit="hours", count=seconds // 3_600)
    return t("contest-left", unit="minutes", count=max(1, seconds // 60))


def tie_of(word: str) -> Tie:
    """The tie rule that a word names; shared where none was said."""
    return Tie(word) if word else Tie.SHARED
