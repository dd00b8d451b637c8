"""The console through a pipe, and at a real terminal."""

import asyncio
import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest
from fake_host import FakeHost, World

from bot.core.clock import SystemClock
from bot.core.events import Chat, Incoming
from bot.core.i18n import Catalog
from bot.core.ports import Document, Message, SendFailed
from bot.platforms.console import ConsolePlatform, Streams
from bot.platforms.console_lines import Declared, Spoken, Switched, read_piped, read_typed

ROOT = Path(__file__).parents[2]
CATALOG = Catalog(ROOT / "bot" / "locales")


class Session:
    """One run of the console on given input."""

    def __init__(self, world: World, source: int) -> None:
        self.out, self.err = io.StringIO(), io.StringIO()
        clock = SystemClock()
        self.console = ConsolePlatform(
            lambda words: CATALOG.text(words, "zh-CN"),
            clock,
            streams=Streams(source, self.out, self.err),
        )
        self.host = FakeHost(world, clock, self.console)
        self.console.attach(self.host)
        self.batches: list[int] = []
        self.answered = asyncio.Event()

    async def receive(self, batch: Sequence[Incoming]) -> None:
        self.batches.append(len(batch))
        await self.host.receive(batch)
        self.answered.set()

    async def run(self) -> None:
        await self.console.run(self.receive)


async def piped(world: World, text: str, tmp_path: Path) -> Session:
    """Run the console on a file of these lines."""
    path = tmp_path / "input.txt"
    path.write_text(text, encoding="utf-8")
    source = os.open(path, os.O_RDONLY)
    try:
        session = Session(world, source)
        await session.run()
    finally:
        os.close(source)
    return session


# -- through a pipe


async def test_lines_are_answered_in_their_order(world: World, tmp_path: Path) -> None:
    session = await piped(world, "小美: 报单 384\n阿芳：报单 398\n小美: 早\n", tmp_path)
    assert session.out.getvalue() == (
        "小队长\n  ✅ #S1 小美 384\n  今日 384\n小队长\n  ✅ #S2 阿芳 398\n  今日 398\n"
    )
    assert session.err.getvalue() == ""
    assert session.batches == [3]
    assert world.log == ["open"]


async def test_private_answers_name_the_reader(world: World, tmp_path: Path) -> None:
    session = await piped(world, "小美 (私聊): 报单 5\n", tmp_path)
    assert session.out.getvalue().startswith("小队长 → 小美\n")
    (incoming,) = world.received
    assert (incoming.chat.is_group, incoming.chat.id) == (False, incoming.sender.id)


async def test_roles_take_effect_between_their_lines(world: World, tmp_path: Path) -> None:
    text = "小美: 早\n@member 老王 owner\n老王: 早\n@group 二群\n老王: 早\n"
    session = await piped(world, text, tmp_path)
    assert session.batches == [1, 2]
    assert world.declared == [("冲刺群", "老王", "owner", "")]
    assert [incoming.chat.title for incoming in world.received] == ["冲刺群", "冲刺群", "二群"]


async def test_a_line_without_a_name_is_named_and_skipped(world: World, tmp_path: Path) -> None:
    session = await piped(world, "\n报单 398\n: 报单\n小美: 报单 1\n", tmp_path)
    assert session.err.getvalue() == (
        "第 2 行没有名字,跳过了。写成「名字: 文字」就好。\n"
        "第 3 行没有名字,跳过了。写成「名字: 文字」就好。\n"
    )
    assert world.sales == 1


async def test_the_same_lines_of_one_session_have_the_same_ids(
    world: World, tmp_path: Path
) -> None:
    await piped(world, "小美: 报单 1\n小美: 报单 1\n", tmp_path)
    await piped(world, "小美: 报单 1\n小美: 报单 2\n", tmp_path)
    first, second, again, other = (incoming.message_id for incoming in world.received)
    assert first == again
    assert len({first, second, other}) == 3
    assert all(message_id.startswith("s1:") for message_id in (first, second, other))


async def test_bytes_that_are_no_text_do_not_stop_it(world: World, tmp_path: Path) -> None:
    source, feed = os.pipe()
    os.write(feed, b"\xef\xbb\xbf\xe5\xb0\x8f: \xff\xfe\x00\r\n")
    os.close(feed)
    await Session(world, source).run()
    os.close(source)
    (incoming,) = world.received
    assert (incoming.sender.name, incoming.text) == ("小", "\ufffd\ufffd\x00")


async def test_waiting_for_input_does_not_hold_up_the_loop(world: World) -> None:
    source, feed = os.pipe()
    session = Session(world, source)
    running = asyncio.create_task(session.run())
    os.write(feed, "小美: 报单 1\n小美: 报".encode())
    async with asyncio.timeout(5):
        await session.answered.wait()
    os.write(feed, "单 2".encode())
    os.close(feed)
    await running
    os.close(source)
    assert world.sales == 2


def console_in(folder: Path | None) -> tuple[ConsolePlatform, io.StringIO]:
    out = io.StringIO()
    console = ConsolePlatform(
        lambda words: CATALOG.text(words, "zh-CN"),
        SystemClock(),
        folder=folder,
        streams=Streams(0, out, out),
    )
    return console, out


