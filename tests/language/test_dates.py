"""When something is due, as a team says it."""

from __future__ import annotations

import datetime as dt
import json
import random
import re
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from due_cases import PHRASES, SENTENCES
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.due_words import ask, echo
from bot.core.i18n import LANGUAGES, Catalog
from bot.language import dates_patterns
from bot.language.dates import Due, read_due, without
from bot.language.parse import load_context, parse_lines
from bot.language.privacy import mask
from bot.language.text import clean
from bot.mistakes import Mistake
from bot.parsing import parse

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = dt.datetime(2025, 6, 18, 15, tzinfo=SHANGHAI)
CATALOG = Catalog(Path(__file__).parents[2] / "bot" / "locales")
WORDS = [text for text, _ in PHRASES] + [text for text, _, _ in SENTENCES]


def written(due: Due | None) -> str:
    """A date in the notation of the cases."""
    if due is None:
        return ""
    rule = (due.recurrence or "").replace(";X-WORKING=1", "")
    last = f" {rule}" if rule else ""
    if due.ask:
        return f"?{due.ask}{last}"
    span = short(due.start) + (f"..{short(due.end)}" if due.end else "")
    return span + "!" * due.deadline + last


def short(value: dt.date | dt.datetime | None) -> str:
    """A day or time without this year."""
    return value.isoformat()[:16].removeprefix("2025-") if value else ""


@pytest.mark.parametrize(("text", "meaning"), PHRASES)
def test_a_phrase_means_what_a_team_means_by_it(text: str, meaning: str) -> None:
    assert written(read_due(text, NOW)) == meaning


@pytest.mark.parametrize(("text", "words", "meaning"), SENTENCES)
def test_only_the_words_about_the_date_are_taken_from_a_sentence(
    text: str, words: str | None, meaning: str
) -> None:
    due = read_due(text, NOW)
    assert written(due) == meaning
    if words is not None and due is not None:
        assert text[slice(*due.span)] == words


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("出3版文案 周五18点 验收:含价格", "出3版文案 验收:含价格"),
        ("６月２５日前 交海报", "交海报"),
        ("周五交报告 18点前", "交报告"),
        ("画海报,周五前", "画海报"),
        ("画海报⏰ 明天 10点", "画海报⏰"),
        ("5盒面膜(周五)", "5盒面膜"),
        ("第一行 周五\n第二行", "第一行\n第二行"),
    ],
)
def test_a_title_is_cut_clean(text: str, title: str) -> None:
    due = read_due(text, NOW)
    assert due is not None
    assert without(text, due) == title


def test_masking_leaves_dates_alone() -> None:
    changed = [text for text in WORDS if mask(clean(text))[0] != clean(text)]
    assert changed == []


@pytest.mark.parametrize(
    ("now", "text", "meaning"),
    [
        ("2025-06-18T09:00", "10点", "06-18T10:00"),
        ("2025-06-18T09:00", "8点", "06-18T20:00"),
        ("2025-06-18T00:30", "3点", "?ambiguous"),
        ("2025-06-18T23:30", "下班前", "?past"),
        ("2025-06-20T10:00", "周五下午3点", "06-20T15:00"),
        ("2025-06-20T16:00", "周五下午3点", "06-27T15:00"),
        ("2025-06-21T10:00", "周末", "06-21..06-22"),
        ("2025-06-22T10:00", "周末", "06-22"),
        ("2025-12-31T20:00", "明天", "2026-01-01"),
        ("2025-12-31T20:00", "月底", "12-31"),
        ("2025-12-31T20:00", "1号", "2026-01-01"),
        ("2025-01-30T12:00", "一个月后", "02-28"),
        ("2028-02-20T12:00", "2月29日", "2028-02-29"),
        ("2025-10-03T12:00", "节后", "10-09"),
        ("2027-05-10T12:00", "节后", "?vague"),
        ("2026-06-18T12:00", "端午后第一天", "2026-06-22"),
        ("2025-09-26T12:00", "1个工作日内", "09-28!"),
        ("2025-06-18T15:00:40", "15:00", "06-19T15:00"),
        ("2025-06-18T15:00:40", "半小时后", "06-18T15:30"),
    ],
)
def test_the_moment_decides(now: str, text: str, meaning: str) -> None:
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=SHANGHAI)
    assert written(read_due(text, moment)) == meaning


