"""What a line about a strategy says: 社群营销:每天3条素材 负责 @阿芳 到 6/30."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.language.dates import Due, read_due, without
from bot.language.plan_fields import take

_EDGES = " \t\n:：,，;；。"
_UNTIL = re.compile(
    r"(?:(?:截止|截至|直到|到|至|until|till|by)\s*[:：]?\s*)(?P<day>[^\s,，;；@＠]+(?:\s+\d{1,2}(?!\S))?)",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"(?:挂|属于|为了|under|目标|goal)\s*[:：]?\s*#?G(?P<number>\d{1,9})", re.IGNORECASE
)
_NAME = re.compile(r"(?P<name>[^:：\n]{1,60})[:：\n]\s*(?P<rest>.*)", re.DOTALL)
_SPLIT = re.compile(r"[\n;；]+")


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """Something to be done: what, and when where it was said."""

    title: str
    due: Due | None


@dataclass(frozen=True, slots=True)
class StrategyLine:
    """A strategy as it was written; values are words, empty where there are none. `until` is its
    last day, None where none is named; `bad_until` are words for a day that nobody can read.
    """

    name: str
    activities: tuple[ActivityLine, ...]
    owner: str = ""
    until: dt.date | None = None
    bad_until: str = ""
    goal: int | None = None
    measure: str = ""


def read_strategy(line: str, now: dt.datetime) -> StrategyLine | None:
    """What a line says; None for one without «name:». `now` is on the clock of the team."""
    match = _NAME.match(line.strip())
    if match is None:
        return None
    goal = _GOAL.search(match["rest"])
    rest = _cut(match["rest"], goal)
    owner, rest = take(rest, "owner")
    measure, rest = take(rest, "measure")
    until, bad, rest = read_until(rest, now)
    return StrategyLine(
        match["name"].strip(_EDGES),
        read_activities(rest, now),
        owner,
        until,
        bad,
        int(goal["number"]) if goal else None,
        measure,
    )


def _cut(text: str, match: re.Match[str] | None) -> str:
    return text if match is None else f"{text[: match.start()]} {text[match.end() :]}"


def read_until(text: str, now: dt.datetime) -> tuple[dt.date | None, str, str]:
    """The last day that a text names with 到, words for one that cannot be read, and the text
    without them.
    """
    for match in reversed(list(_UNTIL.finditer(text))):
        due = read_due(match["day"], now)
        if due is None:
            continue
        rest = _cut(text, match)
        if due.start is None or due.ask or due.recurrence is not None:
            return None, match["day"], rest
        day = due.end or due.start
        return (day.date() if isinstance(day, dt.datetime) else day), "", rest
    return None, "", text


def read_activities(text: str, now: dt.datetime) -> tuple[ActivityLine, ...]:
    """What is to be done, each part of the text between ; or in a row of its own."""
    found = []
    for part in _SPLIT.split(text):
        due = read_due(part, now)
        title = " ".join((without(part, due) if due is not None else part).split()).strip(_EDGES)
        if title:
            found.append(ActivityLine(title, due))
    return tuple(found)
