"""Percentages of people that no count can give: the proof over all small groups, then the language around them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import findings, judged

from workbench.detectors.statistics.percent_of_n import possible

CHECK = "impossible-percentage"
LARGEST = 200


def found(text: str) -> list[str]:
    return [finding.text for finding in findings(text, CHECK)]


def verdicts(text: str) -> list[str]:
    return [judgement.verdict for judgement in judged(text, CHECK)]


@pytest.mark.parametrize("places", [0, 1, 2])
def test_every_share_is_silent_and_every_other_value_fires(places: int) -> None:
    """For every group of up to 200: all values from 0 to 100, against shares rounded one by one in whole numbers."""
    whole = 100 * 10**places
    values = [Decimal(printed).scaleb(-places) for printed in range(whole + 1)]
    for n in range(1, LARGEST + 1):
        shares = set()
        for count in range(n + 1):
            below, rest = divmod(count * whole, n)
            if 2 * rest <= n:
                shares.add(below)
            if 2 * rest >= n:
                shares.add(below + 1)
        accepted = {printed for printed, value in enumerate(values) if possible(value, n)}
        assert accepted == shares, f"groups of {n} at {places} decimals"


@pytest.mark.parametrize("places", [0, 1, 2])
def test_a_stated_count_fits_only_its_own_share(places: int) -> None:
    """“17 of 24 (70.8%)”: the count that is printed must be one of those that give the percentage."""
    whole = 100 * 10**places
    for n in range(1, 61):
        for count in range(n + 1):
            below, rest = divmod(count * whole, n)
            nearest = {below} if 2 * rest < n else {below + 1} if 2 * rest > n else {below, below + 1}
            around = range(max(0, below - 1), below + 3)
            assert {p for p in around if possible(Decimal(p).scaleb(-places), n, count)} == nearest


def test_the_sentence_of_the_check_for_every_group_up_to_forty() -> None:
    """The same decision through the whole tool: each group with a share it can give and one it cannot."""
    for n in range(2, 41):
        fitting, never = f"{round(100 / n, 1):.1f}%", "0.1%"
        text = f"Of the {n} people in the trial, {fitting} improved. Of the {n} people in the trial, {never} improved."
        assert found(text) == [never]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Of the 10 people in the trial, 70.8% improved.", "70.8%"),
        ("Of 10 patients, 70.8% responded.", "70.8%"),
        ("Relief came to 70.8% of the 10 participants.", "70.8%"),
        ("A response was seen in 70.8 percent of 10 adults with low mood.", "70.8 percent"),
        ("The study had ten participants. It showed a 70.8% response rate.", "70.8%"),
        (
            "Ten participants took the drug for six weeks. The drug was well liked. The response rate was 70.8%.",
            "70.8%",
        ),
        ("We treated 12 women (mean age 40). The remission rate was 45.2%.", "45.2%"),
        ("Seventeen of 24 patients (71.8%) got better.", "71.8%"),
        ("Relief was rare (12.4%, that is, 11 of 110).", "12.4%"),
        ("Nine of the 12 volunteers, or 70 percent, slept well.", "70 percent"),
        ("The drug helped 71.8% (17/24) of them.", "71.8%"),
        ("In this group (n = 24), 71.8% of patients responded.", "71.8%"),
        ("The pilot had 12 men and 14 women. A response rate of 1% was seen in both arms.", "1%"),
        ("Of 24 patients, 17 (71.8%) responded.", "71.8%"),
        ("Of 84 people asked, 24 came and 17 (99.8%) got better.", "99.8%"),
        ("In 24 patients, 16 patients (66.1%) relapsed.", "66.1%"),
        ("The study had 24 patients; 71.8% (n = 17) responded. It had no control group.", "71.8%"),
        ("Results in 10 adults:\n\n- 64.3% of patients felt clearly better\n", "64.3%"),
    ],
)
def test_an_impossible_percentage_is_found(text: str, percent: str) -> None:
    assert found(text) == [percent]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 24 people in the trial, 70.8% improved.",
        "Of the 10 people in the trial, about 72% improved.",
        "Of the 10 people in the trial, nearly 72.5% improved.",
        "More than 72.5% of the 10 patients improved.",
        "Up to 72.5% of the 10 patients improved.",
        "At least 72.5% of the 10 patients improved.",
        "In 10 people, pain scores fell by 45.2%.",
        "The 10 people had a 45.2% reduction in pain.",
        "The 10 patients had a response (95% CI 20.1% to 60.3%).",
        "Seventeen of 24 patients responded (95% CI 52.1 to 84.9).",
        "The 10 patients were given 0.9% saline before the response was rated.",
        "With 10 patients the trial had 81.5% power to show a response.",
        "In 10 patients, oxygen saturation was 97.3%.",
        "The 10 patients lost 5.3% of body weight.",
        "Ten people were treated. They came to 70.8% of the sessions.",
        "Ten people were treated. In another trial, 70.8% of patients responded.",
        "Ten people were treated. A 2019 study of the same drug found that 70.8% responded.",
        "Ten people were treated. In general, 12.4% of adults have the illness.",
        "Ten people were treated. It affects 12.4% of adults.",
        "The trial had 80 patients. Response rates were 90.2% and 82.1%, respectively.",
        "Forty-one people took the drug and 39 took a placebo. The response rate was 90.2% with the drug.",
        "The drug group had 24 people. Among those who finished, 71.4% responded.",
        "Between 60.1% and 72.5% of the 10 patients improved.",
        "The review covers 10 studies. The response rate was 70.8%.",
        "The chain runs 10 clinics. Last year 70.8% of patients improved.",
        "Interest rates rose by 4.75%, said 10 adults.",
        "About 10 people were treated and 70.8% responded.",
        "Thirty-nine of 41 (95.1%) patients and 40 of 43 (93.0%) patients passed stones.",
        "Eleven of 24 (45.8%) versus 17 of 24 (70.8%) responded.",
        "One in 3 people responded, which is 33.4% of all.",
        "Half of the 15 people responded.",
        "1 in 8 women (12.4%) get the illness.",
        "Nine out of ten people (88.5%) like tea.",
        "Of 84 people asked, 24 came and 17 (70.8%) got better.",
        "We asked 84 people and 24 came. The response rate was 70.8%.",
        "Of 24 patients, 70.8% responded at one week and 52.4% at four weeks.",
        "70.8% of patients (n = 17) responded.",
        "70.8% of patients responded, said 10 doctors.",
        "Symptoms improved 45.2% in 10 people.",
        "The relapse rate was cut by 45.2% in 10 people.",
        "A reduction in the relapse rate of 45.2% was seen in 10 people.",
        "The pooled response rate in 30 people was 45.2%.",
        "Some 10 to 12 patients came. The response rate was 70.8%.",
        "Of 10 visits, 70.8% were kept.",
        "In a study of 35 adults, the remission rate was 45.5% with the drug and 12.5% with the dummy pill.",
        "Half of 20 patients took the drug; 33.3% of placebo patients responded.",
        "In the extension, 16 patients (66.7%) relapsed within 18 days.",
        "A small trial enrolled 20 people. Only 36.8% of patients reach remission with a first drug.",
        "A small trial enrolled 20 people. According to the STRIDE study, 36.8% of patients got better.",
        "In a review of 12 studies with 180 patients, 44.5% responded.",
        "The trial enrolled 60 people, 30 per arm. The response rate was 56.3% on the drug.",
        "Of the 1,200 people in the trial, 70.8% improved.",
    ],
)
def test_careful_writing_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_verdict_says_what_was_reckoned() -> None:
    (finding,) = findings("In a pilot with 10 adults, 64.3% felt clearly better.", CHECK)
    evidence = finding.evidence
    assert evidence is not None
    assert (evidence.kind, evidence.given, evidence.computed) == ("percent-of-n", "64.3% of 10", "6.43")
    assert [(row["people"], row["of"], row["percent"]) for row in evidence.rows] == [
        ("5", "10", "50.0"),
        ("6", "10", "60.0"),
        ("none", "10", "64.3"),
        ("7", "10", "70.0"),
        ("8", "10", "80.0"),
        ("9", "14", "64.3"),
        ("18", "28", "64.3"),
        ("27", "42", "64.3"),
        ("36", "56", "64.3"),
    ]
    assert finding.message == "64.3% of 10 people is 6.43 people: 6 of 10 is 60.0% and 7 of 10 is 70.0%."
    assert (finding.severity, finding.confidence) == ("warning", "high")


def test_a_share_that_was_cut_off_is_only_a_note() -> None:
    (finding,) = findings("Seventeen of 24 patients (70%) got better.", CHECK)
    assert (finding.severity, finding.confidence) == ("note", "low")


def test_what_fits_passes_and_what_has_no_group_is_not_checkable() -> None:
    assert verdicts("Of the 24 people in the trial, 70.8% improved.") == ["pass"]
    assert verdicts("In the clinic, 70.8% of patients responded.") == ["not-checkable"]
    assert verdicts("The clinic is open 70.8% of the year.") == []
    assert verdicts("About 70% of patients responded.") == []


PIECES = (
    "Of|the|10|ten|people|patients|70.8%|17 of 24|(|)|n = 24|improved|response rate|was|.|,|half|1 in 8|percent|±|½|µ|²"
    "|70 %|in|of|٧٠٪|\n\n- |0%|1,000"
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map(" ".join))
def test_any_text_is_read_and_what_is_found_is_a_percentage_of_the_source(text: str) -> None:
    for finding in findings(text, CHECK):
        assert finding.start is not None
        assert finding.end is not None
        assert finding.text == text[finding.start : finding.end]
        assert any(char.isdigit() for char in finding.text)
        assert any(sign in finding.text for sign in ("%", "percent", "٪"))
