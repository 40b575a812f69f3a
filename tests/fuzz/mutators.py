"""Mutations that keep a file's form, so that they reach further into a reader than stray bytes do.

Each is `mutate(data, most, random, bytewise) -> bytes`: at most `most` bytes; `bytewise(data, most)` is the fuzzer's
own way of changing bytes.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any

Bytewise = Callable[[bytes, int], bytes]
Mutator = Callable[[bytes, int, Random, Bytewise], bytes]
_DEEP = 2_000
_REPEATED = 0.004  # of all mutations of a text
_LARGE = 6_000  # bytes
_ODD = (None, True, 0, -1, 1e308, "", "\u202ex", "\ud800", "a" * 5_000, [], {}, [[]], {"text/plain": 1}, [None])
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml")


def text(data: bytes, most: int, random: Random, bytewise: Bytewise) -> bytes:
    """Bytewise mostly; now and then a piece is repeated until the file is full, which shows what is not linear."""
    if random.random() < _REPEATED and data:
        at = random.randrange(len(data))
        piece = data[at : at + random.choice((1, 2, 4, 9, 40))]
        times = min(most - len(data), 60_000) // len(piece)
        return (data[:at] + piece * max(times, 1) + data[at:])[:most]
    if len(data) > _LARGE:  # a large file is slow to read, and rarely shows more than a piece of it
        at = random.randrange(len(data) - _LARGE // 2)
        data = data[at : at + _LARGE // 2]
    return bytewise(data, min(most, _LARGE))


def notebook(data: bytes, most: int, random: Random, bytewise: Bytewise) -> bytes:
    """One value of the JSON changed, doubled, dropped or replaced by one of another type."""
    if random.random() < 0.15:
        return bytewise(data, most)
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return bytewise(data, most)
    places = list(_places(whole))
    if not places:
        return bytewise(data, most)
    around, key = random.choice(places)
    _change(around, key, random, bytewise, most)
    changed = json.dumps(whole, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
    return changed if len(changed) <= most else bytewise(data, most)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every list or object of a JSON value with each of its keys."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        around = waiting.pop()
        inside = around.items() if isinstance(around, dict) else enumerate(around) if isinstance(around, list) else ()
        for key, inner in inside:
            found.append((around, key))
            waiting.append(inner)
    return found


def _change(around: Any, key: Any, random: Random, bytewise: Bytewise, most: int) -> None:
    value = around[key]
    way = random.random()
    if isinstance(value, str) and way < 0.7:
        around[key] = text(value.encode("utf-8", "surrogatepass"), most // 4, random, bytewise).decode(
            "utf-8", "replace"
        )
    elif way < 0.8:
        around[key] = random.choice(_ODD)
    elif way < 0.87:
        del around[key]
    elif isinstance(around, list):
        around.insert(random.randrange(len(around) + 1), value)
    elif isinstance(around, dict):
        around[random.choice(("source", "cell_type", "outputs", "attachments", "id", "metadata", "nbformat"))] = value


def word(data: bytes, most: int, random: Random, bytewise: Bytewise) -> bytes:
    """One part of the package changed and packed again; rarely the packed bytes themselves."""
    parts = {} if random.random() < 0.1 else unpacked(data)
    if not parts:
        return bytewise(data, most)
    name = random.choice([name for name in _PARTS if name in parts] or list(parts))
    if random.random() < 0.15:
        name = random.choice(list(parts))
    way = random.random()
    if way < 0.45:
        parts[name] = text(parts[name], most // 2, random, bytewise)
    elif way < 0.9:
        parts[name] = _element_moved(parts[name], random)
    elif way < 0.93:
        del parts[name]
    elif way < 0.96:
        parts[random.choice(list(parts))] = parts[name]
    else:
        parts[name] = _deepened(parts[name], random)
    made = packed(parts, zipfile.ZIP_DEFLATED if random.random() < 0.3 else zipfile.ZIP_STORED)
    return made if len(made) <= most else packed(parts, zipfile.ZIP_DEFLATED)[:most]


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file by name; empty where it is none, or a part is large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            entries = file.infolist()
            if len(entries) > 60 or sum(entry.file_size for entry in entries) > 1_000_000:
                return {}
            return {entry.filename: file.read(entry) for entry in entries}
    except Exception:  # whatever a broken file makes the library say
        return {}


def packed(parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts; the same parts give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(name), data, how)
    return made.getvalue()


def _tags(xml: bytes) -> list[tuple[int, int]]:
    found, at = [], 0
    while (start := xml.find(b"<", at)) >= 0 and (end := xml.find(b">", start)) >= 0:
        found.append((start, end + 1))
        at = end + 1
    return found


def _element_moved(xml: bytes, random: Random) -> bytes:
    """A stretch from one tag to another is dropped, doubled or moved."""
    tags = _tags(xml)
    if len(tags) < 4:
        return xml
    first = random.randrange(len(tags) - 1)
    last = min(first + random.choice((0, 1, 1, 3, 3, 9)), len(tags) - 1)
    start, end = tags[first][0], tags[last][1]
    to = random.choice(tags)[1]
    piece = xml[start:end]
    way = random.random()
    if way < 0.35:
        return xml[:start] + xml[end:]
    if way < 0.85:
        return xml[:to] + piece + xml[to:]
    return xml[:to] + piece * random.choice((2, 30, 300)) + xml[to:]


def _deepened(xml: bytes, random: Random) -> bytes:
    """An element around its own content many times over."""
    opening = [(start, end) for start, end in _tags(xml) if xml[start + 1 : start + 2].isalpha() and xml[end - 2] != 47]
    if not opening:
        return xml
    start, end = random.choice(opening)
    name = xml[start + 1 : end - 1].split()[0]
    times = random.choice((20, 200, _DEEP))
    return xml[:start] + (b"<" + name + b">") * times + (b"</" + name + b">") * times + xml[start:]


MUTATORS: dict[str, Mutator] = {"word": word, "notebook": notebook}
