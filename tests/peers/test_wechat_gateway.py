"""The WeChat platform against Wechaty's own gateway server."""

import asyncio
import base64
import datetime as dt
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("wechaty_grpc", reason="the extra «wechat» is not installed")

from wechaty_gateway import (
    KEY,
    LEGACY,
    MARK,
    ME,
    ROOM,
    Gateway,
    install,
    rig,
    section,
)

from bot.core.events import Chat, EventKind, Quote, Sender
from bot.core.ports import Document, Message, SendFailed
from bot.platforms.wechat import Patience, examine

GROUP = Chat(ROOM, is_group=True, title="冲刺群")
MEI, FANG, LI = "wxid_mei", "wxid_fang", "wxid_li"
DASHES = "- - - - - - - - - - - - - - -"


def populate(gateway: Gateway) -> None:
    for id_, name in ((MEI, "小美"), (FANG, "阿芳 (精华)"), (LI, "李(队长)")):
        gateway.person(id_, name)
    gateway.room(ROOM, "冲刺群", {MEI: "", FANG: "芳姐", LI: ""})


def running(log: Path, **options: object) -> Iterator[Gateway]:
    gateway = Gateway(log, **options)  # type: ignore[arg-type]
    try:
        gateway.start()
        populate(gateway)
        yield gateway
    finally:
        gateway.kill()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    install()
    yield from running(tmp_path_factory.mktemp("gateway") / "log")


@pytest.fixture
def gateway(shared: Gateway) -> Iterator[Gateway]:
    """The module's gateway, as it was at the start."""
    yield shared
    shared.do("heal")
    shared.do("ids", given=True)
    shared.do("login", id=ME)
    populate(shared)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Gateway]:
    """A gateway that a test may kill."""
    install()
    yield from running(tmp_path / "log")


# -- what comes in


async def test_a_login_is_told_before_the_first_message(gateway: Gateway) -> None:
    told: list[str] = []

    async def on_login(who: str) -> None:
        told.append(f"login {who}")

    async with rig(gateway, wait=False) as bot:
        bot.platform.on_login = on_login
        await bot.well()
        gateway.say(MEI, "报单 398")
        (message,) = await bot.count(1)
        assert told == [f"login {ME}"]
        assert bot.platform.login_id == ME
        assert message.sender == Sender(MEI, "小美")
        assert message.chat == GROUP
        assert message.text == "报单 398"
        assert message.sent_at.isoformat().startswith("2025-06-17T22:4")
        assert bot.watch.troubles == []
        assert "stop" not in gateway.do("calls")


