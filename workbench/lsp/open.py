"""One text that an editor has open: checked when it rests, its touched paragraphs at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath

from lsprotocol.types import Diagnostic
from msgspec import Struct

from workbench import config, engine
from workbench.drafting import Desk, Draft, Drafted
from workbench.drafting.desk import typed
from workbench.drafting.paragraphs import touched
from workbench.errors import Unreadable
from workbench.lsp.marks import marks, trouble
from workbench.lsp.rooms import Room
from workbench.lsp.texts import Lines
from workbench.model import Finding


class Told(Struct, frozen=True):
    """What is known of one version of a text: the marks, and where it was checked whole, what was found."""

    version: int
    lines: Lines
    findings: tuple[Finding, ...]
    diagnostics: list[Diagnostic]
    whole: Drafted | None = None


class Open:
    """The text of one address. `version` is the newest that the editor told; older answers are dropped."""

    def __init__(self, uri: str, path: Path, text: str, version: int, room: Room) -> None:
        self.uri, self.path, self.text, self.version, self.room = uri, path, text, version, room
        self.told: Told | None = None
        self._whole: Drafted | None = None

    def change(self, text: str, version: int) -> None:
        """The editor has another text."""
        self.text, self.version = text, version

    def check(self, text: str, version: int) -> Told:
        """The whole text, checked.

        Raises:
            Dropped: a newer version came meanwhile.
            WorkbenchError: settings or checks do not hold.
        """
        desk, lines = self.room.desk(), Lines(text)
        try:
            drafted = desk.check(self._draft(text), stale=lambda: self.version != version)
        except Unreadable as error:
            self._whole = None
            return Told(version, lines, (), [trouble(f"The text {error}.", lines.line(0))])
        self._whole = drafted
        return Told(version, lines, drafted.findings, self._marks(drafted.findings, lines, desk), drafted)

    def glance(self, text: str, version: int) -> Told | None:
        """The paragraphs that changed since the last whole check; None = only that can tell."""
        if self._whole is None:
            return None
        desk, lines = self.room.desk(), Lines(text)
        try:
            found = touched(desk, self._whole, self._draft(text))
        except Unreadable:
            return None
        return None if found is None else Told(version, lines, found[1], self._marks(found[1], lines, desk))

    def _draft(self, text: str) -> Draft:
        suffix = PurePath(self.path).suffix.lower()
        path = str(self.path) if suffix in engine.suffixes() else ""
        return Draft(typed(text), path, self.room.name_of(self.path))

    def _marks(self, findings: Iterable[Finding], lines: Lines, desk: Desk) -> list[Diagnostic]:
        topics = {check.id: check.topic for check in desk.content.checks}
        return marks(findings, lines, self.uri, lambda id_: _explained(desk, topics.get(id_, ""), id_))


def _explained(desk: Desk, topic: str, id_: str) -> str | None:
    """The file that says what a check catches, why and on which sources; the newsroom's own before ours."""
    ours = config.content_root() / "checks"
    theirs = desk.settings.root / "checks" if desk.settings.root else ours
    places = (folder / topic / f"{id_}.toml" for folder in (theirs, ours) if topic)
    return next((place.resolve().as_uri() for place in places if place.is_file()), None)
