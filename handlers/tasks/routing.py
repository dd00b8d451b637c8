"""The router that all modules about tasks share."""

from __future__ import annotations

from bot.kit import Router

router = Router("task")
