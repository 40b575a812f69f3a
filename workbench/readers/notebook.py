"""Jupyter notebooks: the text of their Markdown cells; code and what it put out are not read.

The source text is the texts of those cells with a blank line between them. A cell is parsed on its own, as Jupyter
does, so that a fence or list ends with its cell; headings and lead-ins go on over cells, as the eye reads them, and
links and footnotes find their definition in any cell.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from workbench.config import Limits
from workbench.errors import Unreadable
from workbench.model import Cell, Document
from workbench.readers import _front_matter
from workbench.readers._commonmark.events import Reading
from workbench.readers._commonmark.parser import defined
from workbench.readers._lazy import lazily
from workbench.readers._outline import document
from workbench.readers._source import BOM, decode

SUFFIXES = (".ipynb",)
_CURRENT = 4  # the format whose cells are read as they stand
_BETWEEN = "\n\n"
_ID = lazily(r"[A-Za-z0-9_-]{1,64}")  # as the format has them; another one is nothing to show people
_SURROGATE = lazily("[\ud800-\udfff]")
_AGAIN = "open it in Jupyter and save it again"


class _Part(NamedTuple):
    """A cell that is read: its number from 1, id, kind and text."""

    number: int
    id: str
    kind: str
    text: str


def read(data: bytes, path: str, limits: Limits = Limits()) -> Document:
    """Read a notebook.

    Raises:
        Unreadable: it is no notebook of a known format, a cell cannot be read, or its front matter does not hold.
    """
    found = _loaded(decode(data).removeprefix(BOM))
    parts = list(_parts(_cells(found)))
    source = _BETWEEN.join(part.text for part in parts)
    known = defined([part.text for part in parts if part.kind == "markdown"])
    reading, said = Reading(source), dict[str, str]()
    origins: list[Cell] = []
    start = 0
    for part in parts:
        begin = 0
        if not origins:
            said, begin = _front_matter.split(part.text)
        if part.kind == "markdown":
            reading.read(start + begin, start + len(part.text), known)
        origins.append(Cell(start, part.id, part.number))
        start += len(part.text) + len(_BETWEEN)
    return document(path, source, reading.done(), said, hidden=_properties(found), origins=tuple(origins))


def _loaded(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except RecursionError:
        raise Unreadable(f"is nested too deeply for a notebook; {_AGAIN}") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Unreadable(f"is not JSON, as a notebook is ({place}); {_AGAIN}") from error
    except ValueError as error:  # a number of thousands of digits
        raise Unreadable(f"holds a number that no notebook has; {_AGAIN}") from error
    if not isinstance(found, dict):
        raise Unreadable(f"is JSON but no notebook; {_AGAIN}")
    return found


def _cells(found: dict[str, Any]) -> list[Any]:
    """The cells as format 4 has them."""
    cells = found.get("cells")
    version = found.get("nbformat", _CURRENT if isinstance(cells, list) else None)
    if version in (1, 2, 3):
        cells = _converted(found, version)
    elif version != _CURRENT:
        known = f"says no format from 1 to {_CURRENT} in `nbformat`"
        raise Unreadable(f"is JSON but no notebook that is known here (it {known}); {_AGAIN}")
    if not isinstance(cells, list):
        raise Unreadable(f"is a notebook without a list of `cells`; {_AGAIN}")
    return cells


def _converted(found: dict[str, Any], version: int) -> Any:
    """The cells of an older format; nbformat knows how, and is slow to import."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import nbformat

        try:
            convert: Any = nbformat.convert
            old = nbformat.versions[version].to_notebook_json(_without_code(found))
            cells: Any = convert(old, _CURRENT).get("cells")
        except Exception as error:  # whatever it meets in a broken file
            raise Unreadable(f"is a faulty notebook of format {version}; {_AGAIN}") from error
    for cell in cells if isinstance(cells, list) else ():
        cell.pop("id", None)  # made up while converting
    return cells


def _without_code(found: dict[str, Any]) -> dict[str, Any]:
    """An older notebook with its code cells emptied: they count, and a fault in one of them is none of ours."""
    empty = {"cell_type": "code", "language": "python", "outputs": [], "input": "", "code": "", "collapsed": False}

    def emptied(cells: Any) -> list[Any]:
        return [dict(empty) if _kind(cell) == "code" else cell for cell in cells]

    sheets = found.get("worksheets")
    if sheets is None:
        return {**found, "cells": emptied(found["cells"])}
    return {**found, "worksheets": [{**sheet, "cells": emptied(sheet["cells"])} for sheet in sheets]}


def _parts(cells: list[Any]) -> Iterator[_Part]:
    """The cells that are read and hold something: Markdown, and raw text above all others that is front matter."""
    top = True
    for number, cell in enumerate(cells, 1):
        kind = _kind(cell)
        if kind not in ("markdown", "raw", "code"):
            raise Unreadable(f"cell {number} is neither Markdown nor code nor raw text; {_AGAIN}")
        text = _text(cell.get("source"), number) if kind == "markdown" or (kind == "raw" and top) else ""
        if text.strip() and (kind == "markdown" or text.startswith("---")):
            yield _Part(number, _id(cell), kind, text)
        top = top and kind != "code" and not text.strip()


def _kind(cell: Any) -> Any:
    return cell.get("cell_type") if isinstance(cell, dict) else None


def _text(value: Any, number: int) -> str:
    """The text of a cell, which the file has as one string or as its lines."""
    lines = [value] if isinstance(value, str) else value
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise Unreadable(f"cell {number} has no text in `source`; {_AGAIN}")
    return _valid("".join(lines))


def _id(cell: dict[str, Any]) -> str:
    name = cell.get("id")
    return name if isinstance(name, str) and _ID.fullmatch(name) else ""


def _valid(text: str) -> str:
    """Half a character (a lone surrogate, which JSON can write) is seen as an unknown one."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _properties(found: dict[str, Any]) -> dict[str, str]:
    """Title and authors in the notebook's own metadata."""
    said = found.get("metadata")
    said = said if isinstance(said, dict) else {}
    authors = said.get("authors")
    people = [author for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    names = [_line(author.get("name")) for author in people]
    return {"title": _line(said.get("title")), "author": ", ".join(name for name in names if name)}


def _line(value: Any) -> str:
    """A value of the metadata as one line; "" for what is no text."""
    if not isinstance(value, str):
        return ""
    return "".join(char for char in " ".join(_valid(value).split()) if char.isprintable())
