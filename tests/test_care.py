"""Nobody is reminded too early, at night, on leave or on a quiet day, in any zone of the world."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from bot.engine.db import Database
from bot.engine.upgrade import upgrade
from models import absences, care
from models.absences import Absence
from models.db import Db
from models.errors import Refusal
from models.people_tables import Leave, MemberProfile
from models.rosters import roster
from models.team import Member, Team
from models.values import MemberInfo, Role, TeamInfo

R = TypeVar("R")
ZONES = sorted(available_timezones())
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2029, 12, 31)
A_DAY = dt.timedelta(days=1)
NOW = dt.datetime(2025, 6, 18, 7, tzinfo=dt.UTC)
TODAY = dt.date(2025, 6, 18)
ME = 1


@cache
def changes(name: str) -> tuple[dt.datetime, ...]:
    """The moments at which a zone's clocks change, to the minute."""
    zone, found = ZoneInfo(name), []
    begin = dt.datetime.combine(FIRST, dt.time(), dt.UTC)
    while begin.date() < LAST:
        end = begin + 7 * A_DAY
        low, high = 0, 7 * 24 * 60
        offset = begin.astimezone(zone).utcoffset()
        if end.astimezone(zone).utcoffset() != offset:
            while low < high:
                middle = (low + high) // 2
                there = begin + dt.timedelta(minutes=middle)
                if there.astimezone(zone).utcoffset() == offset:
                    low = middle + 1
                else:
                    high = middle
            found.append(begin + dt.timedelta(minutes=low))
        begin = end
    return tuple(found)


CHANGING = ["America/New_York", "America/Havana", "Africa/Cairo", "Australia/Lord_Howe"]
minutes_of_day = st.integers(0, 24 * 60 - 1)


@st.composite
def moments(draw: st.DrawFn) -> tuple[ZoneInfo, dt.datetime]:
    """A zone and a moment, many within hours of a change of its clocks."""
    name = draw(st.one_of(st.sampled_from(ZONES), st.sampled_from(CHANGING)))
    begin = dt.datetime.combine(draw(st.dates(FIRST, LAST)), dt.time(), dt.UTC)
    near = changes(name)
    if near and draw(st.booleans()):
        minutes = dt.timedelta(minutes=draw(st.integers(-150, 150)))
        return ZoneInfo(name), draw(st.sampled_from(near)) + minutes
    return ZoneInfo(name), begin + dt.timedelta(minutes=draw(minutes_of_day))


@st.composite
def nights(draw: st.DrawFn) -> tuple[ZoneInfo, dt.datetime, tuple[int, int]]:
    """A zone, a moment, and quiet hours of which an end is often near that moment."""
    zone, moment = draw(moments())
    local = moment.astimezone(zone)
    minute = local.hour * 60 + local.minute
    near = st.integers(-90, 90).map(lambda away: (minute + away) % (24 * 60))
    either = st.one_of(minutes_of_day, near)
    return zone, moment, (draw(either), draw(either))


def team_in(zone: ZoneInfo, quiet_from: int, quiet_until: int) -> TeamInfo:
    return TeamInfo(1, "冲刺群", zone, "zh-CN", quiet_from=quiet_from, quiet_until=quiet_until)


def is_quiet(team: TeamInfo, moment: dt.datetime) -> bool:
    """Whether the team's clock shows a quiet minute."""
    local = moment.astimezone(team.zone)
    minute = local.hour * 60 + local.minute
    begin, end = team.quiet_from, team.quiet_until
    return begin <= minute < end if begin <= end else minute >= begin or minute < end


@given(nights())
@settings(max_examples=600, deadline=None)
def test_after_quiet_hours_is_never_earlier_and_never_quiet(
    night: tuple[ZoneInfo, dt.datetime, tuple[int, int]],
) -> None:
    zone, moment, quiet = night
    team = team_in(zone, *quiet)
    after = care.after_quiet(team, moment)
    assert after >= moment
    assert not is_quiet(team, after)
    assert after == moment or is_quiet(team, moment)


@given(nights())
@settings(max_examples=150, deadline=None)
def test_no_moment_before_it_would_have_done(
    night: tuple[ZoneInfo, dt.datetime, tuple[int, int]],
) -> None:
    zone, moment, quiet = night
    team = team_in(zone, *quiet)
    after = care.after_quiet(team, moment)
    minutes = int((after - moment).total_seconds()) // 60
    waited = [moment + dt.timedelta(minutes=n) for n in range(minutes)]
    # Where a clock is put back, its quiet hours may begin and end twice; the first end counts.
    assert all(is_quiet(team, each) for each in waited) or any(
        each.astimezone(zone).utcoffset() != moment.astimezone(zone).utcoffset()
        for each in (*waited, after)
    )


def test_in_the_hour_that_comes_twice_the_end_is_the_one_to_come() -> None:
    team = team_in(ZoneInfo("America/New_York"), 22 * 60, 90)
    second = dt.datetime(2025, 11, 2, 1, 15, tzinfo=team.zone, fold=1)
    assert care.after_quiet(team, second) == dt.datetime(2025, 11, 2, 6, 30, tzinfo=dt.UTC)


# -- with leaves and mutes, on a real database


