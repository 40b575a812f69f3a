"""Front matter: the `key: value` lines between two `---` at the very start of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import fields

from workbench.errors import Unreadable
from workbench.model import Metadata
from workbench.readers._lazy import lazily
from workbench.readers._source import BOM

KEYS = tuple(field.name for field in fields(Metadata))
_ALIASES = {"date": "published", "lastmod": "updated"}  # how site generators call what we name otherwise
_FENCE = "---"
# A bare value begins with a letter or digit and holds no mark that YAML gives a meaning to inside a line.
_PAIR = (
    r"([A-Za-z_][\w-]*):(?: +(?:\"([^\"\\\x00-\x1f\x7f-\x9f\u2028\u2029]*)\" *"
    r"|(~ *|[^\W_][^:#\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]*))| *)"
)
_PLAIN = lazily(_PAIR, re.ASCII)
_PLAIN_LINE = lazily(f"^{_PAIR}$", re.ASCII | re.MULTILINE)
_LONGEST = 65_536  # characters; a longer block is a mistake, or an attack


def split(source: str) -> tuple[dict[str, str], int]:
    """What the front matter says (only our keys that stand there) and where the text after it begins in the source.

    Values are kept as written: a date is not turned into another form, `NO` stays Norway's code.

    Raises:
        Unreadable: the block is not closed, not valid YAML, has a key twice, or one of our keys without one text; the
            message names the line or key and the remedy. Keys that are not ours are passed over.
    """
    begin = 1 if source.startswith(BOM) else 0
    if not source.startswith(_FENCE, begin):
        return {}, begin
    usual = _usual(source, begin)
    if usual is not None:
        return usual
    lines = _lines(source, begin)
    _, first_end, opening = next(lines)
    if opening.rstrip() != _FENCE:
        return {}, begin
    for number, (start, end, line) in enumerate(lines):
        if number == 0 and not line.strip():
            return {}, begin  # a rule above the text
        if line.rstrip() in (_FENCE, "..."):
            return _values(source[first_end:start]), end
    raise Unreadable(f"front matter begins in line 1 but is not closed; put a line `{_FENCE}` after its last key")


def _usual(source: str, begin: int) -> tuple[dict[str, str], int] | None:
    """What front matter says that is written as most is: plain `key: value` lines and nothing else between fences."""
    end = source.find("\n---\n", begin + len(_FENCE), begin + _LONGEST)
    block = source[begin + len(_FENCE) + 1 : end + 1]
    if end < 0 or not source.startswith("\n", begin + len(_FENCE)) or "\n..." in block or "\n---" in block:
        return None
    pairs = _PLAIN_LINE.findall(block)
    if len(pairs) != block.count("\n") or len({key for key, _, _ in pairs}) < len(pairs) or not pairs:
        return None
    return _ours({key: quoted or _bare(bare) for key, quoted, bare in pairs}), end + len("\n---\n")


def _lines(source: str, begin: int) -> Iterator[tuple[int, int, str]]:
    """Start, end (with its line end) and text of each line, as far as front matter may reach."""
    window = source[begin : begin + _LONGEST]
    at = begin
    for line in window.splitlines(keepends=True):
        yield at, at + len(line), line
        at += len(line)


def _values(block: str) -> dict[str, str]:
    plain = _plain_values(block)
    if plain is not None:
        return plain
    import yaml  # 20 ms that only unusual front matter pays for

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, str] = {}
    try:
        # Events, not objects: nothing is built, so an alias or a deep nest costs nothing.
        for key, place, value in _pairs(yaml.parse(block, Loader=loader), yaml):
            if key in found:
                raise Unreadable(f"{place}: `{key}` stands there twice; keep one")
            if key not in KEYS and (key not in _ALIASES or value is None):
                continue  # a site's own keys (`tags`, `layout`) are none of our business
            if value is None:
                raise Unreadable(f"{place}: `{key}` must be one text; write `{key}: …` on one line")
            found[key] = value
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 2}" if mark is not None else "line 2"
        problem = getattr(error, "problem", None) or "characters that are not allowed"
        raise Unreadable(f"front matter, {place}: is not valid YAML ({problem}); write `key: value` lines") from error
    return _ours(found)


def _ours(found: dict[str, str]) -> dict[str, str]:
    """Our keys; what a site calls otherwise counts where our own name is not there."""
    renamed = {ours: found[theirs] for theirs, ours in _ALIASES.items() if theirs in found}
    return {**renamed, **{key: value for key, value in found.items() if key in KEYS}}


def _plain_values(block: str) -> dict[str, str] | None:
    """What `key: value` lines say that YAML reads as they stand; None where one of them needs YAML's rules."""
    found: dict[str, str] = {}
    for line in block.splitlines():
        pair = _PLAIN.fullmatch(line)
        if pair is None:
            if line.strip():
                return None
            continue
        key, quoted, bare = pair.groups()
        if key in found:
            return None
        found[key] = quoted if quoted is not None else _bare(bare or "")
    return _ours(found)


def _bare(value: str) -> str:
    value = value.rstrip(" ")
    return "" if value in ("~", "null") else value


def _pairs(events: Iterator[Any], yaml: Any) -> Iterator[tuple[str, str, str | None]]:
    """Key, place and value of each top-level line; None for a value that is a list, a group or an alias."""
    depth, key, plain = 0, "", (yaml.ScalarEvent, yaml.AliasEvent)
    for event in events:
        place = f"front matter, line {event.start_mark.line + 2}"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == 2 and key:
                yield key, place, None
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            key = "" if depth == 1 else key
        elif isinstance(event, plain) and depth == 1 and key:
            yield key, place, _text(event) if isinstance(event, yaml.ScalarEvent) else None
            key = ""
        elif isinstance(event, yaml.ScalarEvent) and depth == 1:
            key = str(event.value)
        if (depth == 1 and isinstance(event, yaml.SequenceStartEvent)) or (depth == 0 and isinstance(event, plain)):
            raise Unreadable(f"{place}: holds no keys; write `key: value` lines")


def _text(event: Any) -> str:
    unquoted = event.implicit[0]
    return "" if unquoted and event.value in ("", "~", "null") else str(event.value).strip()
