"""What a reader of goals knows, and what it gives: the parts of a goal as they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.values import Metric, Period


@dataclass(frozen=True, slots=True)
class Terms:
    """The team's own words: its products in lower case with their names and units."""

    products: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class GoalWords:
    """A goal as it was written: `target` in minor units for amounts, hundredths of a percent for a
    share, else a count; `when` is the word for the period.

    `who` is a name that is not looked up yet; `subject` is the product or market, `unit` the word
    for a piece. `fault` is why the number cannot be a goal; `number` names a goal that is there.
    `is_unitless` tells that the number is small and has no unit: it may be yuan or orders. `view`
    asks for the board or the picture; `reason` stands behind 因为.
    """

    period: Period | None = None
    when: str = ""
    metric: Metric = Metric.AMOUNT
    target: int | None = None
    who: str = ""
    is_team: bool = False
    is_cancelled: bool = False
    number: int | None = None
    fault: str = ""
    is_unitless: bool = False
    subject: str = ""
    unit: str = ""
    view: str = ""
    reason: str = ""
