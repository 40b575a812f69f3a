"""Which sentences have quantities of a kind: as a look at every quantity would tell."""

from __future__ import annotations

import pytest
from speak import article

from workbench.kinds import kinds

TEXT = """# How much, and for how long

Take 200 mg twice a day. It lasts for 10 days. Ten of 24 people (42 %) slept, and 30 % did not. Nobody was harmed.

- It costs $40 and 20 minutes
- 7
"""


@pytest.mark.parametrize(
    "some", [("dose",), ("percent", "money"), ("duration", "frequency", "number"), ("group",), ("ratio",), ()]
)
def test_sentences_with_a_kind_are_those_that_have_one(some: tuple[str, ...]) -> None:
    page = article(TEXT)
    looked = [index for index, there in enumerate(page.quantities) if any(one.kind in some for one in there)]
    assert kinds(page).of(*some) == looked


def test_units_and_numbers_of_quantities_are_told() -> None:
    page = article(TEXT)
    told = kinds(page)
    assert told.with_unit("%") == [
        index for index, there in enumerate(page.quantities) if any(q.unit == "%" for q in there)
    ]
    assert told.count("percent") == sum(one.kind == "percent" for there in page.quantities for one in there) == 2
    assert told.sentences == [index for index, there in enumerate(page.quantities) if there]


def test_another_article_has_its_own() -> None:
    assert kinds(article("Take 5 mg.")).of("dose") == [0]
    assert kinds(article("Take it.")).of("dose") == []
