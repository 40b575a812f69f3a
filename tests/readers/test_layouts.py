"""Pages as they look when scraped or pasted, line by line against what a person sees in them.

Each file in `layouts/` is a fragment of a page in our own words; names, products and figures in them are invented. A
line is a label, a tab and the text to the letter; a blank line is a blank line.

    h1 h2 h3  heading of that level          c    row of a table
    p         paragraph                      q    quoted line
    by        by-line: feeds the metadata    cap  caption
    t         line that begins "Term: "      f    page furniture of any sort
    i ii      item, nested item              _    drawn line: shows nothing
    +         goes on with the row above

Head lines: `# kind: …`, `# split: dev|kept`, `# ends: crlf`, and `# meta: author=…; published=…` for what the page
says about itself; all else must stay empty. Rules are mended by the `dev` fragments; the `kept` ones show what holds
for pages that no rule was made by, so leave the reader alone where it fails on them. Labels say what a person sees and
are not bent to the reader. Run with `-s` to see how each kind does.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from workbench.model import Block, Document
from workbench.readers import plain

LAYOUTS = Path(__file__).parent / "layouts"
NAMES = sorted(path.stem for path in LAYOUTS.glob("*.txt"))
KEYS = ("author", "credentials", "reviewer", "published", "updated", "reviewed")
SEEN_AS = {
    "h": "heading", "p": "paragraph", "by": "paragraph", "i": "item", "ii": "item", "c": "cell", "q": "quote",
    "cap": "caption", "f": "furniture", "t": "term", "+": "goes on", "_": "nothing",
}  # fmt: skip

# What the reader does not see yet: fragment, line of its file, and what it says instead. A miss that is mended must be
# taken off; a new one must not be put on without need.
MISSES: dict[str, dict[int, str]] = {
    "abstract-plain-language": {6: "paragraph"},
    "abstract-plain-wrapped": {15: "term", 19: "term"},
    "blog-parent-allergy": {16: "paragraph", 17: "paragraph", 18: "paragraph"},
    "blog-ten-tips-number-titles": {17: "paragraph"},
    "clinic-marevin-program": {26: "item", 30: "heading"},
    "faq-vaccine-bold": {14: "paragraph"},
    "forum-diet-question": {6: "item", 7: "item", 8: "item"},
    "forum-new-meds": {16: "paragraph"},
    "forum-skin-routine": {17: "term"},
    "headings-two-lines": {4: "heading"},
    "json-residue": {6: "heading"},
    "leaflet-asthma-plan": {6: "item", 11: "term"},
    "leaflet-cream-short": {4: "heading"},
    "leaflet-knee-exercises": {17: "paragraph", 21: "paragraph"},
    "leaflet-scan-letter": {3: "heading"},
    "sheet-event-flyer": {4: "heading"},
    "sheet-trial-summary": {12: "paragraph", 13: "paragraph", 14: "paragraph"},
    "supplement-veloralin-sales": {5: "heading", 17: "paragraph", 32: "item"},
    "text-crlf-tabs-nbsp": {10: "paragraph"},
    # kept
    "blog-running-injury": {20: "paragraph"},
    "clinic-ear-tubes": {14: "paragraph", 15: "paragraph", 16: "paragraph"},
    "faq-prescription-online": {17: "paragraph"},
    "leaflet-fracture-cast": {18: "paragraph"},
    "news-interview-feature": {14: "term"},
    "news-water-recall": {4: "heading"},
    "newsletter-gym": {14: "heading", 19: "paragraph"},
    "sheet-drug-label-mock": {4: "item", 5: "item", 15: "heading"},
    "supplement-nootropic-stack": {18: "paragraph", 19: "term"},
}
META_MISSES: dict[str, dict[str, str]] = {  # fragment, key, value said
    "forum-tinnitus": {"author": ""},
    "news-interview-feature": {"author": ""},
    "news-water-recall": {"author": ""},
}
FLOOR = {"dev": 0.98, "kept": 0.93}  # what holds now, rounded down; asked for are 0.95 and 0.92


class Line(NamedTuple):
    """A labelled line: number in its file, label, and where its text stands in the page."""

    number: int
    label: str
    start: int
    end: int


class Fragment(NamedTuple):
    head: dict[str, str]
    text: str
    lines: list[Line]


@cache
def fragment(name: str) -> Fragment:
    head: dict[str, str] = {}
    lines: list[Line] = []
    parts: list[str] = []
    at = 0
    raw = (LAYOUTS / f"{name}.txt").read_text(encoding="utf-8").removesuffix("\n")
    for number, line in enumerate(raw.split("\n"), 1):
        if line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            head[key] = value
            continue
        label, _, text = line.partition("\t")
        if line:
            lines.append(Line(number, label, at, at + len(text)))
        parts.append(text)
        at += len(text) + (2 if head.get("ends") == "crlf" else 1)
    return Fragment(head, ("\r\n" if head.get("ends") == "crlf" else "\n").join(parts) + "\n", lines)


@cache
def page(name: str) -> Document:
    return plain.read(fragment(name).text.encode(), f"{name}.txt")


class Seen(NamedTuple):
    """What the reader says of a line, and the level of the heading or item."""

    what: str
    level: int


@cache
def seen(name: str) -> dict[int, Seen]:
    """What the reader says of each line, by the line's number."""
    begun: dict[int, Block] = {}
    within: set[int] = set()
    lines = fragment(name).lines
    for block in page(name).blocks:
        start, end = block.span(0, len(block.seen))
        for line in lines:
            if line.start <= start < line.end:
                begun.setdefault(line.number, block)
            elif line.start < end and start < line.end:
                within.add(line.number)
    found = {}
    for line in lines:
        block_there = begun.get(line.number)
        if block_there is None:
            found[line.number] = Seen("goes on" if line.number in within else "nothing", 0)
        else:
            found[line.number] = Seen(_said(block_there, line.label), block_there.level)
    return found


