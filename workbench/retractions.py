"""The newsroom's list of retractions, corrections and expressions of concern: `claims/retractions.csv`.

The file is the public Retraction Watch data set as Crossref publishes it, or any part of it with the same columns.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from workbench import identifier_forms as forms
from workbench.errors import BadContent
from workbench.model import Known
from workbench.model.knowledge import IdentifierState

NAME = "claims/retractions.csv"
COLUMNS = ("OriginalPaperDOI", "RetractionDate", "RetractionNature")
_MORE = ("OriginalPaperPubMedID", "RetractionDOI", "Title")
_STATES: Mapping[str, IdentifierState] = {  # the gravest first
    "retraction": "retracted", "expression of concern": "concern", "correction": "corrected",
    "reinstatement": "resolves",
}  # fmt: skip
_REINSTATED = "reinstatement"
_LAST = "9999"  # a notice without a day sorts behind those with one
Event = tuple[str, str, str, str]  # ISO day ("" = not told), nature in lower case, title of the work, its notice
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?|(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?", re.ASCII)


def read(path: Path, shown: str, as_of: date) -> Mapping[str, Known]:
    """What the list has on record: "doi:…" and "pmid:…" → the gravest notice that holds on the day.

    Args:
        path: the list; none there = nothing on record.
        shown: how messages call it.
        as_of: the day; a notice of a later one does not count yet. A reinstatement ends the notices before it.

    Raises:
        BadContent: a column is missing, a date or a nature cannot be read; names line and column.
    """
    if not path.is_file():
        return {}
    single: dict[str, Event] = {}
    several: dict[str, list[Event]] = {}
    days: dict[str, str] = {}
    latest = as_of.isoformat()
    for line, (doi, pubmed, written, nature, notice, title) in _rows(_text(path), shown):
        keys = _keys(doi, pubmed)
        if not keys:
            continue
        day = days.get(written)
        if day is None:
            day = days[written] = _day(written, shown, line)
        kind = nature.strip().casefold()
        if kind not in _STATES:
            raise BadContent(
                shown, f"line {line}", f"RetractionNature is “{nature}”; it must be one of {', '.join(_STATES)}"
            )
        if day > latest:
            continue
        event = (day, kind, title, notice)
        for key in keys:
            if single.setdefault(key, event) is not event:
                several.setdefault(key, [single[key]]).append(event)
    return _Listed(single, several, shown)


class _Listed(Mapping[str, Known]):
    """What is on record, worked out for the few identifiers that are asked for."""

    def __init__(self, single: Mapping[str, Event], several: Mapping[str, list[Event]], shown: str) -> None:
        self._single, self._several, self._shown = single, several, shown

    def __getitem__(self, identifier: str) -> Known:
        return _known(_standing(self._several.get(identifier) or [self._single[identifier]]), self._shown)

    def __iter__(self) -> Iterator[str]:
        return iter(self._single)

    def __len__(self) -> int:
        return len(self._single)


def known_from(events: list[Event], as_of: date, source: str) -> Known | None:
    """What notices about one work come to on the day, None where none counts yet.

    A notice without a day counts, as on record on `as_of`, and is not ended by a reinstatement of unknown order.
    """
    told = [event for event in events if event[0] <= as_of.isoformat()]
    if not told:
        return None
    day, *rest = _standing(told)
    return _known((day or as_of.isoformat(), *rest), source)  # type: ignore[arg-type]  # a tuple of four again


def _known(event: Event, source: str) -> Known:
    day, kind, title, notice = event
    noted = forms.doi(notice) if notice.startswith("10.") else notice if notice.isdigit() else ""
    return Known(_STATES[kind], day, source, title.strip()[:300], noted)


def _standing(events: list[Event]) -> Event:
    """The gravest notice, the latest of equals; a reinstatement ends those before it (of one day, it comes last)."""
    standing = None
    for event in sorted(events, key=lambda event: (event[0] or _LAST, event[1] == _REINSTATED)):
        if standing is None or event[1] == _REINSTATED or _graver(event[1], standing[1]):
            standing = event
    return standing or events[0]


def _graver(kind: str, than: str) -> bool:
    """As grave counts as graver; once reinstated, any later notice holds."""
    order = list(_STATES)
    return order.index(kind) <= order.index(than)


def _keys(doi: str, pubmed: str) -> list[str]:
    keys = [f"doi:{doi.strip().casefold()}"] if doi.startswith("10.") else []
    if not keys and "10." in doi:
        keys = [forms.doi(doi)]
    number = pubmed.strip()
    return [*keys, f"pmid:{number}"] if number.isdigit() and number != "0" else keys


def _rows(text: str, shown: str) -> Iterator[tuple[int, tuple[str, str, str, str, str, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        missing = [column for column in COLUMNS if column not in header]
        if missing:
            raise BadContent(
                shown, "line 1", f"lacks the column {missing[0]}; the list needs {', '.join((*COLUMNS, *_MORE))}"
            )
        width = len(header)
        order = ("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionDate", "RetractionNature", *_MORE[1:])
        doi, pubmed, day, nature, notice, title = (header.index(c) if c in header else -1 for c in order)
        for row in reader:
            if len(row) == width:
                row.append("")  # what a column that is not there says
                yield reader.line_num, (row[doi], row[pubmed], row[day], row[nature], row[notice], row[title])
            elif row:
                problem = f"has {len(row)} cells, the header has {width}; check commas and quotes"
                raise BadContent(shown, f"line {reader.line_num}", problem)
    except csv.Error as error:
        raise BadContent(shown, f"line {reader.line_num}", f"is not valid CSV ({error})") from error


def _day(text: str, shown: str, line: int) -> str:
    found = _DAY.fullmatch(text.strip())
    if found:
        month, day, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[6], found[4])
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            pass
    raise BadContent(shown, f"line {line}", f"RetractionDate is “{text}”; write it as 4/15/2021 or 2021-04-15")


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:  # older copies of the public list; identifiers and dates are ASCII in any case
        return data.decode("cp1252", "replace")
