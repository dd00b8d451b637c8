"""A team with its people, and steps that each are a transaction of their own, for tests of tasks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import event, select, text

from bot.engine.db import Database
from bot.engine.upgrade import upgrade
from models import tasks
from models.db import Db
from models.errors import Refusal
from models.reminders import Reminder
from models.rosters import roster
from models.task_changes import Doer
from models.task_tables import Task
from models.tasks import NewTask, TaskInfo
from models.team import Member, Team
from models.teams import team_info
from models.values import MemberInfo, Role, TeamInfo

R = TypeVar("R")
# A Wednesday, 15:00 in Shanghai.
NOW = dt.datetime(2025, 6, 18, 7, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
PEOPLE = {
    "老板": Role.OWNER,
    "丽姐": Role.LEAD,
    "阿芳": Role.MEMBER,
    "小王": Role.MEMBER,
    "小陈": Role.MEMBER,
}


@contextmanager
def opened(folder: Path) -> Iterator[Database]:
    """A new database in a folder, ready to be written; it does not wait for the disk."""
    url = f"sqlite:///{folder / 'tasks.db'}"
    upgrade(url)
    database = Database(url)
    event.listen(database.engine, "connect", _hurry)
    database.start()
    try:
        yield database
    finally:
        database.stop()


def _hurry(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")


def add_team(db: Db, zone: str = "Asia/Shanghai") -> tuple[TeamInfo, dict[str, MemberInfo]]:
    """A team with the people above, by their names."""
    team = Team(name="冲刺群", timezone=zone, language="zh-CN", created_at=NOW)
    db.session.add(team)
    db.flush()
    for name, role in PEOPLE.items():
        db.session.add(Member(team_id=team.id, name=name, role=role, state="active", joined_at=NOW))
    db.flush()
    members = roster(db, team.id).members.values()
    return team_info(db, team.id), {member.name: member for member in members}


class Cast:
    """One team in one database; the clock stands until `at` is moved."""

    def __init__(self, database: Database, zone: str = "Asia/Shanghai") -> None:
        self.database = database
        self.team, self.people = database.write_now(lambda db: add_team(db, zone))
        self.at = NOW

    def run(self, work: Callable[[Db], R]) -> R:
        """Do something in a transaction of its own."""
        return self.database.write_now(work)

    def doer(self, name: str) -> Doer:
        """Somebody who does something now."""
        return Doer(self.people[name], self.at)

    def ids(self, *names: str) -> tuple[int, ...]:
        """The ids of people."""
        return tuple(self.people[name].id for name in names)

    def day(self, day: str, clock: str = "") -> tasks.Deadline:
        """A deadline by its local day, and time of day where it has one."""
        date = dt.date.fromisoformat(day)
        if not clock:
            return tasks.deadline(self.team, date)
        time = dt.time.fromisoformat(clock)
        return tasks.deadline(self.team, dt.datetime.combine(date, time, self.team.zone))

    def make(self, *owners: str, giver: str = "丽姐", title: str = "写文案", **more: Any) -> int:
        """A new task; returns its number."""
        new = NewTask(title, self.ids(*owners), **more)
        return self.run(lambda db: tasks.create(db, self.team, new, self.doer(giver))).number

    def read(self, number: int) -> TaskInfo:
        """A task as it is now."""
        return self.run(lambda db: tasks.require(db, self.team.id, number))

    def do(self, step: Callable[..., R], who: str, task: int | TaskInfo, **more: Any) -> R:
        """Let somebody take a step with a task, by its number or as it was read before."""

        def work(db: Db) -> R:
            found = tasks.require(db, self.team.id, task) if isinstance(task, int) else task
            return step(db, self.team, found, self.doer(who), **more)

        return self.run(work)

    def refuse(
        self, step: Callable[..., Any], who: str, task: int | TaskInfo, **more: Any
    ) -> Refusal:
        """The no that somebody gets; nothing in the database may have changed by it."""
        before = self.everything()
        with pytest.raises(Refusal) as caught:
            self.do(step, who, task, **more)
        assert self.everything() == before
        return caught.value

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """All rows of all tables that belong to tasks, as they are stored."""
        names = [
            "task",
            "task_member",
            "task_tag",
            "task_item",
            "task_link",
            "task_need",
            "task_change",
            "task_stay",
            "task_request",
            "task_offer",
            "reminder",
            "counter",
        ]

        def work(db: Db) -> dict[str, list[tuple[Any, ...]]]:
            return {
                name: [tuple(r) for r in db.session.execute(text(f"SELECT * FROM {name}"))]  # noqa: S608
                for name in names
            }

        return self.run(work)

    def reminders(self, number: int) -> dict[int, dt.datetime]:
        """When a task's reminders are due, by their steps."""

        def work(db: Db) -> dict[int, dt.datetime]:
            task = tasks.find(db, self.team.id, number)
            query = select(Reminder).where(Reminder.job == "task", Reminder.subject == task.id)
            return {row.step: row.due_at for row in db.session.scalars(query)}

        return self.run(work)

    def numbers(self) -> list[int]:
        """The numbers of all tasks of the team."""
        query = select(Task.number).where(Task.team_id == self.team.id).order_by(Task.number)
        return self.run(lambda db: list(db.session.scalars(query)))
