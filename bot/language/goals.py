"""What stands behind the word for a goal: whose, which period, how much; or talk."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bot.language.days import read_period
from bot.language.money import Amount, Problem, read_amount
from bot.language.numerals import Fault, read_numeral
from bot.language.text import normalise
from models.values import Metric, Period, PeriodKind

MAX_ORDERS = 1_000_000
# A smaller number is hardly an amount: without a period it is the heading of a list.
_LEAST = 100_00
_TEAM = frozenset({"团队", "全队", "全团", "team"})
_OWN = frozenset({"我", "我的", "自己", "me", "my", "mine"})
_CANCEL = frozenset({"取消", "删除", "删掉", "cancel", "remove", "drop"})
_FILLERS = frozenset({"定", "设", "定为", "设为", "改", "改为", "改成", "set", "to"})
_AHEAD: dict[str, tuple[PeriodKind, int]] = {
    **dict.fromkeys(("明天", "明日", "tomorrow"), (PeriodKind.DAY, 1)),
    **dict.fromkeys(("下周", "下星期", "下个星期", "next-week"), (PeriodKind.WEEK, 1)),
    **dict.fromkeys(("下月", "下个月", "next-month"), (PeriodKind.MONTH, 1)),
    **dict.fromkeys(("明年", "next-year"), (PeriodKind.YEAR, 1)),
}
_MONTH = re.compile(r"([0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?")
_ENGLISH = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.IGNORECASE)
_ENGLISH_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*")
_DOTTED = re.compile(r"[0-9]{1,2}[.-][0-9]{1,2}")
_ORDERS = re.compile(r"([0-9]{1,7}|[一二两三四五六七八九十百千]{1,7})(?:单|笔|orders?)")
_NUMBER = re.compile(r"#?g([0-9]{1,9})")
_NAME = re.compile(r"@?(?![0-9]+$)[\w·]{1,32}(?:#[0-9]{1,9})?")
_HAN_MONTH = "(?:十[一二]|[一二三四五六七八九十])"
# Words that may be glued to their neighbours: 目标本月30000.
_GLUED = re.compile(
    r"(?<![@0-9])(20[0-9]{2}年(?:[0-9]{1,2}月份?)?|[0-9]{1,2}月份?(?![0-9]{1,2}[日号])"
    rf"|(?<![一二三四五六七八九十]){_HAN_MONTH}月份?|今天|今日|明天|本周|这周|下周|本月|这个月"
    r"|当月|下个?月|今年|本年|明年|团队|全队|全团|取消|@[^\s@]+?(?=本|这|今|明|下|[0-9]|$))"
)
_SPLIT_UNIT = re.compile(r"(?<=[0-9十百千万])\s+(?=(?:[单笔元万]|orders?\b|yuan\b))")
_NEXT = re.compile(r"\b(next|this)\s+(week|month|year)\b")


@dataclass(slots=True)
class GoalWords:
    """A goal as it was written: `target` in minor units for amounts, a count for orders; `when` is
    the word for the period.

    `who` is a name that is not looked up yet; `fault` is why the number cannot be a goal; `number`
    names a goal that is there. `is_unitless` tells that the number is small and has no unit: it may
    be yuan or orders.
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


def read_goal(line: str, today: dt.date) -> GoalWords | None:
    """What a line behind the word for a goal means; None for talk."""
    text = normalise(line).strip().lower()
    if not text:
        return GoalWords()
    if "\n" in text or len(text) > 60:
        return None
    plain = _NEXT.sub(_as_one, re.sub(r"[:=]", " ", text))
    words = _SPLIT_UNIT.sub("", _GLUED.sub(r" \1 ", plain)).split()
    found = GoalWords()
    unsure = []
    has_filler = False
    for word in words:
        if word in _FILLERS:
            has_filler = True
        elif _DOTTED.fullmatch(word):
            unsure.append(word)
        elif not _take(found, word, today):
            return None
    # 6.18 is a day where no other period is named, and money otherwise.
    for word in unsure:
        readers = (_take_period, _take_amount)
        if not any(take(found, word, today) for take in readers):
            return None
    is_empty = found.target is None and not found.fault
    if is_empty and (has_filler or ":" in text or not words):
        return None
    return found if _is_whole(found) else None


def _as_one(match: re.Match[str]) -> str:
    return match[2] if match[1] == "this" else f"next-{match[2]}"


