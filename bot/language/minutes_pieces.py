"""Decisions, data and open items: which clauses make one piece of words."""

from __future__ import annotations

import re

from bot.language import minutes_words as words
from bot.language.minutes_clauses import Clause
from bot.language.minutes_drafts import Piece
from bot.language.minutes_state import State

LONGEST_PIECE = 110
# Words that make a decision of what was told before them.
_CONFIRMS = re.compile(r"生效|执行|实[行施]|都?认|同意|一致|effective|starting")


class Pieces(State):
    """Keeps clauses as pieces of a kind."""

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
