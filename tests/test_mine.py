"""`我的` and the own day: what is shown to whom, from indexes alone, and sent once a day."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from world import SHANGHAI, START, World

from models import care, events, my_day, my_work, promises, reminders
from models.db import Db, Statement
from models.people_tables import Duty, DutyHolder
from models.rosters import roster
from models.task_changes import Doer
from models.task_states import PROMISE
from models.task_steps import accept, finish
from models.tasks import NewTask, TaskInfo, create, deadline, require
from models.teams import team_info
from models.values import MemberInfo

TEAM = 1
TODAY = START.date()
A_DAY = dt.timedelta(days=1)


@pytest.fixture
async def team(world: World) -> World:
    await world.declare("老王", "owner")
    await world.declare("阿芳", "member")
    await world.declare("小美", "member")
    # Somebody gets what is private only after a word in private.
    await world.private("小美", "成员")
    return world


def person(db: Db, name: str) -> MemberInfo:
    found = roster(db, TEAM).find(name)
    assert found is not None
    return found


async def give(
    world: World, title: str, due: dt.date | dt.datetime | None = None, **more: Any
) -> TaskInfo:
    """老王 gives 小美 a task, or she gives her word."""

    def write(db: Db) -> TaskInfo:
        team = team_info(db, TEAM)
        giver = person(db, "小美" if more.get("kind") == PROMISE else "老王")
        owner = person(db, "小美").id
        when = None if due is None else deadline(team, due)
        new = NewTask(title, owners=(owner,), due=when, **more)
        return create(db, team, new, Doer(giver, world.clock.now()))

    return await world.app.database.write(write)


async def end(world: World, number: int) -> None:
    """小美 does it, and 老王 accepts it where he has to."""

    def write(db: Db) -> None:
        team, now = team_info(db, TEAM), world.clock.now()
        done = finish(db, team, require(db, TEAM, number), Doer(person(db, "小美"), now)).task
        if done.row.state == "review":
            accept(db, team, done, Doer(person(db, "老王"), now))

    await world.app.database.write(write)


async def change(world: World, work: Any) -> None:
    await world.app.database.write(work)


async def test_what_is_late_is_told_in_private_only(team: World) -> None:
    await give(team, "出3版文案", TODAY - A_DAY)
    await give(team, "回访王姐", START.replace(hour=18))
    await give(team, "整理素材", TODAY + 2 * A_DAY)
    (shown,) = await team.private("小美", "我的")
    assert "📌 今天到期 1:T2 回访王姐(18:00)" in shown
    assert "⏳ 过期了 1:T1 出3版文案(06-17 周二)" in shown
    assert "🔨 手头 1:T3 整理素材(06-20 周五)" in shown
    (public,) = await team.say("小美", "我的")
    assert "过期" not in public
    assert "06-17" not in public
    assert "🔨 手头 2:T1 出3版文案、T3 整理素材(06-20 周五)" in public


async def test_an_empty_day_reads_well(team: World) -> None:
    (shown,) = await team.private("小美", "我的")
    assert shown.splitlines() == ["📋 小美 · 成员", "今天没有到期的任务 🎉", "💰 今日 0 · 本月 0"]


async def test_something_late_is_no_good_news(team: World) -> None:
    await give(team, "出3版文案", TODAY - A_DAY)
    assert "🎉" not in (await team.private("小美", "我的"))[0]
    assert "🎉" in (await team.say("小美", "我的"))[0]


async def test_what_waits_for_me_and_what_i_handed_in(team: World) -> None:
    await give(team, "拍主图", criteria="白底")
    await end_half(team, 1)
    assert "📨 已交,等验收 1:T1 拍主图" in (await team.private("小美", "我的"))[0]
    assert "👀 等你验收 1:T1 拍主图" in (await team.private("老王", "我的"))[0]
    assert "验收" not in (await team.private("阿芳", "我的"))[0]


async def end_half(world: World, number: int) -> None:
    def write(db: Db) -> None:
        team = team_info(db, TEAM)
        task = require(db, TEAM, number)
        finish(db, team, task, Doer(person(db, "小美"), world.clock.now()))

    await world.app.database.write(write)


async def test_a_word_that_is_kept_is_counted_from_three_on(team: World) -> None:
    for n in range(3):
        await give(team, f"回电{n}", TODAY, kind=PROMISE)
    await give(team, "没到期的", TODAY + 9 * A_DAY, kind=PROMISE)
    await end(team, 1)
    await end(team, 2)
    assert "说到做到" not in (await team.private("小美", "我的"))[0]
    await team.wait(days=1)
    (shown,) = await team.private("小美", "我的")
    assert "说到做到 67%(2/3,只有你看得到)" in shown
    assert "🤝 答应了,该兑现 1:T3 回电2" in shown
    (public,) = await team.say("小美", "我的")
    assert "说到做到" not in public
    assert "该兑现" not in public


async def test_the_card_knows_trade_duties_goal_and_sales(team: World) -> None:
    def know(db: Db) -> None:
        fang, mei = person(db, "阿芳").id, person(db, "小美").id
        care.change_profile(db, mei, title="客服")
        for n, name in enumerate(("售后", "发货"), start=1):
            db.session.add(Duty(id=n, team_id=TEAM, name=name))
        db.flush()
        for duty, who, backup in ((1, mei, 0), (2, fang, 0), (2, mei, 1)):
            holder = DutyHolder(duty_id=duty, member_id=who, is_backup=backup, since=START)
            db.session.add(holder)

    await change(team, know)
    await team.say("小美", "目标 本月 30000")
    await team.say("小美", "报单 8460")
    (shown,) = await team.private("小美", "/me")
    assert "📋 小美 · 成员 · 客服" in shown
    assert "职责:售后、发货(备岗)" in shown
    assert "🎯 6月目标 30,000:已完成 8,460(28%) 还差 21,540,日均 2,394×9个工作日" in shown
    assert "💰 今日 8,460 · 本月 8,460" in shown
    assert len(shown.splitlines()) <= 15


async def test_the_own_day_comes_each_morning(team: World) -> None:
    (answer,) = await team.say("小美", "我的一天 开 8:30")
    assert "每天 08:30 私聊发你的一天,第一份 06-19 周四 08:30" in answer
    await give(team, "出3版文案", TODAY + A_DAY)
    morning = START.replace(day=19, hour=8, minute=30)
    (card,) = days(await team.go_to(morning))
    assert "小美的一天 06-19 周四" in card
    assert "📌 今天到期 1:T1 出3版文案" in card
    (sent,) = [each for each in team.platform.sent if each.text == card]
    assert sent.chat.id == "id-小美"
    assert days(await team.go_to(morning + dt.timedelta(minutes=1))) == []
    assert len(days(await team.go_to(morning + A_DAY))) == 1
    await team.say("小美", "我的一天 关")
    assert days(await team.go_to(morning + 2 * A_DAY)) == []


def days(said: list[str]) -> list[str]:
    return [text for text in said if "的一天" in text]


async def on(world: World, at: str = "8:30", **task: Any) -> None:
    await world.say("小美", f"我的一天 开 {at}")
    await give(world, "出3版文案", TODAY + 9 * A_DAY, **task)
    await world.say("小美", "目标 今年 300000")


@pytest.mark.parametrize("reason", ["leave", "mute", "left"])
async def test_nobody_is_sent_their_day_who_is_not_to_be_disturbed(
    team: World, reason: str
) -> None:
    await on(team)

    def away(db: Db) -> None:
        mei = person(db, "小美")
        if reason == "leave":
            span = (TODAY + A_DAY, TODAY + A_DAY)
            care.take_leave(db, mei, mei, span, reason="", now=team.clock.now())
        elif reason == "mute":
            care.mute(db, mei.id, START + A_DAY)

    await change(team, away)
    if reason == "left":
        await team.say("老王", "移除 @小美")
    morning = START.replace(day=19, hour=8, minute=30)
    assert days(await team.go_to(morning)) == []
    if reason == "left":
        await team.say("老王", "恢复 @小美")
    assert len(days(await team.go_to(morning + A_DAY))) == 1


async def test_a_day_with_nothing_in_it_is_let_alone(team: World) -> None:
    await team.say("小美", "我的一天 开")
    assert days(await team.go_to(START.replace(day=19, hour=9))) == []
    assert "没有要赶的事" in (await team.private("小美", "我的一天"))[0]


@pytest.mark.parametrize(
    ("hour", "day", "comes"), [(11, 19, True), (13, 19, False), (11, 22, True), (13, 22, False)]
)
async def test_after_downtime_only_today_s_comes_and_only_in_the_morning(
    team: World, hour: int, day: int, comes: bool
) -> None:
    await on(team)
    found = days(await team.go_to(START.replace(day=day, hour=hour)))
    # On the 22nd the reminder that waited is of the 19th.
    assert len(found) == int(comes and day == 19)
    assert len(days(await team.go_to(START.replace(day=day + 1, hour=8, minute=30)))) == 1


async def test_an_afternoon_person_gets_it_in_the_afternoon(team: World) -> None:
    await on(team, "14:00")
    assert len(days(await team.go_to(START.replace(day=19, hour=14)))) == 1


async def test_the_local_clock_decides_when_clocks_change(team: World) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    await team.say("老王", "时区 Europe/Berlin")
    await team.go_to(dt.datetime(2025, 10, 25, 12, tzinfo=berlin))
    await on(team, "2:30")
    for day, hour, minute in ((26, 2, 30), (27, 2, 30)):
        moment = dt.datetime(2025, 10, day, hour, minute, tzinfo=berlin)
        assert days(await team.go_to(moment - dt.timedelta(minutes=1))) == []
        assert len(days(await team.go_to(moment))) == 1


async def test_who_shares_a_duty_and_is_away_is_named(team: World) -> None:
    def share(db: Db) -> None:
        fang, mei = person(db, "阿芳"), person(db, "小美")
        db.session.add(Duty(id=1, team_id=TEAM, name="售后"))
        db.flush()
        for who, backup in ((fang, 0), (mei, 1)):
            holder = DutyHolder(duty_id=1, member_id=who.id, is_backup=backup, since=START)
            db.session.add(holder)
        care.take_leave(db, fang, fang, (TODAY, TODAY), reason="", now=team.clock.now())

    await change(team, share)
    assert "🌴 今天请假:阿芳(售后)" in (await team.private("小美", "我的一天"))[0]


async def test_appointments_are_told_and_private_ones_in_private(team: World) -> None:
    def book(db: Db) -> None:
        mei, at = person(db, "小美"), START.replace(hour=16)
        for title, hours, is_private in (("例会", 1, False), ("面谈", 0, True)):
            start = at + dt.timedelta(hours=hours)
            when = events.When(start, start + dt.timedelta(hours=1))
            new = events.NewAppointment(title, when, members=(mei.id,), is_private=is_private)
            events.create(db, team_info(db, TEAM), mei, new, now=team.clock.now())

    await change(team, book)
    assert "📅 下个约:06-18 周三 16:00 面谈" in (await team.private("小美", "我的"))[0]
    assert "面谈" not in (await team.say("小美", "我的"))[0]
    own_day = (await team.private("小美", "我的一天"))[0]
    assert "📅 今天的约:16:00 面谈、17:00 例会" in own_day
    public = (await team.say("小美", "我的一天"))[0]
    assert "📅 今天的约:17:00 例会" in public
    assert "约" not in (await team.private("阿芳", "我的"))[0]
    team.clock.move_to(START.replace(hour=19))
    assert "📅" not in (await team.private("小美", "我的一天"))[0]


@pytest.mark.parametrize(
    "text", ["我的天哪", "我的客户今天下单了", "我的 单子呢", "我的一天太累了", "我的!"]
)
async def test_talk_about_oneself_gets_silence(team: World, text: str) -> None:
    assert await team.say("小美", text) == []


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (my_work.OPEN_OF, "ix_task_member_open (member_id=?)"),
        (my_work.TO_ACCEPT, "ix_task_review (team_id=?)"),
        (promises.RECORD, "ix_task_promise (team_id=? AND giver_id=?)"),
    ],
)
async def test_the_work_of_a_member_is_found_by_indexes(
    team: World, statement: Statement, index: str
) -> None:
    def plan(db: Db) -> str:
        sql, constants = db._statements.find(statement)
        given = {**constants, "team": TEAM, "member": 1, "now": 0}
        rows = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given)
        return " ".join(row[3] for row in rows)

    assert index in await team.read(plan)


async def test_the_next_card_is_planned_once(team: World) -> None:
    await team.say("小美", "我的一天 开 8:30")
    await team.say("小美", "我的一天 9点")
    rows = await team.read(
        lambda db: db.session.query(reminders.Reminder.due_at).filter_by(job=my_day.JOB).all()
    )
    assert [row[0].astimezone(SHANGHAI).hour for row in rows] == [9]
