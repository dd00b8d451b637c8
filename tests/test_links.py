"""Accounts and groups joined by codes, and strangers after a new login (P19, product notes D8)."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest_asyncio
from world import GROUP, World, failing

from bot.core.events import Chat, EventKind, Incoming, Sender
from models import codes
from models.chats import home_chat
from models.ledger import Sale
from models.team import Member, Team
from models.totals import kept_sums, ledger_sums

WECHAT_GROUP = Chat("room-1", is_group=True, title="冲刺微信群")


@pytest_asyncio.fixture
async def team(tmp_path: Path) -> AsyncIterator[World]:
    """A team with an owner and two members who have spoken in the group and in private."""
    async with World(tmp_path / "a.db") as world:
        await world.declare("老王", "owner")
        for who in ("老王", "小美", "阿芳"):
            await world.say(who, "大家好")
        await world.private("小美", "在吗")
        yield world


def on_wechat(
    world: World, who: str, text: str, *, login: str = "bot1", **changes: object
) -> Incoming:
    """A message in a WeChat group; ids are those of one login."""
    message = world.message(who, text, chat=WECHAT_GROUP)
    sender = Sender(f"{login}-{who}", who)
    return replace(message, platform="wechat", account=login, sender=sender, **changes)


def code_in(texts: list[str]) -> str:
    """The code that an answer shows."""
    found = re.search(r"([0-9]{4})(?=\(10)|([A-Z0-9]{4}-[A-Z0-9]{4})", "\n".join(texts))
    assert found is not None, texts
    return found[0]


async def test_a_group_joins_by_a_code_and_shares_the_ledger(team: World) -> None:
    await team.say("小美", "报单 100")
    team.also("wechat", "bot1")
    # Somebody must be allowed to join the group that is to be joined.
    await team.receive(on_wechat(team, "小王", "大家好"))
    await team.app.declare(on_wechat(team, "小王", ""), "manager")
    code = code_in(await team.say("老王", "关联群"))
    assert "并进来了" in (await team.receive(on_wechat(team, "小王", f"关联群 {code}")))[0]
    assert "本月 300" in (await team.receive(on_wechat(team, "小王", "报单 300")))[0]
    assert "400" in (await team.say("老王", "排行"))[0]
    assert await team.count(Team) == 2


async def test_a_group_with_a_ledger_of_its_own_does_not_join(team: World) -> None:
    team.also("wechat", "bot1")
    await team.receive(on_wechat(team, "小王", "报单 50"))
    await team.app.declare(on_wechat(team, "小王", ""), "manager")
    code = code_in(await team.say("老王", "关联群"))
    assert "已经记了 1 笔" in (await team.receive(on_wechat(team, "小王", f"关联群 {code}")))[0]


async def test_a_wrong_group_code_says_so(team: World) -> None:
    team.also("wechat", "bot1")
    await team.app.declare(on_wechat(team, "小王", ""), "manager")
    answer = await team.receive(on_wechat(team, "小王", "关联群 AAAA-BBBB"))
    assert answer == ["这个码不对、用过了或已过期。在原来的号里发“绑定”拿新的,群用“关联群”。"]


async def test_one_person_on_two_platforms(team: World) -> None:
    await team.say("小美", "报单 100")
    team.also("wechat", "bot1")
    await team.receive(on_wechat(team, "小王", "大家好"))
    await team.app.declare(on_wechat(team, "小王", ""), "manager")
    group = code_in(await team.say("老王", "关联群"))
    await team.receive(on_wechat(team, "小王", f"关联群 {group}"))
    await team.receive(on_wechat(team, "美丽人生", "报单 300"))
    code = code_in(await team.private("小美", "绑定"))
    answer = (await team.receive(on_wechat(team, "美丽人生", f"绑定 {code}")))[0]
    assert answer.startswith("好,认出来了:这个号就是小美。")
    assert "1 笔也归到小美" in answer
    assert "今日 450 · 本月 450" in (await team.receive(on_wechat(team, "美丽人生", "报单 50")))[0]
    assert "400 元" not in (await team.say("小美", "排行"))[0]
    rows = await team.read(lambda db: db.session.query(Sale).order_by(Sale.id).all())
    assert [(row.number, row.revision, row.amount) for row in rows] == [
        (1, 1, 100_00),
        (2, 1, 300_00),
        (2, 2, 300_00),
        (3, 1, 50_00),
    ]
    assert await team.read(lambda db: kept_sums(db, 1)) == await team.read(
        lambda db: ledger_sums(db, 1)
    )
    # The name that is no longer anybody's finds nobody.
    assert "美丽人生" not in (await team.say("老王", "成员"))[0]


async def test_a_code_is_used_once_and_ends_after_ten_minutes(team: World) -> None:
    code = code_in(await team.private("小美", "绑定"))
    await team.wait(minutes=11)
    assert "不对、用过了或已过期" in (await team.private("路人", f"绑定 {code}"))[0]
    code = code_in(await team.private("小美", "绑定"))
    assert "就是小美" in (await team.private("路人", f"绑定 {code}"))[0]
    assert "不对、用过了或已过期" in (await team.private("第三人", f"绑定 {code}"))[0]


async def test_a_code_never_stands_in_the_group(team: World) -> None:
    said = await team.say("小美", "绑定")
    group = [m.text for m in team.platform.sent[-len(said) :] if m.chat.is_group]
    assert group == ["绑定码已私聊发你,10 分钟内有效。"]
    assert any("绑定码:" in text for text in said)


async def test_nobody_gets_a_code_for_somebody_above(team: World) -> None:
    await team.declare("阿芳", "manager")
    assert "只能给自己" in (await team.private("阿芳", "绑定 @老王"))[0]
    assert "小美的绑定码" in (await team.private("阿芳", "绑定 @小美"))[0]
    assert "只能给自己" in (await team.private("小美", "绑定 @阿芳"))[0]


async def test_guessing_ends_soon(team: World) -> None:
    answers = [(await team.private("路人", f"绑定 {n:04}"))[0] for n in range(12)]
    assert answers[0].startswith("这个码不对")
    assert answers[-1].startswith("这里试错太多次了")


async def test_a_new_login_asks_whose_group_it_is_and_books_nothing(team: World) -> None:
    team.also("wechat", "bot1")
    await team.receive(on_wechat(team, "小美", "报单 100"))
    team.also("wechat", "bot2")
    asked = await team.receive(on_wechat(team, "小美", "报单 200", login="bot2"))
    assert asked[0].startswith("我换了登录")
    assert await team.receive(on_wechat(team, "小美", "报单 200", login="bot2")) == []
    assert await team.count(Sale) == 1
    assert await team.count(Team) == 2


async def test_the_group_and_its_people_are_claimed_by_codes_after_a_new_login(team: World) -> None:
    team.also("wechat", "bot1")
    for who in ("小王", "小美"):
        await team.receive(on_wechat(team, who, "报单 100"))
    await team.app.declare(on_wechat(team, "小王", ""), "owner")
    code = code_in(await team.receive(on_wechat(team, "小王", "关联群")))
    team.also("wechat", "bot2")

    async def say(who: str, text: str) -> list[str]:
        return await team.receive(on_wechat(team, who, text, login="bot2"))

    await say("小美", "在吗")
    assert "并进来了" in (await say("小美", f"关联群 {code}"))[0]
    # The same name is not the same person.
    assert "换了登录,我认不出你了" in (await say("小美", "报单 200"))[0]
    assert "我还没认出你" in (await say("小美", "报单 200"))[0]
    assert await say("小美", "哈哈") == []
    mine = on_wechat(team, "小美", "绑定", chat=Chat("bot1-小美", is_group=False))
    code = code_in(await team.receive(mine))
    assert "就是小美" in (await say("小美", f"绑定 {code}"))[0]
    assert "本月 300" in (await say("小美", "报单 200"))[0]
    assert "换了登录" in (await say("新来的", "大家好"))[0]
    assert "欢迎新来的" in (await say("新来的", "我是新人"))[0]
    assert "本月 50" in (await say("新来的", "报单 50"))[0]


async def test_a_new_team_after_a_new_login_says_so(team: World) -> None:
    team.also("wechat", "bot1")
    await team.receive(on_wechat(team, "小美", "报单 100"))
    team.also("wechat", "bot2")
    await team.receive(on_wechat(team, "小李", "在吗", login="bot2"))
    assert "从零开始" in (await team.receive(on_wechat(team, "小李", "新团队", login="bot2")))[0]
    assert "#S1" in (await team.receive(on_wechat(team, "小李", "报单 200", login="bot2")))[0]


async def test_a_group_that_moved_keeps_its_team(team: World) -> None:
    await team.say("小美", "报单 100")
    new = Chat("-100g1", is_group=True, title="冲刺群")
    await team.say("小美", "-100g1", kind=EventKind.MOVED)
    assert "本月 350" in (await team.say("小美", "报单 250", chat=new))[0]
    assert await team.count(Team) == 1


async def test_a_group_that_spoke_under_its_new_id_first_keeps_its_team(team: World) -> None:
    await team.say("小美", "报单 100")
    new = Chat("-100g1", is_group=True, title="冲刺群")
    await team.say("小美", "大家好", chat=new)
    await team.say("小美", "-100g1", kind=EventKind.MOVED)
    assert "本月 350" in (await team.say("小美", "报单 250", chat=new))[0]


async def test_who_made_the_group_owns_the_team_once(tmp_path: Path) -> None:
    async with World(tmp_path / "b.db") as world:
        said = await world.say("老王", "", kind=EventKind.CREATOR)
        assert said == ["👑 群是老王建的,所以老王是群主。发“权限”看谁能做什么。"]
        assert await world.say("小美", "", kind=EventKind.CREATOR) == []
        roles = await world.read(lambda db: {m.name: m.role for m in db.session.query(Member)})
        assert roles["老王"] > roles["小美"]


async def test_the_bot_greets_and_comes_back(tmp_path: Path) -> None:
    async with World(tmp_path / "b.db") as world:
        assert (await world.say("老王", "", kind=EventKind.ADDED))[0].startswith(
            "大家好,我是小队长"
        )
        await world.say("小美", "报单 100")
        assert await world.say("老王", "", kind=EventKind.REMOVED) == []
        assert "账都在" in (await world.say("老王", "", kind=EventKind.ADDED))[0]


UNREACHED = "@老王 我没法私聊你,提醒和日报都送不到。点我的头像 → 开始(Start),下次就能送到。"


async def test_whom_no_digest_reaches_is_told_once_in_the_group(team: World) -> None:
    await team.say("老王", "推送 日报 21:30")
    await team.private("老王", "在吗")
    private = Chat("id-老王", is_group=False, title="老王")
    assert await team.say("老王", "", kind=EventKind.REMOVED, chat=private) == []
    assert await team.wait(hours=7) == [UNREACHED]
    assert await team.wait(hours=24) == []
    # Back again: the digest comes, and a second block is news.
    await team.private("老王", "/start")
    assert "日报" in (await team.wait(hours=24))[0]


async def test_a_digest_that_the_platform_forbids_is_told_at_once(team: World) -> None:
    await team.private("老王", "推送 日报 21:30")
    team.platform.broken.append(failing(permanent=True, gone=True))
    assert await team.wait(hours=7) == [UNREACHED]


async def test_who_asked_for_no_digest_is_not_named(team: World) -> None:
    team.platform.broken += [failing(permanent=True, gone=True), failing(permanent=True, gone=True)]
    assert await team.private("小美", "报单 100") == []


async def test_a_group_that_moved_gets_its_answer_at_the_new_place(team: World) -> None:
    team.platform.broken.append(failing(moved_to="-100g1"))
    await team.say("小美", "报单 100")
    assert team.platform.sent[-1].chat.id == "-100g1"
    new = replace(GROUP, id="-100g1")
    assert "本月 350" in (await team.say("小美", "报单 250", chat=new))[0]


async def test_people_are_mentioned_by_account(team: World) -> None:
    mention = (Sender("id-阿芳", "昵称里有 空格"),)
    said = await team.say("小美", "报单 398 @昵称里有 空格", mentions=mention)
    assert "阿芳 398.00" in said[0]
    await team.say("阿芳", "在", sender=Sender("id-阿芳", "阿芳", "Fang_88"))
    assert "阿芳 500.00" in (await team.say("小美", "报单 500 @fang_88"))[0]


async def test_answers_stay_in_their_topic(team: World) -> None:
    await team.say("小美", "报单 398", chat=replace(GROUP, topic="77"))
    assert team.platform.sent[-1].chat.topic == "77"


async def test_who_calls_the_bot_by_name_gets_an_answer(team: World) -> None:
    assert "小美" in (await team.say("小美", "", addressed=True))[0]
    assert "报单" in (await team.say("小美", "你会什么呀", addressed=True))[0]
    assert await team.say("小美", "你会什么呀") == []


async def test_a_board_is_edited_in_place(team: World) -> None:
    team.platform.can = replace(team.platform.can, buttons=True, edit=True)
    await team.say("小美", "报单 398")
    await team.say("小美", "排行")
    board = len(team.platform.sent)
    await team.press("阿芳", "/board today", board)
    assert team.platform.sent[-1].replaces == f"B{board}"
    # The message shows the newer board now, and its buttons go on working.
    await team.press("阿芳", "~2", board)
    assert team.platform.sent[-1].replaces == f"B{board}"
    assert "本周" in team.platform.sent[-1].text


async def test_a_receipt_carries_a_reaction(team: World) -> None:
    before = len(team.platform.sent)
    await team.say("小美", "报单 398")
    assert team.platform.sent[before].reaction == "👍"
    await team.say("小美", "排行")
    assert team.platform.sent[-1].reaction == ""


async def test_a_refused_press_is_a_notice_for_one(team: World) -> None:
    team.platform.can = replace(team.platform.can, buttons=True, notices=True)
    await team.say("小美", "成交了 1280,应该没错吧大概 1300")
    asked = len(team.platform.sent)
    await team.press("阿芳", "~1", asked)
    assert team.platform.sent[-1].notice_to == "press"


async def test_a_new_display_name_is_taken_over(team: World) -> None:
    await team.say("小美", "报单 100")
    same = Sender("id-小美", "美美")
    assert "美美" in (await team.say("小美", "报单 200", sender=same))[0]
    # The old name goes on working.
    assert "本月 600" in (await team.say("老王", "帮小美报 300"))[0]


async def test_what_nobody_in_particular_did_is_answered(team: World) -> None:
    nobody = Sender("", "")
    said = await team.say("", "", kind=EventKind.DEAF, sender=nobody)
    assert said[0].startswith("Telegram 的隐私模式开着")
    names = await team.read(lambda db: [m.name for m in db.session.query(Member)])
    assert "" not in names


async def test_an_edited_caption_is_a_correction(team: World) -> None:
    photo = team.message("小美", "报单 100", kind=EventKind.FILE)
    await team.receive(photo)
    edit = replace(photo, text="报单 150", kind=EventKind.EDIT, revision="1")
    assert "150" in (await team.receive(edit))[0]


async def test_answers_in_a_line_leave_together(team: World) -> None:
    team.platform.can = replace(team.platform.can, gathers=2)
    team.platform.broken.append(failing(retry_after=0.05))
    messages = [team.message("小美", f"报单 {n}00") for n in (1, 2, 3)]
    said = await team.receive(*messages)
    assert sum(text.count("✅") for text in said) == 3
    assert len(said) < 3


async def test_old_messages_of_a_group_that_moved_are_its_own(team: World) -> None:
    await team.say("小美", "报单 100")
    await team.say("小美", "-100g1", kind=EventKind.MOVED)
    new = replace(GROUP, id="-100g1")
    for n in range(3):
        await team.say("小美", f"报单 {200 + n}")
        await team.say("小美", f"报单 {300 + n}", chat=new)
    assert await team.count(Team) == 1
    assert "1,606" in (await team.say("老王", "排行", chat=new))[0]


async def test_a_group_moved_by_a_failed_send_keeps_its_backlog(team: World) -> None:
    team.platform.broken += [failing(moved_to="-100g1")] * 3
    backlog = [team.message("小美", f"报单 {200 + n}") for n in range(5)]
    await team.receive(*backlog[:2])
    await team.receive(*backlog[2:])
    await team.say("小美", "-100g1", kind=EventKind.MOVED)
    await team.say("小美", "报单 500", chat=replace(GROUP, id="-100g1"))
    assert await team.count(Team) == 1
    assert team.platform.sent[-1].chat.id == "-100g1"


async def test_an_owner_code_claims_a_group_after_a_new_login(team: World) -> None:
    team.also("wechat", "bot1")
    await team.receive(on_wechat(team, "小王", "报单 100"))
    await team.app.declare(on_wechat(team, "小王", ""), "owner")
    code = await team.app.database.write(
        lambda db: codes.create_owner_code(db, 2, team.clock.now())
    )
    team.also("wechat", "bot2")

    async def say(who: str, text: str) -> list[str]:
        return await team.receive(on_wechat(team, who, text, login="bot2"))

    assert "owner-code" in (await say("小王", "在吗"))[0]
    assert "不对、用过了" in (await say("小王", "群主 AAAA-BBBB"))[0]
    assert "小王是群主" in (await say("小王", f"群主 {code}"))[0]
    assert "本月 300" in (await say("小王", "报单 200"))[0]


async def test_a_number_in_another_chat_is_no_answer(team: World) -> None:
    await team.say("阿芳", "报单 精华")
    assert await team.private("阿芳", "1") == []
    assert await team.count(Sale) == 0


async def test_two_of_one_name_book_for_themselves(team: World) -> None:
    other = Sender("id-2", "小美")
    await team.say("小美", "大家好", sender=other)
    assert "小美 77.00" in (await team.say("小美", "报单 77"))[0]
    assert "小美 78.00" in (await team.say("小美", "报单 78", sender=other))[0]


async def test_whoever_brings_a_code_joins_a_group_that_nobody_runs(team: World) -> None:
    team.also("wechat", "bot1")
    code = code_in(await team.say("老王", "关联群"))
    assert "并进来了" in (await team.receive(on_wechat(team, "小王", f"关联群 {code}")))[0]
    # Without a code it is a manager's to ask for.
    assert "只有管理" in (await team.say("小美", "/关联群"))[0]


async def test_a_person_bound_in_a_strange_group_is_told_what_that_changes(team: World) -> None:
    team.also("wechat", "bot1")
    await team.receive(on_wechat(team, "小王", "报单 5"))
    code = code_in(await team.private("老王", "绑定"))
    said = await team.receive(on_wechat(team, "老王头", f"绑定 {code}"))
    assert "这个群还是另一个团队" in said[0]


async def test_the_digest_goes_where_the_new_login_can_write(team: World) -> None:
    team.also("wechat", "bot1")
    await team.receive(on_wechat(team, "小王", "报单 5"))
    await team.app.declare(on_wechat(team, "小王", ""), "owner")
    code = code_in(await team.receive(on_wechat(team, "小王", "关联群")))
    team.also("wechat", "bot2")
    await team.app.adopt(team.others[-1])
    await team.receive(on_wechat(team, "小王", f"关联群 {code}", login="bot2"))
    await team.receive(on_wechat(team, "小王", f"关联群 {code}", login="bot2"))
    first = await team.read(lambda db: home_chat(db, 2))
    assert first is None or first != 2


async def test_an_edited_sale_closes_the_question_about_it(team: World) -> None:
    sale = team.message("小美", "报单 398")
    await team.receive(sale)
    await team.receive(replace(sale, text="大家好", kind=EventKind.EDIT, revision="1"))
    asked = len(team.platform.sent)
    await team.receive(replace(sale, text="报单 598", kind=EventKind.EDIT, revision="2"))
    assert "过期" in (await team.press("小美", "~1", asked))[0]


async def test_a_digest_for_the_group_stays_in_its_topic(team: World) -> None:
    await team.say("老王", "推送 日报 21:30 群", chat=replace(GROUP, topic="7"))
    await team.say("小美", "报单 100")
    await team.wait(hours=7)
    groups = [m.chat.topic for m in team.platform.sent if m.chat.is_group and "日报" in m.text]
    assert groups[-1] == "7"
