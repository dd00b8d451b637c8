"""Task orders as a team writes them: 任务 @阿芳 出3版文案 周五18点 验收:含价格, one or several."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from bot.language.dates import Due
from bot.language.task_fields import clean_item
from bot.language.task_line import clean_title, read_line
from bot.language.task_lines import Line, is_prose, split_lines
from bot.language.task_promises import Promise, read_promise
from bot.language.task_quote import read_quote
from bot.language.task_sheet import Draft
from bot.language.task_talk import is_order
from bot.language.task_verbs import Verb, read_verb

__all__ = [
    "Promise",
    "TaskOrder",
    "Verb",
    "is_order",
    "read_orders",
    "read_promise",
    "read_verb",
]

_MOST_ORDERS = 50
# A line without who or when below one like it is another task up to this length.
_SHORT = 20
_PARTS = re.compile(r"[;；]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMBERED = re.compile(r"1[.、)]")


# 提醒我打电话 is for the one who says it.
_REMIND_ME = re.compile(r"(?:记得)?提醒我(?:一下|要|去)?(?=.)|remind me to (?=.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """One task to be made.

    `people` are the assignees as written, "我" for the sender; `priority` is 2 (urgent), 1, 0 or
    -1 (low); `items` is the checklist, `after` the numbers of tasks to wait for, `criteria` what is
    asked of the result and `acceptor` who judges it, `needs` the skills with their least level. The
    spans of `due` are places in the line that it was read from.
    """

    title: str
    people: tuple[str, ...] = ()
    everybody: bool = False
    due: Due | None = None
    priority: int = 0
    tags: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    after: tuple[int, ...] = ()
    criteria: str = ""
    acceptor: str = ""
    needs: tuple[tuple[str, int], ...] = ()
    customer: str = ""
    stage: str = ""
    detail: str = ""


def read_orders(
    text: str, now: dt.datetime, known: Callable[[str], bool], *, quoted: str = ""
) -> tuple[TaskOrder, ...]:
    """The orders in what stands behind the command word, none where nothing stands there.

    `now` is aware and in the zone of the team, `known` tells whether a bare word is the name of a
    member, `quoted` is the message that the order replies to: it gives the title where none is
    left.
    """
    lines = _Lines(now, known)
    for line in split_lines(text):
        lines.add(line)
    drafts = lines.finish()
    if not drafts and quoted.strip():
        drafts = [Draft()]
    return tuple(_order(draft, quoted if len(drafts) == 1 else "") for draft in drafts)


class _Lines:
    """Puts the lines of an order together to tasks."""

    def __init__(self, now: dt.datetime, known: Callable[[str], bool]) -> None:
        self.now, self.known = now, known
        self.head = Draft()
        self.drafts: list[Draft] = []
        # The orders that the head is for.
        self.below: list[Draft] = []
        self.open = ""
        # The orders of a list that began below a line of shared parts or of nothing.
        self.is_list = False
        # Whether the last line with a title was marked as one of a list.
        self.is_marked = False
        self.has_heading = False
        self.first = True
        # Whether shared parts were said below which nothing stands yet.
        self.is_fresh = False

    def add(self, line: Line) -> None:
        """Take one line in."""
        is_first, self.first = self.first, False
        if line.kind == "blank":
            self.open = ""
            self.is_list = self.is_list or is_first
            return
        if line.kind == "prose" or len(self.drafts) >= _MOST_ORDERS:
            self._current().detail.append(line.text.strip())
            return
        drafts = self._parts(line.text)
        if self.open and self._fill(line, drafts[0]):
            return
        for draft in drafts:
            self._place(line.kind, line.text, draft)
            self.open = draft.open

    def _parts(self, text: str) -> list[Draft]:
        """The orders of one line: several where each side of a ; says what and who or when."""
        whole = read_line(text, self.now, self.known)
        pieces = _PARTS.split(text)
        if len(pieces) < 2 or not whole.title:
            return [whole]
        parts = [read_line(piece, self.now, self.known) for piece in pieces]
        if not _is_value(parts) and all(part.title and part.is_claimed for part in parts):
            for before, part in pairwise(parts):
                if not part.people and not part.everybody:
                    part.people, part.everybody = list(before.people), before.everybody
            return parts
        return [whole]

    def _fill(self, line: Line, draft: Draft) -> bool:
        """Whether the line is part of the value of the label above it."""
        if draft.people or draft.everybody or not draft.title or draft.open:
            return False
        current, text = self._current(), line.text.strip()
        if self.open == "items":
            current.items.append(clean_item(text))
        elif self.open == "criteria":
            current.criteria.append(text)
        elif self.open == "detail":
            current.detail.append(text)
        elif self.open == "title" and not current.title:
            current.title = clean_title(text)
        else:
            return False
        return True

    def _current(self) -> Draft:
        return self.drafts[-1] if self.drafts else self.head

    def _place(self, kind: str, text: str, draft: Draft) -> None:
        marked = kind in ("number", "bullet")
        if not draft.title:
            self._share(draft)
        elif not self.drafts or self.is_fresh:
            self._begin(draft, marked=marked)
        elif marked:
            self._listed(draft, text)
        elif draft.people or draft.everybody or draft.is_named:
            self._begin(draft, marked=False)
        elif is_prose(text):
            self.drafts[-1].detail.append(text.strip())
        elif draft.due is not None or self.is_list:
            if draft.due is not None and not self.is_list and not self.is_marked:
                last = self.drafts[-1]
                draft.people, draft.everybody = list(last.people), last.everybody
            self._begin(draft, marked=False)
        elif draft.is_bare and self.drafts[-1].is_bare and len(draft.title) <= _SHORT:
            self._begin(draft, marked=False)
        elif draft.is_bare:
            self.drafts[-1].detail.append(text.strip())
        else:
            # A field with some words around it.
            self.drafts[-1].absorb(draft)

    def _listed(self, draft: Draft, text: str) -> None:
        """A line with a number or a box: a step of the task above, or a task of its own."""
        last = self.drafts[-1]
        is_handed = bool(draft.people or draft.everybody)
        is_free = not last.people and not last.everybody and (is_handed or not last.due)
        if self.is_marked:
            self._begin(draft, marked=True)
        elif draft.is_claimed and is_free and len(self.drafts) == 1 and not last.items:
            # The line above was the heading of a list.
            self.drafts.pop()
            last.detail.insert(0, last.title)
            last.title = ""
            self.head.absorb(last)
            self._begin(draft, marked=True)
        elif is_handed:
            self._begin(draft, marked=True)
        else:
            last.items.append(clean_item(text))

    def _share(self, draft: Draft) -> None:
        """A line without a title: parts of the order above, or shared by those below."""
        if not self.drafts:
            self.head.absorb(draft)
            self.is_list = self.is_list or bool(draft.is_claimed or draft.tags)
            return
        last = self.drafts[-1]
        if self.is_fresh:
            self.head.absorb(draft)
        elif (draft.people and last.people) or (draft.due and last.due and not draft.people):
            people = draft.people or last.people
            self._close()
            self.head, self.is_list, self.is_fresh = draft, True, True
            self.head.people = list(people)
        else:
            last.absorb(draft)

    def _begin(self, draft: Draft, *, marked: bool) -> None:
        draft.inherit(self.head)
        self.below.append(draft)
        self.drafts.append(draft)
        self.is_marked, self.is_fresh = marked, False
        self.is_list = self.is_list or marked

    def _close(self) -> None:
        """Who was named above a list and has no line in it does all of it with the others."""
        below, self.below = self.below, []
        held = {name for draft in below for name in draft.people}
        left_out = [name for name in self.head.people if name not in held]
        for draft in below:
            draft.people += left_out

    def finish(self) -> list[Draft]:
        """All orders; without any title one that holds what was said."""
        if not self.drafts:
            return [self.head] if self.head != Draft() else []
        if self.is_fresh:
            self.drafts[-1].absorb(self.head)
        self._close()
        return self.drafts


def _is_value(parts: list[Draft]) -> bool:
    """Whether a ; stands in what is asked for, in a note or a list of steps."""
    return any(
        (before.items or before.criteria or before.detail) and not part.people
        for before, part in pairwise(parts)
    )


def _order(draft: Draft, quoted: str) -> TaskOrder:
    if not draft.title and quoted:
        quote = read_quote(quoted)
        draft.title = quote.title
        draft.detail += [quote.detail] if quote.detail else []
    if not draft.title:
        _find_title(draft)
    mine = _REMIND_ME.match(draft.title)
    if mine is not None and not draft.people:
        draft.people, draft.title = ["我"], draft.title[mine.end() :]
    return TaskOrder(
        draft.title,
        tuple(draft.people),
        draft.everybody,
        draft.due,
        draft.priority or 0,
        tuple(draft.tags),
        tuple(item for item in draft.items if item),
        tuple(draft.after),
        "\n".join(draft.criteria),
        draft.acceptor,
        tuple(draft.needs),
        draft.customer,
        draft.stage,
        "\n".join(draft.detail),
    )


def _find_title(draft: Draft) -> None:
    """@丽姐 验收 with nothing else is an order to her; behind 验收:含价格 a title may stand."""
    if draft.handed and not draft.people:
        draft.people, draft.acceptor = [draft.acceptor], ""
        draft.title = clean_title(draft.handed.partition(draft.people[0])[2])
        return
    for values in (draft.criteria, draft.items, draft.detail):
        if values and _HAN.search(values[-1]) and not _NUMBERED.search(values[-1]):
            first, _, rest = values[-1].partition(" ")
            draft.title = clean_title(rest)
            if draft.title:
                values[-1] = first
                return