@pytest.mark.parametrize(
    ("now", "text", "start"),
    [
        ("2026-03-07T12:00", "明天 02:30", "2026-03-08T03:00-04:00"),
        ("2026-10-31T12:00", "明天 01:30", "2026-11-01T01:30-04:00"),
        ("2026-03-07T12:00", "24小时后", "2026-03-08T13:00-04:00"),
        ("2026-10-31T12:00", "24小时内", "2026-11-01T11:00-05:00"),
        ("2026-03-08T01:30", "1小时后", "2026-03-08T03:30-04:00"),
    ],
)
def test_clocks_are_changed_in_new_york(now: str, text: str, start: str) -> None:
    due = read_due(
        text, dt.datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("America/New_York"))
    )
    assert due is not None
    assert isinstance(due.start, dt.datetime)
    assert due.start.isoformat(timespec="minutes") == start


ZONES = st.sampled_from(
    ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"]
).map(ZoneInfo)
MOMENTS = st.builds(
    lambda moment, zone: moment.astimezone(zone),
    st.datetimes(
        dt.datetime.fromisoformat("2024-02-01"),
        dt.datetime.fromisoformat("2039-01-01"),
        timezones=st.just(dt.UTC),
    ),
    ZONES,
)


@given(st.sampled_from(WORDS), MOMENTS)
@settings(max_examples=400, deadline=None)
def test_what_is_sure_lies_ahead(text: str, now: dt.datetime) -> None:
    due = read_due(text, now)
    if due is None or due.ask:
        return
    assert due.start is not None
    if isinstance(due.start, dt.datetime):
        assert due.start.astimezone(dt.UTC) >= now.astimezone(dt.UTC).replace(
            second=0, microsecond=0
        )
    else:
        assert due.start >= now.date()


@given(st.sampled_from(WORDS), MOMENTS, st.sampled_from(LANGUAGES))
@settings(max_examples=400, deadline=None)
def test_a_date_that_is_read_back_is_the_same(text: str, now: dt.datetime, language: str) -> None:
    due = read_due(text, now)
    if due is None:
        return
    if due.ask:
        assert CATALOG.text(ask(due, now), language)
        return
    words = CATALOG.text(echo(due, now), language)
    again = read_due(words, now)
    assert again is not None
    assert (again.start, again.end, again.recurrence, again.ask) == (
        due.start, due.end, due.recurrence, "",
    ), words  # fmt: skip
    assert again.span == (0, len(words))


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("周五18点", "06-20 周五 18:00", "Fri 06-20 18:00"),
        ("明年元旦", "2026-01-01 周四", "Thu 2026-01-01"),
        ("周五到周日", "06-20 周五 ~ 06-22 周日", "Fri 06-20 to Sun 06-22"),
        ("明天 19:00-20:30", "06-19 周四 19:00~20:30", "Thu 06-19 19:00 to 20:30"),
        ("逢周五 18点", "每周五 18:00", "every Fri 18:00"),
        ("每月最后一天", "每月最后一天", "last day of every month"),
        ("隔周四", "隔周的周四,06-19 周四起", "every other Thu, from Thu 06-19"),
        ("每周一、三、五", "每周一、周三、周五", "every Mon, Wed, Fri"),
        ("每月第二个周二", "每月第2个周二", "2nd Tue of every month"),
        (
            "每个工作日9点到月底",
            "每个工作日 09:00,到 06-30 周一",
            "every working day 09:00, until Mon 06-30",
        ),
        ("每年国庆", None, None),
    ],
)
def test_words_that_members_read_back(text: str, chinese: str | None, english: str | None) -> None:
    due = read_due(text, NOW)
    assert due is not None
    if chinese is None or english is None:
        assert due.ask
        return
    assert CATALOG.text(echo(due, NOW), "zh-CN") == chinese
    assert CATALOG.text(echo(due, NOW), "en") == english


def test_a_question_names_its_reason_and_its_proposal() -> None:
    due = read_due("next friday", NOW)
    assert due is not None
    assert CATALOG.text(ask(due, NOW), "zh-CN") == "有两种读法。是 06-27 周五 吗?"


