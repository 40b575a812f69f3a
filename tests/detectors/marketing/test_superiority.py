"""Boasts of beating the rest, and comparisons that say with what and by how much."""

from __future__ import annotations

import pytest
from speak import findings, shown

CLINIC = "Our clinic offers a free consultation. "

SELLS = {
    "superiority-without-comparator": [
        "Our infusions work far better than ordinary antidepressants.",
        "Glowroot beats every other sleep aid on the market.",
        "Nothing else relieves pain like Barkol.",
        "It gets results when pills have let you down.",
        "Barkol is more effective than conventional medicine.",
        "Unlike those of our competitors, our capsules are absorbed at once.",
        "It leaves other diets far behind.",
        "Patients recover twice as fast as with traditional methods.",
        "No drug on the market can do what this root does.",
        "The laser is superior to all other methods.",
        CLINIC + "It is safer and more effective than medication.",
        "Traditional treatments cannot compete with Velodrin.",
        CLINIC + "Velodrin works better than sertraline.",
        "Better than Botox, and without the needles.",
        "Where talk therapy fails, our program succeeds.",
        "The laser reaches layers that no cream, pill or exercise can match, something no drug can achieve.",
        "Its results are deeper and longer lasting than those of conventional care.",
        "Turmeric beats ibuprofen for sore knees.",
        "Our method outperforms traditional physiotherapy in half the time.",
        "Ten times stronger than turmeric from the shop, our capsules are small.",
    ],
}
INFORMS = {
    "superiority-without-comparator": [
        "Ibuprofen works better than paracetamol for swelling.",
        "In the trial, the patch worked better than the tablet (45% against 30%).",
        "Combined treatment was superior to standard care (P = .02).",
        "Newer drugs are not better than older ones.",
        "Some people find tablets easier than other forms.",
        "Women live longer than men.",
        "The risk is higher than with other drugs.",
        "Surgery works better than other treatments in a 2019 review (Example et al.).",
        "It is not clear whether it works better than other drugs.",
        "Other treatments may suit you better.",
        "Is it better than other painkillers?",
        "Two drugs together lower pressure more than either alone.",
        "No other treatment has been approved for the disease.",
        "If other treatments have failed, your doctor may suggest surgery.",
        "Unlike other painkillers, paracetamol does not reduce swelling.",
        "It is used when other drugs do not work.",
        "A walk is better than nothing.",
        "Conventional radiotherapy takes longer than the new schedule.",
        "Generic drugs work as well as brand-name drugs.",
        "CBT works better than medication for some kinds of insomnia.",
        "Surgery can help when other treatments have failed.",
        "It may help where other treatments have not worked.",
        "Safer and more effective drugs are needed.",
        "The implant replaces the need for daily tablets.",
        "It is true that no drug can cure the disease.",
        "Open surgery takes longer than keyhole surgery.",
        "Researchers hope for a drug that works faster than existing ones.",
        "Standard treatment works better than the new drug.",
        "A balanced diet is better than pills.",
        "Exercise is safer than surgery.",
        "Fentanyl is fifty times stronger than heroin.",
        "Naproxen lasts longer than ibuprofen.",
        "Turmeric is not stronger than ibuprofen.",
        "The scar was longer than those of the other patients.",
        "Nothing hurts more than a kidney stone.",
    ],
}


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in SELLS.items() for text in texts])
def test_sales_talk_is_found(check: str, text: str) -> None:
    assert len(shown(text, check)) >= 1


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in INFORMS.items() for text in texts])
def test_careful_words_are_silent(check: str, text: str) -> None:
    assert shown(text, check) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Velodrin beats all other pills: 40% slept better.", "40%"),
        ("Velodrin outperforms conventional pills in a study of its makers.", "study"),
        ("It is not true that no other pill can match Velodrin.", "not"),
        ("“Velodrin outperforms conventional pills,” said a visitor.", "Velodrin outperforms conventional pills,"),
    ],
)
def test_what_bears_a_boast_out_or_takes_it_back_is_shown(text: str, cue: str) -> None:
    held = [finding for finding in findings(text, "superiority-without-comparator") if finding.held_back]
    assert cue in {flag.cue for finding in held for flag in finding.context}


def test_a_page_that_sells_speaks_through_its_own_people() -> None:
    said = "“We find that Velodrin outperforms conventional pills,” said its founder."
    assert shown(CLINIC + said, "superiority-without-comparator") == ["outperforms conventional pills"]
    assert shown(said, "superiority-without-comparator") == []
    guest = "“Velodrin outperforms conventional pills,” said a guest."
    assert shown(CLINIC + guest, "superiority-without-comparator") == []


@pytest.mark.parametrize("text", ["Velodrin works better than sertraline.", "Velodrin is stronger than ibuprofen."])
def test_a_rival_with_a_name_counts_only_on_a_page_that_sells(text: str) -> None:
    assert findings(text, "superiority-without-comparator") == []
    assert len(shown(CLINIC + text, "superiority-without-comparator")) == 1
