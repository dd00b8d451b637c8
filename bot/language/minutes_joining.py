"""Names and dates that stand alone, and corrections: to which task or decision they belong."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language import minutes_words as words
from bot.language.minutes_clauses import Clause, actor
from bot.language.minutes_dates import Named, due_of
from bot.language.minutes_drafts import Draft, Piece, due_words, set_due, set_who, task_spans
from bot.language.minutes_people import Mention
from bot.language.minutes_sorting import Sort
from bot.language.minutes_tasks import Tasks, without_question

_ALL = re.compile(r"都|全部?|均|一律|统一|以上|上述|all|both")


class Joining(Tasks):
    """Joins what stands alone to what was said before, or keeps it for what follows."""

    def _date(self, clause: Clause) -> None:
        """A date alone: of the tasks before it that have none, else of what follows."""
        named, said = due_words(clause)
        if named is None:
            return
        everything = _ALL.search(clause.plain) is not None
        rows = [
            draft
            for draft in self.drafts
            if not draft.dated
            and (draft.line == self.row or (everything and self._is_alone(clause)))
        ]
        last = self._last_draft()
        if self._was_meant(clause, named):
            return
        instead = clause.plain.endswith("吧") and last is not None and last.dated
        moved = named.changed and self.loose is not None and self._near(clause)
        if moved and (last is None or last.sentence != self.sentence):
            self._keep(clause, "decisions", led=True)
        elif last is not None and (named.changed or (instead and last.sentence == self.sentence)):
            set_due(last, named, said)
        elif rows and (everything or rows[-1] is last):
            for draft in rows if everything else rows[-1:]:
                set_due(draft, named, said)
        elif named.changed and (self.loose is not None or self._last_piece("decisions")):
            self._keep(clause, "decisions", led=True)
        elif re.match(r"那?(?:就|还是|定)", clause.plain) and last is None:
            self._keep(clause, "decisions")
        elif last is None and (self.settled or self._last_piece("decisions")):
            self._other(clause)
        elif last is None or last.sentence != self.sentence:
            self.pending_due = (named, said)

    def _was_meant(self, clause: Clause, named: Named) -> bool:
        """Whether a date makes a task of the words before it: 阿芳的供应商名单,周五前."""
        thing = self.loose
        if thing is None or not self._near(clause) or due_of(thing.dates) is not None:
            return False
        if named.changed and (actor(thing.people) is None or words.EVENT.search(thing.plain)):
            return False
        if any(each.how in ("talk", "outside") for each in thing.people) or words.QUESTION.search(
            thing.plain
        ):
            return False
        mention = actor(thing.people, "owner")
        if mention is None and not (named.due.deadline and self.scope.section in ("", "actions")):
            return False
        if mention is None and (
            (self.pieces and self.pieces[-1].sentence == self.sentence)
            or self._last_draft() is not None
        ):
            return False
        draft = Draft((), _spans_of(thing, mention), self.row, self.sentence)
        set_who(draft, self._resolved(mention or self.pending_who or self.scope.who))
        self._add(draft, clause)
        self.loose = None
        return True

    def _is_alone(self, clause: Clause) -> bool:
        return not any(draft.line == self.row for draft in self.drafts)

    def _person(self, clause: Clause) -> None:
        """A name alone: who does what was said before it, or what follows."""
        mention = self._resolved(clause.actor)
        last = self._last_draft()
        if last is not None and last.named and clause.plain.endswith("吧"):
            set_who(last, mention)
        elif self.asked is not None and due_of(clause.dates) is not None and last is None:
            draft = Draft((), without_question(self.asked), self.row, self.sentence)
            set_who(draft, mention)
            self._add(draft, clause)
            self.asked = None
        elif self.topic is not None and due_of(clause.dates) is not None and self.loose is None:
            draft = Draft((), [self.topic], self.row, self.sentence)
            set_who(draft, mention)
            self._add(draft, clause)
        elif self.loose is not None and self._near(clause) and not self.loose.people:
            self._from_loose(self.loose, mention, clause)
        elif (moved := self._moved(clause)) is not None:
            self.pieces.pop()
            self.decided = None
            self._from_loose(moved, mention, clause)
        elif last is not None and last.sentence == self.sentence and not last.named:
            set_who(last, mention)
            named, said = due_words(clause)
            if not last.dated:
                set_due(last, named, said)
        elif (turn := self._turn(clause)) is not None:
            draft = Draft((), list(turn.spans), self.row, self.sentence)
            set_who(draft, mention)
            self._add(draft, clause)
        else:
            self.pending_who = self._with_pending(mention)
            named, said = due_words(clause)
            if named is not None:
                self.pending_due = (named, said)

    def _turn(self, clause: Clause) -> Draft | None:
        """The task that another has on another day: 客服娜娜周六、阿芳周日."""
        last = self._last_draft()
        if last is None or not self.fresh or last.sentence != self.sentence:
            return None
        return last if last.dated and due_of(clause.dates) is not None else None

    def _with_pending(self, mention: Mention | None) -> Mention | None:
        """Those who are named one after the other: 小美,阿芳,周六去仓库."""
        before = self.pending_who
        if before is None or mention is None or before.group or mention.group:
            return mention
        return replace(mention, names=tuple(dict.fromkeys((*before.names, *mention.names))))

    def _moved(self, clause: Clause) -> Clause | None:
        """The thing put off right before a name: 盘点推到周日,还是老王."""
        decided = self.decided
        if decided is None or self._last_piece("decisions") is None:
            return None
        changed = any(each.changed for each in decided.dates)
        near = clause.start - decided.end <= 2
        event = words.EVENT.search(decided.plain) is not None
        return decided if changed and near and not event else None

    def _correct(self, clause: Clause, sort: Sort) -> bool:
        """What replaces the last word on something; False where it is something new."""
        last, piece = self._last_draft(), self._last_piece("decisions")
        newer = last is not None and (piece is None or max(e for _, e in last.spans) >= piece.start)
        named, said = due_words(clause)
        if (
            last is not None
            and newer
            and sort in (Sort.DATE, Sort.PERSON, Sort.ACTION, Sort.OTHER, Sort.ORDER, Sort.DECISION)
        ):
            acting = self._resolved(clause.actor)
            if acting is None and named is None:
                return False
            if acting is not None:
                set_who(last, acting)
            spans = task_spans(clause)
            if sort is Sort.ACTION and len(self._said(spans)) > 3:
                last.spans = spans
            if named is not None:
                set_due(last, named, said)
            return True
        if piece is not None and sort in (Sort.OTHER, Sort.DECISION, Sort.DATA, Sort.DATE):
            piece.lead = _stem(self.plain, piece, clause)
            piece.start, piece.end = clause.start, clause.end
            return True
        return False


def _spans_of(clause: Clause, mention: Mention | None) -> list[tuple[int, int]]:
    """The places of the words of a clause around the one who is named."""
    if mention is None:
        return [(clause.start, clause.end)]
    around = [
        (clause.start, clause.start + mention.start),
        (clause.start + mention.end, clause.end),
    ]
    return [(start, end) for start, end in around if start < end]


def _stem(plain: str, piece: Piece, clause: Clause) -> tuple[int, int] | None:
    """The words of a decision up to the figure that is replaced."""
    figure = re.search(r"[0-9]", plain[piece.start : piece.end])
    if figure is None or re.match(r"[¥0-9]", clause.plain) is None:
        return None
    return piece.start, piece.start + figure.start()
