"""Dialog files are played through a bot as the design says."""

import datetime as dt
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from fake_host import FakeHost, World

from bot.core.cards import T
from bot.core.clock import Clock
from bot.core.events import EventKind, Quote
from bot.core.i18n import Catalog
from bot.core.ports import Platform
from bot.platforms.dialog import Options, replay
from bot.platforms.dialog_file import parse
from bot.platforms.dialog_record import Outcome
from bot.platforms.dialog_report import check_report, json_lines, transcript
from bot.platforms.dialog_steps import Look

Play = Callable[..., Awaitable[Outcome]]
LOCALES = Path(__file__).parents[2] / "bot" / "locales"


def chinese(words: T) -> str:
    return Catalog(LOCALES).text(words, "zh-CN")


def said(outcome: Outcome) -> list[str]:
    return [output.text for output in outcome.outputs]


# -- people and places


async def test_who_speaks_unnamed_is_a_member(play: Play, world: World) -> None:
    await play(
        "@member 老王 owner", "[08:30] 老王: 早", "[08:31] 小美 (私聊): 早", "[08:32] 小美: 早"
    )
    assert world.declared == [
        ("冲刺群", "老王", "owner", "Asia/Shanghai"),
        ("冲刺群", "小美", "member", "Asia/Shanghai"),
    ]
    group, private = world.received[0].chat, world.received[1].chat
    assert (group.is_group, group.title) == (True, "冲刺群")
    assert not private.is_group
    assert private.id == world.received[1].sender.id == world.received[2].sender.id


async def test_each_group_has_its_own_roles(play: Play, world: World) -> None:
    await play(
        "[08:30] 小美: 早", "@group 二群", "[08:31] 小美: 早", "@group 冲刺群", "[08:32] 小美: 早"
    )
    assert [(group, who) for group, who, *_ in world.declared] == [
        ("冲刺群", "小美"),
        ("二群", "小美"),
    ]
    first, second, third = (incoming.chat.id for incoming in world.received)
    assert first == third != second


async def test_a_private_word_makes_nobody_a_member_of_another_group(
    play: Play, world: World
) -> None:
    await play(
        "[08:30] 小美: 早", "@group 二群", "[08:31] 小美 (私聊): 早", "[08:32] 新人 (私聊): 早"
    )
    assert [(group, who) for group, who, *_ in world.declared] == [
        ("冲刺群", "小美"),
        ("二群", "新人"),
    ]


async def test_a_new_name_keeps_the_person(play: Play, world: World) -> None:
    await play("[08:30] 小美: 早", "@rename 小美 美美", "[08:31] 美美: 早", "[08:32] 小美: 早")
    first, renamed, second, namesake = world.received
    assert renamed.kind is EventKind.RENAME
    assert (renamed.sender.name, renamed.text) == ("美美", "美美")
    assert first.sender.id == renamed.sender.id == second.sender.id
    assert namesake.sender.id != first.sender.id


async def test_two_people_may_have_one_name(play: Play, world: World) -> None:
    await play("[08:30] 阿芳: 早", "[08:30] 小美: 早", "@rename 小美 阿芳", "[08:31] 小美: 早")
    assert [incoming.sender.name for incoming in world.received] == ["阿芳", "小美", "阿芳", "阿芳"]
    assert world.received[3].sender.id == world.received[1].sender.id


async def test_joining_and_leaving(play: Play, world: World) -> None:
    await play("@join 新人", "[08:30] 新人: 早", "@leave 新人", "[08:31] 新人 (私聊): 我的")
    kinds = [incoming.kind for incoming in world.received]
    assert kinds == [EventKind.JOIN, EventKind.TEXT, EventKind.LEAVE, EventKind.TEXT]
    assert world.declared == []


# -- what a line does


async def test_lines_carry_stable_ids_and_their_time(play: Play, world: World) -> None:
    await play("[08:30] 小美: 第一行⏎第二行")
    (incoming,) = world.received
    assert (incoming.platform, incoming.account, incoming.message_id) == ("dialog", "dialog", "L1")
    assert incoming.text == "第一行\n第二行"
    assert incoming.sent_at == dt.datetime(2025, 6, 18, 0, 30, tzinfo=dt.UTC)


async def test_quotes(play: Play, world: World) -> None:
    await play("[08:30] 小美: 报单 384", "[08:31] 阿芳 >1: 收到", "[08:32] 阿芳 >#1: 报单 384")
    assert world.received[1].quote == Quote("B1", "小队长", "✅ #S1 小美 384\n今日 384")
    assert world.received[2].quote == Quote("L1", "小美", "报单 384")


