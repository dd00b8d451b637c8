"""What the tests against stock peers share: loopback is open to them."""

import socket
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets may be opened here, and reach loopback alone."""
    real = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert address[0] in ("127.0.0.1", "::1"), f"a test reached for {address[0]}"
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
