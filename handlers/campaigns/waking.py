"""What campaigns say by themselves: reports on their days, the end, and what was posted."""

from __future__ import annotations

from bot.kit import Answer, Card, MemberInfo, Role, WakeCtx, t
from handlers.campaigns.drafting import begin
from handlers.campaigns.making import NEWS
from handlers.campaigns.reports import report_card
from handlers.campaigns.reviewing import REVIEWED, draft_card, posted_card
from handlers.campaigns.routing import router
from handlers.campaigns.words import card_of
from models import campaign_reviews, campaign_sales, campaign_times, campaigns, counting, reminders
from models.campaign_figures import standing
from models.campaign_tables import Campaign
from models.care import after_quiet
from models.plan_changes import ACTIVE, all_tasks
from models.rosters import roster
from models.task_changes import Doer
from models.tasks import infos


@router.reminder(campaign_times.REPORT)
def reports(ctx: WakeCtx) -> Answer:
    """Post the reports that are due, each once; of several that were missed the last alone."""
    cards = []
    for wake in ctx.due:
        row = campaigns.by_id(ctx.db, ctx.team.id, wake.subject)
        if row is None or row.state != ACTIVE:
            continue
        campaign_times.arm_report(ctx.db, ctx.team, row, ctx.now)
        cards += _report(ctx, row)
    return cards


def _report(ctx: WakeCtx, row: Campaign) -> list[Card]:
    """The report of a campaign, where there is anything new to tell."""
    due = campaign_times.newest_due(ctx.team, row, ctx.now)
    if due is None:
        return []
    position = counting.position(ctx.db, ctx.team.id)
    if position == row.reported:
        return []
    found = standing(ctx.db, ctx.team, row, ctx.now).found
    if not campaign_sales.by_day(found).get(ctx.team.day_of(ctx.now), 0):
        # A day on which nothing was sold yet is no news; the next moment looks again.
        return []
    row.reported = position
    ctx.db.flush()
    is_late = ctx.now - due > campaign_times.PUNCTUAL
    return [report_card(ctx.db, ctx.team, row, ctx.now, due=due if is_late else None)]


@router.reminder(campaign_times.END)
def ends(ctx: WakeCtx) -> Answer:
    """Tell the group how a campaign ended, once, and hand the draft of its review over."""
    cards: list[Card] = []
    for wake in ctx.due:
        row = campaigns.by_id(ctx.db, ctx.team.id, wake.subject)
        if row is None or row.state != ACTIVE:
            continue
        at = after_quiet(ctx.team, max(ctx.now, campaign_times.end_at(ctx.team, row)))
        if at > ctx.now:
            reminders.remind(ctx.db, ctx.team.id, campaign_times.END, row.id, at=at)
            continue
        nobody = MemberInfo(0, ctx.team.id, "", Role.GUEST)
        campaigns.end(ctx.db, row, Doer(nobody, ctx.now))
        draft = begin(ctx.db, ctx.team, row, ctx.now)
        name = roster(ctx.db, ctx.team.id).name(row.owner_id)
        result = report_card(ctx.db, ctx.team, row, ctx.now)
        note = t("campaign-end-note", who=f"@{name}", name=row.name)
        cards.append(result.with_(note=note, mentions=(row.owner_id,)))
        cards.append(draft_card(ctx.db, ctx.team, row, draft, to=row.owner_id))
    return cards


@router.reminder(NEWS)
def planned(ctx: WakeCtx) -> Answer:
    """Tell the group of a campaign that was planned in private."""
    cards = []
    for wake in ctx.due:
        row = campaigns.by_id(ctx.db, ctx.team.id, wake.subject)
        if row is None or row.state != ACTIVE:
            continue
        at, people = standing(ctx.db, ctx.team, row, ctx.now), roster(ctx.db, ctx.team.id)
        card = card_of(ctx.team, row, at, owner=people.name(row.owner_id), now=ctx.now)
        owners = {i for task in infos(ctx.db, all_tasks(ctx.db, row)) for i in task.owners}
        title = t("campaign-planned", standing=card.title)
        who = tuple(f"@{people.name(i)}" for i in sorted(owners))
        lines = (*card.lines, t("campaign-planned-who", who=who)) if owners else card.lines
        cards.append(card.with_(title=title, lines=lines, mentions=tuple(sorted(owners))))
    return cards


@router.reminder(REVIEWED)
def news(ctx: WakeCtx) -> Answer:
    """Post in the group what was confirmed in private."""
    cards = []
    for wake in ctx.due:
        review = campaign_reviews.by_id(ctx.db, ctx.team.id, wake.subject)
        row = campaigns.by_id(ctx.db, ctx.team.id, review.campaign_id) if review else None
        if review is not None and row is not None and review.state == campaign_reviews.POSTED:
            cards.append(posted_card(ctx.db, ctx.team, row, review))
    return cards
