"""Raw updates of the Bot API as what happened in a chat; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.core.events import Attachment, Chat, EventKind, Incoming, Quote, Sender
from bot.platforms.telegram import moves
from bot.platforms.telegram.people import Me, Raw, chat, is_a_members_act, place, sender
from bot.platforms.telegram.words import words

PLATFORM = "telegram"
# Asked for by name: `chat_member` comes in no other way, and nothing else is of use to us.
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
_MEDIA = ("document", "video", "audio")


def read(update: Raw, me: Me, now: dt.datetime) -> list[Incoming]:
    """What an update means to us; nothing for most. `now` dates presses, which carry no time."""
    if "message" in update:
        message = update["message"]
        return [*moves.told_by(message, me), *_message(message, me)]
    if "edited_message" in update:
        return _edit(update["edited_message"], me)
    if "callback_query" in update:
        return _press(update["callback_query"], me, now)
    if "my_chat_member" in update:
        return moves.of_the_bot(update["my_chat_member"], me)
    if "chat_member" in update:
        return moves.of_a_member(update["chat_member"], me)
    return []


def query(update: Raw) -> str | None:
    """The id of a button's press, which wants an answer whatever it means to us."""
    pressed = update.get("callback_query")
    return None if pressed is None else str(pressed["id"])


def anonymous_command(update: Raw, me: Me) -> Chat | None:
    """The group in which an admin who hides behind it tries to use a command."""
    message = update.get("message") or {}
    hidden = message.get("sender_chat") or {}
    if not hidden or hidden.get("id") != message["chat"]["id"] or "forward_origin" in message:
        return None
    said = words(message, me)
    if said is None or not (said.addressed or said.text.lstrip().startswith(("/", "／"))):
        return None
    return chat(message)


def _message(message: Raw, me: Me) -> list[Incoming]:
    """A text, a file, or nothing: stickers and voices are met with silence."""
    said = _said(message, me)
    files = tuple(_files(message)) if said is not None else ()
    if said is None or not (files or _has_words(message)):
        return []
    return [replace(said, kind=EventKind.FILE, attachments=files) if files else said]


def _edit(message: Raw, me: Me) -> list[Incoming]:
    said = _said(message, me)
    if said is None or not _has_words(message):
        return []
    at = message.get("edit_date") or message["date"]
    return [replace(said, kind=EventKind.EDIT, revision=str(at), sent_at=moment(at))]


def _has_words(message: Raw) -> bool:
    return bool(message.get("text") or message.get("caption"))


def _said(message: Raw, me: Me) -> Incoming | None:
    """What a message and its edit have in common; None where no member said it to us."""
    here = chat(message)
    said = words(message, me) if here is not None and is_a_members_act(message) else None
    if here is None or said is None:
        return None
    return Incoming(
        PLATFORM,
        str(me.id),
        here,
        sender(message["from"]),
        str(message["message_id"]),
        moment(message["date"]),
        text=said.text,
        quote=_quote(message),
        mentions=said.mentions,
        addressed=said.addressed or _answers_us(message, me),
    )


def _press(pressed: Raw, me: Me, now: dt.datetime) -> list[Incoming]:
    """A button under one of our messages, which Telegram may no longer show us but still names."""
    message = pressed.get("message")
    here = chat(message) if message else None
    if message is None or here is None or "data" not in pressed or pressed["from"].get("is_bot"):
        return []
    number = str(message["message_id"])
    return [
        Incoming(
            PLATFORM,
            str(me.id),
            here,
            sender(pressed["from"]),
            f"{number}:{pressed['id']}",
            now,
            text=pressed["data"],
            kind=EventKind.PRESS,
            revision=str(pressed["id"]),
            quote=Quote(number, me.name, str(message.get("text") or message.get("caption") or "")),
        )
    ]


def _quote(message: Raw) -> Quote | None:
    """What was replied to; messages in a topic reply to its opening, which does not count."""
    replied = message.get("reply_to_message")
    if replied is None:
        part = message.get("quote")
        return Quote(None, None, str(part["text"])) if part else None
    if "forum_topic_created" in replied or _opens_the_topic(message, replied):
        return None
    author = _author(replied)
    text = str(replied.get("text") or replied.get("caption") or "")
    return Quote(str(replied["message_id"]), author.name if author else None, text)


def _opens_the_topic(message: Raw, replied: Raw) -> bool:
    is_topic = bool(message.get("is_topic_message"))
    return is_topic and replied["message_id"] == message.get("message_thread_id")


def _author(message: Raw) -> Sender | None:
    if "sender_chat" in message:
        where = place(message["sender_chat"])
        return None if where is None else Sender("", where.title)
    return sender(message["from"]) if "from" in message else None


def _answers_us(message: Raw, me: Me) -> bool:
    replied = message.get("reply_to_message") or {}
    if "forum_topic_created" in replied:
        return False
    return bool((replied.get("from") or {}).get("id") == me.id)


def _files(message: Raw) -> Iterator[Attachment]:
    """The files of a message, a photo in its largest size; moving pictures are chatter."""
    if "animation" in message:
        return
    photos = message.get("photo") or []
    if photos:
        best = max(photos, key=lambda photo: int(photo.get("width", 0)) * photo.get("height", 0))
        yield Attachment(best["file_id"], "photo.jpg", best.get("file_size", 0))
    for kind in _MEDIA:
        if kind in message:
            file = message[kind]
            yield Attachment(
                file["file_id"], file.get("file_name") or kind, file.get("file_size", 0)
            )


def moment(seconds: int) -> dt.datetime:
    """A time of the Bot API."""
    return dt.datetime.fromtimestamp(seconds, dt.UTC)
