"""The rules of a contest: plain values, and the JSON in which they are frozen."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from models.base import milliseconds, moment
from models.values import TeamInfo
from models.wall_clock import at as local_at

A_DAY = dt.timedelta(days=1)
MIDNIGHT = 24 * 60


class Form(StrEnum):
    """What wins: the best rank, the first to reach a goal, each step, the best side, a side whose
    members take turns, or one's own last four weeks.
    """

    RANK = "rank"
    FIRST = "first"
    STEPS = "steps"
    SIDES = "sides"
    RELAY = "relay"
    SELF = "self"


class What(StrEnum):
    """What is counted."""

    AMOUNT = "amount"
    ORDERS = "orders"
    COMPLETION = "completion"
    PROGRESS = "progress"
    NEW = "new"
    REPEAT = "repeat"


class Tie(StrEnum):
    """Who is before whom with the same score: nobody, or who had it first."""

    SHARED = "shared"
    FIRST = "first"


# Measures in hundredths of a percent: they compare members of any size.
SHARES = frozenset({What.COMPLETION, What.PROGRESS, What.REPEAT})
# Measures for which each member has a target of their own.
TARGETED = frozenset({What.COMPLETION, What.PROGRESS})
# Measures that need to know who is a new customer.
OF_CUSTOMERS = frozenset({What.NEW, What.REPEAT})
# Forms in which sides are ranked and not members.
OF_SIDES = frozenset({Form.SIDES, Form.RELAY})


@dataclass(frozen=True, slots=True)
class Prize:
    """A fixed thing for the places `first` to `last`, or for the steps of those numbers."""

    first: int
    last: int
    what: str


@dataclass(frozen=True, slots=True)
class Rules:
    """How a contest is won, complete in itself: no setting of the team changes it later.

    `measure` are (what, weight) that sum to 100. Days are business days of `first` to `last`.
    `ends` is the moment after which nothing more counts, in milliseconds; with `daily`, each day
    counts only what was reported by `cutoff` minutes after its midnight. `late`: entries for an
    earlier day count. `minimum`, `goal` and `steps` are in the measure's own unit. `blind_from` is
    the moment from which the standing is hidden, so many days or hours before the end, 0 for never.
    `news` is the minute of the daily
    word about the standing. `opt_out`: who is called is in unless they decline. `draw`: sides are
    drawn by `seed` at the start. `is_open`: members choose their side themselves. `average`: sides
    of different size are compared by head.
    """

    form: Form
    measure: tuple[tuple[What, int], ...]
    first: dt.date
    last: dt.date
    ends: int
    zone: str
    cutoff: int = MIDNIGHT
    day_end: int = MIDNIGHT
    daily: bool = False
    tie: Tie = Tie.SHARED
    late: bool = True
    minimum: int = 0
    goal: int = 0
    steps: tuple[int, ...] = ()
    prizes: tuple[Prize, ...] = ()
    blind_days: int = 0
    blind_hours: int = 0
    blind_from: int = 0
    news: int | None = None
    opt_out: bool = False
    sides: tuple[str, ...] = ()
    draw: bool = False
    seed: str = ""
    is_open: bool = False
    leg_days: int = 1
    average: bool = False

    @property
    def what(self) -> What | None:
        """The only thing that is counted, None for a mix."""
        return self.measure[0][0] if len(self.measure) == 1 else None

    @property
    def whats(self) -> frozenset[What]:
        """All that is counted."""
        return frozenset(what for what, _ in self.measure)

    @property
    def of_sides(self) -> bool:
        """Whether sides are ranked and not members."""
        return self.form in OF_SIDES

    @property
    def is_targeted(self) -> bool:
        """Whether each member needs a target."""
        return self.form is Form.SELF or bool(self.whats & TARGETED)

    @property
    def days(self) -> int:
        """How many days it goes on."""
        return (self.last - self.first).days + 1

    @property
    def winners(self) -> int:
        """How many places have a prize, at least one."""
        return max([prize.last for prize in self.prizes], default=1)

    def is_blind(self, now: dt.datetime) -> bool:
        """Whether the standing is hidden at that moment, if the contest still runs."""
        return bool(self.blind_from) and milliseconds(now) >= self.blind_from

    def leg(self, day: dt.date) -> int:
        """Which leg of a relay a day belongs to, counted from 0."""
        return (day - self.first).days // self.leg_days

    def end_of(self, day: dt.date) -> dt.datetime:
        """The moment by which a day's orders are to be reported where each day has its cut-off."""
        return clock(day, self.cutoff, ZoneInfo(self.zone))


def scale(rules: Rules, what: What) -> int:
    """In how many parts a unit of a measure is counted: orders by head are in hundredths."""
    return 100 if rules.average and what in (What.ORDERS, What.NEW) else 1


def clock(day: dt.date, minute: int, zone: ZoneInfo) -> dt.datetime:
    """A minute after a day's midnight as a moment; 1440 is the next midnight."""
    if minute >= MIDNIGHT:
        day, minute = day + A_DAY, minute - MIDNIGHT
    time = dt.time(minute // 60, minute % 60)
    return local_at(day, time, zone).astimezone(dt.UTC)


def day_begin(team: TeamInfo, day: dt.date) -> dt.datetime:
    """When a team's business day begins."""
    return clock(day - A_DAY, team.cutoff, team.zone)


def day_end(team: TeamInfo, day: dt.date) -> dt.datetime:
    """When a team's business day is over."""
    return clock(day, team.cutoff, team.zone)


def blinded(team: TeamInfo, rules: Rules) -> Rules:
    """The rules with the moment from which the standing is hidden."""
    begin = 0
    if rules.blind_days:
        begin = milliseconds(day_begin(team, rules.last - (rules.blind_days - 1) * A_DAY))
    elif rules.blind_hours:
        begin = rules.ends - rules.blind_hours * 3_600_000
    return replace(rules, blind_from=begin)


def end(rules: Rules) -> dt.datetime:
    """The moment after which nothing more counts."""
    return moment(rules.ends)


def ending(rules: Rules, at: dt.datetime) -> Rules:
    """The same rules with another end."""
    return replace(rules, ends=milliseconds(at))


def as_json(rules: Rules) -> dict[str, Any]:
    """The rules as plain JSON."""
    found = asdict(rules)
    found["first"], found["last"] = rules.first.isoformat(), rules.last.isoformat()
    return found


def canonical(value: object) -> str:
    """JSON that is the same to the byte for equal content."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def write(rules: Rules) -> str:
    """The rules as the table keeps them."""
    return canonical(as_json(rules))


def read(text: str) -> Rules:
    """The rules that `write` wrote."""
    found: Mapping[str, Any] = json.loads(text)
    day = dt.date.fromisoformat
    return Rules(
        **{
            **found,
            "form": Form(found["form"]),
            "tie": Tie(found["tie"]),
            "measure": tuple((What(what), weight) for what, weight in found["measure"]),
            "first": day(found["first"]),
            "last": day(found["last"]),
            "steps": tuple(found["steps"]),
            "sides": tuple(found["sides"]),
            "prizes": tuple(Prize(**prize) for prize in found["prizes"]),
        }
    )
