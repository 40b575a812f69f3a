"""Substances that are approved for nothing, offered as care; trials, warnings and lawful programmes are not offers."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "investigational-on-sale"

OFFERED = [
    "Schedule your MDMA-assisted therapy now.",
    "MDMA therapy is now available at our Denver clinic.",
    "Our psilocybin retreats start at $2,000 per session.",
    "Buy BPC-157 peptides, ships in 24 hours.",
    "Retatrutide 10 mg - add to cart",
    "Our ibogaine treatment program ends addiction.",
    "We provide exosome therapy for knee pain.",
    "Our doctors prescribe BPC-157 for tendon pain.",
    "Start healing with ibogaine at Barkol.",
    "Our peptide menu includes BPC-157 and TB-500.",
    "Exosome facials are now on offer at Glowroot.",
    "## MDMA therapy packages and pricing",
]
IN_TRIALS = [
    ("Velodrin is still in phase 3 trials, but can already be ordered from our site.", 1),
    ("You no longer have to wait for FDA approval.", 1),
    ("Order the new pill before anyone else.", 1),
    ("Get your results before anyone else.", 0),
    ("Velodrin is in phase 3 trials and may reach patients in 2028.", 0),
    ("You have to wait for approval before you can have this drug outside a trial.", 0),
]
QUIET = [
    "MDMA is not available outside trials.",
    "Psilocybin is offered in trials only.",
    "Retatrutide is an investigational drug from Lilly.",
    "People who bought BPC-157 online reported rashes.",
    "The FDA warned companies that sell BPC-157.",
    "Some people use MDMA at parties.",
    "MDMA-assisted therapy was rejected by the FDA in August 2024.",
    "Sites that offer retatrutide for sale break the law.",
    "We offer ketamine. Psilocybin remains illegal under federal law.",
    "Our clinic does not provide exosomes.",
    "Exosomes carry messages between cells.",
    "A support line is available after a bad psilocybin trip.",
    "The shop sold magic mushrooms until police closed it.",
    "Lilly plans to offer retatrutide once it is approved.",
    "In Australia, authorised psychiatrists offer MDMA for PTSD.",
    "Exosomes are available in skin creams that the FDA has not reviewed.",
    "Book: How psilocybin changed my mind",
    "MDMA testing kits are available at our needle exchange.",
    "Ask us about our trial of LSD for anxiety.",
]


def open_texts(text: str, country: str = "US") -> list[str]:
    return [found.text for found in findings(text, CHECK, country=country) if not found.held_back]


@pytest.mark.parametrize("text", OFFERED)
def test_an_offer_is_found(text: str) -> None:
    assert len(open_texts(text)) == 1


@pytest.mark.parametrize(("text", "count"), IN_TRIALS)
def test_a_medicine_on_trial_is_not_for_sale(text: str, count: int) -> None:
    assert len(findings(text, "trial-drug-on-sale", country="US")) == count


def test_an_excuse_in_another_clause_is_none() -> None:
    assert open_texts("We sell retatrutide pens by post, and our chat is open until ten if you have questions.", "GB")


@pytest.mark.parametrize("text", QUIET)
def test_talk_of_a_substance_is_no_offer(text: str) -> None:
    assert open_texts(text) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Book your MDMA session with an authorised psychiatrist.", "AU"),
        ("We offer psilocybin sessions in Oregon.", "US"),
        ("We offer psilocybin therapy to patients who have access by the Special Access Program.", "CA"),
    ],
)
def test_a_lawful_way_holds_the_offer_back(text: str, country: str) -> None:
    assert open_texts(text, country) == []
    assert [found.held_back for found in findings(text, CHECK, country=country)] == [True]


def test_the_same_offer_without_that_way_is_found() -> None:
    assert open_texts("Book your MDMA session today.", "AU") == ["Book your MDMA"]
    assert open_texts("We offer psilocybin sessions.", "US") == ["We offer psilocybin"]


OFFERED_AS_WELL = [
    "We mail LSD gel tabs to all fifty states.",
    "Our psilocybin tincture is refilled by post.",
    "Ask the front desk for a shot of ipamorelin.",
    "Arketamine drops join our menu this spring.",
    "Inhale exosomes and feel the change.",
    "Heal your knees with umbilical stem cells.",
    "Private suites, quiet staff, and ibogaine for burnout.",
    "Laetrile drips for tumors are given daily at our lodge.",
    "Our nurses mix retatrutide and cagrilintide to suit you.",
    "Your MDMA journey starts with a call.",
    "Our sitters take you through a high-dose mushroom journey.",
    "Ibogaine, seven nights, all meals included.",
    "Clients receive MDMA in a candle-lit room.",
    "Grief is heavy. MDMA therapy for widows, with no referral and no waiting list.",
    "Young plasma infusions, new at Barkol, turn back the clock.",
    "Our memory plan pairs methylene blue infusions with light.",
    "The recovery kit with BPC-157 is mixed for you by our pharmacist.",
    "Phenibut helps you unwind, and we ship worldwide.",
]
QUIET_AS_WELL = [
    "Laetrile drips were banned after patients died.",
    "Athletes lost medals over SARMs, and our clinic treats the liver damage.",
    "We give patients who took MDMA fluids.",
    "People who order kits of TB-500 inject an untested substance.",
    "Our laboratory studies exosomes from blood.",
    "Our pharmacist will not fill orders for CJC-1295.",
    "We get calls about ipamorelin. We do not prescribe it.",
    "Our helpline takes calls about ibogaine.",
    "Patients come to our hospital for stem cell transplants against leukemia.",
    "Methylene blue is kept at our clinic for methemoglobinemia.",
    "Come to our lecture on the history of LSD.",
    "Order your copy of our book on psilocybin.",
    "Chlorine dioxide cleans the water in our pool.",
    "If psilocybin has left you anxious, our team offers support.",
    "Ayahuasca ceremonies have led to deaths; tell our nurses what you have taken.",
    "Reset programs with ibogaine have killed patients.",
    "MDMA sessions are never offered at our clinic.",
    "Two hundred veterans took part in a study of MDMA.",
    "Your bone marrow holds stem cells that become blood.",
]


@pytest.mark.parametrize("text", OFFERED_AS_WELL)
def test_the_sellers_own_voice_offers(text: str) -> None:
    assert len(open_texts(text)) == 1


@pytest.mark.parametrize("text", QUIET_AS_WELL)
def test_what_others_do_and_what_is_refused_is_no_offer(text: str) -> None:
    assert open_texts(text) == []


def test_a_substance_of_the_shop_is_not_approved_away_by_a_passing_year() -> None:
    (found,) = findings("Buy phenibut today.", CHECK)
    assert found.evidence is not None and found.evidence.rows[0]["as_of"] == "2019-04"
