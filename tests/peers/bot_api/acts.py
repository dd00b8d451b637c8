"""What people do on the fake Telegram, and what the bot is told about it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from peers.bot_api.markup import found_in, units
from peers.bot_api.world import ANONYMOUS, INSIDE, Person, Place, Raw, Said

if TYPE_CHECKING:
    import threading

    from peers.bot_api.queue import Updates


class Acts:
    """People's side of the peer; every method may be called from any thread."""

    if TYPE_CHECKING:
        lock: threading.RLock
        bot: Person
        reads_all: bool
        people: dict[int, Person]
        places: dict[int, Place]
        open_queries: set[str]
        pressed: dict[str, Raw]
        updates: Updates
        post: Callable[..., Raw]
        keep_file: Callable[[str, bytes], Raw]
        new_id: Callable[[], int]
        time: Callable[[], int]

    # -- who and where

    def person(
        self, name: str, *, last: str = "", username: str = "", person_id: int | None = None
    ) -> Person:
        """A new account."""
        with self.lock:
            person = Person(person_id or 5_000_000 + self.new_id(), name, last, username)
            self.people[person.id] = person
            return person

    def group(
        self,
        title: str,
        owner: Person,
        *,
        kind: str = "supergroup",
        forum: bool = False,
        told: bool = True,
    ) -> Place:
        """A new group of somebody, into which he puts the bot."""
        with self.lock:
            number = self.new_id()
            place = Place(
                -(1_000_000_000_000 + number) if kind == "supergroup" else -number, kind, title
            )
            place.is_forum = forum
            place.members[owner.id] = "creator"
            self.places[place.id] = place
            if told:
                self.add_bot(place, owner)
            else:
                place.members[self.bot.id] = "member"
            return place

    def private(self, person: Person) -> Place:
        """Somebody's private chat with the bot."""
        with self.lock:
            if person.id not in self.places:
                self.places[person.id] = Place(person.id, "private", person=person)
            return self.places[person.id]

    def topic(self, place: Place, name: str) -> int:
        """Open a topic in a forum; returns its thread id."""
        with self.lock:
            owner = next(
                self.people[who] for who, status in place.members.items() if status == "creator"
            )
            message = self.post(
                place, owner, {"forum_topic_created": {"name": name, "icon_color": 7322096}}
            )
            number: int = message["message_id"]
            message |= {"message_thread_id": number, "is_topic_message": True}
            place.topics[number] = name
            self._tell("message", message)
            return number

    # -- talk

    def say(
        self,
        place: Place | Person,
        who: Person,
        text: str,
        *,
        reply_to: int | None = None,
        topic: int | None = None,
        naming: Sequence[Person] = (),
        **more: Any,
    ) -> Said:
        """Somebody says something. `naming` are people without a username whose first name in the
        text is a mention; `more` are raw fields, such as a forward's.
        """
        entities = found_in(text)
        for person in naming:
            at = text.index(person.first_name)
            entities.append(
                {
                    "type": "text_mention",
                    "offset": units(text[:at]),
                    "length": units(person.first_name),
                    "user": person.raw,
                }
            )
        content: Raw = {"text": text, **more}
        if entities:
            content["entities"] = entities
        return self.act(place, who, content, reply_to=reply_to, topic=topic)

    def send_file(
        self,
        place: Place | Person,
        who: Person,
        name: str,
        data: bytes,
        *,
        caption: str = "",
        as_photo: bool = False,
        size: int | None = None,
    ) -> Said:
        """Somebody sends a file; `size` makes it look larger than it is."""
        with self.lock:
            file = self.keep_file(name, data)
            if size is not None:
                file["file_size"] = self.__dict__["files"][file["file_id"]]["file_size"] = size
        content: Raw = {"document": file}
        if as_photo:
            file.pop("file_name")
            content = {
                "photo": [
                    {**file, "width": 90, "height": 60},
                    {**file, "width": 800, "height": 600},
                ]
            }
        if caption:
            content |= {"caption": caption}
        return self.act(place, who, content)

    def act(
        self,
        place: Place | Person,
        who: Person,
        content: Raw,
        *,
        reply_to: int | None = None,
        topic: int | None = None,
    ) -> Said:
        """Somebody posts anything at all, in raw fields."""
        with self.lock:
            here = self.private(place) if isinstance(place, Person) else place
            if here.person is not None:
                here.person.has_started = True
                here.person.has_blocked = False
            if here.migrated_to is not None:
                here = self.places[here.migrated_to]
            if here.is_group:
                here.members.setdefault(who.id, "member")
            content = dict(content)
            if who.id in here.anonymous:
                content["sender_chat"] = here.raw
            if topic is not None:
                content |= {"message_thread_id": topic, "is_topic_message": True}
                content["reply_to_message"] = _quoted(here.messages[topic])
            if reply_to is not None:
                content["reply_to_message"] = _quoted(here.messages[reply_to])
            message = self.post(here, who, content)
            if who.id in here.anonymous:
                message["from"] = ANONYMOUS
            return self._say(here, "message", message)

    def edit(self, place: Place | Person, who: Person, number: int, text: str) -> Said:
        """Somebody edits a message of his."""
        with self.lock:
            here = self.private(place) if isinstance(place, Person) else place
            message = here.messages[number]
            assert message["from"]["id"] == who.id, "only the author edits a message"
            key = "text" if "text" in message else "caption"
            # Two edits in one second would be told by the same date.
            at = max(self.time(), message.get("edit_date", 0) + 1)
            message |= {key: text, "edit_date": at}
            entities = "entities" if key == "text" else "caption_entities"
            message.pop(entities, None)
            if found := found_in(text):
                message[entities] = found
            return self._say(here, "edited_message", message)

    def press(self, place: Place | Person, who: Person, number: int, button: str | int) -> str:
        """Somebody presses a button, by label or number from 1; returns the query's id."""
        with self.lock:
            here = self.private(place) if isinstance(place, Person) else place
            message = here.messages[number]
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            buttons = [each for row in rows for each in row]
            found = (
                buttons[button - 1]
                if isinstance(button, int)
                else next(b for b in buttons if b["text"] == button)
            )
            return self.press_data(here, who, message, found["callback_data"])

    def press_data(self, here: Place, who: Person, message: Raw, data: str) -> str:
        """Somebody's client sends data of its own making."""
        with self.lock:
            query = str(4_000_000_000_000 + self.new_id())
            self.open_queries.add(query)
            self.pressed[query] = message
            self.updates.add(
                "callback_query",
                copy.deepcopy(
                    {
                        "id": query,
                        "from": who.raw,
                        "message": message,
                        "chat_instance": str(here.id),
                        "data": data,
                    }
                ),
            )
            return query

    def expire_queries(self) -> None:
        """All presses so far are too old to be answered."""
        with self.lock:
            self.open_queries.clear()

    # -- coming and going

    def join(self, place: Place, *people: Person, by: Person | None = None) -> None:
        """People come into a group, by themselves or put in by somebody."""
        with self.lock:
            for person in people:
                place.members[person.id] = "member"
            message = self.post(
                place, by or people[0], {"new_chat_members": [p.raw for p in people]}
            )
            message["new_chat_member"] = message["new_chat_participant"] = people[0].raw
            self._tell("message", message)
            for person in people:
                self._member_changed(place, person, by or person, "left", "member")

    def leave(self, place: Place, person: Person) -> None:
        """Somebody leaves."""
        with self.lock:
            place.members[person.id] = "left"
            self._tell("message", self.post(place, person, {"left_chat_member": person.raw}))
            self._member_changed(place, person, person, "member", "left")

    def rename(self, person: Person, name: str) -> None:
        """Somebody takes another name; nobody is told."""
        with self.lock:
            person.first_name = name

    def add_bot(self, place: Place, by: Person, *, status: str = "member") -> None:
        """Somebody puts the bot into a group."""
        with self.lock:
            self.change_bot(place, status, by)
            self._tell("message", self.post(place, by, {"new_chat_members": [self.bot.raw]}))

    def remove_bot(self, place: Place, by: Person) -> None:
        """Somebody throws the bot out."""
        self.change_bot(place, "kicked", by)

    def promote_bot(self, place: Place, by: Person) -> None:
        """Somebody makes the bot an admin."""
        self.change_bot(place, "administrator", by)

    def change_bot(self, place: Place, status: str, by: Person) -> None:
        """The bot's standing in a group changes."""
        with self.lock:
            before = self.member(place, self.bot)
            place.members[self.bot.id] = status
            self._changed_membership(
                "my_chat_member", place, by, before, self.member(place, self.bot)
            )

    def block(self, person: Person) -> None:
        """Somebody blocks the bot."""
        with self.lock:
            place = self.private(person)
            place.members[self.bot.id] = "member"
            before = self.member(place, self.bot)
            person.has_blocked = True
            place.members[self.bot.id] = "kicked"
            self._changed_membership(
                "my_chat_member", place, person, before, self.member(place, self.bot)
            )

    def unblock(self, person: Person) -> None:
        """Somebody lets the bot write again."""
        with self.lock:
            place = self.private(person)
            before = self.member(place, self.bot)
            person.has_blocked, person.has_started = False, True
            place.members[self.bot.id] = "member"
            self._changed_membership(
                "my_chat_member", place, person, before, self.member(place, self.bot)
            )

    def migrate(self, place: Place) -> Place:
        """A group becomes a supergroup, with another id."""
        with self.lock:
            new = Place(
                -(1_000_000_000_000 + self.new_id()),
                "supergroup",
                place.title,
                members=dict(place.members),
            )
            self.places[new.id] = new
            owner = next(
                self.people[who] for who, status in place.members.items() if status == "creator"
            )
            self._tell("message", self.post(place, owner, {"migrate_to_chat_id": new.id}))
            place.migrated_to = new.id
            message = self.post(new, owner, {"migrate_from_chat_id": place.id})
            message |= {"from": ANONYMOUS, "sender_chat": new.raw}
            self._tell("message", message)
            return new

    # -- what the bot is told

    def member(self, place: Place, person: Person) -> Raw:
        """Somebody's standing in a chat, raw."""
        status = place.members.get(person.id, "left")
        raw: Raw = {"user": person.raw, "status": status}
        if status == "creator":
            raw["is_anonymous"] = person.id in place.anonymous
        elif status == "administrator":
            rights = "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats"
            rights += " can_restrict_members can_promote_members can_change_info can_invite_users"
            rights += " can_post_stories can_edit_stories can_delete_stories can_pin_messages"
            raw |= dict.fromkeys(rights.split(), False)
        elif status == "kicked":
            raw["until_date"] = 0
        return raw

    def _say(self, place: Place, kind: str, message: Raw) -> Said:
        why = self._hidden(place, message)
        if not why and not self.updates.wants(kind):
            why = f"the bot did not ask for {kind}"
        if not why:
            self._tell(kind, message)
        return Said(message["message_id"], delivered=not why, why=why)

    def _hidden(self, place: Place, message: Raw) -> str:
        """Why the bot is not told of a message; privacy mode lets commands and replies through."""
        if not place.is_group:
            return ""
        status = place.members.get(self.bot.id, "left")
        if status not in INSIDE:
            return "the bot is not in the group"
        if self.reads_all or status == "administrator":
            return ""
        text = message.get("text") or message.get("caption") or ""
        command = text.split(maxsplit=1)[0] if text.startswith("/") else ""
        name = command.partition("@")[2]
        if (
            len(command) > 1
            and (not name or name.lower() == self.bot.username.lower())
            and command[1].isascii()
        ):
            return ""
        if message.get("reply_to_message", {}).get("from", {}).get("id") == self.bot.id:
            return ""
        return "privacy mode: no command and no reply to the bot"

    def _tell(self, kind: str, message: Raw) -> None:
        place = self.places[message["chat"]["id"]]
        if place.is_group and place.members.get(self.bot.id) not in INSIDE:
            return
        self.updates.add(kind, copy.deepcopy(message))

    def _member_changed(self, place: Place, person: Person, by: Person, was: str, now: str) -> None:
        """Only admins hear of members' changes by update."""
        if place.members.get(self.bot.id) != "administrator":
            return
        after = self.member(place, person)
        self._changed_membership("chat_member", place, by, {**after, "status": was}, after)

    def _changed_membership(self, kind: str, place: Place, by: Person, was: Raw, now: Raw) -> None:
        self.updates.add(
            kind,
            {
                "chat": place.raw,
                "from": by.raw,
                "date": self.time(),
                "old_chat_member": was,
                "new_chat_member": now,
            },
        )


def _quoted(message: Raw) -> Raw:
    return {k: v for k, v in message.items() if k != "reply_to_message"}
