"""Lines that set a contest, their clauses in any order."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.contest_days import read_days
from bot.language.contests import read_contest

NOW = dt.datetime(2025, 6, 18, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = NOW.date()
CLAUSES = {
    "6/19-6/23": {"days": ((6, 19), (6, 23))},
    "按完成率": {"measure": (("completion", 100),)},
    "封榜最后1天": {"blind_days": 1},
    "截止16:00": {"cutoff": 960},
    "奖:奶茶": {"prizes": ((1, 1, "奶茶"),)},
    "先到先赢": {"tie": "first"},
    "补报不算": {"late": False},
    "保底1000": {"minimum": (1000_00, "")},
    "战况17:30": {"news": 1050},
    "默认参加": {"opt_out": True},
}


def read(line: str) -> dict[str, Any]:
    wish = read_contest(line, NOW, TODAY)
    found = {name: getattr(wish, name) for name in wish.__slots__}
    days = found["days"]
    if days is not None:
        found["days"] = (
            (days.first.month, days.first.day), (days.last.month, days.last.day)
        )  # fmt: skip
    return found


@given(st.permutations([*CLAUSES, "@阿芳 vs @小美"]), st.integers(0, len(CLAUSES)))
def test_clauses_are_read_in_any_order(parts: list[str], left_out: int) -> None:
    parts = [part for n, part in enumerate(parts) if n != left_out or "vs" in part]
    found = read(" ".join(parts))
    assert found["problem"] is None
    assert [[word.text for word in side] for side in found["sides"]] == [["阿芳"], ["小美"]]
    for part in parts:
        for name, value in CLAUSES.get(part, {}).items():
            assert found[name] == value, part


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("先到10单 全员", {"form": "first", "goal": (10, "orders"), "everybody": True}),
        ("先到 5万", {"form": "first", "goal": (50_000_00, "")}),
        ("先到5个新客", {"form": "first", "goal": (5, "new")}),
        ("阶梯 3000/5000/8000", {"form": "steps", "steps": (3000_00, 5000_00, 8000_00)}),
        ("阶梯 3/5单", {"form": "steps", "steps": (3, 5), "unit": "orders"}),
        ("按 金额60 新客40", {"measure": (("amount", 60), ("new", 40))}),
        ("按金额60%+单数40%", {"measure": (("amount", 60), ("orders", 40))}),
        ("接力 每棒2天", {"form": "relay", "leg_days": 2}),
        ("随机分3队", {"draw": True, "parts": 3}),
        ("随机平分", {"draw": True}),
        ("封榜最后2小时", {"blind_hours": 2, "blind_days": 0}),
        ("最后两天封榜", {"blind_days": 2}),
        ("每天截止16:30", {"cutoff": 990, "daily": True}),
        ("下午 截止4点半", {"cutoff": 270}),
        ("奖:前3名 50元红包", {"prizes": ((1, 3, "50元红包"),)}),
        ("奖:第1名 奶茶 第2名 糖", {"prizes": ((1, 1, "奶茶"), (2, 2, "糖"))}),
        ("奖:奶茶/咖啡/蛋糕", {"prizes": ((1, 1, "奶茶"), (2, 2, "咖啡"), (3, 3, "蛋糕"))}),
        ("前3名奖奶茶", {"prizes": ((1, 3, "奶茶"),)}),
        ("冠军 奖:奶茶", {"prizes": ((1, 1, "奶茶"),)}),
        ("按好评", {"problem": ("measure", "好评")}),
        ("按拉新 今天", {"problem": ("forbidden", "拉新")}),
        ("比囤货", {"problem": ("forbidden", "囤货")}),
        ("奖:对方业绩10%", {"problem": ("prize", "对方业绩10%")}),
        ("奖:直推奖88", {"problem": ("prize", "直推奖88")}),
        ("截止24:30", {"problem": ("clock", "截止24:30")}),
        ("按 金额60 新客50", {"problem": ("weights", "110")}),
        ("按 金额60 业绩40", {"problem": ("twice", "金额60 业绩40")}),
        ("先到1.5单", {"problem": ("figure", "1.5")}),
    ],
)
def test_a_clause_says(line: str, expected: dict[str, Any]) -> None:
    found = read(line)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("line", "first", "last", "problem"),
    [
        ("今天", (6, 18), (6, 18), ""),
        ("明天到周日", (6, 19), (6, 22), ""),
        ("本周", (6, 18), (6, 22), ""),
        ("下周", (6, 23), (6, 29), ""),
        ("本月", (6, 18), (6, 30), ""),
        ("下月", (7, 1), (7, 31), ""),
        ("6.19-25", (6, 19), (6, 25), ""),
        ("6月28日-7月2日", (6, 28), (7, 2), ""),
        ("到6/20", (6, 18), (6, 20), ""),
        ("周五", (6, 20), (6, 20), ""),
        ("3天", (6, 18), (6, 20), ""),
        ("6/16-6/20", (6, 16), (6, 20), "begun"),
        ("6/10-6/12", (6, 10), (6, 12), "past"),
        ("6/25-6/20", (6, 25), (6, 20), "backwards"),
        ("2/30-3/1", (6, 18), (6, 18), "unclear"),
    ],
)
def test_days(line: str, first: tuple[int, int], last: tuple[int, int], problem: str) -> None:
    found = read_days(f"@阿芳 vs @小美 {line} 随便", NOW, TODAY)
    assert found is not None
    assert ((found.first.month, found.first.day), (found.last.month, found.last.day)) == (
        first, last,
    )  # fmt: skip
    assert found.problem == problem


def test_sides_stand_in_rows_too() -> None:
    found = read("6/19-6/21\n红队 @阿芳 @小美\n蓝队:老王、丽姐")
    assert [[word.text for word in side] for side in found["sides"]] == [
        ["红队", "阿芳", "小美"], ["蓝队", "老王", "丽姐"],
    ]  # fmt: skip


@given(st.text(max_size=40))
def test_no_line_makes_the_reader_fail(line: str) -> None:
    read_contest(line, NOW, TODAY)
