"""Our six grades beside textstat's: the same on agreed sentences, and the values that its own tests expect."""

from __future__ import annotations

import re
import runpy
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import pytest
from speak import REPOSITORY, article

from workbench import readability
from workbench.errors import Usage
from workbench.readability import FORMULAS, Counts, comparison
from workbench.readability.pages import whole_sentences
from workbench.readability.words import FAMILIAR
from workbench.shadow import shadow

pytest.importorskip("textstat", reason="textstat is in the extra “notebook”")

EXAMPLES = REPOSITORY / "checks" / "readability"
NAMES = [formula.name for formula in FORMULAS]
NEAR = 0.1
# What the test-suite of textstat 0.7.13 expects (github.com/textstat/textstat, tests/backend/metrics, MIT licence), in
# the order of our formulas, of texts in tests/backend/resources.py there.
EXPECTED = {
    "EASY_TEXT": (78.918, 4.488, 7.348, 4.004, 5.4, 3.575),
    "SHORT_TEXT": (83.32, 2.88, 8.842, 10.0, 6.12, 4.62),
    "LONG_TEXT": (59.771, 10.359, 11.67, 11.441, 9.134, 11.408),
}
_SENTENCE = r"\b[^.!?]+[.!?]*"  # what textstat takes for one, when it has three words


def prose(path: Path) -> list[str]:
    """The whole sentences of three words or more whose only stop is their last character."""
    page = article(path.read_text(encoding="utf-8"))
    parts = [sentence.text for sentence in whole_sentences(page)]
    return [part for part in parts if len(part.split()) > 2 and not re.search(r"[.?!].", part)]


def graded(sentences: list[str]) -> Counts:
    return readability.total(readability.count(one, shadow(one)) for one in sentences)


@pytest.fixture(scope="module")
def texts() -> list[list[str]]:
    """Original texts of the checks and whole bundled articles, plain and hard."""
    paths = [*sorted(EXAMPLES.glob("reading-grade/*.md")), *sorted((REPOSITORY / "articles").glob("*.md"))]
    return [sentences for path in paths if len(sentences := prose(path)) >= 10]


@pytest.fixture(scope="module")
def theirs(texts: list[list[str]]) -> list[dict[str, float]]:
    return [dict(one) for one in comparison.textstat_grades([" ".join(text) for text in texts])]


def test_the_texts_are_many_and_different(theirs: list[dict[str, float]]) -> None:
    assert len(theirs) >= 12
    assert max(one["SMOG"] for one in theirs) - min(one["SMOG"] for one in theirs) > 10


@pytest.mark.parametrize("formula", FORMULAS, ids=NAMES)
def test_textstat_says_the_same(
    formula: readability.Formula, texts: list[list[str]], theirs: list[dict[str, float]]
) -> None:
    ours = [formula.of(graded(text)) for text in texts]
    assert ours == pytest.approx([one[formula.name] for one in theirs], abs=NEAR)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_the_tests_of_textstat_expect(name: str) -> None:
    text = resources()[name]
    sentences = sum(len(re.sub(r"[^\w\s']", "", part).split()) > 2 for part in re.findall(_SENTENCE, text))
    counts = readability.count(text, shadow(text))._replace(sentences=sentences)
    assert [formula.of(counts) for formula in FORMULAS] == pytest.approx(EXPECTED[name], abs=0.001)


def resources() -> dict[str, str]:
    """The texts of textstat's tests, which its wheel brings along."""
    try:
        found = [path for path in files("textstat") or () if path.as_posix() == "tests/backend/resources.py"]
    except PackageNotFoundError:
        found = []
    if not found:
        pytest.skip("this textstat was installed without its tests")
    return {name: text for name, text in runpy.run_path(str(found[0].locate())).items() if name in EXPECTED}


def test_the_familiar_words_are_textstats() -> None:
    (path,) = [path for path in files("textstat") or () if path.as_posix() == "textstat/resources/en/easy_words.txt"]
    theirs = {word.lower() for word in path.read_text(encoding="utf-8").split()}
    ours = FAMILIAR.read_text(encoding="ascii").splitlines()
    assert {word for line in ours if not line.startswith("#") for word in line.split()} <= theirs
    missing = [word for word in theirs if word.isalpha() and word.isascii() and graded([word]).uncommon]
    assert missing == []


def test_side_by_side() -> None:
    page = article((REPOSITORY / "articles" / "ketamine-for-depression.md").read_text(encoding="utf-8"))
    rows = comparison.side_by_side(page, page.hits["vocabulary/drugs"])
    assert [row["formula"] for row in rows] == NAMES
    for row in rows[1:]:  # decimals end a sentence for textstat, and headings do not
        assert float(row["ours, names in full"]) == pytest.approx(float(row["textstat, same sentences"]), abs=0.6)
    assert any(row["textstat, whole page"] != row["textstat, same sentences"] for row in rows)
    assert all(float(row["ours"]) <= float(row["ours, names in full"]) for row in rows[1:])


def test_what_still_differs_is_what_a_word_is() -> None:
    (theirs,) = comparison.textstat_grades(["The nurse—or a doctor—will call you at noon."])
    ours = graded(["The nurse—or a doctor—will call you at noon."])
    joined = ours._replace(words=ours.words - 2)
    assert readability.flesch_kincaid(ours) != pytest.approx(theirs["Flesch–Kincaid"], abs=NEAR)
    assert readability.flesch_kincaid(joined) == pytest.approx(theirs["Flesch–Kincaid"], abs=NEAR)


def test_an_empty_page() -> None:
    assert [row["ours"] for row in comparison.side_by_side(article(""))] == [0.0] * 6


def test_no_textstat_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "find_spec", lambda name: None)
    with pytest.raises(Usage, match="not installed"):
        comparison.textstat_grades(["A text."])


def test_a_textstat_that_fails_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "_ASK", "raise SystemExit('no dictionary')")
    with pytest.raises(Usage, match="no dictionary"):
        comparison.textstat_grades(["A text."])
