"""The weekly and monthly digest: its length, who is named to whom, and that it can be explained."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import START, World

from bot.kit import Card, Period, PeriodKind, t
from handlers.digests.span_cards import DROPPED, SpanView, span_card, view_of_span
from handlers.digests.standout import standout_lines
from handlers.digests.subjects import Subject, read_subject
from handlers.digests.times import Times, read_times
from handlers.digests.topics import Asked, Topic, read_topic
from handlers.digests.words import ROOM, fitted
from models import sales
from models.db import Db
from models.entries import Item
from models.rosters import Roster, roster
from models.sales import By, NewSale
from models.span_rows import Changes
from models.spans import A_DAY, SpanFigures, Sum
from models.team_work import TaskSpan
from models.teams import team_info

TEAM = 1
TODAY = START.date()
NOW = START.astimezone(dt.UTC)
WEEK = Period.of(PeriodKind.WEEK, TODAY - 7 * A_DAY)
NOBODY = Roster({}, {})


@pytest.fixture
async def team(world: World) -> World:
    await world.declare("老王", "owner")
    for n in range(16):
        await world.declare(f"卖{n}", "member")
        await world.declare(f"闲{n}", "member")

    def write(db: Db) -> None:
        for n in range(16):
            seller = roster(db, TEAM).find(f"卖{n}")
            assert seller is not None
            for weeks in range(6):
                day = WEEK.first - (7 * weeks - n % 5) * A_DAY
                sale = NewSale(
                    seller.id,
                    (100 + n) * (7 - weeks) * 100,
                    1,
                    day,
                    customer=f"客{n}",
                    items=(Item(f"产品{n % 4}", 1 + n),),
                )
                sales.record(db, team_info(db, TEAM), sale, By(seller.id, NOW))

    await world.app.database.write(write)
    return world


def everything(db: Db) -> SpanView:
    """A week in which there is something to tell of everything."""
    view = view_of_span(db, team_info(db, TEAM), WEEK, NOW, without=())
    changed = replace(view.rows, changed=Changes(3, -100), changed_before=Changes(1, 5))
    return replace(
        view,
        rows=changed,
        pending=3,
        mark="late",
        missed=(WEEK.first - 7 * A_DAY,),
        tasks=TaskSpan(3, 2, None, 1),
    )


async def test_a_digest_of_everything_has_fifteen_lines_at_most(team: World) -> None:
    def look(db: Db) -> list[Card]:
        return [span_card(everything(db), is_named=named) for named in (True, False)]

    for card in await team.read(look):
        assert 1 + len(card.lines) + 1 <= 15
        kept = {line.key for line in card.lines}
        assert {"digest-total", "period-comparison", "board-line", "period-openers"} <= kept
        assert {"period-corrected", "period-corrected-before", "digest-pending"} <= kept
        assert "period-missed" in kept


async def test_who_sold_nothing_is_told_to_leads_alone(team: World) -> None:
    (named,) = await team.private("老王", "周报 预览 上周")
    (public,) = await team.say("老王", "周报 预览 上周")
    assert "没开单:闲0" in named
    assert "另有 6 人" in named
    assert "没开单" not in public
    assert "闲" not in public


async def test_a_person_who_is_excluded_is_named_nowhere(team: World) -> None:
    await team.say("老王", "推送 周报 周一9点 群 排除 @卖15 @闲3")
    said = await team.go_to(START.replace(day=23, hour=9))
    digests = [text for text in said if text.startswith("📊")]
    assert digests
    assert all("卖15" not in text and "闲3" not in text for text in digests)


async def test_who_hides_has_no_name_in_it(team: World) -> None:
    await team.say("卖15", "隐身")
    (public,) = await team.say("老王", "周报 预览 上周")
    assert "卖15" not in public
    assert "🥇 匿名" in public


def test_where_there_is_no_room_lines_go_in_order() -> None:
    told = [(name, t(name)) for name in ("total", *reversed(DROPPED), "corrections")]
    kept = [line.key for line in fitted(told, DROPPED)]
    assert len(kept) == ROOM
    assert kept[0] == "total"
    assert kept[-1] == "corrections"
    assert kept[1:-1] == list(reversed(DROPPED))[: ROOM - 2]


# -- what stood out


def figures(*amounts: int, orders: int = 1, is_over: bool = True) -> SpanFigures:
    """A week with those before it, the newest last."""
    *earlier, now = amounts
    sums = tuple(
        Sum(WEEK.first - 7 * n * A_DAY, amount, orders) for n, amount in enumerate(earlier)
    )
    return SpanFigures(
        period=WEEK,
        until=WEEK.last if is_over else WEEK.first,
        amount=now,
        orders=orders,
        before=sums[-1] if sums else None,
        year_before=None,
        averaged=sums,
        days=(),
        places=(),
        sold=1,
        sold_before=1,
        expected=1,
        idle=(),
        newcomers=(),
        progressed=(),
    )


@pytest.mark.parametrize(
    ("found", "is_named", "said"),
    [
        (figures(100, 300, 200, 400), False, "period-highest"),
        (figures(100, 200, 300, 400), False, "period-in-a-row"),
        (figures(400, 300, 200, 100), True, "period-in-a-row"),
        (figures(400, 300, 350, 100), True, "period-lowest"),
        (figures(400, 300, 350, 100), False, None),
        (figures(400, 300, 200, 100), False, None),
        (figures(100, 200, 300, 400, is_over=False), False, None),
        (figures(100, 200), False, None),
        (figures(1000_00, 1000_00, 1500_00, orders=9), False, "period-highest"),
        (figures(1000_00, 1500_00, orders=9), False, "period-order"),
        (figures(1500_00, 1000_00, orders=9), False, None),
        (figures(1500_00, 1000_00, orders=9), True, "period-order"),
    ],
)
def test_what_stood_out_comes_of_the_numbers_and_hurts_nobody_in_public(
    found: SpanFigures, is_named: bool, said: str | None
) -> None:
    lines = standout_lines(found, is_named=is_named)
    assert [line.values["what"].key for _, line in lines] == ([said] if said else [])  # type: ignore[union-attr]


# -- what a question is about


@given(
    st.sampled_from((PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH)),
    st.dates(dt.date(2020, 1, 1), dt.date(2200, 1, 1)),
    st.integers(0, 2**38),
)
def test_a_subject_reads_back_and_fits_into_a_column(
    kind: PeriodKind, day: dt.date, position: int
) -> None:
    subject = Subject(Period.of(kind, day), position)
    assert read_subject(subject.expect.subject) == subject
    assert 0 <= subject.expect.subject < 2**63


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("", Topic.TOTAL),
        ("这么少?", Topic.TOTAL),
        ("新客", Topic.NEW),
        ("老客这么少", Topic.REPEAT),
        ("复购", Topic.REPEAT),
        ("比前一周少", Topic.TREND),
        ("是去年同期的", Topic.TREND),
        ("最好的一天", Topic.BEST_DAY),
        ("最高的那天", Topic.BEST_DAY),
        ("第一次开单", Topic.NEWCOMERS),
        ("开单人数", Topic.OPENERS),
        ("面膜", Topic.PRODUCT),
        ("第2名", Topic.MEMBER),
        ("我第3", Topic.MEMBER),
        ("待确认", Topic.PENDING),
        ("任务", Topic.TASKS),
        ("new customers", Topic.NEW),
        ("best day", Topic.BEST_DAY),
    ],
)
def test_a_question_names_a_number(line: str, topic: Topic) -> None:
    asked = read_topic(line, NOBODY, ["面膜"], 1)
    assert asked is not None
    assert asked.topic is topic


@pytest.mark.parametrize(
    "line",
    [
        "你们都不努力",
        "还没交",
        "任务没写完就下班了",
        "老客都跑了",
        "面膜卖得好",
        "群里没人说话",
        "不发工资",
        "did you say that",
    ],
)
def test_talk_names_none(line: str) -> None:
    assert read_topic(line, NOBODY, ["面膜"], 1) is None


def test_a_product_with_the_name_of_nobody_is_a_product() -> None:
    assert read_topic("精华", NOBODY, ["精华", "精华液"], 1) == Asked(Topic.PRODUCT, product="精华")
    assert read_topic("精华液", NOBODY, ["精华", "精华液"], 1) == Asked(
        Topic.PRODUCT, product="精华液"
    )


# -- when


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("周一9点", Times(PeriodKind.WEEK, 1, 540)),
        ("每周日晚上8点半", Times(PeriodKind.WEEK, 7, 1230)),
        ("星期五 18:00", Times(PeriodKind.WEEK, 5, 1080)),
        ("周三", Times(PeriodKind.WEEK, 3)),
        ("1号9点", Times(PeriodKind.MONTH, 1, 540)),
        ("月底 21:00", Times(PeriodKind.MONTH, 31, 1260)),
        ("最后一天", Times(PeriodKind.MONTH, 31)),
        ("30号", Times(PeriodKind.MONTH, 30)),
        ("晚上9点", Times(None, 0, 1260)),
        ("monday at 9pm", Times(PeriodKind.WEEK, 1, 1260)),
        ("1st 9:00", Times(PeriodKind.MONTH, 1, 540)),
        ("last day 21:00", Times(PeriodKind.MONTH, 31, 1260)),
        ("32号", None),
        ("周八", None),
        ("25:30", None),
        ("明天9点", None),
        ("周一到周五", None),
        ("周一和周三", None),
        ("工作日9点", None),
        ("每两周周一", None),
        ("新品文案", None),
        ("给客户", None),
    ],
)
def test_a_round_is_read_or_is_none(words: str, times: Times | None) -> None:
    assert read_times(words, START) == times
