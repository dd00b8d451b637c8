"""A bare python-telegram-bot that says again what it hears: the other side of part 6."""

from __future__ import annotations

import logging
import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer with the same words."""
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


def main() -> None:
    """Poll until the process is ended."""
    logging.disable(logging.CRITICAL)
    address = os.environ["DUIZHANG_TELEGRAM__BASE_URL"]
    builder = Application.builder().token(os.environ["DUIZHANG_TELEGRAM__TOKEN"])
    application = builder.base_url(f"{address}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
