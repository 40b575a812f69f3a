"""Values in the shape that a report shows of them; a large report is a million of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any

import msgspec


class Shapes:
    """Turns a value into a shape, field by field of the same name; what the shape leaves out is not read.

    Args:
        inner: the shape of each type that may stand inside another one.
        deep: the fields that may hold one of these, many of them, or a decimal number; all others are taken as they
            are.
    """

    def __init__(self, inner: Mapping[type, type[msgspec.Struct]], deep: frozenset[str]) -> None:
        self._inner, self._deep = inner, deep
        self._known: dict[type, tuple[Callable[[Any], tuple[Any, ...]], tuple[int, ...]]] = {}

    def same(self, value: Any, shape: type[Any]) -> Any:
        """The value in this shape, which has two fields or more."""
        read, deep = self._known.get(shape) or self._learnt(shape)
        given = list(read(value))
        for place in deep:
            given[place] = self._plain(given[place])
        return shape(*given)

    def _learnt(self, shape: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[int, ...]]:
        names = shape.__struct_fields__
        deep = tuple(place for place, name in enumerate(names) if name in self._deep)
        self._known[shape] = attrgetter(*names), deep
        return self._known[shape]

    def _plain(self, value: Any) -> Any:
        if value is None or value == ():
            return value
        if isinstance(value, tuple):
            inner = self._inner[type(value[0])]
            return tuple(self.same(item, inner) for item in value)
        if isinstance(value, Decimal):
            return format(value, "f")
        return self.same(value, self._inner[type(value)])
