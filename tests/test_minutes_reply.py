"""Minutes: no line is lost on the way from a reply to what is posted, whoever else writes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from task_world import NOW, Cast, opened
from world import World

from bot.core.events import EventKind, Quote
from handlers.minutes.docx_file import docx_file
from handlers.minutes.reading import is_about_minutes, is_talk
from handlers.minutes.steps import read_step
from models import meetings, minutes, minutes_finding, minutes_posting, search, task_dates, tasks
from models.base import Base
from models.db import Db
from models.errors import Refusal
from models.meeting_tables import Meeting, MeetingNote, Minutes
from models.minutes_lines import ACTION, DATA, DECISION, KINDS, OPEN, Line, difference, rebased
from models.task_tables import Task

# -- what is said


@pytest.mark.parametrize(
    "text",
    [
        "收到",
        "好的!",
        "👍",
        "OK",
        "谁来写?",
        "几点开?",
        "我会到的",
        "我晚到10分钟",
        "搞定了",
        "同意",
        "T31 完成",
        "#S2 作废",
        "写得真清楚",
    ],
)
def test_talk_under_a_card_is_no_minutes(text: str) -> None:
    assert is_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "618主推套盒",
        "1.主推套盒 2.不打折",
        "阿芳周五前出文案",
        "决议:好",
        "库存还剩200盒",
        "收到了工厂的报价,定1180",
    ],
)
def test_a_line_for_the_minutes_is_no_talk(text: str) -> None:
    assert not is_talk(text)


def test_words_about_minutes_are_told_from_minutes() -> None:
    assert all(
        is_about_minutes(text) for text in ("谁写", "我晚点发", "还没写", "好了吗", "麻烦整理一下")
    )
    assert not any(
        is_about_minutes(text) for text in ("价格", "618主推套盒", "1.不打折", "@阿芳 周五出文案")
    )


def test_steps_are_read_with_their_numbers_and_words() -> None:
    found = read_step("改 M12 2 @阿芳 周六")
    assert found is not None
    assert (found.verb, found.meeting, found.lines, found.words) == (
        "amend",
        12,
        (2,),
        "@阿芳 周六",
    )
    struck = read_step("删3、5 7")
    assert struck is not None
    assert struck.lines == (3, 5, 7)


@pytest.mark.parametrize(
    "text",
    [
        "确认一下",
        "改2月排班",
        "改2:30开会",
        "改天",
        "改3点",
        "删了",
        "加油",
        "加 我微信",
        "加班",
        "放弃治疗",
        "改2",
        "找回了",
    ],
)
def test_ordinary_words_are_no_steps(text: str) -> None:
    assert read_step(text) is None


# -- versions as values


def numbered(lines: list[Line], first: int) -> list[Line]:
    return [replace(line, id=first + n, n=n + 1) for n, line in enumerate(lines)]


def line(kind: str, words: str, **more: Any) -> Line:
    return Line(kind, words, said=words, **more)


edits = st.lists(st.sampled_from(["keep", "change", "strike"]), min_size=4, max_size=4)


@given(mine=edits, theirs=edits, fresh=st.integers(0, 3), added=st.integers(0, 3))
def test_a_draft_on_another_version_loses_no_line_of_either(
    mine: list[str], theirs: list[str], fresh: int, added: int
) -> None:
    base = numbered([line(DECISION, f"base {n}") for n in range(4)], 100)
    newest = numbered(
        [
            replace(
                each, prior_id=each.id, words=f"theirs {each.n}" if what == "change" else each.words
            )
            for each, what in zip(base, theirs, strict=True)
            if what != "strike"
        ]
        + [line(OPEN, f"added {n}") for n in range(added)],
        200,
    )
    draft = numbered(
        [
            replace(
                each,
                prior_id=each.id,
                words=f"mine {each.n}" if what == "change" else each.words,
                is_gone=what == "strike",
            )
            for each, what in zip(base, mine, strict=True)
        ]
        + [line(DATA, f"fresh {n}") for n in range(fresh)],
        300,
    )
    said = {each.words for each in rebased(base, draft, newest) if not each.is_gone}
    assert {f"added {n}" for n in range(added)} <= said
    assert {f"fresh {n}" for n in range(fresh)} <= said
    for each, own, other in zip(base, mine, theirs, strict=True):
        if own == "change":
            assert f"mine {each.n}" in said
        elif other == "change":
            assert f"theirs {each.n}" in said
        elif "strike" in (own, other):
            assert each.words not in said
        else:
            assert each.words in said


def test_a_difference_names_what_is_changed_new_and_gone() -> None:
    before = numbered([line(DECISION, "a"), line(ACTION, "b"), line(DATA, "c")], 1)
    after = [
        replace(before[0], prior_id=1, id=11),
        replace(before[1], prior_id=2, id=12, people=(7,)),
        line(OPEN, "d", id=13, n=4),
    ]
    found = difference(before, after)
    assert [now.words for _, now in found.changed] == ["b"]
    assert [each.words for each in found.added] == ["d"]
    assert [each.words for each in found.removed] == ["c"]


# -- drafts in the database


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    with opened(tmp_path_factory.mktemp("minutes")) as database:
        yield Cast(database)


def meeting_in(cast: Cast, **values: Any) -> int:
    def work(db: Db) -> int:
        row = minutes.held(db, cast.team, "618冲刺会", cast.doer("老板"))
        for name, value in values.items():
            setattr(row, name, value)
        db.flush()
        return row.id

    return cast.run(work)


def begun(db: Db, cast: Cast, meeting_id: int, who: str) -> Minutes:
    return minutes.begin(db, db.session.get_one(Meeting, meeting_id), cast.doer(who))


def added(cast: Cast, meeting_id: int, who: str, *new: Line) -> int:
    def work(db: Db) -> int:
        row = begun(db, cast, meeting_id, who)
        minutes.add(db, row, new, words="words", goal=None, at=cast.at)
        return row.id

    return cast.run(work)


def posted(cast: Cast, draft_id: int, who: str) -> minutes_posting.Posting:
    def work(db: Db) -> minutes_posting.Posting:
        row = db.session.get_one(Minutes, draft_id)
        meeting = db.session.get_one(Meeting, row.meeting_id)
        return minutes_posting.confirm(db, cast.team, meeting, row, doer=cast.doer(who))

    return cast.run(work)


step = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(KINDS), st.integers(0, 9)),
    st.tuples(st.just("amend"), st.integers(1, 9), st.integers(0, 9)),
    st.tuples(st.just("strike"), st.integers(1, 9), st.just(0)),
    st.tuples(st.just("restore"), st.integers(1, 9), st.just(0)),
    st.tuples(st.just("post"), st.just(0), st.just(0)),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(step, max_size=12))
def test_no_line_is_lost_under_any_order_of_steps(
    cast: Cast, steps: list[tuple[str, Any, int]]
) -> None:
    meeting_id = meeting_in(cast)
    # What must stand: by number, the words and whether they stand; None before a draft is begun.
    wanted: dict[int, tuple[str, str, bool]] = {}
    made = 0

    def draft(db: Db) -> Minutes:
        return begun(db, cast, meeting_id, "老板")

    for verb, first, second in [*steps, ("post", 0, 0)]:
        if verb == "add":
            made += 1
            words = f"{second} {made}"
            number = max(wanted, default=0) + 1
            cast.run(
                lambda db, k=first, w=words: minutes.add(
                    db, draft(db), [line(k, w)], words=w, goal=None, at=cast.at
                )
            )
            wanted[number] = (first, words, True)
        elif verb == "amend" and wanted.get(first, ("", "", False))[2]:
            made += 1
            words = f"changed {made}"
            kind = wanted[first][0]
            cast.run(
                lambda db, n=first, w=words: minutes.amend(
                    db, draft(db), replace(minutes.pick(db, draft(db), n), words=w), cast.at
                )
            )
            wanted[first] = (kind, words, True)
        elif verb in ("strike", "restore"):
            back = verb == "restore"
            if first in wanted and wanted[first][2] is not back:
                cast.run(
                    lambda db, n=first, b=back: minutes.strike(db, draft(db), [n], cast.at, back=b)
                )
                wanted[first] = (*wanted[first][:2], back)
            else:
                with pytest.raises(Refusal):
                    cast.run(
                        lambda db, n=first, b=back: minutes.strike(
                            db, draft(db), [n], cast.at, back=b
                        )
                    )
        elif verb == "post":
            standing = [(kind, words) for kind, words, stands in wanted.values() if stands]
            draft_id = cast.run(lambda db: draft(db).id)
            try:
                posting = posted(cast, draft_id, "老板")
            except Refusal:
                # Nothing to post, or nothing new: the draft stays as it is.
                found = cast.run(lambda db: minutes.lines(db, draft(db)))
                kept = [(each.kind, each.words) for each in found if not each.is_gone]
                assert sorted(kept) == sorted(standing)
                continue
            assert sorted((each.kind, each.words) for each in posting.lines) == sorted(standing)
            assert all(
                (each.task_id is not None) == (each.kind == ACTION) for each in posting.lines
            )
            wanted = {each.n: (each.kind, each.words, True) for each in posting.lines}


def test_of_two_who_confirm_one_draft_one_wins(cast: Cast) -> None:
    meeting_id = meeting_in(cast)
    draft = added(cast, meeting_id, "丽姐", line(ACTION, "盘库存"))
    assert posted(cast, draft, "丽姐").row.version == 1
    before = cast.everything()
    with pytest.raises(Refusal, match=r"minutes-draft-gone|minutes-same"):
        posted(cast, draft, "丽姐")
    assert cast.everything() == before


def test_a_second_leads_draft_goes_on_from_the_first_ones(cast: Cast) -> None:
    meeting_id = meeting_in(cast)
    first = added(cast, meeting_id, "丽姐", line(DECISION, "不打折"), line(ACTION, "盘库存"))
    second = added(cast, meeting_id, "老板", line(DECISION, "主推套盒"), line(DECISION, "不打折"))
    posted(cast, first, "丽姐")
    newest = cast.run(lambda db: minutes_posting.rebase(db, db.session.get_one(Minutes, second)))
    assert newest is not None
    posting = posted(cast, second, "老板")
    assert posting.row.version == 2
    assert [each.words for each in posting.lines] == ["不打折", "盘库存", "主推套盒"]
    assert [each.words for each in posting.diff.added] == ["主推套盒"]
    assert not posting.made


def test_tasks_follow_a_later_version_and_keep_their_history(cast: Cast) -> None:
    meeting_id = meeting_in(cast)
    friday, saturday = cast.day("2025-06-20"), cast.day("2025-06-21")
    fang, wang = cast.ids("阿芳", "小王")
    draft = added(
        cast,
        meeting_id,
        "老板",
        line(ACTION, "写文案", people=(fang,), due=friday),
        line(ACTION, "盘库存", people=(wang,), due=friday, recurrence="FREQ=WEEKLY;BYDAY=FR"),
    )
    one, other = posted(cast, draft, "老板").made
    assert (one.owners, one.row.due_day) == ((fang,), friday.day)
    assert one.row.origin.startswith("M")

    def change(db: Db) -> int:
        row = begun(db, cast, meeting_id, "老板")
        first = minutes.pick(db, row, 1)
        minutes.amend(db, row, replace(first, people=(wang,), due=saturday), cast.at)
        minutes.strike(db, row, [2], cast.at, back=False)
        return row.id

    posting = posted(cast, cast.run(change), "老板")
    assert (posting.row.version, posting.made) == (2, ())
    moved, ended = cast.read(one.number), cast.read(other.number)
    assert (moved.owners, moved.row.due_day) == ((wang,), saturday.day)
    assert (ended.row.state, ended.row.recurrence) == ("cancelled", "")


def test_a_version_that_says_nothing_of_a_date_leaves_what_was_moved_by_hand(cast: Cast) -> None:
    meeting_id = meeting_in(cast)
    draft = added(cast, meeting_id, "老板", line(ACTION, "写文案", due=cast.day("2025-06-20")))
    made = posted(cast, draft, "老板").made[0]
    cast.do(task_dates.postpone, "老板", made.number, due=cast.day("2025-06-25"), words="")

    def change(db: Db) -> int:
        row = begun(db, cast, meeting_id, "老板")
        minutes.amend(db, row, replace(minutes.pick(db, row, 1), words="写4版文案"), cast.at)
        return row.id

    posted(cast, cast.run(change), "老板")
    row = cast.read(made.number).row
    assert (row.title, row.due_day) == ("写4版文案", dt.date(2025, 6, 25))


def test_a_date_that_is_over_leaves_the_task_and_says_so(cast: Cast) -> None:
    meeting_id = meeting_in(cast)
    draft = added(cast, meeting_id, "老板", line(ACTION, "写文案", due=cast.day("2025-06-20")))
    made = posted(cast, draft, "老板").made[0]

    def change(db: Db) -> int:
        row = begun(db, cast, meeting_id, "老板")
        first = minutes.pick(db, row, 1)
        minutes.amend(db, row, replace(first, due=cast.day("2025-06-10")), cast.at)
        return row.id

    posting = posted(cast, cast.run(change), "老板")
    assert [(task.number, why) for task, why in posting.unmoved] == [(made.number, "past")]
    assert cast.read(made.number).row.due_day == dt.date(2025, 6, 20)


def test_an_action_that_is_a_task_already_makes_no_second_one(cast: Cast) -> None:
    meeting_id = meeting_in(cast)
    number = cast.make("阿芳", title="写文案")

    def note(db: Db) -> None:
        task = tasks.find(db, cast.team.id, number)
        db.session.add(
            MeetingNote(
                meeting_id=meeting_id, kind="action", words="写文案", task_id=task.id,
                people=f"[{cast.people['阿芳'].id}]", by_id=cast.people["老板"].id, at=NOW,
            )
        )  # fmt: skip

    cast.run(note)
    before = cast.numbers()
    draft = cast.run(lambda db: begun(db, cast, meeting_id, "老板").id)
    posting = posted(cast, draft, "老板")
    assert cast.numbers() == before
    assert [each.words for each in posting.lines] == ["写文案"]


def test_a_cancelled_meeting_needs_no_minutes(cast: Cast) -> None:
    meeting_id = meeting_in(cast, state=meetings.CANCELLED)
    with pytest.raises(Refusal, match="minutes-cancelled"):
        added(cast, meeting_id, "老板", line(DECISION, "不打折"))


def test_words_of_another_team_are_never_found(cast: Cast) -> None:
    other = cast.team.id + 1
    cast.run(
        lambda db: search.keep(
            db, cast.team.id, "minutes", 9001, words=f"team{other} 眼霜打折", at=NOW
        )
    )
    find = minutes_finding.search.find
    mine = cast.run(lambda db: find(db, cast.team.id, "眼霜", kinds=("minutes", "comment"), most=9))
    theirs = cast.run(lambda db: find(db, other, "眼霜", kinds=("minutes", "comment"), most=9))
    assert [hit.subject for hit in mine] == [9001]
    assert theirs == []


def test_two_chinese_characters_and_the_beginning_of_an_english_word_are_enough(cast: Cast) -> None:
    cast.run(
        lambda db: search.keep(
            db, cast.team.id, "minutes", 9002, words="双十一 Promotion 预热价", at=NOW
        )
    )

    def found(query: str) -> list[int]:
        look = cast.run(
            lambda db: search.find(db, cast.team.id, query, kinds=("minutes", "comment"), most=9)
        )
        return [hit.subject for hit in look]

    assert found("预热") == found("十一") == found("promo") == found("promotion 预热") == [9002]
    assert found("预价") == found("motion") == []


@given(query=st.text(max_size=80))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_can_be_looked_for(cast: Cast, query: str) -> None:
    found = cast.run(
        lambda db: search.find(db, cast.team.id, query, kinds=("minutes", "comment"), most=3)
    )
    assert len(found) <= 3


# -- in the chat

HEAD = "📅 #M1 618冲刺会 06-18 周三 15:00"


async def world_with_meeting(world: World) -> None:
    await world.declare("老王", "owner")
    await world.declare("老李", "lead")
    await world.declare("阿芳", "member")
    await world.declare("丽姐", "member")
    await world.say("老王", "会议 今天15:30 618冲刺会")
    await world.wait(hours=1)
    await world.say("老王", "开会 M1")


@pytest.fixture
async def world(tmp_path: Path) -> Any:
    async with World(tmp_path / "minutes.db") as found:
        await world_with_meeting(found)
        yield found


def card(world: World) -> int:
    """The output that is the meeting's card, counted from 1."""
    return next(n for n, text in enumerate(world.heard, start=1) if "#M1" in text)


