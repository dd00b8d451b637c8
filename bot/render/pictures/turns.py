"""Drawing in small steps: between them every other thread has its turn."""

from __future__ import annotations

import time

# After so many seconds of work the thread lets others go first, for at least so long: an
# interpreter that is asked for the lock hands it over only after 5 ms.
_TURN, _REST = 0.0004, 0.00005


class Turns:
    """The work of one thread since others last had their turn."""

    def __init__(self) -> None:
        self._since = time.perf_counter()

    def rest(self) -> None:
        """A step is done; let the others go first where it is time."""
        if time.perf_counter() - self._since > _TURN:
            time.sleep(_REST)
            self._since = time.perf_counter()
