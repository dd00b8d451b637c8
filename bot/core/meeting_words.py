"""What comes next in a series of meetings, in the words of all features that end or move one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.core.cards import T, t
from bot.core.due_words import moment

# Holidays that are named; a long one leaves out many days of a daily meeting.
_NAMED = 3


def next_one(number: int, start: dt.datetime, skipped: Sequence[dt.date], now: dt.datetime) -> T:
    """The next meeting and the holidays left out before it; times on the clock of the team."""
    return t(
        "meeting-next",
        number=number,
        when=moment(start, now),
        holidays=holidays(skipped, start.date(), now) if skipped else "",
        skipped=len(skipped),
    )


def holidays(skipped: Sequence[dt.date], day: dt.date, now: dt.datetime) -> T:
    """Which days of a series are holidays, and the day on which it is instead."""
    shown = tuple(_short(each, now) for each in skipped[:_NAMED])
    return t("meeting-holidays", days=shown, more=len(skipped) - len(shown), day=_short(day, now))


def _short(day: dt.date, now: dt.datetime) -> str:
    return day.strftime("%m-%d") if day.year == now.year else day.strftime("%Y-%m-%d")
