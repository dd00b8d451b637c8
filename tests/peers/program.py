"""The real program, serving the platforms that stand around it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

# Seconds in which the program ends when it is told to (P32).
STOPS_WITHIN = 10


class Program:
    """One process of `python -m bot run` with these settings; leaving it kills it."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.database = folder / "a.db"
        self._log = folder / "log"
        ours = {f"DUIZHANG_{name}": value for name, value in settings.items()}
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=folder,
                env=os.environ
                | {"DUIZHANG_DATABASE__URL": f"sqlite:///{self.database}", "PYTHONUTF8": "1"}
                | ours,
                stdin=subprocess.DEVNULL,
                stderr=log,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self.kill()

    def kill(self) -> None:
        """SIGKILL."""
        self.process.kill()
        self.process.wait()

    def end(self) -> float:
        """SIGTERM; returns the seconds until it ended well."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(STOPS_WITHIN) == 0, self.log
        return time.monotonic() - start

    @property
    def log(self) -> str:
        """What all processes of this folder wrote to standard error."""
        return self._log.read_text(encoding="utf-8")
