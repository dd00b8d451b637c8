"""Agendas over many meetings, running meetings and votes: what must hold whatever people do."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update
from task_world import Cast, opened
from world import World

from models import (
    agenda,
    agenda_inputs,
    meetings,
    polls,
    session_notes,
    sessions,
    task_steps,
    tasks,
)
from models.agenda import CARRIED, CURRENT, DROPPED, NewItem
from models.db import Db
from models.errors import Refusal
from models.meeting_tables import AgendaItem, Meeting
from models.meetings import NewMeeting
from models.reminders import Reminder
from models.rosters import roster
from models.task_changes import Doer
from models.tasks import NewTask
from models.teams import team_info
from models.vote_tables import Poll

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
WEEKLY = "FREQ=WEEKLY;BYDAY=WE"


@pytest.fixture
def cast(tmp_path: Path) -> Iterator[Cast]:
    """A team whose steps are transactions of their own."""
    with opened(tmp_path) as database:
        yield Cast(database)


def plan(cast: Cast, title: str = "周会", *, after: dt.timedelta = HOUR, **more: Any) -> int:
    """A planned meeting, led by 丽姐; returns its number."""
    new = NewMeeting(title, cast.at + after, **more)
    return cast.run(lambda db: meetings.create(db, cast.team, new, cast.doer("丽姐"))).number


def with_meeting(cast: Cast, number: int, work: Callable[[Db, Meeting], Any]) -> Any:
    """Do something with a meeting in a transaction of its own."""
    return cast.run(lambda db: work(db, meetings.find(db, cast.team.id, number)))


def put(cast: Cast, number: int | None, title: str, **more: Any) -> int:
    """A point on an agenda; returns its id."""

    def work(db: Db) -> int:
        row = meetings.find(db, cast.team.id, number) if number is not None else None
        return agenda.add(db, cast.team, row, NewItem(title, **more), cast.doer("阿芳")).id

    return cast.run(work)


def titles(cast: Cast, number: int) -> list[str]:
    return with_meeting(cast, number, lambda db, row: [i.title for i in agenda.points(db, row)])


def begin(cast: Cast, number: int, who: str = "丽姐") -> Any:
    return with_meeting(
        cast, number, lambda db, row: sessions.start(db, cast.team, row, cast.doer(who))
    )


def next_(cast: Cast, number: int, *, done: bool = True) -> str | None:
    """Go on; returns the title of the point that is taken up."""

    def work(db: Db, row: Meeting) -> str | None:
        item = sessions.go_on(db, row, cast.doer("丽姐"), done=done).item
        return item.title if item is not None else None

    return with_meeting(cast, number, work)


def following(db: Db, row: Meeting) -> Meeting | None:
    """The next planned meeting of the same series."""
    query = select(Meeting).where(
        Meeting.state == meetings.PLANNED, Meeting.series_id == agenda.series(row)
    )
    return db.session.scalar(query.order_by(Meeting.start_at).limit(1))


def end(cast: Cast, number: int) -> list[str]:
    """Close a meeting; returns what is put off."""

    def work(db: Db, row: Meeting) -> list[str]:
        sessions.close(db, row, cast.doer("丽姐"))
        return [i.title for i in agenda.carry_over(db, row, following(db, row))]

    return with_meeting(cast, number, work)


# -- the agenda over many meetings


def test_points_wait_for_the_next_meeting_and_are_taken_over_once(cast: Cast) -> None:
    put(cast, None, "库存")
    put(cast, None, "定价")
    first, second = plan(cast), plan(cast, after=DAY)
    adopt = lambda db, row: agenda.adopt(db, cast.team.id, row)  # noqa: E731
    assert with_meeting(cast, first, adopt) == 2
    assert with_meeting(cast, second, adopt) == 0
    assert (titles(cast, first), titles(cast, second)) == (["库存", "定价"], [])


def test_what_was_not_talked_about_goes_on_and_counts_how_often(cast: Cast) -> None:
    first = plan(cast, recurrence=WEEKLY)
    series = with_meeting(cast, first, lambda db, row: row.id)
    second = plan(cast, after=7 * DAY, recurrence=WEEKLY, series_id=series)
    put(cast, first, "业绩", standing=True)
    put(cast, first, "库存")
    put(cast, first, "定价")
    begin(cast, first)
    assert next_(cast, first) == "库存"
    assert next_(cast, first, done=False) == "定价"
    assert end(cast, first) == ["库存"]
    assert titles(cast, second) == ["业绩", "库存"]
    third = plan(cast, after=14 * DAY, recurrence=WEEKLY, series_id=series)
    begin(cast, second)
    next_(cast, second, done=False)
    next_(cast, second, done=False)
    assert end(cast, second) == ["业绩", "库存"]
    carried = with_meeting(
        cast, third, lambda db, row: [(i.title, i.carried) for i in agenda.points(db, row)]
    )
    assert carried == [("业绩", 1), ("库存", 2)]


def test_carrying_over_twice_changes_nothing(cast: Cast) -> None:
    number = plan(cast)
    put(cast, number, "库存")
    put(cast, number, "业绩", standing=True)
    begin(cast, number)
    assert end(cast, number) == ["业绩"]
    assert with_meeting(cast, number, lambda db, row: agenda.carry_over(db, row, None)) == []
    assert cast.run(lambda db: [i.title for i in agenda.waiting(db, cast.team.id)]) == ["业绩"]


@pytest.mark.parametrize("state", ["cancelled", "missed"])
def test_points_of_a_meeting_that_was_not_held_go_to_the_next_one(cast: Cast, state: str) -> None:
    first, second = plan(cast), plan(cast, after=DAY)
    put(cast, first, "库存")
    with_meeting(cast, first, lambda db, row: db.session.execute(
        update(Meeting).where(Meeting.id == row.id).values(state=state)
    ) and None)  # fmt: skip
    with_meeting(cast, second, lambda db, row: agenda.adopt(db, cast.team.id, row))
    assert titles(cast, second) == ["库存"]


def test_a_dropped_standing_point_does_not_come_again(cast: Cast) -> None:
    first = plan(cast, recurrence=WEEKLY)
    series = with_meeting(cast, first, lambda db, row: row.id)
    second = plan(cast, after=7 * DAY, recurrence=WEEKLY, series_id=series)
    put(cast, first, "业绩", standing=True)
    put(cast, first, "库存")
    with_meeting(cast, first, lambda db, row: agenda.drop(db, agenda.numbered(db, row, 1)))
    begin(cast, first)
    end(cast, first)
    assert titles(cast, second) == []


def test_a_point_of_a_series_does_not_slip_into_another_meeting(cast: Cast) -> None:
    weekly = plan(cast, recurrence=WEEKLY)
    series = with_meeting(cast, weekly, lambda db, row: row.id)
    put(cast, weekly, "业绩")
    begin(cast, weekly)
    next_(cast, weekly, done=False)
    end(cast, weekly)
    other, again = plan(cast, "碰头"), plan(cast, after=7 * DAY, series_id=series)
    with_meeting(cast, other, lambda db, row: agenda.adopt(db, cast.team.id, row))
    assert titles(cast, other) == []
    with_meeting(cast, again, lambda db, row: agenda.adopt(db, cast.team.id, row))
    assert titles(cast, again) == ["业绩"]


def test_open_actions_are_the_first_point_of_the_next_meeting_of_the_series(cast: Cast) -> None:
    first = plan(cast, recurrence=WEEKLY)
    series = with_meeting(cast, first, lambda db, row: row.id)
    begin(cast, first)
    end(cast, first)
    done = cast.make("小王", title="对账", origin=f"M{first}")
    cast.make("阿芳", title="出文案", origin=f"M{first}")
    cast.make("阿芳", title="别的", origin="M99")

    cast.do(task_steps.finish, "小王", done)
    second = plan(cast, after=7 * DAY, recurrence=WEEKLY, series_id=series)
    put(cast, second, "业绩")
    begin(cast, second)
    order = with_meeting(cast, second, lambda db, row: [
        (i.kind, i.state) for i in agenda.points(db, row)
    ])  # fmt: skip
    assert order == [("actions", "current"), ("topic", "open")]
    left = with_meeting(cast, second, lambda db, row: [
        task.row.title for task in agenda_inputs.open_actions(db, row)
    ])  # fmt: skip
    assert left == ["出文案"]
    end(cast, second)
    waiting = cast.run(lambda db: [i.kind for i in agenda.waiting(db, cast.team.id)])
    assert waiting == ["topic"]


TITLES = st.sampled_from(["库存", "定价", "样品", "海报", "直播"])
STEP = st.one_of(
    st.tuples(st.just("add"), TITLES),
    st.tuples(st.just("standing"), TITLES),
    st.tuples(st.just("move"), st.integers(1, 9), st.integers(-2, 12)),
    st.tuples(st.just("drop"), st.integers(1, 9)),
    st.tuples(st.just("next"), st.booleans()),
    st.tuples(st.just("back"), st.integers(1, 9)),
    st.tuples(st.just("start"), st.none()),
    st.tuples(st.just("end"), st.none()),
    st.tuples(st.just("cancel"), st.none()),
)


@settings(max_examples=25)
@given(steps=st.lists(STEP, max_size=40))
def test_over_many_meetings_no_point_is_lost_or_doubled(steps: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as database:
        cast = Cast(database)
        series: int | None = None
        number = plan(cast, recurrence=WEEKLY)
        series = with_meeting(cast, number, lambda db, row: row.id)
        added = 0
        for verb, *what in steps:
            cast.at += HOUR
            try:
                take(cast, number, verb, what)
            except Refusal:
                continue
            added += verb in ("add", "standing")
            if verb in ("end", "cancel"):
                number = plan(cast, recurrence=WEEKLY, series_id=series)
                with_meeting(cast, number, lambda db, row: agenda.adopt(db, cast.team.id, row))
            cast.run(lambda db, number=number, added=added: check(db, cast, number, added))


def take(cast: Cast, number: int, verb: str, what: list[Any]) -> None:
    if verb in ("add", "standing"):
        put(cast, number, what[0], standing=verb == "standing")
    elif verb == "start":
        begin(cast, number)
    elif verb == "end":
        end(cast, number)
    elif verb == "cancel":
        cancel(cast, number)
    elif verb == "next":
        next_(cast, number, done=what[0])
    elif verb == "back":
        with_meeting(
            cast, number, lambda db, row: sessions.go_back(db, row, what[0], cast.doer("丽姐"))
        )
    else:
        change(cast, number, verb, what)


def cancel(cast: Cast, number: int) -> None:
    def work(db: Db, row: Meeting) -> None:
        if row.state != meetings.PLANNED:
            raise Refusal("no")
        row.state = meetings.CANCELLED
        db.flush()

    with_meeting(cast, number, work)


def change(cast: Cast, number: int, verb: str, what: list[Any]) -> None:
    def work(db: Db, row: Meeting) -> None:
        item = agenda.numbered(db, row, what[0])
        agenda.require_mine(db, row, item, cast.people["丽姐"])
        before = [each.id for each in agenda.points(db, row)]
        if verb == "drop":
            agenda.drop(db, item)
            return
        place = agenda.move(db, row, item, what[1])
        after = [each.id for each in agenda.points(db, row)]
        assert after.index(item.id) == place - 1
        assert [i for i in after if i != item.id] == [i for i in before if i != item.id]

    with_meeting(cast, number, work)


def check(db: Db, cast: Cast, number: int, added: int) -> None:
    """There are as many points as were added, and those that stand for others. Each point that was put off or comes again has exactly one that stands for it; at most one is
    current; whatever is left to talk about is with the present meeting.
    """
    row = meetings.find(db, cast.team.id, number)
    items = list(db.session.scalars(select(AgendaItem)))
    heirs = Counter(item.carried_to for item in items if item.carried_to is not None)
    assert set(heirs.values()) <= {1}
    assert len([item for item in items if item.kind == "topic"]) == added + len(heirs)
    by_id = {item.id: item for item in items}
    for item in items:
        here = item.meeting_id == row.id
        if item.state == CARRIED:
            assert item.carried_to in by_id
            assert by_id[item.carried_to].title == item.title
        elif item.state in ("open", CURRENT):
            assert here
        elif item.standing and not here and item.state != DROPPED:
            assert item.carried_to in by_id
    order = agenda.points(db, row)
    assert [item.state for item in order].count(CURRENT) <= int(row.state == meetings.OPEN)
    assert len({item.position for item in order}) == len(order)


# -- a running meeting


def test_only_one_meeting_runs_at_a_time(cast: Cast) -> None:
    first, second = plan(cast), plan(cast)
    begin(cast, first)
    with pytest.raises(Refusal) as caught:
        begin(cast, second)
    assert (caught.value.key, caught.value.values["number"]) == ("agenda-other-open", first)
    end(cast, first)
    begin(cast, second)


def test_only_the_lead_of_a_meeting_and_leads_run_it(cast: Cast) -> None:
    number = plan(cast)
    with pytest.raises(Refusal, match="agenda-only-leader"):
        begin(cast, number, "阿芳")
    begin(cast, number, "老板")


def box(cast: Cast, number: int) -> dt.datetime | None:
    """When the present point will have had its time."""

    def work(db: Db, row: Meeting) -> dt.datetime | None:
        query = select(Reminder.due_at).where(
            Reminder.job == sessions.JOB, Reminder.subject == row.id
        )
        return db.session.scalar(query)

    return with_meeting(cast, number, work)


def test_the_time_of_a_point_goes_on_when_it_is_taken_up_again(cast: Cast) -> None:
    number = plan(cast)
    put(cast, number, "库存", minutes=10)
    put(cast, number, "定价")
    begin(cast, number)
    assert box(cast, number) == cast.at + dt.timedelta(minutes=10)
    cast.at += dt.timedelta(minutes=4)
    next_(cast, number, done=False)
    assert box(cast, number) is None
    cast.at += dt.timedelta(minutes=30)
    with_meeting(cast, number, lambda db, row: sessions.go_back(db, row, 1, cast.doer("丽姐")))
    assert box(cast, number) == cast.at + dt.timedelta(minutes=6)
    end(cast, number)
    assert box(cast, number) is None


def test_a_skipped_point_comes_back_only_by_its_number(cast: Cast) -> None:
    number = plan(cast)
    for title in ("一", "二", "三"):
        put(cast, number, title)
    begin(cast, number)
    assert next_(cast, number, done=False) == "二"
    assert next_(cast, number) == "三"
    assert next_(cast, number) is None
    stand = with_meeting(cast, number, lambda db, row: sessions.stand(db, row))
    assert stand.skipped == (1,)
    put(cast, number, "四")
    assert next_(cast, number) == "四"


def test_a_note_keeps_its_number_when_another_is_taken_back(cast: Cast) -> None:
    number = plan(cast)
    begin(cast, number)

    def said(words: str) -> int:
        return with_meeting(
            cast,
            number,
            lambda db, row: session_notes.note(db, row, "decision", words, doer=cast.doer("阿芳")),
        ).number

    assert [said("一"), said("二"), said("三")] == [1, 2, 3]
    with_meeting(cast, number, lambda db, row: session_notes.take_back(
        db, row, "decision", 2, cast.people["阿芳"]
    ))  # fmt: skip
    left = with_meeting(cast, number, lambda db, row: session_notes.notes(db, row, "decision"))
    assert [each.number for each in left] == [1, 3]
    assert said("四") == 4
    with pytest.raises(Refusal, match="agenda-not-yours"):
        with_meeting(cast, number, lambda db, row: session_notes.take_back(
            db, row, "decision", 1, cast.people["小王"]
        ))  # fmt: skip


def test_who_comes_to_a_meeting_without_being_invited_has_no_voice(cast: Cast) -> None:
    number = plan(cast, members=cast.ids("丽姐", "阿芳", "小王"))
    begin(cast, number)
    with_meeting(cast, number, lambda db, row: sessions.attend(db, row, cast.people["小陈"].id))
    poll = with_meeting(
        cast, number, lambda db, row: polls.put(db, row, "主推?", (), cast.doer("丽姐")).id
    )
    with pytest.raises(Refusal, match="agenda-poll-not-invited"):
        vote(cast, number, poll, "小陈", 1)
    assert vote(cast, number, poll, "阿芳", 1).able == 3


# -- votes


def vote(cast: Cast, number: int, poll_id: int, who: str, choice: int) -> polls.Tally:
    def work(db: Db, row: Meeting) -> polls.Tally:
        poll = db.session.get_one(Poll, poll_id)
        return polls.cast(db, row, poll, choice, cast.doer(who))

    found: polls.Tally = with_meeting(cast, number, work)
    return found


VOTES = st.lists(
    st.tuples(st.sampled_from(["老板", "丽姐", "阿芳", "小王", "小陈"]), st.integers(0, 3)),
    max_size=14,
)


@settings(max_examples=40)
@given(votes=VOTES, options=st.sampled_from([(), ("甲", "乙"), ("甲", "乙", "丙")]),
       quorum=st.sampled_from([None, 1, 3, 5]))  # fmt: skip
def test_a_vote_is_the_last_words_of_those_who_voted(
    votes: list[tuple[str, int]], options: tuple[str, ...], quorum: int | None
) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as database:
        cast = Cast(database)
        number = plan(cast, quorum=quorum)
        begin(cast, number)
        poll_id = with_meeting(
            cast, number, lambda db, row: polls.put(db, row, "选?", options, cast.doer("丽姐")).id
        )
        most = len(options) or 2
        last: dict[str, int] = {}
        for who, choice in votes:
            if choice > most:
                with pytest.raises(Refusal, match="no-option"):
                    vote(cast, number, poll_id, who, choice)
                continue
            last[who] = choice
            found = vote(cast, number, poll_id, who, choice)
            assert found.is_complete == (len(last) == 5)
        voices = Counter(last.values())
        found = with_meeting(cast, number, lambda db, row: polls.close(
            db, row, db.session.get_one(Poll, poll_id), cast.at
        ))  # fmt: skip
        assert found.counts == tuple(voices[n] for n in range(1, most + 1))
        assert (found.abstained, found.voted, found.able) == (voices[0], len(last), 5)
        for_somebody = len(last) - voices[0]
        winners = [n for n in range(1, most + 1) if voices[n] * 2 > for_somebody]
        enough = len(last) >= (3 if quorum is None else quorum)
        assert found.winner == (winners[0] if winners and enough else None)
        again = with_meeting(cast, number, lambda db, row: polls.close(
            db, row, db.session.get_one(Poll, poll_id), cast.at
        ))  # fmt: skip
        assert again is None
        with pytest.raises(Refusal, match="agenda-poll-over"):
            vote(cast, number, poll_id, "阿芳", 1)


# -- planned meetings in a conversation


async def planned(world: World, title: str = "周会", **more: Any) -> int:
    """A meeting of the world's team in half an hour, led by 丽姐; returns its number."""

    def work(db: Db) -> int:
        team = team_info(db, 1)
        lead = roster(db, 1).find("丽姐")
        assert lead is not None
        now = world.clock.now()
        start = more.pop("start_at", now + dt.timedelta(minutes=30))
        return meetings.create(db, team, NewMeeting(title, start, **more), Doer(lead, now)).number

    return await world.app.database.write(work)


