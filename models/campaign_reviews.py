"""What is written down at the end of a campaign: drafted once, corrected, posted, found again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from models import search
from models.base import insert
from models.campaign_tables import IS_DRAFT, Campaign, CampaignReview, CampaignReviewLine
from models.db import Db
from models.errors import Refusal
from models.plan_changes import require_change
from models.task_changes import Doer

DRAFT, POSTED, REPLACED = "draft", "posted", "replaced"
MAX_LINES, MAX_WORDS = 40, 300
# The kind of the texts by which their lines are found.
TEXT = "campaign"


@dataclass(frozen=True, slots=True)
class Found:
    """A line of a posted review that was found: the campaign, and the words."""

    campaign: Campaign
    words: str


def draft_of(db: Db, campaign_id: int) -> CampaignReview | None:
    """The open draft of a campaign."""
    return _of(db, campaign_id, DRAFT)


def posted_of(db: Db, campaign_id: int) -> CampaignReview | None:
    """The review of a campaign that stands."""
    return _of(db, campaign_id, POSTED)


def _of(db: Db, campaign_id: int, state: str) -> CampaignReview | None:
    query = select(CampaignReview).where(
        CampaignReview.campaign_id == campaign_id, CampaignReview.state == state
    )
    return db.session.scalar(query.order_by(CampaignReview.id.desc()).limit(1))


def by_id(db: Db, team_id: int, review_id: int) -> CampaignReview | None:
    """A team's review by our own id."""
    row = db.session.get(CampaignReview, review_id)
    return row if row is not None and row.team_id == team_id else None


def newest_draft(db: Db, team_id: int, member_id: int) -> tuple[CampaignReview, Campaign] | None:
    """The open draft that somebody looked at or changed last, or that is of their own campaign."""
    query = (
        select(CampaignReview, Campaign)
        .join(Campaign, Campaign.id == CampaignReview.campaign_id)
        .where(CampaignReview.team_id == team_id, CampaignReview.state == DRAFT)
        .order_by(CampaignReview.changed_at.desc(), CampaignReview.id.desc())
    )
    for review, campaign in db.session.execute(query):
        if member_id in (review.by_id, campaign.owner_id):
            return review, campaign
    return None


def lines(db: Db, row: CampaignReview) -> list[CampaignReviewLine]:
    """All lines of a review by their numbers, also those that were struck out."""
    db.flush()
    query = select(CampaignReviewLine).where(CampaignReviewLine.review_id == row.id)
    return list(db.session.scalars(query.order_by(CampaignReviewLine.n)))


def standing(db: Db, row: CampaignReview) -> list[CampaignReviewLine]:
    """The lines of a review that were not struck out."""
    return [line for line in lines(db, row) if not line.is_gone]


def begin(db: Db, campaign: Campaign, words: Sequence[str], now: dt.datetime) -> CampaignReview:
    """The open draft of a campaign: the one there is, else a new one with these lines; of two that
    are begun at once one is made.
    """
    made = insert(CampaignReview).values(
        team_id=campaign.team_id,
        campaign_id=campaign.id,
        state=DRAFT,
        begun_at=now,
        changed_at=now,
    )
    # The words of the condition stand in the statement: with a parameter SQLite does not know it.
    found = db.session.execute(
        made.on_conflict_do_nothing(index_elements=["campaign_id"], index_where=IS_DRAFT).returning(
            CampaignReview.id
        )
    ).first()
    row = draft_of(db, campaign.id)
    if row is None:
        raise LookupError(f"no draft for campaign {campaign.id}")
    if found is not None:
        for n, each in enumerate(words[:MAX_LINES], start=1):
            db.session.add(CampaignReviewLine(review_id=row.id, n=n, words=each, is_gone=0))
        db.flush()
    return row


def reopen(db: Db, campaign: Campaign, now: dt.datetime) -> CampaignReview:
    """The open draft of a campaign that goes on from what was posted."""
    before = posted_of(db, campaign.id)
    words = [line.words for line in standing(db, before)] if before is not None else []
    return begin(db, campaign, words, now)


