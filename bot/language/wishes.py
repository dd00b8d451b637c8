"""What a line about something planned says: when, what, where and for whom, in any order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.language.dates import Due, read_due

F = TypeVar("F")

_MENTION = re.compile(r"[@＠]([^\s@＠,，、;；:：()（）]+)")
# Words behind an @ for everybody, and for who speaks.
EVERYBODY = frozenset(
    {"所有人", "全体成员", "全体", "全员", "全队", "全团", "大家"}
    | {"all", "everyone", "everybody", "team", "here", "channel"}
)
SELF = frozenset({"我", "自己", "me"})
# Answers to a yes-or-no question.
YES, NO = ("是", "对", "好", "yes"), ("不是", "不", "no")
# More words about dates than that are a timetable and no title.
_MANY = 8
_WORD = re.compile(r"\S+")
_JOINED = re.compile(r"^[和跟与及、,，]+|[和跟与及、,，]+$")
_PLACE = re.compile(r"(?:地点|地址|(?<![a-z])(?:place|location|where))\s*[:：]\s*", re.IGNORECASE)
_QUESTION = re.compile(r"[?？]|[吗呢么]\s*$|几点|几号|哪天|哪个|什么|怎么|谁|有没有|能不能|有空")
_CHATTY = re.compile(r"[。!！~～…]\s*$|[吧啊呀哦哈嘛啦了的]\s*$")
# What names a part of a day without an hour: 周四晚上.
_PART = re.compile(r"[早晚晨夜]|[上中下]午|morning|afternoon|evening|night|tonight", re.IGNORECASE)
_HOUR = (
    r"(?:(?:早上|早晨|上午|中午|下午|傍晚|晚上|早|晚)\s*)?(?:[0-9]{1,2}(?::[0-9]{2})?\s*(?:[ap]m)?"
    r"|[0-9一二两三四五六七八九十]{1,3}点(?:半|钟|[一三]刻|[0-9]{1,2}分?)?)"
)
_CLOCK_ALONE = re.compile(rf"\s*{_HOUR}(?:\s*(?:-|~|–|到|至|to)\s*{_HOUR})?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to be in the calendar; `names` are the people as they were written."""

    due: Due | None
    title: str
    place: str
    names: tuple[str, ...]

    @property
    def is_sure_of_time(self) -> bool:
        """Whether a clock time was said and nothing about it has to be asked."""
        return self.due is not None and not self.due.ask and isinstance(self.due.start, dt.datetime)


def without_people(line: str) -> tuple[str, tuple[str, ...]]:
    """The line with blanks where it named people, and their names."""
    names = tuple(match[1] for match in _MENTION.finditer(line))
    return _MENTION.sub(lambda match: " " * len(match[0]), line), names


def read_wish(line: str, now: dt.datetime) -> Wish:
    """What a line says; `now` is on the clock of the team."""
    text, names = without_people(line)
    due = read_due(text, now)
    signs = list(text)
    for match in _MENTION.finditer(line):
        signs[match.start() : match.end()] = "\n" * len(match[0])
    for start, end in _of_date(text, due, now) if due is not None else ():
        signs[start:end] = "\n" * (end - start)
    title, place = _apart("".join(signs))
    return Wish(due, title, place, names)


def _of_date(text: str, due: Due, now: dt.datetime) -> list[tuple[int, int]]:
    """The places of the words that the date needs: of 周四20:00 618复盘 the first one only."""
    words = [
        (start + word.start(), start + word.end())
        for start, end in due.spans
        for word in _WORD.finditer(text[start:end])
    ]
    needed = list(words)
    for start, end in reversed(words[1:] if len(words) <= _MANY else ()):
        shorter = text[:start] + " " * (end - start) + text[end:]
        found = read_due(shorter, now)
        if found is not None and _said(found) == _said(due):
            needed.remove((start, end))
            text = shorter
    return needed


def _said(due: Due) -> tuple[object, ...]:
    return due.start, due.end, due.recurrence, due.ask


def _apart(text: str) -> tuple[str, str]:
    """Title and place of what is left; line breaks stand where dates and people were.

    A place behind the title goes on to the next of them, one before it is a single word.
    """
    place = ""
    match = _PLACE.search(text)
    if match is not None:
        before, after = text[: match.start()], text[match.end() :]
        place, mark, rest = after.partition("\n")
        if not before.strip():
            place, _, more = place.strip().partition(" ")
            rest = f"{more}\n{rest}"
        text = f"{before}\n{mark}{rest}"
    words = [_JOINED.sub("", part.strip()) for part in text.split("\n")]
    return " ".join(" ".join(words).split()).strip(" ,，、;；:：-"), " ".join(place.split())


def is_question(line: str) -> bool:
    """Whether a line asks something."""
    return _QUESTION.search(line) is not None


def is_chatty(line: str) -> bool:
    """Whether a line ends like talk."""
    return is_question(line) or _CHATTY.search(line) is not None


def lacks_hour(text: str, due: Due) -> bool:
    """Whether a part of a day was said and no hour: 周四晚上."""
    is_day = due.start is not None and not isinstance(due.start, dt.datetime)
    return is_day and any(_PART.search(text[start:end]) for start, end in due.spans)


def is_clock_alone(text: str, due: Due) -> bool:
    """Whether a line names a time of day and no day."""
    said = "".join(text[start:end] for start, end in due.spans)
    return isinstance(due.start, dt.datetime) and _CLOCK_ALONE.fullmatch(said) is not None


def find_longest(name: str, find: Callable[[str], F | None]) -> F | None:
    """What has that name, or the longest one that it begins with: @阿芳和@丽姐."""
    for length in range(len(name), 0, -1):
        found = find(name[:length])
        if found is not None and (length == len(name) or not _JOINED.sub("", name[length:])):
            return found
    return None


def exact(due: Due) -> str:
    """A date that is proposed, in figures that are read as the same date in every language."""
    parts = [part for part in (due.start, due.end) if part is not None]
    return "~".join(
        f"{part:%Y-%m-%d %H:%M}" if isinstance(part, dt.datetime) else f"{part:%Y-%m-%d}"
        for part in parts
    )
