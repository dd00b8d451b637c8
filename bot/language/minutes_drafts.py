"""Puts the clauses of minutes together: a task with its date, a decision with what it is about."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.language.minutes_clauses import Clause
from bot.language.minutes_dates import Named, due_of
from bot.language.minutes_people import Mention

MASKED = re.compile(r"\s*[(（]?\s*(?:电话|手机|tel)?[:：]?\s*•+\s*[)）]?\s*")
_EDGE = " \t\r\n,，、;；。.:：~～—–·|/\\*_=!！-"
_OPEN_EDGE = re.compile(
    r"^(?:[\s,，、;；。.:：~～—–·|/\\*_=!！?？)）\]】-]+|(?:那就?|就|由|让|请|再|说?(?:她"
    r"|他)(?!们)|说(?=[\s能会可])|能(?=把|够)|会把|可以|答应|保证|承诺|同志|还有|然后|另外|最后"
    r"|顺便|麻烦|拜托|辛苦|会(?![员议场费销计所])|也|都|你|来(?=[做写出盯负跟盘发改])|要(?!求)|得(?=把)|需要?|记得"
    r"|务必|负责(?!人)|to|will|please|pls|needs? to|should|must|and)(?=[\s把一-鿿a-z@]))+"
)
_CLOSE_EDGE = re.compile(
    r"(?:[\s,，、;；。.:：~～—–·|/\\*_=!！?？(（\[【@-]+|(?<=[一-鿿])(?:吧|哈|哦|呀|啊|啦|就行"
    r"|就好|就可以|即可|由|让|请|给|交给|来|归|之?前|来负责|负责)|(?<![a-z])(?:by|to|for|on|before|due"
    r"|deadline|ddl|截止|最迟|最晚))+$"
)
_SPACE = re.compile(r"[ \t]*\n[ \t]*|[ \t]{2,}")


@dataclass(slots=True)
class Draft:
    """A task that is being put together, with the places of its words in the reply."""

    who: tuple[str, ...]
    spans: list[tuple[int, int]]
    line: int
    sentence: int
    due: dt.date | dt.datetime | None = None
    recurrence: str | None = None
    named: bool = False
    unknown: str = ""
    either: tuple[str, ...] = ()
    doubt: str = ""
    doubt_words: str = ""
    everyone: bool = False
    weak: bool = False

    @property
    def dated(self) -> bool:
        """Whether it was said when the task is due, or that nobody can know it."""
        return self.due is not None or bool(self.doubt)


@dataclass(slots=True)
class Piece:
    """Words of one kind that stand together, from `start` to `end` in the reply."""

    kind: str
    start: int
    end: int
    sentence: int
    lead: tuple[int, int] | None = None


def set_who(draft: Draft, mention: Mention | None) -> None:
    """Give a task to those who are named."""
    if mention is None:
        return
    draft.named = True
    draft.everyone = mention.group == "everyone"
    draft.either = mention.names if mention.either else ()
    draft.unknown = mention.said if mention.group == "stranger" else ""
    draft.who = () if mention.either else mention.names


def set_due(draft: Draft, named: Named | None, words: str) -> None:
    """Say when a task is due, or why nobody can know it."""
    if named is None:
        return
    due = named.due
    draft.due, draft.recurrence = due.start, due.recurrence
    draft.doubt = draft.doubt_words = ""
    if due.ask in ("no_such_day", "no_such_time", "disagree", "backwards", "too_far", "past"):
        draft.due, draft.doubt, draft.doubt_words = None, due.ask, words
    elif due.ask == "vague":
        draft.due, draft.recurrence = due.end, None
        if re.search(r"周|月|week|month|旬|初|季", words):
            draft.doubt, draft.doubt_words = "vague", words
    elif due.ask == "ambiguous":
        draft.doubt, draft.doubt_words = "ambiguous", words


def due_words(clause: Clause) -> tuple[Named | None, str]:
    """The date of a clause and its words."""
    named = due_of(clause.dates)
    return named, clause.plain[named.start : named.end] if named else ""


def is_period(named: Named | None) -> bool:
    """Whether a date is a month or week as a whole, which heads figures and sets no task."""
    return named is not None and named.due.ask == "vague" and not named.due.deadline


# Words before a name that only say that it is the one who does it.
_GIVING = re.compile(
    r"(?:交给|分给|派给|转给|移交给|安排给|指派给|留给|归|给|包给|托给|assigned? to|for|owner:?"
    r"|by)\s?$"
)
_ORDERING = re.compile(
    r"(?:由|让|请|的是|交由|就|还是|换"
    r"|^(?:叫|派|安排|麻烦|拜托|劳烦|有劳|辛苦|负责人?[是:]?|ask|have|let|get))\s?$"
)


def task_spans(clause: Clause) -> list[tuple[int, int]]:
    """The places of the words of a task in the reply: without those who do it and its date."""
    named, acting = due_of(clause.dates), clause.actor
    gone = [(named.start, named.end)] if named is not None else []
    gone += [(each.start, each.end) for each in clause.dates if each.other and not each.past]
    if acting is not None:
        gone.append((acting.start, acting.end))
        pattern = {"given": _GIVING, "ordered": _ORDERING}.get(acting.how)
        before = pattern.search(clause.plain[: acting.start]) if pattern is not None else None
        if before is not None:
            gone.append((before.start(), acting.start))
    return spans_without(clause, gone)


def spans_without(clause: Clause, gone: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places in the reply of the words of a clause that are left without some of them."""
    spans: list[tuple[int, int]] = []
    at = 0
    for start, end in sorted(gone):
        if start > at:
            spans.append((clause.start + at, clause.start + start))
        at = max(at, end)
    return [*spans, (clause.start + at, clause.end)] if at < len(clause.plain) else spans


def wording(text: str, spans: list[tuple[int, int]], limit: int) -> str:
    """The words at some places of a reply as one line, at most so many signs."""
    pieces: list[str] = []
    for start, end in spans:
        piece = tidy(text[start:end])
        if piece and (not pieces or sum(map(len, pieces)) + len(piece) <= limit):
            pieces.append(piece)
    whole = " ".join(pieces)
    return tidy(whole)[:limit].rstrip(_EDGE)


def tidy(words: str) -> str:
    """Words without signs at the edges, a masked number, empty brackets."""
    words = MASKED.sub(" ", words)
    words = re.sub(r"[(（【\[]\s*[,，、;；]*\s*[)）】\]]", " ", words)
    words = _SPACE.sub(" ", words).strip()
    return words.strip(_EDGE)


def task_words(text: str, spans: list[tuple[int, int]], limit: int) -> str:
    """What is to be done, without the words that only join it to names and dates."""
    words = wording(text, spans, limit * 2)
    shorter = _CLOSE_EDGE.sub("", _OPEN_EDGE.sub("", words)).strip()
    if shorter.count("(") + shorter.count("（") != shorter.count(")") + shorter.count("）"):
        shorter = re.sub(r"^[^(（]*[)）]|[(（][^)）]*$", "", shorter).strip() or shorter
    return (shorter or words)[:limit].rstrip(_EDGE)