def _said(block: Block, label: str) -> str:
    if block.boilerplate:
        return "furniture"
    if block.label and ((block.kind == "paragraph" and label != "by") or (block.kind == "item" and label == "t")):
        return "term"
    return block.kind


def expected(label: str) -> str:
    return SEEN_AS[label.rstrip("123") if label.startswith("h") else label]


def misses(name: str) -> dict[int, str]:
    """What the reader says otherwise than a person, by the line's number."""
    return {
        line.number: seen(name)[line.number].what
        for line in fragment(name).lines
        if seen(name)[line.number].what != expected(line.label)
    }


def meta_expected(name: str) -> dict[str, str]:
    said = fragment(name).head.get("meta", "")
    return dict(pair.split("=", 1) for pair in said.split("; ")) if said else {}


def meta_misses(name: str) -> dict[str, str]:
    """What the reader reads otherwise from a by-line, by the metadata's key."""
    wanted = meta_expected(name)
    said = {key: getattr(page(name).meta, key) for key in KEYS}
    return {key: value for key, value in said.items() if value != wanted.get(key, "")}


def of_split(split: str) -> list[str]:
    return [name for name in NAMES if fragment(name).head["split"] == split]


def accuracy(names: list[str]) -> float:
    lines = sum(len(fragment(name).lines) for name in names)
    return 1 - sum(len(misses(name)) for name in names) / lines


def table(names: list[str]) -> str:
    """Precision and recall of each kind, and how often the level of a heading or the depth of an item is right."""
    pairs = [(line.label, seen(name)[line.number]) for name in names for line in fragment(name).lines]
    wanted = Counter(expected(label) for label, _ in pairs)
    said = Counter(it.what for _, it in pairs)
    right = Counter(it.what for label, it in pairs if it.what == expected(label))
    rows = [f"{'kind':12} {'lines':>5} precision recall"]
    for kind, count in sorted(wanted.items()):
        rows.append(f"{kind:12} {count:5} {right[kind] / max(said[kind], 1):9.3f} {right[kind] / count:6.3f}")
    for kind, level in (("heading", lambda label: int(label[1:])), ("item", len)):
        both = [(label, it) for label, it in pairs if it.what == kind == expected(label)]
        rows.append(f"levels of {kind}s: {sum(level(label) == it.level for label, it in both)} of {len(both)}")
    values = sum(len(meta_expected(name)) for name in names)
    rows.append(f"metadata: {sum(len(meta_misses(name)) for name in names)} wrong, {values} values to be found")
    return "\n".join([*rows, f"all          {len(pairs):5}  {accuracy(names):.3f}"])


@pytest.mark.parametrize("split", ["dev", "kept"])
def test_nearly_every_line_is_seen_as_a_person_sees_it(split: str) -> None:
    names = of_split(split)
    print(f"\n{split}: {len(names)} fragments\n{table(names)}")  # noqa: T201
    assert accuracy(names) >= FLOOR[split]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_missed_is_known(name: str) -> None:
    known, found = MISSES.get(name, {}), misses(name)
    assert found.items() <= known.items(), "seen as something else than a person sees"
    assert known.items() <= found.items(), "mended: take it off MISSES"


@pytest.mark.parametrize("name", NAMES)
def test_the_metadata_is_what_the_page_says_and_no_more(name: str) -> None:
    known, found = META_MISSES.get(name, {}), meta_misses(name)
    assert found.items() <= known.items(), f"expected {meta_expected(name)}"
    assert known.items() <= found.items(), "mended: take it off META_MISSES"


def test_the_labels_stand_for_lines_of_the_page() -> None:
    assert len(NAMES) >= 44
    assert {fragment(name).head["split"] for name in NAMES} == {"dev", "kept"}
    for name in NAMES:
        lines = fragment(name).lines
        assert all(fragment(name).text[line.start : line.end].strip() for line in lines), name
        assert lines[0].label != "+", name
