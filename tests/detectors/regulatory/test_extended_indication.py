"""An approved brand is not said to treat what its approval does not cover; careful sentences stay silent."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "extended-indication"

WRONG = [
    ("Beyond depression, Spravato helps people with PTSD and OCD.", ["helps people with PTSD and OCD"]),
    (
        "Spravato is now also used for migraines, fibromyalgia and anxiety.",
        ["used for migraines, fibromyalgia and anxiety"],
    ),
    ("Our doctors prescribe Spravato for anxiety.", ["anxiety"]),
    ("We offer Spravato for depression, anxiety and PTSD.", ["anxiety and PTSD"]),
    ("The nasal spray esketamine is effective for chronic pain.", ["effective for chronic pain"]),
    ("Spravato has shown great success in treating OCD.", ["success in treating OCD"]),
    ("# Spravato\n\nIt can also be used for anxiety.", ["used for anxiety"]),
    ("# Spravato\n\nSpravato holds esketamine.\n\nThe spray can also help with PTSD.", ["help with PTSD"]),
    ("Patients with chronic pain respond well to Spravato.", ["chronic pain respond well to"]),
    ("Auvelity works for treatment-resistant depression.", ["works for treatment-resistant depression"]),
    ("Clinicians are turning to Spravato to treat OCD.", ["treat OCD"]),
    ("PTSD, anxiety and OCD all respond to Spravato.", ["PTSD, anxiety and OCD all respond to"]),
    ("Ivermectin cures cancer.", ["cures cancer"]),
    ("As an FDA-approved medicine, Spravato treats suicidal thoughts.", ["treats suicidal thoughts"]),
    ("Conditions we treat with Spravato:\n\n- PTSD\n- Depression\n- Anxiety\n", ["PTSD", "Anxiety"]),
]
SILENT = [
    "Spravato treats depression.",
    "Spravato is used for treatment-resistant depression, which often comes with anxiety.",
    "Spravato is used in adults with treatment-resistant depression and comorbid PTSD.",
    "TMS helped people with depression and anxiety feel calmer.",
    "Spravato is a treatment for depression; propranolol is used for migraine.",
    "If you take medicine for migraine, tell us before Spravato.",
    "Spravato comes from ketamine, which is used for anaesthesia.",
    "Botox eases muscle spasms and underarm sweating.",
    "Ivermectin treats river blindness and other parasites.",
    "People treated with Wegovy had less knee pain.",
    "Spravato patients often have anxiety and benefit from therapy for PTSD.",
    "Therapy for PTSD works better than Spravato.",
    "For people with PTSD, sertraline is a treatment; Spravato is not.",
    "Spravato is given with an antidepressant that treats anxiety as well.",
    "We offer Spravato for depression and therapy for anxiety.",
    "Spravato and therapy for PTSD can go together.",
    "We treat anxiety with therapy and depression with Spravato.",
    "If you have PTSD or anxiety, Spravato can still help your depression.",
    "Spravato is approved to treat depression, anxiety and PTSD.",
]
HELD = [
    "Spravato is not a treatment for anxiety.",
    "In trials, esketamine helped with PTSD symptoms.",
    "Spravato may one day be used for PTSD.",
    "Claims that ivermectin cures cancer are false.",
    "There is no evidence that ivermectin is effective for COVID-19.",
    "The ad claimed that Spravato treats migraine.",
    "Some clinics offer Spravato off-label for PTSD.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_an_extended_use_is_found(text: str, found: list[str]) -> None:
    assert [finding.text for finding in findings(text, CHECK) if not finding.held_back] == found


@pytest.mark.parametrize("text", SILENT)
def test_careful_sentences_are_silent(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize("text", HELD)
def test_a_use_called_what_it_is_is_held_back(text: str) -> None:
    found = findings(text, CHECK)
    assert [finding for finding in found if not finding.held_back] == []


def test_the_row_is_shown() -> None:
    (found,) = findings("Spravato also treats migraine.", CHECK)
    assert found.evidence is not None
    assert found.evidence.rows[0]["product"] == "esketamine"
    assert "migraine" in found.message


def test_another_country_has_its_own_rows() -> None:
    assert findings("Spravato also treats migraine.", CHECK, country="NZ") == []
    (found,) = findings("Spravato also treats migraine.", CHECK, country="GB")
    assert (found.severity, found.confidence) == ("warning", "high")
