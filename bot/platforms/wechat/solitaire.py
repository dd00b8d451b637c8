"""WeChat's native 接龙 as the text that somebody would have typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bot.platforms.wechat.safe_xml import parse

# The head that marks a list where the client's own is missing.
_HEAD = "#接龙"
_HAS_HEAD = re.compile(r"接龙|group\s*note|solitaire", re.IGNORECASE)
# «offset-length» of a part of the title, in UTF-16 units, as the phone's own strings count.
_RANGE = re.compile(r"(\d{1,6})-(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: its author's id and what it says."""

    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Solitaire:
    """A native list: the text before the lines, and the lines in their order."""

    head: str
    lines: tuple[Line, ...]

    def typed(self, names: Mapping[str, tuple[str, ...]], others: Collection[str] = ()) -> str:
        """The list as a typed one: each line begins with its author.

        `names` are the authors' names, the one to show first; a line that begins with one of
        `others`, all names that are known in the group, was written for that person and stays.
        """
        head = self.head if _HAS_HEAD.search(self.head) else f"{_HEAD}\n{self.head}"
        rows = [
            f"{number}. {_named(line, names.get(line.author, ()), others)}"
            for number, line in enumerate(self.lines, start=1)
        ]
        return "\n".join([head.rstrip(), "", *rows])


def read_solitaire(appmsg: Element) -> Solitaire | None:
    """The list in an appmsg of type 53; None where it has no lines, which is a plain text."""
    info = _info(appmsg)
    if info is None:
        return None
    title = (appmsg.findtext("title") or "").encode("utf-16-le", errors="replace")
    found = []
    for item in info.iterfind("./content/i"):
        start, text = _part(title, item.findtext("r"))
        if text:
            found.append((start, Line((item.findtext("u") or "").strip(), text)))
    if not found:
        return None
    found.sort(key=lambda each: each[0])
    head = _part(title, info.findtext("tt"))[1] or _before(title, found[0][0])
    example = _part(title, info.findtext("ex"))[1]
    if example and example not in head:
        head = f"{head}\n{example}"
    return Solitaire(head, tuple(line for _, line in found))


def _info(appmsg: Element) -> Element | None:
    """The list's own description: a document inside the document, or plain elements."""
    holder = appmsg.find(".//solitaire_info")
    if holder is None:
        return None
    inner = holder.find("solitaire")
    return inner if inner is not None else parse(holder.text or "")


def _part(title: bytes, where: str | None) -> tuple[int, str]:
    """Where a part of the title starts and what it says; the title is UTF-16."""
    found = _RANGE.fullmatch((where or "").strip())
    if found is None:
        return 0, ""
    start, length = int(found[1]), int(found[2])
    return start, title[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").strip()


def _before(title: bytes, start: int) -> str:
    """What stands before the first line, without that line's number."""
    return re.sub(r"\s*\d+\s*\S?\s*$", "", title[: 2 * start].decode("utf-16-le", "replace"))


def _named(line: Line, names: tuple[str, ...], others: Collection[str]) -> str:
    text = line.text
    for name in sorted(filter(None, names), key=len, reverse=True):
        if text.startswith(name):
            return names[0] + text[len(name) :]
    if not names or any(name and text.startswith(name) for name in others):
        return text
    return f"{names[0]} {text}"
