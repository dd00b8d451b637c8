"""Posting minutes: a draft becomes the next version, once, and its actions become tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import update

from models import search, tasks
from models.db import Db
from models.errors import Refusal
from models.meeting_tables import Meeting, Minutes
from models.minutes import DRAFT, LINE_TEXT, POSTED, REPLACED, lines, posted, rewrite, version
from models.minutes_lines import ACTION, Diff, Line, difference, in_order, rebased
from models.rosters import GONE, roster
from models.task_changes import Doer, change
from models.task_limits import MAX_TITLE
from models.task_states import CANCELLED
from models.tasks import Deadline, NewTask, TaskInfo
from models.values import TeamInfo


@dataclass(frozen=True, slots=True)
class Posting:
    """What was posted: the version with its lines, how it differs from the one before, the tasks
    that were made, and those that could not follow with the reason why: `ended` or `past`.
    """

    row: Minutes
    lines: tuple[Line, ...]
    diff: Diff
    made: tuple[TaskInfo, ...]
    unmoved: tuple[tuple[TaskInfo, str], ...]


def rebase(db: Db, row: Minutes) -> Minutes | None:
    """Let a draft go on from the minutes that stand; returns those where that was another version
    than the one it was begun on.
    """
    newest = posted(db, row.meeting_id)
    if newest is None or newest.version == row.base:
        return None
    before = version(db, row.meeting_id, row.base)
    base = lines(db, before) if before is not None else []
    rewrite(db, row, rebased(base, lines(db, row), lines(db, newest)))
    row.base = newest.version or 0
    row.goal = row.goal if row.goal is not None else newest.goal
    db.flush()
    return newest


def confirm(db: Db, team: TeamInfo, meeting: Meeting, row: Minutes, *, doer: Doer) -> Posting:
    """Post a draft that goes on from what stands; of two that are posted at once one wins.

    Raises Refusal for an empty draft, one that changes nothing, and one that is no draft any more.
    """
    before = posted(db, meeting.id)
    was = lines(db, before) if before is not None else []
    wanted = in_order(lines(db, row))
    if not wanted and not was:
        raise Refusal("minutes-empty")
    diff = difference(was, wanted)
    if row.goal is None:
        row.goal = meeting.reached
    if before is not None and not diff and before.goal == row.goal:
        raise Refusal("minutes-same", number=meeting.number)
    _win(db, row, doer)
    if before is not None:
        before.state = REPLACED
    present = [_present(db, team, line) for line in wanted]
    step = _Step(db, team, meeting, doer, {line.id: line for line in was})
    done = [step.follow(line) for line in present]
    kept = {line.task_id for line in done}
    for line in diff.removed:
        if line.task_id is not None and line.task_id not in kept:
            step.call_off(line)
    rewrite(db, row, done)
    _index(db, meeting, row, was)
    if row.goal is not None:
        meeting.reached = row.goal
    db.flush()
    found = tuple(lines(db, row))
    return Posting(row, found, difference(was, found), tuple(step.made), tuple(step.unmoved))


def _win(db: Db, row: Minutes, doer: Doer) -> None:
    """Make a draft the next version, if it is one still."""
    query = update(Minutes).where(Minutes.id == row.id, Minutes.state == DRAFT)
    query = query.values(state=POSTED, version=row.base + 1, confirmed_at=doer.at)
    won = db.session.execute(
        query.returning(Minutes.id), execution_options={"synchronize_session": False}
    )
    if won.first() is None:
        raise Refusal("minutes-draft-gone")
    db.session.refresh(row)


def _present(db: Db, team: TeamInfo, line: Line) -> Line:
    """A line without those who have left the team since."""
    people = roster(db, team.id).members
    here = tuple(i for i in line.people if people[i].state not in GONE)
    if here == line.people or line.kind != ACTION:
        return line
    gone = next(i for i in line.people if i not in here)
    return replace(line, people=here, doubts=(*line.doubts, ("left", people[gone].name)))


def _index(db: Db, meeting: Meeting, row: Minutes, was: Sequence[Line]) -> None:
    search.forget(db, LINE_TEXT, [line.id for line in was])
    for line in lines(db, row):
        search.keep(db, meeting.team_id, LINE_TEXT, line.id, words=line.words, at=meeting.start_at)


class _Step:
    """Lets tasks follow the actions of one version."""

    def __init__(
        self, db: Db, team: TeamInfo, meeting: Meeting, doer: Doer, was: dict[int, Line]
    ) -> None:
        self._db, self._team, self._meeting, self._doer = db, team, meeting, doer
        self._was = was
        self.made: list[TaskInfo] = []
        self.unmoved: list[tuple[TaskInfo, str]] = []

    def follow(self, line: Line) -> Line:
        """Make or change the task of an action; a line of another kind has none any more."""
        old = self._was.get(line.prior_id or 0)
        if line.kind != ACTION:
            return replace(line, task_id=None)
        if line.task_id is None:
            return replace(line, task_id=self._made(line).row.id)
        if old is None:
            task = tasks.by_id(self._db, self._team.id, line.task_id)
            old = _line_of_task(task) if task is not None else line
        if old.content != line.content:
            self._changed(line, old)
        return line

    def _made(self, line: Line) -> TaskInfo:
        is_long = len(line.words) > MAX_TITLE
        new = NewTask(
            title=line.words[:MAX_TITLE],
            detail=line.words if is_long else "",
            owners=line.people,
            due=line.due,
            recurrence=line.recurrence if line.due else "",
            origin=f"M{self._meeting.number}",
        )
        made = tasks.create(self._db, self._team, new, self._doer)
        self.made.append(made)
        return made

    def _task(self, line: Line) -> TaskInfo | None:
        """The task of a line, where there is something left to do."""
        task = tasks.by_id(self._db, self._team.id, line.task_id or 0)
        if task is not None and not task.is_alive:
            self.unmoved.append((task, "ended"))
            return None
        return task

    def _changed(self, line: Line, old: Line) -> None:
        db, team, doer = self._db, self._team, self._doer
        task = self._task(line)
        if task is None:
            return
        if line.words != old.words:
            change(db, team, task.row, "edit", doer=doer, words=line.words,
                   title=line.words[:MAX_TITLE])  # fmt: skip
        if line.people != old.people:
            people = roster(db, team.id)
            names = " ".join(f"@{people.name(i)}" for i in line.people)
            verb = "transfer" if task.owners else "assign"
            change(db, team, task.row, verb, doer=doer, words=names, owners=line.people)
        if (line.due, line.recurrence) != (old.due, old.recurrence):
            self._moved(line, task)

    def _moved(self, line: Line, task: TaskInfo) -> None:
        due, row = line.due, task.row
        if due is not None and due.at <= self._doer.at:
            self.unmoved.append((task, "past"))
            return
        later = due is not None and row.due_at is not None and due.at > row.due_at
        recurs = tasks.recurring(self._team, due) if due and line.recurrence else tasks.NEVER
        change(
            self._db,
            self._team,
            row,
            "postpone" if later else "due",
            doer=self._doer,
            due_at=due.at if due else None,
            due_day=due.day if due else None,
            all_day=int(due.all_day) if due else 0,
            postponed=row.postponed + int(later),
            recurrence=line.recurrence if due else "",
            **recurs,
        )

    def call_off(self, line: Line) -> None:
        """Cancel the task of an action that the minutes do not name any more."""
        task = self._task(line)
        if task is None:
            return
        change(
            self._db, self._team, task.row, "cancel", doer=self._doer,
            words=f"#M{self._meeting.number}", state=CANCELLED, closed_at=self._doer.at,
            recurrence="", **tasks.NEVER,
        )  # fmt: skip


def _line_of_task(task: TaskInfo) -> Line:
    """What a task that was given while the meeting ran says."""
    row = task.row
    due = None
    if row.due_at is not None and row.due_day is not None:
        due = Deadline(row.due_at, row.due_day, bool(row.all_day))
    return Line(ACTION, row.title, task.owners, due, row.recurrence)
