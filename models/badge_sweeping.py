"""What ends with a day, week or month: badges for them, own records, and what the followers of the
ledger could not see, such as leave that was noted later.

Each day is looked at once, also after the bot was off; the badges of a week or month are given by
the ledger as it is then, and no later correction moves them to somebody else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models import badges, best_spans, care, helping, measures, reminders, streaks
from models.badge_following import first_order, money, streak_levels
from models.badge_kinds import DAY, FIRST, HELP, MONTH, PROGRESS, STEADY, STREAK
from models.badge_values import Held, Now, Reached
from models.best_spans import Beaten
from models.db import Db
from models.praise_plans import DAILY, JOB, Plan, plan_of, swept
from models.records import first_number
from models.rosters import ACTIVE, SHADOW, roster
from models.schedules import local_moment
from models.totals import Place, board
from models.values import Period, PeriodKind, TeamInfo

_A_DAY, _A_WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
# When the morning's news is told, in minutes after midnight.
MORNING = 9 * 60
# A week is compared with so many before it.
WEEKS_BEFORE = 4
# Who had fewer orders in them, or less than this share of the others' average, has no usual week
# that a star could be measured by; and a tenth more is the least that is progress.
ORDERS_BEFORE, SHARE_BEFORE, LEAST_PROGRESS = 4, 10, 11_000
# A steady month has at least so many days of work.
STEADY_DAYS = 10
# After a longer absence only the last days are looked at.
LOOK_BACK = 62


@dataclass(slots=True)
class Swept:
    """What came of it: badges that were not cheered yet, and records of weeks and months."""

    given: list[Held] = field(default_factory=list)
    beaten: list[Beaten] = field(default_factory=list)


def plan_next(db: Db, team: TeamInfo, now: dt.datetime) -> None:
    """Wake the job again in the morning."""
    local = now.astimezone(team.zone)
    day = local.date()
    if local.hour * 60 + local.minute >= MORNING:
        day += _A_DAY
    moment = care.after_quiet(team, local_moment(day, MORNING, team.zone))
    reminders.remind(db, team.id, JOB, team.id, at=moment, step=DAILY)


def sweep(db: Db, team: TeamInfo, now: dt.datetime) -> Swept:
    """Look at all business days that have ended since the last time; each once."""
    plan = plan_of(db, team, now)
    today = team.day_of(now)
    yesterday = today - _A_DAY
    first = max(plan.swept_on + _A_DAY, today - LOOK_BACK * _A_DAY)
    result = Swept()
    if first > yesterday or not swept(db, team.id, yesterday):
        return result
    stamp = Now(now, today)
    for day in _each(first, yesterday):
        _settle_day(db, team, plan, day, stamp)
        for kind in (PeriodKind.WEEK, PeriodKind.MONTH):
            period = Period.of(kind, day)
            if period.last == day:
                _close(db, team, plan, period, stamp)
                result.beaten += _records(db, team, period)
    _helpers(db, team, plan, stamp)
    result.given = untold(db, team, first)
    return result


def untold(db: Db, team: TeamInfo, since: dt.date) -> list[Held]:
    """The badges that were given since a business day and that nobody was told of."""
    found = badges.given(db, team.id, since, dt.date.max)
    return [badge for badge in found if badge.told is None]


def sweep_first(db: Db, team: TeamInfo, now: dt.datetime) -> None:
    """Give what members reached before there were badges, without a word."""
    plan = plan_of(db, team, now)
    today = team.day_of(now)
    stamp = Now(now, today)
    for place in _members(db, team, Period.of(PeriodKind.ALL, today)):
        who = place.member_id
        before = set(badges.of_member(db, who))
        best_day = best_spans.highest(db, team.id, who, best_spans.DAY, today)
        best_month = best_spans.highest(db, team.id, who, best_spans.MONTH, today)
        found = _first(db, team, who, plan)
        for kind, best in ((DAY, best_day), (MONTH, best_month)):
            if best is not None:
                found += money(db, team, who, kind, plan.levels_of(kind), day=best.day)
        longest = streaks.longest(db, team, who)
        if longest is not None and longest.last < today:
            found += streak_levels(longest, plan.levels_of(STREAK))
        for reached in found:
            badges.give(db, team, who, reached, stamp)
        new = [b for key, b in badges.of_member(db, who).items() if key not in before]
        badges.tell(db, new)


def _each(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for n in range((last - first).days + 1):
        yield first + n * _A_DAY


def _members(db: Db, team: TeamInfo, period: Period) -> list[Place]:
    """Who is here and had an order in a period."""
    people = roster(db, team.id).members
    return [
        place
        for place in board(db, team.id, period)
        if place.orders > 0 and people[place.member_id].state in (ACTIVE, SHADOW)
    ]


def _first(db: Db, team: TeamInfo, member_id: int, plan: Plan) -> list[Reached]:
    if not plan.levels_of(FIRST):
        return []
    days = streaks.days_with_order(db, team.id, member_id)
    if not days:
        return []
    day = days[0]
    number = first_number(db, team.id, member_id, day)
    return first_order(db, team, member_id, number, day) if number is not None else []


def _settle_day(db: Db, team: TeamInfo, plan: Plan, day: dt.date, now: Now) -> None:
    """Give what a day's orders have reached and the followers could not see."""
    for place in _members(db, team, Period.of(PeriodKind.DAY, day)):
        who = place.member_id
        held = badges.of_member(db, who)
        found: list[Reached] = []
        if (FIRST, 1, "") not in held:
            found += _first(db, team, who, plan)
        found += streak_levels(streaks.streak_to(db, team, who, day), plan.levels_of(STREAK))
        for kind in (DAY, MONTH):
            found += money(db, team, who, kind, plan.levels_of(kind), day=day)
        for reached in found:
            badges.give(db, team, who, reached, now)


