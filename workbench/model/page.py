"""A page as read: its source text, its blocks, and what it says about itself."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import msgspec
from msgspec import Struct, structs

from workbench.model.origins import Cell, CellPlace, WordPlace, WordRun, start_of
from workbench.model.terms import BlockKind


class Span(NamedTuple):
    """Half-open range of code points in the source text."""

    start: int
    end: int


class Run(Struct, frozen=True, gc=False):
    """A stretch of seen text and where it stands in the source.

    Its seen length is the distance to the next run. Where that equals `end - start` the two map character by
    character; otherwise (an entity, a CRLF seen as one space) every seen character stands for the whole of it.
    """

    at: int
    start: int
    end: int


class Link(Struct, frozen=True):
    """A hyperlink of a block: its seen range, target as written, and source span of the linked words."""

    at: int
    to: int
    target: str
    sponsored: bool = False


class Block(Struct, frozen=True):
    """One heading, paragraph, list item, table cell … as the reader saw it.

    `runs` cover `seen` from 0 without gaps. `section` holds the indices of the headings above it, outermost first.
    `lead_in` is the index of the block whose last sentence introduces the list this item belongs to.
    `boilerplate` says why the block is page furniture ("comment form"); empty for the main text.
    `label` is the length of a leading "Term:" or "Term - " of an item or line, 0 without one.
    `note` names the footnote, endnote or reference entry that the block belongs to: a marker in the text is a link to
    "#" and that name.
    """

    kind: BlockKind
    seen: str
    runs: tuple[Run, ...]
    level: int = 0
    section: tuple[int, ...] = ()
    lead_in: int | None = None
    boilerplate: str = ""
    links: tuple[Link, ...] = ()
    label: int = 0
    note: str = ""

    def span(self, at: int, to: int) -> Span:
        """Source span of the seen range `[at, to)`; `at < to` and both within `seen`."""
        first = bisect_right(self.runs, at, key=_where) - 1
        last = bisect_right(self.runs, to - 1, key=_where) - 1
        return Span(self._char(first, at).start, self._char(last, to - 1).end)

    def _char(self, index: int, at: int) -> Span:
        run = self.runs[index]
        following = self.runs[index + 1].at if index + 1 < len(self.runs) else len(self.seen)
        if following - run.at == run.end - run.start:
            return Span(run.start + at - run.at, run.start + at - run.at + 1)
        return Span(run.start, run.end)


def _where(run: Run) -> int:
    return run.at


class Metadata(Struct, frozen=True):
    """What a page says about itself, from front matter or its visible by-line; empty string = not said.

    Dates are kept as written. `country` is an ISO 3166 code that overrides the newsroom's. `audience` and `genre` are
    the newsroom's own words ("patients", "news").
    """

    title: str = ""
    author: str = ""
    credentials: str = ""
    reviewer: str = ""
    published: str = ""
    updated: str = ""
    reviewed: str = ""
    language: str = ""
    country: str = ""
    canonical: str = ""
    audience: str = ""
    genre: str = ""


class Document(Struct, frozen=True):
    """An article as read: the whole source text, its blocks in reading order, and its metadata.

    `origins` say where stretches of the source text stand in a file that is not text itself; empty for text files.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    meta: Metadata = Metadata()
    origins: tuple[WordRun | Cell, ...] = ()  # of one kind throughout

    def place(self, start: int, end: int) -> WordPlace | CellPlace | None:
        """Where the source span `[start, end)` stands in the file itself; None for a text file."""
        if not self.origins:
            return None
        first, last = (bisect_right(self.origins, at, key=start_of) - 1 for at in (start, max(start, end - 1)))
        return self.origins[max(first, 0)].place(self.origins[max(last, 0)], start, end)  # type: ignore[arg-type]

    def packed(self) -> str:
        """Everything but path and source text, as JSON: a Word file cannot be read again from its text."""
        return msgspec.json.encode(structs.replace(self, path="", source="")).decode()

    @staticmethod
    def unpacked(packed: str, path: str, source: str) -> Document:
        """The document that was `packed`, with its path and source text."""
        return structs.replace(msgspec.json.decode(packed, type=Document), path=path, source=source)
