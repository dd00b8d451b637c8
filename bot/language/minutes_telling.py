"""What a clause of minutes tells: the past, figures, or that something is to be done."""

from __future__ import annotations

import re

from bot.language import minutes_words as words
from bot.language.minutes_clauses import Clause
from bot.language.minutes_dates import due_of
from bot.language.minutes_verbs import TASK

_MUST_BE = re.compile(r"(?:[^,]{0,8})(?:要把|得把|需要把|记得把?|务必|别忘|尽快把?|抓紧把?)")
_MUST = re.compile(r"(?:要|得|需要?|记得|务必)把")


def is_past(clause: Clause) -> bool:
    """Whether a clause tells what happened; 上个月的报表 alone does not."""
    return any(
        not clause.plain.startswith(("的", "该"), each.end())
        for each in words.PAST.finditer(clause.plain)
    )


def tells_figures(clause: Clause) -> bool:
    """Whether a clause tells figures of the past or present."""
    figures = words.FIGURE.findall(cut_dates(clause))
    told = words.FACT.search(clause.plain) is not None or is_past(clause)
    return len(figures) > 1 or (len(figures) == 1 and told)


def bids(clause: Clause) -> bool:
    """Whether a clause says that something is to be done, and not by whom."""
    plain, due, past = clause.plain, due_of(clause.dates), is_past(clause)
    ordered = words.BARE_ORDER.search(plain) is not None or "把" in plain
    if due is not None and TASK.search(plain) and not past and (due.due.deadline or ordered):
        return True
    if due is not None and _MUST.search(plain):
        return True
    return not past and _MUST_BE.match(plain) is not None


def cut_dates(clause: Clause) -> str:
    """The words of a clause without its dates."""
    text = clause.plain
    for each in sorted(clause.dates, key=lambda named: -named.start):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text
