"""From what a line says to the rules of a contest, with a question where something is unclear."""

from __future__ import annotations

from dataclasses import replace

from bot.kit import Button, Card, Ctx, Refusal, T, t
from bot.language.contest_days import Days
from bot.language.contests import Figure, Wish
from handlers.contests.sides import Field, may_call_all
from handlers.contests.words import tie_of
from models import contests, counting
from models.base import milliseconds
from models.contest_rules import (
    MIDNIGHT,
    Form,
    Prize,
    Rules,
    What,
    blinded,
    clock,
    day_begin,
    day_end,
)

# Below that, a bare number to be the first at may be orders or yuan; in minor units.
_UNSURE = 1_000_00


def question(line: str, wish: Wish) -> Card | None:
    """What has to be asked before the contest can be set; None where all is clear."""
    days = wish.days
    if days is None:
        return _ask(
            t("contest-ask-days"), line, ("day", "今天"), ("week", "本周"), ("month", "本月")
        )
    if days.problem not in ("", "begun"):
        date = f"{days.last:%m-%d}"
        raise Refusal(f"contest-days-{days.problem}", date=date)
    figure = wish.goal or ((wish.steps[0], wish.unit) if wish.steps else None)
    if figure is not None and not figure[1] and not wish.measure and figure[0] < _UNSURE:
        title = t("contest-ask-unit", count=figure[0] // 100)
        return _ask(title, line, ("orders", "按单数"), ("amount", "按金额"))
    return None


def _ask(title: T, line: str, *options: tuple[str, str]) -> Card:
    buttons = tuple(
        Button(t("contest-button", kind=kind), f"/pk {_flat(line)} {more}", (more,))
        for kind, more in options
    )
    return Card(title, buttons=(*buttons, Button(t("common-no"), "/dismiss")), question=True)


def _flat(line: str) -> str:
    """A line to be sent again; its rows stay rows."""
    return "\n".join(" ".join(row.split()) for row in line.strip().splitlines())


def rules(ctx: Ctx, wish: Wish, found: Field, days: Days) -> Rules:
    """The rules that a line sets; raises Refusal for what does not go together."""
    form = _form(wish, found)
    measure = _measure(wish, form)
    what = measure[0][0] if len(measure) == 1 else None
    last_cutoff = wish.cutoff or MIDNIGHT
    # Orders of days that are over are no secret any more: nobody may be called to those.
    first = max(days.first, ctx.today)
    ends = day_end(ctx.team, days.last)
    if wish.cutoff is not None:
        ends = clock(days.last, wish.cutoff, ctx.team.zone)
    made = Rules(
        form=form,
        measure=measure,
        first=first,
        last=days.last,
        ends=milliseconds(ends),
        zone=str(ctx.team.zone),
        cutoff=last_cutoff,
        day_end=ctx.team.cutoff,
        daily=wish.daily,
        tie=tie_of(wish.tie),
        late=wish.late is not False,
        minimum=_amount(wish.minimum, what),
        goal=_amount(wish.goal, what),
        steps=tuple(sorted(_amount((step, wish.unit), what) for step in wish.steps)),
        prizes=tuple(Prize(*prize) for prize in wish.prizes),
        news=wish.news,
        opt_out=_opt_out(ctx, wish, form, found),
        sides=found.sides if form in (Form.SIDES, Form.RELAY) else (),
        draw=found.is_drawn,
        seed=counting.digest([ctx.source, ctx.sent_at.isoformat()])[:6] if found.is_drawn else "",
        is_open=found.unsettled,
        leg_days=wish.leg_days or 1,
    )
    made = hidden(ctx, made, wish)
    check(ctx, made)
    return made


def _form(wish: Wish, found: Field) -> Form:
    if found.is_self:
        return Form.SELF
    if wish.form:
        form = Form(wish.form)
        if form is Form.RELAY and not found.sides:
            raise Refusal("contest-relay-sides")
        if form in (Form.FIRST, Form.STEPS, Form.RANK) and found.sides:
            raise Refusal("contest-sides-form", form=form.value)
        return form
    return Form.SIDES if found.sides else Form.RANK


def _measure(wish: Wish, form: Form) -> tuple[tuple[What, int], ...]:
    if form is Form.SELF:
        return ((What.PROGRESS, 100),)
    said = tuple((What(what), weight) for what, weight in wish.measure)
    unit = wish.goal[1] if wish.goal else wish.unit
    if form not in (Form.FIRST, Form.STEPS):
        return said or ((What.AMOUNT, 100),)
    if said and unit and said[0][0].value != unit:
        raise Refusal("contest-unit", unit=unit)
    measure = said or ((What(unit or "amount"), 100),)
    if len(measure) > 1 or measure[0][0] not in (What.AMOUNT, What.ORDERS, What.NEW):
        raise Refusal("contest-measure-form", form=form.value)
    return measure


def _amount(figure: Figure | None, what: What | None) -> int:
    """A figure in the unit of what is counted; raises Refusal where it is in another one."""
    if figure is None:
        return 0
    value, unit = figure
    is_count = what in (What.ORDERS, What.NEW)
    fits = {
        "": True,
        "orders": is_count,
        "new": what is What.NEW,
        "amount": what is What.AMOUNT,
        "share": what not in (What.AMOUNT, What.ORDERS, What.NEW),
    }
    if not fits[unit]:
        raise Refusal("contest-unit", unit=unit)
    return value // 100 if is_count and not unit else value


def _opt_out(ctx: Ctx, wish: Wish, form: Form, found: Field) -> bool:
    if wish.opt_out is not None:
        return wish.opt_out
    is_for_all = wish.everybody or found.by_default
    is_for_all = is_for_all and form is not Form.SELF and not wish.is_open and not found.unsettled
    return may_call_all(ctx) and is_for_all


def hidden(ctx: Ctx, made: Rules, wish: Wish) -> Rules:
    """The rules with when the standing is hidden; raises Refusal where that is all the time."""
    if wish.no_blind or wish.blind_days or wish.blind_hours:
        made = replace(made, blind_days=wish.blind_days, blind_hours=wish.blind_hours)
    made = blinded(ctx.team, made)
    if not made.blind_from:
        return made
    if made.form is Form.FIRST:
        raise Refusal("contest-blind-race")
    if made.blind_from <= milliseconds(day_begin(ctx.team, made.first)):
        raise Refusal("contest-blind-long", days=made.days)
    return made


def check(ctx: Ctx, made: Rules) -> None:
    """Let pass rules that can be kept; raises Refusal."""
    if made.days > contests.MAX_DAYS:
        raise Refusal("contest-days-long", most=contests.MAX_DAYS)
    if made.ends <= milliseconds(ctx.now):
        raise Refusal("contest-end-past")
    if made.steps and any(prize.last > len(made.steps) for prize in made.prizes):
        raise Refusal("contest-prizes-steps", steps=len(made.steps))
    if len(made.steps) != len(set(made.steps)):
        raise Refusal("contest-steps-same")
    if len(made.steps) > contests.MAX_SIDES:
        raise Refusal("contest-steps-many", most=contests.MAX_SIDES)
    if made.form is Form.RELAY and made.days < made.leg_days * 2:
        raise Refusal("contest-relay-short", days=made.days)


def changed(ctx: Ctx, before: Rules, wish: Wish) -> Rules:
    """The rules with the clauses that a line names; what it does not name stays."""
    after = before
    days = wish.days
    if days is not None and days.problem not in ("", "begun"):
        raise Refusal(f"contest-days-{days.problem}", date=f"{days.last:%m-%d}")
    if days is not None:
        after = replace(after, last=days.last)
        if not days.problem and milliseconds(ctx.now) < milliseconds(
            day_begin(ctx.team, before.first)
        ):
            after = replace(after, first=days.first)
    if wish.cutoff is not None:
        after = replace(after, cutoff=wish.cutoff, daily=wish.daily)
    if days is not None or wish.cutoff is not None:
        is_open = after.cutoff >= MIDNIGHT
        end = (
            day_end(ctx.team, after.last)
            if is_open
            else clock(after.last, after.cutoff, ctx.team.zone)
        )
        after = replace(after, ends=milliseconds(end))
    if wish.tie:
        after = replace(after, tie=tie_of(wish.tie))
    if wish.late is not None:
        after = replace(after, late=wish.late)
    if wish.minimum is not None:
        after = replace(after, minimum=_amount(wish.minimum, after.what))
    if wish.prizes:
        after = replace(after, prizes=tuple(Prize(*prize) for prize in wish.prizes))
    if wish.news is not None:
        after = replace(after, news=wish.news)
    after = hidden(ctx, after, wish)
    check(ctx, after)
    return after
