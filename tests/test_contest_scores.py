"""Scores of contests from plain values: sums, ties, weights, even drawing, turns in a relay."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.base import milliseconds
from models.contest_results import has_won, prizes, result, step_of
from models.contest_rules import A_DAY, Form, Prize, Rules, Tie, What, read, write
from models.contest_scores import (
    CUTOFF,
    LATE,
    LEG,
    NEVER,
    Entrant,
    Judged,
    judge,
    runner,
    standing,
)
from models.contest_steps import draw_order
from models.counting import Counted
from models.values import Metric

FIRST = dt.date(2025, 6, 19)
BEGIN = dt.datetime(2025, 6, 18, 16, tzinfo=dt.UTC)
KINDS = (None, Metric.NEW, Metric.REPEAT)
MEMBERS = 6


def rules(form: Form = Form.RANK, what: What = What.AMOUNT, **changes: object) -> Rules:
    plain = Rules(
        form=form,
        measure=((what, 100),),
        first=FIRST,
        last=FIRST + 3 * A_DAY,
        ends=milliseconds(BEGIN + 4 * A_DAY),
        zone="Asia/Shanghai",
        sides=("红队", "蓝队", "黄队") if form in (Form.SIDES, Form.RELAY) else (),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def row(
    number: int, member: int, amount: int = 100, *, hours: float = 12, orders: int = 1,
    day: dt.date | None = None,
) -> Judged:  # fmt: skip
    at = BEGIN + dt.timedelta(hours=hours)
    reported = FIRST + int(hours // 24) * A_DAY
    counted = Counted(
        number, number, 1, "sale", member, amount, orders, day or reported, at, None, {}
    )
    return Judged(counted, at, reported)


def roster(size: int = MEMBERS, sides: int = 1) -> tuple[Entrant, ...]:
    found = [Entrant(n, n % sides, n // sides, target=1000 * (n + 1)) for n in range(size)]
    return tuple(sorted(found, key=lambda e: (e.side, e.n)))


rows = st.lists(
    st.tuples(
        st.integers(0, MEMBERS - 1),
        st.integers(-50_000, 500_000),
        st.integers(0, 95),
        st.sampled_from(KINDS),
        st.sampled_from(("", "", "", "void", "held", CUTOFF)),
    ),
    max_size=40,
)


def made(found: list[tuple[int, int, int, Metric | None, str]]) -> list[Judged]:
    return [
        replace(row(n, who, amount, hours=hours), kind=kind, reason=reason)
        for n, (who, amount, hours, kind, reason) in enumerate(found, start=1)
    ]


@given(rows, st.sampled_from([Form.RANK, Form.SIDES]))
def test_totals_are_the_sums_of_the_rows_that_count(
    found: list[tuple[int, int, int, Metric | None, str]], form: Form
) -> None:
    judged = made(found)
    sides = 3 if form is Form.SIDES else 1
    got = standing(rules(form), roster(sides=sides), judged)
    counted = [seen.row for seen in judged if not seen.reason]
    assert sum(unit.sums.amount for unit in got.units) == sum(r.amount for r in counted)
    assert sum(unit.sums.orders for unit in got.units) == sum(r.orders for r in counted)
    assert sum(own.sums.amount for own in got.own.values()) == sum(r.amount for r in counted)
    assert len(got.counted) == len(counted)


@given(rows)
def test_the_order_in_which_rows_are_read_changes_nothing(
    found: list[tuple[int, int, int, Metric | None, str]],
) -> None:
    judged = made(found)
    for tie in Tie:
        ruled = rules(tie=tie, prizes=(Prize(1, 2, "奶茶"),))
        one = standing(ruled, roster(), judged)
        other = standing(ruled, roster(), list(reversed(judged)))
        assert result(1, ruled, roster(), one) == result(1, ruled, roster(), other)


@given(rows)
def test_equal_scores_share_a_rank_and_the_prize(
    found: list[tuple[int, int, int, Metric | None, str]],
) -> None:
    ruled = rules(prizes=(Prize(1, 1, "奶茶"), Prize(2, 3, "糖")))
    got = standing(ruled, roster(), made(found))
    for unit in got.units:
        assert unit.rank == 1 + sum(other.value > unit.value for other in got.units)
    given_to = dict(prizes(ruled, roster(), got))
    for unit in got.units:
        same = {given_to.get(other.key) for other in got.units if other.value == unit.value}
        assert len(same) == 1


def test_of_equals_the_first_to_have_it_wins_where_that_is_the_rule() -> None:
    judged = [row(1, 0, 300, hours=5), row(2, 1, 300, hours=3)]
    shared = standing(rules(), roster(2), judged)
    first = standing(rules(tie=Tie.FIRST), roster(2), judged)
    assert [(unit.key, unit.rank) for unit in shared.units] == [(0, 1), (1, 1)]
    assert [(unit.key, unit.rank) for unit in first.units] == [(1, 1), (0, 2)]


def test_what_was_sold_on_after_a_score_was_reached_and_taken_back_does_not_matter() -> None:
    judged = [row(1, 0, 300, hours=2), row(2, 0, 100, hours=9), row(3, 0, -100, hours=10)]
    judged += [row(4, 1, 300, hours=5)]
    got = standing(rules(tie=Tie.FIRST), roster(2), judged)
    assert [unit.key for unit in got.units] == [0, 1]


@given(rows, st.integers(1, 99))
def test_the_best_of_each_measure_has_its_weight_and_weights_make_the_whole(
    found: list[tuple[int, int, int, Metric | None, str]], weight: int
) -> None:
    mix = ((What.AMOUNT, weight), (What.NEW, 100 - weight))
    ruled = rules(measure=mix)
    judged = made(found)
    got = standing(ruled, roster(), judged)
    assert all(0 <= unit.value <= 100_00 for unit in got.units)
    amounts = {unit.key: unit.sums.amount for unit in got.units}
    news = {unit.key: unit.sums.new for unit in got.units}
    best = [k for k in amounts if amounts[k] == max(amounts.values()) > 0]
    for key in best:
        unit = next(u for u in got.units if u.key == key)
        assert unit.value >= weight * 100
        if news[key] == max(news.values()) > 0:
            assert unit.value == 100_00


@given(st.integers(2, 60), st.integers(2, 6), st.text(max_size=8))
def test_drawn_sides_differ_by_one_member_at_most(people: int, sides: int, seed: str) -> None:
    order = draw_order(seed, list(range(people)))
    assert sorted(order) == list(range(people))
    sizes = Counter(n % sides for n, _ in enumerate(order))
    assert max(sizes.values()) - min(sizes[side] for side in range(sides)) <= 1
    assert order == draw_order(seed, list(reversed(range(people))))


@given(st.integers(1, 5), st.integers(1, 3), st.integers(0, 20))
def test_in_a_relay_each_day_is_one_members_turn_and_turns_go_round(
    size: int, leg_days: int, offset: int
) -> None:
    ruled = rules(Form.RELAY, leg_days=leg_days, last=FIRST + 40 * A_DAY)
    side = tuple(Entrant(n, 0, n) for n in range(size))
    day = FIRST + offset * A_DAY
    turn = runner(ruled, side, day)
    assert turn.n == (offset // leg_days) % size
    assert runner(ruled, side, day + leg_days * size * A_DAY) == turn
    seen = [
        judge(ruled, e, size, row(1, e.member_id, hours=offset * 24 + 3, day=day)) for e in side
    ]
    in_time = seen[0].at <= BEGIN + 4 * A_DAY
    expected = {turn.member_id} if in_time else set()
    assert {s.row.member_id for s in seen if not s.reason} == expected
    assert all(s.reason in ("", LEG, CUTOFF) for s in seen)


def test_a_row_behind_the_end_or_the_days_cut_off_is_left_out_with_its_reason() -> None:
    one = Entrant(0)
    assert judge(rules(), one, 1, row(1, 0, hours=95)).reason == ""
    assert judge(rules(), one, 1, row(1, 0, hours=97, day=FIRST + 3 * A_DAY)).reason == CUTOFF
    daily = rules(daily=True, cutoff=16 * 60)
    assert judge(daily, one, 1, row(1, 0, hours=15.9)).reason == ""
    assert judge(daily, one, 1, row(1, 0, hours=16.1)).reason == CUTOFF
    assert judge(daily, one, 1, row(1, 0, hours=30, day=FIRST)).reason == CUTOFF
    late = row(1, 0, hours=30, day=FIRST)
    assert late.is_late
    assert judge(rules(), one, 1, late).reason == ""
    assert judge(rules(late=False), one, 1, late).reason == LATE


def test_a_race_is_won_by_who_reached_the_goal_first() -> None:
    ruled = rules(Form.FIRST, What.ORDERS, goal=2, prizes=(Prize(1, 1, "奶茶"),))
    judged = [row(1, 0, hours=1), row(2, 1, hours=2), row(3, 1, hours=3), row(4, 0, hours=4)]
    judged += [row(5, 0, hours=5)]
    got = standing(ruled, roster(3), judged)
    assert [unit.key for unit in got.units] == [1, 0, 2]
    assert [has_won(ruled, unit) for unit in got.units] == [True, False, False]
    assert got.units[2].reached == NEVER


def test_a_step_gives_the_highest_prize_alone() -> None:
    steps = (300, 500, 800)
    ruled = rules(
        Form.STEPS, steps=steps, prizes=(Prize(1, 1, "茶"), Prize(2, 2, "奶"), Prize(3, 3, "糕"))
    )
    got = standing(ruled, roster(3), [row(1, 0, 299), row(2, 1, 500), row(3, 2, 9000)])
    assert dict(prizes(ruled, roster(3), got)) == {1: "奶", 2: "糕"}
    assert [step_of(ruled, value) for value in (0, 300, 799, 800)] == [0, 1, 2, 3]
    same = replace(ruled, prizes=(Prize(1, 1, "茶"),))
    assert dict(prizes(same, roster(3), got)) == {1: "茶", 2: "茶"}


def test_sides_of_different_size_are_compared_by_head() -> None:
    people = (Entrant(0, 0, 0), Entrant(1, 0, 1), Entrant(2, 1, 0))
    judged = [row(1, 0, 300), row(2, 1, 300), row(3, 2, 400)]
    together = standing(rules(Form.SIDES), people, judged)
    by_head = standing(rules(Form.SIDES, average=True), people, judged)
    assert [unit.key for unit in together.units] == [0, 1]
    assert [(unit.key, unit.value) for unit in by_head.units] == [(1, 400), (0, 300)]
    orders = standing(rules(Form.SIDES, What.ORDERS, average=True), people, judged)
    assert {unit.key: unit.value for unit in orders.units} == {0: 100, 1: 100}


def test_who_left_is_in_no_ranking_and_gets_no_prize_but_counts_for_the_side() -> None:
    ruled = rules(prizes=(Prize(1, 1, "奶茶"),))
    people = (Entrant(0, has_left=True), Entrant(1))
    got = standing(ruled, people, [row(1, 0, 900), row(2, 1, 100)])
    assert {unit.key: unit.rank for unit in got.units} == {0: 0, 1: 1}
    assert prizes(ruled, people, got) == ((1, "奶茶"),)
    team = rules(Form.SIDES, prizes=(Prize(1, 1, "奶茶"),))
    both = (Entrant(0, 0, 0, has_left=True), Entrant(1, 0, 1), Entrant(2, 1, 0), Entrant(3, 1, 1))
    got = standing(team, both, [row(1, 0, 900), row(2, 2, 100)])
    assert got.units[0].key == 0
    assert prizes(team, both, got) == ((1, "奶茶"),)


def test_a_minimum_of_ones_own_is_asked_for_the_prize_alone() -> None:
    ruled = rules(Form.SIDES, minimum=200, prizes=(Prize(1, 1, "奶茶"),))
    people = (Entrant(0, 0, 0), Entrant(1, 0, 1), Entrant(2, 1, 0), Entrant(3, 1, 1))
    got = standing(ruled, people, [row(1, 0, 900), row(2, 1, 100)])
    assert prizes(ruled, people, got) == ((0, "奶茶"),)


def test_completion_of_a_side_is_what_it_sold_of_what_it_should() -> None:
    people = (Entrant(0, 0, 0, 1000), Entrant(1, 0, 1, 3000), Entrant(2, 1, 0, 500))
    ruled = rules(Form.SIDES, What.COMPLETION)
    got = standing(ruled, people, [row(1, 0, 1000), row(2, 1, 1000), row(3, 2, 300)])
    assert [(unit.key, unit.value) for unit in got.units] == [(1, 6000), (0, 5000)]


@given(
    st.sampled_from(Form), st.sampled_from(Tie), st.booleans(), st.lists(st.integers(1), max_size=3)
)
def test_rules_that_are_read_are_those_that_were_written(
    form: Form, tie: Tie, late: bool, steps: list[int]
) -> None:
    ruled = rules(
        form, tie=tie, late=late, steps=tuple(steps), news=1050, seed="7f3a", blind_days=1,
        prizes=(Prize(1, 3, "奶茶"),), measure=((What.AMOUNT, 60), (What.NEW, 40)),
    )  # fmt: skip
    assert read(write(ruled)) == ruled
    assert write(read(write(ruled))) == write(ruled)
