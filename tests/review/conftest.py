"""The two databases of the queue: `database` runs a module's tests once on each."""

from __future__ import annotations

from collections.abc import Iterator

import newsroom
import pytest
from postgres import Server, running


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
