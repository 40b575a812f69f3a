"""What a medical editor would flag in our own articles, and what must stay silent: the measure of the whole tool.

`<article>.jsonl` was written from the catalogue of checks, before the checks. One object a line:

expect      "must" (a fault put there on purpose) or "must_not" (a near miss: denial, warning list, sound arithmetic …)
category    one of the closed list
catalogue   the row of the catalogue that asks for it
quote       exact text of the article, found once, or the `nth` time; null means the article as a whole
about       for whole-article findings: a word that the message has to name ("author", "reviewer", "date")
known_miss  why the tool cannot find this fault yet; the test fails as soon as it can, so that the list stays true
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from speak import REPOSITORY, report_of

from workbench.forms import CATEGORIES
from workbench.model import Finding, Report, Span

HERE = Path(__file__).parent
FEWEST_FAULTS, FEWEST_NEAR_MISSES, FEWEST_OF_EACH_CITATION_KIND = 60, 40, 8
WORDS = range(500, 901)


class Line(NamedTuple):
    """One judgement about one article."""

    article: str
    expect: str
    category: str
    catalogue: str
    quote: str | None
    nth: int | None
    about: str
    known_miss: str

    @property
    def name(self) -> str:
        """The test's id: article, category and quote (or what the whole article lacks)."""
        return f"{self.article}: {self.category}: {self.quote or self.about or 'whole article'}"


def _read(path: Path) -> list[Line]:
    known = set(Line._fields) - {"article"} | {"note"}
    lines = []
    for text in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(text)
        assert set(entry) <= known, f"{path.name}: unknown key in {text}"
        assert entry["note"], f"{path.name}: no note in {text}"
        optional = (entry.get("nth"), entry.get("about", ""), entry.get("known_miss", ""))
        required = (entry["expect"], entry["category"], entry["catalogue"], entry["quote"])
        lines.append(Line(path.stem, *required, *optional))
    return lines


LINES = [line for path in sorted(HERE.glob("*.jsonl")) for line in _read(path)]
ARTICLES = sorted({line.article for line in LINES})


def _file(article: str) -> Path:
    return REPOSITORY / "articles" / f"{article}.md"


def place(source: str, quote: str, nth: int | None) -> Span:
    """Where a quote stands: it must be there once, or as often as `nth` says at least."""
    starts = [found.start() for found in re.finditer(re.escape(quote), source)]
    if nth is None and len(starts) != 1:
        raise ValueError(f"“{quote}” is there {len(starts)} times, not once")
    if nth is not None and not 1 <= nth <= len(starts):
        raise ValueError(f"“{quote}” is there {len(starts)} times; there is no number {nth}")
    start = starts[(nth or 1) - 1]
    return Span(start, start + len(quote))


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    """Every article of the ground truth, checked once."""
    return {article: report_of(_file(article)) for article in ARTICLES}


def _found(report: Report, line: Line) -> list[Finding]:
    """Open findings of the line's category at its place."""
    hits = [found for found in report.findings if found.category == line.category and not found.held_back]
    if line.quote is None:
        whole = [found for found in hits if found.start is None]
        return [found for found in whole if line.about in found.message.casefold()]
    start, end = place(_file(line.article).read_text(encoding="utf-8"), line.quote, line.nth)
    return [f for f in hits if f.start is not None and f.end is not None and f.start < end and start < f.end]


@pytest.mark.parametrize("line", LINES, ids=[line.name for line in LINES])
def test_truth(line: Line, reports: dict[str, Report]) -> None:
    found = _found(reports[line.article], line)
    told = [f"{finding.check}: {finding.text or 'whole article'}" for finding in found]
    if line.expect == "must_not":
        assert not told, f"false alarm ({line.catalogue}): {told}"
    elif line.known_miss:
        assert not told, f"now found: remove known_miss ({line.known_miss}): {told}"
    else:
        assert told, f"missed ({line.catalogue}): {line.quote or line.about or 'whole article'}"


def test_there_is_enough_of_both() -> None:
    counts = Counter(line.expect for line in LINES)
    assert set(counts) == {"must", "must_not"}
    assert counts["must"] >= FEWEST_FAULTS
    assert counts["must_not"] >= FEWEST_NEAR_MISSES


@pytest.mark.parametrize("category", ["uncited-claim", "vague-citation"])
@pytest.mark.parametrize("expect", ["must", "must_not"])
def test_citations_are_marked_often_enough(category: str, expect: str) -> None:
    marked = [line for line in LINES if (line.category, line.expect) == (category, expect)]
    assert len(marked) >= FEWEST_OF_EACH_CITATION_KIND


def test_every_category_is_in_the_closed_list() -> None:
    assert {line.category for line in LINES} <= set(CATEGORIES)


def test_no_line_stands_twice() -> None:
    assert [name for name, times in Counter(line.name for line in LINES).items() if times > 1] == []


def test_only_a_fault_can_be_a_known_miss() -> None:
    assert [line.name for line in LINES if line.known_miss and line.expect != "must"] == []


def test_every_bundled_article_has_a_ground_truth() -> None:
    assert sorted(path.stem for path in (REPOSITORY / "articles").iterdir()) == ARTICLES


@pytest.mark.parametrize("article", ARTICLES)
def test_length(article: str) -> None:
    body = _file(article).read_text(encoding="utf-8").split("---\n", 2)[2]
    assert len(body.split()) in WORDS


@pytest.mark.parametrize("nth", [None, 0, 3])
def test_a_quote_that_is_not_clear_is_an_error(nth: int | None) -> None:
    with pytest.raises(ValueError, match="is there 2 times"):
        place("one dose, then one dose", "one dose", nth)


def test_the_nth_quote_is_found() -> None:
    assert place("one dose, then one dose", "one dose", 2) == Span(15, 23)
