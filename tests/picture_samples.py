"""Contents of pictures as teams have them, and as nobody hopes to."""

from bot.core.cards import Picture, t
from bot.core.pictures import (
    BoardRow,
    Course,
    DayBar,
    Fact,
    Side,
    board_picture,
    curve_picture,
    duel_picture,
    report_picture,
    share_of,
)
from models.values import format_short

NAMES = (
    "小美",
    "阿芳",
    "🌸花开富贵🌸",
    "Lily莉莉",
    "老王",
    "欧阳清风明月",
    "小陈👩‍💻",
    "𝓐𝓷𝓷𝓪",
    "大宝",
    "李婳",
    "赵一",
    "钱二",
)
LONGEST = "我是一个名字特别特别特别特别长的好伙伴天天开单月月破万哦"
AMOUNTS = (1234560, 1098000, 887050, 880000, 639900, 512000, 402000, 288800, 128000, 99900, 5000, 0)


def row(rank: int, name: str, amount: int, best: int, orders: int | None = None) -> BoardRow:
    detail = "" if orders is None else f"{orders}单"
    return BoardRow(rank, name, format_short(amount), share_of(amount, best), detail)


def board(names: tuple[str, ...] = NAMES[:10], amounts: tuple[int, ...] = AMOUNTS) -> Picture:
    pairs = list(zip(names, amounts, strict=False))
    rows = [row(n, name, amount, amounts[0], 40 - n) for n, (name, amount) in enumerate(pairs, 1)]
    total = f"团队 {format_short(sum(amount for _, amount in pairs))} 元 / 312 单"
    return board_picture(
        "📊 龙虎榜 · 本月", "6月1日–6月18日 截至 21:30", rows, total=total, note="口径:下单"
    )


def three() -> Picture:
    return board(NAMES[:3])


def fifty() -> Picture:
    amounts = tuple(5_000_000 - n * 98_765 for n in range(50))
    return board(tuple(f"队员{n + 1}号" for n in range(50)), amounts)


def ties() -> Picture:
    ranks = (1, 1, 3, 3, 3, 6, 7, 8, 9, 10, 10, 10, 13)
    amounts = (
        888800,
        888800,
        666600,
        666600,
        666600,
        500000,
        4000,
        3000,
        2000,
        1000,
        1000,
        1000,
        5,
    )
    rows = [
        row(r, f"伙伴{n}", a, 888800, 3)
        for n, (r, a) in enumerate(zip(ranks, amounts, strict=True))
    ]
    return board_picture("龙虎榜 · 今日", "6月18日", rows)


def extremes() -> Picture:
    rows = [
        row(1, LONGEST, 1234567890, 1234567890, 12345),
        row(2, "W" * 30, 999999999, 1234567890, 1),
        row(3, "🎉🎉🎉", 100, 1234567890, 1),
        row(4, "สมชาย", 0, 1234567890, 0),
        row(5, "退单王", -1234567890, 1234567890, 2),
    ]
    return board_picture(
        "龙虎榜 · 一个特别特别特别特别长的榜单名字放不下",
        "累计",
        rows,
        total="团队 12,345,678.90 元 / 12,345 单",
    )


