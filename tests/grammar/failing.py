"""What a stand-in for Java was asked; see `fake_java.py`."""

from __future__ import annotations

import json
from pathlib import Path


class FakeJava:
    """What the stand-in was asked: `starts` are command lines, `checks` the texts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _read(self, name: str) -> list[str]:
        path = self._folder / name
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []

    @property
    def starts(self) -> list[str]:
        return self._read("starts")

    @property
    def checks(self) -> list[str]:
        return self._read("checks")
