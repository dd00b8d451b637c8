"""Tasks that come again, in every zone: on the right day, at the right time, once, and no drift."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.schedules import local_moment
from models.task_series import upcoming
from models.task_tables import Task
from models.tasks import Deadline, deadline, recurring
from models.values import TeamInfo
from models.working_days import is_working_day

ZONES = sorted(available_timezones())
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2031, 12, 31)
A_WEEK, A_DAY, A_MINUTE = dt.timedelta(7), dt.timedelta(1), dt.timedelta(minutes=1)
WORKING = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;X-WORKING=1"
LEAP = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def length(day: dt.date) -> int:
    """How many days a day's month has."""
    return calendar.monthrange(day.year, day.month)[1]


def is_due_on(rule: str, day: dt.date) -> bool:
    """Whether a rule falls on a day, said anew and plainly."""
    if rule == "FREQ=DAILY":
        return True
    if rule == WORKING:
        return is_working_day(day)
    if rule == LEAP:
        return day.month == 2 and day.day == length(day)
    name, wanted = rule.split(";")[1].split("=")
    if name == "BYDAY":
        return WEEKDAYS[day.weekday()] in wanted.split(",")
    numbers = {int(each) for each in wanted.split(",")}
    return day.day in {
        length(day) + 1 + number if number < 0 else min(number, length(day)) for number in numbers
    }


def next_due(rule: str, day: dt.date) -> dt.date:
    """The first day from that one on that a rule falls on."""
    while not is_due_on(rule, day):
        day += A_DAY
    return day


rules = st.one_of(
    st.sampled_from(["FREQ=DAILY", WORKING, LEAP, "FREQ=MONTHLY;BYMONTHDAY=-1"]),
    st.sampled_from([28, 29, 30, 31]).map(lambda n: f"FREQ=MONTHLY;BYMONTHDAY={n}"),
    st.integers(1, 31).map(lambda n: f"FREQ=MONTHLY;BYMONTHDAY={n}"),
    st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True).map(
        lambda names: f"FREQ=WEEKLY;BYDAY={','.join(sorted(names, key=WEEKDAYS.index))}"
    ),
)


@cache
def edges(name: str) -> tuple[dt.datetime, ...]:
    """The local times just before which a zone's clocks change."""
    zone, found = ZoneInfo(name), []
    here = dt.datetime(FIRST.year, 1, 1, tzinfo=dt.UTC)
    while here.year < LAST.year:
        after = here + A_WEEK
        if here.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            low, high = 0, 7 * 24 * 60
            while high - low > 1:
                middle = (low + high) // 2
                moved = (here + middle * A_MINUTE).astimezone(zone).utcoffset()
                if moved == here.astimezone(zone).utcoffset():
                    low = middle
                else:
                    high = middle
            found.append((here + low * A_MINUTE).astimezone(zone).replace(tzinfo=None))
        here = after
    return tuple(found)


@st.composite
def starts(draw: st.DrawFn) -> tuple[TeamInfo, dt.date, int | None]:
    """A team in any zone, a day, and a minute of the day or none; near a change of its clocks as
    often as not.
    """
    name = draw(st.sampled_from(ZONES))
    team = TeamInfo(1, "冲刺群", ZoneInfo(name), "zh-CN")
    near = edges(name)
    if near and draw(st.booleans()):
        time = draw(st.sampled_from(near)) + draw(st.integers(-100, 100)) * A_MINUTE
        day = time.date() - draw(st.integers(0, 3)) * A_DAY
        return team, max(day, FIRST), time.hour * 60 + time.minute
    return team, draw(st.dates(FIRST, LAST)), draw(st.none() | st.integers(0, 24 * 60 - 1))


def made(team: TeamInfo, due: Deadline, rule: str, **more: object) -> Task:
    values = {"due_at": due.at, "due_day": due.day, "all_day": int(due.all_day), "recurrence": rule}
    return Task(number=1, **{**values, **recurring(team, due), **more})


