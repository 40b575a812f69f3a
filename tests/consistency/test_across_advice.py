"""Opposite advice: one page has the reader do what another one warns of."""

from __future__ import annotations

import pytest
from across import advice_of
from speak import content

from workbench import batch
from workbench.consistency import conflicts, heading, value

FOR = "# Spravato\n\nUse Spravato on your sofa."
AGAINST = "# Spravato: the day itself\n\nSpravato cannot be taken home."


def shown(one: str, other: str, country: str = "US") -> list[tuple[str, str, list[str]]]:
    found = conflicts([("a", advice_of(one, country)), ("b", advice_of(other, country))])
    return [
        (each.severity, heading(each), [value(it.told.amount, it.told.text) for it in each.values]) for each in found
    ]


@pytest.mark.parametrize(
    "against",
    [
        AGAINST,
        "Never use Spravato at home.",
        "Spravato is not for home use.",
        "Spravato must not be used at home.",
        "Avoid clinics that post Spravato to your door.",
        "Warning signs of a bad clinic include:\n\n- Spravato for use at home",
    ],
)
def test_one_page_recommends_what_another_warns_of(against: str) -> None:
    title = "Home use of esketamine: opposite advice"
    assert shown(FOR, against) == [("warning", title, ["Recommends it", "Warns against it"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FOR, FOR),
        (AGAINST, "# Spravato\n\nNever use Spravato at home."),
        (FOR, "# Spravato\n\nCan you use Spravato at home?"),
        (FOR, "# Spravato\n\nRest at home after Spravato."),
        (FOR, "# Spravato\n\nYou are watched for two hours after Spravato."),
        (FOR, "# Botox\n\nNever inject filler yourself."),
        (AGAINST, "# Claims we heard\n\n“Use Spravato at home,” the ad says."),
        (AGAINST, "# A story\n\nShe used Spravato at home and fell, the report says."),
        (AGAINST, "# Spravato\n\nYou do not have to leave: use Spravato at home."),
        (AGAINST, "# Spravato\n\nUse Spravato on your sofa.\n\nSpravato cannot be taken home."),
        (FOR, ""),
    ],
)
def test_no_opposite_advice(one: str, other: str) -> None:
    assert shown(one, other) == []


def test_another_country_has_other_rules() -> None:
    assert not conflicts([("a", advice_of(FOR, "US")), ("b", advice_of(AGAINST, "GB"))])
    assert shown(FOR, AGAINST, "") == [], "where no country is declared nothing can be said"


def test_the_words_are_those_of_the_finding() -> None:
    (told,) = advice_of(FOR)
    assert FOR[told.start : told.end] == told.text == "Use Spravato on your sofa"
    assert (told.sentence, told.attribute) == ("Use Spravato on your sofa.", "the home use of esketamine")


def test_the_table_names_checks_that_there_are() -> None:
    check = next(check for check in content().checks if check.id == "cross-article-conflict")
    known = {f"{one.topic}/{one.id}" for one in batch.chosen(content(), ())}
    assert {row["check"] for row in content().tables[check.params["opposites"]]} <= known
