"""Webhook mode: strangers stay outside, and «received» means durable."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable
from contextlib import closing
from typing import Any

import httpx
import pytest
import pytest_asyncio
from peers.bot_api import Peer, Person, Place, Status
from telegram_house import Running

SECRET = "s3cret-of-the-test"  # noqa: S105
Make = Callable[..., Running]


@pytest.fixture
def port() -> int:
    """A port that is free."""
    with closing(socket.create_server(("127.0.0.1", 0))) as one:
        return int(one.getsockname()[1])


@pytest_asyncio.fixture
async def hooked(make: Make, peer: Peer, port: int) -> Running:
    """A platform that Telegram calls."""
    run = make(
        mode="webhook",
        webhook={"url": f"http://127.0.0.1:{port}/telegram", "secret": SECRET, "port": port},
    )
    run.start()
    await run.until(lambda: run.watch.times_well)
    return run


async def call(
    port: int,
    body: bytes | dict[str, Any],
    secret: str | None = SECRET,
    *,
    path: str = "/telegram",
) -> int:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with httpx.AsyncClient() as client:
        answer = await client.post(
            f"http://127.0.0.1:{port}{path}", content=content, headers=headers
        )
    return answer.status_code


async def test_telegram_is_told_where_with_what_secret_and_what_for(
    hooked: Running, port: int
) -> None:
    params = hooked.peer.calls_of("setWebhook")[0].params
    assert params["url"] == f"http://127.0.0.1:{port}/telegram"
    assert params["secret_token"] == SECRET
    assert "chat_member" in params["allowed_updates"]
    assert hooked.peer.count("getUpdates") == 0


async def test_messages_come_and_are_taken_off_the_queue(
    hooked: Running, crew: Place, may: Person
) -> None:
    for n in range(20):
        hooked.peer.say(crew, may, str(n))
    await hooked.until(lambda: len(hooked.texts()) == 20)
    assert hooked.texts() == [str(n) for n in range(20)]
    await hooked.until(lambda: hooked.peer.updates.webhook_info()["pending_update_count"] == 0)


async def test_what_was_not_stored_is_brought_again(
    hooked: Running, crew: Place, may: Person
) -> None:
    hooked.broken = [OSError("disk full")] * 2
    hooked.peer.say(crew, may, "报单 398")
    await hooked.until(lambda: hooked.texts() == ["报单 398"])
    assert hooked.peer.updates.last_error == "Wrong response from the webhook: 503"
    assert hooked.watch.troubles == ["telegram-not-stored"]
    await hooked.until(lambda: hooked.watch.times_well == 2)


async def test_nothing_is_taken_off_before_it_is_durable(
    hooked: Running, crew: Place, may: Person
) -> None:
    hooked.hold = asyncio.Event()
    hooked.peer.say(crew, may, "报单 398")
    await asyncio.sleep(0.1)
    assert hooked.peer.updates.webhook_info()["pending_update_count"] == 1
    hooked.hold.set()
    await hooked.until(lambda: hooked.peer.updates.confirmed == 1)


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "密"])
async def test_strangers_stay_outside(hooked: Running, port: int, secret: str | None) -> None:
    given = secret if secret is None or secret.isascii() else secret.encode().decode("latin-1")
    update = {"update_id": 1, "message": {"text": "x"}}
    if given is not None and not given.isascii():
        headers = [(b"x-telegram-bot-api-secret-token", given.encode("latin-1"))]
        async with httpx.AsyncClient() as client:
            answer = await client.post(
                f"http://127.0.0.1:{port}/telegram", json=update, headers=headers
            )
        assert answer.status_code == 403
    else:
        assert await call(port, update, given) == 403
    assert hooked.batches == []


async def test_what_is_no_update_is_refused(hooked: Running, port: int) -> None:
    assert await call(port, b"not json") == 400
    assert await call(port, b"[]") == 400
    assert await call(port, {"message": {}}) == 400
    assert await call(port, b"x" * 1_000_001) == 413
    assert await call(port, b"\xff\xfe") == 400
    assert await call(port, b"[" * 200_000) == 400
    # What we cannot read is taken all the same: it would come again for ever.
    assert await call(port, {"update_id": 1, "message": {"text": "x"}}) == 200
    assert hooked.batches == []


@pytest.mark.parametrize("path", ["/", "/telegram/", "/telegram/x", "/Telegram", "/x/telegram"])
async def test_no_other_path_is_served(hooked: Running, port: int, path: str) -> None:
    update = {"update_id": 1, "message": {"text": "x"}}
    assert await call(port, update, path=path) == 404
    assert await call(port, update, None, path=path) == 404
    assert hooked.batches == []


@pytest.mark.parametrize("path", ["", "/a%20b/{c}", "/密"])
async def test_the_path_is_taken_as_it_stands(make: Make, peer: Peer, port: int, path: str) -> None:
    url = f"http://127.0.0.1:{port}{path}"
    run = make(mode="webhook", webhook={"url": url, "secret": SECRET, "port": port})
    run.start()
    await run.until(lambda: run.watch.times_well)
    assert await call(port, {"update_id": 1}, path=path) == 200
    assert await call(port, {"update_id": 1}, path=f"{path}/y") == 404


async def test_a_get_is_no_call(hooked: Running, port: int) -> None:
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"http://127.0.0.1:{port}/telegram")
    assert answer.status_code == 405


async def test_it_stops_when_it_is_told_to(hooked: Running, port: int) -> None:
    await hooked.stop()
    with pytest.raises(httpx.ConnectError):
        await call(port, {"update_id": 1})


async def test_a_secret_is_made_where_none_is_set(make: Make, peer: Peer, port: int) -> None:
    secrets = set()
    for _ in range(2):
        run = make(mode="webhook", webhook={"url": f"http://127.0.0.1:{port}/t", "port": port})
        run.start()
        await run.until(lambda watch=run.watch: watch.times_well)
        secrets.add(peer.calls_of("setWebhook")[-1].params["secret_token"])
        await run.stop()
    assert len(secrets) == 2
    assert all(len(secret) >= 32 for secret in secrets)


async def test_registering_waits_out_trouble(
    make: Make, peer: Peer, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.telegram.outage.FIRST", 0.01)
    peer.fail("setWebhook", Status(500), times=2)
    run = make(mode="webhook", webhook={"url": f"http://127.0.0.1:{port}/t", "port": port})
    run.start()
    await run.until(lambda: run.watch.times_well)
    assert run.watch.troubles == ["telegram-server"]


async def test_an_address_that_telegram_refuses_is_said(make: Make, peer: Peer, port: int) -> None:
    peer.any_webhook = False
    run = make(mode="webhook", webhook={"url": f"http://127.0.0.1:{port}/t", "port": port})
    run.start()
    await run.until(lambda: run.watch.troubles)
    assert run.watch.troubles == ["telegram-refused"]
    assert run.task is not None
    assert not run.task.done()


async def test_without_an_address_or_a_port_it_says_so_and_ends(make: Make, peer: Peer) -> None:
    run = make(mode="webhook")
    run.start()
    assert run.task is not None
    await asyncio.wait_for(run.task, 5)
    assert run.watch.alarms == ["telegram-webhook-no-url"]
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        run = make(
            mode="webhook", webhook={"url": "https://example.org/t", "port": taken.getsockname()[1]}
        )
        run.start()
        assert run.task is not None
        await asyncio.wait_for(run.task, 5)
    assert run.watch.alarms == ["telegram-webhook-port"]
