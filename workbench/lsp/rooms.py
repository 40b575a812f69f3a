"""The newsroom of a folder, loaded once and again when its settings or checks change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from workbench import config, decisions, loader, prepared
from workbench.drafting import Desk
from workbench.errors import WorkbenchError

_SETTINGS = ("workbench.toml", "pyproject.toml")


class Room:
    """What holds for the articles of one folder that an editor has open."""

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        self.folder, self._today = folder, today
        self._state: tuple[object, ...] | None = None
        self._desk: Desk | None = None
        self._failed: WorkbenchError | None = None

    def desk(self) -> Desk:
        """The checks as they are now.

        Raises:
            WorkbenchError: the settings or a check do not hold; the same until a file changes.
        """
        state = self._now()
        if state != self._state:
            self._state, self._desk, self._failed = state, None, None
            try:
                settings = config.load(self.folder)
                folders = settings.folders
                self._desk = Desk(loader.load(folders), settings, folders, self._today())
            except WorkbenchError as error:
                self._failed = error
            self._state = self._now()  # loading leaves prepared checks behind
        if self._failed is not None:
            raise self._failed
        assert self._desk is not None  # noqa: S101  one of the two is always set
        return self._desk

    def settings_file(self) -> Path | None:
        """The file that settings are read from, or would be."""
        for folder in (self.folder, *self.folder.parents):
            for name in _SETTINGS:
                if (folder / name).is_file():
                    return folder / name
        return None

    def name_of(self, path: Path) -> str:
        """The article's name in the newsroom; "" where it is in none."""
        root = self._desk.settings.root if self._desk else None
        if root is None or not path.resolve().is_relative_to((root / "articles").resolve()):
            return ""
        return decisions.article_name(path, root)

    def _now(self) -> tuple[object, ...]:
        """What tells one state of settings and checks from another."""
        settings = self.settings_file()
        found: list[object] = [self._today()]
        if settings is not None:
            told = settings.stat()
            found += [str(settings), told.st_mtime_ns, told.st_size]
        folders = [config.content_root() / "checks"]
        if settings is not None and (settings.parent / "checks").is_dir():
            folders.append(settings.parent / "checks")
        return (*found, prepared.seal(folders))
