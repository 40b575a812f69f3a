"""p values beside test statistics: recomputed, compared with statcheck's verdicts, and silent where p is another's."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest
from speak import REPOSITORY, findings, judged

CHECK = "p-not-from-statistic"
NAMES = {"t": "t", "F": "F", "chi2": "χ²", "z": "z", "r": "r"}
WRONG = [
    ("The groups differed, t(28) = 2.20, p = .001.", "note"),
    ("A paired t test found less pain (t = 1.40, df = 23, p = 0.004).", "warning"),
    ("There was an effect of time, F(3, 114)=1.15, P<.001.", "warning"),
    ("Fewer relapsed (chi-squared(1) = 0.96, P = .01).", "warning"),
    ("Sleep and mood were linked (r(118) = 0.05, p = 0.001).", "warning"),
    ("The ranks differed (Mann-Whitney z = −0.84, P = 0.004).", "warning"),
    ("The groups did not differ, t(40) = 4.10, p = n.s.", "warning"),
    ("The groups did not differ, t(40) = 3.10, p > .05.", "warning"),
    ("After a Bonferroni correction they differed, t(28) = 1.10, p = .004.", "warning"),
]
RIGHT = [
    "The groups differed, t(28) = 2.20, p = .036.",
    "The groups differed, t(28) = 2.20, p = .04.",
    "The groups differed, t(28) = 2.20, p < .05.",
    "The groups differed, t(28) = 2.2, p = .035.",
    "The groups differed, t(28) = 2.20, p = .0358.",
    "The groups differed (one-tailed tests), t(28) = 2.20, p = .018.",
    "The groups did not differ, F(2, 57) = 0.40, p = .67.",
    "Fewer relapsed (χ²(1, N = 90) = 6.63, p = .01).",
    "The ranks differed (z = −2.88, P = 0.004).",
    "Sleep and mood were linked (r = .30, n = 120, p = .001).",
    "The groups did not differ, t(40) = 1.10, p = ns.",
]
OPEN = [
    "The groups differed, t = 2.20, p = .001.",
    "Fewer relapsed (χ² = 6.63, p = .20).",
    "Fewer relapsed (χ²(1) = 3.90, Fisher's exact p = .09).",
    "After a Bonferroni correction they did not differ, t(28) = 2.20, p = .11.",
    "The ranks were linked (Spearman r(38) = .30, p = .02).",
    "The two were linked, r = .30, p = .40.",
]
SILENT = [
    "The groups differed, t(28) = 2.20.",
    "Age mattered, t(28) = 2.20, but sex did not (p = .60).",
    "The T-score was −2.5 (p = .03 against the others).",
    "They peaked at t = 30 min (p = .03).",
    "The trend was clear, t(28) = 0.20, p for trend = .003.",
]


@pytest.mark.parametrize(("text", "severity"), WRONG)
def test_a_p_that_does_not_follow_is_found(text: str, severity: str) -> None:
    (finding,) = findings(text, CHECK)
    assert (finding.severity, finding.held_back) == (severity, False)


@pytest.mark.parametrize("text", RIGHT)
def test_a_p_that_follows_passes(text: str) -> None:
    assert [one.verdict for one in judged(text, CHECK)] == ["pass"]


@pytest.mark.parametrize("text", OPEN)
def test_what_cannot_be_recomputed_is_not_checkable(text: str) -> None:
    (one,) = judged(text, CHECK)
    assert one.verdict == "not-checkable"
    assert one.evidence is not None
    assert one.evidence.computed


@pytest.mark.parametrize("text", SILENT)
def test_a_p_of_something_else_is_none(text: str) -> None:
    assert judged(text, CHECK) == []


def test_half_the_p_without_a_word_of_one_tail_is_of_low_confidence() -> None:
    (finding,) = findings("The groups differed, t(28) = 2.20, p = .018.", CHECK)
    assert (finding.severity, finding.confidence) == ("note", "low")


def test_the_sum_is_written_out() -> None:
    (finding,) = findings("The groups differed, t(28) = 2.20, p = .20.", CHECK)
    assert finding.message.startswith("t(28) = 2.20 gives a p between 0.0358 and 0.0366, not “p = .20”.")
    assert finding.evidence is not None
    assert finding.evidence.kind == "test-p"
    assert finding.evidence.computed == "t(28) = 2.2 gives p = 0.0362 (0.0358 to 0.0366 over rounding), two-tailed"
    assert [row["p"] for row in finding.evidence.rows] == ["0.0362", "0.0362", "0.0181", "0.0181"]


def vectors() -> Iterator[tuple[str, str]]:
    """Each vector as a sentence, with statcheck's verdict."""
    path = REPOSITORY / "tests" / "statistics" / "statcheck.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["p"] != "" and 0 < float(row["p"]) <= 1:
                size = f"({row['df'].replace(' ', ', ')})" if row["df"] else ""
                test = f"{NAMES[row['kind']]}{size} {row['sign']} {row['value']}"
                yield f"They differed, {test}, p {row['p_sign']} {row['p']}.", row["verdict"]


def test_nothing_that_statcheck_calls_consistent_is_found() -> None:
    assert [text for text, verdict in vectors() if verdict == "consistent" and findings(text, CHECK)] == []


def test_what_statcheck_calls_an_error_is_found_with_its_severity_unless_digits_were_cut_off() -> None:
    severities = {"decision": "warning", "inconsistent": "note"}
    wrong = [(text, verdict) for text, verdict in vectors() if verdict != "consistent"]
    silent = {text for text, _ in wrong if findings(text, CHECK) == []}
    assert len(wrong) > 20
    assert silent == {"They differed, F(1, 186) = 5.73, p = .01.", "They differed, χ²(1) = 3.67, p = .05."}
    for text, verdict in wrong:
        if text not in silent:
            (finding,) = findings(text, CHECK)
            assert finding.confidence == "low" or finding.severity == severities[verdict]
