"""Pictures on Telegram: photos with captions, texts that are too long for one, and edits."""

from __future__ import annotations

from collections.abc import Callable

import picture_samples as samples
import pytest
from peers.bot_api import Person, Place, TooMany
from telegram_house import Running

from bot.core.cards import Picture
from bot.core.events import Chat
from bot.core.looks import Look
from bot.core.ports import Document, Message, SendFailed
from bot.platforms.telegram.markup import plain
from bot.render.pictures import Painter

Make = Callable[..., Running]


@pytest.fixture
def idle(make: Make) -> Running:
    """A platform that only sends."""
    return make()


@pytest.fixture
def here(crew: Place) -> Chat:
    return Chat(str(crew.id), is_group=True, title=crew.title)


LINES = "\n".join(f"第 {n} 行 &amp; 更多更多更多" for n in range(100))


def painted(picture: Picture) -> Document:
    data = Painter().draw(picture, lambda words: words.key, Look())
    return Document(f"{picture.kind}.png", data)


async def test_a_picture_with_its_caption_and_buttons(
    idle: Running, here: Chat, crew: Place, may: Person
) -> None:
    said = idle.peer.say(crew, may, "排行 图")
    board = painted(samples.board())
    message = Message(here, "<b>排行</b>", (("好", "y"),), reply_to=str(said.id), picture=board)
    receipt = await idle.platform.send(message)
    (sent,) = idle.peer.sent
    assert (sent["caption"], sent["photo"][-1]["width"]) == ("排行", 1080)
    assert idle.peer.file_bytes[sent["photo"][0]["file_id"]] == board.data
    assert sent["reply_markup"]["inline_keyboard"][0][0]["text"] == "好"
    assert sent["reply_to_message"]["message_id"] == said.id
    assert receipt == str(sent["message_id"])
    assert idle.peer.count("sendMessage") == 0


async def test_a_text_too_long_for_a_caption_follows_its_picture(
    idle: Running, here: Chat, crew: Place, may: Person
) -> None:
    said = idle.peer.say(crew, may, "排行 图")
    text = "<b>" + "长" * 1024 + "</b>"
    board = painted(samples.board())
    await idle.platform.send(Message(here, text, picture=board))
    assert [m.get("caption") for m in idle.peer.sent] == ["长" * 1024]
    wanted = Message(here, LINES, (("好", "y"),), reply_to=str(said.id), picture=board)
    receipt = await idle.platform.send(wanted)
    photo, words = idle.peer.sent[1:]
    assert "caption" not in photo
    assert ("reply_markup" in photo, "reply_to_message" in photo) == (False, True)
    assert ("reply_markup" in words, "reply_to_message" in words) == (True, False)
    assert words["text"] == plain(LINES)
    assert receipt == str(words["message_id"])
    table = Document("六月.csv", b"a,b")
    await idle.platform.send(Message(here, "表", document=table, picture=board))
    assert [("photo" in m, m.get("caption")) for m in idle.peer.sent[3:]] == [
        (True, None),
        (False, "表"),
    ]


async def test_a_caption_that_telegram_cannot_read_goes_plain(
    idle: Running, here: Chat, crew: Place
) -> None:
    await idle.platform.send(Message(here, "坏 <b>了", picture=painted(samples.three())))
    assert idle.peer.sent[-1]["caption"] == "坏 了"


async def test_a_picture_takes_the_place_of_a_picture_or_of_a_text(
    idle: Running, here: Chat, crew: Place
) -> None:
    one, other = painted(samples.board()), painted(samples.three())
    receipt = await idle.platform.send(Message(here, "一", (("好", "y"),), picture=one))
    two = Message(here, "<b>二</b>", replaces=receipt, picture=other)
    assert await idle.platform.send(two) == receipt
    shown = crew.messages[int(receipt)]
    assert (shown["caption"], "reply_markup" in shown) == ("二", False)
    assert idle.peer.file_bytes[shown["photo"][0]["file_id"]] == other.data
    words = await idle.platform.send(Message(here, "字"))
    assert await idle.platform.send(Message(here, "图", replaces=words, picture=one)) == words
    assert "text" not in crew.messages[int(words)]
    assert crew.messages[int(words)]["caption"] == "图"


async def test_what_a_picture_cannot_become_is_sent_anew(
    idle: Running, here: Chat, crew: Place
) -> None:
    board = painted(samples.board())
    receipt = await idle.platform.send(Message(here, "一", picture=board))
    # A text is no caption: the picture above would say something else.
    words = await idle.platform.send(Message(here, "二", replaces=receipt))
    assert words != receipt
    assert crew.messages[int(words)]["text"] == "二"
    file = await idle.platform.send(Message(here, "表", document=Document("a.csv", b"1")))
    assert await idle.platform.send(Message(here, "三", replaces=file, picture=board)) != file
    long = Message(here, LINES, replaces=words, picture=board)
    assert await idle.platform.send(long) != words


async def test_a_picture_that_was_slow_is_sent_again(
    idle: Running, here: Chat, crew: Place
) -> None:
    idle.peer.fail("sendPhoto", TooMany(1))
    with pytest.raises(SendFailed) as failed:
        await idle.platform.send(Message(here, "一", picture=painted(samples.three())))
    assert (failed.value.retry_after, failed.value.maybe_sent) == (1, False)
