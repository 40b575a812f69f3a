"""Rows as they go over the wire: by column, each in its shortest form, so that 5,000 articles stay under a megabyte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

_FEW = 1000  # different values up to which a table of them is worth its place
_RARE = 3  # values that differ from the usual one, at most one in so many


def pack(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Rows of any keys as columns; `queue_wire.js` reads them.

    A column is the list of its values, or {"same": value}, or {"else": value, "at": {row: value}} where few differ, or
    {"of": values, "at": [index, …]} where they repeat, or {"keys": {key: column}} for dicts of the same keys. A key
    that a row lacks is None there.
    """
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {"n": len(rows), "columns": {name: _column([row.get(name) for row in rows]) for name in names}}


def _column(values: Sequence[Any]) -> Any:
    first = values[0]
    if isinstance(first, dict) and all(isinstance(one, dict) and one.keys() == first.keys() for one in values):
        return {"keys": {key: _column([one[key] for one in values]) for key in first}}
    if not all(isinstance(one, str | int | None) for one in values):
        return list(values)
    numbers = Counter((type(one), one) for one in values)  # True is not 1
    (_, usual), most = numbers.most_common(1)[0]
    if len(numbers) == 1:
        return {"same": usual}
    if _RARE * (len(values) - most) <= len(values):
        different = {str(at): one for at, one in enumerate(values) if (type(one), one) != (type(usual), usual)}
        return {"else": usual, "at": different}
    if len(numbers) <= min(_FEW, len(values) // 2) and any(isinstance(one, str) for one in values):
        places = {value: at for at, value in enumerate(numbers)}
        return {"of": [value for _, value in places], "at": [places[type(one), one] for one in values]}
    return list(values)
