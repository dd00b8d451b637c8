"""Part 10: pictures: how long one takes to draw, and what others wait while some are drawn."""

from __future__ import annotations

import asyncio
import itertools
import statistics
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from benchmarks.crowd import Report, reports
from benchmarks.ledgers import DATA, NOW, PLATFORM, TEAMS, copied, ledger
from benchmarks.measure import Goal, Size, figure, in_turn, percentile, show, stopwatch
from bot.app import App
from bot.config import DatabaseSection, Settings
from bot.core.cards import Picture
from bot.core.clock import VirtualClock
from bot.core.i18n import written
from bot.core.looks import Look
from bot.core.pictures import (
    BoardRow,
    Course,
    DayBar,
    Fact,
    Side,
    board_picture,
    curve_picture,
    duel_picture,
    report_picture,
)
from bot.core.ports import Capabilities, Message, Receive
from bot.render.pictures import Painter

TITLE = "pictures, ms"
LEDGER_ROWS = 100_000
# Seconds between an answer of the stream and the next message, and after how many of them a
# picture is asked for.
APART, A_PICTURE = 0.005, 20
# Chats of the stream; each has spoken several times before.
CHATS, SAID_BEFORE = 20, 400
# The warm picture and what it may cost the others, ms.
WARM, DELAY = 40.0, 5.0
_LOOK = Look(team="冲刺群")


def samples() -> dict[str, Picture]:
    """One picture of each kind, as a team of twelve has it."""
    names = (
        "小美",
        "阿芳",
        "丽姐",
        "娜娜",
        "老王",
        "大宝",
        "小陈",
        "赵一",
        "钱二",
        "孙三",
        "李四",
        "周五",
    )
    rows = [
        BoardRow(n, name, f"{20_000 - n * 1_234:,}.50", 10_000 - n * 600, f"{40 - n} 单")
        for n, name in enumerate(names, start=1)
    ]
    facts = [Fact("成交", "38 单"), Fact("比昨日", "+12%", 1), Fact("开单", "9 人")]
    days = [DayBar(f"{n}", n * 7919 % 1000, n == 18) for n in range(1, 31)]
    course = Course(3_000_000, tuple(n * 140_000 for n in range(1, 19)), 30, 3_300_000, 4_500_000)
    best = tuple((row.name, row.figure) for row in rows[:3])
    sides = (
        Side("红队", "38,690", 10_000, "完成率 86%", best, is_ahead=True),
        Side("蓝队", "31,200", 8_064, "完成率 71%", best),
    )
    return {
        "board": board_picture("本月排行", "6月1日–6月18日", rows, total="团队 123,456.50 元"),
        "report": report_picture(
            "6月战报", "6月", Fact("团队", "123,456 元"), facts=facts, days=days
        ),
        "curve": curve_picture("目标", "6月", course, target="目标 30,000", facts=facts),
        "duel": duel_picture("PK3", "6月", sides, ends="还剩 2 天"),
    }


def drawn(painter: Painter, picture: Picture) -> float:
    """The milliseconds of one picture."""
    with stopwatch() as seconds:
        painter.draw(picture, lambda words: written(words, "zh-CN"), _LOOK)
        return seconds() * 1000


