"""What the readers promise whatever the bytes: a document that holds together, or one clear line for a person."""

from __future__ import annotations

from mapped import assert_mapped
from msgspec.structs import astuple

from workbench import engine, registry, segment
from workbench.config import Limits
from workbench.errors import Unreadable
from workbench.model import Document
from workbench.readers._source import decode
from workbench.shadow import shadow

# Small enough that a packed file cannot fill the memory of a test, large enough for every article.
LIMITS = Limits(max_megabytes=2, max_unpacked_megabytes=16, max_words=50_000)
_VERBATIM = ("markdown", "plain")  # their source is the file's text to the letter, whatever its encoding


def suffix_of(reader: str) -> str:
    """The first suffix that a reader reads."""
    suffix: str = registry.plug("readers", reader).SUFFIXES[0]
    return suffix


def hold(data: bytes, reader: str, limits: Limits = LIMITS) -> Document | Unreadable:
    """Read bytes as one reader does and assert all that it promises; what came of it.

    Raises:
        AssertionError: a promise is broken. Any other exception is one that the reader let escape.
    """
    try:
        document = engine.parse(data, "fuzzed", suffix_of(reader), limits)
    except Unreadable as error:
        assert_clear(str(error))
        return error
    if reader in _VERBATIM:
        assert document.source == decode(data)
    assert_mapped(document)
    assert_placed(document)
    assert_covered(document)
    said = astuple(document.meta)
    assert all(isinstance(value, str) for value in said)
    for text in (document.source, *said):
        text.encode("utf-8")  # no half characters, which no report could be written with
    return document


def assert_clear(message: str) -> None:
    """One line that says something, without marks that a terminal obeys, and short enough to be read."""
    assert message.strip() == message != ""
    assert all(char.isprintable() or char == "\u00a0" for char in message), ascii(message)
    assert len(message) <= 500, len(message)


def assert_placed(document: Document) -> None:
    """Every block of a file that is not text has a place in that file; a text file has none."""
    for block in document.blocks:
        place = document.place(*block.span(0, len(block.seen)))
        assert (place is not None) == bool(document.origins)
    starts = [origin.start for origin in document.origins]
    assert starts == sorted(starts)


def assert_covered(document: Document) -> None:
    """Sentences come in reading order and hold every character that is not a space in its shadow."""
    held = [bytearray(len(block.seen)) for block in document.blocks]
    last = (0, 0)
    for index, sentence in enumerate(segment.split(document)):
        block = document.blocks[sentence.block]
        assert sentence.index == index
        assert last <= (sentence.block, sentence.at) < (sentence.block, sentence.to)
        assert sentence.to <= len(block.seen)
        assert sentence.text == block.seen[sentence.at : sentence.to]
        assert sentence.shadow == shadow(sentence.text)
        assert 0 <= sentence.start < sentence.end <= len(document.source)
        held[sentence.block][sentence.at : sentence.to] = b"\1" * (sentence.to - sentence.at)
        last = (sentence.block, sentence.to)
    for block, marks in zip(document.blocks, held, strict=True):
        assert all(mark or char == 32 for mark, char in zip(marks, shadow(block.seen), strict=True))
