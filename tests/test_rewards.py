"""Awards: what the ledger earns, once each, whatever is booked, corrected, paid or changed between."""

import datetime as dt
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reward_world import TODAY, RewardWorld
from task_world import opened
from world import World

from bot.core.cards import Card
from bot.core.commands import Router
from bot.core.context import Ctx
from bot.core.i18n import written
from bot.language.rewards import read_rules
from handlers import routers
from handlers.digests.rewards import reward_lines
from models import award_steps, goal_setting, reward_digest, reward_evidence, reward_rules, rewards
from models.award_rows import DUE, PAID, SETTLED, WAITING, WITHDRAWN
from models.db import Db
from models.errors import Refusal
from models.goals import NewGoal
from models.reward_clauses import Prize, RuleSet
from models.reward_tables import Award
from models.rewards import Grant
from models.values import MemberInfo, Metric, Period, PeriodKind

SELLERS = ("丽姐", "阿芳", "小王")
RULES = (
    "首单18.8;每单2;单笔≥3000 20;单日≥5000 38.8,≥10000 68.8;连续开单2天 15;新人首单66;本周≥9000 100;本月3单 7",
    "首单10;每单1;单日≥4000 30;连续开单2天 5;本月≥12000 9",
    "单日≥5000 38.8,≥10000 68.8;每单2",
)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[RewardWorld]:
    with opened(tmp_path) as database:
        yield RewardWorld(database)


def check(world: RewardWorld) -> None:
    """Fail unless what is owed and was paid is what the ledger says, each once."""
    rows = [row for row in world.awards() if row.rules_id is not None]
    versions = world.database.read_now(
        lambda db: {each.id: each.version for each in reward_rules.of_team(db, world.team.id)}
    )
    live: dict[tuple[int, int, int, str], int] = defaultdict(int)
    paid: dict[tuple[int, int, int, str], int] = defaultdict(int)
    for row in rows:
        assert row.rules_id is not None
        key = (versions[row.rules_id], row.clause, row.member_id, row.occasion)
        live[key] += row.amount if row.state != WITHDRAWN else 0
        paid[key] += row.amount if row.state in SETTLED else 0
    earned = world.earned()
    wanted = {key: max(earned.get(key, 0), paid[key]) for key in earned.keys() | live.keys()}
    assert {k: v for k, v in live.items() if v} == {k: v for k, v in wanted.items() if v}
    for row in rows:
        key = (versions[row.rules_id or 0], row.clause, row.member_id, row.occasion)
        if row.state in SETTLED and paid[key] <= earned.get(key, 0):
            assert not row.groundless
    groundless = {k for k in paid if paid[k] > earned.get(k, 0)}
    flagged = {
        (versions[row.rules_id or 0], row.clause, row.member_id, row.occasion)
        for row in rows
        if row.groundless and row.state in SETTLED
    }
    assert flagged == groundless
    assert max(Counter(row.key for row in rows).values(), default=1) == 1
    assert [row.number for row in world.awards()] == list(range(1, len(world.awards()) + 1))


AMOUNTS = st.sampled_from([100, 900, 2500, 3000, 4999, 5000, 7000, 10000])
STEPS = st.one_of(
    st.tuples(
        st.just("sell"),
        st.sampled_from(SELLERS),
        AMOUNTS,
        st.sampled_from([0, 0, 0, 0, 1, 2, 9]),
        st.sampled_from([1, 1, 1, 2]),
    ),
    st.tuples(st.just("sell"), st.sampled_from(SELLERS), AMOUNTS),
    st.tuples(st.just("void"), st.integers(0, 12)),
    st.tuples(st.just("amount"), st.integers(0, 12), AMOUNTS),
    st.tuples(st.just("member"), st.integers(0, 12), st.sampled_from(SELLERS)),
    st.tuples(st.just("day"), st.integers(0, 12), st.sampled_from([0, 1, 2, 3])),
    st.tuples(st.just("refund"), st.integers(0, 12), AMOUNTS),
    st.tuples(st.just("pay"), st.integers(0, 20)),
    st.tuples(st.just("pay"), st.integers(0, 20)),
    st.tuples(st.sampled_from(["receive", "miss"]), st.integers(0, 20)),
    st.tuples(st.just("tomorrow")),
    st.tuples(st.just("rules"), st.sampled_from(RULES)),
)