async def test_a_private_answer_is_quoted_in_private(play: Play, world: World) -> None:
    await play("[08:30] 小美 (私聊): 报单 384", "[08:31] 小美 >1: 纪要", "[08:32] 小美 !1.1")
    assert [incoming.chat.is_group for incoming in world.received] == [False, False, False]


async def test_a_press_sends_its_command_line(play: Play, world: World) -> None:
    outcome = await play("[08:30] 小美: 报单 384", "[08:36] 小美 !1.1", "< 已撤销")
    press = world.received[1]
    assert (press.kind, press.text, press.message_id) == (EventKind.PRESS, "撤销 #S1", "L2")
    assert press.quote == Quote("B1", "小队长", "✅ #S1 小美 384\n今日 384")
    assert outcome.outputs[1].edits == 1


async def test_an_edit_and_a_recall_name_their_message(play: Play, world: World) -> None:
    await play(
        "[08:30] 小美: 报单 384",
        "[08:40] 小美 ~1: 报单 512",
        "[08:41] 阿芳 >#1: 看",
        "[08:42] 小美 -1",
    )
    _, edit, quoting, recall = world.received
    assert (edit.kind, edit.message_id, edit.revision, edit.text) == (
        EventKind.EDIT,
        "L1",
        "L2",
        "报单 512",
    )
    assert quoting.quote == Quote("L1", "小美", "报单 512")
    assert (recall.kind, recall.message_id, recall.text) == (EventKind.RECALL, "L1", "")


async def test_a_file_is_sent_with_its_words(play: Play, world: World, tmp_path: Path) -> None:
    (tmp_path / "海报.png").write_bytes(b"12345")
    await play("[08:42] 小美 +海报.png: 收录 #618")
    (incoming,) = world.received
    (attachment,) = incoming.attachments
    assert (incoming.kind, incoming.text) == (EventKind.FILE, "收录 #618")
    assert (attachment.reference, attachment.name, attachment.size) == (
        str(tmp_path / "海报.png"),
        "海报.png",
        5,
    )


# -- time and the process

DIGEST = "[08:30] 老王: 推送 2025-06-18T21:30+08:00"


async def test_scheduled_work_fires_at_its_own_moment(play: Play) -> None:
    outcome = await play(DIGEST, "@until 21:31", "< 日报 0 单", "!< 补发")
    (output,) = outcome.outputs
    assert output.at.isoformat() == "2025-06-18T21:30:00+08:00"
    assert output.after is None
    assert not outcome.failures


async def test_what_must_not_be_said_is_looked_for_while_time_passes(play: Play) -> None:
    outcome = await play(DIGEST, "@until 21:31", "!< 日报")
    assert [failure.reason for failure in outcome.failures] == ["it was said"]


async def test_scheduled_work_fires_before_a_later_line(play: Play) -> None:
    outcome = await play(DIGEST, "[22:00] 小美: 报单 398", "< 日报", "< ✅ #S1", "!< 日报")
    assert said(outcome)[0] == "日报 0 单"
    assert not outcome.failures


async def test_a_restart_is_a_kill_and_a_start(play: Play, world: World) -> None:
    outcome = await play("[08:30] 小美: 报单 1", "@restart", "[08:31] 小美: 报单 2", "< #S2")
    assert world.log == ["start", "kill", "start", "stop"]
    assert [output.number for output in outcome.outputs] == [1, 2]
    assert not outcome.failures


async def test_what_is_written_while_the_bot_is_off_reaches_it_late(
    play: Play, world: World
) -> None:
    outcome = await play(
        "[08:30] 老王: 推送 2025-06-18T11:00+08:00",
        "@offline 12:00",
        "[10:00] 小美: 报单 384",
        "!< ✅",
        "[10:30] 新人: 早",
        "@until 12:30",
        "< ✅ #S1 小美 384",
        "< 日报 1 单 补发",
    )
    assert not outcome.failures
    sale, digest = outcome.outputs
    assert world.received[1].sent_at.isoformat() == "2025-06-18T02:00:00+00:00"
    assert (sale.at.hour, sale.after, digest.after) == (12, 2, None)
    assert world.log == ["start", "kill", "start", "stop"]


async def test_the_bot_comes_back_at_the_end_of_the_file(play: Play) -> None:
    outcome = await play("@offline 12:00", "[10:00] 小美: 报单 384")
    assert said(outcome) == ["✅ #S1 小美 384\n今日 384"]


async def test_work_that_stays_due_is_an_error(play: Play, world: World) -> None:
    world.digest_at = dt.datetime(2025, 6, 18, 1, tzinfo=dt.UTC)
    with pytest.raises(RuntimeError, match="stays due at 2025-06-18T01:00"):
        await play("@until 12:00")
    assert world.log[-1] == "kill"


