"""Polling: confirmed only when durable, patient with every trouble, said once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import pytest
from peers.bot_api import (
    BadGateway,
    CutAfter,
    CutBefore,
    Peer,
    Person,
    Place,
    Refuse,
    Status,
    TooMany,
)
from telegram.error import Conflict, InvalidToken
from telegram_house import Running

from bot.core.events import EventKind, Sender
from bot.core.ports import Message, SendFailed
from bot.platforms.telegram import presses
from bot.platforms.telegram.outage import Outage, TokenRefused
from bot.platforms.telegram.polling import poll

Make = Callable[..., Running]


def offsets(peer: Peer) -> list[int | None]:
    return [call.params.get("offset") for call in peer.calls_of("getUpdates")]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses a hundredth as long, so that outages are over soon."""
    monkeypatch.setattr("bot.platforms.telegram.outage.FIRST", 0.005)
    monkeypatch.setattr("bot.platforms.telegram.outage.LONGEST", 0.3)


async def test_the_first_poll_has_no_offset_and_says_what_it_wants(running: Running) -> None:
    first = running.peer.calls_of("getUpdates")[0].params
    assert "offset" not in first
    assert first["allowed_updates"] == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat_member",
    ]
    assert running.watch.times_well == 1


async def test_messages_arrive_in_order_and_in_batches(
    make: Make, peer: Peer, crew: Place, may: Person
) -> None:
    for n in range(250):
        peer.say(crew, may, f"第 {n} 条")
    run = make()
    run.start()
    await run.until(lambda: len(run.texts()) == 250)
    assert run.texts() == [f"第 {n} 条" for n in range(250)]
    await run.until(lambda: peer.updates.confirmed == 250)


async def test_nothing_is_confirmed_before_it_is_durable(
    running: Running, crew: Place, may: Person
) -> None:
    peer = running.peer
    running.hold = asyncio.Event()
    peer.say(crew, may, "报单 398")
    await running.until(lambda: peer.updates.waiting and not peer.updates.is_polled)
    polls = peer.updates.polls
    await asyncio.sleep(0.1)
    assert (peer.updates.polls, peer.updates.confirmed) == (polls, 0)
    running.hold.set()
    await running.until(lambda: peer.updates.confirmed == 1)
    assert running.texts() == ["报单 398"]


async def test_what_was_not_stored_comes_again(running: Running, crew: Place, may: Person) -> None:
    running.broken = [OSError("disk full")] * 4
    running.peer.say(crew, may, "报单 398")
    await running.until(lambda: running.got)
    assert running.texts() == ["报单 398"]
    assert running.watch.troubles == ["telegram-not-stored"]
    await running.until(lambda: running.watch.times_well == 2)
    confirming = [offset for offset in offsets(running.peer) if offset is not None]
    assert set(confirming) <= {running.peer.updates.next_id}


async def test_a_killed_reader_gets_everything_again(
    make: Make, peer: Peer, crew: Place, may: Person
) -> None:
    for n in range(10):
        peer.say(crew, may, str(n))
    first = make()
    first.hold = asyncio.Event()
    first.start()
    await first.until(lambda: peer.updates.polls >= 1)
    await first.stop()
    second = make()
    second.start()
    await second.until(lambda: len(second.texts()) == 10)
    assert first.got == []


async def test_ids_may_start_again_lower(make: Make, peer: Peer, crew: Place, may: Person) -> None:
    peer.say(crew, may, "一")
    first = make()
    first.start()
    await first.until(lambda: peer.updates.confirmed == 1)
    await first.stop()
    peer.updates.next_id = 5
    peer.say(crew, may, "二")
    second = make()
    second.start()
    await second.until(lambda: second.texts() == ["二"])


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (Refuse(409, "Conflict: terminated by other getUpdates request"), "telegram-conflict"),
        (Status(500), "telegram-server"),
        (BadGateway(), "telegram-server"),
        (BadGateway(code=403), "telegram-server"),
        (BadGateway(code=200), "telegram-server"),
        (CutBefore(), "telegram-network"),
        (CutAfter(), "telegram-network"),
        (TooMany(0), "telegram-server"),
        (Refuse(400, "Bad Request: whatever"), "telegram-refused"),
    ],
)
async def test_trouble_is_said_once_and_waited_out(
    running: Running, crew: Place, may: Person, fault: object, key: str
) -> None:
    running.peer.fail("getUpdates", fault, times=4)  # type: ignore[arg-type]
    # The poll that waits already brings this; the next ones go wrong.
    running.peer.say(crew, may, "一")
    await running.until(lambda: running.texts() == ["一"])
    running.peer.say(crew, may, "二")
    await running.until(lambda: running.watch.times_well == 2)
    await running.until(lambda: set(running.texts()) == {"一", "二"})
    assert running.watch.troubles == [key]
    assert running.watch.alarms == []


