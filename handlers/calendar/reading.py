"""The people and the times that a line about an appointment means."""

from __future__ import annotations

import datetime as dt

from bot.kit import Ctx, MemberInfo, Refusal
from bot.language.dates import Due
from bot.language.wishes import EVERYBODY, SELF, find_longest
from models.events import USUAL_LENGTH, When
from models.rosters import LEFT, roster
from models.wall_clock import at

_LAST_MINUTE = dt.time(23, 59)


def people(ctx: Ctx, names: tuple[str, ...]) -> tuple[MemberInfo, ...]:
    """The members of those names, none of them for everybody; raises Refusal for an unknown one and
    Ambiguous where several are called so.
    """
    everybody = roster(ctx.db, ctx.team.id)
    found: dict[int, MemberInfo] = {}
    for name in names:
        if name.lower() in EVERYBODY:
            continue
        member = ctx.actor if name in SELF else find_longest(name, everybody.find)
        if member is None or member.state == LEFT:
            raise Refusal("calendar-who", name=name[:20])
        found[member.id] = member
    return tuple(found.values())


def when_of(due: Due) -> When:
    """The times of a date that is sure; an hour where no end was said. It must have a start."""
    start, end, until = due.start, due.end, None
    if start is None:
        raise ValueError("a date without a start")
    if due.recurrence and end is not None and not isinstance(end, dt.datetime):
        end, until = None, end
    rule = due.recurrence or ""
    if not isinstance(start, dt.datetime):
        if isinstance(end, dt.datetime):
            return When(at(start, dt.time(), end.tzinfo or dt.UTC), end, rule, until)
        return When(start, end or start, rule, until)
    zone = start.tzinfo or dt.UTC
    if end is None:
        end = (start.astimezone(dt.UTC) + USUAL_LENGTH).astimezone(zone)
    elif not isinstance(end, dt.datetime):
        end = at(end, _LAST_MINUTE, zone)
    return When(start, end, rule, until)
