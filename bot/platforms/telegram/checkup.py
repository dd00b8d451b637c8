"""Whether Telegram can be served with these settings, line by line, with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from telegram import Bot, WebhookInfo
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.core.cards import T, t
from bot.core.ports import Finding
from bot.platforms.telegram.wire import Poller, connect, disconnect, never_left

if TYPE_CHECKING:
    from bot.config import TelegramSection

# Seconds that we poll, for another poller to come in between. A poll that does not wait meets
# nobody: Telegram only ends one that waits.
_LOOK = 3


class Unusable(Exception):
    """A token or an address that does not work; `what` says what to do, in the catalog's words."""

    def __init__(self, what: T) -> None:
        super().__init__(what.key)
        self.what = what


async def examine(
    section: TelegramSection,
    *,
    is_running: bool = False,
    groups: Sequence[tuple[str, str]] = (),
) -> list[Finding]:
    """All findings; `is_running` says that our own bot polls right now, and is left alone. `groups`
    are the (id, title) of groups that it should be in.
    """
    bot = connect(section)
    try:
        found = await _examine(section, bot, is_running=is_running)
        # Whoever does not know us will not tell about groups either.
        known = groups if found[0].mark == "✓" else ()
        return [*found, *[await _standing(bot, *group) for group in known]]
    finally:
        await disconnect(bot)


async def probe(section: TelegramSection) -> str:
    """The username of the bot behind a token; raises Unusable."""
    bot = connect(section)
    try:
        user = await bot.get_me()
    except InvalidToken:
        raise Unusable(t("telegram-check-token")) from None
    except TelegramError as error:
        raise Unusable(_unreachable(section, error)) from None
    finally:
        await disconnect(bot)
    return user.username or ""


async def _examine(section: TelegramSection, bot: Bot, *, is_running: bool) -> list[Finding]:
    try:
        user = await bot.get_me()
    except InvalidToken:
        return [Finding("✗", t("telegram-check-token"))]
    except TelegramError as error:
        return [Finding("✗", _unreachable(section, error))]
    found = [Finding("✓", t("telegram-check-name", name=f"@{user.username}"))]
    if user.can_read_all_group_messages:
        found.append(Finding("✓", t("telegram-check-reads-all")))
    else:
        found.append(Finding("!", t("telegram-check-privacy")))
    try:
        found += _webhook(section, await bot.get_webhook_info())
        if section.mode == "polling" and not is_running:
            found += await _poller(section)
    except TelegramError as error:
        found.append(Finding("!", _unreachable(section, error)))
    return found


async def _standing(bot: Bot, chat_id: str, title: str) -> Finding:
    """What the bot may do in a group."""
    try:
        member = await bot.get_chat_member(int(chat_id), _id(bot))
    except TelegramError:
        return Finding("!", t("telegram-check-not-in", group=title))
    if member.status == "administrator":
        return Finding("✓", t("telegram-check-admin", group=title))
    if member.status in ("left", "kicked"):
        return Finding("!", t("telegram-check-not-in", group=title))
    return Finding("✓", t("telegram-check-member", group=title))


def _id(bot: Bot) -> int:
    return int(bot.token.partition(":")[0])


def _webhook(section: TelegramSection, info: WebhookInfo) -> Sequence[Finding]:
    host = urlsplit(info.url).netloc
    if section.mode == "polling":
        if info.url:
            return [Finding("!", t("telegram-check-webhook-left", host=host))]
        return []
    if not section.webhook.url:
        return [Finding("✗", t("telegram-webhook-no-url"))]
    if info.last_error_message and info.url == section.webhook.url:
        waiting = info.pending_update_count
        return [Finding("!", t("telegram-check-webhook-fails", host=host, waiting=waiting))]
    if info.url and info.url != section.webhook.url:
        return [Finding("!", t("telegram-check-webhook-other", host=host))]
    return [Finding("✓", t("telegram-check-webhook", host=urlsplit(section.webhook.url).netloc))]


async def _poller(section: TelegramSection) -> Sequence[Finding]:
    """Whether somebody else polls with our token; nothing is confirmed by looking."""
    poller = Poller(section)
    try:
        await poller.ask(None, wait=_LOOK, allowed=None)
    except Conflict:
        return [Finding("✗", t("telegram-conflict"))]
    finally:
        await poller.close()
    return [Finding("✓", t("telegram-check-alone"))]


def _unreachable(section: TelegramSection, error: TelegramError) -> T:
    """Where nobody answered, and what kind of trouble, in a word that holds no secret."""
    kind = "no connection" if never_left(error) else type(error).__name__
    return t("telegram-check-unreachable", host=urlsplit(section.base_url).netloc, kind=kind)