async def test_a_dead_line_at_the_start_is_waited_out(make: Make, peer: Peer) -> None:
    peer.fail("*", CutBefore(), times=3)
    run = make()
    run.start()
    await run.polls()
    assert (run.watch.troubles, run.watch.times_well) == (["telegram-network"], 1)


@pytest.mark.parametrize("token", ["7000000001:wrong", "7000000001"])
async def test_a_wrong_token_ends_the_run(make: Make, token: str) -> None:
    run = make(token=token)
    run.start()
    assert run.task is not None
    await asyncio.wait_for(run.task, 5)
    assert run.watch.alarms == ["telegram-token"]


async def test_a_token_taken_back_ends_the_run(running: Running) -> None:
    running.peer.token = "7000000001:new"  # noqa: S105
    running.peer.drop_connections()
    assert running.task is not None
    await asyncio.wait_for(running.task, 5)
    assert running.watch.alarms == ["telegram-token"]


async def test_pauses_double_up_to_the_longest(
    make: Make, peer: Peer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    real = asyncio.sleep

    async def sleep(seconds: float) -> None:
        if seconds > 0.1:
            pauses.append(seconds)
        await real(min(seconds, 0.005))

    monkeypatch.setattr("bot.platforms.telegram.outage.FIRST", 0.5)
    monkeypatch.setattr("bot.platforms.telegram.outage.LONGEST", 30.0)
    monkeypatch.setattr("bot.platforms.telegram.outage.asyncio.sleep", sleep)
    peer.fail("getMe", Status(500), times=9)
    run = make()
    run.start()
    await run.until(lambda: len(pauses) == 9)
    for pause, expected in zip(pauses, [0.5, 1, 2, 4, 8, 16, 30, 30, 30], strict=True):
        # Up to a fifth more or less, and what a float makes of it.
        assert 0.799 * expected <= pause <= 1.201 * expected


async def test_a_left_over_webhook_goes_and_what_waits_stays(
    make: Make, peer: Peer, crew: Place, may: Person
) -> None:
    peer.updates.webhook = {"url": "https://example.org/old", "secret": ""}
    peer.say(crew, may, "报单 398")
    run = make()
    run.start()
    await run.until(lambda: run.texts() == ["报单 398"])
    assert run.watch.troubles == ["telegram-webhook-removed"]


async def test_a_webhook_that_somebody_sets_meanwhile_goes_too(
    running: Running, crew: Place, may: Person
) -> None:
    running.peer.updates.webhook = {"url": "https://example.org/other", "secret": ""}
    # The poll that waits already brings this; the next one is refused.
    running.peer.say(crew, may, "一")
    await running.until(lambda: running.texts() == ["一"])
    await running.until(lambda: running.watch.times_well == 2)
    running.peer.say(crew, may, "二")
    await running.until(lambda: running.texts() == ["一", "二"])
    assert running.watch.troubles == ["telegram-webhook-removed"]
    assert running.peer.updates.webhook is None


async def test_a_refusal_for_a_webhook_that_is_gone_is_told(
    running: Running, crew: Place, may: Person
) -> None:
    running.peer.fail("getUpdates", Refuse(409, "Conflict: terminated by setWebhook"), times=3)
    running.peer.say(crew, may, "一")
    await running.until(lambda: running.watch.times_well == 2)
    assert running.watch.troubles == ["telegram-conflict"]
    assert running.peer.count("deleteWebhook") == 0


async def test_a_webhook_set_again_and_again_is_taken_away_ever_slower(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    class Refused:
        """A line on which a webhook is always in the way."""

        async def ask(self, *_: object, **__: object) -> list[dict[str, object]]:
            raise Conflict("can't use getUpdates method while webhook is active")

    async def unhook() -> bool:
        if len(pauses) == 4:
            raise InvalidToken
        return True

    await running.stop()
    monkeypatch.setattr("bot.platforms.telegram.outage.FIRST", 0.5)
    monkeypatch.setattr("bot.platforms.telegram.outage.LONGEST", 3.0)
    monkeypatch.setattr("bot.platforms.telegram.outage.asyncio.sleep", sleep)
    outage = Outage(running.watch, running.platform)
    with pytest.raises(TokenRefused):
        await poll(Refused(), outage, running.platform._take, unhook)  # type: ignore[arg-type]
    for pause, expected in zip(pauses, [0.5, 1, 2, 3], strict=True):
        assert 0.799 * expected <= pause <= 1.201 * expected


async def test_one_unreadable_update_stops_no_other(
    running: Running, crew: Place, may: Person, caplog: pytest.LogCaptureFixture
) -> None:
    running.peer.updates.add(
        "message", {"message_id": 1, "chat": {"id": 1, "type": "group"}, "secret": "398"}
    )
    running.peer.updates.add("message", {"text": "geheim", "from": {}, "chat": {"type": "private"}})
    running.peer.say(crew, may, "在")
    await running.until(lambda: running.texts() == ["在"])
    assert "telegram.unreadable" in caplog.text
    assert "geheim" not in caplog.text


async def test_no_token_and_no_words_reach_the_log(
    running: Running, crew: Place, may: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    running.peer.fail("getUpdates", BadGateway(code=200))
    running.peer.say(crew, may, "机密报单")
    await running.until(lambda: running.texts())
    words = 'Bad Request: can\'t parse entities: unsupported start tag "机密"'
    running.peer.fail("sendMessage", Refuse(400, words), times=2)
    with pytest.raises(SendFailed) as failed:
        await running.platform.send(Message(running.got[0].chat, "机密"))
    running.peer.fail("sendMessage", CutBefore())
    with pytest.raises(SendFailed):
        await running.platform.send(Message(running.got[0].chat, "机密"))
    logged = caplog.text + str(failed.value)
    assert "机密" not in logged
    assert running.peer.token.partition(":")[2] not in logged


async def test_the_account_is_the_number_in_the_token(running: Running) -> None:
    assert (running.platform.name, running.platform.account) == ("telegram", "7000000001")


# -- groups: who made them, and whether they hide their messages


def told(run: Running) -> list[tuple[str, str, str]]:
    kinds = (EventKind.ADDED, EventKind.CREATOR, EventKind.DEAF)
    return [
        (e.kind.value, e.sender.name, e.message_id.partition(":")[0])
        for e in run.got
        if e.kind in kinds
    ]


async def test_a_group_that_takes_the_bot_in_is_looked_at(
    running: Running, peer: Peer, wang: Person
) -> None:
    peer.group("新群", wang)
    await running.until(lambda: running.peer.updates.confirmed == 2)
    await running.until(lambda: ("creator", "老王", "creator") in told(running))
    # Told twice, under one id, so that it happens once; and looked at once.
    assert sorted(told(running)) == [("added", "老王", "added")] * 2 + [
        ("creator", "老王", "creator")
    ]
    assert len({e.message_id for e in running.got if e.kind is EventKind.ADDED}) == 1
    assert peer.count("getChatAdministrators") == 1


async def test_a_known_group_is_looked_at_once_in_a_process(
    running: Running, peer: Peer, crew: Place, may: Person
) -> None:
    for n in range(3):
        peer.say(crew, may, str(n))
        await running.until(lambda wanted=n + 1: len(running.texts()) == wanted)
    await running.until(lambda: told(running))
    assert told(running) == [("creator", "老王", "creator")]
    assert peer.count("getChatAdministrators") == 1
    peer.say(may, may, "私聊")
    await running.until(lambda: len(running.texts()) == 4)
    assert peer.count("getChatAdministrators") == 1


async def test_an_anonymous_creator_stays_hidden(
    running: Running, peer: Peer, crew: Place, wang: Person, may: Person
) -> None:
    crew.anonymous.add(wang.id)
    peer.say(crew, may, "在")
    await running.until(lambda: peer.count("getChatAdministrators") == 1)
    await running.polls()
    assert told(running) == []


async def test_a_deaf_bot_says_so_to_who_added_it(
    running: Running, peer: Peer, may: Person, wang: Person
) -> None:
    peer.reads_all = running.platform._me.reads_all  # as Telegram said at the start
    object.__setattr__(running.platform._me, "reads_all", False)
    peer.reads_all = False
    place = peer.group("新群", wang, told=False)
    peer.add_bot(place, may)
    await running.until(lambda: any(kind == "deaf" for kind, _, _ in told(running)))
    deaf = next(e for e in running.got if e.kind is EventKind.DEAF)
    assert (deaf.message_id, deaf.sender.name) == ("deaf", "小美")


async def test_a_bot_that_is_an_admin_hears_all_the_same(
    running: Running, peer: Peer, crew: Place, wang: Person
) -> None:
    object.__setattr__(running.platform._me, "reads_all", False)
    peer.reads_all = False
    peer.promote_bot(crew, wang)
    await running.until(lambda: told(running))
    assert told(running) == [("creator", "老王", "creator")]


async def test_privacy_switched_off_meanwhile_is_noticed(
    running: Running, peer: Peer, crew: Place, may: Person
) -> None:
    object.__setattr__(running.platform._me, "reads_all", False)
    peer.say(crew, may, "/sale 398")
    await running.until(lambda: told(running))
    assert told(running) == [("creator", "老王", "creator")]


async def test_looking_again_after_trouble(
    running: Running, peer: Peer, crew: Place, may: Person
) -> None:
    peer.fail("getChatAdministrators", Status(500))
    peer.fail("getChatAdministrators", TooMany(0))
    peer.say(crew, may, "一")
    await running.until(lambda: peer.count("getChatAdministrators") == 1)
    await asyncio.sleep(0.02)
    peer.say(crew, may, "二")
    await running.until(lambda: told(running))
    assert peer.count("getChatAdministrators") == 3


# -- anonymous admins


async def test_an_anonymous_admin_is_told_once_how_to_be_somebody(
    running: Running, peer: Peer, crew: Place, wang: Person
) -> None:
    crew.anonymous.add(wang.id)
    for _ in range(3):
        peer.say(crew, wang, "/sale 398")
    await running.until(lambda: peer.sent)
    await running.until(lambda: peer.updates.confirmed == 3)
    assert [text[:8] for text in peer.texts(crew)] == ["你现在是匿名管理"]
    assert running.texts() == []


# -- presses


async def asked(running: Running, crew: Place, may: Person) -> str:
    """A question with a button, pressed; returns the query's id."""
    peer = running.peer
    peer.say(crew, may, "报单")
    await running.until(lambda: running.texts())
    receipt = await running.platform.send(Message(running.got[0].chat, "对吗", (("是", "确认"),)))
    query = peer.press(crew, may, int(receipt), "是")
    await running.until(lambda: any(e.kind is EventKind.PRESS for e in running.got))
    return query


async def test_a_press_is_answered_with_words(running: Running, crew: Place, may: Person) -> None:
    query = await asked(running, crew, may)
    press = running.got[-1]
    assert (press.text, press.revision, press.sender) == (
        "确认",
        query,
        Sender(str(may.id), "小美", "may_li"),
    )
    await running.platform.send(
        Message(press.chat, "<b>只有发起人</b> &amp; 管理可以确认", notice_to=query)
    )
    assert running.peer.answers[query] == {"text": "只有发起人 & 管理可以确认", "alert": False}
    assert running.peer.count("answerCallbackQuery") == 1


async def test_long_words_stand_in_a_window(running: Running, crew: Place, may: Person) -> None:
    query = await asked(running, crew, may)
    await running.platform.send(Message(running.got[-1].chat, "长" * 300, notice_to=query))
    answer = running.peer.answers[query]
    assert (len(answer["text"]), answer["text"][-1], answer["alert"]) == (200, "…", True)


async def test_a_press_without_words_is_answered_all_the_same(
    running: Running, crew: Place, may: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presses, "PATIENCE", 0.05)
    query = await asked(running, crew, may)
    await running.until(lambda: query in running.peer.answers)
    assert running.peer.answers[query] == {"text": "", "alert": False}
    with pytest.raises(SendFailed) as late:
        await running.platform.send(Message(running.got[-1].chat, "晚了", notice_to=query))
    assert late.value.permanent


async def test_presses_that_mean_nothing_are_answered_too(
    running: Running, crew: Place, may: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presses, "PATIENCE", 0.05)
    running.peer.open_queries.add("77")
    running.peer.updates.add(
        "callback_query", {"id": "77", "from": may.raw, "inline_message_id": "x", "data": "a"}
    )
    await running.until(lambda: "77" in running.peer.answers)
    assert running.got == []


async def test_a_press_that_was_not_stored_is_not_answered_yet(
    running: Running, crew: Place, may: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presses, "PATIENCE", 0.01)
    monkeypatch.setattr("bot.platforms.telegram.outage.FIRST", 0.2)
    running.broken = [OSError("disk full")]
    peer = running.peer
    message = peer.post(crew, peer.bot, {"text": "?"})
    query = peer.press_data(crew, may, message, "x")
    await running.until(lambda: running.watch.troubles)
    assert query not in peer.answers
    await running.until(lambda: query in peer.answers)
    assert running.got[0].text == "x"
