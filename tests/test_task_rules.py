"""The rules of tasks, one by one: who may do what when, what is kept, and how it is taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import insert, select, text
from task_world import DAY, HOUR, NOW, Cast, opened

from bot.engine.db import Database
from models import task_dates, task_parts, task_series, task_steps, tasks
from models.db import Db
from models.errors import Refusal
from models.task_changes import history
from models.task_reminders import DAY_BEFORE, HOURS_BEFORE, OVERDUE, UNSEEN
from models.task_tables import Stage, Task, TaskNeed, TaskStay
from models.tasks import NewTask, TaskInfo

MINUTE = dt.timedelta(minutes=1)
WEEKLY = "FREQ=WEEKLY;BYDAY=FR"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with opened(tmp_path_factory.mktemp("rules")) as database:
        yield database


@pytest.fixture
def cast(database: Database) -> Cast:
    return Cast(database)


def verbs(cast: Cast, number: int) -> list[str]:
    """A task's history; what was taken back stands in brackets."""

    def work(db: Db) -> list[str]:
        found = history(db, tasks.find(db, cast.team.id, number))
        return [f"({step.verb})" if step.undone else step.verb for step in found]

    return cast.run(work)


def state(cast: Cast, number: int) -> str:
    return cast.read(number).row.state


def add_items(db: Db, team: object, task: TaskInfo, *rest: Any, **more: Any) -> TaskInfo:
    return task_parts.add_items(db, task, *rest, **more)


def tick(db: Db, team: object, task: TaskInfo, *rest: Any, **more: Any) -> TaskInfo:
    return task_parts.tick(db, task, *rest, **more)


def wait_for(db: Db, team: object, task: TaskInfo, *rest: Any, **more: Any) -> TaskInfo:
    return task_parts.wait_for(db, task, *rest, **more)


def wait_no_more(db: Db, team: object, task: TaskInfo, *rest: Any) -> TaskInfo:
    return task_parts.wait_no_more(db, task, *rest)


def note(db: Db, team: object, task: TaskInfo, *rest: Any, **more: Any) -> None:
    task_parts.note(db, task, *rest, **more)


def end_series(db: Db, team: Any, task: TaskInfo, *rest: Any) -> TaskInfo:
    return task_series.end_series(db, team, task.row, *rest)


# -- making one


def test_a_new_task_keeps_what_was_said(cast: Cast) -> None:
    first = cast.make()
    number = cast.make(
        "阿芳", "小王", "阿芳",
        title="  出3版\n文案 ",
        due=cast.day("2025-06-20"),
        criteria="含价格",
        tags=("大促", "大促", "文案"),
        items=("选图", "写字"),
        after=(first, first),
        needs=(("文案", 4),),
        customer="李姐",
    )  # fmt: skip
    task = cast.read(number)
    assert (first, number) == (1, 2)
    assert (task.row.title, task.row.customer) == ("出3版 文案", "李姐")
    assert task.owners == cast.ids("阿芳", "小王")
    assert task.row.owners == 2
    assert set(task.tags) == {"大促", "文案"}
    assert [item.words for item in task.items] == ["选图", "写字"]
    assert task.waits_for == (first,)
    assert task.row.due_at == dt.datetime(2025, 6, 20, 16, tzinfo=dt.UTC)
    assert task.acceptor == cast.people["丽姐"].id
    assert verbs(cast, number) == ["create"]


@pytest.mark.parametrize("title", ["", " \n　"])
def test_a_task_without_a_title_is_refused(cast: Cast, title: str) -> None:
    with pytest.raises(Refusal, match="task-no-title"):
        cast.make(title=title)
    number = cast.make()
    assert (
        cast.refuse(task_parts.edit, "丽姐", number, **edited(title=title)).key == "task-no-title"
    )
    assert cast.numbers() == [1]


def test_a_title_is_as_long_as_it_may_be_and_no_longer(cast: Cast) -> None:
    number = cast.make(title="长" * 200)
    with pytest.raises(Refusal, match="task-title-long") as caught:
        cast.make(title="长" * 201)
    assert caught.value.values == {"length": 201, "most": 200}
    said = cast.refuse(task_parts.edit, "丽姐", number, **edited(title="长" * 201))
    assert said.key == "task-title-long"
    cast.do(task_parts.edit, "丽姐", number, **edited(title="短 ", customer="客" * 70))
    assert (cast.read(number).row.title, len(cast.read(number).row.customer)) == ("短", 64)


def edited(**values: Any) -> dict[str, Any]:
    """The arguments of an edit."""
    return {"words": "改", "values": values}


def test_a_task_that_waits_for_none_that_is_there_is_not_made(cast: Cast) -> None:
    def work(db: Db) -> None:
        with pytest.raises(Refusal, match="task-not-found"):
            tasks.create(db, cast.team, NewTask("等", after=(99,)), cast.doer("丽姐"))

    # The caller lives on and commits: nothing may be left behind.
    cast.run(work)
    assert cast.numbers() == []
    assert cast.make() == 1