def _close(db: Db, team: TeamInfo, plan: Plan, period: Period, now: Now) -> None:
    """Give the badges of a week or month that has ended."""
    if period.kind is PeriodKind.WEEK and plan.levels_of(PROGRESS):
        winners = stars(db, team, period)
    elif period.kind is PeriodKind.MONTH and plan.levels_of(STEADY):
        winners = steady(db, team, period)
    else:
        return
    for who, reached in winners:
        badges.give(db, team, who, reached, now)


def stars(db: Db, team: TeamInfo, week: Period) -> list[tuple[int, Reached]]:
    """Who made most progress in a week against the four weeks before; those who tie share it.

    Somebody else with a usual week must have been there: nobody is the best of one.
    """
    before = Period(PeriodKind.RANGE, week.first - WEEKS_BEFORE * _A_WEEK, week.first - _A_DAY)
    usual = {p.member_id: p for p in _members(db, team, before) if p.amount > 0}
    if not usual:
        return []
    average = sum(place.amount for place in usual.values()) // len(usual)
    able = [
        place
        for place in usual.values()
        if place.orders >= ORDERS_BEFORE and place.amount * 100 >= average * SHARE_BEFORE
    ]
    done = {place.member_id: place.amount for place in _members(db, team, week)}
    rates = {
        place.member_id: measures.progress(
            done.get(place.member_id, 0), 7, place.amount, 7 * WEEKS_BEFORE
        )
        for place in able
    }
    best = max((rate for rate in rates.values() if rate is not None), default=0)
    if len(able) < 2 or best < LEAST_PROGRESS:
        return []
    name = week.first.isoformat()
    return [
        (who, Reached(PROGRESS, 1, rate, week.first, week.last, name))
        for who, rate in rates.items()
        if rate == best
    ]


def steady(db: Db, team: TeamInfo, month: Period) -> list[tuple[int, Reached]]:
    """Who had an order on every day of a month on which they worked."""
    found = []
    for place in _members(db, team, month):
        who = place.member_id
        work = streaks.work_days(db, team, who, month)
        days = set(streaks.days_with_order(db, team.id, who))
        if len(work) >= STEADY_DAYS and days.issuperset(work):
            name = month.first.isoformat()
            found.append((who, Reached(STEADY, 1, len(work), month.first, month.last, name)))
    return found


def _helpers(db: Db, team: TeamInfo, plan: Plan, now: Now) -> None:
    levels = plan.levels_of(HELP)
    if not levels:
        return
    ever = helping.helped(db, team, Period.of(PeriodKind.ALL, now.today))
    for who, count in ever.items():
        for level in levels:
            if level <= count and (HELP, level, "") not in badges.of_member(db, who):
                reached = Reached(HELP, level, count, now.today, now.today)
                badges.give(db, team, who, reached, now)


def _records(db: Db, team: TeamInfo, period: Period) -> list[Beaten]:
    """Who had the best week or month of their own."""
    kind = best_spans.WEEK if period.kind is PeriodKind.WEEK else best_spans.MONTH
    found = [
        best_spans.beaten_in(db, team.id, place.member_id, kind, period, amount=place.amount)
        for place in _members(db, team, period)
    ]
    return [beaten for beaten in found if beaten is not None]


def worth_telling(beaten: Sequence[Beaten], most: int) -> list[Beaten]:
    """The records of weeks and months that are told: one for each member, months first."""
    found: dict[int, Beaten] = {}
    for each in sorted(beaten, key=lambda b: b.kind != best_spans.MONTH):
        found.setdefault(each.member_id, each)
    return list(found.values())[:most]
