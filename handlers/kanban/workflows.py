"""`阶段`: the team's own workflows, set by managers and shown to everybody."""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, Refusal, T, t
from handlers.kanban.board import listing
from handlers.kanban.routing import router
from handlers.kanban.words import STATES, StageOrder, read_stages
from models import stages
from models.kanban import Place
from models.stages import Workflow


@router.command("stages", "阶段", whole=True)
def stages_command(ctx: Ctx) -> Answer:
    """Show the stages, set a workflow, limit a stage, or take one out."""
    called = ctx.commands.find(ctx.text)
    if called is None or not called.line.strip():
        return show(ctx)
    order = read_stages(called.line, is_sure=called.typed, is_glued=called.glued)
    if order is None:
        return None
    if order.action == "look":
        return _look(ctx, order.name, is_sure=called.typed)
    if order.action == "limit":
        return _limit(ctx, order)
    if order.action == "remove":
        gone = stages.remove(ctx.db, ctx.actor, order.name, now=ctx.now)
        return Card(t("kanban-removed", names=gone))
    return _set(ctx, order)


def show(ctx: Ctx) -> Card:
    """All workflows with how many tasks stand in each stage."""
    found = stages.workflows(ctx.db, ctx.team.id)
    if not found:
        return Card(t("kanban-no-stages"), note=t("kanban-no-stages-note"))
    counts = stages.counts(ctx.db, ctx.team.id)
    return Card(
        t("kanban-stages"),
        tuple(_flow_line(flow, counts) for flow in found),
        note=t("kanban-stages-note", name=found[0].stages[0].name),
    )


def _flow_line(flow: Workflow, counts: dict[int, int]) -> T:
    name = t("common-as-is", text=flow.name) if flow.name else t("kanban-nameless")
    parts = []
    for stage in flow.stages:
        count = counts.get(stage.id, 0)
        if stage.wip is None:
            parts.append(f"{stage.name} {count}" if count else stage.name)
        else:
            parts.append(f"{stage.name} {count}/{stage.wip}")
    return t("kanban-flow", name=name, stages=" → ".join(parts))


def _look(ctx: Ctx, name: str, *, is_sure: bool) -> Card | None:
    match = stages.find(ctx.db, ctx.team.id, name)
    if match is not None and match.is_sure:
        place = Place(stages=(match.stage,))
        return listing(ctx, t("common-as-is", text=match.stage.name), place)
    if is_sure:
        raise stages.unknown(ctx.db, ctx.team.id, name)
    return None


def _limit(ctx: Ctx, order: StageOrder) -> Card:
    stage, count = stages.set_limit(ctx.db, ctx.actor, order.name, order.limit, now=ctx.now)
    if stage.wip is None:
        return Card(t("kanban-limit-gone", name=stage.name))
    return Card(t("kanban-limit", name=stage.name, limit=stage.wip, count=count))


def _set(ctx: Ctx, order: StageOrder) -> Card:
    own = tuple(name for name in order.names if stages.fold(name) not in STATES)
    if len(own) < len(order.names):
        built_in = next(name for name in order.names if name not in own)
        if len(own) < stages.FEWEST:
            raise Refusal("kanban-built-in-all")
        line = "→".join(own)
        if order.name:
            line = f"{order.name}:{line}"
        raise Refusal("kanban-built-in", name=built_in, line=line)
    done = stages.define(ctx.db, ctx.actor, order.name, order.names, now=ctx.now)
    counts = stages.counts(ctx.db, ctx.team.id)
    lines = [_flow_line(done.workflow, counts)]
    if done.removed:
        lines.append(t("kanban-went", names=done.removed))
    first = done.workflow.stages[0].name
    return Card(t("kanban-set"), tuple(lines), note=t("kanban-set-note", name=first))
