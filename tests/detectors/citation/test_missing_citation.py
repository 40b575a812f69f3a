"""Claims that stand without a source."""

from __future__ import annotations

import pytest
from speak import article, findings

CHECK = "uncited-claim"
UNCITED = [
    "Tarivex prevents gout attacks.",
    "Tarivex causes liver damage in some adults.",
    "Gout affects 4% of adults.",
    "Barkol works faster than Tarivex.",
    "Our laser removes wrinkles after two sessions.",
    "The injection has no serious side effects.",
    "Melatonin is not addictive.",
    "While it is not a cure for gout, Tarivex prevents most attacks.",
    "Most of our clients notice real results within a week.",
    "Around 80% of people get better.",
    "Most users report clearer thinking.",
]
SOURCED_OR_NO_CLAIM = [
    "Tarivex prevents gout attacks (Okafor et al., 2019).",
    "Tarivex prevents gout attacks ([trial](https://doi.org/10.1000/xyz)).",
    "Does Tarivex prevent gout attacks?",
    "Ask your pharmacist about Tarivex.",
    "Drink a glass of water with each tablet.",
    "Our clinic opens at nine.",
    "Click here to subscribe.",
    "The course takes six sessions of 40 minutes.",
    "Most people get a text message a day before.",
    "Most people get their results within a week.",
    "Many men see a doctor too late.",
    "All users see the same screen.",
    "Most clients felt better ([report](https://example.org/report)).",
]


@pytest.mark.parametrize("text", UNCITED)
def test_a_claim_without_source_is_marked_as_a_whole_sentence(text: str) -> None:
    assert [finding.text for finding in findings(text, CHECK)] == [text]


@pytest.mark.parametrize("text", SOURCED_OR_NO_CLAIM)
def test_sourced_claims_and_other_sentences_are_left_alone(text: str) -> None:
    assert findings(text, CHECK) == []


def test_a_claim_with_a_figure_weighs_more_than_one_without() -> None:
    plain, figure = findings(
        "Tarivex prevents gout attacks.\n\nTarivex prevented gout attacks in 62% of adults.\n", CHECK
    )
    assert (plain.severity, figure.severity) == ("note", "warning")


def test_the_reason_names_the_cues_of_the_claim() -> None:
    text = "Tarivex prevents gout attacks."
    (finding,) = findings(text, CHECK)
    (claim,) = article(text).claims
    assert finding.evidence is not None
    assert finding.evidence.given == "; ".join(claim.why)
    assert claim.type in finding.message


def test_one_finding_for_each_claim() -> None:
    text = " ".join(UNCITED[:4])
    found = findings(text, CHECK)
    assert len({(finding.start, finding.end) for finding in found}) == len(found) <= len(article(text).claims)
