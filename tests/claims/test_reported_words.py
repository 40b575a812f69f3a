"""What a label, an agency, a guideline or experts are said to say is a claim; what else is told of them is none."""

from __future__ import annotations

import pytest
from claim_words import claims_of, reason_for

SAID = [
    ("The label says that the dose should be halved in kidney disease.", "dosing"),
    ("The FDA has received reports of seizures.", "safety"),
    ("The boxed warning lists liver failure.", "safety"),
    ("The WHO recommends two doses of Barkol for adults.", "regulatory"),
    ("Barkol is not FDA-approved for children.", "regulatory"),
    ("Doctors may still prescribe it for gout, which is called off-label use.", "regulatory"),
    ("Barkol is a Schedule II controlled substance.", "regulatory"),
    ("Of the two tablets on this page, only Barkol has that approval.", "regulatory"),
]
TOLD_OF = [
    ("The label says where it was made.", "no health topic"),
    ("The guideline was printed in May.", "no health topic"),
    ("Experts will meet in Geneva next week.", "no health topic"),
    ("Experts recommend talking to your doctor.", "advice"),
    ("This page has no approval from anybody.", "site text"),
    ("Gout is a disease of the joints, and nobody likes it.", "definition"),
    ("The condition is called gout, and nobody likes it.", "definition"),
]


@pytest.mark.parametrize(("text", "kind"), SAID)
def test_reported_rule_or_harm_is_a_claim(text: str, kind: str) -> None:
    (claim,) = claims_of(text)
    assert claim.type == kind, claim.why


@pytest.mark.parametrize(("text", "reason"), TOLD_OF)
def test_what_is_told_of_a_source_is_none(text: str, reason: str) -> None:
    assert reason_for(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "Experts agree that everyone over 60 should get it.",
        "The guideline calls a reading above 130 high.",
        "According to a recent survey, the gel stays on for nine hours.",
    ],
)
def test_what_a_source_says_needs_no_word_of_health(text: str) -> None:
    assert len(claims_of(text)) == 1


def test_name_behind_a_statement_does_not_make_it_a_definition() -> None:
    text = "The condition is called gout, and it makes the joints swell."
    assert [claim.text for claim in claims_of(text)] == [text]
