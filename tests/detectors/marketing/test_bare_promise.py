"""Promise as praise, and early findings told with their limits."""

from __future__ import annotations

import pytest
from speak import findings, shown

CLINIC = "Our clinic offers a free consultation. "

SELLS = {
    "promising-as-praise": [
        "Velodrin is one of the most promising discoveries of our time.",
        "The science behind Glowroot is incredibly exciting.",
        "Researchers are thrilled with its enormous promise.",
        CLINIC + "Peptides are an exciting option for people with joint pain.",
        CLINIC + "Early studies have delivered encouraging results.",
        "A hugely promising therapy for tired people.",
        "It brings promising hope to families.",
    ],
}
INFORMS = {
    "promising-as-praise": [
        "The results are promising, but larger trials are needed.",
        "Two small trials had promising results.",
        "Velodrin is a promising candidate and is now in a phase 2 trial.",
        "The early data are encouraging: 12 of 20 people slept better.",
        "Her doctor was encouraging.",
        "The most promising of the five compounds failed in people.",
        "Encouraging your child to drink helps.",
        "Avoid promising more than you can keep.",
        "Researchers were excited when the first 12 patients improved.",
        "The exciting news for the ward was a new kitchen.",
    ],
}


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in SELLS.items() for text in texts])
def test_sales_talk_is_found(check: str, text: str) -> None:
    assert len(shown(text, check)) >= 1


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in INFORMS.items() for text in texts])
def test_careful_words_are_silent(check: str, text: str) -> None:
    assert shown(text, check) == []


@pytest.mark.parametrize(
    "text",
    [
        "Velodrin has great promise. So far it was tested in mice.",
        "Only 12 patients took it. Velodrin has great promise.",
        "Velodrin has great promise, though the evidence is limited.",
    ],
)
def test_the_level_of_evidence_beside_it_holds_it_back(text: str) -> None:
    assert findings(text, "promising-as-praise") != []
    assert shown(text, "promising-as-praise") == []


def test_the_level_in_another_section_does_not() -> None:
    text = "## Uses\n\nVelodrin has great promise.\n\n## Science\n\nIt was tested in mice."
    assert shown(text, "promising-as-praise") == ["great promise"]


@pytest.mark.parametrize("text", ["Velodrin is a promising option.", "The data are encouraging."])
def test_restrained_words_count_only_on_a_page_that_sells(text: str) -> None:
    assert findings(text, "promising-as-praise") == []
    assert len(shown(CLINIC + text, "promising-as-praise")) == 1
