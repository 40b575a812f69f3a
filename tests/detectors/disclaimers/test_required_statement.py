"""Statements that a page has to carry: advice from a clinician, and who is paid."""

from __future__ import annotations

import pytest
from speak import findings, judged

SOLD = "Schedule your appointment today. "
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
    "Only your own doctor can tell whether it suits you.",
    "Decisions about treatment are between you and your doctor.",
    "The information here is educational.",
    "I am a teacher, not a doctor.",
    "Do not change a dose without asking your pharmacist.",
    "If you are considering Tarivex, speak to your doctor about it.",
    "Medical disclaimer: general information.",
]
FOR_ONE_SYMPTOM = [
    "See a doctor if the rash spreads.",
    "Call your doctor right away if you notice a rash.",
    "If the pain gets worse, talk to your pharmacist.",
    "Contact our team if you feel dizzy.",
    "This site is for entertainment purposes only.",
]
NOT_A_STATEMENT = [
    "Ask your doctor about our gout programme.",
    "Talk to our doctors today.",
    "Schedule your consultation.",
    "The clinic’s pharmacist mixes every capsule.",
    "This text is no investing advice.",
    "Doctors recommend it.",
    "Our nurse will speak to you first.",
    "Not to be combined with other offers.",
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
    (finding,) = findings(HEALTH + SOLD, ADVICE)
    assert finding.start is None
    assert "health claims" in finding.message


@pytest.mark.parametrize("statement", STATEMENTS)
def test_any_plain_wording_will_do(statement: str) -> None:
    assert findings(HEALTH + SOLD + statement, ADVICE) == []
    (judgement,) = judged(HEALTH + SOLD + statement, ADVICE)
    assert judgement.verdict == "pass"
    assert judgement.evidence is not None
    assert judgement.evidence.given == statement


@pytest.mark.parametrize("words", NOT_A_STATEMENT)
def test_an_offer_is_no_statement(words: str) -> None:
    assert len(findings(HEALTH + SOLD + words, ADVICE)) == 1


@pytest.mark.parametrize("words", FOR_ONE_SYMPTOM)
def test_advice_for_one_symptom_is_weak_where_a_page_sells(words: str) -> None:
    (finding,) = findings(HEALTH + SOLD + words, ADVICE)
    assert "says too weakly" in finding.message
    assert f"Present but weak: “{words}”" in finding.message
    assert finding.evidence is not None
    assert finding.evidence.rows[0]["state"] == "weak"


@pytest.mark.parametrize("words", FOR_ONE_SYMPTOM)
def test_it_will_do_where_a_page_only_advises(words: str) -> None:
    assert findings("This guide compares two drugs. " + HEALTH + words, ADVICE) == []
    assert len(findings("This guide compares two drugs. " + HEALTH, ADVICE)) == 1


def test_missing_and_weak_have_fingerprints_of_their_own() -> None:
    (missing,) = findings(HEALTH + SOLD, ADVICE)
    (weak,) = findings(HEALTH + SOLD + FOR_ONE_SYMPTOM[0], ADVICE)
    assert missing.fingerprint != weak.fingerprint


@pytest.mark.parametrize(
    "text",
    [
        HEALTH,
        HEALTH + "“Read on,” says the old sign. Someone said: “my doctor laughed.”",
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


FILLER = "The tea comes in a green box. It tastes of lemon. You stir it into hot water and wait. " * 8


def test_a_disclosure_far_behind_the_offer_is_too_far() -> None:
    (finding,) = findings(f"{PAID_FOR[0]} {FILLER}\n\nWe may earn a commission.", PAID)
    assert "says too far away" in finding.message
    assert "Present but too far: “We may earn a commission.”" in finding.message
    assert finding.evidence is not None
    assert finding.evidence.rows[0]["state"] == "too far"
    assert finding.evidence.rows[0]["stands"].startswith("after ")


@pytest.mark.parametrize(
    "text",
    [
        f"We may earn a commission. {FILLER} {PAID_FOR[0]}",
        f"{FILLER} {PAID_FOR[0]} We may earn a commission.",
        f"We may earn a commission. {FILLER} {PAID_FOR[0]} {FILLER} We may earn a commission.",
    ],
)
def test_a_disclosure_before_or_beside_the_offer_is_near_enough(text: str) -> None:
    (judgement,) = judged(text, PAID)
    assert judgement.verdict == "pass"
    assert judgement.evidence is not None
    assert judgement.evidence.rows[0]["state"] == "present"


@pytest.mark.parametrize(
    "text",
    [
        "Buy it on Amazon.",
        "👉 Get Tarivex Plus here (official store)",
        "Tap the link in my bio to order.",
        "Shop my favourite tea here.",
        "Claim your discount now.",
        "I've linked the tea below.",
        "Get 20% off with the code GOUT20.",
        "Click here to get it at the lowest price.",
        "Visit the official Calmly website to claim your discount.",
    ],
)
def test_offers_in_other_words(text: str) -> None:
    assert len(findings(f"I tried the tea. {text}", PAID)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "See the official website of the agency for the list.",
        "Check the price at your pharmacy.",
        "Click here to read our privacy policy.",
        "See the link below for the full trial.",
        "Get help here: call the helpline.",
        "Order a repeat prescription on the practice website.",
        "The company sells it at $30 a bottle.",
        "Sign up for our newsletter here.",
        "The Amazon has many healing plants.",
    ],
)
def test_pages_that_point_somewhere_without_pay(text: str) -> None:
    assert findings(f"I tried the tea. {text}", PAID) == []


@pytest.mark.parametrize(
    "text",
    [
        "We get a small cut of the sale.",
        "Calmly pays us when you order.",
        "#ad",
        "We are reader-supported: we earn money when you buy.",
        "I am an ambassador for Calmly.",
        "Calmly sent me the tea free of charge.",
        "We bought both teas with our own money.",
    ],
)
def test_disclosures_in_other_words(text: str) -> None:
    assert findings(f"{text} {PAID_FOR[0]}", PAID) == []
