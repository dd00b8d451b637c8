"""The words for what happens again and again: 每周五, 隔周三, every last friday."""

from __future__ import annotations

import re

from bot.language.dates_words import (
    NUMBER,
    WEEK,
    WEEKDAY,
    WEEKDAYS,
    Every,
    What,
    count,
)
from models.recurrence import Rule

WORKWEEK = tuple((0, weekday) for weekday in range(5))
_WORKDAYS = Rule("WEEKLY", weekdays=WORKWEEK, working=True)
WEEKEND = ((0, 5), (0, 6))
_JOIN = r"\s?[、,和及与跟/]\s?"
# 每周一三点 is Monday at three: what 点 follows is an hour.
_NAMES = (
    rf"(?:{WEEKDAY}(?:\s?(?:到|至|-|~)\s?{WEEK}?{WEEKDAY}|(?:(?:{_JOIN})?{WEEK}?{WEEKDAY}"
    rf"(?!\s?[点时刻十]))*)"
    rf"|[1-7](?:\s?(?:到|至|-|~)\s?{WEEK}?[1-7]|(?:{_JOIN}{WEEK}?[1-7])*)(?![0-9点:]))"
)
_NUMBERS = rf"{NUMBER}[号日]?(?:{_JOIN}{NUMBER}[号日]?)*"
DAILY = (
    r"每一?[天日](?:里)?|天天|日日|每(?=[早晚]|上午|下午|中午|凌晨|傍晚)|隔[天日]|(?<![a-z])"
    r"(?:every ?day|each day|daily)(?![a-z])"
    rf"|每(?P<ry_skip>隔)?(?P<ry_days>{NUMBER})[天日]|(?<![a-z])every (?P<ry_other>other"
    rf"|[0-9]{{1,2}}) days?(?![a-z])"
)
WORKDAYS = (
    r"(?:每个?|逢)?(?:工作日|上班日)(?:里?每[天日]|都)|(?:每个?|逢)(?:工作日|上班日)|周中每天"
    r"|(?<![0-9个后天])(?:工作日|上班日)(?=\s?(?:[早晚上下中][上午]?|[0-9]))"
    r"|(?<![a-z])(?:(?:every|each|on) (?:weekday|workday|working day)s?|weekdays|workdays)"
    r"(?![a-z])"
)
WEEKLY = (
    rf"(?:每逢?|逢)(?:个|一)?{WEEK}的?(?P<rw_end>末)|周末每天|(?:(?P<rw_other>隔一?"
    rf"|每隔一?个?|双|每[两2二]个?)|每逢?(?P<rw_n>{NUMBER})个?"
    rf"|每逢?(?:个|一)?|逢){WEEK}的?(?:每)?{WEEK}?(?P<rw_names>{_NAMES})?"
)
MONTHLY = (
    rf"(?:每(?P<rm_n>{NUMBER})?个?月|(?P<rm_other>隔月))份?的?(?:(?P<rm_last>最后[一1]天|月?底"
    rf"|末)|(?P<rm_vague>初|中)"
    rf"|(?:第(?P<rm_nth>{NUMBER})|最后[一1]?)个?(?:(?P<rm_working>工作日)|{WEEK}"
    rf"(?P<rm_weekday>{WEEKDAY}))"
    rf"|(?P<rm_first>第一天|头一天)|(?P<rm_days>{_NUMBERS})(?<=[号日])|(?P<rm_day_to>{NUMBER}))?"
)
YEARLY = (
    r"每个?(?P<rq_quarter>季度?)的?(?P<rq_tail>最后[一1]天|末|底|第一天|初)?"
    rf"|每年的?(?:(?P<rq_month>{NUMBER})月(?P<rq_day>{NUMBER})[号日]?|(?P<rq_end>年?底|年?末"
    rf"|最后一天))?"
    r"|每(?:隔?[0-9一二两三四五六七八九十半]*个?)(?:小时|分钟|钟头)"
)


