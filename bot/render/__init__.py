"""Cards turned into what a platform shows; pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.core.cards import Card, T
from bot.core.events import Sender
from bot.core.ports import Capabilities
from bot.render import plain, telegram_html


def render(
    card: Card,
    text: Callable[[T], str],
    can: Capabilities,
    mentions: Iterable[Sender] = (),
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A card's text for a platform and its buttons as (label, command line).

    `mentions` are the accounts of the people that the text names as «@name».
    """
    buttons = tuple((text(button.label), button.command) for button in card.buttons)
    if can.markup == "telegram":
        return telegram_html.render(card, text, mentions), buttons
    return plain.render(card, text, numbered=not can.buttons), buttons
