"""Plain values that every room of the house shares: roles, periods and amounts of money."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from zoneinfo import ZoneInfo

# Above this a "sale" is a typing mistake: one order of 100 million yuan does not exist in such
# teams.
MAX_AMOUNT = 100_000_000_00


class Role(IntEnum):
    """What a member may do in a team; each role may do all that the roles before it may."""

    GUEST = 0
    MEMBER = 1
    LEAD = 2
    MANAGER = 3
    OWNER = 4


class PeriodKind(StrEnum):
    """The spans for which totals are kept, quarters, and RANGE for any other span of days."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"
    RANGE = "range"


# The first day of the ALL period: a fixed key so that all-time totals are rows like any other.
EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of business days, both ends included; weeks start on Monday."""

    kind: PeriodKind
    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, kind: PeriodKind, day: dt.date) -> Period:
        """The period of that kind which holds the day; RANGE is the day alone."""
        if kind is PeriodKind.WEEK:
            first = day - dt.timedelta(days=day.weekday())
            return cls(kind, first, first + dt.timedelta(days=6))
        if kind is PeriodKind.MONTH:
            after = (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
            return cls(kind, day.replace(day=1), after - dt.timedelta(days=1))
        if kind is PeriodKind.QUARTER:
            first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
            return cls(kind, first, cls.of(PeriodKind.MONTH, first + dt.timedelta(days=70)).last)
        if kind is PeriodKind.YEAR:
            return cls(kind, day.replace(month=1, day=1), day.replace(month=12, day=31))
        if kind is PeriodKind.ALL:
            return cls(kind, EPOCH, dt.date.max)
        return cls(kind, day, day)


class Metric(StrEnum):
    """What goals, contests and boards count: money in minor units, orders, pieces of a product, new
    customers, orders of customers who came back; a share of a market is read by hand, in hundredths
    of a percent.
    """

    AMOUNT = "amount"
    ORDERS = "orders"
    QUANTITY = "quantity"
    NEW = "new"
    REPEAT = "repeat"
    SHARE = "share"


def format_exact(minor: int) -> str:
    """Minor units as people check them on a receipt: 128050 → «1,280.50»."""
    sign = "-" if minor < 0 else ""
    whole, cents = divmod(abs(minor), 100)
    return f"{sign}{whole:,}.{cents:02d}"


def format_short(minor: int) -> str:
    """Minor units as a board shows them, cents only where there are any: 78200 → «782»."""
    exact = format_exact(minor)
    return exact.removesuffix(".00")


def format_plain(minor: int) -> str:
    """Minor units as machines read them, without separators: 128050 → «1280.50»."""
    sign = "-" if minor < 0 else ""
    whole, cents = divmod(abs(minor), 100)
    return f"{sign}{whole}.{cents:02d}"


@dataclass(frozen=True, slots=True)
class TeamInfo:
    """A team's settings as of this message; `cutoff`, `quiet_from` and `quiet_until` are in minutes
    after midnight, 1440 being midnight.
    """

    id: int
    name: str
    zone: ZoneInfo
    language: str
    currency: str = "CNY"
    cutoff: int = 24 * 60
    auto_read: bool = True
    basis: str = "order"
    quiet_from: int = 22 * 60 + 30
    quiet_until: int = 8 * 60

    def day_of(self, moment: dt.datetime) -> dt.date:
        """The business day an aware moment belongs to: after the cut-off it is tomorrow's."""
        local = moment.astimezone(self.zone)
        if local.hour * 60 + local.minute >= self.cutoff:
            return local.date() + dt.timedelta(days=1)
        return local.date()


@dataclass(frozen=True, slots=True)
class MemberInfo:
    """A person in a team as of this message; `language` is empty where the team's is used."""

    id: int
    team_id: int
    name: str
    role: Role
    state: str = "active"
    language: str = ""


@dataclass(frozen=True, slots=True)
class ChatInfo:
    """The chat of a message, by our own id."""

    id: int
    is_group: bool
    title: str
    platform: str
