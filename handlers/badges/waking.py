"""The morning's look at what ended: stars of the week, steady months, and badges of the night."""

from __future__ import annotations

from bot.core import badge_words
from bot.kit import Answer, Card, T, WakeCtx, t
from handlers.badges.routing import router
from models import badge_sweeping, badges, care, reminders
from models.badge_kinds import PROGRESS, STEADY
from models.badge_values import Held
from models.best_spans import Beaten
from models.praise_plans import AT_FIRST, JOB, RECORD, plan_of
from models.rosters import roster

# Lines of one morning, of them about records, and members in the line about badges.
LINES, RECORDS, NAMED = 10, 4, 6


@router.reminder(JOB)
def look(ctx: WakeCtx) -> Answer:
    """Close the days that are over, and tell of it once, never at night."""
    later = care.after_quiet(ctx.team, ctx.now)
    for wake in ctx.due:
        if wake.step == AT_FIRST:
            badge_sweeping.sweep_first(ctx.db, ctx.team, ctx.now)
        elif later > ctx.now:
            reminders.remind(ctx.db, ctx.team.id, JOB, ctx.team.id, at=later)
            return None
    swept = badge_sweeping.sweep(ctx.db, ctx.team, ctx.now) if later == ctx.now else None
    badge_sweeping.plan_next(ctx.db, ctx.team, ctx.now)
    return None if swept is None else _news(ctx, swept)


def _news(ctx: WakeCtx, swept: badge_sweeping.Swept) -> list[Card]:
    people = roster(ctx.db, ctx.team.id)
    is_cheered = RECORD not in plan_of(ctx.db, ctx.team, ctx.now).off
    records = badge_sweeping.worth_telling(swept.beaten, RECORDS) if is_cheered else []
    lines: list[T] = []
    cards: list[Card] = []
    said: list[tuple[int, T]] = [*_badges(ctx, swept.given), *_records(ctx, records)]
    for who, line in said:
        if who in people.hidden:
            cards.append(Card(line, to=who))
        else:
            lines.append(line)
    badges.tell(ctx.db, swept.given)
    if len(lines) == 1:
        return [Card(lines[0]), *cards]
    if not lines:
        return cards
    shown = lines if len(lines) <= LINES else lines[: LINES - 1]
    more = [t("badge-more", count=len(lines) - len(shown))] if len(lines) > len(shown) else []
    return [Card(t("badge-morning"), (*shown, *more)), *cards]


def _badges(ctx: WakeCtx, given: list[Held]) -> list[tuple[int, T]]:
    """A line for each star and steady month, and one for all the other badges; with whose it is,
    0 for several people's.
    """
    people = roster(ctx.db, ctx.team.id)
    lines: list[tuple[int, T]] = []
    others: dict[int, list[Held]] = {}
    for badge in given:
        name = people.name(badge.member_id)
        if badge.kind == PROGRESS:
            words = t("badge-star", name=name, percent=badge.value // 100)
        elif badge.kind == STEADY:
            words = t("badge-steady", name=name, month=badge.first.month, days=badge.value)
        else:
            others.setdefault(badge.member_id, []).append(badge)
            continue
        lines.append((badge.member_id, words))
    hidden = [who for who in others if who in people.hidden]
    lines += [(who, badge_words.cheer(people.name(who), others.pop(who))) for who in hidden]
    if len(others) == 1:
        who, found = others.popitem()
        lines.append((who, badge_words.cheer(people.name(who), found)))
    elif others:
        lines.append((0, badge_words.several(people, list(others.items()), NAMED)))
    return lines


def _records(ctx: WakeCtx, beaten: list[Beaten]) -> list[tuple[int, T]]:
    people = roster(ctx.db, ctx.team.id)
    return [
        (each.member_id, badge_words.record(people.name(each.member_id), each)) for each in beaten
    ]
