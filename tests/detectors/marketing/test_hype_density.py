"""Hype: strong phrases alone, weaker words where they come thick, and everything that only looks like it."""

from __future__ import annotations

import pytest
from speak import findings

from workbench.model import Finding

CHECK = "hype-density"
PLAIN = "The nurse writes down your weight and asks how you slept. "
STRONG = [
    ("Barkol is a game-changer.", "game-changer"),
    ("This breakthrough drug came out in May.", "breakthrough drug"),
    ("The patch is revolutionizing the treatment of gout.", "revolutionizing"),
    ("## Revolutionary gout treatment", "Revolutionary gout treatment"),
    ("It gives astonishing results within days.", "astonishing results"),
    ("Our cutting-edge laser takes an hour.", "cutting-edge laser"),
    ("The shot has the potential to transform your life.", "transform your life"),
    ("The tablets have tremendous potential.", "tremendous potential"),
    ("Barkol is the future of gout care.", "is the future of gout care"),
    ("The drops are a ray of hope.", "ray of hope"),
    ("It is the smartest pill ever made.", "smartest pill ever made"),
]
HELD = [
    "Barkol is not a game-changer.",
    "Is Barkol a breakthrough?",
    "“It is a revolutionary drug,” the maker said.",
    "Dr. Egil Example called it a groundbreaking treatment.",
    "Be wary of ads for a breakthrough drug.",
    "Red flags at a clinic:\n\n- It sells a revolutionary treatment\n- It takes cash only",
    "The leaflet promises astonishing results.",
    "A breakthrough seizure can come after a missed dose.",
    "The FDA gave Barkol breakthrough therapy designation.",
    "She works for Cutting Edge Therapies in Ohio.",
    "The maker, Groundbreaking Labs of Dayton, paid for it.",
    "A stroke is a life-changing illness.",
    "There was unprecedented demand for the shot.",
]
SILENT = [
    "The renowned clinic moved to Ohio.",
    "Stroke is a leading cause of death.",
    "The findings are promising, but the trial was small.",
    "The pills are a combination of two drugs and work better than either.",
    "Depression can be a devastating illness.",
    "Call the 988 Suicide & Crisis Lifeline.",
    "The Industrial Revolution changed work.",
    "Cells transform sugar into energy.",
]

WAYS_TO_PRAISE = [
    "Velodrin is rewriting the rules of pain care.",
    "This is a paradigm shift in how we treat migraine.",
    "Our program takes your wellness to the next level.",
    "Glowroot works like magic.",
    "It is changing the face of dermatology.",
    "The world's most advanced laser is here.",
    "A quantum leap in sleep medicine.",
    "The treatment everyone is talking about.",
    "Barkol is taking the wellness world by storm.",
    "Discover the secret to effortless weight loss.",
    "Unlock your body's natural healing power.",
    "The best-kept secret in anti-aging.",
    "An extraordinary new therapy has arrived.",
    "The results are nothing less than spectacular.",
    "Meet the wonder drug of the decade.",
    "We are redefining what healthy aging means.",
    "Our next-generation formula is a true marvel of modern science.",
    "Look no further: the answer to your fatigue is here.",
    "The gold standard of luxury wellness has arrived.",
    "It is the most powerful antioxidant known to man.",
    "The number one choice for tired people.",
    "Say hello to a new you.",
    "Prepare to be amazed by what Barkol can do.",
    "A once-in-a-lifetime chance to reset your metabolism.",
    "This amazing plant does it all.",
    "A must-have for anyone over 40.",
    "It truly is a modern medical marvel.",
    "Harness the incredible power of peptides.",
    "This approach is reshaping the landscape of mental health.",
    "Nothing short of a medical miracle in a bottle.",
    "It opens a new frontier in the treatment of depression.",
    "Ketamine: a beacon of light for the hopeless.",
    "The drops deliver jaw-dropping results.",
    "Experience total rejuvenation.",
    "A superfood like no other.",
    "This may be the biggest advance since penicillin.",
    "The dawn of a new era in obesity care",
    "An unbeatable combination of science and nature.",
    "The therapy is in a league of its own.",
    "Celebrate the transformation you have always dreamed of.",
    "The Peptide Revolution",
    "Why ketamine changes everything",
    "It brings about profound transformation.",
    "The most exciting development in psychiatry in fifty years.",
    "A historic leap forward for patients.",
    "You deserve the very best, and Glowroot delivers.",
]
SAME_WORDS = [
    "The gold standard for diagnosis is a biopsy.",
    "The most common side effect is nausea.",
    "A powerful painkiller is given after the operation.",
    "The new drug is the first of its class.",
    "The trial is the largest to date.",
    "Doctors call it the best available treatment for this cancer.",
    "The nurse will take you to the next level of the building.",
    "The landmark trial changed practice in 1998.",
    "A breakthrough in the 1940s gave us penicillin.",
    "The drug changes how the kidney handles salt.",
    "This is an important advance, the editorial said.",
    "The results surprised the researchers.",
    "A new era began with insulin in 1922.",
    "A magic number for sleep does not exist.",
    "The hospital has a new scanner.",
    "Dramatic changes in weight can be a sign of illness.",
    "It takes time, and there is no secret to it.",
    "The ideal dose is not known.",
    "Most people get better within two weeks.",
    "The committee said the benefit was substantial.",
    "The drug lowered deaths by a third in the trial.",
    "It is one of the best-studied drugs in pregnancy.",
    "Radiant heat can burn the skin.",
    "The vibrant colors of fruit come from plant pigments.",
    "An exciting new job can raise your stress.",
    "Strong evidence supports the vaccine.",
    "Advanced cancer has spread to other organs.",
    "The leading edge of the wound closes first.",
    "World Health Organization experts lead the field work.",
    "The ultimate cause of the disease is unknown.",
    "Unlock the inhaler before use.",
    "The patient had an amazing attitude, her nurse said.",
    "Remarkably, few side effects were seen.",
    "Life-saving treatment must start at once.",
    "The impressive fall in malaria deaths has slowed.",
    "Supercharged particles are used in proton therapy.",
    "Exceptional blood loss needs a transfusion.",
    "The vaccine was a triumph of public health.",
    "Many people say the first weeks are the hardest.",
    "A must for travelers is a yellow fever certificate.",
    "Say hello to the nurse when you arrive.",
    "Imagine a line from your ear to your shoulder.",
    "Look no further than one week back when you fill in the diary.",
    "Nothing can replace sleep.",
    "The frontier between the two tissues is sharp.",
    "A once-in-a-lifetime dose is enough for yellow fever.",
    "The very best time to take it is the morning.",
    "The transformation zone of the cervix is sampled.",
    "The magic of the placebo effect has been studied.",
    "New hope for a vaccine came from two trials in Kenya.",
    "Alcohol can disrupt sleep.",
    "Most people wake several times a night; awakenings grow with age.",
    "The law sets the standard for drinking water.",
    "She had a headache unlike any before.",
    "Children deserve the best start in life.",
    "The Great Leap Forward led to a famine.",
    "Holistic needs are written down. The nurse visits. Vitality is one of eight scales.",
    "A kidney is reclaimed after dialysis. The disruption is short.",
]


