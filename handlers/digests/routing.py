"""The router of this feature."""

from __future__ import annotations

from bot.kit import Router

router = Router("digest")

# The name of the planned work.
JOB = "daily_digest"
