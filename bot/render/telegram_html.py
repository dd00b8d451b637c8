"""Cards as Telegram's HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from bot.core.cards import Card, T
from bot.core.events import Sender


def render(card: Card, text: Callable[[T], str], mentions: Iterable[Sender] = ()) -> str:
    """The card as HTML with a bold title, every other sign escaped; buttons go beside it.

    The first «@name» of each mentioned person becomes a link that calls them.
    """

    def plain(words: T) -> str:
        return escape(text(words), quote=False)

    parts = [f"<b>{plain(card.title)}</b>", *(plain(line) for line in card.lines)]
    if card.note is not None:
        parts.append(plain(card.note))
    html = "\n".join(parts)
    for person in mentions:
        name = f"@{escape(person.name, quote=False)}"
        html = html.replace(name, f'<a href="tg://user?id={int(person.id)}">{name}</a>', 1)
    return html
