"""One browser, and mutations: a run with WORKBENCH_MUTATION set has one plug emptied or one context flag forced off.

`tests/mutations.py` uses it to show that each of them is missed by at least one test.
"""

from __future__ import annotations

import functools
import gc
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from chromium import launched

from workbench import context, registry
from workbench.extractors._weigh import Score

if TYPE_CHECKING:
    from playwright.sync_api import Browser


gc.set_threshold(50_000, 20, 100)  # looking through tens of thousands of tests for garbage takes a third of collecting


def pytest_collection_finish() -> None:
    """The collected tests stay to the end; nobody has to look through them again."""
    gc.freeze()


@pytest.fixture(scope="session")
def headless() -> Iterator[Browser]:
    """One headless browser for all tests: Playwright's plain interface runs once in a process."""
    with launched() as browser:
        yield browser


def _silent(function: Callable[..., Any], empty: Callable[[], Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def nothing(*_: Any, **__: Any) -> Any:
        return empty()

    return nothing


def _no_matches() -> Iterator[Any]:
    return iter(())


def _mutate(kind: str, name: str) -> None:
    if kind == "context":
        context.FLAGS[name] = _silent(context.FLAGS[name], _no_matches)
        return
    module = registry.plug(kind, name)
    function, empty = {"detectors": ("detect", _no_matches), "extractors": ("score", Score)}[kind]
    setattr(module, function, _silent(getattr(module, function), empty))


if mutation := os.environ.get("WORKBENCH_MUTATION"):
    _mutate(*mutation.split("/"))
