"""What is remembered from one clause of minutes to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.language import minutes_words as words
from bot.language.minutes_clauses import Clause, Setting
from bot.language.minutes_dates import Named
from bot.language.minutes_drafts import Draft, Piece
from bot.language.minutes_goal import GoalTalk
from bot.language.minutes_people import Mention

LONGEST_PIECE = 110
# Words that make a decision of what was told before them.
_CONFIRMS = re.compile(r"生效|执行|实[行施]|都?认|同意|一致|effective|starting")


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

    `loose` is the last clause of no kind of its own, `run_start` to `run_end` the place of all
    such clauses in a row, `reach` the end of what belongs to it; `earlier` is what the sentence
    before left open. `pending_who` and `pending_due` wait for the task they belong to. `subject`
    is whom the sentence named. `settled`, `fresh` and `told` tell that a decision, a task or an
    account of what was done stands before in the sentence.
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
    corrected: int = -1
    reach: int = -1
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
        self.reach = -1
        self.told, self.subject = False, None

    def _runs(self, clause: Clause) -> bool:
        """Whether a clause follows words of no kind of their own."""
        return self.run_start >= 0 and 0 <= clause.start - self.run_end <= 2

    def _near(self, clause: Clause) -> bool:
        return self.loose is not None and clause.start - max(self.loose.end, self.reach) <= 2

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
            return replace(
                mention,
                names=self.named[-3 if re.search("[三仨]", mention.said) else -2 :],
                group="",
            )
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

    def _keep(self, clause: Clause, kind: str, *, led: bool = False) -> None:
        """Keep a clause as a piece of its kind, with what it is about."""
        start = clause.start
        if (
            self._runs(clause)
            and (led or kind == "open" or _is_bare(clause))
            and clause.end - self.run_start <= LONGEST_PIECE
        ):
            start = self.run_start
        figures = self._last_piece("data")
        if kind == "open" and figures is not None and _is_bare(clause) and start - figures.end <= 2:
            start = figures.start
        confirms = kind == "decisions" and _CONFIRMS.search(clause.plain) is not None
        if confirms and figures is not None and _is_bare(clause) and start - figures.end <= 2:
            figures.kind = kind
        last = self._last_piece(kind)
        if last is not None and clause.end - last.start <= LONGEST_PIECE and start - last.end <= 6:
            last.end = clause.end
        else:
            self.pieces.append(
                Piece(kind, start, min(clause.end, start + LONGEST_PIECE), self.sentence)
            )
        if kind == "decisions":
            self.settled = True
            self.decided = clause

    def _settle(self, clause: Clause) -> None:
        """定了 alone: what was said before it is settled, or what follows."""
        figures = self._last_piece("data")
        if figures is not None:
            said = self.plain[figures.start : figures.end]
            if "票" in said or (self.loose is None and clause.start - figures.end <= 2):
                figures.kind = "decisions"
        if self.loose is not None:
            self._keep(clause, "decisions")
        self.settled = True

    def _reject(self, clause: Clause) -> None:
        last = self._last_piece("decisions")
        if last is not None and _is_bare(clause):
            self.pieces.pop()
        self.loose = None


def _is_bare(clause: Clause) -> bool:
    """Whether a clause says only that something is settled or open, and not what."""
    rest = words.OPEN.sub("", words.DECIDED.sub("", clause.rest()))
    return len(re.sub(r"[\W最后还都就也是了一致大家终于先这个认]", "", rest)) <= 2
