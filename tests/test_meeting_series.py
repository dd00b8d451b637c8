"""Meetings that come again: on the rule's days, at the clock's time, never on a holiday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from task_world import NOW, Cast, opened

from models import meeting_members, meeting_plans, meetings
from models.care import take_leave
from models.db import Db
from models.errors import Refusal
from models.meeting_reminders import JOB
from models.meeting_series import Series, left_out, next_turn, turns
from models.meeting_states import CLOSED, MISSED, OPEN, PLANNED
from models.meeting_tables import Meeting, Minutes
from models.meetings import NewMeeting
from models.reminders import Reminder
from models.values import TeamInfo
from models.working_days import is_day_off, is_working_day

DAY = dt.timedelta(days=1)
ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tehran")
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2026, 10, 1))


def team_in(zone: str) -> TeamInfo:
    return TeamInfo(1, "冲刺群", ZoneInfo(zone), "zh-CN")


@given(
    zone=st.sampled_from(ZONES),
    first=DAYS,
    days=st.sets(st.sampled_from(NAMES), min_size=1, max_size=4),
    minute=st.integers(0, 1439),
)
@example(zone="Europe/Berlin", first=dt.date(2025, 3, 24), days={"SU"}, minute=150)
@example(zone="America/New_York", first=dt.date(2025, 10, 27), days={"SU"}, minute=90)
@settings(max_examples=150, deadline=None)
def test_a_weekly_meeting_keeps_its_clock_and_meets_every_day_that_is_no_holiday(
    zone: str, first: dt.date, days: set[str], minute: int
) -> None:
    team = team_in(zone)
    rule = f"FREQ=WEEKLY;BYDAY={','.join(sorted(days, key=NAMES.index))}"
    found = turns(team, Series(rule, first, minute), first, count=30)
    assert len(found) == 30
    wanted, day = [], first
    while len(wanted) < 30:
        if NAMES[day.weekday()] in days and not is_day_off(day):
            wanted.append(day)
        day += DAY
    assert [each.day for each in found] == wanted
    for each in found:
        local = each.start.astimezone(team.zone)
        clock = local.hour * 60 + local.minute
        naive = dt.datetime.combine(each.day, dt.time()) + dt.timedelta(minutes=minute)
        exists = naive.replace(tzinfo=team.zone).astimezone(dt.UTC).astimezone(team.zone)
        assert local.date() == each.day
        assert clock == minute if exists.replace(tzinfo=None) == naive else clock > minute
    between = [day for before, after in pairwise(found) for day in after.skipped]
    assert all(is_day_off(day) and NAMES[day.weekday()] in days for day in between)


@given(day=st.dates(dt.date(2024, 1, 1), dt.date(2025, 12, 31)))
@settings(max_examples=200, deadline=None)
def test_a_day_off_is_one_on_which_nobody_works_and_never_an_ordinary_weekend(
    day: dt.date,
) -> None:
    if is_day_off(day):
        assert not is_working_day(day)
    elif not is_working_day(day):
        assert day.weekday() >= 5


def test_days_off_are_those_of_the_government() -> None:
    read = dt.date.fromisoformat
    assert all(is_day_off(read(day)) for day in ("2025-06-02", "2025-10-04", "2025-01-28"))
    assert not any(is_day_off(read(day)) for day in ("2025-06-14", "2025-09-28", "2025-06-04"))


def test_a_birthday_of_the_team_is_kept_on_a_holiday() -> None:
    team = team_in("Asia/Shanghai")
    series = Series("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1", dt.date(2025, 10, 1), 1200)
    turn = next_turn(team, series, dt.date(2025, 9, 1), NOW)
    assert turn is not None
    assert turn.day == dt.date(2025, 10, 1)


@pytest.fixture
def cast(tmp_path: Path) -> Iterator[Cast]:
    with opened(tmp_path) as database:
        yield Cast(database)


def start(cast: Cast, day: str, clock: str = "20:00") -> dt.datetime:
    local = dt.datetime.fromisoformat(f"{day} {clock}").replace(tzinfo=cast.team.zone)
    return local.astimezone(dt.UTC)


def plan(cast: Cast, day: str = "2025-06-18", *, rule: str = "", **more: Any) -> int:
    new = NewMeeting("周会", start(cast, day), recurrence=rule, **more)
    return cast.run(lambda db: meetings.create(db, cast.team, new, cast.doer("丽姐"))).number


def read(cast: Cast, number: int) -> Meeting:
    return cast.run(lambda db: meetings.find(db, cast.team.id, number))


def steps(cast: Cast, number: int) -> dict[int, dt.datetime]:
    row = read(cast, number)
    query = select(Reminder).where(Reminder.job == JOB, Reminder.subject == row.id)
    return cast.run(lambda db: {r.step: r.due_at for r in db.session.scalars(query)})


WEEKLY = "FREQ=WEEKLY;BYDAY=WE"


def test_the_next_one_is_made_once_however_often_the_end_is_told(cast: Cast) -> None:
    number = plan(cast, rule=WEEKLY, quorum=3, place="二楼", goal="看数字")

    def finish(db: Db) -> Meeting | None:
        row = meetings.find(db, cast.team.id, number)
        row.state = CLOSED
        return meeting_plans.finish(db, cast.team, row, cast.doer("丽姐"))

    cast.at = start(cast, "2025-06-18", "21:00")
    first, again = cast.run(finish), cast.run(finish)
    assert first is not None
    assert again is not None
    assert first.number == again.number == 2
    made = read(cast, 2)
    assert (made.day, made.quorum, made.place) == (dt.date(2025, 6, 25), 3, "二楼")
    # What one meeting is for is not what the next one is for.
    assert made.goal == ""
    assert steps(cast, number) == {}
    assert set(steps(cast, 2)) == {60, 30, 5, 1}


def test_a_series_ends_with_its_last_day(cast: Cast) -> None:
    number = plan(cast, rule=WEEKLY, recurs_until=dt.date(2025, 6, 24))

    def end(db: Db) -> Meeting | None:
        row = meetings.find(db, cast.team.id, number)
        return meeting_plans.finish(db, cast.team, row, cast.doer("丽姐"))

    assert cast.run(end) is None


@given(shift=st.integers(-2, 20))
@settings(max_examples=10, deadline=None)
def test_a_moved_meeting_swallows_no_other_but_those_before_it(
    tmp_path_factory: pytest.TempPathFactory, shift: int
) -> None:
    with opened(tmp_path_factory.mktemp("m")) as database:
        cast = Cast(database)
        number = plan(cast, "2025-06-25", rule=WEEKLY)
        day = dt.date(2025, 6, 25) + shift * DAY

        def work(db: Db) -> tuple[Meeting, Meeting | None]:
            row = meetings.find(db, cast.team.id, number)
            doer = cast.doer("丽姐")
            at = start(cast, day.isoformat(), "09:30")
            meeting_plans.move(db, cast.team, row, doer, start=at, minutes=60)
            return row, meeting_plans.finish(db, cast.team, row, doer)

        row, after = cast.run(work)
        assert after is not None
        local = after.start_at.astimezone(cast.team.zone)
        assert (local.weekday(), local.hour, local.minute) == (2, 20, 0)
        since = max(day, dt.date(2025, 6, 25))
        assert since < after.day <= since + 7 * DAY
        assert left_out(cast.team, row, after) == ()


def test_a_link_for_one_meeting_stays_with_it_and_that_of_a_series_goes_on(cast: Cast) -> None:
    whole = plan(cast, rule=WEEKLY, code="675-392-234")
    single = plan(cast, rule="FREQ=WEEKLY;BYDAY=TH")

    def work(db: Db) -> list[str]:
        doer = cast.doer("丽姐")
        one = meetings.find(db, cast.team.id, whole)
        two = meetings.find(db, cast.team.id, single)
        meeting_plans.set_link(db, cast.team, two, doer, link="", code="111 222 333")
        found = [meeting_plans.finish(db, cast.team, row, doer) for row in (one, two)]
        return [each.code for each in found if each is not None]

    assert cast.run(work) == ["675-392-234", ""]


@pytest.mark.parametrize(
    ("state", "has_minutes", "after"),
    [(PLANNED, False, MISSED), (PLANNED, True, CLOSED), (OPEN, False, OPEN)],
)
def test_what_nobody_opened_is_missed_unless_it_has_minutes(
    cast: Cast, state: str, has_minutes: bool, after: str
) -> None:
    number = plan(cast, rule=WEEKLY)
    cast.at = start(cast, "2025-06-19", "00:00")

    def work(db: Db) -> Meeting | None:
        row = meetings.find(db, cast.team.id, number)
        row.state = state
        if has_minutes:
            db.session.add(
                Minutes(
                    team_id=cast.team.id, meeting_id=row.id, version=1, state="posted",
                    by_id=row.lead_id, begun_at=cast.at, changed_at=cast.at,
                )
            )  # fmt: skip
        return meeting_plans.end_unopened(db, cast.team, row, cast.doer("丽姐"))

    following = cast.run(work)
    assert read(cast, number).state == after
    assert following is not None
    assert following.day == dt.date(2025, 6, 25)


def test_of_two_who_change_a_plan_at_once_one_wins(cast: Cast) -> None:
    number = plan(cast)
    seen = read(cast, number)

    def set_goal(db: Db) -> None:
        row = meetings.find(db, cast.team.id, number)
        meeting_plans.set_goal(db, cast.team, row, "定主推", cast.doer("丽姐"))

    def late(db: Db) -> None:
        row = meetings.find(db, cast.team.id, number)
        row.version = seen.version
        db.session.expunge(row)
        meeting_plans.cancel(db, cast.team, row, cast.doer("丽姐"))

    cast.run(set_goal)
    with pytest.raises(Refusal, match="meeting-changed"):
        cast.run(late)
    assert read(cast, number).state == PLANNED


def test_quiet_hours_move_a_reminder_and_drop_the_last_one(cast: Cast) -> None:
    number = plan(cast, "2025-06-19")
    assert steps(cast, number)[5] == start(cast, "2025-06-19", "19:55")
    early = cast.run(
        lambda db: meetings.create(
            db, cast.team, NewMeeting("早机", start(cast, "2025-06-20", "06:00")), cast.doer("丽姐")
        )
    ).number
    found = steps(cast, early)
    assert 5 not in found
    assert found[30] <= start(cast, "2025-06-19", "22:30")


def test_who_is_on_leave_is_excused_and_cannot_be_expected(cast: Cast) -> None:
    number = plan(cast, "2025-06-19")
    away, here = cast.people["阿芳"], cast.people["小王"]
    day = dt.date(2025, 6, 19)
    cast.run(lambda db: take_leave(db, away, away, (day, day), reason="", now=cast.at))
    row = read(cast, number)

    def excuse(db: Db) -> meeting_members.Attendance:
        meeting_members.excuse(db, row, actor=here, member=here, reason="见客户")
        return meeting_members.attendance(db, cast.team, row)

    found = cast.run(excuse)
    assert found.on_leave == (away.id,)
    assert found.excused == (here.id,)
    assert not {away.id, here.id} & set(found.expected)
    with pytest.raises(Refusal, match="meeting-on-leave"):
        cast.run(lambda db: meeting_members.expect(db, cast.team, row, actor=away, member=away))
    with pytest.raises(Refusal, match="meeting-only-own"):
        cast.run(lambda db: meeting_members.excuse(db, row, actor=here, member=away, reason=""))
