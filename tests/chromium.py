"""The system's Chromium, for every test and picture that needs a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The shell without windows first: the same pages in half the time.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def missing(what: str) -> None:
    """Skip, and say loudly what is not tested; in CI, where everything is installed, fail."""
    reason = f"NOT TESTED in a browser: {what} is missing; install workbench[notebook,dev] and chromium"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def program() -> str:
    """The path of the browser (WORKBENCH_CHROMIUM names another); empty where there is none."""
    return os.environ.get("WORKBENCH_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), "")


@contextmanager
def launched() -> Iterator[Browser]:
    """A running headless browser."""
    if find_spec("playwright") is None or not program():
        missing("chromium" if find_spec("playwright") else "playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=_ARGUMENTS)
        yield browser
        browser.close()
