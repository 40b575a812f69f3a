"""Which pages sell: the openings of clinics, shops and press releases, and of pages that only inform."""

from __future__ import annotations

import pytest
from speak import findings, judged

CHECK = "missing-risks"
BENEFITS = (
    " Barkol relieves joint pain in most adults. It improves sleep and lowers stress. It reduces swelling in the knees."
)
SELLS = [
    "Verdale Clinic in Ashcombe has added Barkol to its list of treatments. To reserve a place, ring the front desk.",
    "We use Barkol in our Pelham studio. Sessions are $140, or $600 for five.",
    "ASHCOMBE, Ohio – Verdale Health today launched a Barkol program for its members.",
    "Ready to feel better? Take the two-minute quiz and get your Barkol plan delivered.",
    "Barkol is back in stock! Choose your bundle below.",
    "Our nurse practitioners come to your home with Barkol drips.",
    "At Verdale, every Barkol plan begins with a free assessment.",
    "Join the thousands who have switched to Barkol. Try it for 30 days or your money back.",
    "Come to one of our three locations for Barkol. New patients get $50 off.",
    "Dr. Example offers Barkol at her practice in Pelham. Call 555-010-7788 to book.",
    "Barkol therapy is now available at Harrow Lane Medical. Financing is available.",
    "Start your free trial of Barkol. Cancel any time.",
    "Verdale Labs makes Barkol in small batches. Order through the shop.",
    "Why patients choose Verdale for Barkol: experienced staff, same-day visits.",
    "Learn how Barkol can help you. Contact our office for an evaluation.",
    "Harrow Wellness is excited to bring Barkol to Calder Bay. Spaces are limited, so ring us to claim yours.",
    "Thinking about Barkol? Fill in the form below and a member of our staff will get back to you.",
    "Get Barkol prescribed from the comfort of your home. Plans begin at $99 a month.",
    "Shop Barkol in three flavors. Subscribe for 10% off each delivery.",
    "Pelham Pain Associates announced Tuesday that it will offer Barkol at all four of its clinics.",
    "Barkol at Verdale Med Spa: $199 per area, and Cherry financing for everyone.",
    "Walk-in Barkol drips downtown, seven days a week. Reserve online.",
    "Call 555-010-7788 to see whether you qualify for Barkol.",
    "If you live near Ashcombe, our specialists would love to meet you. Consultations are free and take half an hour.",
    "Barkol therapy costs $1,200 for a course at Pelham Joint Clinic, and we accept most insurance"
    " plans. Email our front desk for a date.",
    "Verdale, a maker of natural remedies, introduces Barkol Plus, now in shops. A pouch costs $24.",
    "Tired of sore knees? Our Barkol package gives you six visits for the price of five.",
    "Say hello to Barkol, our newest drop. Free gift with every purchase.",
    "Calder Bay Regenerative Medicine is the first center in the state to provide Barkol. Appointments"
    " can be made online.",
    "Members pay $59 a month for Barkol, shipped in plain boxes.",
    "Our board-certified doctors will design a Barkol plan around your goals. Begin with a phone visit.",
    "Barkol is the heart of the Verdale Method, a twelve-week program for people who want to move again."
    " Enrollment opens in May.",
]
INFORMS = [
    "Barkol is a medicine for joint pain. This leaflet is for patients of the ward.",
    "A team in Ashcombe tested Barkol in 80 adults, the journal says.",
    "Barkol is used for joint pain. The health service pays for it.",
    "The ministry approved Barkol last year. Doctors can now prescribe it.",
    "The trial of Barkol was paid for by Verdale. It ran for two years.",
    "Barkol tablets: take one a day. Ring the ward if you are worried.",
    "Questions and answers about Barkol. What is it for?",
    "Two hospitals offer Barkol, the newspaper reports.",
    "Barkol was sold in Europe before. The company has announced a price of $30.",
    "Our results suggest that Barkol works. We enrolled 80 adults.",
    "The unit sees people with joint pain on Tuesdays. Bring this leaflet with you.",
    "In Ashcombe, 80 adults took Barkol for a year; the results were published on Monday.",
    "I was given Barkol in hospital, and the nurses were kind.",
    "This fact sheet explains Barkol. It was written by the library of the ministry.",
    "We randomly assigned adults to Barkol or placebo at our hospital.",
    "Regulators are looking at Barkol, a spokesperson said.",
    "Pharmacists can give you Barkol. Ask for the leaflet in large print.",
    "Barkol has been on the market since 1990 and costs a few cents.",
    "The charity runs a helpline for people who take Barkol.",
    "Health workers should book a follow-up visit after the first dose.",
    "Nurses on the ward will show you how to use Barkol at home. Ring the number on this sheet if you are worried.",
    "A committee of the ministry has published advice on Barkol for family doctors.",
    "The price of Barkol went up by 40% last year, and patients protested outside the company.",
    "Barkol belongs to a group of drugs that doctors have used since the sixties.",
    "Scientists at two universities gave Barkol to 60 runners, according to the report.",
    "My sister takes Barkol. I asked our librarian for a book about it.",
    "Volunteers in the study were paid $50 a visit.",
    "Barkol is on the list of free medicines; show your card at the pharmacy.",
    "Our journal club read a paper about Barkol this week.",
    "In this trial, adults took Barkol or placebo for a year. The trial was registered before it began.",
]


@pytest.mark.parametrize("opening", SELLS)
def test_a_page_that_sells(opening: str) -> None:
    assert len(findings(opening + BENEFITS, CHECK)) == 1


@pytest.mark.parametrize("opening", INFORMS)
def test_a_page_that_informs(opening: str) -> None:
    assert judged(opening + BENEFITS, CHECK) == []


@pytest.mark.parametrize(
    "opening",
    [
        "Our team looks after you. Ring us at any time.",
        "Barkol costs $30 a month. It comes from Harrow Labs.",
        "Barkol is never sold at $30 a month. We do not book visits.",
    ],
)
def test_one_kind_of_hint_is_too_little(opening: str) -> None:
    assert judged(opening + BENEFITS, CHECK) == []
