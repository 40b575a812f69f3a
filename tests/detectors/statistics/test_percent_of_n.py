"""Percentages of people that no count can give: the proof over all small groups, then the language around them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import findings, judged, shown

from workbench.detectors.statistics._percent_verdict import possible

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
        ("All 8 patients were followed, and 60% of them improved.", "60%"),
        ("A pilot study enrolled 15 veterans. At the end, 68.4% met criteria for remission.", "68.4%"),
        ("17 of 24 (70.1%) responded.", "70.1%"),
        ("11 of 110 (10.1%) got a rash.", "10.1%"),
        ("Nine of eleven patients (83%) responded.", "83%"),
        ("Of the 18 participants, 12 (66.1%) responded.", "66.1%"),
        ("Response was seen in 13/20 participants (63%).", "63%"),
        ("In a case series of 7 patients, 62% had less pain.", "62%"),
        ("The drug worked for 5 of the 7 people treated (76%).", "76%"),
        ("Among 16 people with tinnitus, 43% got relief.", "43%"),
        ("| Outcome | Drug (n = 24) |\n|---|---|\n| Remission | 17 (71.8%) |", "71.8%"),
        ("| Outcome | Placebo (N=12) | Drug (N=24) |\n|---|---|---|\n| Rash | 3 (25.0%) | 5 (28.8%) |\n", "28.8%"),
        ("Remission occurred in 6 of 13 patients (46.2%) on Barkol and 2 of 14 (16.3%) on placebo.", "16.3%"),
        ("In this trial of 11 patients, 4 (33%) had a full response.", "33%"),
        ("Of 30 patients, 21 (70%) improved, 6 (20%) did not change and 3 (12%) got worse.", "12%"),
        ("Of the 14 people we followed up, 40.2% relapsed.", "40.2%"),
        ("The researchers recruited 32 teenagers; 20 (65.2%) finished the course.", "65.2%"),
        ("Among the 22 participants, response was 68.0%.", "68.0%"),
        ("Of the 19 adults in the pilot study, exactly 12% reported side effects.", "12%"),
        ("In the pilot, 14 people with long COVID tried the tablets, and 52% reported less fatigue.", "52%"),
        ("Out of 26 participants, 19 (76.1%) achieved remission.", "76.1%"),
        ("The response rate was 71% (5 of 8 patients).", "71%"),
        ("The response rate was 71% (15 out of 22).", "71%"),
        ("Four of five nurses (85%) would use it again.", "85%"),
        ("Researchers gave it to 9 volunteers and found that 72% of them slept longer.", "72%"),
        ("Adverse events were reported by 7/31 participants (24.6%).", "24.6%"),
        ("Adverse events were reported by 24.6% (7/31) of participants.", "24.6%"),
        ("Headache occurred in 5 (18.5%) of 28 patients.", "18.5%"),
        ("Twelve of our 16 clients, or 78%, came back.", "78%"),
        ("At six weeks 11 of 17 in the active arm (68.7%) had responded.", "68.7%"),
        ("Only 2 of 37 women (6.4%) needed surgery.", "6.4%"),
        ("In a trial of 21 adults with insomnia, 45% fell asleep faster.", "45%"),
        ("Among the 6 patients in the case series, 65% were pain free.", "65%"),
        ("Sixteen of the 22 (76%) reached the goal.", "76%"),
        ("More than half (18 of 30, 65%) had relapsed by spring.", "65%"),
        ("A survey of 15 patients found 71% were happy with the clinic.", "71%"),
        ("Remission: 8/15 (58%) vs 4/15 (27%).", "58%"),
        ("In the open-label phase, 29 of the 43 patients (64%) responded.", "64%"),
        ("Side effects led 3 of the 64 participants (5.7%) to stop.", "5.7%"),
        ("Only one of 14 patients (5%) relapsed.", "5%"),
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
        "Scores fell by 43.7% in 20 patients.",
        "In a survey of 25 clinicians, respondents said that 61% of their patients benefit.",
        "Nationally, 8.3% of adults have depression. The trial enrolled 21 people.",
        "Twelve patients enrolled. In a national survey, 8.3% of adults had used it.",
        "About one in three of the 22 patients (32%) relapsed.",
        "Nearly two thirds of the 22 patients (64%) relapsed.",
        "Two thirds of the 24 patients (66.7%) improved.",
        "Half of the 22 patients (50%) improved.",
        "The response rate to the questionnaire was 64.2% (52 of 81).",
        "Of 81 people invited, 52 (64.2%) replied. Of these, 40 (76.9%) had used it.",
        "Of 81 people invited, 52 (64.2%) replied, and 40 (76.9%) had used it.",
        "Women made up 56.7% of the 30 participants.",
        "The drug group (n = 20) had a response rate of 55%, against 30% in the placebo group (n = 20).",
        "In total, 9/21 (42.9%) vs 4/20 (20.0%) responded.",
        "In total, 9/21 (43%) vs 4/20 (20%) responded (p = 0.12).",
        "Response rates were 42.9% (9/21) vs 20.0% (4/20).",
        "The 12 participants had lost 37.4% of their hearing.",
        "Eight of the 12 participants had lost 37.4% of their hearing.",
        "The remission rate at one year was 38.9% among the 18 who could be reached, of 24 treated.",
        "Of 24 treated, 18 could be reached after a year; the remission rate was 38.9%.",
        "Of 200 people, 33% were men.",
        "A total of 250 patients were enrolled, 61.3% female.",
        "Of 36 patients, 58% (21) improved.",
        "Of 36 patients, 21 improved (58.3%).",
        "In 9 of 24 (37.5%) patients, and 33.3% of controls, it failed.",
        "Fifty patients were screened; 32 enrolled. Retention was 87.5%.",
        "In 12 patients blood pressure rose by 22.4%.",
        "Of the 16 women, 12 (75.0%) took the tablets, which hold 2.5% zinc.",
        "The 16 women applied a 2.5% cream twice a day.",
        "Of the 16 women who applied the 2.5% cream, 12 improved.",
        "16 of the 20 participants (80%) were white, and 55% had a degree.",
        "Mean oxygen saturation in 12 patients was 96.4%.",
        "In 40 patients, treatment success (a fall of 30% or more) was seen.",
        "Of 40 patients, 22 had a fall of at least 50% in score.",
        "The trial had 80% power to detect a difference with 46 patients.",
        "In this review of 14 studies (n = 930), the pooled response was 47.3% (95% CI 40.1 to 54.6).",
        "Among 13 patients the drug cut seizures by 42.6%.",
        "Patients (n = 13) had seizures on 42.6% of days.",
        "The sample of 13 was small, and 31% dropped out.",
        "Of 26 participants, 24 had data at week 4, when 54.2% were in remission.",
        "17/24 (70.8%) [drug] and 10/23 (43.5%) [placebo] responded.",
        "Of 1,204 people, 12.5% had pain.",
        "Forty people took part (20 in each arm); the response rate in the drug arm was 45%.",
        "Forty people took part (20 in each arm); 45% of the drug arm responded.",
        "The 11 women taking Velodrin had a 27.3% dropout rate.",
        "Seventy per cent of the 20 patients improved.",
        "Three patients (12.5%) stopped; the study had 24.",
        "Three patients (6.1%) in the 49-strong drug group stopped.",
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
    ],
)
def test_careful_writing_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_verdict_says_what_was_reckoned() -> None:
    (finding,) = findings("In a pilot with 10 adults, 64.3% felt clearly better.", CHECK)
    evidence = finding.evidence
    assert evidence is not None
    assert (evidence.kind, evidence.given, evidence.computed) == (
        "percent-of-n",
        "64.3% of 10",
        "64.3% × 10 = 6.43 people",
    )
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


def test_a_count_beyond_the_group_is_of_another_one() -> None:
    text = "Two people left early. Headache came to 13 (30%) patients, and 11 (25%) had a cold."
    assert shown(text, "impossible-percentage") == []
