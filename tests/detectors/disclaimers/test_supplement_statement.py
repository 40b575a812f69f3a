"""The statement that a supplement sold in the United States has to carry."""

from __future__ import annotations

import pytest
from speak import findings, judged

CHECK = "missing-supplement-statement"
SOLD = [
    "Our capsules boost your immune system.",
    "Glowroot drops support healthy blood sugar. Order yours today.",
    "The formula is designed to promote deep sleep. Use coupon code ROOT10.",
    "These gummies for joint pain come with a money-back guarantee.",
    "Glowroot is a supplement that helps people lose weight. It costs $39 a bottle.",
    "Each capsule cures diabetes. Buy Glowroot now.",
]
STATEMENTS = [
    "These statements have not been evaluated by the Food and Drug Administration.",
    "This statement has not been evaluated by the FDA.",
    "The FDA has not reviewed these claims.",
]
NOT_SOLD = [
    "Vitamin D supplements may support bone health.",
    "Magnesium capsules help some people to sleep. Talk to your pharmacist first.",
    "Probiotics improve digestion in some trials, and not in others.",
    "Our clinic gives flu shots. They protect the heart as well.",
    "Our recipe for a green blend of kale and apples takes five minutes.",
    "Eye drops relieve itching. Order a refill from the eye clinic.",
    "Velodrin capsules reduce pain. They are a prescription medicine. Buy them at a pharmacy near you.",
    "The company got a warning letter because it had sold capsules that cure diabetes. You could order them online.",
    "Beware of shops whose capsules cure arthritis and who ask you to order now.",
    "Do our gummies boost your immune system?",
]


@pytest.mark.parametrize("text", SOLD)
def test_a_supplement_sold_with_a_claim_needs_the_statement(text: str) -> None:
    (finding,) = findings(text, CHECK)
    assert (finding.start, finding.severity, finding.held_back) == (None, "warning", False)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_any_wording_of_it_will_do(statement: str) -> None:
    assert findings(f"{SOLD[0]}\n\n{statement}", CHECK) == []
    assert [judgement.verdict for judgement in judged(f"{SOLD[0]}\n\n{statement}", CHECK)] == ["pass"]


@pytest.mark.parametrize(
    "half",
    [
        "This product is not intended to diagnose, treat, cure or prevent any disease.",
        "Our products aren’t meant to treat any disease.",
        "Supplements are not approved by the FDA.",
    ],
)
def test_half_of_it_will_not_do(half: str) -> None:
    assert len(findings(f"{SOLD[0]}\n\n{half}", CHECK)) == 1


@pytest.mark.parametrize("text", NOT_SOLD)
def test_pages_that_sell_none_need_none(text: str) -> None:
    assert judged(text, CHECK) == []


@pytest.mark.parametrize("text", SOLD[:2])
def test_it_is_a_rule_of_the_united_states(text: str) -> None:
    assert judged(text, CHECK, country="GB") == []
    assert [judgement.verdict for judgement in judged(text, CHECK, country="")] == ["not-checkable"]


def test_an_approval_is_not_the_statement() -> None:
    assert len(findings(f"{SOLD[0]} The FDA has not approved Velodrin.", CHECK)) == 1
