"""Sending: what a message becomes on Telegram, and what each refusal means."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from peers.bot_api import (
    BadGateway,
    CutAfter,
    CutBefore,
    Hang,
    Peer,
    Person,
    Place,
    Refuse,
    Status,
    TooMany,
)
from peers.bot_api.peer import Call
from telegram_house import Running

from bot.core.events import Chat
from bot.core.ports import Document, Message, SendFailed
from bot.platforms.telegram import Tempo, wire
from bot.platforms.telegram.markup import data, keyboard, notice, plain
from bot.render.split import units

Make = Callable[..., Running]


@pytest.fixture
def idle(make: Make) -> Running:
    """A platform that only sends."""
    return make()


@pytest.fixture
def here(crew: Place) -> Chat:
    return Chat(str(crew.id), is_group=True, title=crew.title)


def last(peer: Peer, method: str = "sendMessage") -> Call:
    return peer.calls_of(method)[-1]


async def refused(run: Running, message: Message) -> SendFailed:
    with pytest.raises(SendFailed) as failed:
        await run.platform.send(message)
    return failed.value


async def test_a_text_with_markup(idle: Running, here: Chat, crew: Place) -> None:
    receipt = await idle.platform.send(Message(here, "<b>✅ #S1</b>\n小美 &lt;3"))
    sent = crew.messages[int(receipt)]
    assert sent["text"] == "✅ #S1\n小美 <3"
    params = last(idle.peer).params
    assert params["link_preview_options"] == {"is_disabled": True}
    assert "reply_parameters" not in params
    assert params.get("disable_notification") in (None, False)


async def test_replies_topics_and_silence(idle: Running, crew: Place, may: Person) -> None:
    crew.is_forum = True
    topic = idle.peer.topic(crew, "报单")
    said = idle.peer.say(crew, may, "报单 398", topic=topic)
    where = Chat(str(crew.id), is_group=True, topic=str(topic))
    receipt = await idle.platform.send(Message(where, "好", reply_to=str(said.id), silent=True))
    sent = crew.messages[int(receipt)]
    assert sent["reply_to_message"]["message_id"] == said.id
    assert sent["message_thread_id"] == topic
    assert (crew.id, int(receipt)) in idle.peer.silent


@pytest.mark.parametrize(
    ("reply_to", "number"),
    [
        ("12", 12),
        ("12:4000", 12),
        ("join:5:17", None),
        ("", None),
        (None, None),
        ("creator:5", None),
    ],
)
async def test_what_is_no_message_is_not_replied_to(
    idle: Running, here: Chat, reply_to: str | None, number: int | None
) -> None:
    await idle.platform.send(Message(here, "好", reply_to=reply_to))
    parameters = last(idle.peer).params.get("reply_parameters")
    assert (parameters or {}).get("message_id") == number


async def test_a_message_that_is_gone_is_answered_without_a_reply(
    idle: Running, here: Chat, crew: Place
) -> None:
    receipt = await idle.platform.send(Message(here, "好", reply_to="4242"))
    assert "reply_to_message" not in crew.messages[int(receipt)]


async def test_a_topic_that_is_gone_is_answered_in_the_group(idle: Running, crew: Place) -> None:
    where = Chat(str(crew.id), is_group=True, topic="99")
    receipt = await idle.platform.send(Message(where, "好"))
    assert "message_thread_id" not in crew.messages[int(receipt)]


def test_short_labels_share_a_row() -> None:
    rows = keyboard(
        [
            ("是", "y"),
            ("不是", "n"),
            ("都不是", "z"),
            ("四", "4"),
            ("这一行写得比较长", "l"),
            ("五", "5"),
        ]
    )
    assert rows is not None
    assert [[b.text for b in row] for row in rows.inline_keyboard] == [
        ["是", "不是", "都不是"],
        ["四"],
        ["这一行写得比较长"],
        ["五"],
    ]
    assert keyboard(()) is None


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("撤销 #S1", "撤销 #S1"),
        ("好" * 21, "好" * 21),
        ("好" * 22, "~3"),
        ("x" * 64, "x" * 64),
        ("x" * 65, "~3"),
        ("", "~3"),
        ("~1", "~3"),
    ],
)
def test_a_command_that_is_too_long_is_a_number(command: str, expected: str) -> None:
    assert data(command, 3) == expected


async def test_every_button_is_one_that_telegram_takes(
    idle: Running, here: Chat, crew: Place
) -> None:
    buttons = tuple(("" if n == 3 else f"第{n}", "长" * n) for n in range(120))
    receipt = await idle.platform.send(Message(here, "选", buttons))
    rows = crew.messages[int(receipt)]["reply_markup"]["inline_keyboard"]
    assert sum(map(len, rows)) == 100


async def test_markup_that_telegram_cannot_read_goes_plain(
    idle: Running, here: Chat, crew: Place
) -> None:
    receipt = await idle.platform.send(Message(here, "<b>小美 <i>& 阿芳</b> &lt;3", (("是", "y"),)))
    assert crew.messages[int(receipt)]["text"] == "小美 & 阿芳 <3"
    assert idle.peer.count("sendMessage") == 2


async def test_a_long_text_goes_in_parts(
    idle: Running, here: Chat, crew: Place, may: Person
) -> None:
    said = idle.peer.say(crew, may, "全部")
    text = "\n".join(f"<b>第 {n} 行</b> " + "👍" * 40 for n in range(100))
    receipt = await idle.platform.send(Message(here, text, (("是", "y"),), reply_to=str(said.id)))
    sent = idle.peer.sent
    assert 2 <= len(sent) <= 3
    assert all(units(m["text"]) <= 4096 for m in sent)
    assert [("reply_markup" in m, "reply_to_message" in m) for m in sent] == [
        (n == len(sent) - 1, n == 0) for n in range(len(sent))
    ]
    assert receipt == str(sent[-1]["message_id"])
    assert "\n".join(m["text"] for m in sent) == plain(text)


async def test_a_very_long_text_is_a_file(idle: Running, here: Chat, crew: Place) -> None:
    text = "<b>总表</b>\n" + "\n".join(f"第 {n} 行 &amp; 更多" + "字" * 80 for n in range(300))
    receipt = await idle.platform.send(Message(here, text, (("是", "y"),)))
    first, file = idle.peer.sent
    assert first["text"].startswith("总表")
    assert file["document"]["file_name"] == "全文.txt"
    assert idle.peer.file_bytes[file["document"]["file_id"]].decode() == plain(text)
    assert receipt == str(file["message_id"])
    assert ("reply_markup" in first, "reply_markup" in file) == (False, True)


async def test_a_file_with_its_caption(idle: Running, here: Chat, crew: Place) -> None:
    table = Document("六月.csv", b"a,b\n1,2")
    receipt = await idle.platform.send(Message(here, "<b>六月</b>", (("好", "y"),), document=table))
    (sent,) = idle.peer.sent
    assert (sent["caption"], sent["document"]["file_name"]) == ("六月", "六月.csv")
    assert receipt == str(sent["message_id"])
    await idle.platform.send(Message(here, "长" * 1025, document=table))
    assert [("document" in m, len(m.get("text", ""))) for m in idle.peer.sent[1:]] == [
        (False, 1025),
        (True, 0),
    ]
    await idle.platform.send(Message(here, "坏 <b>了", document=table))
    assert idle.peer.sent[-1]["caption"] == "坏 了"
    await idle.platform.send(Message(here, "", document=table))


# -- reactions


async def test_a_reaction_after_the_text(
    idle: Running, here: Chat, crew: Place, may: Person
) -> None:
    said = idle.peer.say(crew, may, "报单 398")
    await idle.platform.send(Message(here, "好", reply_to=str(said.id), reaction="👍"))
    await idle.until(lambda: idle.peer.reactions)
    assert idle.peer.reactions == {(crew.id, said.id): "👍"}


async def test_a_chat_without_reactions_is_remembered(
    idle: Running, here: Chat, crew: Place, may: Person
) -> None:
    crew.allows_reactions = False
    said = idle.peer.say(crew, may, "报单 398")
    for n in range(3):
        await idle.platform.send(Message(here, f"好 {n}", reply_to=str(said.id), reaction="👍"))
        await idle.until(lambda: idle.peer.count("setMessageReaction") == 1)
        await asyncio.sleep(0.02)
    assert len(idle.peer.sent) == 3


@pytest.mark.parametrize("fault", [TooMany(9), Status(500), CutBefore()])
async def test_a_reaction_is_never_a_failure(
    idle: Running, here: Chat, crew: Place, may: Person, fault: object
) -> None:
    idle.peer.fail("setMessageReaction", fault)  # type: ignore[arg-type]
    said = idle.peer.say(crew, may, "报单 398")
    for _ in range(2):
        await idle.platform.send(Message(here, "好", reply_to=str(said.id), reaction="👍"))
        await idle.until(lambda: idle.peer.count("setMessageReaction") >= 1)
    await idle.until(lambda: idle.peer.reactions)


# -- edits


async def test_an_edit_takes_the_place_of_a_message(idle: Running, here: Chat, crew: Place) -> None:
    receipt = await idle.platform.send(Message(here, "一", (("是", "y"),)))
    assert await idle.platform.send(Message(here, "<b>二</b>", replaces=receipt)) == receipt
    assert crew.messages[int(receipt)]["text"] == "二"
    assert "reply_markup" not in crew.messages[int(receipt)]
    assert await idle.platform.send(Message(here, "<b>二</b>", replaces=receipt)) == receipt
    assert await idle.platform.send(Message(here, "三 <b>&lt;", replaces=receipt)) == receipt
    assert idle.peer.texts() == ["三 <"]


async def test_what_cannot_be_edited_is_sent_anew(
    idle: Running, here: Chat, crew: Place, may: Person
) -> None:
    gone = await idle.platform.send(Message(here, "一", replaces="4242"))
    assert crew.messages[int(gone)]["text"] == "一"
    said = idle.peer.say(crew, may, "别人的")
    theirs = await idle.platform.send(Message(here, "二", replaces=str(said.id)))
    assert theirs not in (gone, str(said.id))
    file = await idle.platform.send(Message(here, "表", document=Document("a.csv", b"1")))
    assert await idle.platform.send(Message(here, "三", replaces=file)) != file
    assert idle.peer.texts() == ["一", "二", "表", "三"]
    # What stands for it is edited from then on.
    assert await idle.platform.send(Message(here, "一点五", replaces="4242")) == gone
    assert idle.peer.texts()[0] == "一点五"


async def test_edits_in_a_row_become_the_newest(make: Make, here: Chat, crew: Place) -> None:
    run = make(Tempo(limits=None, edits_apart=0.3))
    receipt = await run.platform.send(Message(here, "0"))
    loop = asyncio.get_running_loop()
    begin = loop.time()
    for n in range(1, 50):
        assert await run.platform.send(Message(here, str(n), replaces=receipt)) == receipt
    other = await run.platform.send(Message(here, "别的"))
    assert loop.time() - begin < 0.3
    await run.until(lambda: run.peer.texts()[0] == "49")
    assert loop.time() - begin >= 0.3
    assert run.peer.count("editMessageText") == 2
    assert other != receipt
    for n in range(50, 60):
        await run.platform.send(Message(here, str(n), replaces=receipt))
    await run.until(lambda: run.peer.texts()[0] == "59")
    assert run.peer.count("editMessageText") <= 4


async def test_a_put_off_edit_survives_trouble(
    make: Make, here: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.telegram.edits._PAUSE", 0.02)
    run = make(Tempo(limits=None, edits_apart=0.05))
    receipt = await run.platform.send(Message(here, "0"))
    await run.platform.send(Message(here, "1", replaces=receipt))
    run.peer.fail("editMessageText", Status(500))
    run.peer.fail("editMessageText", TooMany(0))
    await run.platform.send(Message(here, "2", replaces=receipt))
    await run.until(lambda: run.peer.texts() == ["2"])


async def test_closing_does_the_edits_that_wait(make: Make, here: Chat) -> None:
    run = make(Tempo(limits=None, edits_apart=60))
    receipt = await run.platform.send(Message(here, "0"))
    for text in "123":
        await run.platform.send(Message(here, text, replaces=receipt))
    assert run.peer.texts() == ["1"]
    await run.platform.close()
    assert run.peer.texts() == ["3"]


# -- limits


async def test_nothing_is_ever_too_fast(make: Make, wang: Person) -> None:
    run = make(Tempo())
    run.peer.police.on = True
    people = [run.peer.person(f"同事{n}") for n in range(45)]
    for person in people:
        person.has_started = True
    chats = [Chat(str(person.id), is_group=False) for person in people]
    group = run.peer.group("群", wang, told=False)
    begin = asyncio.get_running_loop().time()
    receipts = await asyncio.gather(
        *(run.platform.send(Message(chat, "早")) for chat in chats),
        run.platform.send(Message(Chat(str(group.id), is_group=True), "早")),
    )
    assert len(set(receipts)) == 46
    assert 1.0 <= asyncio.get_running_loop().time() - begin < 2.0
    assert run.peer.police.violations == []


async def test_a_slow_chat_holds_up_no_other(make: Make, here: Chat, wang: Person) -> None:
    run = make(Tempo())
    private = Chat(str(wang.id), is_group=False)
    run.peer.fail("sendMessage", TooMany(2), chat=int(here.id))
    loop = asyncio.get_running_loop()
    begin = loop.time()
    failed = await refused(run, Message(here, "群里"))
    assert (failed.retry_after, failed.permanent, failed.maybe_sent) == (2.0, False, False)
    waiting = asyncio.create_task(run.platform.send(Message(here, "群里")))
    await run.platform.send(Message(private, "私聊"))
    assert loop.time() - begin < 0.5
    assert run.peer.texts() == ["私聊"]
    await waiting
    assert 2.0 <= loop.time() - begin < 2.6
    assert run.peer.texts() == ["私聊", "群里"]


async def test_edits_count(make: Make, here: Chat) -> None:
    run = make(Tempo(edits_apart=0.0))
    receipt = await run.platform.send(Message(here, "0"))
    begin = asyncio.get_running_loop().time()
    await run.platform.send(Message(here, "1", replaces=receipt))
    assert asyncio.get_running_loop().time() - begin >= 1.0


# -- what a refusal means


async def test_who_cannot_be_written_to_is_gone(
    idle: Running, here: Chat, crew: Place, wang: Person
) -> None:
    stranger = idle.peer.person("路人")
    idle.peer.block(wang)
    idle.peer.remove_bot(crew, wang)
    for chat in (
        here,
        Chat(str(stranger.id), is_group=False),
        Chat(str(wang.id), is_group=False),
        Chat("-100999", is_group=True),
    ):
        failed = await refused(idle, Message(chat, "在吗"))
        assert (failed.gone, failed.permanent, failed.maybe_sent) == (True, True, False)


async def test_a_muted_bot_is_refused_for_good_but_not_gone(
    idle: Running, here: Chat, crew: Place
) -> None:
    crew.may_write = False
    failed = await refused(idle, Message(here, "在吗"))
    assert (failed.gone, failed.permanent) == (False, True)


async def test_a_migrated_group_names_its_new_id(idle: Running, wang: Person) -> None:
    old = idle.peer.group("小群", wang, kind="group", told=False)
    new = idle.peer.migrate(old)
    failed = await refused(idle, Message(Chat(str(old.id), is_group=True), "早"))
    assert failed.moved_to == str(new.id)
    assert await idle.platform.send(Message(Chat(failed.moved_to, is_group=True), "早"))


@pytest.mark.parametrize(
    ("fault", "maybe_sent"),
    [
        (Status(500), False),
        (Status(503), False),
        (Status(504), True),
        (BadGateway(done=True), True),
        (BadGateway(done=False), True),
        (BadGateway(code=200, done=True), True),
        (BadGateway(code=403), True),
        (CutBefore(), True),
        (CutAfter(), True),
        (Hang(), True),
        (Hang(done=True), True),
    ],
)
async def test_a_broken_answer_may_have_been_sent(
    idle: Running, here: Chat, fault: object, maybe_sent: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle.platform._bot.request._client.timeout.read = 0.2
    idle.peer.fail("sendMessage", fault)  # type: ignore[arg-type]
    failed = await refused(idle, Message(here, "早"))
    assert (failed.maybe_sent, failed.permanent, failed.gone) == (maybe_sent, False, False)
    assert failed.retry_after is None


async def test_a_connection_that_never_was_sent_nothing(make: Make, here: Chat) -> None:
    run = make(base_url="http://127.0.0.1:9")
    failed = await refused(run, Message(here, "早"))
    assert (failed.maybe_sent, failed.permanent) == (False, False)


async def test_other_refusals_are_for_good(idle: Running, here: Chat) -> None:
    idle.peer.fail("sendMessage", Refuse(400, "Bad Request: something new"))
    failed = await refused(idle, Message(here, "早"))
    assert (failed.permanent, failed.gone) == (True, False)
    assert (await refused(idle, Message(here, "<b></b>"))).permanent


async def test_a_later_part_is_waited_for(idle: Running, here: Chat) -> None:
    text = "\n".join("字" * 100 for _ in range(60))
    real = idle.peer.post

    def post(*args: object, **more: object) -> object:
        # The first part goes well, the second meets 429 once.
        if not idle.peer.sent:
            idle.peer.fail("sendMessage", TooMany(0))
        return real(*args, **more)  # type: ignore[arg-type]

    idle.peer.post = post  # type: ignore[assignment,method-assign]
    await idle.platform.send(Message(here, text))
    assert [call.status for call in idle.peer.calls_of("sendMessage")] == [200, 429, 200]
    assert len(idle.peer.sent) == 2


async def test_a_cut_between_parts_may_have_been_sent(idle: Running, here: Chat) -> None:
    text = "\n".join("字" * 100 for _ in range(60))
    real = idle.peer.post

    def post(*args: object, **more: object) -> object:
        # The first part goes well; the second meets 500, which by itself would mean «not sent».
        idle.peer.fail("sendMessage", Status(500))
        return real(*args, **more)  # type: ignore[arg-type]

    idle.peer.post = post  # type: ignore[assignment,method-assign]
    failed = await refused(idle, Message(here, text))
    assert failed.maybe_sent
    assert len(idle.peer.sent) == 1


def test_the_time_limits_are_ours() -> None:
    assert (wire.CONNECT, wire.ANSWER) == (5.0, 15.0)


# -- files


async def test_an_attachment_is_fetched(running: Running, crew: Place, may: Person) -> None:
    running.peer.send_file(crew, may, "表.csv", b"a,b\n<html>", caption="看")
    await running.until(lambda: any(e.attachments for e in running.got))
    (attachment,) = next(e.attachments for e in running.got if e.attachments)
    assert (attachment.name, attachment.size) == ("表.csv", 10)
    assert await running.platform.fetch(attachment.reference) == b"a,b\n<html>"


async def test_a_file_that_cannot_be_had_is_said_in_words(
    idle: Running, crew: Place, may: Person
) -> None:
    idle.peer.send_file(crew, may, "大.bin", b"x", size=25 * 1024 * 1024)
    (key,) = idle.peer.files
    for reference, words in ((key, "20 MB"), ("nonsense", "再发一次")):
        with pytest.raises(SendFailed, match=words) as failed:
            await idle.platform.fetch(reference)
        assert failed.value.permanent
    idle.peer.fail("getFile", Status(500))
    with pytest.raises(SendFailed, match="暂时取不到"):
        await idle.platform.fetch(key)


def test_a_notice_is_plain_and_short() -> None:
    assert notice("<b>好</b> &lt;3 ") == "好 <3"
    assert units(notice("👍" * 200)) <= 200
