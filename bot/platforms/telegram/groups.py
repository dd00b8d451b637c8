"""What we look up about a group: who made it, and whether its messages are hidden from us."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from telegram import Bot, ChatMember, ChatMemberOwner
from telegram.error import TelegramError

from bot.core.clock import Clock
from bot.core.events import Chat, EventKind, Incoming, Sender
from bot.core.ports import Receive
from bot.platforms.telegram.people import STAND_INS, Me, sender
from bot.platforms.telegram.updates import PLATFORM
from bot.platforms.telegram.wire import SlowDown

log = logging.getLogger("platform.telegram")


class Groups:
    """Looks at each group once in a process, and again where something changed for us there.

    One group after the other: thousands of them at once would look like an attack.
    """

    def __init__(self, bot: Bot, clock: Clock, whoami: Callable[[], Awaitable[Me]]) -> None:
        self._bot = bot
        self._clock = clock
        self._whoami = whoami
        self._known: set[str] = set()
        self._added: dict[str, str] = {}
        self._adders: dict[str, Sender] = {}
        self._due: asyncio.Queue[Chat] = asyncio.Queue()

    def notice(self, incoming: Sequence[Incoming]) -> None:
        """Mark the groups that are to be looked at; to be called when the messages are durable."""
        for each in incoming:
            if not each.chat.is_group:
                continue
            if each.kind is EventKind.REMOVED:
                self._known.discard(each.chat.id)
            elif each.kind is EventKind.ADDED:
                # Told twice, by an update and in the chat.
                if self._added.get(each.chat.id) != each.message_id:
                    self._added[each.chat.id] = each.message_id
                    self._adders[each.chat.id] = each.sender
                    self.look_at(each.chat)
            elif each.kind is not EventKind.MOVED and each.chat.id not in self._known:
                self.look_at(each.chat)

    def look_at(self, chat: Chat) -> None:
        """Look at the group soon."""
        self._known.add(chat.id)
        self._due.put_nowait(chat)

    async def serve(self, receive: Receive) -> None:
        """Look at groups and hand over what is found, until cancelled."""
        while True:
            chat = await self._due.get()
            try:
                found = await self._look(chat)
                if found:
                    await receive(found)
            except SlowDown as error:
                await asyncio.sleep(error.seconds)
                self._due.put_nowait(chat)
            except TelegramError as error:
                # Thrown out meanwhile, or the line is down: its next message brings us back here.
                log.info("telegram.group_unread", extra={"kind": type(error).__name__})
                self._known.discard(chat.id)
            except Exception:
                log.exception("telegram.group_not_stored")
                self._known.discard(chat.id)

    async def _look(self, chat: Chat) -> list[Incoming]:
        admins = await self._bot.get_chat_administrators(int(chat.id))
        me = await self._whoami()
        creator = _creator(admins)
        found = []
        if creator is not None:
            event = self._event(chat, creator, EventKind.CREATOR, me)
            found.append(event)
        if not me.reads_all and not any(admin.user.id == me.id for admin in admins):
            adder = self._adders.get(chat.id) or Sender("")
            who = adder if adder.id else creator or Sender("")
            found.append(self._event(chat, who, EventKind.DEAF, me))
        self._adders.pop(chat.id, None)
        return found

    def _event(self, chat: Chat, who: Sender, kind: EventKind, me: Me) -> Incoming:
        name = f"creator:{who.id}" if kind is EventKind.CREATOR else kind.value
        # The group as a whole is meant, not the topic in which it was first heard of.
        whole = Chat(chat.id, is_group=True, title=chat.title)
        return Incoming(PLATFORM, str(me.id), whole, who, name, self._clock.now(), kind=kind)


def _creator(admins: Sequence[ChatMember]) -> Sender | None:
    """Who made the group; None where that stays hidden."""
    for admin in admins:
        if isinstance(admin, ChatMemberOwner):
            hidden = admin.is_anonymous or admin.user.id in STAND_INS or admin.user.is_bot
            return None if hidden else sender(admin.user.to_dict())
    return None
