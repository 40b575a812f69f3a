"""What holds today, on references that are too old to tell."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "old-reference"
WRONG = [
    "The 2005 guidelines recommend two doses a week.",
    "Migraine affects 12% of adults (Okafor and Sol, 2001).",
    "Guidelines from 2008 advise bed rest for back pain.",
    "Gout occurs in about 2 in 100 men [1].\n\n## References\n\n1. Sol B. Gout in men. Annals of Joints 1999;2:3–9.",
]
FAIR = [
    "Adults take 20 mg once a day (Lindgren, 2023).",
    "The 2005 guideline was withdrawn in 2019.",
    "In 2001 migraine affected 12% of adults (Okafor and Sol, 2001).",
    "Aspirin was sold from 1899 (Sol, 1950).",
    "The trial gave 20 mg a day (Lindgren, 2003).",
    "Migraine affects 12% of adults (Okafor, 2001; Sol, 2022).",
    "Migraine affects 12% of adults ([count](https://example.org/count)).",
    "The 2024 guideline recommends two doses.",
    "A 1998 study found less pain (Okafor, 1998).",
    "Migraine is caused by nerves (Okafor, 1998).",
    "The older 2009 guideline recommended more.",
    "Adults take 2000 mg a day (label, 2024).",
    "Since 2003 the law requires a label.",
    "The clinic opened in 2003.",
]


@pytest.mark.parametrize("text", WRONG)
def test_it_is_found(text: str) -> None:
    assert [found for found in findings(text, CHECK) if not found.held_back]


@pytest.mark.parametrize("text", FAIR)
def test_near_misses_stay_silent(text: str) -> None:
    assert [found.text for found in findings(text, CHECK) if not found.held_back] == []


def test_the_age_is_counted_to_the_day_of_the_check() -> None:
    (found,) = findings("Migraine affects 12% of adults (Okafor and Sol, 2001).", CHECK)
    assert "2001" in found.message
    assert "25 years" in found.message


def test_the_limit_itself_is_not_too_old() -> None:
    assert findings("Migraine affects 12% of adults (Okafor and Sol, 2016).", CHECK) == []