def shown(text: str) -> list[Finding]:
    return [finding for finding in findings(text, CHECK) if not finding.held_back]


@pytest.mark.parametrize(("text", "phrase"), STRONG)
def test_a_strong_phrase_is_enough(text: str, phrase: str) -> None:
    (finding,) = shown(text)
    assert finding.text == phrase
    assert (finding.severity, finding.confidence) == ("note", "low")


@pytest.mark.parametrize("text", WAYS_TO_PRAISE)
def test_praise_is_found_in_many_words(text: str) -> None:
    assert len(shown(text)) >= 1


@pytest.mark.parametrize("text", SAME_WORDS)
def test_the_same_words_in_plain_use_are_silent(text: str) -> None:
    assert shown(text) == []


def test_a_page_that_sells_is_not_excused_by_quoting_its_own_people() -> None:
    offer = "Our clinic offers a free consultation. "
    assert len(shown(offer + "“We think that Barkol is a game-changer,” said its founder.")) == 1
    assert shown("“We think that Barkol is a game-changer,” said its founder.") == []
    assert shown(offer + "“Barkol is a game-changer,” said a guest.") == []


@pytest.mark.parametrize("text", HELD)
def test_what_is_not_meant_as_praise_is_held_back(text: str) -> None:
    assert findings(text, CHECK) != []
    assert shown(text) == []


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_words_are_silent(text: str) -> None:
    assert findings(text, CHECK) == []


def test_three_weaker_words_close_together_are_found_one_by_one() -> None:
    found = shown("The premier clinic is near the park. Its renowned doctors use innovative rooms.")
    assert [finding.text for finding in found] == ["premier", "renowned", "innovative"]
    assert {finding.confidence for finding in found} == {"medium"}
    assert found[0].evidence is not None
    assert [row["words"] for row in found[0].evidence.rows] == ["premier", "renowned", "innovative"]


def test_two_side_by_side_are_enough() -> None:
    found = shown("An elite team of visionary doctors works here.")
    assert [finding.text for finding in found] == ["elite", "visionary"]
    assert shown("The elite team meets on Mondays, and at the end of the week it sees visionary doctors.") == []


def test_the_same_words_far_apart_are_not() -> None:
    gap = PLAIN * 14
    assert shown(f"The premier clinic. {gap}\n\nIts renowned doctors. {gap}\n\nInnovative rooms.") == []


def test_words_that_others_say_do_not_count() -> None:
    assert shown("The clinic is premier. “It is renowned and innovative,” said the owner.") == []


def test_a_strong_phrase_in_a_crowd_is_surer() -> None:
    found = shown("A game-changer has come. The premier clinic has innovative rooms.")
    assert [finding.confidence for finding in found] == ["medium"] * 3
    assert "3 phrases" in found[0].message


def test_words_in_a_row_are_one_finding() -> None:
    (finding,) = shown("It is a revolutionary, groundbreaking and truly game-changing thing.")
    assert finding.text == "revolutionary, groundbreaking and truly game-changing"


def test_a_long_gap_is_no_row() -> None:
    found = shown("It is revolutionary" + " " * 3000 + "and" + "\u00a0" * 3000 + "groundbreaking.")
    assert len(found) == 2


def test_a_title_in_capitals_is_no_name() -> None:
    (finding,) = shown("Why This Groundbreaking Treatment Helps So Many People.")
    assert finding.text == "Groundbreaking Treatment"
