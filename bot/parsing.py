"""`python -m bot parse`: messages as JSON lines in, what they mean as JSON lines out."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.language.parse import load_context, parse_lines
from bot.mistakes import Mistake

log = logging.getLogger("parse")

# What is said of a message that nobody can read.
_NOTHING: dict[str, dict[str, Any]] = {
    "sales": {"kind": "none", "entries": []},
    "dates": {"due": None, "ask": True},
    "minutes": {
        "decisions": [],
        "actions": [],
        "data": [],
        "open": [],
        "goal": None,
        "unsure": [],
    },
}


def parse(context: Path, lines: Iterable[str], kind: str) -> Iterator[str]:
    """One result for each message; raises Mistake for a context or line that cannot be used."""
    try:
        words = load_context(context.read_text(encoding="utf-8-sig"))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Mistake(f"{context}: {error}") from error
    for message in _messages(lines, ("text",) if kind == "dates" else ("sender", "text")):
        try:
            yield from parse_lines([json.dumps(message)], words, kind=kind)
        except Exception:
            # The boundary: a message that nobody can read is no reason to be silent on the others.
            log.exception("message.failed", extra={"id": message["id"]})
            yield json.dumps({"id": message["id"]} | _NOTHING[kind])


def _messages(lines: Iterable[str], needed: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The messages in the lines, each with the texts that are needed; empty lines are none."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            message = json.loads(line)
        except (RecursionError, ValueError):
            raise Mistake(f"line {number} is not JSON") from None
        if not isinstance(message, dict) or "id" not in message:
            raise Mistake(
                f"line {number} is not a message; write an object with id, {', '.join(needed)}"
            )
        for key in needed:
            if not isinstance(message.get(key), str):
                raise Mistake(f"line {number}: {key!r} is missing or not text")
        quote = message.get("quote")
        if not isinstance(quote, dict | None):
            raise Mistake(f"line {number}: 'quote' is not an object with sender and text")
        yield message
