"""What rules of rewards say, as plain values: for what, from how much on, and what there is for
it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.values import Metric, PeriodKind


class Reason(StrEnum):
    """For what a reward is given.

    The team's first order of a day; a member's first order ever; each order; one order of at least
    so much; a sum in a period; so many days in a row with an order; the own goal, or the team's.
    """

    FIRST = "first"
    DEBUT = "debut"
    EACH = "each"
    SINGLE = "single"
    SUM = "sum"
    STREAK = "streak"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Prize:
    """An amount of money in minor units, or a thing by its name."""

    amount: int = 0
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """What there is from so much on: minor units for amounts, else a count; of several tiers the
    highest that is reached counts, and it alone.
    """

    at: int
    prize: Prize


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule of a set; `tiers` from the lowest up.

    `is_team` rules look at what the team reached and give the same to everybody. `group` is whom a
    rule is for: empty for all, NEWCOMERS, or the title of those who do one kind of work.
    """

    reason: Reason
    tiers: tuple[Tier, ...]
    metric: Metric = Metric.AMOUNT
    product: str = ""
    span: PeriodKind = PeriodKind.DAY
    is_team: bool = False
    group: str = ""


# The group of those who are new in the team, and for how many days they are.
NEWCOMERS = "*new"
NEWCOMER_DAYS = 30


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A whole set of rules with its text; `budget` in minor units a month, None without a cap."""

    text: str
    clauses: tuple[Clause, ...]
    budget: int | None = None


def pack(clauses: tuple[Clause, ...]) -> str:
    """Clauses as the text that a column keeps."""
    return json.dumps([_packed(clause) for clause in clauses], ensure_ascii=False)


def _packed(clause: Clause) -> dict[str, Any]:
    return {
        "reason": clause.reason.value,
        "tiers": [[tier.at, tier.prize.amount, tier.prize.thing] for tier in clause.tiers],
        "metric": clause.metric.value,
        "product": clause.product,
        "span": clause.span.value,
        "team": clause.is_team,
        "group": clause.group,
    }


def unpack(text: str) -> tuple[Clause, ...]:
    """The clauses that `pack` wrote."""
    return tuple(
        Clause(
            reason=Reason(each["reason"]),
            tiers=tuple(Tier(at, Prize(amount, thing)) for at, amount, thing in each["tiers"]),
            metric=Metric(each["metric"]),
            product=each["product"],
            span=PeriodKind(each["span"]),
            is_team=each["team"],
            group=each["group"],
        )
        for each in json.loads(text)
    )