async def test_a_quote_is_known_by_its_id_and_by_its_words(world: World) -> None:
    by_id = await world.say("老王", "1.不打折 2.主推套盒", quote=Quote(f"B{card(world)}"))
    assert "#M1" in by_id[0]
    assert "1. 决议 不打折" in by_id[0]
    by_words = await world.say(
        "老李", "1.主推套盒 2.阿芳周五前出文案", quote=Quote(None, None, HEAD)
    )
    assert "1. 决议 主推套盒" in by_words[0]
    assert "行动 出文案 @阿芳" in by_words[0]


async def test_a_quote_of_a_meeting_that_is_not_the_teams_is_silent(world: World) -> None:
    assert (
        await world.say("老王", "1.主推套盒 2.不打折", quote=Quote(None, None, "📅 #M77 别的会"))
        == []
    )


async def test_8000_characters_are_kept_whole(world: World) -> None:
    text = "纪要 M1 " + "\n".join(f"决议:第{n}条主推套盒{n}号不打折" for n in range(450))
    text = text[:8000]
    answers = await world.say("老王", text)
    assert "共" in answers[0]
    assert len(answers[0].splitlines()) <= 15
    posted_card = await world.say("老王", "确认 M1")
    assert len(posted_card[0].splitlines()) <= 15

    def look(db: Db) -> tuple[str, int]:
        row = db.session.scalars(select(Minutes)).one()
        return row.raw, len(minutes.lines(db, row))

    raw, count = await world.read(look)
    assert raw == text.removeprefix("纪要 M1 ").strip()
    assert count == text.count("\n") + 1
    last = await world.say("老王", "纪要 M1 第99页")
    assert f"{count}. 决议" in last[0]


