"""Long polling by a loop of our own: an update is confirmed only when it is durable here.

Telegram takes the offset of the next poll as «received everything before». python-telegram-bot's
Updater polls while updates still lie in memory and so loses them in a crash: 5,654 of 6,000 over
20 kills (reliability F1). No offset is ever stored: the ids start anywhere after a quiet week (P3).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from telegram import Bot
from telegram.error import Conflict

from bot.core.cards import t
from bot.core.ports import Platform, Watch
from bot.platforms.telegram.outage import Outage, log
from bot.platforms.telegram.people import Raw
from bot.platforms.telegram.updates import ALLOWED
from bot.platforms.telegram.wire import LONG_POLL, Poller, says

# Seconds in which the answers to what was taken get on the wire before the next poll is made.
_ANSWERS_FIRST = 0.002

Take = Callable[[Sequence[Raw]], Awaitable[None]]
# Takes a webhook away; says whether there was one.
Unhook = Callable[[], Awaitable[bool]]


async def remove_webhook(bot: Bot, watch: Watch, platform: Platform) -> bool:
    """Take a webhook away, which keeps what waits there; polling is refused beside it.

    Returns whether there was one. Raises TelegramError.
    """
    if not (await bot.get_webhook_info()).url:
        return False
    await bot.delete_webhook(drop_pending_updates=False)
    watch.trouble(platform, t("telegram-webhook-removed"))
    return True


async def poll(poller: Poller, outage: Outage, take: Take, unhook: Unhook) -> None:
    """Ask for updates and hand them over until cancelled; raises TokenRefused."""
    offset: int | None = None
    while True:
        updates = await outage.patiently(partial(_ask_unhooked, poller, outage, unhook, offset))
        try:
            await take(updates)
        except Exception as error:
            # Whatever kept them from being durable, they stay unconfirmed and come again.
            log.exception("telegram.not_stored", extra={"updates": len(updates)})
            await outage.wait_out(error)
        else:
            outage.over()
            if updates:
                offset = int(updates[-1]["update_id"]) + 1
                await asyncio.sleep(_ANSWERS_FIRST)


async def _ask_unhooked(
    poller: Poller, outage: Outage, unhook: Unhook, offset: int | None
) -> list[Raw]:
    """The next updates, also where somebody sets a webhook while we poll; raises TelegramError."""
    while True:
        try:
            return await _ask(poller, outage, offset)
        except Conflict as error:
            # Any other conflict, and one whose webhook is gone already, is trouble like the rest.
            if not (says(error, "webhook") and await unhook()):
                raise
        # Whoever set it may set it again at once: the pauses grow until a poll works.
        await outage.pause()


async def _ask(poller: Poller, outage: Outage, offset: int | None) -> list[Raw]:
    # After trouble the first poll returns at once: it shows that the line works again.
    wait = 0 if outage.is_on else LONG_POLL
    return await poller.ask(offset, wait=wait, allowed=ALLOWED)
