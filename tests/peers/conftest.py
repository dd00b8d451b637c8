"""What the tests against stock peers share: loopback is open to them."""

import pytest
from peers.loopback import allow_loopback_alone


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets may be opened here, and reach loopback alone."""
    allow_loopback_alone(monkeypatch)
