"""`活动模板`: the checklists for campaigns, which a team makes its own."""

from __future__ import annotations

import difflib
import re
from functools import partial

from bot.kit import Answer, Card, Ctx, Refusal, Role, T, doer, t
from bot.language.campaigns import StepLine, read_step, read_steps
from bot.language.plan_fields import take
from handlers.campaigns.naming import person
from handlers.campaigns.routing import router
from handlers.campaigns.words import offset, own_words, step_line
from models import campaign_templates
from models.campaign_templates import Step, Template
from models.rosters import roster

_EDGES = " \t\n:：,，"
_ADD = re.compile(r"(?:加|添加|add)\s+(?P<words>\S.*)", re.IGNORECASE | re.DOTALL)
_DROP = re.compile(
    r"(?:删除|删掉|删|delete|drop)\s*第?\s*(?P<n>\d{1,2})\s*[条项步]?", re.IGNORECASE
)
_AMEND = re.compile(
    r"(?:改|amend|change)\s*第?\s*(?P<n>\d{1,2})\s*[条项步]?\s*[:：]?\s+(?P<words>\S.*)",
    re.IGNORECASE,
)
# A name must be this like a known one to be taken for a mistyped one.
_ALIKE = 0.5
# As many steps as a card shows.
_SHOWN = 12
_RESET = re.compile(r"(?:恢复|还原|删掉模板|删除模板|reset)", re.IGNORECASE)


@router.command("campaign_template", "活动模板", "活动模版", role=Role.MEMBER, whole=True)
def template(ctx: Ctx) -> Answer:
    """List, show or change the checklists: `活动模板 大促 加 T-3 定价 @阿芳`."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    line = called.line.strip(_EDGES)
    if not line:
        return _list(ctx)
    words = partial(own_words, ctx.team)
    name, _, rest = line.replace("\n", " \n", 1).partition(" ")
    found = campaign_templates.find(ctx.db, ctx.team.id, name.strip(_EDGES), words)
    rest = rest.strip(_EDGES)
    if found is None:
        return _new(ctx, name.strip(_EDGES), rest, is_typed=called.typed)
    if not rest:
        return _shown(ctx, found)
    changed = _changed(ctx, found, rest)
    if changed is None and called.typed:
        raise Refusal("campaign-template-how", name=found.name)
    return changed


def _list(ctx: Ctx) -> Card:
    words = partial(own_words, ctx.team)
    found = campaign_templates.of_team(ctx.db, ctx.team.id, words)
    lines = tuple(
        t(
            "campaign-template-line",
            name=each.name,
            count=len(each.steps),
            first=offset(each.steps[0]) if each.steps else "",
            last=offset(each.steps[-1]) if each.steps else "",
            own=int(each.is_own),
        )
        for each in found[:12]
    )
    return Card(t("campaign-template-list"), lines, note=t("campaign-template-list-how"))


def _shown(ctx: Ctx, found: Template, title: T | None = None) -> Card:
    """A checklist with its numbered steps."""
    people = roster(ctx.db, ctx.team.id)
    lines = tuple(
        t("campaign-template-step", n=n, step=step_line(people, step))
        for n, step in enumerate(found.steps[:_SHOWN], start=1)
    )
    more = len(found.steps) - _SHOWN
    if more > 0:
        lines = (*lines, t("campaign-template-more", count=more))
    head = t("campaign-template-head", name=found.name, count=len(found.steps),
             own=int(found.is_own))  # fmt: skip
    note = t("campaign-template-edit", name=found.name)
    return Card(title or head, lines, note=note)


def _new(ctx: Ctx, name: str, rest: str, *, is_typed: bool) -> Answer:
    """Make a checklist of a new name; None for talk."""
    steps, left = read_steps(_without_add(rest))
    if not steps:
        words = partial(own_words, ctx.team)
        known = [each.name for each in campaign_templates.of_team(ctx.db, ctx.team.id, words)]
        is_near = not rest and difflib.get_close_matches(name, known, n=1, cutoff=_ALIKE)
        if is_typed or is_near:
            campaign_templates.require(ctx.db, ctx.team.id, name, words)
        return None
    if left:
        raise Refusal("campaign-step-unclear", words=left[0][:20])
    wanted = [_step(ctx, each) for each in steps]
    saved = campaign_templates.save(ctx.db, Template(name, ()), wanted, doer(ctx))
    return _shown(ctx, saved)


def _without_add(rest: str) -> str:
    match = _ADD.fullmatch(rest)
    return match["words"] if match is not None else rest


def _step(ctx: Ctx, said: StepLine) -> Step:
    """A step as it is kept; raises Refusal for somebody whom nobody knows."""
    member = person(ctx, said.owner) if said.owner else None
    return Step(said.anchor, said.offset, said.title, member.id if member is not None else None)


def _changed(ctx: Ctx, found: Template, rest: str) -> Answer:
    """A checklist with a step more, less or other; None for talk."""
    steps = list(found.steps)
    added, dropped, amended = _ADD.fullmatch(rest), _DROP.fullmatch(rest), _AMEND.fullmatch(rest)
    if _RESET.fullmatch(rest):
        return _reset(ctx, found)
    if added is not None or read_step(rest) is not None:
        new, left = read_steps(added["words"] if added is not None else rest)
        if left or not new:
            raise Refusal("campaign-step-unclear", words=(left or [rest])[0][:20])
        steps += [_step(ctx, each) for each in new]
    elif dropped is not None:
        steps.pop(_index(steps, int(dropped["n"])))
    elif amended is not None:
        at = _index(steps, int(amended["n"]))
        steps[at] = _amended(ctx, steps[at], amended["words"])
    else:
        return None
    saved = campaign_templates.save(ctx.db, found, steps, doer(ctx))
    return _shown(ctx, saved)


def _index(steps: list[Step], n: int) -> int:
    if not 1 <= n <= len(steps):
        raise Refusal("campaign-step-none", n=n, last=len(steps))
    return n - 1


def _amended(ctx: Ctx, step: Step, words: str) -> Step:
    """A step with another day, other words, or somebody else; what is not said stays."""
    said = read_step(words)
    if said is None:
        owner, title = take(words, "owner")
        member = person(ctx, owner).id if owner else step.member_id
        return Step(step.anchor, step.offset, " ".join(title.split()) or step.title, member)
    member = person(ctx, said.owner).id if said.owner else step.member_id
    return Step(said.anchor, said.offset, said.title or step.title, member)


def _reset(ctx: Ctx, found: Template) -> Answer:
    """Take the team's own version away."""
    if not campaign_templates.discard(ctx.db, found.name, doer(ctx)):
        raise Refusal("campaign-template-built-in", name=found.name)
    words = partial(own_words, ctx.team)
    again = campaign_templates.find(ctx.db, ctx.team.id, found.name, words)
    if again is not None:
        return _shown(ctx, again, t("campaign-template-reset", name=found.name))
    return Card(t("campaign-template-gone", name=found.name))
