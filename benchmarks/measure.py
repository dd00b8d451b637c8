"""Sides timed in turn within one run, their medians as a readable table, and goals."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from wcwidth import wcswidth

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Size:
    """How much to measure: `rounds` of everything, and counts for a full or a quick run."""

    is_quick: bool = False

    @property
    def rounds(self) -> int:
        """How often each side has its turn."""
        return 3 if self.is_quick else 7

    def pick(self, full: R, quick: R) -> R:
        """The full or the quick figure."""
        return quick if self.is_quick else full


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that must reach a limit: at least or at most."""

    name: str
    reached: float
    limit: float
    unit: str = ""
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the figure is good enough."""
        return self.reached >= self.limit if self.at_least else self.reached <= self.limit

    def row(self) -> tuple[str, ...]:
        """The goal as a line of the summary."""
        sign = "≥" if self.at_least else "≤"
        limit = f"{sign} {figure(self.limit)} {self.unit}".rstrip()
        reached = f"{figure(self.reached)} {self.unit}".rstrip()
        return (self.name, limit, reached, "ok" if self.is_met else "short")


def in_turn(sides: Mapping[str, Callable[[], R]], rounds: int) -> dict[str, list[R]]:
    """What each side gave in each round; the order is reversed every second round."""
    found: dict[str, list[R]] = {name: [] for name in sides}
    for number in range(rounds):
        names = list(sides) if number % 2 == 0 else list(reversed(sides))
        for name in names:
            found[name].append(sides[name]())
    return found


@contextmanager
def stopwatch() -> Iterator[Callable[[], float]]:
    """A function that tells the seconds since the block began."""
    start = time.perf_counter()
    yield lambda: time.perf_counter() - start


def median_ratio(over: Sequence[float], under: Sequence[float]) -> float:
    """The median of the ratios of rounds that were timed beside each other."""
    return statistics.median(a / b for a, b in zip(over, under, strict=True))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def figure(value: float) -> str:
    """A number with three significant digits, thousands apart."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], note: str = "") -> None:
    """Print a table: the first column to the left, figures to the right."""
    widths = [max(wcswidth(row[n]) for row in (head, *rows)) for n in range(len(head))]
    print(f"\n{title}")
    for row in (head, tuple("─" * width for width in widths), *rows):
        cells = [row[0] + " " * (widths[0] - wcswidth(row[0]))]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print("  " + "  ".join(cells))
    if note:
        print(f"  {note}")
