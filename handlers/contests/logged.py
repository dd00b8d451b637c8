"""The record of a contest in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.kit import Ctx, T, t
from handlers.contests.words import cutoff, days, manner_parts, moment, prizes
from models.contest_log import events
from models.contest_rules import Rules, as_json, canonical, read
from models.contest_tables import Contest, ContestEvent
from models.rosters import roster

# Lines of the record that fit into one message; the newest are shown.
SHOWN = 12
# Changes of the rules that are one line each, by the names in their JSON.
_DAYS = frozenset({"first", "last"})
_TIMES = _DAYS | {"ends", "cutoff", "daily"}


def log_lines(ctx: Ctx, row: Contest) -> tuple[list[T], int]:
    """The newest events in order, and how many earlier ones there are."""
    found = events(ctx.db, row)
    return [_event(ctx, row, event) for event in found[-SHOWN:]], max(0, len(found) - SHOWN)


def _event(ctx: Ctx, row: Contest, event: ContestEvent) -> T:
    people = roster(ctx.db, ctx.team.id)
    details: Mapping[str, Any] = json.loads(event.details) if event.details else {}
    who = details.get("who", event.member_id)
    by = people.name(event.member_id) if event.member_id else ""
    parts: tuple[T, ...] = ()
    if event.action in ("change", "propose"):
        change = details["change"]
        parts = _changes(ctx, read(row.rules), change) if change else (t("contest-log-off"),)
    return t(
        "contest-log-line",
        time=moment(ctx.team, event.at, ctx.now),
        action=event.action,
        by=by,
        who=people.name(who) if who else "",
        same=int(who == event.member_id),
        parts=parts,
        n=int(details.get("n", 0)),
        side=str(details.get("side", "")),
        members=tuple(people.name(each) for each in details.get("members", ())),
    )


def change_words(ctx: Ctx, row: Contest, change: str) -> list[T]:
    """What a proposal alters, as lines."""
    if not change:
        return [t("contest-log-off")]
    before, after = json.loads(row.rules), json.loads(change)
    names = {k: [before.get(k), v] for k, v in after.items() if before.get(k) != v}
    return list(_changes(ctx, read(row.rules), names))


def _changes(ctx: Ctx, rules: Rules, change: Mapping[str, list[Any]]) -> tuple[T, ...]:
    """Old and new of what was altered, in the words of the rules."""
    before, after = _with(rules, change, 0), _with(rules, change, 1)
    parts = []
    if change.keys() & _TIMES:
        is_day = bool(change.keys() & _DAYS)
        old, new = (_when(ctx, each) if is_day else cutoff(each) for each in (before, after))
        parts.append(t("contest-change", before=old, after=new))
    olds, news = (manner_parts(ctx.team, each, ctx.now) for each in (before, after))
    unset = t("contest-unset")
    parts += [
        t("contest-change", before=olds.get(name, unset), after=news.get(name, unset))
        for name in dict.fromkeys((*olds, *news))
        if olds.get(name) != news.get(name)
    ]
    if "prizes" in change:
        none = t("contest-no-prize")
        old, new = (prizes(before) or [none])[0], (prizes(after) or [none])[0]
        parts.append(t("contest-change", before=old, after=new))
    return tuple(parts)


def _when(ctx: Ctx, rules: Rules) -> T:
    return t("contest-when", days=days(ctx.team, rules, ctx.now), cutoff=cutoff(rules))


def _with(rules: Rules, change: Mapping[str, list[Any]], n: int) -> Rules:
    """The rules with the old (0) or the new (1) values of a change."""
    return read(canonical({**as_json(rules), **{name: pair[n] for name, pair in change.items()}}))
