"""Calling a check's detector: each check is bound once to what it is handed for every article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from sys import intern
from typing import NamedTuple

from workbench import registry
from workbench.detectors import Hits, parameter_types
from workbench.facts import Table
from workbench.model import Article, Check, Evidence, Match
from workbench.model.knowledge import Said


class _Call(NamedTuple):
    """A check's detector with the parameters that are the same for every article, its lists without hits among them."""

    check: Check
    tables: Mapping[str, Table]
    detect: Callable[..., Iterator[Match]]
    lists: tuple[tuple[str, str], ...]  # keys with the parameters that get their hits; of most an article has none


_LACKING = ("", "missing", "weak", "too-far")  # keys of what a statement elsewhere puts right
_calls: dict[str, _Call] = {}  # by a check's id; of the last content that ran


def detect(article: Article, check: Check, tables: Mapping[str, Table]) -> Iterator[Match]:
    """What a check's detector reports of an article; `tables` are those of all checks, by name."""
    call = _calls.get(check.id)
    if call is None or call.check is not check or call.tables is not tables:
        call = _calls[check.id] = _call(check, tables)
    if call.lists:
        hits = article.hits
        found = call.detect(article, **{name: hits[key] for key, name in call.lists if key in hits})
    else:
        found = call.detect(article)
    if not article.knowledge.site:
        return found
    said = next((one for one in article.knowledge.site if check.id in one.gives), None)
    return found if said is None else _with_site(found, said)


def _with_site(found: Iterator[Match], said: Said) -> Iterator[Match]:
    """A statement that a page lacks, or makes too weakly, is there where the site makes it on every page."""
    for match in found:
        if match.sentence is None and match.verdict == "fail" and match.key in _LACKING:
            stands = f"said by the site’s {said.where}, declared in workbench.toml"
            row = {"statement": said.text, "state": "present", "stands": stands}
            yield Match(verdict="pass", evidence=Evidence("statement", given=said.text, rows=(row,)))
        else:
            yield match


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
