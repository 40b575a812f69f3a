"""A range of a result that does not say what differs between its ends."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "range-without-referent"
FOUND = [
    "relief 59%-85% over 3 weeks",
    "Sublingual ketamine has absorption rates of 30-80 %.",
    "Expect a 50 to 80 percent improvement.",
    "Success rate: 60%–90%.",
    "Our infusions bring a 45–75% reduction in symptoms.",
    "The response is 40-70%.",
    "Bioavailability is 20–50%.",
    "It is 60–85% effective.",
    "Remission rates of 30% to 65% make it stand out.",
    "Patients enjoy 60-90% pain relief.",
    "The nasal spray has an absorption of 25–50%.",
    "Symptoms improve 40-65% with the course.",
    "Effectiveness: 55%-90%.",
    "The protocol delivers a 30 to 70 percent reduction in cravings.",
    "The drip gives 70-95% relief.",
    "Improvement: 45% – 80%.",
    "Response rates of 55 to 85 percent make ketamine stand out.",
    "Sublingual tablets have 20%-40% bioavailability.",
    "The patch gives 35-75% less pain.",
    "Hair loss improves 50–85%.",
    "The cure rate is 60-95%.",
    "Ketamine lozenges: 60–80% relief.",
    "Anxiety drops by 40 to 75 percent.",
    "The remedy is 50–90% effective.",
    "The new protocol promises 65–90% improvement in mood.",
    "Bioavailability of the gummies: 15% to 45%.",
]
SILENT = [
    "Patients had 60% pain relief at one month and 90% at six.",
    "The nasal spray has an absorption of 25–50%, depending on technique.",
    "Symptoms improved by 40–65% across four trials.",
    "Effectiveness was 72% (95% CI, 55%-90%).",
    "The protocol cost 30 to 70 percent of a monthly wage.",
    "The drip gave 70% relief after a day and 95% after a week.",
    "Improvement was 45% – 80% across age groups.",
    "Response rates of 55 to 85 percent were reported, depending on how response was defined.",
    "Sublingual tablets have 20%-40% bioavailability, depending on how long they stay under the tongue.",
    "The patch gave 35-75% less pain across six trials.",
    "Hair count rose 50–85 hairs per square centimetre.",
    "The cure rate is 60% after one course and 95% after three.",
    "Ketamine lozenges: relief in 60% of adults after one dose.",
    "Anxiety dropped by 40 percent in men and 75 percent in women.",
    "The remedy was 50% effective in one trial and 90% in another.",
    "The new protocol led to improvement in 41% of people.",
    "Bioavailability of the gummies: 15% to 45%, depending on the meal.",
    "The bioavailability of sublingual ketamine ranges from 24% to 30%.",
    "Ketamine is about 93% bioavailable when injected into a muscle and 30–50% when sprayed into the nose.",
    "Response rates in trials ranged from 33% to 89%, depending on the scale that was used.",
    "Success of the graft is 80–90% in the first year, according to the national registry.",
    "Between 30% and 50% of people get relief.",
    "The cream contains 30–40% urea for relief of dry skin.",
    "In people over 65, the improvement was 20–35% in three studies.",
    "The tumour response was assessed by CT. Overall response rate was 41% (95% CI 33-50).",
    "Bioavailability: 25% (range 10–40%).",
    "Body fat was 20–30% in most women.",
    "Aim for 40–60% humidity.",
    "Cure rates are 85–90% for early disease and 30–40% for late disease.",
    "Weight loss of 5–10% improves blood pressure.",
    "A weight loss of 5-10% is a realistic goal.",
    "If the response is 20–50%, the dose is raised.",
    "Relapse occurs in 20–40% of patients; recovery takes months.",
    "A 30–50% reduction in pain counts as a moderate benefit by the IMMPACT criteria.",
    "Sperm counts improve 2–3 months after stopping.",
]


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK) != []


@pytest.mark.parametrize("text", SILENT)
def test_careful_words_stay_silent(text: str) -> None:
    assert shown(text, CHECK) == []


def test_it_is_of_low_confidence() -> None:
    (finding,) = findings("Patients get relief of 59%-85% over 3 weeks.", CHECK)
    assert (finding.severity, finding.confidence) == ("note", "low")
    assert finding.evidence is not None
    assert finding.evidence.computed == "what differs between 59% and 85% is missing"
