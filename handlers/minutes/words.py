"""Minutes as members read them: a line, a draft, what was posted, what a new version changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.due_words import echo, moment
from bot.kit import Button, Card, Delivery, Expect, T, TeamInfo, t
from bot.language.dates import Due
from models import minutes, minutes_comments, tasks
from models.db import Db
from models.meeting_tables import Meeting, Minutes
from models.minutes_lines import ACTION, Diff, Line
from models.minutes_posting import Posting
from models.rosters import Roster, roster
from models.task_states import DONE
from models.tasks import TaskInfo

# A card has fifteen lines at most: so many of them are lines of the minutes, doubts, comments.
PAGE, DOUBTS, COMMENTS = 9, 3, 3
# As much of a line as one of a card shows.
LONGEST = 80
REPLY = "minutes"


@dataclass(frozen=True, slots=True)
class Scene:
    """Where words are for: a team, the moment, and the meeting."""

    db: Db
    team: TeamInfo
    now: dt.datetime
    meeting: Meeting

    @property
    def people(self) -> Roster:
        """Everybody in the team."""
        return roster(self.db, self.team.id)


def head(meeting: Meeting) -> T:
    """«#M12 618冲刺会»."""
    return t("minutes-head", number=meeting.number, title=cut(meeting.title, 40))


def cut(words: str, length: int = LONGEST) -> str:
    """Words on one line, a long one cut."""
    words = " ".join(words.split())
    return words if len(words) <= length + 1 else f"{words[:length]}…"


def names(people: Roster, ids: Iterable[int]) -> str:
    """«@阿芳 @丽姐»."""
    return " ".join(f"@{people.name(i)}" for i in ids)


def due_words(scene: Scene, line: Line) -> T | str:
    """When an action is due, with its weekday; empty where that is not said."""
    due = line.due
    if due is None:
        return ""
    value = due.day if due.all_day else due.at.astimezone(scene.team.zone)
    local = scene.now.astimezone(scene.team.zone)
    if line.recurrence:
        return echo(Due(value, None, line.recurrence), local)
    return moment(value, local)


def said(scene: Scene, line: Line, *, length: int = LONGEST) -> T:
    """A line without its number: «行动 #T31 出3版文案 @阿芳 06-20 周五»."""
    task = _task(scene, line)
    due = due_words(scene, line)
    return t(
        "minutes-said",
        kind=line.kind,
        task=task.number if task else 0,
        done=int(task is not None and task.row.state == DONE),
        words=cut(line.words, length),
        who=names(scene.people, line.people),
        named=len(line.people),
        due=due,
        dated=int(bool(due)),
    )


def _task(scene: Scene, line: Line) -> TaskInfo | None:
    return tasks.by_id(scene.db, scene.team.id, line.task_id) if line.task_id else None


def numbered(scene: Scene, line: Line, *, length: int = LONGEST) -> T:
    """A line with its number."""
    return t("minutes-line", n=line.n, said=said(scene, line, length=length))


