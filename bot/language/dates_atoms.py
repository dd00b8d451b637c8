"""The words that name days, as patterns, and what each of them means."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.language import dates_days as days
from bot.language.dates_words import (
    NUMBER,
    WEEK_OFFSETS,
    WEEKDAYS,
    Day,
    DayWords,
    Time,
    Vague,
    What,
    count,
    english_month,
    english_weekday,
)

Build = Callable[[re.Match[str]], What | None]

RELATIVE = {
    "大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "昨儿": -1, "昨": -1, "今天": 0,
    "今日": 0, "今儿": 0, "今": 0, "即日": 0, "现在": 0, "明天": 1, "明日": 1, "明儿": 1, "明": 1,
    "后天": 2, "后日": 2, "后儿": 2, "后": 2, "大后天": 3, "大后日": 3, "大大后天": 4,
    "today": 0, "tdy": 0, "tomorrow": 1, "tmr": 1, "tmrw": 1, "tmw": 1, "tomo": 1, "yesterday": -1,
    "the day after tomorrow": 2, "day after tomorrow": 2, "the day after tmr": 2,
    "day after tmr": 2,
}  # fmt: skip
_LUNAR_DAYS = frozenset(f"廿{day}" for day in "一二三四五六七八九")
_LUNAR_FESTIVALS = frozenset(
    {("五", "五"), ("七", "七"), ("七", "十五"), ("八", "十五"), ("九", "九"), ("十二", "二十三")}
)
# What is counted or measured cannot be a day: 6.20元, 3-5盒, 1.5版.
UNITS = (
    r"(?!\.?[0-9]|[毛角万千百wk折倍版升斤克度分个盒瓶套单件箱支包袋份人位次篇张条群款米月年天]"
    r"|周(?![一二三四五六日天1-7])|\s?(?:[元块%‰]|[点时]|小时|kg|ml|min|[ap]\.?m)|[gh]\b)"
)
NO_NUMBER = r"(?![0-9]*[楼店线链色仓机群门院会房桌码位选款店馆球库窗文公产主])"
MONTH_PREFIX = (
    rf"(?:(?P<mo_rel>下下|下|本|这|当|上)个?月份?|(?P<mo_year>(?:[今明]|20[0-9]{{2}})年的?)?(?<![0-9.])"
    rf"(?P<mo_number>{NUMBER})月份?"
    r"|(?P<mo_bare>月))"
)


def offset(match: re.Match[str]) -> What:
    """N天后, 两周内, 过三天, 5个工作日内; 前 instead of 后 is the past."""
    unit, direction = match["off_unit"], match["off_after"] or ""
    half = match["off_number"] == "半"
    number = 0 if half else count(match["off_number"])
    if direction.endswith("前"):
        return DayWords(lambda today: Day(None, ask="past"))
    extra = match["off_half"] is not None or half
    resolve: days.Resolver
    if half and unit not in ("年", "月"):
        return Vague()
    if unit in ("天", "日"):
        resolve = days.relative(number)
    elif unit == "工作日":
        resolve = days.workdays_later(number)
    elif unit == "年":
        resolve = days.months_later(12 * number + 6 * extra)
    elif unit == "月":
        resolve = days.relative(15) if half else days.months_later(number, 15 * extra)
    else:
        resolve = days.relative(7 * number)
    return DayWords(resolve, deadline="内" in direction)


def english_offset(match: re.Match[str]) -> What:
    """«in 3 days», «within two weeks», «3 days later»; «ago» is the past."""
    words = next(name for name in ("eo_in", "eo_later") if match[name])
    text = match[words]
    number = count(match[f"{words}_number"])
    if "ago" in text:
        return DayWords(lambda today: Day(None, ask="past"))
    unit = match[f"{words}_unit"]
    if unit.startswith("day"):
        resolve = days.relative(number)
    elif unit.startswith("week"):
        resolve = days.relative(7 * number)
    elif unit.startswith("month"):
        resolve = days.months_later(number)
    elif unit.startswith("year"):
        resolve = days.months_later(12 * number)
    else:
        resolve = days.workdays_later(number)
    return DayWords(resolve, deadline=text.startswith("within"))


def iso(match: re.Match[str]) -> What:
    """2025-06-20, 25年6月20日."""
    year, month, day = (int(part) for part in re.findall("[0-9]+", match[0]))
    return DayWords(days.date(year + 2000 * (year < 100), month, day))


def compact(match: re.Match[str]) -> What:
    """20250620."""
    digits = match[0]
    return DayWords(days.date(int(digits[:4]), int(digits[4:6]), int(digits[6:])))


def han_date(match: re.Match[str]) -> What:
    """6月20日, 明年六月二十号."""
    month, day = count(match["hd_month"]), count(match["hd_day"])
    years = {"今年": 0, "明年": 1, "后年": 2, "去年": -1}.get(match["hd_year"] or "")
    resolve = days.date(None, month, day, years=years)
    # 八月十五 and 六月廿五 are more often days of the Chinese calendar.
    said = (match["hd_month"], match["hd_day"])
    if match[0][-1] not in "号日" and (said[1] in _LUNAR_DAYS or said in _LUNAR_FESTIVALS):
        return DayWords(lambda today: Day(resolve(today).first, ask="ambiguous"))
    return DayWords(resolve, follow=days.date_after_first(month, day))


def figures(match: re.Match[str]) -> What | None:
    """6/20, 6.20, 6-20; 18.30 may be a time."""
    month, day = (int(part) for part in re.findall("[0-9]+", match[0]))
    if month > 12 and "." in match[0] and match[0][-1].isdigit():
        return Time(month, day, "dotted")
    # 18.30 may be a time and 99/100 a share; what calls itself a day is one that does not exist.
    if (month > 12 or not 1 <= day <= 31) and match[0][-1] not in "号日":
        if month > 12 or month == 0 or day > 31 or "/" not in match[0]:
            return None
        return DayWords(days.date(None, month, day), weak="number")
    resolve = days.date(None, month, day)
    return DayWords(resolve, follow=days.date_after_first(month, day), weak="number")


def month_day(match: re.Match[str]) -> What | None:
    """20号, 下个月1号."""
    day = count(match["md_day"])
    if match["md_month"] is None and day > 40 and match["md_day"].isdigit():
        return None
    months = WEEK_OFFSETS[match["md_rel"]] if match["md_rel"] else None
    resolve = days.day_of_month(day, months)
    return DayWords(resolve, follow=days.day_after_first(day) if months is None else None)


def tail(match: re.Match[str]) -> What | None:
    """The last number of 6/20-22."""
    day = int(match[0])
    follow = days.day_after_first(day)
    return DayWords(days.day_of_month(day, None), follow=follow) if 1 <= day <= 31 else None


def english_date(match: re.Match[str]) -> What:
    """«june 20», «20th of june»."""
    month = english_month(match["ed_month"] or match["ed_month2"])
    day, year = int(match["ed_day"] or match["ed_day2"]), match["ed_year"]
    resolve = days.date(int(year) if year else None, month, day)
    return DayWords(resolve, follow=None if year else days.date_after_first(month, day))


def weekday(match: re.Match[str]) -> What:
    """周五, 下周三, 星期八; 周一二 is one of two days."""
    name = match["wd_name"]
    number = int(name) - 1 if name.isdigit() else WEEKDAYS.get(name, -1)
    if not 0 <= number <= 6:
        return DayWords(lambda today: days.NO_SUCH_DAY)
    if match["wd_or"]:
        return DayWords(
            lambda today: Day(days.coming_weekday(number)(today).first, ask="ambiguous")
        )
    if match["wd_week"]:
        resolve = days.weekday_of_week(number, WEEK_OFFSETS[match["wd_week"]])
        return DayWords(resolve)
    return DayWords(days.coming_weekday(number), number, days.weekday_from(number))


def weekday_in_english(match: re.Match[str]) -> What:
    """«fri», «next friday», «friday next week»."""
    number = english_weekday(match["ew_name"])
    which = (match["ew_which"] or "").strip()
    if which == "last":
        return DayWords(lambda today: Day(None, ask="past"))
    if match["ew_week"]:
        return DayWords(days.weekday_of_week(number, int("next" in match["ew_week"])))
    if which == "next":
        return DayWords(days.next_english(number))
    if which == "this":
        return DayWords(days.weekday_of_week(number, 0))
    return DayWords(days.coming_weekday(number), number, days.weekday_from(number))


def week_weekday(match: re.Match[str]) -> What:
    """«next week on friday»."""
    number = english_weekday(match["ww_name"])
    return DayWords(days.weekday_of_week(number, int(match["ww_week"] == "next")))


def ordinal(match: re.Match[str]) -> What:
    """«the 20th»."""
    day = int(match["eo_day"])
    return DayWords(days.day_of_month(day, None), follow=days.day_after_first(day))


def relative(match: re.Match[str]) -> What:
    """今天, 明晚, tomorrow; 次日 counts from the beginning of a range."""
    if match[0] in ("次日", "当天"):
        following = int(match[0] == "次日")
        return DayWords(days.relative(following), follow=days.relative(following))
    return DayWords(days.relative(RELATIVE[match[0]]))


def vague(match: re.Match[str]) -> What:
    """改天: somebody means a day and does not say which."""
    return Vague()


def weakly_vague(match: re.Match[str]) -> What:
    """最近: so little of a date that it must stand alone to be one."""
    return Vague(weak=True)
