"""Results of contests stay what they were, whatever becomes of the ledger; they are made once."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.engine.db import Database
from bot.engine.upgrade import upgrade
from models import contest_answers, contest_changes, contest_steps, contests, counting, entries
from models import sales as ledger
from models.base import milliseconds
from models.contest_awards import as_prize
from models.contest_rows import roster_of, view
from models.contest_rules import A_DAY, Form, Prize, Rules, Tie, What, blinded, day_end, read
from models.contest_tables import Contest, ContestResult
from models.contests import NewContest
from models.db import Db
from models.errors import Refusal
from models.reward_clauses import Prize as RewardPrize
from models.reward_tables import Award
from models.rosters import roster
from models.sales import By, NewSale
from models.team import Member, Team
from models.teams import team_info
from models.values import MemberInfo, Role, TeamInfo
from tests.world import SHANGHAI, World

NOW = dt.datetime(2025, 6, 18, 16, 30, tzinfo=dt.UTC)
FIRST = dt.date(2025, 6, 19)
SELLERS = 6
TYPES = ("sale", "sale", "sale", "refund", "held")
LATER_CHANGES = 3_000


@dataclass
class Ring:
    """A team with a running contest."""

    team: TeamInfo
    people: list[MemberInfo]
    row: Contest
    at: dt.datetime = NOW
    numbers: list[int] = field(default_factory=list)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    file: Path = tmp_path_factory.mktemp("contest") / "contest.db"
    upgrade(f"sqlite:///{file}")
    opened = Database(f"sqlite:///{file}")
    opened.start()
    yield opened
    opened.stop()


def new_team(db: Db) -> tuple[TeamInfo, list[MemberInfo]]:
    team = Team(name="冲刺群", timezone="Asia/Shanghai", language="zh-CN", created_at=NOW)
    db.session.add(team)
    db.session.flush()
    rows = [
        Member(
            team_id=team.id, name=f"成员{n}", role=Role.MEMBER if n else Role.OWNER,
            state="active", joined_at=NOW,
        )
        for n in range(SELLERS)
    ]  # fmt: skip
    db.session.add_all(rows)
    db.session.flush()
    info = team_info(db, team.id)
    db.memory.forget()
    members = roster(db, team.id).members
    return info, [members[each.id] for each in rows]


def ring(db: Db, form: Form = Form.SIDES, what: What = What.AMOUNT, **changes: object) -> Ring:
    team, people = new_team(db)
    rules = Rules(
        form=form,
        measure=((what, 100),),
        first=FIRST,
        last=FIRST + 2 * A_DAY,
        ends=milliseconds(day_end(team, FIRST + 2 * A_DAY)),
        zone="Asia/Shanghai",
        sides=("红队", "蓝队") if form in (Form.SIDES, Form.RELAY) else (),
        prizes=(Prize(1, 1, "奶茶"),),
        **changes,  # type: ignore[arg-type]
    )
    sides = 2 if rules.sides else 1
    called = tuple((m.id, n % sides) for n, m in enumerate(people))
    before = NOW - A_DAY
    row = contests.create(
        db, team, NewContest("", rules, called), by=people[0], now=before, source=None
    )
    for member in people[1:]:
        contest_answers.accept(db, row, who=member, by=member, now=before)
    return Ring(team, people, row)


def act(db: Db, arena: Ring, chance: random.Random, *, within: bool = True) -> None:
    """One thing that happens to a ledger: an order, a correction, a refund, a split, an undo."""
    arena.at += dt.timedelta(seconds=1)
    who = chance.choice(arena.people)
    by = By(who.id, arena.at)
    day = FIRST + chance.randrange(3 if within else 5) * A_DAY
    deed = chance.random() if arena.numbers else 0.0
    if deed < 0.5:
        kind = chance.choice(TYPES)
        amount = chance.randrange(1, 90_000)
        new = NewSale(
            who.id, 0 if kind == "held" else -amount if kind == "refund" else amount,
            0 if kind == "held" else 1, day, kind,
            customer=chance.choice((None, "张姐", "李姐", "王姐")),
            details=chance.choice(({}, {"repeat": True}, {"new": True})),
        )  # fmt: skip
        arena.numbers.append(ledger.record(db, arena.team, new, by).number)
        return
    record = entries.require(db, arena.team.id, chance.choice(arena.numbers))
    if record.state != entries.ACTIVE:
        return
    if deed < 0.75:
        changed = ledger.as_new(
            record, amount=chance.randrange(1, 90_000), member_id=who.id, day=day
        )
        ledger.correct(db, arena.team, record, changed, by)
    elif deed < 0.85:
        # A split: a part of an order goes to somebody else.
        half = record.amount // 2
        ledger.correct(db, arena.team, record, ledger.as_new(record, amount=half), by)
        rest = ledger.as_new(record, amount=record.amount - half, member_id=who.id, orders=0)
        ledger.record(db, arena.team, rest, by)
    else:
        ledger.void(db, arena.team, record, by)


FORMS = [
    (Form.SIDES, What.AMOUNT, {}),
    (Form.SIDES, What.COMPLETION, {"tie": Tie.FIRST}),
    (Form.RANK, What.REPEAT, {"late": False}),
    (Form.RANK, What.NEW, {"daily": True, "cutoff": 16 * 60}),
    (Form.RELAY, What.AMOUNT, {}),
    (Form.STEPS, What.AMOUNT, {"steps": (100_00, 900_00)}),
]


@pytest.mark.parametrize(("form", "what", "changes"), FORMS)
def test_a_closed_contest_is_the_same_to_the_byte_after_thousands_of_changes(
    database: Database, form: Form, what: What, changes: dict[str, object]
) -> None:
    chance = random.Random(form + what)

    def work(db: Db) -> None:
        arena = ring(db, form, what, **changes)
        for _ in range(30):
            act(db, arena, chance)
        assert contest_steps.start(db, arena.team, arena.row, NOW)
        for _ in range(200):
            act(db, arena, chance)
        result = contest_steps.close(db, arena.team, arena.row, arena.at)
        assert result is not None
        body, digest = result.body, result.digest
        for n in range(LATER_CHANGES // len(FORMS)):
            act(db, arena, chance, within=bool(n % 3))
        assert view(db, arena.row).body != body
        db.session.expire_all()
        again = view(db, arena.row, until=result.position)
        assert again.body == body
        assert counting.digest([again.body]) == digest
        assert contest_steps.verify(db, arena.row) == [(result, True)]

    database.write_now(work)


@pytest.mark.parametrize("seed", range(4))
def test_a_contests_totals_are_those_of_the_ledger_at_any_moment(
    database: Database, seed: int
) -> None:
    chance = random.Random(seed)

    def work(db: Db) -> None:
        arena = ring(db)
        assert contest_steps.start(db, arena.team, arena.row, NOW)
        for _ in range(60):
            act(db, arena, chance, within=False)
            found = view(db, arena.row)
            rows = counting.counting(counting.rows(db, arena.team.id, FIRST, FIRST + 2 * A_DAY))
            units = found.standing.units
            assert sum(unit.sums.amount for unit in units) == sum(row.amount for row in rows)
            assert sum(unit.sums.orders for unit in units) == sum(row.orders for row in rows)
            assert counting.snapshot(found.standing.counted) == counting.snapshot(rows)

    database.write_now(work)


def test_an_end_is_made_once_and_a_new_result_stands_beside_it(database: Database) -> None:
    def work(db: Db) -> None:
        arena = ring(db)
        contest_steps.start(db, arena.team, arena.row, NOW)
        by = By(arena.people[1].id, NOW)
        booked = ledger.record(db, arena.team, NewSale(arena.people[1].id, 900, 1, FIRST), by)
        ledger.record(db, arena.team, NewSale(arena.people[0].id, 500, 1, FIRST), by)
        first = contest_steps.close(db, arena.team, arena.row, NOW)
        assert first is not None
        assert contest_steps.close(db, arena.team, arena.row, NOW) is None
        owner = arena.people[0]
        place = counting.position(db, arena.team.id)
        with pytest.raises(Refusal, match="contest-nothing-changed"):
            contest_steps.overrule(db, arena.row, by=owner, now=NOW, position=place)
        record = entries.require(db, arena.team.id, booked.number)
        ledger.void(db, arena.team, record, by)
        assert contest_steps.later_changes(db, arena.row) == ((booked.number,), True)
        with pytest.raises(Refusal, match="contest-looked-too-early"):
            contest_steps.overrule(db, arena.row, by=owner, now=NOW, position=place)
        place = counting.position(db, arena.team.id)
        with pytest.raises(Refusal, match="common-not-allowed"):
            contest_steps.overrule(db, arena.row, by=arena.people[1], now=NOW, position=place)
        second = contest_steps.overrule(db, arena.row, by=owner, now=NOW, position=place)
        assert (second.n, second.decided_by) == (2, owner.id)
        assert [r.n for r in contest_steps.results(db, arena.row)] == [1, 2]
        assert all(agrees for _, agrees in contest_steps.verify(db, arena.row))
        before = {prize.member_id for prize in contest_steps.prizes_of(db, first)}
        after = {prize.member_id for prize in contest_steps.prizes_of(db, second)}
        assert before == {m.id for m in arena.people[1::2]}
        assert after == {m.id for m in arena.people[0::2]}

    database.write_now(work)


def test_of_two_changes_of_one_state_one_wins(database: Database) -> None:
    def work(db: Db) -> None:
        arena = ring(db)
        assert contests.turn(db, arena.row, contests.RUNNING)
        stale = arena.row
        db.session.expunge(stale)
        fresh = contests.find(db, arena.team.id, stale.number)
        assert contests.turn(db, fresh, contests.CLOSED)
        stale.version = fresh.version - 1
        assert not contests.turn(db, stale, contests.CANCELLED)
        assert contests.find(db, arena.team.id, fresh.number).state == contests.CLOSED

    database.write_now(work)


def test_a_running_contest_changes_by_consent_of_both_captains(database: Database) -> None:
    def work(db: Db) -> None:
        arena = ring(db)
        contest_steps.start(db, arena.team, arena.row, NOW)
        one, two = arena.people[0], arena.people[1]
        before = read(arena.row.rules)
        after = blinded(arena.team, replace(before, blind_days=1))
        asked = contest_changes.change(db, arena.team, arena.row, after, by=one, now=NOW)
        assert asked is not None
        assert contest_changes.waiting_for(db, arena.row, asked) == (two.id,)
        assert read(arena.row.rules) == before
        with pytest.raises(Refusal, match="contest-captains-only"):
            contest_changes.answer(
                db, arena.team, arena.row, by=arena.people[2], now=NOW, agree=True
            )
        _, settled = contest_changes.answer(db, arena.team, arena.row, by=two, now=NOW, agree=True)
        assert settled
        assert read(arena.row.rules) == after

    database.write_now(work)


def test_who_leaves_the_team_counts_and_wins_nothing(database: Database) -> None:
    def work(db: Db) -> None:
        arena = ring(db, Form.RANK)
        contest_steps.start(db, arena.team, arena.row, NOW)
        by = By(arena.people[1].id, NOW)
        ledger.record(db, arena.team, NewSale(arena.people[1].id, 900, 1, FIRST), by)
        ledger.record(db, arena.team, NewSale(arena.people[2].id, 500, 1, FIRST), by)
        db.session.get_one(Member, arena.people[1].id).state = "left"
        db.flush()
        db.memory.forget()
        result = contest_steps.close(db, arena.team, arena.row, NOW)
        assert result is not None
        assert [e.member_id for e in roster_of(db, arena.row) if e.has_left] == [arena.people[1].id]
        assert [p.member_id for p in contest_steps.prizes_of(db, result)] == [arena.people[2].id]

    database.write_now(work)


async def test_a_kill_at_the_end_makes_one_result_and_one_report(tmp_path: Path) -> None:
    async with World(tmp_path / "a.db") as world:
        for name in ("阿芳", "小美"):
            await world.declare(name, "member")
        await world.say("阿芳", "PK @小美 今天 截止20:00 奖:奶茶")
        await world.say("小美", "应战")
        await world.say("小美", "报单 398")
        world.clock.move_to(world.clock.now() + dt.timedelta(hours=5, minutes=2))
        await world.restart()
        await world.app.tick()
        await world.restart()
        await world.app.tick()
        await world.app.settle()
        assert await world.count(ContestResult) == 1
        assert sum("结束(" in text for text in world.heard) == 1


async def test_prizes_become_awards_once_and_a_new_decision_moves_them(tmp_path: Path) -> None:
    start = dt.datetime(2025, 6, 18, 9, tzinfo=SHANGHAI)
    async with World(tmp_path / "a.db", start=start) as world:
        await world.declare("老王", "owner")
        for name in ("阿芳", "小美"):
            await world.declare(name, "member")
        await world.say("阿芳", "PK @小美 今天 截止20:00 奖:奶茶")
        await world.say("小美", "应战")
        await world.say("小美", "报单 398")
        await world.say("阿芳", "报单 300")
        await world.go_to(start + dt.timedelta(hours=11, minutes=1))
        owed = "\n".join(await world.private("老王", "奖励 未发"))
        assert "奶茶" in owed
        assert "小美" in owed
        await world.say("小美", "撤销 S1")
        await world.say("老王", "PK1 改判")
        await world.say("老王", "确认")

        def states(db: Db) -> list[tuple[str, str, str]]:
            people = roster(db, 1)
            rows = db.session.scalars(select(Award).order_by(Award.number))
            return [(people.name(a.member_id), a.thing, a.state) for a in rows]

        assert await world.read(states) == [
            ("小美", "奶茶", "withdrawn"),
            ("阿芳", "奶茶", "due"),
        ]


@pytest.mark.parametrize(
    ("text", "amount", "thing"),
    [("88", 88_00, ""), ("18.8", 18_80, ""), ("奶茶", 0, "奶茶"), ("50元红包", 0, "50元红包")],
)
def test_a_prize_is_money_where_it_is_written_as_nothing_else(
    text: str, amount: int, thing: str
) -> None:
    assert as_prize(text) == RewardPrize(amount, thing)
