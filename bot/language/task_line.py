"""One line of an order, read whole: its parts and the title that is left of it."""

from __future__ import annotations

import datetime as dt
import re

from bot.language.dates import Due, read_due
from bot.language.task_fields import take_fields, take_marks
from bot.language.task_names import Known, take_bare_names
from bot.language.task_people import take_acceptor, take_mentions
from bot.language.task_sheet import Draft, Sheet
from bot.language.task_words import EDGES, EMPTY_BRACKETS, FILLER, HAND_IN

_BLANKS = re.compile(r"\s+")
_BEFORE_SIGN = re.compile(r" (?=[,，。;；、!！])")
_SIGN_RUN = re.compile(r"[,，;；、](?=\s*[,，;；、。])")
_THANKS = re.compile(
    r"(?<!\w)(?:谢谢|多谢|感谢|辛苦|拜托|thanks|thank you|thx)[了啦哈啊~～!！]*$", re.IGNORECASE
)
_WORD = re.compile(r"\w")
_WHEN_LABEL = re.compile(
    r"(?:(?:截止)?(?:时间|日期|期限)|截止|ddl|deadline|due(?: date)?)[ \t]*[:：][ \t]*",
    re.IGNORECASE,
)
# The date belongs to what is to be done: 把周五的海报改一下.
_OF_TITLE_BEFORE = re.compile(r"[把将给的到和与对用]$")
_OF_TITLE_AFTER = frozenset("的场档班款版")
_BOUND = re.compile(r"[\s,，;；。]")


def read_line(text: str, now: dt.datetime, known: Known) -> Draft:
    """What one line says; it never raises."""
    sheet, draft = Sheet(text), Draft()
    take_fields(sheet, draft)
    take_acceptor(sheet, draft, known)
    take_mentions(sheet, draft, known)
    take_marks(sheet, draft)
    title = _take_due(sheet.rest(), now, draft)
    title = take_bare_names(title, draft, known)
    draft.title = clean_title(title)
    return draft


def clean_title(text: str) -> str:
    """A title without doubled blanks, signs at its ends and 请 or 麻烦 before it."""
    text = _BLANKS.sub(" ", EMPTY_BRACKETS.sub(" ", text))
    text = _SIGN_RUN.sub("", _BEFORE_SIGN.sub("", text)).strip(EDGES)
    while (filler := FILLER.match(text)) is not None and _WORD.search(text, filler.end()):
        text = text[filler.end() :].strip(EDGES)
    thanks = _THANKS.search(text)
    if thanks is not None and thanks.start():
        text = text[: thanks.start()].strip(EDGES)
    return text if _WORD.search(text) else ""


def _take_due(text: str, now: dt.datetime, draft: Draft) -> str:
    """The text without its date; where it has none the end of a value may hold it."""
    draft.due = read_due(text, now)
    if draft.due is not None:
        return _cut(text, draft.due)
    for values in (draft.criteria, draft.items, draft.detail):
        for index, value in enumerate(values):
            due = read_due(value, now)
            if due is None or due.ask or not _stands_alone(value, due):
                continue
            draft.due = due
            start, end = due.span
            values[index] = value[:start].strip(EDGES)
            return f"{text} {value[end:]}"
    return text


def _stands_alone(value: str, due: Due) -> bool:
    start, end = due.span
    before, after = value[start - 1 : start], value[end : end + 1]
    bound = _BOUND.match(before) is not None and (not after or _BOUND.match(after) is not None)
    return bound and len(due.spans) == 1


def _cut(text: str, due: Due) -> str:
    """The text without the words about dates, but those that the title needs."""
    for start, end in sorted(due.spans, reverse=True):
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if after in _OF_TITLE_AFTER or _OF_TITLE_BEFORE.search(before):
            continue
        hand_in = HAND_IN.match(text, end)
        rest = f"{text[:start]} {text[hand_in.end() if hand_in else end :]}"
        text = rest
    return _WHEN_LABEL.sub(" ", text)
