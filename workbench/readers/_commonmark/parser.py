"""The Markdown parser, and what its places (bytes of what it was given) are in code points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from workbench.readers._lazy import lazily

_LATER = bytes(0x80 <= byte < 0xC0 for byte in range(256))  # 1 for a byte that is not a character's first
_NOTE = lazily(r"\[\^[^\]\n]{1,200}\]:")
_MENTIONED = lazily(r"\[\^([^\]\n]{1,200})\]")


class Known(NamedTuple):
    """Definitions that stand elsewhere: the targets of links, and footnotes, by their labels as `folded`."""

    links: Mapping[str, str]
    notes: frozenset[str]


def events(text: str, known: Known | None = None) -> Iterator[tuple[Any, Any]]:
    """What the parser says of a text: its events, each with the bytes from "start" to "end" that it stands for."""
    import pyromark  # only Markdown pays for it

    if known is None:
        return pyromark.events_with_range(text, options=_options())

    def target(link: Any) -> tuple[str, str] | None:
        found = known.links.get(folded(link["reference"]))
        return None if found is None else (found, "")

    return pyromark.events_with_range(text, options=_options(), broken_link_callback=target)


def defined(texts: Sequence[str]) -> Known:
    """The definitions in texts that are parsed one by one; of two with one label the first counts."""
    import pyromark

    links: dict[str, str] = {}
    notes: set[str] = set()
    for text in texts:
        for label, found in pyromark.reference_definitions(text, options=_options()).items():
            links.setdefault(folded(label), found["dest"])
        if _NOTE.search(text):
            starts: list[Any] = [event["Start"] for event, _ in events(text) if "Start" in event]
            notes.update(folded(start["FootnoteDefinition"]) for start in starts if "FootnoteDefinition" in start)
    return Known(links, frozenset(notes))


def noted(text: str, known: Known) -> str:
    """Footnotes to put before a text, which mentions them but does not hold them, so that the parser knows them."""
    labels = dict.fromkeys(folded(label) for label in _MENTIONED.findall(text))
    stubs = [f"[^{label}]: -\n\n" for label in labels if label in known.notes]
    return "".join([*stubs, "<!-- -->\n\n"]) if stubs else ""  # the comment parts the last from the text


def folded(label: str) -> str:
    """A label, in which upper and lower case are one, and any blanks a space."""
    return " ".join(label.casefold().split())


@cache
def _options() -> Any:
    from pyromark import Options

    return (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_GFM
    )


def later(text: str) -> bytes:
    """A 1 for each byte of the text in UTF-8 that is not the first of its character; empty for an ASCII text."""
    return b"" if text.isascii() else text.encode().translate(_LATER)


def places(marks: bytes, begin: int) -> Callable[[int], int]:
    """The way from a byte of a text, whose `later` bytes are marked, to a code point counted from `begin`.

    It counts on from the byte it was asked for last: asked in reading order, it goes over the text once.
    """
    if not marks:
        return begin.__add__
    last, ahead = 0, -begin

    def place(byte: int) -> int:
        nonlocal last, ahead
        ahead += marks.count(1, last, byte) if byte >= last else -marks.count(1, byte, last)
        last = byte
        return byte - ahead

    return place
