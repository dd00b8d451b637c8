"""The real program on the fake Bot API: killed, told things again, cut off, slowed down."""

from __future__ import annotations

import random
import secrets
import sqlite3
import sys
import time
from collections import Counter, deque
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from peers.bot_api.faults import BadGateway, CutAfter, CutBefore, Hang, Status, TooMany
from peers.bot_api.peer import TOKEN, Peer
from peers.program import Program

GROUPS = 20
# Messages older than ten minutes are booked without an answer: a backlog is no talk.
AN_HOUR_AGO = -3600


def program(folder: Path, peer: Peer, **more: str) -> Program:
    """The program on that Bot API."""
    return Program(folder, TELEGRAM__TOKEN=TOKEN, TELEGRAM__BASE_URL=peer.address, **more)


def seconds_until(what: Callable[[], bool], longest: float) -> float:
    """Wait until something is so; returns how long that took."""
    start = time.monotonic()
    while not what():
        assert time.monotonic() - start < longest, "it never came about"
        time.sleep(0.01)
    return time.monotonic() - start


def ledger(database: Path) -> list[tuple[int, int]]:
    """The amounts on the ledger with how often each is there, every amount being one message's."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = connection.execute("SELECT amount FROM sale").fetchall()
    return sorted(Counter(amount // 100 for (amount,) in rows).items())


def booked(database: Path) -> int:
    """How many sales there are; none before there is a database."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            count: int = connection.execute("SELECT count(*) FROM sale").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    return count


@pytest.mark.parametrize(
    ("messages", "kills"),
    [
        pytest.param(2_000, 7, id="7 kills"),
        pytest.param(6_000, 20, id="20 kills", marks=pytest.mark.slow),
    ],
)
def test_kills_lose_no_update_and_book_none_twice(
    messages: int, kills: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = secrets.randbelow(1 << 32)
    chance = random.Random(seed)
    with Peer(privacy=False, now=lambda: time.time() + AN_HOUR_AGO) as peer:
        owner = peer.person("老王")
        groups = [peer.group(f"第{n}群", owner) for n in range(GROUPS)]
        people = [peer.person(f"小{n}") for n in range(10)]
        for n in range(messages):
            peer.say(chance.choice(groups), chance.choice(people), f"报单 {1000 + n}")
        for kill in range(1, kills + 1):
            with program(tmp_path, peer) as bot:
                until = messages * kill // (kills + 1)
                deadline = time.monotonic() + chance.uniform(0.3, 2.5)
                while booked(tmp_path / "a.db") < until and time.monotonic() < deadline:
                    time.sleep(0.005)
                bot.kill()
        with program(tmp_path, peer) as bot:
            seconds_until(lambda: booked(tmp_path / "a.db") >= messages, 60)
            bot.end()
    found = dict(ledger(tmp_path / "a.db"))
    lost = messages - len(found)
    twice = sum(count > 1 for count in found.values())
    with capsys.disabled():
        sys.stdout.write(
            f"\nseed {seed}: {kills} kills, {messages:,} updates: {lost} lost, {twice} twice\n"
        )
    assert (lost, twice) == (0, 0)


def test_updates_told_again_and_in_any_order_change_nothing(tmp_path: Path) -> None:
    seed = secrets.randbelow(1 << 32)
    chance = random.Random(seed)
    with Peer(privacy=False, now=lambda: time.time() + AN_HOUR_AGO) as peer:
        owner, mei = peer.person("老王"), peer.person("小美")
        group = peer.group("冲刺群", owner)
        for n in range(300):
            said = peer.say(group, mei, f"报单 {1000 + n}")
            if n % 10 == 0:
                peer.edit(group, mei, said.id, f"报单 {5000 + n}")
        _repeat(peer, chance)
        with program(tmp_path, peer) as bot:
            seconds_until(lambda: not peer.updates.waiting, 30)
            bot.end()
        # Telegram's numbers begin anew, maybe lower, after a quiet week.
        peer.updates.next_id = 17
        peer.say(group, mei, "报单 4999")
        with program(tmp_path, peer) as bot:
            seconds_until(lambda: booked(tmp_path / "a.db") >= 331, 20)
            bot.end()
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        current = connection.execute(
            "SELECT amount / 100 FROM sale WHERE id NOT IN"
            " (SELECT corrects_id FROM sale WHERE corrects_id IS NOT NULL)"
        ).fetchall()
    wanted = sorted([(5000 if n % 10 == 0 else 1000) + n for n in range(300)] + [4999])
    assert sorted(amount for (amount,) in current) == wanted, seed


def _repeat(peer: Peer, chance: random.Random) -> None:
    """Let everything that waits come one to five times, in any order."""
    again = [dict(update) for update in peer.updates.waiting for _ in range(chance.randint(1, 5))]
    chance.shuffle(again)
    for number, update in enumerate(again, peer.updates.next_id):
        update["update_id"] = number
    peer.updates.next_id += len(again)
    peer.updates.waiting = deque(again)


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("getUpdates", Status(500)),
        ("getUpdates", BadGateway()),
        ("getUpdates", CutBefore()),
        ("getUpdates", CutAfter()),
        ("sendMessage", Status(500)),
        ("sendMessage", TooMany(2)),
        ("sendMessage", CutBefore()),
        ("sendMessage", CutAfter()),
    ],
    ids=str,
)
def test_trouble_passes_and_the_answer_comes(tmp_path: Path, method: str, fault: object) -> None:
    with Peer(privacy=False) as peer:
        mei = peer.person("小美")
        with program(tmp_path, peer) as bot:
            seconds_until(lambda: peer.count("getUpdates") > 0, 30)
            peer.say(mei, mei, "在吗")
            peer.fail(method, fault, times=2 if method == "getUpdates" else 1)  # type: ignore[arg-type]
            group = peer.group("冲刺群", mei, told=False)
            peer.say(group, mei, "报单 398")
            seconds_until(lambda: any("398.00" in text for text in peer.texts(group)), 20)
            bot.end()
        assert ledger(tmp_path / "a.db") == [(398, 1)]


