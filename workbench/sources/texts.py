"""The text of a source with its pages, whatever file it is kept in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from workbench import identifiers, registry
from workbench.config import MEGABYTE
from workbench.errors import Unreadable

MEGABYTES = 50  # of a file
LONGEST = 20_000_000  # characters of a text; the longest guidelines have two million
_FIRST = 6_000  # characters of the first page in which a work gives its own identifier
_LINE = 4  # words from which a line can be a title
_TITLE = 300
_SPELLED = str.maketrans(
    {**dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)), "\r": "\n", "\u2028": "\n"}
)
_UNSAYABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


class Text(NamedTuple):
    """What a file says: title and identifiers where they could be read, text, and where pages begin."""

    title: str
    identifiers: tuple[str, ...]
    text: str
    pages: tuple[int, ...]


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; an `Unreadable` where it cannot be opened or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MEGABYTES * MEGABYTE + 1)
    except OSError as error:
        raise Unreadable(f"cannot be opened ({error.strerror}); check that the file may be read") from error
    if len(data) > MEGABYTES * MEGABYTE:
        raise Unreadable(f"is larger than {MEGABYTES} MB; keep the part that claims rest on, or its text")
    return data


def read(data: bytes, suffix: str) -> Text:
    """What the bytes of a source say.

    Args:
        data: of the file.
        suffix: ".pdf", ".txt", ".html" or ".xml".

    Raises:
        Unreadable: they say nothing that can be read; tells why and what to do.
    """
    match suffix.lower():
        case ".pdf":
            from workbench.sources import pdf  # another process reads it; see there

            title, pages = pdf.read(data)
        case ".xml":
            from workbench.sources import jats  # brings lxml

            work = jats.read(data)
            return _checked(joined(work.title, ["\n\n".join(work.paragraphs)], work.identifiers))
        case ".html" | ".htm":
            document = registry.plug("readers", "webpage").read(data, "source.html")
            said = [block.seen for block in document.blocks if not block.boilerplate]
            title, pages = document.meta.title, ["\n\n".join(said)]
        case ".txt":
            return _checked(plain(_decoded(data)))
        case _:
            raise Unreadable(f"ends in “{suffix}”; sources are kept as .pdf, .txt, .html or .xml")
    return _checked(joined(title, pages))


def plain(text: str) -> Text:
    """A text as it is; a form feed begins a page."""
    return joined("", text.replace("\r\n", "\n").split("\f"))


def joined(title: str, pages: Sequence[str], own: Sequence[str] = ()) -> Text:
    """Pages as one text, with ligatures spelled out; what is missing of title and identifiers is looked for in it."""
    clean = [_UNSAYABLE.sub(" ", page.translate(_SPELLED)) for page in pages]
    text = "\n".join(clean)
    starts = tuple(accumulate((len(page) + 1 for page in clean[:-1]), initial=0))
    return Text(_title(title, text), tuple(own) or _own_identifiers(text), text, starts)


def _checked(text: Text) -> Text:
    if not text.text.strip():
        raise Unreadable("holds no text; save the source's text or web page instead")
    if len(text.text) > LONGEST:
        raise Unreadable(f"holds more than {LONGEST:,} characters; keep the part that claims rest on")
    return text


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    if b"\0" in data:
        raise Unreadable("is no text; save the source as UTF-8 text")
    return data.decode("cp1252", "replace")


def _title(told: str, text: str) -> str:
    """The title that the file states, else its first line that can be one."""
    told = " ".join(_UNSAYABLE.sub(" ", told).split())
    if len(told.split()) >= _LINE - 1:
        return told[:_TITLE]
    lines = (" ".join(line.split()) for line in text[:_FIRST].splitlines())
    return next((line[:_TITLE] for line in lines if len(line.split()) >= _LINE), told[:_TITLE])


def _own_identifiers(text: str) -> tuple[str, ...]:
    """The DOI and PubMed number of the work itself: the only ones on its first page."""
    first = text[:_FIRST]
    found: dict[str, dict[str, None]] = {}
    for one in identifiers.within(first):
        if not identifiers.problem(one.identifier):
            found.setdefault(one.identifier.partition(":")[0], {})[one.identifier] = None
    return tuple(next(iter(found[kind])) for kind in ("doi", "pmid") if len(found.get(kind, ())) == 1)
