"""An announced number against the list below it."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "list-count"
WRONG = [
    "Watch for these six warning signs:\n\n- chest pain\n- breathlessness\n- fainting\n- swelling\n- cough",
    "## Seven tips for better sleep\n\n- Go to bed on time\n- No screens\n- Cool room\n- No coffee\n- Walk\n- Read",
    "The treatment has three phases:\n\n1. Induction\n2. Maintenance",
    "There are two main types:\n\n- type 1\n- type 2\n- gestational\n- others",
    (
        "# 4 myths about ketamine\n\n## 1. It is only for horses\n\nText.\n\n## 2. It cures "
        "all\n\nText.\n\n## 3. It is addictive\n\nText."
    ),
    "Four things can trigger an attack: stress, bright light and red wine.",
    "The plan rests on five principles:\n\n- Rest\n- Food\n- Exercise\n- Light\n- Friends\n- Sleep",
    "<p>Three steps help:</p><ul><li>Breathe in</li><li>Hold</li><li>Breathe out</li><li>Repeat</li></ul>",
    "Doctors know three common causes: infection, allergy, dust and smoke.",
    "The 3 main risk factors are:\n\n* smoking\n* high blood pressure",
]
CAREFUL = [
    "Watch for these five warning signs:\n\n- chest pain\n- breathlessness\n- fainting\n- swelling\n- cough",
    "Any two of these signs mean that you should call:\n\n- pain\n- fever\n- rash",
    "At least three of the following symptoms:\n\n- pain\n- fever\n- rash\n- cough",
    "The top five reasons, among others:\n\n- cost\n- time",
    "There are more than ten causes, such as:\n\n- cold\n- flu",
    "Two of the three types are common:\n\n- type 1\n- type 2",
    "Take two tablets with one of these drinks:\n\n- water\n- juice\n- milk",
    "In the next four weeks, do these exercises:\n\n- squats\n- bridges",
    "## 5 tips for better sleep\n\nSleep is good.\n\nRead on.\n\n- Note: this list is not complete\n- Ask a doctor",
    "The two side effects are nausea and headache.",
    "Three symptoms matter: pain, swelling and fever or chills.",
    "There are two options: tablets, or drops and sprays.",
    "Phase 2 trials ask three questions:\n\n1. Does it work?\n2. Is it safe?\n3. What dose?",
    "## 10 questions to ask your doctor\n\n### About the drug\n\n- What is it?\n\n### About the dose\n\n- How much?",
    "The first two steps are easy:\n\n- open\n- pour\n- stir",
    "Two weeks later, ask these questions:\n\n- Better?\n- Worse?\n- Same?",
    "There are three types, and the treatments differ:\n\n- rest\n- drugs",
    "We offer two programmes in three forms:\n\n- online\n- in person",
    "The study had 40 participants. These were the symptoms:\n\n- pain\n- fever",
    "Of the seven factors, four can be changed:\n\n- smoking\n- weight\n- diet\n- exercise",
    "Stage 2 signs:\n\n- pain\n- fever\n- rash",
    "Another two reasons:\n\n- cost\n- time\n- travel",
    "The 12 steps programme helps:\n\n- some\n- many",
    "It comes in two forms:\n\n- tablets\n  - 5 mg\n  - 10 mg\n- drops",
    "Both kinds of headache have three phases: before, during and after.",
    (
        "## The 5 stages of grief\n\n1. Denial\n2. Anger\n3. Bargaining\n4. Depression\n5. "
        "Acceptance\n\nSome people skip stages."
    ),
    "Type 2 diabetes has many causes: weight, genes and age.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_words_stay_quiet(text: str) -> None:
    assert not shown(text, CHECK)


def test_a_fitting_list_passes() -> None:
    (verdict,) = judged("There are two signs:\n\n- pain\n- fever", CHECK)
    assert verdict.verdict == "pass"
    assert not findings("There are two signs:\n\n- pain\n- fever", CHECK)


def test_the_items_are_shown() -> None:
    (found,) = findings("There are three signs:\n\n- pain\n- fever", CHECK)
    assert found.message == "“three signs” are announced, but 2 are listed."
    assert found.evidence is not None and [row["begins"] for row in found.evidence.rows] == ["pain", "fever"]
