"""JSON written piece by piece: the whole with an empty list in it, and what goes into that list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_LEVEL = "  "


def filled(whole: str, key: str, items: Iterable[str], level: int) -> Iterator[str]:
    """The whole in pieces, two spaces a level.

    Args:
        whole: the formatted object, where `key` has an empty list. No text in it can look like that, since a quote
            inside of a text is escaped.
        key: whose list is filled, once in the whole.
        items: each one formatted by itself.
        level: how deep `key` stands.
    """
    head, _, tail = whole.partition(f'"{key}": []')
    yield f'{head}"{key}": '
    yield from array(items, level)
    yield tail


def array(items: Iterable[str], level: int) -> Iterator[str]:
    """A list in pieces; `level` is that of its closing bracket."""
    before = "["
    for item in items:
        line = "\n" + _LEVEL * (level + 1)
        yield before + line + item.replace("\n", line)
        before = ","
    yield "[]" if before == "[" else "\n" + _LEVEL * level + "]"