async def test_a_meeting_that_is_moved_keeps_its_draft(world: World) -> None:
    await world.say("老王", "纪要 M1 1.主推套盒 2.不打折")
    await world.app.database.write(
        lambda db: setattr(
            db.session.scalars(select(Meeting)).one(), "start_at", NOW + dt.timedelta(days=3)
        )
    )
    assert "主推套盒" in (await world.say("老王", "纪要 M1"))[0]
    assert "📋" in (await world.say("老王", "确认"))[0]


async def test_two_confirmations_in_one_moment_post_once(world: World) -> None:
    await world.say("老王", "纪要 M1 阿芳周五前出文案")
    heard = await world.receive(world.message("老王", "确认"), world.message("老王", "确认"))
    assert sum("📋" in text for text in heard) == 1
    assert await world.count(Task) == 1


async def test_two_leads_who_confirm_in_one_moment_keep_both(world: World) -> None:
    await world.say("老王", "纪要 M1 1.主推套盒 2.不打折")
    await world.say("老李", "纪要 M1 阿芳周五前出文案")
    await world.receive(world.message("老王", "确认"), world.message("老李", "确认"))
    heard = await world.say("老李", "确认")
    assert "v2" in heard[0]
    assert "出文案" in heard[0]
    assert "主推套盒" in (await world.say("丽姐", "纪要 M1"))[0]


