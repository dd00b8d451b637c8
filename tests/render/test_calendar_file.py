"""Calendar files, read back by another reader than the one that is on the phone."""

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from bot.render.calendar_file import CalendarEntry, calendar_file, is_standard
from models.recurrence import next_times, read_rule

SHANGHAI, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")
NOW = dt.datetime(2025, 6, 18, 7, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def entry(start: dt.date | dt.datetime, **changes: object) -> CalendarEntry:
    """An entry of an hour, or of a day."""
    end = start + HOUR if isinstance(start, dt.datetime) else start
    values = {"uid": "a1-x@duizhang", "title": "新品培训", "start": start, "end": end}
    return CalendarEntry(**(values | {"changed_at": NOW} | changes))  # type: ignore[arg-type]


def made(*entries: CalendarEntry, zone: ZoneInfo = SHANGHAI, now: dt.datetime = NOW) -> bytes:
    return calendar_file("冲刺群", zone, entries, now)


def events(data: bytes) -> list[Event]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_each_line_is_as_the_standard_wants_it() -> None:
    start = dt.datetime(2025, 6, 19, 20, tzinfo=SHANGHAI)
    title = "新品培训;第一课,讲师\\阿芳\n" + "很长的标题" * 18 + "👍🏽" * 10
    data = made(entry(start, title=title, place="二楼,3 号", notes="#A1"))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.replace(b"\r\n", b"").count(b"\n") == data.replace(b"\r\n", b"").count(b"\r") == 0
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        # No character is cut in two.
        line.decode()
    text = data.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:新品培训\\;第一课\\,讲师\\\\阿芳\\n很长的标题" in text
    (event,) = events(data)
    assert (event["summary"], event["location"]) == (title, "二楼,3 号")
    assert text.count("BEGIN:VCALENDAR") == 1
    assert {"VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"} <= set(text.split("\r\n"))


def test_days_end_on_the_day_after_the_last() -> None:
    days = entry(dt.date(2025, 6, 20), end=dt.date(2025, 6, 22))
    text = made(days).decode()
    assert "DTSTART;VALUE=DATE:20250620\r\n" in text
    assert "DTEND;VALUE=DATE:20250623\r\n" in text


@pytest.mark.parametrize(
    ("zone", "offsets"), [(SHANGHAI, (8, 8)), (NEW_YORK, (-4, -5))], ids=["shanghai", "new york"]
)
def test_the_clock_of_the_team_is_kept_over_a_change_of_clocks(
    zone: ZoneInfo, offsets: tuple[int, int]
) -> None:
    summer = dt.datetime(2025, 10, 28, 20, tzinfo=zone)
    weekly = entry(summer, rule="FREQ=WEEKLY;BYDAY=TU", until=dt.date(2025, 12, 31))
    winter = entry(dt.datetime(2025, 11, 4, 20, tzinfo=zone), uid="a2-x@duizhang")
    data = made(weekly, winter, zone=zone)
    assert f"DTSTART;TZID={zone.key}:20251028T200000" in data.decode()
    calendar = Calendar.from_ical(data)
    assert [str(each["tzid"]) for each in calendar.walk("VTIMEZONE")] == [zone.key]
    first, second = events(data)
    found = [each["dtstart"].dt for each in (first, second)]
    assert [time.hour for time in found] == [20, 20]
    assert [time.utcoffset() for time in found] == [dt.timedelta(hours=n) for n in offsets]
    # By what the file itself says about its zone.
    zone_of_file = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    for day, offset in ((summer, offsets[0]), (summer + dt.timedelta(days=7), offsets[1])):
        here = day.replace(tzinfo=None).replace(tzinfo=zone_of_file)
        assert here.utcoffset() == dt.timedelta(hours=offset)
    # UNTIL is a moment, and the last Tuesday of the year is in.
    rule = first["rrule"].to_ical().decode()
    times = list(rrulestr(rule, dtstart=summer))
    assert times[-1].date() == dt.date(2025, 12, 30)
    assert {time.hour for time in times} == {20}


def test_what_changed_is_known_by_its_name_and_a_higher_number() -> None:
    start = dt.datetime(2025, 6, 19, 20, tzinfo=SHANGHAI)
    (before,) = events(made(entry(start)))
    later = NOW + dt.timedelta(minutes=5)
    moved = entry(start + HOUR, sequence=1, changed_at=later)
    (after,) = events(made(moved, now=later))
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]
    assert before["dtstamp"].dt < after["dtstamp"].dt
    assert after["last-modified"].dt == later
    (gone,) = events(made(entry(start, sequence=2, cancelled=True)))
    assert gone["status"] == "CANCELLED"


