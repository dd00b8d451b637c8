"""The real console program on lines that are piped in, ended or killed from outside."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

# The head of each of the bot's messages.
BOT = "小队长"
# Longer than any run of these tests takes, in seconds.
PATIENCE = 120


class Console:
    """One process of `python -m bot run`; leaving it kills it."""

    def __init__(self, database: Path) -> None:
        self._log = database.with_suffix(".log")
        self.answers = 0
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=database.parent,
                env=os.environ | environment(database),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._feeders: list[threading.Thread] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self.kill()
        for feeder in self._feeders:
            feeder.join()
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self._reader.join()
        self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.answers += line.decode().startswith(BOT)

    def feed(self, lines: Sequence[str], chance: random.Random | None = None) -> None:
        """Pipe lines in; with a chance, in gulps and with pauses, as people write."""
        assert self.process.stdin is not None
        position = 0
        with contextlib.suppress(BrokenPipeError):
            while position < len(lines):
                gulp = chance.randint(1, 60) if chance else len(lines)
                words = "".join(f"{line}\n" for line in lines[position : position + gulp])
                self.process.stdin.write(words.encode())
                self.process.stdin.flush()
                position += gulp
                if chance:
                    time.sleep(chance.random() * 0.004)

    def feed_beside(self, lines: Sequence[str], chance: random.Random) -> None:
        """The same without waiting for it."""
        feeder = threading.Thread(target=self.feed, args=(lines, chance), daemon=True)
        self._feeders.append(feeder)
        feeder.start()

    def wait_for(self, answers: int, seconds: float) -> None:
        """Return after so many answers, after that time, or when the process has ended."""
        until = time.monotonic() + seconds
        while self.answers < answers and time.monotonic() < until and self.process.poll() is None:
            time.sleep(0.002)

    def kill(self) -> None:
        """SIGKILL."""
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        """End the input and see the program end well."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        assert self.process.wait(PATIENCE) == 0, self.complaints()

    def complaints(self) -> str:
        """What the program wrote to standard error."""
        return self._log.read_text(encoding="utf-8")


def environment(database: Path) -> dict[str, str]:
    """The settings that put the program on that database."""
    return {"DUIZHANG_DATABASE__URL": f"sqlite:///{database}", "PYTHONIOENCODING": "utf-8"}
