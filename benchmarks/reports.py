"""Part 1: durable sale reports through the whole path, beside raw SQLite and a naive bot."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.crowd import PEOPLE, PRICE, PRODUCT, Report, reports
from benchmarks.ledgers import DATA, NOW, copied, ledger
from benchmarks.measure import Goal, Size, figure, in_turn, median_ratio, percentile, show
from benchmarks.naive_bot import NaiveBot
from benchmarks.raw_writer import RawWriter
from bot.app import App
from bot.config import DatabaseSection, Settings
from bot.core.clock import VirtualClock

TITLE = "durable sale reports, whole path"
LEDGER_ROWS = 100_000
WAITING = 100
# Tables whose growth must be the same on all sides, or they did not do the same work.
COUNTED = ("received", "sale", "sale_line", "sale_total", "outgoing")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side did in one round: messages, seconds, and how long each one waited."""

    messages: int
    seconds: float
    waits: Sequence[float]

    @property
    def per_second(self) -> float:
        """Messages in a second."""
        return self.messages / self.seconds


class Unheard:
    """Takes the place of the sender: what is measured ends when the answer is durable."""

    def wake(self, chats: Iterable[int]) -> None:
        """Leave the answers in their rows."""

    async def settle(self) -> None:
        """Nothing is on its way."""

    async def stop(self) -> None:
        """Nothing to stop."""


class OurBot:
    """The real App on a file of its own; a message has arrived when `receive` returns."""

    def __init__(self, file: Path, runner: asyncio.Runner) -> None:
        self._runner = runner
        self._reports = reports()
        settings = Settings(database=DatabaseSection(url=f"sqlite:///{file}"))
        self.app = App(settings, [], VirtualClock(NOW))
        runner.run(self.app.start())
        self.app.sender = Unheard()

    @property
    def commands(self) -> int:
        """How many commands the bot knows."""
        return len(self.app.table.commands)

    def turn(self, messages: int, waiting: int) -> Turn:
        """Take messages with so many waiting at any time."""
        batch = [report.incoming() for report in itertools.islice(self._reports, messages)]
        return self._runner.run(self._take(batch, waiting))

    async def _take(self, batch: list, waiting: int) -> Turn:
        waits: list[float] = []
        rest = iter(batch)

        async def person() -> None:
            for incoming in rest:
                start = time.perf_counter()
                await self.app.receive((incoming,))
                waits.append(time.perf_counter() - start)

        start = time.perf_counter()
        await asyncio.gather(*(person() for _ in range(waiting)))
        return Turn(len(batch), time.perf_counter() - start, waits)

    def close(self) -> None:
        """Stop the bot."""
        self._runner.run(self.app.stop())


def raw_turn(writer: RawWriter, source: Iterable[Report], messages: int, together: int) -> Turn:
    """Write messages' rows with so many to a commit."""
    batch = list(itertools.islice(source, messages))
    waits = [writer.write(batch[n : n + together]) for n in range(0, messages, together)]
    return Turn(messages, sum(waits), waits)


def naive_turn(
    bot: NaiveBot, source: Iterable[Report], messages: int, runner: asyncio.Runner
) -> Turn:
    """Let the naive bot take messages one after the other."""

    async def take() -> Turn:
        waits = []
        for report in itertools.islice(source, messages):
            start = time.perf_counter()
            await bot.take(report)
            waits.append(time.perf_counter() - start)
        return Turn(messages, sum(waits), waits)

    return runner.run(take())


def run(size: Size) -> list[Goal]:
    """Measure all sides in turn and print the table."""
    source = ledger(LEDGER_ROWS)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=DATA)))
        files = {
            name: copied(source, folder / f"{name}.db")
            for name in ("ours", "alone", "raw", "raw-alone", "naive")
        }
        for file in files.values():
            _list_prices(file)
        runner = stack.enter_context(asyncio.Runner())
        sides = _sides(files, runner, size, stack)
        for side in sides.values():
            side()
        before = {name: _counts(file) for name, file in files.items()}
        found = in_turn(sides, size.rounds)
        _compare_work(files, before, found)
    return _report(found)


