"""What is remembered from one clause of minutes to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.language.minutes_clauses import Clause, Setting
from bot.language.minutes_dates import Named
from bot.language.minutes_drafts import Draft, Piece
from bot.language.minutes_goal import GoalTalk
from bot.language.minutes_people import Mention


@dataclass(slots=True)
class Scope:
    """What holds for a row: the section, who is to do it, by when, who says 我.

    `forced` makes tasks of plain words; `inline` tells that the section is named in the row itself.
    """

    section: str = ""
    who: Mention | None = None
    due: Named | None = None
    due_words: str = ""
    me: str | None = None
    forced: bool = False
    mark: str = ""
    inline: bool = False


@dataclass
class State:
    """The things found so far in one reply, and what the next clause may refer to.

    `loose` is the last clause of no kind of its own, `run_start` to `run_end` the place of all such
    clauses in a row. `earlier` is what the sentence before left open. `pending_who` and
    `pending_due` wait for the task they belong to, `settled` and `fresh` tell that a
    decision or a task stands before in the sentence.
    """

    plain: str
    setting: Setting
    drafts: list[Draft] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    goal: GoalTalk = field(default_factory=GoalTalk)
    scope: Scope = field(default_factory=Scope)
    sentence: int = 0
    row: int = 0
    row_start: int = 0
    last_named: Mention | None = None
    named: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    loose: Clause | None = None
    pending_who: Mention | None = None
    pending_due: tuple[Named, str] | None = None
    earlier: tuple[Clause | None, tuple[Named, str] | None] = (None, None)
    taken_back: bool = False
    settled: bool = False
    aside: bool = False
    condition: bool = False
    fresh: bool = False
    told: bool = False
    subject: Mention | None = None
    decided: Clause | None = None
    negated: Clause | None = None
    asked: Clause | None = None
    instead: Mention | None = None
    topic: tuple[int, int] | None = None
    run_start: int = -1
    run_end: int = -1
    mark: str = ""

    def _forget(self) -> None:
        self.earlier = self.loose, self.pending_due
        self.loose = self.decided = self.negated = self.instead = None
        self.pending_who = self.pending_due = None
        self.run_start = self.run_end = -1
        self.settled = self.aside = self.condition = self.fresh = False
        self.told, self.subject = False, None

    def _runs(self, clause: Clause) -> bool:
        """Whether a clause follows words of no kind of their own."""
        return self.run_start >= 0 and 0 <= clause.start - self.run_end <= 2

    def _near(self, clause: Clause) -> bool:
        return self.loose is not None and clause.start - self.loose.end <= 2

    def _last_draft(self) -> Draft | None:
        draft = self.drafts[-1] if self.drafts else None
        return draft if draft is not None and draft.line == self.row else None

    def _last_piece(self, kind: str) -> Piece | None:
        piece = self.pieces[-1] if self.pieces else None
        return (
            piece
            if piece is not None and piece.kind == kind and piece.sentence == self.sentence
            else None
        )

    def _laugh_off(self) -> None:
        """Drop what was said in jest: a sentence that ends in laughter and sets no date."""
        self.drafts = [each for each in self.drafts if each.sentence != self.sentence or each.dated]
        self.pieces = [each for each in self.pieces if each.sentence != self.sentence]

    def _resolved(self, mention: Mention | None) -> Mention | None:
        """A mention with the names that 其他人 or 她 stands for."""
        if mention is None:
            return None
        if mention.group == "others":
            taken = {name for draft in self.drafts if draft.line == self.row for name in draft.who}
            taken |= set(self.absent)
            if not taken:
                taken = {name for draft in self.drafts for name in draft.who}
            everyone = self.setting.people.everyone
            names = tuple(name for name in everyone if name not in taken)
            return replace(mention, names=names, group="everyone")
        if mention.group == "everyone" and self.absent:
            return replace(mention, names=tuple(n for n in mention.names if n not in self.absent))
        if mention.group == "pair":
            count = 3 if re.search("[三仨]", mention.said) else 2
            return replace(mention, names=self.named[-count:], group="")
        if mention.group == "pronoun":
            named = self.last_named
            return (
                mention
                if named is None
                else replace(
                    mention,
                    names=named.names,
                    group=named.group,
                    said=named.said,
                    either=named.either,
                )
            )
        return mention
