"""Sizes of groups and people counted in them, and numbers that count nobody."""

from __future__ import annotations

import pytest
from reading import printed, readings

from workbench.figures import allocations, counts, groups


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Count, size, percentage and where the size stands ("" = not told) of every share."""
    return [
        (
            printed(one.count),
            printed(one.size.number if one.size else None),
            printed(one.percent),
            one.size.where if one.size else "",
        )
        for one in readings(groups.read, text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seventeen of 24 patients (70.8 %) slept.", ("17", "24", "70.8", "beside")),
        ("It helped 17 of the 24.", ("17", "24", "-", "beside")),
        ("It helped 17/24 (70.8%).", ("17", "24", "70.8", "beside")),
        ("It helped 70.8% (17/24).", ("17", "24", "70.8", "beside")),
        ("It helped 70.8% (17 of 24).", ("17", "24", "70.8", "beside")),
        ("In all, 17 (70.8%) of the 24 patients slept.", ("17", "24", "70.8", "beside")),
        ("In all, 17 patients (70.8%) of 24 slept.", ("17", "24", "70.8", "beside")),
        ("In all, 70.8% of the 24 patients slept.", ("-", "24", "70.8", "beside")),
        ("Of the 10 people who took the higher dose, 64.3% improved.", ("-", "10", "64.3", "beside")),
        ("Of 24 adults, 70.8% slept.", ("-", "24", "70.8", "beside")),
        ("Among the 24 adults with pain, 17 (70.8%) slept.", ("17", "24", "70.8", "beside")),
        ("Of the 24, seven improved.", ("7", "24", "-", "beside")),
        ("Of these 10, seven also slept.", ("7", "10", "-", "beside")),
        ("It helped 33.3% in the placebo group (n = 12).", ("-", "12", "33.3", "beside")),
        ("It helped 33.3% of those given placebo (n=12).", ("-", "12", "33.3", "beside")),
        ("The trial met 24 people. In the end 17 (70.8%) slept.", ("17", "24", "70.8", "before")),
        ("We met 24 people. Of them, 70.8% (n = 17) slept.", ("17", "24", "70.8", "before")),
        ("We met 24 people. Seventeen people (70.8%) slept.", ("17", "24", "70.8", "before")),
        ("We met 1\u2009130 people. Most (n = 565, 50.0%) slept.", ("565", "1130", "50.0", "before")),
        ("In two arms of 12 adults and 24 adults, 9 people (75%) slept.", ("9", "-", "75", "")),
    ],
)
def test_a_share_is_read(text: str, found: tuple[str, str, str, str]) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "size", "part"),
    [
        ("All 8 patients slept.", "8", "1"),
        ("All 8 improved — it works.", "8", "1"),
        ("All eight improved.", "8", "1"),
        ("Each of the 12 women slept.", "12", "1"),
        ("Half of the 12 slept.", "12", "1/2"),
        ("Two thirds of the 24 patients slept.", "24", "2/3"),
        ("A quarter of the 24 women left.", "24", "1/4"),
        ("None of the 38 patients fell ill.", "38", "0"),
    ],
)
def test_shares_in_words(text: str, size: str, part: str) -> None:
    (one,) = readings(groups.read, text)
    assert (printed(one.size.number if one.size else None), str(one.part)) == (size, part)


@pytest.mark.parametrize(
    "text",
    [
        "In all 8 trials it won.",
        "Not all 12 patients came.",
        "Nearly all 8 patients slept.",
        "It was seen in all 12 patients.",
        "He is one of the 12 best.",
        "It costs 17 points (5%) less.",
        "It took 3 weeks (50%) less.",
        "Of the $10 you pay, 50% is tax.",
        "Take 17 mg (70%) of it.",
        "In 2024 (70%) it grew.",
        "Prices rose by 5 (2%) there.",
        "Adults aged 24 (70%) came.",
        "Page 17 (70%) is out.",
        "Of the week, 3 days are free.",
        "All of it is 24 years old.",
        "It is one of two or three.",
    ],
)
def test_other_numbers_count_nobody(text: str) -> None:
    assert told(text) == []


def test_a_way_of_speaking_is_a_rate() -> None:
    (one,) = readings(groups.read, "Three out of four people sleep badly.")
    assert (one.rate, printed(one.count)) == (True, "3")
    (every,) = readings(groups.read, "Two out of every three people sleep badly.")
    assert every.rate
    (two,) = readings(groups.read, "About 17 of 24 patients slept.")
    assert (two.rate, two.approximate) == (False, True)


def test_two_arms() -> None:
    text = "It helped 33.3% in the placebo group (n = 12) and 66.7% of the drug group (n = 24)."
    assert told(text) == [("-", "12", "33.3", "beside"), ("-", "24", "66.7", "beside")]
    text = "Of the 195 people who received it, 55.4% slept, and of the 170 who received none, 41.2% did."
    assert told(text) == [("-", "195", "55.4", "beside"), ("-", "170", "41.2", "beside")]


def test_sizes_and_their_names() -> None:
    text = "We met 24 adults: the placebo group (n = 12) and 12 women on Velodrin; 3 women (12.5%) left."
    found = [(printed(size.number), size.label) for size in readings(groups.sizes, text)]
    assert found == [("24", ""), ("12", "placebo group"), ("12", "Velodrin")]


def test_people_by_what_they_do() -> None:
    text = (
        "We asked 28 young dancers and thirty runners; 12 carers (40%) left. About 9 drivers came, and 4 to 6 readers."
    )
    assert [printed(size.number) for size in readings(groups.sizes, text)] == ["28", "30", "9"]
    assert told("In the drug arm 21 of 55 (38.2%) slept.") == []


def test_a_table_and_a_list() -> None:
    text = (
        "| Event | Placebo (n = 12) | Drug (n = 24) |\n|---|---|---|\n"
        "| Rash | 3 (25.0%) | 17 (70.8) |\n| Ache | 3/11 (27.3) | 5.5 (70.8) |\n"
    )
    assert told(text) == [
        ("3", "12", "25.0", "column"),
        ("17", "24", "70.8", "column"),
        ("3", "11", "27.3", "beside"),
    ]
    text = "In the trial of 24 adults:\n\n- 17 (70.8%) slept\n- 5 (20.8%) left\n"
    assert told(text) == [("17", "24", "70.8", "lead-in"), ("5", "24", "20.8", "lead-in")]


def test_the_level_of_an_interval_and_a_whole_are_no_share() -> None:
    assert told("Five of 20 patients (95% CI 8.7 to 49.1) left.") == [("5", "20", "-", "beside")]
    assert told("Two thirds of the 24 patients (66.7%) left.") == []
    assert told("The trial had 30 patients (56.7% women).") == []
    assert told("In all, 70.8% of patients (n = 17) slept.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It helped 5 of the 7 people treated (76%).", ("5", "7", "76", "beside")),
        ("It helped 11 of 17 in the active arm (64.7%).", ("11", "17", "64.7", "beside")),
        ("In all, 17 of 24 improved (70.8%).", ("17", "24", "70.8", "beside")),
    ],
)
def test_words_between_a_group_and_its_percentage(text: str, found: tuple[str, str, str, str]) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 8 of 9 cases (89%) it cleared.", [("8", "9", "89")]),
        ("They kept 156 of 186 visits (83.9%).", [("156", "186", "83.9")]),
        ("They kept 83.9% (156/186) of visits.", [("156", "186", "83.9")]),
        ("Overall, 62.5% of participants (n=10/16) slept.", [("10", "16", "62.5")]),
        ("It came to five (17.9%) of 28 patients.", [("5", "28", "17.9")]),
        ("One in three of the 22 (32%) slept.", []),
        ("It grew in 12 of 15 states (14% a year).", []),
        ("In 2 of 3 weeks it rained.", []),
        ("Take 2 of 3 tablets (50 mg).", []),
        ("Nine of 12 lost weight (mean 6%).", []),
    ],
)
def test_counts_of_anything(text: str, found: list[tuple[str, str, str]]) -> None:
    shares = readings(counts.read, text)
    assert [
        (printed(one.count), printed(one.size.number if one.size else None), printed(one.percent)) for one in shares
    ] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In spring, 84 patients joined group 1 (n=41) or group 2 (n=43).", ("84", "41 43", False)),
        ("Sixty adults were randomised, 32 to the drug and 28 to usual care.", ("60", "32 28", True)),
        ("It enrolled 48 women. They were assigned to yoga (n = 25) or rest (n = 23).", ("48", "25 23", True)),
        ("Fifty veterans took part; 26 received Velodrin and 24 placebo.", ("50", "26 24", False)),
        ("Of the 100 patients, 52 were assigned to tea and 48 to placebo.", ("100", "52 48", True)),
    ],
)
def test_groups_of_a_total(text: str, found: tuple[str, str, bool]) -> None:
    (one,) = readings(allocations.read, text)
    assert (printed(one.total), printed(*one.arms), one.assigned) == found


@pytest.mark.parametrize(
    "text",
    [
        "Of the 84 patients, 39 of 41 in group 1 and 40 of 43 in group 2 slept.",
        "The drug group (n = 41) and the placebo group (n = 43) slept.",
        "About 84 patients were in group 1 (n=41) or group 2 (n=43).",
        "In 84 patients, 20 mg in week 1 and 40 mg in week 2 were given.",
        "The 84 patients were in group 1 or group 2.",
    ],
)
def test_other_groups_have_no_total(text: str) -> None:
    assert readings(allocations.read, text) == []
