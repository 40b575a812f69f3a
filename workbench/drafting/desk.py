"""A draft, checked as the gate would check it: the same reader, checks, decisions and comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path, PurePath

from msgspec import Struct

from workbench import decisions, engine, knowledge, suppressions
from workbench.config import Settings
from workbench.drafting.statements import Statements
from workbench.facts import Row
from workbench.loader import Content
from workbench.model import Article, Check, Document, Finding, Judgement, Knowledge

_TYPED = ".md"  # what is typed is read as


class Dropped(Exception):
    """A newer text came while this one was read; nobody waits for the answer."""


class Draft(Struct, frozen=True):
    """A text as it stands: its bytes, the path that tells how to read it ("" = typed), and its name in the newsroom.

    `first` > 0: only the first so many lines are read, for an answer before the whole is done.
    """

    data: bytes
    path: str = ""
    name: str = ""
    first: int = 0


class Drafted(Struct, frozen=True):
    """A draft with what was found in it; `lines` are those of the whole text, `read` those that were read."""

    draft: Draft
    article: Article
    findings: tuple[Finding, ...]
    verdicts: tuple[Judgement, ...]
    lines: int
    read: int


def typed(text: str) -> bytes:
    """Bytes of a text from a browser, which may hold half a character; every offset stays where it was."""
    return text.encode("utf-8", "replace")


Stale = Callable[[], bool]


def never() -> bool:
    """Somebody always waits."""
    return False


class Desk:
    """One newsroom's checks, ready for one draft after the other, or for several at once."""

    def __init__(self, content: Content, settings: Settings, folders: Iterable[Path], as_of: date) -> None:
        """`content` are the checks of the `checks/` folders, ours first; `as_of` is the only clock."""
        self.content, self.settings, self.as_of = content, settings, as_of
        self.statements = Statements.read(folders)
        self._known: tuple[str, Knowledge] | None = None
        self._decided: tuple[tuple[int, int], tuple[Row, ...]] = (0, 0), ()

    def check(self, draft: Draft, stale: Stale = never) -> Drafted:
        """Read and check a draft.

        Args:
            draft: the text.
            stale: asked between two checks; true = nobody waits any more.

        Raises:
            Unreadable: the text cannot be read, or is over a limit; says why.
            BadContent: what the newsroom knows does not hold.
            Dropped: `stale` said so.
        """
        document = self.read(draft)
        _, lines, read = _part(draft)
        country = self.settings.newsroom.country
        known = knowledge.about(self.knowledge(), draft.name)
        article = engine.analyse(document, self.content.lexicon, country, self.as_of, known)
        if stale():
            raise Dropped
        findings, verdicts = engine.run(article, _until(self.content.checks, stale), self.content.tables)
        return Drafted(draft, article, self.decided(document, findings, draft.name), verdicts, lines, read)

    def warm(self, stale: Stale = never) -> None:
        """Check the first example of every check, so that the first text does not pay for all; see `check`."""
        texts = (one.text for check in self.content.checks for one in check.example[:1] if one.format == _TYPED)
        self.check(Draft(typed("\n\n".join(texts))), stale)

    def read(self, draft: Draft) -> Document:
        """The draft as its reader sees it; an `Unreadable` where it cannot be read, or is over a limit."""
        suffix = PurePath(draft.path).suffix.lower() or _TYPED
        return engine.parse(_part(draft)[0], draft.path or f"draft{_TYPED}", suffix, self.settings.readers)

    def decided(self, document: Document, findings: tuple[Finding, ...], name: str) -> tuple[Finding, ...]:
        """The findings with what people decided about them, in the newsroom or by a comment in the text."""
        checks = self.content.checks
        if name:
            findings = decisions.apply(findings, self._rows(), name, self.as_of, tell_ended=True)
        ids = [check.id for check in checks]
        people = tuple(member.id for member in self.settings.people)
        return suppressions.apply(document, findings, checks, ids, self.as_of, people)

    def knowledge(self) -> Knowledge:
        """What the newsroom knows, read again when its files changed."""
        root = self.settings.root
        state = knowledge.stamp(root)  # who keeps a desk makes a new one when the settings change
        if self._known is None or self._known[0] != state:
            self._known = state, knowledge.load(root, self.as_of)
        return self._known[1]

    def _rows(self) -> tuple[Row, ...]:
        """What people decided, read again when the file changed."""
        root = self.settings.root
        try:
            told = (root / decisions.NAME).stat() if root else None
        except OSError:
            told = None
        state = (told.st_mtime_ns, told.st_size) if told else (0, 0)
        if self._decided[0] != state:
            self._decided = state, decisions.read(root)
        return self._decided[1]


def _part(draft: Draft) -> tuple[bytes, int, int]:
    """The bytes to read, the lines of the whole, and the lines that are read."""
    lines = draft.data.count(b"\n") + 1
    if not draft.first or draft.first >= lines:
        return draft.data, lines, lines
    end = 0
    for _ in range(draft.first):
        end = draft.data.index(b"\n", end) + 1
    return draft.data[:end], lines, draft.first


def _until(checks: Iterable[Check], stale: Stale) -> Iterator[Check]:
    for check in checks:
        if stale():
            raise Dropped
        yield check
