"""Stated maxima that labels have dropped or changed."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "outdated-maximum"


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("The FDA caps buprenorphine at a maximum of 24 milligrams daily.", "24 milligrams daily"),
        ("Buprenorphine: 24 mg/day is the ceiling dose.", "24 mg/day"),
        ("Suboxone film tops out at its highest approved dose, 24 mg.", "24 mg"),
        ("Suboxone's maximum daily dose, 24 mg/6 mg, suits most.", "24 mg/6 mg"),
        ("A maximum of 16 mg of Suboxone per day is allowed.", "16 mg"),
        ("The maximum recommended dose of simvastatin is 80 mg a day.", "80 mg a day"),
        ("Celexa's max is 60 mg.", "60 mg"),
        ("The tolerable upper intake level for vitamin D is 50 mcg.", "50 mcg"),
        ("Do not go over the maximum of 60 mg of citalopram.", "60 mg"),
    ],
)
def test_an_old_maximum_is_found(text: str, dose: str) -> None:
    assert shown(text, CHECK) == [dose]


@pytest.mark.parametrize(
    "text",
    [
        "Many people stay on 24 mg of buprenorphine a day.",
        "Some insurers pay for up to 24 mg of buprenorphine a day.",
        "The maximum dose of buprenorphine is 32 mg.",
        "The maximum dose of citalopram is 40 mg.",
        "The upper limit for vitamin D is 4,000 IU a day.",
        "Take no more than 2,000 IU of vitamin D a day.",
        "Simvastatin 80 mg raises the risk of muscle harm.",
        "The maximum dose of naltrexone is 50 mg, and 24 mg of buprenorphine is common.",
        "The maximum effect came after 60 mg of oxycodone.",
    ],
)
def test_other_amounts_and_no_maximum(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize(
    "text",
    [
        "Labels once mentioned a maximum of 24 mg for buprenorphine.",
        "24 mg is no longer the maximum dose of buprenorphine.",
        "The maximum of 60 mg for citalopram was lowered in 2011.",
        "Some read 24 mg as the maximum of buprenorphine, but the label sets none.",
        "The FDA says that 24 mg should not be read as a maximum dose of buprenorphine.",
        "Simvastatin 80 mg, the highest dose, is reserved for people who have already taken it for a year.",
        "Is 24 mg the maximum of buprenorphine?",
    ],
)
def test_the_past_and_its_correction_are_held_back(text: str) -> None:
    found = findings(text, CHECK)
    assert found
    assert all(finding.held_back for finding in found)


def test_the_country_decides() -> None:
    assert findings("The maximum dose of citalopram is 60 mg.", CHECK, country="GB") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The label caps buprenorphine at 24 mg a day.", "24 mg a day"),
        ("According to the FDA, nobody should get more than 24 mg of buprenorphine daily.", "24 mg"),
        ("The label's target dose of buprenorphine is 16 mg a day.", "16 mg a day"),
    ],
)
def test_whoever_sets_it(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Clinics that limit buprenorphine to 24 mg go beyond the FDA label.",
        "The FDA approved buprenorphine films; most people take up to 24 mg a day.",
        "The FDA no longer calls 24 mg the limit for buprenorphine.",
        "Many people do well on 24 mg of buprenorphine a day.",
    ],
)
def test_whoever_sets_it_or_not(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The FDA label says that 24 mg of buprenorphine is the most that has any advantage.", ["24 mg"]),
        ("The label says that doses over 24 mg of buprenorphine bring no advantage.", ["24 mg"]),
        ("The label once said that doses over 24 mg of buprenorphine bring no advantage.", []),
        ("Until 2025 the label said that more than 24 mg of buprenorphine has no benefit.", []),
        ("The label says that doses over 24 mg of buprenorphine suit some people.", []),
        ("Doses over 24 mg of buprenorphine cost more.", []),
    ],
)
def test_more_of_it_is_called_useless(text: str, expected: list[str]) -> None:
    assert shown(text, CHECK) == expected
