"""Minutes in free words: a file of replies and what they hold, and what the file cannot say."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import minutes_score
import pytest
from hypothesis import given
from hypothesis import strategies as st
from minutes_score import half_fits, scored

from bot.language import minutes_clauses, minutes_dates
from bot.language.minutes import Doubt, Minutes, read_minutes
from bot.language.privacy import mask
from bot.language.text import clean

NOW = dt.datetime(2025, 6, 18, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
NAMES = ("小美", "阿芳", "丽姐", "老王", "娜娜")
CONTEXT = "now = '2025-06-18T15:00:00+08:00'\n" + "".join(
    f"[[members]]\nname = '{name}'\n" for name in NAMES
)
CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "minutes_cases.jsonl").read_text("utf-8").splitlines()
]
FRAGMENTS = [
    *NAMES, "@小美", "我", "大家", "其他人", "除老王外", "小周", "财务刘姐", "周五前", "明天", "6月31日", "每天早上9点",
    "海报", "把合同签了", "负责", "交给", "定了", "没定", "改成", "不对", "算了", "要是", "谁", "或者", "和", "跟", "、",
    "1.", "①", "决议:", "【行动】", "目标达成:", "部分", "|", "-", ",", "。", "\n", ":", "(", ")", "✅", "❌", "哈哈", "> ",
    "「小美:", "」\n- - - -\n", "13812345678", "by Fri", "Decisions:", "42单", "?", " ", "——", "9:30", "他", "那就",
]  # fmt: skip


def read(text: str, sender: str = "老王") -> Minutes:
    return read_minutes(mask(clean(text))[0], sender, {name: name for name in NAMES}, NOW)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_reply_holds_what_its_case_says(case: dict[str, Any]) -> None:
    [(score, result)] = scored([case], CONTEXT)
    assert score.wrong + score.invented == [], result


def test_an_action_keeps_its_line_and_its_words_as_they_were_written() -> None:
    found = read("主推套盒\n@小美 周五18点前出３版海报（横版）")
    [action] = found.actions
    assert (action.who, action.what, action.line) == (("小美",), "出３版海报（横版）", 2)
    assert action.due == dt.datetime(2025, 6, 20, 18, tzinfo=NOW.tzinfo)


def test_a_repeated_duty_says_how_often() -> None:
    [action] = read("以后每周五丽姐发周报").actions
    assert (action.due, action.recurrence) == (dt.date(2025, 6, 20), "FREQ=WEEKLY;BYDAY=FR")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("周五前要把价目表改掉", Doubt("nobody", 0)),
        ("让财务刘姐周五前对账", Doubt("stranger", 0, {"name": "财务刘姐"})),
        ("小美或者阿芳周五去拍照", Doubt("either", 0, {"names": "小美、阿芳"})),
        ("@小美 6月31日前交表", Doubt("no_such_day", 0, {"words": "6月31日前"})),
        ("@小美 6月20日(周六)前交表", Doubt("disagree", 0, {"words": "6月20日(周六)前"})),
    ],
)
def test_what_is_unclear_is_a_reason_with_its_values(text: str, doubt: Doubt) -> None:
    assert read(text).unsure == (doubt,)


def test_what_is_clear_is_not_asked() -> None:
    assert read("小美周五前出海报\n全员明天交周报").unsure == ()


def test_aliases_name_the_member_they_belong_to() -> None:
    found = read_minutes("fang 周五出海报", "老王", {"阿芳": "阿芳", "fang": "阿芳"}, NOW)
    assert [action.who for action in found.actions] == [("阿芳",)]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read(text)


# Two numbers written as one are none: masking looks for one that stands alone.
ALONE = (
    st.lists(st.sampled_from(FRAGMENTS), max_size=40)
    .map("".join)
    .filter(lambda text: re.search(r"\d{12}", text) is None)
)


@given(ALONE)
def test_nobody_is_named_who_was_not_and_no_number_is_told(text: str) -> None:
    found = read(text)
    everyone = re.search(r"大家|其他人|除老王外|我", text) is not None
    for action in found.actions:
        assert action.what.strip()
        assert len(set(action.who)) == len(action.who)
        for name in action.who:
            assert name in NAMES
            assert name in text or everyone
    told = [*found.decisions, *found.data, *found.open, *(a.what for a in found.actions)]
    assert not any("13812345678" in words for words in told)
    assert all(doubt.action < len(found.actions) for doubt in found.unsure)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
def test_no_piece_is_a_copy_of_a_long_reply(text: str) -> None:
    found = read(text)
    assert all(len(action.what) <= 80 for action in found.actions)
    assert all(len(piece) <= 230 for piece in (*found.decisions, *found.data, *found.open))


@pytest.mark.parametrize(
    "pattern", ["小美周五,", "好的收到 ", "不对不是", "1.2、", "周五前6/20", "定了", "「小美:", "小美和阿芳、", "ok谢谢大家", "字", "  "]
)  # fmt: skip
def test_long_replies_are_read_in_steps_that_grow_with_their_length(
    pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths: list[int] = []

    def counted(clause_text: str, *rest: Any) -> Any:
        lengths.append(len(clause_text))
        return minutes_dates.named_dates.__wrapped__(clause_text, *rest)

    monkeypatch.setattr(minutes_clauses, "named_dates", counted)
    text = (pattern * 8000)[:2600]
    read(text)
    assert all(length <= 240 for length in lengths)
    # A part of at most 240 signs is cut at most a dozen times, its rest read anew each time.
    assert sum(lengths) <= 26 * len(text)


def test_the_score_knows_a_right_a_half_right_and_an_invented_action() -> None:
    case = {
        "id": "x",
        "text": "",
        "expect": {"actions": [{"who": ["小美"], "what": ["海报|图"], "due": "2025-06-20"}]},
    }
    right = {"who": ["小美"], "what": "出主图", "due": "2025-06-20T18:00"}
    late = {"who": ["小美"], "what": "出海报", "due": None}
    other = {"who": ["阿芳"], "what": "写文案", "due": None}
    nothing = {"decisions": [], "data": [], "open": [], "goal": None, "unsure": []}
    assert minutes_score.score(case, nothing | {"actions": [right]}).full
    half = minutes_score.score(case, nothing | {"actions": [late]})
    assert (half.right, half.invented, half.full) == (0, [], False)
    assert half_fits(late, case["expect"]["actions"][0])
    assert len(minutes_score.score(case, nothing | {"actions": [right, other]}).invented) == 1
    assert len(minutes_score.score(case, nothing | {"actions": [right, right]}).invented) == 1
