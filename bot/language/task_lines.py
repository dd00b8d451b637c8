"""The lines of an order and what they are: a task, a step, a field, prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from bot.language.dates_words import spell
from bot.language.task_words import LABEL

MOST_LINES = 200

_NUMBER = re.compile(
    r"[ \t\u3000]*(?:[(（]?(?P<number>[0-9]{1,2})(?:[)）、]|[.．](?![0-9]))"
    r"|[①-⑳⑴-⒛❶-❿⓪]|[0-9]\ufe0f?\u20e3|🔟"
    r"|(?:[一二三四五六七八九十]{1,2}|[(（][一二三四五六七八九十]{1,2}[)）])[、)）])[ \t]*"
)
_BULLET = re.compile(
    r"[ \t\u3000]*(?:[-*–—][ \t]*\[[ xX✓]?\]|\[[ xX✓]?\]|[-–—](?![-–—0-9])|\*(?=[ \t])"
    r"|[•·▪●○◦](?![•·])|[□☐◻▢☑])[ \t]*"
)
_COUNTED = re.compile(r"[ \t]*(?P<number>[0-9]{1,2})[.．](?=[0-9]+[版张个条篇份款套组次件])")
_INLINE = re.compile(
    r"(?<![0-9a-zA-Z.\-/:：])(?P<number>[1-9])(?:[、)）](?![0-9])|[.．](?![0-9]))|(?P<round>[①-⑳])"
)
_LABELLED = re.compile(r"[^\n:：]{1,16}[:：]")
_PROSE = re.compile(
    r"^(?:要(?!求)|不要|不用|注意|因为|由于|客户[^\s:：]{0,6}(?:说|要|催)|可以|就|别|谢谢|辛苦|参考|这|那|具体|其中|另外|主要|重点"
    r"|ps|p\.s|btw|because|since|it |they |please note|note that|https?://)"
    r"|https?://|[。?？]|[了的吧哦哈~～!！啊呀呢]$|.{41}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its mark; `kind` is plain, number, bullet or blank."""

    kind: str
    text: str


def is_prose(text: str) -> bool:
    """Whether a line tells something about a task and is none itself."""
    return _PROSE.search(text.strip()) is not None


def split_lines(text: str) -> list[Line]:
    """The lines of an order, numbers within one line (1. 2. 3.) taken as lines too."""
    lines: list[Line] = []
    raw = text.replace("\r", "\n").replace("\u2028", "\n").split("\n")
    expected = 1
    for each in raw[:MOST_LINES]:
        for part in _inline(each):
            line = _line(part, expected)
            expected += line.kind == "number"
            lines.append(line)
    rest = "\n".join(raw[MOST_LINES:]).strip()
    return [*lines, Line("prose", rest)] if rest else lines


def _line(text: str, expected: int) -> Line:
    if not text.strip():
        return Line("blank", "")
    mark = _NUMBER.match(text) or _COUNTED.match(text)
    if mark is not None:
        counted = mark.re is _COUNTED and int(mark["number"]) != expected
        if not counted and text[mark.end() :].strip():
            return Line("number", text[mark.end() :])
    bullet = _BULLET.match(text)
    if bullet is not None and text[bullet.end() :].strip():
        return Line("bullet", text[bullet.end() :])
    return Line("plain", text)


def _inline(text: str) -> list[str]:
    """A line cut before each of its numbers 1, 2, 3 or ①②③ where they are in order."""
    cuts: list[int] = []
    wanted = 1
    for match in _INLINE.finditer(text):
        number = int(match["number"]) if match["number"] else ord(match["round"]) - 0x245F
        if number != wanted:
            continue
        cuts.append(match.start())
        wanted += 1
    if len(cuts) < 2 or _has_label(text, cuts[0]):
        return [text]
    edges = [0, *cuts, len(text)]
    parts = [text[start:end] for start, end in pairwise(edges)]
    return [part for part in parts if part.strip()]


def _has_label(text: str, before: int) -> bool:
    """Whether the numbers stand behind a label, whose value they are then."""
    return LABEL.search(spell(text[:before])[0]) is not None
