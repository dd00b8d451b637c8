"""The routes of goals."""

from __future__ import annotations

from bot.kit import Router

router = Router("goal")
