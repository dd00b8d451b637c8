"""Names of people and groups, asked of the gateway once and again when they may have changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.platforms.wechat.link import CallFailed, Link
from bot.platforms.wechat.mentions import Person
from bot.platforms.wechat.payloads import Dirty

# Seconds that a name is believed: not every puppet tells when somebody changes theirs. A name that
# could not be had is asked for again sooner.
KEEP_SECONDS, RETRY_SECONDS = 600.0, 30.0
# Seconds for one name; a message waits for it.
_NAME_SECONDS = 5.0
# Names asked for at once when a whole group is looked at, and members looked at at most.
_AT_ONCE, _MOST_MEMBERS = 16, 500

# Contacts that are nobody: what WeChat calls an official account, and its own helpers.
_OFFICIAL = 2
_SERVICE_PREFIX = "gh_"
_SERVICES = frozenset(
    {"weixin", "filehelper", "fmessage", "medianote", "mphelper", "newsapp", "notifymessage"}
)


@dataclass(slots=True)
class _Known:
    value: Any
    until: float


class Names:
    """The names of contacts, of members in a group, and of groups.

    Where the gateway does not answer, the last known name stands, else none; nothing is raised.
    """

    def __init__(self, link: Callable[[], Link], time: Callable[[], float]) -> None:
        self._link = link
        self._time = time
        self._known: dict[tuple[str, str, str], _Known] = {}
        self._shown: dict[tuple[str, str], str] = {}

    async def contact(self, contact: str) -> str:
        """Somebody's own name, not what the bot's account calls them."""
        found = await self._get(("contact", contact, ""), self._ask_contact)
        return str(found[0]) if found else ""

    async def is_service(self, contact: str) -> bool:
        """Whether that is no person: an official account or a part of WeChat itself."""
        if contact.startswith(_SERVICE_PREFIX) or contact in _SERVICES:
            return True
        found = await self._get(("contact", contact, ""), self._ask_contact)
        return bool(found and found[1])

    async def member(self, room: str, contact: str) -> Person:
        """A member with the names they have there, the one to show first: the alias in the group,
        else their own.
        """
        if not contact:
            return Person("", ())
        if not room:
            return Person(contact, _some(await self.contact(contact)))
        names = await self._get(("member", room, contact), self._ask_member)
        return Person(contact, names or _some(await self.contact(contact)))

    async def topic(self, room: str) -> str:
        """A group's title."""
        found = await self._get(("room", room, ""), self._ask_room)
        return str(found[0]) if found else ""

    async def members(self, room: str) -> list[Person]:
        """Everybody in a group."""
        found = await self._get(("room", room, ""), self._ask_room)
        ids: tuple[str, ...] = found[1][:_MOST_MEMBERS] if found else ()
        people: list[Person] = []
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            people += await asyncio.gather(*(self.member(room, each) for each in some))
        return people

    def renamed(self, room: str, person: Person) -> bool:
        """Whether somebody has another name in the group than when this was last asked."""
        now = person.names[0] if person.names else ""
        before = self._shown.get((room, person.id))
        self._shown[room, person.id] = now
        return bool(now) and before is not None and before != now

    def remembered(self, room: str) -> set[str]:
        """All names known for members of the group, without asking."""
        return {
            name
            for (kind, where, _), known in self._known.items()
            if kind == "member" and where == room
            for name in known.value or ()
        }

    def forget(self, kind: int, id_: str) -> None:
        """Something about a contact, a group or its members has changed.

        A group's dirty id is the group's; some puppets put the member's behind it.
        """
        if kind == Dirty.CONTACT:
            self._drop(lambda key: id_ in (key[1], key[2]))
        elif kind in (Dirty.ROOM, Dirty.ROOM_MEMBER):
            self._drop(lambda key: bool(key[1]) and key[1] in id_)

    def forget_all(self) -> None:
        """Somebody else may be logged in."""
        self._known.clear()

    def _drop(self, is_meant: Callable[[tuple[str, str, str]], bool]) -> None:
        # Stale, not gone: it still stands in where the gateway does not answer.
        for key, known in self._known.items():
            if is_meant(key):
                known.until = float("-inf")

    async def _get(
        self, key: tuple[str, str, str], ask: Callable[[str, str], Awaitable[Any]]
    ) -> Any:
        known, now = self._known.get(key), self._time()
        if known is not None and known.until > now:
            return known.value
        try:
            value = await ask(key[1], key[2])
        except CallFailed:
            value = known.value if known else None
            self._known[key] = _Known(value, now + RETRY_SECONDS)
            return value
        self._known[key] = _Known(value, now + KEEP_SECONDS)
        return value

    async def _ask_contact(self, contact: str, _: str) -> tuple[str, bool]:
        payload = await self._link().ask("contact_payload", _NAME_SECONDS, id=contact)
        return _clean(payload.name), int(payload.type) == _OFFICIAL

    async def _ask_member(self, room: str, contact: str) -> tuple[str, ...]:
        payload = await self._link().ask(
            "room_member_payload", _NAME_SECONDS, id=room, member_id=contact
        )
        names = [_clean(payload.room_alias), _clean(payload.name)]
        if not names[1]:
            names.append(await self.contact(contact))
        return tuple(dict.fromkeys(filter(None, names)))

    async def _ask_room(self, room: str, _: str) -> tuple[str, tuple[str, ...]]:
        payload = await self._link().ask("room_payload", _NAME_SECONDS, id=room)
        return _clean(payload.topic), tuple(payload.member_ids)


def _clean(name: str) -> str:
    return name.strip()


def _some(name: str) -> tuple[str, ...]:
    return (name,) if name else ()


def all_names(people: Iterable[Person]) -> set[str]:
    """Every name of every one of them."""
    return {name for person in people for name in person.names}