def test_a_moment_has_no_end_and_blocks_nothing() -> None:
    due = dt.datetime(2025, 6, 20, 18, tzinfo=SHANGHAI)
    (event,) = events(made(entry(due, end=None, busy=False)))
    assert "dtend" not in event
    assert event["transp"] == "TRANSPARENT"


def test_working_days_are_written_out_one_by_one() -> None:
    start = dt.datetime(2025, 9, 26, 9, tzinfo=SHANGHAI)
    rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;X-WORKING=1"
    now = dt.datetime(2025, 9, 25, tzinfo=dt.UTC)
    found = events(made(entry(start, rule=rule, until=dt.date(2025, 10, 13)), now=now))
    days = [event["dtstart"].dt.date() for event in found]
    # 28 September and 11 October are worked, 1 to 8 October is a holiday.
    assert dt.date(2025, 9, 28) in days
    assert dt.date(2025, 10, 11) in days
    assert not any(dt.date(2025, 10, 1) <= day <= dt.date(2025, 10, 8) for day in days)
    assert all("rrule" not in event for event in found)
    assert all(event["dtend"].dt - event["dtstart"].dt == HOUR for event in found)
    names = [str(event["uid"]) for event in found]
    assert names[:2] == ["a1-x-1@duizhang", "a1-x-2@duizhang"]
    assert len(set(names)) == len(names)


def test_the_occurrences_that_are_written_out_keep_their_names_as_time_goes_on() -> None:
    rule = "FREQ=MONTHLY;BYMONTHDAY=30"
    monthly = entry(dt.date(2025, 1, 30), rule=rule)
    found = {}
    for month in (1, 5):
        now = dt.datetime(2025, month, 10, tzinfo=dt.UTC)
        found[month] = {
            event["dtstart"].dt: str(event["uid"]) for event in events(made(monthly, now=now))
        }
    assert found[1][dt.date(2025, 2, 28)] == "a1-x-2@duizhang"
    shared = found[1].keys() & found[5].keys()
    assert len(shared) >= 3
    assert all(found[1][day] == found[5][day] for day in shared)


def test_the_last_day_of_a_month_has_a_rule_of_the_standard() -> None:
    (event,) = events(made(entry(dt.date(2025, 6, 30), rule="FREQ=MONTHLY;BYMONTHDAY=-1")))
    assert event["rrule"].to_ical() == b"FREQ=MONTHLY;BYMONTHDAY=-1"


RULES = st.builds(
    lambda frequency, interval, days, weekdays, months, position: ";".join(
        [
            f"FREQ={frequency}",
            *([f"INTERVAL={interval}"] if interval > 1 else []),
            *(
                [f"BYMONTH={','.join(map(str, sorted(months)))}"]
                if months and frequency == "YEARLY"
                else []
            ),
            *([f"BYDAY={','.join(weekdays)}"] if weekdays else []),
            *([f"BYMONTHDAY={','.join(map(str, days))}"] if days and not weekdays else []),
            *([f"BYSETPOS={position}"] if position and (days or weekdays) else []),
        ]
    ),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 3),
    st.lists(st.sampled_from([-31, -2, -1, 1, 15, 28, 29, 30, 31]), unique=True, max_size=2),
    st.lists(st.sampled_from(["MO", "WE", "SU", "1TU", "-1FR"]), unique=True, max_size=2),
    st.sets(st.integers(1, 12), max_size=2),
    st.sampled_from([0, 0, 1, -1]),
)


@settings(max_examples=400, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(RULES, st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))
def test_a_rule_that_is_handed_over_means_the_same_days_there(text: str, day: dt.date) -> None:
    rule = read_rule(text)
    found = next_times(rule, day, dt.datetime.combine(day, dt.time(), dt.UTC), count=1)
    if not found or not is_standard(rule, found[0]):
        return
    first = found[0]
    midnight = dt.datetime.combine(first, dt.time(), dt.UTC)
    ours = next_times(rule, first, midnight, count=12)
    until = dt.datetime.combine(ours[-1], dt.time(), dt.UTC)
    theirs = rrulestr(text, dtstart=midnight).between(midnight, until, inc=True)
    assert ours == [time.date() for time in theirs]


def test_an_empty_calendar_is_one() -> None:
    assert events(made()) == []


def test_names_of_zones_stand_once_however_many_entries_need_them() -> None:
    starts = [dt.datetime(2025, 6, 19 + n, 20, tzinfo=NEW_YORK) for n in range(5)]
    data = made(*(entry(s, uid=f"a{n}@d") for n, s in enumerate(starts)), zone=NEW_YORK)
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    found = [event["dtstart"].dt for event in events(data)]
    assert all(b - a == dt.timedelta(days=1) for a, b in pairwise(found))
