"""Compounded products called equal, regulators made to endorse, and mirror-image medicines taken for one another."""

from __future__ import annotations

import pytest
from speak import findings

WRONG = [
    ("compounded-as-equal", "Our compounded semaglutide is identical to Wegovy."),
    ("compounded-as-equal", "Compounded tirzepatide is a generic version of Mounjaro."),
    ("compounded-as-equal", "Compounded semaglutide contains the same active ingredient as Ozempic and Wegovy."),
    ("compounded-as-equal", "Get the same results as Ozempic for less."),
    ("compounded-as-equal", "Compounded medications are just as safe and effective as brand-name drugs."),
    ("compounded-as-equal", "Our troches are bioequivalent to Spravato."),
    ("compounded-as-equal", "Semaglutide (generic Wegovy) $149"),
    ("approval-as-endorsement", "Backed by the FDA, our therapy works."),
    ("approval-as-endorsement", "Our device is trusted by the FDA."),
    ("approval-as-endorsement", "The FDA endorses TMS for depression."),
    ("approval-as-endorsement", "These results rest on solid ground, proven by the FDA's clearance."),
    ("approval-as-endorsement", "FDA approval proves that it works."),
    ("enantiomers", "Ketamine (Spravato) is a nasal spray."),
    ("enantiomers", "Esketamine, also called ketamine, is a nasal spray."),
    ("enantiomers", "Spravato is just ketamine."),
    ("enantiomers", "Ketamine is the generic name for Spravato."),
    ("enantiomers", "The brand name of ketamine is Spravato."),
    ("enantiomers", "Racemic esketamine is given by drip."),
    ("enantiomers", "Arketamine is the S-enantiomer of ketamine."),
    ("enantiomers", "Celexa (escitalopram) is an SSRI."),
]
QUIET = [
    ("compounded-as-equal", "Compounded drugs are not the same as generics."),
    ("compounded-as-equal", "No generic version of Ozempic is sold in the US."),
    ("compounded-as-equal", "Ozempic has the same active ingredient as Wegovy."),
    ("compounded-as-equal", "Sellers claim that compounded semaglutide is the same as Wegovy."),
    ("compounded-as-equal", "A generic version of Victoza was approved in 2024."),
    ("compounded-as-equal", "Is compounded semaglutide the same as Wegovy?"),
    ("compounded-as-equal", "Compounded creams are mixed on the same day."),
    ("approval-as-endorsement", "The FDA recommends annual tests."),
    ("approval-as-endorsement", "An FDA advisory panel recommended approval."),
    ("approval-as-endorsement", "FDA-recommended limits for mercury apply."),
    ("approval-as-endorsement", "The trial was supported by the FDA's orphan grants program."),
    ("approval-as-endorsement", "The FDA has not endorsed kratom."),
    ("enantiomers", "Ketamine (IV) and Spravato (nasal) are offered."),
    ("enantiomers", "Ketamine is a mixture of arketamine and esketamine."),
    ("enantiomers", "Spravato contains esketamine, the S-enantiomer of ketamine."),
    ("enantiomers", "Lexapro (escitalopram) and Celexa (citalopram) are SSRIs."),
    ("enantiomers", "Spravato, ketamine and psilocybin were compared."),
    ("enantiomers", "Switching from Spravato to ketamine takes planning."),
    ("enantiomers", "Spravato is not just ketamine in a spray."),
    ("enantiomers", "Unlike Spravato, ketamine is generic."),
]


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_the_phrase_is_found(check: str, text: str) -> None:
    assert len([found for found in findings(text, check) if not found.held_back]) == 1


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_careful_sentences_raise_nothing(check: str, text: str) -> None:
    assert [found for found in findings(text, check) if not found.held_back] == []


def test_an_american_rule_leaves_other_countries_alone() -> None:
    assert findings("Order generic Ozempic today.", "compounded-as-equal", country="CA") == []
