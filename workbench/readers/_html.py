"""The little HTML that stands in Markdown: which text of it is seen, and where."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.model import BlockKind, Link
from workbench.readers._lazy import lazily
from workbench.readers._links import sponsored
from workbench.readers._source import Seen
from workbench.readers._wordings import words

_NAME = lazily(r"</?([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = lazily(r"\b(href|rel)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_TOKEN = lazily(
    r"<!--|</?[A-Za-z][^<>]*>|<[!?][^<>]*>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\s+"
)
_SILENT = ("script", "style", "template", "noscript", "svg", "iframe", "object")
_INLINE = words(
    "a abbr b bdi bdo cite code data dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr"
    " del label tt"
)
_KINDS: dict[str, BlockKind] = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "item", "td": "cell", "th": "cell", "blockquote": "quote", "figcaption": "caption", "caption": "caption",
    "pre": "code", "dt": "item", "dd": "item",
}  # fmt: skip

Found = tuple[BlockKind, int, Seen, list[Link]]


class Tag(NamedTuple):
    """A tag's name in lower case, whether it opens, and where a link leads."""

    name: str
    opens: bool
    target: str = ""
    sponsored: bool = False


def tag(text: str) -> Tag:
    """Read one tag as written; a name of "" is a comment or declaration."""
    found = _NAME.match(text)
    if not found:
        return Tag("", False)
    name = found.group(1).lower()
    values = (
        {key.lower(): html.unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(text)} if name == "a" else {}
    )
    target = values.get("href", "")
    paid = "sponsored" in values.get("rel", "").lower().split() or sponsored(target)
    return Tag(name, not text.startswith("</"), target, paid)


def blocks(source: str, spans: Sequence[tuple[int, int]]) -> list[Found]:
    """The blocks that are seen of some HTML, given as spans of the source in order."""
    reading = _Reading(source)
    for start, end in spans:
        reading.read(start, end)
    reading.close()
    return reading.found


class _Reading:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Found] = []
        self.kind: BlockKind = "paragraph"
        self.level = 0
        self.seen, self.links = Seen(source), list[Link]()
        self.link: Tag | None = None
        self.link_at = 0
        self.silent = ""  # the tag whose content is not seen, or "<!--"

    def read(self, start: int, end: int) -> None:
        at = start
        while at < end:
            if self.silent:
                at = self._skip(at, end)
                continue
            token = _TOKEN.search(self.source, at, end)
            upto = token.start() if token else end
            self.seen.add(self.source[at:upto], at, upto)
            if token:
                self._token(token.group(), token.start(), token.end())
            at = token.end() if token else end

    def _skip(self, at: int, end: int) -> int:
        closing = "-->" if self.silent == "<!--" else f"</{self.silent}"
        found = self.source[at:end].lower().find(closing)
        if found < 0:
            return end
        self.silent = ""
        if closing == "-->":
            return at + found + len(closing)
        close = self.source.find(">", at + found, end)
        return close + 1 if close >= 0 else end

    def _token(self, text: str, start: int, end: int) -> None:
        if text == "<!--":
            self.silent = text
        elif text[0] == "&":
            self.seen.add(html.unescape(text), start, end)
        elif text[0] == "<":
            self._tag(tag(text), start, end)
        else:
            self.seen.add(" ", start, end)

    def _tag(self, found: Tag, start: int, end: int) -> None:
        if found.name in _SILENT and found.opens:
            self.silent = found.name
        elif found.name == "a":
            self._anchor(found)
        elif found.name == "br":
            self.seen.add(" ", start, end)
        elif found.name and found.name not in _INLINE:
            self.close()
            self.kind = _KINDS.get(found.name, "paragraph") if found.opens else "paragraph"
            self.level = int(found.name[1]) if self.kind == "heading" else int(self.kind == "item")

    def _anchor(self, found: Tag) -> None:
        if self.link is not None and self.seen.length > self.link_at:
            self.links.append(Link(self.link_at, self.seen.length, self.link.target, self.link.sponsored))
        self.link, self.link_at = (found if found.opens and found.target else None), self.seen.length

    def close(self) -> None:
        self._anchor(Tag("a", False))
        if self.seen.length:
            self.found.append((self.kind, self.level, self.seen, self.links))
        self.seen, self.links = Seen(self.source), []
