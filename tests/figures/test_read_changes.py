"""Changes, risks in two arms, growth, forecasts, parts and largest values, and numbers that are none of these."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reading import plain, printed, readings

from workbench.figures import best, changes, forecasts, growth, parts, risks
from workbench.figures.stated import alike
from workbench.figures.stated_changes import Told


def said(told: Told) -> str:
    return f"{told.direction} {plain(told.value)} {told.wording}".strip()


def change(text: str) -> list[tuple[str, list[str]]]:
    """Old and new value, and each way the change is told."""
    return [(printed(one.old, one.new), [said(told) for told in one.told]) for one in readings(changes.read, text)]


@pytest.mark.parametrize(
    ("text", "values", "told"),
    [
        ("It rose from 10% to 15%, up 5%.", "10 15", ["up 5 percent"]),
        ("It rose from 10% to 15%, up 5 points.", "10 15", ["up 5 points"]),
        ("It rose from 10 % to 15 % (up 50 %, or 5 percentage points).", "10 15", ["up 50 percent", "5 points"]),
        ("It rose by 5 percentage points, from 10% to 15%.", "10 15", ["up 5 points"]),
        ("Scores rose from 10 to 30, a 400% increase.", "10 30", ["up 400 percent"]),
        ("There was an increase of 200% (from 10 to 30).", "10 30", ["up 200 percent"]),
        ("The number tripled from 10 to 30.", "10 30", ["up 3 ratio"]),
        ("It was a three-fold rise, from 10 to 30.", "10 30", ["up 3 ratio"]),
        ("Three times as many slept: from 10 to 30.", "10 30", ["up 3 ratio"]),
        ("It went from 10 to 30, three times more.", "10 30", ["up 3 more"]),
        ("It fell by 60% from 25% to 10%.", "25 10", ["down 60 percent"]),
        ("It was cut in half, from 10% to 5%.", "10 5", ["down 2 ratio"]),
        ("It fell from 10% to 5%, halving.", "10 5", ["down 2 ratio"]),
        ("The pain dropped from 7.20 at week 0 to 3.60 at week 8 (a 50% reduction).", "7.20 3.60", ["down 50 percent"]),
        ("Sales rose from $10 to $15, 50% more.", "10 15", ["up 50 percent"]),
        ("It rose from 3.24 → 5.91 bn.", "3.24 5.91", []),
        ("It rose from 10% to 15%.", "10 15", []),
        ("It fell by only 5 points, from 10% to 5%.", "10 5", ["down 5 points"]),
        ("It grew from $2 billion in 2024 to $4 billion in 2030, or 20% a year.", "2 4", []),
    ],
)
def test_a_change_is_read(text: str, values: str, told: list[str]) -> None:
    assert change(text) == [(values, told)]


@pytest.mark.parametrize(
    "text",
    [
        "It ranged from 10% to 15%.",
        "Adults aged from 18 to 65 came.",
        "The trial ran from 2012 to 2020.",
        "We are open from 9 to 5.",
        "Take from 1 to 2 tablets.",
        "It is scored from 0 to 52.",
        "The drug moved from phase 2 to phase 3.",
        "See pages 10 to 15 for more.",
        "It lasts from 3 to 6 months.",
        "It went up to 15% in May.",
        "Turn from page 3 to page 5.",
        "Buses run from 10 to 12 daily.",
    ],
)
def test_other_pairs_are_no_change(text: str) -> None:
    assert change(text) == []


def test_two_changes_keep_what_is_told_of_each() -> None:
    text = "It rose from 10% to 15%, up 50%, while the other fell from 20% to 10%, down 50%."
    assert change(text) == [("10 15", ["up 50 percent"]), ("20 10", ["down 50 percent"])]
    text = "It fell from 8.1% to 7.2% with Velodrin and from 8.2% to 7.9% with placebo."
    assert change(text) == [("8.1 7.2", []), ("8.2 7.9", [])]


def test_about_and_an_arrow() -> None:
    (one,) = readings(changes.read, "It rose from about 10% to 15%.")
    (two,) = readings(changes.read, "It rose from 10 → 30.")
    assert (one.approximate, two.approximate) == (True, False)


def test_scales_keep_the_printed_digits() -> None:
    (one,) = readings(changes.read, "Sales rose from 850 million to 1.2 bn, up 41%.")
    assert (one.old.amount, one.new.amount) == (Decimal("850E+6"), Decimal("1.2E+9"))
    assert alike(one.old, one.new) == (Decimal("0.850"), Decimal("1.2"))


def effect(text: str) -> list[tuple[str, str, str, str]]:
    """Both risks, the number needed, what is told of the change, and where the risks stand."""
    found: list[tuple[str, str, str, str]] = []
    for one in readings(risks.read, text):
        pair = " | ".join(
            printed(risk.percent) if risk.percent else printed(risk.count, risk.size) for risk in one.pair or ()
        )
        found.append(
            (pair, printed(one.needed.number if one.needed else None), said(one.told) if one.told else "", one.where)
        )
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rate fell from 10% to 5%, NNT 5.", ("10 | 5", "5", "", "sentence")),
        ("It fell from 10% with placebo to 5% with Velodrin (NNT = 20).", ("10 | 5", "20", "", "sentence")),
        (
            "It was 10% with placebo and 5% with Velodrin. The number needed to treat was 20.",
            ("10 | 5", "20", "", "before"),
        ),
        ("The NNT was 20. It was 10% with placebo and 5% with Velodrin.", ("10 | 5", "20", "", "after")),
        ("You need to treat 20 people for one to gain.", ("", "20", "", "sentence")),
        (
            "In short, 20 people need to be treated for one to gain.",
            ("", "20", "", "sentence"),
        ),
        (
            "It was 10% with placebo and 5% with Velodrin, which halves the risk.",
            ("10 | 5", "-", "down 2 ratio", "sentence"),
        ),
        ("The risk was 50% lower, 4 in 100 versus 2 in 100.", ("4 100 | 2 100", "-", "down 50 percent", "sentence")),
        ("It cuts your risk by 50%.", ("", "-", "down 50 percent", "sentence")),
        ("They are twice as likely to sleep.", ("", "-", "up 2 ratio", "sentence")),
        ("It came in 12% compared with 6% on placebo.", ("12 | 6", "-", "", "sentence")),
        ("It came in 45% of men and 30% of women.", ("45 | 30", "-", "", "sentence")),
        ("The NNH was 12 (95% CI 8 to 40).", ("", "12", "", "sentence")),
    ],
)
def test_an_effect_is_read(text: str, found: tuple[str, str, str, str]) -> None:
    assert found in effect(text)


@pytest.mark.parametrize(
    "text",
    [
        "It ranges from 10% to 15%.",
        "NNTs differ, and the number needed to treat was not told.",
        "We met 12% of them and left.",
        "Sales were 50% lower.",
        "Take 10% more of it than before.",
        "There is a risk at 10 or 20.",
        "You must treat it for 20 days.",
        "It is a double-blind trial of risk.",
        "The interval was 95% and the power 80%.",
    ],
)
def test_other_numbers_are_no_effect(text: str) -> None:
    assert effect(text) == []


def test_arms_and_intervals_of_an_effect() -> None:
    (one,) = readings(risks.read, "It was 10% with placebo and 5% with Velodrin, NNT 20 (95% CI 12 to 50).")
    assert [risk.label for risk in one.pair or ()] == ["placebo", "Velodrin"]
    assert one.needed is not None
    assert (printed(one.needed.low, one.needed.high), one.needed.harm, one.moved) == ("12 50", False, False)


def grown(text: str) -> list[tuple[str, str, str, bool]]:
    """Rate, start with its year, end with its year, and whether it is called compound."""
    return [
        (
            printed(one.rate),
            printed(one.start.value, one.start.year) if one.start else "-",
            printed(one.end.value, one.end.year) if one.end else "-",
            one.compound,
        )
        for one in readings(growth.read, text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It will grow from $3.24 billion in 2022 to $5.91 billion by 2028, a CAGR of 10.6%.",
            ("10.6", "3.24 2022", "5.91 2028", True),
        ),
        (
            "It was worth USD 3.24 billion in 2022 and is set to reach USD 5.91 billion by 2028, at a compound annual"
            " growth rate of 10.6%.",
            ("10.6", "3.24 2022", "5.91 2028", True),
        ),
        (
            "It was worth $850 million in 2020. It should reach $1.2 billion by 2025, at a CAGR of about 7.1%.",
            ("7.1", "850 2020", "1.2 2025", True),
        ),
        ("It goes from 2 → 4 bn over 6 years, 20% CAGR.", ("20", "2 -", "4 -", True)),
        ("It grew from $2 billion in 2024 to $4 billion in 2030, or 20% a year.", ("20", "2 2024", "4 2030", False)),
        ("A CAGR of 12.17% is told.", ("12.17", "-", "-", True)),
        ("Annual growth of 5% is told.", ("5", "-", "-", False)),
        ("Sales grow by 5% a year.", ("5", "-", "-", False)),
        (
            "It goes from $3.24 bn in 2022 to $5.91 bn by 2028. Another tells of a CAGR of 12.2% from 2024 to 2034.",
            ("12.2", "-", "-", True),
        ),
    ],
)
def test_growth_is_read(text: str, found: tuple[str, str, str, bool]) -> None:
    assert grown(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "About 5% of them relapse a year.",
        "Interest is 5% a year.",
        "It grew to $4 billion.",
        "Growth charts show the 5% line.",
        "It takes a year to grow 5 cm.",
        "Children grow by 5 cm a year.",
    ],
)
def test_other_rates_are_no_growth(text: str) -> None:
    assert grown(text) == []


def test_years_and_periods() -> None:
    (one,) = readings(growth.read, "It goes from 2 → 4 bn over six years, 20% CAGR.")
    assert printed(one.years) == "6"
    (two,) = readings(growth.read, "It tells of a CAGR of 12.2% from 2024 to 2034.")
    assert printed(*(two.period or ())) == "2024 2034"


@pytest.mark.parametrize(
    ("text", "year", "value", "past"),
    [
        ("The market will reach $3 bn in 2022.", "2022", "3", False),
        ("The market is expected to double by 2020.", "2020", "-", False),
        ("The market was forecast to reach $3 bn by 2022.", "2022", "3", True),
        ("It will grow from $2 billion in 2024 to $4 billion in 2030.", "2030", "4", False),
        ("It is projected to hit 5.91 bn by the end of 2028.", "2028", "5.91", False),
        ("It could top 40% by 2030.", "2030", "40", False),
    ],
)
def test_a_forecast_is_read(text: str, year: str, value: str, past: bool) -> None:
    (one,) = readings(forecasts.read, text)
    assert (printed(one.year), printed(one.value), one.past) == (year, value, past)


@pytest.mark.parametrize(
    "text",
    [
        "We will cite the guideline published in 2019.",
        "The trial began in 2019 and will end.",
        "It opened in 2022.",
        "You will need 2022 mg.",
        "It will help; it was sold in 2019.",
        "It could be the law of a state in which the act of 2019 is law.",
    ],
)
def test_other_years_are_no_forecast(text: str) -> None:
    assert readings(forecasts.read, text) == []


def listed(text: str) -> list[tuple[str, bool | None]]:
    return [(printed(*one.parts), one.exclusive) for one in readings(parts.read, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Clinics give it so: 60% IV, 30% nasal, 25% oral.", ("60 30 25", None)),
        ("The clients split: 60% chose mint, 30% chose lemon and 25% chose plain.", ("60 30 25", True)),
        ("They told why (select all that apply): 60% pain, 40% sleep and 30% mood.", ("60 40 30", False)),
        ("Side effects were nausea (20%), headache (15%) and fatigue (10%).", ("20 15 10", False)),
        ("They drank 50% tea, 30% coffee, and the rest water.", ("50 30", True)),
        ("Of the 24 people, 12 got it, 8 did not and 6 left.", ("12 8 6", None)),
        ("By sex, 62% were women and 38% were men.", ("62 38", True)),
        ("The sample was 58% female and 42% male.", ("58 42", True)),
        ("Of 40 adults, 22 were women and 18 were men.", ("22 18", True)),
        ("In the end 45% got better, 30% stayed the same and 25% got worse.", ("45 30 25", True)),
        ("In total, 60% took tea, 50% coffee and 40% both.", ("60 50 40", False)),
        ("The arms were split by dose. Then 60% slept, 50% walked and 40% read.", ("60 50 40", None)),
        ("The split was:\n\n- IV: 60%\n- nasal: 30%\n- oral: 25%\n", ("60 30 25", True)),
    ],
)
def test_parts_are_read(text: str, found: tuple[str, bool | None]) -> None:
    assert listed(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "It was 59% at week 1, 70% at week 2 and 85% at week 3.",
        "Rates were 10%, 20% and 30% at weeks 1, 2 and 3, respectively.",
        "It was 10% with placebo, 20% with the drug and 5% less.",
        "It was 60% IV and 30% nasal.",
        "It was taken by 62% of women and 38% of men.",
        "It fell from 60% to 30% and to 20%.",
        "Of the 24 people, 12 left.",
        "We sell 5%, 10% or 20% off.",
    ],
)
def test_other_lists_are_no_parts(text: str) -> None:
    assert listed(text) == []


def test_the_largest_value() -> None:
    text = "# Response as high as 89%!\n\nUp to 70% improve, up to 3 times more than before."
    assert [(printed(one.number), one.heading) for one in readings(best.read, text)] == [
        ("89", True),
        ("70", False),
        ("3", False),
    ]


def test_the_largest_value_in_so_many_people() -> None:
    text = "As many as 9 out of 10 patients and up to four in five women improve."
    assert [(one.number.text, one.number.unit) for one in readings(best.read, text)] == [
        ("9", "people"),
        ("four", "people"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Get up to 50% off today.",
        "Take up to 3 times a day.",
        "Use up to 4% cream.",
        "It is up to you, or up to ten.",
        "Rest for up to 3 weeks.",
        "Save up to 30% of the cost.",
        "About 70% improve.",
        "Nausea may affect up to 1 in 10 people.",
    ],
)
def test_other_limits_are_no_headline(text: str) -> None:
    assert readings(best.read, text) == []
