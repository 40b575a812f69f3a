"""One browser, and mutations: a run with WORKBENCH_MUTATION set has one plug emptied or one context flag forced off.

`tests/mutations.py` uses it to show that each of them is missed by at least one test.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from chromium import launched
from mutating import VARIABLE, mutate

if TYPE_CHECKING:
    from playwright.sync_api import Browser


gc.set_threshold(20_000, 10, 10)  # looking through tens of thousands of tests for garbage takes a third of collecting


def pytest_collection_finish() -> None:
    """The collected tests stay to the end; nobody has to look through them again."""
    gc.freeze()


@pytest.fixture(scope="session")
def headless() -> Iterator[Browser]:
    """One headless browser for all tests: Playwright's plain interface runs once in a process."""
    with launched() as browser:
        yield browser


if mutation := os.environ.get(VARIABLE):
    mutate(mutation)
