"""What a handler gets: the message's world, and nothing that could touch a network."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.events import Incoming
from models.values import ChatInfo, MemberInfo, Period, TeamInfo

if TYPE_CHECKING:
    from bot.core.table import Table
    from models.db import Db
    from models.reminders import Wake


@dataclass(slots=True)
class Ctx:
    """One message on its way through a handler.

    `now` is when it is handled, `sent_at` when it was sent; `today` is the business day it was sent
    on. `text` is what is to be understood: the message, or the command line behind a button.
    `source` is the received row's id. `masked` tells that personal data of a customer was taken out
    of the text.
    """

    db: Db
    team: TeamInfo
    actor: MemberInfo
    chat: ChatInfo
    incoming: Incoming
    text: str
    now: dt.datetime
    sent_at: dt.datetime
    today: dt.date
    source: int
    commands: Table
    is_press: bool = False
    masked: bool = False

    @property
    def language(self) -> str:
        """The language the actor is answered in."""
        return self.actor.language or self.team.language

    @property
    def local(self) -> dt.datetime:
        """When it was sent, on the team's clock; its date knows no cut-off."""
        return self.sent_at.astimezone(self.team.zone)


@dataclass(slots=True)
class WakeCtx:
    """Reminders of one job and team that are due now, the oldest first."""

    db: Db
    team: TeamInfo
    now: dt.datetime
    due: tuple[Wake, ...]


@dataclass(slots=True)
class JobCtx:
    """One slot of planned work: the team, the slot's local day and what was asked for.

    `told` is the day, week or month that the slot tells of. `late` tells that the slot's own moment
    is over; `missed` lists the first days of earlier ones that could not be posted.
    """

    db: Db
    team: TeamInfo
    day: dt.date
    told: Period
    due_at: dt.datetime
    now: dt.datetime
    settings: dict[str, object]
    late: bool = False
    missed: tuple[dt.date, ...] = ()
