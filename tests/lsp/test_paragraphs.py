"""An edited paragraph by itself says what the whole text would say of it."""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from speak import REPOSITORY

from workbench import config, loader
from workbench.drafting import Desk, Draft
from workbench.drafting.paragraphs import reads_page, touched
from workbench.model import Finding

ARTICLES = sorted((REPOSITORY / "articles").glob("*.md"))
ADDED = (
    " It is 100% safe.", " This miracle cure works for everyone.", " Of the 10 people, 70.8% improved.", " It is calm.",
    " It acts on NDMA receptors.", " You take 0.5 mg/kg, so a 70 kg adult has 53 mg.", " It is no miracle cure.",
)  # fmt: skip


@cache
def desk() -> Desk:
    settings = config.load(REPOSITORY)
    folders = settings.folders
    return Desk(loader.load(folders), settings, folders, date(2026, 11, 25))


def edits(text: str, seed: int) -> list[str]:
    """Words added to a paragraph, taken from one, and a paragraph put between two."""
    some = random.Random(seed)
    ends = [at for at in range(3, len(text)) if text[at] == "\n" and text[at - 1] == "."]
    at, more = some.choice(ends), some.choice(ADDED)
    return [
        text[:at] + more + text[at:],
        text[: at - some.randrange(2, 40)] + text[at:],
        text[:at] + f"\n\nA new paragraph.{more}" + text[at:],
    ]


def places(findings: tuple[Finding, ...]) -> set[tuple[str, int | None, int | None]]:
    by_itself = {check.id for check in desk().content.checks if not reads_page(check)}
    return {(one.check, one.start, one.end) for one in findings if one.check in by_itself}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_edited_paragraph_is_told_what_the_whole_text_says_of_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before = desk().check(Draft(text.encode(), path.name))
    apart = []
    for edited in (one for seed in range(4) for one in edits(text, seed)):
        draft = Draft(edited.encode(), path.name)
        quick = touched(desk(), before, draft)
        if quick is not None:
            apart += list(places(quick[1]) ^ places(desk().check(draft).findings))
            for finding in quick[1]:
                assert finding.start is None or edited[finding.start : finding.end] == finding.text
    assert len(apart) <= 1, apart  # a sum over two paragraphs may wait for the whole


def test_the_same_text_is_told_the_same() -> None:
    text = ARTICLES[0].read_text(encoding="utf-8")
    before = desk().check(Draft(text.encode(), "a.md"))
    quick = touched(desk(), before, Draft(text.encode(), "a.md"))
    assert quick is not None and quick[1] == before.findings


def test_what_only_moved_is_not_read_again() -> None:
    before = desk().check(Draft(b"# Drops\n\nThis miracle cure works.\n"))
    quick = touched(desk(), before, Draft(b"# Drops\n\n\n\nThis miracle cure works.\n"))
    assert quick is not None
    assert {(one.text, one.start) for one in quick[1] if one.check == "miracle-cure"} == {("miracle cure", 16)}


@pytest.mark.parametrize("text", [b"", b"Another text altogether.\n\nWith two.\n", b"# A\n\n# B\n\n# C\n\n# D\n"])
def test_another_text_is_read_whole(text: bytes) -> None:
    before = desk().check(Draft(ARTICLES[0].read_bytes(), "a.md"))
    quick = touched(desk(), before, Draft(text))
    assert quick is None or places(quick[1]) == places(desk().check(Draft(text)).findings)
