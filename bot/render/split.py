"""Long texts in parts that a platform takes, cut where nobody is hurt."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAG = re.compile(r"</?[a-z][^<>]*>")
# What must stay whole in HTML: a tag or an entity.
_MARKUP = re.compile(rf"{_TAG.pattern}|&#?\w+;")


def units(text: str) -> int:
    """The length that platforms count: UTF-16 code units."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def split(text: str, limit: int, *, html: bool = False) -> list[str]:
    """The text in parts of at most `limit` UTF-16 units, cut between lines where that is possible.

    A line that is too long is cut between graphemes; with `html` never inside a tag or an entity,
    and tags open at a cut are closed there and opened again. Line breaks at cuts are dropped.
    """
    if units(text) <= limit:
        return [text]
    parts = _HtmlParts(limit) if html else _Parts(limit)
    for number, line in enumerate(text.split("\n")):
        if number:
            parts.end_line()
        whole = not html and units(line) <= limit
        parts.keep_together([line] if whole else list(_pieces(line, html=html)))
    return parts.finished()


def _pieces(line: str, *, html: bool) -> Iterator[str]:
    """The smallest pieces of a line between which it may be cut."""
    from wcwidth import iter_graphemes

    start = 0
    for markup in _MARKUP.finditer(line) if html else ():
        yield from iter_graphemes(line[start : markup.start()])
        yield markup.group()
        start = markup.end()
    yield from iter_graphemes(line[start:])


class _Parts:
    """Fills one part after the other and keeps the HTML of each balanced."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._done: list[str] = []
        self._open: list[str] = []
        self._part = ""
        self._length = 0

    def keep_together(self, line: list[str]) -> None:
        """Add a line, in the next part if it fits into an empty one but not into this one."""
        needed = sum(map(units, line)) + self._closing(self._open)
        reopened = units("".join(self._open))
        if self._length + needed > self._limit >= needed + reopened and self._length > reopened:
            self._cut()
        for piece in line:
            self._add(piece)

    def end_line(self) -> None:
        """Add a line break, or cut where it would not fit."""
        if self._length + 1 + self._closing(self._open) > self._limit:
            self._cut()
        elif self._part != "".join(self._open):
            self._put("\n")

    def finished(self) -> list[str]:
        """All parts that hold something to read."""
        self._cut()
        return self._done

    def _add(self, piece: str) -> None:
        opened = self._after(piece)
        needed = units(piece) + self._closing(opened)
        if self._length + needed > self._limit:
            self._cut()
            if self._length + needed > self._limit and len(piece) > 1:
                # One grapheme beyond the limit, hundreds of accents on a letter: no good place.
                for sign in piece:
                    self._add(sign)
                return
        self._put(piece)
        self._open = opened

    def _put(self, piece: str) -> None:
        self._part += piece
        self._length += units(piece)

    def _cut(self) -> None:
        closed = self._part.rstrip("\n") + "".join(map(_closer, reversed(self._open)))
        if self._readable(closed):
            self._done.append(closed)
        self._part = "".join(self._open)
        self._length = units(self._part)

    def _after(self, piece: str) -> list[str]:
        """The tags that are open when this piece is written; plain text opens none."""
        return []

    def _readable(self, part: str) -> bool:
        return bool(part.strip())

    def _closing(self, opened: list[str]) -> int:
        return sum(units(_closer(tag)) for tag in opened)


class _HtmlParts(_Parts):
    """Parts of a text with tags."""

    def _after(self, piece: str) -> list[str]:
        if not _TAG.fullmatch(piece):
            return self._open
        return self._open[:-1] if piece.startswith("</") else [*self._open, piece]

    def _readable(self, part: str) -> bool:
        return bool(_TAG.sub("", part).strip())


def _closer(tag: str) -> str:
    """The end of a tag: `<a href="…">` → `</a>`."""
    return f"</{tag[1:-1].split(maxsplit=1)[0]}>"
