"""Rules and awards as people read them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from bot.kit import Card, Ctx, T, format_exact, format_short, read_words, t
from models import reward_rules
from models.award_rows import DUE
from models.award_steps import Sums, prize
from models.db import Db
from models.reward_clauses import NEWCOMERS, Clause, Prize, Reason, Tier
from models.reward_rules import Rules
from models.reward_tables import Award
from models.rosters import roster
from models.values import Metric, Period, PeriodKind

# Awards in one list; more would be folded by the chat.
SHOWN = 10
_RECORD = re.compile(r"(?<![A-Za-z0-9])[#＃]?[Rr](\d{1,9})(?![A-Za-z0-9])")


def money(minor: int) -> str:
    """An amount as a red packet is called: 18.8, 38.80 is 38.8, 200."""
    plain = format_exact(minor)
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def prized(what: Prize) -> T | str:
    """What there is: «18.8 元», or a thing."""
    return t("reward-money", amount=money(what.amount)) if what.amount else what.thing


def reason(clause: Clause, tier: Tier | None = None) -> T:
    """For what a rule gives something; with a tier, from how much on."""
    values: dict[str, str | int | T] = {
        "span": clause.span.value,
        "team": int(clause.is_team),
        "metric": clause.metric.value,
        "product": clause.product,
        "at": _figure(clause, tier.at) if tier is not None else "none",
    }
    words = t(f"reward-for-{clause.reason.value}", **values)
    return t("reward-for-group", what=words, group=_group(clause)) if clause.group else words


def _figure(clause: Clause, at: int) -> str:
    is_money = clause.reason is Reason.SINGLE or (
        clause.reason is Reason.SUM and clause.metric is Metric.AMOUNT
    )
    return format_short(at) if is_money else str(at)


def _group(clause: Clause) -> T | str:
    return t("reward-newcomers") if clause.group == NEWCOMERS else clause.group


def _headed(clause: Clause, tier: Tier) -> T:
    """For what a rule gives something, where it is to be understood for the first time."""
    if clause.reason is Reason.FIRST and not clause.group:
        return t("reward-rule-first")
    return reason(clause, tier)


def rule(clause: Clause) -> T:
    """A rule in one line: for what, from how much on, and what there is."""
    steps = tuple(
        t("reward-rule-step", what=_headed(clause, tier), prize=prized(tier.prize))
        if not n
        else t("reward-rule-next", at=_figure(clause, tier.at), prize=prized(tier.prize))
        for n, tier in enumerate(clause.tiers)
    )
    each = int(clause.is_team)
    return t("reward-rule", steps=steps, tiers=len(clause.tiers), each=each)


def rule_lines(rules: Rules) -> list[T]:
    """The rules of a set, numbered."""
    return [
        t("reward-rule-line", n=n, rule=rule(clause)) for n, clause in enumerate(rules.clauses, 1)
    ]


def why(db: Db, row: Award) -> T:
    """For what an award is, in few words."""
    if row.rules_id is None:
        return read_words(row.words)
    rules = reward_rules.by_id(db, row.team_id, row.rules_id)
    return occasion(rules.clauses[row.clause], row.occasion, row.tier)


def occasion(clause: Clause, when: str, at: int, today: dt.date | None = None) -> T:
    """For what something was earned, and when or with which order; today goes without saying."""
    tier = Tier(at, Prize())
    if clause.reason in (Reason.EACH, Reason.SINGLE):
        return t("reward-with-order", what=reason(clause, tier), order=f"#{when}")
    if clause.reason is Reason.DEBUT:
        return reason(clause, tier)
    if clause.reason is Reason.STREAK:
        tier = clause.tiers[0]
    day = dt.date.fromisoformat(when)
    span = clause.span if clause.reason in (Reason.SUM, Reason.GOAL) else PeriodKind.DAY
    is_month = span is PeriodKind.MONTH
    if today is not None and Period.of(span, day).first <= today <= Period.of(span, day).last:
        return reason(clause, tier)
    shown = t("reward-month", month=day.month) if is_month else f"{day:%m-%d}"
    return t("reward-on-day", what=reason(clause, tier), day=shown)


def line(db: Db, row: Award, *, named: bool) -> T:
    """An award in one line."""
    return t(
        "reward-line",
        number=row.number,
        name=f"{roster(db, row.team_id).name(row.member_id)} " if named else "",
        prize=prized(prize(row)),
        why=why(db, row),
        missed=row.missed,
    )


def put_back(db: Db, rows: Sequence[Award], said: str, *, named: bool) -> tuple[Card, list[Award]]:
    """What became of awards that were not handed out after all, and those that are owed again."""
    owed = [row for row in rows if row.state == DUE]
    gone = tuple(t("reward-gone", number=row.number) for row in rows if row not in owed)
    if not owed:
        return Card(gone[0], gone[1:]), owed
    lines = tuple(line(db, row, named=named) for row in owed[:SHOWN])
    return Card(t(said, count=len(owed)), (*lines, *gone[:SHOWN])), owed


def sums(rows: Sequence[Award]) -> T:
    """How many awards there are and what they come to: «3 份,57.6 元»."""
    found = Sums.of(rows)
    things = sum(not row.amount for row in rows)
    return t(
        "reward-sums",
        count=found.count,
        amount=money(found.amount),
        has=2 if found.amount and things else int(bool(found.amount)),
        things=things,
    )


def numbers_in(text: str) -> list[int]:
    """The awards that a text names, each once."""
    return list(dict.fromkeys(int(match[1]) for match in _RECORD.finditer(text)))


def without_numbers(text: str) -> str:
    """A text without the numbers of awards."""
    return _RECORD.sub(" ", text).strip(" \t,，、和&+:：。.!！")


def since(ctx: Ctx, moment: dt.datetime | None) -> str:
    """A moment on the team's clock; «none» where there was none."""
    if moment is None:
        return "none"
    local = moment.astimezone(ctx.team.zone)
    form = "%m-%d %H:%M" if local.year == ctx.now.year else "%Y-%m-%d %H:%M"
    return f"{local:{form}}"