def _touch(db: Db, campaign: Campaign, row: CampaignReview, doer: Doer) -> None:
    require_change(db, campaign, doer.member)
    if row.state != DRAFT:
        raise Refusal("campaign-review-done", number=campaign.number, name=campaign.name)
    row.by_id, row.changed_at = doer.member.id, doer.at
    db.flush()


def look(db: Db, campaign: Campaign, row: CampaignReview, doer: Doer) -> None:
    """Let the draft be in the hands of who looks at it, so that plain words mean it."""
    _touch(db, campaign, row, doer)


def pick(db: Db, row: CampaignReview, n: int) -> CampaignReviewLine:
    """The line of that number; raises Refusal where there is none."""
    found = lines(db, row)
    line = next((each for each in found if each.n == n), None)
    if line is None:
        raise Refusal("campaign-review-no-line", n=n, last=found[-1].n if found else 0)
    return line


def amend(
    db: Db, campaign: Campaign, row: CampaignReview, n: int, *, words: str, doer: Doer
) -> None:
    """Give a line other words; raises Refusal."""
    _touch(db, campaign, row, doer)
    line = pick(db, row, n)
    line.words, line.is_gone = _fitting(words), 0


def strike(
    db: Db, campaign: Campaign, row: CampaignReview, n: int, *, back: bool, doer: Doer
) -> None:
    """Strike a line out, or put it back; raises Refusal."""
    _touch(db, campaign, row, doer)
    pick(db, row, n).is_gone = int(not back)


def add(db: Db, campaign: Campaign, row: CampaignReview, *, words: str, doer: Doer) -> int:
    """Add a line; returns its number. Raises Refusal for one too many."""
    _touch(db, campaign, row, doer)
    found = lines(db, row)
    if len(found) >= MAX_LINES:
        raise Refusal("campaign-review-long", most=MAX_LINES)
    n = found[-1].n + 1 if found else 1
    db.session.add(CampaignReviewLine(review_id=row.id, n=n, words=_fitting(words), is_gone=0))
    db.flush()
    return n


def _fitting(words: str) -> str:
    words = " ".join(words.split())
    if not words or len(words) > MAX_WORDS:
        raise Refusal("campaign-review-words", most=MAX_WORDS)
    return words


def post(db: Db, campaign: Campaign, row: CampaignReview, doer: Doer) -> list[CampaignReviewLine]:
    """Post a draft, once, in place of what was posted before; returns its lines. Raises Refusal for
    an empty one and for one that is no draft any more.
    """
    require_change(db, campaign, doer.member)
    found = standing(db, row)
    if not found:
        raise Refusal("campaign-review-empty")
    before = posted_of(db, campaign.id)
    query = update(CampaignReview).where(CampaignReview.id == row.id, CampaignReview.state == DRAFT)
    query = query.values(state=POSTED, by_id=doer.member.id, posted_at=doer.at)
    won = db.session.execute(
        query.returning(CampaignReview.id), execution_options={"synchronize_session": False}
    )
    if won.first() is None:
        raise Refusal("campaign-review-done", number=campaign.number, name=campaign.name)
    db.session.refresh(row)
    if before is not None:
        before.state = REPLACED
        search.forget(db, TEXT, [line.id for line in lines(db, before)])
    for line in found:
        search.keep(db, row.team_id, TEXT, line.id, words=line.words, at=doer.at)
    db.flush()
    return found


def find(db: Db, team_id: int, query: str, *, most: int) -> list[Found]:
    """The newest lines of posted reviews that hold all words of a query."""
    hits = search.find(db, team_id, query, kinds=(TEXT, TEXT), most=most)
    rows = db.session.execute(
        select(CampaignReviewLine.id, Campaign)
        .join(CampaignReview, CampaignReview.id == CampaignReviewLine.review_id)
        .join(Campaign, Campaign.id == CampaignReview.campaign_id)
        .where(CampaignReviewLine.id.in_([hit.subject for hit in hits]))
    )
    campaigns = dict(rows.all())
    return [Found(campaigns[hit.subject], hit.words) for hit in hits if hit.subject in campaigns]
