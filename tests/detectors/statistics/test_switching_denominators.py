"""Rates of one thing told of different numbers of people."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "switching-denominators"
FOUND = [
    "One in 10 users gets a headache; later it is 25 per 1,000.",
    "Nausea hits 1 in 5 patients at the start and then drops to 30 in 1,000.",
    "Without the pill, 2 in 100 women have a clot, versus 5 in 1,000 with it.",
    "Stroke happens to 4 in 1,000 people on Velodrin and to 1 in 100 on placebo.",
    "In the first month 1 in 8 people feels dizzy. By month three only 20 in 1,000 people feel dizzy.",
    "Of those screened, 1 in 200 dies of the cancer, compared with 8 in 1,000 of the others.",
    "The vaccine cuts the risk of shingles from 1 in 30 to 9 per 1,000.",
    "About 3 in 50 people relapse, against 110 in 1,000 without treatment.",
    "Without the statin 1 in 20 people has a heart attack, with it 32 per 1,000.",
    "Bleeding occurred in 3 in 100 people on the old drug. On the new one bleeding occurred in 18 in 1,000 people.",
    "The risk falls from 4 in 50 to 15 in 500.",
    "One in four women felt sick at first; later it was 60 per 1,000.",
    "About 7 in 10 smokers relapse, compared with 450 in 1,000 who get the patch.",
    "Without treatment, 3 in 10 people relapse. With treatment it is 120 in 1,000.",
    "One in 12 men is affected, as opposed to 5 in 1,000 women.",
    "The chance of a clot rises from 2 in 10,000 to 1 in 1,000 with the pill, against 3 in 100 for some.",
    "Infections fell to 15 per 1,000 operations; before, 1 in 25 patients had an infection.",
    "Among vaccinated children 2 in 1,000 fell ill, compared with 1 in 50 of the others.",
    "On the old pill, 1 in 15 women had spotting; on the new one it was 40 per 1,000.",
    "Screening cut deaths from 5 in 1,000 to 2 in 500.",
    "Before the vaccine 1 in 40 children caught measles; afterwards it was 3 in 1,000.",
    "The drug causes bleeding in 2 in 50 people. Aspirin causes bleeding in 15 in 1,000 people.",
    "Nausea affects 3 in 20 at the low dose versus 300 per 1,000 at the high dose.",
    "Infections dropped from 1 in 25 to 12 per 1,000.",
]
SILENT = [
    "Without the statin 50 in 1,000 people have a heart attack, with it 32 in 1,000.",
    (
        "Bleeding occurred in 30 in 1,000 people on the old drug. On the new one bleeding occurred in 18 in "
        "1,000 people."
    ),
    "The risk falls from 80 in 1,000 to 30 in 1,000.",
    "One in four women felt sick at first; later it was one in twenty.",
    "About 7 in 10 smokers relapse, compared with 4 or 5 in 10 who get the patch.",
    "Without treatment, 3 in 10 people relapse. With treatment it is 1 in 10.",
    "About 83 in 1,000 men are affected, as opposed to 5 in 1,000 women.",
    "The chance of a clot rises from 2 in 10,000 to 10 in 10,000 with the pill.",
    "Infections fell to 15 per 1,000 patients; before, 40 per 1,000 patients had an infection.",
    "Among vaccinated children 2 in 1,000 fell ill, compared with 20 in 1,000 of the others.",
    "On the old pill, 67 per 1,000 women had spotting; on the new one it was 40 per 1,000.",
    "Screening cut deaths from 5 in 1,000 to 4 in 1,000.",
    "Before the vaccine 25 in 1,000 children caught measles; afterwards it was 3 in 1,000.",
    "The drug causes bleeding in 40 in 1,000 people. Aspirin causes bleeding in 15 in 1,000 people.",
    "Nausea affects 3 in 20 at the low dose versus 6 in 20 at the high dose.",
    "With screening 4 in 1,000 women die of the disease; without it, 5 in 1,000.",
    "Infections dropped from 40 to 12 per 1,000.",
    (
        "Common side effects (may affect up to 1 in 10 people): headache, nausea. Uncommon (may affect up to "
        "1 in 100 people): rash. Rare (may affect up to 1 in 1,000 people): fits."
    ),
    (
        "Out of 1,000 women screened for 20 years, 5 are saved from dying of breast cancer and 17 are treated "
        "needlessly."
    ),
    (
        "The chance of having a baby with Down's syndrome is about 1 in 1,500 at the age of 20 and 1 in 100 "
        "at the age of 40."
    ),
    "Without treatment, 20 in 1,000 people have a stroke in a year. With treatment, 12 in 1,000 people have one.",
    "About 1 in 8 women in the UK get breast cancer in their lifetime. Around 2 in 100 men carry the gene.",
    "For every 100 people who take the drug, 3 fewer have a heart attack over five years.",
    "Aspirin prevents 6 heart attacks in 1,000 people and causes 5 bleeds in 1,000 people.",
    "Around 3 in 10 people relapse within a year. With therapy the figure falls to about 2 in 10.",
    "Roughly 2 in 3 people respond. In a trial with 60 people, 7 in 20 dropped out.",
    "About 2 in 100 babies need help to breathe; of these, 5 in 10 go home the next day.",
    "In 2010, 5 in 1,000 people had the gene test; in 2020 it was 12 in 1,000.",
    "One in three adults has high blood pressure. It causes 54 in 100 strokes.",
    "About 15 in 100 people get a headache. Fewer than 1 in 1,000 people have a severe allergic reaction.",
    "Around 8 in 1,000 people carry it. If one parent carries it, the risk for a child is 1 in 2.",
    "There are 3 deaths in 100,000 operations, compared with 1 in 10,000 thirty years ago.",
]


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK) != []


@pytest.mark.parametrize("text", SILENT)
def test_careful_words_stay_silent(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_evidence_brings_both_to_one_number_of_people() -> None:
    (finding,) = findings("A rash comes to 1 in 10 people at first, later to 25 per 1,000.", CHECK)
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.evidence.computed) == ("denominators", "100 in 1,000 and 25 in 1,000")
    assert [row["of 1,000 people"] for row in finding.evidence.rows] == ["100", "25"]


def test_rates_in_different_paragraphs_are_not_compared() -> None:
    assert shown("A rash comes to 1 in 10 people.\n\nLater a rash comes to 25 per 1,000.", CHECK) == []
