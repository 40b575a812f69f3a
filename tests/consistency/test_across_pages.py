"""Articles that do not agree, and the many ways in which two values in two articles are no conflict."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from across import disagree, told_by

from workbench.consistency import conflicts, value

KETAMINE = "# Ketamine for depression\n\n"
APART = [  # two pages, and what they disagree about
    (
        KETAMINE + "A course of six sessions is usual.",
        "# What ketamine infusions cost in depression\n\nYou will have eight sessions of ketamine.",
        "Sessions in a course",
    ),
    (
        "# Ketamine infusions\n\nA first course consists of six infusions.",
        "# Paying for ketamine infusions\n\nMost people need eight infusions.",
        "Infusions in a course",
    ),
    (
        "# Ketamine infusions\n\nEach infusion costs $450.",
        "# Ketamine: what you pay\n\nWe charge $600 per infusion.",
        "Price of an infusion",
    ),
    (
        "# Nasal esketamine\n\nYou are monitored for two hours after the dose.",
        "# Esketamine nasal spray: the day itself\n\nYou are observed for one hour after the dose.",
        "How long people are watched",
    ),
    (
        "# Ibuprofen\n\nThe maximum dose of ibuprofen is 1,200 mg a day.",
        "# Pain relief\n\nThe maximum dose of ibuprofen is 2,400 mg a day.",
        "Highest dose",
    ),
    (
        "# Ketamine infusions\n\nDo not drive for 24 hours after the infusion.",
        "# After ketamine\n\nYou should not drive for 12 hours after an infusion.",
        "How long not to drive",
    ),
    (
        "# TMS\n\nEach TMS session lasts 20 minutes.",
        "# Your TMS visit\n\nA TMS session takes 40 minutes.",
        "Length of a session",
    ),
    (
        "# Zolpidem\n\nZolpidem has a half-life of 2.5 hours.",
        "# Sleeping pills\n\nThe half-life of zolpidem is about 6 hours.",
        "Half-life",
    ),
    (
        "# Shingles vaccine\n\nThe two doses are given 8 weeks apart.",
        "# Vaccines after 50\n\n## Shingles vaccine\n\nThe doses are given four weeks apart.",
        "Time between doses",
    ),
    (
        "# Sertraline\n\nThe usual starting dose of sertraline is 50 mg once a day.",
        "# Antidepressants\n\nThe starting dose of sertraline is 25 mg once a day.",
        "Starting dose",
    ),
    (
        "# Ketamine infusions\n\nThe infusion takes 40 minutes.",
        "# Ketamine in the clinic\n\nA ketamine infusion lasts two hours.",
        "Length of an infusion",
    ),
    (
        "# Ketamine infusions\n\n| Question | Answer |\n|---|---|\n| Session length | 50 minutes |\n| Cost | ask us |",
        "# Ketamine infusions\n\nEach session takes 90 minutes.",
        "Length of a session",
    ),
]
ALIKE = {  # a reason why not → two pages
    "ranges that meet": (
        KETAMINE + "A course of 4 to 6 sessions is usual.",
        KETAMINE + "A course of six sessions is usual.",
    ),
    "the same in other words": (
        "# Ketamine infusions\n\nThe infusion takes one hour.",
        "# Ketamine infusions\n\nThe infusion takes 60 minutes.",
    ),
    "about": (
        "# TMS\n\nEach TMS session lasts about 20 minutes.",
        "# TMS\n\nEach TMS session lasts 19 minutes.",
    ),
    "a limit that allows the other": (
        "# TMS\n\nEach TMS session lasts up to 60 minutes.",
        "# TMS\n\nA TMS session takes 40 minutes.",
    ),
    "from": (
        "# Ketamine infusions\n\nInfusions cost from $79 per infusion.",
        "# Ketamine infusions\n\nWe charge $320 per infusion.",
    ),
    "another drug": (
        "# Ketamine infusions\n\nThe infusion takes 40 minutes.",
        "# Infliximab infusions\n\nThe infusion takes two hours.",
    ),
    "another condition": (
        KETAMINE + "A course of six sessions is usual.",
        "# Ketamine for migraine\n\nA course of ten sessions is usual.",
    ),
    "another way of giving": (
        "# Ketamine infusions\n\nA session takes 40 minutes.",
        "# Ketamine lozenges\n\nA session takes 90 minutes.",
    ),
    "another form has another price": (
        "# Ketamine infusions\n\nA treatment costs $450.",
        "# Ketamine at home\n\nA treatment costs $79.",
    ),
    "another protocol": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "In the Brookfield plan, a course of ten sessions is usual.",
    ),
    "later treatment": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "A maintenance course of twelve sessions is usual.",
    ),
    "group and alone": (
        "# Psychotherapy\n\nIndividual psychotherapy sessions last 50 minutes.",
        "# Psychotherapy\n\nGroup psychotherapy sessions last 90 minutes.",
    ),
    "the first visit": (
        KETAMINE + "Your first visit takes two hours.",
        KETAMINE + "A visit takes one hour.",
    ),
    "other years": (
        "# Ketamine infusions\n\nIn 2025, each infusion costs $450.",
        "# Ketamine infusions\n\nIn 2026, each infusion costs $600.",
    ),
    "who pays": (
        "# Ketamine infusions\n\nEach infusion costs $450.",
        "# Ketamine infusions\n\nWith insurance you pay $90 per infusion.",
    ),
    "other money": (
        "# Ketamine infusions\n\nEach infusion costs $450.",
        "# Ketamine infusions\n\nEach infusion costs £350.",
    ),
    "other people": (
        "# Sertraline\n\nThe usual dose of sertraline is 50 mg once a day.",
        "# Sertraline\n\nIn children, the usual dose of sertraline is 25 mg once a day.",
    ),
    "another clinic": (
        "# Ketamine infusions\n\nEach infusion costs $450.",
        "# Ketamine infusions\n\nOther clinics charge $900 per infusion.",
    ),
    "a clinic by name": (
        "# Ketamine infusions\n\nEach infusion costs $450.",
        "# Ketamine infusions\n\nAt Brookfield, each infusion costs $900.",
    ),
    "quoted": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "“You will need ten sessions,” the brochure promised.",
    ),
    "asked": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "Will you need ten sessions?",
    ),
    "a myth": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "It is a myth that you need ten sessions.",
    ),
    "past": (
        "# Ketamine infusions\n\nEach infusion costs $450.",
        "# Ketamine infusions\n\nEach infusion used to cost $300.",
    ),
    "perhaps": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "You might need ten sessions.",
    ),
    "a trial": (
        "# Ketamine infusions\n\nThe infusion takes 40 minutes.",
        "# Ketamine infusions\n\nIn the trial, the infusion took 100 minutes.",
    ),
    "a trial's heading": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "## The trial\n\nA course consists of ten sessions.",
    ),
    "an example": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "Suppose you need ten sessions.",
    ),
    "somebody's story": (
        "# Ketamine infusions\n\nThe infusion takes 40 minutes.",
        "# Ketamine infusions\n\nMy infusion took two hours.",
    ),
    "warned of": (
        "# Ketamine infusions\n\nThe infusion takes 40 minutes.",
        "# Ketamine infusions\n\nWarning signs of a bad clinic include:\n\n- the infusion takes five minutes",
    ),
    "two values on a page are its own matter": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "A course of eight sessions is usual.\n\nYou will have ten sessions.",
    ),
    "nothing is named": ("A course of six sessions is usual.", "A course of ten sessions is usual."),
    "another thing": (
        "# Ketamine infusions\n\nThe infusion takes 40 minutes.",
        "# Ketamine infusions\n\nA visit takes two hours.",
    ),
    "by weight": (
        "# Ketamine\n\nThe usual dose of ketamine is 35 mg.",
        "# Ketamine\n\nThe usual dose of ketamine is 0.5 mg/kg.",
    ),
    "a range told as options": (
        "# Ketamine infusions\n\nEach infusion costs $450.",
        "# Ketamine infusions\n\nPremium option: each infusion costs $900.",
    ),
    "the length of a trial": ("# Ketamine\n\nThe trial lasted four weeks.", "# Ketamine\n\nThe trial lasted 12 weeks."),
    "a code sample": (
        KETAMINE + "A course of six sessions is usual.",
        KETAMINE + "```\nA course of ten sessions is usual.\n```",
    ),
    "empty": ("", KETAMINE + "A course of six sessions is usual."),
}


@pytest.mark.parametrize(("one", "other", "title"), APART, ids=[title for *_, title in APART])
def test_two_articles_do_not_agree(one: str, other: str, title: str) -> None:
    assert [conflict.title for conflict in disagree(one, other)] == [title]


@pytest.mark.parametrize("pages", ALIKE.values(), ids=ALIKE)
def test_no_conflict(pages: tuple[str, str]) -> None:
    assert disagree(*pages) == []


def test_another_country_is_another_matter() -> None:
    pages = [("a", told_by(KETAMINE + "A course of six sessions is usual.", "US"))]
    assert not conflicts([*pages, ("b", told_by(KETAMINE + "A course of ten sessions is usual.", "GB"))])
    assert conflicts([*pages, ("b", told_by(KETAMINE + "A course of ten sessions is usual.", "US"))])


def test_the_front_matter_says_the_country() -> None:
    british = "---\ncountry: GB\n---\n" + KETAMINE + "A course of ten sessions is usual."
    assert disagree(KETAMINE + "A course of six sessions is usual.", british) == []


def test_what_is_shown_of_a_conflict() -> None:
    pages = [KETAMINE + f"A course of {number} sessions is usual." for number in ("six", "eight", "5 to 8", "7 to 9")]
    (found,) = disagree(*pages)
    assert (found.title, found.scope, found.severity) == ("Sessions in a course", "ketamine, for depression", "note")
    shown = [(one.article, one.told.text, value(one.told.amount, one.told.text)) for one in found.values]
    assert shown == [
        ("a", "six sessions", "6 sessions"),
        ("b", "eight sessions", "8 sessions"),
        ("d", "7 to 9 sessions", "7 to 9 sessions"),
    ], "the range that allows every other value is no part of it"
    for one, page in zip(found.values, (pages[0], pages[1], pages[3]), strict=True):
        assert page[one.told.start : one.told.end] == one.told.text
        assert one.told.sentence == page.removeprefix(KETAMINE)


def test_the_order_of_the_articles_does_not_count() -> None:
    pages = [
        (name, told_by(KETAMINE + f"A course of {number} sessions is usual."))
        for name, number in zip("abc", "689", strict=True)
    ]
    assert len({conflicts(some) for some in permutations(pages)}) == 1


def test_the_key_is_that_of_the_values() -> None:
    def key(*numbers: str) -> str:
        return disagree(*(KETAMINE + f"A course of {number} sessions is usual." for number in numbers))[0].key

    assert key("six", "eight") == key("6", "8"), "another way to print it decides nothing anew"
    assert len({key("six", "eight"), key("six", "nine"), key("eight", "six"), key("six", "eight", "nine")}) == 4


def test_a_value_for_nobody_in_particular_is_held_against_each() -> None:
    found = disagree(
        KETAMINE + "A course of six sessions is usual.",
        "# Ketamine for migraine\n\nA course of ten sessions is usual.",
        "# Ketamine: what to expect\n\nA course of eight sessions is usual.",
    )
    assert [(one.scope, [it.article for it in one.values]) for one in found] == [
        ("ketamine, for depression", ["a", "c"]),
        ("ketamine, for migraine", ["b", "c"]),
    ]


@pytest.mark.parametrize(
    "text", ["", "#", "## \n\n- ", "۶ جلسات", "💊" * 50 + " 6 sessions", "<script>6 sessions</script>"]
)
def test_pages_that_tell_nothing(text: str) -> None:
    assert told_by(text) == ()


def test_hostile_words_are_only_words() -> None:
    nasty = "# Ketamine <img src=x onerror=alert(1)>\n\nA course of {0.__class__} ten sessions of ketamine is usual."
    for one in told_by(nasty):
        assert one.text in nasty
    assert [one.text for one in told_by(nasty + "\n\nYou will have ten sessions of ketamine.")][-1:] == ["ten sessions"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Each infusion costs from $450.", "at least $450"),
        ("The infusion takes up to 40 minutes.", "at most 40 min"),
        ("The infusion takes about 40 minutes.", "about 40 min"),
        ("The infusion takes 40 to 60 minutes.", "40 to 60 min"),
        ("You will have ten infusions.", "10 infusions"),
        ("Infusions are given twice a week.", "twice a week"),
    ],
)
def test_a_value_as_it_is_compared(text: str, shown: str) -> None:
    (one,) = told_by("# Ketamine infusions\n\n" + text)
    assert value(one.amount, one.text) == shown
    assert all(isinstance(end, Fraction) for end in one.amount.ends)
