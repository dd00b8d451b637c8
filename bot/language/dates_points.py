"""From words that stand together to a moment: one end of a range, or all that was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from bot.language.dates_clock import Clock, clock, part_over
from bot.language.dates_words import Atom, Day, DayWords, Moment, Part, Time
from models.wall_clock import at, later, moment_of

_MINUTES = 24 * 60
_HALF = 12 * 60
# A bare 三点 with a day is more often three in the afternoon than at night; nobody may guess that.
_NIGHT_ENDS = 6 * 60
_WAKING = 7 * 60


@dataclass(slots=True)
class Point:
    """The words for one moment."""

    days: list[DayWords] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    # Whether the day was said after the time.
    days_last: bool = False

    def take(self, atoms: Iterable[Atom]) -> Point:
        """Put each atom where it belongs; rules and vague words are no part of a moment."""
        for atom in atoms:
            what = atom.what
            if isinstance(what, DayWords):
                self.days.append(what)
                self.days_last = bool(self.times)
            elif isinstance(what, Part):
                self.parts.append(what)
            elif isinstance(what, Time):
                self.times.append(what)
            elif isinstance(what, Moment):
                self.moments.append(what)
        return self

    @property
    def part(self) -> str | None:
        """The part of the day that was said: of 今晚上 and 晚上 the last."""
        return self.parts[-1].name if self.parts else None


@dataclass(frozen=True, slots=True)
class Moments:
    """A day or a time, or the days from `first` to `last`; `ask` as in `Due`."""

    first: dt.date | dt.datetime | None
    last: dt.date | dt.datetime | None = None
    ask: str = ""


def day_of(value: dt.date | dt.datetime) -> dt.date:
    """The day of a day or time."""
    return value.date() if isinstance(value, dt.datetime) else value


def read_point(point: Point, now: dt.datetime) -> Moments:
    """When a point is that stands alone or begins a range."""
    if point.moments:
        return _from_now(point, now)
    said = _clock_of(point, point.part)
    if said is not None and said.ask == "no_such_time":
        return Moments(None, ask=said.ask)
    if said is None and point.part == "night":
        # 半夜 lies on both sides of midnight.
        return Moments(None, ask="vague")
    if not point.days:
        return _today(point, said, now)
    day = agreed(point.days, now.date())
    if day.first is None:
        return Moments(None, ask=day.ask or "no_such_day")
    if said is None:
        return _whole_day(point, day.first, day, now)
    if day.last is not None:
        # 周末晚上8点 is on one of two evenings.
        return Moments(_on(day.first, said.minutes, now), ask=day.ask or "ambiguous")
    return _timed_day(day.first, day, said, now)


def read_end(point: Point, start: Point, first: dt.date | dt.datetime, now: dt.datetime) -> Moments:
    """When a range ends that begins with the words of `start` at `first`."""
    if point.moments:
        return _from_now(point, now)
    base = day_of(first)
    day = _end_day(point, base, now)
    if day.first is None or (day.ask and day.ask != "past"):
        return Moments(day.first, ask=day.ask)
    part = point.part or (None if point.days else start.part)
    said = _clock_of(point, part)
    if said is None:
        return Moments(day.last or day.first)
    if said.ask and point.part is None:
        # 上午10点到2点: the part of the day holds for the beginning only.
        said = _clock_of(point, None) or said
    if said.ask:
        return Moments(_on(day.first, said.minutes, now), ask=said.ask)
    end = _on(day.first, said.minutes, now)
    if end > first_time(first, now) or point.days:
        return Moments(end)
    if said.minutes + _HALF <= _MINUTES and point.part is None and _is_loose(point, said, start):
        return Moments(_on(day.first, said.minutes + _HALF, now))
    if point.part == "dawn" or (point.part == "morning" and start.part in ("evening", "night")):
        return Moments(_on(day.first, said.minutes + _MINUTES, now))
    return Moments(end)


def first_time(value: dt.date | dt.datetime, now: dt.datetime) -> dt.datetime:
    """A time as it is, a day from its beginning."""
    return value if isinstance(value, dt.datetime) else at(value, dt.time(), _zone(now))


def agreed(words: list[DayWords], today: dt.date) -> Day:
    """The one day on which all words agree, a question where they do not."""
    resolved = [(each, each.resolve(today)) for each in words]
    named = {each.weekday for each, _ in resolved if each.weekday is not None}
    others = [day for each, day in resolved if each.weekday is None]
    if not others:
        return _same(resolved[0][1], [day for _, day in resolved[1:]])
    day = _same(others[0], others[1:])
    if not named or day.first is None:
        return day
    if day.last is None:
        return replace(day, ask=day.ask if named == {day.first.weekday()} else "disagree")
    # 下周 周五: the weekday picks a day of the week that was named.
    inside = (
        day.first + dt.timedelta(days=each) for each in range((day.last - day.first).days + 1)
    )
    picked = [each for each in inside if {each.weekday()} == named]
    return Day(picked[0]) if picked else replace(day, ask="disagree")


def _same(day: Day, others: list[Day]) -> Day:
    for other in others:
        if other.first != day.first:
            return replace(day, ask="disagree")
    return day


def _zone(now: dt.datetime) -> dt.tzinfo:
    return now.tzinfo or dt.UTC


def _on(day: dt.date, minutes: int, now: dt.datetime) -> dt.datetime:
    days, minute = divmod(minutes, _MINUTES)
    return at(day + dt.timedelta(days=days), dt.time(minute // 60, minute % 60), _zone(now))


def _clock_of(point: Point, part: str | None) -> Clock | None:
    if not point.times:
        return None
    said = {clock(time, part) for time in point.times}
    return said.pop() if len(said) == 1 else Clock(0, ask="disagree")


def _from_now(point: Point, now: dt.datetime) -> Moments:
    after = point.moments[0].after
    if after > dt.timedelta(days=366):
        return Moments(None, ask="too_far")
    ask = "past" if after < dt.timedelta() else ""
    if len(point.moments) > 1 or point.times or point.days:
        ask = ask or "disagree"
    return Moments(later(now, after), ask=ask)


def _today(point: Point, said: Clock | None, now: dt.datetime) -> Moments:
    """A time or part of the day without a day: the next one."""
    today, tomorrow = now.date(), now.date() + dt.timedelta(days=1)
    if said is None:
        over = part_over(point.part or "evening") <= now.hour * 60 + now.minute
        if point.part == "dawn":
            return Moments(tomorrow if over else today)
        return Moments(tomorrow, ask="past") if over else Moments(today)
    if said.ask:
        return Moments(_on(today, said.minutes, now), ask=said.ask)
    time = _on(today, said.minutes, now)
    still = moment_of(time) > moment_of(now)
    if not said.either:
        return Moments(time if still else _on(tomorrow, said.minutes, now))
    afternoon = _on(today, said.minutes % _HALF + _HALF, now)
    if still:
        # Both halves of the day lie ahead; at night nobody means three in the morning for sure.
        return Moments(time, ask="" if said.minutes >= _WAKING else "ambiguous")
    if moment_of(afternoon) > moment_of(now) and point.times[0].form != "clock":
        return Moments(afternoon)
    return Moments(_on(tomorrow, said.minutes, now), ask="ambiguous")


def _whole_day(point: Point, first: dt.date, day: Day, now: dt.datetime) -> Moments:
    ask = day.ask
    if day.again is not None and not point.parts:
        return Moments(day.again, ask=ask or "ambiguous")
    over = point.parts and part_over(point.parts[-1].name) <= now.hour * 60 + now.minute
    if first == now.date() and over and not ask:
        return Moments(day.again or first, ask="past")
    return Moments(first, None if point.parts else day.last, ask)


def _timed_day(first: dt.date, day: Day, said: Clock, now: dt.datetime) -> Moments:
    today = now.date()
    time = _on(first, said.minutes, now)
    if day.ask or said.ask:
        return Moments(time, ask=day.ask or said.ask)
    if moment_of(time) >= moment_of(now.replace(second=0, microsecond=0)):
        if said.either and said.minutes < _NIGHT_ENDS:
            return Moments(_on(first, said.minutes + _HALF, now), ask="ambiguous")
        return Moments(time)
    afternoon = _on(first, said.minutes % _HALF + _HALF, now)
    if said.either and first == today and moment_of(afternoon) > moment_of(now):
        return Moments(afternoon)
    if day.again is not None:
        return Moments(_on(day.again, said.minutes, now))
    return Moments(time, ask="past")


def _end_day(point: Point, base: dt.date, now: dt.datetime) -> Day:
    if not point.days:
        return Day(base)
    from_base = [
        replace(each, resolve=partial(_follow, each.follow, base)) if each.follow else each
        for each in point.days
    ]
    return agreed(from_base, now.date())


def _follow(follow: Callable[[dt.date], Day], base: dt.date, today: dt.date) -> Day:
    return follow(base)


def _is_loose(point: Point, said: Clock, start: Point) -> bool:
    """Whether the end of a range of hours may be in the afternoon though that was not said."""
    forms = {time.form for time in (*point.times, *start.times)}
    return 1 <= said.minutes // 60 <= 12 and not forms & {"clock", "half"}
