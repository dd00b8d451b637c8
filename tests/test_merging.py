"""Two tasks become one: nothing of either is lost, and taking it back brings both back."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from test_kanban import DAY, NOW, Scene, database, played

from bot.engine.db import Database
from models import task_parts, task_steps, tasks
from models.errors import Refusal
from models.merging import merge
from models.task_changes import history, snapshot
from models.task_tables import TaskLink, TaskNeed
from models.tasks import NewTask, TaskInfo, deadline

__all__ = ["database"]

NAMES = ("阿芳", "小美", "老王")
WORDS = st.sampled_from(["", "甲", "乙", "丙"])


def make(scene: Scene, title: str = "出3版文案", **what: object) -> TaskInfo:
    new = NewTask(title, **what)  # type: ignore[arg-type]
    return tasks.create(scene.db, scene.team, new, scene.doer("老王"))


def again(scene: Scene, task: TaskInfo) -> TaskInfo:
    return tasks.require(scene.db, scene.team.id, task.number)


def state(scene: Scene, task: TaskInfo) -> tuple[object, ...]:
    """All that a task is, with what hangs on it."""
    now = again(scene, task)
    needs = scene.db.session.scalars(select(TaskNeed).where(TaskNeed.task_id == now.row.id))
    links = select(TaskLink.task_id).where(TaskLink.after_id == now.row.id)
    return (
        snapshot(scene.db, now.row),
        now.tags,
        sorted((need.skill, need.level) for need in needs),
        sorted(scene.db.session.scalars(links)),
        now.row.promised_to,
    )


TASKS = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["出3版文案", "文案出三版", "三版文案给老客户"]),
        "owners": st.sets(st.sampled_from(NAMES)),
        "days": st.none() | st.integers(1, 9),
        "detail": WORDS,
        "criteria": WORDS,
        "tags": st.sets(st.sampled_from(["618", "急", "文案"])),
        "items": st.lists(st.sampled_from(["写", "改", "发", "审"]), unique=True),
        "needs": st.dictionaries(st.sampled_from(["文案", "设计"]), st.integers(1, 5)),
        "customer": st.sampled_from(["", "张姐"]),
        "priority": st.integers(-1, 2),
        "ticked": st.booleans(),
        "blocked": WORDS,
    }
)


def made(scene: Scene, what: dict[str, object]) -> TaskInfo:
    days = what["days"]
    due = NOW.date() + dt.timedelta(days=days) if isinstance(days, int) else None
    parts = {name: what[name] for name in ("detail", "criteria", "customer", "priority")}
    task = make(
        scene,
        str(what["title"]),
        owners=tuple(scene.who(name).id for name in sorted(what["owners"])),  # type: ignore[call-overload]
        due=deadline(scene.team, due) if due else None,
        tags=tuple(sorted(what["tags"])),  # type: ignore[call-overload]
        items=tuple(what["items"]),  # type: ignore[arg-type]
        needs=tuple(what["needs"].items()),  # type: ignore[attr-defined]
        **parts,
    )
    if what["ticked"] and task.items:
        task = task_parts.tick(scene.db, task, scene.doer("老王"), numbers=(1,))
    if what["blocked"]:
        words = str(what["blocked"])
        task = task_steps.block(scene.db, scene.team, task, scene.doer("老王"), words=words)
    return task


@given(one=TASKS, two=TASKS, undo_dropped=st.booleans())
@settings(max_examples=40, deadline=None)
def test_nothing_is_lost_by_a_merge_and_undo_brings_both_back(
    database: Database, one: dict[str, object], two: dict[str, object], undo_dropped: bool
) -> None:
    def check(scene: Scene) -> None:
        ahead, behind = make(scene, "先做的"), make(scene, "后做的")
        keep, drop = made(scene, one), made(scene, two)
        task_parts.wait_for(scene.db, drop, scene.doer("老王"), numbers=(ahead.number,))
        task_parts.wait_for(scene.db, behind, scene.doer("老王"), numbers=(drop.number,))
        keep, drop = again(scene, keep), again(scene, drop)
        was = [state(scene, task) for task in (keep, drop, behind)]
        done = {item.words for task in (keep, drop) for item in task.items if item.done_at}
        dues = [task.row.due_at for task in (keep, drop) if task.row.due_at]
        now = merge(scene.db, scene.team, keep, drop, scene.doer("老王"))

        assert set(now.owners) == set(keep.owners) | set(drop.owners)
        assert set(now.tags) == set(keep.tags) | set(drop.tags)
        assert {i.words for i in now.items} == {i.words for i in (*keep.items, *drop.items)}
        assert {i.words for i in now.items if i.done_at} == done
        assert now.row.due_at == min(dues, default=None)
        for name in ("detail", "criteria", "blocked", "customer"):
            for what in (one, two):
                assert str(what[name]) in getattr(now.row, name)
        assert now.row.priority == max(one["priority"], two["priority"])  # type: ignore[call-overload]
        assert now.waits_for == (ahead.number,)
        assert again(scene, behind).waits_for == (now.number,)
        assert again(scene, drop).row.state == "cancelled"

        taken = again(scene, drop if undo_dropped else keep)
        task_steps.undo(scene.db, scene.team, taken, scene.doer("老王"))
        assert [state(scene, task) for task in (keep, drop, behind)] == was

    database.write_now(lambda db: check(Scene(db)))


@played
def test_both_histories_tell_of_a_merge(scene: Scene) -> None:
    keep, drop = make(scene), make(scene, "文案出三版")
    merge(scene.db, scene.team, keep, drop, scene.doer("老王"))
    told = [history(scene.db, task.row)[-1] for task in (keep, drop)]
    assert [(step.verb, step.words) for step in told] == [("absorb", "T2"), ("merge", "T1")]


@played
def test_the_title_that_says_something_else_is_kept_in_the_detail(scene: Scene) -> None:
    keep, drop = make(scene), make(scene, "三版文案给老客户")
    assert merge(scene.db, scene.team, keep, drop, scene.doer("老王")).row.detail == drop.row.title
    keep, drop = make(scene), make(scene, "文案出三版")
    assert merge(scene.db, scene.team, keep, drop, scene.doer("老王")).row.detail == ""


@played
def test_a_merge_after_which_something_changed_is_not_taken_apart(scene: Scene) -> None:
    keep, drop = make(scene, owners=(scene.who("阿芳").id,)), make(scene)
    merge(scene.db, scene.team, keep, drop, scene.doer("老王"))
    task_steps.start(scene.db, scene.team, again(scene, keep), scene.doer("阿芳"))
    with pytest.raises(Refusal, match="merge-changed"):
        task_steps.undo(scene.db, scene.team, again(scene, drop), scene.doer("老王"))
    task_steps.undo(scene.db, scene.team, again(scene, keep), scene.doer("阿芳"))
    task_steps.undo(scene.db, scene.team, again(scene, drop), scene.doer("老王"))
    assert [again(scene, task).row.state for task in (keep, drop)] == ["open", "open"]


@played
def test_what_is_not_one_thing_is_not_merged(scene: Scene) -> None:
    def refused(keep: TaskInfo, drop: TaskInfo, who: str = "老王") -> str:
        with pytest.raises(Refusal) as caught:
            merge(scene.db, scene.team, keep, drop, scene.doer(who))
        return caught.value.key

    task = make(scene)
    due = deadline(scene.team, NOW + DAY)
    weekly = make(scene, due=due, recurrence="FREQ=WEEKLY;BYDAY=TH")
    ended = task_steps.cancel(scene.db, scene.team, make(scene), scene.doer("老王")).task
    assert refused(task, task) == "merge-itself"
    assert refused(task, weekly) == "merge-recurring"
    assert refused(task, ended) == "task-not-now"
    assert refused(ended, task) == "task-not-now"
    assert refused(task, make(scene), "小美") == "task-not-yours"
    assert refused(make(scene, customer="张姐"), make(scene, customer="李姐")) == "merge-customers"


@played
def test_tasks_of_which_a_third_one_stands_between_are_not_merged(scene: Scene) -> None:
    first, last = make(scene, "头"), make(scene, "尾")
    middle = make(scene, "中", after=(first.number,))
    last = task_parts.wait_for(scene.db, last, scene.doer("老王"), numbers=(middle.number,))
    with pytest.raises(Refusal, match="task-circle"):
        merge(scene.db, scene.team, last, first, scene.doer("老王"))
