"""Goals and the ledger agree whatever happens to it; steps are told once; the tree holds all."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import START, World

from bot.core.cards import T, decode
from bot.core.context import Ctx
from bot.engine.pipeline import Pipeline
from handlers.digests.goals import goal_lines
from handlers.goals.explaining import explain
from models import (
    counting,
    goal_confirming,
    goal_evidence,
    goal_progress,
    goal_setting,
    goal_splits,
    goal_tree,
    goals,
    goals_digest,
)
from models.db import Db
from models.errors import Refusal
from models.goal_tables import GoalTold
from models.goals import GoalInfo, NewGoal
from models.messages import Outgoing
from models.rosters import roster
from models.teams import team_info
from models.values import ChatInfo, MemberInfo, Metric, Period, PeriodKind

TEAM = 1
TODAY = START.date()
NOW = START.astimezone(dt.UTC)
JUNE = Period.of(PeriodKind.MONTH, TODAY)
PEOPLE = ("小美", "阿芳", "娜娜")


@pytest.fixture
async def team(world: World) -> World:
    await world.declare("老王", "owner")
    await world.declare("阿芳", "lead")
    for name in ("小美", "娜娜"):
        await world.declare(name, "member")
    return world


def member(db: Db, name: str) -> MemberInfo:
    found = roster(db, TEAM).find(name)
    assert found is not None
    return found


async def put(world: World, name: str, new: NewGoal) -> GoalInfo:
    def write(db: Db) -> GoalInfo:
        owner = member(db, name).id if name else None
        actor = member(db, "老王")
        wanted = NewGoal(owner, new.metric, new.period, new.target, new.title, new.subject)
        return goal_setting.set_goal(db, actor, wanted, now=NOW, today=TODAY)[0]

    return await world.app.database.write(write)


def goal_of(metric: Metric = Metric.AMOUNT, target: int = 100, subject: str = "") -> NewGoal:
    return NewGoal(None, metric, JUNE, target, "", subject)


# -- boards and the ledger


@pytest.mark.parametrize("seed", range(4))
async def test_what_goals_count_is_what_the_ledger_says(team: World, seed: int) -> None:
    await team.say("老王", "价格\n面膜 128/盒")
    dice = random.Random(seed)
    spans = [JUNE, Period.of(PeriodKind.WEEK, TODAY), Period.of(PeriodKind.QUARTER, TODAY)]
    spans.append(Period(PeriodKind.RANGE, TODAY - dt.timedelta(days=3), TODAY))
    made = [
        await put(team, name, NewGoal(None, metric, span, 10**9, "", subject))
        for name in ("", "小美")
        for span in spans
        for metric, subject in ((Metric.AMOUNT, ""), (Metric.ORDERS, ""), (Metric.QUANTITY, "面膜"))
    ]
    booked = 0
    for _ in range(30):
        booked += await happen(team, dice, booked)
    ledger = await team.read(
        lambda db: counting.rows(db, TEAM, dt.date(2025, 4, 1), dt.date(2025, 6, 30))
    )
    rows = counting.counting(ledger)
    assert rows
    for goal in made:
        mine = [
            row
            for row in rows
            if goal.period.first <= row.day <= goal.period.last
            and goal.member_id in (None, row.member_id)
        ]
        done = await team.read(lambda db, goal=goal: goal_progress.done_of(db, goal))
        daily = await team.read(
            lambda db, goal=goal: goal_progress.daily(db, goal, goal.period.first, goal.period.last)
        )
        assert sum(daily.values()) == done
        if goal.metric is Metric.QUANTITY:
            continue
        assert done == sum(r.orders if goal.metric is Metric.ORDERS else r.amount for r in mine)
        found = await team.read(lambda db, goal=goal: goal_evidence.evidence_of(db, goal, NOW))
        assert (found.orders if goal.metric is Metric.ORDERS else found.amount) == done


async def happen(team: World, dice: random.Random, booked: int) -> int:
    """Something happens to the ledger; returns how many records it made."""
    name, amount = dice.choice(PEOPLE), dice.randrange(100, 9000)
    choice = dice.random()
    if choice < 0.35 or not booked:
        await team.say(name, f"报单 {amount}")
        return 1
    if choice < 0.5:
        await team.say(name, "报单 面膜2盒 256")
        return 1
    if choice < 0.65:
        await team.say(name, f"补报 6.{dice.randrange(14, 18)} {amount}")
        return 1
    number = dice.randrange(1, booked + 1)
    order = f"撤销 #S{number}" if choice < 0.8 else f"更正 #S{number} {amount}"
    await team.say("老王", order)
    return 0


# -- steps


async def steps(team: World) -> list[tuple[int, int]]:
    return await team.read(
        lambda db: sorted(
            (row.goal_id, row.n) for row in db.session.query(GoalTold) if row.kind == "reached"
        )
    )


async def test_each_step_is_told_once_for_ever(team: World) -> None:
    await put(team, "小美", goal_of(target=10_000_00))
    heard = []
    for text in ("报单 5000", "撤销", "报单 5000", "报单 6000", "撤销", "报单 6000"):
        heard += [
            line
            for words in await team.say("小美", text)
            for line in words.splitlines()
            if "6月目标" in line
        ]
    assert heard == ["💪 小美 6月目标过半了!", "🎉 小美 6月目标达成!"]
    assert await steps(team) == [(1, 50), (1, 80), (1, 100)]


async def test_a_step_that_fails_half_way_is_told_the_next_time(
    team: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(team, "小美", goal_of(target=10_000_00))
    with monkeypatch.context() as broken:
        broken.setattr(Pipeline, "_followed", lambda _self, ctx: [1 / 0])
        await team.say("小美", "报单 5000")
    assert await steps(team) == []
    assert any("过半" in words for words in await team.wait(minutes=5))
    await team.restart()
    assert not any("过半" in words for words in await team.say("小美", "报单 10"))


async def test_a_step_of_a_late_message_is_told_with_the_next_one(team: World) -> None:
    await put(team, "小美", goal_of(target=10_000_00))
    sent = team.clock.now() - dt.timedelta(minutes=30)
    assert await team.say("小美", "报单 6000", sent_at=sent) == []
    assert any("💪 小美 6月目标过半了!" in words for words in await team.say("小美", "报单 10"))


async def test_a_picture_shows_the_way_to_a_goal(team: World) -> None:
    for text in ("目标 本月 10000", "补报 6.16 3000", "报单 500"):
        await team.say("小美", text)
    await team.say("小美", "目标 图")
    row = await team.read(
        lambda db: db.session.query(Outgoing).order_by(Outgoing.id.desc()).first()
    )
    assert row is not None
    picture = decode(row.content).picture
    assert picture is not None
    assert picture.kind == "curve"
    course = picture.content["course"]
    assert (course["target"], course["days"], len(course["done"])) == (10_000_00, 30, 18)
    assert course["done"][-4:] == [0, 3_000_00, 3_000_00, 3_500_00]


async def test_a_sale_without_goals_asks_nothing(
    team: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await team.say("小美", "报单 10")
    asked: list[object] = []
    rows = Db.rows
    monkeypatch.setattr(
        Db, "rows", lambda db, what, **given: asked.append(what) or rows(db, what, **given)
    )
    await team.say("小美", "报单 20")
    assert not [each for each in asked if each in (goals._OF_DAY, goals._MONTH)]


async def test_those_with_a_title_reach_their_goal_together(team: World) -> None:
    await team.say("老王", "角色 @小美 客服")
    await team.say("老王", "目标 客服 本月 1000")
    assert not any("过半" in words for words in await team.say("娜娜", "报单 900"))
    assert any("💪 客服 6月目标过半了!" in words for words in await team.say("小美", "报单 600"))


# -- the tree


def info(number: int, owner: int | None, span: Period, title: str = "") -> GoalInfo:
    return GoalInfo(number, number, TEAM, owner, Metric.AMOUNT, span, 100, "active", title)


YEAR, QUARTER = (Period.of(kind, TODAY) for kind in (PeriodKind.YEAR, PeriodKind.QUARTER))
WEEK = Period.of(PeriodKind.WEEK, TODAY)
GROUPS = {"客服": frozenset({7})}


def test_long_goals_stand_above_short_ones_of_the_same_owner() -> None:
    found = [info(n, None, span) for n, span in enumerate((WEEK, JUNE, QUARTER, YEAR), 1)]
    nodes = goal_tree.tree(found, {})
    assert [(node.goal.number, node.depth) for node in nodes] == [(4, 0), (3, 1), (2, 2), (1, 3)]


def test_a_members_goal_is_a_step_of_the_groups_or_the_teams() -> None:
    team, group, other = info(1, None, JUNE), info(2, None, JUNE, "客服"), info(3, 8, JUNE)
    mine, week = info(4, 7, JUNE), info(5, 7, WEEK)
    found = [team, group, other, mine, week]

    def parent(goal: GoalInfo) -> int | None:
        above = goal_tree.parent_of(goal, found, GROUPS)
        return above.number if above is not None else None

    assert [parent(goal) for goal in found] == [None, 1, 1, 2, 4]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, 7, 8]),
            st.sampled_from(["", "客服"]),
            st.sampled_from([WEEK, JUNE, QUARTER, YEAR]),
        ),
        max_size=20,
        unique=True,
    )
)
def test_the_tree_holds_every_goal_once(rows: list[tuple[int | None, str, Period]]) -> None:
    found = [
        info(n, owner, span, "" if owner else title)
        for n, (owner, title, span) in enumerate(rows, 1)
    ]
    found = list({(each.owner, each.period): each for each in found}.values())
    nodes = goal_tree.tree(found, GROUPS)
    assert sorted(node.goal.number for node in nodes) == sorted(each.number for each in found)


# -- drafts


async def test_confirmed_shares_are_the_whole_and_a_draft_is_confirmed_once(team: World) -> None:
    def write(db: Db) -> goal_splits.Draft:
        known = team_info(db, TEAM)
        return goal_splits.draft(
            db, known, member(db, "老王"), goal_of(target=100_000_01), basis="even", now=NOW
        )

    draft = await team.app.database.write(write)
    assert draft.total == 100_000_01
    assert await team.read(lambda db: goals.current(db, TEAM, TODAY)) == []

    def confirm(db: Db) -> goal_confirming.Confirmed:
        known = team_info(db, TEAM)
        return goal_confirming.confirm(db, known, member(db, "老王"), draft, now=NOW)

    done = await team.app.database.write(confirm)
    assert sum(goal.target for goal, _ in done.goals) == 100_000_01
    assert done.whole is not None
    assert done.whole.target == 100_000_01
    with pytest.raises(Refusal, match="goal-split-over"):
        await team.app.database.write(confirm)


async def test_goals_of_an_account_that_is_bound_follow_the_person(team: World) -> None:
    await put(team, "小美", goal_of(target=10_000_00))
    await put(team, "娜娜", goal_of(target=9_000_00))
    await put(team, "小美", goal_of(Metric.ORDERS, 40))

    def bind(db: Db) -> list[tuple[int, str]]:
        goal_setting.pass_on(db, member(db, "小美"), member(db, "娜娜"))
        nana = member(db, "娜娜").id
        found = [goals.require(db, TEAM, number) for number in (1, 2, 3)]
        assert all(goal.member_id == nana for goal in found)
        return [(goal.number, goal.state) for goal in found]

    states = await team.app.database.write(bind)
    assert states == [(1, goals.REPLACED), (2, goals.ACTIVE), (3, goals.ACTIVE)]


# -- why, and the digest


async def test_why_names_the_records_that_count_and_those_that_do_not(team: World) -> None:
    for text in ("目标 本月 10000", "报单 3000", "报单 500", "撤销", "更正 #S1 2999"):
        await team.say("小美", text)
    mei = await team.read(lambda db: member(db, "小美"))
    card = await team.read(lambda db: explain(context(db, team, mei), 1))
    assert not isinstance(card, list | tuple)
    assert card is not None
    assert (card.title.key, card.title.values["percent"]) == ("goal-why", 29)
    keys = [line.key for line in card.lines]
    assert keys == ["goal-why-counts", "goal-why-formula", "why-counted", "why-excluded"]
    assert card.lines[1].values["exact"] == "29.99"
    assert card.lines[2].values["names"] == ("#S1",)
    out = card.lines[3].values["names"]
    assert isinstance(out, tuple)
    assert [(each.values["number"], each.values["reason"]) for each in out if isinstance(each, T)] == [
        (1, "corrected"), (2, "void"),
    ]  # fmt: skip
    assert card.note is not None
    nana = await team.read(lambda db: member(db, "娜娜"))
    with pytest.raises(Refusal, match="common-not-allowed"):
        await team.read(lambda db: explain(context(db, team, nana), 1))


def context(db: Db, world: World, actor: MemberInfo) -> Ctx:
    incoming = world.message(actor.name, "")
    return Ctx(
        db=db,
        team=team_info(db, TEAM),
        actor=actor,
        chat=ChatInfo(1, is_group=False, title="", platform="fake"),
        incoming=incoming,
        text="",
        now=NOW,
        sent_at=NOW,
        today=TODAY,
        source=0,
        commands=world.app.table,
    )


async def test_a_digest_tells_the_teams_goal_and_counts_members(team: World) -> None:
    def look(db: Db) -> goals_digest.GoalFigures | None:
        return goals_digest.figures(db, team_info(db, TEAM), TODAY, NOW)

    assert await team.read(look) is None
    for who, text in (
        ("老王", "目标 团队 6月 20000"),
        ("小美", "目标 本月 5000"),
        ("娜娜", "目标 本月 5000"),
        ("小美", "报单 6000"),
    ):
        await team.say(who, text)
    found = await team.read(look)
    assert found is not None
    assert found.at is not None
    assert (found.at.percent, found.members, found.on_pace, found.reached) == (30, 2, 2, 1)
    assert [name for name, _ in goal_lines(found, TODAY)] == ["goal", "goal_members"]
    late = dt.datetime(2025, 6, 18, 14, tzinfo=dt.UTC)
    evening = await team.read(lambda db: goals_digest.figures(db, team_info(db, TEAM), TODAY, late))
    assert evening is not None
    assert evening.at is not None
    # The day is over for the pace: eight working days are left, not nine.
    assert (found.at.days, evening.at.days) == (9, 8)
