"""How findings show their working in the article view: number lines, sums, references, chains, differences, borders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from payloads import article_of, finding, record_of

from workbench.model import Evidence
from workbench.widgets.article import ArticleWidget
from workbench.working import working

TEXT = "# One\n\nIn a pilot with 10 adults, 64.3% felt better. It was a marvel.\n\n## Two\n\nTake 24 mg once a day.\n"
HOSTILE = "<img src=x onerror=window.pwned=1>"


def shown(evidence: Evidence | None) -> dict[str, Any] | None:
    """Evidence as the queue gives it."""
    if evidence is None:
        return None
    plain = msgspec.json.decode(msgspec.json.encode(working(evidence)))
    return {"kind": evidence.kind, "rows": [dict(row) for row in evidence.rows], "working": plain}


@pytest.fixture
def why(page_on: Callable[..., Any]) -> Callable[..., Any]:
    """Opens an article with one finding that has this evidence; answers the page."""

    def why(evidence: Evidence | None, article: dict[str, Any] | None = None, **other: Any) -> Any:
        at = TEXT.index("64.3%")
        found = finding(1, at, at + 5, "64.3%", sentence=TEXT[8:55], evidence=shown(evidence), **other)
        traits = {"article": article_of(record_of(TEXT, [found])) | (article or {}), "states": {}, "status": {}}
        return page_on(ArticleWidget, traits)

    return why


def box(page: Any) -> str:
    return " ".join(str(page.locator(".why .ev").first.inner_text()).split())


def test_a_percentage_stands_on_a_number_line_between_what_people_can_give(why: Any) -> None:
    rows = [
        {"people": str(n), "of": "10", "percent": p}
        for n, p in (("5", "50.0"), ("6", "60.0"), ("none", "64.3"), ("7", "70.0"))
    ]
    page = why(
        Evidence(
            "percent-of-n", "64.3% of 10", "", "as printed", (*rows, {"people": "9", "of": "14", "percent": "64.3"})
        )
    )
    line = page.get_by_role("img", name="64.3 lies between 60 and 70")
    assert line.is_visible()
    assert "Groups that can give 64.3%: 14 (9 people)." in box(page)
    assert "as printed" in box(page)


def test_a_sum_is_written_out_beside_what_is_given_with_its_tolerance(why: Any) -> None:
    page = why(
        Evidence(
            "growth", "20% a year", "(4 ÷ 2)^(1/6) − 1 = 12.2%", "0.1 points", ({"years": "5", "compound": "14.87%"},)
        )
    )
    assert "The text says 20% a year Worked out (4 ÷ 2)^(1/6) − 1 = 12.2%" in box(page)
    assert "Allowed for: 0.1 points" in box(page)
    assert "14.87%" in box(page)


def test_a_dose_stands_against_its_row_and_a_row_that_is_unsure_says_so(why: Any) -> None:
    row = {
        "drug": "a drug",
        "route": "oral",
        "dose": "1.7–2.4 mg per week",
        "limit_kind": "usual dose",
        "confidence": "low",
    }
    page = why(Evidence("dose-limit", "24 mg", "10 times more", "", (row,)))
    assert page.get_by_role("img", name="24 mg in the text; 1.7 to 2.4 mg in the reference").is_visible()
    assert "this row can only make a note" in box(page)


@pytest.mark.parametrize("dose", ["2 mg/kg", "2 units", "as directed", ""])
def test_amounts_that_cannot_be_compared_are_not_drawn(why: Any, dose: str) -> None:
    page = why(Evidence("dose-limit", "24 mg", "", "", ({"drug": "a drug", "dose": dose, "route": "oral"},)))
    assert page.locator(".why svg[role=img]").count() == 0
    assert "a drug" in box(page)


def test_a_reference_is_led_from_the_words_to_its_state(why: Any) -> None:
    row = {
        "identifier": "doi:10.1000/x",
        "state": "retracted",
        "title": "A title",
        "on": "2024-05-01",
        "source": "a list",
    }
    page = why(Evidence("record", rows=(row, {"claim": "It works."})))
    assert box(page).endswith("State Retracted, 1 May 2024, a list 1 claim rests on it: It works.")


def test_a_wording_that_drifted_shows_the_words_that_differ(why: Any) -> None:
    rows = (
        {"what": "number", "library": "6", "article": "8"},
        {"what": "whole", "library": "Take 6 a day.", "article": "Take 8 a day."},
    )
    page = why(Evidence("library", "near", "row", "", rows))
    assert page.locator(".why del").all_inner_texts() == ["6"]
    assert page.locator(".why ins").all_inner_texts() == ["8"]


def test_an_unknown_kind_keeps_its_plain_table(why: Any) -> None:
    assert "The text says this" in box(why(Evidence("nobody-knows", "this")))


def test_the_border_is_the_nearest_harmless_example(why: Any) -> None:
    texts = ["Nothing here fits.", "In the pilot 7 of 10 adults felt better."]
    page = why(None, {"borders": {"a-check": texts}})
    assert box(page) == f"Where the border is harmless for this check {texts[1]}"


def test_without_a_near_example_no_border_is_made_up(why: Any) -> None:
    assert (
        why(None, {"borders": {"a-check": ["Zebra quagga."], "other": ["In the pilot"]}}).locator(".why .ev").count()
        == 0
    )


def test_a_missing_statement_comes_with_its_approved_wording(why: Any) -> None:
    offer = {"wording": "This is information.", "line": 5, "why": ""}
    page = why(None, {"statements": {"a-check": offer}}, whole=True)
    assert "Approved wording belongs after line 5 This is information." in box(page)


def test_hostile_evidence_fires_nothing(why: Any) -> None:
    rows = ({"product": HOSTILE, "status": HOSTILE, "source_title": HOSTILE},)
    page = why(Evidence("approval", HOSTILE, HOSTILE, HOSTILE, rows), {"borders": {"a-check": [HOSTILE]}, "was": 50})
    assert page.locator(".wb img").count() == 0
    assert page.evaluate("window.pwned") is None


def test_sections_fold_count_their_findings_and_open_for_what_is_chosen(why: Any) -> None:
    page = why(None)
    fold = page.get_by_role("button", name="Section: One")
    fold.click()
    assert fold.get_attribute("aria-expanded") == "false"
    assert not page.get_by_text("It was a marvel").is_visible()
    assert page.locator(".within").first.inner_text().strip() == "· 1 finding"
    page.locator(".it").click()
    page.keyboard.press("End")
    page.evaluate("document.querySelector('.it').click()")
    assert page.get_by_text("It was a marvel").is_visible()
