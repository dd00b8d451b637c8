"""Part 5: how long until the bot is ready, and how much memory it holds then."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from benchmarks.measure import Goal, Size, figure, in_turn, show

TITLE = "start and memory"
ANSWERED = "✅"
_RESIDENT = re.compile(r"^VmRSS:\s*(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Start:
    """What one start took: seconds, and megabytes where they were looked at."""

    seconds: float
    megabytes: float = float("nan")


class Program:
    """The real program in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fresh = count()

    def python(self, code: str) -> Start:
        """A Python process that runs the code and ends."""
        return self._ended([sys.executable, "-c", code], self._folder / "none.db")

    def empty(self) -> Start:
        """`run` on the same database again, with no input: ready, and ended cleanly."""
        return self._ended(_RUN, self._folder / "kept.db")

    def fresh(self) -> Start:
        """`run` without a database: its tables are made first."""
        return self._ended(_RUN, self._folder / f"fresh-{next(self._fresh)}.db")

    def answer(self) -> Start:
        """`run` on an existing database up to the first answer, and the memory it holds then."""
        start = time.perf_counter()
        process = subprocess.Popen(
            _RUN,
            cwd=self._folder,
            env=self._environment(self._folder / "kept.db"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"小美: 报单 {next(self._fresh) + 300}\n")
        process.stdin.flush()
        line = next(line for line in process.stdout if ANSWERED in line)
        seconds = time.perf_counter() - start
        assert line
        megabytes = _resident(process.pid)
        process.communicate()
        assert process.returncode == 0
        return Start(seconds, megabytes)

    def _ended(self, command: list[str], database: Path) -> Start:
        start = time.perf_counter()
        subprocess.run(
            command,
            cwd=self._folder,
            env=self._environment(database),
            stdin=subprocess.DEVNULL,
            check=True,
        )
        return Start(time.perf_counter() - start)

    def _environment(self, database: Path) -> dict[str, str]:
        # An installed program has its bytecode.
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return kept | {
            "DUIZHANG_DATABASE__URL": f"sqlite:///{database}",
            "PYTHONIOENCODING": "utf-8",
        }


_RUN = [sys.executable, "-m", "bot", "run"]


def _resident(pid: int) -> float:
    """Megabytes of memory a process holds; not a number where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    found = _RESIDENT.search(status.read_text()) if status.exists() else None
    return int(found[1]) * 1024 / 1e6 if found else float("nan")


def run(size: Size) -> list[Goal]:
    """Start everything in turn and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder))
        sides: dict[str, Callable[[], Start]] = {
            "python alone": lambda: program.python("pass"),
            "import asyncio, sqlite3": lambda: program.python("import asyncio, sqlite3"),
            "import bot.cli": lambda: program.python("import bot.cli"),
            "run, existing database, no input, until ended": program.empty,
            "run, fresh database, no input, until ended": program.fresh,
            "run, existing database, until the first answer": program.answer,
        }
        program.empty()
        found = in_turn(sides, size.rounds)
    seconds = {name: statistics.median(s.seconds for s in starts) for name, starts in found.items()}
    answered = found["run, existing database, until the first answer"]
    memory = statistics.median(start.megabytes for start in answered)
    rows = [(name, figure(value * 1000)) for name, value in seconds.items()]
    show(f"5 · {TITLE}", ("", "ms"), rows, f"memory after the first answer: {figure(memory)} MB")
    ready = "run, existing database, no input, until ended"
    return [
        Goal("ready (and ended), existing database", seconds[ready], 1.0, "s"),
        Goal(
            "ready (and ended), fresh database",
            seconds[ready.replace("existing", "fresh")],
            1.0,
            "s",
        ),
        Goal(
            "first answer, existing database",
            statistics.median(s.seconds for s in answered),
            1.0,
            "s",
        ),
        Goal("memory when ready", memory, 80, "MB"),
    ]
