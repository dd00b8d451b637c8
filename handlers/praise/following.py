"""After each message that changed the ledger: praise, badges and own records in one warm card."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.core import badge_words
from bot.kit import Answer, Card, Ctx, LedgerChange, T, t
from handlers.praise.routing import router
from handlers.praise.words import praise_line
from models import badge_following, badges, bests, care, praise_texts, praises
from models.badge_following import News
from models.badge_values import Held, Now
from models.best_spans import Beaten
from models.praise_plans import RECORD, Plan, plan_of
from models.rosters import roster

# What reaches us later than this is booked without a word; the morning tells of it.
FRESH = dt.timedelta(minutes=10)


@router.follow
def follow(ctx: Ctx, changes: Sequence[LedgerChange]) -> Answer:
    """Keep badges and records, and say what there is to be glad about."""
    plan = plan_of(ctx.db, ctx.team, ctx.now)
    now = Now(ctx.now, ctx.team.day_of(ctx.now))
    news = badge_following.follow(ctx.db, ctx.team, plan, changes, now)
    beaten = bests.follow(ctx.db, ctx.team, changes, now.today)
    wanted = praises.candidate(ctx.db, ctx.team, plan, changes, now.today)
    if not (news.given or news.withdrawn or beaten or wanted):
        return None
    if ctx.now - ctx.sent_at > FRESH:
        return None
    is_night = care.after_quiet(ctx.team, ctx.now) > ctx.now
    cards = [] if wanted is None else _praise(ctx, plan, wanted, waits=is_night)
    if not is_night:
        cards += _badges(ctx, news)
        cards += _records(ctx, plan, beaten, now.today)
    return [*cards, *_withdrawn(ctx, news.withdrawn)]


def _praise(ctx: Ctx, plan: Plan, wanted: praises.Candidate, *, waits: bool) -> list[Card]:
    """The line of praise; what was reported in private is said in the group, by the reminder."""
    own = praise_texts.texts(ctx.db, ctx.team.id)
    said = praises.keep(
        ctx.db,
        ctx.team,
        plan,
        wanted,
        now=ctx.now,
        waits=waits or not ctx.chat.is_group,
        own=own,
    )
    if said is None:
        return []
    return [Card(praise_line(said, own, roster(ctx.db, ctx.team.id)), joins=True)]


def _badges(ctx: Ctx, news: News) -> list[Card]:
    by_member: dict[int, list[Held]] = {}
    for badge in news.given:
        if badges.is_news(badge):
            by_member.setdefault(badge.member_id, []).append(badge)
    cards = []
    for who, found in by_member.items():
        name = roster(ctx.db, ctx.team.id).name(who)
        cards.append(_card(ctx, who, badge_words.cheer(name, found)))
    badges.tell(ctx.db, news.given)
    return cards


def _records(ctx: Ctx, plan: Plan, beaten: Sequence[Beaten], today: dt.date) -> list[Card]:
    if RECORD in plan.off:
        return []
    cards = []
    for each in beaten:
        name = roster(ctx.db, ctx.team.id).name(each.member_id)
        cards.append(_card(ctx, each.member_id, badge_words.record(name, each)))
        bests.told(ctx.db, each.member_id, today)
    return cards


def _card(ctx: Ctx, who: int, words: T) -> Card:
    """A cheer where the order was reported; theirs alone for who hides or reports in private."""
    is_hidden = who in roster(ctx.db, ctx.team.id).hidden
    to = who if is_hidden or not ctx.chat.is_group else None
    return Card(words, to=to, joins=True)


def _withdrawn(ctx: Ctx, found: Sequence[Held]) -> list[Card]:
    """A private word about badges whose orders were corrected away; the group is told nothing."""
    by_member: dict[int, list[Held]] = {}
    for badge in found:
        if badge.told is not None:
            by_member.setdefault(badge.member_id, []).append(badge)
    return [
        Card(
            t("badge-withdrawn", badges=tuple(badge_words.name(b.kind, b.level) for b in each)),
            to=who,
        )
        for who, each in by_member.items()
    ]
