"""The team's own workflows: their stages, how many tasks may stand in one, and moving there."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from models.auditing import note
from models.db import Db
from models.errors import Refusal
from models.membership import require
from models.task_changes import Doer
from models.task_parts import move
from models.task_tables import TASK_OPEN, Stage, Task
from models.tasks import TaskInfo
from models.values import MemberInfo, Role, TeamInfo

FEWEST, MOST, MAX_NAME, MAX_WORKFLOWS, MAX_LIMIT = 2, 12, 8, 6, 999
# A name that is this much like a stage's, of 100, is asked about.
_ALIKE = 80
# Numbers of tasks that a refusal names.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Workflow:
    """One of the team's own workflows, its stages in order; the name may be empty."""

    name: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The stage a name means; one that is not sure is to be asked about."""

    stage: Stage
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Defined:
    """A workflow as it is now, and the names of the stages that came and went."""

    workflow: Workflow
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A task in its new stage: where it was, and how many others stand with it."""

    task: TaskInfo
    stage: Stage
    before: str
    count: int
    is_last: bool


def fold(name: str) -> str:
    """A name as names are compared: one spelling, no spaces, small letters."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def workflows(db: Db, team_id: int) -> list[Workflow]:
    """The team's own workflows, the one without a name first, then the oldest."""
    found: dict[str, list[Stage]] = {}
    for stage in _stages(db, team_id):
        if not stage.gone:
            found.setdefault(stage.workflow, []).append(stage)
    names = sorted(found, key=lambda name: (name != "", min(each.id for each in found[name])))
    return [
        Workflow(name, tuple(sorted(found[name], key=lambda each: each.position))) for name in names
    ]


def _stages(db: Db, team_id: int) -> list[Stage]:
    query = select(Stage).where(Stage.team_id == team_id).order_by(Stage.id)
    return list(db.session.scalars(query))


def find(db: Db, team_id: int, name: str) -> Match | None:
    """The stage that a name means: the whole name, the beginning of only one, or nearly one."""
    wanted = fold(name)
    here = [each for each in _stages(db, team_id) if not each.gone]
    if not wanted:
        return None
    for stage in here:
        if fold(stage.name) == wanted:
            return Match(stage)
    begun = [each for each in here if fold(each.name).startswith(wanted)]
    if len(begun) == 1:
        return Match(begun[0])
    # Costs 4 MB, which a bot that nobody mistypes to never needs.
    from rapidfuzz import fuzz

    near = max(here, key=lambda each: fuzz.ratio(wanted, fold(each.name)), default=None)
    if near is None or fuzz.ratio(wanted, fold(near.name)) < _ALIKE:
        return None
    return Match(near, is_sure=False)


def unknown(db: Db, team_id: int, name: str) -> Refusal:
    """The answer to a name that is no stage: the names there are."""
    known = [each.name for flow in workflows(db, team_id) for each in flow.stages]
    if not known:
        return Refusal("kanban-none-known", name=name[:20])
    shown = " → ".join(known[:MOST])
    if len(known) > MOST:
        shown += " …"
    return Refusal("kanban-unknown", name=name[:20], known=shown)


def counts(db: Db, team_id: int) -> dict[int, int]:
    """How many open tasks stand in each stage, by the stage's id."""
    query = (
        select(Task.stage_id, func.count())
        .where(Task.team_id == team_id, TASK_OPEN, Task.stage_id.is_not(None))
        .group_by(Task.stage_id)
    )
    return {stage_id: count for stage_id, count in db.session.execute(query) if stage_id}


def define(
    db: Db, actor: MemberInfo, workflow: str, names: Sequence[str], *, now: dt.datetime
) -> Defined:
    """Set a workflow's stages in their order; raises Refusal.

    A stage that keeps its name keeps its tasks and its limit, and one that was there earlier comes
    back as it was. A new name for the workflow that had none is a change of that one.
    """
    require(db, actor, Role.MANAGER)
    wanted = {fold(name): name for name in names}
    _check(workflow, names, wanted)
    known = {fold(each.name): each for each in _stages(db, actor.team_id)}
    old = _to_change(known, workflow, wanted)
    _check_free(known, old, wanted)
    dropped = [each for key, each in old.items() if key not in wanted]
    _leave(db, actor.team_id, dropped, goal=next((n for k, n in wanted.items() if k in old), ""))
    for position, (key, name) in enumerate(wanted.items(), start=1):
        stage = known.get(key)
        if stage is None:
            stage = known[key] = Stage(team_id=actor.team_id, name=name)
            db.session.add(stage)
        elif stage.gone:
            stage.wip = None
        stage.workflow, stage.position, stage.name, stage.gone = workflow, position, name, 0
    note(db, actor, "stages", f"{workflow}: {' > '.join(names)}", now)
    db.flush()
    return Defined(
        Workflow(workflow, tuple(known[key] for key in wanted)),
        tuple(name for key, name in wanted.items() if key not in old),
        tuple(each.name for each in dropped),
    )


