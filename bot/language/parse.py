"""Parses message files line by line, one result per message, as the chat would read them."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.language.dates import read_due
from bot.language.minutes import Action, Doubt, read_minutes
from bot.language.money import Amount, read_amount
from bot.language.privacy import mask
from bot.language.reading import Entry, Product, Reading, SaleText, Vocabulary
from bot.language.sales import read_sale
from bot.language.text import clean
from models.values import format_plain

# JSON may hold anything; what is used is checked where it is read.
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ParseContext:
    """The team, price list and moment with which messages are judged."""

    now: dt.datetime
    words: Vocabulary


def load_context(toml_text: str) -> ParseContext:
    """Reads a context file; raises ValueError for a missing or malformed entry."""
    try:
        data = tomllib.loads(toml_text)
        now = data["now"]
        now = now if isinstance(now, dt.datetime) else dt.datetime.fromisoformat(str(now))
        members = {str(member["name"]): str(member["name"]) for member in data.get("members", [])}
        for member in data.get("members", []):
            members |= {str(alias): str(member["name"]) for alias in member.get("aliases", [])}
        products: dict[str, Product] = {}
        for line in data.get("products", []):
            product = _product(line)
            products |= dict.fromkeys((product.name, *product.aliases), product)
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"context: {error}") from error
    words = Vocabulary(now.date(), members, products, str(data.get("currency", "CNY")))
    return ParseContext(now, words)


def _product(line: Record) -> Product:
    price = read_amount(str(line["price"]))
    if not isinstance(price, Amount):
        raise ValueError(f"context: price of {line['name']}")
    aliases = tuple(str(alias) for alias in line.get("aliases", []))
    return Product(str(line["name"]), price.minor, str(line.get("unit", "")), aliases)


def parse_lines(lines: Iterable[str], context: ParseContext, kind: str = "sales") -> Iterator[str]:
    """One JSON result per JSON message; raises ValueError that names the number of a bad line."""
    reader = READERS[kind]
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if not isinstance(record, dict):
                raise TypeError("not an object")
            result = reader(record, context)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"line {number}: {error}") from error
        yield json.dumps(result, ensure_ascii=False)


def _prepare(raw: object) -> str:
    if not isinstance(raw, str):
        raise TypeError("text is not a string")
    return mask(clean(raw))[0]


def _read_sale(record: Record, context: ParseContext) -> Record:
    quote = record.get("quote") or {}
    message = SaleText(
        text=_prepare(record["text"]),
        sender=str(record["sender"]),
        quote_sender=quote.get("sender"),
        quote_text=_prepare(quote["text"]) if "text" in quote else None,
    )
    return _sale_result(record.get("id"), read_sale(message, context.words))


def _sale_result(message_id: object, reading: Reading) -> Record:
    entries = [_entry(entry) for entry in reading.entries]
    return {"id": message_id, "kind": str(reading.kind), "entries": entries}


def _entry(entry: Entry) -> Record:
    return {
        "type": entry.type,
        "seller": entry.seller,
        "amount": format_plain(entry.amount),
        "orders": entry.orders,
        "date": entry.date.isoformat(),
        "lines": [{"product": line.product, "quantity": line.quantity} for line in entry.lines],
        "customer": entry.customer,
    }


def _read_date(record: Record, context: ParseContext) -> Record:
    due = read_due(_prepare(record["text"]), context.now)
    if due is None:
        return {"id": record.get("id"), "due": None}
    return {
        "id": record.get("id"),
        "due": _moment(due.start),
        "recurrence": due.recurrence,
        "ask": bool(due.ask),
        "end": _moment(due.end),
    }


def _moment(value: dt.date | dt.datetime | None) -> str | None:
    """A day, or the minute on the team's clock."""
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None).isoformat(timespec="minutes")
    return value.isoformat() if value is not None else None


def _read_minutes(record: Record, context: ParseContext) -> Record:
    text, sender = _prepare(record["text"]), str(record["sender"])
    found = read_minutes(text, sender, context.words.members, context.now)
    return {
        "id": record.get("id"),
        "decisions": list(found.decisions),
        "actions": [_action(action) for action in found.actions],
        "data": list(found.data),
        "open": list(found.open),
        "goal": found.goal,
        "unsure": [_doubt(doubt, found.actions[doubt.action]) for doubt in found.unsure],
    }


def _action(action: Action) -> Record:
    return {"who": list(action.who), "what": action.what, "due": _moment(action.due)}


def _doubt(doubt: Doubt, action: Action) -> str:
    values = "".join(f" {value}" for value in doubt.values.values())
    return f"{doubt.key}{values}: {action.what}?"


READERS: dict[str, Callable[[Record, ParseContext], Record]] = {
    "sales": _read_sale,
    "dates": _read_date,
    "minutes": _read_minutes,
}
