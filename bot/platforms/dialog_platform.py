"""The platform of a written conversation: everybody's chats with the bot, without a network."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.core.clock import Clock
from bot.core.ports import Capabilities, Message, Receive
from bot.platforms.cast import Cast
from bot.platforms.dialog_record import Heard, Output, visible
from bot.platforms.dialog_steps import Look

# What each platform can show; without a word for it, plain text whose messages can be edited.
CAN: dict[Look | None, Capabilities] = {
    None: Capabilities(edit=True),
    Look.CONSOLE: Capabilities(),
    Look.WECHAT: Capabilities(),
    Look.TELEGRAM: Capabilities(markup="telegram", buttons=True, edit=True),
}


class DialogPlatform:
    """Stands for everybody's chats with the bot and records what the bot says."""

    name = "dialog"
    account = "dialog"

    def __init__(self, clock: Clock, zone: ZoneInfo, cast: Cast, prefix: str = "") -> None:
        self.prefix = prefix
        self.can = CAN[None]
        self.record: list[Heard | Output] = []
        self.outputs: list[Output] = []
        self.answering: int | None = None
        self._clock = clock
        self._zone = zone
        self._cast = cast

    async def run(self, receive: Receive) -> None:
        """Hand over nothing: the player speaks to the host itself."""

    async def send(self, message: Message) -> str:
        """Record the message as the next output."""
        replaces = message.replaces or ""
        output = Output(
            number=len(self.outputs) + 1,
            at=self._clock.now().astimezone(self._zone),
            to=self._cast.address(message.chat),
            chat=message.chat,
            text=message.text,
            seen=visible(message.text, is_html=self.can.markup == "telegram"),
            buttons=message.buttons,
            shows_buttons=self.can.buttons,
            edits=int(replaces.removeprefix(self.output_id(""))) if replaces else None,
            after=self.answering,
            picture=message.picture.name if message.picture is not None else None,
            file=message.document.name if message.document is not None else None,
        )
        self.outputs.append(output)
        self.record.append(output)
        return self.output_id(output.number)

    def output_id(self, number: int | str) -> str:
        """The platform's id of an output; `prefix` tells several replays on one database apart."""
        return f"{self.prefix}B{number}"