def report() -> Picture:
    values = (812300, 640000, 0, 1120000, 905500, 730000, 1286640)
    days = [
        DayBar(d, v, d == "今天")
        for d, v in zip(
            ("周四", "周五", "周六", "周日", "周一", "周二", "今天"), values, strict=True
        )
    ]
    return report_picture(
        "🔥 今日战报",
        "6月18日 周三 · 截至 21:30",
        Fact("团队今日", "12,866.40 元"),
        facts=[
            Fact("成交", "38 单"),
            Fact("比昨天", "+76%", 1),
            Fact("开单人数", "9/12", 0),
            Fact("新客", "11"),
            Fact("复购", "6", -1),
            Fact("客单价", "338.59"),
        ],
        best=[row(n + 1, NAMES[n], AMOUNTS[n] // 4, AMOUNTS[0] // 4, 9 - n) for n in range(3)],
        days=days,
        note="复购按老客再次下单计",
    )


def month() -> Picture:
    days = [DayBar(f"{n}", (n * 7919) % 1000 * 1000, n == 18) for n in range(1, 31)]
    return report_picture(
        "6月战报",
        "6月1日–6月30日",
        Fact("团队本月", "12,345,678.90 元"),
        facts=[Fact("成交", "12,345 单"), Fact("比上月", "-8%", -1)],
        days=days,
    )


def nothing() -> Picture:
    return report_picture(
        "今日战报", "6月18日 周三", Fact("团队今日", "0 元"), facts=[Fact("成交", "0 单")]
    )


def curve(*, behind: bool = False) -> Picture:
    done, so_far = [], 0
    for n in range(18):
        so_far += (0 if n % 7 == 5 else 120_000 + (n * 7919 % 13) * 9_000) // (3 if behind else 1)
        done.append(so_far)
    high = 4_650_000 // (3 if behind else 1)
    return curve_picture(
        "🎯 目标 · 小美 6月",
        "G4 · 6月1日–6月30日",
        Course(3_000_000, tuple(done), 30, high * 3 // 4, high),
        target="目标 30,000 元",
        labels=("6月1日", "6月30日"),
        facts=[
            Fact("已完成", format_short(done[-1])),
            Fact("完成率", f"{done[-1] * 100 // 3_000_000}%", 0 if behind else 1),
            Fact("每工作日还要", "1,050"),
        ],
        note=t("picture-rest", count=3),
    )


def first_day() -> Picture:
    return curve_picture(
        "目标 · 团队 6月",
        "刚开始",
        Course(30_000_00, (), 30),
        target="目标 30,000",
        labels=("6月1日", "6月30日"),
    )


def sides(*, members: bool = True) -> tuple[Side, Side]:
    best = (("小美", "12,345.60"), ("🌸花开富贵", "8,870"), (LONGEST, "6,399"))
    other = (("老王", "9,800"), ("大宝", "9,100"))
    return (
        Side("红队", "38,690.60", 10_000, "完成率 86%", best if members else (), is_ahead=True),
        Side("蓝队", "31,200", 8_064, "完成率 71%", other if members else ()),
    )


def duel() -> Picture:
    return duel_picture(
        "⚔️ PK3 · 红队 vs 蓝队",
        "6月16日–6月20日 · 按完成率",
        sides(),
        ends="还剩 2 天 · 6月20日 16:00 截止",
        note="封榜最后一天 · 奖:奶茶",
    )


def one_to_one() -> Picture:
    left, right = (
        Side(LONGEST, "12,345,678.90", 10_000, "101 单", is_ahead=True),
        Side("阿芳", "-20", 0, "0 单"),
    )
    return duel_picture("PK7", "今日", (left, right), ends="今晚 21:30 见分晓")


def blind() -> Picture:
    return duel_picture(
        "PK3 · 红队 vs 蓝队", "6月16日–6月20日", sides(), is_blind=True, ends="明天 16:00 揭晓"
    )


def several(*, is_blind: bool = False) -> Picture:
    found = (
        *sides(),
        Side("西南片区超级无敌战狼先锋队", "12,000", 3_100, "完成率 40%", (("李婳", "12,000"),)),
        Side("新人队", "0", 0, "完成率 0%"),
    )
    return duel_picture(
        "PK4 · 四队大战", "6月16日–6月20日 · 按金额", found, is_blind=is_blind, ends="还剩 2 天"
    )


ALL = {
    "board": board(),
    "three": three(),
    "fifty": fifty(),
    "ties": ties(),
    "extremes": extremes(),
    "report": report(),
    "month": month(),
    "nothing": nothing(),
    "curve": curve(),
    "curve_behind": curve(behind=True),
    "first_day": first_day(),
    "duel": duel(),
    "one_to_one": one_to_one(),
    "blind": blind(),
    "several": several(),
    "several_blind": several(is_blind=True),
}
