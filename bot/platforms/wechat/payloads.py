"""What the gateway tells, in types of our own: its generated ones are older than the gateways."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

# A number above this counts milliseconds, one below it seconds, until the year 5138.
_MILLISECONDS_FROM = 10**11


class Event(IntEnum):
    """The events of the stream that matter to us; gateways send others too."""

    HEARTBEAT = 1
    MESSAGE = 2
    DONG = 3
    ROOM_JOIN = 19
    ROOM_LEAVE = 20
    ROOM_TOPIC = 21
    SCAN = 22
    LOGIN = 25
    LOGOUT = 26
    DIRTY = 27


class Kind(IntEnum):
    """Kinds of messages by the numbers that gateways send: those of wechaty-puppet, which are not
    those of the enumeration in wechaty-grpc 0.20.
    """

    UNKNOWN = 0
    ATTACHMENT = 1
    AUDIO = 2
    IMAGE = 6
    TEXT = 7
    GROUP_NOTE = 10
    RECALLED = 13
    VIDEO = 15


class Dirty(IntEnum):
    """What a DIRTY event says has changed."""

    CONTACT = 2
    ROOM = 3
    ROOM_MEMBER = 4


@dataclass(frozen=True, slots=True)
class Payload:
    """A message as the gateway holds it; `room` is empty in a private chat, `timestamp` is in
    milliseconds or, with some puppets, in seconds.
    """

    id: str
    kind: int = Kind.TEXT
    text: str = ""
    sender: str = ""
    room: str = ""
    recipient: str = ""
    timestamp: int = 0
    filename: str = ""
    mention_ids: tuple[str, ...] = ()


def payload_of(response: Any) -> Payload:
    """Our payload from the stub's, whose classes carry no types."""
    return Payload(
        id=response.id,
        kind=int(response.type),
        text=response.text,
        sender=response.from_id,
        room=response.room_id,
        recipient=response.to_id,
        timestamp=int(response.timestamp),
        filename=response.filename,
        mention_ids=tuple(response.mention_ids),
    )


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the stream and when we heard it, aware UTC.

    `deaf_since` stands with a login after a time in which nothing could be heard.
    """

    event: int
    body: dict[str, Any]
    at: dt.datetime
    deaf_since: dt.datetime | None = field(default=None)


def body_of(payload: str) -> dict[str, Any]:
    """The JSON of an event; empty where it is none, for gateways differ."""
    try:
        body = json.loads(payload or "{}")
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def moment(timestamp: object, otherwise: dt.datetime) -> dt.datetime:
    """A gateway's timestamp as aware UTC; `otherwise` where it has none that can be used."""
    if not isinstance(timestamp, int | float) or timestamp <= 0:
        return otherwise
    seconds = timestamp / 1000 if timestamp > _MILLISECONDS_FROM else float(timestamp)
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (OverflowError, ValueError, OSError):
        return otherwise
