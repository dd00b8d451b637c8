"""Several people work on tasks in any order, also with what they read before: whatever they do, the
tables stay true to a small model, and what is refused changes nothing.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from task_world import DAY, HOUR, PEOPLE, Cast, opened

from models import task_dates, task_parts, task_steps, tasks
from models.base import milliseconds
from models.errors import Refusal
from models.task_reminders import DAY_BEFORE, HOURS_BEFORE, OVERDUE, UNSEEN
from models.tasks import TaskInfo
from models.values import Role

TABLES = [
    "task",
    "task_member",
    "task_tag",
    "task_item",
    "task_link",
    "task_need",
    "task_change",
    "task_stay",
    "task_request",
    "reminder",
    "counter",
]
ALIVE = {"open", "doing", "review", "returned"}
TO_DO = {"open", "doing", "returned"}
CLOSED = {"done", "cancelled"}
# Who may do most does most: a refusal proves little.
names = st.sampled_from([*sorted(PEOPLE), "丽姐", "丽姐", "老板"])
several = st.lists(names, max_size=2, unique=True)
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass
class Change:
    """What the model knows of a change: the verb, who, and what the task was before."""

    verb: str
    who: str
    before: Model | None
    rows: Any


@dataclass
class Model:
    """What a task should be."""

    number: int
    giver: str
    owners: list[str]
    judge: str | None
    series: int
    origin: int | None
    recurs: bool
    state: str = "open"
    blocked: str = ""
    ticked: list[bool] = field(default_factory=lambda: [False, False])
    due: tasks.Deadline | None = None
    submitted: dt.datetime | None = None

    @property
    def is_alive(self) -> bool:
        return self.state in ALIVE


class Machine(RuleBasedStateMachine):
    """The people, the model of every task, its changes that stand, and all of its history."""

    template: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="machine-"))
        shutil.copy(self.template, self.folder / "tasks.db")
        self.context = opened(self.folder)
        self.cast = Cast(self.context.__enter__())
        self.eye = sqlite3.connect(self.folder / "tasks.db")
        self.models: dict[int, Model] = {}
        self.stacks: dict[int, list[Change]] = {}
        self.logs: dict[int, list[tuple[str, str]]] = {}
        self.armed: dict[int, dt.datetime] = {}
        self.looks: dict[int, tuple[int, TaskInfo]] = {}
        self.made: dict[int, Any] = {}

    def teardown(self) -> None:
        self.eye.close()
        self.context.__exit__(None, None, None)
        shutil.rmtree(self.folder)

    # -- reading the tables past the program

    def rows(self) -> Rows:
        return {
            name: self.eye.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()  # noqa: S608
            for name in TABLES
        }

    def shot(self, number: int) -> Any:
        """All that a task is, without its version."""
        self.eye.row_factory = sqlite3.Row
        row = dict(self.eye.execute("SELECT * FROM task WHERE number = ?", (number,)).fetchone())
        self.eye.row_factory = None
        del row["version"]
        parts = [
            self.eye.execute(f"SELECT * FROM {name} WHERE task_id = ?", (row["id"],)).fetchall()  # noqa: S608
            for name in ("task_member", "task_item", "task_link")
        ]
        return row, [sorted(part) for part in parts]

    # -- the rules as the model knows them

    def steers(self, who: str, task: Model) -> bool:
        return who == task.giver or PEOPLE[who] >= Role.LEAD

    def works(self, who: str, task: Model) -> bool:
        return who in task.owners or self.steers(who, task)

    def judges(self, who: str, task: Model) -> bool:
        if who == (task.judge or task.giver):
            return True
        return PEOPLE[who] >= Role.MANAGER and who not in task.owners

    def gone_on(self, task: Model) -> str:
        """The refusal where the series of a task that is to live again has gone on."""
        for other in self.models.values():
            mine = other.series == task.series and other.number != task.number
            if mine and other.state != "cancelled":
                is_next = other.origin == task.number
                if (other.is_alive or is_next) and not (
                    is_next and len(self.logs[other.number]) == 1
                ):
                    return "task-next-begun"
        return ""

    # -- one step

    def step(
        self, number: int, who: str, verb: str, run: Callable[..., Any], *,
        refusal: str, is_old: bool, then: Callable[[Model], None], **more: Any,
    ) -> None:  # fmt: skip
        """Take a step in the program and in the model; both must agree."""
        task: int | TaskInfo = number
        if is_old and number in self.looks:
            version, task = self.looks[number]
            if version != len(self.logs[number]):
                refusal = "any"
        before = self.rows()
        shot, model = self.shot(number), deepcopy(self.models[number])
        said = ""
        try:
            self.cast.do(run, who, task, **more)
        except Refusal as refused:
            said = refused.key
        if said:
            assert refusal in ("any", said), (said, verb)
            assert self.rows() == before
            return
        assert not refusal, (refusal, verb)
        self.looks.pop(number, None)
        if verb:
            self.note(number, verb, who, model, shot)
        then(self.models[number])

    def note(self, number: int, verb: str, who: str, model: Model | None, shot: Any) -> None:
        self.logs[number].append((verb, who))
        if verb != "undo":
            self.stacks[number].append(Change(verb, who, model, shot))
        if verb not in ("tick", "untick"):
            self.armed[number] = self.cast.at

    def end(self, task: Model, state: str, who: str) -> None:
        task.state = state
        self.follow(task, who)

    def follow(self, task: Model, who: str) -> None:
        """The next one of a series is there."""
        if task.recurs:
            row = self.cast.read(max(self.models) + 1).row
            due = tasks.Deadline(row.due_at, row.due_day, bool(row.all_day))  # type: ignore[arg-type]
            assert task.due is not None
            assert due.at > max(task.due.at, self.cast.at)
            self.add(
                Model(row.number, task.giver, list(task.owners), task.judge, task.series,
                      task.number, recurs=True, due=due), who,
            )  # fmt: skip

    def drop(self, task: Model, who: str) -> None:
        """The next one is gone because this one lives again."""
        for other in self.models.values():
            if other.origin == task.number and other.is_alive:
                # Made and taken back in one step: the row before is that of its making.
                self.note(other.number, "cancel", who, deepcopy(other), self.made[other.number])
                other.state = "cancelled"

    def add(self, model: Model, who: str) -> None:
        self.models[model.number] = model
        self.stacks[model.number], self.logs[model.number] = [], []
        self.note(model.number, "create", who, None, None)
        self.made[model.number] = self.shot(model.number)

    # -- what people do

    @precondition(lambda self: len(self.models) < 4)
    @rule(giver=names, owners=several, judge=st.none() | names, recurs=st.booleans(),
          hours=st.none() | st.integers(1, 60), whole=st.booleans())  # fmt: skip
    def create(
        self, giver: str, owners: list[str], judge: str | None, recurs: bool,
        hours: int | None, whole: bool,
    ) -> None:  # fmt: skip
        due = None
        if hours is not None:
            moment = (self.cast.at + hours * HOUR).astimezone(self.cast.team.zone)
            due = tasks.deadline(self.cast.team, moment.date() if whole else moment)
        recurs = recurs and due is not None
        number = self.cast.make(
            *owners, giver=giver, due=due, items=("一", "二"),
            acceptor_id=self.cast.people[judge].id if judge else None,
            recurrence="FREQ=DAILY" if recurs else "",
        )  # fmt: skip
        assert number == len(self.models) + 1
        model = Model(number, giver, list(owners), judge, number, None, recurs=recurs, due=due)
        self.add(model, giver)

    def pick(self, data: st.DataObject) -> Model:
        # The newest tasks are where most happens.
        numbers = sorted(self.models, reverse=True)
        return self.models[data.draw(st.sampled_from(numbers), label="task")]

    has_tasks = precondition(lambda self: self.models)

    @has_tasks
    @rule(data=st.data())
    def look(self, data: st.DataObject) -> None:
        number = self.pick(data).number
        self.looks[number] = (len(self.logs[number]), self.cast.read(number))

    @rule(hours=st.integers(1, 40))
    def wait(self, hours: int) -> None:
        self.cast.at += hours * HOUR

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans())
    def claim(self, data: st.DataObject, who: str, is_old: bool) -> None:
        task = self.pick(data)
        refusal = "" if task.state in TO_DO else "task-not-now"
        if not refusal and task.owners:
            refusal = "task-yours-already" if who in task.owners else "task-taken"

        def then(task: Model) -> None:
            task.owners = [who]

        self.step(
            task.number, who, "claim", task_steps.claim, refusal=refusal, is_old=is_old, then=then
        )

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans())
    def start(self, data: st.DataObject, who: str, is_old: bool) -> None:
        task = self.pick(data)
        refusal = "" if task.state in ("open", "returned") else "task-not-now"
        refusal = refusal if self.works(who, task) else "task-not-yours"

        def then(task: Model) -> None:
            task.state = "doing"

        self.step(
            task.number, who, "start", task_steps.start, refusal=refusal, is_old=is_old, then=then
        )

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans())
    def finish(self, data: st.DataObject, who: str, is_old: bool) -> None:
        task = self.pick(data)
        refusal = "" if task.state in TO_DO else "task-not-now"
        refusal = "task-done-already" if task.state == "done" else refusal
        refusal = refusal if self.works(who, task) else "task-not-yours"
        verb = "finish" if task.judge in (None, who) else "submit"

        def then(task: Model) -> None:
            task.blocked, task.submitted = "", self.cast.at
            if verb == "finish":
                self.end(task, "done", who)
            else:
                task.state = "review"

        self.step(
            task.number, who, verb, task_steps.finish, refusal=refusal, is_old=is_old, then=then
        )

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans())
    def accept(self, data: st.DataObject, who: str, is_old: bool) -> None:
        task = self.pick(data)
        refusal = "" if task.state == "review" else "task-not-now"
        refusal = refusal if self.judges(who, task) else "task-not-yours"
        self.step(task.number, who, "accept", task_steps.accept, refusal=refusal, is_old=is_old,
                  then=lambda task: self.end(task, "done", who))  # fmt: skip

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans())
    def send_back(self, data: st.DataObject, who: str, is_old: bool) -> None:
        task = self.pick(data)
        refusal = self.gone_on(task) if task.state == "done" else ""
        refusal = refusal if task.state in ("review", "done") else "task-not-now"
        refusal = refusal if self.judges(who, task) else "task-not-yours"

        def then(task: Model) -> None:
            if task.state == "done":
                self.drop(task, who)
            task.state, task.submitted = "returned", None

        self.step(task.number, who, "return", task_steps.send_back, refusal=refusal, is_old=is_old,
                  then=then, words="缺价格")  # fmt: skip

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans())
    def cancel(self, data: st.DataObject, who: str, is_old: bool) -> None:
        task = self.pick(data)
        refusal = "" if task.is_alive else "task-not-now"
        refusal = refusal if self.steers(who, task) else "task-not-yours"
        self.step(task.number, who, "cancel", task_steps.cancel, refusal=refusal, is_old=is_old,
                  then=lambda task: self.end(task, "cancelled", who))  # fmt: skip

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans())
    def reopen(self, data: st.DataObject, who: str, is_old: bool) -> None:
        task = self.pick(data)
        refusal = self.gone_on(task) if task.state in CLOSED else "task-not-now"
        refusal = refusal if self.works(who, task) else "task-not-yours"

        def then(task: Model) -> None:
            self.drop(task, who)
            task.state, task.submitted = "open", None

        self.step(
            task.number, who, "reopen", task_steps.reopen, refusal=refusal, is_old=is_old, then=then
        )

    @has_tasks
    @rule(
        data=st.data(),
        who=names,
        is_old=st.booleans(),
        to=st.lists(names, min_size=1, max_size=2, unique=True),
    )
    def hand_over(self, data: st.DataObject, who: str, is_old: bool, to: list[str]) -> None:
        task = self.pick(data)
        refusal = ""
        if set(to) <= set(task.owners) and (who not in task.owners or who in to):
            refusal = "task-has-it"
        refusal = refusal if self.works(who, task) else "task-not-yours"
        refusal = refusal if task.is_alive else "task-not-now"
        verb = "transfer" if task.owners else "assign"

        def then(task: Model) -> None:
            kept = [name for name in task.owners if name != who] if who in task.owners else []
            task.owners = list(dict.fromkeys([*kept, *to]))

        self.step(task.number, who, verb, task_steps.hand_over, refusal=refusal, is_old=is_old, then=then,
                  to=tuple(self.cast.people[name] for name in to))  # fmt: skip

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans(), words=st.sampled_from(["", "缺图"]))
    def block(self, data: st.DataObject, who: str, is_old: bool, words: str) -> None:
        task = self.pick(data)
        refusal = "" if words or task.blocked else "task-not-blocked"
        refusal = refusal if task.is_alive else "task-not-now"
        refusal = refusal if self.works(who, task) else "task-not-yours"

        def then(task: Model) -> None:
            task.blocked = words

        self.step(task.number, who, "block" if words else "unblock", task_steps.block, refusal=refusal,
                  is_old=is_old, then=then, words=words)  # fmt: skip

    @has_tasks
    @rule(
        data=st.data(),
        who=names,
        is_old=st.booleans(),
        line=st.integers(1, 3),
        is_done=st.booleans(),
    )
    def tick(self, data: st.DataObject, who: str, is_old: bool, line: int, is_done: bool) -> None:
        task = self.pick(data)
        refusal = "" if line < 3 else "task-no-item"
        refusal = refusal if task.is_alive else "task-not-now"
        refusal = refusal if self.works(who, task) else "task-not-yours"

        def then(task: Model) -> None:
            task.ticked[line - 1] = is_done

        self.step(
            task.number, who, "tick" if is_done else "untick",
            lambda db, team, *rest, **more: task_parts.tick(db, *rest, **more),
            refusal=refusal, is_old=is_old, then=then, numbers=(line,), is_done=is_done,
        )  # fmt: skip

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans(), hours=st.integers(-5, 60))
    def postpone(self, data: st.DataObject, who: str, is_old: bool, hours: int) -> None:
        task = self.pick(data)
        moment = self.cast.at + hours * HOUR
        due = tasks.deadline(self.cast.team, moment)
        refusal = "" if hours > 0 else "task-past"
        refusal = refusal if task.is_alive else "task-not-now"
        refusal = refusal if self.works(who, task) else "task-not-yours"
        is_late = task.due is not None and task.due.at <= self.cast.at and task.state != "review"
        must_ask = is_late and not self.steers(who, task)
        later = task.due is not None and moment > task.due.at
        # Who only asks changes nothing yet, so what was read before is good enough.
        is_old = is_old and not must_ask

        def then(task: Model) -> None:
            if not must_ask:
                task.due = due

        verb = "" if must_ask else "postpone" if later else "due"
        self.step(task.number, who, verb, task_dates.postpone, refusal=refusal, is_old=is_old, then=then,
                  due=due, words="")  # fmt: skip

    @has_tasks
    @rule(data=st.data(), who=names, is_old=st.booleans(), times=st.integers(1, 3))
    def undo(self, data: st.DataObject, who: str, is_old: bool, times: int) -> None:
        number = self.pick(data).number
        for _ in range(times):
            self.undo_once(self.models[number], who, is_old)

    def undo_once(self, task: Model, who: str, is_old: bool) -> None:
        stack = self.stacks[task.number]
        if not stack:
            refusal = "task-nothing-to-undo"
        else:
            last = stack[-1]
            revives = last.before is not None and last.before.is_alive and not task.is_alive
            refusal = self.gone_on(task) if revives else ""
            refusal = refusal if who == last.who or self.steers(who, task) else "task-not-yours"

        def then(task: Model) -> None:
            last = stack.pop()
            if last.before is None:
                task.state = "cancelled"
                return
            if revives:
                self.drop(task, who)
            self.models[task.number] = last.before
            assert self.shot(task.number) == last.rows
            if task.is_alive and not last.before.is_alive:
                self.follow(last.before, who)

        self.step(
            task.number, who, "undo", task_steps.undo, refusal=refusal, is_old=is_old, then=then
        )

    # -- what is always true

    @invariant()
    def tables_are_as_the_model_says(self) -> None:
        ids = {member.id: name for name, member in self.cast.people.items()}
        alive: list[int] = []
        for number, task in self.models.items():
            (row, (members, items, _)) = self.shot(number)
            assert (row["state"], row["blocked"]) == (task.state, task.blocked), number
            assert {ids[member_id] for _, member_id, _ in members} == set(task.owners)
            assert row["owners"] == len(members)
            assert {is_open for _, _, is_open in members} <= {int(task.is_alive)}
            assert [done_by is not None for *_, done_by, _ in items] == task.ticked
            assert (row["closed_at"] is not None) is (task.state in CLOSED)
            assert row["due_at"] == (milliseconds(task.due.at) if task.due else None)
            assert self.reminders(row["id"]) == self.promised(task)
            assert self.history(row["id"], ids) == self.logs[number]
            if task.is_alive:
                alive.append(task.series)
        assert len(alive) == len(set(alive))

    def reminders(self, task_id: int) -> dict[int, int]:
        query = "SELECT step, due_at FROM reminder WHERE job = 'task' AND subject = ?"
        return dict(self.eye.execute(query, (task_id,)).fetchall())

    def promised(self, task: Model) -> dict[int, int]:
        """The reminders of a task: those whose moment was still to come at its last change."""
        wanted: dict[int, dt.datetime] = {}
        if task.state == "review":
            assert task.submitted is not None
            wanted[UNSEEN] = task.submitted + DAY
        elif task.is_alive and task.due is not None and task.owners:
            end = task.due.at - 6 * HOUR if task.due.all_day else task.due.at
            wanted = {DAY_BEFORE: end - DAY, HOURS_BEFORE: end - 2 * HOUR, OVERDUE: task.due.at}
        since = self.armed[task.number]
        return {step: milliseconds(at) for step, at in wanted.items() if at > since}

    def history(self, task_id: int, ids: dict[int, str]) -> list[tuple[str, str]]:
        query = "SELECT n, verb, member_id FROM task_change WHERE task_id = ? ORDER BY n"
        found = self.eye.execute(query, (task_id,)).fetchall()
        version = self.eye.execute("SELECT version FROM task WHERE id = ?", (task_id,)).fetchone()
        assert [n for n, _, _ in found] == list(range(1, version[0] + 1))
        return [(verb, ids[member_id]) for _, verb, member_id in found]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    with opened(folder):
        pass
    return folder / "tasks.db"


def run(template: Path, *, examples: int, steps: int) -> None:
    Machine.template = template
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Machine,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


def test_whatever_people_do_the_tables_are_as_the_rules_say(template: Path) -> None:
    run(template, examples=10, steps=25)


@pytest.mark.slow
def test_whatever_people_do_for_long_the_tables_are_as_the_rules_say(template: Path) -> None:
    run(template, examples=150, steps=50)
