"""The methods of the Bot API, with the refusals of the real one."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from peers.bot_api.faults import Refused
from peers.bot_api.markup import parse, units
from peers.bot_api.wire import Request
from peers.bot_api.world import INSIDE, Place, Raw
from PIL import Image

if TYPE_CHECKING:
    from peers.bot_api.peer import Peer

# What chats allow where nothing else is set, of Telegram's list of free reactions.
REACTIONS = set(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)
_SAME = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


class Methods:
    """Does what a request asks; raises Refused. Called with the peer's lock held."""

    def __init__(self, peer: Peer) -> None:
        self.peer = peer

    def find(self, name: str) -> Callable[[dict[str, Any], Request], Any] | None:
        """The method of that name, in any case, as with Telegram."""
        for attribute in dir(self):
            if attribute.startswith("do_") and attribute[3:].lower() == name.lower():
                return getattr(self, attribute)
        return None

    # -- the bot itself

    def do_getMe(self, p: dict[str, Any], r: Request) -> Raw:
        return {
            **self.peer.bot.raw,
            "can_join_groups": True,
            "can_read_all_group_messages": self.peer.reads_all,
            "supports_inline_queries": False,
        }

    def do_deleteWebhook(self, p: dict[str, Any], r: Request) -> bool:
        self.peer.updates.set_webhook(
            {"drop_pending_updates": p.get("drop_pending_updates")}, any_url=True
        )
        return True

    def do_setWebhook(self, p: dict[str, Any], r: Request) -> bool:
        self.peer.updates.set_webhook(p, any_url=self.peer.any_webhook)
        return True

    def do_getWebhookInfo(self, p: dict[str, Any], r: Request) -> Raw:
        return self.peer.updates.webhook_info()

    def do_setMyCommands(self, p: dict[str, Any], r: Request) -> bool:
        commands = p.get("commands") or []
        if len(commands) > 100:
            raise Refused("Bad Request: BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            name = command.get("command", "")
            if not (1 <= len(name) <= 32) or not all(
                c.isascii() and (c.islower() or c.isdigit() or c == "_") for c in name
            ):
                raise Refused("Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= units(command.get("description", "")) <= 256:
                raise Refused("Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.peer.commands[_scope(p)] = commands
        return True

    def do_getMyCommands(self, p: dict[str, Any], r: Request) -> list[Raw]:
        return self.peer.commands.get(_scope(p), [])

    def do_deleteMyCommands(self, p: dict[str, Any], r: Request) -> bool:
        self.peer.commands.pop(_scope(p), None)
        return True

    # -- sending

    def do_sendMessage(self, p: dict[str, Any], r: Request) -> Raw:
        place = self._may_write(p)
        text, entities = _text(p, "text", 4096)
        return self._posted(place, p, {"text": text, "entities": entities})

    def do_sendDocument(self, p: dict[str, Any], r: Request) -> Raw:
        place = self._may_write(p)
        file = self.peer.keep_file(*self._file(p, r, "document"))
        return self._posted(place, p, {"document": file, **_caption(p)})

    def do_sendPhoto(self, p: dict[str, Any], r: Request) -> Raw:
        place = self._may_write(p)
        sizes = self._photo(*self._file(p, r, "photo"))
        return self._posted(place, p, {"photo": sizes, **_caption(p)})

    def do_sendChatAction(self, p: dict[str, Any], r: Request) -> bool:
        self._may_write(p)
        return True

    def do_editMessageText(self, p: dict[str, Any], r: Request) -> Raw:
        message = self._own(p, "edit")
        if "text" not in message:
            raise Refused("Bad Request: there is no text in the message to edit")
        text, entities = _text(p, "text", 4096)
        return self._edited(message, p, {"text": text, "entities": entities})

    def do_editMessageCaption(self, p: dict[str, Any], r: Request) -> Raw:
        message = self._own(p, "edit")
        if "text" in message:
            raise Refused("Bad Request: there is no caption in the message to edit")
        return self._edited(message, p, {"caption": "", "caption_entities": [], **_caption(p)})

    def do_editMessageMedia(self, p: dict[str, Any], r: Request) -> Raw:
        message = self._own(p, "edit")
        media = p.get("media") or {}
        if media.get("type") != "photo":
            raise Refused("Bad Request: wrong type of the new message content")
        if "photo" not in message and "text" not in message:
            raise Refused("Bad Request: there is no media in the message to edit")
        content = {"caption": "", "caption_entities": [], **_caption(media)}
        content |= {"photo": self._photo(*self._file({"photo": media.get("media")}, r, "photo"))}
        return self._edited(message, p, {"text": None, "entities": None, **content})

    def do_editMessageReplyMarkup(self, p: dict[str, Any], r: Request) -> Raw:
        return self._edited(self._own(p, "edit"), p, {})

    def do_deleteMessage(self, p: dict[str, Any], r: Request) -> bool:
        place = self._chat(p)
        message = place.messages.get(int(p.get("message_id", 0)))
        if message is None:
            raise Refused("Bad Request: message to delete not found")
        is_admin = place.members.get(self.peer.bot.id) in ("creator", "administrator")
        if message["from"]["id"] != self.peer.bot.id and not is_admin:
            raise Refused("Bad Request: message can't be deleted")
        del place.messages[message["message_id"]]
        return True

    def do_pinChatMessage(self, p: dict[str, Any], r: Request) -> bool:
        place = self._may_write(p)
        if place.is_group and place.members.get(self.peer.bot.id) != "administrator":
            raise Refused("Bad Request: not enough rights to manage pinned messages in the chat")
        if int(p["message_id"]) not in place.messages:
            raise Refused("Bad Request: message to pin not found")
        place.pinned = int(p["message_id"])
        return True

    def do_unpinChatMessage(self, p: dict[str, Any], r: Request) -> bool:
        self._may_write(p).pinned = None
        return True

    def do_setMessageReaction(self, p: dict[str, Any], r: Request) -> bool:
        place = self._may_write(p)
        number = int(p.get("message_id", 0))
        if number not in place.messages:
            raise Refused("Bad Request: message to react not found")
        emoji = [each.get("emoji") for each in p.get("reaction") or []]
        if (
            len(emoji) > 1
            or not all(e in REACTIONS for e in emoji)
            or (emoji and not place.allows_reactions)
        ):
            raise Refused("Bad Request: REACTION_INVALID")
        self.peer.reactions[place.id, number] = emoji[0] if emoji else ""
        return True

    def do_answerCallbackQuery(self, p: dict[str, Any], r: Request) -> bool:
        query = str(p.get("callback_query_id"))
        if units(str(p.get("text") or "")) > 200:
            raise Refused("Bad Request: MESSAGE_TOO_LONG")
        if query not in self.peer.open_queries:
            raise Refused(_OLD)
        self.peer.open_queries.discard(query)
        if p.get("text") and query in self.peer.pressed:
            self.peer.show("notice", self.peer.pressed[query], text=str(p["text"]), query=query)
        self.peer.answers[query] = {"text": p.get("text") or "", "alert": bool(p.get("show_alert"))}
        return True

    # -- files, chats, members

    def do_getFile(self, p: dict[str, Any], r: Request) -> Raw:
        file = self.peer.files.get(str(p.get("file_id")))
        if file is None:
            raise Refused("Bad Request: invalid file_id")
        if file["file_size"] > 20 * 1024 * 1024:
            raise Refused("Bad Request: file is too big")
        return {k: file[k] for k in ("file_id", "file_unique_id", "file_size", "file_path")}

    def do_getChat(self, p: dict[str, Any], r: Request) -> Raw:
        return {**self._chat(p).raw, "accent_color_id": 0, "max_reaction_count": 11}

    def do_getChatMember(self, p: dict[str, Any], r: Request) -> Raw:
        place = self._inside(p)
        person = self.peer.people.get(int(p.get("user_id", 0)))
        if person is None:
            raise Refused("Bad Request: user not found")
        return self.peer.member(place, person)

    def do_getChatAdministrators(self, p: dict[str, Any], r: Request) -> list[Raw]:
        place = self._inside(p)
        if not place.is_group:
            raise Refused("Bad Request: there are no administrators in the private chat")
        return [
            self.peer.member(place, self.peer.people[who])
            for who, status in place.members.items()
            if status in ("creator", "administrator")
            and (not self.peer.people[who].is_bot or who == self.peer.bot.id)
        ]

    def do_getChatMemberCount(self, p: dict[str, Any], r: Request) -> int:
        return sum(status in INSIDE for status in self._inside(p).members.values())

    def do_leaveChat(self, p: dict[str, Any], r: Request) -> bool:
        place = self._inside(p)
        self.peer.change_bot(place, "left", self.peer.bot)
        return True

    # -- what they share

    def _chat(self, p: dict[str, Any]) -> Place:
        given = str(p.get("chat_id", ""))
        if not given:
            raise Refused("Bad Request: chat_id is empty")
        try:
            place = self.peer.places.get(int(given))
        except ValueError:
            place = None
        if place is None:
            person = self.peer.people.get(int(given)) if given.isdigit() else None
            if person is None:
                raise Refused("Bad Request: chat not found")
            place = self.peer.private(person)
        return place

    def _inside(self, p: dict[str, Any]) -> Place:
        place = self._chat(p)
        if place.migrated_to is not None:
            raise Refused(
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=place.migrated_to,
            )
        if place.is_group and place.members.get(self.peer.bot.id) not in INSIDE:
            kind = "supergroup" if place.kind == "supergroup" else "group"
            was = (
                "kicked from"
                if place.members.get(self.peer.bot.id) == "kicked"
                else "is not a member of"
            )
            words = (
                f"bot was kicked from the {kind} chat"
                if was == "kicked from"
                else f"bot is not a member of the {kind} chat"
            )
            raise Refused(f"Forbidden: {words}", 403)
        return place

    def _may_write(self, p: dict[str, Any]) -> Place:
        place = self._inside(p)
        if place.person is not None:
            if place.person.has_blocked:
                raise Refused("Forbidden: bot was blocked by the user", 403)
            if place.person.is_bot:
                raise Refused("Forbidden: bot can't send messages to bots", 403)
            if not place.person.has_started:
                raise Refused("Forbidden: bot can't initiate conversation with a user", 403)
        if not place.may_write:
            raise Refused("Bad Request: not enough rights to send text messages to the chat")
        return place

    def _posted(self, place: Place, p: dict[str, Any], content: Raw) -> Raw:
        message: Raw = {k: v for k, v in content.items() if v not in ([], None)}
        reply = p.get("reply_parameters") or {}
        if reply:
            target = place.messages.get(int(reply.get("message_id", 0)))
            if target is not None:
                message["reply_to_message"] = {
                    k: v for k, v in target.items() if k != "reply_to_message"
                }
            elif not reply.get("allow_sending_without_reply"):
                raise Refused("Bad Request: message to be replied not found")
        if p.get("message_thread_id"):
            topic = int(p["message_thread_id"])
            if topic not in place.topics:
                raise Refused("Bad Request: message thread not found")
            message |= {"message_thread_id": topic, "is_topic_message": True}
        markup = _keyboard(p)
        if markup:
            message["reply_markup"] = markup
        self.peer.too_fast(place)
        silent = bool(p.get("disable_notification"))
        return self.peer.post(place, self.peer.bot, message, silent=silent)

    def _own(self, p: dict[str, Any], verb: str) -> Raw:
        place = self._may_write(p)
        message = place.messages.get(int(p.get("message_id", 0)))
        if message is None:
            raise Refused(f"Bad Request: message to {verb} not found")
        if message["from"]["id"] != self.peer.bot.id or message.get("uneditable"):
            raise Refused("Bad Request: message can't be edited")
        return message

    def _edited(self, message: Raw, p: dict[str, Any], content: Raw) -> Raw:
        markup = _keyboard(p)
        same = all(message.get(k) == v or not (message.get(k) or v) for k, v in content.items())
        if same and (message.get("reply_markup") or None) == (markup or None):
            raise Refused(_SAME)
        self.peer.too_fast(self.peer.places[message["chat"]["id"]])
        for key, value in content.items():
            if value in ([], None):
                message.pop(key, None)
            else:
                message[key] = value
        message.pop("reply_markup", None)
        if markup:
            message["reply_markup"] = markup
        message["edit_date"] = self.peer.time()
        self.peer.edits.append((message["message_id"], dict(message)))
        self.peer.show("edit", message)
        return message

    def _photo(self, name: str, data: bytes) -> list[Raw]:
        """A picture as Telegram keeps it, by its limits: 10 MB, 10,000 for both sides together, no
        more than 20 times as long as wide.
        """
        try:
            with Image.open(io.BytesIO(data)) as image:
                image.load()
                width, height = image.size
        except (OSError, ValueError):
            raise Refused("Bad Request: IMAGE_PROCESS_FAILED") from None
        if len(data) > 10 * 1024 * 1024:
            raise Refused("Request Entity Too Large", 413)
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise Refused("Bad Request: PHOTO_INVALID_DIMENSIONS")
        file = self.peer.keep_file(name, data)
        return [{**file, "width": 90, "height": 60}, {**file, "width": width, "height": height}]

    def _file(self, p: dict[str, Any], r: Request, key: str) -> tuple[str, bytes]:
        given = str(p.get(key, ""))
        if given.startswith("attach://"):
            name, data = r.files[given.removeprefix("attach://")]
        elif key in r.files:
            name, data = r.files[key]
        elif given in self.peer.files:
            return self.peer.files[given]["file_name"], self.peer.file_bytes[given]
        else:
            raise Refused("Bad Request: there is no document in the request")
        if not data:
            raise Refused("Bad Request: file must be non-empty")
        return name, data


def _text(p: dict[str, Any], key: str, most: int) -> tuple[str, list[Raw]]:
    text, entities = parse(str(p.get(key) or ""), p.get("parse_mode"))
    if not text.strip():
        raise Refused("Bad Request: message text is empty")
    if units(text) > most:
        raise Refused("Bad Request: message is too long")
    return text.strip(), entities


def _caption(p: dict[str, Any]) -> Raw:
    text, entities = parse(str(p.get("caption") or ""), p.get("parse_mode"))
    if units(text) > 1024:
        raise Refused("Bad Request: message caption is too long")
    return {"caption": text, "caption_entities": entities} if text else {}


def _keyboard(p: dict[str, Any]) -> Raw | None:
    markup = p.get("reply_markup")
    if not markup:
        return None
    rows = markup.get("inline_keyboard")
    if rows is None:
        return None
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100:
        raise Refused("Bad Request: reply markup is too long")
    if any(len(row) > 8 for row in rows):
        raise Refused("Bad Request: BUTTON_ROW_TOO_LONG")
    for button in buttons:
        if not button.get("text"):
            raise Refused(
                'Bad Request: can\'t parse inline keyboard button: Field "text" must be non-empty'
            )
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Refused("Bad Request: BUTTON_DATA_INVALID")
        if "callback_data" not in button and "url" not in button:
            raise Refused(
                "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
            )
    return {"inline_keyboard": rows} if rows else None


def _scope(p: dict[str, Any]) -> tuple[str, str]:
    return json.dumps(p.get("scope") or {"type": "default"}, sort_keys=True), str(
        p.get("language_code") or ""
    )
