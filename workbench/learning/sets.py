"""Passages to practise with, and sets of them: eight at a time, two skills a set."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from workbench.errors import BadContent, Usage
from workbench.learning import passages
from workbench.learning.session import SKILLS, Item

_FAIR = "A fair warning: it is right as it stands"
SIZE = 8  # passages of a set
_PAIRS = (
    ("promises", "numbers"), ("sources", "doses"), ("numbers", "sources"), ("doses", "promises"),
    ("promises", "sources"), ("numbers", "doses"),
)  # fmt: skip


class Passage(Struct, frozen=True):
    """A passage with its answer; `answered` = somebody wrote one, `trouble` = why it cannot be opened, "" = it can."""

    id: str
    title: str
    skill: str
    text: str
    items: tuple[Item, ...] = ()
    by: str = ""
    reviewed: str = ""
    answered: bool = True
    trouble: str = ""


class Set(Struct, frozen=True):
    """Some passages under a name, in order."""

    title: str
    passages: tuple[str, ...]


def read(folder: Path) -> dict[str, Passage]:
    """Every passage of a folder by its id, the file's name; one whose answer does not hold says so in `trouble`.

    Raises:
        Usage: there is no such folder.
    """
    if not folder.is_dir():
        raise Usage(f"{folder}: there is no such folder; name one with passages (*.toml)")
    return {path.stem: _passage(path) for path in sorted(folder.glob("*.toml"))}


def _passage(path: Path) -> Passage:
    try:
        told = passages.read_one(path)
    except BadContent as error:
        return _without(path, f"{error}")
    items = [
        Item(*span, one.title, one.explanation, one.kind) for one in told.problem if (span := passages.place(told, one))
    ]
    items += [
        Item(*span, _FAIR, one.explanation, fair=True) for one in told.fair if (span := passages.place(told, one))
    ]
    reviewed = f"{told.reviewed.by}, {told.reviewed.on}" if told.reviewed else ""
    return Passage(path.stem, told.title, told.skill, told.text, tuple(items), told.by, reviewed)


def _without(path: Path, trouble: str) -> Passage:
    """A passage without its answer, so that marks can still be made and kept; one that has none yet is no trouble."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raw = {}
    text = {key: raw[key] if isinstance(raw.get(key), str) else "" for key in ("title", "skill", "text")}
    answered = not text["text"] or any(key in raw for key in ("problem", "fair", "by"))
    told = Passage(path.stem, text["title"] or path.stem, text["skill"], text["text"].strip(), answered=answered)
    return replace(told, trouble=trouble) if answered else told


def sets(known: Mapping[str, Passage]) -> tuple[Set, ...]:
    """All passages in sets of eight; each set holds two skills as long as there are enough of them."""
    waiting = {skill: [one.id for one in known.values() if one.skill == skill] for skill in SKILLS}
    others = [one.id for one in known.values() if one.skill not in SKILLS]
    found: list[Set] = []
    while any(waiting.values()):
        pair = _PAIRS[len(found) % len(_PAIRS)]
        chosen = tuple(_taken(waiting, pair))
        used = [skill for skill in SKILLS if any(known[one].skill == skill for one in chosen)]
        found.append(Set(f"Practice {len(found) + 1}: {_listed(used)}", chosen))
    if others:
        found.append(Set(f"Practice {len(found) + 1}: passages that cannot be opened", tuple(others)))
    return tuple(found)


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _taken(waiting: dict[str, list[str]], pair: Iterable[str]) -> Iterator[str]:
    """One of each skill in turn; where a skill is used up, the fullest of the others steps in."""
    turn = list(pair)
    for number in range(SIZE):
        skill = turn[number % len(turn)]
        if not waiting[skill]:
            skill = max(waiting, key=lambda one: len(waiting[one]))
        if waiting[skill]:
            yield waiting[skill].pop(0)


def chosen(known: Mapping[str, Passage], ids: Iterable[str], title: str = "Practice") -> Set:
    """A set of a teacher's own; a Usage where a passage is not there, or none is named."""
    names = tuple(dict.fromkeys(ids))
    lost = [name for name in names if name not in known]
    if lost:
        raise Usage(f"there is no passage “{lost[0]}”; see the names in the folder of passages")
    if not names:
        raise Usage("the set is empty; name at least one passage")
    return Set(title, names)
