"""Moving a task to one of the states that every task has, the way a card is put elsewhere."""

from __future__ import annotations

from models.db import Db
from models.errors import Refusal
from models.task_changes import Doer, change
from models.task_states import DOING, DONE, LEADS_TO, OPEN, RETURNED, REVIEW
from models.task_steps import Ended, accept, check, finish, only, reopen, start
from models.tasks import TaskInfo, info, may_work
from models.values import TeamInfo


def to_state(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, state: str) -> Ended:
    """Take the step that leads to a state; raises Refusal where none does, or more must be said."""
    if task.row.state == state:
        raise Refusal("kanban-state-already", number=task.number, state=state)
    if state == DOING:
        return Ended(start(db, team, task, doer))
    if state == REVIEW:
        return Ended(hand_in(db, team, task, doer))
    if state == DONE:
        return (accept if task.row.state == REVIEW else finish)(db, team, task, doer)
    if state == RETURNED:
        raise Refusal("task-return-why", number=task.number)
    if state == OPEN and task.is_alive:
        raise Refusal("kanban-no-way-back", number=task.number)
    return Ended(reopen(db, team, task, doer))


def hand_in(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer) -> TaskInfo:
    """Hand a task in; where nobody was named to accept it, that is who gave it. Raises Refusal
    where that is the very one who did it.
    """
    judge = task.acceptor or task.row.giver_id
    if judge == doer.member.id and judge in task.owners:
        raise Refusal("kanban-no-acceptor", number=task.number)
    only(db, may_work(task, doer.member), task, (*task.owners, task.row.giver_id))
    check(task, "submit")
    change(
        db,
        team,
        task.row,
        "submit",
        doer=doer,
        state=LEADS_TO["submit"],
        acceptor_id=judge,
        started_at=task.row.started_at or doer.at,
        submitted_at=doer.at,
        blocked="",
    )
    return info(db, task.row)
