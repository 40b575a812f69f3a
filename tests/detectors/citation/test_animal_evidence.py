"""Animals and cells as proof for people."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "animal-evidence"
WRONG = [
    "Mice on the diet lived a third longer, so you can expect extra years too.",
    "In a rat model of depression, one dose lifted mood. Patients will feel the same within hours.",
    "Our extract killed cancer cells in a test tube, which means it can beat your tumour.",
    "Rodents given the peptide healed twice as fast, proving that it works for athletes.",
    "Zebrafish regrew their hearts. This is why our capsules repair yours.",
    "Animal studies show that the mushroom regrows nerves, making it ideal for people with MS.",
    "In vitro, the oil destroyed the virus. Take it daily and you will stay well.",
    "The compound extended the lives of worms by 40%. You can benefit from it today.",
    "Monkeys slept better after one drop; therefore you will too.",
    "Preclinical work showed less plaque in the brain. That is why it protects older adults from dementia.",
    "Laboratory animals lost fat without dieting. Your body works the same way.",
    "Cultured cells showed less damage, so the serum repairs your skin.",
]
FAIR = [
    "In mice, not yet tested in people, the drug shrank tumours.",
    "The drug slowed tumours in mice. A trial in people starts next year.",
    "Rats lost weight on the drug. Whether people do is not known.",
    "What works in mice often fails in people.",
    "Researchers bred mice that lack the gene. The animals grew normally.",
    "In rats, the compound blocks the receptor that morphine acts on.",
    "Insulin was first purified from dogs, and it has saved many people since.",
    "Mice carry the virus, so people should wear gloves when they clean a shed.",
    "The vaccine protected monkeys and was then tested in 40,000 people.",
    "Toxicity in rats was seen at high doses, so the label warns pregnant women.",
    "Animal studies suggest harm to the fetus, so women should not take it in pregnancy.",
    "In the lab, your sample is tested for bacteria, so you will get an answer in two days.",
    "The test is done in the laboratory. You will have the results by Friday.",
    "Mice recovered within days, but that does not mean that people will.",
    "Animal studies showed birth defects. Tell your doctor if you are pregnant.",
    "In animals, it lowered pressure in the eye. People with glaucoma should not stop their drops.",
    "Cells in the lab were grown from skin samples of patients.",
    "The doctor looked at the tissue samples. You can go home tomorrow.",
    "Dogs can smell low blood sugar, and some people with diabetes keep one.",
    "Worms in the bowel were treated, and the children grew better.",
]


@pytest.mark.parametrize("text", WRONG)
def test_it_is_found(text: str) -> None:
    assert [found for found in findings(text, CHECK) if not found.held_back]


@pytest.mark.parametrize("text", FAIR)
def test_near_misses_stay_silent(text: str) -> None:
    assert [found.text for found in findings(text, CHECK) if not found.held_back] == []


def test_a_limit_beside_the_promise_holds_it_back() -> None:
    (found,) = findings("Rats lost weight on it, so you will too. It has not been tested in people.", CHECK)
    assert found.held_back
    assert "not been tested" in {flag.cue for flag in found.context}


def test_a_source_of_its_own_holds_the_promise_back() -> None:
    text = "In rats, it lowered blood sugar. It helps people with diabetes ([trial](https://doi.org/10.5555/abc))."
    assert all(found.held_back for found in findings(text, CHECK))


def test_the_next_paragraph_is_another_matter() -> None:
    assert findings("Mice lived longer on it.\n\nYou will feel better after a walk.\n", CHECK) == []
