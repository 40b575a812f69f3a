"""Directions in pieces without a strength, and pieces that are no direction."""

from __future__ import annotations

import pytest
from speak import shown

CHECK = "amount-not-stated"


@pytest.mark.parametrize(
    "text",
    [
        "Take two capsules of Verdavance twice a day.",
        "Adults: 1-2 capsules three times daily with water.",
        "Place two squirts under your tongue each morning.",
        "Swallow one softgel every evening.",
        "Suggested use: take 3 gummies a day.",
        "For best results, chew two gummies daily.",
        "Take one tablet in the morning and one at night for calm nerves.",
        "Dosage: one dropperful twice a day.",
        "Mix one scoop into juice every day.",
        "| Product | How to take |\n|-|-|\n| Glowroot | 2 capsules twice daily |",
        "Start with one capsule a day and work up to three capsules a day.",
        "How to take it:\n\n- One capsule at breakfast, daily\n- Two at night",
        "Dissolve one troche under the tongue every night.",
        "You should take four capsules daily for the first month.",
        "Simply take 2 pills each night before bed.",
        "Let one lozenge melt under the tongue every evening.",
        "Adults take two tablets of Calmexa every evening.",
        "Directions\n\n1 capsule, twice daily, with food.",
        "**How to use:** chew 2 gummies daily.",
        "Shake well and take two droppers each night.",
        "Take 1 softgel daily with a meal.",
        "Dissolve one scoop in water every morning.",
    ],
)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "Take two 500 mg capsules of Verdavance twice a day.",
        "Take two capsules (1,000 mg) twice a day.",
        "Each softgel has 1,000 IU. Take one a day.",
        "One tablet contains 20 mg; take one tablet a day.",
        "Take the tablet whole.",
        "If you forget a tablet, do not take two tablets the next day.",
        "Take your tablet with food.",
        "Take one tablet a day as prescribed by your doctor.",
        "She took two capsules a day for a month.",
        "In the study, adults took one capsule twice a day.",
        "Do not take more than two tablets a day.",
        "Should I take one tablet every day?",
        "Take two puffs every four hours.",
        "Put one drop in each eye twice a day.",
        "Change the patch every three days.",
        "Take the contraceptive pill: one tablet every day for 21 days.",
        "Take two ibuprofen tablets every six hours.",
        "The pack holds 30 tablets.",
        "One capsule costs 40 cents a day.",
        "A tablet a day is easier to remember than three.",
        "Use two pumps of sunscreen every morning.",
        "A tablet is taken once a day; your pharmacist knows the strength.",
        "Give the dog one tablet a day.",
        "Two tablets a day were no better than one.",
        "Most people who take a tablet each day forget one a week.",
        "Capsules, tablets and gummies are sold daily at our store.",
        "Take two tablets of Calmexa (2 × 150 mg) every evening.",
        "Each gummy has 2.5 mg of melatonin. Chew 2 gummies daily.",
        "Take your morning tablet with water.",
        "A nurse brings one tablet every evening.",
        "He takes three tablets a day.",
        "Most leaflets say one tablet a day.",
        "Crush one tablet if you cannot swallow.",
        "Take one tablet a day if your doctor has prescribed it.",
        "If you vomit within an hour, take another tablet.",
        "You may need two or three tablets a day.",
        "Some people take one tablet a day, others inject once a week.",
        "Blood pressure tablets are taken once a day.",
        "Take the antibiotics twice a day until the pack is finished.",
        "Missed a pill? Take one pill as soon as you remember and the next one at the usual time each day.",
    ],
)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert not shown(text, CHECK)


def test_the_first_direction_stands_for_the_page() -> None:
    assert shown("Take two capsules a day.\n\nThen take three capsules a day.", CHECK) == ["two capsules"]
