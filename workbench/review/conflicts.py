"""Articles that disagree, as they are stored: what each tells, and what people made of it.

Nothing is stored of a conflict but people's decision, under the key of exactly these values in these articles. Where
an article changes its value, or another one joins in, the key is another one and nobody has decided it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, and_, select

from workbench import consistency
from workbench.model import Conflict, Severity, Told, Value
from workbench.review.lookups import told
from workbench.review.tables import articles, cases, steps
from workbench.review.told_of import place
from workbench.review.wording import Row

OPEN = "open"
_ON_SITE = ("published", "expired", "inherited")
_MANY = 500  # names in one query


class Part(Struct, frozen=True):
    """What one article tells.

    `value` is how it is compared, `text` the words themselves, `[start, end)` in the newest text; `live`: the article
    is on the site; `differs`: the library says otherwise.
    """

    article: str
    title: str
    state: str
    live: bool
    value: str
    text: str
    start: int
    end: int
    sentence: str
    differs: bool


class Decided(Struct, frozen=True):
    """What a person made of it: state "kept" or "settled", why, who (by name), on which day."""

    state: str
    reason: str
    by: str
    on: str


class Disagreement(Struct, frozen=True):
    """A matter that articles tell differently; the fields as in `model.Conflict`.

    `library` is the library's value ("" = it says nothing) and `library_row` its row; `kept` is None while it is open.
    """

    key: str
    attribute: str
    title: str
    scope: str
    severity: Severity
    values: tuple[Part, ...]
    kept: Decided | None
    library: str
    library_row: str


def of(connection: Connection, present: Collection[str] | None = None) -> list[Disagreement]:
    """All of the newsroom, the gravest first, those that people decided last.

    Args:
        connection: any.
        present: only between articles of these names (those that are there now); None = all that were ever read.
    """
    return _shown(connection, _every(connection, present))


def about(connection: Connection, name: str) -> list[Disagreement]:
    """Those that one article has a part in."""
    return _shown(connection, _of_one(connection, name))


def by_key(connection: Connection, key: str) -> Conflict | None:
    """The conflict of this key, if the articles still have it."""
    return next((one for one in _every(connection, None) if one.key == key), None)


def counts(connection: Connection, told_now: Mapping[str, Sequence[Told]]) -> dict[str, int]:
    """How many open matters each of these articles has with any other, once it tells this.

    Args:
        connection: any; other articles are taken as stored.
        told_now: what each tells, by its name.
    """
    wanted = {(one.attribute, place(one)) for each in told_now.values() for one in each}
    pages = {name: list(each) for name, each in told_now.items()}
    for name, each in _pages_at(connection, wanted).items():
        pages.setdefault(name, each)
    found = consistency.conflicts(pages.items())
    decided = _decided(connection, [one.key for one in found])
    number: Counter[str] = Counter()
    for conflict in found:
        if conflict.key not in decided:
            number.update({value.article for value in conflict.values} & told_now.keys())
    return dict(number)


def open_of(connection: Connection, name: str) -> int:
    """How many open matters one article has with others, as it is stored."""
    return sum(one.kept is None for one in about(connection, name))


def _every(connection: Connection, present: Collection[str] | None) -> tuple[Conflict, ...]:
    """Between all articles; what only one of them tells is not even read."""
    rows = [row for row in connection.execute(_TOLD) if present is None or row.article in present]
    tell = Counter(place for _, place in {(row.article, (row.attribute, row.scope)) for row in rows})
    return consistency.conflicts(_read(row for row in rows if tell[row.attribute, row.scope] > 1).items())


def _of_one(connection: Connection, name: str) -> tuple[Conflict, ...]:
    """Between one article and all others."""
    own = select(told.c.attribute, told.c.scope).where(told.c.article == name)
    wanted = {(row.attribute, row.scope) for row in connection.execute(own)}
    found = consistency.conflicts(_pages_at(connection, wanted).items())
    return tuple(one for one in found if any(value.article == name for value in one.values))


def _pages_at(connection: Connection, wanted: Collection[tuple[str, str]]) -> dict[str, list[Told]]:
    """What every article tells of these attributes in these settings."""
    if not wanted:
        return {}
    query = _TOLD.where(told.c.attribute.in_(sorted({attribute for attribute, _ in wanted})))
    return _read(row for row in connection.execute(query) if (row.attribute, row.scope) in wanted)


_TOLD = select(told.c.article, told.c.attribute, told.c.scope, told.c.detail).order_by(told.c.article, told.c.number)
_decoder = msgspec.json.Decoder(Told)


def _read(rows: Iterable[Any]) -> dict[str, list[Told]]:
    pages: dict[str, list[Told]] = {}
    for row in rows:
        pages.setdefault(row.article, []).append(_decoder.decode(row.detail))
    return pages


def _shown(connection: Connection, found: Sequence[Conflict]) -> list[Disagreement]:
    pages = _pages(connection, sorted({value.article for one in found for value in one.values}))
    decided = _decided(connection, [one.key for one in found])
    shown = [
        Disagreement(
            one.key, one.attribute, one.title, one.scope, one.severity,
            tuple(_part(value, pages[value.article]) for value in one.values), decided.get(one.key),
            one.approved.text if one.approved else "", one.approved.row if one.approved else "",
        )
        for one in found
    ]  # fmt: skip
    return sorted(shown, key=lambda one: (one.kept is not None, one.severity != "warning", one.title, one.scope))


def _part(value: Value, page: Row) -> Part:
    one = value.told
    return Part(
        value.article, page["title"], page["state"], page["live"] in _ON_SITE,
        consistency.value(one.amount, one.text), one.text, one.start, one.end, one.sentence,
        not consistency.as_approved(one),
    )  # fmt: skip


def _pages(connection: Connection, names: Sequence[str]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    columns = (articles.c.name, articles.c.title, articles.c.state, articles.c.live)
    for start in range(0, len(names), _MANY):
        query = select(*columns).where(articles.c.name.in_(names[start : start + _MANY]))
        found |= {row["name"]: dict(row) for row in connection.execute(query).mappings()}
    return found


def _decided(connection: Connection, keys: Sequence[str]) -> dict[str, Decided]:
    """What stands about these conflicts: the newest step of each that is not open."""
    found: dict[str, Decided] = {}
    for start in range(0, len(keys), _MANY):
        some = keys[start : start + _MANY]
        mine = and_(cases.c.subject == "conflict", cases.c.key.in_(some), cases.c.state != OPEN)
        same = and_(steps.c.subject == cases.c.subject, steps.c.key == cases.c.key, steps.c.after == cases.c.state)
        columns = (cases.c.key, cases.c.state, steps.c.reason, steps.c.by, steps.c.by_name, steps.c.on)
        for row in connection.execute(select(*columns).join(steps, same).where(mine).order_by(steps.c.id)):
            found[row.key] = Decided(row.state, row.reason, row.by_name or row.by, row.on)
    return found
