"""The payload of the article view, for our own articles and for small ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from payloads import article_of, finding, record_of, store_in
from speak import content

from workbench.widgets.payload import limits


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    root: Path = tmp_path_factory.mktemp("newsroom")
    with store_in(root) as store:
        return article_of(store.article("ketamine-lozenges-by-post"))


def test_it_is_plain_json(real: dict[str, object]) -> None:
    assert json.loads(json.dumps(real)) == real


def test_every_finding_with_words_is_in_the_text(real: dict) -> None:  # type: ignore[type-arg]
    drawn = {id_ for block in real["blocks"] for part in block["segments"] for id_ in part["findings"] + part["held"]}
    assert drawn == {found["id"] for found in real["findings"] if not found["whole"]}


def test_findings_are_numbered_by_severity_and_then_by_place(real: dict) -> None:  # type: ignore[type-arg]
    shown = [found for found in real["findings"] if not found["held_back"]]
    assert [found["id"] for found in shown] == list(range(1, len(shown) + 1))
    order = ["error", "warning", "note"]
    assert [order.index(found["severity"]) for found in shown] == sorted(
        order.index(found["severity"]) for found in shown
    )


def test_claims_name_their_block_and_findings(real: dict) -> None:  # type: ignore[type-arg]
    for claim in real["claims"]:
        texts = [part["text"] for part in real["blocks"][claim["start_block"]]["segments"]]
        assert claim["text"].strip() in "".join(texts)
    assert any(claim["findings"] for claim in real["claims"])


def test_claim_is_what_the_reader_saw() -> None:
    text = "The pill **lowers** blood pressure, as [a trial](https://example.org) showed.\n"
    (claim,) = article_of(record_of(text, []))["claims"]
    assert "**" not in claim["text"]
    assert "example.org" not in claim["text"]
    assert claim["citation"] == "Linked"
    assert claim["standing"] == "unsubstantiated"


def test_held_back_findings_touch_no_claim() -> None:
    text = "The pill lowers blood pressure.\n"
    record = record_of(text, [finding(1, 0, 8, "The pill", held_back=True)])
    assert article_of(record)["claims"][0]["findings"] == []


def test_what_cannot_be_checked_is_told_with_its_sentence() -> None:
    text = "The trial had many visits. In it, 33.7% of the patients felt better after one week.\n"
    told = article_of(record_of(text, []))["not_checkable"]
    assert any(line.startswith("impossible-percentage: “33.7%” in “In it, 33.7%") for line in told)


def test_a_question_about_the_whole_article_says_so() -> None:
    assert article_of(record_of("A walk is nice.\n", []))["not_checkable"] == [
        "reading-grade: whole article – too short to score"
    ]


def test_the_line_names_the_country_or_its_absence() -> None:
    assert "for US." in limits("US")
    assert "no declared country" in limits("")


def test_every_check_is_known_by_its_title(real: dict) -> None:  # type: ignore[type-arg]
    titles = {check.id: check.title for check in content().checks}
    assert all(found["title"] == titles[found["check"]] for found in real["findings"])
