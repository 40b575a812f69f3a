"""A service that answers on this machine, and a guard: no connection goes anywhere else."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from answering import Desk, served

_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _nobody_else_is_asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    elsewhere: list[Any] = []
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1"):
            elsewhere.append(address)
            raise OSError("not in a test")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    for name in _PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    yield
    assert elsewhere == []


@pytest.fixture
def desk() -> Iterator[Desk]:
    """The services, on this machine."""
    with served() as found:
        yield found
