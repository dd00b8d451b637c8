"""Reports before a meeting: asked for in private, handed in with a word, counted for the group."""

import datetime as dt
from typing import Any

import pytest
from world import SHANGHAI, START, World

from bot.core.events import Chat, Quote
from bot.core.report_words import section
from handlers.reports.reading import is_later, number_in, said
from models import care, meeting_reports, meetings
from models.db import Db
from models.meeting_reminders import rearm
from models.meeting_tables import Meeting
from models.meetings import NewMeeting, create
from models.reminders import Reminder
from models.report_facts import Facts, read_facts, write_facts
from models.report_times import JOB, ask_at
from models.rosters import roster
from models.task_changes import Doer
from models.task_steps import finish
from models.tasks import NewTask, deadline, require
from models.tasks import create as give
from models.teams import team_info
from models.values import MemberInfo

TEAM = 1
PEOPLE = ("阿芳", "小美", "丽姐")
EVENING = START.replace(hour=20)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
async def team(world: World) -> World:
    """A team whose people all wrote to the bot in private once."""
    await world.declare("老王", "owner")
    for name in PEOPLE:
        await world.declare(name, "member")
    for name in ("老王", *PEOPLE):
        await world.private(name, "我的")
    return world


def person(db: Db, name: str) -> MemberInfo:
    found = roster(db, TEAM).find(name)
    assert found is not None
    return found


async def plan(world: World, start: dt.datetime = EVENING, title: str = "周会", **more: Any) -> int:
    """A meeting that the owner plans now; returns its number."""

    def write(db: Db) -> int:
        named = tuple(person(db, name).id for name in more.pop("people", ()))
        new = NewMeeting(title, start.astimezone(dt.UTC), members=named, **more)
        doer = Doer(person(db, "老王"), world.clock.now())
        return create(db, team_info(db, TEAM), new, doer).number

    return await world.app.database.write(write)


async def change(world: World, **values: Any) -> None:
    """Change the first meeting as its planner would, and plan the reports anew."""

    def write(db: Db) -> None:
        row = db.session.get_one(Meeting, 1)
        for name, value in values.items():
            setattr(row, name, value)
        db.flush()
        rearm(db, team_info(db, TEAM), row, world.clock.now())

    await world.app.database.write(write)


async def quoting(world: World, who: str, start: str, text: str) -> list[str]:
    """Somebody replies to the last output that begins so, in private."""
    chat = Chat(f"id-{who}", is_group=False, title=who)
    n, words = max(
        (n, message.text)
        for n, message in enumerate(world.platform.sent, start=1)
        if message.chat.id == chat.id and message.text.startswith(start)
    )
    quote = Quote(f"B{n}", text=words)
    return await world.say(who, text, chat=chat, quote=quote)


async def at(world: World, hour: int, minute: int = 0, *, day: int = 18) -> list[str]:
    """Go to that time; returns what is said about reports until then."""
    return of_reports(await world.go_to(dt.datetime(2025, 6, day, hour, minute, tzinfo=SHANGHAI)))


def of_reports(words: list[str]) -> list[str]:
    return [each for each in words if "小结" in each]


# -- the draft


async def test_each_gets_a_draft_from_ledger_and_tasks_two_hours_before(team: World) -> None:
    def work(db: Db) -> None:
        info = team_info(db, TEAM)
        doer = Doer(person(db, "老王"), team.clock.now())
        mine = (person(db, "阿芳").id,)
        give(db, info, NewTask("出文案", owners=mine), doer)
        give(db, info, NewTask("拍视频", owners=mine, due=deadline(info, START.date())), doer)
        late = deadline(info, START.date() - dt.timedelta(days=1))
        give(db, info, NewTask("回访", owners=mine, due=late), doer)
        finish(db, info, require(db, TEAM, 1), Doer(person(db, "阿芳"), team.clock.now()))

    await team.app.database.write(work)
    await team.say("阿芳", "报单 8460")
    await team.private("阿芳", "目标 本周 15000")
    await plan(team)
    assert await at(team, 17, 59) == []
    said_now = await at(team, 18)
    assert len(said_now) == 4
    (mine,) = [words for words in said_now if "8,460" in words]
    assert mine.startswith("📋 M1 周会 前的小结(20:00 开会)\n")
    assert "本周业绩 8,460/15,000(56%)\n" in mine
    assert "✅ 完成 1:T1 出文案\n" in mine
    assert "⏳ 晚了 1:T3 回访\n" in mine
    assert "卡点:__" in mine
    assert await at(team, 18, 1) == []


