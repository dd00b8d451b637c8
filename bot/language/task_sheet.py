"""One line of an order: its parts are taken from it one after the other, the rest is a title."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.language.dates import Due
from bot.language.dates_words import spell

# Signs in `Sheet.left` for what was taken: as good as a blank, or as if it had never stood there.
_TAKEN = " "
DROPPED = "\x00"


@dataclass(slots=True)
class Draft:
    """The parts of an order as they are found; the names are those of a TaskOrder.

    `handed` is who was named as acceptor where it could also be the assignee (@丽姐 验收), `open`
    the kind of a label at the end of the line whose value stands below; `is_named` tells that the
    title has a label.
    """

    title: str = ""
    people: list[str] = field(default_factory=list)
    everybody: bool = False
    due: Due | None = None
    priority: int | None = None
    tags: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    after: list[int] = field(default_factory=list)
    criteria: list[str] = field(default_factory=list)
    acceptor: str = ""
    needs: list[tuple[str, int]] = field(default_factory=list)
    customer: str = ""
    stage: str = ""
    detail: list[str] = field(default_factory=list)
    handed: str = ""
    open: str = ""
    is_named: bool = False

    @property
    def is_claimed(self) -> bool:
        """Whether it says who or when."""
        return bool(self.people or self.everybody or self.due)

    @property
    def is_bare(self) -> bool:
        """Whether it is a title and nothing else."""
        return not self.is_claimed and self == Draft(title=self.title)

    def absorb(self, other: Draft) -> None:
        """Take over the parts of a line that belongs to this order."""
        self.everybody = self.everybody or other.everybody
        self.due = self.due or other.due
        self.priority = other.priority if self.priority is None else self.priority
        for name in ("people", "tags", "items", "after", "criteria", "needs", "detail"):
            mine = getattr(self, name)
            mine += [each for each in getattr(other, name) if each not in mine]
        for name in ("title", "acceptor", "customer", "stage", "handed"):
            mine, new = getattr(self, name), getattr(other, name)
            if mine and new and mine != new:
                self.detail.append(new)
            setattr(self, name, mine or new)

    def inherit(self, head: Draft) -> None:
        """Take over what the line above a list says for all of it."""
        if not self.people and not self.everybody:
            self.people, self.everybody = list(head.people), head.everybody
        self.due = self.due or head.due
        self.priority = head.priority if self.priority is None else self.priority
        self.acceptor = self.acceptor or head.acceptor
        self.customer = self.customer or head.customer
        self.stage = self.stage or head.stage
        for name in ("tags", "after", "needs", "criteria", "detail", "items"):
            mine = getattr(self, name)
            mine[:0] = [each for each in getattr(head, name) if each not in mine]


class Sheet:
    """A text in one spelling from which parts are taken; places lead back to what was written."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spelled, self.places = spell(text.replace(DROPPED, _TAKEN))
        self.left = self.spelled

    def said(self, start: int, end: int) -> str:
        """The words as they were written."""
        return self.text[self.places[start] : self.places[end]].strip()

    def take(self, pattern: re.Pattern[str], use: Callable[[re.Match[str]], bool]) -> None:
        """Take all places of a pattern out, but those that `use` says no to."""
        self.left = pattern.sub(
            lambda match: _TAKEN * len(match[0]) if use(match) else match[0], self.left
        )

    def blank(self, spans: list[tuple[int, int]], sign: str = _TAKEN) -> None:
        """Take places out."""
        pieces: list[str] = []
        at = 0
        for start, end in sorted(spans):
            start, end = max(start, at), max(end, at)
            pieces += [self.left[at:start], sign * (end - start)]
            at = end
        self.left = "".join([*pieces, self.left[at:]])

    def rest(self) -> str:
        """What was written, without the parts that were taken."""
        signs = list(self.text)
        for index, (left, spelled) in enumerate(zip(self.left, self.spelled, strict=True)):
            if left != spelled:
                signs[self.places[index]] = "" if left == DROPPED else _TAKEN
        return "".join(signs)