def take(world: RewardWorld, step: tuple[Any, ...], sold: list[int]) -> None:
    """One step of a team's life; steps with what is not there do nothing."""
    kind, *parts = step
    if kind == "sell":
        sold.append(world.sell(*parts))
    elif kind == "tomorrow":
        world.now += dt.timedelta(days=1)
    elif kind == "rules":
        world.set_rules(parts[0])
    elif kind in ("pay", "receive", "miss"):
        count = len(world.awards())
        if count:
            award_step(world, kind, 1 + parts[0] % count)
    elif sold:
        number = sold[-1 - parts[0] % len(sold)]
        if kind == "void":
            world.void(number)
        elif kind == "refund":
            world.refund(number, parts[1])
        else:
            fix(world, kind, number, parts[1])


def award_step(world: RewardWorld, kind: str, number: int) -> None:
    """Let the payer, or the winner, do something with an award where that is possible now."""

    def work(db: Db) -> None:
        row = award_steps.require(db, world.team.id, number)
        winner = next(m for m in world.people.values() if m.id == row.member_id)
        if kind == "pay":
            award_steps.pay(db, world.people["老板"], row, world.now)
        elif kind == "receive":
            award_steps.receive(db, winner, row, world.now)
        else:
            award_steps.miss(db, winner, row)

    try:
        world.do(work)
    except Refusal:
        return


def fix(world: RewardWorld, kind: str, number: int, value: Any) -> None:
    """Correct one part of an order."""
    if kind == "amount":
        world.fix(number, amount=value * 100)
    elif kind == "member":
        world.fix(number, member_id=world.people[value].id)
    else:
        world.fix(number, day=world.today - dt.timedelta(days=value))


@settings(max_examples=40)
@given(st.lists(STEPS, min_size=12, max_size=40), st.sampled_from(RULES))
def test_awards_are_what_the_final_ledger_gives(steps: list[tuple[Any, ...]], rules: str) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as database:
        world = RewardWorld(database)
        sold: list[int] = []
        world.set_rules(rules)
        for step in steps:
            take(world, step, sold)
        check(world)
        before = [(row.number, row.state, row.amount) for row in world.awards()]
        first, last = TODAY - dt.timedelta(days=40), world.today
        world.do(lambda db: rewards.look_over(db, world.team, first, last, world.now))
        assert [(row.number, row.state, row.amount) for row in world.awards()] == before


def states(world: RewardWorld) -> list[tuple[int, str, int]]:
    """The awards as (number, state, minor units)."""
    return [(row.number, row.state, row.amount) for row in world.awards()]


def pay(world: RewardWorld, number: int) -> None:
    """Let the owner hand an award out."""
    award_step(world, "pay", number)


def test_a_team_without_rules_earns_nothing_and_asks_for_nothing(world: RewardWorld) -> None:
    world.sell("阿芳", 9000)
    assert world.awards() == []
    assert world.outcomes[-1].changes == ()


def test_a_higher_tier_after_payment_owes_the_difference(world: RewardWorld) -> None:
    world.set_rules("单日≥5000 38.8,≥10000 68.8")
    world.sell("阿芳", 5000)
    pay(world, 1)
    world.sell("阿芳", 6000)
    assert states(world) == [(1, PAID, 38_80), (2, DUE, 30_00)]


def test_what_did_not_arrive_and_has_lost_its_reason_is_owed_no_more(world: RewardWorld) -> None:
    world.set_rules("单日≥5000 38.8")
    number = world.sell("阿芳", 5000)
    pay(world, 1)
    world.void(number)
    award_step(world, "miss", 1)
    assert states(world) == [(1, WITHDRAWN, 38_80)]
    check(world)


def test_a_thing_that_was_handed_out_is_not_owed_again(world: RewardWorld) -> None:
    world.set_rules("单日≥5000 奶茶")
    number = world.sell("阿芳", 5000)
    pay(world, 1)
    world.fix(number, amount=100_00)
    assert [row.groundless for row in world.awards()] == [1]
    world.fix(number, amount=6000_00)
    assert [(row.state, row.groundless) for row in world.awards()] == [(PAID, 0)]


def test_what_was_reached_before_the_rules_earns_nothing(world: RewardWorld) -> None:
    world.sell("阿芳", 6000)
    world.sell("小王", 4000)
    world.set_rules("首单18.8;单日≥5000 38.8;新人首单66;每单2")
    world.sell("阿芳", 100)
    world.sell("小王", 1500)
    earned = [(row.member_id, row.amount) for row in world.awards()]
    fang, wang = world.people["阿芳"].id, world.people["小王"].id
    assert earned == [(fang, 2_00), (wang, 38_80), (wang, 2_00)]


def test_a_back_dated_order_counts_for_its_own_day(world: RewardWorld) -> None:
    world.set_rules("首单18.8;单日≥5000 38.8")
    world.now += dt.timedelta(days=1)
    world.sell("阿芳", 5000, days_ago=1)
    world.sell("小王", 100)
    world.sell("阿芳", 7000, days_ago=2)
    found = [(row.occasion, row.amount) for row in world.awards()]
    assert found == [("2025-06-18", 18_80), ("2025-06-18", 38_80), ("2025-06-19", 18_80)]