PIECES = [
    "今", "明", "后", "天", "周", "每", "月", "日", "号", "点", "半", "前", "到", "一", "五", "十", "底", "第", "最", "个",
    "末", "节", "国庆", "上", "下", "午", "晚", "1", "2", "31", "12", "00", ":", "/", "-", ".", " ", "\n", ",", "(", ")",
    "每周", "小时", "内", "不是", "或", "fri", "every", "next", "end of", "month", "pm", "by", "in", "３", "㏠", "①", "İ",
    "\u200b", "👨‍👩‍👧", "9999", "年", "农历", "初", "工作日", "季度", "过", "再", "万", "at",
]  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map("".join)))
@settings(max_examples=1500, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    due = read_due(text, NOW)
    if due is None:
        return
    assert all(0 <= start < end <= len(text) for start, end in due.spans)
    without(text, due)
    for language in LANGUAGES:
        CATALOG.text(ask(due, NOW) if due.ask else echo(due, NOW), language)
    if not due.ask:
        assert due.start is not None


def test_full_width_text_is_cut_where_it_was_written() -> None:
    text = "㏠ 交海报 ６月２５日前 给我"
    due = read_due("交㌔㌔海报 ６月２５日前 给我", NOW)
    assert due is not None
    assert due.start == dt.date(2025, 6, 25)
    assert without("交㌔㌔海报 ６月２５日前 给我", due) == "交㌔㌔海报 给我"
    assert read_due(text, NOW) is not None


HOSTILE = (
    "明天", "每周", "每周一、", "每月1号、", "1", "20", "一", "12:", "6/", "6.2.", "的", " ", "周五到", "in ", "every ",
    "every mon and ", "1-", "半小时", "1小时", "第一个", "最迟", "(周五)", "过", "月", "a", "end of ", "下", "农历", "大年初", "到",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_eight_kilobytes_of_anything_are_read_at_once(piece: str) -> None:
    read_due("周五", NOW)
    text = (piece * 8192).encode()[:8192].decode(errors="ignore")
    began = time.process_time()
    read_due(text, NOW)
    # A few milliseconds to fifty on an idle core; a pattern that backtracks takes seconds.
    assert time.process_time() - began < 0.5


def test_random_signs_of_dates_are_read_at_once() -> None:
    random_signs = random.Random(37)
    for _ in range(20):
        text = "".join(random_signs.choice(PIECES) for _ in range(3000))
        began = time.process_time()
        read_due(text, NOW)
        assert time.process_time() - began < 0.5


def test_a_flood_of_dates_is_cut() -> None:
    due = read_due("明天" * 400, NOW)
    assert due is not None
    assert due.span[1] - due.span[0] <= 80


def test_no_pattern_ignores_case_over_han_ranges() -> None:
    pattern, _ = dates_patterns._whole()
    assert not pattern.flags & re.IGNORECASE


def test_a_phrase_needs_no_sender(tmp_path: Path) -> None:
    context = tmp_path / "context.toml"
    context.write_text(CONTEXT, encoding="utf-8")
    lines = ['{"id": 1, "text": "周四 9点"}', "", '{"id": 2, "text": "上周四"}']
    results = [json.loads(line) for line in parse(context, lines, "dates")]
    assert [(each["id"], each["due"], each["ask"]) for each in results] == [
        (1, "2025-06-19T09:00", False),
        (2, "2025-06-12", True),
    ]
    with pytest.raises(Mistake, match="text"):
        list(parse(context, ['{"id": 3}'], "dates"))


CONTEXT = 'now = "2025-06-18T15:00:00+08:00"\n'


def test_a_file_of_phrases_is_read_line_by_line() -> None:
    phrases = ["下周四 18:00 前", "每周二", "6/27-6/25", "不急", "周六到周日"]
    lines = [json.dumps({"id": text, "text": text, "tags": []}) for text in phrases]
    results = [json.loads(line) for line in parse_lines(lines, load_context(CONTEXT), "dates")]
    nothing = {"recurrence": None, "ask": False, "end": None}
    assert results == [
        {"id": phrases[0], "due": "2025-06-26T18:00"} | nothing,
        {"id": phrases[1], "due": "2025-06-24"} | nothing | {"recurrence": "FREQ=WEEKLY;BYDAY=TU"},
        {"id": phrases[2], "due": "2025-06-27"} | nothing | {"ask": True},
        {"id": phrases[3], "due": None},
        {"id": phrases[4], "due": "2025-06-21"} | nothing | {"end": "2025-06-22"},
    ]