async def test_on_a_monday_the_draft_is_about_the_week_before(team: World) -> None:
    await team.say("阿芳", "报单 8460")
    monday = dt.datetime(2025, 6, 23, 15, tzinfo=SHANGHAI)
    await plan(team, monday)
    assert any("上周业绩 8,460" in words for words in await at(team, 13, day=23))


async def test_a_goal_of_the_month_is_told_where_the_week_has_none(team: World) -> None:
    await team.say("阿芳", "报单 9000")
    await team.private("阿芳", "目标 本月 30000")
    await plan(team)
    drafts = await at(team, 18)
    assert any("本周业绩 9,000 · 本月 9,000/30,000(30%)" in words for words in drafts)


async def test_who_is_on_leave_or_excused_or_not_invited_gets_none(team: World) -> None:
    await team.private("小美", "请假 今天")
    await plan(team, people=("小美", "丽姐"))
    drafts = await at(team, 18)
    assert len(drafts) == 1
    counted = await at(team, 19, 36)
    assert any("小结已交 0/1" in words for words in counted)


async def test_who_wants_peace_gets_the_draft_after_it(team: World) -> None:
    def mute(db: Db) -> None:
        care.mute(db, person(db, "阿芳").id, dt.datetime(2025, 6, 18, 19, tzinfo=SHANGHAI))

    await team.app.database.write(mute)
    await plan(team)
    assert len(await at(team, 18)) == 3
    assert await at(team, 18, 59) == []
    assert len(await at(team, 19)) == 1


async def test_the_draft_of_an_early_meeting_comes_when_the_night_is_over(team: World) -> None:
    await plan(team, START.replace(day=19, hour=8, minute=30))
    assert await at(team, 7, 59, day=19) == []
    assert len(await at(team, 8, day=19)) == 4
    # 80 % of the half an hour.
    assert any("小结已交" in words for words in await at(team, 8, 24, day=19))


async def test_for_a_meeting_at_the_end_of_the_night_it_comes_the_evening_before(
    team: World,
) -> None:
    await plan(team, START.replace(day=19, hour=8, minute=0))
    drafts = await at(team, 22)
    assert len(drafts) == 4
    assert all("(06-19 周四 08:00 开会)" in words for words in drafts)
    # The follow-up would be in the night: nobody is woken for it.
    assert await at(team, 7, 59, day=19) == []


async def test_a_meeting_planned_within_the_window_asks_at_once(team: World) -> None:
    await plan(team, START + HOUR)
    assert len(of_reports(await team.wait(seconds=1))) == 4
    assert any("小结已交" in words for words in await at(team, 15, 48))


async def test_nobody_is_asked_so_shortly_before_a_meeting(team: World) -> None:
    await plan(team, START + dt.timedelta(minutes=9))
    assert of_reports(await team.wait(minutes=8)) == []


# -- handing in


async def test_a_reply_to_the_draft_is_the_report(team: World) -> None:
    await plan(team)
    await at(team, 18)
    (answer,) = await quoting(team, "阿芳", "📋 M1", "发圈10条,卡点:样品不够")
    assert answer.startswith("✅ M1 周会 小结交了\n")
    assert "⛔ 卡点:样品不够" in answer
    assert "💬 发圈10条" in answer
    (again,) = await quoting(team, "阿芳", "📋 M1", "没有")
    assert "小结换成新的了" in again
    assert "卡点" not in again


@pytest.mark.parametrize("text", ["好的", "收到", "等下交", "晚点", "稍后", "ok"])
async def test_who_only_nods_at_the_draft_handed_in_nothing(team: World, text: str) -> None:
    await plan(team)
    await at(team, 18)
    (answer,) = await quoting(team, "阿芳", "📋 M1", text)
    assert answer == "好,20:00 开会前都行。"
    assert "0/4" in (await team.private("老王", "小结 M1"))[0]


async def test_a_question_about_the_draft_is_told_how(team: World) -> None:
    await plan(team)
    await at(team, 18)
    (answer,) = await quoting(team, "阿芳", "📋 M1", "这个怎么填?")
    assert "引用这条" in answer


async def test_it_can_be_handed_in_early_and_then_nobody_asks(team: World) -> None:
    await plan(team)
    (answer,) = await team.private("阿芳", "汇报 M1 一切顺利")
    assert "小结交了" in answer
    (other,) = await team.private("小美", "交")
    assert "小结交了" in other
    (english,) = await team.say("丽姐", "/report M1 ten posts, stuck on: samples")
    assert "⛔ 卡点:samples" in english
    assert len(await at(team, 18)) == 1