# -- expectations


@pytest.mark.parametrize(
    ("expectation", "reason"),
    [
        ("< ✅ #S2", "it was not said"),
        (r"< /今日\s+385$/", "it was not said"),
        ("!< 今日", "it was said"),
        ("< 今日\n< ✅ #S1", "it was said, but before what line 4 expects"),
    ],
)
async def test_what_does_not_come_true_is_shown(play: Play, expectation: str, reason: str) -> None:
    outcome = await play("[08:30] 小美: 报单 384", *expectation.split("\n"))
    (failure,) = outcome.failures
    assert failure.reason == reason
    report = check_report(outcome)
    assert f"a.dialog:{failure.line}: expected {failure.expected}: {reason}\n" in report
    assert (
        "  output 1 08:30 group:冲刺群\n    ✅ #S1 小美 384\n    今日 384\n    [撤销]\n" in report
    )


async def test_what_comes_true_is_counted(play: Play) -> None:
    outcome = await play(
        "[08:30] 小美: 报单 384", "< ✅ #S1", r"< /^今日\s*384$/", "< 撤销", "!< 已撤销"
    )
    assert check_report(outcome).endswith("a.dialog: 4 of 4 expectations hold, 1 outputs\n")


async def test_an_expectation_looks_only_at_its_own_step(play: Play) -> None:
    outcome = await play("[08:30] 小美: 报单 384", "[08:31] 小美: 早", "< ✅", "!< ✅")
    assert [failure.reason for failure in outcome.failures] == ["nothing was said"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[08:36] 小美 !1.2", "output 1 with a button 2; it has 1 撤销"),
        ("[08:36] 小美 !7.1", "an output 7; the bot has said 1 so far"),
        ("[08:36] 小美 >7: 看", "an output 7"),
    ],
)
async def test_what_cannot_be_played_is_a_failure(play: Play, line: str, problem: str) -> None:
    outcome = await play("[08:30] 小美: 报单 384", line, "[08:37] 小美: 报单 5", "< #S2")
    (failure,) = outcome.failures
    assert (failure.line, problem in failure.expected) == (4, True)


# -- reports


async def test_json_has_one_object_for_each_output(play: Play) -> None:
    outcome = await play("[08:30] 小美 (私聊): 报单 384", "[08:36] 小美 !1.1")
    first, second = map(json.loads, json_lines(outcome).splitlines())
    assert first == {
        "n": 1,
        "at": "2025-06-18T08:30:00+08:00",
        "to": "private:小美",
        "text": "✅ #S1 小美 384\n今日 384",
        "buttons": ["撤销"],
        "picture": None,
        "file": None,
        "edits": None,
        "after": 1,
    }
    assert (second["edits"], second["after"]) == (1, 2)


async def test_a_transcript_reads_like_the_chat(play: Play) -> None:
    outcome = await play(
        "[08:30] 小美: 报单 384",
        "[08:31] 阿芳 >1: 厉害",
        "[08:32] 小美 -1",
        "[08:33] 小美 (私聊): 报单 5",
        "[00:10] 小美 ~1: 早",
    )
    assert transcript(outcome, chinese) == (
        "── 冲刺群 2025-06-18 ──\n"
        "08:30  小美           报单 384\n"
        "08:30  小队长         ✅ #S1 小美 384\n"
        "                      今日 384\n"
        "08:31  阿芳           「✅ #S1 小美 384」 厉害\n"
        "08:32  小美           [撤回了「报单 384」]\n"
        "08:32  小队长         要撤销吗?\n"
        "                      1 是 2 不是\n"
        "08:33  小美 → 小队长  报单 5\n"
        "08:33  小队长 → 小美  ✅ #S2 小美 5\n"
        "                      今日 5\n"
        "\n"
        "── 冲刺群 2025-06-19 ──\n"
        "00:10  小美           [把「报单 384」改为] 早\n"
    )


async def test_other_looks_change_only_the_rendering(world: World, tmp_path: Path) -> None:
    seen: list[Platform] = []

    def factory(clock: Clock, platform: Platform) -> FakeHost:
        seen.append(platform)
        return FakeHost(world, clock, platform)

    script = parse("@group 冲刺群 telegram\n[08:30] 小美: 报单 384", tmp_path / "a.dialog")
    await replay(script, factory, Options())
    await replay(script, factory, Options(look=Look.WECHAT))
    assert [platform.can.markup for platform in seen] == ["telegram", "plain"]
    assert [platform.can.edit for platform in seen] == [True, False]
