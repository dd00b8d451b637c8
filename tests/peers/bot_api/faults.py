"""What can go wrong on the way, on demand."""

from __future__ import annotations

from dataclasses import dataclass


class Refused(Exception):
    """An answer of the Bot API that says no."""

    def __init__(self, description: str, status: int = 400, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


@dataclass(frozen=True)
class Fault:
    """Something that happens to a request instead of, or beside, its work."""


@dataclass(frozen=True)
class TooMany(Fault):
    """429, nothing done."""

    retry_after: int


@dataclass(frozen=True)
class Refuse(Fault):
    """A refusal in Telegram's form, nothing done."""

    status: int
    description: str


@dataclass(frozen=True)
class Status(Fault):
    """A 5xx of Telegram's own, in JSON, nothing done."""

    code: int = 500


@dataclass(frozen=True)
class BadGateway(Fault):
    """A page of the front server; the work behind it may have been done."""

    code: int = 502
    done: bool = False


@dataclass(frozen=True)
class CutBefore(Fault):
    """The connection breaks, nothing done."""


@dataclass(frozen=True)
class CutAfter(Fault):
    """The connection breaks when everything is done and before the answer."""


@dataclass(frozen=True)
class Delay(Fault):
    """The answer takes so many seconds; the work is done first."""

    seconds: float


@dataclass(frozen=True)
class Hang(Fault):
    """No answer ever; `done` says whether the work was."""

    done: bool = False
