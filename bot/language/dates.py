"""When something is due, in the words of a team: 周五18点前, 下周三到周五, 每月最后一天, by fri."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.language.dates_points import Moments, Point, day_of, first_time, read_end, read_point
from bot.language.dates_said import Said, find_said
from bot.language.dates_words import (
    ENGLISH_MONTH,
    NUMBER,
    Day,
    DayWords,
    Every,
    Time,
    spell,
)
from models.recurrence import next_times
from models.wall_clock import at, moment_of

_DAY = dt.timedelta(days=1)
_MONTH = dt.timedelta(days=28)
# What would change the date if it were understood: 明年, 每, another day or time, 除外.
_MORE = (
    r"(?:[0-9]{1,4}[-/][0-9]{1,2}(?![0-9])|[0-9]{1,2}:[0-9]{2}(?![0-9])"
    r"|[0-9一二三四五六七八九十]{1,3}(?:月|号(?!店|链|线|楼|款)|点(?!建|意|要|好))"
    r"|(?:周|星期|礼拜)[一二三四五六日天])"
)
_MORE_BEFORE = re.compile(
    rf"(?:(?<![0-9]){_MORE}|(?:[今明后去前]|[0-9]{{2,4}})年的?|[下上大]|每[个隔逢]?|除了?|过了"
    r"|(?:第[0-9一二三四五六七八九十两]+|最后一?|头一?)个?(?:周|星期|礼拜)?的?|[一二三四五六][二三四五六日]+的?"
    r"|(?<![a-z])(?:every|each|except|after|past|later than|first|second|third|fourth|last"
    r"|(?:hour|day|week|month)s?(?: (?:from|after|before|of))?))\s*$"
)
_MORE_AFTER = re.compile(
    rf"\s*(?:{_MORE}|[、/和,]\s?[一二三四五六日天](?=[\s、,。和早晚上下前交]|$)|除外|之外|以外|不(?![晚迟见])"
    r"|没空|[多许](?!少)|来钟|出头|过后|week(?!end)"
    rf"|(?<=[前后])的?{NUMBER}个?(?:天|周|星期|月|小时|分钟|工作日)|(?:of |in )?{ENGLISH_MONTH})"
)
_SPACES = re.compile(r"[ \t]{2,}")
_LINE_END = re.compile(r"[ \t]+(?=\n)|(?<=\n)[ \t]+")


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due.

    `start` and `end` are days where only days were said, else times in the zone of the team; `end`
    is None unless a range was said. With a `recurrence` (an RRULE) `start` is its first time and
    `end` its last day, or the end of the first time. `ask` is the reason why nobody may book this
    unasked, "" when it is sure: past, no_such_day, no_such_time, ambiguous, vague, backwards,
    disagree, too_far; `start` may then hold a proposal. `spans` are the places of all words about
    dates in the text, `span` the first of them. `deadline`: 前, 截止, by or the like was said.
    """

    start: dt.date | dt.datetime | None
    end: dt.date | dt.datetime | None = None
    recurrence: str | None = None
    ask: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    deadline: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The place of the words about dates, of the first ones where they are apart."""
        return self.spans[0]


def read_due(text: str, now: dt.datetime) -> Due | None:
    """When a text says that something is due, None where it names no date at all.

    `now` is aware and in the zone of the team. The words may stand in the middle of a sentence.
    """
    spelled, places = spell(text)
    said = find_said(spelled)
    if said is None:
        return None
    found = _read(said, now)
    ask = found.ask or ("ambiguous" if _is_cut_off(spelled, said) else "")
    spans = tuple((places[cluster.start], places[cluster.end]) for cluster in said.clusters)
    return Due(found.start, found.end, found.recurrence, ask, spans, said.deadline)


def _is_cut_off(text: str, said: Said) -> bool:
    """Whether something that looks like more of the date stands beside it, not understood."""
    return any(
        _MORE_BEFORE.search(text, max(0, cluster.start - 16), cluster.start) is not None
        or _MORE_AFTER.match(text, cluster.end) is not None
        for cluster in said.clusters
    )


def without(text: str, due: Due) -> str:
    """The text without its words about dates: what is to be done."""
    for start, end in sorted(due.spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return _LINE_END.sub("", _SPACES.sub(" ", text)).strip(" \t,，、;；")


def _read(said: Said, now: dt.datetime) -> Due:
    points = [Point().take(atoms) for atoms in said.points]
    if said.every is not None:
        return _recurring(said, said.every, points, now)
    if said.join == "to" and len(points) == 2:
        _share(*points)
    first = read_point(points[0], now)
    if said.join == "to" and len(points) == 2:
        due = _range(points, first, now)
    elif said.join == "both" and len(points) >= 2:
        due = _both(points, now)
    elif said.join:
        due = Due(first.first, ask=first.ask or "ambiguous")
    else:
        due = Due(first.first, first.last, ask=first.ask)
    if said.shift and due.start is not None and not due.ask:
        due = Due(
            due.start + said.shift * _DAY, ask="past" if day_of(due.start) == now.date() else ""
        )
    if said.ask and not due.ask:
        due = Due(due.start, due.end, ask=said.ask)
    if said.deadline and due.end is not None and said.join != "to" and not due.ask:
        # 周末前, 下周前: before its first day or its last?
        due = Due(due.start, due.end, ask="vague")
    return due


def _share(first: Point, last: Point) -> None:
    """2-4pm tomorrow: the day and the half of the day hold for both ends."""
    if last.days_last and last.days and not first.days:
        first.days, last.days = last.days, []
    if first.times and last.times and first.times[0].form == "bare":
        begin, end = first.times[0], last.times[0]
        if end.form == "half":
            afternoon = begin.hour < 12 and begin.hour + 12 < end.hour + end.minute / 60
            first.times = [Time(begin.hour + 12 * afternoon, 0, "half")]


def _range(points: list[Point], first: Moments, now: dt.datetime) -> Due:
    if first.first is None:
        return Due(None, ask=first.ask)
    today = _begins_today(points[0], first.ask)
    start = now.date() if today else first.first
    end = read_end(points[1], points[0], start, now)
    if end.first is None:
        return Due(start, ask=end.ask)
    ask = end.ask or ("" if today else first.ask)
    if _is_before(end.first, start, now):
        return Due(start, ask="backwards")
    same = type(end.first) is type(start) and end.first == start
    return Due(start, None if same else end.first, ask=ask)


def _begins_today(point: Point, ask: str) -> bool:
    """A range that begins with the name of today begins today: 周三到周五 on a Wednesday."""
    named = point.days and not point.times and point.days[0].weekday is not None
    return bool(named) and ask == "ambiguous"


def _is_before(end: dt.date | dt.datetime, start: dt.date | dt.datetime, now: dt.datetime) -> bool:
    if isinstance(end, dt.datetime) and isinstance(start, dt.datetime):
        return moment_of(end) <= moment_of(start)
    if isinstance(end, dt.datetime):
        return moment_of(end) <= moment_of(first_time(start, now))
    return day_of(end) < day_of(start)


def _both(points: list[Point], now: dt.datetime) -> Due:
    """周六、周日: days in a row are a range, others are a question."""
    read = [read_point(point, now) for point in points]
    firsts = [each.first for each in read]
    ask = next((each.ask for each in read if each.ask), "")
    days = [day_of(first) for first in firsts if first is not None]
    in_a_row = all(after - day == _DAY for day, after in pairwise(days))
    timed = any(point.times or point.parts for point in points)
    if ask or timed or not in_a_row or len(days) < len(points):
        return Due(firsts[0], ask=ask or "ambiguous")
    return Due(days[0], days[-1])


def _recurring(said: Said, every: Every, points: list[Point], now: dt.datetime) -> Due:
    rule = str(every.rule)
    since = read_point(said.since_point, now) if said.since_point else None
    until = _until(said, since, now)
    ask = (
        every.ask
        or said.ask
        or (since.ask if since and since.ask != "ambiguous" else "")
        or until.ask
    )
    anchor = _anchor(points, now)
    if anchor is not None and anchor.ask:
        return Due(None, recurrence=rule, ask=ask or anchor.ask)
    start = day_of(since.first) if since and since.first else now.date()
    if every.ask in ("no_such_day", "too_far"):
        return Due(None, recurrence=rule, ask=ask)
    # Every second week begins with the first such day still to come.
    each = replace(every.rule, interval=1)
    clock = anchor.first if anchor is not None else None
    if not isinstance(clock, dt.datetime):
        found: list[dt.date] | list[dt.datetime] = next_times(each, start, now)
    else:
        shift = (clock.date() - now.date()).days
        ask = ask or ("ambiguous" if shift and every.rule.frequency != "DAILY" else "")
        begin = first_time(start + shift * _DAY, now).replace(hour=clock.hour, minute=clock.minute)
        found = next_times(each, begin, now)
    if not found:
        return Due(None, recurrence=rule, ask=ask or "no_such_day")
    first = found[0]
    end = until.first or _end_of(anchor, first)
    if end is not None and day_of(end) < day_of(first):
        return Due(first, recurrence=rule, ask=ask or "backwards")
    if (
        until.first
        and each.frequency == "MONTHLY"
        and day_of(end or first) - day_of(first) < _MONTH
    ):
        # 每月20号到25号 means days of each month.
        ask = ask or "ambiguous"
    return Due(first, end, rule, ask)


def _until(said: Said, since: Moments | None, now: dt.datetime) -> Moments:
    if said.until_point is None:
        return Moments(None)
    base = since.first if since and since.first else now.date()
    end = read_end(said.until_point, Point(), day_of(base), now)
    return Moments(day_of(end.first) if end.first else None, ask=end.ask)


def _anchor(points: list[Point], now: dt.datetime) -> Moments | None:
    """The time of day of each occurrence as if it were today, with the end of a range of hours."""
    timed = [point for point in points if point.times]
    if not timed:
        return None
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    today = DayWords(_today)
    parts = [part for point in points for part in point.parts]
    first_point = Point([today], timed[0].parts or parts[:1], timed[0].times)
    first = read_point(first_point, midnight)
    if first.first is None or first.ask or len(timed) == 1:
        return first
    end = read_end(timed[1], first_point, first.first, midnight)
    ask = end.ask or ("backwards" if end.first and _is_before(end.first, first.first, now) else "")
    return Moments(first.first, end.first, ask)


def _today(today: dt.date) -> Day:
    return Day(today)


def _end_of(anchor: Moments | None, first: dt.date | dt.datetime) -> dt.datetime | None:
    """The end of the first occurrence where hours were said."""
    if anchor is None or not isinstance(first, dt.datetime):
        return None
    begin, end = anchor.first, anchor.last
    if not isinstance(begin, dt.datetime) or not isinstance(end, dt.datetime):
        return None
    return at(first.date() + (end.date() - begin.date()), end.time(), first.tzinfo or dt.UTC)