class Stream:
    """The real bot on a platform that sends at once; `waits` are the seconds from a message's
    arrival to its answer.
    """

    name = account = PLATFORM
    can = Capabilities(edit=True)

    def __init__(self, file: Path, runner: asyncio.Runner) -> None:
        self._runner = runner
        self._reports = reports()
        self._began = 0.0
        self._waited_for = ""
        self._answered = asyncio.Event()
        self._waits: list[float] = []
        self._pictures = 0
        settings = Settings(database=DatabaseSection(url=f"sqlite:///{file}"))
        self.app = App(settings, [self], VirtualClock(NOW))
        runner.run(self.app.start())
        runner.run(self._play(SAID_BEFORE, with_pictures=True, apart=0))

    async def run(self, receive: Receive) -> None:
        """Hand over nothing."""

    async def send(self, message: Message) -> str:
        """Note when an answer left."""
        if message.picture is not None:
            self._pictures += 1
        elif message.reply_to == self._waited_for:
            self._waits.append(time.perf_counter() - self._began)
            self._answered.set()
        return f"B{len(self._waits)}-{self._pictures}"

    def turn(self, messages: int, *, with_pictures: bool) -> list[float]:
        """The waits of a stream of sales in some chats; pictures are asked for in another one."""
        self._waits, self._pictures = [], 0
        self._runner.run(self._play(messages, with_pictures=with_pictures, apart=APART))
        assert self._pictures == (messages // A_PICTURE if with_pictures else 0), self._pictures
        return self._waits

    async def _play(self, messages: int, *, with_pictures: bool, apart: float) -> None:
        elsewhere = (report for report in self._reports if report.team <= CHATS)
        asking: list[asyncio.Task[None]] = []
        for n, report in enumerate(itertools.islice(elsewhere, messages), start=1):
            if n % A_PICTURE == 0:
                asking.append(asyncio.create_task(self._ask(n, is_picture=with_pictures)))
            incoming = report.incoming()
            self._began = time.perf_counter()
            self._waited_for = incoming.message_id
            self._answered.clear()
            await self.app.receive((incoming,))
            await self._answered.wait()
            await asyncio.sleep(apart)
        await asyncio.gather(*asking)
        await self.app.settle()

    async def _ask(self, n: int, *, is_picture: bool) -> None:
        """Ask for the same figures with or without a picture."""
        asked = Report(TEAMS - 1).incoming()
        text = f"战报 本月 {'图' if is_picture else '文字'}"
        key = f"p{time.perf_counter_ns()}-{n}"
        await self.app.receive((replace(asked, message_id=key, text=text),))

    def close(self) -> None:
        """Stop the bot."""
        self._runner.run(self.app.stop())


def run(size: Size) -> list[Goal]:
    """Draw, let a stream run with and without pictures, and print both tables."""
    painter, pictures = Painter(), samples()
    cold = {name: drawn(Painter(), picture) for name, picture in pictures.items()}
    for picture in pictures.values():
        drawn(painter, picture)
    found = in_turn(
        {
            name: lambda picture=picture: drawn(painter, picture)
            for name, picture in pictures.items()
        },
        size.pick(30, 5),
    )
    warm = {name: statistics.median(times) for name, times in found.items()}
    rows = [(name, figure(cold[name]), figure(warm[name])) for name in pictures]
    show(f"10 · {TITLE}", ("", "cold", "warm"), rows, "1080 pixels wide, PNG")
    added = _delay(size)
    slowest = max(warm.values())
    return [
        Goal("a warm picture", slowest, WARM, "ms"),
        Goal("other messages' p99 while pictures are drawn", added, DELAY, "ms more"),
    ]


def _delay(size: Size) -> float:
    """By how many milliseconds the others' p99 grows."""
    messages = size.pick(600, 90)
    source = ledger(LEDGER_ROWS)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=DATA)))
        runner = stack.enter_context(asyncio.Runner())
        stream = Stream(copied(source, folder / "stream.db"), runner)
        stack.callback(stream.close)
        sides = {
            "without": lambda: stream.turn(messages, with_pictures=False),
            "with pictures": lambda: stream.turn(messages, with_pictures=True),
        }
        found = in_turn(sides, size.rounds)
    waits = {name: [wait for turn in turns for wait in turn] for name, turns in found.items()}
    rows = [
        (
            name,
            figure(statistics.median(each) * 1000),
            figure(percentile(each, 0.99) * 1000),
            figure(max(each) * 1000),
        )
        for name, each in waits.items()
    ]
    note = (
        f"one message after the other in {CHATS} chats, with each {A_PICTURE} a picture in another"
    )
    show("10 · others' waits, ms", ("", "p50", "p99", "max"), rows, note)
    # The median of rounds beside each other: one slow commit of the disk is no picture's fault.
    tails = {name: [percentile(turn, 0.99) for turn in turns] for name, turns in found.items()}
    grown = [a - b for a, b in zip(tails["with pictures"], tails["without"], strict=True)]
    return max(0.0, statistics.median(grown) * 1000)


if __name__ == "__main__":
    run(Size())
