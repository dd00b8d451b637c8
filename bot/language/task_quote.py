"""A quoted message as the title of a task: its first line that says something."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.task_words import EDGES

LONGEST_TITLE = 100

# What a card or an address begins with: ✅ #T31, @小美, 1.
_HEAD = re.compile(
    r"(?:[^\w@#\[【(（<《\"“「『$¥￥]|_|#?[A-Za-z]{1,2}[0-9]{1,9}(?:-[0-9]+)?(?![\w])"
    r"|@[^\s@,，:：]{1,24}[\s,，:：]*|[0-9]{1,2}[.、)](?![0-9])|[①-⑳])+"
)
_RECORD = re.compile(r"[A-Za-z][0-9]")
_CARD_DATE = re.compile(r"\s+(?:[0-9]{4}-)?[0-9]{2}-[0-9]{2} 周.(?: [0-9]{2}:[0-9]{2})?.{0,3}$")
_SAYS = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Quote:
    """The first line of a quoted message, and the lines below it."""

    title: str
    detail: str


def read_quote(text: str) -> Quote:
    """A title of at most 100 characters and the rest; both empty where the quote says nothing."""
    lines = [line.strip() for line in text.splitlines()]
    for index, line in enumerate(lines):
        head = _HEAD.match(line)
        said = line[head.end() if head else 0 :].strip(EDGES)
        if head is not None and _RECORD.search(head[0]):
            said = _CARD_DATE.sub("", said)
        if not _SAYS.search(said):
            continue
        title, more = said[:LONGEST_TITLE].rstrip(EDGES).strip(), said[LONGEST_TITLE:]
        rest = [more, *lines[index + 1 :]]
        return Quote(title, "\n".join(line for line in rest if line))
    return Quote("", "")
