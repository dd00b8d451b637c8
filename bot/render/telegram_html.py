"""Cards as Telegram's HTML."""

from __future__ import annotations

import re
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
    return _called("\n".join(parts), mentions)


def _called(html: str, mentions: Iterable[Sender]) -> str:
    # Only numbers are accounts of Telegram.
    known = [each for each in mentions if each.id.isdigit()]
    people = {f"@{escape(each.name, quote=False)}": each.id for each in known}
    if not people:
        return html
    # Of two names that begin alike the longer one is meant.
    names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True))

    def link(match: re.Match[str]) -> str:
        account = people.pop(match[0], None)
        return match[0] if account is None else f'<a href="tg://user?id={account}">{match[0]}</a>'

    return re.sub(names, link, html)
