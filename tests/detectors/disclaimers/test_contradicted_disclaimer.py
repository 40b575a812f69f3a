"""Disclaimers that the page itself takes back."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "contradicting-disclaimer"
PLAN = "Velodrin lowers blood pressure in most adults. It prevents strokes. Take 20 mg twice a day for a month. "
ORDERS = [
    "There is no need to see a doctor first.",
    "You can stop your blood pressure tablets on the first day.",
    "Simply throw away your pills.",
    "Ignore your doctor.",
    "Take Velodrin instead of your blood thinner tablets.",
    "You do not need to ask your doctor.",
]
CAVEATS = ["This is not medical advice.", "We do not provide medical advice.", "Always consult your doctor."]
NO_ORDERS = [
    "Do not stop your blood pressure tablets.",
    "You can stop your tablets only when your doctor agrees.",
    "Never take Velodrin instead of your insulin.",
    "Some sellers claim that there is no need to see a doctor.",
    "For a common cold there is no need to see a doctor.",
    "Should you stop your tablets?",
    "Adults take 20 mg twice a day.",
    "Stop and think before you buy.",
]


def test_a_joke_above_a_plan_is_reported_with_the_plan() -> None:
    (finding,) = findings(f"For entertainment purposes only. {PLAN}", CHECK)
    assert finding.text == "For entertainment purposes only"
    assert finding.evidence is not None
    assert finding.evidence.rows[0]["contradicted by"].startswith("Velodrin lowers")


@pytest.mark.parametrize(
    "text",
    [
        f"For informational purposes only. {PLAN}",
        f"This is not medical advice. {PLAN}",
        "For entertainment purposes only: which vegetable are you?",
        f"This page is not for entertainment purposes only. {PLAN}",
    ],
)
def test_information_contradicts_nothing(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("caveat", CAVEATS)
def test_an_order_contradicts_a_caveat(order: str, caveat: str) -> None:
    (finding,) = findings(f"{order} {caveat}", CHECK)
    assert finding.text.rstrip(".") in caveat


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_alone_is_the_matter_of_other_checks(order: str) -> None:
    assert findings(order, CHECK) == []


@pytest.mark.parametrize("sentence", NO_ORDERS)
def test_warnings_questions_and_information_are_no_orders(sentence: str) -> None:
    assert findings(f"This is not medical advice. {sentence}", CHECK) == []
