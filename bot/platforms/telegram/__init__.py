"""Telegram: the platform, its check-up, and a look at a token."""

from bot.platforms.telegram.checkup import Unusable, examine, probe
from bot.platforms.telegram.platform import TelegramPlatform, Tempo

__all__ = ["TelegramPlatform", "Tempo", "Unusable", "examine", "probe"]
