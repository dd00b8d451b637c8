"""The fake Bot API is a peer for an unmodified client, and refuses what Telegram refuses."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from peers.bot_api import (
    BadGateway,
    CutAfter,
    CutBefore,
    Hang,
    Peer,
    Person,
    Place,
    Status,
    TooMany,
)
from picture_samples import report
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChatMember,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import (
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.core.looks import Look
from bot.render.pictures import Painter


@pytest.fixture(autouse=True)
def _new_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this the library's own error for 429 warns about itself."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest_asyncio.fixture
async def bot(peer: Peer) -> AsyncIterator[Bot]:
    """An unmodified client."""
    async with Bot(
        peer.token, base_url=f"{peer.address}/bot", base_file_url=f"{peer.address}/file/bot"
    ) as bot:
        yield bot


async def refusal(call: object) -> str:
    with pytest.raises(TelegramError) as refused:
        await call  # type: ignore[misc]
    return str(refused.value)


async def polled(peer: Peer) -> None:
    """Return when a poll waits."""
    async with asyncio.timeout(5):
        while not peer.updates.is_polled:  # noqa: ASYNC110 - the peer has a thread of its own
            await asyncio.sleep(0.005)


async def test_who_am_i(bot: Bot, peer: Peer) -> None:
    assert bot.username == "duizhang_bot"
    assert bot.can_read_all_group_messages
    assert peer.count("getMe") == 1


async def test_a_wrong_token_is_refused(peer: Peer) -> None:
    for token, words in (("1:x", "rejected"), ("nonsense", "rejected")):
        stranger = Bot(token, base_url=f"{peer.address}/bot")
        with pytest.raises(InvalidToken, match=words):
            await stranger.initialize()
        await stranger.shutdown()


async def test_an_unknown_method_is_404_and_on_record(bot: Bot, peer: Peer) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("make_coffee")
    assert [(call.method, call.status) for call in peer.calls][-1] == ("makeCoffee", 404)


async def test_texts_with_markup_buttons_and_replies(
    bot: Bot, peer: Peer, crew: Place, may: Person
) -> None:
    said = peer.say(crew, may, "报单 398")
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("撤销", callback_data="撤销 #S1")]])
    sent = await bot.send_message(
        crew.id,
        "<b>👍 好</b> &lt;3",
        parse_mode="HTML",
        reply_markup=keyboard,
        reply_parameters=ReplyParameters(said.id),
    )
    assert sent.text == "👍 好 <3"
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 0, 4)]
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "报单 398"
    edited = await bot.edit_message_text("新", crew.id, sent.message_id)
    assert not isinstance(edited, bool)
    assert edited.reply_markup is None
    assert peer.texts(crew) == ["新"]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("a<b>x", 'find end tag corresponding to start tag "b" at byte offset 1'),
        ("好</b>", "unexpected end tag at byte offset 3"),
        ("<b><i>x</b>", 'unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("好<x>", 'unsupported start tag "x" at byte offset 3'),
    ],
)
async def test_markup_errors_name_the_byte(bot: Bot, crew: Place, html: str, words: str) -> None:
    told = await refusal(bot.send_message(crew.id, html, parse_mode="HTML"))
    assert words in told.lower().replace("can't parse entities: ", "")


async def test_lengths_are_counted_in_utf16(bot: Bot, crew: Place) -> None:
    await bot.send_message(crew.id, "👍" * 2048)
    assert await refusal(bot.send_message(crew.id, "👍" * 2048 + "x")) == "Message is too long"
    assert await refusal(bot.send_message(crew.id, " ")) == "Message text is empty"
    told = await refusal(bot.send_document(crew.id, b"x", caption="👍" * 513))
    assert told == "Message caption is too long"
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="好" * 22)]])
    assert (
        await refusal(bot.send_message(crew.id, "x", reply_markup=keyboard))
        == "Button_data_invalid"
    )


async def test_edits_that_cannot_be(bot: Bot, peer: Peer, crew: Place, may: Person) -> None:
    sent = await bot.send_message(crew.id, "a")
    assert "not modified" in await refusal(bot.edit_message_text("a", crew.id, sent.message_id))
    assert "to edit not found" in await refusal(bot.edit_message_text("b", crew.id, 9999))
    said = peer.say(crew, may, "x")
    assert "can't be edited" in await refusal(bot.edit_message_text("b", crew.id, said.id))
    file = await bot.send_document(crew.id, b"data", caption="c", filename="a.txt")
    assert "no text" in await refusal(bot.edit_message_text("b", crew.id, file.message_id))
    assert await bot.edit_message_caption(crew.id, file.message_id, caption="d")
    assert await bot.delete_message(crew.id, sent.message_id)
    assert "to delete not found" in await refusal(bot.delete_message(crew.id, sent.message_id))


async def test_chats_that_cannot_be_written_to(
    bot: Bot, peer: Peer, crew: Place, wang: Person
) -> None:
    stranger, blocker = peer.person("路人"), peer.person("走了")
    peer.say(blocker, blocker, "/start")
    peer.block(blocker)
    assert await refusal(bot.send_message(123, "x")) == "Chat not found"
    with pytest.raises(Forbidden, match="can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "x")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(blocker.id, "x")
    peer.remove_bot(crew, wang)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(crew.id, "x")


async def test_a_migrated_group_names_its_new_id(bot: Bot, peer: Peer, wang: Person) -> None:
    old = peer.group("小群", wang, kind="group", told=False)
    new = peer.migrate(old)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old.id, "x")
    assert moved.value.new_chat_id == new.id


async def test_replies_reactions_and_topics(bot: Bot, peer: Peer, crew: Place, may: Person) -> None:
    said = peer.say(crew, may, "x")
    assert await bot.set_message_reaction(crew.id, said.id, "👍")
    assert peer.reactions[crew.id, said.id] == "👍"
    assert (
        "reaction_invalid"
        in (await refusal(bot.set_message_reaction(crew.id, said.id, "🤖"))).lower()
    )
    crew.allows_reactions = False
    assert (
        "reaction_invalid"
        in (await refusal(bot.set_message_reaction(crew.id, said.id, "👍"))).lower()
    )
    lost = ReplyParameters(4242)
    assert "replied not found" in await refusal(
        bot.send_message(crew.id, "x", reply_parameters=lost)
    )
    anyway = ReplyParameters(4242, allow_sending_without_reply=True)
    assert (await bot.send_message(crew.id, "x", reply_parameters=anyway)).reply_to_message is None
    assert "thread not found" in await refusal(bot.send_message(crew.id, "x", message_thread_id=7))


async def test_presses_are_answered_once(bot: Bot, peer: Peer, crew: Place, may: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("是", callback_data="y")]])
    sent = await bot.send_message(crew.id, "?", reply_markup=keyboard)
    query = peer.press(crew, may, sent.message_id, "是")
    updates = await bot.get_updates()
    pressed = updates[-1].callback_query
    assert pressed is not None
    assert (pressed.data, pressed.from_user.id) == ("y", may.id)
    assert await pressed.answer("好", show_alert=True)
    assert peer.answers == {query: {"text": "好", "alert": True}}
    assert "query is too old" in (await refusal(pressed.answer())).lower()


async def test_files_go_both_ways(bot: Bot, peer: Peer, crew: Place, may: Person) -> None:
    peer.send_file(crew, may, "表.csv", b"a,b", caption="看")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.document is not None
    file = await message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"a,b"
    back = await bot.send_document(
        crew.id, b"c,d", filename="回.csv", caption="<i>给</i>", parse_mode="HTML"
    )
    assert back.document is not None
    assert (back.document.file_name, back.document.file_size, back.caption) == ("回.csv", 3, "给")
    photo = await bot.send_photo(crew.id, Painter().draw(report(), lambda words: words.key, Look()))
    assert [(size.width, size.file_size > 1000) for size in photo.photo][-1] == (1080, True)
    assert "image_process_failed" in (await refusal(bot.send_photo(crew.id, b"GIF"))).lower()
    peer.send_file(crew, may, "大.bin", b"x", size=25 * 1024 * 1024)
    big = (await bot.get_updates(offset=-1))[-1].message
    assert big is not None
    assert big.document is not None
    assert await refusal(big.document.get_file()) == "File is too big"


async def test_commands_by_scope_and_language(bot: Bot) -> None:
    scope = BotCommandScopeChatMember(-5, 7)
    assert await bot.set_my_commands([BotCommand("sale", "Book")], scope, "en")
    assert [c.command for c in await bot.get_my_commands(scope, "en")] == ["sale"]
    assert list(await bot.get_my_commands()) == []
    assert (
        "bot_command_invalid"
        in (await refusal(bot.set_my_commands([BotCommand("Sale", "x")]))).lower()
    )
    assert (
        "description"
        in (await refusal(bot.set_my_commands([BotCommand("sale", "x" * 257)]))).lower()
    )
    many = [BotCommand(f"c{n}", "x") for n in range(101)]
    assert "too_much" in (await refusal(bot.set_my_commands(many))).lower()


async def test_members_admins_and_leaving(
    bot: Bot, peer: Peer, crew: Place, wang: Person, may: Person
) -> None:
    peer.join(crew, may)
    assert [a.user.id for a in await bot.get_chat_administrators(crew.id)] == [wang.id]
    assert (await bot.get_chat_member(crew.id, may.id)).status == "member"
    assert await bot.get_chat_member_count(crew.id) == 3
    assert "not enough rights" in (await refusal(bot.pin_chat_message(crew.id, 1))).lower()
    peer.promote_bot(crew, wang)
    sent = await bot.send_message(crew.id, "x")
    assert await bot.pin_chat_message(crew.id, sent.message_id)
    assert crew.pinned == sent.message_id
    assert (await bot.get_chat(crew.id)).title == "冲刺群"
    assert await bot.leave_chat(crew.id)
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(crew.id, "x")


async def test_updates_come_again_until_they_are_confirmed(
    bot: Bot, peer: Peer, crew: Place, may: Person
) -> None:
    for n in range(150):
        peer.say(crew, may, f"第 {n} 条")
    first = await bot.get_updates()
    again = await bot.get_updates()
    assert [u.update_id for u in first] == [u.update_id for u in again]
    assert len(first) == 100
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [u.message.text for u in rest if u.message] == [f"第 {n} 条" for n in range(100, 150)]
    assert peer.updates.confirmed == 100


async def test_a_long_poll_ends_with_the_news(
    bot: Bot, peer: Peer, crew: Place, may: Person
) -> None:
    asking = asyncio.create_task(bot.get_updates(timeout=20))
    await polled(peer)
    peer.say(crew, may, "在吗")
    updates = await asyncio.wait_for(asking, 2)
    assert [u.message.text for u in updates if u.message] == ["在吗"]


async def test_a_second_poller_ends_the_first(bot: Bot, peer: Peer) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await polled(peer)
    async with Bot(peer.token, base_url=f"{peer.address}/bot") as other:
        assert await other.get_updates(timeout=0) == ()
        assert not first.done()
        second = asyncio.create_task(other.get_updates(timeout=1))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        assert await second == ()
    await bot.set_webhook("https://example.org/x")
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()


async def test_only_what_was_asked_for_comes(
    bot: Bot, peer: Peer, crew: Place, wang: Person
) -> None:
    peer.promote_bot(crew, wang)
    await bot.get_updates(allowed_updates=["chat_member"])
    new = peer.person("新人")
    peer.join(crew, new)
    updates = await bot.get_updates(offset=-1)
    assert updates[-1].chat_member is not None
    assert not peer.say(crew, new, "大家好").delivered


async def test_privacy_mode_hides_ordinary_messages(wang: Person, may: Person) -> None:
    peer = Peer(privacy=True)
    crew = peer.group("群", wang)
    said = peer.say(crew, may, "报单 398")
    assert (said.delivered, "privacy" in said.why) == (False, True)
    assert not peer.say(crew, may, "@duizhang_bot 报单").delivered
    assert not peer.say(crew, may, "/排行").delivered
    assert not peer.say(crew, may, "/sale@other_bot 1").delivered
    assert peer.say(crew, may, "/sale@duizhang_bot 1").delivered
    assert peer.say(crew, may, "/sale 398").delivered
    ours = peer.post(crew, peer.bot, {"text": "多少?"})["message_id"]
    assert peer.say(crew, may, "398", reply_to=ours).delivered
    assert peer.say(may, may, "私聊").delivered
    peer.promote_bot(crew, wang)
    assert peer.say(crew, may, "报单 398").delivered
    peer._http.loop.close()


async def test_faults_on_demand(bot: Bot, peer: Peer, crew: Place) -> None:
    peer.fail("sendMessage", TooMany(7))
    with pytest.raises(RetryAfter, match="0:00:07"):
        await bot.send_message(crew.id, "x")
    peer.fail("sendMessage", Status(500))
    peer.fail("sendMessage", BadGateway(), times=1)
    for words in ("Internal Server Error", "Bad Gateway"):
        with pytest.raises(NetworkError, match=words):
            await bot.send_message(crew.id, "x")
    assert peer.texts() == []
    peer.fail("sendMessage", CutBefore())
    peer.fail("sendMessage", CutAfter())
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(crew.id, "x")
    assert peer.texts() == ["x"]
    peer.fail("sendMessage", Hang())
    with pytest.raises(TimedOut):
        await bot.send_message(crew.id, "x", read_timeout=0.1)
    await bot.send_message(crew.id, "y")
    assert peer.texts() == ["x", "y"]


async def test_the_police_count_what_is_too_fast(
    bot: Bot, peer: Peer, crew: Place, wang: Person
) -> None:
    peer.police.on = True
    for n in range(3):
        await bot.send_message(crew.id, str(n))
    with pytest.raises(RetryAfter):
        await bot.send_message(crew.id, "4")
    assert peer.police.violations == [f"1 a second in {crew.id}"]
    await bot.send_message(wang.id, "others may")


async def test_six_thousand_updates_lie_ready(
    bot: Bot, peer: Peer, crew: Place, may: Person
) -> None:
    for n in range(6_000):
        peer.say(crew, may, f"报单 {n}")
    offset, got = 0, 0
    while updates := await bot.get_updates(offset=offset):
        got += len(updates)
        offset = updates[-1].update_id + 1
    assert (got, peer.updates.confirmed) == (6_000, 6_000)


def test_a_killed_client_leaves_no_poll_behind(peer: Peer) -> None:
    url = f"{peer.address}/bot{peer.token}/getUpdates?timeout=50"
    asking = f"import urllib.request; urllib.request.urlopen({url!r}).read()"
    client = subprocess.Popen([sys.executable, "-c", asking])
    assert peer.wait_for(lambda: peer.count("getUpdates") == 1, 10)
    assert peer.wait_for(lambda: peer.updates.is_polled)
    client.kill()
    client.wait()
    assert peer.wait_for(lambda: not peer.updates.is_polled)
