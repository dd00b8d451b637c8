"""Part 2: finding a command among many and giving its arguments their types."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product

import handlers
from benchmarks.measure import Goal, Size, figure, in_turn, median_ratio, show, stopwatch
from bot.core.commands import Router
from bot.core.context import Ctx
from bot.core.table import Table
from bot.kit import Card, MemberInfo, Money, RecordRef, Role, t

TITLE = "dispatch of a command with arguments, µs"
# Lines of a day; each finds a command and gives it typed arguments.
LINES = ("业绩 小美 本月", "流水 上周", "/ledger 小美 今天", "更正 #S27 1180", "撤销 #S27 发错了")
CHAT = ("早上好,大家今天加油", "客户说晚上再看看", "哈哈哈哈", "明天几点开会?")
_SIGNS = "甲乙丙丁戊己庚辛壬癸"


@dataclass(frozen=True, slots=True)
class Office:
    """Fifty people, and the day it is."""

    today: dt.date = dt.date(2025, 6, 18)
    people: dict[str, MemberInfo] = field(
        default_factory=lambda: {
            name: MemberInfo(n, 1, name, Role.MEMBER, "active", "")
            for n, name in enumerate(["小美", *(f"成员{n}" for n in range(1, 50))])
        }
    )

    def find_member(self, name: str) -> MemberInfo | None:
        """The member of that name."""
        return self.people.get(name)


def generated(count: int) -> tuple[Table, list[str]]:
    """A table of so many commands, and lines that call some from all over it."""
    router = Router("generated")
    words = ["".join(signs) for signs in product(_SIGNS, repeat=3)][:count]
    for word in words:
        router.command(f"run_{_letters(word)}", word)(_no_work)
    called = words[:: max(1, count // 5)][:5]
    return Table([router]), [f"{word} #S27 1180 发错了" for word in called]


def _letters(word: str) -> str:
    return "".join(chr(ord("a") + _SIGNS.index(sign)) for sign in word)


def _no_work(ctx: Ctx, record: RecordRef, amount: Money, *, note: str = "") -> Card:
    return Card(t("common-yes"))


def dispatch(table: Table, lines: Sequence[str], times: int) -> float:
    """Microseconds to find each line's command and bind its arguments."""
    scope = Office()
    with stopwatch() as seconds:
        for _ in range(times):
            for line in lines:
                called = table.find(line)
                assert called is not None
                called.command.bind(called.line, scope)
        return seconds() / times / len(lines) * 1e6


def pass_by(table: Table, lines: Sequence[str], times: int) -> float:
    """Microseconds to see that a line is no command."""
    with stopwatch() as seconds:
        for _ in range(times):
            for line in lines:
                assert table.find(line) is None
        return seconds() / times / len(lines) * 1e6


def run(size: Size) -> list[Goal]:
    """Measure our own table and generated ones in turn and print the table."""
    own = Table(handlers.routers())
    times = size.pick(4_000, 200)
    fifty, some = generated(50)
    many, others = generated(500)
    sides: dict[str, Callable[[], float]] = {
        f"among our {len(own.commands)}: {line}": lambda line=line: dispatch(own, [line], times)
        for line in LINES
    }
    sides |= {
        "among 50 generated": lambda: dispatch(fifty, some, times),
        "among 500 generated": lambda: dispatch(many, others, times),
        "plain chat, ours": lambda: pass_by(own, CHAT, times),
        "plain chat, 500 generated": lambda: pass_by(many, CHAT, times),
    }
    found = in_turn(sides, size.rounds + 2)
    medians = {name: statistics.median(values) for name, values in found.items()}
    rows = [(name, figure(value)) for name, value in medians.items()]
    growth = median_ratio(found["among 500 generated"], found["among 50 generated"])
    show(f"2 · {TITLE}", ("", "µs"), rows, f"500 commands over 50: × {figure(growth)}")
    ours = [value for name, value in medians.items() if name.startswith("among our")]
    return [
        Goal("dispatch, the slowest of our lines", max(ours), 15, "µs"),
        Goal("  the aim, median line", statistics.median(ours), 5, "µs"),
        Goal("dispatch, 500 commands over 50", growth, 1.1, "×"),
    ]
