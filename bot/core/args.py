"""Arguments of commands: words of a line turned into typed values, in any order."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NewType, Protocol

from bot.language.days import read_day, read_period
from bot.language.money import Amount, read_amount
from models.values import MemberInfo, Period, Role

# Minor units that a person typed as an argument.
Money = NewType("Money", int)
# A clock time as minutes after midnight; 1440 is the end of the day.
ClockTime = NewType("ClockTime", int)


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A record as people name it: #S27, S27, or #S27-2 for its second version."""

    letter: str
    number: int


class Switch(Enum):
    """On or off."""

    ON = True
    OFF = False


class Scope(Protocol):
    """What converters may ask about the world of the message."""

    @property
    def today(self) -> dt.date:
        """The business day."""

    def find_member(self, name: str) -> MemberInfo | None:
        """The member of that name; raises Ambiguous where it fits several."""


# Gives None where the word is not of its kind; it must not raise for any word.
Converter = Callable[[str, Scope], Any]

_RECORD = re.compile(r"#?([A-Za-z]{1,2})(\d{1,9})(?:-\d{1,4})?")
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2})|点(?:(\d{1,2})分?|(半))?)")
_ROLES: Mapping[str, Role] = {
    "访客": Role.GUEST,
    "guest": Role.GUEST,
    "成员": Role.MEMBER,
    "队员": Role.MEMBER,
    "组员": Role.MEMBER,
    "member": Role.MEMBER,
    "团长": Role.LEAD,
    "组长": Role.LEAD,
    "队长": Role.LEAD,
    "lead": Role.LEAD,
    "管理": Role.MANAGER,
    "管理员": Role.MANAGER,
    "经理": Role.MANAGER,
    "manager": Role.MANAGER,
    "群主": Role.OWNER,
    "老板": Role.OWNER,
    "owner": Role.OWNER,
}
_SWITCHES: Mapping[str, Switch] = {
    "开": Switch.ON,
    "打开": Switch.ON,
    "开启": Switch.ON,
    "on": Switch.ON,
    "关": Switch.OFF,
    "关闭": Switch.OFF,
    "关掉": Switch.OFF,
    "停": Switch.OFF,
    "off": Switch.OFF,
}


def _money(word: str, _scope: Scope) -> Money | None:
    amount = read_amount(word)
    return Money(amount.minor) if isinstance(amount, Amount) else None


def _whole(word: str, _scope: Scope) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 9 else None


def _clock(word: str, _scope: Scope) -> ClockTime | None:
    match = _CLOCK.fullmatch(word)
    if match is None:
        return None
    hour = int(match[1])
    minute = 30 if match[4] else int(match[2] or match[3] or 0)
    total = hour * 60 + minute
    return ClockTime(total) if minute < 60 and total <= 24 * 60 else None


def _record(word: str, _scope: Scope) -> RecordRef | None:
    match = _RECORD.fullmatch(word)
    return RecordRef(match[1].upper(), int(match[2])) if match else None


def _person(word: str, scope: Scope) -> MemberInfo | None:
    return scope.find_member(word.removeprefix("@"))


def _period(word: str, scope: Scope) -> Period | None:
    return read_period(word, scope.today)


def _day(word: str, scope: Scope) -> dt.date | None:
    return read_day(word, scope.today)


def read_role(word: str) -> Role | None:
    """The role that a word names."""
    return _ROLES.get(word.lower())


def _role(word: str, _scope: Scope) -> Role | None:
    return read_role(word)


def _switch(word: str, _scope: Scope) -> Switch | None:
    return _SWITCHES.get(word.lower())


def _word(word: str, _scope: Scope) -> str:
    return word


# The kinds of argument a handler's signature may name.
CONVERTERS: Mapping[object, Converter] = {
    Money: _money,
    ClockTime: _clock,
    RecordRef: _record,
    MemberInfo: _person,
    Period: _period,
    dt.date: _day,
    Role: _role,
    Switch: _switch,
    int: _whole,
    str: _word,
}

# Not before «#12», which stands behind a name that several people have.
_GLUE = re.compile(r"(?<=\S)(?=@|#[A-Za-z])")


def split_words(line: str) -> list[str]:
    """The words of a line; @name and #S27 begin a word of their own, full-width forms become
    plain.
    """
    if not line.isascii():
        line = unicodedata.normalize("NFKC", line)
    if "@" in line or "#" in line:
        line = _GLUE.sub(" ", line)
    return line.split()
