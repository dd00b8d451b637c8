"""Quotes in the text itself: `「name：words」`, a line of dashes, the reply."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

# Between the quoted words and the reply; clients write 15 dashes with spaces between them.
_SEPARATOR = re.compile(r"」[^\S\n]*\n[^\S\n]*(?:[-—–][^\S\n]*){5,}(?:\n|$)")
_COLON = re.compile("[：:]")
# Signs of a name: nobody's is longer, so a colon further on is part of the words.
_LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Quotation:
    """What was quoted, as far as the message says it: its id, its author's id and name, its
    words.
    """

    message_id: str | None = None
    author_id: str | None = None
    author: str = ""
    text: str = ""


def split_quote(text: str, names: Collection[str] = ()) -> tuple[str, Quotation | None]:
    """The sender's own words and what they quote; `names` helps where a name has a colon in it."""
    if not text.startswith("「"):
        return text, None
    separator = _end_of_quote(text)
    if separator is None:
        return text, None
    inside = text[1 : separator.start()]
    known = max((n for n in names if _is_author(inside, n)), key=len, default=None)
    if known is not None:
        author, words = known, inside[len(known) + 1 :]
    else:
        colon = _COLON.search(inside[: _LONGEST_NAME + 1])
        if colon is None:
            return text, None
        author, words = inside[: colon.start()], inside[colon.end() :]
    quotation = Quotation(author=author.strip(), text=words.strip())
    return text[separator.end() :].strip(), quotation


def _end_of_quote(text: str) -> re.Match[str] | None:
    """The separator that ends the quote: a quote inside the quoted words has one too."""
    found = list(_SEPARATOR.finditer(text))
    for separator in found:
        inside = text[: separator.start() + 1]
        if inside.count("「") == inside.count("」"):
            return separator
    return found[0] if found else None


def _is_author(inside: str, name: str) -> bool:
    return bool(name) and inside.startswith(name) and inside[len(name) : len(name) + 1] in "：:"
