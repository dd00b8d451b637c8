"""The calendar as rules and files see it: occurrences, clashes, reminders, exports."""

import datetime as dt
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from icalendar import Calendar, Event
from world import GROUP, SHANGHAI, START, World

from bot.config import Settings
from bot.core.events import Chat, Quote
from bot.replaying import Wanted, play
from models import care, event_times, events, tasks
from models.db import Db
from models.event_times import Occurrence
from models.events import NewAppointment, When
from models.reminders import Reminder
from models.rosters import roster
from models.task_changes import Doer
from models.task_steps import finish
from models.teams import team_info
from models.values import MemberInfo, TeamInfo

HOUR = dt.timedelta(hours=1)


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> World:
    async with World(tmp_path / "team.db") as made:
        for who in ("老王", "阿芳", "小美"):
            await made.declare(who, "owner" if who == "老王" else "member")
        yield made


def people(db: Db) -> tuple[TeamInfo, dict[str, MemberInfo]]:
    return team_info(db, 1), {each.name: each for each in roster(db, 1).members.values()}


def at(day: int, hour: int, minute: int = 0, *, month: int = 6) -> dt.datetime:
    return dt.datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


async def ics(world: World, who: str = "小美") -> list[Event]:
    await world.private(who, "日历")
    document = world.platform.sent[-1].document
    assert document is not None
    return list(Calendar.from_ical(document.data).walk("VEVENT"))


async def test_an_appointment_is_the_same_entry_after_it_moved(world: World) -> None:
    await world.say("老王", "日程 周四20:00 新品培训")
    (before,) = await ics(world)
    await world.wait(minutes=5)
    await world.say("老王", "改期 A1 周五19:00")
    await world.restart()
    (after,) = await ics(world)
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["dtstart"].dt == at(20, 19)
    assert after["last-modified"].dt == world.clock.now()
    await world.say("老王", "取消 A1")
    (gone,) = await ics(world)
    assert (gone["uid"], gone["status"], gone["sequence"]) == (after["uid"], "CANCELLED", 2)
    await world.wait(days=31)
    assert await world.private("小美", "日历") == [
        "你还没有日程和带截止的任务。约一个:日程 周四20:00 新品培训"
    ]


async def test_a_file_has_what_concerns_its_reader_and_nothing_else(world: World) -> None:
    await world.say("老王", "日程 周四20:00 全员会")
    await world.say("老王", "日程 周四21:00 面谈 @阿芳")

    def give(db: Db) -> None:
        team, named = people(db)
        doer = Doer(named["老王"], START)
        for owner, title in (("小美", "改海报"), ("阿芳", "发货"), ("小美", "旧的")):
            new = tasks.NewTask(
                title, owners=(named[owner].id,), due=tasks.deadline(team, at(20, 18))
            )
            made = tasks.create(db, team, new, doer)
            if title == "旧的":
                finish(db, team, made, Doer(named["小美"], START))

    await world.app.database.write(give)
    found = {str(each["summary"]): each for each in await ics(world)}
    assert set(found) == {"全员会", "⏰ 改海报", "⏰ 旧的"}
    assert found["⏰ 改海报"]["dtstart"].dt == at(20, 18)
    assert found["⏰ 旧的"]["status"] == "CANCELLED"
    assert found["全员会"]["status"] == "CONFIRMED"


async def test_the_group_is_told_that_the_file_went_to_its_reader(world: World) -> None:
    await world.say("老王", "日程 周四20:00 全员会")
    before = len(world.platform.sent)
    await world.say("小美", "/ics")
    private, group = sorted(world.platform.sent[before:], key=lambda each: each.chat.is_group)
    assert (private.chat.id, group.chat) == ("id-小美", GROUP)
    assert private.document is not None
    assert private.document.name == "冲刺群.ics"
    assert group.document is None
    assert group.text == "日历私聊发给你了。"


async def test_two_teams_have_no_entry_of_one_name(world: World) -> None:
    other = Chat("g2", is_group=True, title="../二群: *?")
    await world.say("老王", "日程 周四20:00 会")
    await world.say("老王", "日程 周四20:00 会", chat=other)
    names, files = set(), []
    for chat in (GROUP, other):
        await world.say("老王", "日历", chat=chat)
        documents = [each.document for each in world.platform.sent if each.document is not None]
        files.append(documents[-1].name)
        names |= {str(e["uid"]) for e in Calendar.from_ical(documents[-1].data).walk("VEVENT")}
    assert len(names) == 2
    assert files[1] == "二群.ics"


