"""The badges there are, as data: what each is for, its levels, and how they are counted.

A level that is reached once is worn for ever; the star of a week and a steady month come again.
Only what a member's own orders and help bring makes a badge: nothing of others' sales, no
recruiting, no stock (product notes, part C).
"""

from __future__ import annotations

from dataclasses import dataclass

FIRST, STREAK, DAY, MONTH = "first", "streak", "day", "month"
PROGRESS, STEADY, HELP = "progress", "steady", "help"
# What a level counts.
MONEY, DAYS, TIMES, NOTHING = "money", "days", "times", ""
_TEN_THOUSAND = 10_000_00
# A team's own levels of a kind, and how high they may be.
MOST_LEVELS = 8
HIGHEST = {MONEY: 100_000_000_00, DAYS: 366, TIMES: 10_000}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of badge; its texts are `badge-name-<key>` and `badge-rule-<key>`.

    `levels` are in minor units, days or times, as `unit` says. A badge of a kind that `comes_again`
    is given for a period; one that `can_fall` is withdrawn where corrections take its orders away.
    """

    key: str
    unit: str = NOTHING
    levels: tuple[int, ...] = (1,)
    comes_again: bool = False
    can_fall: bool = False


KINDS = {
    kind.key: kind
    for kind in (
        Kind(FIRST, can_fall=True),
        Kind(STREAK, DAYS, (3, 7, 14, 30), can_fall=True),
        Kind(DAY, MONEY, tuple(_TEN_THOUSAND * n for n in (1, 3, 5, 10)), can_fall=True),
        Kind(MONTH, MONEY, tuple(_TEN_THOUSAND * n for n in (1, 3, 5, 10, 30)), can_fall=True),
        Kind(PROGRESS, comes_again=True),
        Kind(STEADY, comes_again=True),
        Kind(HELP, TIMES, (10, 30, 100)),
    )
}