def followed(team: TeamInfo, row: Task, due: Deadline) -> Task:
    """The next task of a series, as `make_next` makes it."""
    return made(
        team, due, row.recurrence,
        recurs_from=row.recurs_from, recurs_at=row.recurs_at, recurs_until=row.recurs_until,
    )  # fmt: skip


def on(team: TeamInfo, day: dt.date, minute: int | None) -> Deadline:
    """The deadline on a day; a time that is skipped is the first one after the gap."""
    return deadline(team, day if minute is None else local_moment(day, minute, team.zone))


@given(starts(), rules)
@example(
    (TeamInfo(1, "", ZoneInfo("America/New_York"), "en"), dt.date(2026, 3, 7), 150), "FREQ=DAILY"
)
@example(
    (TeamInfo(1, "", ZoneInfo("America/Scoresbysund"), "en"), dt.date(2026, 3, 27), 1430),
    "FREQ=DAILY",
)
@settings(max_examples=150, deadline=None)
def test_each_turn_is_the_next_day_of_the_rule_at_the_same_time_on_the_clock(
    start: tuple[TeamInfo, dt.date, int | None], rule: str
) -> None:
    team, day, minute = start
    day = next_due(rule, day)
    due = on(team, day, minute)
    row = made(team, due, rule)
    clock = row.recurs_at
    for _ in range(5):
        found = upcoming(team, row, due.at)
        assert found is not None
        before, (due, skipped) = due, found
        # A turn that a gap moves over midnight takes the place of that day's.
        day = next_due(rule, max(day, before.day) + A_DAY)
        assert due == on(team, day, clock)
        assert due.at > before.at
        assert due.day > before.day
        assert skipped == 0
        row = followed(team, row, due)
        assert row.recurs_at == clock


@given(starts(), rules, st.integers(0, 900), st.integers(0, 24 * 60 - 1))
@settings(max_examples=100, deadline=None)
def test_after_an_absence_the_next_turn_is_still_to_come_and_the_others_are_counted(
    start: tuple[TeamInfo, dt.date, int | None], rule: str, days: int, minute: int
) -> None:
    team, day, clock = start
    day = next_due(rule, day)
    first = on(team, day, clock)
    row = made(team, first, rule)
    now = local_moment(day + days * A_DAY, minute, team.zone)
    found = upcoming(team, row, now)
    assert found is not None
    due, skipped = found
    passed, here = 0, next_due(rule, first.day + A_DAY)
    while on(team, here, row.recurs_at).at <= max(now, first.at):
        passed, here = passed + 1, next_due(rule, here + A_DAY)
    assert due == on(team, here, row.recurs_at)
    assert skipped == min(passed, 400)


@given(starts(), rules, st.integers(0, 100), st.integers(0, 100))
@settings(max_examples=60, deadline=None)
def test_a_series_ends_with_its_last_day(
    start: tuple[TeamInfo, dt.date, int | None], rule: str, ahead: int, late: int
) -> None:
    team, day, minute = start
    first = on(team, next_due(rule, day), minute)
    until = first.day + ahead * A_DAY
    now = first.at + late * A_DAY
    endless = upcoming(team, made(team, first, rule), now)
    found = upcoming(team, made(team, first, rule, recurs_until=until), now)
    assert endless is not None
    # Where a gap moves a turn over midnight, the day of the rule is the one before.
    is_over = next_due(rule, endless[0].day) != endless[0].day
    last = endless[0].day - A_DAY if is_over else endless[0].day
    assert found == (endless if last <= until else None)


@given(starts(), rules, st.integers(-300, 300))
@settings(max_examples=60, deadline=None)
def test_a_turn_that_was_moved_moves_no_other(
    start: tuple[TeamInfo, dt.date, int | None], rule: str, hours: int
) -> None:
    team, day, minute = start
    first = on(team, next_due(rule, day), minute)
    row = made(team, first, rule)
    moved = deadline(team, first.at + hours * dt.timedelta(hours=1))
    row.due_at, row.due_day, row.all_day = moved.at, moved.day, 0
    found = upcoming(team, row, moved.at)
    assert found is not None
    here = next_due(rule, max(moved.day, first.day) + A_DAY)
    while on(team, here, row.recurs_at).at <= moved.at:
        here = next_due(rule, here + A_DAY)
    assert found == (on(team, here, row.recurs_at), 0)