async def test_deadlines_stand_in_a_private_list_only(world: World) -> None:
    def give(db: Db) -> None:
        team, named = people(db)
        new = tasks.NewTask(
            "改海报", owners=(named["小美"].id,), due=tasks.deadline(team, at(18, 18))
        )
        tasks.create(db, team, new, Doer(named["老王"], START))

    await world.app.database.write(give)
    await world.say("老王", "日程 今天20:00 会")
    assert await world.private("小美", "日程 今天") == [
        "🗓 06-18 周三,2 项\n18:00 ⏰ 改海报 #T1\n20:00~21:00 会 #A1"
    ]
    assert "海报" not in (await world.say("小美", "日程 今天"))[0]
    assert "海报" not in (await world.private("阿芳", "日程 今天"))[0]


async def test_who_is_on_leave_is_named_and_not_reminded(world: World) -> None:
    def leave(db: Db) -> None:
        _, named = people(db)
        days = dt.date(2025, 6, 19), dt.date(2025, 6, 20)
        care.take_leave(db, named["老王"], named["阿芳"], days, reason="", now=START)

    await world.app.database.write(leave)
    (said,) = await world.say("老王", "日程 周四20:00 面谈 @阿芳 @小美")
    assert said.endswith("🏖 请假:阿芳")
    (said,) = await world.say("老王", "日程 每天9:00 早会")
    assert "🏖 请假:阿芳(06-19 周四)" in said
    (said,) = await world.say("老王", "日程 周四")
    assert "面谈(阿芳、小美) #A1 🏖阿芳" in said
    await world.go_to(at(19, 9))
    said_then = await world.go_to(at(19, 19, 30))
    assert [message.chat.id for message in world.platform.sent[-len(said_then) :]] == ["id-小美"]


async def test_who_wants_quiet_is_reminded_when_it_is_over_and_not_too_late(world: World) -> None:
    await world.say("老王", "日程 今天20:00 面谈 @阿芳 @小美")

    def mute(db: Db) -> None:
        _, named = people(db)
        care.mute(db, named["阿芳"].id, at(18, 19, 45))
        care.mute(db, named["小美"].id, at(18, 20, 0))

    await world.app.database.write(mute)
    assert await world.go_to(at(18, 19, 30)) == []
    assert await world.go_to(at(18, 19, 45)) == [
        "⏰ 还有 15 分钟:面谈 #A1\n06-18 周三 20:00~21:00 · 阿芳、小美"
    ]
    assert await world.go_to(at(18, 20, 30)) == []
    assert await world.count(Reminder) == 0


async def test_each_reminder_comes_once_also_after_a_kill(world: World) -> None:
    await world.say("老王", "日程 今天20:00 会")
    assert len(await world.go_to(at(18, 19, 40))) == 1
    await world.restart()
    assert await world.go_to(at(18, 19, 50)) == []


async def test_another_zone_moves_the_clock_of_what_is_once_alone(world: World) -> None:
    await world.say("老王", "日程 6/20 20:00 直播")
    await world.say("老王", "日程 每周五 20:00 周会")
    await world.say("老王", "日程 6/21 团建")
    await world.say("老王", "时区 America/New_York")
    once, weekly, day = sorted(await ics(world), key=lambda each: str(each["summary"]) != "直播")
    weekly, day = sorted((weekly, day), key=lambda each: str(each["summary"]) != "周会")
    zone = ZoneInfo("America/New_York")
    assert once["dtstart"].dt == at(20, 20)
    assert once["dtstart"].dt.astimezone(zone).hour == 8
    assert weekly["dtstart"].dt == dt.datetime(2025, 6, 20, 20, tzinfo=zone)
    assert day["dtstart"].dt == dt.date(2025, 6, 21)
    assert weekly["sequence"] == 1


async def test_a_long_title_and_a_strange_person_get_one_answer_each(world: World) -> None:
    (said,) = await world.say("老王", f"日程 周四20:00 {'长' * 5000}")
    assert said.startswith("名字太长了(")
    assert len(said) < 100
    (said,) = await world.say("老王", f"日程 周四20:00 会 地点:{'远' * 200}")
    assert said.startswith("地点太长了(200 个字)")
    (said,) = await world.say("老王", f"日程 周四20:00 会 @{'谁' * 300}")
    assert len(said) < 100


async def test_nobody_is_called_by_a_title(world: World) -> None:
    (said,) = await world.say("老王", "日程 周四20:00 开会@所有人 @all")
    assert "@" not in said
    assert world.platform.sent[-1].mentions == ()
    await world.say("老王", "日程 周四21:00 面谈 @小美")
    assert [each.name for each in world.platform.sent[-1].mentions] == ["小美"]