def _is_whole(found: GoalWords) -> bool:
    """Whether the words make sense together; a bare number must be large to be one."""
    if found.period is None and found.metric is Metric.AMOUNT and found.target is not None:
        return found.target >= _LEAST or found.is_team
    return not (found.fault and found.period is None)


def _take(found: GoalWords, word: str, today: dt.date) -> bool:
    """Give a word its place; False where there is none for it."""
    if word in _TEAM:
        found.is_team = True
    elif word in _CANCEL:
        found.is_cancelled = True
    elif (number := _NUMBER.fullmatch(word)) is not None and found.number is None:
        found.number = int(number[1])
    elif word not in _OWN:
        takers = (_take_period, _take_orders, _take_amount, _take_name)
        return any(take(found, word, today) for take in takers)
    return True


def _take_period(found: GoalWords, word: str, today: dt.date) -> bool:
    if found.period is not None:
        return False
    found.period = read_ahead(word, today)
    if found.period is None:
        return False
    found.when = word
    return True


def _take_orders(found: GoalWords, word: str, _today: dt.date) -> bool:
    match = _ORDERS.fullmatch(word)
    if match is None or found.target is not None:
        return False
    value = read_numeral(match[1])
    found.metric = Metric.ORDERS
    if isinstance(value, Decimal) and 0 < value <= MAX_ORDERS:
        found.target = int(value)
    else:
        found.fault = "zero" if isinstance(value, Decimal) and not value else "too-large"
    return True


def _take_amount(found: GoalWords, word: str, _today: dt.date) -> bool:
    if found.target is not None or found.fault:
        return False
    amount = read_amount(word)
    if isinstance(amount, Amount):
        found.target = amount.minor
        found.is_unitless = word.isdecimal() and amount.minor < _LEAST
        return True
    return _take_fault(found, amount, word)


# What is a number and can be no goal; other faults are words.
_NO_GOAL = frozenset({Fault.TOO_LARGE, Fault.ZERO, Fault.NEGATIVE, Fault.CURRENCY, Fault.RANGE})


def _take_fault(found: GoalWords, problem: Problem, word: str) -> bool:
    has_digit = re.search(r"[0-9一二三四五六七八九十]", word) is not None
    if not has_digit or problem.reason not in _NO_GOAL or re.search(r"[,!?。;]", word):
        return False
    found.fault = str(problem.reason).replace("_", "-")
    return True


def _take_name(found: GoalWords, word: str, _today: dt.date) -> bool:
    if found.who or not _NAME.fullmatch(word):
        return False
    found.who = word
    return True


def read_ahead(word: str, today: dt.date) -> Period | None:
    """The period that a word means when people look ahead: a bare month or weekday is the nearest
    that is not over.
    """
    readers: tuple[Callable[[str, dt.date], Period | None], ...] = (_named, _bare_month, _other)
    for reader in readers:
        period = reader(word, today)
        if period is not None:
            return period
    return None


def _named(word: str, today: dt.date) -> Period | None:
    found = _AHEAD.get(word)
    return Period.of(found[0], Period.of(found[0], today).last + _A_DAY) if found else None


_A_DAY = dt.timedelta(days=1)


def _bare_month(word: str, today: dt.date) -> Period | None:
    match, english = _MONTH.fullmatch(word), _ENGLISH.fullmatch(word)
    if match is not None:
        value = read_numeral(match[1])
        month = int(value) if isinstance(value, Decimal) else 0
    elif english is not None:
        month = _ENGLISH_MONTHS.index(english[1]) // 3 + 1
    else:
        return None
    if not 1 <= month <= 12:
        return None
    # Last month is meant where it was just now: people look at how it ended.
    months = today.year * 12 + month - 1
    if month - today.month < -1:
        months += 12
    elif month - today.month == 11:
        months -= 12
    return Period.of(PeriodKind.MONTH, dt.date(months // 12, months % 12 + 1, 1))


def _other(word: str, today: dt.date) -> Period | None:
    if word.isdecimal():
        return None
    period = read_period(word, today)
    if period is None or period.kind is PeriodKind.ALL:
        return None
    if period.kind is PeriodKind.DAY and period.first < today and _WEEKDAY.fullmatch(word):
        return Period.of(PeriodKind.DAY, period.first + 7 * _A_DAY)
    return period