@dataclass(frozen=True)
class Rollback(Exception):
    """Carries what a trial found out of the transaction that it undoes."""

    found: object


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database with one team of two, whose trials leave nothing behind."""
    file: Path = tmp_path_factory.mktemp("care") / "a.db"
    upgrade(f"sqlite:///{file}")
    running = Database(f"sqlite:///{file}")
    running.start()
    running.write_now(_people)
    yield running
    running.stop()


def _people(db: Db) -> None:
    db.session.add(
        Team(id=1, name="冲刺群", timezone="Asia/Shanghai", language="zh-CN", created_at=NOW)
    )
    db.flush()
    for n, name in enumerate(("小美", "阿芳"), start=1):
        row = Member(id=n, team_id=1, name=name, role=Role.MEMBER, state="active", joined_at=NOW)
        db.session.add(row)
    db.flush()


def trial(database: Database, work: Callable[[Db], R]) -> R:
    """What the work finds; nothing that it wrote stays."""

    def undone(db: Db) -> None:
        raise Rollback(work(db))

    with pytest.raises(Rollback) as caught:
        database.write_now(undone)
    return caught.value.found  # type: ignore[return-value]


def away_on(db: Db, spans: list[tuple[dt.date, dt.date]], member: int = ME) -> None:
    for first, last in spans:
        db.session.execute(
            insert(Leave).values(
                team_id=1,
                member_id=member,
                first=first,
                last=last,
                reason="",
                recorded_by=member,
                at=NOW,
                cancelled=0,
            )
        )


spans_from = st.lists(st.tuples(st.integers(-4, 12), st.integers(0, 4)), max_size=5)


@given(
    night=nights(),
    spans=spans_from,
    mute=st.one_of(st.none(), st.integers(-600, 2_000)),
)
@settings(max_examples=150, deadline=None)
def test_a_nudge_is_never_early_and_never_in_quiet_hours_mute_or_leave(
    database: Database,
    night: tuple[ZoneInfo, dt.datetime, tuple[int, int]],
    spans: list[tuple[int, int]],
    mute: int | None,
) -> None:
    zone, moment, quiet = night
    team = team_in(zone, *quiet)
    today = moment.astimezone(zone).date()
    taken = [(today + n * A_DAY, today + (n + length) * A_DAY) for n, length in spans]
    muted = moment + dt.timedelta(minutes=mute) if mute is not None else None

    def nudge(db: Db) -> dt.datetime:
        away_on(db, taken)
        away_on(db, [(today, today + 30 * A_DAY)], member=2)
        if muted is not None:
            db.session.execute(
                insert(MemberProfile).values(member_id=ME, title="", off_days="", muted_until=muted)
            )
        return care.may_nudge_at(db, team, ME, moment)

    at = trial(database, nudge)
    assert at >= moment
    assert muted is None or at >= muted
    assert not is_quiet(team, at)
    day = at.astimezone(zone).date()
    assert not any(first <= day <= last for first, last in taken)
    # Nor later than the last reason for waiting, and one quiet day more.
    free = max([today, *(last for _, last in taken)]) + 3 * A_DAY
    assert day <= max(free, (muted or moment).astimezone(zone).date() + 3 * A_DAY)


@given(spans=spans_from, back=st.integers(-1, 14))
@settings(max_examples=150, deadline=None)
def test_absences_hold_the_days_of_the_leaves_and_end_where_one_is_back(
    database: Database, spans: list[tuple[int, int]], back: int
) -> None:
    team = team_in(ZoneInfo("Asia/Shanghai"), 0, 0)
    taken = [(TODAY + n * A_DAY, TODAY + (n + length) * A_DAY) for n, length in spans]
    window = [TODAY + n * A_DAY for n in range(20)]
    expected = {day for day in window for first, last in taken if first <= day <= last}
    day_back = TODAY + max(back, 0) * A_DAY

    def look(db: Db) -> tuple[list[Absence], list[Absence], Absence | None]:
        away_on(db, taken)
        before = absences.of_member(db, team, ME, TODAY)
        ended = next((each for each in before if each.holds(day_back)), None)
        if ended is not None:
            absences.end(db, _me(db), ended, day_back, now=NOW)
        return before, absences.of_member(db, team, ME, TODAY), ended

    before, after, ended = trial(database, look)
    assert _days(before, window) == expected
    assert all(a.last + A_DAY < b.first for a, b in pairwise(before))
    gone = {day for day in window if ended and ended.holds(day) and day >= day_back}
    assert _days(after, window) == expected - gone


def _me(db: Db) -> MemberInfo:
    return roster(db, 1).members[ME]


def _days(found: list[Absence], window: list[dt.date]) -> set[dt.date]:
    return {day for day in window for each in found if each.holds(day)}


@pytest.mark.parametrize(("first", "last"), [(3, 2), (0, 400)])
def test_a_span_that_cannot_be_is_refused(database: Database, first: int, last: int) -> None:
    def book(db: Db) -> str:
        days = (TODAY + first * A_DAY, TODAY + last * A_DAY)
        with pytest.raises(Refusal) as refusal:
            care.take_leave(db, _me(db), _me(db), days, reason="", now=NOW)
        return refusal.value.key

    assert trial(database, book) == "leave-bad-span"


def test_a_leave_is_taken_back_once(database: Database) -> None:
    def twice(db: Db) -> str:
        me = _me(db)
        row = care.take_leave(db, me, me, (TODAY, TODAY), reason="", now=NOW)
        assert absences.take_back(db, me, row.id, NOW) == me
        with pytest.raises(Refusal) as refusal:
            absences.take_back(db, me, row.id, NOW)
        return refusal.value.key

    assert trial(database, twice) == "leave-none-such"


def test_another_member_may_not_take_a_leave_back(database: Database) -> None:
    def other(db: Db) -> str:
        me, another = _me(db), roster(db, 1).members[2]
        row = care.take_leave(db, me, me, (TODAY, TODAY), reason="", now=NOW)
        with pytest.raises(Refusal) as refusal:
            absences.take_back(db, another, row.id, NOW)
        return refusal.value.key

    assert trial(database, other) == "common-nobody-may"
