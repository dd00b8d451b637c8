"""What people write about skills, wishes and needs, and what is only talk."""

import pytest

from handlers.matching.words import Said, read_levels, read_needs, read_wishes

WEEKEND = frozenset({5, 6})


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("文案3 数据1", [("文案", 3), ("数据", 1)]),
        ("文案3,数据1级", [("文案", 3), ("数据", 1)]),
        ("文案 3", [("文案", 3)]),
        ("文案:4", [("文案", 4)]),
        ("PPT4", [("ppt", 4)]),
        ("文案", [("文案", None)]),
        ("文案12", [("文案", 12)]),
        ("满100减20", None),
        ("3", None),
        ("涨到3倍", None),
        ("", None),
    ],
)
def test_skills_are_read_with_their_levels(line: str, found: object) -> None:
    assert read_levels(line.split()) == found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("文案", Said(likes=("文案",), is_plain=True)),
        ("不接 直播", Said(dislikes=("直播",))),
        ("不接直播和短视频", Said(dislikes=("直播", "短视频"))),
        ("周末不行", Said(off=WEEKEND)),
        ("周六、周日不行", Said(off=WEEKEND)),
        ("周三周四休息", Said(off=frozenset({2, 3}))),
        ("周日可以", Said(on=frozenset({6}))),
        ("一天最多3个", Said(capacity=3)),
        ("最多两个", Said(capacity=2)),
        ("喜欢 海报 文案", Said(likes=("海报", "文案"))),
        ("not live, weekends off, max 3", Said(dislikes=("live",), off=WEEKEND, capacity=3)),
        ("周六", None),
        ("客户喜欢什么颜色我们就发什么颜色", None),
        ("", None),
    ],
)
def test_wishes_are_read_clause_by_clause(line: str, said: Said | None) -> None:
    assert read_wishes(line) == said


@pytest.mark.parametrize(
    ("text", "needs", "rest"),
    [
        ("618海报 需要 文案2", {"文案": 2}, "618海报"),
        ("618海报需要文案2数据1", {"文案": 2, "数据": 1}, "618海报"),
        ("出3版 需要 文案", {"文案": 1}, "出3版"),
        ("poster needs copy2", {"copy": 2}, "poster"),
        ("搬货 需要 2个人", {}, "搬货 需要 2个人"),
        ("搬货 需要 大家配合", {}, "搬货 需要 大家配合"),
        ("海报 需要 图片3张", {}, "海报 需要 图片3张"),
        ("海报", {}, "海报"),
    ],
)
def test_needs_are_taken_out_of_the_text(text: str, needs: dict[str, int], rest: str) -> None:
    found, left = read_needs(text, frozenset({"文案"}))
    assert (dict(found), left) == (needs, rest)
