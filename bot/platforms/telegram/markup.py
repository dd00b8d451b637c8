"""What we write in Telegram's form: keyboards, plain texts, notices; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.render.split import split, units

# Limits of the Bot API: a text and a caption in UTF-16 units, data of a button in bytes, buttons
# of a message, signs of a press's answer.
MAX_TEXT, MAX_CAPTION, MAX_DATA, MAX_BUTTONS, MAX_NOTICE = 4096, 1024, 64, 100, 200
# A label of at most so many columns shares its row with two others.
_SHORT = 10
_A_ROW = 3
_TAG = re.compile(r"</?[a-z][^<>]*>")
_NUMBER = re.compile(r"~(\d+)")


def keyboard(buttons: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup | None:
    """Buttons of (label, command line): short ones up to three a row, others one a row."""
    from wcwidth import wcswidth

    rows: list[list[InlineKeyboardButton]] = []
    room = 0
    for number, (label, command) in enumerate(buttons[:MAX_BUTTONS], start=1):
        button = InlineKeyboardButton(label or "·", callback_data=data(command, number))
        if wcswidth(label) > _SHORT:
            rows.append([button])
            room = 0
        elif room:
            rows[-1].append(button)
            room -= 1
        else:
            rows.append([button])
            room = _A_ROW - 1
    return InlineKeyboardMarkup(rows) if rows else None


def data(command: str, number: int) -> str:
    """What a button sends: its command line, or «~n», its number in the message, where that is too
    long to be carried.
    """
    fits = 0 < len(command.encode(errors="replace")) <= MAX_DATA
    return command if fits and not _NUMBER.fullmatch(command) else f"~{number}"


def plain(html: str) -> str:
    """A text of ours without its markup."""
    return unescape(_TAG.sub("", html))


def notice(html: str) -> str:
    """The words of an answer to a press, cut to what Telegram takes."""
    text = plain(html).strip()
    return text if units(text) <= MAX_NOTICE else f"{split(text, MAX_NOTICE - 1)[0]}…"
