"""What a written conversation is made of, once it is read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo


class DialogError(Exception):
    """A mistake in a dialog file, named by file and line, with what was expected there."""


class Look(StrEnum):
    """Whose rendering is shown: the word after the name of a group, and that of `--as`."""

    TELEGRAM = "telegram"
    WECHAT = "wechat"
    CONSOLE = "console"


class Act(StrEnum):
    """What a chat line does."""

    TEXT = "text"
    PRESS = "press"
    EDIT = "edit"
    RECALL = "recall"
    FILE = "file"


class Change(StrEnum):
    """What can happen to somebody in a group."""

    JOIN = "join"
    LEAVE = "leave"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class Step:
    """Anything that happens: its line in the file and its moment, aware in the dialog's zone."""

    line: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class OpenGroup(Step):
    """`@group`: opens a group or switches to it."""

    title: str
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Declare(Step):
    """`@member`: gives somebody a role in the group."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Say(Step):
    """A chat line, counted from 1.

    `target` is the chat line that is edited or recalled, or the output whose button is pressed;
    `button` counts from 1. `quoted_output` and `quoted_line` are what is replied to.
    """

    number: int
    name: str
    text: str = ""
    private: bool = False
    act: Act = Act.TEXT
    target: int = 0
    button: int = 0
    quoted_output: int | None = None
    quoted_line: int | None = None
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Move(Step):
    """`@join`, `@leave` and `@rename`; `new_name` is for the last one."""

    change: Change
    name: str
    new_name: str = ""


@dataclass(frozen=True, slots=True)
class Wait(Step):
    """`@until`: time passes up to this step's moment."""


@dataclass(frozen=True, slots=True)
class Restart(Step):
    """`@restart`: the process ends without warning and starts again."""


@dataclass(frozen=True, slots=True)
class Offline(Step):
    """`@offline`: the bot is off until then."""

    until: dt.datetime


@dataclass(frozen=True, slots=True)
class Expected:
    """`<` and `!<`: what the bot must have said, or not have said, since the step before."""

    line: int
    text: str
    is_regex: bool = False
    is_absent: bool = False

    @property
    def written(self) -> str:
        """The expectation as it stands in the file."""
        text = f"/{self.text}/" if self.is_regex else self.text
        return f"{'!' if self.is_absent else ''}< {text}"


@dataclass(frozen=True, slots=True)
class Script:
    """A whole dialog file; `start` is where its clock starts and `zone` the zone of its teams."""

    path: Path
    start: dt.datetime
    zone: ZoneInfo
    steps: tuple[Step | Expected, ...] = field(default=())
