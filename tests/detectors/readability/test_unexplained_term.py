"""Unexplained terms: what explains a word, where, and for whom."""

from __future__ import annotations

import csv

import pytest
from speak import REPOSITORY, findings, shown

CHECK = "unexplained-jargon"
GLOSSARY = REPOSITORY / "checks" / "readability" / "glossary.csv"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Common effects include somnolence, xerostomia, or headache.", ["somnolence", "xerostomia"]),
        ("Call us if you notice ecchymosis or petechiae.", ["ecchymosis", "petechiae"]),
        ("The medicine is contraindicated in pregnancy.", ["contraindicated"]),
        ("Hypertension should be treated early.", ["Hypertension"]),
        ("Refractory depression can respond to ketamine.", ["Refractory"]),
        ("The study was double-blind and the results were good.", ["double-blind"]),
        ("It is a GABA agonist with a short half-life.", ["GABA", "agonist", "half-life"]),
        ("It works on the hippocampus (Barkol 2019).", ["hippocampus"]),
        ("It blocks the NMDA receptor (NMDAR).", ["NMDA receptor"]),
        ("Dyspnea is the most dangerous of them.", ["Dyspnea"]),
        ("Pruritus can come. Pruritus can go.", ["Pruritus"]),
    ],
)
def test_a_bare_term_is_found_once(text: str, terms: list[str]) -> None:
    assert shown(text, CHECK) == terms


@pytest.mark.parametrize(
    "text",
    [
        "Hypertension, or high blood pressure, should be treated early.",
        "High blood pressure, or hypertension, should be treated early.",
        "High blood pressure (also called hypertension) should be treated early.",
        "In a double-blind study, neither the doctors nor the patients know who gets the drug.",
        "You may bruise easily. The medical word for this is ecchymosis.",
        "A drug's bioavailability is how much of it reaches the blood.",
        "Some people have comorbidities, meaning they live with more than one illness.",
        "Edema is when fluid builds up in the legs.",
        "Edema — swelling caused by fluid — is common.",
        "Your legs may swell. This edema goes down overnight.",
        "The amygdala, the alarm bell of the head, calms down.",
        "The brain chemical glutamate carries messages.",
        "Ask about IV (intravenous) drips.",
        "The injection goes under the skin (subcutaneous).",
        "If the cancer spreads, it is called metastatic.",
        "Myocardial infarction is the medical term for a heart attack.",
        "The lining of the womb, the endometrium, is shed each month.",
        "Doctors check two numbers: systolic pressure when the heart beats, and diastolic pressure when it rests.",
        "We use [anastomosis](https://example.org/words) in this operation.",
        "## What is autophagy?\n\nAutophagy goes on in everybody at night.",
        "# Hirsutism\n\nThis page is for you.\n\nHirsutism can be treated. A cream slows the unwanted hair.",
        "| Word | Meaning |\n|---|---|\n| Ascites | a belly that fills up |\n\nAscites can be drained.",
    ],
)
def test_an_explained_term_is_silent(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize(
    "text",
    [
        "Cardiac arrest needs help at once.",
        "Your kidneys are checked by the renal team.",
        "In the UK, the British Thoracic Society advises rest.",
        "Take Velodrin for a headache or a fever, and rest.",
        "A biopsy, a scan and a blood test are planned.",
        "## References\n\nExample A. Dyspnea in adults. Journal of Barkol.",
        "Dyspnea is common (Example et al., 2019).",
        "# Dyspnea",
    ],
)
def test_names_everyday_words_and_references_are_no_jargon(text: str) -> None:
    assert findings(text, CHECK) == []


def test_an_explanation_in_a_later_section_comes_too_late() -> None:
    text = "## One\n\nAtaxia can follow. Rest then.\n\n## Two\n\nAtaxia means that people walk unsteadily."
    (finding,) = findings(text, CHECK)
    assert finding.line == 3


def test_an_explanation_in_an_earlier_section_holds() -> None:
    text = "## One\n\nAtaxia means that people walk unsteadily.\n\n## Two\n\nAtaxia can follow. Rest then."
    assert findings(text, CHECK) == []


def test_five_are_shown_and_the_rest_is_named() -> None:
    text = "We saw pruritus, syncope, diplopia, hematuria, dysuria, melena and ascites in them."
    found = findings(text, CHECK)
    assert len(found) == 5
    assert found[-1].evidence is not None
    assert found[-1].evidence.computed == "also unexplained: melena, ascites (2)"
    assert found[0].evidence is not None
    assert found[0].evidence.rows[0]["in plain words"] == "itching"


@pytest.mark.parametrize("front", ["audience: nurses", "language: de", "genre: abstract"])
def test_pages_for_others_are_left_alone(front: str) -> None:
    assert findings(f"---\n{front}\n---\nPruritus is common.", CHECK) == []


def test_a_quoted_term_is_held_back() -> None:
    (finding,) = findings("The leaflet said: “Pruritus was rare.”", CHECK)
    assert finding.held_back


def test_a_row_from_memory_gives_low_confidence() -> None:
    (finding,) = findings("Anosmia aside, allodynia is hard to bear.", CHECK)
    assert finding.confidence == "low"


def test_the_glossary_is_large_sourced_and_without_doubles() -> None:
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 300
    assert sum(row["confidence"] == "low" for row in rows) * 3 <= len(rows)
    assert all(row["plain"] and row["source_title"] and row["source_locator"] for row in rows)
    names = [name.casefold() for row in rows for name in (row["term"], *filter(None, row["aliases"].split("|")))]
    assert len(names) == len(set(names))
    assert max(len(row["plain"].split()) for row in rows) <= 16
