"""Miracle, cure, guarantee and absolute-safety wordings, and the careful sentences that only look like them."""

from __future__ import annotations

import pytest
from speak import article as read
from speak import findings

from workbench.detectors.phrase import detect
from workbench.model import Article, Finding, Hit, Match
from workbench.shadow import shadow

PROMISES = {
    "Tarivex is a miracle drug.": "miracle drug",
    "Meet the wonder pill of the year.": "wonder pill",
    "The Lumo lamp is a cure-all.": "cure-all",
    "Our patch cures psoriasis.": "cures psoriasis",
    "One shot will cure your diabetes.": "will cure your diabetes",
    "Doctors hide this natural cure.": "natural cure",
    "Tarivex cured my back pain.": "cured my back pain",
    "Get rid of anxiety for good.": "Get rid of anxiety for good",
    "It brings permanent relief from pain.": "permanent relief",
    "You get instant relief.": "instant relief",
    "We guarantee that you will sleep.": "We guarantee that you",
    "Success is guaranteed.": "Success is guaranteed",
    "You will sleep well, guaranteed.": "guaranteed",
    "The method never fails.": "never fails",
    "The patch works for everybody.": "works for everybody",
    "Tarivex is 100 percent effective.": "100 percent effective",
    "The plan reverses type 2 diabetes.": "reverses type 2 diabetes",
    "Type 2 diabetes can be cured with our tea.": "diabetes can be cured",
}
NO_PROMISE = [
    "Ear infections can be cured with antibiotics.",
    "Surgery cures most early skin cancers.",
    "Hepatitis C tablets cure more than nine in ten people.",
    "Some childhood leukemias can now be cured.",
    "A cure for HIV is being sought in several countries.",
    "The cure rate rose to 95%.",
    "She had curative surgery in May.",
    "The Cure played in Leeds.",
    "Makers of the sausage cure ham in salt.",
    "The nurse checks the curing light.",
    "The pain often goes away within hours but comes back.",
    "The shop gives a money-back guarantee.",
    "A miracle of engineering, said the mayor.",
]
SILENCED = {
    "There is no miracle cure for asthma.": "miracle cure",
    "The drug does not cure diabetes.": None,
    "Results are not guaranteed.": None,
    "Can any tea cure arthritis?": "cure arthritis",
    "“It cured my asthma,” one buyer wrote.": "cured my asthma",
    "Scientists have searched for the cure for dementia since 1906.": "the cure for dementia",
    "Be wary of sites that promise a miracle cure.": "miracle cure",
    "Penicillin was hailed as a wonder drug.": "wonder drug",
    "Most people try more than once to quit smoking, and some stop smoking for good.": "stop smoking for good",
    "Abstinence is the only method that is 100% effective.": "100% effective",
    "Insurance law guarantees the right to appeal.": "guarantees the",
    "The breath test gives instant results.": "instant results",
    "The gene switch reverses diabetes in mice.": "reverses diabetes",
    "Your doctor may stop the drug permanently.": "stop the drug permanently",
}
NO_HARM = {
    "The gel is 100% safe.": "100% safe",
    "Tarivex has zero side effects.": "zero side effects",
    "It eases pain with no known side effects.": "no known side effects",
    "It works without any harmful side effects.": "without any harmful side effects",
    "The drops are free from side effects.": "free from side effects",
    "The scan is absolutely harmless.": None,
    "The spray is risk-free.": "risk-free",
    "The tea carries no risk.": "carries no risk",
    "The syrup is safe for all ages.": "safe for all ages",
    "You cannot overdose on this tea.": "cannot overdose",
    "Tarivex is a safe and effective treatment for gout.": "is a safe and effective treatment",
    "Our members are never unsafe.": "never unsafe",
}
CAREFUL = [
    "No serious side effects were seen in 38 people.",
    "The pill is safe for most adults.",
    "Natural killer cells are part of the immune system.",
    "Side effects are usually mild.",
    "Most moles are harmless.",
    "Store the drops in a safe place.",
    "Ask how safe the drug is for you.",
    "Your risk falls with every smoke-free year.",
]
CAREFUL_HELD = {
    "The tablet is not completely safe in pregnancy.": "completely safe",
    "No medicine is risk free.": "risk free",
    "No medicine is without side effects.": "without side effects",
    "The placebo group had no side effects.": "no side effects",
    "In the trial, no side effects were reported.": "no side effects",
    "If you have no side effects, the dose may rise.": "no side effects",
    "To keep you completely safe, a nurse stays in the room.": "completely safe",
    "Start your risk-free trial today.": "risk-free",
    "Is it safe for everyone?": "safe for everyone",
    "The cyst on your wrist is completely harmless.": "completely harmless",
}


