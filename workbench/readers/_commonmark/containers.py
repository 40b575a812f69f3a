"""Furniture in Markdown that HTML sets apart: `<div class="share">`, a blank line, Markdown, a blank line, `</div>`.

Only an element that is closed again sets anything apart: one that is forgotten open must not hide the rest of a page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from workbench.readers._byline import is_byline
from workbench.readers._outline import Draft
from workbench.readers._web import tokens
from workbench.readers._web.elements import RAW
from workbench.readers._web.look import look
from workbench.readers._web.references import attributes
from workbench.readers._wordings import words

_NAMES = words(
    "div section aside nav footer header form details dialog article main figure center fieldset menu ul ol dl"
)
_DEEPEST = 8  # reasons in each other; every one costs a pass over its blocks


class _Open(Struct, gc=False):
    """An element that is open: its name, the reason it gives, whether that is firm, and how many blocks stand above."""

    name: str
    why: str
    firm: bool
    above: int


class Containers:
    """The elements that are open between the HTML of a Markdown text."""

    def __init__(self, source: str, drafts: list[Draft]) -> None:
        self._source, self._drafts = source, drafts
        self._open: list[_Open] = []
        self._names: Counter[str] = Counter()
        self._reasons = 0

    def take(self, spans: Sequence[tuple[int, int]], first: int) -> None:
        """Take in a block of HTML.

        Args:
            spans: where it stands in the source, in order.
            first: place of its first draft; all that stand in it are drafts already.
        """
        base = last = spans[0][0]
        parts = []
        for start, end in spans:
            parts += [" " * (start - last), self._source[start:end]]
            last = end
        text = "".join(parts)
        starts = [draft.runs[0].start for draft in self._drafts[first:]]
        for closes, name, said, end in _tags(text):
            above = first + bisect_left(starts, base + end)
            if not closes:
                self._start(name, attributes(text, *said), above)
            elif self._names[name]:
                self._end(name, above)

    def _start(self, name: str, said: Mapping[str, str], above: int) -> None:
        found = look(name, said)
        why = (found.why or found.outer) if self._reasons < _DEEPEST else ""
        self._open.append(_Open(name, why, found.firm, above))
        self._names[name] += 1
        self._reasons += bool(why)

    def _end(self, name: str, to: int) -> None:
        while True:
            closed = self._open.pop()
            self._names[closed.name] -= 1
            self._reasons -= bool(closed.why)
            if closed.name == name:
                break
        inside = self._drafts[closed.above : to] if closed.why else []
        if closed.firm or not _is_text(inside, len(self._source)):
            for draft in inside:
                draft.boilerplate = draft.boilerplate or _reason(draft, closed.why)


def _is_text(inside: Sequence[Draft], length: int) -> bool:
    """Whether blocks are no furniture whatever the words of the element around them: the title, or half of the text."""
    titled = any(draft.kind == "heading" and draft.level == 1 for draft in inside)
    return titled or sum(len(draft.seen) for draft in inside) * 2 > length


def _reason(draft: Draft, why: str) -> str:
    if why == "page header" and ((draft.kind == "heading" and draft.level == 1) or is_byline(draft.seen)):
        return ""
    return "" if why == "footnote" and draft.kind == "heading" else why


def _tags(text: str) -> Iterator[tuple[bool, str, tuple[int, int], int]]:
    """Of each tag of an element that may hold blocks: whether it closes, its name, and where attributes and tag end."""
    at = text.find("<")
    while at >= 0:
        found = tokens.TAG.match(text, at)
        tag = (found[1], found[2], found.end()) if found else tokens.odd_tag(text, at, len(text))
        if tag is None:
            if tokens.is_tag(text, at, len(text)):
                return  # a tag without an end
            lone = tokens.lone_end(text, at, len(text))
            at = text.find("<", lone if lone > at else tokens.remark_end(text, at, len(text)))
            continue
        closes, name, end = tag[0], tag[1].lower(), tag[2]
        if name in _NAMES:
            yield bool(closes), name, (at + 1 + len(name), end - 1), end
        elif name in RAW and not closes:
            end = tokens.raw_end(text, end, len(text), name)
        at = text.find("<", end)
