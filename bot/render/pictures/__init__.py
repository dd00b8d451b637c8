"""Pictures drawn for chats: readable on a phone, in the team's colours and the reader's words."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PIL import ImageFont

from bot.core import pictures
from bot.core.cards import Picture, T
from bot.core.looks import Look
from bot.render.pictures import board, curve, duel, report
from bot.render.pictures.letters import Letters
from bot.render.pictures.page import Block, Page
from bot.render.pictures.turns import Turns

# The font that ships with the program: Noto Sans SC, licence in OFL.txt beside it.
FONT = Path(__file__).parents[1] / "fonts" / "NotoSansSC-Subset.ttf"

_LAYOUTS: dict[str, Callable[[Page, dict[str, Any]], list[Block]]] = {
    pictures.BOARD: board.layout,
    pictures.REPORT: report.layout,
    pictures.CURVE: curve.layout,
    pictures.DUEL: duel.layout,
}

log = logging.getLogger("pictures")


class Painter:
    """Draws pictures and remembers its letters; for one thread.

    Letters come from the first of the `fonts` that has them, and else from the one that ships.
    """

    def __init__(self, fonts: Sequence[Path] = ()) -> None:
        self._turns = Turns()
        self._letters = Letters((*filter(_is_usable, fonts), FONT), self._turns)

    def draw(self, picture: Picture, text: Callable[[T], str], look: Look) -> bytes:
        """The picture as a PNG file, 1080 pixels wide."""
        page = Page(self._letters, text, look, self._turns)
        return page.finish(_LAYOUTS[picture.kind](page, dict(picture.content)))


def _is_usable(font: Path) -> bool:
    """Whether a font can be opened; one that cannot is named in the log, and does without."""
    try:
        ImageFont.truetype(font, 24)
    except OSError:
        log.warning("picture.no_font", extra={"font": str(font)})
        return False
    return True
