"""The question about a date that may not be booked as it was said: whether another one is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bot.core import due_words
from bot.core.cards import Button, Card, T, t
from bot.language.dates import Due, read_due
from bot.language.wishes import NO, YES, exact


def reason_of(due: Due, *, is_past: bool, deadline: T) -> T | None:
    """Why a date is asked about, `deadline` being what to say of one; None for a sure one."""
    if due.ask:
        return t(f"date-ask-{due.ask.replace('_', '-')}")
    if due.deadline:
        return deadline
    return t("date-ask-past") if is_past else None


def wrong(due: Due, reason: T, example: T) -> Card:
    """What is wrong with a date, with a right example where the words have none."""
    lines = () if due.ask in ("no_such_day", "no_such_time") else (example,)
    return Card(reason, lines)


def propose(
    due: Due, now: dt.datetime, command: str, *, reason: T, fits: Callable[[Due], bool]
) -> Card | None:
    """The question whether a date is meant as it was read; None where it cannot be meant so.

    `command` is the line that books the date put into it; `fits` tells of the date as that line
    will be read whether it can be booked.
    """
    if due.start is None or due.recurrence is not None:
        return None
    words = exact(due)
    again = read_due(words, now)
    if again is None or again.ask or not fits(again):
        return None
    return Card(
        t("date-ask-proposal", reason=reason, date=due_words.echo(Due(due.start, due.end), now)),
        buttons=(
            Button(t("common-yes"), command.format(words), YES),
            Button(t("common-no"), "/dismiss", NO),
        ),
        question=True,
    )
