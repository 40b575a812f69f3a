"""Groups that do not add up to their total, and totals from which people came and went."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "groups-do-not-add-up"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Between 2008 and 2009, 84 patients were divided into two groups: group 1 (n=41) and group 2 (n=44).",
            ["41) and group 2 (n=44"],
        ),
        ("We randomly assigned 60 adults to Velodrin (n = 32) or placebo (n = 30).", ["32) or placebo (n = 30"]),
        (
            "In this trial, 120 patients were randomised to Velodrin (n = 60) or placebo (n = 62).",
            ["60) or placebo (n = 62"],
        ),
        (
            "The study enrolled 48 women. They were randomly allocated to yoga (n = 25) or a waiting list (n = 24).",
            ["25) or a waiting list (n = 24"],
        ),
        (
            "A total of 90 participants were randomized to low dose (n=30), high dose (n=31) or placebo (n=30).",
            ["30), high dose (n=31) or placebo (n=30"],
        ),
        (
            "Of the 100 patients, 52 were assigned to the drug and 50 to placebo.",
            ["52 were assigned to the drug and 50"],
        ),
        ("We recruited 75 people: 40 in the yoga group and 37 in the control group.", ["40 in the yoga group and 37"]),
        ("Fifty-four veterans took part; 28 received Barkol and 27 received placebo.", ["28 received Barkol and 27"]),
        (
            "The trial had 66 participants, with 34 in the treatment arm and 33 in the control arm.",
            ["34 in the treatment arm and 33"],
        ),
        ("Eighty patients were randomised, 42 to the new drug and 40 to usual care.", ["42 to the new drug and 40"]),
        (
            "A total of 200 adults were randomly assigned to receive Velodrin (100 people) or placebo (110 people).",
            ["100 people) or placebo (110"],
        ),
        (
            "In a study of 36 people, half-and-half by lot, 20 people got the tablets and 19 people got dummy pills.",
            ["20 people got the tablets and 19"],
        ),
        (
            (
                "Forty-two patients were randomly divided into a ketamine arm (22 patients) and a saline "
                "arm (21 patients)."
            ),
            ["22 patients) and a saline arm (21"],
        ),
        (
            "The 90 participants were assigned to three arms: yoga (n = 30), walking (n = 31), and waiting (n = 32).",
            ["30), walking (n = 31), and waiting (n = 32"],
        ),
        ("We enrolled 70 veterans and randomised them to Barkol (n = 36) or sham (n = 36).", ["36) or sham (n = 36"]),
    ],
)
def test_what_cannot_be_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize(
    "text",
    [
        "Between 2008 and 2009, 84 patients were divided into two groups: group 1 (n=41) and group 2 (n=43).",
        "We randomly assigned 60 adults to Velodrin (n = 31) or placebo (n = 29).",
        "Of 120 patients screened, 84 were randomised to Velodrin (n = 42) or placebo (n = 42).",
        "We randomised 60 adults; 56 completed the study (Velodrin n = 29, placebo n = 27).",
        (
            "We randomised 60 adults. After dropouts, the Velodrin group (n = 27) and the placebo "
            "group (n = 26) were analysed."
        ),
        "The analysis included the drug group (n = 27) and the placebo group (n = 26); 60 people had been randomised.",
        "In a crossover trial, 24 patients received Velodrin (n = 24) and placebo (n = 24).",
        "Sixty patients and 30 healthy controls (n = 30) were compared: mild (n = 32) and severe (n = 28).",
        "We studied 40 patients with depression (n = 40) and healthy controls (n = 38).",
        "A total of 90 participants were randomized to low dose (n=30), high dose (n=30) or placebo (n=30).",
        "The trial randomised 200 people to the drug (n = 132) or placebo (n = 68).",
        "Of 84 patients, 41 in group 1 and 40 in group 2 completed the study.",
        "Of the 84 patients, 39 of 41 in group 1 and 40 of 43 in group 2 passed stones.",
        "Twenty-six eyes of 20 patients were randomised: 13 eyes to drug, 13 eyes to placebo.",
        "We recruited 75 people: 38 in the yoga group and 37 in the control group.",
        "We recruited 75 people: 38 in the yoga group, 35 in the control group and 2 who withdrew before allocation.",
        "Three trials (n = 40, n = 52 and n = 61) enrolled 153 people.",
        "Three trials (n = 40, n = 52 and n = 61) were found; the largest had 61 patients.",
        "A first study had 30 patients. In a second one, 25 received the drug and 24 placebo.",
        "Among 300 people, 150 had pain, 120 had insomnia and 100 had both.",
        "Of 60 adults, 22 were on lithium (n = 22) and 15 on valproate (n = 15).",
        (
            "The 84 patients were randomised (1:1). At 6 weeks, data were available for the drug (n = "
            "40) and placebo (n = 38) groups."
        ),
        "One hundred patients took part; 51 received Barkol and 49 placebo.",
        "The extension enrolled 30 people; 18 had received the drug before and 12 placebo.",
        (
            "A total of 1,200 people were randomised to four groups: A (n = 300), B (n = 300), C (n = "
            "300) and D (n = 300)."
        ),
        (
            "The review pooled 12 trials with 900 patients; the largest had 210 in the drug arm and "
            "205 in the control arm."
        ),
        (
            "We assigned 60 adults to therapy, and offered 30 people in the control group (n = 30) the "
            "same later; in all 30 in the therapy group (n = 30) came."
        ),
        "Some patients took part twice: the 20 patients gave 26 infusions, 13 to group A and 13 to group B.",
        "In 40 patients we gave drug A to 25 patients and drug B to 22 patients, 7 receiving both.",
        "Each of the 20 patients got Velodrin and, a month later, placebo.",
        "Of the 50 people, 30 received the drug at home and 25 received it at the clinic; some did both.",
        "The 84 children were in a group with asthma (n = 50) or in a group with eczema (n = 45); 11 had both.",
        "Patients (n = 24) rated their pain 6.21 (SD 1.4) on average on a 0 to 10 numeric rating scale.",
        "Patients (n = 24) rated their pain twice a day; the mean was 6.19 on a 0 to 10 scale.",
        "Participants rated 12 statements on a 7-point Likert scale (M = 5.37, SD = 1.2, n = 22).",
        "Participants answered the five questions on a 7-point Likert scale (M = 5.37, SD = 1.2, n = 22).",
        "The 90 participants were assigned to three arms: yoga (n = 30), walking (n = 30), and waiting (n = 30).",
        "We enrolled 70 veterans and randomised 68 of them to Barkol (n = 34) or sham (n = 34).",
        "We recruited 70 veterans (n = 70) and 30 civilians (n = 30).",
        "We planned to randomise 80 patients (n = 40 per arm) but enrolled 61 (n = 31 and n = 30).",
        "At the two sites, 61 patients were enrolled (site A, n = 33; site B, n = 28).",
        "Of the 61 patients, 33 had depression (n = 33) and 35 had anxiety (n = 35).",
        "In all, 61 patients took antidepressants (n = 40), sleeping pills (n = 35) or neither (n = 8).",
        "Answers were coded 0 or 1; the mean was 0.40 (SD 0.49, n = 50).",
    ],
)
def test_careful_writing_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_sum_is_written_out() -> None:
    text = "We randomly assigned 60 adults to Velodrin (n = {}) or placebo (n = 30)."
    (finding,) = findings(text.format(32), CHECK)
    evidence = finding.evidence
    assert evidence is not None
    assert (evidence.kind, evidence.given, evidence.computed) == (
        "group-size",
        "60 in all, told as groups",
        "32 + 30 = 62",
    )
    assert (finding.severity, finding.confidence) == ("warning", "high")
    (missing,) = findings(text.format(28), CHECK)
    assert (missing.severity, missing.confidence) == ("note", "medium")
    (verdict,) = judged(text.format(30), CHECK)
    assert verdict.verdict == "pass"
