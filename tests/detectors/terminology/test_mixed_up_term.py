"""Terms that stand beside the meaning of their neighbour or their opposite."""

from __future__ import annotations

import csv

import pytest
from speak import REPOSITORY, findings

CHECK = "mixed-up-term"


def shown(text: str) -> list[str]:
    return [finding.text for finding in findings(text, CHECK) if not finding.held_back]


@pytest.mark.parametrize(
    ("text", "term", "right"),
    [
        ("Low blood sugar (hyperglycemia) makes you shake.", "hyperglycemia", "hypoglycemia"),
        ("Hypoglycemia happens when your blood sugar rises too much.", "Hypoglycemia", "Hyperglycemia"),
        ("A glucose level of 260 mg/dL is called hypoglycemia.", "hypoglycemia", "hyperglycemia"),
        ("His pressure of 178/101 showed that he had hypotension.", "hypotension", "hypertension"),
        ("An underactive thyroid, known as hyperthyroidism, makes you tired.", "hyperthyroidism", "hypothyroidism"),
        ("Tachycardia is a slow heartbeat.", "Tachycardia", "Bradycardia"),
        ("The systolic value is the bottom number.", "systolic", "diastolic"),
        ("A malignant lump is harmless.", "malignant", "benign"),
        ("A stone sat in the urethra, the tube from the kidney to the bladder.", "urethra", "ureter"),
        ("Veins carry blood away from the heart.", "Veins", "Artery"),
        ("Osteoarthritis means brittle bones.", "Osteoarthritis", "Osteoporosis"),
        ("The tibia is the thigh bone.", "tibia", "femur"),
        ("Nephritis is an inflammation of the liver.", "Nephritis", "Hepatitis"),
        ("She saw a urologist, a heart specialist.", "urologist", "cardiologist"),
        ("A hysterectomy is the removal of the appendix.", "hysterectomy", "appendectomy"),
        ("A bronchoscopy is done to look inside the bladder.", "bronchoscopy", "cystoscopy"),
    ],
)
def test_a_term_with_the_meaning_of_another(text: str, term: str, right: str) -> None:
    (finding,) = findings(text, CHECK)
    assert (finding.text, finding.held_back) == (term, False)
    assert f"called {right}." in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Hypoglycemia is low blood sugar, hyperglycemia high blood sugar.",
        "Too much insulin causes hypoglycemia (low blood sugar).",
        "Hyperglycemia is not low blood sugar.",
        "Tablets for hypertension may cause low blood pressure.",
        "In hypothyroidism the level of thyroid stimulating hormone is high.",
        "Treatment of hyperthyroidism can leave you with an underactive thyroid.",
        "Hypertension is a pressure of 130/80 or more.",
        "Tachycardia, unlike a slow heart, can be felt.",
        "The systolic number stands over the bottom number.",
        "A benign mole rarely turns cancerous.",
        "Benign means not cancerous.",
        "Malignant cells can spread.",
        "The urethra carries urine out of the bladder.",
        "Coronary arteries carry blood to the heart.",
        "Osteoarthritis can be worse in people with thin bones.",
        "The tibia and the thigh bone meet at the knee.",
        "Hepatitis and inflammation of the kidneys were found.",
        "An oncologist works with a heart specialist.",
        "A hysterectomy with removal of the ovaries takes longer.",
        "Colonoscopy comes after a look at the stomach.",
        "Is hyperglycemia low blood sugar?",
        "The leaflet asks whether “hyperglycemia is low blood sugar”.",
    ],
)
def test_a_term_that_is_told_from_its_neighbour(text: str) -> None:
    assert shown(text) == []


def test_every_term_has_neighbours_in_the_table() -> None:
    with (REPOSITORY / "checks/terminology/term-pairs.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = [row["term"].split("|")[0] for row in rows]
    assert len(names) == len(set(names))
    assert all(set(row["other"].split("|")) <= set(names) - {row["term"].split("|")[0]} for row in rows)
    assert all(row["gloss"] and row["source_title"] for row in rows)
    assert 3 * sum(row["confidence"] == "low" for row in rows) <= len(rows)