async def test_a_late_one_counts_until_the_meeting_is_closed(team: World) -> None:
    await plan(team)
    await at(team, 20, 10)
    (answer,) = await team.private("阿芳", "交 M1")
    assert "(晚交,也算数)" in answer
    await change(team, state="open")
    (answer,) = await team.private("小美", "汇报 M1 来晚了")
    assert "(晚交,也算数)" in answer
    await change(team, state="closed")
    (answer,) = await team.private("丽姐", "汇报 M1 忘了")
    assert "已经散会" in answer
    await change(team, state="cancelled")
    (answer,) = await team.private("丽姐", "汇报 M1 忘了")
    assert "取消了" in answer


async def test_the_same_words_as_before_the_last_meeting_are_noticed(team: World) -> None:
    await plan(team)
    await team.private("阿芳", "汇报 M1 跟进老客户")
    await plan(team, EVENING + dt.timedelta(days=1))
    (answer,) = await team.private("阿芳", "汇报 M2 跟进老客户")
    assert "和上次会前写的一样" in answer


async def test_what_is_not_for_somebody_takes_no_report_of_theirs(team: World) -> None:
    await plan(team, people=("小美",))
    (answer,) = await team.private("阿芳", "汇报 M1 我也说两句")
    assert "没有叫你" in answer
    (none,) = await team.private("阿芳", "/report")
    assert "没有要交小结的会" in none


# -- who sees what


async def test_at_four_fifths_those_missing_are_reminded_once_and_named_to_the_lead_alone(
    team: World,
) -> None:
    await plan(team)
    await at(team, 18)
    await team.private("小美", "交")
    assert await at(team, 19, 35) == []
    before = len(team.platform.sent)
    await at(team, 19, 36)
    sent = [message for message in team.platform.sent[before:] if "小结" in message.text]
    told = {message.chat.id: message.text for message in sent}
    words = [message.text for message in sent]
    assert told["g1"] == "📋 M1 周会 小结已交 1/4 👍"
    assert sum(text.startswith("⏰ M1 周会 20:00 开会") for text in words) == 3
    assert "id-小美" not in told
    (lead,) = [text for text in words if text.startswith("📋 M1 周会 小结已交 1/4\n")]
    assert "还差:" in lead
    assert "阿芳" in lead
    assert "丽姐" in lead
    assert await at(team, 19, 59) == []


async def test_where_nobody_handed_in_the_group_is_told_nothing(team: World) -> None:
    await plan(team)
    await at(team, 18)
    before = len(team.platform.sent)
    await at(team, 19, 36)
    sent = [message for message in team.platform.sent[before:] if "小结" in message.text]
    assert "g1" not in {message.chat.id for message in sent}


async def test_the_lead_sees_all_and_a_member_the_own_one(team: World) -> None:
    await team.say("小美", "报单 100")
    await plan(team)
    await team.private("阿芳", "汇报 M1 发圈 卡点:没样品")
    await team.private("小美", "交 M1")
    (all_,) = await team.private("老王", "小结 M1")
    assert all_.startswith("📋 M1 周会 小结已交 2/4\n阿芳:⛔ 没样品、本周业绩 0、💬 发圈\n小美:")
    assert "还差:老王、丽姐" in all_ or "还差:丽姐、老王" in all_
    (mine,) = await team.private("小美", "小结 M1")
    assert "你交的:\n本周业绩 100" in mine
    assert "没样品" not in mine
    (theirs,) = await team.private("丽姐", "小结")
    assert "你的还没交" in theirs
    (group,) = await team.say("老王", "小结 M1")
    assert "还差" not in group
    assert "业绩" not in group


async def test_the_agenda_gets_a_section_with_those_who_are_stuck_first(team: World) -> None:
    await plan(team)
    await team.private("阿芳", "汇报 M1 发圈10条")
    await team.private("小美", "汇报 M1 卡点:没样品")
    found = await team.read(lambda db: meeting_reports.summary(db, meetings.find(db, TEAM, 1)))
    assert found.blockers == (("小美", "没样品"),)
    assert found.words == (("阿芳", "发圈10条"),)
    lines = section(found)
    assert [line.key for line in lines] == [
        "report-section",
        "report-section-blockers",
        "report-section-words",
    ]
    assert len(lines) <= 8


# -- time


async def test_a_restart_asks_once_and_reminds_once(team: World) -> None:
    await plan(team)
    await at(team, 18)
    await team.restart()
    assert await at(team, 18, 5) == []
    await at(team, 19, 36)
    await team.restart()
    assert await at(team, 19, 40) == []


