"""One served newsroom and one browser for all tests here. Where a part is missing they skip loudly; in CI they fail."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from chromium import missing
from e2e.pages import ARTICLES, Browser
from e2e.served import Served, newsroom


@pytest.fixture(scope="package")
def voila() -> None:
    for package in ("voila", "anywidget"):
        if find_spec(package) is None:
            missing(package)


@pytest.fixture(scope="package")
def served(voila, tmp_path_factory) -> Iterator[Served]:
    running = Served(newsroom(tmp_path_factory.mktemp("served") / "newsroom", ARTICLES))
    yield running
    assert running.stop() == 0, running.said
    assert "Traceback" not in running.said, running.said


@pytest.fixture(scope="package")
def chromium(headless) -> Browser:
    return Browser(headless)