def test_the_first_order_moves_to_the_next_when_it_is_taken_back(world: RewardWorld) -> None:
    world.set_rules("首单18.8")
    first = world.sell("阿芳", 100)
    world.sell("小王", 200)
    world.void(first)
    assert states(world) == [(1, WITHDRAWN, 18_80), (2, DUE, 18_80)]
    kinds = [change.kind for change in world.outcomes[-1].changes]
    assert sorted(kinds) == ["made", "withdrawn"]


def test_a_refund_of_the_order_takes_its_reward_away(world: RewardWorld) -> None:
    world.set_rules("单笔≥3000 20;每单2")
    number = world.sell("阿芳", 3500)
    world.refund(number, 1000)
    assert states(world) == [(1, WITHDRAWN, 20_00), (2, WITHDRAWN, 2_00)]


def test_what_goes_over_the_budget_waits_until_there_is_room(world: RewardWorld) -> None:
    world.set_rules("单笔≥1000 30;预算 70/月")
    first = world.sell("阿芳", 1000)
    world.sell("阿芳", 1000)
    assert world.outcomes[-1].nearly == (TODAY.replace(day=1),)
    world.sell("阿芳", 1000)
    assert states(world) == [(1, DUE, 30_00), (2, DUE, 30_00), (3, WAITING, 30_00)]
    assert world.outcomes[-1].waiting == {3}
    world.void(first)
    assert states(world) == [(1, WITHDRAWN, 30_00), (2, DUE, 30_00), (3, DUE, 30_00)]


def test_a_prize_of_another_feature_is_granted_once(world: RewardWorld) -> None:
    boss, fang = world.people["老板"], world.people["阿芳"]

    def given(prize: Prize, reason: str) -> Grant:
        return Grant(fang.id, prize, "PK3", reason, '["reward-now"]', TODAY, boss)

    def grant(prize: Prize, reason: str = "1") -> int | None:
        return world.do(lambda db: rewards.grant(db, world.team, given(prize, reason), world.now))

    assert grant(Prize(thing="奶茶")) == 1
    assert grant(Prize(thing="奶茶")) is None
    assert grant(Prize(50_00), "2") == 2
    assert states(world) == [(1, DUE, 0), (2, DUE, 50_00)]
    assert [row.origin for row in world.awards()] == ["PK3", "PK3"]


def test_what_was_missed_is_found_by_a_second_look(world: RewardWorld) -> None:
    world.set_rules("首单18.8;单日≥5000 38.8")
    world.sell("阿芳", 6000)
    made = len(world.awards())
    world.do(lambda db: db.session.query(Award).delete())
    world.do(lambda db: rewards.look_over(db, world.team, TODAY, TODAY, world.now))
    assert len(world.awards()) == made == 2


def test_of_two_drafts_for_the_same_version_one_starts(world: RewardWorld) -> None:
    boss = world.people["老板"]
    rules = RuleSet("每单2", tuple(read_rules("每单2").clauses))

    def propose(db: Db) -> reward_rules.Rules:
        return reward_rules.propose(db, boss, rules, boss, world.now)

    one, two = world.do(propose), world.do(propose)
    world.do(lambda db: reward_rules.confirm(db, boss, world.team, one, world.now))
    with pytest.raises(Refusal, match="reward-changed-meanwhile"):
        world.do(lambda db: reward_rules.confirm(db, boss, world.team, two, world.now))
    started = world.do(lambda db: reward_rules.by_id(db, world.team.id, one.id))
    with pytest.raises(Refusal, match="reward-draft-gone"):
        world.do(lambda db: reward_rules.confirm(db, boss, world.team, started, world.now))


def test_a_draft_is_too_old_after_a_day(world: RewardWorld) -> None:
    boss = world.people["老板"]
    rules = RuleSet("每单2", tuple(read_rules("每单2").clauses))
    draft = world.do(lambda db: reward_rules.propose(db, boss, rules, boss, world.now))
    world.now += dt.timedelta(days=1, minutes=1)
    with pytest.raises(Refusal, match="reward-draft-gone"):
        world.do(lambda db: reward_rules.confirm(db, boss, world.team, draft, world.now))


