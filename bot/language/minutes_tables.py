"""Rows of a table of tasks: thing, person and date in columns, or joined by dashes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.minutes_clauses import Clause, Setting, read_clause
from bot.language.minutes_dates import due_of
from bot.language.minutes_sorting import has_content
from bot.language.minutes_text import trim
from bot.language.minutes_words import CROSS, TICK

_DASH = re.compile(
    r"\s*(?:——|--|—|→|=>|->|(?<![0-9])-(?![0-9])|(?<=[0-9])-(?=[^0-9\s])|(?<=[^0-9\s])-(?=[0-9])"
    r"|(?<![0-9])/(?![0-9]))\s*"
)
_WIDE = re.compile(r"\t+| {2,}")
_RULE = re.compile(r"[\s|:+=-]+")
_COLUMNS = (
    (
        "who",
        re.compile(
            r"负责人?|谁|谁做|责任人|执行人?|人员|姓名|跟进人|对接人|who|owner|person|assignee"
            r"|responsible|name"
        ),
    ),
    (
        "due",
        re.compile(
            r"截止(?:时间|日期)?|时间|日期|期限|完成时间|什么时候|何时|ddl|deadline|when"
            r"|due(?: date)?|date|by"
        ),
    ),
    ("state", re.compile(r"状态|进度|完成情况|完成|是否完成|情况|status|state|done\??|progress")),
    ("number", re.compile(r"序号|编号|no\.?|#|id")),
    (
        "what",
        re.compile(
            r"事项?|任务|工作|内容|做什么|行动项?|什么|事情|待办|项目|what|task"
            r"|action(?: item)?s?|item|todo"
        ),
    ),
    ("note", re.compile(r"备注|说明|note|remarks?|comment")),
)
_FINISHED = re.compile(
    r"(?:✅|☑|✔|√)?\s*(?:已?完成了?|已经?.{1,4}|搞定了?|ok|done|finished|completed?|是|yes"
    r"|100%|✅|☑|✔|√)\s*(?:✅|☑|✔|√)?"
)
_EMPTY = re.compile(r"[-—/无\s*]*|待定|tbd|n/?a|none|不限|未定")


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a table: clauses for the thing, the people and the date, each None if not there."""

    what: Clause
    who: Clause | None
    due: Clause | None


def header(plain: str, start: int, end: int) -> list[str] | None:
    """What the columns of a table hold, where the row is the head of one."""
    cells = cells_of(plain, start, end) or _words(plain, start, end)
    kinds = [column(plain[a:b].strip(" *_【】")) for a, b in cells]
    if len(cells) < 2 or "" in kinds or ("what" not in kinds and "who" not in kinds):
        return None
    return kinds if "who" in kinds or "due" in kinds else None


def column(name: str) -> str:
    """What a column or field of this name holds, "" where nobody can know."""
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(name)), "")


def is_rule(plain: str, start: int, end: int) -> bool:
    """Whether a row is the line below the head of a table."""
    return _RULE.fullmatch(plain, start, end) is not None and "-" in plain[start:end]


def cells_of(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a row drawn with bars or tabs; none where it is no such row."""
    row = plain[start:end]
    if row.count("|") >= 2 or (row.count("|") == 1 and row.strip("|").count("|")):
        places = [match.span() for match in re.finditer(r"\|", row)]
    elif "\t" in row.strip():
        places = [match.span() for match in re.finditer(r"\t+", row)]
    else:
        return []
    return _between(start, end, places, plain, edges=row.strip().startswith("|"))


def _between(
    start: int, end: int, places: list[tuple[int, int]], plain: str, *, edges: bool
) -> list[tuple[int, int]]:
    cells, at = [], start
    for left, right in [*places, (end - start, end - start)]:
        cells.append((at, max(at, start + left)))
        at = start + right
    if edges:
        cells = cells[1:]
    if cells and not plain[slice(*cells[-1])].strip() and plain[start:end].rstrip().endswith("|"):
        cells = cells[:-1]
    return [_narrow(plain, *cell) for cell in cells]


def _narrow(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start].isspace():
        start += 1
    while start < end and plain[end - 1].isspace():
        end -= 1
    return start, end


def _words(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", plain[start:end])]


def joined_cells(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a row that dashes or wide spaces keep apart: 小美-海报-周五."""
    row = plain[start:end]
    for pattern in (_DASH, _WIDE):
        places = [match.span() for match in pattern.finditer(row)]
        if 1 <= len(places) <= 4:
            return _between(start, end, places, plain, edges=False)
    return []


def read_cells(
    plain: str, cells: list[tuple[int, int]], columns: list[str] | None, setting: Setting
) -> Task | str:
    """The task of a row, "done" where it is finished, "" where the cells are no task."""
    what: list[tuple[int, int]] = []
    who = due = None
    for index, (start, end) in enumerate(cells):
        kind = columns[index] if columns and index < len(columns) else ""
        if start >= end or (kind != "what" and _EMPTY.fullmatch(plain, start, end)):
            continue
        clause = read_clause(plain, (*trim(plain, start, end), True), setting, setting.sender)
        content = has_content(clause)
        if kind == "state" or (
            not kind
            and (
                _FINISHED.fullmatch(plain, start, end)
                or TICK.fullmatch(plain[start:end])
                or CROSS.fullmatch(plain[start:end])
            )
        ):
            if _FINISHED.fullmatch(plain, start, end) is not None:
                return "done"
        elif kind == "who" or (
            not kind and who is None and clause.people and not content and not clause.dates
        ):
            who = clause
        elif kind == "due" or (not kind and due is None and due_of(clause.dates) and not content):
            due = clause
        elif kind not in ("number", "note") and start < end:
            what.append((start, end))
    if not what or (who is None and (due is None or columns is None)):
        return ""
    start, end = trim(
        plain,
        what[0][0],
        what[-1][1] if columns is None and _adjacent(what, who, due) else what[0][1],
    )
    return Task(read_clause(plain, (start, end, True), setting, setting.sender), who, due)


def _adjacent(what: list[tuple[int, int]], *others: Clause | None) -> bool:
    """Whether no name and no date stands between the parts of a thing."""
    return not any(each is not None and what[0][0] < each.start < what[-1][1] for each in others)
