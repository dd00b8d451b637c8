"""Invitations as programs write them: title, time in any zone, number, link and passcode."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.invitations import read_invitation
from bot.language.meeting_lines import read_meeting
from bot.language.noise import blank_noise
from bot.language.privacy import mask

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = dt.datetime(2025, 6, 18, 15, tzinfo=SHANGHAI)


def local(month: int, day: int, hour: int, minute: int = 0, year: int = 2025) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("2025/11/8 22:00-22:30", local(11, 8, 22), local(11, 8, 22, 30)),
        ("2025/06/20 20:00-21:00 (GMT+08:00) 中国标准时间", local(6, 20, 20), local(6, 20, 21)),
        ("2025年6月20日（周五）20:00 - 21:00 (GMT+8)", local(6, 20, 20), local(6, 20, 21)),
        ("6月20日（星期五）20:00-21:00", local(6, 20, 20), local(6, 20, 21)),
        ("1月5日 20:00", local(1, 5, 20, year=2026), None),
        ("2025年6月20日 08:00 下午 北京，上海", local(6, 20, 20), None),
        ("Jun 20, 2025 08:00 PM Beijing, Shanghai", local(6, 20, 20), None),
        ("Fri, Jun 20, 2025 8:00 PM - 9:00 PM (GMT+9)", local(6, 20, 19), local(6, 20, 20)),
        ("20 June 2025, 12:30 AM", local(6, 20, 0, 30), None),
        ("2025-06-20 23:30-00:30", local(6, 20, 23, 30), local(6, 21, 0, 30)),
        ("2025/06/20 22:00 - 2025/06/21 01:00", local(6, 20, 22), local(6, 21, 1)),
        ("Nov 1, 2025 09:00 PM Eastern Time (US and Canada)", local(11, 2, 9), None),
        ("Nov 3, 2025 09:00 PM Eastern Time (US and Canada)", local(11, 4, 10), None),
    ],
)
def test_the_time_of_an_invitation_is_a_moment(
    line: str, start: dt.datetime, end: dt.datetime | None
) -> None:
    found = read_invitation(f"会议主题:周会\n会议时间:{line}\n#腾讯会议:675-392-234", NOW)
    assert found is not None
    assert found.span is not None
    assert found.span.start == start
    assert found.span.end == end
    assert found.span.recurrence == ""


@pytest.mark.parametrize(
    ("line", "rule", "until"),
    [
        ("2025/06/18-2025/12/31 20:00-21:00, 每周 (周三)", "FREQ=WEEKLY;BYDAY=WE", "2025-12-31"),
        ("2025/06/18-2025/12/31 20:00-21:00, 每天", "FREQ=DAILY", "2025-12-31"),
        (
            "2025/06/18-2025/12/31 9:00-9:15, 每个工作日",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;X-WORKING=1",
            "2025-12-31",
        ),
        (
            "Jun 18, 2025 08:00 PM Beijing\n Every week on Mon, Wed, until Aug 27, 2025, 11 occurrences",
            "FREQ=WEEKLY;BYDAY=MO,WE",
            "2025-08-27",
        ),
        ("2025/06/18 20:00-21:00 每两周", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", None),
        ("2025/06/18 20:00-21:00 每月", "FREQ=MONTHLY;BYMONTHDAY=18", None),
    ],
)
def test_an_invitation_that_recurs_has_its_rule(line: str, rule: str, until: str | None) -> None:
    found = read_invitation(f"会议主题:周会\n会议时间:{line}\n#腾讯会议:675-392-234", NOW)
    assert found is not None
    assert found.span is not None
    assert found.span.recurrence == rule
    last = found.span.until
    assert (last.isoformat() if last is not None else None) == until


def test_many_days_without_a_word_about_repeating_are_no_clear_time() -> None:
    text = "会议主题:周会\n会议时间:2025/06/18-2025/12/31 20:00-21:00\n#腾讯会议:675-392-234"
    found = read_invitation(text, NOW)
    assert found is not None
    assert found.span is None


@pytest.mark.parametrize(
    "text",
    [
        "会议室订了吗", "腾讯会议卡死了", "报单 398", "https://example.com/j/123456789",
        "https://abc.feishu.cn/docx/AbCdEf", "电话 13812345678", "会议主题:周会",
        "zoom 好用吗", "快递单号 SF1234567890",
    ],
)  # fmt: skip
def test_without_a_way_in_there_is_no_invitation(text: str) -> None:
    assert read_invitation(text, NOW) is None


CODES = st.one_of(
    st.from_regex(r"[2-9][0-9]{2}-[0-9]{3}-[0-9]{3}", fullmatch=True),
    st.from_regex(r"[2-9][0-9]{2} [0-9]{3} [0-9]{4}", fullmatch=True),
    st.from_regex(r"[2-9][0-9]{2} [0-9]{4} [0-9]{4}", fullmatch=True),
)
TOKENS = st.from_regex(r"[A-Za-z0-9]{6,20}", fullmatch=True)
LABELS = st.sampled_from(
    ["#腾讯会议:", "会议 ID:", "会议号:", "Meeting ID: ", "#VooV Meeting ID: "]
)
LINKS = st.sampled_from(
    ["https://meeting.tencent.com/dm/", "https://vc.feishu.cn/j/", "https://us02web.zoom.us/j/",
     "https://meeting.dingtalk.com/j/", "https://voovmeeting.com/dm/"]
)  # fmt: skip


@given(label=LABELS, code=CODES, host=LINKS, token=TOKENS, noise=st.booleans())
@settings(max_examples=200, deadline=None)
def test_number_and_link_survive_the_masking_and_are_no_money(
    label: str, code: str, host: str, token: str, noise: bool
) -> None:
    dial = "手机一键拨号入会\n+8675536550000,,675392234# (中国大陆)\n" if noise else ""
    text = f"会议主题:周会\n会议时间:2025/06/20 20:00-21:00\n{host}{token}\n{dial}{label}{code}"
    masked, _ = mask(text)
    found = read_invitation(masked, NOW)
    assert found is not None
    assert (found.link, found.code) == (f"{host}{token}", code)
    assert found.title == "周会"
    assert not any(sign.isdigit() for sign in blank_noise(f"{label.lower()}{code}"))


@pytest.mark.parametrize(
    "text",
    [
        "https://meeting.tencent.com/dm/wxAb12345678", "https://us02web.zoom.us/j/13812345678?pwd=abc",
        "会议号: 021 3456 7890", "会议 ID:021 3456 7890", "Meeting ID: 021 3456 7890",
        "https://vc.feishu.cn/j/010234567890",
    ],
)  # fmt: skip
def test_what_looks_like_an_account_or_a_phone_in_a_way_in_stays(text: str) -> None:
    assert mask(f"进 {text} 电话13812345679")[0] == f"进 {text} 电话•••"


@pytest.mark.parametrize(
    "text",
    ["会议号 13812345678", "腾讯会议 138 1234 5678", "https://example.com/ 13812345678 会议"],
)
def test_a_mobile_number_is_masked_beside_a_meeting_too(text: str) -> None:
    assert "1234" not in mask(text)[0]


@given(text=st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_invitation(f"会议时间:{text} https://zoom.us/j/85012345678", NOW)
    read_meeting(text, NOW)


PARTS = (
    "618冲刺会", "明晚8点", "时长 40分钟", "法定 5", "@阿芳", "主持 @丽姐", "会议号 675-392-234",
    "https://meeting.tencent.com/dm/abc",
)  # fmt: skip


@given(parts=st.permutations(PARTS))
@settings(max_examples=200, deadline=None)
def test_the_parts_of_a_line_may_stand_in_any_order(parts: list[str]) -> None:
    said = read_meeting(" ".join(parts), NOW)
    assert said.due is not None
    assert said.due.start == local(6, 19, 20)
    assert (said.title, said.minutes, said.quorum) == ("618冲刺会", 40, 5)
    assert (said.names, said.lead) == (("阿芳",), "丽姐")
    assert (said.code, said.link) == ("675-392-234", "https://meeting.tencent.com/dm/abc")


@pytest.mark.parametrize(
    ("line", "goal", "title"),
    [
        ("明晚8点 冲刺会 目标:定主推和价格", "定主推和价格", "冲刺会"),
        ("目标:定主推 明晚8点 冲刺会", "定主推", "冲刺会"),
        ("明晚8点 冲刺会 目标:6月25日前定价, 出海报 @阿芳", "6月25日前定价, 出海报", "冲刺会"),
        ("明晚8点 目标:定价 冲刺会", "定价", "冲刺会"),
        (
            "tmr 8pm launch goal: choose product and price duration 40min",
            "choose product and price",
            "launch",
        ),
    ],
)
def test_a_goal_ends_where_the_line_goes_on(line: str, goal: str, title: str) -> None:
    said = read_meeting(line, NOW)
    assert (said.goal, said.title) == (goal, title)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("时长 40分钟", 40), ("时长:1小时", 60), ("时长 1.5小时", 90), ("时长 一个半小时", 90),
        ("时长 半小时", 30), ("duration 90 min", 90), ("duration 2h", 120), ("时长 1小时半", 90),
    ],
)  # fmt: skip
def test_a_length_is_minutes(words: str, minutes: int) -> None:
    assert read_meeting(f"明晚8点 周会 {words}", NOW).minutes == minutes