def test_a_preview_changes_nothing_and_counts_what_would_have_been(world: RewardWorld) -> None:
    for days, amount in ((30, 6000), (30, 100), (29, 400)):
        world.sell("阿芳", amount, days_ago=days)
    boss = world.people["老板"]
    words = read_rules("首单18.8;单日≥5000 38.8")
    rules = RuleSet(words.text, tuple(words.clauses))

    def work(db: Db) -> rewards.Trial | None:
        draft = reward_rules.propose(db, boss, rules, boss, world.now)
        return rewards.trial(db, world.team, draft, TODAY)

    tried = world.do(work)
    assert tried is not None
    assert (tried.counts, tried.count, tried.amount) == ((2, 1), 3, 76_40)
    assert world.awards() == []


def test_a_goal_counts_when_a_lead_has_set_it(world: RewardWorld) -> None:
    lead, fang = world.people["丽姐"], world.people["阿芳"]
    month = Period.of(PeriodKind.MONTH, TODAY)

    def goal(actor: MemberInfo, owner: MemberInfo, target: int) -> None:
        new = NewGoal(owner.id, Metric.AMOUNT, month, target)
        world.do(lambda db: goal_setting.set_goal(db, actor, new, now=world.now, today=TODAY))

    goal(lead, fang, 1000_00)
    goal(world.people["小王"], world.people["小王"], 1_00)
    world.set_rules("完成目标100")
    world.sell("阿芳", 900)
    world.sell("小王", 900)
    assert world.awards() == []
    world.sell("阿芳", 100)
    assert [(row.member_id, row.amount) for row in world.awards()] == [(fang.id, 100_00)]


def test_the_records_behind_an_award_are_named(world: RewardWorld) -> None:
    world.set_rules("首单18.8;单日≥5000 38.8;连续开单2天 5")
    world.sell("阿芳", 3000)
    number = world.sell("阿芳", 1000)
    world.fix(number, amount=2000_00)
    world.now += dt.timedelta(days=1)
    world.sell("阿芳", 100)

    def work(db: Db) -> list[tuple[list[int], list[str], int | None]]:
        found = []
        for each in (1, 2, 4):
            row = award_steps.require(db, world.team.id, each)
            seen = reward_evidence.behind(db, row, world.now)
            numbers = [one.number for one in seen.counted]
            reasons = [one.reason for one in seen.excluded]
            found.append((numbers, reasons, reward_evidence.measured(db, row)))
        return found

    first, day, streak = world.do(work)
    assert first == ([1], [], None)
    assert day == ([1, 2], ["corrected"], 5000_00)
    assert streak[0] == [1, 2, 3]


def test_the_digest_tells_sums_to_managers_and_counts_to_the_group(world: RewardWorld) -> None:
    world.set_rules("每单2;单日≥5000 38.8")
    world.sell("阿芳", 6000)
    world.sell("小王", 100)
    pay(world, 1)
    later = world.now + dt.timedelta(days=2)
    found = world.do(lambda db: reward_digest.figures(db, world.team, TODAY, later))
    assert found is not None
    assert (found.earned, found.winners, found.due, found.oldest) == (3, 2, 2, 2)
    assert found.due_amount == 40_80
    group = [written(words, "zh-CN") for _, words in reward_lines(found, is_named=False)]
    assert group == ["🎁 今天 2 人拿到 3 份奖励"]
    managers = [written(words, "zh-CN") for _, words in reward_lines(found, is_named=True)]
    assert managers[1] == "🧧 奖励待发 2 份 40.80 元,最早的 2 天了;待确认 1 份"
    for words in reward_lines(found, is_named=True):
        assert written(words[1], "en")
    nothing = world.do(lambda db: reward_digest.figures(db, world.team, TODAY, later, without=[]))
    assert nothing == found


async def test_why_says_the_rule_the_version_and_the_records(tmp_path: Path) -> None:
    said: list[str] = []
    router = Router("probe")

    @router.command("probe", "探针")
    def probe(ctx: Ctx) -> Card:
        """Ask why the first award was made."""
        card = ctx.commands.explainers["R"](ctx, 1)
        assert isinstance(card, Card)
        said.extend(written(words, "zh-CN") for words in (card.title, *card.lines))
        assert all(written(words, "en") for words in (card.title, *card.lines))
        return card

    async with World(tmp_path / "a.db", routers=[*routers(), router]) as chat:
        await chat.declare("老王", "owner")
        await chat.say("老王", "奖励 单日≥5000 38.8")
        await chat.say("老王", "确认")
        await chat.say("小美", "报单 6000")
        await chat.say("老王", "已发 R1")
        await chat.say("小美", "探针")
    assert said == [
        "🎁 #R1 小美 38.8 元:单日满 5,000 06-18",
        "规则 v1(06-18 15:00 起):单日满 5,000:38.8 元",
        "现在算出来 6,000",
        "06-18 15:00 应发 → 06-18 15:00 老王 已发",
        "计入 1 条:#S1",
    ]
