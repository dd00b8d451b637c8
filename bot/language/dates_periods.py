"""Words that name a week, a month or their ends: 周末, 下个月底, Q3末, end of month."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import partial

from bot.language import dates_days as days
from bot.language.dates_words import (
    WEEK_OFFSETS,
    WEEKDAYS,
    Day,
    DayWords,
    What,
    count,
    english_month,
)


def both_weekend_days(match: re.Match[str]) -> What:
    """周六日 without 每."""
    return _weekend_of(0 if match[0] != "下周六日" else 1)


def _weekend_of(weeks: int) -> DayWords:
    return DayWords(partial(_weekend, weeks=weeks))


def _weekend(today: dt.date, *, weeks: int) -> Day:
    saturday = days.add(today, 5 - today.weekday() + 7 * weeks).first
    sunday = days.add(today, 6 - today.weekday() + 7 * weeks).first
    if saturday is None or sunday is None or sunday < today:
        return Day(None, ask="past")
    return Day(max(saturday, today), sunday if sunday > today else None)


def week(match: re.Match[str]) -> What:
    """周末, 本周内, 下周: a week is no day, so most are a question."""
    weeks = WEEK_OFFSETS[match["wk_which"] or match["wk_which2"] or ""]
    tail = match["wk_tail"] or match["wk_tail2"] or ("末" if match[0][0] == "双" else "")
    if tail == "末":
        return _weekend_of(weeks)
    return DayWords(
        partial(_whole_week, weeks=weeks), weak="" if tail else "period", deadline="内" in tail
    )


def _whole_week(today: dt.date, *, weeks: int) -> Day:
    monday = days.add(today, 7 * weeks - today.weekday()).first
    sunday = days.add(today, 7 * weeks - today.weekday() + 6).first
    if monday is None or sunday is None or sunday < today:
        return Day(None, ask="past")
    return Day(max(monday, today), sunday, ask="vague")


def month(match: re.Match[str]) -> What | None:
    """月底, 7月底, 下个月第一个周一; 月初 and a month alone are a question."""
    tail, bare = match["mo_tail"] or "", match["mo_bare"] is not None
    if bare and tail not in ("底", "末", "内", "底前", "初", "中"):
        return None
    pick: Callable[[dt.date], dt.date | None]
    vague = tail in ("", "份", "初", "中", "上旬", "中旬", "下旬")
    n = -1 if match["mo_nth"] is None else count(match["mo_nth"])
    if match["mo_working"]:
        pick = days.nth_working_day(n)
    elif match["mo_weekday"]:
        pick = days.nth_weekday(n, WEEKDAYS[match["mo_weekday"]])
    elif tail in ("第一天", "头一天"):
        pick = _first
    else:
        pick = days.last_of
    if match["mo_number"]:
        number = count(match["mo_number"])
        year = match["mo_year"] or "今"
        if year[0] != "今":
            said = int(year[:4]) if year[0] == "2" else None
            resolve: days.Resolver = partial(_month_of_year, year=said, month=number, pick=pick)
        else:
            resolve = days.named_month(number, pick)
    else:
        resolve = days.relative_month(WEEK_OFFSETS[match["mo_rel"] or ""], pick)
    if vague:
        return DayWords(_vaguely(resolve), weak="" if tail not in ("", "份") else "period")
    return DayWords(resolve, deadline="内" in tail)


def _month_of_year(
    today: dt.date, *, year: int | None, month: int, pick: Callable[[dt.date], dt.date | None]
) -> Day:
    """A day of a month of a year, of the next one where it was not named."""
    first = days.make(year if year is not None else today.year + 1, month, 1)
    day = pick(first) if first else None
    if day is None:
        return days.NO_SUCH_DAY
    return Day(day, ask="past" if day < today else "")


def _first(month: dt.date) -> dt.date:
    return month


def _vaguely(resolve: days.Resolver) -> days.Resolver:
    return lambda today: Day(resolve(today).first, ask="vague")


def quarter(match: re.Match[str]) -> What:
    """季度末, Q3末."""
    number = match["qu_number"] or match["qu_han"]
    if number:
        return DayWords(days.named_month(3 * count(number), days.last_of))
    if match["qu_half"]:
        return DayWords(days.named_month(6 if match["qu_half"] == "上" else 12, days.last_of))
    return DayWords(days.quarter_end(WEEK_OFFSETS[match["qu_which"] or match["qu_which2"] or ""]))


def year_end(match: re.Match[str]) -> What:
    """年底, 明年年底, 年内."""
    which = match["ye_which"] or ""
    if which.isdigit():
        return DayWords(days.date(int(which), 12, 31))
    return DayWords(days.date(None, 12, 31, years={"明": 1, "后": 2}.get(which, 0)))


def english_end(match: re.Match[str]) -> What:
    """«end of month», «eom», «end of june»; the end of a week is a question."""
    unit = match["ee_unit"] or match["ee_month"] or match["ee_short"]
    following = int("next" in match[0])
    if match["ee_named"]:
        return DayWords(days.named_month(english_month(match["ee_named"]), days.last_of))
    if unit.startswith(("m", "eom")):
        return DayWords(days.month_end(following))
    if unit.startswith(("q", "eoq")):
        return DayWords(days.quarter_end(following))
    if unit.startswith(("y", "eoy")):
        return DayWords(days.date(None, 12, 31, years=following))
    return DayWords(_vaguely(lambda today: days.add(today, 6 - today.weekday() + 7 * following)))


def english_period(match: re.Match[str]) -> What:
    """«this weekend», «next week», «next month»."""
    following = int((match["ep_which"] or match["ep_which2"] or "").startswith("next"))
    if match["ep_unit"]:
        return _weekend_of(following)
    if match["ep_unit2"] == "week":
        return DayWords(partial(_whole_week, weeks=following), weak="period")
    return DayWords(_vaguely(days.month_end(following)), weak="period")
