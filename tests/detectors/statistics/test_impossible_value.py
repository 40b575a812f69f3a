"""Numbers outside their bounds, p of zero, and numbers that may well be over 100 or below 0."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "impossible-statistic"
WRONG = [
    ("The groups differed (p = 1.2).", "p = 1.2"),
    ("The p-value was 3.4.", "p-value was 3.4"),
    ("The groups did not differ (p = −0.03).", "p = −0.03"),
    ("In all, 120% of patients improved.", "120% of patients"),
    ("Relief was reported by 130 percent of users.", "130 percent of users"),
    ("The response rate was 104%.", "response rate was 104%"),
    ("The swab had a sensitivity of 104%.", "sensitivity of 104%"),
    ("Pain and sleep were linked, r(38) = 1.31, p = .02.", "r(38) = 1.31"),
    ("The correlation between pain and sleep was 1.31.", "correlation between pain and sleep was 1.31"),
    ("The odds ratio was 1.4 (95% CI −0.2 to 3.1).", "95% CI −0.2 to 3.1"),
    ("The odds ratio was 1.4 (95% CI 1.8 to 1.1).", "95% CI 1.8 to 1.1"),
    ("The mean score was 5.2 (SD = −1.1).", "SD = −1.1"),
    ("The mean score was 5.2, SD −1.1.", "SD −1.1"),
]
SILENT = [
    "The groups did not differ (p = 1.0).",
    "The drug did better (p = 1.2 × 10⁻⁵).",
    "The drug did better (p = 1.2 x 10 -5).",
    "The pressure was P = 12 mmHg.",
    "The model was small (p = 3 covariates).",
    "The slope was steep (p > 1.5 in no run).",
    "Drug levels were 150% of baseline in most patients.",
    "Drug levels were 120% of those in adults.",
    "The number of patients rose by 120%.",
    "Doses above 150% of adults' usual dose were given.",
    "Recruitment reached 105% of target.",
    "Mortality was 150% higher without it.",
    "Vaccination coverage of 103% of children was reported.",
    "The assay's recovery was 104%.",
    "The mean difference was −1.4 (95% CI −3.1 to 0.2).",
    "The log odds ratio was −0.4 (95% CI −0.9 to 0.1).",
    "Heart rate fell by 5.2 beats (HR −5.2; 95% CI −8.1 to −2.3).",
    "It grew by 95% CI 850 million to 1.2 billion.",
    "A T-score 2.5 SD below the mean (SD −2.5) means osteoporosis.",
    "The score was 5.2 (SD–1.1).",
    "The height SDS = −2.3 was low.",
    "The correlation was 0.98 and the ratio was 1.31.",
]
ZERO = [
    ("The drug did better (p=0.000).", "p=0.000", "p < 0.001"),
    ("The drug did better (P = .00).", "P = .00", "p < 0.01"),
    ("The drug did better (p < 0.0000).", "p < 0.0000", "p < 0.0001"),
    ("The drug did better (p = 0).", "p = 0", "p < 0.1"),
]
NOT_ZERO = [
    "The drug did better (p<0.001).",
    "The drug did better (p = 0.0004).",
    "The drug did better (p = 0.05).",
    "It was positive (p > 0).",
    "The start was at t = 0.00.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_what_cannot_be_is_found(text: str, found: str) -> None:
    assert shown(text, CHECK) == [found]


@pytest.mark.parametrize("text", SILENT)
def test_what_can_be_is_silent(text: str) -> None:
    assert findings(text, CHECK) == []


def test_ends_in_the_order_of_their_size_are_of_low_confidence() -> None:
    (finding,) = findings("The change was −3.2 (95% CI −1.1 to −5.3).", CHECK)
    assert finding.confidence == "low"


@pytest.mark.parametrize(("text", "found", "limit"), ZERO)
def test_a_p_of_zero_is_found(text: str, found: str, limit: str) -> None:
    (finding,) = findings(text, "p-of-zero")
    assert (finding.text, finding.severity) == (found, "note")
    assert finding.message.endswith(f"Write {limit}.")


@pytest.mark.parametrize("text", NOT_ZERO)
def test_a_small_p_is_none_of_zero(text: str) -> None:
    assert findings(text, "p-of-zero") == []
