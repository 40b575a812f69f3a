"""The raw text of a source → paragraphs as a reader sees them: lines joined, line-end hyphens and running heads gone.

Every character keeps its place in the raw text: a paragraph is a `Block` whose runs say where its pieces stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.model import Block, Document, Run, SourceText
from workbench.shadow import shadow
from workbench.sources import parts

_EDGE = 2  # lines at either end of a page in which its running head and number stand
_REPEATED = 3  # pages on which a line stands to be a running head
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?\W*", re.IGNORECASE)
_BROKEN = re.compile(r"([A-Za-z]{2,})[-\u00ad\u2010]$")
_CONTINUED = re.compile(r"[a-z]{2,}")
_SHORT, _FULL = 0.6, 0.85  # of a usual line: what ends a paragraph, and what may where a sentence ends with it
_IDENTIFIER = re.compile(r"(?:doi|pmid|https?)\b", re.IGNORECASE)
_LIST = re.compile(r"[•▪●–-] |\(?\d{1,2}[.)] ")


class _Line(NamedTuple):
    start: int
    end: int
    page: int


def document(source: SourceText) -> Document:
    """The source as a document; its block spans are offsets in `source.text`."""
    lines = list(_lines(source))
    heads = _running_heads(source, lines)
    words = Counter(re.findall(r"[a-z]+(?:-[a-z]+)*", source.text.lower()))
    blocks = [_block(source.text, group, words) for group in _groups(source.text, lines, heads)]
    return Document(source.key, source.text, tuple(block for block in blocks if block.seen))


def _lines(source: SourceText) -> Iterator[_Line]:
    pages = (*source.pages[1:], len(source.text) + 1)
    page = at = 0
    for line in source.text.split("\n"):
        while at >= pages[page] and page + 1 < len(pages):
            page += 1
        low = at + len(line) - len(line.lstrip())
        yield _Line(low, max(low, at + len(line.rstrip())), page)
        at += len(line) + 1


def _running_heads(source: SourceText, lines: Sequence[_Line]) -> set[int]:
    """Starts of lines that stand at the edge of many pages: journal names, page numbers."""
    if len(source.pages) < _REPEATED:
        return set()
    by_page: dict[int, list[_Line]] = {}
    for line in lines:
        if line.end > line.start:
            by_page.setdefault(line.page, []).append(line)
    edges = [line for own in by_page.values() for line in dict.fromkeys((*own[:_EDGE], *own[-_EDGE:]))]
    told = {line.start: _DIGITS.sub("#", source.text[line.start : line.end]) for line in edges}
    often = Counter(told.values())
    return {
        start
        for start, text in told.items()
        if often[text] >= _REPEATED or _NUMBER.fullmatch(text.replace("#", "1")) is not None
    }


def _groups(text: str, lines: Sequence[_Line], heads: set[int]) -> Iterator[list[_Line]]:
    """Lines of one paragraph; an empty line, a heading and the mark of a list end it, a new page does not."""
    group: list[_Line] = []
    gap = False
    lengths = sorted(line.end - line.start for line in lines if line.end > line.start)
    width = lengths[len(lengths) * 3 // 4] if lengths else 0
    for line in lines:
        said = text[line.start : line.end]
        if not said:
            gap = True
        if not said or line.start in heads:
            continue
        heading = parts.heading(said) is not None
        if group:
            apart = gap and (group[-1].page == line.page or _ended(text, group[-1]))
            if apart or heading or _LIST.match(said) or _begins(text, group[-1], said, width):
                yield group
                group = []
        gap = False
        group.append(line)
        if heading:
            yield group
            group = []
    if group:
        yield group


def _begins(text: str, before: _Line, said: str, width: int) -> bool:
    """Whether a line begins a paragraph: behind a short line, or with a label (“METHODS: …”) or an identifier."""
    if parts.label(shadow(said)) is not None or _IDENTIFIER.match(said):
        return True
    short = before.end - before.start < _SHORT * width or _ended(text, before)
    return short and before.end - before.start < _FULL * width and not said[0].islower()


def _ended(text: str, line: _Line) -> bool:
    return text[line.start : line.end].endswith((".", ":", "?", "!"))


def _block(text: str, lines: Sequence[_Line], words: Counter[str]) -> Block:
    seen: list[str] = []
    runs: list[Run] = []
    at = 0
    for number, line in enumerate(lines):
        end = line.end
        following = lines[number + 1] if number + 1 < len(lines) else None
        joint = " " if following else ""
        if following and (broken := _BROKEN.search(text[line.start : line.end])):
            next_word = _CONTINUED.match(text[following.start : following.end])
            if next_word:
                end, joint = line.end - _dropped(broken[1].lower(), next_word[0], text[line.end - 1], words), ""
        for piece, start, stop in ((text[line.start : end], line.start, end), (joint, line.end, line.end + 1)):
            if piece:
                runs.append(Run(at, start, min(stop, len(text))))
                seen.append(piece)
                at += len(piece)
    return Block("paragraph", "".join(seen), tuple(runs))


def _dropped(left: str, right: str, sign: str, words: Counter[str]) -> int:
    """1 where the hyphen only broke the line, 0 where it belongs to the word (“placebo-controlled”)."""
    if sign == "\u00ad" or words[left + right]:
        return 1
    known = words[f"{left}-{right}"] or (words[left] > 1 and words[right] > 1)  # both halves stand here once
    return 0 if known else 1
