"""What goes out: answers without a language yet, made of catalog keys and values."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class T:
    """Words not yet chosen: a key of the catalog and the values to put into it."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


# A tuple is a list of things that the reader's language joins with its own separator.
Value = str | int | T | tuple["str | T", ...]


def t(key: str, **values: Value) -> T:
    """Name a text of the catalog with its values."""
    return T(key, values)


@dataclass(frozen=True, slots=True)
class Button:
    """A command line that somebody sends by pressing or, where nothing can be pressed, by its
    number; under a question also by one of its `words`.
    """

    label: T
    command: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes out with a card: its name and its bytes, made within the transaction."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn above a card's words: the kind of picture and its content as plain JSON, where
    a text for people is `pack_words` of its words. The card's text says the same.
    """

    kind: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Expect:
    """What quoting this card means: the name of a reply route and the record it is about."""

    reply: str
    subject: int


class Delivery(StrEnum):
    """What happens to a message whose sending was cut off half-way (reliability P4)."""

    IMPORTANT = "A"
    CHATTER = "B"


@dataclass(frozen=True, slots=True)
class Card:
    """One answer: a title, lines, a note and buttons.

    `question` makes the numbers of the buttons answers for ten minutes, for the actor alone or for
    the member named by `asks`; other buttons are offers and a bare digit never means them. `to`
    sends the card to that member in private. `mentions` are members that the text names as «@name».
    `reaction` is an emoji for the message that is answered. An answer `in_place` replaces the card
    whose button was pressed, where messages can be edited. One that `renews` replaces the newest
    card of its chat with the same expectation, and stays unsaid where none can be edited. `rank` is
    the role that the mentioned member has from now on: where there are menus, they follow it. A
    card with a `file` is its caption, and one with a `picture` goes out below it. Cards of one
    message that `joins` have the same place become one: the first, with the titles and lines of the
    others as lines.
    """

    title: T
    lines: tuple[T, ...] = ()
    note: T | None = None
    buttons: tuple[Button, ...] = ()
    question: bool = False
    asks: int | None = None
    expect: Expect | None = None
    mentions: tuple[int, ...] = ()
    to: int | None = None
    delivery: Delivery = Delivery.CHATTER
    silent: bool = False
    reaction: str = ""
    in_place: bool = False
    renews: bool = False
    rank: int | None = None
    file: File | None = None
    picture: Picture | None = None
    joins: bool = False

    def with_(self, **changes: Any) -> Card:
        """The same card with some parts changed; the types are those of the parts."""
        return replace(self, **changes)


# `json.dumps` with options makes an encoder for each call.
_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(card: Card) -> str:
    """The content of a card as JSON for a row: what a renderer needs and nothing about delivery."""
    body: dict[str, object] = {"t": _pack(card.title)}
    if card.lines:
        body["l"] = [_pack(line) for line in card.lines]
    if card.note is not None:
        body["n"] = _pack(card.note)
    if card.buttons:
        body["b"] = [[_pack(button.label), button.command] for button in card.buttons]
    if card.question:
        body["q"] = 1
    if card.mentions:
        body["m"] = card.mentions
    if card.reaction:
        body["r"] = card.reaction
    if card.renews:
        body["e"] = 1
    if card.rank is not None:
        body["k"] = card.rank
    if card.picture is not None:
        body["p"] = [card.picture.kind, card.picture.content]
    if card.file is not None:
        body["f"] = [card.file.name, base64.b64encode(card.file.data).decode()]
    return _WRITE(body)


def decode(row: str) -> Card:
    """The card that `encode` wrote."""
    body = json.loads(row)
    return Card(
        title=_unpack(body["t"]),
        lines=tuple(_unpack(line) for line in body.get("l", ())),
        note=_unpack(body["n"]) if "n" in body else None,
        buttons=tuple(Button(_unpack(label), command) for label, command in body.get("b", ())),
        question="q" in body,
        mentions=tuple(body.get("m", ())),
        reaction=body.get("r", ""),
        renews="e" in body,
        rank=body.get("k"),
        picture=Picture(*body["p"]) if "p" in body else None,
        file=File(body["f"][0], base64.b64decode(body["f"][1])) if "f" in body else None,
    )


def joined(cards: Sequence[Card]) -> list[Card]:
    """The cards with those that join each other as one, where the first of them stood."""
    found: list[Card] = []
    places: dict[int | None, int] = {}
    for card in cards:
        at = places.get(card.to) if card.joins else None
        if at is None:
            if card.joins:
                places[card.to] = len(found)
            found.append(card)
            continue
        first = found[at]
        found[at] = first.with_(
            lines=(*first.lines, card.title, *card.lines),
            note=first.note or card.note,
            buttons=(*first.buttons, *card.buttons),
            mentions=tuple(dict.fromkeys((*first.mentions, *card.mentions))),
            picture=first.picture or card.picture,
        )
    return found


def pack_words(words: T) -> list[object]:
    """Words without a language as JSON parts, for the content of a picture."""
    return _pack(words)


def unpack_words(row: list[Any]) -> T:
    """The words that `pack_words` packed."""
    return _unpack(row)


def write_words(words: T) -> str:
    """Words without a language as JSON, for a column of a table."""
    return _WRITE(_pack(words))


def read_words(row: str) -> T:
    """The words that `write_words` wrote."""
    return _unpack(json.loads(row))


def _pack(words: T) -> list[object]:
    if not words.values:
        return [words.key]
    return [words.key, {name: _pack_value(value) for name, value in words.values.items()}]


def _pack_value(value: Value) -> object:
    if isinstance(value, T):
        return _pack(value)
    if isinstance(value, tuple):
        return {"": [_pack_value(part) for part in value]}
    return value


def _unpack(row: list[Any]) -> T:
    values = row[1] if len(row) > 1 else {}
    return T(row[0], {name: _unpack_value(value) for name, value in values.items()})


def _unpack_value(value: Any) -> Value:
    if isinstance(value, list):
        return _unpack(value)
    if isinstance(value, dict):
        return tuple(_unpack(part) if isinstance(part, list) else part for part in value[""])
    return value  # type: ignore[no-any-return]
