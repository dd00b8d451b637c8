"""Who comes and goes: members, the bot itself, and groups that get a new id; pure.

Telegram tells most of it twice, in the chat and to admins: both give the same message id, so that
it happens once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from bot.core.events import Chat, EventKind, Incoming, Sender
from bot.platforms.telegram.people import GROUPS, Me, Raw, place, sender, stand_in

_INSIDE = ("creator", "administrator", "member")


@dataclass(frozen=True, slots=True)
class _Moment:
    """Where and when something changed, by the Bot API's seconds, and who we are."""

    here: Chat
    date: int
    me: Me

    def event(self, kind: EventKind, who: Sender) -> Incoming:
        """An event here, named by what changed, whom it concerns and when."""
        about = who.id if kind in (EventKind.JOIN, EventKind.LEAVE) else str(self.me.id)
        return self._incoming(kind, who, f"{kind.value}:{about}:{self.date}")

    def passed(self, kind: EventKind, user: Raw) -> list[Incoming]:
        """Somebody came or went; bots do not count."""
        return [] if user.get("is_bot") else [self.event(kind, sender(user))]

    def moved(self, new: str, who: Sender) -> Incoming:
        """The group here has another id."""
        return replace(self._incoming(EventKind.MOVED, who, f"moved:{new}"), text=new)

    def _incoming(self, kind: EventKind, who: Sender, name: str) -> Incoming:
        at = dt.datetime.fromtimestamp(self.date, dt.UTC)
        return Incoming("telegram", str(self.me.id), self.here, who, name, at, kind=kind)


def told_by(message: Raw, me: Me) -> list[Incoming]:
    """What a service message tells."""
    here = place(message["chat"])
    if here is None or not here.is_group:
        return []
    now, by = _Moment(here, message["date"], me), stand_in(message.get("from"))
    if "migrate_to_chat_id" in message:
        return [now.moved(str(message["migrate_to_chat_id"]), by)]
    if "migrate_from_chat_id" in message:
        old = Chat(str(message["migrate_from_chat_id"]), is_group=True, title=here.title)
        return [replace(now, here=old).moved(here.id, by)]
    found = []
    for user in message.get("new_chat_members", ()):
        is_me = user["id"] == me.id
        found += [now.event(EventKind.ADDED, by)] if is_me else now.passed(EventKind.JOIN, user)
    if "left_chat_member" in message:
        found += now.passed(EventKind.LEAVE, message["left_chat_member"])
    return found


def of_a_member(change: Raw, me: Me) -> list[Incoming]:
    """What a `chat_member` update tells: somebody came or went."""
    here = place(change["chat"])
    was, is_now = _is_inside(change["old_chat_member"]), _is_inside(change["new_chat_member"])
    if here is None or not here.is_group or was == is_now:
        return []
    kind = EventKind.JOIN if is_now else EventKind.LEAVE
    return _Moment(here, change["date"], me).passed(kind, change["new_chat_member"]["user"])


def of_the_bot(change: Raw, me: Me) -> list[Incoming]:
    """What a `my_chat_member` update tells: we were put into a group, taken out, or blocked."""
    here = place(change["chat"])
    was, is_now = _is_inside(change["old_chat_member"]), _is_inside(change["new_chat_member"])
    if here is None or was == is_now:
        return []
    now, by = _Moment(here, change["date"], me), stand_in(change.get("from"))
    if not is_now:
        return [now.event(EventKind.REMOVED, by)]
    # Somebody who opens the private chat again says so himself, with /start.
    return [now.event(EventKind.ADDED, by)] if here.is_group else []


def made_admin(update: Raw) -> Chat | None:
    """The group in which we were just made an admin, and so read everything."""
    change = update.get("my_chat_member")
    if change is None or change["chat"].get("type") not in GROUPS:
        return None
    was, is_now = (change[f"{when}_chat_member"]["status"] for when in ("old", "new"))
    return place(change["chat"]) if is_now == "administrator" != was else None


def _is_inside(member: Raw) -> bool:
    status = member["status"]
    return status in _INSIDE or (status == "restricted" and bool(member.get("is_member")))
