"""Cards as plain text, the way WeChat and a terminal show them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from bot.core.cards import Card, T

# As many columns as a chat bubble on a small phone shows before it breaks the line.
_ONE_LINE = 28


def render(card: Card, text: Callable[[T], str], *, numbered: bool = True) -> str:
    """The card as lines: title, lines, note, and the numbers of a question's answers.

    Buttons of a card that asks nothing are not printed: a bare digit must never mean them.
    """
    parts = [text(card.title), *(text(line) for line in card.lines)]
    if card.note is not None:
        parts.append(text(card.note))
    if numbered and card.question and card.buttons:
        parts.append(_answers([text(button.label) for button in card.buttons]))
    return "\n".join(parts)


def _answers(labels: list[str]) -> str:
    """«1 是 2 不是» where that is short and plain to read, else a line for each."""
    answers = [f"{number} {label}" for number, label in enumerate(labels, start=1)]
    line = " ".join(answers)
    if _columns(line) <= _ONE_LINE and not any(" " in label for label in labels):
        return line
    return "\n".join(answers)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
