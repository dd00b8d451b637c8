"""What was heard and said while a dialog file was played."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from html import unescape

from bot.core.cards import T
from bot.core.events import Chat
from bot.platforms.dialog_steps import Script

_TAG = re.compile(r"</?[a-z][^<>]*>")


def visible(text: str, *, is_html: bool) -> str:
    """A message as its readers see it, without markup."""
    return unescape(_TAG.sub("", text)) if is_html else text


@dataclass(frozen=True, slots=True)
class Output:
    """One message of the bot, counted from 1; `to` is `group:名` or `private:名`.

    `at` is aware in the dialog's zone, `seen` the text without markup, `edits` the output it
    replaces and `after` the chat line it answers. `buttons` are (label, command line), and
    `shows_buttons` tells whether they stand under the message to be pressed. `picture` and `file`
    are names.
    """

    number: int
    at: dt.datetime
    to: str
    chat: Chat
    text: str
    seen: str
    buttons: tuple[tuple[str, str], ...] = ()
    shows_buttons: bool = False
    picture: str | None = None
    file: str | None = None
    edits: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that somebody did, for the transcript.

    `to` is as in Output, `speaker` is empty where nobody spoke, `prefix` says what was done.
    """

    at: dt.datetime
    to: str
    speaker: str
    text: str = ""
    prefix: T | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A line of the file that did not come true: what was expected, what was said, and why."""

    line: int
    expected: str
    said: tuple[Output, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A dialog that was played to its end; `held` counts the expectations that came true."""

    script: Script
    record: tuple[Heard | Output, ...]
    failures: tuple[Failure, ...] = ()
    held: int = field(default=0)

    @property
    def outputs(self) -> tuple[Output, ...]:
        """What the bot said."""
        return tuple(entry for entry in self.record if isinstance(entry, Output))
