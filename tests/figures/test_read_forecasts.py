"""What is foretold for a year, and what only names one."""

from __future__ import annotations

import pytest
from reading import readings

from workbench.figures import forecasts

FORETOLD = {
    "The market will reach $3 billion in 2022.": ("2022", False),
    "The company hopes to launch the product in 2019.": ("2019", False),
    "The agency plans to decide by 2027.": ("2027", False),
    "Prices should fall by 2024, experts say.": ("2024", False),
    "By 2030, one in four adults will take it.": ("2030", False),
    "By the end of 2030, sales will have doubled.": ("2030", False),
    "It was expected to double by 2020.": ("2020", True),
}
NONE = [
    "The drug was approved in 2022 and will stay on the list.",
    "By 2020, one in four adults took it.",
    "The trial, which began in 2020, is expected to run for eight years.",
    "She hopes to sleep better.",
]


@pytest.mark.parametrize(("text", "told"), FORETOLD.items())
def test_a_forecast_is_read(text: str, told: tuple[str, bool]) -> None:
    (found,) = readings(forecasts.read, text)
    assert (found.year.text, found.past) == told


@pytest.mark.parametrize("text", NONE)
def test_a_year_alone_is_no_forecast(text: str) -> None:
    assert not readings(forecasts.read, text)