def daily(match: re.Match[str]) -> What:
    """What a match of DAILY means."""
    interval = 1
    if match["ry_days"]:
        interval = count(match["ry_days"]) + bool(match["ry_skip"])
    elif match["ry_other"]:
        interval = 2 if match["ry_other"] == "other" else int(match["ry_other"])
    elif match[0].startswith("隔"):
        interval = 2
    return Every(Rule("DAILY", max(interval, 1)), "" if 0 < interval < 400 else "too_far")


def workdays(match: re.Match[str]) -> What:
    """What a match of WORKDAYS means."""
    return Every(_WORKDAYS)


def weekly(match: re.Match[str]) -> What:
    """What a match of WEEKLY means; without a weekday that is a question."""
    if match["rw_end"] or match[0].startswith("周末"):
        return Every(Rule("WEEKLY", weekdays=WEEKEND))
    interval = 2 if match["rw_other"] else count(match["rw_n"] or "1")
    names = match["rw_names"]
    if names is None:
        return Every(Rule("WEEKLY", max(interval, 1)), "vague")
    return Every(Rule("WEEKLY", max(interval, 1), weekdays=_weekdays(names)))


def _weekdays(names: str) -> tuple[tuple[int, int], ...]:
    signs = [
        int(sign) - 1 if sign.isdigit() else WEEKDAYS[sign]
        for sign in re.findall(rf"{WEEKDAY}|[1-7]", re.sub(WEEK, "", names))
    ]
    if re.search("[到至~-]", names):
        first, last = signs[0], signs[-1]
        signs = [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]
    return tuple((0, weekday) for weekday in sorted(set(signs)))


def monthly(match: re.Match[str]) -> What:
    """What a match of MONTHLY means; without a day that is a question."""
    interval = 2 if match["rm_other"] else count(match["rm_n"] or "1")
    interval = max(interval, 1)
    if match["rm_last"]:
        return Every(Rule("MONTHLY", interval, days=(-1,)))
    n = count(match["rm_nth"]) if match["rm_nth"] else -1
    if match["rm_working"]:
        return Every(
            Rule("MONTHLY", interval, weekdays=WORKWEEK, position=n, working=True),
        )
    if match["rm_weekday"]:
        ask = "" if n <= 5 else "no_such_day"
        return Every(Rule("MONTHLY", interval, ((n, WEEKDAYS[match["rm_weekday"]]),)), ask)
    if match["rm_first"]:
        return Every(Rule("MONTHLY", interval, days=(1,)))
    if match["rm_days"] is None:
        return Every(Rule("MONTHLY", interval), "vague")
    numbers = sorted({count(each) for each in re.findall(NUMBER, match["rm_days"])})
    if not all(1 <= number <= 31 for number in numbers):
        return Every(Rule("MONTHLY", interval), "no_such_day")
    # 每月31号 is the last day of shorter months.
    return Every(
        Rule("MONTHLY", interval, days=tuple(-1 if number == 31 else number for number in numbers))
    )


def yearly(match: re.Match[str]) -> What:
    """What a match of YEARLY means."""
    tail = match["rq_tail"]
    if match["rq_quarter"] and tail:
        if tail in ("第一天", "初"):
            ask = "" if tail == "第一天" else "vague"
            return Every(Rule("YEARLY", days=(1,), months=(1, 4, 7, 10)), ask)
        return Every(Rule("YEARLY", days=(-1,), months=(3, 6, 9, 12)))
    if match["rq_month"]:
        month, day = count(match["rq_month"]), count(match["rq_day"])
        exists = 1 <= month <= 12 and 1 <= day <= (29, 30)[month != 2] + (month in _LONG)
        return Every(
            Rule("YEARLY", days=(day,), months=(month,)) if exists else Rule("YEARLY"),
            "" if exists else "no_such_day",
        )
    if match["rq_end"]:
        return Every(Rule("YEARLY", days=(31,), months=(12,)))
    return Every(Rule("DAILY" if "年" not in match[0] else "YEARLY"), "vague")


_LONG = frozenset({1, 3, 5, 7, 8, 10, 12})
