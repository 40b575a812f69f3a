"""A newsroom's folder, and stories told against the server that serves it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from editor import Editor, editing
from waited import finished


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder that is a newsroom."""
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    (tmp_path / "articles").mkdir()
    return tmp_path


@pytest.fixture
def edited(newsroom: Path) -> Callable[[Callable[[Editor], Coroutine[Any, Any, None]]], None]:
    """Runs a story against the server: `edited(story)`."""

    def run(story: Callable[[Editor], Coroutine[Any, Any, None]]) -> None:
        async def whole() -> None:
            async with editing(newsroom) as editor:
                await story(editor)

        finished(whole())

    return run
