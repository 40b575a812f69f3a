"""A forecast for a past year that is told as future."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "forecast-past"
WRONG = [
    "Analysts expect the ketamine clinic market to grow. It will be worth $6.9 billion by 2025.",
    "According to market researchers, the sector is set to pass $5 billion in 2023.",
    "The global market, now at $3 bn, is forecast to reach $7 bn by the end of 2024.",
    "A phase 3 trial is due to report in 2021.",
    "The FDA is expected to decide in 2020.",
    "By 2022, one in four adults will take it.",
    "The NHS plans to offer it to all adults by 2023.",
    "Prices should fall by 2024, experts say.",
    "The company hopes to launch the product in 2019.",
    "The agency anticipates a decision in early 2024.",
    "Demand is likely to double by 2025.",
    "The market is projected to grow at a CAGR of 10.6% from 2018 to 2023.",
    "Analysts predict the market will hit $9bn in 2024.",
    "The number of people with dementia is expected to reach 75 million by 2020.",
    "---\nupdated: 2024-05-01\n---\nThe trial will finish in 2023.",
]
CAREFUL = [
    "In 2019, analysts said the market would reach $3 billion in 2022.",
    "The WHO's 2015 report estimates that the number will reach 75 million by 2020.",
    "The market is projected to reach $9 billion by 2032.",
    "The drug will not be sold until 2028.",
    "A study published in 2021 will be repeated.",
    "Patients enrolled in 2022 will be followed for ten years.",
    "The trial, which began in 2020, is expected to run for eight years.",
    "The guideline was expected to appear in 2020 but came out in 2022.",
    "Since 2015 the clinic has offered it and will go on doing so.",
    "“The market will reach $3 billion in 2022,” said the company.",
    "Forecasts from 2017 that it would reach $5bn by 2022 proved wrong.",
    "In a 2018 paper the authors expect the share to reach 20% by 2024.",
    "---\nupdated: 2022-05-01\n---\nThe trial will finish in 2023.",
    "---\npublished: 2020-05-01\n---\nThe market is set to double by 2024.",
    "Your doctor will ask whether you had the 2023 vaccine.",
    "Since January 2024, all sites will accept cards.",
    "The law that passed in 2023 will protect patients.",
    "The dose should be reduced, as the 2021 guideline says.",
    "If it is approved, it will be sold from 2029 on.",
    "It was published in 2018. A later version may follow.",
    "They expected it to be approved by 2021; it was not.",
    "The drug should reach pharmacies in 2027.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_words_stay_quiet(text: str) -> None:
    assert not shown(text, CHECK)


def test_the_page_is_asked_first_for_its_date() -> None:
    (found,) = findings("---\nupdated: 2025-03-01\n---\nSales will double by 2024.", CHECK)
    assert found.message == "Told as future, but 2024 is past (the page is of 2025-03-01)."
