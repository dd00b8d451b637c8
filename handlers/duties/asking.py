"""Who answers for what: the question in plain chat, and the chart of all duties."""

from __future__ import annotations

from collections.abc import Callable

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, t
from handlers.duties.routing import router
from handlers.duties.views import duty_line, whom_to_ask
from handlers.duties.words import asked_for
from models import duties
from models.duties import DutyInfo, Gap

SHOWN = 11
# The chart begins with what needs somebody.
_WORST_FIRST = (Gap.NO_HOLDER, Gap.TWO_HOLDERS, Gap.NO_BACKUP, None)


@router.command("who", "谁管", "谁负责", role=Role.GUEST, whole=True)
def who(ctx: Ctx) -> Answer:
    """Say who answers for a duty; a question in plain chat about no duty of ours is silence."""
    called = ctx.commands.find(ctx.text)
    if called is None or not called.typed:
        wanted = read_question(ctx)
        return answer(ctx, wanted) if wanted is not None else None
    name = called.line.strip().strip("?？")
    if not name:
        raise Refusal("duty-who-what")
    return answer(ctx, name) or unknown(ctx, name, lambda near: f"/who {near}")


def read_question(ctx: Ctx) -> str | None:
    """The duty for which a message asks, if it is one of the team's or like one."""
    name = asked_for(ctx.text)
    if name is None:
        return None
    is_ours = duties.find(ctx.db, ctx.team.id, name) or duties.near(ctx.db, ctx.team.id, name)
    return name if is_ours else None


@router.listen(read_question, role=Role.GUEST)
def answer(ctx: Ctx, name: str) -> Answer:
    """Who answers for the duty, or the question whether another one was meant."""
    duty = duties.find(ctx.db, ctx.team.id, name)
    if duty is not None:
        return whom_to_ask(ctx, duty)
    near = duties.near(ctx.db, ctx.team.id, name)
    return _offer(name, near, f"/who {near}") if near is not None else None


def unknown(ctx: Ctx, name: str, again: Callable[[str], str]) -> Card:
    """Offer the duty that was meant, with the command line for it; raises Refusal where there is
    none like it.
    """
    near = duties.near(ctx.db, ctx.team.id, name)
    if near is None:
        raise Refusal("duty-unknown", name=name[: duties.MAX_NAME])
    return _offer(name, near, again(near))


def _offer(name: str, near: str, line: str) -> Card:
    return Card(
        t("duty-near", name=name[: duties.MAX_NAME], near=near),
        buttons=(Button(t("common-yes"), line), Button(t("common-no"), "/dismiss keep")),
        question=True,
    )


@router.command("duties", "职责表", "分工表", "职责", role=Role.MEMBER)
def chart(ctx: Ctx) -> Card:
    """List all duties, what is amiss first."""
    found = sorted(
        duties.of_team(ctx.db, ctx.team.id), key=lambda duty: _WORST_FIRST.index(duty.gap)
    )
    if not found:
        return Card(t("duty-chart-empty"))
    lines = [_chart_line(duty) for duty in found[:SHOWN]]
    more = len(found) - len(lines)
    if more:
        lines.append(t("duty-chart-more", count=more))
    amiss = duties.gaps(ctx.db, ctx.team)
    counted = tuple(
        t(f"duty-count-{gap}", count=len(names))
        for gap, names in (
            (Gap.NO_HOLDER, amiss.no_holder),
            (Gap.TWO_HOLDERS, amiss.two_holders),
            (Gap.NO_BACKUP, amiss.no_backup),
        )
        if names
    )
    note = t("duty-chart-amiss", counts=counted) if counted else t("duty-chart-complete")
    return Card(t("duty-chart", team=ctx.team.name, count=len(found)), tuple(lines), note=note)


def _chart_line(duty: DutyInfo) -> T:
    line = duty_line(duty, is_calling=False)
    if duty.gap is None:
        return line
    return t("duty-flagged", line=line, gap=duty.gap.value, count=len(duty.holders))