async def test_after_a_long_absence_who_is_asked_is_not_reminded_too(team: World) -> None:
    await plan(team)
    words = await at(team, 19, 45)
    assert sum("前的小结" in text for text in words) == 4
    assert not any(text.startswith("⏰") for text in words)


async def test_what_has_begun_asks_nobody(team: World) -> None:
    await plan(team)
    assert await at(team, 20, 5) == []


async def test_a_moved_meeting_asks_at_its_new_time_and_nobody_twice_in_a_day(team: World) -> None:
    await plan(team)
    await change(team, start_at=(EVENING + HOUR).astimezone(dt.UTC))
    assert await at(team, 18) == []
    assert len(await at(team, 19)) == 4
    await change(team, start_at=(EVENING + 2 * HOUR).astimezone(dt.UTC))
    assert await at(team, 20, 1) == []
    await change(team, start_at=(EVENING + 24 * HOUR).astimezone(dt.UTC))
    assert len(await at(team, 18, day=19)) == 4


async def test_a_meeting_that_was_only_moved_in_its_row_still_asks_at_the_right_time(
    team: World,
) -> None:
    await plan(team)

    def move(db: Db) -> None:
        db.session.get_one(Meeting, 1).start_at = (EVENING + HOUR).astimezone(dt.UTC)

    await team.app.database.write(move)
    assert await at(team, 18) == []
    assert len(await at(team, 19)) == 4


async def test_a_cancelled_meeting_asks_nobody(team: World) -> None:
    await plan(team)
    await change(team, state="cancelled")
    jobs = await team.read(lambda db: {each.job for each in db.session.query(Reminder)})
    assert JOB not in jobs
    assert await at(team, 19, 40) == []


# -- silence


@pytest.mark.parametrize(
    "text",
    [
        "汇报一下",
        "汇报 一下今天的情况",
        "汇报完毕",
        "交作业",
        "交给你了",
        "交",
        "小结得不错",
        "小结",
        "小结 写好了吗",
        "小结:今天很好",
        "汇报 今天发了十条圈",
        "谁来汇报",
    ],
)
async def test_ordinary_talk_in_the_group_gets_silence(team: World, text: str) -> None:
    await plan(team, EVENING + dt.timedelta(days=3))
    assert await team.say("阿芳", text) == []


async def test_who_was_asked_may_answer_in_the_group_too(team: World) -> None:
    await plan(team)
    await at(team, 18)
    (answer,) = await team.say("阿芳", "汇报 今天发了十条圈")
    assert "小结交了" in answer
    assert "业绩" not in answer
    assert await team.say("小美", "汇报 写好了吗") == []
    (answer,) = await team.say("丽姐", "交")
    assert "小结交了" in answer


# -- rules


def test_words_and_blockers_are_told_apart() -> None:
    assert said("卡点:样品不够") == ("", "样品不够")
    assert said("卡在物流") == ("", "物流")
    assert said("卡点:无") == ("", "")
    assert said("卡点:__") == ("", "")
    assert said("没有卡点") == ("", "")
    assert said("加了20人\n卡点:没图") == ("加了20人", "没图")
    assert said("stuck on the supplier") == ("", "the supplier")
    assert said("卡通面膜卖得好") == ("卡通面膜卖得好", "")
    assert number_in("M12 发圈") == (12, "发圈")
    assert number_in("面膜M") == (None, "面膜M")
    assert not is_later("好难,客户都在等")


def test_facts_survive_the_row() -> None:
    facts = Facts(846000, None, 2, 3, True, 4, ((1, "一"),), 5, ((2, "二"), (3, "三")))
    assert read_facts(write_facts(facts)) == facts
    assert read_facts("") == Facts()


async def test_the_moment_of_asking_is_never_in_the_night(team: World) -> None:
    await plan(team)

    def moments(db: Db) -> list[int]:
        info, row = team_info(db, TEAM), db.session.get_one(Meeting, 1)
        found = []
        for minutes in range(0, 1440, 15):
            row.start_at = (START.replace(day=25, hour=0)).astimezone(dt.UTC) + dt.timedelta(
                minutes=minutes
            )
            asked = ask_at(info, row)
            assert asked < row.start_at
            local = asked.astimezone(info.zone)
            found.append(local.hour * 60 + local.minute)
        db.session.rollback()
        return found

    assert all(480 <= minute < 1350 for minute in await team.read(moments))
