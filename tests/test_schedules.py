"""When planned work falls due: every zone, every gap and repeat of the next ten years."""

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from models.schedules import local_moment

ZONES = sorted(available_timezones())
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2034, 12, 31)
A_DAY, A_MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
# No clock goes back by more than this in those years.
LONGEST_REPEAT = 180


@cache
def edges(name: str) -> tuple[dt.date, ...]:
    """The days around which a zone's clocks change."""
    zone, found = ZoneInfo(name), []
    before = None
    for ordinal in range(FIRST.toordinal(), LAST.toordinal()):
        day = dt.date.fromordinal(ordinal)
        offset = dt.datetime.combine(day, dt.time(12), zone).utcoffset()
        if before is not None and offset != before:
            found += [day - A_DAY, day, day + A_DAY]
        before = offset
    return tuple(found)


@st.composite
def slots(draw: st.DrawFn) -> tuple[ZoneInfo, dt.date, int]:
    name = draw(st.sampled_from(ZONES))
    days = st.dates(FIRST, LAST)
    near = edges(name)
    day = draw(st.one_of(days, st.sampled_from(near)) if near else days)
    return ZoneInfo(name), day, draw(st.integers(0, 24 * 60 - 1))


def local(moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


@given(slots())
@settings(max_examples=400, deadline=None)
def test_a_slot_is_the_first_moment_at_which_the_clock_shows_its_time_or_more(
    slot: tuple[ZoneInfo, dt.date, int],
) -> None:
    zone, day, minute = slot
    wanted = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)
    moment = local_moment(day, minute, zone)
    assert local(moment, zone) >= wanted
    earlier = (local(moment - back * A_MINUTE, zone) for back in range(1, LONGEST_REPEAT))
    assert all(shown < wanted for shown in earlier)


@given(slots())
@settings(max_examples=200, deadline=None)
def test_each_local_day_has_its_slot_once(slot: tuple[ZoneInfo, dt.date, int]) -> None:
    zone, day, minute = slot
    moment = local_moment(day, minute, zone)
    assert local_moment(day - A_DAY, minute, zone) < moment
    assert moment < local_moment(day + A_DAY, minute, zone)


def test_a_time_that_does_not_exist_is_the_first_minute_after_the_gap() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    moment = local_moment(dt.date(2025, 3, 30), 2 * 60 + 30, berlin)
    assert moment == dt.datetime(2025, 3, 30, 1, 0, tzinfo=dt.UTC)


def test_a_time_that_comes_twice_is_the_first_one() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    moment = local_moment(dt.date(2025, 10, 26), 2 * 60 + 30, berlin)
    assert moment == dt.datetime(2025, 10, 26, 0, 30, tzinfo=dt.UTC)
