"""`reach.csv`: how often each page is read, as a site's statistics export it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from workbench.errors import BadContent
from workbench.review.backlog.pool import Page
from workbench.spreadsheet import bare

_NAMES = ("article", "address")
_GROUPED = re.compile(r"\d{1,3}(?:[ ,.']\d{3})+|\d+")
_MOST = 12  # digits


class Reach(Struct, frozen=True):
    """Views by the name of the page; `told` names rows that could not be used, with their lines."""

    views: Mapping[str, int]
    told: tuple[str, ...]


def read(data: bytes, shown: str, pages: Iterable[Page]) -> Reach:
    """The table's views of these pages; one that it does not name has none.

    Args:
        data: CSV with the columns `article` or `address`, and `views`; further ones are passed over.
        shown: how messages call the file.
        pages: the inherited pages.

    Raises:
        BadContent: it is no such table.
    """
    known: dict[str, str] = {}
    for page in pages:
        known[page.name] = page.name
        if page.address:
            known[_address(page.address)] = page.name
    views: dict[str, int] = {}
    told = []
    for line, name, number in _rows(data, shown):
        page_name = known.get(name) or known.get(_address(name))
        count = _count(number)
        if not name:
            told.append(f"{shown}: line {line}: names no page; it counts for none.")
        elif count is None:
            told.append(f"{shown}: line {line}: “{number}” is no number of views; it counts as 0.")
        elif page_name is None:
            told.append(f"{shown}: line {line}: no inherited page is “{name}”; it counts for none.")
        elif page_name in views:
            views[page_name] += count
            told.append(f"{shown}: line {line}: “{name}” stands there twice; its views are added.")
        else:
            views[page_name] = count
    return Reach(views, tuple(told))


def _rows(data: bytes, shown: str) -> Iterator[tuple[int, str, str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadContent(shown, f"byte {error.start}", "is not UTF-8; save the table again as “CSV UTF-8”") from error
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        columns = [cell.strip().lower() for cell in next(reader, [])]
        named = next((columns.index(name) for name in _NAMES if name in columns), None)
        if named is None or "views" not in columns:
            raise BadContent(shown, "line 1", "needs the columns article (or address) and views")
        counted = columns.index("views")
        for row in reader:
            if any(cell.strip() for cell in row):
                cells = [bare(cell.strip()) for cell in row] + [""] * len(columns)
                yield reader.line_num, cells[named], cells[counted]
    except csv.Error as error:
        raise BadContent(shown, f"line {reader.line_num}", f"is not valid CSV ({error}); check its quotes") from error


def _count(text: str) -> int | None:
    """A number of views, also as spreadsheets group it ("12,400"); None for anything else."""
    digits = re.sub(r"\D", "", text)
    return int(digits) if _GROUPED.fullmatch(text) and text.isascii() and len(digits) <= _MOST else None


def _address(text: str) -> str:
    """An address as addresses are compared: without scheme, "www.", its last slash and what follows “?” or “#”."""
    bare_ = re.sub(r"^https?://(www\.)?", "", text.strip(), flags=re.IGNORECASE)
    host, slash, path = re.split(r"[?#]", bare_, maxsplit=1)[0].partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")
