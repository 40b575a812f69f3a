"""The shipped checks are loaded once for all tests of the gate; a newsroom's own are loaded as ever."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from speak import content

from workbench import config, loader


@pytest.fixture(autouse=True)
def _loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, load, shipped = config.content_root() / "checks", loader.load, content()

    def loaded(folders: Iterable[Path]) -> loader.Content:
        places = tuple(folders)
        return shipped if places == (ours,) else load(places)

    monkeypatch.setattr(loader, "load", loaded)
