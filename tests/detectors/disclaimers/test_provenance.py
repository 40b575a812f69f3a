"""Pages that do not say who wrote, reviewed and dated them."""

from __future__ import annotations

from itertools import product

import pytest
from speak import findings, judged

CHECK = "missing-author-reviewer-date"
BODY = "Tarivex lowers uric acid in most adults with gout. " * 12
LINES = {
    "author": "author: Ana Example, MD",
    "reviewer": "reviewer: Bo Sample, MD",
    "published": "published: 2026-03-01",
}


def page(*keys: str) -> str:
    lines = "\n".join(LINES[key] for key in keys)
    return f"---\n{lines}\n---\n{BODY}" if keys else BODY


def test_one_calm_finding_names_all_that_is_missing() -> None:
    (finding,) = findings(page(), CHECK)
    assert finding.message == "No author, no medical reviewer and no date are named."
    assert finding.start is None
    assert finding.severity == "note"


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (("author",), "No medical reviewer and no date are named."),
        (("author", "reviewer"), "No date is named."),
        (("author", "published"), "No medical reviewer is named."),
        (("reviewer", "published"), "No author is named."),
    ],
)
def test_only_what_is_missing_is_named(keys: tuple[str, ...], message: str) -> None:
    assert [finding.message for finding in findings(page(*keys), CHECK)] == [message]


def test_evidence_has_a_row_for_each_detail() -> None:
    (finding,) = findings(page("author"), CHECK)
    assert finding.evidence is not None
    assert [(row["detail"], row["state"]) for row in finding.evidence.rows] == [
        ("author", "named"),
        ("medical reviewer", "missing"),
        ("date", "missing"),
    ]


@pytest.mark.parametrize("key", ["published", "updated", "reviewed"])
def test_any_of_the_three_dates_will_do(key: str) -> None:
    text = f"---\nauthor: Ana Example, MD\nreviewer: Bo Sample\n{key}: 1 March 2026\n---\n{BODY}"
    assert findings(text, CHECK) == []


def test_a_full_page_passes() -> None:
    assert findings(page("author", "reviewer", "published"), CHECK) == []
    assert [judgement.verdict for judgement in judged(page("author", "reviewer", "published"), CHECK)] == ["pass"]


def test_a_short_notice_is_left_alone() -> None:
    assert findings("Our office is closed on Monday.", CHECK) == []
    assert judged("Our office is closed on Monday.", CHECK) == []


def test_every_gap_has_a_fingerprint_of_its_own() -> None:
    keys = [tuple(k for k, on in zip(LINES, choice, strict=True) if on) for choice in product((0, 1), repeat=3)]
    prints = [findings(page(*chosen), CHECK)[0].fingerprint for chosen in keys if len(chosen) < 3]
    assert len(set(prints)) == len(prints) == 7


def full(author: str, date: str = "2026-03-01", more: str = "") -> str:
    return f"---\nauthor: {author}\nreviewer: Bo Sample, MD\npublished: {date}\n---\n{BODY}\n\n{more}"


@pytest.mark.parametrize("date", ["June 23", "8 February", "23.6."])
def test_a_date_without_its_year_is_partial_and_not_missing(date: str) -> None:
    (finding,) = findings(full("Ana Example, RN", date), CHECK)
    assert finding.message == f"The date “{date.rstrip('.')}” has no year."


def test_a_year_in_any_of_the_dates_will_do() -> None:
    assert findings(full("Ana Example, RN", "June 23\nupdated: 3 May 2026"), CHECK) == []


@pytest.mark.parametrize("author", ["Ana Example", "Ana van Example", "Ana Example and Bo Doe"])
def test_a_person_needs_a_qualification(author: str) -> None:
    (finding,) = findings(full(author), CHECK)
    assert finding.message == f"What qualifies the author “{author}” is not said."
    assert (
        [row["state"] for row in finding.evidence.rows] == ["partial", "named", "named"] if finding.evidence else False
    )


@pytest.mark.parametrize(
    "author",
    [
        "Ana Example, PharmD",
        "Dr Ana Example",
        "Ana Example, MSc",
        "Ana Example RN",
        "Prof. Ana Example",
        "A. Example, M.D.",
    ],
)
def test_a_degree_qualifies(author: str) -> None:
    assert findings(full(author), CHECK) == []


@pytest.mark.parametrize(
    "author",
    [
        "Harrow Heart Institute",
        "The editorial team",
        "Calder Bay Hospital",
        "Gout Society",
        "Verdale staff",
        "Anonymous",
    ],
)
def test_an_organisation_needs_none(author: str) -> None:
    assert findings(full(author), CHECK) == []


@pytest.mark.parametrize(
    "line",
    [
        "Ana Example is a registered dietitian in Pelham.",
        "Ana Example, a pharmacist, writes about medicines.",
        "Example has a degree in nursing.",
        "Ana Example is our chief medical reporter.",
    ],
)
def test_a_sentence_about_the_author_qualifies(line: str) -> None:
    assert findings(full("Ana Example", more=line), CHECK) == []


@pytest.mark.parametrize("line", ["Bo Other is a registered dietitian.", "Ana Example lives in Pelham with two cats."])
def test_a_sentence_about_somebody_else_or_something_else_does_not(line: str) -> None:
    assert len(findings(full("Ana Example", more=line), CHECK)) == 1


def test_missing_and_partial_are_told_apart_in_one_finding() -> None:
    (finding,) = findings(f"---\nauthor: Ana Example\npublished: June 23\n---\n{BODY}", CHECK)
    assert finding.message == (
        "No medical reviewer is named; what qualifies the author “Ana Example” is not said;"
        " the date “June 23” has no year."
    )
