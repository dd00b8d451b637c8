"""Checklists for campaigns: built-in ones, and those that a team wrote or changed itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, select

from models import membership
from models.auditing import note
from models.campaign_tables import CampaignTemplate, CampaignTemplateStep
from models.db import Db
from models.errors import Refusal
from models.task_changes import Doer
from models.values import Role

FIRST, LAST = "first", "last"
MAX_NAME, MAX_TITLE, MAX_STEPS, MAX_TEMPLATES = 20, 60, 40, 30
# Days before the first and after the last one that a step may lie.
FARTHEST = 60


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a checklist: the day it hangs on (first or last), how many days after it, what,
    and the member who was named for it.
    """

    anchor: str
    offset: int
    title: str
    member_id: int | None = None

    @property
    def place(self) -> tuple[bool, int]:
        """What orders steps: those on the last day come after those on the first."""
        return self.anchor == LAST, self.offset


# The titles are keys of texts; a team that changes a checklist has its own words from then on.
BUILT_IN: Mapping[str, tuple[Step, ...]] = {
    "promotion": (
        Step(FIRST, -7, "pick"),
        Step(FIRST, -6, "price"),
        Step(FIRST, -5, "copy"),
        Step(FIRST, -4, "poster"),
        Step(FIRST, -3, "warm"),
        Step(FIRST, -2, "stock"),
        Step(FIRST, -1, "drill"),
        Step(FIRST, 0, "open"),
        Step(FIRST, 1, "chase"),
        Step(LAST, 0, "final"),
        Step(LAST, 1, "review"),
        Step(LAST, 1, "ship"),
    ),
    "launch": (
        Step(FIRST, -7, "learn"),
        Step(FIRST, -5, "trial"),
        Step(FIRST, -4, "copy"),
        Step(FIRST, -3, "poster"),
        Step(FIRST, -2, "warm"),
        Step(FIRST, 0, "open"),
        Step(FIRST, 2, "feedback"),
        Step(LAST, 0, "final"),
        Step(LAST, 1, "review"),
    ),
    "clearance": (
        Step(FIRST, -4, "count"),
        Step(FIRST, -3, "price"),
        Step(FIRST, -2, "copy"),
        Step(FIRST, -1, "regulars"),
        Step(FIRST, 0, "open"),
        Step(LAST, 0, "final"),
        Step(LAST, 1, "review"),
    ),
}
# What a key of a built-in checklist or step is called in the team's language.
Words = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Template:
    """A checklist as a team uses it; `key` is the built-in one's of that name, `is_own` tells that
    the team wrote or changed it.
    """

    name: str
    steps: tuple[Step, ...]
    key: str = ""
    is_own: bool = False


def of_team(db: Db, team_id: int, words: Words) -> list[Template]:
    """All checklists of a team: the built-in ones that it has not changed, and its own."""
    own = {_folded(each.name): each for each in _own(db, team_id)}
    found = []
    for each in _built_in(words):
        changed = own.pop(_folded(each.name), None)
        found.append(replace(changed, key=each.key) if changed is not None else each)
    return [*found, *own.values()]


def find(db: Db, team_id: int, name: str, words: Words) -> Template | None:
    """The checklist of that name, by its key too: «promotion» for 大促."""
    wanted = _folded(name)
    for each in of_team(db, team_id, words):
        if wanted == _folded(each.name) or (each.key and wanted == each.key):
            return each
    return None


def require(db: Db, team_id: int, name: str, words: Words) -> Template:
    """The checklist of that name; raises Refusal that names those there are."""
    found = find(db, team_id, name, words)
    if found is None:
        names = " ".join(each.name for each in of_team(db, team_id, words))
        raise Refusal("campaign-no-template", name=name[:MAX_NAME], names=names)
    return found


def _built_in(words: Words) -> list[Template]:
    return [
        Template(
            words("template", key),
            tuple(replace(step, title=words("step", step.title)) for step in steps),
            key,
        )
        for key, steps in BUILT_IN.items()
    ]


def _own(db: Db, team_id: int) -> list[Template]:
    query = select(CampaignTemplate).where(CampaignTemplate.team_id == team_id)
    return [_read(db, row) for row in db.session.scalars(query.order_by(CampaignTemplate.id))]


def _read(db: Db, row: CampaignTemplate) -> Template:
    query = select(CampaignTemplateStep).where(CampaignTemplateStep.template_id == row.id)
    rows = db.session.scalars(query.order_by(CampaignTemplateStep.id))
    steps = [Step(each.anchor, each.offset, each.title, each.member_id) for each in rows]
    return Template(row.name, tuple(sorted(steps, key=lambda step: step.place)), is_own=True)


def save(db: Db, template: Template, steps: Sequence[Step], doer: Doer) -> Template:
    """Write a team's checklist, in place of a built-in one too; leads may. Raises Refusal for one
    that is too long.
    """
    membership.require(db, doer.member, Role.LEAD)
    if len(steps) > MAX_STEPS:
        raise Refusal("campaign-template-long", most=MAX_STEPS)
    for step in steps:
        _check(step)
    team_id = doer.member.team_id
    rows = db.session.scalars(
        select(CampaignTemplate).where(CampaignTemplate.team_id == team_id)
    ).all()
    row = next((each for each in rows if _folded(each.name) == _folded(template.name)), None)
    if row is None:
        if len(rows) >= MAX_TEMPLATES:
            raise Refusal("campaign-templates-many", most=MAX_TEMPLATES)
        row = CampaignTemplate(team_id=team_id, name=check_name(template.name))
        db.session.add(row)
        db.flush()
    _empty(db, row)
    for step in sorted(steps, key=lambda each: each.place):
        db.session.add(
            CampaignTemplateStep(
                template_id=row.id, anchor=step.anchor, offset=step.offset, title=step.title,
                member_id=step.member_id,
            )
        )  # fmt: skip
        db.flush()
    note(db, doer.member, "template", f"{row.name}: {len(steps)}", doer.at)
    return _read(db, row)


def discard(db: Db, name: str, doer: Doer) -> bool:
    """Take a team's own checklist away, so that a built-in one of that name holds again; returns
    whether there was one. Leads may.
    """
    membership.require(db, doer.member, Role.LEAD)
    query = select(CampaignTemplate).where(CampaignTemplate.team_id == doer.member.team_id)
    row = next((r for r in db.session.scalars(query) if _folded(r.name) == _folded(name)), None)
    if row is None:
        return False
    _empty(db, row)
    db.session.delete(row)
    db.flush()
    note(db, doer.member, "no_template", name, doer.at)
    return True


def _empty(db: Db, row: CampaignTemplate) -> None:
    steps = CampaignTemplateStep
    db.session.execute(delete(steps).where(steps.template_id == row.id))


def _check(step: Step) -> None:
    if abs(step.offset) > FARTHEST:
        raise Refusal("campaign-step-far", most=FARTHEST)
    if not step.title.strip() or len(step.title) > MAX_TITLE:
        raise Refusal("campaign-step-title", most=MAX_TITLE)


def check_name(name: str) -> str:
    """The name of a checklist that can be kept; raises Refusal for one that is too long."""
    name = " ".join(name.split())
    if not 1 <= len(name) <= MAX_NAME:
        raise Refusal("campaign-template-name", most=MAX_NAME)
    return name


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()
