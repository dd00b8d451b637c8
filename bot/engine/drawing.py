"""Pictures on their way out: drawn after the commit, on a thread of their own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.core.cards import Card, Picture, T
from bot.core.looks import Look
from bot.core.ports import Document
from models import looks
from models.db import Db

if TYPE_CHECKING:
    from bot.render.pictures import Painter

# The part of a picture's content that says in whose colours it is.
_LOOK = "look"

log = logging.getLogger("drawing")


def in_colours(db: Db, chat_id: int, card: Card) -> Card:
    """A card whose picture knows the colours of the chat's team, as of now."""
    if card.picture is None:
        return card
    found = looks.chosen_in(db, chat_id)
    content = {**card.picture.content, _LOOK: [found.theme, found.accent, found.team]}
    return card.with_(picture=replace(card.picture, content=content))


class Studio:
    """Draws one picture after the other, so that they never take more than one thread's time.

    `text` writes words in a language; a `font` of one's own gives the letters it has.
    """

    def __init__(self, text: Callable[[T, str], str], font: str = "") -> None:
        self._text = text
        self._fonts = (Path(font),) if font else ()
        self._thread: ThreadPoolExecutor | None = None
        self._painter: Painter | None = None

    async def draw(self, picture: Picture, language: str) -> Document | None:
        """The picture as a file to send; None where it cannot be drawn, which the log explains."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="drawing")
        loop = asyncio.get_running_loop()
        try:
            data = await loop.run_in_executor(self._thread, self._drawn, picture, language)
        except Exception:
            # The words say the same: nobody waits for a picture.
            log.exception("picture.not_drawn", extra={"kind": picture.kind})
            return None
        return Document(f"{picture.kind}.png", data)

    def close(self) -> None:
        """End the thread, when it has drawn what it draws."""
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)

    def _drawn(self, picture: Picture, language: str) -> bytes:
        if self._painter is None:
            # Here, because few messages need a picture and the library takes its time to load.
            from bot.render.pictures import Painter

            self._painter = Painter(self._fonts)
        look = Look(*picture.content.get(_LOOK, ()))
        return self._painter.draw(picture, lambda words: self._text(words, language), look)
