"""Dialog files are read as written, and a mistake is named by its line."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.platforms.dialog_file import parse, read
from bot.platforms.dialog_steps import (
    Act,
    Change,
    Declare,
    DialogError,
    Expected,
    Look,
    Move,
    Offline,
    OpenGroup,
    Restart,
    Say,
    Script,
    Step,
    Wait,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")


def script(*lines: str, path: Path = Path("a.dialog")) -> Script:
    return parse("\n".join(lines), path)


def steps(*lines: str, path: Path = Path("a.dialog")) -> tuple[Step | Expected, ...]:
    return script("@now 2025-06-18 08:00 Asia/Shanghai", "@group 冲刺群", *lines, path=path).steps[
        1:
    ]


def said(line: str) -> Say:
    """The last chat line after two others."""
    *_, last = steps("[08:01] 阿芳: 甲", "[08:02] 阿芳: 乙", line)
    assert isinstance(last, Say)
    return last


def at(time: str) -> dt.datetime:
    return dt.datetime.fromisoformat(time).replace(tzinfo=SHANGHAI)


def test_the_head_of_a_file() -> None:
    read_script = script(
        "# a comment", "", "@now 2025-06-18 08:00 America/New_York", "@group 冲刺群 wechat"
    )
    assert read_script.start.isoformat() == "2025-06-18T08:00:00-04:00"
    assert read_script.zone.key == "America/New_York"
    assert read_script.steps == (OpenGroup(4, read_script.start, "冲刺群", Look.WECHAT),)


def test_a_file_without_a_start_means_the_same_every_day() -> None:
    assert script("[08:30] 小美: 报单 398").start == at("2025-06-18 00:00")


def test_people_and_roles() -> None:
    first, second, third = steps(
        "@member 老王 owner", "@member Li Lei lead", "@member 李姐 shadow  # not in the group"
    )
    now = at("2025-06-18 08:00")
    assert first == Declare(3, now, "老王", "owner")
    assert second == Declare(4, now, "Li Lei", "lead")
    assert third == Declare(5, now, "李姐", "shadow")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("[08:30] 小美: 报单 面膜3盒x128", {"text": "报单 面膜3盒x128"}),
        ("[8:30]小美：报单: 398", {"text": "报单: 398"}),
        ("【08：30】 小美　: 报单 398", {"text": "报单 398"}),
        ("[08:30] 小美:", {"text": ""}),
        ("[08:30] 小美 (私聊): 我的", {"text": "我的", "private": True}),
        ("[08:30] 小美（私聊）：我的", {"text": "我的", "private": True}),
        ("[08:30] 小美 >2: 纪要:1.主推", {"text": "纪要:1.主推", "quoted_output": 2}),
        ("[08:30] 小美 ＞＃1: 报单", {"text": "报单", "quoted_line": 1}),
        ("[08:30] 小美 !1.2", {"act": Act.PRESS, "target": 1, "button": 2}),
        (
            "[08:30] 小美 (私聊) ！1.1",
            {"act": Act.PRESS, "target": 1, "button": 1, "private": True},
        ),
        ("[08:30] 小美 ~1: 报单 4", {"act": Act.EDIT, "target": 1, "text": "报单 4"}),
        ("[08:30] 小美 -1", {"act": Act.RECALL, "target": 1}),
        ("[08:30] 小美: 第一行⏎第二行", {"text": "第一行\n第二行"}),
    ],
)
def test_chat_lines(line: str, wanted: dict[str, object]) -> None:
    plain = {"text": "", "private": False, "act": Act.TEXT, "target": 0, "button": 0}
    plain |= {"quoted_output": None, "quoted_line": None, "name": "小美", "number": 3}
    step = said(line)
    assert step.at == at("2025-06-18 08:30")
    assert {name: getattr(step, name) for name in plain} == plain | wanted


def test_a_file_lies_beside_the_dialog(tmp_path: Path) -> None:
    (tmp_path / "海报.png").write_bytes(b"png")
    *_, step = steps("[08:42] 小美 +海报.png: 收录 #618", path=tmp_path / "a.dialog")
    assert isinstance(step, Say)
    assert (step.act, step.file, step.text) == (Act.FILE, tmp_path / "海报.png", "收录 #618")


def test_time_goes_on_into_the_next_day() -> None:
    moments = [
        step.at
        for step in steps(
            "[23:59] 小美: 甲",
            "[00:10] 小美: 乙",
            "[00:10:30] 小美: 丙",
            "@until 00:05",
            "@until 2025-06-25 09:00",
        )
        if isinstance(step, Step)
    ]
    assert moments == [
        at("2025-06-18 23:59"),
        at("2025-06-19 00:10"),
        at("2025-06-19 00:10:30"),
        at("2025-06-20 00:05"),
        at("2025-06-25 09:00"),
    ]


def test_directives() -> None:
    now, noon = at("2025-06-18 08:00"), at("2025-06-18 12:00")
    assert steps("@join 新人 · @leave 小美 · @rename 小美 美美", "@restart", "@offline 12:00") == (
        Move(3, now, Change.JOIN, "新人"),
        Move(3, now, Change.LEAVE, "小美"),
        Move(3, now, Change.RENAME, "小美", "美美"),
        Restart(4, now),
        Offline(5, now, noon),
    )
    # Being off does not move the time: what is written next happens in between.
    *_, between = steps("@offline 12:00", "[10:00] 小美: 报单 398")
    assert isinstance(between, Say)
    assert between.at == at("2025-06-18 10:00")
    assert steps("@until 21:31") == (Wait(3, at("2025-06-18 21:31")),)


def test_expectations() -> None:
    _, words, pattern, absent, slash = steps(
        "[08:30] 小美: 报单", "< ✅ #S1", r"</今日\s*384/", "！＜ 撤销了", "< /帮助"
    )
    assert words == Expected(4, "✅ #S1")
    assert pattern == Expected(5, r"今日\s*384", is_regex=True)
    assert absent == Expected(6, "撤销了", is_absent=True)
    assert slash == Expected(7, "/帮助")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("小美: 报单 398", "not a chat line"),
        ("[8点] 小美: 报单", "«8点» is not a time"),
        ("[25:00] 小美: 报单", "there is no time 25:00"),
        ("[08:30] 报单", "expected a colon after the name"),
        ("[08:30] : 报单", "expected a name"),
        ("[08:30] 小美 >x: 报单", "«>x» is no quote"),
        ("[08:30] 小美 !1: 报单", "«!1» is no quote"),
        ("[08:30] 小美 !1.1: 报单", "a press has no text"),
        ("[08:30] 小美 ~1 -1: 报单", "one thing"),
        ("[08:30] 小美 ~9: 报单", "no chat line 9"),
        ("[08:30] 小美 >#1: 报单", "no chat line 1 before"),
        ("[08:30] 小美 +nothing.png:", "no file nothing.png"),
        ("@unitl 21:31", "did you mean @until?"),
        ("@member 老王 boss", "there is no role boss, only owner"),
        ("@until", "@until is written otherwise"),
        ("@until 2025-06-01 09:00", "time does not go back from 2025-06-18 08:00"),
        ("@until 21:99", "there is no time 21:99"),
        ("@rename 小美", "@rename is written otherwise; for example: @rename 小美 美美"),
        ("@restart now", "@restart is written otherwise"),
        ("@now 2025-06-18 08:00 Asia/Nowhere", "there is no time zone Asia/Nowhere"),
        ("@now 2025-13-18 08:00", "is not a time"),
        ("<", "expected the words"),
        ("< /(/", "not a regular expression"),
    ],
)
def test_a_mistake_is_named_by_line(line: str, problem: str) -> None:
    with pytest.raises(DialogError) as error:
        steps(line)
    assert str(error.value).startswith("a.dialog:3: ")
    assert problem in str(error.value)
    assert "; for example: " in str(error.value)


def test_the_clock_starts_once() -> None:
    with pytest.raises(DialogError, match="before the first chat line"):
        steps("[08:30] 小美: 报单", "@now 2025-06-19 08:00")


def test_an_expectation_needs_something_before_it() -> None:
    with pytest.raises(DialogError, match=r"a\.dialog:1: an expectation follows"):
        script("< ✅")


def test_files_from_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.dialog"
    path.write_bytes("\ufeff# 早会\r\n[08:30] 小美: 报单 398\r\n".encode())
    (step,) = read(path).steps
    assert isinstance(step, Say)
    assert step.text == "报单 398"


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(DialogError, match=r"none\.dialog: cannot be read"):
        read(tmp_path / "none.dialog")
    (tmp_path / "gbk.dialog").write_bytes("[08:30] 小美: 报单".encode("gbk"))
    with pytest.raises(DialogError, match=r"gbk\.dialog: is not UTF-8"):
        read(tmp_path / "gbk.dialog")
