"""XML from strangers, read without entities and without surprises."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

# Bytes and levels of nesting beyond which a document is not read.
MAX_BYTES = 64 * 1024
MAX_DEPTH = 64


class _Refused(Exception):
    """The document declares something that a chat message never needs."""


def parse(text: str) -> Element | None:
    """The root of a document; None where it is no XML, too large, too deep or has a DOCTYPE.

    Entities exist only inside a DOCTYPE, so without one there is nothing to expand or fetch.
    """
    data = text.strip().encode(errors="replace")
    if not data.startswith(b"<") or len(data) > MAX_BYTES:
        return None
    builder = _Builder()
    # Given here, the encoding wins over one that the document names.
    parser = ParserCreate("utf-8")
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    try:
        parser.Parse(data, True)
        return builder.root()
    except (ExpatError, _Refused):
        return None


def _refuse(*_: object) -> int:
    raise _Refused


class _Builder:
    """Builds the tree and counts how deep it goes."""

    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _Refused
        self._tree.start(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._depth -= 1
        self._tree.end(tag)

    def data(self, text: str) -> None:
        """Text between the tags."""
        self._tree.data(text)

    def root(self) -> Element:
        """The whole tree."""
        return self._tree.close()
