"""How the steps with a draft are said: commands, and plain words of who has a draft."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.kit import Answer, Ctx, Refusal, Role
from handlers.minutes.correcting import run
from handlers.minutes.routing import router
from handlers.minutes.steps import Step, read_step
from models import minutes
from models.meetings import find
from models.rosters import ACTIVE

_NUMBER = re.compile(r"#M(\d{1,9})(?![A-Za-z0-9-])")


def read_said(ctx: Ctx) -> Step | None:
    """A step of somebody who has an open draft; None for everything else."""
    step = read_step(ctx.text)
    if step is None or ctx.actor.state != ACTIVE or ctx.incoming.quote is not None:
        return None
    if minutes.draft_of(ctx.db, ctx.team.id, ctx.actor.id) is None:
        return None
    return step


@router.listen(read_said, role=Role.MEMBER)
def said(ctx: Ctx, step: Step) -> Answer:
    """Do a step that was said in plain words."""
    return run(ctx, step, None)


def _command(ctx: Ctx, verb: str) -> Answer:
    """Do a step behind a command's word; None for talk."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    step = read_step(f"{verb} {called.line}".strip())
    if step is None:
        if called.typed:
            raise Refusal("minutes-step-how")
        return None
    quote = ctx.incoming.quote
    match = _NUMBER.search(quote.text.partition("\n")[0]) if quote is not None else None
    if step.meeting is None and match is not None:
        step = replace(step, meeting=int(match[1]))
    named = find(ctx.db, ctx.team.id, step.meeting) if step.meeting is not None else None
    return run(ctx, step, named, quoted=called.typed)


@router.command("confirm", "确认", role=Role.MEMBER, whole=True, letter="M")
def confirm(ctx: Ctx) -> Answer:
    """Post the draft of the minutes."""
    return _command(ctx, "confirm")


@router.command("amend", "改", role=Role.MEMBER, whole=True, letter="M")
def amend(ctx: Ctx) -> Answer:
    """Change a line of the draft."""
    return _command(ctx, "amend")


@router.command("delete", "删", role=Role.MEMBER, whole=True, letter="M")
def delete(ctx: Ctx) -> Answer:
    """Strike lines out of the draft."""
    return _command(ctx, "delete")


@router.command("bring_back", "找回", role=Role.MEMBER, whole=True, letter="M")
def bring_back(ctx: Ctx) -> Answer:
    """Put lines back that were struck out of the draft."""
    return _command(ctx, "bring_back")


@router.command("add", "加", role=Role.MEMBER, whole=True, letter="M")
def add(ctx: Ctx) -> Answer:
    """Add lines to the draft."""
    return _command(ctx, "add")


@router.command("discard", "放弃", role=Role.MEMBER, whole=True, letter="M")
def discard(ctx: Ctx) -> Answer:
    """Give the draft up."""
    return _command(ctx, "discard")
