"""People whom a message names by account: their «@name» becomes one that is only theirs."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.core.events import Incoming
from bot.language.text import clean
from models import accounts, people
from models.db import Db
from models.rosters import Roster, roster
from models.values import MemberInfo

# A public name on Telegram (Bot API: 5 to 32 signs; four were once given).
_HANDLE = re.compile(r"@([A-Za-z0-9_]{4,32})(?![A-Za-z0-9_#])")


def resolved(db: Db, incoming: Incoming, team_id: int, now: dt.datetime) -> Incoming:
    """The message with every mentioned person under a name that the team's roster finds."""
    text = incoming.text
    for person in incoming.mentions:
        mentioned = replace(incoming, sender=person)
        member = people.behind(db, account_of(mentioned), team_id, now)
        if member is not None:
            text = text.replace(f"@{person.name}", _exact(roster(db, team_id), member), 1)

    def named(match: re.Match[str]) -> str:
        member_id = accounts.of_handle(db, incoming.platform, team_id, match[1])
        if member_id is None:
            return match[0]
        everybody = roster(db, team_id)
        return _exact(everybody, everybody.members[member_id])

    return replace(incoming, text=_HANDLE.sub(named, text))


def _exact(everybody: Roster, member: MemberInfo) -> str:
    """«@小美», or «@小美#12» where several people have that name."""
    is_only = everybody.names.get(member.name) == (member.id,)
    return f"@{member.name}" if is_only else f"@{member.name}#{member.id}"


def account_of(incoming: Incoming) -> accounts.Account:
    """The sender and chat of a message as the people room wants them.

    Spaces in a name become dots, as in 约翰·史密斯: commands are split at spaces.
    """
    return accounts.Account(
        incoming.platform,
        incoming.account,
        incoming.chat.id,
        incoming.chat.is_group,
        incoming.chat.title,
        incoming.sender.id,
        "·".join(clean(incoming.sender.name).split()),
        incoming.sender.handle,
    )