def test_a_chat_that_must_wait_delays_no_other(tmp_path: Path) -> None:
    with Peer(privacy=False) as peer:
        owner = peer.person("老王")
        slow, quick = (peer.group(name, owner, told=False) for name in ("慢群", "快群"))
        with program(tmp_path, peer) as bot:
            seconds_until(lambda: peer.count("getUpdates") > 0, 10)
            peer.fail("sendMessage", TooMany(5), chat=slow.id)
            peer.say(slow, owner, "报单 100")
            seconds_until(lambda: peer.count("sendMessage") > 0, 10)
            asked = time.monotonic()
            peer.say(quick, owner, "报单 200")
            assert seconds_until(lambda: bool(peer.texts(quick)), 4) < 2
            seconds_until(lambda: bool(peer.texts(slow)), 10)
            assert time.monotonic() - asked > 4
            bot.end()


def test_a_hanging_platform_does_not_hold_up_the_end(tmp_path: Path) -> None:
    with Peer(privacy=False) as peer:
        mei = peer.person("小美")
        group = peer.group("冲刺群", mei, told=False)
        with program(tmp_path, peer) as bot:
            seconds_until(lambda: peer.count("getUpdates") > 0, 10)
            peer.fail("sendMessage", Hang())
            peer.say(group, mei, "报单 398")
            seconds_until(lambda: peer.count("sendMessage") > 0, 10)
            assert bot.end() < 10


def test_a_bad_token_is_one_clear_end(tmp_path: Path) -> None:
    with (
        Peer() as peer,
        Program(tmp_path, TELEGRAM__TOKEN=f"1:{'x' * 30}", TELEGRAM__BASE_URL=peer.address) as bot,
    ):
        assert bot.process.wait(15) == 2
        assert "token" in bot.log
        assert "Traceback" not in bot.log
        assert "xxxx" not in bot.log
