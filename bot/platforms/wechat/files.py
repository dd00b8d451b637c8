"""Files from the gateway and to it."""

from __future__ import annotations

import base64
import binascii

from bot.core.ports import Document
from bot.platforms.wechat.composing import file_box
from bot.platforms.wechat.link import FILE_SECONDS, WHOLE_FILE_BYTES, CallFailed, Link
from bot.platforms.wechat.payloads import body_of

# Bytes of a file that somebody sent that we take at most.
LARGEST_FILE = 64 * 1024 * 1024
# What a box holds, by the numbers of file-box: the bytes themselves, or an id to ask for them by.
_BASE64, _UUID = 1, 7


async def fetch(link: Link, message_id: str) -> bytes:
    """The file of a message; raises CallFailed.

    A gateway answers with a box that holds the file, or names it by an id of its own. Any other
    box names an address: that one the gateway has to open, not we, for somebody else chose it.
    """
    # Not by stream at once: there a file that is missing is an answer that never comes.
    response = await link.ask("message_file", FILE_SECONDS, id=message_id)
    box = body_of(response.filebox)
    kind = box.get("boxType", box.get("type"))
    if kind == _BASE64 and isinstance(box.get("base64"), str):
        return _decoded(box["base64"])
    if kind == _UUID and isinstance(box.get("uuid"), str):
        return await link.download(box["uuid"], LARGEST_FILE)
    return await link.file(message_id, LARGEST_FILE)


def _decoded(text: str) -> bytes:
    if len(text) > LARGEST_FILE * 4 // 3 + 4:
        raise CallFailed(f"the file is larger than {LARGEST_FILE:,} bytes")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise CallFailed("the file cannot be read") from None


async def send_file(link: Link, conversation: str, document: Document) -> str:
    """Send a file; returns the message's id, empty where the gateway gives none. Raises
    CallFailed.
    """
    if len(document.data) > WHOLE_FILE_BYTES:
        return await link.send_large(conversation, document.name, document.data)
    response = await link.ask(
        "message_send_file",
        FILE_SECONDS,
        conversation_id=conversation,
        filebox=file_box(document),
    )
    return response.id or ""
