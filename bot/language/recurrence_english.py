"""English words for what happens again and again: every other friday, last day of every month."""

from __future__ import annotations

import re

from bot.language.dates_words import (
    ENGLISH_NUMBERS,
    ENGLISH_WEEKDAY,
    Every,
    What,
    english_weekday,
)
from bot.language.recurrence_words import WEEKEND, WORKWEEK
from models.recurrence import Rule

_NTH = r"(?:first|second|third|fourth|fifth|last|[0-9]{1,2}(?:st|nd|rd|th))"
_ORDINAL = r"[0-9]{1,2}(?:st|nd|rd|th)"
_NAMES = rf"{ENGLISH_WEEKDAY}(?:(?:,? and |, ?|/| & ){ENGLISH_WEEKDAY})*"
_PLURAL = _NAMES.replace("(?:days?)?", "days")
_INTERVAL = r"(?: (?P<{0}>other|second|[0-9]{{1,2}}))?"
# The weekly report is a thing and comes when the order says.
_NO_NOUN = (
    r"(?! (?:reports?|meetings?|reviews?|plans?|summar(?:y|ies)|syncs?|calls?|digests?|figures"
    r"|numbers|newsletters?))"
)

NTH = (
    rf"(?<![a-z])(?:(?:the )?(?P<rn_nth>{_NTH}) (?P<rn_what>day|(?:working|business|week) ?day"
    rf"|{ENGLISH_WEEKDAY}) of (?:every|each){_INTERVAL.format('rn_every')} months?"
    rf"|(?:every|each) (?P<rn_nth2>{_NTH}) (?P<rn_what2>day|{ENGLISH_WEEKDAY}) of the month"
    r"|(?:the )?(?P<rn_side>first|last) day of (?:every|each) quarter)(?![a-z])"
)
WEEKLY = (
    rf"(?<![a-z])(?:(?:every|each){_INTERVAL.format('rk_other')}(?: weeks?(?: on)?)? "
    rf"(?P<rk_names>{_NAMES})|(?P<rk_weekly>(?:bi)?weekly{_NO_NOUN}|(?:every|each)"
    rf"{_INTERVAL.format('rk_weeks')} weeks?)(?: on (?P<rk_names2>{_NAMES}))?"
    rf"|(?:every|each) (?P<rk_end>weekend)|(?P<rk_plural>{_PLURAL}))(?![a-z])"
)
MONTHLY = (
    rf"(?<![a-z])(?:the )?(?P<ro_of>{_ORDINAL}) (?:of|in) (?:every|each) month(?![a-z])"
    rf"|(?<![a-z])(?P<ro_words>monthly{_NO_NOUN}"
    rf"|(?:every|each){_INTERVAL.format('ro_every')} months?"
    r"|end of (?:every|each) month)(?: on)?(?: the)?"
    rf"(?: (?P<ro_days>{_ORDINAL}(?:(?:,? and |, ?){_ORDINAL})*)| (?P<ro_last>last day))?(?![a-z])"
    r"|(?<![a-z])(?:yearly|annually|(?:every|each) year)"
    r"(?: on (?P<ro_month>[0-9]{1,2})[-/](?P<ro_day>[0-9]{1,2}))?(?![a-z])"
)


def nth(match: re.Match[str]) -> What:
    """What a match of NTH means."""
    if match["rn_side"]:
        first = match["rn_side"] == "first"
        months = (1, 4, 7, 10) if first else (3, 6, 9, 12)
        return Every(Rule("YEARLY", days=(1 if first else -1,), months=months))
    what, word = match["rn_what"] or match["rn_what2"], match["rn_nth"] or match["rn_nth2"]
    n = int(word[:-2]) if word[0].isdigit() else ENGLISH_NUMBERS[word]
    interval = _interval(match["rn_every"])
    if not 1 <= n <= 31 and n != -1:
        return Every(Rule("MONTHLY"), "no_such_day")
    if what == "day":
        return Every(Rule("MONTHLY", interval, days=(n,)))
    if what.startswith(("work", "busi", "week")):
        rule = Rule("MONTHLY", interval, weekdays=WORKWEEK, position=n, working=True)
        return Every(rule)
    ask = "" if n <= 5 else "no_such_day"
    return Every(Rule("MONTHLY", interval, weekdays=((n, english_weekday(what)),)), ask)


def weekly(match: re.Match[str]) -> What:
    """What a match of WEEKLY means; without a weekday that is a question."""
    if match["rk_end"]:
        return Every(Rule("WEEKLY", weekdays=WEEKEND))
    interval = _interval(match["rk_other"] or match["rk_weeks"])
    if (match["rk_weekly"] or "").startswith("bi"):
        interval = 2
    names = match["rk_names"] or match["rk_names2"] or match["rk_plural"]
    if names is None:
        return Every(Rule("WEEKLY", interval), "vague")
    numbers = {english_weekday(name[0]) for name in re.finditer(ENGLISH_WEEKDAY, names)}
    return Every(Rule("WEEKLY", interval, tuple((0, day) for day in sorted(numbers))))


def monthly(match: re.Match[str]) -> What:
    """What a match of MONTHLY means, of every year too; without a day that is a question."""
    if match["ro_words"] is None and match["ro_of"] is None:
        if match["ro_month"] is None:
            return Every(Rule("YEARLY"), "vague")
        month, day = int(match["ro_month"]), int(match["ro_day"])
        exists = 1 <= month <= 12 and 1 <= day <= 31
        rule = Rule("YEARLY", days=(day,), months=(month,)) if exists else Rule("YEARLY")
        return Every(rule, "" if exists else "no_such_day")
    interval = _interval(match["ro_every"])
    if match["ro_last"] or (match["ro_words"] or "").startswith("end"):
        return Every(Rule("MONTHLY", interval, days=(-1,)))
    numbers = sorted(
        {int(day) for day in re.findall("[0-9]+", match["ro_days"] or match["ro_of"] or "")}
    )
    if not all(1 <= number <= 31 for number in numbers):
        return Every(Rule("MONTHLY", interval), "no_such_day")
    days = tuple(-1 if number == 31 else number for number in numbers)
    return Every(Rule("MONTHLY", interval, days=days), "" if days else "vague")


def _interval(words: str | None) -> int:
    if words is None:
        return 1
    return 2 if words in ("other", "second") else max(1, int(words))
