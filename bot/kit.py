"""The one door through which handlers get what they need."""

from __future__ import annotations

from bot.core.args import ClockTime, Money, RecordRef, Switch
from bot.core.cards import (
    Button,
    Card,
    Delivery,
    Expect,
    File,
    Picture,
    T,
    pack_words,
    read_words,
    t,
)
from bot.core.commands import Answer, Command, Router
from bot.core.context import Ctx, JobCtx, WakeCtx
from bot.core.events import EventKind
from bot.core.i18n import find_language, written
from bot.core.names import public_name
from bot.engine.mentions import account_of
from bot.render.calendar_file import CalendarEntry, calendar_file
from models.errors import Ambiguous, Refusal
from models.sales import LedgerChange
from models.task_changes import Doer
from models.values import (
    MemberInfo,
    Period,
    PeriodKind,
    Role,
    TeamInfo,
    format_exact,
    format_plain,
    format_short,
)


def doer(ctx: Ctx) -> Doer:
    """Who acts by a message, at the time it was sent."""
    return Doer(ctx.actor, ctx.sent_at, ctx.source)


__all__ = [
    "Ambiguous",
    "Answer",
    "Button",
    "CalendarEntry",
    "Card",
    "ClockTime",
    "Command",
    "Ctx",
    "Delivery",
    "EventKind",
    "Expect",
    "File",
    "JobCtx",
    "LedgerChange",
    "MemberInfo",
    "Money",
    "Period",
    "PeriodKind",
    "Picture",
    "RecordRef",
    "Refusal",
    "Role",
    "Router",
    "Switch",
    "T",
    "TeamInfo",
    "WakeCtx",
    "account_of",
    "calendar_file",
    "doer",
    "find_language",
    "format_exact",
    "format_plain",
    "format_short",
    "pack_words",
    "public_name",
    "read_words",
    "t",
    "written",
]