@pytest_asyncio.fixture
async def group(world: World) -> World:
    """The team of the dialogs."""
    await world.declare("老秦", "owner")
    for name in ("丽姐", "阿芬", "小满"):
        await world.declare(name, "lead" if name == "丽姐" else "member")
    return world


async def test_a_planned_meeting_goes_from_its_agenda_to_its_goal(group: World) -> None:
    number = await planned(group, goal="定下主推", minutes=30)
    assert number == 1
    said = await group.say("阿芬", "议题 M1 库存 20分钟")
    assert "#M1 周会 06-18 周三 15:30 · 合计 20/30 分钟" in said[0]
    assert "超 10 分钟" in (await group.say("阿芬", "议题 定价 20分钟"))[0]
    assert "🎯 目标:定下主推" in (await group.say("阿芬", "议程"))[0]
    # The word alone opens what is due, for who may open it.
    assert await group.say("阿芬", "开会") == []
    assert "由 @丽姐 主持" in (await group.say("阿芬", "开会 M1"))[0]
    said = await group.say("丽姐", "开会")
    assert "🎯 目标:定下主推" in said[0]
    assert "▶ 第1项 库存 20分钟" in said[1]
    said = await group.say("丽姐", "散会")
    assert "↪ 没谈完 1 项,留到下次会" in said[0]
    assert "目标达成了吗?定下主推" in said[1]
    assert await group.say("阿芬", "2") == []
    assert "目标部分达成" in (await group.say("丽姐", "2"))[0]
    reached = await group.read(lambda db: meetings.find(db, 1, 1).reached)
    assert reached == 2


