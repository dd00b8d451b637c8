"""Turns what happens at the gateway into what the engine understands, one thing after the other."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.core.events import Attachment, Chat, EventKind, Incoming, Quote, Sender
from bot.platforms.wechat.link import CallFailed
from bot.platforms.wechat.memory import OURSELVES, Memory
from bot.platforms.wechat.mentions import Mentions, Person, read_mentions
from bot.platforms.wechat.messages import File, Recall, Words, read_message
from bot.platforms.wechat.names import Names, all_names
from bot.platforms.wechat.payloads import (
    Dirty,
    Event,
    Happening,
    Payload,
    moment,
    payload_of,
)
from bot.platforms.wechat.quotes import Quotation
from bot.platforms.wechat.solitaire import Solitaire
from bot.platforms.wechat.supervisor import Supervisor

# Seconds that a message's payload may take, and that a second try waits for the line and at least.
PAYLOAD_SECONDS, LINE_SECONDS, _MOMENT = 10.0, 15.0, 0.2

log = logging.getLogger("wechat")


class MessageLost(Exception):
    """The gateway announced a message and did not hand it over."""


@dataclass(slots=True)
class Reader:
    """Reads one happening at a time; `name` and `account` are the platform's, `me` is the account
    that was logged in when it happened.
    """

    name: str
    account: str
    supervisor: Supervisor
    names: Names
    memory: Memory
    me: str = ""

    async def read(self, happening: Happening) -> list[Incoming]:
        """What the engine has to know of it; raises MessageLost."""
        body = happening.body
        match happening.event:
            case Event.MESSAGE:
                return await self._message(str(body.get("messageId") or ""), happening.at)
            case Event.ROOM_JOIN:
                return await self._moved(happening, "invitee", "inviter")
            case Event.ROOM_LEAVE:
                return await self._moved(happening, "removee", "remover")
            case Event.ROOM_TOPIC:
                self.names.forget(Dirty.ROOM, str(body.get("roomId") or ""))
            case Event.DIRTY:
                kind = body.get("payloadType")
                if isinstance(kind, int):
                    self.names.forget(kind, str(body.get("payloadId") or ""))
        return []

    # -- messages

    async def _message(self, message_id: str, at: dt.datetime) -> list[Incoming]:
        if not message_id:
            return []
        payload = await self._payload(message_id)
        chat = payload.room or payload.sender
        if self.me and payload.sender == self.me:
            self.memory.echoed(payload.room or payload.recipient, payload.text, payload.id)
            return []
        remembered = self.names.remembered(payload.room) if payload.room else ()
        content = read_message(payload, remembered)
        if content is None:
            log.debug("wechat.skipped", extra={"kind": payload.kind})
            return []
        if isinstance(content, Recall):
            return await self._recalled(payload, content, at)
        if not payload.sender or (not payload.room and await self.names.is_service(chat)):
            return []
        sender = await self.names.member(payload.room, payload.sender)
        plain = Incoming(
            self.name,
            self.account,
            await self._chat(payload, sender),
            _sender(sender),
            payload.id or message_id,
            moment(payload.timestamp, at),
        )
        incoming = await self._filled(plain, payload, content)
        self.memory.keep(chat, payload.sender, incoming.text, incoming.message_id)
        return [*self._renamed(plain, sender), incoming]

    def _renamed(self, plain: Incoming, sender: Person) -> list[Incoming]:
        """Nothing tells of a new name in a group but the next message under it."""
        if not plain.chat.is_group or not self.names.renamed(plain.chat.id, sender):
            return []
        key = f"rename:{plain.message_id}"
        return [replace(plain, message_id=key, kind=EventKind.RENAME, text=sender.names[0])]

    async def _payload(self, message_id: str) -> Payload:
        """The message itself, asked for twice at most; a line that broke may come back between."""
        for is_last in (False, True):
            try:
                link = self.supervisor.link()
                found = await link.ask("message_payload", PAYLOAD_SECONDS, id=message_id)
                return payload_of(found)
            except CallFailed as failure:
                if is_last:
                    raise MessageLost(str(failure)) from failure
                # Some puppets announce a message a moment before they have it.
                await asyncio.sleep(_MOMENT)
                await self.supervisor.ready(LINE_SECONDS)
        raise MessageLost

    async def _chat(self, payload: Payload, sender: Person) -> Chat:
        if payload.room:
            title = await self.names.topic(payload.room)
            return Chat(payload.room, is_group=True, title=title)
        return Chat(payload.sender, is_group=False, title=_sender(sender).name)

    async def _filled(
        self, plain: Incoming, payload: Payload, content: Words | Solitaire | File
    ) -> Incoming:
        """The event with what its content says."""
        if isinstance(content, File):
            attachment = Attachment(plain.message_id, content.name, content.size)
            return replace(plain, kind=EventKind.FILE, attachments=(attachment,))
        if isinstance(content, Solitaire):
            return replace(plain, text=await self._typed(payload.room, content))
        read = await self._mentions(payload, content.text)
        return replace(
            plain,
            text=read.text,
            mentions=read.people,
            addressed=read.addressed,
            quote=await self._quote(payload, content.quotation),
        )

    async def _mentions(self, payload: Payload, text: str) -> Mentions:
        """Whom the text names; the whole group is looked at only where a picked name is open."""
        me, room = self.me, payload.room
        if "@" not in text and "＠" not in text:
            return Mentions(text)
        if not room:
            return read_mentions(text, (), [await self.names.member("", me)], me)
        ids = payload.mention_ids
        people = [await self.names.member(room, each) for each in dict.fromkeys((me, *ids)) if each]
        read = read_mentions(text, ids, people, me)
        if not read.is_open:
            return read
        return read_mentions(text, ids, _together(people, await self.names.members(room)), me)

    async def _quote(self, payload: Payload, said: Quotation | None) -> Quote | None:
        """The quote with its author and, where it can be found, the id of the quoted message."""
        if said is None:
            return None
        room, chat = payload.room, payload.room or payload.sender
        author = await self._author(room, said)
        if author is None and not room and said.author:
            # In a private chat it is one of two.
            author = await self.names.member("", payload.sender)
            if said.author not in author.names:
                author = await self.names.member("", self.me)
        name = said.author if author is None else (author.names or (said.author,))[0]
        message_id = self.memory.known_as(said.message_id) if said.message_id else None
        if author is not None and not (message_id and self.memory.author_of(message_id)):
            who = OURSELVES if author.id == self.me else author.id
            message_id = self.memory.find(chat, who, said.text) or message_id
        return Quote(message_id, name or None, said.text)

    async def _author(self, room: str, said: Quotation) -> Person | None:
        if said.author_id:
            return await self.names.member(room, said.author_id)
        if not room or not said.author:
            return None
        me = await self.names.member(room, self.me)
        if said.author in me.names:
            return me
        bearers = [each for each in await self.names.members(room) if said.author in each.names]
        return bearers[0] if len(bearers) == 1 else None

    async def _typed(self, room: str, sheet: Solitaire) -> str:
        """A native list as text, with its authors by the names that they have here."""
        authors = dict.fromkeys(line.author for line in sheet.lines if line.author)
        people = [await self.names.member(room, each) for each in authors]
        others = self.names.remembered(room) | all_names(people)
        return sheet.typed({person.id: person.names for person in people}, others)

    async def _recalled(self, payload: Payload, recall: Recall, at: dt.datetime) -> list[Incoming]:
        """A recall, under the id of the message that is gone; some puppets do not say whose it
        was.
        """
        known = (each for each in (recall.message_id, recall.other_id) if each)
        old = next((each for each in known if self.memory.author_of(each)), recall.message_id)
        author = self.memory.author_of(old) or payload.sender
        chat = self.memory.chat_of(old)
        room = payload.room or (chat if chat != author else "")
        if not author:
            try:
                original = await self._payload(old)
            except MessageLost:
                log.info("wechat.recall_without_author")
                return []
            author, room = original.sender, room or original.room
        if author in ("", self.me, OURSELVES):
            return []
        sender = await self.names.member(room, author)
        about = replace(payload, room=room, sender=author)
        return [
            Incoming(
                self.name,
                self.account,
                await self._chat(about, sender),
                _sender(sender),
                old,
                moment(payload.timestamp, at),
                kind=EventKind.RECALL,
            )
        ]

    # -- coming and going

    async def _moved(self, happening: Happening, whom: str, by: str) -> list[Incoming]:
        """Who came into a group or left it; for the bot itself the one who did it is the sender."""
        body = happening.body
        room = str(body.get("roomId") or "")
        moved = body.get(f"{whom}IdList")
        if not room or not isinstance(moved, list):
            return []
        is_join = happening.event == Event.ROOM_JOIN
        self.names.forget(Dirty.ROOM, room)
        sent_at = moment(body.get("timestamp"), happening.at)
        chat = Chat(room, is_group=True, title=await self.names.topic(room))
        actor = str(body.get(f"{by}Id") or "")
        found = []
        for person in dict.fromkeys(str(each) for each in moved if each):
            is_me = person == self.me
            kind = _KINDS[is_join, is_me]
            who = actor or person if is_me else person
            named = await self.names.member(room, who)
            if kind is EventKind.JOIN:
                self.names.renamed(room, named)
            sender = _sender(named)
            key = f"{kind.value}:{int(sent_at.timestamp() * 1000)}:{person}"
            event = Incoming(self.name, self.account, chat, sender, key, sent_at, kind=kind)
            found.append(event)
        return found


_KINDS = {
    (True, False): EventKind.JOIN,
    (True, True): EventKind.ADDED,
    (False, False): EventKind.LEAVE,
    (False, True): EventKind.REMOVED,
}


def _sender(person: Person) -> Sender:
    return Sender(person.id, person.names[0] if person.names else "")


def _together(first: Iterable[Person], second: Iterable[Person]) -> list[Person]:
    """Both without repeats."""
    return list({person.id: person for person in (*first, *second)}.values())