PROMISING = ("miracle-cure", "guaranteed-result", "instant-or-permanent", "absolute-promise")


def promises(text: str) -> list[Finding]:
    """What the checks of promises find, in the order of the text."""
    found = [finding for check in PROMISING for finding in findings(text, check)]
    return sorted(found, key=lambda finding: finding.start or 0)


def said(found: list[Finding]) -> list[str]:
    return [finding.text for finding in found if not finding.held_back]


def silenced(found: list[Finding]) -> list[str]:
    return [finding.text for finding in found if finding.held_back]


@pytest.mark.parametrize(("text", "promise"), PROMISES.items())
def test_a_promise_is_reported_with_its_own_words(text: str, promise: str) -> None:
    assert said(promises(text)) == [promise]


@pytest.mark.parametrize("text", NO_PROMISE)
def test_cures_that_exist_and_other_senses_are_no_promise(text: str) -> None:
    assert promises(text) == []


@pytest.mark.parametrize(("text", "words"), SILENCED.items())
def test_a_denied_or_reported_promise_is_held_back_and_stays_visible(text: str, words: str | None) -> None:
    found = promises(text)
    assert said(found) == []
    if words:
        assert words in " ".join(silenced(found))
        assert all(finding.context for finding in found)


@pytest.mark.parametrize(("text", "words"), NO_HARM.items())
def test_safety_without_limits_is_reported(text: str, words: str | None) -> None:
    found = said(findings(text, "absolute-safety"))
    assert found == [words] if words else len(found) == 1


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_words_on_safety_are_left_alone(text: str) -> None:
    assert findings(text, "absolute-safety") == []


@pytest.mark.parametrize(("text", "words"), CAREFUL_HELD.items())
def test_limited_denied_or_reported_safety_is_held_back_and_stays_visible(text: str, words: str) -> None:
    found = findings(text, "absolute-safety")
    assert said(found) == []
    assert words in " ".join(silenced(found))


def test_a_warning_list_holds_its_items_back_and_names_the_cue() -> None:
    text = "Warning signs of a bad clinic include:\n\n- Promises of permanent relief\n- A doctor nobody can reach\n"
    (finding,) = promises(text)
    assert finding.held_back
    assert "warning-list" in {flag.flag for flag in finding.context}


def test_an_idiom_holds_back_with_the_idiom_as_cue() -> None:
    (finding,) = findings("Penicillin was hailed as a wonder drug.", "miracle-cure")
    (cue,) = [flag.cue for flag in finding.context if flag.flag == "exception"]
    assert cue.startswith("hailed as a wonder")


def matches(text: str, phrases: list[str], but_not: list[str]) -> list[Match]:
    article = read(text)
    return list(detect(article, phrases=places(article, phrases), but_not=places(article, but_not)))


def places(article: Article, phrases: list[str]) -> tuple[Hit, ...]:
    found = []
    for sentence in article.sentences:
        for phrase in phrases:
            at = sentence.shadow.find(shadow(phrase))
            if at >= 0:
                found.append(Hit(sentence.index, at, at + len(phrase)))
    return tuple(sorted(found, key=lambda hit: (hit.sentence, hit.at)))


def test_overlapping_hits_of_a_sentence_are_one_match() -> None:
    (match,) = matches("A total miracle cure here.", ["total miracle", "miracle cure"], [])
    assert (match.at, match.to) == (2, 20)


def test_hits_that_only_touch_or_stand_in_two_sentences_stay_apart() -> None:
    assert len(matches("A cure. A cure.", ["cure"], [])) == 2
    assert len(matches("Cure, miracle.", ["Cure", "miracle"], [])) == 2


def test_an_idiom_does_not_silence_the_same_word_elsewhere_in_the_sentence() -> None:
    first, second = matches("The cure rate is no cure today.", ["cure", "cure today"], ["cure rate"])
    assert {bool(first.flags), bool(second.flags)} == {True, False}
