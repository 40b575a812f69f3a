"""The index of the shelf, `claims/sources/index.csv`: which file is which work, and which bytes were meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from workbench import files, identifiers, spreadsheet
from workbench.errors import BadContent
from workbench.facts import Row

FOLDER = "claims/sources"
NAME = f"{FOLDER}/index.csv"
COLUMNS = ("key", "title", "identifiers", "version", "retrieved", "hash", "url")
SUFFIXES = (".pdf", ".txt", ".html", ".xml")
_NEEDED = ("key", "identifiers", "hash")
_KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}[a-z0-9]|[a-z0-9]")
_HASH = re.compile(r"[0-9a-f]{64}|")
KEY_FORM = "small letters, digits, points and hyphens, like okafor-2016"


def read(root: Path) -> tuple[Row, ...]:
    """The rows of a newsroom's index with every column of ours; none where there is no index.

    Raises:
        BadContent: no CSV, a column is missing, a key that is no name or stands twice, an identifier that is none, or a
            hash of another form; names the row and the remedy.
    """
    path = root / NAME
    return parse(path.read_bytes()) if path.is_file() else ()


def parse(data: bytes) -> tuple[Row, ...]:
    """The rows of an index's bytes; raises as `read`."""
    sheet = spreadsheet.read(data, NAME, COLUMNS)
    missing = [column for column in _NEEDED if column not in sheet.columns]
    if missing:
        raise BadContent(NAME, "line 1", f"lacks the column {missing[0]}; it needs {', '.join(COLUMNS)}")
    empty = dict.fromkeys(COLUMNS, "")
    rows: dict[str, Row] = {}
    for cells in sheet.rows:
        row = {**empty, **cells}
        key = row["key"]
        if not is_key(key):
            raise BadContent(NAME, f"key “{key}”", f"is no name for a file; write {KEY_FORM}")
        if key in rows:
            raise BadContent(NAME, f"key {key}", "stands in two rows; keep one of them")
        if not _HASH.fullmatch(row["hash"]):
            problem = "is no SHA-256; empty the cell, then run `workbench sources add --replace`"
            raise BadContent(NAME, f"key {key}, hash", problem)
        names(row)
        rows[key] = row
    return tuple(rows.values())


def is_key(text: str) -> bool:
    """Whether a text can name a source."""
    return _KEY.fullmatch(text) is not None and ".." not in text and text != "index"


def names(row: Mapping[str, str]) -> tuple[str, ...]:
    """The identifiers of a row in normal form, and "url:…" for its address.

    Raises:
        BadContent: one is no identifier.
    """
    found: dict[str, None] = {}
    for written in filter(None, (part.strip() for part in row["identifiers"].split(";"))):
        known = [one.identifier for one in identifiers.within(written)]
        if len(known) != 1 or identifiers.problem(known[0]):
            problem = f"“{written}” is no identifier; write doi:10.… or pmid:…, with “; ” between several"
            raise BadContent(NAME, f"key {row['key']}, identifiers", problem)
        found[known[0]] = None
    if row["url"]:
        found[address(row["url"])] = None
        if of_link := identifiers.in_link(row["url"]):
            found[of_link] = None
    return tuple(found)


def address(url: str) -> str:
    """An address as it is compared: "url:host/path?query" without scheme, "www.", fragment and closing slash."""
    bare = re.sub(r"^[a-z]+://(www\.)?", "", url.strip().partition("#")[0], flags=re.IGNORECASE)
    host, slash, rest = bare.partition("/")
    return f"url:{host.casefold()}{slash}{rest}".rstrip("/")


def write(root: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Put the index in its place whole, sorted by key; people's own columns follow ours."""
    lines: Sequence[Mapping[str, str]] = sorted(rows, key=lambda row: row["key"])
    own = dict.fromkeys(column for row in lines for column in row if column not in COLUMNS)
    path = root / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    files.replace(path, spreadsheet.render((*COLUMNS, *own), lines).encode("utf-8"))
