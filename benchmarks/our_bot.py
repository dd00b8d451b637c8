"""This bot on Telegram without Telegram's limits, which would be all that one measured."""

from __future__ import annotations

import asyncio

import bot.serving
from bot.config import load
from bot.platforms import telegram


def main() -> None:
    """Serve until the process is ended."""
    ours = telegram.TelegramPlatform

    def unlimited(*args: object, **options: object) -> object:
        return ours(*args, tempo=telegram.Tempo(limits=None), **options)

    telegram.TelegramPlatform = unlimited
    asyncio.run(bot.serving.serve_platforms(load(None)))


if __name__ == "__main__":
    main()
