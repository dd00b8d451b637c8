"""The layout of minutes: headings and what they hold for, tables, pasted logs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from bot.language.minutes_clauses import Setting, read_clause
from bot.language.minutes_dates import Named
from bot.language.minutes_drafts import Draft, due_words, is_period, set_due, set_who, task_spans
from bot.language.minutes_headings import bracketed, section_of
from bot.language.minutes_people import Mention
from bot.language.minutes_reader import Reader
from bot.language.minutes_sorting import has_content
from bot.language.minutes_state import Scope
from bot.language.minutes_tables import (
    Task,
    cells_of,
    column,
    header,
    is_rule,
    joined_cells,
    read_cells,
)
from bot.language.minutes_text import Row, rows, trim
from bot.language.minutes_words import GOAL

_STAMP = (
    r"(?:[\[(]?\s*(?:20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?\s*"
    r"|[0-9]{1,2}[-/][0-9]{1,2}\s+|昨天\s*|今天\s*|(?:上午|下午|晚上"
    r"|早上)\s*)*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s*(?:am|pm)?\s*[\])]?)"
)
_STAMPED = re.compile(rf"{_STAMP}\s*(?P<name>[^\s:,。]{{1,12}})\s*(?P<colon>:)?\s*")
_NAME_STAMP = re.compile(rf"(?P<name>[^\s:,。(\[]{{1,12}})\s*{_STAMP}\s*:?\s*")
_LOG = re.compile(r"我|收到|好的|ok|没问题|[?]|那就")
_SPEAKER = re.compile(r"\s*@?(?P<name>[^\s:,。;!?()]{1,8})\s*:(?![0-9]{2}(?![0-9]))\s*")
_FIELD = re.compile(r"(?P<name>[^:,。\n]{1,8}):\s*(?=[^\s])")
_WORDS = re.compile(r"\S+")
_ASIDE = re.compile(r"\s*\([^()]*\)$")


class Layout:
    """Reads a reply from top to bottom."""

    def __init__(self, plain: str, setting: Setting) -> None:
        self.plain = plain
        self.setting = setting
        self.scope = Scope(me=setting.sender)
        self.reader = Reader(plain, setting)
        self.columns: list[str] | None = None
        self.is_log = False

    def read(self) -> Reader:
        """All that the reply says."""
        found = list(rows(self.plain))
        self.is_log = self._looks_like_log(found)
        for row in self._without_fields(found):
            if row.start >= row.end:
                self.columns = None
                self.scope = replace(
                    self.scope, who=None, due=None, forced=self.scope.section == "actions"
                )
                self.reader.pending_due = None
            elif not self._table(row):
                self._row(row)
        return self.reader

    def _without_fields(self, found: list[Row]) -> Iterator[Row]:
        """The rows without tasks written field by field (负责人: 事项: 时间:), which are added."""
        group: dict[str, Row] = {}
        for row in [*found, None]:
            match = None if row is None else _FIELD.match(self.plain, row.start, row.end)
            kind = "" if match is None else column(match["name"])
            if group and (kind not in ("who", "what", "due") or kind in group):
                if "what" in group and len(group) > 1:
                    self._add_fields(group)
                else:
                    yield from group.values()
                group = {}
            if row is not None and match is not None and kind in ("who", "what", "due"):
                group[kind] = row
            elif row is not None:
                yield row

    def _add_fields(self, group: dict[str, Row]) -> None:
        cells, columns = [], []
        for kind, row in group.items():
            match = _FIELD.match(self.plain, row.start, row.end)
            cells.append((match.end() if match else row.start, row.end))
            columns.append(kind)
        task = read_cells(self.plain, cells, columns, self.setting)
        if isinstance(task, Task):
            self._add(task, group["what"])

    # -- pasted logs

    def _looks_like_log(self, found: list[Row]) -> bool:
        spoken = 0
        telling = False
        for row in found:
            match = _SPEAKER.match(self.plain, row.start, row.end)
            if match is not None and self._is_somebody(match["name"]):
                spoken += 1
                telling = telling or _LOG.search(self.plain, match.end(), row.end) is not None
            elif self._stamp(row) is not None:
                return True
        return spoken >= 2 and telling

    def _stamp(self, row: Row) -> re.Match[str] | None:
        """Who speaks and when: 小美 10:21, [10:21] 小美:, but not 早会改成9:30."""
        match = _STAMPED.match(self.plain, row.start, row.end)
        if match is not None and (match["colon"] or self._is_somebody(match["name"])):
            return match
        match = _NAME_STAMP.match(self.plain, row.start, row.end)
        if match is None or self._is_somebody(match["name"]):
            return match
        spaced = self.plain[match.end("name")] in " \t([" and match.end() >= row.end
        return match if spaced else None

    def _is_somebody(self, name: str) -> bool:
        found = self.setting.people.pattern.fullmatch(name)
        return found is not None and found.lastgroup in ("known", "stranger")

    def _member(self, name: str) -> str | None:
        return self.setting.people.members.get(name.strip("@ "))

    def _spoken(self, row: Row) -> Row | None:
        """A row of a log without who speaks and when; None where the row says nothing else."""
        match = self._stamp(row)
        if match is None:
            match = _SPEAKER.match(self.plain, row.start, row.end)
            if match is None or section_of(match["name"]) is not None or _is_phrase(match["name"]):
                return row
        name = match["name"].strip("@ ")
        member = self._member(name)
        mention = Mention(
            0, 0, (member,) if member else (), "agent", "" if member else "stranger", said=name
        )
        self.scope = Scope(section="", who=mention, me=member)
        return replace(row, start=match.end()) if match.end() < row.end else None

    # -- headings

    def _row(self, row: Row) -> None:
        if self.is_log:
            spoken = self._spoken(row)
            if spoken is None:
                return
            row = spoken
        opened = bracketed(self.plain, row.start, row.end)
        if opened is not None and self._open(
            *trim(self.plain, row.start, opened[1]), whole=opened[1] >= row.end
        ):
            if opened[1] < row.end:
                self.reader.read_row(replace(row, start=opened[1]), self.scope)
            return
        if self._heading(row):
            return
        self.reader.read_row(row, self._scope_of(row))

    def _scope_of(self, row: Row) -> Scope:
        """What holds for a row: a name or date in front of it holds for the row alone."""
        mark = {"settled": "decisions", "figures": "data", "open": "open"}.get(row.mark, "")
        scope = self.scope
        if mark and not scope.section:
            scope = replace(scope, section=mark)
        return scope

    def _heading(self, row: Row) -> bool:
        """Whether a row is a heading for those below it."""
        start, end = trim(self.plain, row.start, row.end)
        ends = self.plain[end : row.end].lstrip("* ").startswith(":")
        words = _ASIDE.sub("", self.plain[start:end])
        if GOAL.search(words) is not None or start >= end:
            return False
        if section_of(words) is not None:
            return self._open(start, start + len(words), whole=True)
        if not ends and not row.listed and not row.mark:
            clause = read_clause(self.plain, (start, end, True), self.setting, self.scope.me)
            alone = not has_content(clause)
            ends = clause.actor is not None and alone and not clause.dates
            if alone and clause.actor is None and clause.dates and self._all_dated():
                ends = self._heads(*due_words(clause), len(words))
        return ends and self._open(start, end, whole=True)

    def _heads(self, named: Named | None, said: str, length: int) -> bool:
        """Whether a date in a row of its own is that of the rows below, not of the meeting."""
        if named is None:
            return False
        return named.due.deadline or length > len(said) or not self._is_today(named)

    def _is_today(self, named: Named) -> bool:
        start = named.due.start
        day = start.date() if isinstance(start, dt.datetime) else start
        return day is None or day <= self.setting.now.date()

    def _all_dated(self) -> bool:
        """Whether no task above waits for a date."""
        return not self.reader.drafts or self.reader.drafts[-1].dated

    def _open(self, start: int, end: int, *, whole: bool) -> bool:
        """Whether the words are a heading; then it holds from here on."""
        left, right = start, end
        while left < right and self.plain[left] in "【[「『(〖*# ":
            left += 1
        while left < right and self.plain[right - 1] in "】]」』)〗*#: ":
            right -= 1
        section = section_of(self.plain[left:right])
        if section is not None:
            self.scope = Scope(section=section, me=self.scope.me, forced=section == "actions")
            return True
        clause = read_clause(self.plain, (left, right, True), self.setting, self.scope.me)
        named, said = due_words(clause)
        named = None if is_period(named) else named
        if not has_content(clause) and (clause.actor is not None or named is not None):
            self.scope = replace(
                self.scope, who=clause.actor, due=named, due_words=said, forced=True
            )
            return True
        if not whole:
            return False
        acting = clause.actor
        if acting is not None and acting.group == "everyone":
            acting = None
        self.scope = replace(
            self.scope,
            who=acting,
            due=None,
            forced=acting is not None or self.scope.section == "actions",
        )
        return True

    # -- tables

    def _table(self, row: Row) -> bool:
        """Whether a row is one of a table and was read as such."""
        if is_rule(self.plain, row.start, row.end):
            return True
        begin = self._bar_before(row.start)
        columns = header(self.plain, begin, row.end)
        if columns is not None:
            self.columns = columns
            return True
        cells = cells_of(self.plain, begin, row.end)
        if not cells and self.columns is not None:
            spans = [m.span() for m in _WORDS.finditer(self.plain, row.start, row.end)]
            cells = spans if len(spans) == len(self.columns) else []
        columns = self.columns if cells else None
        if not cells and not self.is_log:
            cells = joined_cells(self.plain, row.start, row.end)
            cells = cells if len(cells) >= 2 else []
        if not cells:
            return False
        task = read_cells(self.plain, cells, columns, self.setting)
        if isinstance(task, Task):
            if (row.mark == "done" and task.due is None) or (
                columns is None and len(cells) == 2 and not self._plain_pair(task)
            ):
                return row.mark == "done"
            self._add(task, row)
            return True
        return task == "done"

    def _plain_pair(self, task: Task) -> bool:
        """小美-海报: two parts are a task only where one of them is nothing but a name."""
        return task.who is not None and len(task.what.plain) <= 24 and not task.what.people

    def _bar_before(self, start: int) -> int:
        while start > 0 and self.plain[start - 1] in "| ":
            start -= 1
        return start

    def _add(self, task: Task, row: Row) -> None:
        draft = Draft((), task_spans(task.what), row.line, -row.start - 1)
        mention = task.who.actor if task.who is not None else task.what.actor
        if mention is None and task.who is not None:
            mention = Mention(0, 0, (), "agent", "stranger", said=task.who.plain)
        set_who(draft, mention or self.scope.who)
        for clause in (task.due, task.who, task.what):
            if clause is not None and not draft.dated:
                set_due(draft, *due_words(clause))
        if not draft.dated and self.scope.due is not None:
            set_due(draft, self.scope.due, self.scope.due_words)
        self.reader.drafts.append(draft)


def _is_phrase(name: str) -> bool:
    """Whether a label is no name of somebody: a longer phrase or a word for a thing."""
    return len(name) > 4 and not name.isascii()
