"""Statements that a page has to carry: advice from a clinician, and who is paid."""

from __future__ import annotations

import pytest
from speak import findings, judged

ADVICE, PAID = "missing-medical-advice", "missing-affiliate-disclosure"
HEALTH = (
    "Tarivex lowers uric acid in most adults with gout. It prevents attacks in about half of them. It works within two"
    " weeks. The drug blocks an enzyme in the liver. Some people get a rash, and a few get a fever. Barkol lowers uric"
    " acid too, but it causes more stomach pain than Tarivex. Gout affects one adult in thirty. Kidney stones are more"
    " common in people with gout. Taken for a year, Tarivex shrinks the lumps of uric acid under the skin. It also"
    " improves sleep, because fewer attacks wake people at night. "
)
STATEMENTS = [
    "This page is not medical advice.",
    "This article is for informational purposes only.",
    "For educational and informational purposes only.",
    "The text does not replace the advice of your doctor.",
    "It isn’t a substitute for professional medical care.",
    "We do not give medical advice.",
    "Talk to your doctor before you take it.",
    "Consult a healthcare professional before starting a treatment.",
    "People with kidney disease should speak with their clinician first.",
    "Always seek the advice of your physician.",
    "See a doctor if the rash spreads.",
    "Medical disclaimer: general information.",
]
NOT_A_STATEMENT = [
    "Ask your doctor about our gout programme.",
    "Talk to our doctors today.",
    "Schedule your consultation.",
    "The clinic’s pharmacist mixes every capsule.",
    "This text is no investing advice.",
    "This site is for entertainment only.",
]
PAID_FOR = [
    "The best gout app is Calmly. Use promo code GOUT20.",
    "Use code GOUT20 and save.",
    "Buy it through our link.",
    "See today’s price here: it changes. Check prices here.",
    "Order Tarivex Plus from the official website.",
    "You can buy it on Amazon.",
]
DISCLOSED = [
    "We may earn a commission.",
    "This post contains affiliate links.",
    "This article is sponsored by Calmly.",
    "Paid partnership with Calmly.",
    "We may be compensated if you buy.",
    "This page does not contain affiliate links.",
]
NOTHING_TO_DISCLOSE = [
    "The drug costs $20 a month at most pharmacies.",
    "Follow the code of conduct of your hospital.",
    "Never share a discount code with a caller.",
    "The gene code is read in threes.",
    "We make our drops in Ohio. Use code OHIO10 in our shop.",
    "Read more on the website of the health ministry.",
]


def test_a_health_page_without_a_word_on_advice_is_reported_once() -> None:
    (finding,) = findings(HEALTH, ADVICE)
    assert finding.start is None
    assert "health claims" in finding.message


@pytest.mark.parametrize("statement", STATEMENTS)
def test_any_plain_wording_will_do(statement: str) -> None:
    assert findings(HEALTH + statement, ADVICE) == []
    (judgement,) = judged(HEALTH + statement, ADVICE)
    assert judgement.verdict == "pass"
    assert judgement.evidence is not None
    assert judgement.evidence.given == statement


@pytest.mark.parametrize("words", NOT_A_STATEMENT)
def test_an_offer_is_no_statement(words: str) -> None:
    assert len(findings(HEALTH + words, ADVICE)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Chop the onions and fry them. Serve with rice and beans. " * 12,
        "Our office is closed on Monday.",
        "# Gout in adults\n\nBackground: "
        + HEALTH
        + "\n\nMethods: We enrolled 40 adults.\n\nResults: Half improved.\n",
    ],
)
def test_pages_of_another_kind_need_none(text: str) -> None:
    assert findings(text, ADVICE) == []


@pytest.mark.parametrize("text", PAID_FOR)
def test_a_paid_recommendation_without_disclosure_is_reported(text: str) -> None:
    assert [finding.start for finding in findings(text, PAID)] == [None]


@pytest.mark.parametrize("disclosure", DISCLOSED)
@pytest.mark.parametrize("text", PAID_FOR[:2])
def test_a_disclosure_anywhere_passes(text: str, disclosure: str) -> None:
    assert findings(f"{text}\n\n{disclosure}", PAID) == []
    assert [judgement.verdict for judgement in judged(f"{text}\n\n{disclosure}", PAID)] == ["pass"]


@pytest.mark.parametrize("text", NOTHING_TO_DISCLOSE)
def test_a_page_that_sells_nothing_for_others_gets_no_verdict(text: str) -> None:
    assert findings(text, PAID) == []
    assert judged(text, PAID) == []


def test_a_link_marked_as_sponsored_is_a_reason() -> None:
    page = "<main><p>Calmly eases sleep. <a href='https://shop.example/c' {}>Calmly</a> costs $9.</p></main>"
    (finding,) = findings(page.format("rel='sponsored'"), PAID)
    assert "Calmly" in finding.message
    assert findings(page.format(""), PAID) == []