async def test_a_file_is_kept_beside_the_database_and_its_place_named(tmp_path: Path) -> None:
    console, out = console_in(tmp_path)
    group = Chat("console", is_group=True, title="冲刺群")
    for data in (b"old", b"BEGIN:VCALENDAR"):
        await console.send(Message(group, "📎 日历", document=Document("冲刺群.ics", data)))
    kept = tmp_path / "files" / "冲刺群.ics"
    assert kept.read_bytes() == b"BEGIN:VCALENDAR"
    assert out.getvalue().endswith(f"小队长\n  📎 日历\n  📎 存到 {kept}\n")


async def test_a_picture_is_kept_and_the_words_are_printed(tmp_path: Path) -> None:
    console, out = console_in(tmp_path)
    group = Chat("console", is_group=True, title="冲刺群")
    await console.send(Message(group, "📊 排行", picture=Document("board.png", b"png")))
    kept = tmp_path / "files" / "board.png"
    assert kept.read_bytes() == b"png"
    assert out.getvalue() == f"小队长\n  📊 排行\n  📎 存到 {kept}\n"


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "..", ""])
def test_no_name_of_a_file_leads_out_of_its_folder(tmp_path: Path, name: str) -> None:
    console, _ = console_in(tmp_path)
    group = Chat("console", is_group=True, title="冲刺群")
    asyncio.run(console.send(Message(group, "", document=Document(name, b"x"))))
    assert {path.name for path in tmp_path.rglob("*")} <= {"files", "evil", "file"}
    assert not (tmp_path.parent / "evil").exists()


async def test_a_file_that_cannot_be_kept_is_said_so(tmp_path: Path) -> None:
    group = Chat("console", is_group=True, title="冲刺群")
    (tmp_path / "files").write_text("in the way")
    for folder, words in ((tmp_path, "存不下来"), (None, "📎 a.csv(1 字节)")):
        console, out = console_in(folder)
        await console.send(Message(group, "表", document=Document("a.csv", b"1")))
        assert words in out.getvalue()


async def test_a_console_needs_a_bot(world: World) -> None:
    console = ConsolePlatform(lambda words: words.key, SystemClock())
    with pytest.raises(RuntimeError, match="not attached"):
        await console.run(FakeHost(world, SystemClock(), console).receive)


async def test_a_terminal_that_is_gone_is_not_tried_again(world: World) -> None:
    session = Session(world, 0)
    session.out.close()
    with pytest.raises(SendFailed) as failure:
        await session.console.send(Message(Chat("console", is_group=True), "早"))
    assert failure.value.permanent


# -- what is typed


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("报单 398", Spoken("报单 398")),
        ("@小美", Spoken("", "小美")),
        ("@小美 报单⏎398", Spoken("报单\n398", "小美")),
        ("@小美 (私聊) 我的", Spoken("我的", "小美", private=True)),
        (">2: 收到", Spoken("收到", quoted=2)),
        ("@小美 >2 收到", Spoken("收到", "小美", quoted=2)),
        ("@member 老王 owner", Declared("老王", "owner")),
        ("@group 二群", Switched("二群")),
        ("  ", None),
    ],
)
def test_typed_lines(line: str, meaning: object) -> None:
    assert read_typed(line) == meaning


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("小美: 报单 398", Spoken("报单 398", "小美")),
        ("小美：a: b", Spoken("a: b", "小美")),
        (r"小美: 一\n二⏎三", Spoken("一\n二\n三", "小美")),
        ("@小美: 早", Spoken("早", "小美")),
        ("小美(私聊):早", Spoken("早", "小美", private=True)),
        ("@member Li Lei lead", Declared("Li Lei", "lead")),
        ("报单 398", None),
        ("", None),
    ],
)
def test_piped_lines(line: str, meaning: object) -> None:
    assert read_piped(line) == meaning


# -- at a terminal


def shows(child: pexpect.spawn, pattern: str) -> None:
    """Wait for the words, answering as a terminal would where its cursor is."""
    while child.expect([pattern, r"\x1b\[6n"]) == 1:
        child.send("\x1b[1;1R")


def test_a_group_talks_at_one_terminal(tmp_path: Path) -> None:
    history = tmp_path / "console-history"
    program = str(Path(__file__).with_name("console_program.py"))
    child = pexpect.spawn(
        sys.executable,
        [program, "zh-CN", str(tmp_path)],
        env=os.environ | {"TERM": "xterm", "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
        timeout=20,
        dimensions=(40, 120),
    )
    shows(child, "像在微信群里一样说话")
    shows(child, "老王 · 群主 · 冲刺群")
    child.sendline("报单 398")
    shows(child, r"小队长 \(1\)\s+✅ #S1 老王 398")
    child.sendline("@小美 报单 384")
    shows(child, r"小队长 \(2\)\s+✅ #S2 小美 384")
    shows(child, "小美 · 成员 · 冲刺群")
    child.sendline("@member 小美 lead")
    shows(child, "小美 现在是团长")
    child.sendline("@老王 >9: 收到")
    shows(child, "还没有第 9 条回答")
    child.sendline("/quit")
    shows(child, pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "报单 398" in history.read_text(encoding="utf-8")


def test_a_pipe_does_not_import_the_prompt() -> None:
    program = "import sys, bot.platforms.console; sys.exit('prompt_toolkit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
