"""Reads the rows of minutes one after the other, clause by clause."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language import minutes_words as words
from bot.language.minutes_clauses import Clause, clauses, parted, read_clause
from bot.language.minutes_dates import due_of
from bot.language.minutes_drafts import Draft, due_words, is_period, set_due
from bot.language.minutes_headings import label, section_of
from bot.language.minutes_joining import Joining
from bot.language.minutes_sorting import Sort, has_content, sort_of, tells
from bot.language.minutes_state import Scope
from bot.language.minutes_telling import is_past
from bot.language.minutes_text import Row
from bot.language.minutes_verbs import TASK

_PIECES = {Sort.DECISION: "decisions", Sort.DATA: "data", Sort.OPEN: "open"}

_SETTLED_LABEL = re.compile(r"(?:已定|定了|敲定了?|已确定|拍板)$")
# How a task is to be done, not a rule of its own: 去谈场租,压到5000以内.
_LIMITS = re.compile(r"压到|控制在|不(?:超过|低于|少于|高于)|最多|至少|[做压砍降]到")


class Reader(Joining):
    """Reads rows; what it finds stands in `drafts`, `pieces` and `goal`."""

    def read_row(self, row: Row, scope: Scope) -> None:
        """Read one row under what holds for it."""
        self.scope = replace(scope, mark=row.mark)
        self.row, self.row_start = row.line, row.start
        self._forget()
        self.goal.next_row()
        self.absent, self.topic, self.named = (), None, ()
        for place in clauses(self.plain, row.start, row.end):
            if place[2]:
                self.sentence += 1
                self._forget()
            place = self._after_labels(place)
            if place[0] < place[1]:
                for clause in parted(self.plain, place, self.setting, self.scope.me):
                    self._take(clause)
        self._forget()

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
        if self.goal.hear_label(name, self.plain[found[2] : found[2] + 12]):
            return True
        if not at_head and _SETTLED_LABEL.search(name) is not None:
            self.settled = True
            self.goal.hear_settled()
            return True
        section = section_of(name)
        if section == "nothing" and not at_head:
            section = None
        if section is not None:
            if section == "decisions":
                self.goal.hear_settled()
            self.scope = replace(
                self.scope, section=section, forced=section == "actions", inline=True
            )
            return True
        clause = read_clause(self.plain, (found[0], found[1], True), self.setting, self.scope.me)
        if words.GOAL.search(name) is not None or has_content(clause):
            self.topic = found[:2] if clause.actor is None else self.topic
            return False
        acting = clause.actor
        if acting is not None:
            me = acting.names[0] if len(acting.names) == 1 else self.scope.me
            me = None if acting.group == "stranger" else me
            self.scope = replace(self.scope, who=acting, forced=True, me=me)
        named, said = due_words(clause)
        if is_period(named):
            return clause.actor is not None
        if named is not None:
            self.scope = replace(self.scope, due=named, due_words=said, forced=True)
        return clause.actor is not None or named is not None

    def _take(self, clause: Clause) -> None:
        back = words.TAKEN_BACK.match(clause.plain)
        self.taken_back = self.taken_back or (
            back is not None and bool(self._last_draft() or self._last_piece("decisions"))
        )
        if self.corrected == self.sentence and (
            clause.plain.startswith("不是") or self._excuses(clause)
        ):
            return
        if back is not None and back.end() == len(clause.plain):
            self.reach = clause.end
            if self.pending_due is None:
                self.pending_who = None
            self.pending_due = None
            return
        if back is not None and self.taken_back:
            place = (clause.start + back.end(), clause.end, clause.first)
            clause = read_clause(self.plain, place, self.setting, self.scope.me)
        if self.goal.hear(clause):
            return
        self.mark = _mark_after(self.plain, clause.end) or self.scope.mark
        sort = sort_of(clause, asked=clause.plain.endswith("?"), forced=self._forces(clause))
        if self.taken_back and (sort is Sort.ASIDE or self._excuses(clause)):
            return
        if self.taken_back and self._correct(clause, sort):
            self.taken_back, self.corrected = False, self.sentence
            return
        self.taken_back = False
        if sort is Sort.SAID and self.pending_who is not None and words.WHO.search(clause.plain):
            sort = Sort.ORDER
        sort = self._in_context(clause, sort)
        if tells(clause, sort):
            self._account(clause)
        self._file(clause, self._in_section(clause, sort))
        self._note(clause, sort)

    def _forces(self, clause: Clause) -> bool:
        """Whether plain words are a task where a clause stands."""
        if self.scope.forced or self.mark == "undone":
            return True
        waits = self.pending_due is not None or (self.condition and not _is_for_all(clause))
        return clause.actor is not None and waits

    def _account(self, clause: Clause) -> None:
        """What was done is told in this sentence: what only may be a task before it is none."""
        last = self._last_draft()
        if last is not None and last.weak and last.sentence == self.sentence and not last.dated:
            self.drafts.pop()
        self.told = True

    def _note(self, clause: Clause, sort: Sort) -> None:
        """Remember what the next clauses may refer to."""
        self._note_people(clause, sort)
        if words.LAUGH.search(clause.plain) or words.JOKING.search(clause.plain):
            self.aside = True
        if words.LAUGH.fullmatch(clause.plain.strip()) is not None:
            self._laugh_off()
        draft = self._last_draft()
        named, said = due_words(clause)
        begins = draft is None or draft.sentence != self.sentence
        loose = sort is Sort.OTHER and begins and not clause.people
        if loose and named is not None and said.endswith(("前", "内")):
            self.pending_due = (named, said)
        self.negated = clause if sort is Sort.NEGATED else None
        if sort is Sort.NEGATED and draft is None:
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

    def _note_people(self, clause: Clause, sort: Sort) -> None:
        """Remember who was named, who is away, and whom 全员 does not mean."""
        left_out: set[str] = set()
        for each in clause.people:
            if each.how == "except" and not each.group:
                self.absent += each.names
            elif each.group == "everyone" and each.names:
                everyone = self.setting.people.everyone
                self.absent += tuple(name for name in everyone if name not in each.names)
            elif each.names or each.group == "stranger":
                self.last_named = each
                if (
                    each.how in ("agent", "owner", "object")
                    and not self.told
                    and sort is not Sort.ASIDE
                ):
                    self.subject = each
                self.named = tuple(dict.fromkeys((*self.named, *each.names)))
                left_out |= set(each.names)
        if words.LEAVE.search(clause.plain) or sort is Sort.NEGATED:
            self.absent += tuple(left_out)
        draft = self._last_draft()
        if draft is None or not draft.everyone or draft.sentence != self.sentence:
            return
        if sort in (Sort.ASIDE, Sort.NEGATED):
            draft.who = tuple(name for name in draft.who if name not in left_out)

    def _in_section(self, clause: Clause, sort: Sort) -> Sort:
        """The kind of a clause under its heading."""
        section = self.scope.section
        if sort is Sort.ASIDE or not section:
            return sort
        due = due_of(clause.dates)
        if section == "decisions":
            if sort is Sort.ACTION and due is None and _is_for_all(clause):
                return Sort.DECISION
            if sort in (Sort.ACTION, Sort.OPEN, Sort.REJECTED):
                return sort
            if sort in (Sort.DATE, Sort.PERSON) and self._last_draft():
                return sort
            return Sort.DECISION
        if section in ("data", "open"):
            strong = sort is Sort.ACTION and (
                due is not None
                or (clause.actor is not None and clause.actor.how in ("ordered", "given"))
            )
            if self.mark == "done":
                return Sort.DONE
            if strong or (sort in (Sort.DATE, Sort.PERSON) and self._last_draft()):
                return sort
            return Sort.DATA if section == "data" else Sort.OPEN
        if section == "actions":
            more = clause.actor is None and due is None and self._last_piece("data") is not None
            if more and sort is Sort.ORDER and TASK.search(clause.plain) is None:
                return Sort.DATA
            told = more or (sort is Sort.DATA and is_past(clause))
            return (
                Sort.ORDER if sort in (Sort.OTHER, Sort.DECISION, Sort.DATA) and not told else sort
            )
        if section == "done":
            if sort in (Sort.DATE, Sort.PERSON) and self._last_draft():
                return sort
            return sort if self.mark == "undone" or words.UNDONE.search(clause.plain) else Sort.DONE
        return Sort.ASIDE

    def _file(self, clause: Clause, sort: Sort) -> None:
        """Put a clause where it belongs."""
        due = due_of(clause.dates)
        if self.mark == "done" and due is None and sort in (Sort.ACTION, Sort.ORDER, Sort.OTHER):
            return
        if self.aside and sort not in (Sort.ACTION, Sort.ORDER, Sort.DECISION):
            return
        if sort is Sort.DECISION and self.fresh and _LIMITS.match(clause.plain) is not None:
            sort = Sort.OTHER
        waiting = self._waiting_draft()
        if waiting is not None and due is not None and not self.scope.section:
            if sort is Sort.DECISION and len(re.sub(r"\W", "", clause.rest())) <= 5:
                self._join(waiting, clause)
                return
            if sort in (Sort.OPEN, Sort.SAID) and clause.actor is None:
                set_due(waiting, *due_words(clause))
        if sort in _PIECES:
            self._keep(clause, _PIECES[sort])
        elif sort is Sort.CONDITION:
            self.condition = True
        else:
            self._file_task(clause, sort)

    def _file_task(self, clause: Clause, sort: Sort) -> None:
        if sort is Sort.ACTION:
            self._act(clause)
            at_head = clause.start <= self.row_start and not self.scope.inline
            if self.scope.section == "decisions" and at_head:
                self._keep(clause, "decisions")
        elif sort is Sort.ORDER:
            self._order(clause)
        elif sort is Sort.DATE:
            self._date(clause)
            self.reach = clause.end if self._near(clause) else self.reach
        elif sort is Sort.PERSON:
            self._person(clause)
        elif sort is Sort.OTHER:
            self._other(clause)
        elif sort is Sort.SETTLED:
            self._settle(clause)
        elif sort is Sort.REJECTED:
            self._reject(clause)

    def _waiting_draft(self) -> Draft | None:
        """The task right before in the sentence where it has no date yet."""
        last = self._last_draft()
        if last is None or not self.fresh or last.sentence != self.sentence or last.dated:
            return None
        return last


def _is_for_all(clause: Clause) -> bool:
    return clause.actor is not None and clause.actor.group == "everyone"


def _mark_after(plain: str, end: int) -> str:
    """Whether a sign behind a clause tells that it is done, or that it is not."""
    behind = plain[end : end + 3].split("\n")[0].lstrip()[:2]
    if words.TICK.match(behind) is not None:
        return "done"
    return "undone" if words.CROSS.match(behind) is not None else ""
