"""One desk with the shipped checks for all tests here, in no newsroom and for one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest
from speak import REPOSITORY

from workbench import loader
from workbench.config import Newsroom, Settings
from workbench.drafting import Desk, Draft, panel
from workbench.loader import Content

DAY = date(2026, 11, 25)
FOLDERS = (REPOSITORY / "checks",)
Say = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def content() -> Content:
    return loader.load(FOLDERS)


@pytest.fixture(scope="session")
def desk_in(content: Content) -> Callable[[str], Desk]:
    """A desk of a newsroom in a country ("" = none declared)."""
    return lambda country: Desk(content, Settings(None, Newsroom(country)), FOLDERS, DAY)


@pytest.fixture(scope="session")
def desk(desk_in: Callable[[str], Desk]) -> Desk:
    return desk_in("US")


@pytest.fixture
def say(desk: Desk, desk_in: Callable[[str], Desk]) -> Say:
    """What the panel says of a text: `say(text, country="US", path="")`."""

    def say(text: str, country: str = "US", path: str = "", **more: Any) -> dict[str, Any]:
        mine = desk if country == "US" else desk_in(country)
        draft = msgspec.structs.replace(Draft(text.encode("utf-8", "replace"), path), **more)
        return panel(mine, mine.check(draft))

    return say