def paged(lines: Sequence[Line], page: int) -> tuple[Sequence[Line], int, int]:
    """The lines of a page, which page that is, and how many there are."""
    pages = max(1, -(-len(lines) // PAGE))
    page = min(max(page, 1), pages)
    return lines[(page - 1) * PAGE : page * PAGE], page, pages


def page_of(lines: Sequence[Line], number: int) -> int:
    """The page of a line with that number."""
    place = next((i for i, line in enumerate(lines) if line.n == number), 0)
    return place // PAGE + 1


def _page(
    scene: Scene, row: Minutes, shown: Sequence[Line], *, count: int, place: tuple[int, int]
) -> list[T]:
    """The lines of a page, which one of how many it is, and whether the goal was reached."""
    lines = [numbered(scene, line) for line in shown]
    page, pages = place
    if pages > 1:
        number = scene.meeting.number
        lines.append(t("minutes-page", page=page, pages=pages, number=number, all=count))
    if row.goal:
        lines.append(t("minutes-goal", reached=row.goal))
    return lines


def draft(
    scene: Scene, row: Minutes, *, page: int = 0, about: int = 0, extra: Sequence[T] = ()
) -> Card:
    """The draft with what is unsure about it; `about` is the line that must be seen."""
    meeting = scene.meeting
    standing = [line for line in minutes.lines(scene.db, row) if not line.is_gone]
    wanted = page or (page_of(standing, about) if about else 1)
    shown, page, pages = paged(standing, wanted)
    lines = _page(scene, row, shown, count=len(standing), place=(page, pages))
    unsure = [(line, key, word) for line in standing for key, word in line.doubts]
    # The page's own doubts first: they can be answered by what is seen.
    seen = {line.n for line in shown}
    unsure.sort(key=lambda each: each[0].n not in seen)
    room = max(1, DOUBTS - len(extra))
    lines += [doubt(line, key, word) for line, key, word in unsure[:room]]
    if len(unsure) > room:
        lines.append(t("minutes-doubts-more", count=len(unsure) - room))
    lines += extra[:2]
    return Card(
        t("minutes-draft", head=head(meeting), version=row.base + 1),
        tuple(lines),
        note=t("minutes-draft-how", n=example(standing)) if standing else t("minutes-draft-empty"),
        buttons=(
            Button(t("minutes-button-confirm"), f"/confirm M{meeting.number}"),
            Button(t("minutes-button-discard"), f"/discard M{meeting.number}"),
        ),
        expect=Expect(REPLY, meeting.id),
        delivery=Delivery.IMPORTANT,
    )


def example(standing: Sequence[Line]) -> int:
    """The number of the line that examples name: the first action."""
    return next((line.n for line in standing if line.kind == ACTION), standing[0].n)


def doubt(line: Line, key: str, word: str) -> T:
    """The question about a line."""
    return t(
        f"minutes-doubt-{key.replace('_', '-')}",
        n=line.n,
        what=cut(line.words, 16),
        word=cut(word, 24),
    )


def whole(scene: Scene, row: Minutes, *, page: int = 1) -> Card:
    """Posted minutes: all lines, the goal, what is still unsure, and what members added."""
    meeting = scene.meeting
    found = minutes.lines(scene.db, row)
    stands = bool(found) and row.state == minutes.POSTED
    shown, page, pages = paged(found, page)
    lines = _page(scene, row, shown, count=len(found), place=(page, pages))
    lines += _unsettled(found)
    notes = minutes_comments.comments(scene.db, meeting.id) if stands else []
    people = scene.people
    lines += [
        t("minutes-comment", name=people.name(note.by_id), words=cut(note.words))
        for note in notes[-COMMENTS + 1 :]
    ]
    return Card(
        t(
            "minutes-posted",
            head=head(meeting),
            version=row.version or 1,
            standing=int(row.state == minutes.POSTED),
        ),
        tuple(lines),
        note=t("minutes-posted-how", number=meeting.number, n=example(found)) if stands else None,
        expect=Expect(REPLY, meeting.id),
        delivery=Delivery.IMPORTANT,
    )


def _unsettled(found: Sequence[Line]) -> list[T]:
    actions = [line for line in found if line.kind == ACTION]
    nobody = [str(line.n) for line in actions if not line.people]
    no_date = [str(line.n) for line in actions if line.due is None]
    lines = []
    if nobody:
        lines.append(t("minutes-nobody", lines=tuple(nobody[:PAGE])))
    if no_date:
        lines.append(t("minutes-no-date", lines=tuple(no_date[:PAGE])))
    return lines


def changes(scene: Scene, posting: Posting) -> Card:
    """What a later version says otherwise, and nothing else."""
    meeting, row = scene.meeting, posting.row
    found = difference_lines(scene, posting.diff)
    shown = found[: PAGE + 2]
    lines = list(shown)
    if len(found) > len(shown):
        more = len(found) - len(shown)
        lines.append(t("minutes-more", count=more, number=meeting.number))
    if row.goal:
        lines.append(t("minutes-goal", reached=row.goal))
    lines += _unsettled(posting.diff.added)
    return Card(
        t("minutes-changed", head=head(meeting), version=row.version or 1),
        tuple(lines),
        note=t("minutes-changed-how", number=meeting.number),
        expect=Expect(REPLY, meeting.id),
        delivery=Delivery.IMPORTANT,
    )


def difference_lines(scene: Scene, diff: Diff) -> list[T]:
    """A line for each line that is new, gone or otherwise."""
    found = []
    for was, now in diff.changed:
        parts = tuple(
            t("minutes-was-now", was=old or t("minutes-nothing"), now=new or t("minutes-nothing"))
            for old, new in _parts(scene, was, now)
            if old != new
        )
        what = cut(now.words, 24)
        task = _task(scene, now)
        found.append(
            t(
                "minutes-diff",
                n=now.n,
                kind=now.kind,
                task=task.number if task else 0,
                done=int(task is not None and task.row.state == DONE),
                what=what,
                parts=parts,
            )
        )
    found += [t("minutes-diff-new", line=numbered(scene, line)) for line in diff.added]
    found += [
        t("minutes-diff-gone", said=said(scene, line), task=line.task_id or 0)
        for line in diff.removed
    ]
    return found


def _parts(scene: Scene, was: Line, now: Line) -> list[tuple[T | str, T | str]]:
    people = scene.people
    parts: list[tuple[T | str, T | str]] = [
        (cut(was.words, 24), cut(now.words, 24)),
        (names(people, was.people), names(people, now.people)),
        (due_words(scene, was), due_words(scene, now)),
    ]
    if was.kind != now.kind:
        parts.append((t("minutes-kind", kind=was.kind), t("minutes-kind", kind=now.kind)))
    return parts


def afterwards(posting: Posting) -> list[T]:
    """What to know once it is posted: tasks that could not follow."""
    return [t("minutes-unmoved", number=task.number, why=why) for task, why in posting.unmoved[:2]]
