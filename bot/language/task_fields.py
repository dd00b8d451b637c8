"""The parts of an order that carry a label or a sign: 验收:…, #618, 紧急, T31之后, 需要 文案2."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.task_sheet import Draft, Sheet
from bot.language.task_words import (
    AFTER,
    CUSTOMER,
    CUSTOMER_INSIDE,
    EDGES,
    GLUED,
    ITEM_MARK,
    LABEL,
    LEVELS,
    LIST_SIGNS,
    NAME,
    NAMED_LEVELS,
    NEED,
    NEEDS,
    PRIORITY,
    RECORD,
    STOP,
    TAG,
    WEAK_LIST_SIGNS,
)
from bot.language.text import normalise

_WORD = re.compile(rf"@?[ \t]?(?P<name>{NAME}{{1,24}})")
_TAGS = re.compile(rf"#?{NAME}{{1,24}}(?:[ \t]?[、,;#/][ \t]?#?{NAME}{{1,24}}){{0,9}}")
_TAG_SIGNS = re.compile(r"[\s、,;#/]+")
_WHEN_PREFIX = re.compile(r"(?<!\w)(?:完成|交付)(?=(?:时间|日期)[ \t]*:)")
_MARKED = re.compile(r"(?<![0-9.])(?:[①-⑳]|[1-9][.、)](?![0-9]))")
_BLANKS = re.compile(r"[ \t\u2005\u3000]+")
# Labels whose value is one word; the words behind it are of the title.
_ONE_WORD = frozenset({"acceptor", "customer", "stage", "priority", "tags", "after"})


@dataclass(frozen=True, slots=True)
class _Field:
    """A label and its value, by their places in the spelled text."""

    kind: str
    label: int
    start: int
    end: int


def take_fields(sheet: Sheet, draft: Draft) -> None:
    """Take what stands behind labels; a label without a value opens the lines below it."""
    sheet.take(_WHEN_PREFIX, lambda _: True)
    taken: list[tuple[int, int]] = []
    for found in _fields(sheet.left):
        end = _use(sheet, draft, found)
        if end > found.label:
            taken.append((found.label, end))
    sheet.blank(taken)


def _fields(text: str) -> list[_Field]:
    found: list[_Field] = []
    label = LABEL.search(text)
    while label is not None:
        following = LABEL.search(text, label.end())
        last = following.start() if following else len(text)
        stop = STOP.search(text, label.end(), last)
        end = stop.start() if stop else last
        kind = GLUED[label["glued"]] if label["glued"] else label.lastgroup or ""
        found.append(_Field(kind, label.start(), label.end(), end))
        label = following
    return found


def _use(sheet: Sheet, draft: Draft, found: _Field) -> int:
    """Keep the value of one label; the place where it ends, or that of the label if it has none."""
    value = sheet.said(found.start, found.end).strip(EDGES)
    kind = found.kind
    if kind in ("when", "people", "title"):
        draft.is_named = draft.is_named or kind == "title"
        # The date, the names and the title are read where all of them are.
        return found.start if kind == "title" else found.label
    if not value and sheet.spelled[found.start : found.start + 1] != "@":
        if sheet.left[found.start :].strip() or kind in _ONE_WORD:
            return found.label
        draft.open = kind
        return found.start
    if kind in _ONE_WORD:
        return _one_word(sheet, draft, found)
    if kind == "items":
        draft.items += split_items(value)
    elif kind == "detail":
        draft.detail.append(value)
    elif kind == "criteria":
        return _criteria(sheet, draft, found)
    return found.end


def _criteria(sheet: Sheet, draft: Draft, found: _Field) -> int:
    """验收:@丽姐 names the acceptor, anything else is what is asked for."""
    start = found.start
    if sheet.spelled[start : start + 1] == "@":
        name = _WORD.match(sheet.spelled, start)
        if name is not None:
            draft.acceptor = sheet.said(*name.span("name"))
            start = name.end()
    value = sheet.said(start, max(start, found.end)).strip(EDGES)
    if value:
        draft.criteria.append(value)
    return max(start, found.end)


def _one_word(sheet: Sheet, draft: Draft, found: _Field) -> int:
    kind = found.kind
    if kind == "tags":
        tags = _TAGS.match(sheet.spelled, found.start, found.end)
        if tags is None:
            return found.label
        words = _TAG_SIGNS.split(normalise(sheet.said(*tags.span())))
        draft.tags += [word for word in words if word and word not in draft.tags]
        return tags.end()
    if kind == "after":
        named = RECORD.findall(sheet.spelled, found.start, found.end)
        draft.after += [int(number) for number in named if int(number) not in draft.after]
        return found.end if named else found.label
    word = _WORD.match(sheet.spelled, found.start, found.end)
    if word is None:
        return found.label
    said = sheet.said(*word.span("name"))
    if kind == "priority":
        level = NAMED_LEVELS.get(said.lower().removesuffix("优先"))
        draft.priority = level if level is not None else draft.priority
        return found.label if level is None else word.end()
    if getattr(draft, kind):
        return found.label
    setattr(draft, kind, said)
    return word.end()


def take_marks(sheet: Sheet, draft: Draft) -> None:
    """Take tags, tasks to wait for, skills, the customer and the urgency out of the text."""
    sheet.take(AFTER, lambda match: _after(draft, match))
    sheet.take(TAG, lambda match: _tag(sheet, draft, match))
    sheet.take(NEEDS, lambda match: _needs(sheet, draft, match))
    sheet.take(CUSTOMER, lambda match: _customer(sheet, draft, match))
    inside = CUSTOMER_INSIDE.search(sheet.left)
    if inside is not None and not draft.customer:
        draft.customer = sheet.said(*inside.span("name"))
    sheet.take(PRIORITY, lambda match: _priority(draft, match))


def _after(draft: Draft, match: re.Match[str]) -> bool:
    for number in map(int, RECORD.findall(match["named"] or match["first"])):
        if number not in draft.after:
            draft.after.append(number)
    return True


def _tag(sheet: Sheet, draft: Draft, match: re.Match[str]) -> bool:
    tag = normalise(sheet.said(*match.span("tag")))
    if tag not in draft.tags:
        draft.tags.append(tag)
    return True


def _needs(sheet: Sheet, draft: Draft, match: re.Match[str]) -> bool:
    start, end = match.span("list")
    for need in NEED.finditer(sheet.left, start, end):
        wanted = (sheet.said(*need.span(1)), int(need[2]))
        if wanted not in draft.needs:
            draft.needs.append(wanted)
    return True


def _customer(sheet: Sheet, draft: Draft, match: re.Match[str]) -> bool:
    if draft.customer:
        return False
    draft.customer = sheet.said(*match.span("name"))
    return True


def _priority(draft: Draft, match: re.Match[str]) -> bool:
    level = LEVELS[match.lastgroup or ""]
    # 紧急 wins over 急, and anything said over nothing.
    known = draft.priority
    draft.priority = level if known is None or level > known > -1 or level < 0 else known
    return True


def split_items(value: str) -> list[str]:
    """The steps of a checklist that stand in one line."""
    for signs in (LIST_SIGNS, _MARKED, WEAK_LIST_SIGNS, _BLANKS):
        parts = [part for each in signs.split(value) if (part := clean_item(each))]
        if len(parts) > 1:
            return parts
    item = clean_item(value)
    return [item] if item else []


def clean_item(text: str) -> str:
    """One step of a checklist without its box or number."""
    mark = ITEM_MARK.match(text)
    return text[mark.end() if mark else 0 :].strip(EDGES)
