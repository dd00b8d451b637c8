"""Telegram's reading of HTML: the text, its entities, and errors with byte offsets as tdlib says them."""

from __future__ import annotations

import re
from typing import Any

from peers.bot_api.faults import Refused

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));?")
_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?")
_MENTION = re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}", re.ASCII)


def units(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse(text: str, mode: str | None) -> tuple[str, list[dict[str, Any]]]:
    """The visible text and its entities; raises Refused."""
    if not mode:
        return text, []
    if mode.lower() != "html":
        raise Refused("Bad Request: unsupported parse_mode")
    return _html(text)


def _fail(words: str) -> Refused:
    return Refused(f"Bad Request: can't parse entities: {words}")


def _html(source: str) -> tuple[str, list[dict[str, Any]]]:
    out: list[str] = []
    length = 0
    entities: list[dict[str, Any]] = []
    open_tags: list[tuple[str, int, int, dict[str, Any]]] = []
    at = 0

    def offset(index: int) -> int:
        return len(source[:index].encode("utf-8", "replace"))

    while at < len(source):
        sign = source[at]
        if sign == "&":
            found = _ENTITY.match(source, at)
            code = None
            if found:
                code = (
                    chr(int(found[1]))
                    if found[1]
                    else chr(int(found[2], 16))
                    if found[2]
                    else _NAMED.get(found[3])
                )
            if found and code:
                out.append(code)
                length += units(code)
                at = found.end()
                continue
        if sign != "<":
            out.append(sign)
            length += units(sign)
            at += 1
            continue
        begin = at
        end = source.find(">", at)
        if source[at + 1 : at + 2] == "/":
            if end < 0:
                raise _fail(f"Unclosed end tag at byte offset {offset(begin)}")
            name = source[at + 2 : end].strip().lower()
            if not open_tags:
                raise _fail(f"Unexpected end tag at byte offset {offset(begin)}")
            tag, place, _, extra = open_tags.pop()
            if name and name != tag:
                raise _fail(
                    f'Unmatched end tag at byte offset {offset(begin)}, expected "</{tag}>", found "</{name}>"'
                )
            if length > place:
                entities.append(
                    {"type": _TAGS[tag], "offset": place, "length": length - place, **extra}
                )
            at = end + 1
            continue
        if end < 0:
            raise _fail(f"Unclosed start tag at byte offset {offset(begin)}")
        body = source[at + 1 : end]
        name = re.split(r"[\s/]", body, maxsplit=1)[0].lower()
        if name not in _TAGS:
            raise _fail(f'Unsupported start tag "{name}" at byte offset {offset(begin)}')
        extra = {}
        href = re.search(r'href="([^"]*)"', body)
        if name == "a" and href:
            extra["url"] = href[1]
        open_tags.append((name, length, begin, extra))
        at = end + 1
    if open_tags:
        tag, _, begin, _ = open_tags[-1]
        raise _fail(
            f'Can\'t find end tag corresponding to start tag "{tag}" at byte offset {offset(begin)}'
        )
    return "".join(out), sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def found_in(text: str) -> list[dict[str, Any]]:
    """The entities that Telegram finds by itself in what people write: commands and @names."""
    entities = []
    for kind, pattern in (("bot_command", _COMMAND), ("mention", _MENTION)):
        for match in pattern.finditer(text):
            before = text[match.start() - 1 : match.start()]
            if kind == "bot_command" and before and not before.isspace():
                continue
            entities.append(
                {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}
            )
    return sorted(entities, key=lambda e: e["offset"])
