"""Campaigns: their dates, what counts for them, reports once each, a review posted once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from task_world import Cast, opened

from bot.core.context import WakeCtx
from bot.core.percent_words import percent, signed
from bot.core.table import Table
from handlers import routers
from handlers.digests.campaigns import campaign_lines
from models import (
    campaign_digest,
    campaign_figures,
    campaign_reviews,
    campaign_sales,
    campaign_times,
    campaigns,
    plan_changes,
    reminders,
    sales,
    tasks,
)
from models.campaign_figures import change
from models.campaign_sales import Line, Span, by_product, part
from models.campaign_steps import due_day
from models.campaign_tables import Campaign
from models.campaign_templates import BUILT_IN, FIRST, LAST, Step
from models.campaigns import NewCampaign
from models.counting import Counted
from models.db import Db
from models.entries import Item
from models.errors import Refusal
from models.sales import By, NewSale
from models.schedules import local_moment
from models.task_states import ALIVE

TODAY = dt.date(2025, 6, 18)
A_DAY = dt.timedelta(days=1)
STEPS = st.builds(
    Step, st.sampled_from([FIRST, LAST]), st.integers(-20, 20), st.sampled_from(["选品", "文案"])
)
OFFSETS = st.integers(-10, 30)


@pytest.fixture
def cast(tmp_path: Path) -> Iterator[Cast]:
    with opened(tmp_path) as database:
        yield Cast(database)


def plan(
    cast: Cast, first: dt.date, last: dt.date, *, steps: tuple[Step, ...] = (), **more: Any
) -> Campaign:
    new = NewCampaign("618", first, last, cast.people["阿芳"].id, **more)
    doer = cast.doer("丽姐")
    return cast.run(lambda db: campaigns.create(db, cast.team, new, steps=steps, doer=doer)[0])


def found(db: Db, cast: Cast, number: int = 1) -> Campaign:
    return campaigns.require(db, cast.team.id, number)


def sell(cast: Cast, who: str, amount: int, day: dt.date, **more: Any) -> None:
    at = dt.datetime.combine(day, more.pop("at", dt.time(10)), cast.team.zone).astimezone(dt.UTC)
    sale = NewSale(cast.people[who].id, amount, 1, day, **more)
    by = By(cast.people[who].id, at)
    cast.run(lambda db: sales.record(db, cast.team, sale, by))


# -- the checklist


@given(steps=st.lists(STEPS, max_size=12), begin=OFFSETS, length=st.integers(0, 20))
@settings(max_examples=15)
def test_every_step_is_a_task_on_its_day_or_said_to_be_over(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step], begin: int, length: int
) -> None:
    first, last = TODAY + begin * A_DAY, TODAY + (begin + length) * A_DAY
    if last < TODAY:
        return
    with opened(tmp_path_factory.mktemp("steps")) as database:
        cast = Cast(database)
        new = NewCampaign("618", first, last, cast.people["阿芳"].id)
        doer = cast.doer("丽姐")

        def make(db: Db) -> tuple[list[tuple[str, dt.date | None]], list[tuple[str, dt.date]]]:
            _, planned = campaigns.create(db, cast.team, new, steps=steps, doer=doer)
            made = [(task.row.title, task.row.due_day) for task in planned.made]
            return made, [(step.title, day) for step, day in planned.past]

        made, past = cast.run(make)
        days = [(step.title, due_day(first, last, step)) for step in steps]
        assert made == [(f"618 {title}", day) for title, day in days if day >= TODAY]
        assert past == [(title, day) for title, day in days if day < TODAY]


@given(step=STEPS, length=st.integers(0, 30))
def test_a_step_lies_where_teams_expect_it(step: Step, length: int) -> None:
    first, last = TODAY, TODAY + length * A_DAY
    day = due_day(first, last, step)
    if step.anchor == LAST:
        assert day - last == step.offset * A_DAY
    elif step.offset <= 0:
        assert day - first == step.offset * A_DAY
    else:
        # The second day of a campaign of one day is that day.
        assert first < day <= last or first == last == day


@given(shifts=st.lists(st.tuples(OFFSETS, st.integers(0, 20)), min_size=1, max_size=4))
@settings(max_examples=12)
def test_what_is_to_be_done_moves_with_the_days_and_back(
    tmp_path_factory: pytest.TempPathFactory, shifts: list[tuple[int, int]]
) -> None:
    with opened(tmp_path_factory.mktemp("moves")) as database:
        cast = Cast(database)
        steps = BUILT_IN["promotion"]
        plan(cast, TODAY + 60 * A_DAY, TODAY + 64 * A_DAY, steps=steps)

        def days(db: Db) -> list[tuple[str, dt.date | None]]:
            return [(t.title, t.due_day) for _, t in plan_changes.attached(db, found(db, cast))]

        before, moved = cast.run(days), 0
        for begin, length in shifts:
            first = TODAY + (40 + begin) * A_DAY
            last = first + (2 + length) * A_DAY

            def move(db: Db, first: dt.date = first, last: dt.date = last) -> int:
                row = found(db, cast)
                if (row.first, row.last) == (first, last):
                    return 0
                campaigns.move(db, cast.team, row, first=first, last=last, doer=cast.doer("丽姐"))
                return 1

            moved += cast.run(move)
        for _ in range(moved):
            cast.run(lambda db: campaigns.undo(db, cast.team, found(db, cast), cast.doer("丽姐")))
        assert cast.run(days) == before


def test_a_task_that_is_done_or_would_be_over_stays(cast: Cast) -> None:
    steps = (Step(FIRST, -3, "选品"), Step(FIRST, -2, "文案"), Step(LAST, 1, "复盘"))
    plan(cast, TODAY + 5 * A_DAY, TODAY + 7 * A_DAY, steps=steps)
    cast.run(lambda db: _finish(db, cast, 2))

    def move(db: Db) -> campaigns.Moved:
        days = {"first": TODAY + A_DAY, "last": TODAY + 2 * A_DAY}
        return campaigns.move(db, cast.team, found(db, cast), doer=cast.doer("丽姐"), **days)

    moved = cast.run(move)
    assert (moved.moved, moved.stayed) == (1, (1,))
    assert [cast.read(n).row.due_day for n in (1, 2, 3)] == [
        TODAY + 2 * A_DAY,
        TODAY + 3 * A_DAY,
        TODAY + 3 * A_DAY,
    ]


def _finish(db: Db, cast: Cast, number: int) -> None:
    from models.task_steps import finish

    finish(db, cast.team, tasks.require(db, cast.team.id, number), cast.doer("阿芳"))


def test_cancelling_takes_the_tasks_along_and_undo_brings_them_back(cast: Cast) -> None:
    steps = (Step(FIRST, 0, "开团"), Step(LAST, 1, "复盘"))
    plan(cast, TODAY + A_DAY, TODAY + 2 * A_DAY, steps=steps)
    doer = cast.doer("丽姐")
    cast.run(lambda db: campaigns.cancel(db, cast.team, found(db, cast), doer, with_tasks=True))
    assert [cast.read(n).row.state for n in (1, 2)] == ["cancelled", "cancelled"]
    assert cast.run(lambda db: reminders.take(db, cast.at + 30 * A_DAY)) == []
    cast.run(lambda db: campaigns.undo(db, cast.team, found(db, cast), doer))
    assert all(cast.read(n).row.state in ALIVE for n in (1, 2))
    due = cast.run(lambda db: reminders.take(db, cast.at + 30 * A_DAY))
    assert {wake.job for wake in due} >= {campaign_times.END}


def test_of_two_who_change_a_campaign_at_once_one_wins(cast: Cast) -> None:
    row = plan(cast, TODAY, TODAY + A_DAY)
    stale = cast.run(lambda db: found(db, cast))
    doer = cast.doer("丽姐")
    cast.run(lambda db: campaigns.alter(db, cast.team, found(db, cast), doer, target=100))
    with pytest.raises(Refusal) as refused:
        cast.run(lambda db: campaigns.alter(db, cast.team, stale, doer, target=200))
    assert refused.value.key == "campaign-changed"
    assert row.number == 1


# -- what counts


LINES = st.lists(
    st.builds(
        Line,
        st.sampled_from(["套盒", "面膜", "精华"]),
        st.integers(1, 9),
        st.one_of(st.none(), st.integers(1, 90_000)),
    ),
    min_size=1,
    max_size=5,
)


@given(amount=st.integers(-900_000, 900_000), lines=LINES)
def test_the_parts_of_an_order_are_the_order(amount: int, lines: list[Line]) -> None:
    names = {line.product for line in lines}
    assert part(amount, lines, names) == amount
    assert part(amount, lines, ()) == 0
    shares = [part(amount, lines, (name,)) for name in names]
    assert abs(sum(shares) - amount) <= len(names)
    assert all(abs(share) <= abs(amount) for share in shares)


@given(amounts=st.lists(st.integers(1, 900_000), max_size=6), lines=LINES)
def test_the_product_mix_sums_to_what_was_sold(amounts: list[int], lines: list[Line]) -> None:
    rows = [_row(n, amount) for n, amount in enumerate(amounts)]
    mix = by_product(rows, dict.fromkeys(range(0, len(amounts), 2), lines))
    assert sum(value for _, value in mix) == sum(amounts)
    assert [value for _, value in mix] == sorted((value for _, value in mix), reverse=True)


def _row(key: int, amount: int) -> Counted:
    at = dt.datetime(2025, 6, 18, 2, tzinfo=dt.UTC)
    return Counted(key, key + 1, 1, "sale", 1, amount, 1, TODAY, at, None, {})


def test_only_sales_of_its_days_and_products_count(cast: Cast) -> None:
    plan(cast, TODAY, TODAY + A_DAY, products=("套盒",))
    box, mask = Item("套盒", 1, 300_00), Item("面膜", 1, 100_00)
    sell(cast, "阿芳", 400_00, TODAY, items=(box, mask))
    sell(cast, "小王", 300_00, TODAY + A_DAY, items=(box,))
    sell(cast, "小王", 100_00, TODAY, items=(mask,))
    sell(cast, "小陈", 500_00, TODAY)
    sell(cast, "阿芳", 300_00, TODAY - A_DAY, items=(box,))
    at = cast.run(
        lambda db: campaign_figures.standing(db, cast.team, found(db, cast), cast.at + A_DAY)
    )
    assert (at.amount, at.orders, at.day) == (600_00, 2, 2)
    places = campaign_sales.places(at.found)
    assert [(p.rank, p.amount) for p in places] == [(1, 300_00), (1, 300_00)]
    proof = cast.run(
        lambda db: campaign_sales.proof(
            db, cast.team.id, campaign_figures.span_of(found(db, cast)), cast.at
        )
    )
    assert proof.amount == at.amount


@pytest.mark.parametrize(
    ("now", "then", "wanted"),
    [(112, 100, 1200), (97, 100, -300), (100, 100, 0), (5, 0, None), (0, 50, -10_000)],
)
def test_a_change_is_a_share_of_what_was(now: int, then: int, wanted: int | None) -> None:
    assert change(now, then) == wanted


@given(now=st.integers(0, 10**9), then=st.integers(1, 10**9))
def test_a_change_never_looks_larger_than_it_is(now: int, then: int) -> None:
    found_ = change(now, then) or 0
    assert abs(found_) * then <= abs(now - then) * 10_000
    assert found_ == 0 or (found_ > 0) == (now > then)


def test_percentages_are_said_as_people_say_them() -> None:
    assert [percent(each) for each in (0, 40, 250, 900, 6866, 9999, 10_000, 11_327)] == [
        "0%", "0.4%", "2.5%", "9%", "69%", "99%", "100%", "113%",
    ]  # fmt: skip
    assert [signed(each) for each in (1200, -300, 0)] == ["+12%", "-3%", "±0%"]


def test_the_same_days_last_year_count_up_to_the_same_hour(cast: Cast) -> None:
    plan(cast, TODAY, TODAY + 2 * A_DAY)
    before = dt.date(2024, 6, 18)
    sell(cast, "阿芳", 100_00, before, at=dt.time(9))
    sell(cast, "阿芳", 900_00, before, at=dt.time(22))
    sell(cast, "阿芳", 500_00, before + A_DAY)
    sell(cast, "小王", 150_00, TODAY)

    def compared(db: Db) -> campaign_figures.Comparison | None:
        return campaign_figures.standing(db, cast.team, found(db, cast), cast.at).last_year

    # It is 15:00 of the first day.
    year = cast.run(compared)
    assert year is not None
    assert (year.by, year.now, year.then, year.change) == ("days", 150_00, 100_00, 5000)
    cast.at += 3 * A_DAY
    over = cast.run(compared)
    assert over is not None
    assert (over.then, over.is_average) == (1500_00, False)


def test_spans_of_different_length_are_compared_by_the_day() -> None:
    span = Span(TODAY, TODAY)
    same = campaign_figures.Comparison("name", span, now=400, then=300, now_days=4, then_days=3)
    assert (same.change, same.is_average) == (0, True)
    assert replace(same, now=800).change == 10_000


# -- reports


# Minutes from midnight of the first day, most of them around the times of reports.
TICKS = st.builds(
    lambda day, slot, later: day * 24 * 60 + slot * 60 + later,
    st.integers(0, 3),
    st.sampled_from([7, 12, 18, 23]),
    st.integers(-10, 150),
)


@given(ticks=st.lists(TICKS, min_size=1, max_size=30), restarts=st.sets(st.integers(0, 29)))
@settings(max_examples=12)
def test_each_report_is_posted_once_in_time_and_never_at_night(
    tmp_path_factory: pytest.TempPathFactory, ticks: list[int], restarts: set[int]
) -> None:
    run = Table(routers()).reminders[campaign_times.REPORT]
    with opened(tmp_path_factory.mktemp("reports")) as database:
        cast = Cast(database)
        cast.at = local_moment(TODAY, 0, cast.team.zone)
        row = plan(cast, TODAY, TODAY + 2 * A_DAY, slots=(7 * 60, 12 * 60, 18 * 60, 23 * 60))
        posted: list[dt.datetime] = []
        for n, tick in enumerate(sorted(tick for tick in ticks if tick > 0)):
            now = cast.at + dt.timedelta(minutes=tick)
            local = now.astimezone(cast.team.zone)
            sell(cast, "阿芳", 100_00, local.date())

            def wake(db: Db, now: dt.datetime = now) -> int:
                due = [w for w in reminders.take(db, now) if w.job == campaign_times.REPORT]
                return len(list(run(WakeCtx(db, cast.team, now, tuple(due))) or ())) if due else 0  # type: ignore[arg-type]

            if n in restarts:
                _lost(cast, wake)
            posted += [now] * cast.run(wake)
        slots = [
            moment
            for day in range(3)
            for moment in campaign_times.moments(cast.team, row, TODAY + day * A_DAY)
        ]
        covered = [max(slot for slot in slots if slot <= at) for at in posted]
        assert len(covered) == len(set(covered))
        for at, slot in zip(posted, covered, strict=True):
            assert at - slot <= campaign_times.LATE
            assert 8 <= at.astimezone(cast.team.zone).hour < 23


def _lost(cast: Cast, work: Any) -> None:
    """Do something in a transaction that never ends well: the process dies before the commit."""

    class Killed(Exception):
        pass

    def die(db: Db) -> None:
        work(db)
        raise Killed

    with pytest.raises(Killed):
        cast.run(die)


def test_the_end_is_told_once_in_the_morning_after(cast: Cast) -> None:
    run = Table(routers()).reminders[campaign_times.END]
    plan(cast, TODAY, TODAY)

    def wake(db: Db) -> int:
        due = [w for w in reminders.take(db, cast.at) if w.job == campaign_times.END]
        answer = run(WakeCtx(db, cast.team, cast.at, tuple(due)))
        return len(answer) if isinstance(answer, list) else 0

    cast.at = local_moment(TODAY + A_DAY, 8 * 60 + 59, cast.team.zone)
    assert cast.run(wake) == 0
    cast.at = local_moment(TODAY + A_DAY, 26 * 60, cast.team.zone)
    # At night nobody is told: it waits for the morning.
    assert cast.run(wake) == 0
    cast.at = local_moment(TODAY + 2 * A_DAY, 8 * 60, cast.team.zone)
    _lost(cast, wake)
    assert cast.run(wake) == 2
    assert cast.run(wake) == 0
    assert cast.run(lambda db: found(db, cast).state) == "ended"


# -- the review


def test_a_review_is_begun_and_posted_once(cast: Cast) -> None:
    plan(cast, TODAY, TODAY)
    doer = cast.doer("阿芳")

    def begin(db: Db) -> int:
        return campaign_reviews.begin(db, found(db, cast), ["业绩 100"], cast.at).id

    first = cast.run(begin)
    assert cast.run(begin) == first
    stale = cast.run(lambda db: campaign_reviews.by_id(db, cast.team.id, first))
    assert stale is not None

    def post(db: Db) -> int:
        draft = campaign_reviews.draft_of(db, found(db, cast).id)
        return len(campaign_reviews.post(db, found(db, cast), draft or stale, doer))

    assert cast.run(post) == 1
    with pytest.raises(Refusal) as refused:
        cast.run(post)
    assert refused.value.key == "campaign-review-done"

    def again(db: Db) -> list[str]:
        row = found(db, cast)
        draft = campaign_reviews.reopen(db, row, cast.at)
        campaign_reviews.amend(db, row, draft, 1, words="业绩 200", doer=doer)
        campaign_reviews.post(db, row, draft, doer)
        hits = campaign_reviews.find(db, cast.team.id, "业绩", most=5)
        return [hit.words for hit in hits]

    assert cast.run(again) == ["业绩 200"]


def test_another_teams_reviews_are_not_found(cast: Cast) -> None:
    plan(cast, TODAY, TODAY)

    def post(db: Db) -> None:
        row = found(db, cast)
        draft = campaign_reviews.begin(db, row, ["业绩 100"], cast.at)
        campaign_reviews.post(db, row, draft, cast.doer("阿芳"))

    cast.run(post)
    other = Cast(cast.database)
    assert cast.run(lambda db: campaign_reviews.find(db, other.team.id, "业绩", most=5)) == []
    with pytest.raises(Refusal):
        cast.run(lambda db: campaigns.require(db, other.team.id, 1))


# -- the digest


def test_the_digest_tells_of_those_that_run_or_begin_soon(cast: Cast) -> None:
    plan(cast, TODAY - A_DAY, TODAY + A_DAY, target=1000_00, steps=(Step(LAST, 1, "复盘"),))
    sell(cast, "阿芳", 400_00, TODAY)
    sell(cast, "小王", 100_00, TODAY)
    doer = cast.doer("丽姐")
    for name, days in (("端午", 5), ("双11", 30)):
        new = NewCampaign(name, TODAY + days * A_DAY, TODAY + days * A_DAY, doer.member.id)
        cast.run(lambda db, new=new: campaigns.create(db, cast.team, new, steps=(), doer=doer))

    def look(db: Db, **more: Any) -> campaign_digest.CampaignFigures | None:
        return campaign_digest.figures(db, cast.team, TODAY, cast.at, **more)

    told = cast.run(look)
    assert told is not None
    assert [(each.name, each.day, each.wait) for each in told.shown] == [
        ("618", 2, 0),
        ("端午", 0, 5),
    ]
    assert (told.shown[0].amount, told.shown[0].percent) == (500_00, 5000)
    assert [name for name, _ in campaign_lines(told)] == ["campaign", "campaigns"]
    without = cast.run(lambda db: look(db, without=(cast.people["小王"].id,)))
    assert without is not None
    assert without.shown[0].amount == 400_00
    other = Cast(cast.database)
    assert cast.run(lambda db: campaign_digest.figures(db, other.team, TODAY, cast.at)) is None
    assert campaign_lines(None) == []


def test_why_is_answered_for_campaigns_and_strategies() -> None:
    assert {"K", "ST"} <= Table(routers()).explainers.keys()
