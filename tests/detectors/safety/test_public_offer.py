"""Prescription-only medicines offered to the public, by country."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "prescription-only-promoted"


def fires(text: str, country: str) -> bool:
    return any(not finding.held_back for finding in findings(text, CHECK, country=country))


@pytest.mark.parametrize(
    "text",
    [
        "# Buy ketamine lozenges",
        "Order Mounjaro today.",
        "Wegovy from £149.",
        "Skinny jabs with free delivery.",
        "Botox: three areas for £199 a session.",
        "Shop our weight loss injections.",
        "Try Ozempic with 10% off.",
        "Hay fever injection only £50.",
        "Get your B12 injection at our salon.",
    ],
)
def test_an_offer_is_found_where_it_is_forbidden(text: str) -> None:
    assert fires(text, "UK")
    assert fires(text, "IE")
    assert not fires(text, "US")


@pytest.mark.parametrize(
    "text",
    [
        "Book a consultation about your weight.",
        "Wegovy is one of several options after a consultation.",
        "Mounjaro lowers appetite and blood sugar.",
        "You cannot buy Wegovy without a prescription.",
        "Police found fake Ozempic for sale in beauty salons.",
        "Where can I buy Botox?",
        "The court fined a shop that sold Botox with 20% off.",
        "The NHS pays for Wegovy in specialist clinics.",
        "In order to start Saxenda you see a doctor.",
        "Buy vitamins and plasters online.",
        "Never order Xanax online: the tablets are often fake.",
    ],
)
def test_facts_and_warnings_are_no_offer(text: str) -> None:
    assert not fires(text, "UK")


@pytest.mark.parametrize(
    "text",
    [
        "Mounjaro KwikPens, all strengths, dispatched from Leicester.",
        "Viagra 100 mg next-day in a plain envelope.",
        "Fancy fuller lashes? Latisse is back on our shelves.",
        "Our summer deal: two areas of Botox for the price of one.",
        "Beat acne with Roaccutane, delivered in a week.",
        "Claim a free first month of finasteride.",
        "DM me for a Mounjaro discount link.",
        "Modafinil: the focus pill, shipped tonight.",
        "Come in for a hay fever jab, £60, no waiting.",
        "The UK's number one shop for oral minoxidil.",
        "Get a repeat of your Ventolin inhaler in minutes, £9 each.",
        "Propecia: more hair, less hassle, £25.",
        "Diazepam in stock, pay by bitcoin.",
        "New in: Nurofen? No, better: naproxen and tramadol, online only.",
        "Summer body loading: Saxenda pens with free shipping.",
        "HRT patches for less: Evorel at £7 a month.",
        "Ritalin for exam week, ordered tonight, here tomorrow.",
        "Roaccutane packages from £149 a course with blood tests included.",
        "Melatonin gummies for jet lag, now at £12.",
        "Antibiotics by post: amoxicillin, £14.99.",
        "Our bestseller: finasteride spray, 3 for 2.",
        "Sertraline without the GP queue, just £19.",
        "Elvanse delivered, no assessment, PayPal accepted.",
        "One click and the Viagra 100 mg is yours.",
        "Ladies, our Dysport Tuesday saves you £50.",
        "Circadin for £1 a tablet, posted tonight.",
        "Concerta without the paperwork.",
        "Lose the belly with liraglutide from a chemist you know.",
        "Zopiclone overnight, PayPal welcome.",
        "Tired? Modafinil perks you up, order by 4 pm.",
        "Ketamine lozenges by subscription.",
        "Vaniqa cream, lower than anywhere.",
    ],
)
def test_other_ways_to_say_it_are_found(text: str) -> None:
    assert fires(text, "UK")


@pytest.mark.parametrize(
    "text",
    [
        "Semaglutide is given once a week and slows emptying of the stomach.",
        "Buying Ozempic from social media is risky, the regulator warned.",
        "Finasteride tablets must not be handled by pregnant women.",
        "Ibuprofen gel is on offer at £3.",
        "You cannot order tramadol without a prescription in the UK.",
        "Order hay fever tablets such as cetirizine from our shop.",
        "The company that makes Wegovy cut its price in the United States.",
        "Ventolin inhalers must be replaced when the counter shows zero.",
        "How much does Mounjaro cost?",
        'The advert "Wegovy for £99" was banned.',
        "Doctors prescribe modafinil for narcolepsy.",
        "Zolpidem should be taken right before bed.",
        "A pharmacist may switch your brand of Concerta XL if there is a shortage.",
        "Naproxen for period pain can be bought from a pharmacist.",
        "Saxenda was the first drug of its kind to be licensed for weight loss.",
        "HRT patches have been in short supply since spring.",
        "Ritalin is a controlled drug, and the pharmacist may ask for proof of identity.",
        "Blood tests are needed before and during isotretinoin.",
        "Melatonin helps some children with autism to fall asleep.",
        "Testosterone falls slowly with age.",
        "Naltrexone blocks the effects of opioids.",
        "Wash your hands after you touch a crushed finasteride tablet.",
        "The trial paid volunteers £60 a week; half of them had ketamine.",
        "A year of sertraline costs the health service about £20.",
        "Parents told us that Elvanse was not delivered to their pharmacy for weeks.",
        "Viagra 100 mg is the highest dose.",
        "Dysport wears off after three to four months.",
        "Trimethoprim is taken for three days.",
        "B12 jabs are given every three months on the NHS.",
        "Codeine phosphate can make you constipated.",
        "Nebido is injected slowly into a muscle.",
        "Men who take Propecia should not donate blood.",
        "Wegovy is not suitable in pregnancy.",
        "Your brows may droop after Botox.",
        "Sertraline takes a few weeks to work.",
        "Our prices for travel vaccines are listed below.",
        "A consultation costs £45, and a medicine is not always prescribed.",
        "The ad for Wegovy was ruled to be against the code.",
        "Finasteride 1 mg is taken once a day.",
        "Zopiclone should be used for a few days only.",
    ],
)
def test_the_same_words_in_careful_hands_stay_silent(text: str) -> None:
    assert not fires(text, "UK")
