"""For which days somebody asks for leave: sure days, or what to ask first."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from bot.core.due_words import ask, moment
from bot.kit import T, t
from bot.language.dates import Due, read_due, without
from bot.language.numerals import read_numeral

_DAY = dt.timedelta(days=1)
# Leave further ahead than this was probably written for days that are over.
_FAR = dt.timedelta(days=180)
_COUNT = re.compile(
    r"(?:[请休共]|一共|for )?\s*(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s*"
    r"(?:天(?![后前内气之])|days?\b)",
    re.IGNORECASE,
)
_HALF = re.compile(r"半天|half[ -]?(?:a )?day", re.IGNORECASE)
_PART = re.compile(
    r"上午|下午|早上|早晨|中午|傍晚|晚上|凌晨|[今明后]晚|今早|明早|morning|afternoon|evening|tonight",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}|[今明后]年|next year", re.IGNORECASE)


# For a deadline 明后天 is not sure; who is away then is away on both days.
_BOTH = re.compile(r"(?P<first>今明|明后)(?:两天|两日|天)")


def both_days(text: str) -> str:
    """The text with 明后天 as 明天到后天."""
    return _BOTH.sub(lambda match: f"{match['first'][0]}天到{match['first'][1]}天", text)


@dataclass(frozen=True, slots=True)
class Days:
    """Days as they were written: first and last, and the question that must be answered before they
    may be noted. Without days there is nothing to propose.

    `place` is where the words about them stand in the text, `rest` all other words.
    """

    first: dt.date | None
    last: dt.date | None
    question: T | None
    place: tuple[int, int]
    rest: str


def read_days(text: str, now: dt.datetime) -> Days | None:
    """The days in a text, None where it names none; `now` is in the team's zone."""
    counted = _COUNT.search(text)
    count = _number(counted["n"]) if counted is not None else None
    if counted is not None:
        blank = " " * len(counted[0])
        plain = text[: counted.start()] + blank + text[counted.end() :]
    else:
        plain = text
    due = read_due(plain, now)
    if due is None:
        if counted is None and not _HALF.search(text):
            return None
        return Days(None, None, t("leave-from-when"), (0, len(text)), "")
    first, last, question = _judge(plain, due, count, now)
    return Days(
        first, last, question, _place(due, counted), _HALF.sub("", without(plain, due)).strip()
    )


def _number(word: str) -> int:
    value = read_numeral(word)
    return int(value) if isinstance(value, Decimal) else 1


def _place(due: Due, counted: re.Match[str] | None) -> tuple[int, int]:
    starts = [start for start, _ in due.spans] + ([counted.start()] if counted else [])
    ends = [end for _, end in due.spans] + ([counted.end()] if counted else [])
    return min(starts), max(ends)


def _judge(
    text: str, due: Due, count: int | None, now: dt.datetime
) -> tuple[dt.date | None, dt.date | None, T | None]:
    """The days, and why they may not be noted unasked."""
    if due.recurrence is not None or due.start is None:
        return None, None, t("leave-recurring") if due.recurrence else ask(due, now)
    first = _day(due.start)
    last = _day(due.end) if due.end is not None else first
    if due.ask == "past":
        return _over(first, last, due, now)
    if due.ask or due.deadline:
        vague = Due(due.start, due.end, None, due.ask or "vague", due.spans)
        return first, last, ask(vague, now)
    if count is not None and due.end is None:
        last = first + (max(count, 1) - 1) * _DAY
    elif count is not None and count != (last - first).days + 1:
        return first, last, t("leave-ask-count", span=span(first, last, now))
    said = "".join(text[start:end] for start, end in due.spans)
    if isinstance(due.start, dt.datetime) or _PART.search(said) or _HALF.search(text):
        return first, last, t("leave-ask-whole", span=span(first, last, now))
    if first - now.date() > _FAR and not _YEAR.search(said):
        return first, last, t("leave-ask-far", span=span(first, last, now))
    return first, last, None


def _over(
    first: dt.date, last: dt.date, due: Due, now: dt.datetime
) -> tuple[dt.date | None, dt.date | None, T]:
    """What is over; of a leave that is running the rest may still be noted."""
    today = now.date()
    if first > today:
        # The reader proposes the same days of the year to come.
        first, last = _year_before(first), _year_before(last)
    if due.end is not None and first < today <= last:
        question = t("leave-ask-running", first=moment(first, now), span=span(today, last, now))
        return today, last, question
    return None, None, t("leave-past", span=span(first, last, now))


def _year_before(day: dt.date) -> dt.date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


def _day(value: dt.date | dt.datetime) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def span(first: dt.date, last: dt.date, now: dt.datetime) -> T:
    """Days as members read them back: «06-18 周三 ~ 06-20 周五»."""
    if first == last:
        return moment(first, now)
    return t("date-span", first=moment(first, now), last=moment(last, now))
