"""The two databases of the queue, as for the tests of the queue itself, whose newsroom these use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import Server, running

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "review"))

import newsroom


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for all tests of this process; it is not there before a test asks for it."""
    with running() as server:
        yield server


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Iterator[Server | None]:
    """Where `newsroom.opened` keeps the queue; None = in a SQLite file."""
    newsroom.SERVER = request.getfixturevalue("postgres") if request.param == "postgres" else None
    yield newsroom.SERVER
    newsroom.SERVER = None
