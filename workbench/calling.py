"""Calling a check's detector: each check is bound once to what it is handed for every article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from sys import intern
from typing import NamedTuple

from workbench import registry
from workbench.detectors import Hits, parameter_types
from workbench.facts import Table
from workbench.model import Article, Check, Match


class _Call(NamedTuple):
    """A check's detector with the parameters that are the same for every article, its lists without hits among them."""

    check: Check
    tables: Mapping[str, Table]
    detect: Callable[..., Iterator[Match]]
    lists: tuple[tuple[str, str], ...]  # keys with the parameters that get their hits; of most an article has none


_calls: dict[str, _Call] = {}  # by a check's id; of the last content that ran


def detect(article: Article, check: Check, tables: Mapping[str, Table]) -> Iterator[Match]:
    """What a check's detector reports of an article; `tables` are those of all checks, by name."""
    call = _calls.get(check.id)
    if call is None or call.check is not check or call.tables is not tables:
        call = _calls[check.id] = _call(check, tables)
    if not call.lists:
        return call.detect(article)
    hits = article.hits
    return call.detect(article, **{name: hits[key] for key, name in call.lists if key in hits})


def _call(check: Check, tables: Mapping[str, Table]) -> _Call:
    detect = registry.plug("detectors", check.detector).detect
    types = parameter_types(detect)
    params = {intern(name): value for name, value in check.params.items()}  # Python binds interned names at once
    given, lists = dict(params), list[tuple[str, str]]()
    for name, value in params.items():
        if types[name] == Hits:
            given[name] = ()
            lists.append((value, name))
        elif types[name] is Table:
            given[name] = tables[value]
    return _Call(check, tables, partial(detect, **given), tuple(lists))
