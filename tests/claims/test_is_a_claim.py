"""A plain health statement is a claim until a named reason speaks against it."""

from __future__ import annotations

import pytest
from claim_words import claims_of, reason_for

CLAIMS = [
    # patient information
    "Statins lower LDL cholesterol by blocking an enzyme in the liver.",
    "Most ear infections clear up without antibiotics.",
    "Gallstones form when bile hardens.",
    "Smokers heal more slowly after surgery.",
    "Untreated sleep apnea raises the risk of stroke.",
    "Chlamydia often has no symptoms.",
    "The rash fades within a week.",
    "Infants can get whooping cough from adults.",
    "The thyroid makes hormones that set the pace of metabolism.",
    "Concussions heal within two weeks in most teenagers.",
    "Men over 50 should know that PSA levels rise with age.",
    "People with a spinal fracture should not have this treatment.",
    # blog
    "Turmeric fights inflammation and melts belly fat.",
    "Celery juice flushes toxins from the liver.",
    "Genes, diet and stress all play a part in acne.",
    "Garlic lowers cholesterol.",
    "Exercise is as effective as medication for mild depression.",
    "It is worth mentioning that no test can rule out every allergy.",
    "Take-home message: walking after meals lowers blood sugar.",
    # news
    "Dr. Lane said the new drug cut deaths by a third.",
    "The trial found no difference in weight loss between the two diets.",
    "Long COVID affects about 6% of adults.",
    "The agency approved Zorbital in 2021 for adults with asthma.",
    # supplement
    "This natural formula supports healthy joints.",
    "Our capsules cut cravings by 60%.",
    "Collagen powder is better absorbed than gelatin.",
    "Clinical studies prove that Zenalix doubles memory.",
    # abstract
    "Mean pain scores fell from 7.1 to 3.4 (p<0.001).",
    "Adverse events were mild and resolved without treatment.",
    "Patients in the drug group lived 4.2 months longer.",
    # clinic
    "Hip replacement relieves pain in nine out of ten patients.",
    "Ozone therapy is not approved for any medical use.",
    "Botox injections wear off after three to four months.",
    "Our program uses light therapy, which stimulates collagen and reduces scars.",
    "The treatment is not covered by most insurers.",
    "You may feel dizzy when you stand up after the first dose.",
    "If you take ibuprofen with blood thinners, the risk of bleeding rises.",
]

NO_CLAIMS = [
    ("# Zinc shortens colds", "heading"),
    ("What causes kidney stones?", "question"),
    ("Photo: a nurse gives a vaccine.", "site text"),
    ("This content is not a substitute for medical advice.", "site text"),
    ("Free shipping on all vitamins.", "site text"),
    ("Read more about migraine triggers here.", "navigation"),
    ("In this article, we look at the causes of heartburn.", "the page about itself"),
    ("Let's look at how insulin works.", "the page about itself"),
    ("Our clinic has offered physiotherapy in Denver since 1998.", "a company about itself"),
    ("We treat every patient like family.", "a company about itself"),
    ("The hospital group announced the opening of a new center for heart surgery.", "a company about itself"),
    ("Our mission is to make mental health care affordable.", "a company about itself"),
    ("Ask your pharmacist before you combine these medicines.", "advice"),
    ("Drink plenty of water and rest.", "advice"),
    ("Please always finish the whole course, and never stop taking it early.", "advice"),
    ("It is important for patients to fast before the test.", "advice"),
    ("Patients should stop smoking before surgery.", "advice"),
    ("You've tried every diet for your heart.", "speaks to the reader"),
    ("Whether you're new to yoga or not, our studio has a class.", "a company about itself"),
    ("A clinic in Bern takes in people with rare cancers.", "about the provider"),
    ("At the first appointment, a nurse takes your medical history.", "a company about itself"),
    ("Each treatment plan is tailored to the person.", "care process"),
    ("Patients were randomly assigned to the drug or placebo.", "study design"),
    ("A total of 120 women with breast cancer were enrolled.", "study design"),
    ("The aim of this study was to compare two doses of aspirin.", "study design"),
    ("Pain was measured on a 10-point scale.", "study design"),
    ("The authors sought to determine whether an increased dose lowered blood pressure.", "study design"),
    ("More research on aspirin is needed.", "plan or hope"),
    ("The group is planning a larger trial of aspirin next year.", "study design"),
    ("It is not known whether zinc helps with colds.", "plan or hope"),
    ("It does not, because real change takes months.", "denies the sentence before"),
    ("Imagine a trial of zinc in which 10 of 100 people catch a cold.", "made-up example"),
    ("Asthma is a disease in which the airways narrow.", "definition"),
    ("A colonoscopy is a test that lets a doctor look inside the colon.", "definition"),
    ("Arteries are blood vessels that lead away from the heart.", "definition"),
    ("I tried every diet before I found this tea.", "one person"),
    ("Dr. Moreno is a board-certified surgeon.", "one person"),
    ("Living with chronic pain can feel overwhelming.", "opinion"),
    ("The bus stops in front of the town hall every ten minutes.", "no health topic"),
    ("Skin.", "no statement"),
    ("Benefits of tea", "no statement"),
]


@pytest.mark.parametrize("text", CLAIMS)
def test_plain_health_statement_is_a_claim(text: str) -> None:
    assert [claim.text for claim in claims_of(text)] == [text]
    assert claims_of(text)[0].why


@pytest.mark.parametrize(("text", "reason"), NO_CLAIMS)
def test_no_claim_names_its_reason(text: str, reason: str) -> None:
    assert reason_for(text) == reason
    assert claims_of(text) == ()


def test_invented_example_lasts_to_the_end_of_its_paragraph() -> None:
    text = "Here is a made-up case. One trial gives zinc to 20 people; 12 of 20 (60%) improve.\n\nZinc shortens colds."
    assert [claim.text for claim in claims_of(text)] == ["Zinc shortens colds."]


def test_quoted_promise_that_is_denied_at_once_is_none() -> None:
    text = "“This tea cures high blood pressure.” It does not. Less salt lowers blood pressure."
    assert [claim.text for claim in claims_of(text)] == ["Less salt lowers blood pressure."]
    assert reason_for(text, "tea") == "quoted and denied"


def test_denial_with_a_figure_is_a_claim() -> None:
    assert claims_of("Zinc was tested. It did not, however, help: 30% of patients fell ill in both groups.")
