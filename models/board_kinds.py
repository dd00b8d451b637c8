"""The kinds of boards."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a board honours: money, how much of the goal, more than usual, the team's first orders,
    customers who come back, help, and going on.
    """

    AMOUNT = "amount"
    COMPLETION = "completion"
    PROGRESS = "progress"
    FIRST = "first"
    REPEAT = "repeat"
    HELPING = "helping"
    STEADY = "steady"


# The order in which kinds are numbered; new ones go to the end.
KINDS = tuple(Kind)
