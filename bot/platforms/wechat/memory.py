"""The last texts of each chat: quotes in WeChat's text shape name no id, only author and words."""

from __future__ import annotations

import re
from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

V = TypeVar("V")

# Texts kept for a chat, and chats and message ids kept at all.
_TEXTS = 200
_CHATS = 500
_IDS = 5000
# Signs that a cut-off quote must share with a text before it counts as that text.
_ENOUGH = 8
_SPACE = re.compile(r"[\s\u2005\u00a0\u200b]+")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)+$")


@dataclass(frozen=True, slots=True)
class _Said:
    """One text, squeezed, who said it and the id by which the engine knows it."""

    author: str
    words: str
    message_id: str


# Who said what we said, whatever account that was.
OURSELVES = "self"


class Memory:
    """Finds the message that a quote means and who wrote a recalled one.

    In memory only: after a restart a quote of an older message has no id.
    """

    def __init__(self) -> None:
        self._chats: OrderedDict[str, deque[_Said]] = OrderedDict()
        self._written: OrderedDict[str, tuple[str, str]] = OrderedDict()
        self._known_as: OrderedDict[str, str] = OrderedDict()

    def keep(self, chat: str, author: str, text: str, message_id: str) -> None:
        """Somebody said this, or with OURSELVES the bot."""
        _put(self._written, message_id, (author, chat))
        texts = self._chats.setdefault(chat, deque(maxlen=_TEXTS))
        self._chats.move_to_end(chat)
        if len(self._chats) > _CHATS:
            self._chats.popitem(last=False)
        if words := _squeezed(text):
            texts.append(_Said(author, words, message_id))

    def same(self, message_id: str, receipt: str) -> None:
        """The platform calls a message of ours by this id, the engine by the receipt."""
        if message_id != receipt:
            _put(self._known_as, message_id, receipt)

    def echoed(self, chat: str, text: str, message_id: str) -> None:
        """A message of ours came back: from now on its id is known."""
        words = _squeezed(text)
        for said in self._texts(chat, OURSELVES):
            if said.words == words:
                self.same(message_id, said.message_id)
                return

    def known_as(self, message_id: str) -> str:
        """The id by which the engine knows a message."""
        return self._known_as.get(message_id, message_id)

    def author_of(self, message_id: str) -> str:
        """Who wrote the message; empty where it is not remembered."""
        return self._written.get(message_id, ("", ""))[0]

    def chat_of(self, message_id: str) -> str:
        """Where it was written: a group's id or a person's; empty where that is not remembered."""
        return self._written.get(message_id, ("", ""))[1]

    def find(self, chat: str, author: str, quoted: str) -> str | None:
        """The id of the author's newest message with these words or, where the quote was cut off,
        with this beginning.
        """
        cut = _ELLIPSIS.sub("", quoted.strip())
        words, start = _squeezed(quoted), _squeezed(cut)
        if not words:
            return None
        texts = list(self._texts(chat, author))
        for said in texts:
            if said.words == words:
                return said.message_id
        if len(start) < _ENOUGH:
            return None
        for said in texts:
            if said.words.startswith(start):
                return said.message_id
        return None

    def _texts(self, chat: str, author: str) -> Iterator[_Said]:
        """What the author said there, newest first."""
        return (said for said in reversed(self._chats.get(chat, ())) if said.author == author)


def _put(shelf: OrderedDict[str, V], key: str, value: V) -> None:
    shelf[key] = value
    shelf.move_to_end(key)
    if len(shelf) > _IDS:
        shelf.popitem(last=False)


def _squeezed(text: str) -> str:
    """The words without what clients do to white space."""
    return _SPACE.sub("", text)
