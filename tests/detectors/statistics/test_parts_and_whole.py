"""Parts that exceed or miss their whole, and lists that are no parts."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "parts-and-whole"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Clinics give it so: 60% IV, 30% nasal, 25% oral.", ["60% IV, 30% nasal, 25"]),
        (
            "The clients split as follows: 60% chose mint, 30% chose lemon and 25% chose plain.",
            ["60% chose mint, 30% chose lemon and 25"],
        ),
        (
            "Market share by route was 55% intravenous, 35% intranasal and 20% oral.",
            ["55% intravenous, 35% intranasal and 20"],
        ),
        (
            "Of those treated, 45% got better, 40% stayed the same and 25% got worse.",
            ["45% got better, 40% stayed the same and 25"],
        ),
        ("By sex, 62% were women and 48% were men.", ["62% were women and 48"]),
        ("The sample was 58% female and 52% male.", ["58% female and 52"]),
        (
            "Revenue comes from three sources: clinics (55%), online sales (30%) and licences (25%).",
            ["55%), online sales (30%) and licences (25"],
        ),
        (
            "The patients were divided into mild (40%), moderate (45%) and severe (25%) depression.",
            ["40%), moderate (45%) and severe (25"],
        ),
        ("The budget is split 40% research, 40% marketing, 30% staff.", ["40% research, 40% marketing, 30"]),
        ("The group was 64% women and 46% men.", ["64% women and 46"]),
        ("Funding was made up of grants (50%), gifts (35%) and fees (25%).", ["50%), gifts (35%) and fees (25"]),
        ("The pie chart breaks down spending: 45% drugs, 35% staff, 30% rent.", ["45% drugs, 35% staff, 30"]),
        (
            "The rest of the budget is split between rent (40%), wages (50%) and heating (20%).",
            ["40%), wages (50%) and heating (20"],
        ),
    ],
)
def test_what_cannot_be_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize(
    "text",
    [
        "Clinics give it so: 50% IV, 30% nasal, 20% oral.",
        "Clients gave these reasons (select all that apply): 60% pain, 40% sleep and 30% mood.",
        "Side effects were nausea (45%), headache (35%) and fatigue (30%).",
        "The most common side effects were nausea (45%), headache (35%), drowsiness (30%).",
        "Of those treated, 45.2% got better, 33.3% stayed the same and 21.4% got worse.",
        "In total, 33% chose A, 33% chose B and 33% chose C.",
        "The sample was 58% female and 42% male.",
        "The sample was 71% white, 19% Black, 12% Hispanic (of any race) and 8% Asian.",
        "Participants reported depression (62%), anxiety (55%) and PTSD (30%).",
        "Patients had tried psychotherapy (80%), SSRIs (75%) and exercise (45%).",
        "Response was 60% at week 1, 55% at week 4 and 40% at week 12.",
        "Response rates were 60%, 55% and 40% for high, middle and low doses.",
        "60% of the high-dose group, 55% of the middle-dose group and 40% of the placebo group responded.",
        "60% responded to infusions, 55% to sprays and 40% to tablets.",
        "Among women 60% responded, among men 55% and among teenagers 40%.",
        "Prevalence is 60% in Europe, 50% in Asia and 40% in Africa.",
        "About 80% of women, 70% of men and 60% of children drink it.",
        "Relapse was 60% with placebo, 30% with lithium and 25% with both.",
        "Survey answers could overlap: 60% IV, 30% nasal, 25% oral.",
        "60% had used it once, 40% twice or more, and 10% were still using it.",
        "70% had at least one side effect, 40% had two and 10% stopped.",
        "Nearly 90% had heard of it, 45% had considered it and 10% had tried it.",
        "Of 100 invited, 80 came, 60 stayed and 40 came back.",
        "Of 120 screened, 84 were enrolled, 80 completed and 76 were analysed.",
        "Of 24 people, 12 had nausea, 8 had headache and 6 had a rash.",
        "Of the 24 people, 12 improved, 8 did not and 4 left.",
        "Of the 24 people, 10 were women, 12 smoked and 8 had diabetes.",
        "Of the 40 adults, 22 were women and 18 were men.",
        "The drug cut pain by 60%, nausea by 50% and cost by 40%.",
        "Sensitivity was 90%, specificity 80% and accuracy 85%.",
        "Sales rose 60% in 2021, 50% in 2022 and 40% in 2023.",
        "The saline is 0.9%, the cream 2.5% and the gel 99%.",
        "Symptoms improved: sleep 60%, mood 55%, pain 40%.",
        "The clinics offer several forms: 60% offer infusions, 50% offer sprays and 30% tablets.",
        "Of the cost, 40% is staff, 30% is rent, and the rest is the drug.",
        "Insurers pay 80% in network, 60% out of network and 50% abroad.",
        "Users say they sleep better (85%), feel calmer (78%) and have more energy (70%).",
        (
            "Use was highest in the young: 60% of 18- to 29-year-olds, 45% of 30- to 49-year-olds and "
            "20% of those over 50."
        ),
        "Women made up 64% of the sample and men 36%.",
        "64% of women and 46% of men took it.",
        "64% of the women and 58% of the men improved.",
        "It was used by 64% of women, compared with 58% of men.",
        "Among women 64% agreed and among men 58%.",
        "More than half (64%) were women and 46% were married.",
        "Women were 64% of cases and men 55% of controls.",
        "Funding was made up of grants (50%), gifts (30%) and fees (20%).",
        "In total, 45% drank tea, 40% coffee and 30% both.",
        "Of users, 45% take it for sleep, 40% for mood, and 30% for pain.",
        "The survey asked why: 45% sleep, 40% mood, 30% pain.",
        "Bioavailability: 45% nasal, 20% oral, 93% intramuscular.",
        "It is 60% carbohydrate, 30% fat and 10% protein.",
        "The tablet comes in three strengths: 5%, 10% and 20%.",
        "Complete response was seen in 20%, partial response in 30% and no change in 50%.",
        "Overall response was 50%: complete in 20%, partial in 30%; 40% had no change and 10% got worse.",
    ],
)
def test_careful_writing_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of the 24 people, 12 got it, 8 did not and 6 left.", 1),
        ("Of 40 adults, 22 were women and 20 were men.", 1),
        ("Of 40 adults, 22 were women and 18 were men.", 0),
        ("Of the 24 people, 10 were women, 12 smoked and 8 had asthma.", 0),
        ("Of 100 people invited, 80 came, 60 stayed and 40 came back.", 0),
        ("Of 120 people, 84 were enrolled, 80 completed it and 76 did not leave.", 0),
    ],
)
def test_counts_of_a_total(text: str, found: int) -> None:
    assert len(shown(text, "people-do-not-add-up")) == found
    assert shown(text, CHECK) == []


def test_the_sum_is_written_out() -> None:
    (finding,) = findings("The clients split as follows: 60% chose mint, 30% chose lemon and 25% chose plain.", CHECK)
    evidence = finding.evidence
    assert evidence is not None
    assert (evidence.kind, evidence.given, evidence.computed) == (
        "sum",
        "parts of 100%, by “split”",
        "60 + 30 + 25 = 115%",
    )
    assert evidence.tolerance == "each part rounded by itself: 113.5 to 116.5"
    assert (finding.severity, finding.confidence) == ("warning", "high")
    (verdict,) = judged("They drank 50% tea, 30% coffee, and the rest water.", CHECK)
    assert verdict.verdict == "pass"
    assert verdict.evidence is not None
    assert verdict.evidence.computed == "50 + 30 = 80%, which leaves 20% for the rest"


def test_a_part_that_is_left_out_is_a_note() -> None:
    (finding,) = findings("The budget is split: 40% research, 30% marketing, 20% staff.", CHECK)
    assert (finding.severity, finding.confidence) == ("note", "medium")
    assert shown("The budget is split mainly between research (40%), marketing (30%) and staff (20%).", CHECK) == []
