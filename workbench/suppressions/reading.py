"""The comments of an article that close findings, as written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from msgspec import Struct

from workbench.model import Document

_SUFFIXES = (".md", ".markdown", ".html", ".htm", ".xhtml", ".ipynb")  # where a reader sees no comment
_BODY = re.compile(r"\s*workbench-ignore(-article)?(?![\w-])(.*)", re.DOTALL)
_LONGEST = 2_000  # characters of a comment; a longer one says something else
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^workbench-ignore:[ \t]*([^\r\n]*)((?:\r?\n[ \t]*-[ \t]+[^\r\n]*)*)", re.MULTILINE)
_ITEM = re.compile(r"-[ \t]+([^\r\n]*)")
_PAIR = re.compile(r"""\s+(\w+)=(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s"']+))""")
_NEAR = 200  # blanks between the last word of a block and a comment that still belongs to it
_KEYS = ("reason", "until", "by", "second")


class Comment(Struct, frozen=True):
    """One suppression as written, in `[start, end)` of the source; `reach` is the source range that it closes, None =
    the article. `until` is an ISO date, "" for none; `faults` say what is wrong with it by itself."""

    start: int
    end: int
    check: str
    reason: str = ""
    until: str = ""
    by: str = ""
    second: str = ""
    reach: tuple[int, int] | None = None
    faults: tuple[tuple[str, str], ...] = ()  # kind and sentence


def read(document: Document) -> tuple[Comment, ...]:
    """The suppressions of an article in reading order; one that a reader can see, as in a code sample, is none."""
    if PurePosixPath(document.path).suffix.lower() not in _SUFFIXES or "workbench-ignore" not in document.source:
        return ()
    found = list(_in_front_matter(document.source))
    extents = sorted((block.runs[0].start, block.runs[-1].end) for block in document.blocks if block.runs)
    seen = sorted((run.start, run.end) for block in document.blocks for run in block.runs)
    for start, end in _comments(document.source):
        match = _BODY.fullmatch(document.source, start + len("<!--"), end - len("-->"))
        at = bisect_left(seen, (start + 1, 0)) - 1
        if match is None or (at >= 0 and start < seen[at][1]):
            continue
        reach = None if match[1] else _reach(document.source, start, end, extents)
        found.append(_parsed(match[2], start, end, reach))
    return tuple(found)


def _comments(source: str) -> Iterator[tuple[int, int]]:
    """Start and end of each short comment, in time linear in the text."""
    at = source.find("<!--")
    while at >= 0:
        close = source.find("-->", at + len("<!--"))
        if close < 0:
            return
        if close - at <= _LONGEST:
            yield at, close + len("-->")
        at = source.find("<!--", close)


def _in_front_matter(source: str) -> Iterator[Comment]:
    front = _FRONT.match(source)
    key = _KEY.search(source, front.start(1), front.end(1)) if front else None
    if key is None:
        return
    if key[1].strip():
        yield _parsed(f" {key[1]}", key.start(1), key.end(1), None)
    for item in _ITEM.finditer(source, key.start(2), key.end(2)):
        yield _parsed(f" {item[1]}", item.start(1), item.end(1), None)


def _reach(source: str, start: int, end: int, extents: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The block that the comment stands in, or right behind in its line; else the next one, nothing at the end."""
    before = bisect_right(extents, (start, len(source))) - 1
    if before >= 0:
        first, last = extents[before]
        if start < last or (start - last < _NEAR and not source[last:start].strip(" \t")):
            return first, last
    after = bisect_left(extents, (end, 0))
    return extents[after] if after < len(extents) else (end, end)


def _parsed(body: str, start: int, end: int, reach: tuple[int, int] | None) -> Comment:
    body = body.strip()
    if body[:1] in ("'", '"') and body[-1:] == body[:1]:  # a quoted line of front matter
        body = body[1:-1].replace("''", "'").replace('\\"', '"')
    check, *_ = body.split(None, 1) or [""]
    rest = body[len(check) :]
    faults: list[tuple[str, str]] = []
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check):
        faults.append(("no-check", "names no check; write its id first: workbench-ignore absolute-safety reason=…"))
        check = ""
    pairs = {
        pair[1]: next((cell for cell in pair.groups()[1:] if cell is not None), "") for pair in _PAIR.finditer(rest)
    }
    left = _PAIR.sub("", rest).strip()
    unknown = [key for key in pairs if key not in _KEYS]
    if check and (left or unknown):
        faults.append(("unreadable", f"holds “{(left or unknown[0])[:60]}”, which says nothing here; write {_form()}"))
    cells = {key: " ".join(pairs.get(key, "").split()) for key in _KEYS}
    until = _day(cells["until"])
    if cells["until"] and not until:
        faults.append(("until", f"has the end “{cells['until']}”, which is no date; write until=2027-01-31"))
    return Comment(start, end, check, cells["reason"], until, cells["by"], cells["second"], reach, tuple(faults))


def _form() -> str:
    return 'reason="…", and where it is due until=2027-01-31 by=… second=…'


def _day(text: str) -> str:
    """The last day that is meant, for a day or a month; "" for anything else."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}", text):
            year, month = int(text[:4]), int(text[5:])
            return date(year, month, monthrange(year, month)[1]).isoformat()
        return date.fromisoformat(text).isoformat() if len(text) == 10 else ""
    except ValueError:
        return ""
