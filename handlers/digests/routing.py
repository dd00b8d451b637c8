"""The router of this feature, and the names of its planned work."""

from __future__ import annotations

from bot.kit import PeriodKind, Router

router = Router("digest")

JOBS = {
    PeriodKind.DAY: "daily_digest",
    PeriodKind.WEEK: "weekly_digest",
    PeriodKind.MONTH: "monthly_digest",
}
# The words by which each digest is called.
CALLED = {
    "日报": PeriodKind.DAY,
    "daily": PeriodKind.DAY,
    "周报": PeriodKind.WEEK,
    "weekly": PeriodKind.WEEK,
    "week": PeriodKind.WEEK,
    "月报": PeriodKind.MONTH,
    "monthly": PeriodKind.MONTH,
    "month": PeriodKind.MONTH,
}
# What may stand beside them: «weekly digest».
BESIDE = frozenset({"digest"})
