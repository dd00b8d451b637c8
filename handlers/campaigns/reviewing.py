"""复盘: a draft with the numbers of a campaign, corrected and posted by who answers for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.kit import Answer, Button, Card, Ctx, Delivery, Refusal, Role, T, TeamInfo, doer, t
from handlers.campaigns.drafting import begin
from handlers.campaigns.naming import Call
from handlers.campaigns.routing import router
from handlers.campaigns.steps import Step, read_step
from handlers.campaigns.words import days, expect, head
from models import campaign_reviews, campaigns, drafts, minutes, plan_changes, reminders
from models.campaign_tables import Campaign, CampaignReview, CampaignReviewLine
from models.db import Db
from models.plan_changes import may_change
from models.rosters import ACTIVE, roster

# Wakes us to tell the group what was posted in private.
REVIEWED = "campaign_review"
_QUOTED = re.compile(r"#K(\d{1,9})(?![A-Za-z0-9-])")
# As much of a line as a card shows.
_SHOWN = 12


def asked(ctx: Ctx, call: Call) -> Answer:
    """Show the draft to who may change it, what was posted to the others, or do a step with it."""
    row = call.row
    if call.words:
        step = read_step(call.words)
        if step is None:
            return None
        return _run(ctx, row, step)
    posted = campaign_reviews.posted_of(ctx.db, row.id)
    draft = campaign_reviews.draft_of(ctx.db, row.id)
    if draft is None and posted is not None:
        return posted_card(ctx.db, ctx.team, row, posted)
    if row.last >= ctx.today or row.state == plan_changes.GONE:
        raise Refusal("campaign-review-early", name=row.name, day=f"{row.last:%m-%d}")
    if not may_change(row, ctx.actor):
        who = roster(ctx.db, ctx.team.id).name(row.owner_id)
        raise Refusal("campaign-review-soon", name=row.name, who=f"@{who}")
    draft = draft or begin(ctx.db, ctx.team, row, ctx.now)
    campaign_reviews.look(ctx.db, row, draft, doer(ctx))
    return draft_card(ctx.db, ctx.team, row, draft)


def draft_card(
    db: Db, team: TeamInfo, row: Campaign, draft: CampaignReview, *extra: T, to: int | None = None
) -> Card:
    """A draft with its numbered lines, and how it is corrected and posted."""
    lines = [_line(line) for line in campaign_reviews.lines(db, draft) if not line.is_gone]
    return Card(
        t("campaign-draft", head=head(row)),
        (*lines[:_SHOWN], *extra),
        note=t("campaign-draft-how"),
        buttons=(Button(t("campaign-button-post"), f"/campaign K{row.number} review confirm"),),
        expect=expect(draft.id),
        to=to,
        delivery=Delivery.IMPORTANT,
    )


def _line(line: CampaignReviewLine) -> T:
    return t("campaign-draft-line", n=line.n, words=line.words)


def posted_card(db: Db, team: TeamInfo, row: Campaign, review: CampaignReview) -> Card:
    """A review as it stands."""
    lines = _bare(campaign_reviews.standing(db, review))
    who = roster(db, team.id).name(review.by_id or row.owner_id)
    at = review.posted_at or review.changed_at
    note = t("campaign-review-by", who=who, day=f"{at.astimezone(team.zone):%m-%d}")
    title = t("campaign-review", head=head(row), days=days(row, at.astimezone(team.zone)))
    return Card(title, lines[: _SHOWN + 1], note=note, expect=expect(review.id))


def _bare(lines: Sequence[CampaignReviewLine]) -> tuple[T, ...]:
    return tuple(t("campaign-review-line", words=line.words) for line in lines)


@router.reply("campaign_review", role=Role.MEMBER)
def replied(ctx: Ctx, subject: int, text: str) -> Answer:
    """Take a step that is said to a card of a review."""
    review = campaign_reviews.by_id(ctx.db, ctx.team.id, subject)
    step = read_step(text)
    if review is None or step is None:
        return None
    row = campaigns.by_id(ctx.db, ctx.team.id, review.campaign_id)
    return _run(ctx, row, step) if row is not None else None


def read_said(ctx: Ctx) -> tuple[Campaign, Step] | None:
    """A step of somebody who has an open draft: named by its number, by the quoted card, or the
    one touched last; a newer draft of minutes goes before it.
    """
    step = read_step(ctx.text)
    if step is None or ctx.actor.state != ACTIVE:
        return None
    quote = ctx.incoming.quote
    match = _QUOTED.search(quote.text.partition("\n")[0]) if quote is not None else None
    number = step.number or (int(match[1]) if match is not None else None)
    if number is not None:
        row = campaigns.require(ctx.db, ctx.team.id, number)
        has_draft = campaign_reviews.draft_of(ctx.db, row.id) is not None
        return (row, step) if has_draft or step.number is not None else None
    if quote is not None:
        return None
    found = campaign_reviews.newest_draft(ctx.db, ctx.team.id, ctx.actor.id)
    if found is None:
        return None
    if step.verb == "confirm":
        newest = drafts.newest(ctx.db, ctx.actor)
        is_this = newest is not None and newest.record == f"K{found[1].number}"
        return (found[1], step) if is_this else None
    other = minutes.draft_of(ctx.db, ctx.team.id, ctx.actor.id)
    if other is not None and other.changed_at > found[0].changed_at:
        return None
    return found[1], step


@router.listen(read_said, role=Role.MEMBER)
def said(ctx: Ctx, found: tuple[Campaign, Step]) -> Answer:
    """Do a step that was said in plain words."""
    return _run(ctx, *found)


@router.command("confirm_review", "确认", role=Role.MEMBER, whole=True, letter="K", hidden=True)
def confirm(ctx: Ctx) -> Answer:
    """Post the draft of the campaign that the line or the quoted card names."""
    found = read_said(ctx)
    return _run(ctx, *found) if found is not None else None


def _run(ctx: Ctx, row: Campaign, step: Step) -> Answer:
    """Do a step with the draft of a campaign; what was posted already becomes a draft again."""
    plan_changes.require_change(ctx.db, row, ctx.actor)
    draft = campaign_reviews.draft_of(ctx.db, row.id)
    if draft is None:
        if step.verb == "confirm" or campaign_reviews.posted_of(ctx.db, row.id) is None:
            raise Refusal("campaign-review-done", number=row.number, name=row.name)
        draft = campaign_reviews.reopen(ctx.db, row, ctx.sent_at)
    if step.verb == "confirm":
        return _posted(ctx, row, draft)
    here = doer(ctx)
    extra: tuple[T, ...] = ()
    if step.verb == "amend":
        campaign_reviews.amend(ctx.db, row, draft, step.line, words=step.words, doer=here)
    elif step.verb == "add":
        campaign_reviews.add(ctx.db, row, draft, words=step.words, doer=here)
    else:
        back = step.verb == "restore"
        campaign_reviews.strike(ctx.db, row, draft, step.line, back=back, doer=here)
        extra = () if back else (t("campaign-struck", n=step.line),)
    return draft_card(ctx.db, ctx.team, row, draft, *extra)


def _posted(ctx: Ctx, row: Campaign, draft: CampaignReview) -> Answer:
    campaign_reviews.post(ctx.db, row, draft, doer(ctx))
    card = posted_card(ctx.db, ctx.team, row, draft)
    if ctx.chat.is_group:
        return card
    reminders.remind(ctx.db, ctx.team.id, REVIEWED, draft.id, at=ctx.now)
    return card.with_(lines=(*card.lines, t("campaign-group-told")))
