"""Labelled texts: what an editor would flag in them, and what is right as it stands.

Two forms. `*.toml`: passages, `[[passage]]` with `text`, `must` and `may` (each `{ category, text }`), perhaps
`country`, `note`, and what is known beside it (`known`, `library`, as in a check's example); what is not listed is
right as it stands in the judged categories. `<name>.jsonl` beside an article `<name>.*`: one object a line, with
`finding` (a category), `expect` (must, may, must_not), `start` and `end`, both null for the whole article.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from workbench import library
from workbench.errors import Usage
from workbench.model import Knowledge, Known

# Categories that a short passage can be judged by; a judged file may name others.
JUDGED = (
    "vague-citation", "marketing-absolute", "marketing-hype", "marketing-urgency-or-testimonial", "regulatory-wrong",
    "dosing-out-of-range", "stigmatising-language", "terminology-error", "spelling-grammar",
)  # fmt: skip


class Mark(msgspec.Struct, frozen=True):
    """A label: its category, what is expected, and its span in the text; None, None is the whole article."""

    category: str
    expect: str
    start: int | None
    end: int | None


class Judged(msgspec.Struct, frozen=True):
    """A text with its labels. `judged` holds the categories that it can be measured by; () = by its labels alone."""

    name: str
    text: str
    suffix: str
    country: str | None
    marks: tuple[Mark, ...]
    judged: tuple[str, ...]
    knowledge: Knowledge = Knowledge()


class _Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    category: str
    text: str


class _Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    must: tuple[_Told, ...] = ()
    may: tuple[_Told, ...] = ()
    country: str | None = None
    note: str = ""
    known: Mapping[str, Known] = {}
    library: tuple[Mapping[str, str], ...] = ()


class _Passages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passage: tuple[_Passage, ...]
    judged: tuple[str, ...] = JUDGED


class _Line(msgspec.Struct, frozen=True):
    finding: str = ""
    expect: str = ""
    start: int | None = None
    end: int | None = None


def read(folder: Path) -> Iterator[Judged]:
    """Every labelled text below a folder, in order of path.

    Raises:
        Usage: a file does not hold; the message names it and the place.
    """
    for path in sorted(folder.rglob("*.toml")):
        yield from _passages(path)
    for path in sorted(folder.rglob("*.jsonl")):
        yield _page(path)


def _passages(path: Path) -> Iterator[Judged]:
    try:
        told = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Passages)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Usage(f"{path}: {error}; mend the file and measure again") from error
    for number, passage in enumerate(told.passage, start=1):
        name = f"{path.name} {number}"
        marks = [
            _mark(name, passage.text, one, expect)
            for expect, told_ in (("must", passage.must), ("may", passage.may))
            for one in told_
        ]
        beside = Knowledge(identifiers=passage.known, library=tuple(map(library.filled, passage.library)))
        yield Judged(name, passage.text, ".md", passage.country, tuple(marks), told.judged, beside)


def _mark(name: str, text: str, told: _Told, expect: str) -> Mark:
    if text.count(told.text) != 1:
        raise Usage(f"{name}: “{told.text}” has to stand in the passage once; it stands there {text.count(told.text)}×")
    start = text.index(told.text)
    return Mark(told.category, expect, start, start + len(told.text))


def _page(path: Path) -> Judged:
    article = next((one for one in sorted(path.parent.glob(f"{path.stem}.*")) if one.suffix != ".jsonl"), None)
    if article is None:
        raise Usage(f"{path}: there is no article of this name beside it")
    try:
        lines = [msgspec.json.decode(line, type=_Line) for line in path.read_bytes().splitlines() if line.strip()]
        text = article.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise Usage(f"{path}: {error}; mend the file and measure again") from error
    marks = tuple(Mark(line.finding, line.expect, line.start, line.end) for line in lines if line.finding)
    return Judged(path.stem, text, article.suffix.lower(), None, marks, ())
