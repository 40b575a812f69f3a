"""Counts beside percentages that are not theirs, and those that go together."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "count-and-percentage"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The clinic treated 12 people. Of these, 8 (75%) felt better.", ["75%"]),
        ("A total of 45 of 60 (78%) completed the course.", ["78%"]),
        ("Twelve participants (55%) of 20 reported nausea.", ["55%"]),
        ("Of 40 men who started, 10 (22.5%) dropped out.", ["22.5%"]),
        ("A total of 23 of the 30 participants (73.3%) completed.", ["73.3%"]),
        ("Overall, 58.8 % of participants (n=10/16) reported improvement.", ["58.8 %"]),
        ("Seven in 9 patients (70%) improved.", ["70%"]),
        ("In 8 of 9 cases (78%) the rash cleared.", ["78%"]),
        ("Twenty-one adults joined. By week four, 14 of the 21 (76%) were in remission.", ["76%"]),
        ("Only 3 of 45 (9%) participants withdrew.", ["9%"]),
        ("Headache occurred in five (21.4%) of 28 patients.", ["21.4%"]),
        ("Of the 33 people who tried it, 23 (66.7%) liked it.", ["66.7%"]),
        ("A total of 31 (54.5%) of the 55 patients were female.", ["54.5%"]),
        ("The drug cleared the rash in 41 out of 50 children (84%).", ["84%"]),
    ],
)
def test_what_cannot_be_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize(
    "text",
    [
        "In the pilot, 15 people with long COVID tried the tablets, and 53% reported less fatigue.",
        "Out of 26 participants, 19 (73.1%) achieved remission.",
        "The response rate was 62.5% (5 of 8 patients).",
        "The response rate was 68% (15 out of 22).",
        "Of the 120 patients enrolled, 90 (75%) were followed for a year; 54 (60%) were still in remission.",
        "Of 240 women, 61% had a university degree and 22% smoked.",
        "Seventy-two percent (18/25) responded.",
        "We screened 61 people and enrolled 40 (66%); 36 (90%) completed treatment.",
        "We enrolled 40 people; 36 (90%) completed treatment, and 27 (75%) of the completers responded.",
        "Remission rates were 32.1% (9 of 28) with the drug and 14.8% (4 of 27) with placebo.",
        "Nausea (21.4%), headache (17.9%) and fatigue (10.7%) were the most common adverse events in the 28 patients.",
        "Nausea was reported by 21.4% of patients on the drug and 7.4% on placebo (n = 28 and n = 27).",
        "The mean adherence was 91.3% in the 28 patients.",
        "Compared with 28 controls, the 30 patients had 12.4% lower volumes.",
        "Among 64 patients, the probability of remaining well at one year was 71.4%.",
        "Among 64 patients, one-year relapse-free survival was 71.4%.",
        "Among 64 patients, 1-year cumulative relapse was 28.6% (95% CI 17.2–39.9).",
        "Ten of 12 (83%; 95% CI, 52 to 98) patients responded.",
        "The sample (N = 31) was 55% female, 87% white, and had a mean age of 44.6 years.",
        "Of the 31 participants, 55% were female.",
        "Thirty-one participants (17 women, 54.8%) took part.",
        "Thirty-one participants took part; 54.8% were women.",
        "Of the 29 who provided data at week 12, 12 (41.4%) had responded; the other 2 were lost.",
        "Of 31 participants, data were available for 29, of whom 41.4% had responded.",
        "Two of 31 (6.5%) were lost to follow-up. Of the rest, 41.4% had responded.",
        "The odds of relapse were 43.5% lower among the 62 patients.",
        "Attendance was 83.7% across 6 sessions for 31 participants.",
        "The 31 participants attended 83.7% of sessions.",
        "31 participants attended 156 of 186 sessions (83.9%).",
        "They completed 83.9% (156/186) of sessions.",
        "In three of the four trials (75%), the drug won.",
        "About one in eight adults (12.5%) has it.",
        "Roughly 1 in 5 (21%) adults lives with pain.",
        "Nearly three in four (73%) readers agreed.",
        "Three in ten patients (31%) stop within a year.",
        "Two thirds of the patients (68%) had tried it.",
        "In the drug group 11 (39.3%) and in the placebo group 6 (22.2%) responded (28 and 27 patients).",
        "The number needed to treat was 5.9 for the 55 patients.",
        "The response in 55 patients was 31% higher than in the year before.",
        "Only 1 of 55 patients (1.8%) relapsed; in a larger study of 400 people it was 4.3%.",
        "In a study of 55 patients, 4.3% of the dose was excreted unchanged.",
        "In 14 healthy volunteers, bioavailability was 24.5%.",
        "Intranasal bioavailability was 45.2% in 14 volunteers.",
        "Plasma levels fell by 61.3% in the 14 volunteers within an hour.",
        "The trial of 233 people found remission in 47.3% with the drug vs 31.0% with placebo.",
        "Forty patients were randomised (20 per arm). Response occurred in 65% with the drug and 35% with placebo.",
        "Forty patients were randomised. Response occurred in 63% with the drug and 33% with placebo.",
        "Of 96 people who took at least one dose, 12.5% stopped early.",
        "In 2023, 8 of the 13 clinics (62%) raised prices.",
        "The 13 clinics raised prices by 8.4%.",
        "Of the 90 patients, 55.6% were women, 31.1% had diabetes, and 12.2% smoked.",
        "Of the 90 patients 55.6% were women; mean BMI was 27.4, and 24.7% of the diet was fat.",
        "Among 20 patients, 14 (70%) had response at 24 hours, 10 (50%) at one week and 6 (30%) at one month.",
        "Among the 20 patients, response was 70% at 24 hours and 47% at one month.",
        "One month after the infusion, 47% of the patients still in the study were well; 20 had begun it.",
        "The response (≥50% reduction) rate was 44.4% in 18 patients.",
        "A 50% reduction was seen in 8 of 18 patients (44.4%).",
        "17 of 24 patients (70.8%) and 12 of 23 controls (52.2%) improved, a difference of 18.6%.",
        "It was effective in 17 of 24 patients, a 29% failure rate.",
        "Nine of the 12 patients lost weight (mean 6%).",
        "Nine of the 12 patients (6 women, 50%) lost weight.",
        "Eight of 12 patients had a fall in score (42% on average).",
        "All 8 patients were followed, and 62.5% of them improved.",
        "Three out of four patients (75%) stayed on the drug.",
        "The clinic treated 12 people. Of these, 9 (75%) felt better.",
        "A pilot study enrolled 19 veterans. At the end, 68.4% met criteria for remission.",
        "17 of 24 (70.8%) responded.",
        "17 of 24 (71%) responded.",
        "In the study (n = 1 130), 565 (50.0%) slept.",
        "Of 120 patients randomised, 112 completed week 8. Response was 45.5% with the drug and 32.1% with placebo.",
        (
            "Sixty patients were assigned 1:1. At week 6, 14 of 28 (50.0%) on the drug and 9 of 29 "
            "(31.0%) on placebo had responded."
        ),
        "The estimated 12-month survival was 83.7% in the 24 patients.",
        "In the 24 patients, Kaplan-Meier estimates of relapse were 33.3% at 6 months.",
        "Weighted to the population, 52.3% of the 80 respondents agreed.",
        "Ten patients received 60 infusions; dissociation occurred in 38.3% of infusions.",
        "Adverse events occurred after 11 of 60 sessions (18.3%).",
        "The 20 patients rated 71.3% of the days as good.",
        "Of 45 participants, 40 completed the follow-up; of these, 62.5% were in remission.",
        "Of 45 participants, 40 completed the follow-up; 62.5% were in remission.",
        "The study had 30 patients (56.7% women; mean age 41.2 years).",
        "The study had 30 patients (57% women).",
        "The study had 30 patients, 43% of whom were men.",
        "Five of the 20 patients, 25% in all, left.",
        "Five of 20 patients (95% CI 8.7 to 49.1) left.",
        "Seventeen of 24 patients (95% CI 49-87%) responded.",
        "Of 24 patients, 17 (70.8%; 95% CI 48.9 to 87.4) responded.",
        "Of 24 patients, 17 (71%, 95% CI 49% to 87%) responded.",
        "In 24 eyes of 18 patients, acuity improved in 62.5%.",
        "18 patients (24 eyes) were treated; improvement was seen in 62.5% of eyes.",
        "The sensitivity was 83.3% in 40 patients.",
        "Adherence was 91.2% in the 20 people.",
        "The mean adherence of the 20 people was 91.2%.",
    ],
)
def test_careful_writing_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_sum_is_written_out() -> None:
    (finding,) = findings("Six of the 12 patients (58%) slept.", CHECK)
    evidence = finding.evidence
    assert evidence is not None
    assert (evidence.kind, evidence.given, evidence.computed) == ("count-and-percent", "6 of 12 (58%)", "6 ÷ 12 = 50%")
    assert finding.message == "6 of 12 is 50%, not 58%. 58% is what 7 of 12 would be."
    (verdict,) = judged("Seven of the 12 patients (58%) slept.", CHECK)
    assert verdict.verdict == "pass"
    assert verdict.evidence is not None
    assert verdict.evidence.computed == "7 ÷ 12 = 58%"


def test_a_percentage_that_nobody_gives_is_told_once() -> None:
    """One slip, one finding: 70.1% of 24 is told as impossible, and not as a mismatch too."""
    assert shown("Seventeen of 24 patients (70.1%) slept.", CHECK) == []
    assert shown("Seventeen of 24 patients (70.1%) slept.", "impossible-percentage") == ["70.1%"]
    text = "Seventeen of 24 visits (70.1%) were kept."
    assert (shown(text, CHECK), shown(text, "impossible-percentage")) == (["70.1%"], [])


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("Three out of four people (74%) sleep badly.", False),
        ("One in three people (30%) sleeps badly.", False),
        ("One in five people (18%) sleeps badly.", False),
        ("One in five people (10%) sleeps badly.", True),
        ("Four out of five people (60%) sleep badly.", True),
    ],
)
def test_a_way_of_speaking_may_be_loose_but_not_wrong(text: str, far: bool) -> None:
    assert bool(shown(text, CHECK)) is far


def test_cut_off_digits_raise_nothing_alone() -> None:
    (finding,) = findings("Eight of 12 visits (66%) were kept.", CHECK)
    assert (finding.severity, finding.confidence) == ("note", "low")
