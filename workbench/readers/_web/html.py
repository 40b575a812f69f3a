"""HTML, as a page of its own or in Markdown: which text of it is seen, where it stands, and what is furniture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from workbench.readers._closer import DOTS, look_closer
from workbench.readers._links import sponsored
from workbench.readers._outline import Draft
from workbench.readers._web.ends import ENDS
from workbench.readers._web.facts import Facts
from workbench.readers._web.references import attributes
from workbench.readers._web.regions import settle
from workbench.readers._web.running import Pass
from workbench.readers._web.starts import STARTS
from workbench.readers._web.tokens import TAG, odd_tag


class Tag(NamedTuple):
    """A tag's name in lower case, whether it opens, and where a link leads."""

    name: str
    opens: bool
    target: str = ""
    sponsored: bool = False


def tag(text: str) -> Tag:
    """Read one tag as written; a name of "" is a comment or declaration."""
    found = TAG.match(text)
    odd = (found[1], found[2], found.end()) if found else odd_tag(text, 0, len(text))
    if odd is None:
        return Tag("", False)
    closes, name, after = odd
    name = name.lower()
    said: Mapping[str, str] = attributes(text, 1 + len(name), after - 1) if name == "a" and not closes else {}
    target = said.get("href", "")
    paid = "sponsored" in said.get("rel", "").lower().split() or sponsored(target)
    return Tag(name, not closes, target, paid)


def page(source: str, strict: bool = False) -> tuple[list[Draft], Facts]:
    """The blocks of a page, and what it says beside them; in a `strict` page (XHTML) `<p/>` is empty."""
    reading = Pass(source, source, 0, whole=True, strict=strict)
    drafts = _read(reading)
    above: list[Draft] = []
    for draft in drafts:
        if not draft.boilerplate:
            if draft.kind == "paragraph" and (draft.strong or draft.seen[0] in DOTS):
                look_closer(draft, above)
            above.append(draft)
    return drafts, reading.facts


def blocks(source: str, spans: Sequence[tuple[int, int]]) -> list[Draft]:
    """The blocks that are seen of some HTML, given as spans of the source in order."""
    if not spans:
        return []
    parts, last = [], spans[0][0]
    for start, end in spans:
        parts += [" " * (start - last), source[start:end]]  # what stands between, such as ">", is no HTML
        last = end
    return _read(Pass(source, "".join(parts), spans[0][0], whole=False))


def _read(reading: Pass) -> list[Draft]:
    reading.read(STARTS, ENDS)
    settle(reading.regions, reading.drafts, reading.where, reading.whole)
    for draft, names in zip(reading.drafts, reading.names, strict=True):
        _annotate(draft, names, reading.marks)
    return reading.drafts


def _annotate(draft: Draft, names: Sequence[str], marks: Mapping[str, str]) -> None:
    """A block that a mark leads to, or that stands in a list of references, is a note."""
    if draft.kind == "heading" or not names:
        return
    led = next((marks[unquote(name)] for name in names if unquote(name) in marks), "")
    if led or draft.boilerplate == "footnote":
        draft.boilerplate, draft.note = "footnote", led or names[0]
