"""Plays written conversations through a real Wechaty gateway: people act there, the bot hears and
speaks over gRPC, on the dialog's own clock.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from wechaty_gateway import ME, Gateway, Watched, section

from bot.app import App
from bot.config import DatabaseSection, Settings
from bot.core.clock import Clock
from bot.core.events import EventKind, Incoming
from bot.core.ports import Message, Platform
from bot.platforms.dialog import Options, replay
from bot.platforms.dialog_platform import DialogPlatform
from bot.platforms.dialog_record import Outcome
from bot.platforms.dialog_steps import Act, Look, Say, Script
from bot.platforms.wechat import WechatPlatform

DASHES = "- - - - - - - - - - - - - - -"
# Seconds that one act may take on its way through the gateway.
PATIENCE = 10.0


def has_edits(script: Script) -> bool:
    """Whether somebody edits a message, which nobody can on WeChat."""
    return any(isinstance(step, Say) and step.act is Act.EDIT for step in script.steps)


async def play(script: Script, gateway: Gateway, database: Path) -> Outcome:
    """Play a dialog; its expectations are held against what the gateway was given to send."""

    def host(clock: Clock, platform: Platform) -> GatewayHost:
        assert isinstance(platform, DialogPlatform)
        return GatewayHost(gateway, database, clock, platform)

    return await replay(script, host, Options(Look.WECHAT))


class _Noting(WechatPlatform):
    """The real platform, which also tells the dialog what it sent and checks that it arrived."""

    gateway: Gateway
    record: DialogPlatform

    async def send(self, message: Message) -> str:
        """Send over the gateway, then write down."""
        before = len(self.gateway.sent())
        receipt = await super().send(message)
        arrived, *files = self.gateway.sent()[before:]
        assert arrived["to"] == message.chat.id
        documents = [each for each in (message.picture, message.document) if each is not None]
        assert [(f["to"], f["file"], base64.b64decode(f["base64"])) for f in files] == [
            (message.chat.id, document.name, document.data) for document in documents
        ]
        # A mention ends with a sign of its own, also before a bracket or comma.
        assert "".join(arrived["text"].split()) == "".join(message.text.split())
        await self.record.send(message)
        return receipt


class GatewayHost:
    """A bot behind the gateway, for the player of dialogs: what it is told happens over there."""

    def __init__(
        self, gateway: Gateway, database: Path, clock: Clock, record: DialogPlatform
    ) -> None:
        self._gateway = gateway
        self._record = record
        self._clock = clock
        self._watch = Watched()
        self._heard = 0
        self._news = asyncio.Event()
        self._platform = _Noting(section(gateway), clock, self._watch, lambda words, _: words.key)
        self._platform.gateway, self._platform.record = gateway, record
        settings = Settings(database=DatabaseSection(url=f"sqlite:///{database}"))
        self._app = App(settings, [self._platform], clock)
        self._running: asyncio.Task[None]

    async def start(self) -> None:
        """Start the bot and wait until it is connected."""
        # What it sends at once needs the line, so the line comes first.
        self._running = asyncio.create_task(self._platform.run(self._take))
        async with asyncio.timeout(PATIENCE):
            while not self._platform.account:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        await self._app.start()

    async def _take(self, batch: Sequence[Incoming]) -> None:
        await self._app.receive(batch)
        self._heard += len(batch)
        self._news.set()

    async def receive(self, batch: Sequence[Incoming]) -> None:
        """Let it happen at the gateway; returns when the bot has it."""
        for incoming in batch:
            expected = self._heard + 1
            self._act(incoming)
            async with asyncio.timeout(PATIENCE):
                while self._heard < expected:
                    self._news.clear()
                    await self._news.wait()

    async def declare(self, person: Incoming, role: str) -> None:
        """Give a role, which nobody can do by a message; the person is in the group from now on."""
        self._meet(person)
        here = replace(person, platform=self._platform.name, account=self._platform.account)
        await self._app.declare(here, role)

    async def settle(self) -> None:
        """Return when all that could be sent has been sent."""
        await self._app.settle()

    async def tick(self) -> None:
        """Do the scheduled work that is due."""
        await self._app.tick()

    async def next_due(self) -> Any:
        """When the next scheduled work falls due."""
        return await self._app.next_due()

    async def stop(self, *, clean: bool = True) -> None:
        """End the bot and its connection."""
        await self._app.stop(clean=clean)
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        await self._platform.close()

    # -- what people do

    def _act(self, incoming: Incoming) -> None:
        """Do it at the gateway, where each act makes one event for the bot."""
        self._meet(incoming)
        sender, room = incoming.sender.id, incoming.chat.id if incoming.chat.is_group else ""
        stamp = int(incoming.sent_at.timestamp() * 1000)
        event = {"roomId": room, "timestamp": stamp}
        changes: dict[str, Any] = {"id": incoming.message_id, "timestamp": stamp}
        match incoming.kind:
            case EventKind.TEXT:
                self._gateway.say(sender, _quoted(incoming), room, **changes)
            case EventKind.PRESS:
                self._gateway.say(sender, self._digit(incoming), room, **changes)
            case EventKind.RECALL:
                changes["id"] = f"{incoming.message_id}-{incoming.revision}"
                self._gateway.say(sender, incoming.message_id, room, type=13, **changes)
            case EventKind.FILE:
                (attachment,) = incoming.attachments
                data = base64.b64encode(Path(attachment.reference).read_bytes()).decode()
                file = {"name": attachment.name, "base64": data}
                self._gateway.say(
                    sender, "", room, type=1, filename=attachment.name, file=file, **changes
                )
            case EventKind.JOIN:
                body = {**event, "inviteeIdList": [sender], "inviterId": ""}
                self._gateway.do("event", name="room-join", payload=body)
            case EventKind.LEAVE:
                body = {**event, "removeeIdList": [sender], "removerId": ""}
                self._gateway.do("event", name="room-leave", payload=body)
            case EventKind.RENAME:
                # Told by nobody: the new name comes with the person's next word.
                self._gateway.do("rename", id=sender, name=incoming.text)
                self._gateway.say(sender, "嗯", room, **changes)
            case _:
                raise AssertionError(f"nobody can do that on WeChat: {incoming.kind}")

    def _meet(self, incoming: Incoming) -> None:
        """The person and the group exist, and the one is in the other."""
        person, chat = incoming.sender, incoming.chat
        contacts = {person.id: {"name": person.name}} if person.id not in self._people else {}
        rooms = {}
        if chat.is_group:
            members = self._rooms.setdefault(chat.id, {"topic": chat.title, "members": {ME: ""}})
            members["members"][person.id] = ""
            rooms = {chat.id: members}
        if contacts or rooms:
            self._people.update(contacts)
            self._gateway.do("world", contacts=contacts, rooms=rooms)

    @property
    def _people(self) -> dict[str, Any]:
        return self._gateway.world["contacts"]  # type: ignore[no-any-return]

    @property
    def _rooms(self) -> dict[str, Any]:
        return self._gateway.world["rooms"]  # type: ignore[no-any-return]

    def _digit(self, press: Incoming) -> str:
        """What somebody writes who would press a button: its number, or what stands behind it."""
        assert press.quote is not None
        quoted = press.quote.message_id
        outputs = self._record.outputs
        output = next(each for each in outputs if self._record.output_id(each.number) == quoted)
        for number, (label, command) in enumerate(output.buttons, start=1):
            if command == press.text:
                return str(number) if f"{number} {label}" in output.seen else command
        raise AssertionError(f"no button {press.text}")


def _quoted(incoming: Incoming) -> str:
    """The text as WeChat shows a quote in it."""
    quote = incoming.quote
    if quote is None:
        return incoming.text
    return f"「{quote.sender}：{quote.text}」\n{DASHES}\n{incoming.text}"
