"""What the library has for a claim of the open article: linked by itself, accepted or refused by a person."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sittings import INES, NAME, TOM, Screen, open_plain, review_of

from workbench import library
from workbench.model import Knowledge
from workbench.review import Store
from workbench.widgets.review import Review

TEXT = "# Sleep\n\nMelatonin helps adults fall asleep about 7 minutes sooner.\n\nCaffeine keeps adults awake.\n"
ROW = {
    "id": "melatonin-sooner", "kind": "efficacy",
    "wording": "Melatonin helps adults fall asleep about 9 minutes sooner.",
    "qualifiers": "", "evidence": "doi:10.1000/sleep", "place": "table 2", "version": "2020", "approver": "ines",
    "approved_on": "2026-01-10", "expires": "2027-01-10", "jurisdiction": "", "standing": "substantiated", "note": "",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_plain(tmp_path, TEXT) as store:
        yield store


def review(store: Store, root: Path, person: Any) -> Review:
    shown = review_of(store, person, name="")
    known = Knowledge(library=(library.filled(ROW),))
    room = msgspec.structs.replace(shown._newsroom, knowledge=known, root=root)
    fresh = Review(store, room)
    fresh.open_article(NAME)
    return fresh


def claim(screen: Screen) -> dict[str, Any]:
    return next(dict(one) for one in screen.widget.article["claims"] if one["id"] in screen.widget.article["library"])


def uses(root: Path) -> list[dict[str, str]]:
    place = root / "claims" / "library-uses.csv"
    return list(csv.DictReader(place.read_text(encoding="utf-8").splitlines())) if place.is_file() else []


def test_a_similar_claim_shows_what_differs_and_is_accepted_with_its_source(
    page_on: Any, store: Store, tmp_path: Path
) -> None:
    screen = Screen(page_on, review(store, tmp_path, INES))
    found = claim(screen)
    screen.press("c Enter")
    match = screen.page.locator(".match")
    assert match.locator("del").all_inner_texts() == ["9"]
    assert match.locator("ins").all_inner_texts() == ["7"]
    match.get_by_role("button", name="Accept…").click()
    assert screen.page.get_by_label("Version of the source").input_value() == "2020"
    screen.page.get_by_role("button", name="Substantiate", exact=True).click()
    screen.answer()
    assert screen.widget.desk["claims"][found["id"]]["state"] == "substantiated"
    assert [(row["claim"], row["library"], row["state"], row["by"]) for row in uses(tmp_path)] == [
        (found["id"], "melatonin-sooner", "accepted", "ines")
    ]


def test_a_refused_match_is_kept_and_substantiates_nothing(page_on: Any, store: Store, tmp_path: Path) -> None:
    screen = Screen(page_on, review(store, tmp_path, INES))
    found = claim(screen)
    screen.press("c Enter")
    screen.page.get_by_role("button", name="Refuse").click()
    screen.answer()
    assert [(row["claim"], row["state"]) for row in uses(tmp_path)] == [(found["id"], "refused")]
    assert screen.widget.desk["claims"].get(found["id"], {}).get("state", "unsubstantiated") == "unsubstantiated"
    assert screen.page.get_by_text("Another claim", exact=True).is_visible()


def test_a_writer_refuses_no_match(page_on: Any, store: Store, tmp_path: Path) -> None:
    screen = Screen(page_on, review(store, tmp_path, TOM))
    sent = {"type": "refuse", "claim": claim(screen)["id"], "library": "melatonin-sooner", "request": "12345678-aaaa"}
    screen.widget._receive(screen.widget, sent, [])
    assert screen.widget.status["kind"] == "alert"
    assert uses(tmp_path) == []


@pytest.mark.parametrize("row", ["nobody-knows", "../claims", "=1+1"])
def test_a_row_that_the_screen_did_not_offer_is_refused(page_on: Any, store: Store, tmp_path: Path, row: str) -> None:
    screen = Screen(page_on, review(store, tmp_path, INES))
    sent = {"type": "refuse", "claim": claim(screen)["id"], "library": row, "request": "12345678-aaaa"}
    screen.widget._receive(screen.widget, sent, [])
    assert "no such match" in screen.told()
    assert uses(tmp_path) == []


def test_without_a_library_the_claim_says_so(page_on: Any, store: Store) -> None:
    screen = Screen(page_on, review_of(store, INES))
    screen.press("c Enter")
    assert screen.page.get_by_text("no claims yet").is_visible()