async def test_a_lead_of_the_meeting_who_leads_nothing_else_writes_its_minutes(
    world: World,
) -> None:
    fang = await world.read(lambda db: _id_of(db, "阿芳"))
    await world.app.database.write(
        lambda db: setattr(db.session.scalars(select(Meeting)).one(), "lead_id", fang)
    )
    assert "草稿" in (await world.say("阿芳", "纪要 M1 1.主推套盒 2.不打折"))[0]
    assert "补充" in (await world.say("丽姐", "纪要 M1 套盒可以再便宜点"))[0]


def _id_of(db: Db, name: str) -> int:
    from models.team import Member

    return db.session.scalars(select(Member.id).where(Member.name == name)).one()


async def test_a_pressed_button_posts_once(world: World) -> None:
    await world.say("老王", "纪要 M1 阿芳周五前出文案")
    output = len(world.heard)
    assert "📋" in (await world.press("老王", "/confirm M1", output))[0]
    assert "已经发了" in (await world.press("老王", "/confirm M1", output))[0]
    assert await world.count(Task) == 1


async def test_a_recall_of_what_is_posted_asks_and_leaves_it(world: World) -> None:
    said = world.message("老王", "纪要 M1 1.主推套盒 2.阿芳周五前出文案")
    await world.receive(said)
    await world.say("老王", "确认")
    asked = await world.receive(replace(said, kind=EventKind.RECALL, text="", revision="r"))
    assert "新版里删吗" in asked[0]
    assert "主推套盒" in (await world.say("老王", "纪要 M1"))[0]