def _check(workflow: str, names: Sequence[str], wanted: dict[str, str]) -> None:
    if not FEWEST <= len(names) <= MOST:
        raise Refusal("kanban-how-many", count=len(names), fewest=FEWEST, most=MOST)
    for name in (workflow, *names):
        if len(name) > MAX_NAME:
            raise Refusal("kanban-name-long", name=name[:20], most=MAX_NAME)
    if len(wanted) < len(names):
        twice = next(n for i, n in enumerate(names) if fold(n) in map(fold, names[:i]))
        raise Refusal("kanban-name-twice", name=twice)


def _to_change(known: dict[str, Stage], workflow: str, wanted: dict[str, str]) -> dict[str, Stage]:
    """The stages that stand where the new ones are to stand."""
    here = {key: each for key, each in known.items() if not each.gone}
    old = {key: each for key, each in here.items() if each.workflow == workflow}
    if old:
        return old
    nameless = {key: each for key, each in here.items() if not each.workflow}
    if nameless.keys() & wanted.keys():
        return nameless
    if len({each.workflow for each in here.values()}) >= MAX_WORKFLOWS:
        raise Refusal("kanban-workflows-many", most=MAX_WORKFLOWS)
    return {}


def _check_free(known: dict[str, Stage], old: dict[str, Stage], wanted: dict[str, str]) -> None:
    for key, name in wanted.items():
        other = known.get(key)
        if other is not None and not other.gone and key not in old:
            raise Refusal("kanban-name-taken", name=name)


def _leave(db: Db, team_id: int, dropped: Sequence[Stage], *, goal: str) -> None:
    """Take stages out; raises Refusal where tasks stand in one."""
    for stage in dropped:
        inside = (Task.team_id == team_id, Task.stage_id == stage.id, TASK_OPEN)
        count = db.session.scalar(select(func.count()).select_from(Task).where(*inside)) or 0
        if count:
            query = select(Task.number).where(*inside).order_by(Task.number).limit(_NAMED)
            numbers = list(db.session.scalars(query))
            named = " ".join(f"T{number}" for number in numbers)
            told: dict[str, str | int] = {"name": stage.name, "count": count, "named": named}
            told |= {"more": count - len(numbers), "first": numbers[0]}
            if goal:
                raise Refusal("kanban-not-empty", goal=goal, **told)
            raise Refusal("kanban-not-empty-all", **told)
    for stage in dropped:
        stage.gone = 1


def remove(db: Db, actor: MemberInfo, name: str, *, now: dt.datetime) -> tuple[str, ...]:
    """Take out a whole workflow by its name, or one stage; returns what went. Raises Refusal."""
    require(db, actor, Role.MANAGER)
    found = workflows(db, actor.team_id)
    whole = next((each for each in found if fold(each.name) == fold(name)), None)
    if whole is not None:
        dropped, goal = whole.stages, ""
    else:
        match = find(db, actor.team_id, name)
        if match is None or not match.is_sure:
            raise unknown(db, actor.team_id, name)
        stage = match.stage
        flow = next(each for each in found if each.name == stage.workflow)
        if len(flow.stages) <= FEWEST:
            raise Refusal("kanban-too-few", name=stage.name, fewest=FEWEST)
        dropped, goal = (stage,), next(each.name for each in flow.stages if each is not stage)
    _leave(db, actor.team_id, dropped, goal=goal)
    note(db, actor, "stages", f"- {name}", now)
    db.flush()
    return tuple(each.name for each in dropped)


def set_limit(
    db: Db, actor: MemberInfo, name: str, limit: int | None, *, now: dt.datetime
) -> tuple[Stage, int]:
    """Say how many tasks may stand in a stage at once, None for any number; returns it with how
    many do. Raises Refusal.
    """
    require(db, actor, Role.MANAGER)
    match = find(db, actor.team_id, name)
    if match is None or not match.is_sure:
        raise unknown(db, actor.team_id, name)
    if limit is not None and not 1 <= limit <= MAX_LIMIT:
        raise Refusal("kanban-limit-range", most=MAX_LIMIT, name=match.stage.name)
    match.stage.wip = limit
    note(db, actor, "stages", f"{match.stage.name}: {limit}", now)
    db.flush()
    return match.stage, counts(db, actor.team_id).get(match.stage.id, 0)


def put(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, stage: Stage) -> Moved:
    """Move a task into a stage; one that is full already takes it all the same."""
    before = db.session.get(Stage, task.row.stage_id) if task.row.stage_id else None
    now = move(db, team, task, doer, stage=stage)
    flow = next(each for each in workflows(db, team.id) if each.name == stage.workflow)
    count = counts(db, team.id).get(stage.id, 0)
    was = "" if before is None else before.name
    return Moved(now, stage, was, count, flow.stages[-1].id == stage.id)
