"""Makes out what a message is: words, a quote, a list, a file, a recall, or nothing to us."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element

from bot.platforms.wechat.payloads import Kind, Payload
from bot.platforms.wechat.quotes import Quotation, split_quote
from bot.platforms.wechat.safe_xml import parse
from bot.platforms.wechat.solitaire import Solitaire, read_solitaire

_FILES = frozenset({Kind.ATTACHMENT, Kind.AUDIO, Kind.IMAGE, Kind.VIDEO})
# Kinds of appmsg: a file, a file still on its way, a list, a quote.
_FILE, _FILE_BEGUN, _SOLITAIRE, _QUOTE = "6", "74", "53", "57"
# In raw group messages the sender's id stands before the document.
_PREFIX = re.compile(r"\s*[\w@.-]{1,64}:\s*\n\s*(?=<)")
_ESCAPED = re.compile(r"\s*&lt;(?:\?xml|msg|appmsg|sysmsg)\b")
_XML = re.compile(r"\s*<(?:\?xml|msg|appmsg|sysmsg|revokemsg)\b")
_BREAK = re.compile(r"<br\s*/?>")
# What a quoted message that is no text carries: a document of its own.
_PLAIN_TEXT = "1"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in the sender's own words, and what they quote."""

    text: str
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name and size in bytes as far as the message says them."""

    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Recall:
    """The message with that id was taken back; `other_id` is its id in an older numbering."""

    message_id: str
    other_id: str = ""


Content = Words | Solitaire | File | Recall


def read_message(payload: Payload, names: Collection[str] = ()) -> Content | None:
    """What a message is; None for what a sales team's captain has no use for.

    `names` are those of the group's members. Raises nothing whatever the payload holds.
    """
    if payload.kind == Kind.RECALLED:
        return _recalled(payload.text)
    text = _document(payload.text)
    root = parse(text) if _XML.match(text) else None
    if payload.kind in _FILES:
        return _file(payload, root)
    if root is None:
        is_text = payload.kind in (Kind.TEXT, Kind.GROUP_NOTE)
        return Words(*split_quote(payload.text, names)) if is_text else None
    # Who types a document into the chat must not take back somebody else's message with it.
    if payload.kind != Kind.TEXT and (recall := _revoked(root)) is not None:
        return recall
    appmsg = root if root.tag == "appmsg" else root.find("appmsg")
    if appmsg is None:
        return Words(payload.text) if payload.kind == Kind.TEXT else None
    return _appmsg(appmsg)


def _document(text: str) -> str:
    """The text without what some puppets put before or around a document in it."""
    text = text[prefix.end() :] if (prefix := _PREFIX.match(text)) else text
    return unescape(_BREAK.sub("\n", text)) if _ESCAPED.match(text) else text


def _recalled(text: str) -> Recall | None:
    document = _document(text)
    if _XML.match(document):
        root = parse(document)
        return _revoked(root) if root is not None else None
    return Recall(text.strip()) if text.strip() else None


def _revoked(root: Element) -> Recall | None:
    """A recall as WeChat's own system message; the newer id is the one that messages carry."""
    revoked = root if root.tag == "revokemsg" else root.find("revokemsg")
    if revoked is None:
        return None
    old, new = (_text(revoked, tag) for tag in ("msgid", "newmsgid"))
    return Recall(new or old, old) if new or old else None


def _appmsg(appmsg: Element) -> Content | None:
    kind, title = _text(appmsg, "type"), _text(appmsg, "title")
    if kind == _QUOTE:
        refer = appmsg.find("refermsg")
        return Words(title, None if refer is None else _quotation(refer))
    if kind == _SOLITAIRE:
        return read_solitaire(appmsg) or Words(title)
    if kind == _FILE:
        return _attached(appmsg)
    return None


def _quotation(refer: Element) -> Quotation:
    """What a quote says about the message it quotes.

    `fromusr` is the group's id in groups and the author's in private chats, `chatusr` the author's
    where it is given.
    """
    author = _text(refer, "chatusr") or _text(refer, "fromusr")
    content = refer.findtext("content") or ""
    if _text(refer, "type") not in ("", _PLAIN_TEXT):
        content = _title(content)
    return Quotation(
        message_id=_text(refer, "svrid") or None,
        author_id=None if author.endswith("@chatroom") else author or None,
        author=_text(refer, "displayname"),
        text=content.strip(),
    )


def _title(content: str) -> str:
    """The words of a quoted message that is a document itself, such as an earlier quote."""
    document = _document(content)
    root = parse(document) if _XML.match(document) else None
    if root is None:
        return ""
    return (root.findtext("appmsg/title") or root.findtext("title") or "").strip()


def _file(payload: Payload, root: Element | None) -> File | None:
    appmsg = None if root is None else root.find("appmsg")
    if appmsg is None:
        return File(payload.filename)
    if _text(appmsg, "type") == _FILE_BEGUN:
        return None
    told = _attached(appmsg)
    return File(payload.filename or told.name, told.size)


def _attached(appmsg: Element) -> File:
    size = _text(appmsg, "appattach/totallen")
    is_number = size.isascii() and size.isdigit() and len(size) < 16
    return File(_text(appmsg, "title"), int(size) if is_number else 0)


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()
