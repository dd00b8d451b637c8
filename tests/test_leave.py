"""Which days are leave, what is asked first, and what is only talk."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from world import World

from handlers.leave.spans import read_days
from models import duties, tasks
from models.db import Db
from models.people_tables import Leave
from models.rosters import roster
from models.task_changes import Doer
from models.tasks import NewTask, deadline
from models.teams import team_info

NOW = dt.datetime(2025, 6, 18, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = NOW.date()
A_DAY = dt.timedelta(days=1)
UNITS = "零一二三四五六七八九十"


def forms(first: dt.date, last: dt.date) -> list[str]:
    """Ways in which people write days."""
    count = (last - first).days + 1
    begin, end = f"{first.month}/{first.day}", f"{last.month}/{last.day}"
    found = [
        f"{first} ~ {last}",
        f"{begin} {count}天",
        f"{begin}起请{count}天",
        f"{begin} {count} days",
        f"{first.month}月{first.day}日 {UNITS[count]}天",
    ]
    if first < last:
        found += [
            f"{begin}-{end}",
            f"{begin}到{end}",
            f"{begin}-{end} {count}天",
            f"{first.month}月{first.day}日至{last.month}月{last.day}日",
            f"从{first.month}月{first.day}号到{last.month}月{last.day}号",
        ]
    return found


@given(st.integers(1, 170), st.integers(0, 9), st.data())
@settings(max_examples=300, deadline=None)
def test_days_mean_the_same_in_every_form(ahead: int, length: int, data: st.DataObject) -> None:
    first = TODAY + ahead * A_DAY
    last = first + length * A_DAY
    text = data.draw(st.sampled_from(forms(first, last)))
    days = read_days(text, NOW)
    assert days is not None
    assert (days.first, days.last, days.question) == (first, last, None)


@given(st.integers(1, 300), st.integers(0, 9), st.data())
@settings(max_examples=300, deadline=None)
def test_days_that_have_begun_are_never_noted_unasked(
    ago: int, length: int, data: st.DataObject
) -> None:
    first = TODAY - ago * A_DAY
    last = first + length * A_DAY
    assume(first.year == TODAY.year)
    text = data.draw(st.sampled_from(forms(first, last)))
    days = read_days(text, NOW)
    assert days is not None
    assert days.question is not None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("明天下午", "leave-ask-whole"),
        ("明天半天", "leave-ask-whole"),
        ("周五18点到20点", "leave-ask-whole"),
        ("tomorrow afternoon", "leave-ask-whole"),
        ("三天", "leave-from-when"),
        ("半天", "leave-from-when"),
        ("每周五", "leave-recurring"),
        ("昨天", "leave-past"),
        ("6/10", "leave-past"),
        ("6/16-6/20", "leave-ask-running"),
        ("6/19-6/21 两天", "leave-ask-count"),
        ("3/1", "leave-ask-far"),
        ("下周", "date-ask-proposal"),
        ("周五前", "date-ask-proposal"),
        ("6/31", "date-ask-no-such-day"),
    ],
)
def test_what_is_not_sure_is_asked(text: str, key: str) -> None:
    days = read_days(text, NOW)
    assert days is not None
    assert days.question is not None
    assert days.question.key == key


@pytest.mark.parametrize("text", ["家里有事", "要提前说", "", "制度"])
def test_a_text_without_days_has_none(text: str) -> None:
    assert read_days(text, NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        "我今天请假了",
        "今天请假",
        "请假要提前说",
        "请假 明天可以吗",
        "请假 明天行不行?",
        "请假 明天的都来找我",
        "请假 今天大家注意",
        "请假 周五谁有空",
        "请假条在哪",
        "请假明天的事",
        "请假扣钱吗",
        "销假了",
        "销假流程",
        "谁请假都一样",
        "谁请假 谁补班",
        "安静一点",
        "安静 大家听我说",
        "安静的夜晚",
        "大家安静",
        "免打扰时间到了",
    ],
)
async def test_talk_gets_silence_and_books_nothing(world: World, text: str) -> None:
    await world.declare("小美", "owner")
    assert await world.say("小美", text) == []
    assert await world.count(Leave) == 0


@pytest.mark.parametrize(
    "text", ["请假明天", "请假 明天。", "请假@小美 明天", "请假:明天", "/leave tomorrow"]
)
async def test_a_day_alone_is_leave(world: World, text: str) -> None:
    await world.declare("小美", "lead")
    (answer,) = await world.say("小美", text)
    assert "06-19 周四" in answer


async def test_tasks_that_fall_due_and_duties_are_told(world: World) -> None:
    await world.declare("阿芳", "lead")
    await world.declare("小美", "member")

    def prepare(db: Db) -> None:
        team, people = team_info(db, 1), roster(db, 1)
        me, lead = people.find("小美"), people.find("阿芳")
        assert me is not None
        assert lead is not None
        for title, day in (("出3版文案", 20), ("拍视频", 27)):
            due = deadline(team, dt.date(2025, 6, day))
            tasks.create(db, team, NewTask(title, (me.id,), due), Doer(lead, NOW))
        duties.hold(db, lead, [me], ["售后", "回访"], now=NOW)
        duties.hold(db, lead, [lead], ["售后"], is_backup=True, now=NOW)

    await world.app.database.write(prepare)
    await world.private("阿芳", "帮助")
    answer, told = await world.private("小美", "请假 6/19-6/20")
    assert "到期 1 个任务:#T1 出3版文案" in answer
    assert "拍视频" not in answer
    assert "售后由备岗 @阿芳 顶、回访没有备岗" in answer
    assert told == "小美请假 06-19 周四 ~ 06-20 周五,售后这几天请你顶一下 🙏"


async def test_two_who_are_away_at_once_do_not_stand_in_for_each_other(world: World) -> None:
    await world.declare("阿芳", "lead")
    await world.say("小美", "报单 398")
    await world.say("阿芳", "负责 售后 @小美")
    await world.say("阿芳", "备岗 售后 @阿芳")
    await world.say("阿芳", "请假 6/20")
    (answer,) = await world.say("小美", "请假 6/19-6/21")
    assert "售后没有备岗" in answer


async def test_leave_written_before_midnight_is_read_on_the_day_it_was_sent(world: World) -> None:
    sent = dt.datetime(2025, 6, 18, 23, 59, 50, tzinfo=NOW.tzinfo)
    await world.go_to(dt.datetime(2025, 6, 19, 0, 0, 5, tzinfo=NOW.tzinfo))
    (answer,) = await world.say("小美", "请假 明天", sent_at=sent)
    assert "06-19 周四" in answer


async def test_the_name_of_a_member_is_not_the_reason(world: World) -> None:
    await world.declare("阿芳", "lead")
    await world.say("小美", "早")
    answer, *_ = await world.say("阿芳", "请假 明天 小美 发烧")
    assert "@小美 请假 06-19 周四" in answer
    row = await world.read(lambda db: db.session.query(Leave).one())
    assert row.reason == "发烧"