@pytest.mark.parametrize(
    "words", ["'; DROP TABLE task; --", "{0.__class__}", "%s %(x)s", "🧧\u202e\x07"]
)
def test_any_words_are_only_words(cast: Cast, words: str) -> None:
    number = cast.make("阿芳", title=words, items=(words,), tags=(words,), customer=words)
    cast.do(task_steps.block, "阿芳", number, words=words)
    cast.do(note, "阿芳", number, words=words)
    cast.do(task_steps.hand_over, "丽姐", number, to=(cast.people["小王"],))
    task = cast.read(number)
    assert (task.row.title, task.row.blocked, task.row.customer) == (words,) * 3
    assert (task.items[0].words, task.tags) == (words, (words,))
    said = cast.run(
        lambda db: [step.words for step in history(db, tasks.find(db, cast.team.id, number))]
    )
    assert said.count(words) == 2


def test_another_teams_task_is_the_same_as_none(cast: Cast) -> None:
    number = cast.make("阿芳")
    mine = cast.read(number)
    other = Cast(cast.database)

    def work(db: Db) -> None:
        for look in (tasks.require, tasks.find):
            with pytest.raises(Refusal, match="task-not-found") as caught:
                look(db, other.team.id, number)
            assert caught.value.values == {"number": number}
        assert tasks.by_id(db, other.team.id, mine.row.id) is None
        assert tasks.open_of(db, other.team.id, cast.people["阿芳"].id) == []
        assert tasks.by_id(db, cast.team.id, mine.row.id) is not None

    cast.run(work)
    waiting = other.make("阿芳")
    other.make()
    cast.make()
    cast.make()
    assert other.refuse(wait_for, "丽姐", waiting, numbers=(3,)).key == "task-not-found"


# -- who may


