"""Promises: certain, for everybody, complete, guaranteed, at once, for ever, proven; and careful words beside them."""

from __future__ import annotations

import pytest
from speak import findings

from workbench.model import Finding

MINE = (
    "absolute-promise", "absolute-safety", "clinically-proven", "guaranteed-result", "ill-ruled-out",
    "instant-or-permanent", "miracle-cure", "promising-heading",
)  # fmt: skip
SHOP = "Our clinic is open daily, and we offer free parking.\n\n{}\n\nBook your visit with our specialists.\n"

ANYWHERE = [
    ("The Tarivex drip completely restores your nerves.", "absolute-promise", "completely restores"),
    ("In every case the ache vanishes.", "absolute-promise", "In every case the ache vanishes"),
    ("However old you are, it will lift the fog.", "absolute-promise", "However old you are, it will lift"),
    (
        "You can be certain that you will sleep like a child.",
        "absolute-promise",
        "You can be certain that you will sleep like",
    ),
    ("The mat stops snoring altogether.", "absolute-promise", "stops snoring altogether"),
    ("Our coach has never failed.", "absolute-promise", "has never failed"),
    ("Glowroot flushes out every toxin.", "absolute-promise", "flushes out every toxin"),
    ("Birch tea wards off every cough.", "absolute-promise", "wards off every cough"),
    ("The balm is soft. It suits all women.", "absolute-promise", "suits all women"),
    ("The wristband abolishes wrinkles.", "absolute-promise", "abolishes wrinkles"),
    ("A relapse is out of the question.", "ill-ruled-out", "relapse is out of the question"),
    ("Chew the root and you will never get flu.", "ill-ruled-out", "you will never get flu"),
    (
        "It is impossible for the stones to return: it makes it impossible for gout to return.",
        "ill-ruled-out",
        "makes it impossible for gout to return",
    ),
    (
        "Imagine never thinking about your bladder again.",
        "ill-ruled-out",
        "Imagine never thinking about your bladder again",
    ),
    (
        "With Barkol you won't experience any adverse effects.",
        "absolute-safety",
        "won't experience any adverse effects",
    ),
    ("There is no chance of an infection.", "absolute-safety", "no chance of an infection"),
    ("You do not need to worry about interactions.", "absolute-safety", "do not need to worry about interactions"),
    ("It does no harm to the tooth.", "absolute-safety", "does no harm to the tooth"),
    ("The capsules definitely improve sleep.", "absolute-promise", "definitely improve"),
    ("The shot is effective for everyone.", "absolute-promise", "effective for everyone"),
    ("Say goodbye to knee pain.", "absolute-promise", "Say goodbye to"),
    ("Its unmatched success rate speaks for it.", "absolute-promise", "unmatched success rate"),
    ("Every patient feels better.", "absolute-promise", "Every patient feels better"),
    ("We guarantee relief.", "guaranteed-result", "We guarantee relief"),
    ("Tarivex is guaranteed to calm you.", "guaranteed-result", "guaranteed to calm"),
    ("Our plan guarantees success.", "guaranteed-result", "guarantees success"),
    ("Beat insomnia once and for all.", "instant-or-permanent", "Beat insomnia once and for all"),
    ("The gel instantly relieves itching.", "instant-or-permanent", "instantly relieves"),
    ("The pain vanishes after one session.", "instant-or-permanent", "vanishes after one session"),
    ("The headaches never return.", "instant-or-permanent", "headaches never return"),
    ("The mat is scientifically proven.", "clinically-proven", "scientifically proven"),
    ("A formula trusted by leading doctors.", "clinically-proven", "trusted by leading doctors"),
    ("The serum is science-backed.", "clinically-proven", "science-backed"),
    ("# Restore your vitality", "promising-heading", "Restore your vitality"),
    ("# Freedom from tinnitus", "promising-heading", "Freedom from tinnitus"),
]
WHERE_SOMEBODY_SELLS = [
    ("You will enjoy lasting energy.", "absolute-promise", "will enjoy lasting energy"),
    ("Expect to feel younger.", "absolute-promise", "Expect to feel younger"),
    ("The sessions work whatever the cause of the pain.", "absolute-promise", "work whatever the cause"),
    ("It is the safest remedy for gout.", "absolute-promise", "the safest remedy"),
    ("The nurses here treat any illness.", "absolute-promise", "treat any illness"),
    ("They work even where it says: the sky is the limit.", "absolute-promise", "the sky is the limit"),
    ("The plan ensures optimal recovery.", "absolute-promise", "ensures optimal"),
    ("Results are immediate.", "instant-or-permanent", "Results are immediate"),
    ("The method is proven to lift mood.", "clinically-proven", "proven to lift"),
    ("It is a safe, painless and effective method.", "absolute-safety", "is a safe, painless and effective method"),
]
CAREFUL = [
    "Patients must be fully dressed when they leave.",
    "Always take the tablets with a full glass of water.",
    "All patients are seen by a nurse first.",
    "All 38 volunteers completed the study.",
    "Bile is always made in the liver.",
    "The fever can never be ignored in a newborn.",
    "The nerve can be damaged forever.",
    "You will be asked about every medicine that you take.",
    "Your nurse will help you with the form.",
    "You will regain feeling in your hand after an hour.",
    "You will get the results within a week.",
    "The numbness will go away within a few hours.",
    "The wound must heal completely before you swim.",
    "Full recovery takes about six weeks.",
    "The only way to know is a blood test.",
    "Everybody recovers at their own pace.",
    "Every patient is different.",
    "Pain relief lasts four to six hours.",
    "Regular brushing will improve your gums.",
    "No surgery is needed for this test.",
    "We guarantee an answer within two days.",
    "Ask which treatments are proven to work.",
    "The best treatment for you depends on your age.",
    "In every case of a suspected stroke, call for help.",
    "No matter how mild the ache is, have it looked at.",
    "Whatever the cause of the bleeding, press firmly.",
    "Everyone who takes the tablets should have a blood test.",
    "Almost everyone with this cancer is cured.",
    "You cannot catch it from a towel or a cup.",
    "The vaccine cannot give you flu.",
    "You will never need to fast before the scan.",
    "You will not be able to drive for two weeks.",
    "You can be certain that the sample is yours.",
    "We never promise a result.",
    "The blanket should never cover the face.",
    "The tea contains no caffeine and can be drunk all day.",
    "Our nurses ensure a safe handover at every change of shift.",
    "A missed dose does no harm to your treatment.",
    "There is no chance of going home on that day.",
    "We see patients of any age.",
    "Every session begins with a check of your pulse.",
    "# How to beat insomnia",
    "# Healing after a burn",
    "# Can you be free from pain?",
]
HELD = {
    "The spray does not completely relieve the itch.": "negated",
    "Does the spray completely relieve the itch?": "question",
    "The advert says that the spray completely relieves the itch.": "attributed",
    "Watch out for sprays that completely relieve the itch.": "warning-list",
    "The spray may completely relieve the itch.": "hedged",
    "The spray completely relieves the itch in most people.": "exception",
    "The spray usually relieves the itch completely.": "exception",
    "In the trial the spray helps everyone.": "exception",
    "When nothing else works, surgery is the last choice.": "exception",
    "Freshness guaranteed: our gel guarantees the purity of the oil.": "exception",
    "The strip gives instant results.": "exception",
    "They stop smoking for good.": "exception",
    "The rash was a clinically proven case of scabies.": "exception",
}


