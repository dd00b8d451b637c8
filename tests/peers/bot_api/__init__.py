"""A strict Bot API of our own on loopback, for an unmodified client: Telegram without Telegram.

It refuses what Telegram refuses, in Telegram's words and with its status codes; privacy mode is on
until it is switched off; faults come on demand. `Peer` is the whole of it.
"""

from peers.bot_api.faults import (
    BadGateway,
    CutAfter,
    CutBefore,
    Delay,
    Hang,
    Refuse,
    Status,
    TooMany,
)
from peers.bot_api.peer import Peer
from peers.bot_api.world import Person, Place, Said, Shown

__all__ = [
    "BadGateway",
    "CutAfter",
    "CutBefore",
    "Delay",
    "Hang",
    "Peer",
    "Person",
    "Place",
    "Refuse",
    "Said",
    "Shown",
    "Status",
    "TooMany",
]
