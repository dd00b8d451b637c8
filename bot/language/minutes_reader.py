"""Reads the rows of minutes one after the other and remembers whom and what they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.language import minutes_words as words
from bot.language.minutes_clauses import Clause, Setting, clauses, parted, read_clause
from bot.language.minutes_dates import Named, due_of
from bot.language.minutes_drafts import (
    Draft,
    Piece,
    due_words,
    set_due,
    set_who,
    task_spans,
)
from bot.language.minutes_headings import goal_said, label, reach_said, section_of
from bot.language.minutes_people import Mention, actor
from bot.language.minutes_sorting import Sort, has_content, sort_of
from bot.language.minutes_text import Row

_LONGEST_PIECE = 110
_LONGEST_JOIN = 48
_ALL = re.compile(r"都|全部?|均|一律|统一|以上|上述|all|both")
_MERGED = ("decisions", "data", "open")
_OTHERS_KEPT = ("others",)


@dataclass(slots=True)
class Scope:
    """What holds for a row: the section, who is to do it, by when, who says 我."""

    section: str = ""
    who: Mention | None = None
    due: Named | None = None
    due_words: str = ""
    me: str | None = None
    forced: bool = False
    mark: str = ""


@dataclass(slots=True)
class Reader:
    """The things found so far in one reply."""

    plain: str
    setting: Setting
    drafts: list[Draft] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    scope: Scope = field(default_factory=Scope)
    sentence: int = 0
    row: int = 0
    row_start: int = 0
    last_named: Mention | None = None
    absent: tuple[str, ...] = ()
    loose: Clause | None = None
    pending_who: Mention | None = None
    pending_due: tuple[Named, str] | None = None
    taken_back: bool = False
    settled: bool = False
    aside: bool = False
    goal_pending: bool = False
    goals_listed: bool = False
    goal_open: bool = False
    condition: bool = False
    fresh: bool = False
    decided: Clause | None = None
    negated: Clause | None = None
    asked: Clause | None = None
    instead: Mention | None = None
    topic: tuple[int, int] | None = None
    run_start: int = -1
    run_end: int = -1
    mark: str = ""

    # -- rows

    def read_row(self, row: Row, scope: Scope) -> None:
        """Read one row under what holds for it."""
        self.scope = replace(scope, mark=row.mark)
        self.row, self.row_start = row.line, row.start
        self._forget()
        self.goal_open = self.goal_open or self.goal_pending
        self.goal_pending, self.absent, self.topic = False, (), None
        for place in clauses(self.plain, row.start, row.end):
            if place[2]:
                self.sentence += 1
                self._forget()
            place = self._after_labels(place)
            if place[0] < place[1]:
                for clause in parted(self.plain, place, self.setting, self.scope.me):
                    self._take(clause)
        self._forget()

    def _forget(self) -> None:
        self.loose = self.decided = self.negated = self.instead = None
        self.pending_who = self.pending_due = None
        self.run_start = self.run_end = -1
        self.settled = self.aside = self.condition = self.fresh = False

    def _after_labels(self, place: tuple[int, int, bool]) -> tuple[int, int, bool]:
        """The place of a clause after the labels in front, which change what holds for it."""
        start, end, first = place
        for _ in range(3):
            serious = words.SERIOUS.match(self.plain[start:end])
            if serious is not None and serious.end():
                start += serious.end()
                self.aside = False
                continue
            found = label(self.plain, start, end)
            if found is None or not self._apply_label(found, found[0] <= self.row_start):
                break
            start = found[2]
        return start, end, first

    def _apply_label(self, found: tuple[int, int, int], at_head: bool) -> bool:
        name = self.plain[found[0] : found[1]]
        said = goal_said(name, False) if words.GOAL.search(name) else None
        behind = self.plain[found[2] : found[2] + 12]
        if said is not None and reach_said(behind) is None and not re.match(r"[123①②③是否]", behind):
            self.goals.append(said)
            return True
        section = section_of(name)
        if section == "nothing" and not at_head:
            section = None
        if section is not None:
            self.scope = replace(self.scope, section=section, forced=section == "actions")
            return True
        clause = read_clause(self.plain, (found[0], found[1], True), self.setting, self.scope.me)
        if words.GOAL.search(name) is not None:
            return False
        if has_content(clause):
            self.topic = found[:2] if clause.actor is None else self.topic
            return False
        acting = clause.actor
        if acting is not None:
            me = (
                None
                if acting.group == "stranger"
                else acting.names[0]
                if len(acting.names) == 1
                else self.scope.me
            )
            self.scope = replace(self.scope, who=acting, forced=True, me=me)
        named, said = due_words(clause)
        if named is not None:
            self.scope = replace(self.scope, due=named, due_words=said, forced=True)
        return clause.actor is not None or named is not None

    # -- clauses

    def _take(self, clause: Clause) -> None:
        back = words.TAKEN_BACK.match(clause.plain)
        self.taken_back = self.taken_back or (
            back is not None and bool(self._last_draft() or self._last_piece("decisions"))
        )
        if back is not None and back.end() == len(clause.plain):
            self.pending_who = None
            return
        if back is not None and self.taken_back:
            place = (clause.start + back.end(), clause.end, clause.first)
            clause = read_clause(self.plain, place, self.setting, self.scope.me)
        if self._take_goal(clause):
            return
        self.mark = _mark_after(self.plain, clause.end) or self.scope.mark
        asked = clause.plain.endswith("?")
        sort = sort_of(
            clause,
            asked=asked,
            forced=self.scope.forced
            or (clause.actor is not None and (self.condition or self.pending_due is not None)),
        )
        if self.taken_back and sort is Sort.ASIDE:
            return
        if self.taken_back and self._correct(clause, sort):
            self.taken_back = False
            return
        self.taken_back = False
        if sort is Sort.SAID and self.pending_who is not None and words.WHO.search(clause.plain):
            sort = Sort.ORDER
        self._file(clause, self._in_section(clause, sort))
        self._note(clause, sort)

    def _note(self, clause: Clause, sort: Sort) -> None:
        for each in clause.people:
            if each.group == "everyone" and each.names:
                self.absent += tuple(
                    name for name in self.setting.people.everyone if name not in each.names
                )
            elif each.names or each.group == "stranger":
                self.last_named = each
                if words.LEAVE.search(clause.plain):
                    self.absent += each.names
        if words.LAUGH.search(clause.plain) or words.JOKING.search(clause.plain):
            self.aside = True
        draft = self._last_draft()
        if (
            sort in (Sort.ASIDE, Sort.NEGATED)
            and draft is not None
            and draft.everyone
            and draft.sentence == self.sentence
        ):
            draft.who = tuple(
                name
                for name in draft.who
                if not any(name in each.names for each in clause.people if each.group != "everyone")
            )
        self.negated = clause if sort is Sort.NEGATED else None
        named, said = due_words(clause)
        if sort is Sort.OTHER and named is not None and draft is None and re.search(r"[前内]$", said) and not clause.people:
            self.pending_due = (named, said)
        if words.LAUGH.fullmatch(clause.plain.strip()) is not None:
            self._laugh_off()
        if sort is Sort.NEGATED and clause.actor is not None and draft is None:
            self.instead = clause.actor
        if "谁" in clause.plain:
            self.asked = clause
        elif sort is Sort.ACTION:
            self.asked = None
        if sort in (Sort.OTHER, Sort.SAID, Sort.REJECTED):
            self.run_start = self.run_start if self._runs(clause) else clause.start
            self.run_end = clause.end
            self.loose = clause
        elif sort not in (Sort.DATE, Sort.PERSON):
            self.loose = None

    def _laugh_off(self) -> None:
        """Drop what was said in jest: a sentence that ends in laughter and sets no date."""
        self.drafts = [each for each in self.drafts if each.sentence != self.sentence or each.dated]
        self.pieces = [each for each in self.pieces if each.sentence != self.sentence]

    def _runs(self, clause: Clause) -> bool:
        """Whether a clause follows words of no kind of their own."""
        return self.run_start >= 0 and 0 <= clause.start - self.run_end <= 2

    def _near(self, clause: Clause) -> bool:
        return self.loose is not None and clause.start - self.loose.end <= 2

    def _take_goal(self, clause: Clause) -> bool:
        """Whether a clause was about the goal of the meeting and is dealt with."""
        if self.goal_pending:
            said = reach_said(clause.plain)
            self.goal_pending = said is None
            if said is not None:
                self.goals.append(said)
                return words.OPEN.search(clause.plain) is None
        if (
            self.goal_open
            and not self.goals
            and len(clause.plain) <= 8
            and not clause.people
            and not clause.dates
        ):
            said = reach_said(clause.plain)
            if said is not None and words.DECIDED.search(clause.plain) is None:
                self.goals.append(said)
                return True
        if words.GOAL.search(clause.plain) is None and "达成" not in clause.plain:
            return False
        said = goal_said(clause.plain, any(each.group != "everyone" for each in clause.people))
        if said is not None:
            self.goals.append(said)
            return True
        is_label = re.match(
            r"(?:本次|今天|这次|今晚|这个)*(?:的)?会议?的?(?:[两三23]个)?目[标的]|meeting goals?|(?:两|2|三|3)个目标|目标达成|goals?:",
            clause.plain,
        )
        self.goals_listed = (
            self.goals_listed
            or re.search(r"[两三23]个目[标的]|(?:two|three|2|3) goals", clause.plain) is not None
        )
        if is_label is not None and not re.search(r"[0-9]+万", clause.plain):
            self.goal_pending = True
            return True
        return False

    def _in_section(self, clause: Clause, sort: Sort) -> Sort:
        """The kind of a clause under its heading."""
        section = self.scope.section
        if sort is Sort.ASIDE or not section:
            return sort
        due = due_of(clause.dates)
        if section == "decisions":
            if sort in (Sort.ACTION, Sort.OPEN, Sort.REJECTED):
                return sort
            return Sort.DECISION
        if section in ("data", "open"):
            strong = sort is Sort.ACTION and (
                due is not None
                or clause.actor is not None
                and clause.actor.how in ("ordered", "given")
            )
            if strong or sort in (Sort.DATE, Sort.PERSON) and self._last_draft():
                return sort
            return Sort.DATA if section == "data" else Sort.OPEN
        if section == "actions":
            return Sort.ORDER if sort in (Sort.OTHER, Sort.DECISION, Sort.DATA) else sort
        if section == "done":
            return sort if self.mark == "undone" or words.UNDONE.search(clause.plain) else Sort.DONE
        return Sort.ASIDE

    def _file(self, clause: Clause, sort: Sort) -> None:
        """Put a clause where it belongs."""
        if (
            self.mark == "done"
            and sort in (Sort.ACTION, Sort.ORDER, Sort.OTHER)
            and due_of(clause.dates) is None
        ):
            return
        last = self._last_draft()
        if (
            sort is Sort.DECISION and self.fresh and last is not None and last.sentence == self.sentence
            and not last.dated and due_of(clause.dates) is not None and not self.scope.section
            and len(re.sub(r"\W", "", clause.rest())) <= 5
        ):  # fmt: skip
            self._join(last, clause)
            return
        if self.aside and sort not in (Sort.ACTION, Sort.ORDER, Sort.DECISION):
            return
        if sort is Sort.ACTION:
            self._act(clause)
            if self.scope.section == "decisions":
                self._keep(clause, "decisions")
        elif sort is Sort.ORDER:
            self._order(clause)
        elif sort is Sort.DATE:
            self._date(clause)
        elif sort is Sort.PERSON:
            self._person(clause)
        elif sort is Sort.OTHER:
            self._other(clause)
        elif sort is Sort.SETTLED:
            self._settle(clause)
        elif sort is Sort.REJECTED:
            self._reject(clause)
        elif sort is Sort.CONDITION:
            self.condition = True
        elif sort is Sort.DECISION:
            self._keep(clause, "decisions")
        elif sort is Sort.DATA:
            self._keep(clause, "data")
        elif sort is Sort.OPEN:
            if (
                self.fresh
                and last is not None
                and last.sentence == self.sentence
                and not last.dated
            ):
                set_due(last, *due_words(clause))
            self._keep(clause, "open")

    # -- tasks

    def _last_draft(self) -> Draft | None:
        draft = self.drafts[-1] if self.drafts else None
        return draft if draft is not None and draft.line == self.row else None

    def _act(self, clause: Clause) -> None:
        """A task with somebody named for it."""
        acting = self._resolved(clause.actor)
        last = self._last_draft()
        if (
            last is not None
            and clause.actor is not None
            and clause.actor.group == "pronoun"
            and last.sentence == self.sentence
            and not last.dated
        ):
            self._join(last, clause)
            return
        spans = task_spans(clause)
        before = self.loose
        draft = Draft((), spans, self.row, self.sentence)
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
        elif short and self.negated is not None:
            draft.spans = [*_without_negation(self.negated), *spans]
        elif short and self.asked is not None:
            draft.spans = [*_without_question(self.asked), *spans]
        elif self._finishes(clause, draft):
            return
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
        return re.sub(r"[\W来做负责弄盯跟进掉好]|处理|一下|一遍|解决|搞定|落实", "", "".join(self.plain[a:b] for a, b in spans))

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

    def _order(self, clause: Clause) -> None:
        """A task without a name: of the one before in the sentence, of the heading, or nobody's."""
        last = self._last_draft()
        due = due_of(clause.dates)
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
        set_who(draft, self._resolved(self.pending_who or self.scope.who))
        self._add(draft, clause)

    def _join(self, draft: Draft, clause: Clause) -> None:
        """More words about the same task."""
        named, said = due_words(clause)
        if named is not None and (not draft.dated or named.changed):
            set_due(draft, named, said)
        if sum(end - start for start, end in draft.spans) + len(clause.plain) <= _LONGEST_JOIN:
            draft.spans += task_spans(clause)

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
        if last is not None and named.changed:
            set_due(last, named, said)
        elif rows and (everything or rows[-1] is last):
            for draft in rows if everything else rows[-1:]:
                set_due(draft, named, said)
        elif named.changed and (self.loose is not None or self._last_piece("decisions")):
            self._keep(clause, "decisions", led=True)
        elif re.match(r"那?(?:就|还是|定)", clause.plain) and last is None:
            self._keep(clause, "decisions")
        elif self._last_piece("decisions") and last is None:
            self._other(clause)
        elif last is None or last.sentence != self.sentence:
            self.pending_due = (named, said)

    def _was_meant(self, clause: Clause, named: Named) -> bool:
        """Whether a date makes a task of the words before it: 阿芳的供应商名单,周五前."""
        thing = self.loose
        if (
            thing is None
            or not self._near(clause)
            or named.changed
            or due_of(thing.dates) is not None
        ):
            return False
        if any(each.how in ("talk", "outside") for each in thing.people) or words.QUESTION.search(
            thing.plain
        ):
            return False
        mention = actor(thing.people, "owner")
        if mention is None and not (named.due.deadline and self.scope.section in ("", "actions")):
            return False
        if mention is None and (
            self.pieces
            and self.pieces[-1].sentence == self.sentence
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
        if self.topic is not None and due_of(clause.dates) is not None and self.loose is None:
            draft = Draft((), [self.topic], self.row, self.sentence)
            set_who(draft, mention)
            self._add(draft, clause)
        elif self.loose is not None and self._near(clause) and not self.loose.people:
            self._from_loose(mention, clause)
        elif self._moved(clause):
            self.pieces.pop()
            self.loose, self.decided = self.decided, None
            self._from_loose(mention, clause)
        elif last is not None and last.sentence == self.sentence and not last.named:
            set_who(last, mention)
            named, said = due_words(clause)
            if not last.dated:
                set_due(last, named, said)
        else:
            self.pending_who = mention
            named, said = due_words(clause)
            if named is not None:
                self.pending_due = (named, said)

    def _moved(self, clause: Clause) -> bool:
        """Whether a name follows a thing that is put off: 盘点推到周日,还是老王."""
        decided = self.decided
        return (
            decided is not None
            and self._last_piece("decisions") is not None
            and any(each.changed for each in decided.dates)
            and words.EVENT.search(decided.plain) is None
            and clause.start - decided.end <= 2
        )

    def _from_loose(self, mention: Mention | None, clause: Clause) -> None:
        assert self.loose is not None  # noqa: S101
        draft = Draft((), task_spans(self.loose), self.row, self.sentence)
        set_who(draft, mention)
        self._add(draft, clause)
        if not draft.dated:
            set_due(draft, *due_words(self.loose))
        self.loose = None

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

    # -- pieces

    def _last_piece(self, kind: str) -> Piece | None:
        piece = self.pieces[-1] if self.pieces else None
        return (
            piece
            if piece is not None and piece.kind == kind and piece.sentence == self.sentence
            else None
        )

    def _keep(self, clause: Clause, kind: str, *, led: bool = False) -> None:
        """Keep a clause as a piece of its kind, with what it is about."""
        start = clause.start
        if (
            self._runs(clause)
            and (led or kind == "open" or _is_bare(clause))
            and clause.end - self.run_start <= _LONGEST_PIECE
        ):
            start = self.run_start
        last = self._last_piece(kind)
        if last is not None and clause.end - last.start <= _LONGEST_PIECE and start - last.end <= 6:
            last.end = clause.end
        else:
            self.pieces.append(
                Piece(kind, start, min(clause.end, start + _LONGEST_PIECE), self.sentence)
            )
        if kind == "decisions":
            self.settled = True
            self.decided = clause

    def _settle(self, clause: Clause) -> None:
        """定了 alone: what was said before it is settled, or what follows."""
        votes = self._last_piece("data")
        if votes is not None and "票" in self.plain[votes.start : votes.end]:
            votes.kind = "decisions"
        if self.loose is not None:
            self._keep(clause, "decisions")
        self.settled = True

    def _reject(self, clause: Clause) -> None:
        last = self._last_piece("decisions")
        if last is not None and _is_bare(clause):
            self.pieces.pop()
        self.loose = None

    def _other(self, clause: Clause) -> None:
        """Words of no kind of their own: more about what stands before them, or nothing yet."""
        last = self._last_draft()
        due = due_of(clause.dates)
        if self.instead is not None and words.TASK.match(clause.plain.lstrip("就只改换先")):
            self.pending_who = self.instead
        self.instead = None
        if self.pending_who is not None:
            self._order(clause)
        elif self.settled and (last is None or not self.fresh):
            self._keep(clause, "decisions")
        elif last is not None and last.sentence == self.sentence and self.fresh:
            if due is not None and last.dated and not due.changed:
                if self.scope.who is not None or words.TASK.search(clause.plain):
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
            if clause.end - piece.start <= _LONGEST_PIECE and clause.start - piece.end <= 3:
                piece.end = clause.end


_FINISHES = re.compile(
    r"(?:会|要|就|再|继续|把它|全部|都)?(?:补|弄|搞|做|完成|交|给|发|写|改|寄|搞定)(?:完|好|上|齐|出来|掉|一下|给我|了)*"
)


def _mark_after(plain: str, end: int) -> str:
    """Whether a sign behind a clause tells that it is done, or that it is not."""
    behind = plain[end : end + 3].lstrip()[:2]
    if words.TICK.match(behind) is not None:
        return "done"
    return "undone" if words.CROSS.match(behind) is not None else ""


def _without(clause: Clause, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    gone = [(each.start, each.end) for each in clause.people]
    gone += [match.span() for match in pattern.finditer(clause.plain)]
    spans, at = [], 0
    for start, end in sorted(gone):
        if start > at:
            spans.append((clause.start + at, clause.start + start))
        at = max(at, end)
    return [*spans, (clause.start + at, clause.end)] if at < len(clause.plain) else spans


def _without_negation(clause: Clause) -> list[tuple[int, int]]:
    return _without(clause, words.NEGATED)


def _without_question(clause: Clause) -> list[tuple[int, int]]:
    return _without(clause, re.compile(r"谁[来去]?|[?]"))


def _spans_of(clause: Clause, mention: Mention | None) -> list[tuple[int, int]]:
    """The places of the words of a clause around the one who is named."""
    if mention is None:
        return [(clause.start, clause.end)]
    around = [
        (clause.start, clause.start + mention.start),
        (clause.start + mention.end, clause.end),
    ]
    return [(start, end) for start, end in around if start < end]


def _is_bare(clause: Clause) -> bool:
    """Whether a clause says only that something is settled or open, and not what."""
    rest = words.OPEN.sub("", words.DECIDED.sub("", clause.rest()))
    return len(re.sub(r"[\W最后还都就也是了一致大家终于先]", "", rest)) <= 2


def _stem(plain: str, piece: Piece, clause: Clause) -> tuple[int, int] | None:
    """The words of a decision up to the figure that is replaced."""
    figure = re.search(r"[0-9]", plain[piece.start : piece.end])
    if figure is None or re.match(r"[¥0-9]", clause.plain) is None:
        return None
    return piece.start, piece.start + figure.start()