SHANGHAI = TeamInfo(1, "冲刺群", ZoneInfo("Asia/Shanghai"), "zh-CN")


def days_of(rule: str, first: str, count: int) -> list[str]:
    """The days of a series whose tasks are each done in time."""
    due = deadline(SHANGHAI, dt.date.fromisoformat(first))
    row, found = made(SHANGHAI, due, rule), [first]
    for _ in range(count):
        answer = upcoming(SHANGHAI, row, due.at - A_DAY)
        assert answer is not None
        due = answer[0]
        row = followed(SHANGHAI, row, due)
        found.append(due.day.isoformat())
    return found


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31"),
        ("FREQ=MONTHLY", "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-01-31 2028-02-29 2028-03-31 2028-04-30"),
        ("FREQ=YEARLY", "2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-29"),
        (LEAP, "2027-02-28 2028-02-29 2029-02-28"),
        (WORKING, "2025-09-26 2025-09-28 2025-09-29 2025-09-30 2025-10-09 2025-10-10 2025-10-11 2025-10-13"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2025-06-20 2025-07-04 2025-07-18"),
        ("FREQ=DAILY;INTERVAL=3", "2025-12-30 2026-01-02 2026-01-05"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2025-06-30 2025-09-30 2025-12-31 2026-03-31"),
    ],
)  # fmt: skip
def test_a_series_falls_on_these_days(rule: str, days: str) -> None:
    expected = days.split()
    assert days_of(rule, expected[0], len(expected) - 1) == expected


def test_what_is_done_long_before_its_deadline_comes_again() -> None:
    due = deadline(SHANGHAI, dt.date(2027, 12, 31))
    row = made(SHANGHAI, due, "FREQ=DAILY")
    found = upcoming(SHANGHAI, row, dt.datetime(2025, 6, 18, tzinfo=dt.UTC))
    assert found == (deadline(SHANGHAI, dt.date(2028, 1, 1)), 0)


def test_after_years_a_daily_task_comes_again() -> None:
    row = made(SHANGHAI, deadline(SHANGHAI, dt.date(2025, 6, 18)), "FREQ=DAILY")
    found = upcoming(SHANGHAI, row, dt.datetime(2030, 6, 18, 4, tzinfo=dt.UTC))
    assert found == (deadline(SHANGHAI, dt.date(2030, 6, 18)), 400)


def test_what_comes_once_does_not_come_again() -> None:
    due = deadline(SHANGHAI, dt.date(2025, 6, 18))
    assert upcoming(SHANGHAI, made(SHANGHAI, due, ""), due.at) is None
    assert upcoming(SHANGHAI, Task(recurrence="FREQ=DAILY"), due.at) is None


@pytest.mark.slow
def test_the_time_on_the_clock_outlives_every_change_of_clocks_in_every_zone() -> None:
    for name in ZONES:
        team = TeamInfo(1, "", ZoneInfo(name), "en")
        near = [time for time in edges(name) if time.year == 2026]
        for time in near:
            minute = time.hour * 60 + time.minute + 1
            due = on(team, time.date() - 2 * A_DAY, minute % 1440)
            row, days = made(team, due, "FREQ=DAILY"), [due.day]
            for _ in range(4):
                found = upcoming(team, row, due.at)
                assert found is not None, name
                due = found[0]
                row = followed(team, row, due)
                days.append(due.day)
            assert {after - before for before, after in pairwise(days)} <= {A_DAY, 2 * A_DAY}, name
            assert due.at == local_moment(due.day, minute % 1440, team.zone), name
