"""The examples of a check, run as tests: each states exactly what is found in it and what is held back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from workbench import engine, knowledge
from workbench.errors import BadContent
from workbench.loader import Content
from workbench.model import Article, Check, Example

_FEW = 2  # firing and silent examples that a check needs at least


class Outcome(NamedTuple):
    """What a check found in one of its examples, and what it held back; "*" is the whole article."""

    found: tuple[str, ...]
    held_back: tuple[str, ...]

    def as_stated(self, example: Example) -> bool:
        """Whether that is what the example says."""
        return self == (example.finds, example.held_back)


def outcome(check: Check, example: Example, content: Content, folders: Iterable[Path], country: str) -> Outcome:
    """Run a check on one of its examples.

    Args:
        check: the check.
        example: one of its examples.
        content: what the check was loaded with.
        folders: `checks/` folders, in which an example's file is looked for.
        country: the newsroom's; an example may declare another.
    """
    where = country if example.country is None else example.country
    text = example.text or _file(check, example, folders)
    name = f"example{example.format}"
    article = _article(text, name, example, content, where)
    if example.elsewhere:
        article = _beside_others(article, example, content, where)
    findings, _ = engine.run(article, [check], content.tables)
    shown = tuple(finding.text or "*" for finding in findings if not finding.held_back)
    return Outcome(shown, tuple(finding.text or "*" for finding in findings if finding.held_back))


def _article(text: str, name: str, example: Example, content: Content, country: str) -> Article:
    document = engine.parse(text.encode("utf-8"), name, example.format)
    known = knowledge.in_example(example, document, country)
    return engine.analyse(document, content.lexicon, country, example.as_of, known)


def _beside_others(article: Article, example: Example, content: Content, country: str) -> Article:
    """The article, knowing where the others of its example do not agree with it."""
    from workbench import consistency  # few examples have others
    from workbench.consistency.reading import told

    others = [
        _article(text, f"article {number}", example, content, country)
        for number, text in enumerate(example.elsewhere, start=2)
    ]
    pages = [
        (one.document.path, told(one, content, engine.run(one, content.checks, content.tables)[0]))
        for one in (article, *others)
    ]
    known = msgspec.structs.replace(article.knowledge, conflicts=consistency.conflicts(pages))
    return msgspec.structs.replace(article, knowledge=known)


def _file(check: Check, example: Example, folders: Iterable[Path]) -> str:
    for folder in reversed(tuple(folders)):
        path = folder / check.topic / example.file
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise BadContent(f"checks/{check.topic}/{check.id}.toml", "example", f"there is no file {example.file}")


def failures(checks: Iterable[Check], content: Content, folders: Iterable[Path], country: str) -> Iterator[str]:
    """A line for each example that does not come out as stated."""
    for check in checks:
        for number, example in enumerate(check.example, start=1):
            found = outcome(check, example, content, folders, country)
            if not found.as_stated(example):
                yield f"{check.id}, example {number}: states {_told(example.finds, example.held_back)}, {_told(*found)}"


def _told(found: tuple[str, ...], held_back: tuple[str, ...]) -> str:
    def listed(texts: tuple[str, ...]) -> str:
        return ", ".join(f"“{text}”" for text in texts) or "nothing"

    return f"finds {listed(found)}" + (f" and holds back {listed(held_back)}" if held_back else "")


def thin(checks: Iterable[Check]) -> Iterator[str]:
    """A line for each check with fewer than two examples that fire, or fewer than two that stay silent."""
    for check in checks:
        firing = sum(bool(example.finds) for example in check.example)
        silent = len(check.example) - firing
        if min(firing, silent) < _FEW:
            yield f"{check.id}: {firing} firing and {silent} silent examples; it needs {_FEW} of each"
