"""Part 6: from an update that Telegram has to the answer that it gets, beside a bare echo bot."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import Goal, Size, figure, in_turn, median_ratio, percentile, show

ROOT = Path(__file__).parents[1]
# The fake Bot API of the tests is the stock peer for both.
sys.path.insert(0, str(ROOT / "tests"))

TITLE = "answers through Telegram's protocol"
CHATS = 200
BUSY_PER_SECOND = 100
# Seconds after which an answer is not coming.
PATIENCE = 20


class Side:
    """One bot as a process of its own on a fake Bot API of its own."""

    def __init__(self, module: str, folder: Path) -> None:
        from peers.bot_api.peer import TOKEN, Peer

        self.peer = Peer(privacy=False)
        self.peer.start()
        self.process = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            env=os.environ
            | {
                "DUIZHANG_TELEGRAM__TOKEN": TOKEN,
                "DUIZHANG_TELEGRAM__BASE_URL": self.peer.address,
                "DUIZHANG_DATABASE__URL": f"sqlite:///{folder / 'a.db'}",
            },
            stderr=subprocess.DEVNULL,
        )
        # Everybody has a group of his own, so that each first answer makes a team; then they talk.
        self.people = [self.peer.person(f"小{n}") for n in range(CHATS)]
        self.groups = [
            self.peer.group(f"群{n}", each, told=False) for n, each in enumerate(self.people)
        ]
        # Twice, because each new group makes the bot forget what it remembers of all.
        for turn in (1, 2):
            for group, person in zip(self.groups, self.people, strict=True):
                self.peer.say(group, person, f"报单 {turn}00")
            self._until(lambda: len(self.peer.sent) >= CHATS * turn)  # noqa: B023
            # Owners are looked up beside the talk.
            time.sleep(1)

    def idle(self, messages: int) -> list[float]:
        """Seconds until each answer, one message at a time."""
        waits = []
        for n in range(messages):
            waits += self._asked(n, 1)
            time.sleep(0.02)
        return waits

    def _asked(self, n: int, count: int) -> list[float]:
        before = len(self.peer.sent)
        start = time.perf_counter()
        self.peer.say(self.groups[n % CHATS], self.people[n % CHATS], f"报单 {300 + n}")
        self._until(lambda: len(self.peer.sent) >= before + count)
        return [time.perf_counter() - start]

    def busy(self, seconds: float) -> list[float]:
        """Seconds until each answer with a hundred messages a second in two hundred chats."""
        asked: dict[int, float] = {}
        heard: dict[int, float] = {}
        total = int(seconds * BUSY_PER_SECOND)
        first = len(self.peer.sent)
        is_over = threading.Event()

        def listen() -> None:
            seen = first
            while not is_over.is_set():
                for message in self.peer.sent[seen:]:
                    heard.setdefault(message["chat"]["id"], time.perf_counter())
                    seen += 1
                time.sleep(0.0005)

        waits: list[float] = []
        for start in range(0, total, CHATS):
            asked.clear()
            heard.clear()
            is_over.clear()
            first = len(self.peer.sent)
            listener = threading.Thread(target=listen)
            listener.start()
            for n in range(start, min(start + CHATS, total)):
                due = time.perf_counter() + 1 / BUSY_PER_SECOND
                group, person = self.groups[n % CHATS], self.people[n % CHATS]
                asked[group.id] = time.perf_counter()
                self.peer.say(group, person, f"报单 {1000 + n}")
                time.sleep(max(0.0, due - time.perf_counter()))
            self._until(lambda: len(heard) >= len(asked))
            is_over.set()
            listener.join()
            waits += [heard[chat] - at for chat, at in asked.items()]
        return waits

    def _until(self, what: Callable[[], bool]) -> None:
        end = time.perf_counter() + PATIENCE
        while not what():
            if time.perf_counter() > end:
                raise TimeoutError("an answer did not come")
            time.sleep(0.0005)

    def close(self) -> None:
        """End the process and its Bot API."""
        self.process.kill()
        self.process.wait()
        self.peer.stop()


@contextmanager
def _sides() -> Iterator[dict[str, Side]]:
    with tempfile.TemporaryDirectory() as folder:
        sides = {
            "ours": Side("benchmarks.our_bot", Path(folder)),
            "echo": Side("benchmarks.echo_bot", Path(folder)),
        }
        try:
            yield sides
        finally:
            for side in sides.values():
                side.close()


def run(size: Size) -> list[Goal]:
    """Measure both sides in turn, idle and busy, and print the table."""
    messages, seconds = size.pick(60, 20), size.pick(6.0, 2.0)
    with _sides() as sides:
        idle = in_turn(
            {name: lambda s=s: s.idle(messages) for name, s in sides.items()}, size.rounds
        )
        busy = in_turn({name: lambda s=s: s.busy(seconds) for name, s in sides.items()}, 3)
    rows = []
    labels = {"ours": "this bot, committed to disk", "echo": "bare echo bot"}
    for name, label in labels.items():
        one = [wait for turn in idle[name] for wait in turn]
        many = [wait for turn in busy[name] for wait in turn]
        rows.append(
            (label, *(figure(percentile(w, p) * 1000) for w in (one, many) for p in (0.5, 0.95)))
        )
    head = ("", "idle p50", "idle p95", "busy p50", "busy p95")
    note = (
        f"ms from update to answer; busy: {BUSY_PER_SECOND} messages a second in {CHATS} chats;"
        " without Telegram's limits of 30 a second"
    )
    show(f"6 · {TITLE}", head, rows, note)

    def ratio(found: dict[str, list[list[float]]]) -> float:
        medians = {
            name: [statistics.median(turn) for turn in turns] for name, turns in found.items()
        }
        return median_ratio(medians["ours"], medians["echo"])

    return [
        Goal("answer, one chat, p50 over a bare echo", ratio(idle), 1.5, "×"),
        Goal("answer, 200 chats, p50 over a bare echo", ratio(busy), 1.5, "×"),
    ]
