"""Cards as Telegram's HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from bot.core.cards import Card, T


def render(card: Card, text: Callable[[T], str]) -> str:
    """The card as HTML with a bold title, every other sign escaped; buttons go beside it."""

    def plain(words: T) -> str:
        return escape(text(words), quote=False)

    parts = [f"<b>{plain(card.title)}</b>", *(plain(line) for line in card.lines)]
    if card.note is not None:
        parts.append(plain(card.note))
    return "\n".join(parts)
