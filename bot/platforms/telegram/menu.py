"""The commands that Telegram offers when somebody types «/», by scope, language and role."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChatMember,
    BotCommandScopeDefault,
)

from bot.core.cards import T
from bot.core.ports import MenuEntry
from bot.render.split import split
from models.values import Role

# Limits of the Bot API: commands of a menu, and UTF-16 units of a description.
MAX_COMMANDS, MAX_DESCRIPTION = 100, 256
_NAME = re.compile(r"[a-z0-9_]{1,32}")
# Telegram's language codes by ours; the first one is everybody's who uses neither.
_LANGUAGES = (("zh-CN", None), ("en", "en"))

Text = Callable[[T, str], str]


class Menu:
    """The bot's menus."""

    def __init__(self, bot: Bot, entries: Sequence[MenuEntry], text: Text) -> None:
        self._bot = bot
        self._entries = entries
        self._text = text

    async def offer(self) -> None:
        """Members' commands to everybody, all of them to the admins of groups; raises
        TelegramError.
        """
        scopes: tuple[tuple[BotCommandScope, Role], ...] = (
            (BotCommandScopeDefault(), Role.MEMBER),
            (BotCommandScopeAllPrivateChats(), Role.MEMBER),
            (BotCommandScopeAllGroupChats(), Role.MEMBER),
            (BotCommandScopeAllChatAdministrators(), Role.OWNER),
        )
        for scope, role in scopes:
            await self._set(scope, role)

    async def offer_to(self, chat_id: str, user_id: str, role: Role) -> None:
        """What the role may do, to one member of one group; raises TelegramError."""
        await self._set(BotCommandScopeChatMember(int(chat_id), int(user_id)), role)

    async def _set(self, scope: BotCommandScope, role: Role) -> None:
        for language, code in _LANGUAGES:
            wanted = commands(self._entries, role, partial(self._written, language))
            await self._bot.set_my_commands(wanted, scope=scope, language_code=code)

    def _written(self, language: str, words: T) -> str:
        return self._text(words, language)


def commands(
    entries: Sequence[MenuEntry], role: Role, text: Callable[[T], str]
) -> list[BotCommand]:
    """The commands that a role may use, as far as Telegram's names allow."""
    return [
        BotCommand(entry.name, split(text(entry.what), MAX_DESCRIPTION)[0] or entry.name)
        for entry in entries
        if entry.role <= role and _NAME.fullmatch(entry.name)
    ][:MAX_COMMANDS]
