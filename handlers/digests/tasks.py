"""The digest's lines about tasks: counts and praise for the group, names for who leads."""

from __future__ import annotations

from bot.kit import T, public_name, t
from models.rosters import Roster
from models.team_work import Lot, TaskFigures

# Signs of a title, and doubles that one line names.
TITLE, DOUBLES = 12, 3


def task_lines(
    figures: TaskFigures | None, people: Roster, *, is_named: bool
) -> list[tuple[str, T]]:
    """Lines with the names by which they may be dropped; who is late is told to leads alone."""
    if figures is None:
        return []
    lines = _done(figures, people)
    if is_named:
        for name in ("due", "overdue", "blocked"):
            lot: Lot = getattr(figures, name)
            if lot.count:
                lines.append((name, _line(f"digest-tasks-{name}", lot, people)))
    else:
        lines += _counts(figures)
    if figures.unowned.count:
        lines.append(("unowned", _line("digest-tasks-unowned", figures.unowned, people)))
    if is_named and figures.doubles:
        lines.append(("doubles", _doubles(figures)))
    return lines


def _done(figures: TaskFigures, people: Roster) -> list[tuple[str, T]]:
    if not figures.done and not figures.done_before:
        return []
    best: T | str = ""
    if figures.best is not None and figures.best[1] > 1:
        member_id, count = figures.best
        best = t("digest-tasks-best", name=public_name(people, member_id), count=count)
    line = t("digest-tasks-done", done=figures.done, before=figures.done_before, best=best)
    return [("done", line)]


def _counts(figures: TaskFigures) -> list[tuple[str, T]]:
    """What is still to be done today, without a name."""
    parts = tuple(
        t(f"digest-tasks-count-{name}", count=lot.count)
        for name, lot in (
            ("due", figures.due),
            ("overdue", figures.overdue),
            ("blocked", figures.blocked),
        )
        if lot.count
    )
    return [("due", t("digest-tasks-counts", parts=parts))] if parts else []


def _line(key: str, lot: Lot, people: Roster) -> T:
    shown = tuple(
        t(
            "digest-task",
            number=each.item.number,
            title=_short(each.item.title),
            who=tuple(people.name(i) for i in each.owners[:2]),
            owners=len(each.owners),
        )
        for each in lot.first
    )
    first = lot.first[0].item.number
    return t(key, count=lot.count, tasks=shown, more=lot.count - len(shown), first=first)


def _short(title: str) -> str:
    return title if len(title) <= TITLE else f"{title[: TITLE - 1]}…"


def _doubles(figures: TaskFigures) -> T:
    shown = tuple(
        t(
            "digest-double",
            one=each.first.number,
            other=each.second.number,
            customer=each.customer,
            alike=int(not each.customer),
        )
        for each in figures.doubles[:DOUBLES]
    )
    return t("digest-tasks-doubles", count=len(figures.doubles), shown=shown)
