"""What leaves: texts with mentions that mention nobody by accident, and files."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.events import Sender
from bot.core.ports import Document
from bot.platforms.wechat.mentions import EVERYBODY_IDS, EVERYBODY_NAMES, MENTION_END

_EVERYBODY = re.compile(
    rf"([@＠][^\S{MENTION_END}]*(?:{'|'.join(EVERYBODY_NAMES)}))[\s{MENTION_END}]*{MENTION_END}",
    re.IGNORECASE,
)
# What must not be in a visible name: it would end the mention or the line.
_BREAKS = re.compile(rf"[\s{MENTION_END}]+")
# The number that file boxes give to base64, in gateways old and new.
_BASE64 = 1


@dataclass(frozen=True, slots=True)
class Composed:
    """A text as WeChat shows it, and each mention in it with the id that it is of."""

    text: str
    marks: tuple[tuple[str, str], ...] = ()

    def ids_in(self, part: str) -> list[str]:
        """Whom a part of the text mentions."""
        return [id_ for mark, id_ in self.marks if mark in part]


def compose(text: str, mentions: Sequence[Sender]) -> Composed:
    """The text with its mentions; who is not named in it is named before it.

    A mention of everybody is never one: it keeps its words and loses the sign that makes clients
    ring.
    """
    marks: dict[str, str] = {}
    ahead: list[str] = []
    for person in mentions:
        name = _BREAKS.sub(" ", person.name).strip()
        if person.id in EVERYBODY_IDS or person.id in marks or not person.id or not name:
            continue
        marked = f"@{name}{MENTION_END}"
        marks[person.id] = without_everybody(marked)
        named = _named(name).search(text)
        if named is None:
            ahead.append(marked)
        else:
            text = text[: named.start()] + marked + text[named.end() :]
    found = tuple((mark, id_) for id_, mark in marks.items())
    return Composed(without_everybody("".join(ahead) + text), found)


def without_everybody(text: str) -> str:
    """The text with every «@所有人» as plain words (reliability P26)."""
    return _EVERYBODY.sub(r"\1 ", text)


def _named(name: str) -> re.Pattern[str]:
    """The name in a text, with the blank that a renderer put behind it."""
    return re.compile(rf"[@＠]{re.escape(name)}(?:{MENTION_END}| |(?!\w))")


def file_box(document: Document) -> str:
    """A file as the JSON that both old and new gateways read: they name its type differently."""
    box = {
        "boxType": _BASE64,
        "type": _BASE64,
        "name": document.name,
        "base64": base64.b64encode(document.data).decode(),
        "metadata": {},
    }
    return json.dumps(box, ensure_ascii=False)
