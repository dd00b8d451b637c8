"""The reports of a meeting: all of them for who leads it, the own one and the count for others."""

from __future__ import annotations

from bot.kit import Card, Ctx, T, t
from handlers.reports.words import fact_lines, said_lines, sales, shortened
from models import meeting_reports, meetings
from models.meeting_reports import Report, Standing
from models.meeting_tables import Meeting
from models.rosters import Roster, roster

# Reports that one card shows, and signs of what each says.
SHOWN, WORDS, NAMED = 9, 40, 12


def shown(ctx: Ctx, row: Meeting) -> Card:
    """The reports as the one who asks may see them."""
    found = meeting_reports.standing(ctx.db, row)
    count = t(
        "report-count",
        number=row.number,
        title=shortened(row.title, 40),
        handed=len(found.reports),
        total=found.total,
    )
    if meetings.may_run(row, ctx.actor):
        return Card(count, _all(ctx, found))
    meeting_reports.require_invited(ctx.db, row, ctx.actor)
    mine = next((each for each in found.reports if each.member_id == ctx.actor.id), None)
    if mine is None:
        is_open = row.state in meetings.ALIVE and ctx.actor in found.missing
        return Card(count, note=t("report-not-yet", number=row.number) if is_open else None)
    facts = () if ctx.chat.is_group else tuple(fact_lines(mine.facts))
    return Card(count, (t("report-mine", late=int(mine.is_late)), *facts, *said_lines(mine)))


def _all(ctx: Ctx, found: Standing) -> tuple[T, ...]:
    """All reports, those who are stuck first; in the group nothing that could shame."""
    people = roster(ctx.db, ctx.team.id)
    is_private = not ctx.chat.is_group
    ordered = sorted(found.reports, key=lambda each: not each.blocker)
    if not is_private:
        ordered = [each for each in ordered if each.blocker or each.words]
    lines = [_line(each, people, is_private=is_private) for each in ordered[:SHOWN]]
    if len(ordered) > SHOWN:
        lines.append(t("report-more", count=len(ordered) - SHOWN))
    if is_private and found.missing:
        names = tuple(each.name for each in found.missing[:NAMED])
        lines.append(t("report-missing", names=names, more=len(found.missing) - len(names)))
    return tuple(lines)


def _line(report: Report, people: Roster, *, is_private: bool) -> T:
    parts: list[T] = []
    if report.blocker:
        parts.append(t("report-part-blocker", words=shortened(report.blocker, WORDS)))
    if is_private:
        parts.append(sales(report.facts))
        for name in ("done", "late"):
            count = getattr(report.facts, name)
            if count:
                parts.append(t(f"report-part-{name}", count=count))
    if report.words:
        parts.append(t("report-part-words", words=shortened(report.words, WORDS)))
    late = int(report.is_late and is_private)
    name = people.name(report.member_id)
    return t("report-line", name=name, late=late, parts=tuple(parts))