async def test_200_messages_keep_their_order_also_behind_slow_payloads(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        payloads = [gateway.payload(MEI, f"第{n}条") for n in range(200)]
        for slow in (3, 77):
            gateway.do(
                "fault", method="messagePayload", id=payloads[slow]["id"], mode="late", ms=200
            )
        gateway.do("messages", payloads=payloads)
        got = await bot.count(200)
        assert [message.text for message in got] == [f"第{n}条" for n in range(200)]


async def test_a_payload_that_fails_once_is_asked_for_again(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        gateway.do("fault", method="messagePayload", mode="fail", times=1)
        gateway.say(MEI, "报单 1")
        gateway.say(MEI, "报单 2")
        assert [each.text for each in await bot.count(2)] == ["报单 1", "报单 2"]
        assert bot.watch.gaps == []


async def test_a_payload_that_cannot_be_had_is_told_as_missed(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        gateway.do("fault", method="messagePayload", mode="fail", times=2)
        gateway.say(MEI, "报单 1")
        gateway.say(MEI, "报单 2")
        assert [each.text for each in await bot.count(1)] == ["报单 2"]
        await bot.until(lambda: len(bot.watch.gaps) == 1)


async def test_repeats_keep_their_id_and_echoes_are_dropped(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        again = gateway.say(MEI, "报单 398", again=2)
        gateway.say(ME, "✅ 记好了")
        gateway.say(MEI, "好")
        got = await bot.count(4)
        assert [each.message_id for each in got[:3]] == [again] * 3
        assert got[3].text == "好"


async def test_private_texts(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        gateway.person("gh_news", "公众号")
        gateway.say("gh_news", "看看这个", room="")
        gateway.say(MEI, "我的", room="")
        (message,) = await bot.count(1)
        assert message.chat == Chat(MEI, is_group=False, title="小美")
        assert message.sender == Sender(MEI, "小美")


async def test_mentions_by_id_and_by_text_and_of_the_bot(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        gateway.say(MEI, f"帮@芳姐{MARK}报单 398", mentionIdList=[FANG])
        gateway.say(MEI, f"帮@李(队长){MARK}报单 398")
        gateway.say(MEI, f"@小队长{MARK}排行", mentionIdList=[ME])
        gateway.say(MEI, "@小队长 排行")
        got = await bot.count(4)
        assert got[0].mentions == (Sender(FANG, "芳姐"),)
        assert got[1].mentions == (Sender(LI, "李(队长)"),)
        assert [(each.text, each.addressed) for each in got[2:]] == [("排行", True)] * 2


async def test_quotes_in_both_shapes(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        receipt = await bot.platform.send(Message(GROUP, "✅ #S1 小美 398.00\n今日 398"))
        said = gateway.say(FANG, "报单 500")
        gateway.say(MEI, f"「小队长：✅ #S1 小美 398.00\n今日 398」\n{DASHES}\n撤销")
        gateway.say(MEI, f"「芳姐：报单 500」\n{DASHES}\n好的")
        gateway.say(
            LI, refer("更正 300", ME, "小队长", "✅ #S1 小美 398.00\n今日 398", receipt), type=14
        )
        got = await bot.count(4)
        assert got[1].quote == Quote(receipt, "小队长", "✅ #S1 小美 398.00\n今日 398")
        assert got[1].text == "撤销"
        assert got[2].quote == Quote(said, "芳姐", "报单 500")
        assert got[2].text == "好的"
        assert got[3].quote == Quote(receipt, "小队长", "✅ #S1 小美 398.00\n今日 398")
        assert got[3].text == "更正 300"


def refer(reply: str, author: str, name: str, quoted: str, message_id: str) -> str:
    return (
        f'<?xml version="1.0"?>\n<msg><appmsg appid="" sdkver="0"><title>{reply}</title><type>57</type>'
        f"<refermsg><type>1</type><svrid>{message_id}</svrid><fromusr>{ROOM}</fromusr>"
        f"<chatusr>{author}</chatusr><displayname>{name}</displayname><content>{quoted}</content>"
        "</refermsg></appmsg></msg>"
    )


async def test_quotes_of_our_words_where_the_gateway_gives_no_ids(gateway: Gateway) -> None:
    gateway.do("ids", given=False)
    async with rig(gateway) as bot:
        first = await bot.platform.send(Message(GROUP, "✅ #S1 小美 398.00"))
        second = await bot.platform.send(Message(GROUP, "✅ #S1 小美 398.00"))
        assert first.startswith("self:")
        assert first != second
        # The echo tells the id that quotes will carry.
        echo = gateway.say(ME, "✅ #S1 小美 398.00")
        gateway.say(MEI, refer("撤销", ME, "小队长", "✅ #S1 小美 398.00", echo), type=7)
        (message,) = await bot.count(1)
        assert message.quote is not None
        assert message.quote.message_id == second


async def test_a_native_list_reads_like_a_typed_one(gateway: Gateway) -> None:
    title = "#接龙\n6月18日报单💪\n\n1. 小美 面膜3盒 384\n2. 精华1 398"
    units = title.encode("utf-16-le")

    def place(text: str) -> str:
        return f"{units.index(text.encode('utf-16-le')) // 2}-{len(text.encode('utf-16-le')) // 2}"

    items = "".join(
        f"<i><u>{who}</u><h>0</h><s>.</s><t>1750200000</t><r>{place(text)}</r></i>"
        for who, text in ((MEI, "小美 面膜3盒 384"), (FANG, "精华1 398"))
    )
    inner = f"<solitaire><tt>{place('#接龙' + chr(10) + '6月18日报单💪')}</tt><content><s>2</s>{items}</content></solitaire>"
    xml = (
        f"<msg><appmsg><title>{title}</title><type>53</type><extinfo><solitaire_info>"
        f"<![CDATA[{inner}]]></solitaire_info></extinfo></appmsg></msg>"
    )
    async with rig(gateway) as bot:
        gateway.say(MEI, xml, type=10)
        (message,) = await bot.count(1)
        assert message.text == "#接龙\n6月18日报单💪\n\n1. 小美 面膜3盒 384\n2. 芳姐 精华1 398"


@pytest.mark.parametrize("size", [20_000, 60_000, 5_000_000])
async def test_files_of_any_size_are_fetched(gateway: Gateway, size: int) -> None:
    data = bytes(n * 31 % 251 for n in range(1000)) * (size // 1000)
    box = {"name": "海报.png", "base64": base64.b64encode(data).decode()}
    async with rig(gateway) as bot:
        gateway.say(MEI, "", type=6, filename="海报.png", file=box)
        (message,) = await bot.count(1)
        assert message.kind is EventKind.FILE
        (attachment,) = message.attachments
        assert attachment.name == "海报.png"
        assert await bot.platform.fetch(attachment.reference) == data


async def test_a_file_behind_an_address_is_opened_by_the_gateway(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        gateway.say(MEI, "", type=1, filename="a.txt", file={"name": "a.txt", "url": True})
        (message,) = await bot.count(1)
        assert await bot.platform.fetch(message.attachments[0].reference) == b"behind an address"


async def test_a_file_that_is_not_there_is_said_in_words(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        with pytest.raises(SendFailed, match="wechat-no-file"):
            await bot.platform.fetch("never")
        gateway.say(MEI, "还在")
        assert [each.text for each in await bot.count(1)] == ["还在"]


async def test_a_recall_names_the_message_that_is_gone(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        said = gateway.say(MEI, "报单 398")
        await bot.count(1)
        gateway.say(MEI, said, type=13)
        # Some puppets do not say whose message was taken back.
        gateway.say("", said, type=13)
        earlier = gateway.say(FANG, "早先的", quiet=True)
        gateway.say("", earlier, type=13)
        got = (await bot.count(4))[1:]
        assert [(each.kind, each.message_id) for each in got] == [
            (EventKind.RECALL, said),
            (EventKind.RECALL, said),
            (EventKind.RECALL, earlier),
        ]
        assert [each.sender.id for each in got] == [MEI, MEI, FANG]


async def test_coming_going_and_new_names(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        gateway.say(FANG, "一")
        await bot.count(1)
        event = {"roomId": ROOM, "timestamp": 1750200000000}
        join = {**event, "inviteeIdList": [MEI, ME], "inviterId": LI}
        gateway.do("event", name="room-join", payload=join)
        gateway.do(
            "event", name="room-leave", payload={**event, "removeeIdList": [MEI], "removerId": MEI}
        )
        gateway.do(
            "event", name="room-leave", payload={**event, "removeeIdList": [ME], "removerId": LI}
        )
        gateway.room(ROOM, "决战群", {MEI: "", FANG: "芳姐", LI: ""})
        gateway.do(
            "event",
            name="room-topic",
            payload={**event, "changerId": LI, "newTopic": "决战群", "oldTopic": "冲刺群"},
        )
        gateway.do("rename", id=FANG, room=ROOM, alias="阿芳")
        gateway.say(FANG, "二")
        got = await bot.count(7)
        assert [(each.kind, each.sender.id) for each in got[1:6]] == [
            (EventKind.JOIN, MEI),
            (EventKind.ADDED, LI),
            (EventKind.LEAVE, MEI),
            (EventKind.REMOVED, LI),
            (EventKind.RENAME, FANG),
        ]
        assert got[0].sender.name == "芳姐"
        assert got[5].text == "阿芳"
        assert (got[6].text, got[6].sender.name) == ("二", "阿芳")
        assert got[6].chat.title == "决战群"


async def test_an_engine_that_fails_gets_the_message_again(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        bot.broken.append(RuntimeError("disk full"))
        gateway.say(MEI, "报单 398")
        assert [each.text for each in await bot.count(1)] == ["报单 398"]


async def test_who_is_told_to_stop_hands_over_what_was_heard_and_sends_last_words(
    gateway: Gateway,
) -> None:
    async with rig(gateway) as bot:
        payloads = [gateway.payload(MEI, f"第{n}条") for n in range(20)]
        gateway.do("fault", method="messagePayload", id=payloads[0]["id"], mode="late", ms=300)
        gateway.do("messages", payloads=payloads)
        await bot.until(lambda: bot.platform._supervisor.happenings.qsize() == 19)
        bot.task.cancel()
        await asyncio.gather(bot.task, return_exceptions=True)
        assert len(bot.got) == 20
        await bot.platform.send(Message(GROUP, "再见"))
        assert gateway.sent()[-1]["text"] == "再见"
        await bot.platform.close()
        gateway.say(MEI, "谁也听不到")
        await asyncio.sleep(0.1)
        assert len(bot.got) == 20


# -- what goes out


async def test_texts_with_mentions_and_files_arrive_as_they_are_meant(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        before = len(gateway.sent())
        receipt = await bot.platform.send(
            Message(
                GROUP, "恭喜 @小美!", mentions=(Sender(MEI, "小美"), Sender("notify@all", "所有人"))
            )
        )
        await bot.platform.send(Message(GROUP, f"@所有人{MARK}开会"))
        await bot.platform.send(
            Message(GROUP, "账本", document=Document("6月.csv", b"a,b\n" * 1000))
        )
        board = Document("board.png", b"\x89PNG" * 1000)
        await bot.platform.send(Message(GROUP, "龙虎榜", picture=board))
        large = bytes(range(256)) * 12_000
        await bot.platform.send(
            Message(Chat(MEI, is_group=False), "", document=Document("大.bin", large))
        )
        sent = gateway.sent()[before:]
        assert receipt == f"sent-{before + 1}"
        assert sent[0] == {"to": ROOM, "text": f"恭喜 @小美{MARK}!", "mentions": [MEI]}
        assert sent[1]["text"] == "@所有人 开会"
        assert (sent[2]["text"], sent[3]["file"]) == ("账本", "6月.csv")
        assert base64.b64decode(sent[3]["base64"]) == b"a,b\n" * 1000
        assert (sent[4]["text"], sent[5]["file"]) == ("龙虎榜", "board.png")
        assert base64.b64decode(sent[5]["base64"]) == board.data
        assert (sent[6]["to"], sent[6]["file"]) == (MEI, "大.bin")
        assert base64.b64decode(sent[6]["base64"]) == large


async def test_long_texts_go_in_parts_under_one_id(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        before = len(gateway.sent())
        lines = [f"{n}. 小美 面膜3盒 384" for n in range(300)] + [f"@小美{MARK}加油"]
        said = Message(GROUP, "\n".join(lines), mentions=(Sender(MEI, "小美"),))
        receipt = await bot.platform.send(said)
        sent = gateway.sent()[before:]
        parts = [each["text"] for each in sent]
        assert len(parts) > 1
        assert "\n".join(parts).split("\n") == lines
        assert [each["mentions"] for each in sent] == [[]] * (len(parts) - 1) + [[MEI]]
        assert receipt == f"sent-{before + 1}"
        gateway.say(MEI, f"「小队长：{parts[-1]}」\n{DASHES}\n好")
        (message,) = await bot.count(1)
        assert message.quote is not None
        assert message.quote.message_id == receipt


async def failure(bot_send: object) -> SendFailed:
    with pytest.raises(SendFailed) as caught:
        await bot_send  # type: ignore[misc]
    return caught.value


async def test_what_a_failed_send_means(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        send = bot.platform.send
        gateway.do("fault", method="messageSendText", mode="fail", times=1)
        no = await failure(send(Message(GROUP, "一")))
        assert (no.maybe_sent, no.permanent, no.gone) == (False, False, False)
        gone = await failure(send(Message(Chat("r9@chatroom", is_group=True), "一")))
        assert (gone.gone, gone.permanent, gone.maybe_sent) == (True, True, False)
        stranger = await failure(send(Message(Chat("wxid_x", is_group=False), "一")))
        assert (stranger.gone, stranger.permanent) == (True, True)


async def test_a_send_without_an_answer_may_have_been_sent(
    gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.wechat.sending.SEND_SECONDS", 0.3)
    async with rig(gateway) as bot:
        gateway.do("fault", method="messageSendText", mode="never")
        assert (await failure(bot.platform.send(Message(GROUP, "一")))).maybe_sent


async def test_a_line_that_breaks_under_a_send(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        gateway.do("fault", method="messageSendText", mode="late", ms=3000)
        sending = asyncio.create_task(failure(bot.platform.send(Message(GROUP, "一"))))
        await asyncio.sleep(0.2)
        gateway.do("cut")
        assert (await sending).maybe_sent
        # The line is back, and the next one goes.
        await bot.platform.send(Message(GROUP, "二"))


async def test_a_day_that_is_used_up(gateway: Gateway) -> None:
    async with rig(gateway, sends_per_day=2) as bot:
        for text in ("一", "二"):
            await bot.platform.send(Message(GROUP, text))
        for _ in range(2):
            over = await failure(bot.platform.send(Message(GROUP, "三")))
            assert over.retry_after is not None
            assert 0 < over.retry_after <= 86_400
            assert not over.maybe_sent
        assert bot.watch.troubles == [("wechat-day-used-up", False)]


async def test_sends_keep_their_turn_and_their_pace(gateway: Gateway) -> None:
    async with rig(gateway, send_interval_s=0.2) as bot:
        before, began = len(gateway.sent()), time.monotonic()
        chats = [GROUP, Chat(MEI, is_group=False), Chat(FANG, is_group=False), GROUP]
        sends = [bot.platform.send(Message(chat, str(n))) for n, chat in enumerate(chats)]
        await asyncio.gather(*sends)
        assert [each["text"] for each in gateway.sent()[before:]] == ["0", "1", "2", "3"]
        assert time.monotonic() - began >= 0.6


# -- the line


async def test_streams_that_end_or_break_are_opened_again(gateway: Gateway) -> None:
    async with rig(gateway) as bot:
        for number, how in enumerate(("end", "cut", "restart"), start=1):
            opened = gateway.do("calls").get("start", 0)
            gateway.do(how)
            await bot.until(lambda opened=opened: gateway.do("calls").get("start", 0) > opened)
            await bot.until(lambda: bot.platform._supervisor.is_ready)
            gateway.say(MEI, how)
            assert [each.text for each in await bot.count(number)][-1] == how
        assert bot.watch.gaps == []


async def kill_and_return(gateway: Gateway, times: int) -> list[float]:
    """Kill and start again; returns the seconds from listening to a line that is back."""
    took = []
    async with rig(gateway) as bot:
        for number in range(1, times + 1):
            await asyncio.to_thread(gateway.kill)
            await bot.until(lambda: not bot.platform._supervisor.is_ready)
            await asyncio.sleep(number % 3 * 0.7)
            await asyncio.to_thread(gateway.start)
            began = time.monotonic()
            await bot.well(number + 1, 10)
            took.append(time.monotonic() - began)
            gateway.say(MEI, f"回来{number}")
            assert (await bot.count(number))[-1].text == f"回来{number}"
    return took


async def test_a_killed_gateway_is_found_again_within_5_s(own: Gateway) -> None:
    took = await kill_and_return(own, 3)
    assert max(took) <= 5, took


@pytest.mark.slow
async def test_a_gateway_killed_20_times_is_found_again_within_5_s(own: Gateway) -> None:
    took = await kill_and_return(own, 20)
    print("back after", sorted(round(each, 2) for each in took))
    assert max(took) <= 5, took


async def freeze_and_thaw(gateway: Gateway, seconds: float) -> tuple[float, float]:
    """Freeze it that long; returns the seconds until it was noticed, and those told as missed."""
    async with rig(gateway) as bot:
        began = time.monotonic()
        gateway.freeze()
        await bot.until(lambda: not bot.platform._supervisor.is_ready, 15)
        noticed = time.monotonic() - began
        await asyncio.sleep(max(seconds - noticed, 0))
        gateway.thaw()
        await bot.well(2, 15)
        gateway.say(MEI, "回来")
        assert (await bot.count(1))[-1].text == "回来"
        ((since, until),) = bot.watch.gaps
        assert bot.watch.keys == ["wechat-unreachable"]
        return noticed, (until - since).total_seconds()


async def test_a_frozen_gateway_is_noticed_and_the_gap_told(
    own: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PING_SECONDS", "PING_ANSWER_SECONDS"):
        monkeypatch.setattr(f"bot.platforms.wechat.link.{name}", 0.5)
    monkeypatch.setattr("bot.platforms.wechat.platform.GAP", dt.timedelta(seconds=1.5))
    noticed, gap = await freeze_and_thaw(own, 2.0)
    assert noticed <= 2
    assert 1.5 < gap < 8


@pytest.mark.slow
async def test_a_frozen_gateway_is_noticed_within_10_s(own: Gateway) -> None:
    noticed, gap = await freeze_and_thaw(own, 11)
    print(f"noticed after {noticed:.1f} s, told {gap:.1f} s")
    assert noticed <= 10
    assert 10 < gap < 40


@pytest.mark.parametrize("fault", [{"mode": "late", "ms": 5000}, {"mode": "mute"}])
async def test_a_silent_gateway_is_asked_and_then_connected_again(
    gateway: Gateway, fault: dict[str, object]
) -> None:
    patience = Patience(silence=0.8, look=0.05)
    async with rig(gateway, patience=patience) as bot:
        # While it answers, nothing happens.
        before = gateway.do("calls")
        await asyncio.sleep(1.2)
        after = gateway.do("calls")
        assert after["ding"] - before.get("ding", 0) >= 2
        starts = after["start"]
        assert starts == before["start"]
        gateway.do("fault", method="ding", times=100, **fault)
        await bot.until(lambda: gateway.do("calls")["start"] > starts)
        await bot.until(lambda: bot.platform._supervisor.is_ready)
        gateway.do("heal")
        gateway.say(MEI, "还在")
        assert [each.text for each in await bot.count(1)] == ["还在"]


async def test_a_logout_alarms_once_and_a_login_is_well(gateway: Gateway) -> None:
    async with rig(gateway, patience=Patience(login=0.3, look=0.05)) as bot:
        gateway.do("logout")
        await bot.until(lambda: bool(bot.watch.troubles))
        gateway.do("scan")
        await asyncio.sleep(0.6)
        assert bot.watch.troubles[0] == ("wechat-logged-out", True)
        assert [alarm for _, alarm in bot.watch.troubles].count(True) == 1
        refused = asyncio.create_task(failure(bot.platform.send(Message(GROUP, "一"))))
        gateway.person("wxid_bot2", "小队长")
        gateway.do("login", id="wxid_bot2")
        await bot.well(2)
        refused.cancel()
        assert bot.platform.login_id == "wxid_bot2"
        # The account that was is a stranger now.
        gateway.say(ME, "我是旧号")
        assert [each.sender.id for each in await bot.count(1)] == [ME]


async def test_nobody_logged_in_alarms(gateway: Gateway) -> None:
    gateway.do("logout")
    async with rig(gateway, patience=Patience(login=0.3, look=0.05), wait=False) as bot:
        await bot.until(lambda: ("wechat-not-logged-in", True) in bot.watch.troubles)
        assert bot.watch.wells == 0


async def test_a_wrong_token_and_a_taken_gateway_are_said_in_words(gateway: Gateway) -> None:
    async with rig(gateway, token=f"not {KEY}", wait=False) as bot:
        await bot.until(lambda: bool(bot.watch.troubles))
        await asyncio.sleep(0.5)
        assert bot.watch.troubles == [("wechat-token-refused", True)]
        findings = await examine(section(gateway, token=f"not {KEY}"))
        assert [(each.mark, each.what.key) for each in findings][-1] == (
            "✗",
            "wechat-token-refused",
        )
    async with rig(gateway), rig(gateway, wait=False) as second:
        await second.until(lambda: bool(second.watch.troubles))
        assert second.watch.troubles == [("wechat-taken", False)]


async def test_a_gateway_that_is_down_fails_sends_at_once(
    own: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LINE_SECONDS", "_BRIEFLY"):
        monkeypatch.setattr(f"bot.platforms.wechat.sending.{name}", 0.2)
    own.kill()
    async with rig(own, wait=False) as bot:
        down = await failure(bot.platform.send(Message(GROUP, "一")))
        assert (down.maybe_sent, down.permanent) == (False, False)
        assert down.retry_after
        assert bot.watch.troubles == [("wechat-unreachable", False)]
    findings = await examine(section(own))
    assert [each.what.key for each in findings] == [
        "wechat-risk",
        "wechat-tls-off",
        "wechat-unreachable",
    ]


async def test_a_check_up(gateway: Gateway) -> None:
    found = [(each.mark, each.what.key) for each in await examine(section(gateway))]
    assert found == [
        ("!", "wechat-risk"),
        ("✓", "wechat-tls-off"),
        ("✓", "wechat-reached"),
        ("✓", "wechat-logged-in"),
    ]
    async with rig(gateway):
        in_use = await examine(section(gateway))
        assert in_use[-1].what.key == "wechat-in-use"


# -- TLS, and an old gateway


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 with its key beside it."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is needed to make a certificate")
    file = tmp_path_factory.mktemp("tls") / "gateway.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=gateway",
        "-addext",
    ]
    subprocess.run(
        [
            *command,
            "subjectAltName=IP:127.0.0.1",
            "-keyout",
            file.with_suffix(".key"),
            "-out",
            file,
        ],
        check=True,
        capture_output=True,
    )
    return file


@pytest.fixture
def secured(certificate: Path, tmp_path: Path) -> Iterator[Gateway]:
    install()
    key = certificate.with_suffix(".key").read_text()
    yield from running(tmp_path / "log", tls=True, cert=certificate.read_text(), key=key)


async def test_tls_with_a_certificate_that_is_known_or_any(
    secured: Gateway, certificate: Path
) -> None:
    for settings in ({"ca_file": str(certificate)}, {"insecure": True}):
        async with rig(secured, tls=True, **settings) as bot:
            secured.say(MEI, "报单 398")
            assert [each.text for each in await bot.count(1)] == ["报单 398"]
            await bot.platform.send(Message(GROUP, "好"))
        found = await examine(section(secured, tls=True, **settings))
        assert [each.mark for each in found] == ["!", "✓", "✓", "✓"]
    for settings in ({"tls": True}, {"tls": True, "ca_file": "/nowhere.pem"}, {"tls": False}):
        async with rig(secured, wait=False, **settings) as bot:
            await bot.until(lambda bot=bot: bool(bot.watch.troubles))
            assert bot.watch.keys == ["wechat-unreachable"]
            assert bot.watch.wells == 0


async def test_the_certificate_that_gateways_ship_with(tmp_path: Path) -> None:
    install()
    for stock in running(tmp_path / "log", tls=True):
        async with rig(stock, tls=True, insecure=True) as bot:
            stock.say(MEI, "报单 398")
            assert [each.text for each in await bot.count(1)] == ["报单 398"]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """A gateway of 2021: wechaty-puppet-service 0.25.2."""
    install(LEGACY)
    yield from running(tmp_path_factory.mktemp("old") / "log", folder=LEGACY)


async def test_an_old_gateway_serves_as_well(old: Gateway) -> None:
    async with rig(old) as bot:
        data = bytes(range(256)) * 240
        box = {"name": "海报.png", "base64": base64.b64encode(data).decode()}
        said = old.say(MEI, f"@小队长{MARK}帮@芳姐{MARK}报单 398", mentionIdList=[ME, FANG])
        old.say(MEI, said, type=13)
        old.say(MEI, "", type=6, filename="海报.png", file=box)
        got = await bot.count(3)
        assert got[0].text == f"帮@芳姐{MARK}报单 398"
        assert (got[0].addressed, got[0].mentions) == (True, (Sender(FANG, "芳姐"),))
        assert (got[1].kind, got[1].message_id) == (EventKind.RECALL, said)
        assert await bot.platform.fetch(got[2].attachments[0].reference) == data
        receipt = await bot.platform.send(
            Message(GROUP, "好 @小美", mentions=(Sender(MEI, "小美"),))
        )
        await bot.platform.send(Message(GROUP, "", document=Document("a.csv", b"a" * 100_000)))
        large = Document("b.csv", b"b" * 3_000_000)
        await bot.platform.send(Message(GROUP, "", document=large))
        sent = old.sent()
        assert receipt == "sent-1"
        assert sent[0] == {"to": ROOM, "text": f"好 @小美{MARK}", "mentions": [MEI]}
        assert [base64.b64decode(each["base64"]) for each in sent[1:]] == [
            b"a" * 100_000,
            large.data,
        ]
        gone = await failure(bot.platform.send(Message(Chat("r9", is_group=True), "一")))
        assert gone.gone


async def test_an_old_gateway_that_breaks_and_logs_out(old: Gateway) -> None:
    async with rig(old) as bot:
        old.do("cut")
        await bot.until(lambda: not bot.platform._supervisor.is_ready)
        await bot.until(lambda: bot.platform._supervisor.is_ready)
        old.do("logout")
        await bot.until(lambda: ("wechat-logged-out", True) in bot.watch.troubles)
        old.do("login", id=ME)
        await bot.until(lambda: bot.platform._supervisor.is_ready)
        old.say(MEI, "还在")
        assert [each.text for each in await bot.count(1)] == ["还在"]
