"""Data that a page carries for machines (JSON-LD): who wrote and reviewed the article, and when."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.readers._web.references import resolved

_ARTICLES = ("article", "posting", "report", "webpage", "guide", "qapage", "recipe", "review", "condition")
_LIKE_ARTICLES = _ARTICLES[:3]
_MOST_NODES = 20_000  # looked at; a page has a dozen
_DATES = {"datePublished": "published", "dateModified": "updated", "lastReviewed": "reviewed"}


def clean(value: object) -> str:
    """A value in one line, its references resolved; "" for what is no text."""
    if not isinstance(value, str):
        return ""
    text = " ".join(resolved(value[:2000]).split())
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def told(scripts: Sequence[str]) -> dict[str, str]:
    """What the scripts say, by the names of `Metadata`; what is broken is as if it were not there."""
    nodes = [node for script in scripts for node in _nodes(script)]
    names = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    pages = [node for node in nodes if _is(node, _ARTICLES)]
    pages.sort(key=lambda node: not _is(node, _LIKE_ARTICLES))
    found: dict[str, str] = {}
    for node in pages:
        for key, value in _said(node, names).items():
            found.setdefault(key, value)
    return found


def _said(node: Mapping[str, Any], names: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    found = {ours: clean(node.get(theirs)) for theirs, ours in _DATES.items()}
    authors = _people(node.get("author"), names)
    reviewers = _people(node.get("reviewedBy"), names)
    found["author"] = ", ".join(name for name, _ in authors)
    found["credentials"] = authors[0][1] if len(authors) == 1 else ""
    found["reviewer"] = ", ".join(f"{name}, {degrees}" if degrees else name for name, degrees in reviewers)
    found["title"] = clean(node.get("headline"))
    found["language"] = clean(node.get("inLanguage"))
    if not found["author"]:
        del found["author"], found["credentials"]
    return {key: value for key, value in found.items() if value or key == "credentials"}


def _people(value: object, names: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Names and degrees of persons; one may be named by the id under which it stands elsewhere."""
    found = []
    for one in value[:50] if isinstance(value, list) else [value]:
        person = one
        if isinstance(person, dict) and "name" not in person and isinstance(person.get("@id"), str):
            person = names.get(person["@id"], person)
        if isinstance(person, dict):
            name, degrees = person.get("name"), person.get("honorificSuffix")
            name = name[0] if isinstance(name, list) and name else name
            if clean(name):
                found.append((clean(name), clean(degrees)))
        elif clean(person) and "://" not in clean(person):
            found.append((clean(person), ""))
    return found


def _is(node: Mapping[str, Any], kinds: Sequence[str]) -> bool:
    sort = node.get("@type")
    return any(
        isinstance(one, str) and one.lower().endswith(tuple(kinds))
        for one in (sort if isinstance(sort, list) else [sort])
    )


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """All objects of a script, outer ones first, however deep."""
    start, end = _limits(script)
    try:
        waiting: list[Any] = [json.loads(script[start:end], strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed([part for part in value.values() if isinstance(part, dict | list)]))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _limits(script: str) -> tuple[int, int]:
    """Without the comment or CDATA marks that some pages put around it."""
    starts = [at for at in (script.find("{"), script.find("[")) if at >= 0]
    if "<![CDATA[" in script[:40]:
        starts = [at for at in (script.find("{"), script.find("[", script.find("<![CDATA[") + 9)) if at >= 0]
    return min(starts, default=0), max(script.rfind("}"), script.rfind("]", 0, max(script.rfind("]]>"), 0) or None)) + 1
