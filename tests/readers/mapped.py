"""What holds of every document that a reader makes: each character that is seen is what the source says there."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from workbench.model import Block, Document


def widths(block: Block) -> list[int]:
    places = [run.at for run in block.runs] + [len(block.seen)]
    return [after - before for before, after in pairwise(places)]


def assert_mapped(document: Document) -> None:
    for block in document.blocks:
        assert block.seen.strip() == block.seen != "", f"blank ends: {block.seen!a}"
        assert block.runs[0].at == 0
        assert all(width > 0 for width in widths(block))
        last = 0
        for run, width in zip(block.runs, widths(block), strict=True):
            assert 0 <= run.start < run.end <= len(document.source)
            assert run.start >= last or width != run.end - run.start
            last = run.start
            seen, source = block.seen[run.at : run.at + width], document.source[run.start : run.end]
            assert is_same(seen, source), f"seen {seen!a} where the source says {source!a}"
        span = block.span(0, len(block.seen))
        assert 0 <= span.start < span.end <= len(document.source)
        for link in block.links:
            assert 0 <= link.at < link.to <= len(block.seen), f"{link} in {block.seen!a}"
        assert 0 <= block.label <= len(block.seen)
        assert all(document.blocks[index].kind == "heading" for index in block.section)
        assert block.lead_in is None or document.blocks[block.lead_in].seen


def is_same(seen: str, source: str) -> bool:
    """Whether a run shows what the source says: its characters, or what an entity, a mark or a break stands for."""
    if len(seen) == len(source):
        return all(a == b or (a == " " and b.isspace()) for a, b in zip(seen, source, strict=True))
    if seen == " ":
        blank = source.strip(" \t\r\n\\>\u00a0") == "" or re.fullmatch("<[^>]*>", source)
        return bool(blank) or not any(map(str.isalnum, re.sub("<[^<>]*>", "", _unescaped(source))))
    if re.fullmatch(r"</?q\b.*>", source, re.IGNORECASE | re.DOTALL):
        return seen in ("“", "”")  # the marks that a page shows around a quotation
    named = re.fullmatch(r"\[\^(.*)\]", source, re.DOTALL)
    return seen in _unescaped(source) or seen == _numbered(source) or (named and seen == f"[{named[1]}]") or False


def _unescaped(source: str) -> str:
    return html.unescape(re.sub("&#[0-9]{4000,};?", "\ufffd", source))  # Python refuses to read so long a number


def _numbered(source: str) -> str:
    """The character that a numeric reference names to the letter; Python's table names another one for some of them."""
    found = re.fullmatch(r"&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));?", source)
    code = 0 if found is None else int(found[1] or found[2], 10 if found[1] else 16)
    return chr(code) if 0 < code <= 0x10FFFF else ""
