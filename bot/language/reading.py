"""What a reader makes of one message: the types that the grammar fills and the handlers book."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What is to be done about a message."""

    RECORD = "record"
    ASK = "ask"
    REFUSE = "refuse"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Product:
    """A line of the team's price list; the price is in minor units for one unit."""

    name: str
    price: int
    unit: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a team's words mean today.

    `members` maps every name and alias to the member's display name; `products` maps every product
    name and alias to its price-list line.
    """

    today: dt.date
    members: Mapping[str, str] = field(default_factory=dict)
    products: Mapping[str, Product] = field(default_factory=dict)
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class SaleText:
    """One message as the reader gets it: cleaned and masked, with the quoted message if there is
    one.
    """

    text: str
    sender: str
    quote_sender: str | None = None
    quote_text: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A product and how many of it; the unit price is in minor units, None where
    it was not said.
    """

    product: str
    quantity: int
    unit_price: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One proposed row of the ledger; amounts are minor units, negative in a refund.

    `discount` is list price minus amount where both are known. `received` and `due` are set where a
    deposit was paid and a balance is owed, `due_on` where its day was said. `share` is the
    percentage of a split credit.
    """

    type: str
    seller: str
    amount: int
    orders: int
    date: dt.date
    lines: tuple[Line, ...] = ()
    customer: str | None = None
    channel: str | None = None
    repeat: bool = False
    note: str = ""
    discount: int = 0
    received: int | None = None
    due: int | None = None
    due_on: dt.date | None = None
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """A 接龙 list that was recognised: its title (without date), day, topic and every author's line
    text.

    `topic` is «sales», «goals», «stock» or «other». `authors` holds (name as written, entries of
    that line) in order, an author with an explicit zero or nothing yet having no entries.
    """

    title: str
    date: dt.date
    topic: str
    authors: tuple[tuple[str, tuple[Entry, ...]], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of one message.

    `reason` is a catalog key suffix that says why (for ask, refuse and other); `details` are its
    values. `proposals` are the alternatives of a question, best first, each a tuple of entries;
    `entries` is the best of them. `explicit` tells that a command word was used (L1) and not a
    loose trigger (L2, L3). `topic` names what an OTHER message is: stock, report, balance, goal,
    undo, fix, chain. `notices` are short keys for the receipt, such as «homophone», «masked»,
    «discount», «late».
    """

    kind: Kind
    entries: tuple[Entry, ...] = ()
    reason: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    proposals: tuple[tuple[Entry, ...], ...] = ()
    explicit: bool = False
    topic: str = ""
    chain: Chain | None = None
    notices: tuple[str, ...] = ()


SILENCE = Reading(Kind.NONE)
