"""Which text was on the site, worked out from the rows of the history about the page."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.review import then
from workbench.review.papers import Page

A, B = "a" * 64, "b" * 64


def rows(*told: tuple[str, str, str]) -> list[dict[str, Any]]:
    return [
        {"id": number, "before": before, "after": after, "text_hash": text, "at": f"2026-11-{number:02}"}
        for number, (before, after, text) in enumerate(told, start=1)
    ]


@pytest.mark.parametrize(
    ("told", "state", "text", "since", "held"),
    [
        ([], "none", "", "", ""),
        ([("none", "published", A)], "published", A, "2026-11-01", ""),
        ([("none", "inherited", A)], "inherited", A, "2026-11-01", ""),
        ([("none", "inherited", A), ("inherited", "published", B)], "published", B, "2026-11-02", ""),
        ([("none", "published", A), ("published", "expired", "")], "expired", A, "2026-11-01", ""),
        ([("none", "published", A), ("published", "held", B)], "held", A, "2026-11-01", "2026-11-02"),
        ([("none", "published", A), ("published", "held", ""), ("held", "putting back", "")],
         "putting back", A, "2026-11-01", "2026-11-02"),
        ([("none", "published", A), ("published", "held", ""), ("held", "putting back", ""),
          ("putting back", "held", "")], "held", A, "2026-11-01", "2026-11-02"),
        ([("none", "published", A), ("published", "held", ""), ("held", "putting back", ""),
          ("putting back", "published", "")], "published", A, "2026-11-01", ""),
        # it expires while it is held, and is still held
        ([("none", "published", A), ("published", "held", ""), ("published", "expired", "")],
         "held", A, "2026-11-01", "2026-11-02"),
        ([("none", "published", A), ("published", "held", ""), ("published", "expired", ""),
          ("held", "putting back", ""), ("putting back", "expired", "")], "expired", A, "2026-11-01", ""),
        # a corrected text goes live while the old one is held
        ([("none", "published", A), ("published", "held", ""), ("held", "published", B)],
         "published", B, "2026-11-03", ""),
    ],
)  # fmt: skip
def test_the_page(told: list[tuple[str, str, str]], state: str, text: str, since: str, held: str) -> None:
    found = then.page(rows(*told), {})
    assert found == Page(state, text, "", since, held)


def test_an_address_stays_until_another_is_named() -> None:
    told = rows(("none", "published", A), ("published", "published", B))
    assert then.page(told, {1: "https://a.example"}).address == "https://a.example"
    assert then.page(told, {1: "https://a.example", 2: "https://b.example"}).address == "https://b.example"
    assert then.page(told[:1], {2: "https://b.example"}).address == ""


def test_a_suggestion_changes_nothing_about_a_claim() -> None:
    told = [
        {"action": "substantiate", "after": "substantiated", "given": {"source": "S", "place": "p. 3", "version": "1"}},
        {"action": "doubt", "after": "disputed", "given": {}},
        {"action": "suggest", "after": "disputed", "given": {"source": "T"}},
    ]
    found = then.claim(told)
    assert (found["state"], found["source"], found["locator"]) == ("disputed", "S", "p. 3")
    assert then.claim(told[2:]) == {}
    assert then.claim([]) == {}
