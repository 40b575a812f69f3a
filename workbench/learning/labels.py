"""Labels of editors: read from tables, compared with each other, and written as `workbench measure` reads them.

An editor's table is a CSV file with `text` (words of the article, exactly), `finding` (a category of the checks) and
`expect` (must, may or must_not; left out = must). `nth` says which, where the words stand more than once.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from workbench import files
from workbench.errors import Usage

EXPECT = ("must", "may", "must_not")
_NONE = "nothing"  # what an editor says of words that only another one marked


class Label(Struct, frozen=True):
    """What an editor says of some words: a category, what is expected of the checks, and the span in code points."""

    finding: str
    expect: str
    start: int
    end: int
    quote: str


class _Line(Struct, frozen=True):
    finding: str
    expect: str
    start: int
    end: int
    quote: str
    note: str = ""


def read(path: str | Path, text: str) -> tuple[Label, ...]:
    """One editor's table about a text.

    Raises:
        Usage: a row does not hold; names the file and the row.
    """
    place = Path(path)
    try:
        with place.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Usage(f"{place}: cannot be read ({error}); save it as CSV in UTF-8") from error
    if rows and not {"text", "finding"} <= rows[0].keys():
        raise Usage(f"{place}: needs the columns text and finding")
    return tuple(_label(f"{place} row {number}", row, text) for number, row in enumerate(rows, start=2))


def _label(where: str, row: Mapping[str, str | None], text: str) -> Label:
    quote, finding = (row.get("text") or "").strip(), (row.get("finding") or "").strip()
    expect, nth = (row.get("expect") or "must").strip(), (row.get("nth") or "").strip()
    if not quote or not finding:
        raise Usage(f"{where}: text and finding are needed")
    if expect not in EXPECT:
        raise Usage(f"{where}: expect is “{expect}”; write must, may or must_not")
    places = _places(text, quote)
    if not places:
        raise Usage(f"{where}: “{quote}” does not stand in the article")
    if nth and not (nth.isdecimal() and 0 < int(nth) <= len(places)):
        raise Usage(f"{where}: nth is “{nth}”; “{quote}” stands there {len(places)}×")
    if not nth and len(places) > 1:
        raise Usage(f"{where}: “{quote}” stands there {len(places)}×; say which in the column nth")
    start = places[int(nth or 1) - 1]
    return Label(finding, expect, start, start + len(quote), quote)


def _places(text: str, quote: str) -> list[int]:
    found, at = [], text.find(quote)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def judged(editors: Mapping[str, Iterable[Label]]) -> dict[str, dict[str, str]]:
    """What each editor said of each stretch of words that anybody marked, for κ and α: {editor: {stretch: category}}.

    Marks that overlap are one stretch; who marked nothing there said “nothing”.
    """
    given = {name: tuple(labels) for name, labels in editors.items()}
    stretches = _stretches(label for labels in given.values() for label in labels)
    return {
        name: {
            f"{start}-{end}": next((one.finding for one in labels if one.start < end and start < one.end), _NONE)
            for start, end in stretches
        }
        for name, labels in given.items()
    }


def _stretches(labels: Iterable[Label]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for label in sorted(labels, key=lambda one: (one.start, one.end)):
        if found and label.start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], label.end)
        else:
            found.append((label.start, label.end))
    return found


def agreed(editors: Mapping[str, Iterable[Label]]) -> tuple[Label, ...]:
    """One set of labels from several: what all say in the same words' place stands; what only some say may be found."""
    given = [tuple(labels) for labels in editors.values()]
    found: list[Label] = []
    for label in sorted((one for labels in given for one in labels), key=lambda one: (one.start, one.end, one.finding)):
        if any(_same(one, label) for one in found):
            continue
        by = [next((one for one in labels if _same(one, label)), None) for labels in given]
        alike = all(one is not None and one.expect == label.expect for one in by)
        opposed = any(one is not None and one.expect != label.expect for one in by)
        if alike or (not opposed and label.expect == "may"):
            found.append(label)
        elif label.expect != "must_not" or opposed:
            found.append(Label(label.finding, "may", label.start, label.end, label.quote))
    return tuple(found)


def _same(one: Label, other: Label) -> bool:
    return one.finding == other.finding and one.start < other.end and other.start < one.end


def write(folder: str | Path, article: str | Path, labels: Iterable[Label]) -> Path:
    """Put the article and its labels side by side into a folder, for `workbench measure FOLDER`.

    Raises:
        Usage: the article cannot be read; or there are no labels.
    """
    place, source = Path(folder), Path(article)
    lines = [_Line(one.finding, one.expect, one.start, one.end, one.quote) for one in labels]
    if not lines:
        raise Usage("there are no labels to write")
    try:
        data = source.read_bytes()
    except OSError as error:
        raise Usage(f"{source}: cannot be read ({error.strerror})") from error
    place.mkdir(parents=True, exist_ok=True)
    files.replace(place / source.name, data)
    told = place / f"{source.stem}.jsonl"
    files.replace(told, b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
    return told
