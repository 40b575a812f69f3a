"""What a class missed, from a folder of learners' files; counts only, and nothing about a group of one or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from workbench.errors import Usage
from workbench.learning import agreement, keeping, session
from workbench.learning.session import Work
from workbench.learning.sets import Passage

LEAST = 3  # learners; of fewer, a count would tell who it was


class Class(Struct, frozen=True):
    """Learners' works without their names, in no order that tells who is who; `unread` = files that are no marks."""

    works: tuple[Mapping[str, Work], ...]
    unread: tuple[str, ...]


class Missed(Struct, frozen=True):
    """One point of an answer: how many of the learners who compared that passage missed it, or called it otherwise."""

    passage: str
    title: str
    missed: int
    near: int
    of: int


def collect(folder: str | Path) -> Class:
    """Every learner's file below a folder (`*.json`); one that is no such file is named and passed over.

    Raises:
        Usage: there is no such folder.
    """
    place = Path(folder)
    if not place.is_dir():
        raise Usage(f"{place}: there is no such folder; put the learners' files into one and name it")
    works, unread = [], []
    for path in sorted(place.rglob("*.json")):
        try:
            works.append(keeping.read(path).passages)
        except ValueError as error:
            unread.append(f"{path.relative_to(place)}: {error}")
    return Class(tuple(one for one in works if one), tuple(unread))


def missed(group: Class, passages: Mapping[str, Passage]) -> tuple[Missed, ...]:
    """What was missed, most missed first; a passage that fewer than three compared tells nothing."""
    found = []
    for name, passage in passages.items():
        works = [one[name] for one in group.works if name in one and session.done(one[name])]
        if len(works) < LEAST:
            continue
        lost = Counter(title for work in works for title in work.missed)
        near = Counter(title for work in works for title in work.near)
        titles = [item.title for item in passage.items if not item.fair]
        found += [Missed(passage.title, title, lost[title], near[title], len(works)) for title in titles]
    return tuple(sorted(found, key=lambda one: (-(one.missed + one.near) / one.of, one.passage, one.title)))


def summary(group: Class, passages: Mapping[str, Passage]) -> list[str]:
    """The class in sentences."""
    n = len(group.works)
    lines = [f"{n} learner{'' if n == 1 else 's'} with marks."]
    lines += [f"Not read: {one}. The file is as it was." for one in group.unread]
    if not n:
        return [*lines, "Put the learners' my-marks.json files into the folder, each under a name of its own."]
    half = sum(any(not session.done(work) for work in one.values()) for one in group.works)
    if n < LEAST:
        return [*lines, f"With fewer than {LEAST} learners nothing is shown by item: a count would tell who it was."]
    if half:
        lines.append(f"Begun and not compared by {half} of them: such passages are not counted.")
    _, told = session.skills(work for one in group.works for work in one.values())
    lines += [f"{session.SKILLS[skill]}: {found} of {of} found." for skill, (found, of) in told.items() if of]
    if not missed(group, passages):
        lines.append(f"No passage was compared by {LEAST} or more.")
    return lines


def table(group: Class, passages: Mapping[str, Passage]) -> list[dict[str, Any]]:
    """What the class missed, one row an item, for a data frame."""
    return [
        {"passage": one.passage, "problem": one.title, "missed": one.missed, "other kind": one.near, "learners": one.of}
        for one in missed(group, passages)
    ]


def raters(group: Class, passages: Mapping[str, Passage]) -> dict[str, dict[str, str]]:
    """How each learner judged each point of the passages they compared, as {"rater 1": {point: label}}, for κ and α.

    A point is one problem; its label says whether it was found, called otherwise, or missed.
    """
    labels: dict[str, dict[str, str]] = {}
    for number, works in enumerate(group.works, start=1):
        given: dict[str, str] = {}
        for name, work in works.items():
            if name not in passages or not session.done(work):
                continue
            for item in passages[name].items:
                if not item.fair:
                    given[f"{name}: {item.title}"] = (
                        "missed" if item.title in work.missed else "other" if item.title in work.near else "found"
                    )
        labels[f"rater {number}"] = given
    return labels


def agree(group: Class, passages: Mapping[str, Passage]) -> str:
    """How far the class agrees on what is a problem, in a sentence; α, since learners do different passages."""
    if len(group.works) < LEAST:
        return f"With fewer than {LEAST} learners nothing is said about agreement."
    return agreement.words(agreement.alpha(raters(group, passages)))
