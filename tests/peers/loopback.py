"""Sockets for tests against peers: loopback and nothing else."""

import socket
from typing import Any

import pytest


def allow_loopback_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets be opened, and fail a test that reaches beyond this machine."""
    real = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert address[0] in ("127.0.0.1", "::1"), f"a test reached for {address[0]}"
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
