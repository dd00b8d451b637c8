"""Badges under any order of bookings and corrections: never twice, and never without their orders."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.commands import Answer, Router
from bot.core.context import Ctx
from bot.engine.db import Database
from handlers import routers
from models import (
    badge_following,
    badge_next,
    badge_proofs,
    badge_sweeping,
    badges,
    bests,
    care,
    counting,
    entries,
    praise_plans,
    sales,
    streaks,
)
from models.badge_kinds import DAY, FIRST, KINDS, MONTH, PROGRESS, STEADY, STREAK
from models.badge_values import Now
from models.db import Db
from models.entries import REFUND, SALE
from models.errors import Refusal
from models.rosters import roster
from models.sales import By, LedgerChange, NewSale
from models.totals import sold
from models.values import MemberInfo, Period, PeriodKind, TeamInfo
from tests.task_world import NOW, add_team, opened
from tests.world import World

A_DAY = dt.timedelta(days=1)
TODAY = dt.date(2025, 6, 18)
TEN = 10_000_00


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with opened(Path(tmp_path_factory.mktemp("badges"))) as found:
        yield found


class Desk:
    """A team whose ledger is written message by message, with badges and records following."""

    def __init__(self, db: Db) -> None:
        self.db = db
        self.team, people = add_team(db)
        self.people: list[MemberInfo] = [people["阿芳"], people["小王"]]
        self.today = TODAY
        self.at = NOW
        self.cheered: list[tuple[int, str, int, dt.date]] = []
        self.withdrawn: list[tuple[str, int]] = []
        db.take_announced()

    def sell(self, amount: int, *, who: int = 0, day: dt.date | None = None) -> int:
        member = self.people[who]
        kind = SALE if amount >= 0 else REFUND
        sale = NewSale(member.id, amount, int(amount >= 0), day or self.today, type=kind)
        number = sales.record(self.db, self.team, sale, By(member.id, self.at)).number
        self.follow()
        return number

    def fix(self, number: int, **changes: object) -> None:
        record = entries.require(self.db, self.team.id, number)
        new = sales.as_new(record, **changes)
        sales.correct(self.db, self.team, record, new, By(record.member_id, self.at))
        self.follow()

    def undo(self, number: int) -> None:
        record = entries.require(self.db, self.team.id, number)
        sales.void(self.db, self.team, record, By(record.member_id, self.at))
        self.follow()

    def follow(self) -> None:
        changes = [c for c in self.db.take_announced() if isinstance(c, LedgerChange)]
        plan = praise_plans.plan_of(self.db, self.team, self.at)
        now = Now(self.at, self.today)
        news = badge_following.follow(self.db, self.team, plan, changes, now)
        bests.follow(self.db, self.team, changes, self.today)
        for badge in news.given:
            if badges.is_news(badge):
                self.cheered.append((badge.member_id, badge.kind, badge.level, badge.last))
        badges.tell(self.db, news.given)
        self.withdrawn += [(badge.kind, badge.level) for badge in news.withdrawn]

    def next_day(self, days: int = 1) -> None:
        self.today += days * A_DAY
        self.at += days * A_DAY

    def held(self, who: int = 0) -> set[tuple[str, int]]:
        found = badges.of_member(self.db, self.people[who].id).values()
        return {(badge.kind, badge.level) for badge in found if badge.is_held}


def test_a_first_order_and_a_day_over_ten_thousand_are_given_at_once(database: Database) -> None:
    def work(db: Db) -> set[tuple[str, int]]:
        desk = Desk(db)
        desk.sell(4_000_00)
        assert desk.held() == {(FIRST, 1)}
        desk.sell(6_000_00)
        return desk.held()

    assert database.write_now(work) == {(FIRST, 1), (DAY, TEN), (MONTH, TEN)}


def test_what_is_undone_takes_the_badge_off_and_doing_it_again_brings_it_back_without_a_cheer(
    database: Database,
) -> None:
    def work(db: Db) -> tuple[list[tuple[str, int]], int]:
        desk = Desk(db)
        desk.sell(100)
        number = desk.sell(12_000_00)
        desk.undo(number)
        assert desk.held() == {(FIRST, 1)}
        desk.sell(12_000_00)
        assert desk.held() == {(FIRST, 1), (DAY, TEN), (MONTH, TEN)}
        return sorted(desk.withdrawn), len(desk.cheered)

    assert database.write_now(work) == ([(DAY, TEN), (MONTH, TEN)], 3)


def test_a_refund_takes_no_badge_but_a_correction_does(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        number = desk.sell(12_000_00)
        desk.sell(-5_000_00)
        assert (DAY, TEN) in desk.held()
        desk.fix(number, amount=1_200_00)
        assert (DAY, TEN) not in desk.held()

    database.write_now(work)


def test_a_badge_stands_on_another_day_where_the_first_one_is_corrected_away(
    database: Database,
) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        first = desk.sell(11_000_00)
        desk.next_day()
        desk.sell(13_000_00)
        desk.undo(first)
        badge = badges.of_member(db, desk.people[0].id)[DAY, TEN, ""]
        assert badge.is_held
        assert (badge.value, badge.last) == (13_000_00, desk.today)
        assert desk.withdrawn == []

    database.write_now(work)


def test_an_order_that_goes_to_somebody_else_takes_its_badges_along(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        number = desk.sell(12_000_00)
        desk.fix(number, member_id=desk.people[1].id)
        assert desk.held(0) == set()
        assert desk.held(1) == {(FIRST, 1), (DAY, TEN), (MONTH, TEN)}

    database.write_now(work)


def test_streaks_are_given_at_their_levels_and_a_day_booked_later_closes_the_gap(
    database: Database,
) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        desk.today = dt.date(2025, 6, 16)
        desk.sell(100)
        desk.next_day()
        gap = desk.today
        desk.next_day()
        desk.sell(100)
        desk.next_day()
        desk.sell(100)
        assert (STREAK, 3) not in desk.held()
        number = desk.sell(100, day=gap)
        assert (STREAK, 3) in desk.held()
        desk.undo(number)
        assert (STREAK, 3) not in desk.held()

    database.write_now(work)


def test_the_proof_of_a_badge_stays_to_the_letter_whatever_is_booked_later(
    database: Database,
) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        desk.sell(12_000_00)
        badge = badges.of_member(db, desk.people[0].id)[DAY, TEN, ""]
        before = badge_proofs.proof_of(db, desk.team, badge)
        extra = desk.sell(500_00)
        desk.fix(extra, amount=700_00)
        after = badge_proofs.proof_of(db, desk.team, badge)
        assert before == after
        assert [row.amount for row in after.counted] == [12_000_00]
        assert after.snapshot == counting.snapshot(after.counted)

    database.write_now(work)


steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("sell"),
            st.integers(0, 1),
            st.sampled_from([100, 4_000_00, 9_000_00, 12_000_00, 31_000_00, -3_000_00]),
            st.integers(0, 4),
        ),
        st.tuples(st.just("undo"), st.integers(0, 30), st.just(0), st.just(0)),
        st.tuples(
            st.just("fix"),
            st.integers(0, 30),
            st.sampled_from([50, 9_000_00, 31_000_00]),
            st.just(0),
        ),
        st.tuples(st.just("give"), st.integers(0, 30), st.integers(0, 1), st.just(0)),
        st.tuples(st.just("move"), st.integers(0, 30), st.integers(0, 4), st.just(0)),
        st.tuples(st.just("day"), st.just(1), st.just(0), st.just(0)),
    ),
    max_size=25,
)


@settings(max_examples=80)
@example([("sell", 0, 100, 1), ("day", 1, 0, 0), ("sell", 0, -3_000_00, 2), ("undo", 1, 0, 0)])
@given(steps)
def test_no_interleaving_gives_a_badge_twice_or_leaves_one_without_its_orders(
    database: Database, steps: list[tuple[str, int, int, int]]
) -> None:
    database.write_now(lambda db: _interleave(Desk(db), steps))


def _interleave(desk: Desk, steps: list[tuple[str, int, int, int]]) -> None:
    numbers: list[int] = []
    for step, one, two, three in steps:
        active = [
            n for n in numbers if entries.require(desk.db, desk.team.id, n).state == entries.ACTIVE
        ]
        if step == "sell":
            numbers.append(desk.sell(two, who=one, day=desk.today - three * A_DAY))
        elif step == "day":
            desk.next_day()
        elif active:
            number = active[one % len(active)]
            record = entries.require(desk.db, desk.team.id, number)
            if step == "undo":
                desk.undo(number)
            elif step == "give" and record.amount > 0:
                desk.fix(number, member_id=desk.people[two].id)
            elif step == "move" and record.amount > 0:
                desk.fix(number, day=desk.today - two * A_DAY)
            elif step == "fix" and record.amount > 0:
                desk.fix(number, amount=two)
    assert len(desk.cheered) == len(set(desk.cheered))
    for who in (0, 1):
        _check_badges(desk, who)
        _check_bests(desk, who)


def _check_badges(desk: Desk, who: int) -> None:
    db, team, member = desk.db, desk.team, desk.people[who]
    held = desk.held(who)
    known = badges.of_member(db, member.id)
    days = [desk.today - n * A_DAY for n in range(35)]
    for level in KINDS[DAY].levels:
        net = [sold(db, team.id, Period.of(PeriodKind.DAY, day), member.id)[0] for day in days]
        if max(net) >= level:
            assert (DAY, level) in held
    for badge in known.values():
        if badge.is_held:
            assert badge_following.holds(db, team, badge), badge
    ever = sold(db, team.id, Period.of(PeriodKind.ALL, desk.today), member.id)[1]
    assert ((FIRST, 1) in held) == (ever > 0)
    longest = streaks.longest(db, team, member.id)
    for level in KINDS[STREAK].levels:
        assert ((STREAK, level) in held) == (longest is not None and longest.days >= level)


def _check_bests(desk: Desk, who: int) -> None:
    member = desk.people[who]
    kept = bests.known(desk.db, desk.team, member.id)
    fresh = bests.rebuild(desk.db, desk.team, member.id)
    if kept is None or fresh is None:
        assert fresh is None
        return
    assert (kept.order_amount, kept.day_amount, kept.streak_days) == (
        fresh.order_amount,
        fresh.day_amount,
        fresh.streak_days,
    )


def test_a_star_is_who_made_most_progress_from_a_base_that_counts(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        week = Period.of(PeriodKind.WEEK, TODAY)
        for n in range(1, 5):
            day = week.first - n * 7 * A_DAY
            desk.sell(1_000_00, who=0, day=day)
            desk.sell(2_000_00, who=1, day=day)
        desk.sell(1_500_00, who=0, day=week.first)
        desk.sell(2_400_00, who=1, day=week.first)
        found = badge_sweeping.stars(db, desk.team, week)
        assert [(who, reached.value) for who, reached in found] == [(desk.people[0].id, 15_000)]

    database.write_now(work)


def test_a_tiny_base_and_one_alone_win_no_star(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        week = Period.of(PeriodKind.WEEK, TODAY)
        for n in range(1, 5):
            day = week.first - n * 7 * A_DAY
            desk.sell(10_00, who=0, day=day)
            desk.sell(2_000_00, who=1, day=day)
        desk.sell(5_000_00, who=0, day=week.first)
        desk.sell(4_000_00, who=1, day=week.first)
        assert badge_sweeping.stars(db, desk.team, week) == []

    database.write_now(work)


def test_a_steady_month_is_an_order_on_every_day_of_work(database: Database) -> None:
    def work(db: Db) -> list[int]:
        desk = Desk(db)
        may = Period.of(PeriodKind.MONTH, dt.date(2025, 5, 1))
        days = streaks.work_days(db, desk.team, desk.people[0].id, may)
        for day in days:
            desk.sell(100, who=0, day=day)
            if day != days[3]:
                desk.sell(100, who=1, day=day)
        return [reached.value for _, reached in badge_sweeping.steady(db, desk.team, may)]

    # 1 to 5 May and 31 May are holidays, 27 April is a make-up day of April.
    assert database.write_now(work) == [19]


def test_a_sweep_does_each_day_once_and_catches_up_after_an_absence(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        week = Period.of(PeriodKind.WEEK, TODAY)
        for n in range(1, 5):
            day = week.first - n * 7 * A_DAY
            desk.sell(1_000_00, who=0, day=day)
            desk.sell(1_000_00, who=1, day=day)
        desk.sell(3_000_00, who=0, day=week.first)
        late = NOW + 12 * A_DAY
        first = badge_sweeping.sweep(db, desk.team, late)
        assert [badge.kind for badge in first.given] == [PROGRESS]
        badges.tell(db, first.given)
        again = badge_sweeping.sweep(db, desk.team, late + dt.timedelta(hours=2))
        assert (again.given, again.beaten) == ([], [])

    database.write_now(work)


def test_leave_that_was_noted_later_is_seen_by_the_sweep(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        for day in (13, 16, 18):
            desk.sell(100, day=dt.date(2025, 6, day))
        assert (STREAK, 3) not in desk.held()
        member, gap = desk.people[0], dt.date(2025, 6, 17)
        care.take_leave(db, member, member, (gap, gap), reason="", now=NOW)
        badge_sweeping.sweep(db, desk.team, NOW + A_DAY)
        assert (STREAK, 3) in desk.held()

    database.write_now(work)


def test_what_was_reached_before_there_were_badges_is_given_without_a_word(
    database: Database,
) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        for day in (12, 13, 16):
            sale = NewSale(desk.people[0].id, 11_000_00, 1, dt.date(2025, 6, day))
            sales.record(db, desk.team, sale, By(desk.people[0].id, NOW))
        db.take_announced()
        badge_sweeping.sweep_first(db, desk.team, NOW)
        wanted = {(FIRST, 1), (DAY, TEN), (MONTH, TEN), (MONTH, 3 * TEN), (STREAK, 3)}
        assert desk.held() == wanted
        assert badge_sweeping.untold(db, desk.team, TODAY - A_DAY) == []

    database.write_now(work)


def test_a_switched_off_badge_is_not_given_and_own_levels_are(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        owner = add_owner(db, desk.team)
        praise_plans.switch_badge(db, desk.team, owner, [MONTH], on=False, now=NOW)
        praise_plans.set_levels(db, desk.team, owner, DAY, [5_000_00], now=NOW)
        desk.sell(12_000_00)
        assert desk.held() == {(FIRST, 1), (DAY, 5_000_00)}
        with pytest.raises(Refusal, match="badge-no-levels"):
            praise_plans.set_levels(db, desk.team, owner, STEADY, [3], now=NOW)
        with pytest.raises(Refusal, match="badge-levels-bad"):
            praise_plans.set_levels(db, desk.team, owner, STREAK, [1], now=NOW)

    database.write_now(work)


def add_owner(db: Db, team: TeamInfo) -> MemberInfo:
    return roster(db, team.id).find("老板") or pytest.fail("no owner")


def test_what_is_next_is_the_nearest_level(database: Database) -> None:
    def work(db: Db) -> list[tuple[str, int, int]]:
        desk = Desk(db)
        desk.sell(9_000_00, day=dt.date(2025, 6, 17))
        desk.sell(500_00)
        plan = praise_plans.plan_of(db, desk.team, NOW)
        found = badge_next.nearest(db, desk.team, plan, desk.people[0].id, TODAY)
        return [(each.kind, each.level, each.value) for each in found]

    assert database.write_now(work) == [(MONTH, TEN, 9_500_00), (STREAK, 3, 2)]


def test_a_record_is_cheered_after_the_first_week_once_a_day(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        member = desk.people[0].id

        def beaten(amount: int) -> list[str]:
            sale = NewSale(member, amount, 1, desk.today)
            sales.record(db, desk.team, sale, By(member, desk.at))
            changes = [c for c in db.take_announced() if isinstance(c, LedgerChange)]
            found = bests.follow(db, desk.team, changes, desk.today)
            for each in found:
                bests.told(db, each.member_id, desk.today)
            return [each.kind for each in found]

        for _ in range(6):
            assert beaten(100_00) == []
            desk.next_day()
        assert beaten(200_00) == []
        desk.next_day(2)
        assert beaten(300_00) == ["day"]
        assert beaten(400_00) == []
        desk.next_day()
        assert beaten(500_00) == ["order"]

    database.write_now(work)


def test_every_badge_is_for_what_members_do_themselves() -> None:
    assert set(KINDS) == {FIRST, STREAK, DAY, MONTH, PROGRESS, STEADY, "help"}


async def test_the_reason_of_a_badge_is_its_orders_also_after_they_were_corrected(
    tmp_path: Path,
) -> None:
    asking = Router("asking")

    @asking.command("reason", "讲讲")
    def reason(ctx: Ctx, number: int) -> Answer:
        """Ask for a badge's reason as the command for it does."""
        return ctx.commands.explainers["B"](ctx, number)

    async with World(tmp_path / "a.db", routers=[*routers(), asking]) as world:
        await world.say("小美", "报单 6000")
        await world.say("小美", "报单 5000")
        (first,) = await world.say("阿芳", "讲讲 1")
        assert "#B1 小美「首单」" in first
        assert "在队里的第一单:#S1,06-18" in first
        assert "计入 1 条:#S1" in first
        (day,) = await world.say("阿芳", "讲讲 2")
        assert "06-18 合计 11,000,达到 1万" in day
        assert "计入 2 条:#S1、#S2" in day
        await world.say("小美", "撤销 S2")
        (later,) = await world.say("阿芳", "讲讲 2")
        assert "现在收起来了" in later
        assert day.splitlines()[-1] == later.splitlines()[-1]
        assert (await world.say("阿芳", "讲讲 9"))[0].startswith("没有 B9")
        await world.say("小美", "隐身")
        assert await world.say("阿芳", "讲讲 1") == ["小美不公开徽章。"]