@pytest.mark.parametrize(
    ("step", "more", "who"),
    [
        (task_steps.start, {}, "阿芳 丽姐 老板"),
        (task_steps.finish, {}, "阿芳 丽姐 老板"),
        (task_steps.cancel, {}, "丽姐 老板"),
        (task_steps.block, {"words": "缺图"}, "阿芳 丽姐 老板"),
        (add_items, {"words": ("选图",)}, "阿芳 丽姐 老板"),
        (tick, {"numbers": (1,)}, "阿芳 丽姐 老板"),
        (task_parts.edit, {"words": "改", "values": {"title": "新"}}, "丽姐 老板"),
        (wait_for, {"numbers": ()}, "阿芳 丽姐 老板"),
        (wait_no_more, {}, "阿芳 丽姐 老板"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["阿芳", "小王", "丽姐", "老板"])
def test_who_may_do_what(cast: Cast, name: str, step: Any, more: dict[str, Any], who: str) -> None:
    number = cast.make("阿芳", items=("选图",))
    if name in who.split():
        cast.do(step, name, number, **more)
        assert len(verbs(cast, number)) == 2
    else:
        said = cast.refuse(step, name, number, **more)
        assert said.key == "task-not-yours"
        assert "@丽姐" in str(said.values["who"])


def test_who_gave_a_task_may_steer_it_without_being_a_lead(cast: Cast) -> None:
    number = cast.make("阿芳", giver="小王")
    cast.do(task_steps.cancel, "小王", number)
    cast.do(task_steps.reopen, "小王", number)
    assert cast.refuse(task_steps.cancel, "阿芳", number).values["who"] == "@小王"


def test_a_no_names_at_most_three(cast: Cast) -> None:
    number = cast.make("阿芳", "小王", "老板", giver="丽姐")
    assert cast.refuse(task_steps.start, "小陈", number).values["who"] == "@老板 @阿芳 @小王"


# -- states


STEPS: dict[str, tuple[Any, dict[str, Any]]] = {
    "start": (task_steps.start, {}),
    "finish": (task_steps.finish, {}),
    "accept": (task_steps.accept, {}),
    "return": (task_steps.send_back, {"words": "缺价格"}),
    "cancel": (task_steps.cancel, {}),
    "reopen": (task_steps.reopen, {}),
    "block": (task_steps.block, {"words": "缺图"}),
    "items": (add_items, {"words": ("一",)}),
    "after": (wait_for, {"numbers": ()}),
    "edit": (task_parts.edit, {"words": "改", "values": {"priority": 1}}),
}
ALIVE = "open doing review returned"
FROM = {
    "start": "open returned",
    "finish": "open doing returned",
    "accept": "review",
    "return": "review done",
    "reopen": "done cancelled",
}
TO = {
    "start": "doing",
    "accept": "done",
    "return": "returned",
    "cancel": "cancelled",
    "reopen": "open",
}
WAYS = {
    "open": "",
    "doing": "start",
    "review": "finish",
    "returned": "finish return",
    "done": "finish accept",
    "cancelled": "cancel",
}


def brought(cast: Cast, wanted: str) -> int:
    """A task of 阿芳 that 丽姐 accepts, in a state."""
    number = cast.make("阿芳", criteria="含价格")
    for name in WAYS[wanted].split():
        step, more = STEPS[name]
        cast.do(step, "阿芳" if name in ("start", "finish") else "丽姐", number, **more)
    return number


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("start", WAYS)
def test_each_step_starts_where_it_may_and_leads_where_it_should(
    cast: Cast, start: str, name: str
) -> None:
    number = brought(cast, start)
    assert state(cast, number) == start
    step, more = STEPS[name]
    who = "阿芳" if name == "finish" else "丽姐"
    if start not in FROM.get(name, ALIVE).split():
        said = cast.refuse(step, who, number, **more)
        if (start, name) == ("done", "finish"):
            assert said.key == "task-done-already"
        else:
            assert (said.key, said.values["state"]) == ("task-not-now", start)
        return
    cast.do(step, who, number, **more)
    expected = "review" if name == "finish" else TO.get(name, start)
    task = cast.read(number)
    assert task.row.state == expected
    assert (task.row.closed_at is not None) is (expected in ("done", "cancelled"))
    assert task.row.owners == len(task.owners) == 1


def test_beginning_again_keeps_the_first_beginning(cast: Cast) -> None:
    number = brought(cast, "doing")
    cast.at += HOUR
    cast.do(task_steps.finish, "阿芳", number)
    cast.do(task_steps.send_back, "丽姐", number, words="缺价格")
    cast.do(task_steps.start, "阿芳", number)
    assert cast.read(number).row.started_at == NOW
    assert cast.read(number).row.submitted_at is None


# -- taking and handing over


def test_the_first_who_claims_wins_and_the_others_hear_who(cast: Cast) -> None:
    number = cast.make()
    cast.do(task_steps.claim, "小王", number)
    assert cast.refuse(task_steps.claim, "阿芳", number).values == {
        "number": number,
        "who": "@小王",
    }
    assert cast.refuse(task_steps.claim, "小王", number).key == "task-yours-already"
    done = cast.make()
    cast.do(task_steps.finish, "丽姐", done)
    assert cast.refuse(task_steps.claim, "阿芳", done).key == "task-not-now"


def test_who_claims_what_was_read_before_hears_who_was_first(cast: Cast) -> None:
    number = cast.make()
    stale = cast.read(number)
    cast.do(task_steps.claim, "小王", number)
    said = cast.refuse(task_steps.claim, "阿芳", stale)
    assert (said.key, said.values["who"]) == ("task-taken", "@小王")
    # Somebody changed it and nobody has it: what was read no longer stands.
    other = cast.make()
    stale = cast.read(other)
    cast.do(task_parts.edit, "丽姐", other, **edited(priority=2))
    assert cast.refuse(task_steps.claim, "阿芳", stale).key == "task-changed"


@pytest.mark.parametrize("name", ["finish", "cancel", "block", "items", "after", "edit", "start"])
def test_a_step_with_what_has_changed_since_is_refused(cast: Cast, name: str) -> None:
    number = cast.make("阿芳", items=("选图",))
    stale = cast.read(number)
    cast.do(tick, "阿芳", number, numbers=(1,))
    step, more = STEPS[name]
    assert cast.refuse(step, "丽姐", stale, **more).key == "task-changed"
    assert cast.refuse(tick, "阿芳", stale, numbers=(1,)).key == "task-changed"
    assert cast.refuse(note, "阿芳", stale, words="看").key == "task-changed"


def test_who_lives_with_a_refusal_leaves_nothing_behind(cast: Cast) -> None:
    first, second = cast.make("阿芳"), cast.make("阿芳")
    cast.do(wait_for, "丽姐", first, numbers=(second,))
    before = cast.everything()

    def work(db: Db) -> None:
        task = tasks.require(db, cast.team.id, second)
        third = tasks.create(db, cast.team, NewTask("三"), cast.doer("丽姐"))
        with pytest.raises(Refusal, match="task-circle"):
            task_parts.wait_for(db, task, cast.doer("丽姐"), numbers=(third.number, first))
        assert tasks.require(db, cast.team.id, second).waits_for == ()

    cast.run(work)
    assert cast.everything()["task_link"] == before["task_link"]


def test_a_part_is_handed_over_by_who_has_it_and_all_by_who_gave_it(cast: Cast) -> None:
    number = cast.make("阿芳", "小王")
    give = task_steps.hand_over
    new = (cast.people["小陈"],)
    assert cast.refuse(give, "小陈", number, to=new).key == "task-not-yours"
    cast.do(give, "阿芳", number, to=new)
    assert cast.read(number).owners == cast.ids("小王", "小陈")
    cast.do(give, "小王", number, to=new)
    assert cast.read(number).owners == cast.ids("小陈")
    said = cast.refuse(give, "小陈", number, to=new)
    assert (said.key, said.values["who"]) == ("task-has-it", "@小陈")
    assert cast.refuse(give, "丽姐", number, to=new).key == "task-has-it"
    cast.do(give, "小陈", number, to=(*new, cast.people["阿芳"]))
    assert cast.read(number).owners == cast.ids("阿芳", "小陈")
    cast.do(give, "丽姐", number, to=(cast.people["小王"],))
    assert cast.read(number).owners == cast.ids("小王")
    assert verbs(cast, number)[1:] == ["transfer"] * 4


def test_giving_away_what_was_read_before_takes_it_from_nobody(cast: Cast) -> None:
    number = cast.make("阿芳", "小王")
    stale = cast.read(number)
    cast.do(task_steps.hand_over, "阿芳", number, to=(cast.people["小陈"],))
    said = cast.refuse(task_steps.hand_over, "小王", stale, to=(cast.people["老板"],))
    assert said.key == "task-changed"

    def twice(db: Db) -> tuple[int, ...]:
        task = tasks.require(db, cast.team.id, number)
        task_steps.hand_over(db, cast.team, task, cast.doer("小王"), to=(cast.people["老板"],))
        return task_steps.hand_over(
            db, cast.team, task, cast.doer("小陈"), to=(cast.people["阿芳"],)
        ).owners

    assert cast.run(twice) == tuple(sorted(cast.ids("老板", "阿芳")))


def test_a_task_of_nobody_is_assigned(cast: Cast) -> None:
    number = cast.make(due=cast.day("2025-06-20"))
    assert cast.reminders(number) == {}
    cast.do(task_steps.hand_over, "丽姐", number, to=(cast.people["阿芳"],))
    assert verbs(cast, number) == ["create", "assign"]
    assert set(cast.reminders(number)) == {DAY_BEFORE, HOURS_BEFORE, OVERDUE}


def test_who_leaves_has_nothing_left_to_do(cast: Cast) -> None:
    alone, shared, done = cast.make("阿芳"), cast.make("阿芳", "小王"), cast.make("阿芳")
    cast.do(task_steps.finish, "阿芳", done)

    def work(db: Db) -> list[int]:
        found = task_steps.leave_open(db, cast.team, cast.people["阿芳"], cast.doer("丽姐"))
        assert tasks.open_of(db, cast.team.id, cast.people["阿芳"].id) == []
        return [task.number for task in found]

    assert cast.run(work) == [alone]
    assert cast.read(alone).owners == ()
    assert cast.read(shared).owners == cast.ids("小王")
    assert cast.read(done).owners == cast.ids("阿芳")
    assert verbs(cast, alone) == ["create", "left"]


# -- accepting


@pytest.mark.parametrize(
    ("owner", "acceptor", "who", "may"),
    [
        ("阿芳", None, "丽姐", True), ("阿芳", None, "老板", True), ("阿芳", None, "阿芳", False),
        ("阿芳", None, "小王", False), ("阿芳", "小王", "小王", True), ("阿芳", "小王", "丽姐", False),
        ("阿芳", "小王", "老板", True), ("老板", "小王", "老板", False),
    ],
)  # fmt: skip
def test_who_may_accept(cast: Cast, owner: str, acceptor: str | None, who: str, may: bool) -> None:
    judge = cast.people[acceptor].id if acceptor else None
    number = cast.make(owner, criteria="含价格", acceptor_id=judge)
    cast.do(task_steps.finish, owner, number)
    assert state(cast, number) == "review"
    if may:
        cast.do(task_steps.accept, who, number)
        assert state(cast, number) == "done"
    else:
        said = cast.refuse(task_steps.accept, who, number)
        assert said.values["who"] == f"@{acceptor or '丽姐'}"
        assert cast.refuse(task_steps.send_back, who, number, words="x").key == "task-not-yours"


def test_a_task_ends_at_once_where_nobody_else_judges_it(cast: Cast) -> None:
    plain = cast.make("阿芳")
    cast.do(task_steps.finish, "阿芳", plain)
    own = cast.make("丽姐", criteria="含价格")
    cast.do(task_steps.finish, "丽姐", own)
    assert (state(cast, plain), state(cast, own)) == ("done", "done")
    assert verbs(cast, own) == ["create", "finish"]


def test_what_is_not_good_enough_goes_back_with_words(cast: Cast) -> None:
    number = brought(cast, "review")
    assert cast.refuse(task_steps.send_back, "丽姐", number, words=" ").key == "task-return-why"
    cast.do(task_steps.send_back, "丽姐", number, words="缺价格")
    row = cast.read(number).row
    assert (row.state, row.returned, row.submitted_at) == ("returned", 1, None)
    cast.do(task_steps.finish, "阿芳", number)
    cast.do(task_steps.accept, "丽姐", number)
    cast.do(task_steps.send_back, "老板", number, words="还是缺")
    row = cast.read(number).row
    assert (row.state, row.returned, row.closed_at) == ("returned", 2, None)


# -- deadlines


def test_a_deadline_still_to_come_is_moved(cast: Cast) -> None:
    number = cast.make("阿芳", due=cast.day("2025-06-20", "18:00"))
    assert (
        cast.do(task_dates.postpone, "阿芳", number, due=cast.day("2025-06-21"), words="等图")
        is None
    )
    row = cast.read(number).row
    assert (row.due_day, row.all_day, row.postponed) == (dt.date(2025, 6, 21), 1, 1)
    cast.do(task_dates.postpone, "阿芳", number, due=cast.day("2025-06-19", "12:00"), words="")
    row = cast.read(number).row
    assert (row.due_at, row.all_day, row.postponed) == (NOW + DAY - 3 * HOUR, 0, 1)
    assert verbs(cast, number) == ["create", "postpone", "due"]
    past = cast.refuse(
        task_dates.postpone, "阿芳", number, due=cast.day("2025-06-18", "15:00"), words=""
    )
    assert past.key == "task-past"
    refused = cast.refuse(task_dates.postpone, "小王", number, due=cast.day("2025-06-21"), words="")
    assert refused.key == "task-not-yours"


def test_a_deadline_that_is_over_is_asked_for(cast: Cast) -> None:
    number = cast.make("阿芳", due=cast.day("2025-06-18", "16:00"))
    answer = task_dates.answer_request
    assert cast.refuse(answer, "丽姐", number, is_granted=True).key == "task-no-request"
    cast.at += HOUR
    wish: dict[str, Any] = {"due": cast.day("2025-06-20"), "words": "等图"}
    assert cast.do(task_dates.postpone, "阿芳", number, **wish) is not None
    later = wish | {"due": cast.day("2025-06-21")}
    assert cast.do(task_dates.postpone, "阿芳", number, **later) is not None
    assert cast.read(number).is_late(cast.at)
    assert cast.refuse(answer, "阿芳", number, is_granted=True).key == "task-not-yours"
    cast.do(answer, "丽姐", number, is_granted=True)
    row = cast.read(number).row
    assert (row.due_day, row.postponed) == (dt.date(2025, 6, 21), 1)
    assert cast.refuse(answer, "丽姐", number, is_granted=False).key == "task-no-request"
    assert [r[-2] for r in mine(cast, "task_request", number)] == ["over", "granted"]


def mine(cast: Cast, table: str, number: int) -> list[tuple[Any, ...]]:
    """The rows of a task in one of its tables."""
    key = cast.read(number).row.id
    rows = text(f"SELECT * FROM {table} WHERE task_id = :key ORDER BY 1")  # noqa: S608
    return cast.run(lambda db: [tuple(row) for row in db.session.execute(rows, {"key": key})])


def test_a_denied_wish_leaves_the_deadline_and_is_no_change_to_undo(cast: Cast) -> None:
    number = cast.make("阿芳", due=cast.day("2025-06-18", "16:00"))
    cast.at += HOUR
    wish: dict[str, Any] = {"due": cast.day("2025-06-20"), "words": "等图"}
    cast.do(task_dates.postpone, "阿芳", number, **wish)
    cast.do(task_steps.start, "阿芳", number)
    cast.do(task_dates.answer_request, "丽姐", number, is_granted=False)
    assert cast.read(number).row.due_day == dt.date(2025, 6, 18)
    assert cast.do(task_steps.undo, "丽姐", number)[1] == "start"
    assert state(cast, number) == "open"
    cast.do(task_dates.postpone, "阿芳", number, **wish)
    cast.at += 3 * DAY
    said = cast.refuse(task_dates.answer_request, "丽姐", number, is_granted=True)
    assert said.key == "task-past"


def test_who_gave_a_task_moves_a_deadline_that_is_over_and_no_wish_is_left(cast: Cast) -> None:
    number = cast.make("阿芳", due=cast.day("2025-06-18", "16:00"))
    cast.at += HOUR
    cast.do(task_dates.postpone, "阿芳", number, due=cast.day("2025-06-20"), words="")
    assert (
        cast.do(task_dates.postpone, "丽姐", number, due=cast.day("2025-06-23"), words="") is None
    )
    said = cast.refuse(task_dates.answer_request, "丽姐", number, is_granted=True)
    assert said.key == "task-no-request"


def test_what_was_handed_in_in_time_is_not_late(cast: Cast) -> None:
    number = cast.make("阿芳", due=cast.day("2025-06-18", "16:00"), criteria="含价格")
    cast.do(task_steps.finish, "阿芳", number)
    assert not cast.read(number).is_late(NOW + DAY)
    cast.do(task_steps.send_back, "丽姐", number, words="缺")
    assert cast.read(number).is_late(NOW + HOUR)
    assert not cast.read(number).is_late(NOW + HOUR - MINUTE)


# -- reminders


def test_people_are_reminded_before_and_once_after(cast: Cast) -> None:
    due = cast.day("2025-06-20", "18:00")
    number = cast.make("阿芳", due=due)
    everything = {DAY_BEFORE: due.at - DAY, HOURS_BEFORE: due.at - 2 * HOUR, OVERDUE: due.at}
    assert cast.reminders(number) == everything
    whole = cast.make("阿芳", due=cast.day("2025-06-20"))
    assert cast.reminders(whole) == everything | {OVERDUE: due.at + 6 * HOUR}
    cast.at = due.at - 2 * HOUR
    cast.do(task_steps.start, "阿芳", number)
    assert cast.reminders(number) == {OVERDUE: due.at}
    cast.at = due.at
    cast.do(task_steps.block, "阿芳", number, words="缺图")
    assert cast.reminders(number) == {}
    for task in (number, whole):
        cast.do(task_steps.finish, "阿芳", task)
        assert cast.reminders(task) == {}


def test_what_nobody_looks_at_is_told_once_after_a_day(cast: Cast) -> None:
    number = brought(cast, "review")
    assert cast.reminders(number) == {UNSEEN: NOW + DAY}
    cast.at += 2 * HOUR
    cast.do(task_steps.block, "阿芳", number, words="缺图")
    assert cast.reminders(number) == {UNSEEN: NOW + DAY}
    cast.at = NOW + DAY
    cast.do(task_parts.edit, "丽姐", number, **edited(priority=1))
    assert cast.reminders(number) == {}


# -- what belongs to a task


def test_lines_of_a_checklist_are_ticked_by_who_does_them_first(cast: Cast) -> None:
    number = cast.make("阿芳", "小王", items=("选图", "写字"))
    cast.do(add_items, "阿芳", number, words=("发出",))
    cast.do(tick, "小王", number, numbers=(1, 3))
    cast.do(tick, "阿芳", number, numbers=(1, 2))
    wang, fang = cast.ids("小王", "阿芳")
    assert [item.done_by for item in cast.read(number).items] == [wang, fang, wang]
    said = cast.refuse(tick, "阿芳", number, numbers=(1, 4))
    assert (said.key, said.values) == ("task-no-item", {"number": number, "item": 4, "last": 3})
    cast.do(tick, "阿芳", number, numbers=(3,), is_done=False)
    assert [item.done_at is None for item in cast.read(number).items] == [False, False, True]
    for verb in ("untick", "tick", "tick", "items"):
        assert cast.do(task_steps.undo, "丽姐", number)[1] == verb
    assert [(item.words, item.done_by) for item in cast.read(number).items] == [
        ("选图", None),
        ("写字", None),
    ]


def test_a_checklist_ends_somewhere(cast: Cast) -> None:
    number = cast.make("阿芳", items=tuple("一" * 48))
    cast.do(add_items, "阿芳", number, words=("a", "b"))
    assert cast.refuse(add_items, "阿芳", number, words=("c",)).values == {"most": 50}


def test_waiting_never_goes_in_a_circle(cast: Cast) -> None:
    first, second, third = (cast.make("阿芳") for _ in range(3))
    assert cast.refuse(wait_for, "阿芳", first, numbers=(first,)).values["path"] == "T1 → T1"
    cast.do(wait_for, "阿芳", first, numbers=(second,))
    cast.do(wait_for, "阿芳", second, numbers=(third,))
    said = cast.refuse(wait_for, "阿芳", third, numbers=(first,))
    assert (said.key, said.values["path"]) == ("task-circle", "T3 → T1 → T2 → T3")
    cast.do(wait_no_more, "阿芳", first)
    assert cast.read(first).waits_for == ()
    cast.do(wait_for, "阿芳", third, numbers=(first,))
    # To let the first wait for the second again would close the circle.
    assert cast.refuse(task_steps.undo, "阿芳", first).values["path"] == "T1 → T2 → T3 → T1"


def test_who_waited_for_a_task_alone_is_free_when_it_ends(cast: Cast) -> None:
    first, second = cast.make("阿芳"), cast.make("阿芳")
    both, one = cast.make("小王", after=(first, second)), cast.make("小王", after=(first,))
    ended = cast.do(task_steps.finish, "阿芳", first)
    assert [task.number for task in ended.freed] == [one]
    assert cast.read(both).waits_for == (second,)
    ended = cast.do(task_steps.cancel, "丽姐", second)
    assert [task.number for task in ended.freed] == [both]
    cast.do(task_steps.reopen, "丽姐", second)
    assert cast.read(both).waits_for == (second,)


def test_a_task_is_stuck_until_it_goes_on(cast: Cast) -> None:
    number = cast.make("阿芳")
    assert cast.refuse(task_steps.block, "阿芳", number, words=" ").key == "task-not-blocked"
    cast.do(task_steps.block, "阿芳", number, words="缺图")
    assert cast.read(number).row.blocked == "缺图"
    cast.do(task_steps.block, "阿芳", number, words="")
    assert (cast.read(number).row.blocked, verbs(cast, number)[-1]) == ("", "unblock")


def test_a_task_stands_in_one_stage_at_a_time_as_long_as_it_lives(cast: Cast) -> None:
    def stages(db: Db) -> list[Stage]:
        rows = [Stage(team_id=cast.team.id, position=n, name=name) for n, name in enumerate("甲乙")]
        db.session.add_all(rows)
        db.flush()
        return rows

    first, second = cast.run(stages)
    number = cast.make("阿芳", stage_id=first.id)
    cast.at += HOUR
    assert cast.refuse(task_parts.move, "小王", number, stage=second).key == "task-not-yours"
    assert cast.refuse(task_parts.move, "阿芳", number, stage=first).key == "task-there-already"
    cast.do(task_parts.move, "阿芳", number, stage=second)
    cast.at += HOUR
    cast.do(task_steps.finish, "阿芳", number)
    cast.at += HOUR
    cast.do(task_steps.reopen, "阿芳", number)
    cast.at += HOUR
    cast.do(task_parts.edit, "丽姐", number, **edited(priority=1))
    query = (
        select(TaskStay).where(TaskStay.task_id == cast.read(number).row.id).order_by(TaskStay.id)
    )
    stays = cast.run(lambda db: list(db.session.scalars(query)))
    hours = [NOW + n * HOUR for n in range(4)]
    assert [(stay.stage_id, stay.entered_at, stay.left_at) for stay in stays] == [
        (first.id, hours[0], hours[1]),
        (second.id, hours[1], hours[2]),
        (second.id, hours[3], None),
    ]
    assert (
        cast.refuse(task_parts.move, "阿芳", brought(cast, "done"), stage=first).key
        == "task-not-now"
    )


# -- taking back


def test_changes_are_taken_back_one_after_the_other(cast: Cast) -> None:
    number = cast.make("阿芳", due=cast.day("2025-06-20"))
    shots = [shot(cast, number)]
    steps: list[tuple[Any, dict[str, Any]]] = [
        (task_steps.start, {}),
        (task_steps.block, {"words": "缺图"}),
        (task_steps.hand_over, {"to": (cast.people["小王"], cast.people["小陈"])}),
        (task_dates.postpone, {"due": cast.day("2025-06-23", "09:30"), "words": ""}),
        (add_items, {"words": ("一", "二")}),
        (tick, {"numbers": (2,)}),
        (task_parts.edit, edited(title="别的", criteria="含价格", priority=2)),
        (task_steps.finish, {}),
    ]
    for step, more in steps:
        cast.at += HOUR
        cast.do(step, "丽姐", number, **more)
        cast.do(note, "小王", number, words="看到了")
        shots.append(shot(cast, number))
    assert state(cast, number) == "done"
    for expected in reversed(shots[:-1]):
        cast.do(task_steps.undo, "丽姐", number)
        assert shot(cast, number) == expected
    assert cast.do(task_steps.undo, "丽姐", number)[1] == "create"
    assert state(cast, number) == "cancelled"
    assert cast.refuse(task_steps.undo, "丽姐", number).key == "task-nothing-to-undo"
    assert verbs(cast, number).count("undo") == 9


def shot(cast: Cast, number: int) -> dict[str, Any]:
    """All that a task is, without its version."""
    task = cast.read(number)
    row = {column.name: getattr(task.row, column.name) for column in Task.__table__.columns}
    del row["version"]
    items = [(item.n, item.words, item.done_by, item.done_at) for item in task.items]
    members = mine(cast, "task_member", number)
    return row | {
        "owner ids": task.owners,
        "items": items,
        "members": members,
        "after": task.waits_for,
    }


def test_who_may_take_a_change_back(cast: Cast) -> None:
    number = cast.make("阿芳", "小王")
    cast.do(task_steps.start, "阿芳", number)
    assert cast.refuse(task_steps.undo, "小王", number).values["who"] == "@阿芳 @丽姐"
    cast.do(task_steps.undo, "阿芳", number)
    assert cast.refuse(task_steps.undo, "阿芳", number).values["who"] == "@丽姐"
    cast.do(task_steps.undo, "丽姐", number)
    assert state(cast, number) == "cancelled"


def test_after_taking_back_other_changes_follow(cast: Cast) -> None:
    number = cast.make("阿芳")
    cast.do(task_steps.start, "阿芳", number)
    cast.do(task_steps.undo, "阿芳", number)
    cast.do(task_steps.finish, "阿芳", number)
    assert cast.do(task_steps.undo, "阿芳", number)[1] == "finish"
    assert verbs(cast, number) == ["create", "(start)", "undo", "(finish)", "undo"]


# -- series


def weekly(cast: Cast, **more: Any) -> int:
    return cast.make("阿芳", due=cast.day("2025-06-20", "18:00"), recurrence=WEEKLY, **more)


def test_when_one_ends_the_next_is_made(cast: Cast) -> None:
    number = weekly(cast, items=("选图",), tags=("周报",), needs=(("文案", 4),), criteria="含数字")
    cast.do(tick, "阿芳", number, numbers=(1,))
    assert cast.do(task_steps.finish, "阿芳", number).following is None
    following = cast.do(task_steps.accept, "丽姐", number).following
    assert following is not None
    row = following.row
    assert (row.due_day, row.skipped, row.recurrence) == (dt.date(2025, 6, 27), 0, WEEKLY)
    assert (following.tags, following.owners) == (("周报",), cast.ids("阿芳"))
    assert [(item.words, item.done_at) for item in following.items] == [("选图", None)]
    assert (row.giver_id, row.series_id) == (cast.people["丽姐"].id, cast.read(number).row.id)
    needs = select(TaskNeed.skill, TaskNeed.level).where(TaskNeed.task_id == row.id)
    assert [tuple(r) for r in cast.run(lambda db: db.session.execute(needs).all())] == [("文案", 4)]


def test_a_series_that_is_cancelled_once_comes_again_and_one_that_is_ended_does_not(
    cast: Cast,
) -> None:
    number = weekly(cast)
    following = cast.do(task_steps.cancel, "丽姐", number).following
    assert following is not None
    cast.do(end_series, "丽姐", following.number)
    assert cast.do(task_steps.cancel, "丽姐", following.number).following is None
    said = cast.refuse(end_series, "丽姐", following.number)
    assert (said.key, said.values["verb"]) == ("task-not-now", "once")
    last = weekly(cast, recurs_until=dt.date(2025, 6, 26))
    assert cast.do(task_steps.finish, "阿芳", last).following is None


@pytest.mark.parametrize("back", ["undo", "reopen", "return"])
def test_the_next_goes_when_the_one_before_lives_again(cast: Cast, back: str) -> None:
    number = weekly(cast)
    following = cast.do(task_steps.finish, "阿芳", number).following
    assert following is not None
    step, more = (task_steps.undo, {}) if back == "undo" else STEPS[back]
    cast.do(note, "阿芳", following.number, words="先看看")
    assert cast.refuse(step, "丽姐", number, **more).values == {
        "number": number,
        "next": following.number,
    }
    other = weekly(cast)
    following = cast.do(task_steps.finish, "阿芳", other).following
    assert following is not None
    cast.do(step, "丽姐", other, **more)
    assert state(cast, following.number) == "cancelled"
    assert cast.reminders(following.number) == {}
    again = cast.do(task_steps.finish, "阿芳", other).following
    assert again is not None
    # The one that was called off stays so as long as another one of its series lives.
    assert cast.refuse(task_steps.reopen, "丽姐", following.number).values["next"] == again.number


def test_a_series_goes_on_when_its_reopening_is_taken_back(cast: Cast) -> None:
    number = weekly(cast)
    cast.do(task_steps.finish, "阿芳", number)
    cast.do(task_steps.reopen, "阿芳", number)
    assert living(cast) == [number]
    cast.do(task_steps.undo, "阿芳", number)
    assert state(cast, number) == "done"
    assert len(living(cast)) == 1
    assert cast.read(living(cast)[0]).row.due_day == dt.date(2025, 6, 27)


def living(cast: Cast) -> list[int]:
    return [number for number in cast.numbers() if cast.read(number).is_alive]


def test_of_a_series_that_went_on_nothing_old_comes_to_life(cast: Cast) -> None:
    number = weekly(cast)
    second = cast.do(task_steps.finish, "阿芳", number).following
    assert second is not None
    third = cast.do(task_steps.cancel, "丽姐", second.number).following
    assert third is not None
    assert cast.refuse(task_steps.reopen, "阿芳", number).values["next"] == third.number
    assert cast.refuse(task_steps.undo, "阿芳", number).values["next"] == third.number
    cast.do(task_steps.undo, "丽姐", second.number)
    assert living(cast) == [second.number]


def test_a_turn_that_was_done_early_does_not_come_twice(cast: Cast) -> None:
    number = weekly(cast)
    cast.do(task_dates.postpone, "阿芳", number, due=cast.day("2025-06-19", "12:00"), words="")
    following = cast.do(task_steps.finish, "阿芳", number).following
    assert following is not None
    assert following.row.due_at == cast.day("2025-06-27", "18:00").at


def test_a_turn_that_was_put_off_leaves_the_others_where_they_were(cast: Cast) -> None:
    number = weekly(cast)
    cast.do(task_dates.postpone, "阿芳", number, due=cast.day("2025-06-23"), words="")
    following = cast.do(task_steps.finish, "阿芳", number).following
    assert following is not None
    assert (following.row.due_at, following.row.all_day) == (cast.day("2025-06-27", "18:00").at, 0)
    cast.do(task_dates.postpone, "阿芳", following.number, due=cast.day("2025-07-05"), words="")
    following = cast.do(task_steps.finish, "阿芳", following.number).following
    assert following is not None
    assert (following.row.due_day, following.row.skipped) == (dt.date(2025, 7, 11), 0)


# -- lists


def test_what_one_has_to_do_comes_by_deadline_and_is_found_by_its_index(cast: Cast) -> None:
    fang, wang = cast.ids("阿芳", "小王")

    def fill(db: Db) -> None:
        rows = [
            {
                "team_id": cast.team.id, "number": 1000 + n, "title": "旧", "giver_id": wang,
                "state": "done" if n % 50 else "open", "owners": 1, "created_at": NOW, "version": 1,
            }
            for n in range(10_000)
        ]  # fmt: skip
        db.session.execute(insert(Task), rows)
        db.session.execute(
            text(
                "INSERT INTO task_member (task_id, member_id, is_open)"
                " SELECT id, :who, state = 'open' FROM task WHERE team_id = :team"
            ),
            {"who": wang, "team": cast.team.id},
        )

    cast.run(fill)
    late, soon = (
        cast.make("阿芳", due=cast.day("2025-06-30")),
        cast.make("阿芳", due=cast.day("2025-06-20")),
    )
    never, urgent = cast.make("阿芳"), cast.make("阿芳", priority=2)
    found = cast.run(lambda db: [task.number for task in tasks.open_of(db, cast.team.id, fang)])
    assert found == [soon, late, urgent, never]
    assert len(cast.run(lambda db: tasks.open_of(db, cast.team.id, wang))) == 200

    def plan(db: Db) -> str:
        sql, constants = db._statements.find(tasks._OPEN_OF)
        rows = db.session.connection().exec_driver_sql(
            f"EXPLAIN QUERY PLAN {sql}", {**constants, "member": fang, "team": cast.team.id}
        )
        return "\n".join(row[3] for row in rows)

    steps = cast.run(plan)
    assert "task_member USING INDEX ix_task_member_open (member_id=?)" in steps
    assert "SCAN" not in steps
