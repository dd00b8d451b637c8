"""Reads what is typed into the console: who speaks, who gets a role, which group it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.platforms.cast import ROLES

_PIPED = re.compile(
    r"(?P<name>[^:：]*?)\s*(?P<private>[(（](?:私聊|private)[)）])?\s*[:：]\s*(?P<text>.*)"
)
_MEMBER = re.compile(rf"@member\s+(?P<name>.+?)\s+(?P<role>{'|'.join(ROLES)})")
_GROUP = re.compile(r"@group\s+(?P<title>.+)")
_SWITCH = re.compile(r"@(?P<name>\S+)(?:\s+(?P<text>.*))?")
_QUOTE = re.compile(r"[>＞](?P<number>\d+)\s*[:：]?\s*(?P<text>.*)")
_PRIVATE = re.compile(r"[(（](?:私聊|private)[)）]\s*(?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words; `name` is None for whoever spoke last, `quoted` numbers the answer replied to."""

    text: str
    name: str | None = None
    private: bool = False
    quoted: int | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """A role for somebody."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Switched:
    """Another group."""

    title: str


def read_piped(line: str) -> Spoken | Declared | Switched | None:
    """A line of piped input, «名字: 文字» or a declaration; None where it names nobody."""
    if directive := _directive(line):
        return directive
    spoken = _PIPED.fullmatch(line.strip())
    if spoken is None or not spoken["name"]:
        return None
    text = spoken["text"].replace("⏎", "\n").replace("\\n", "\n")
    return Spoken(text, spoken["name"].lstrip("@"), private=bool(spoken["private"]))


def read_typed(line: str) -> Spoken | Declared | Switched | None:
    """A line typed at the prompt; None where there is nothing on it."""
    line = line.strip()
    if not line:
        return None
    if directive := _directive(line):
        return directive
    name = None
    if switch := _SWITCH.fullmatch(line):
        name, line = switch["name"], switch["text"] or ""
    quoted, private = None, False
    if secret := _PRIVATE.fullmatch(line):
        private, line = True, secret["text"]
    if quote := _QUOTE.fullmatch(line):
        quoted, line = int(quote["number"]), quote["text"]
    return Spoken(line.replace("⏎", "\n"), name, private=private, quoted=quoted)


def _directive(line: str) -> Declared | Switched | None:
    line = line.strip()
    if member := _MEMBER.fullmatch(line):
        return Declared(member["name"], member["role"])
    if group := _GROUP.fullmatch(line):
        return Switched(group["title"])
    return None