async def test_a_meeting_that_is_moved_or_interrupted_while_it_runs_keeps_everything(
    group: World,
) -> None:
    await planned(group)
    await group.say("阿芬", "议题 库存 10分钟")
    await group.say("阿芬", "议题 定价 5分钟")
    await group.say("丽姐", "开会")
    await group.say("阿芬", "决议 先清面膜")
    await group.say("小满", "举手")
    await group.say("丽姐", "表决 主推套盒?")
    await group.say("小满", "同意")

    def move(db: Db) -> None:
        row = meetings.find(db, 1, 1)
        row.start_at, row.version = row.start_at + 2 * DAY, row.version + 1
        db.flush()

    await group.app.database.write(move)
    await group.restart()
    assert "同意 1 · 反对 0" in (await group.say("阿芬", "表决"))[-1]
    assert "第1项 库存 时间到" in (await group.wait(minutes=10))[0]
    assert await group.wait(minutes=10) == []
    assert "小满" in (await group.say("阿芬", "发言"))[0]
    assert "▶ 第2项 定价" in (await group.say("丽姐", "下一项"))[0]
    await group.restart()
    assert "决议1:先清面膜" in (await group.say("阿芬", "记录"))[0]
    assert "第2项 定价 时间到" in (await group.wait(minutes=5))[0]
    said = await group.say("丽姐", "散会")
    assert "🗳 表决 #P1 结束" in said[-2]
    assert "决议1:先清面膜" in said[-1]


