"""Days in a row with an order, over leave, days off, holidays and changes of clocks."""

import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine.db import Database
from models import care, entries, sales, streaks
from models.db import Db
from models.people_tables import Leave
from models.sales import By, NewSale
from models.values import MemberInfo, Period, PeriodKind, TeamInfo
from models.working_days import is_working_day
from tests.task_world import NOW, add_team, opened

A_DAY = dt.timedelta(days=1)
# A Wednesday; the weekend before it is 14 and 15 June.
TODAY = dt.date(2025, 6, 18)
BEGIN = dt.date(2025, 4, 20)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with opened(Path(tmp_path_factory.mktemp("streaks"))) as found:
        yield found


def sell(db: Db, team: TeamInfo, member: MemberInfo, *days: dt.date) -> None:
    for day in days:
        sales.record(db, team, NewSale(member.id, 100_00, 1, day), By(member.id, NOW))


def june(*days: int) -> list[dt.date]:
    return [dt.date(2025, 6, day) for day in days]


def seller(db: Db, zone: str = "Asia/Shanghai") -> tuple[TeamInfo, MemberInfo]:
    team, people = add_team(db, zone)
    return team, people["阿芳"]


def test_a_weekend_without_orders_breaks_nothing_and_one_with_counts(database: Database) -> None:
    def work(db: Db) -> tuple[int, int]:
        team, member = seller(db)
        sell(db, team, member, *june(12, 13, 16, 17, 18))
        before = streaks.streak(db, team, member.id, TODAY)
        sell(db, team, member, *june(14))
        return before, streaks.streak(db, team, member.id, TODAY)

    assert database.write_now(work) == (5, 6)


def test_a_day_that_is_not_over_breaks_nothing_yet(database: Database) -> None:
    def work(db: Db) -> list[int]:
        team, member = seller(db)
        sell(db, team, member, *june(16, 17))
        return [streaks.streak(db, team, member.id, TODAY + n * A_DAY) for n in range(3)]

    assert database.write_now(work) == [2, 0, 0]


def test_leave_and_days_off_break_nothing(database: Database) -> None:
    def work(db: Db) -> tuple[int, int, int]:
        team, member = seller(db)
        sell(db, team, member, *june(11, 17, 18))
        alone = streaks.streak(db, team, member.id, TODAY)
        span = (dt.date(2025, 6, 12), dt.date(2025, 6, 13))
        care.take_leave(db, member, member, span, reason="", now=NOW)
        with_leave = streaks.streak(db, team, member.id, TODAY)
        care.change_profile(db, member.id, off_days="0")
        return alone, with_leave, streaks.streak(db, team, member.id, TODAY)

    assert database.write_now(work) == (2, 2, 3)


def test_an_order_that_is_taken_back_is_no_day(database: Database) -> None:
    def work(db: Db) -> int:
        team, member = seller(db)
        sell(db, team, member, *june(16, 18))
        sale = NewSale(member.id, 50_00, 1, dt.date(2025, 6, 17))
        number = sales.record(db, team, sale, By(member.id, NOW)).number
        sales.void(db, team, entries.require(db, team.id, number), By(member.id, NOW))
        return streaks.streak(db, team, member.id, TODAY)

    assert database.write_now(work) == 1


def test_an_order_that_is_booked_later_joins_what_was_apart(database: Database) -> None:
    def work(db: Db) -> tuple[int, streaks.Streak | None]:
        team, member = seller(db)
        sell(db, team, member, *june(16, 18))
        before = streaks.streak(db, team, member.id, TODAY)
        late = dt.date(2025, 6, 17)
        sell(db, team, member, late)
        return before, streaks.streak_around(db, team, member.id, late, TODAY)

    before, found = database.write_now(work)
    assert before == 1
    assert found == streaks.Streak(3, dt.date(2025, 6, 16), TODAY)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"])
@pytest.mark.parametrize("change", [dt.date(2025, 3, 9), dt.date(2025, 10, 5)])
def test_a_change_of_clocks_makes_no_streak_and_breaks_none(
    database: Database, zone: str, change: dt.date
) -> None:
    def work(db: Db) -> int:
        team, member = seller(db, zone)
        for n in range(-5, 6):
            # Half an hour after midnight and half an hour before the next, by the local clock.
            for hour, minute in ((0, 30), (23, 30)):
                local = dt.datetime.combine(change + n * A_DAY, dt.time(hour, minute))
                moment = local.replace(tzinfo=team.zone).astimezone(dt.UTC)
                sell(db, team, member, team.day_of(moment))
        return streaks.streak(db, team, member.id, change + 5 * A_DAY)

    assert database.write_now(work) == 11


def test_steady_days_are_days_with_an_order_whoever_had_none_is_left_out(
    database: Database,
) -> None:
    def work(db: Db) -> tuple[dict[int, int], int]:
        team, member = seller(db)
        sell(db, team, member, *june(1, 1, 2, 18), dt.date(2025, 5, 31))
        period = Period.of(PeriodKind.MONTH, TODAY)
        return streaks.steady_days(db, team.id, period), member.id

    found, who = database.write_now(work)
    assert found == {who: 3}


days = st.integers(0, 59).map(lambda n: BEGIN + n * A_DAY)


@settings(max_examples=60)
@given(
    st.sets(days),
    st.lists(st.tuples(days, st.integers(0, 6)), max_size=3),
    st.sets(st.integers(0, 6), max_size=2),
    days,
)
def test_a_streak_is_what_counting_by_hand_gives(
    database: Database,
    sold: set[dt.date],
    away: list[tuple[dt.date, int]],
    off: set[int],
    today: dt.date,
) -> None:
    def is_free(day: dt.date) -> bool:
        on_leave = any(first <= day <= first + more * A_DAY for first, more in away)
        return day.weekday() in off or on_leave or not is_working_day(day)

    def runs() -> list[list[dt.date]]:
        found: list[list[dt.date]] = [[]]
        for day in (BEGIN + n * A_DAY for n in range(60)):
            if day in sold:
                found[-1].append(day)
            elif not is_free(day):
                found.append([])
        return [run for run in found if run]

    def by_hand(day: dt.date) -> int:
        count = 0
        for each in itertools.count():
            current = day - each * A_DAY
            if current < BEGIN - 400 * A_DAY:
                return count
            if current in sold:
                count += 1
            elif current != day and not is_free(current):
                return count
        raise AssertionError

    def work(db: Db) -> tuple[int, streaks.Streak | None, list[streaks.Streak | None]]:
        team, member = seller(db)
        sell(db, team, member, *sold)
        for first, more in away:
            row = Leave(team_id=team.id, member_id=member.id, first=first, recorded_by=member.id)
            row.last, row.at = first + more * A_DAY, NOW
            db.session.add(row)
        care.change_profile(db, member.id, off_days="".join(map(str, sorted(off))))
        last = BEGIN + 59 * A_DAY
        return (
            streaks.streak(db, team, member.id, today),
            streaks.longest(db, team, member.id),
            [streaks.streak_around(db, team, member.id, day, last) for day in sorted(sold)],
        )

    found, longest, around = database.write_now(work)
    assert found == by_hand(today)
    assert (longest.days if longest else 0) == max(map(len, runs()), default=0)
    wanted = {day: run for run in runs() for day in run}
    for day, streak in zip(sorted(sold), around, strict=True):
        run = wanted[day]
        assert streak == streaks.Streak(len(run), run[0], run[-1])
