"""Lines of minutes as values: what one says, how it stands in a row, and how versions differ."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from models.meeting_tables import MinutesLine
from models.tasks import Deadline

DECISION, ACTION, DATA, OPEN = "decision", "action", "data", "open"
# The order in which posted minutes name them.
KINDS = (DECISION, ACTION, DATA, OPEN)
MAX_LINE = 1000
# Doubts that are settled when somebody is named, or a date.
OF_PEOPLE = frozenset({"nobody", "stranger", "either", "same", "left"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of minutes; `n` is its number, 0 while it has none.

    `people` are member ids, `doubts` pairs of a key and a word, `prior_id` the line of the version
    before that it goes on from, `said` its words as they were read from the message `source`.
    """

    kind: str
    words: str
    people: tuple[int, ...] = ()
    due: Deadline | None = None
    recurrence: str = ""
    doubts: tuple[tuple[str, str], ...] = ()
    task_id: int | None = None
    prior_id: int | None = None
    source: int | None = None
    said: str = ""
    n: int = 0
    id: int = 0
    is_gone: bool = False

    @property
    def content(self) -> tuple[object, ...]:
        """What it says, by which two lines are the same."""
        return self.kind, squeezed(self.words), self.people, self.due, self.recurrence


def squeezed(words: str) -> str:
    """Words without blanks and in lower case, by which they are compared."""
    return "".join(words.split()).lower()


def columns(line: Line) -> dict[str, Any]:
    """The columns of a row that hold a line."""
    due = line.due
    return {
        "kind": line.kind,
        "words": line.words[:MAX_LINE],
        "people": json.dumps(line.people),
        "due_at": due.at if due else None,
        "due_day": due.day if due else None,
        "all_day": int(due.all_day) if due else 0,
        "recurrence": line.recurrence,
        "doubts": json.dumps(line.doubts, ensure_ascii=False),
        "task_id": line.task_id,
        "prior_id": line.prior_id,
        "source": line.source,
        "said": line.said,
        "is_gone": int(line.is_gone),
    }


def line_of(row: MinutesLine) -> Line:
    """The line that a row holds."""
    due = None
    if row.due_at is not None and row.due_day is not None:
        due = Deadline(row.due_at, row.due_day, bool(row.all_day))
    return Line(
        row.kind,
        row.words,
        tuple(json.loads(row.people)),
        due,
        row.recurrence,
        tuple((key, word) for key, word in json.loads(row.doubts)),
        row.task_id,
        row.prior_id,
        row.source,
        row.said,
        row.n,
        row.id,
        bool(row.is_gone),
    )


def counted(lines: Sequence[Line]) -> list[Line]:
    """Lines with the numbers of their places."""
    return [replace(line, n=n) for n, line in enumerate(lines, start=1)]


def continued(line: Line) -> Line:
    """A line of a posted version as the next version begins with it."""
    return replace(line, prior_id=line.id, id=0)


def with_people(line: Line, people: tuple[int, ...]) -> Line:
    """A line given to those members; what was unsure about them is settled."""
    doubts = tuple(each for each in line.doubts if each[0] not in OF_PEOPLE)
    return replace(line, people=people, doubts=doubts)


def with_due(line: Line, due: Deadline | None, recurrence: str = "") -> Line:
    """A line due then; what was unsure about the date is settled."""
    doubts = tuple(each for each in line.doubts if each[0] in OF_PEOPLE)
    return replace(line, due=due, recurrence=recurrence, doubts=doubts)


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines that stand as posted minutes count them: by kind, and behind them what is new in
    a later version, so that numbers stay what they were.
    """
    standing = [line for line in lines if not line.is_gone]
    if any(line.prior_id is not None for line in standing):
        return sorted(standing, key=lambda line: line.n)
    return sorted(standing, key=lambda line: (KINDS.index(line.kind), line.n))


@dataclass(frozen=True, slots=True)
class Diff:
    """What a version says otherwise than the one before it; `changed` are pairs of old and new."""

    changed: tuple[tuple[Line, Line], ...] = ()
    added: tuple[Line, ...] = ()
    removed: tuple[Line, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.removed)


def difference(before: Sequence[Line], after: Sequence[Line]) -> Diff:
    """How the standing lines of a version differ from those of the version before."""
    old = {line.id: line for line in before}
    standing = [line for line in after if not line.is_gone]
    kept = {line.prior_id for line in standing}
    pairs = [(old[line.prior_id], line) for line in standing if line.prior_id in old]
    return Diff(
        tuple((was, now) for was, now in pairs if was.content != now.content),
        tuple(line for line in standing if line.prior_id not in old),
        tuple(line for line in before if line.id not in kept),
    )


def rebased(base: Sequence[Line], mine: Sequence[Line], newest: Sequence[Line]) -> list[Line]:
    """A draft of `mine` that was begun on `base` as it is when it goes on from `newest` instead.

    What only one side changed is as that side wants it; what both changed is as in the draft, and
    what one side struck out and the other changed stays. No line of either side is lost.
    """
    was = {line.id: line for line in base}
    own = {line.prior_id: line for line in mine if line.prior_id in was}
    found: list[Line] = []
    for line in newest:
        old = was.get(line.prior_id or 0)
        draft = own.pop(line.prior_id or 0, None) if old is not None else None
        if old is None or draft is None:
            found.append(continued(line))
        elif draft.is_gone:
            is_same = old.content == line.content
            found.append(replace(continued(line), is_gone=is_same))
        elif draft.content != old.content:
            found.append(replace(draft, prior_id=line.id, task_id=line.task_id, id=0))
        else:
            found.append(continued(line))
    # What the newest version struck out stays only where the draft had changed it.
    found += [
        replace(line, prior_id=None, id=0)
        for prior, line in own.items()
        if not line.is_gone and prior in was and line.content != was[prior].content
    ]
    told = {line.content for line in found}
    fresh = [line for line in mine if line.prior_id not in was and line.content not in told]
    return [*found, *(replace(line, id=0) for line in fresh)]
