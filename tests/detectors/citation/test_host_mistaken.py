"""Libraries and registries taken for the publisher."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "host-mistaken-for-publisher"
WRONG = [
    "A study published on PubMed shows that honey heals wounds.",
    "Research published by the NIH proves that fasting works.",
    "According to ResearchGate, CBD calms dogs.",
    "One NCBI article states that cannabis cures epilepsy.",
    "This trial appeared in PubMed Central last year.",
    "The study was published in the National Library of Medicine.",
    "PubMed says that 70% of patients improve.",
    "An NIH-reviewed study backs our claims.",
    "Several studies from PubMed confirm this.",
    "A meta-analysis published by the National Institutes of Health found a benefit.",
    "The results were published at ClinicalTrials.gov.",
    "Papers on the topic were published via ResearchGate.",
    "A 2019 Medline study found less pain.",
]
FAIR = [
    "The NIH funded the trial.",
    "An NIH-sponsored study followed 300 adults.",
    "The NIH's 2020 report on pain lists four options.",
    "We searched PubMed and Embase up to May 2024.",
    "Its abstract is on PubMed (PMID 12345678).",
    "The trial is listed on ClinicalTrials.gov.",
    "A booklet from the National Institutes of Health explains the test.",
    "Look for the paper in PubMed.",
    "The review was published in the Annals of Invented Pain.",
    "Researchers at the NIH found a new gene.",
    "The National Library of Medicine runs PubMed.",
    "The journal is indexed in MEDLINE.",
    "The results were posted on ClinicalTrials.gov as the law requires.",
    "Guidelines published by the NIH recommend vaccination.",
    "You can find more studies with Google Scholar.",
    "A PubMed search gave 14 trials.",
]


@pytest.mark.parametrize("text", WRONG)
def test_it_is_found(text: str) -> None:
    assert [found for found in findings(text, CHECK) if not found.held_back]


@pytest.mark.parametrize("text", FAIR)
def test_near_misses_stay_silent(text: str) -> None:
    assert [found.text for found in findings(text, CHECK) if not found.held_back] == []