def _sides(
    files: dict[str, Path], runner: asyncio.Runner, size: Size, stack: ExitStack
) -> dict[str, Callable[[], Turn]]:
    """What is measured, each on a file of its own."""
    many, single, naive = size.pick(8_000, 1_000), size.pick(1_500, 200), size.pick(200, 40)
    ours, alone = OurBot(files["ours"], runner), OurBot(files["alone"], runner)
    stack.callback(ours.close)
    stack.callback(alone.close)
    # Everybody has spoken once before, as in a bot that has been running for a while.
    for bot in (ours, alone):
        bot.turn(PEOPLE, WAITING)
    # The raw side's answers are copies of ours, so that all write the same bytes.
    contents = _contents(files["ours"])
    raw, raw_alone = RawWriter(files["raw"], contents), RawWriter(files["raw-alone"], contents)
    stack.callback(raw.close)
    stack.callback(raw_alone.close)
    plain = NaiveBot(files["naive"], ours.commands, contents)
    runner.run(plain.start())
    stack.callback(lambda: runner.run(plain.stop()))
    sources = {
        name: itertools.islice(reports(), PEOPLE, None) for name in ("raw", "raw-alone", "naive")
    }
    return {
        "ours": lambda: ours.turn(many, WAITING),
        "raw": lambda: raw_turn(raw, sources["raw"], many, WAITING),
        "alone": lambda: alone.turn(single, 1),
        "raw-alone": lambda: raw_turn(raw_alone, sources["raw-alone"], single, 1),
        "naive": lambda: naive_turn(plain, sources["naive"], naive, runner),
    }


def _list_prices(file: Path) -> None:
    """Give every team the product that is reported, so that quantity and price can be checked."""
    with sqlite3.connect(file) as connection:
        connection.execute(
            "INSERT OR IGNORE INTO product (team_id, name, price, unit)"
            " SELECT id, ?, ?, '盒' FROM team",
            (PRODUCT, PRICE * 100),
        )


def _contents(file: Path) -> tuple[str, str]:
    """Two answers as the bot writes them: without and with a product."""
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT content FROM outgoing ORDER BY length(content)")
        contents = [content for (content,) in rows]
    return contents[0], contents[-1]


def _counts(file: Path) -> dict[str, int]:
    with sqlite3.connect(file) as connection:
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in COUNTED
        }


def _compare_work(
    files: dict[str, Path], before: dict[str, dict[str, int]], found: dict[str, list[Turn]]
) -> None:
    """Make sure that every side wrote one sale a message and all sides the same rows."""
    for name, file in files.items():
        messages = sum(turn.messages for turn in found[name])
        after = _counts(file)
        grown = {table: after[table] - before[name][table] for table in COUNTED}
        assert grown["sale"] == grown["received"] == messages, (name, grown)
        # Ours has a word of praise here and there besides.
        assert grown["outgoing"] >= messages, (name, grown)
        assert abs(grown["sale_line"] * 2 - messages) <= PEOPLE, (name, grown)


def _report(found: dict[str, list[Turn]]) -> list[Goal]:
    speeds = {name: [turn.per_second for turn in turns] for name, turns in found.items()}
    waits = {name: [w for turn in turns for w in turn.waits] for name, turns in found.items()}
    labels = {
        "ours": f"this bot, {WAITING} waiting",
        "raw": f"raw sqlite3, {WAITING} a commit",
        "alone": "this bot, 1 waiting",
        "raw-alone": "raw sqlite3, 1 a commit",
        "naive": "naive bot, one after the other",
    }
    of_raw = median_ratio(speeds["ours"], speeds["raw"])
    of_naive = median_ratio(speeds["ours"], speeds["naive"])
    rows = []
    for name, label in labels.items():
        rows.append(
            (
                label,
                figure(statistics.median(speeds[name])),
                figure(statistics.median(waits[name]) * 1000),
                figure(percentile(waits[name], 0.99) * 1000),
                figure(median_ratio(speeds[name], speeds["raw"])),
                figure(median_ratio(speeds[name], speeds["naive"])),
            )
        )
    head = ("", "messages/s", "p50 ms", "p99 ms", "× raw 100", "× naive")
    note = "synchronous=FULL; each a copy of one database of 100,000 sales; raw p50 is a commit's"
    show(f"1 · {TITLE}", head, rows, note)
    medians = [
        (statistics.median(ours.waits), statistics.median(raw.waits))
        for ours, raw in zip(found["alone"], found["raw-alone"], strict=True)
    ]
    slower = median_ratio([ours for ours, _ in medians], [raw for _, raw in medians])
    return [
        Goal("sale reports, 100 waiting, of raw", of_raw, 0.2, "×", at_least=True),
        Goal("  the aim", of_raw, 0.4, "×", at_least=True),
        Goal("sale report, 1 waiting, p50 over raw commit", slower, 3, "×"),
        Goal("sale reports, 100 waiting, over naive", of_naive, 25, "×", at_least=True),
    ]
