"""Read a text by a reader of figures, and hold that every number and every stretch of words is what stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct
from speak import article

from workbench.figures.stated import Number, P, Words
from workbench.model import Article

T = TypeVar("T", bound=Struct)


def readings(reader: Callable[[Article], tuple[T, ...]], text: str) -> list[T]:
    """What a reader finds in a Markdown text; fails where a span is not the printed form."""
    page = article(text)
    found = list(reader(page))
    for one in found:
        for place in places(one):
            sentence = page.sentences[place.sentence]
            assert 0 <= place.at < place.to <= len(sentence.text)
            assert sentence.text[place.at : place.to] == place.text
    return found


def places(value: object) -> Iterator[Words | Number]:
    """Every stretch and number in a value."""
    if isinstance(value, Words | Number):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from places(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from places(one)


def printed(*numbers: Number | None) -> str:
    """Values with all their printed digits, "-" where there is none."""
    return " ".join("-" if one is None else plain(one.value) for one in numbers)


def plain(value: Decimal | None) -> str:
    return "-" if value is None else f"{value:f}"


def p_of(p: P | None) -> str:
    if p is None:
        return "-"
    return p.sign if p.value is None else f"{p.sign}{plain(p.value.value)}"
