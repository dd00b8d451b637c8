"""A meeting's agenda in words: its head, its points, what is noted and how a vote stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.core import due_words
from bot.kit import Ctx, T, t
from models import agenda
from models.agenda import ACTIONS
from models.meeting_tables import AgendaItem, Meeting
from models.polls import Tally
from models.rosters import roster
from models.session_notes import Noted
from models.tasks import TaskInfo

_SECONDS = 60
# As many points, actions and notes as one card lists.
SHOWN_POINTS, SHOWN_ACTIONS, SHOWN_NOTES = 9, 6, 8


def head(row: Meeting) -> T:
    """A meeting by number and title."""
    return t("agenda-head", number=row.number, title=row.title)


def begins(ctx: Ctx, row: Meeting) -> T:
    """When a meeting is, with its weekday."""
    zone = ctx.team.zone
    return due_words.moment(row.start_at.astimezone(zone), ctx.now.astimezone(zone))


def title_of(ctx: Ctx, item: AgendaItem) -> T:
    """What a point is about; open actions have no title of their own."""
    if item.kind != ACTIONS:
        return t("common-as-is", text=item.title)
    return t("agenda-actions")


def details(ctx: Ctx, item: AgendaItem, *, called: bool = False) -> T:
    """Title, minutes and owner of a point; `called` writes the name so that it is called."""
    name = roster(ctx.db, ctx.team.id).name(item.owner_id) if item.owner_id is not None else ""
    return t(
        "agenda-details",
        title=title_of(ctx, item),
        minutes=item.minutes or 0,
        owner=f"@{name}" if called and name else name,
        has_owner=int(bool(name)),
    )


def point_line(ctx: Ctx, number: int, item: AgendaItem) -> T:
    """One line of the agenda."""
    return t(
        "agenda-line",
        number=number,
        state=item.state,
        what=details(ctx, item),
        spent=-(-item.spent // _SECONDS),
        carried=item.carried,
        standing=item.standing,
    )


def point_lines(ctx: Ctx, items: Sequence[AgendaItem], first: int = 1) -> list[T]:
    """The points of an agenda from a number on, as many as a card shows."""
    shown = items[first - 1 : first - 1 + SHOWN_POINTS]
    lines = [point_line(ctx, n, item) for n, item in enumerate(shown, start=first)]
    more = len(items) - (first - 1) - len(shown)
    if more > 0:
        lines.append(t("agenda-more", count=more, page=(first - 1) // SHOWN_POINTS + 2))
    return lines


def total(row: Meeting, items: Sequence[AgendaItem]) -> T:
    """The minutes that the points take together, of those that the meeting has."""
    wanted = agenda.total(items)
    over = max(wanted - row.minutes, 0)
    return t("agenda-total", wanted=wanted, minutes=row.minutes, over=over)


def action_lines(ctx: Ctx, found: Sequence[TaskInfo]) -> list[T]:
    """What earlier meetings left to do: number, title, whose, until when."""
    people = roster(ctx.db, ctx.team.id)
    lines = [
        t(
            "agenda-action-line",
            number=task.number,
            title=task.row.title,
            names=tuple(people.name(member) for member in task.owners),
            has_names=len(task.owners),
            due=_deadline(ctx, task.row.due_at, task.row.due_day, all_day=task.row.all_day),
            late=int(task.is_late(ctx.now)),
        )
        for task in found[:SHOWN_ACTIONS]
    ]
    if len(found) > SHOWN_ACTIONS:
        lines.append(t("agenda-actions-more", count=len(found) - SHOWN_ACTIONS))
    return lines


def _deadline(ctx: Ctx, moment: dt.datetime | None, day: dt.date | None, *, all_day: int) -> T:
    now = ctx.now.astimezone(ctx.team.zone)
    if moment is None or day is None:
        return t("date-open")
    value = day if all_day else moment.astimezone(ctx.team.zone)
    return t("agenda-until", date=due_words.moment(value, now))


def note_line(ctx: Ctx, noted: Noted) -> T:
    """One note: its kind and number, its words, and of an action whose and until when."""
    row = noted.row
    people = roster(ctx.db, ctx.team.id)
    return t(
        "agenda-note",
        kind=row.kind,
        number=noted.number,
        words=row.words,
        names=" ".join(f"@{people.name(member)}" for member in noted.people),
        has_names=len(noted.people),
        due=_deadline(ctx, row.due_at, row.due_day, all_day=row.all_day),
        has_due=int(row.due_day is not None),
    )


def counts(found: Tally) -> list[T]:
    """How a vote stands: a line of voices and a line of how many have voted."""
    voted = t("agenda-poll-voted", voted=found.voted, able=found.able, quorum=found.quorum)
    if not found.options:
        agree, against = found.counts
        voices = t("agenda-poll-proposal", agree=agree, against=against, abstained=found.abstained)
        return [voices, voted]
    lines = [
        t("agenda-poll-option", letter=letter(n), words=words, count=count)
        for n, (words, count) in enumerate(zip(found.options, found.counts, strict=True), start=1)
    ]
    return [*lines, t("agenda-poll-abstained", count=found.abstained), voted]


def letter(choice: int) -> str:
    """The letter of an option counted from 1."""
    return chr(ord("A") + choice - 1)