async def test_files_hold_every_line(world: World) -> None:
    await world.say("老王", "纪要 M1 1.主推套盒 2.阿芳周五前出文案 3.预算500")
    await world.say("老王", "确认")
    await world.say("丽姐", "纪要 M1 套盒可以再便宜点")
    await world.say("老王", "纪要 M1 导出")
    files = [message.document for message in world.platform.sent if message.document is not None]
    assert [file.name for file in files] == ["M1_618冲刺会_v1.md", "M1_618冲刺会_v1.docx"]
    text = files[0].data.decode()
    paragraphs = "\n".join(each.text for each in Document(io.BytesIO(files[1].data)).paragraphs)
    for written in (text, paragraphs):
        assert all(
            words in written
            for words in ("主推套盒", "#T1 出文案 @阿芳", "预算500", "丽姐:套盒可以再便宜点")
        )


def test_a_document_takes_signs_that_xml_cannot_hold() -> None:
    data = docx_file("标题\x0b", ["a\x00b"], [("决议", ["行\x1f动"])])
    assert "行动" in "\n".join(each.text for each in Document(io.BytesIO(data)).paragraphs)


def test_the_tables_of_minutes_are_the_models(cast: Cast) -> None:
    assert {"minutes", "minutes_line", "search_text"} <= set(Base.metadata.tables)
