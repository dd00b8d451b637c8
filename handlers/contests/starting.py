"""Beginning a contest before its planned start, once everybody has answered."""

from __future__ import annotations

from bot.kit import Card, Ctx, t
from handlers.contests.showing import kickoff
from handlers.contests.words import head
from models import contest_answers, contest_steps, contests
from models.contest_rules import Form, day_begin, read
from models.contest_tables import Contest


def started(ctx: Ctx, row: Contest) -> Card | None:
    """Begin a contest whose first day has begun, once everybody called has answered."""
    rules = read(row.rules)
    is_time = day_begin(ctx.team, rules.first) <= ctx.now
    is_lone = rules.form is Form.SELF
    if row.state != contests.PLANNED or not is_time or (rules.opt_out and not is_lone):
        return None
    if not contest_answers.all_answered(ctx.db, row):
        return None
    if not contest_steps.start(ctx.db, ctx.team, row, ctx.now):
        return Card(t("contest-too-few", head=head(row)))
    return kickoff(ctx.db, ctx.team, row, ctx.now)
