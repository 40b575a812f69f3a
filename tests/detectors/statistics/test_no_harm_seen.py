"""No harm in a small group taken for safety; the sum is the rule of three."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "no-harm-in-a-small-group"
FOUND = [
    "no side effects in 38 people, so it is safe",
    "None of the 20 participants reported adverse effects, proving Glowroot is safe.",
    "In a study of 45 adults there were no side effects. You can take it without worry.",
    "Not one of our 60 patients had a complication. The procedure is risk-free.",
    "With zero adverse events in 25 volunteers, the drug is safe.",
    "We saw no side effects in any of the 30 children, so it is safe for kids.",
    "No one in the 52-person trial had any side effects, which means Barkol is harmless.",
    "The supplement is safe: 40 people took it and none had side effects.",
    "All 18 patients tolerated the infusion without side effects. It is completely safe.",
    "Twenty people took it for a month without any problems, so there is nothing to fear.",
    "Of 33 women, none suffered side effects, so pregnant women can take it safely.",
    "No adverse reactions occurred among the 12 subjects, demonstrating its safety.",
    "0 of 50 patients had side effects. That proves it is safe.",
    "Forty people tried the implant and not one had a complication, so patients can be sure it is safe.",
    "There were zero adverse reactions in our 25 patients. Ketamine lozenges are safe to take at home.",
    "In the trial of 36 women nobody reported side effects: the herb is harmless.",
    "The pill caused no side effects in 50 volunteers, proof of its safety.",
    "None of the 16 babies was harmed, so the drops carry no risk.",
    "No complications were seen in 80 patients, which confirms that the method is safe.",
    "We've done it on 100 patients with no problems at all. It's completely safe.",
    "No side effects turned up in the 27 people tested, meaning anyone can use it safely.",
    "Side effects were not seen in any of the 18 babies. It is safe for newborns.",
    "44 patients, zero complications: our procedure is safe.",
    "Because none of the 30 women in the study had an adverse reaction, the cream poses no risk.",
    "Doctors gave it to 22 volunteers and recorded no adverse events. It's as safe as water.",
    "There wasn't a single side effect among our 70 clients, so you have nothing to fear.",
    "No adverse effects whatsoever were recorded in our 42 patients, so the treatment is harmless.",
    "Thirty-one people have had the procedure without complications. It is a safe alternative to surgery.",
    "In the safety study, 24 healthy adults took it with zero side effects: proof that it's safe for daily use.",
    "Nobody in the group of 19 patients suffered any side effects, so don't worry.",
    "Fifty volunteers, no side effects: this is a safe way to lose weight.",
    "In 65 patients not one complication occurred, so you can rest assured that laser surgery is safe.",
    "The study in 29 pregnant women saw no harm to the babies, which means it is safe in pregnancy.",
    "No one among the 48 participants experienced an adverse event. The drops are perfectly safe.",
    "There were no reported side effects among 41 users – clear proof that the oil is safe.",
    "Out of 90 patients none had complications, so anyone can have the treatment without risk.",
    "Our trial enrolled 35 adults. There were no adverse events, so the supplement is completely safe.",
]
SILENT = [
    (
        "Forty people tried the implant and not one had a complication; a harm that strikes 1 in 20 could "
        "still have been missed."
    ),
    "There were zero adverse reactions in our 25 patients, too few to call the lozenges safe.",
    "In the trial of 36 women nobody reported side effects over four weeks.",
    "The pill caused no side effects in 50 volunteers. Rare side effects would not show in so few people.",
    "None of the 16 babies was harmed.",
    "No complications were seen in 8,000 patients, which supports that the method is safe.",
    "We have done it on 100 patients with no serious problems. Minor bleeding is common.",
    (
        "No side effects turned up in the 27 people tested, but a harm in 1 of 10 people could be missed in "
        "such a group."
    ),
    "Side effects were not seen in any of the 18 babies. Parents should still watch for a rash.",
    "44 patients had the procedure. Complications are listed below.",
    "None of the 30 women in the study had an adverse reaction; long-term safety is not known.",
    "Doctors gave it to 22 volunteers and recorded no adverse events. A phase 2 study will follow.",
    "There are side effects, and 70 clients told us about theirs.",
    "No adverse effects were recorded in our 42 patients. We go on watching them.",
    "Thirty-one people have had the procedure. Two had complications.",
    "In the safety study, 24 healthy adults took it; larger studies must show how safe it is.",
    "Nobody in the group of 19 patients suffered any side effects. The study was too small to rule them out.",
    "Fifty volunteers took it. Side effects were not recorded.",
    "In 65 patients not one complication occurred; a rate of up to 5% remains possible.",
    "The study in 29 pregnant women saw no harm to the babies, but that is too few to be sure.",
    "No one among the 48 participants experienced a serious adverse event. Headache was common.",
    "There were no reported side effects among 41 users. Nobody asked them in a set way.",
    "Out of 90 patients none had complications; the true rate may be as high as 3%.",
    "Our trial enrolled 35 adults. There were no adverse events in four weeks, which says little about long use.",
    "No side effects were reported in the 20 volunteers, but rare harms would not be seen in so small a group.",
    (
        "There were no serious adverse events among the 64 participants. The dose was considered safe enough "
        "for a phase 2 trial."
    ),
    "In trials of more than 40,000 people no increase in heart attacks was seen, so the vaccine is considered safe.",
    "The vaccine is safe. It has been given to millions of people.",
    "Paracetamol is safe for most people at the recommended dose.",
    (
        "In this phase 1 trial, 18 healthy volunteers received single doses up to 40 mg. No dose-limiting "
        "toxicity occurred. Exposure rose in proportion to dose."
    ),
    (
        "Twenty patients underwent surgery without complications. Median stay was 3 days. The technique "
        "appears feasible."
    ),
    "It is safe to take with food. No problems have been reported in 15 years of use.",
    "There were no complications, and all 12 patients went home safely the next day.",
    "No side effects were noted in the group of 40. It is not known whether the drug is safe in pregnancy.",
    "The procedure is safe: in a registry of 24,300 operations, complications occurred in 0.4%.",
    "None of the 8 nurses was hurt. Needle-safe devices are safe to use if the cap clicks.",
    "Without side effects, 20 people would have stayed in the trial; 35 left.",
    "Breast milk is safe for 4 days in the fridge. Two mothers had no problems with their pumps.",
    "We saw no harm in 45 patients over six months, but this is a short time in a small group.",
    "The safety board found no problems after the first 30 participants, so the trial may go on.",
    "No adverse reactions were seen in the first 20 patients, so the dose was raised, as planned.",
    "Once pain has eased after the injection, so patients can stop the tablets.",
    "Symptoms improved after two weeks, so doctors lower the dose.",
    "Patients who feel better after a few days stop the tablets, so the infection returns.",
    "When people lost weight after surgery, insulin needs fell, so doctors cut the dose.",
    "Blood pressure fell after the operation, so the nurses raise the legs.",
    "After six weeks, most people have less pain, so they can increase their walking.",
    "Skin cleared after four weeks, which means you can cut down to twice a week.",
    "He felt better after a week, so he wanted to stop treatment.",
    "Pain fell after the block wore off in 8 patients, so they stopped opioids.",
    "In 12 patients blood was drawn, so nurses keep the line clear.",
    "Nine people responded, so we increase the dose in the next group.",
    "Eleven women took part in the interviews. Midwives should give clear advice, so women can stop worrying.",
    "We interviewed 24 patients. Clearly, patients need more time, which means clinics must improve booking.",
    (
        "Most people lost weight after starting the drug, and weight came back after they stopped, which "
        "shows that obesity is a chronic disease."
    ),
    "Symptoms improved after treatment in most children. Doctors treat the infection with antibiotics.",
    "We studied 20 nurses. Long shifts reduce sleep, so hospitals should cut overtime.",
    "In a study of 16 surgeons, errors rose at night. Fatigue raises risk, the authors conclude.",
    "In focus groups with 18 mothers, all said that leaflets are hard to read, which shows that plain words help.",
    "Of 20 leaflets read by 12 people, half were unclear. Plain words help.",
    "Six children were ill after eating the berries. This shows that the plant causes vomiting.",
    (
        "No complications arose in 40 patients, so they were sent home. Going home the same day is safe if "
        "someone stays with you."
    ),
    "There were no side effects in 10 people with the low dose, so the next group got the safe maximum dose.",
    "No problems were found in the 12 records that were checked, so the audit was closed.",
]


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK) != []


@pytest.mark.parametrize("text", SILENT)
def test_careful_words_stay_silent(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("n", "worked"),
    [
        (38, "3 ÷ 38 = 7.9%"),
        (60, "3 ÷ 60 = 5.0%"),
        (12, "1 − 0.05^(1/12) = 22.1%"),
    ],
)
def test_the_sum_is_written_out(n: int, worked: str) -> None:
    (finding,) = findings(f"There were no side effects in {n} people, so it is safe.", CHECK)
    assert finding.evidence is not None
    assert finding.evidence.kind == "none-seen"
    assert finding.evidence.computed.startswith(worked)


def test_a_thousand_people_are_no_small_group() -> None:
    assert shown("There were no side effects in 999 people, so it is safe.", CHECK) != []
    assert shown("There were no side effects in 1,000 people, so it is safe.", CHECK) == []


def test_no_group_no_finding() -> None:
    assert shown("There are no side effects, so it is safe.", CHECK) == []


def test_a_denied_conclusion_is_held_back() -> None:
    text = "There were no side effects in 38 people. It is not proven safe."
    assert shown(text, CHECK) == []
