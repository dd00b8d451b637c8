"""The command menu by scope and language, and the check-up."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from peers.bot_api import Peer, Place, Status
from telegram import Bot
from telegram_house import MENU, Running, section

from bot.app import catalog
from bot.core.cards import t
from bot.core.events import Chat, Sender
from bot.core.i18n import LANGUAGES
from bot.core.ports import Finding, MenuEntry, Message
from bot.platforms.telegram import Unusable, checkup, examine, probe
from bot.platforms.telegram.menu import commands
from models.values import Role

Make = Callable[..., Running]
MEMBERS, EVERYTHING = ["sale"], ["sale", "price_set", "transfer"]


def menus(peer: Peer) -> dict[tuple[str, str], list[str]]:
    return {
        (json.loads(scope)["type"], language): [command["command"] for command in given]
        for (scope, language), given in peer.commands.items()
    }


async def test_each_scope_gets_what_its_people_may_do(running: Running) -> None:
    await running.until(lambda: len(running.peer.commands) == 8)
    members = ("default", "all_private_chats", "all_group_chats")
    expected = {(scope, language): MEMBERS for scope in members for language in ("", "en")}
    expected |= {("all_chat_administrators", language): EVERYTHING for language in ("", "en")}
    assert menus(running.peer) == expected


async def test_the_words_are_chinese_unless_somebody_reads_english(running: Running) -> None:
    await running.until(lambda: len(running.peer.commands) == 8)
    for (_, code), given in running.peer.commands.items():
        language = "en" if code else "zh-CN"
        assert given[0]["description"] == catalog().text(MENU[0].what, language)


async def test_one_member_gets_what_his_role_may(running: Running, crew: Place) -> None:
    await running.until(lambda: len(running.peer.commands) == 8)
    given = Message(
        Chat(str(crew.id), is_group=True),
        "好",
        mentions=(Sender("5", "阿芳"),),
        rank=Role.MANAGER,
    )
    await running.platform.send(given)
    key = (("chat_id", crew.id), ("type", "chat_member"), ("user_id", 5))
    await running.until(lambda: key in _by_scope(running))
    assert _by_scope(running)[key] == ["sale", "price_set"]
    # A menu is no reason not to say it.
    running.peer.fail("setMyCommands", Status(500))
    await running.platform.send(replace(given, rank=Role.MEMBER))


def _by_scope(running: Running) -> dict[tuple[tuple[str, object], ...], list[str]]:
    return {
        tuple(sorted(json.loads(scope).items())): [c["command"] for c in given]
        for (scope, language), given in running.peer.commands.items()
        if language == ""
    }


async def test_a_menu_that_cannot_be_set_stops_nothing(make: Make, peer: Peer) -> None:
    peer.fail("setMyCommands", Status(500))
    run = make()
    run.start()
    await run.polls()
    await run.until(lambda: run.watch.troubles)
    assert run.watch.troubles == ["telegram-menu"]


def test_only_names_and_lengths_that_telegram_takes() -> None:
    def words(what: object) -> str:
        return "👍" * 200

    entries = [
        MenuEntry(name, Role.MEMBER, t("x"))
        for name in ("sale", "Sale", "s" * 33, "报单", "", *(f"c{n}" for n in range(120)))
    ]
    made = commands(entries, Role.MEMBER, words)
    assert len(made) == 100
    assert [c.command for c in made[:2]] == ["sale", "c0"]
    assert len(made[0].description.encode("utf-16-le")) // 2 <= 256


# -- check-up


def seen(found: list[Finding]) -> list[tuple[str, str]]:
    for finding in found:
        for language in LANGUAGES:
            assert catalog().text(finding.what, language).startswith("Telegram")
    return [(finding.mark, finding.what.key.removeprefix("telegram-check-")) for finding in found]


@pytest.fixture(autouse=True)
def _short_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "_LOOK", 1)


async def test_all_is_well(peer: Peer) -> None:
    assert seen(await examine(section(peer))) == [("✓", "name"), ("✓", "reads-all"), ("✓", "alone")]
    assert seen(await examine(section(peer), is_running=True)) == [
        ("✓", "name"),
        ("✓", "reads-all"),
    ]


async def test_looking_confirms_nothing(peer: Peer, crew: Place) -> None:
    peer.say(crew, peer.person("小美"), "报单 398")
    assert seen(await examine(section(peer)))[-1] == ("✓", "alone")
    assert (len(peer.updates.waiting), peer.updates.confirmed) == (1, 0)


async def test_a_token_that_nobody_knows(peer: Peer) -> None:
    for token in ("7000000001:wrong", "nonsense"):
        found = await examine(section(peer, token=token))
        assert seen(found) == [("✗", "token")]
        with pytest.raises(Unusable) as unusable:
            await probe(section(peer, token=token))
        assert unusable.value.what.key == "telegram-check-token"


async def test_nobody_there(peer: Peer) -> None:
    nowhere = section(peer, base_url="http://127.0.0.1:9")
    (finding,) = await examine(nowhere)
    assert finding.mark == "✗"
    assert (
        catalog()
        .text(finding.what, "en")
        .startswith("Telegram: 127.0.0.1:9 cannot be reached (no connection)")
    )
    with pytest.raises(Unusable):
        await probe(nowhere)


async def test_the_wizard_learns_the_name(peer: Peer) -> None:
    assert await probe(section(peer)) == "duizhang_bot"


async def test_privacy_mode_is_told(peer: Peer) -> None:
    peer.reads_all = False
    assert ("!", "privacy") in seen(await examine(section(peer)))


async def test_a_webhook_in_the_way_is_told(peer: Peer) -> None:
    peer.updates.webhook = {"url": "https://old.example.org/x", "secret": ""}
    found = await examine(section(peer), is_running=True)
    assert seen(found)[-1] == ("!", "webhook-left")
    assert "old.example.org" in catalog().text(found[-1].what, "en")


@pytest.mark.parametrize(
    ("set_to", "error", "expected"),
    [
        ("", "", ("✓", "webhook")),
        ("https://mine.example.org/t", "", ("✓", "webhook")),
        ("https://mine.example.org/t", "Connection refused", ("!", "webhook-fails")),
        ("https://other.example.org/t", "", ("!", "webhook-other")),
    ],
)
async def test_webhook_mode(peer: Peer, set_to: str, error: str, expected: tuple[str, str]) -> None:
    peer.updates.webhook = {"url": set_to, "secret": ""} if set_to else None
    peer.updates.last_error = error
    settings = section(peer, mode="webhook", webhook={"url": "https://mine.example.org/t"})
    assert seen(await examine(settings))[-1] == expected


async def test_webhook_mode_without_an_address(peer: Peer) -> None:
    (finding,) = [f for f in await examine(section(peer, mode="webhook")) if f.mark == "✗"]
    assert finding.what.key == "telegram-webhook-no-url"


async def test_a_second_poller_is_told(peer: Peer) -> None:
    async def other() -> None:
        async with Bot(peer.token, base_url=f"{peer.address}/bot") as bot:
            while True:
                try:
                    await bot.get_updates(timeout=10)
                except Exception:
                    await asyncio.sleep(0.05)

    polling = asyncio.create_task(other())
    async with asyncio.timeout(5):
        while not peer.updates.is_polled:  # noqa: ASYNC110 - the peer has a thread of its own
            await asyncio.sleep(0.005)
    found = await examine(section(peer))
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    assert [finding.what.key for finding in found if finding.mark == "✗"] == ["telegram-conflict"]
