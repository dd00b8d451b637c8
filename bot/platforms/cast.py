"""People and groups that are only names on a line, with ids that outlive the names."""

from __future__ import annotations

from hashlib import blake2s

from bot.core.events import Chat, Sender

# The bot's name in the chat, as anybody's: what a quote of its words names as their author.
BOT_NAME = "小队长"

# The words by which a role is declared where everybody is at one keyboard.
ROLES = ("owner", "manager", "lead", "member", "guest", "shadow")


def stable_id(kind: str, name: str) -> str:
    """An id that the name always gives and does not show, so that a name can be erased."""
    return f"{kind}-{blake2s(name.encode(errors='replace'), digest_size=6).hexdigest()}"


class Cast:
    """Who takes part and where, by the names that are written."""

    def __init__(self) -> None:
        self._people: dict[str, Sender] = {}
        self._groups: dict[str, Chat] = {}

    def person(self, name: str) -> Sender:
        """The person who is called so; new ones appear when they are first named."""
        if name not in self._people:
            taken = {person.id for person in self._people.values()}
            person_id = stable_id("person", name)
            while person_id in taken:
                person_id += "'"
            self._people[name] = Sender(person_id, name)
        return self._people[name]

    def rename(self, name: str, new_name: str) -> Sender:
        """Give somebody another name; where that is taken, the old one goes on meaning them."""
        renamed = Sender(self.person(name).id, new_name)
        if new_name in self._people:
            self._people[name] = renamed
        else:
            del self._people[name]
            self._people[new_name] = renamed
        return renamed

    def names(self) -> list[str]:
        """The names of everybody named so far."""
        return list(self._people)

    def group(self, title: str) -> Chat:
        """The group of that name."""
        if title not in self._groups:
            self._groups[title] = Chat(stable_id("group", title), is_group=True, title=title)
        return self._groups[title]

    def private(self, person: Sender) -> Chat:
        """Somebody's private chat with the bot."""
        return Chat(person.id, is_group=False, title=person.name)

    def address(self, chat: Chat) -> str:
        """The chat as outputs name it: `group:名` or `private:名`."""
        if chat.is_group:
            titles = (group.title for group in self._groups.values() if group.id == chat.id)
            return f"group:{next(titles, chat.title or chat.id)}"
        names = (person.name for person in self._people.values() if person.id == chat.id)
        return f"private:{next(names, chat.title or chat.id)}"
