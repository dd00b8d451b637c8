"""`python -m benchmarks [PART …] [--quick]`: measure, print, and say which goals are reached."""

from __future__ import annotations

import argparse
import importlib
import platform
import sqlite3

from benchmarks.measure import Goal, Size, show

PARTS = (
    "reports",
    "dispatch",
    "boards",
    "digests",
    "startup",
    "talk",
    "assignments",
    "mine",
    "minutes",
    "pictures",
    "why",
)


def main() -> None:
    """Run the parts that are named, or all."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("part", nargs="*", choices=(*PARTS, []), help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="small sizes: only whether it runs")
    asked = parser.parse_args()
    size = Size(asked.quick)
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, medians", end=" ")
    print(f"of {size.rounds} rounds; compare figures within a run only")
    goals: list[Goal] = []
    for part in asked.part or PARTS:
        goals += importlib.import_module(f"benchmarks.{part}").run(size)
    show("goals", ("", "goal", "reached", ""), [goal.row() for goal in goals])


if __name__ == "__main__":
    main()