def said(text: str) -> list[tuple[str, str]]:
    return [(found.check, found.text) for found in every(text) if not found.held_back]


def every(text: str) -> list[Finding]:
    return [found for check in MINE for found in findings(text, check)]


@pytest.mark.parametrize(("text", "check", "words"), ANYWHERE)
def test_a_promise_is_one_finding_on_any_page(text: str, check: str, words: str) -> None:
    assert said(text) == [(check, words)]


@pytest.mark.parametrize(("text", "check", "words"), WHERE_SOMEBODY_SELLS)
def test_some_words_promise_only_where_somebody_sells(text: str, check: str, words: str) -> None:
    assert said(SHOP.format(text)) == [(check, words)]
    assert said(text) == []


@pytest.mark.parametrize("text", CAREFUL)
def test_requirements_instructions_anatomy_and_harm_are_silent_even_on_a_page_that_sells(text: str) -> None:
    assert said(SHOP.format(text)) == []


@pytest.mark.parametrize(("text", "cue"), HELD.items())
def test_what_is_not_promised_is_held_back_with_its_cue(text: str, cue: str) -> None:
    assert said(text) == []
    assert cue in {flag.flag for found in every(text) for flag in found.context}


def test_a_page_that_sells_means_what_it_quotes_but_a_story_is_held_back() -> None:
    own = "“The drip completely restores every tired nerve in the body,” says Dr. Ana Example."
    story = "“I was tired and the drip completely restores me whenever I come,” says Ana Example."
    assert said(SHOP.format(own)) == [("absolute-promise", "completely restores")]
    assert said(own) == said(SHOP.format(story)) == []


def test_a_softening_word_counts_up_to_the_comma() -> None:
    assert said("Often the patch completely eliminates pain.") == []
    assert said("The patch completely eliminates pain, often reporting as much to an app.") != []


def test_an_intensity_without_an_effect_or_far_from_it_is_no_promise() -> None:
    assert every("The patch is completely white.") == []
    assert every("The patch is completely white; it heals.") == []
    far = "The patch is completely made of a soft white cloth from the town of Example that heals."
    assert every(far) == []


def test_a_pair_needs_somebody_who_acts_or_sells() -> None:
    assert every("The wound heals completely.") == []
    assert said("The Tarivex patch heals completely.") != []


def test_a_named_source_excuses_a_claim_of_proof_and_nothing_else() -> None:
    source = "in [a trial](https://doi.org/10.1000/xyz)"
    (held,) = findings(f"The lamp was clinically proven to lift mood {source}.", "clinically-proven")
    assert held.held_back
    assert said(f"The lamp completely eliminates low mood {source[:2]} [spring](https://doi.org/10.1000/xyz).") != []


def test_the_message_says_how_it_is_promised() -> None:
    (found,) = findings("The Tarivex patch completely eliminates pain.", "absolute-promise")
    assert found.message == "“completely eliminates pain” promises an effect as complete."
