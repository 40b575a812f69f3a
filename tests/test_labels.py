"""The labels are sound, and what measures the claims against them counts right."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import measure_claims as measure
import pytest
from measure_claims import Label, Page, Tally
from speak import REPOSITORY, SHARED

from workbench.model import Claim

FOLDER = REPOSITORY / "tests" / "labels"
PAGES = measure.pages(FOLDER)
SOURCE = "Salt raises blood pressure. Take a walk. Garlic cures colds."


def claim(start: int, end: int, kind: str = "safety", second: str | None = None, cited: str = "none") -> Claim:
    return Claim("c", 0, start, end, SOURCE[start:end], kind, second, cited, "certain")  # type: ignore[arg-type]


def label(
    start: int,
    end: int,
    kind: str | None = None,
    also: str | None = None,
    cited: str | None = None,
    is_claim: bool | None = True,
) -> Label:
    return Label(start, end, SOURCE[start:end], is_claim, kind, also, cited)


def tally(labels: list[Label], claims: list[Claim]) -> Tally:
    counted = Tally()
    measure.count(counted, Page(Path("salt.md"), "blog", SOURCE, tuple(labels)), claims)
    return counted


SALT, WALK, GARLIC = (0, 27), (28, 40), (41, 60)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)
def test_every_quote_is_the_text_of_the_file_there(page: Page) -> None:
    assert [x.quote for x in page.labels] == [page.source[x.start : x.end] for x in page.labels]
    assert all(x.quote.strip() == x.quote != "" for x in page.labels)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)
def test_labels_do_not_overlap_and_stand_in_order(page: Page) -> None:
    assert [(a.quote, b.quote) for a, b in pairwise(page.labels) if a.end > b.start] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)
def test_types_and_states_are_of_the_closed_lists(page: Page) -> None:
    for x in page.labels:
        assert x.type in (*measure.TYPES, None)
        assert x.also in (*measure.TYPES, None)
        assert x.also is None or x.also != x.type
        assert x.citation in (*measure.STATES, None)
        assert x.claim or (x.type, x.also, x.citation) == (None, None, None)
    assert page.kind in (*measure.KINDS, "example")


def test_every_article_of_the_repository_is_labelled() -> None:
    labelled = {page.path for page in PAGES}
    beside = (path for path in FOLDER.rglob("*.md") if path.parent != FOLDER)
    assert {*(REPOSITORY / "articles").glob("*.md"), *beside} == labelled


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)
def test_labels_cover_four_fifths_of_the_words(page: Page) -> None:
    text = re.sub(r"\A---\n.*?\n---\n", "", page.source, flags=re.DOTALL)
    covered = sum(len(x.quote.split()) for x in page.labels)
    assert covered >= 0.8 * len(text.split())


def test_passages_say_first_that_they_are_invented() -> None:
    for path in (FOLDER / "passages").glob("*.md"):
        first, _, rest = path.read_text(encoding="utf-8").partition("\n")
        assert re.search("invented", first, re.IGNORECASE), path.name
        assert "do not exist" in first or "does not exist" in first, path.name
        assert set(re.findall(r"\b10\.\d{4}/", rest)) <= {"10.5555/"}, path.name


def test_what_two_passes_did_not_agree_on_is_undecided() -> None:
    for x in (x for page in PAGES for x in page.labels if x.passes):
        first, second = x.passes
        assert first != second
        if first["claim"] != second["claim"]:
            assert x.claim is None
        elif x.claim:
            assert first["type"] == second["type"] or x.type is None
            assert first["citation"] == second["citation"] or x.citation is None


def test_precision_recall_and_f1_by_hand() -> None:
    wrong = label(*WALK, is_claim=False)
    counted = tally([label(*SALT, "safety"), wrong, label(*GARLIC, "efficacy")], [claim(*SALT), claim(*WALK)])
    assert (counted.found, counted.wrong, counted.missed, counted.left) == (1, 1, 1, 0)
    assert (counted.precision, counted.recall, counted.f1) == (0.5, 0.5, 0.5)
    counted = tally([label(*SALT, "safety"), wrong, label(*GARLIC, "efficacy")], [claim(*SALT)])
    assert (counted.precision, counted.recall, round(counted.f1, 4)) == (1.0, 0.5, 0.6667)
    assert counted.lost == Counter(efficacy=1)


def test_nothing_labelled_is_no_division_by_nothing() -> None:
    counted = Tally()
    assert (counted.precision, counted.recall, counted.f1) == (0.0, 0.0, 0.0)


def test_half_of_the_shorter_one_meets_and_less_does_not() -> None:
    assert measure.met(label(0, 20), [claim(10, 30)]) is not None
    assert measure.met(label(0, 20), [claim(11, 31)]) is None
    assert measure.met(label(0, 60), [claim(*WALK)]) is not None  # a claim that is part of the labelled sentence
    assert measure.met(label(*SALT), [claim(*GARLIC)]) is None


@pytest.mark.parametrize("said", [[], [claim(*SALT)]])
def test_an_undecided_sentence_is_never_scored(said: list[Claim]) -> None:
    counted = tally([label(*SALT, is_claim=None)], said)
    assert (counted.found, counted.wrong, counted.missed, counted.left) == (0, 0, 0, 0)


def test_an_undecided_type_or_state_of_a_claim_is_not_scored() -> None:
    counted = tally([label(*SALT, None, None, None)], [claim(*SALT)])
    assert (counted.found, counted.types, counted.states) == (1, Counter(), Counter())


@pytest.mark.parametrize(
    ("first", "second", "right", "near"),
    [
        ("safety", None, 1, 1),
        ("efficacy", None, 0, 1),  # the label's second type
        ("cost", "safety", 0, 1),  # the workbench's second type
        ("cost", "efficacy", 0, 0),  # second and second is not enough
        ("cost", None, 0, 0),
    ],
)
def test_a_type_is_right_by_first_or_by_second_choice(first: str, second: str | None, right: int, near: int) -> None:
    counted = tally([label(*SALT, "safety", "efficacy")], [claim(*SALT, first, second)])
    assert (measure.same(counted.types)[0], counted.near) == (right, near)


@pytest.mark.parametrize("said", ["linked", "named"])
def test_a_link_and_a_name_are_both_cited(said: str) -> None:
    counted = tally([label(*SALT, "safety", None, "cited")], [claim(*SALT, cited=said)])
    assert measure.same(counted.states, "cited") == (1, 1)


@pytest.mark.parametrize("said", ["vague", "none"])
def test_recall_of_a_state_counts_what_was_said_otherwise(said: str) -> None:
    counted = tally([label(*SALT, "safety", None, "cited")], [claim(*SALT, cited=said)])
    assert measure.same(counted.states, "cited") == (0, 1)
    assert measure.same(counted.states, "uncited") == (0, 0)


def test_a_miss_tells_its_file_line_and_quote() -> None:
    (miss,) = tally([label(*GARLIC, "efficacy", None, "uncited")], []).misses
    assert (miss.what, miss.path.name, miss.line, miss.quote) == ("missed", "salt.md", 1, "Garlic cures colds.")


def test_kappa_by_hand() -> None:
    yes, no = {"claim": True, "type": "safety", "citation": "cited"}, {"claim": False}
    labels = [label(*SALT, "safety", None, "cited")] * 2 + [label(*WALK, is_claim=False)] * 1
    split = Label(*GARLIC, SOURCE[41:60], None, passes=(yes, no))
    # Seen alike 3 of 4; by chance 3/4 · 2/4 + 1/4 · 2/4 = 1/2; κ = (0.75 − 0.5) / 0.5.
    kappa, number = measure.kappas([*labels, split])["claim or not, where both decided"]
    assert (round(kappa, 6), number) == (0.5, 4)


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "labels").is_dir(), reason="the shared pages are not beside this checkout")
def test_other_labels_are_counted_as_their_own_script_counts_them(tmp_path: Path) -> None:
    counted, articles = Tally(), []
    for page in measure.pages(SHARED / "labels"):
        claims = measure.claims_of(page)
        measure.count(counted, page, claims)
        said = [{"start": x.start, "end": x.end, "type": x.type, "citation": x.citation} for x in claims]
        articles.append({"path": str(page.path), "findings": [], "claims": said})
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"articles": articles}), encoding="utf-8")
    command = [sys.executable, str(SHARED / "labels" / "score.py"), str(report)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"(tp {counted.found} fp {counted.wrong} fn {counted.missed} tn {counted.left})" in shown
    assert f"claim type right     {measure.same(counted.types)[0]}/{counted.found} " in shown
