"""Named days: public holidays, shopping festivals and days of the Chinese calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import partial

from bot.language import dates_days as days
from bot.language.dates_words import NUMBER, Day, DayWords, Vague, What, count
from bot.language.lunar import next_lunar_day
from models.working_days import (
    holiday_around,
    is_announced,
    is_working_day,
    next_holiday,
    working_days_after,
)

_DAY = dt.timedelta(days=1)
_FIXED = {
    "元旦": (1, 1), "情人": (2, 14), "三八": (3, 8), "38": (3, 8), "妇女": (3, 8), "女神": (3, 8),
    "愚人": (4, 1), "五一": (5, 1), "劳动": (5, 1), "五四": (5, 4), "青年": (5, 4), "520": (5, 20),
    "六一": (6, 1), "儿童": (6, 1), "618": (6, 18), "七一": (7, 1), "建党": (7, 1), "八一": (8, 1),
    "建军": (8, 1), "双9": (9, 9), "99大促": (9, 9), "教师": (9, 10), "国庆": (10, 1),
    "十一": (10, 1), "万圣": (10, 31), "双11": (11, 11), "双十一": (11, 11), "双12": (12, 12),
    "双十二": (12, 12), "平安夜": (12, 24), "圣诞": (12, 25), "跨年": (12, 31),
    "christmas": (12, 25), "xmas": (12, 25),
}  # fmt: skip
# Month and day of the Chinese calendar, -1 for the last day of a month.
_LUNAR = {
    "春节": (1, 1), "大年初一": (1, 1), "元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7),
    "中元": (7, 15), "中秋": (8, 15),
    "重阳": (9, 9), "腊八": (12, 8), "除夕": (12, -1), "大年三十": (12, -1),
    "年三十": (12, -1),
}  # fmt: skip
# The n-th weekday of a month.
_NTH = {"母亲": (5, 2, 6), "父亲": (6, 3, 6), "感恩": (11, 4, 3)}
# The day of these solar terms wanders; month and constant of this century for the usual formula.
_TERMS = {"清明": (4, 4.81), "冬至": (12, 21.94)}
_PUBLIC = ("元旦", "五一", "劳动", "国庆", "十一")
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
# These need 节 or the like behind them, they are ordinary words or numbers otherwise.
_NEED_SUFFIX = (
    "情人|三八|38|妇女|女神|愚人|劳动|五四|青年|儿童|建党|建军|十一|七一|八一|教师|万圣|母亲|父亲"
    "|感恩"
)
_FREE = (
    "元旦|五一|六一|国庆|圣诞|双十一|双十二|双1[12]|双9|99大促|跨年|平安夜|618|520|christmas|xmas"
)
_FREE_LUNAR = "春节|大年初一|元宵|端午|七夕|中元|中秋|重阳|腊八|除夕|大年三十|年三十|清明|冬至"
_AFTER = r"(?:假期?|长假|小长假)?(?:结束|放完)?(?:之?后|以后|回来)(?:的|上班)*"
_NTH_DAY = rf"(?:第(?P<fe_n>{NUMBER})个?(?P<fe_kind>天|日|工作日)|首日|头一天)?"

NAMED = (
    rf"(?P<fe_year>(?:[今明后]|20[0-9]{{2}})年的?)?(?<![0-9a-z.])(?P<fe_name>(?:{_NEED_SUFFIX})(?=节|前(?![0-9一二三两]天)|长假|黄金周)"
    rf"|{_FREE}|{_FREE_LUNAR})"
    rf"(?![0-9%元])(?:节)?(?P<fe_tail>{_AFTER}{_NTH_DAY}|期间|假期|长假|黄金周|前(?:一天|夕)"
    r"|之?前(?![0-9一二三两几]天)|以前|当[天日晚]|那天)?"
)
AFTER_NEXT = rf"(?:过完节|节假?日?后)(?:的|上班)*{_NTH_DAY.replace('fe_', 'an_')}"
LUNAR = (
    r"(?:农历|阴历)?(?P<lu_month>正月|冬月|腊月|大年(?=初))"
    rf"(?P<lu_day>初{NUMBER}|{NUMBER}|底)[日号]?"
    rf"|(?:农历|阴历)(?P<lu_month2>{NUMBER})月(?:初)?(?P<lu_day2>{NUMBER})[日号]?"
    r"|(?P<lu_month3>[一二三四五六七八九十]{1,2})月初(?P<lu_day3>[一二三四五六七八九十])(?![号个天点])"
)
ASKED = r"小年夜?|过年[前后]?|年[前后](?!天)|节前|放假前|新年[前后]?"


def named(match: re.Match[str]) -> What:
    """What a match of NAMED means."""
    name, tail = match["fe_name"], match["fe_tail"] or ""
    resolve = partial(_next_festival, name=name, year=match["fe_year"] or "")
    if tail in ("期间", "假期", "长假", "黄金周"):
        return DayWords(_changed(resolve, _during), weak="name")
    if tail in ("前", "之前", "以前"):
        # What is due before the days off must be done on the last day before them.
        eve = _eve(resolve) if name in _PUBLIC else resolve
        return DayWords(eve, deadline=True)
    if tail.startswith("前"):
        return DayWords(_eve(resolve))
    if tail and tail[0] not in "当那":
        return DayWords(_after(resolve, match["fe_n"], match["fe_kind"]))
    return DayWords(resolve, weak="name")


def after_next(match: re.Match[str]) -> What:
    """What a match of AFTER_NEXT means: days after the next public holiday."""
    return DayWords(_after(_next_public, match["an_n"], match["an_kind"]))


def lunar(match: re.Match[str]) -> What:
    """What a match of LUNAR means."""
    if match["lu_month2"] or match["lu_month3"]:
        month = count(match["lu_month2"] or match["lu_month3"])
        day = count(match["lu_day2"] or match["lu_day3"])
    else:
        month = _LUNAR_MONTHS.get(match["lu_month"][0], 1)
        text = match["lu_day"].removeprefix("初")
        day = -1 if text == "底" else count(text)
    return DayWords(partial(_next_lunar, month=month, day=day))


def asked(match: re.Match[str]) -> What:
    """小年 is another day in the north than in the south, 年后 is no day at all."""
    if match[0].startswith("小年"):
        return DayWords(_changed(partial(_next_lunar, month=12, day=23), _either))
    if match[0] in ("节前", "放假前"):
        return DayWords(_eve(_next_public, "vague"))
    return Vague()


def _either(day: dt.date) -> Day:
    return Day(day, ask="ambiguous")


def _next_lunar(today: dt.date, *, month: int, day: int) -> Day:
    found = next_lunar_day(month, day, today)
    return Day(found) if found else days.NO_SUCH_DAY


def _next_festival(today: dt.date, *, name: str, year: str) -> Day:
    """The festival of the year that was said, or the next one where none was."""
    if not year:
        return _first_festival(today, name)
    ahead = {"今": 0, "明": 1, "后": 2}.get(year[0])
    said = int(year[:4]) if ahead is None else today.year + ahead
    day = _first_festival(dt.date(said, 1, 1), name)
    return Day(day.first, ask="past") if day.first and day.first < today else day


def _first_festival(today: dt.date, name: str) -> Day:
    if name in _FIXED:
        # A festival that is over is next year's, whoever says 六一 in June plans ahead.
        day = days.date(None, *_FIXED[name])(today).first
    elif name in _NTH:
        month, n, weekday = _NTH[name]
        return days.named_month(month, days.nth_weekday(n, weekday))(today)
    elif name in _TERMS:
        day = _term(today.year, *_TERMS[name])
        day = day if day >= today else _term(today.year + 1, *_TERMS[name])
    else:
        return _next_lunar(today, month=_LUNAR[name][0], day=_LUNAR[name][1])
    return Day(day) if day else days.NO_SUCH_DAY


def _term(year: int, month: int, constant: float) -> dt.date:
    """The day of a solar term in a year of this century."""
    years = year % 100
    return dt.date(year, month, int(years * 0.2422 + constant) - (years - (month < 3)) // 4)


def _next_public(today: dt.date) -> Day:
    """The first day off of the next public holiday, or of the one that is on."""
    if is_announced(today.year) and not is_working_day(today):
        block = holiday_around(today)
        if block is not None and (block[1] - block[0]).days > 1:
            return Day(block[0])
    block = next_holiday(today)
    return Day(block[0]) if block else Day(None, ask="vague")


def _after(resolve: days.Resolver, nth: str | None, kind: str | None) -> days.Resolver:
    """The n-th day, or working day, after the days off around a holiday."""

    def after(today: dt.date) -> Day:
        day = resolve(today)
        if day.first is None:
            return day
        block = None if is_working_day(day.first) else holiday_around(day.first)
        if block is None:
            # A festival without a day off, or a year whose days off nobody knows yet.
            return Day(day.first + _DAY, ask="vague")
        n = count(nth) if nth else 1
        if kind == "工作日":
            return Day(working_days_after(block[1], min(n, 30)))
        return Day(block[1] + n * _DAY)

    return after


def _during(day: dt.date) -> Day:
    block = holiday_around(day)
    return Day(day, block[1] if block else None, ask="vague")


def _changed(resolve: days.Resolver, change: Callable[[dt.date], Day]) -> days.Resolver:
    def changed(today: dt.date) -> Day:
        day = resolve(today)
        return day if day.first is None or day.ask else change(day.first)

    return changed


def _eve(resolve: days.Resolver, ask: str = "") -> days.Resolver:
    """The day before a festival that is still to come."""

    def eve(today: dt.date) -> Day:
        day = resolve(today + _DAY)
        return Day(day.first - _DAY, ask=day.ask or ask) if day.first else day

    return eve
