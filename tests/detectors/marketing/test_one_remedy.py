"""One treatment for everything, and lists of conditions that are something else."""

from __future__ import annotations

import pytest
from speak import findings, shown

CLINIC = "Our clinic offers a free consultation. "

SELLS = {
    "one-remedy-for-everything": [
        "Glowroot works for arthritis, insomnia, high blood pressure and acne.",
        "This oil eases migraines, psoriasis, asthma and menstrual cramps.",
        "Our drip boosts people with fatigue, migraine, asthma, and depression.",
        "Ozone therapy is effective for cancer, lupus, hepatitis and back pain.",
        "It fights colds, cancer, heart disease and dementia.",
        CLINIC + "Ketamine is used to treat depression, chronic pain, addiction and migraine.",
        "Conditions that Glowroot can treat:\n\n- Asthma\n- Gout\n- Anxiety\n- Psoriasis",
    ],
}
INFORMS = {
    "one-remedy-for-everything": [
        "Obesity raises the risk of diabetes, stroke, cancer and arthritis.",
        "Steroids treat asthma, eczema, arthritis and lupus.",
        "Our clinic treats asthma, eczema, diabetes and gout.",
        "Vaccines prevent measles, mumps, polio and whooping cough.",
        "The drug is approved to treat epilepsy, migraine and bipolar disorder.",
        "Exercise helps with depression, diabetes, back pain and high blood pressure.",
        "Tell your doctor if you have asthma, diabetes, glaucoma or gout.",
        "It can cause headache, nausea, rash and insomnia.",
        "Trials are testing whether it helps with depression, asthma, gout and eczema.",
        "Specialists see people with migraine, epilepsy, stroke and dementia.",
        "It does not treat colds, asthma, cancer or gout.",
        "Radiation treats many cancers.",
        "Conditions we treat: asthma, eczema, gout, depression and diabetes.",
        "Botulinum toxin is approved to treat migraine, overactive bladder, spasticity and sweating.",
    ],
}


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in SELLS.items() for text in texts])
def test_sales_talk_is_found(check: str, text: str) -> None:
    assert len(shown(text, check)) >= 1


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in INFORMS.items() for text in texts])
def test_careful_words_are_silent(check: str, text: str) -> None:
    assert shown(text, check) == []


def test_the_conditions_and_their_kinds_are_the_evidence() -> None:
    (finding,) = findings("Glowroot cures asthma, eczema, gout and anxiety.", "one-remedy-for-everything")
    assert finding.evidence is not None
    assert [row["condition"] for row in finding.evidence.rows] == ["asthma", "eczema", "gout", "anxiety"]
    assert finding.severity == "warning"
    assert "4 conditions of 4 different kinds" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Glowroot cures asthma, eczema and gout.",
        "Glowroot cures depression, anxiety, panic disorder and phobias.",
        "Glowroot cures asthma. Eczema, gout and anxiety are other matters.",
        "Glowroot cures asthma; it was not tried in eczema, gout and anxiety.",
    ],
)
def test_few_or_related_conditions_are_silent(text: str) -> None:
    assert shown(text, "one-remedy-for-everything") == []


def test_a_list_counts_with_its_lead_in_only() -> None:
    listed = "- Asthma\n- Gout\n- Anxiety\n- Psoriasis"
    assert shown(f"Glowroot works for:\n\n{listed}", "one-remedy-for-everything") == ["works for"]
    assert shown(f"Glowroot works. Common illnesses are:\n\n{listed}", "one-remedy-for-everything") == []
