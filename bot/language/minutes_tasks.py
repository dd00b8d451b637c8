"""Tasks: what somebody is to do, put together from the clauses that speak of it."""

from __future__ import annotations

import re

from bot.language import minutes_words as words
from bot.language.minutes_clauses import Clause
from bot.language.minutes_dates import due_of
from bot.language.minutes_drafts import (
    Draft,
    due_words,
    set_due,
    set_who,
    spans_without,
    task_spans,
)
from bot.language.minutes_people import Mention
from bot.language.minutes_sorting import Sort
from bot.language.minutes_state import LONGEST_PIECE, State
from bot.language.minutes_telling import ends, is_weak
from bot.language.minutes_verbs import TASK

_LONGEST_JOIN = 48
# Why something is changed, before it is said what into.
_EXCUSE = re.compile(r"太(?:赶|紧|早|晚|急|忙)|来不及|赶不上|不行|没空|不在|有事|不方便")
_MERGED = ("decisions", "data", "open")
_URGES = re.compile(r"先?把|赶紧|尽快|马上|抓紧|务必")
_FINISHES = re.compile(
    r"(?:会|要|就|再|继续|把它|全部|都)?(?:补|弄|搞|做|完成|交|给|发|写|改|寄|搞定)(?:完|好|上|齐"
    r"|出来|掉|一下|给我|了)*"
)


