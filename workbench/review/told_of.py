"""What the newest text of each article tells, stored so that articles are compared without being read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, delete, insert, select

from workbench.consistency import value
from workbench.consistency.naming import scope
from workbench.model import Told
from workbench.review.lookups import told
from workbench.review.wording import Row

_MANY = 500  # names in one query


def rows(name: str, told_now: Iterable[Told]) -> list[dict[str, Any]]:
    """The rows of the table `told` for one article; `told_now` is its report's `told`."""
    return [
        {
            "article": name,
            "number": number,
            "attribute": one.attribute,
            "scope": place(one),
            "value": value(one.amount, one.text),
            "text": one.text,
            "start": one.start,
            "end": one.end,
            "detail": msgspec.json.encode(one).decode(),
        }
        for number, one in enumerate(told_now)
    ]


def place(one: Told) -> str:
    """What two values have to have in common to be compared at all, beside the attribute."""
    setting = replace(one.setting, manner=(), conditions=(), years=())
    return " · ".join((scope(setting), setting.country, one.amount.base))


def write(connection: Connection, told_now: Mapping[str, Sequence[Told]]) -> None:
    """Bring the table in line with what these articles tell now; what has not changed is left alone.

    Args:
        connection: inside a writing transaction; the articles have their rows already.
        told_now: by the article's name.
    """
    stored = _stored(connection, list(told_now))
    now = {name: rows(name, told_now[name]) for name in told_now}
    changed = [name for name, wanted in now.items() if wanted != stored.get(name, [])]
    old = [name for name in changed if name in stored]
    if old:
        connection.execute(delete(told).where(told.c.article.in_(old)))
    new = [row for name in changed for row in now[name]]
    if new:
        connection.execute(insert(told), new)


def _stored(connection: Connection, names: Sequence[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for start in range(0, len(names), _MANY):
        here = told.c.article.in_(names[start : start + _MANY])
        query = select(told).where(here).order_by(told.c.article, told.c.number)
        for row in connection.execute(query).mappings():
            found.setdefault(row["article"], []).append(dict(row))
    return found
