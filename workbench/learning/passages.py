"""Passages of practice and their answers: `dashboards/learn/passages/<id>.toml`, read, held to their form, and placed.

A passage that does not hold stops the reading with its file and key: a learner must not be judged by a wrong answer.
Spans are half-open, in code points of the passage's text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from workbench.errors import BadContent

MOST_WORDS = 250  # of a passage; more is two passages
LONGEST_EXPLANATION = 60  # words
Skill = Literal["promises", "numbers", "sources", "doses"]
Kind = Literal["promise", "number", "source", "dose", "approval", "safety", "wording"]
_Nth = Annotated[int, Meta(ge=1)] | None  # None: the words stand there once
_Said = Annotated[str, Meta(min_length=1)]


class Reviewed(Struct, frozen=True, forbid_unknown_fields=True):
    """Who of a clinical profession reviewed the answer, and on which day."""

    by: _Said
    on: date


class Problem(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that an editor would stop: what kind of problem, its name and why; `nth` where the words stand again."""

    text: _Said
    kind: Kind
    title: _Said
    explanation: _Said
    nth: _Nth = None


class Fair(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that look like a problem and are none, and why."""

    text: _Said
    explanation: _Said
    nth: _Nth = None


class Find(Struct, frozen=True, forbid_unknown_fields=True):
    """An open finding of the checks in the passage; `text` "" = a finding about the whole of it."""

    check: _Said
    text: str
    nth: _Nth = None


class Passage(Struct, frozen=True, forbid_unknown_fields=True):
    """A passage as its file says it; `by` wrote the answer, and no clinician has seen it unless `reviewed` says so."""

    title: _Said
    skill: Skill
    text: _Said
    by: _Said
    problem: tuple[Problem, ...] = ()
    fair: tuple[Fair, ...] = ()
    finds: tuple[Find, ...] = ()
    reviewed: Reviewed | None = None


def read(folder: Path) -> dict[str, Passage]:
    """All passages of a folder by their ids (file names without `.toml`), sorted; an empty folder gives none.

    Raises:
        BadContent: the folder is missing, or a passage does not hold; names the file, the key and the remedy.
    """
    if not folder.is_dir():
        raise BadContent(folder.name, "", "the folder is missing; name one that holds passages (*.toml)")
    return {path.stem: read_one(path) for path in sorted(folder.glob("*.toml"))}


def read_one(path: Path) -> Passage:
    """One passage, its text without empty lines at the ends; raises BadContent as `read`."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadContent(path.name, "", f"cannot be opened ({error.strerror}); check that it may be read") from error
    except UnicodeDecodeError as error:
        raise BadContent(path.name, f"byte {error.start}", "is not UTF-8; save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BadContent(path.name, "", f"is not valid TOML: {error}") from error
    passage = _converted(raw, path.name)
    passage = msgspec.structs.replace(passage, text=passage.text.strip())
    _hold(passage, path.name)
    return passage


def place(passage: Passage, words: Problem | Fair | Find) -> tuple[int, int] | None:
    """Where the words stand in the text; None where they do not, or not so often. ("" is nowhere.)"""
    if not words.text:
        return None
    at = -1
    for _ in range(words.nth or 1):
        at = passage.text.find(words.text, at + 1)
        if at < 0:
            return None
    return at, at + len(words.text)


def _converted(raw: dict[str, Any], where: str) -> Passage:
    try:
        return msgspec.convert(raw, Passage)
    except msgspec.ValidationError as error:
        problem, _, spot = str(error).partition(" - at `$")
        key = spot.rstrip("`").lstrip(".")
        raise BadContent(where, key, f"{problem[:1].lower()}{problem[1:]}; mend the key") from error


def _hold(passage: Passage, where: str) -> None:
    """Refuse an answer that cannot be shown: too long, words that are not there, or two answers for the same words."""
    count = len(passage.text.split())
    if not 0 < count <= MOST_WORDS:
        raise BadContent(where, "text", f"has {count} words; a passage has 1 to {MOST_WORDS}: make two of it")
    taken: list[tuple[int, int, str]] = []
    for key, words in _pointed(passage):
        span = _found(passage, words, where, key)
        if isinstance(words, Find) or span is None:
            continue
        for start, end, other in taken:
            if span[0] < end and start < span[1]:
                raise BadContent(where, key, f"“{words.text}” overlaps {other}; give each its own words")
        taken.append((*span, key))
        said = len(words.explanation.split())
        if said > LONGEST_EXPLANATION:
            raise BadContent(where, f"{key}.explanation", f"has {said} words; {LONGEST_EXPLANATION} are enough")


def _pointed(passage: Passage) -> Iterator[tuple[str, Problem | Fair | Find]]:
    groups: dict[str, Sequence[Problem | Fair | Find]]
    groups = {"problem": passage.problem, "fair": passage.fair, "finds": passage.finds}
    for key, group in groups.items():
        for number, words in enumerate(group):
            yield f"{key}[{number}]", words


def _found(passage: Passage, words: Problem | Fair | Find, where: str, key: str) -> tuple[int, int] | None:
    """Where the words stand; None only for a finding about the whole passage."""
    if not words.text:
        return None
    often = sum(passage.text.startswith(words.text, at) for at in range(len(passage.text)))
    if often > 1 and words.nth is None:
        raise BadContent(where, key, f"“{words.text}” stands there {often} times; say which: nth = 1 to {often}")
    span = place(passage, words)
    if span is None:
        raise BadContent(where, key, f"“{words.text}” does not stand there {words.nth or 1}×; copy it exactly")
    return span