class Tasks(State):
    """Makes tasks of clauses that name who or what."""

    def _act(self, clause: Clause) -> None:
        """A task with somebody named for it."""
        forced = self.scope.forced or bool(self.scope.section)
        acting = self._resolved(clause.actor)
        last = self._last_draft()
        pronoun = clause.actor is not None and clause.actor.group == "pronoun"
        if last is not None and pronoun and last.sentence == self.sentence and not last.dated:
            self._join(last, clause)
            return
        spans = task_spans(clause)
        before = self.loose
        draft = Draft((), spans, self.row, self.sentence, weak=not forced and is_weak(clause))
        set_who(draft, acting)
        short = len(self._said(spans)) <= 3
        if (
            before is not None
            and self._near(clause)
            and before.first
            and not any(each.names for each in before.people)
            and short
        ):
            draft.spans = [*task_spans(before), *spans]
        elif len(self._said(spans)) <= 2 and (figures := self._last_piece("data")) is not None:
            draft.spans = [(figures.start, figures.end), *spans]
        elif short and self.negated is not None:
            draft.spans = [*_without_negation(self.negated), *spans]
        elif short and self.asked is not None:
            draft.spans = [*without_question(self.asked), *spans]
        elif self._finishes(clause, draft):
            return
        elif not self._said(spans) and not forced and not draft.dated:
            thing, due = self.earlier
            if thing is None:
                return
            draft.spans = task_spans(thing)
            set_due(draft, *(due or due_words(thing)))
        self._add(draft, clause)

    def _finishes(self, clause: Clause, draft: Draft) -> bool:
        """Whether a clause only says when a task told before will be done: 阿芳周五补完."""
        said = "".join(self.plain[start:end] for start, end in draft.spans)
        if _FINISHES.fullmatch(re.sub(r"\W", "", said)) is None:
            return False
        for earlier in reversed(self.drafts):
            if (
                earlier.line == self.row
                and set(earlier.who) == set(draft.who)
                and not earlier.dated
            ):
                set_due(earlier, *due_words(clause))
                return True
        return False

    def _said(self, spans: list[tuple[int, int]]) -> str:
        return re.sub(
            r"[一-鿿]{2}一[份版张]$|顺手|[\W来做负责弄盯跟进掉好]|处理|一下|一遍|解决|搞定|落实",
            "",
            ("").join(self.plain[a:b] for a, b in spans),
        )

    def _add(self, draft: Draft, clause: Clause) -> None:
        named, said = due_words(clause)
        if named is None and self.pending_due is not None:
            named, said = self.pending_due
        if named is None and self.scope.due is not None:
            named, said = self.scope.due, self.scope.due_words
        conditional = (
            words.CONDITION.search(clause.plain) is not None
            and named is not None
            and named.start < 8
        )
        if not conditional:
            set_due(draft, named, said)
        self.pending_who = None
        self.drafts.append(draft)
        self.fresh = True

    def _order(self, clause: Clause) -> None:
        """A task without a name: of the one before in the sentence, of the heading, or nobody's."""
        last = self._last_draft()
        due = due_of(clause.dates)
        if due is not None and self._is_led(clause):
            return
        if last is not None and last.sentence == self.sentence and self.pending_who is None:
            if not last.dated or due is None:
                self._join(last, clause)
                return
            draft = Draft(
                last.who,
                task_spans(clause),
                self.row,
                self.sentence,
                named=last.named,
                unknown=last.unknown,
                everyone=last.everyone,
            )
            self._add(draft, clause)
            return
        draft = Draft((), task_spans(clause), self.row, self.sentence)
        set_who(
            draft,
            self._resolved(clause.actor or self.pending_who or self.scope.who or self._subject()),
        )
        self._add(draft, clause)

    def _is_led(self, clause: Clause) -> bool:
        """Whether a clause with a date tells when the one before it is due: 阿芳操作,周四开投."""
        thing = self.loose
        acting = None if thing is None else thing.actor
        if thing is None or acting is None or acting.how != "agent" or not acting.names:
            return False
        if clause.actor is not None or not self._near(clause) or ends(thing):
            return False
        draft = Draft((), [*task_spans(thing), *task_spans(clause)], self.row, self.sentence)
        set_who(draft, acting)
        self._add(draft, clause)
        self.loose = None
        return True

    def _subject(self) -> Mention | None:
        """Who was named before in the same sentence, where a clause leaves its subject out."""
        return self.subject if self.scope.section in ("", "actions") else None

    def _join(self, draft: Draft, clause: Clause) -> None:
        """More words about the same task."""
        named, said = due_words(clause)
        if named is not None and (not draft.dated or named.changed):
            set_due(draft, named, said)
        if sum(end - start for start, end in draft.spans) + len(clause.plain) <= _LONGEST_JOIN:
            draft.spans += task_spans(clause)

    def _from_loose(self, thing: Clause, mention: Mention | None, clause: Clause) -> None:
        """A task made of a clause that names a thing and one that names somebody."""
        draft = Draft((), task_spans(thing), self.row, self.sentence)
        set_who(draft, mention)
        self._add(draft, clause)
        if not draft.dated:
            set_due(draft, *due_words(thing))
        self.loose = None

    def _other(self, clause: Clause) -> None:
        """Words of no kind of their own: more about what stands before them, or nothing yet."""
        last = self._last_draft()
        due = due_of(clause.dates)
        if self.instead is not None and TASK.match(clause.plain.lstrip("就只改换先")):
            self.pending_who = self.instead
        self.instead = None
        if due is not None and self._is_led(clause):
            return
        if self.pending_who is not None:
            self._order(clause)
        elif self.settled and (last is None or not self.fresh):
            self._keep(clause, "decisions")
        elif last is not None and last.sentence == self.sentence and self.fresh:
            if due is not None and last.dated and not due.changed:
                if self.scope.who is not None or TASK.search(clause.plain):
                    self._order(clause)
                return
            self._join(last, clause)
        elif self.scope.who is not None and (due is not None or self.scope.forced):
            self._order(clause)
        elif (
            self.pieces
            and self.pieces[-1].sentence == self.sentence
            and self.pieces[-1].kind in _MERGED
        ):
            piece = self.pieces[-1]
            if clause.end - piece.start <= LONGEST_PIECE and clause.start - piece.end <= 3:
                piece.end = clause.end

    def _excuses(self, clause: Clause) -> bool:
        """Whether a clause says why something is changed: 等等,娜娜周四要直播."""
        last = self._last_draft()
        acting = self._resolved(clause.actor)
        busy = re.search(r"要|有|得", clause.plain) is not None and acting is not None
        same = busy and last is not None and acting is not None and last.who == acting.names
        return same or _EXCUSE.search(clause.plain) is not None

    def _in_context(self, clause: Clause, sort: Sort) -> Sort:
        """The kind of a clause with what stands before it in the sentence."""
        forced = self.scope.forced or bool(self.scope.section)
        if sort is Sort.ACTION and self.told and not forced and is_weak(clause):
            return Sort.OTHER
        if sort is Sort.OTHER and self._is_of_another(clause):
            return Sort.ACTION
        if sort in (Sort.OTHER, Sort.DECISION) and self._continues(clause):
            return Sort.ORDER
        return sort

    def _continues(self, clause: Clause) -> bool:
        """Whether a clause without a subject says what the one named before it is to do."""
        if self._subject() is None or clause.actor is not None or self.settled:
            return False
        last = self._last_draft()
        if last is not None and last.sentence == self.sentence:
            return False
        if words.PAST.search(clause.plain) or ends(clause):
            return False
        due = due_of(clause.dates) is not None and TASK.search(clause.rest()) is not None
        return due or _URGES.match(clause.plain) is not None

    def _is_of_another(self, clause: Clause) -> bool:
        """Whether words right after a task name somebody else, who is to do something as well."""
        last = self._last_draft()
        acting = self._resolved(clause.actor)
        if last is None or acting is None or acting.how != "agent" or self.told:
            return False
        beside = last.sentence == self.sentence and self.fresh and last.named
        other = bool(acting.names) and set(acting.names) != set(last.who)
        return beside and other and not words.PAST.search(clause.plain) and not ends(clause)


def _without(clause: Clause, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    gone = [(each.start, each.end) for each in clause.people]
    gone += [match.span() for match in pattern.finditer(clause.plain)]
    return spans_without(clause, gone)


def _without_negation(clause: Clause) -> list[tuple[int, int]]:
    return _without(clause, words.NEGATED)


def without_question(clause: Clause) -> list[tuple[int, int]]:
    """The places of the words of a question without what asks."""
    return _without(clause, re.compile(r"谁[来去]?|[?]"))