async def test_a_card_that_is_quoted_says_which_one_is_meant(world: World) -> None:
    (card,) = await world.say("老王", "日程 周四20:00 会")
    quote = Quote("B1", "小队长", card)
    assert await world.say("老王", "吃了吗", quote=quote) == []
    (said,) = await world.say("老王", "改期 21:00", quote=quote)
    assert "06-19 周四 21:00~22:00" in said
    (said,) = await world.say("老王", "撤销", quote=quote)
    assert said.startswith("🗑 #A1 会 取消了")


async def test_whole_days_and_nights_are_worked_out(world: World) -> None:
    def make(db: Db) -> list[Occurrence]:
        team, named = people(db)
        wang = named["老王"]
        night = When(at(30, 23), at(1, 1, month=7), "FREQ=DAILY")
        weekend = When(dt.date(2025, 6, 21), dt.date(2025, 6, 22), "FREQ=WEEKLY;BYDAY=SA")
        for title, when in (("夜班", night), ("周末", weekend)):
            events.create(db, team, wang, NewAppointment(title, when), now=START)
        return event_times.between(db, team, dt.date(2025, 7, 1), dt.date(2025, 7, 6))

    found = await world.app.database.write(make)
    nights = [each for each in found if each.event.row.title == "夜班"]
    # The one of 30 June ends on 1 July.
    assert [each.first.day for each in nights] == [30, 1, 2, 3, 4, 5, 6]
    (weekend,) = [each for each in found if each.event.row.title == "周末"]
    assert (weekend.first, weekend.last) == (dt.date(2025, 7, 5), dt.date(2025, 7, 6))
    assert weekend.end - weekend.start == 2 * dt.timedelta(days=1)


async def test_the_next_appointment_of_a_member(world: World) -> None:
    await world.say("老王", "日程 今天16:00 面谈 @小美")
    await world.say("老王", "日程 每周三18:00 周会 ")
    await world.say("老王", "日程 今天15:30 私会 @阿芳")

    def upcoming(db: Db) -> list[str]:
        team, named = people(db)
        titles = []
        for moment in (START, at(18, 16), at(18, 18)):
            found = event_times.next_for(db, team, named["小美"].id, moment)
            assert found is not None
            titles.append(f"{found.event.row.title} {found.start.astimezone(SHANGHAI):%d %H}")
        return titles

    assert await world.read(upcoming) == ["面谈 18 16", "周会 18 18", "周会 25 18"]


async def test_clashes_need_a_person_in_common(world: World) -> None:
    await world.say("老王", "日程 周四20:00 一 @阿芳")
    (said,) = await world.say("老王", "日程 周四20:00 二 @小美")
    assert "撞" not in said
    (said,) = await world.say("老王", "日程 周四21:00 三 @阿芳")
    assert "撞" not in said
    (said,) = await world.say("老王", "日程 周四20:59-21:10 四 @阿芳 @小美")
    assert "#A1 一(" in said
    assert "#A2 二(" in said
    assert "另有 1 处" in said
    (said,) = await world.say("老王", "日程 每周四 20:30 五")
    assert "撞" in said


async def test_a_clash_within_sixty_days_is_found(world: World) -> None:
    await world.say("老王", "日程 8/13 20:30 拍摄")
    (said,) = await world.say("老王", "日程 每周三20:00 周会")
    assert "#A1 拍摄(08-13 周三 20:30~21:30)" in said
    await world.say("老王", "取消 A1")
    await world.say("老王", "日程 8/20 20:30 拍摄")
    (said,) = await world.say("老王", "改期 A2 每周三20:15")
    assert "撞" not in said


@pytest.mark.parametrize(
    "line", ["日程 周四20:00 会", "日程 周四20:00 面谈 @小美", "日程 每周三20:00 会"]
)
async def test_a_line_that_comes_twice_books_once(world: World, line: str) -> None:
    message = world.message("老王", line)
    await world.receive(message)
    assert await world.receive(message) == []


async def test_a_message_that_comes_late_books_nothing_that_is_over(world: World) -> None:
    message = world.message("老王", "日程 今天16:00 会")
    world.clock.move_to(at(18, 17))
    await world.receive(message)

    def count(db: Db) -> int:
        return len(event_times.all_planned(db, 1))

    assert await world.read(count) == 0


def test_a_replay_names_the_file_of_an_output() -> None:
    file = Path(__file__).parent / "dialogs" / "calendar_file.dialog"
    lines = play(Settings(), file, Wanted(json=True)).text.splitlines()
    assert [each["file"] for each in map(json.loads, lines) if each["file"]] == ["冲刺群.ics"] * 3
    assert "[文件 冲刺群.ics]" in play(Settings(), file, Wanted()).text
