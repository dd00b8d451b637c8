"""Cards turned into what a platform shows; pure functions."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.cards import Card, T
from bot.core.ports import Capabilities
from bot.render import plain, telegram_html


def render(
    card: Card, text: Callable[[T], str], can: Capabilities
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A card's text for a platform and its buttons as (label, command line)."""
    buttons = tuple((text(button.label), button.command) for button in card.buttons)
    if can.markup == "telegram":
        return telegram_html.render(card, text), buttons
    return plain.render(card, text, numbered=not can.buttons), buttons
