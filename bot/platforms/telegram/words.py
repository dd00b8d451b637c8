"""What a message says: mentions written out, our name cut off, nothing for other bots."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.events import Sender
from bot.platforms.telegram.people import Me, Raw, sender

# `/排行@OtherBot` is no command to Telegram; names of bots end in «bot».
_COMMAND_TO = re.compile(r"\s*([/／]\w+)@([A-Za-z0-9_]+)")


@dataclass(frozen=True, slots=True)
class Words:
    """A message's text, whom it mentions by name, and whether it speaks to us."""

    text: str
    mentions: tuple[Sender, ...] = ()
    addressed: bool = False


def words(message: Raw, me: Me) -> Words | None:
    """The words of a text or caption; None where they are for another bot."""
    raw = str(message.get("text") or message.get("caption") or "")
    entities = message.get("entities") or message.get("caption_entities") or []
    text, mentions, addressed = _named(raw, entities, me)
    if "@" in text:
        command = _COMMAND_TO.match(text)
        if command is not None and command[2].lower() == me.username.lower():
            text, addressed = f"{command[1]} {text[command.end() :].lstrip()}".rstrip(), True
        elif command is not None and _is_for_a_bot(command[2], entities):
            return None
        text, called = _without_our_name(text, me)
        addressed = addressed or called
    return Words(text, mentions, addressed)


def _is_for_a_bot(name: str, entities: list[Raw]) -> bool:
    is_command = any(e["type"] == "bot_command" and e["offset"] == 0 for e in entities)
    return is_command or name.lower().endswith("bot")


def _named(raw: str, entities: list[Raw], me: Me) -> tuple[str, tuple[Sender, ...], bool]:
    """The text with people who have no username written as «@name», and who they are.

    Offsets count UTF-16 units, as the Bot API does.
    """
    spots = [e for e in entities if e["type"] == "text_mention" and "user" in e]
    if not spots:
        return raw, (), False
    units = raw.encode("utf-16-le", "surrogatepass")
    mentions: list[Sender] = []
    addressed = False
    for spot in sorted(spots, key=lambda e: int(e["offset"]), reverse=True):
        start, end = 2 * spot["offset"], 2 * (spot["offset"] + spot["length"])
        if spot["user"]["id"] == me.id:
            written, addressed = "", True
        else:
            person = sender(spot["user"])
            mentions.insert(0, person)
            written = f"@{person.name}"
        units = units[:start] + written.encode("utf-16-le", "surrogatepass") + units[end:]
    return units.decode("utf-16-le", "surrogatepass").strip(), tuple(mentions), addressed


def _without_our_name(text: str, me: Me) -> tuple[str, bool]:
    """The text without «@ourname» at its start and end, and whether it stood there."""
    name = rf"@{re.escape(me.username)}(?![A-Za-z0-9_])"
    rest = re.sub(rf"^\s*{name}[\s,，:：、]*", "", text, count=1, flags=re.IGNORECASE)
    rest = re.sub(rf"[\s,，]*(?<![A-Za-z0-9_]){name}\s*$", "", rest, count=1, flags=re.IGNORECASE)
    return rest, rest != text
