"""Once a day: a second look at the ledger, and a word to those who have rewards to hand out."""

from __future__ import annotations

import datetime as dt

from bot.kit import Button, Card, Role, TeamInfo, WakeCtx, t
from handlers.rewards.routing import router
from handlers.rewards.words import SHOWN, line, occasion, prized, sums
from models import award_rows, award_steps, care, reminders, reward_rules, rewards
from models.db import Db
from models.reward_tables import Award
from models.rosters import ACTIVE, roster
from models.schedules import local_moment

JOB = "reward"
# When the day's look is taken, in minutes after midnight, and how many days it looks back.
AT, DAYS = 10 * 60, 3


def arm(db: Db, team: TeamInfo, now: dt.datetime) -> None:
    """Wake up at the next ten o'clock of the team."""
    day = now.astimezone(team.zone).date()
    at = local_moment(day, AT, team.zone)
    if at <= now:
        at = local_moment(day + dt.timedelta(days=1), AT, team.zone)
    reminders.remind(db, team.id, JOB, 0, at=at)


@router.reminder(JOB)
def look(ctx: WakeCtx) -> list[Card]:
    """Make what was missed, tell the payers what is due, and wake up tomorrow again; a payer who
    may not be spoken to now hears it later.
    """
    cards: list[Card] = []
    later = {wake.subject for wake in ctx.due if wake.subject}
    if any(not wake.subject for wake in ctx.due):
        cards += _second_look(ctx)
        later = set()
    due = award_steps.listed(ctx.db, ctx.team.id, (award_rows.DUE,))
    for payer, rows in _by_payer(ctx, due).items():
        if later and payer not in later:
            continue
        at = care.may_nudge_at(ctx.db, ctx.team, payer, ctx.now)
        if at > ctx.now:
            reminders.remind(ctx.db, ctx.team.id, JOB, payer, at=at)
        else:
            cards.append(_word(ctx, payer, rows))
    return cards


def _second_look(ctx: WakeCtx) -> list[Card]:
    """Settle the last days from the ledger; only what was missed is said."""
    today = ctx.team.day_of(ctx.now)
    first = today - dt.timedelta(days=DAYS)
    outcome = rewards.look_over(ctx.db, ctx.team, first, today, ctx.now)
    is_owing = award_steps.listed(ctx.db, ctx.team.id, (award_rows.DUE, award_rows.WAITING))
    if reward_rules.current(ctx.db, ctx.team.id) is not None or is_owing:
        arm(ctx.db, ctx.team, ctx.now)
    made = [each for each in outcome.changes if each.kind == "made"]
    if not made:
        return []
    lines = tuple(
        t(
            "reward-found-line",
            number=each.number,
            name=roster(ctx.db, ctx.team.id).name(each.member_id),
            prize=prized(each.prize),
            what=occasion(each.clause, each.occasion, each.tier),
        )
        for each in made[:SHOWN]
    )
    return [Card(t("reward-found", count=len(made)), lines, silent=True)]


def _by_payer(ctx: WakeCtx, due: list[Award]) -> dict[int, list[Award]]:
    """What is due by who hands it out; for somebody who left, the first of those who may."""
    people = roster(ctx.db, ctx.team.id)
    able = people.with_role(Role.MANAGER)
    found: dict[int, list[Award]] = {}
    for row in due:
        payer = people.members[row.payer_id]
        if payer.state != ACTIVE:
            if not able:
                continue
            payer = able[0]
        found.setdefault(payer.id, []).append(row)
    return found


def _word(ctx: WakeCtx, payer: int, rows: list[Award]) -> Card:
    lines = [line(ctx.db, row, named=True) for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(t("reward-more", count=len(rows) - SHOWN))
    waiting = award_steps.listed(ctx.db, ctx.team.id, (award_rows.WAITING,))
    if waiting:
        lines.append(t("reward-waiting", sums=sums(waiting), number=waiting[0].number))
    lost = award_steps.groundless(ctx.db, ctx.team.id)
    mine = [row for row in lost if row.payer_id == payer]
    if mine:
        numbers = tuple(f"#R{row.number}" for row in mine[:SHOWN])
        lines.append(t("reward-groundless", count=len(mine), numbers=numbers))
    buttons = (Button(t("reward-button-paid-all"), "/paid_all"),)
    title = t("reward-remind", sums=sums(rows))
    return Card(title, tuple(lines), note=t("reward-due-note"), buttons=buttons, to=payer)
