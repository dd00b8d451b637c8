"""Who answers for a duty from now on, who no longer does, and who stands in."""

from __future__ import annotations

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, t
from handlers.duties.asking import unknown
from handlers.duties.routing import router
from handlers.duties.views import called as called_by
from handlers.duties.views import changed_card, duty_line, whom_to_ask
from handlers.duties.words import Said, is_talk, read_line
from models import duties, membership


@router.command("duty", "负责", role=Role.MEMBER, whole=True)
def give(ctx: Ctx) -> Answer:
    """Let somebody answer for duties; a duty alone asks who does."""
    said = _read(ctx)
    if said is None:
        return None
    if not said.people and not said.stranger and said.rest:
        return _asked(ctx, said)
    return _hold(ctx, said, "duty-give-how", is_backup=False)


@router.command("backup", "备岗", role=Role.LEAD, whole=True)
def back_up(ctx: Ctx) -> Answer:
    """Let somebody stand in for whoever answers for a duty."""
    said = _read(ctx)
    return _hold(ctx, said, "duty-backup-how", is_backup=True) if said is not None else None


def _read(ctx: Ctx) -> Said | None:
    """The people and duties in a command, None for talk that begins with its word."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    line = called.line.strip(" 。.!！~～")
    if called.typed:
        return read_line(ctx, line)
    if not line or called.glued or line[0] in ":：" or is_talk(line):
        return None
    said = read_line(ctx, line)
    if said.is_marked:
        return said if said.rest else None
    # Without «@» only the name of a duty alone is more than talk.
    duty = duties.find(ctx.db, ctx.team.id, said.rest) if said.rest else None
    return said if duty is not None else None


def _hold(ctx: Ctx, said: Said, how: str, *, is_backup: bool) -> Card:
    membership.require(ctx.db, ctx.actor, Role.LEAD)
    _require_known(said)
    if not said.people or not said.duties:
        raise Refusal(how)
    found = duties.hold(
        ctx.db, ctx.actor, said.people, said.duties, is_backup=is_backup, now=ctx.now
    )
    return changed_card(found, said.people)


def _require_known(said: Said) -> None:
    if said.stranger:
        raise Refusal("duty-holder-unknown", name=said.stranger[:20])


def _asked(ctx: Ctx, said: Said) -> Card:
    name = said.rest.strip(" :?？")
    duty = duties.find(ctx.db, ctx.team.id, name)
    if duty is None:
        raise Refusal("duty-give-how")
    return whom_to_ask(ctx, duty)


@router.command("no_duty", "不负责", role=Role.LEAD, whole=True)
def let_go(ctx: Ctx) -> Answer:
    """Let somebody answer for a duty no longer; a duty alone may go from the chart."""
    said = _read(ctx)
    if said is None:
        return None
    membership.require(ctx.db, ctx.actor, Role.LEAD)
    _require_known(said)
    if not said.duties:
        raise Refusal("duty-let-go-how")
    name = said.duties[0] if len(said.duties) == 1 else said.rest
    found = duties.find(ctx.db, ctx.team.id, name)
    people = " ".join(f"@{member.name}#{member.id}" for member in said.people)
    if found is None:
        return unknown(ctx, name, lambda near: f"/no_duty {near} {people}".rstrip())
    if not said.people:
        return Card(
            t("duty-drop-sure", duty=found.name),
            buttons=(
                Button(t("common-yes"), f"/drop_duty {found.name}"),
                Button(t("common-no"), "/dismiss keep"),
            ),
            question=True,
        )
    left = duties.let_go(ctx.db, ctx.actor, said.people, found, ctx.now)
    title = t("duty-let-go", names=called_by(said.people), duty=left.name)
    return changed_card([left], said.people).with_(title=title, lines=(duty_line(left),))


_CHANGES = {"backup": back_up, "no_duty": let_go}


def read_change(ctx: Ctx) -> str | None:
    """Which change a message asks for, so that those who may not are told who can."""
    called = ctx.commands.find(ctx.text)
    name = called.command.name if called is not None else ""
    return name if name in _CHANGES and _read(ctx) is not None else None


@router.listen(read_change, role=Role.LEAD)
def change(ctx: Ctx, name: str) -> Answer:
    """Make the change that a message asks for."""
    return _CHANGES[name](ctx)


@router.command("drop_duty", role=Role.LEAD, hidden=True)
def drop(ctx: Ctx, *, name: str) -> Card:
    """Take a duty out of the chart."""
    found = duties.find(ctx.db, ctx.team.id, name)
    if found is None:
        raise Refusal("duty-unknown", name=name[: duties.MAX_NAME])
    duties.drop(ctx.db, ctx.actor, found, ctx.now)
    return Card(t("duty-dropped", duty=found.name))