async def test_the_next_meeting_of_a_series_begins_with_the_open_actions(group: World) -> None:
    await planned(group, recurrence=WEEKLY)
    await group.say("阿芬", "固定议题 业绩回顾 10分钟")
    await group.say("阿芬", "议题 定价")
    await group.say("丽姐", "开会 M1")

    def act(db: Db) -> None:
        team, people = team_info(db, 1), roster(db, 1)
        fen, lead = people.find("阿芬"), people.find("丽姐")
        assert fen is not None
        assert lead is not None
        new = NewTask("出3版文案", (fen.id,), origin="M1")
        tasks.create(db, team, new, Doer(lead, group.clock.now()))

    await group.app.database.write(act)
    first = await group.read(lambda db: meetings.find(db, 1, 1).id)
    later = group.clock.now() + 7 * DAY
    await planned(group, start_at=later, recurrence=WEEKLY, series_id=first)
    assert "顺延到 #M2" in (await group.say("丽姐", "散会"))[0]
    await group.go_to(later)
    said = await group.say("丽姐", "议程 M2")
    assert "开会先过上次的行动,还有 1 件没完成" in said[0]
    assert "1. 业绩回顾 10分钟 🔁" in said[0]
    assert "2. 定价 顺延1次⚠️" in said[0]
    said = await group.say("丽姐", "开会")
    assert "1. ▶ 上次的行动" in said[0]
    assert "▶ 第1项 上次的行动" in said[1]
    assert "#T1 出3版文案 阿芬" in said[1]
    assert "▶ 第2项 业绩回顾" in (await group.say("丽姐", "下一项"))[0]


async def test_a_late_reminder_of_a_point_says_nothing(group: World) -> None:
    await planned(group)
    await group.say("阿芬", "议题 库存 10分钟")
    await group.say("丽姐", "开会")
    assert await group.wait(minutes=50) == []


async def test_votes_cost_one_message_where_none_can_be_edited(group: World) -> None:
    await planned(group)
    await group.say("丽姐", "开会")
    await group.say("丽姐", "表决 主推?")
    before = len(group.heard)
    for who in ("老秦", "阿芬", "小满", "阿芬"):
        await group.say(who, "同意")
    assert len(group.heard) == before
    assert "结果:通过" in (await group.say("丽姐", "反对"))[-1]


async def test_a_vote_renews_its_card_where_messages_can_be_edited(group: World) -> None:
    group.platform.can = replace(group.platform.can, edit=True)
    await planned(group)
    await group.say("丽姐", "开会")
    await group.say("丽姐", "表决 主推?")
    card = f"B{len(group.platform.sent)}"
    await group.say("阿芬", "库存还有多少")
    await group.say("阿芬", "同意")
    assert group.platform.sent[-1].replaces == card
    assert "同意 1" in group.heard[-1]
