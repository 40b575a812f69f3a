"""Numbers with their units: read as printed, and digits that are no numbers left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import quantities
from workbench.model import Document, Quantity
from workbench.quantities import drafts
from workbench.readers import markdown, plain
from workbench.segment import split
from workbench.shadow import shadow


def read(text: str) -> list[Quantity]:
    document = plain.read(text.encode(), "article.txt")
    return [quantity for found in quantities.read(document, split(document)) for quantity in found]


def told(text: str) -> list[tuple[str, str, str, str, str]]:
    """Kind, text, low, high and unit of every quantity; "-" for no low."""
    return [
        (q.kind, q.text, "-" if q.low is None else f"{q.low:f}", f"{q.high:f}", q.unit)
        for q in read(text)
        if q.high is not None
    ]


@pytest.mark.parametrize(
    ("text", "kind", "printed", "low", "high", "unit"),
    [
        ("It helped 70.8% of them.", "percent", "70.8%", "70.8", "70.8", "%"),
        ("It helped 70.80 % of them.", "percent", "70.80 %", "70.80", "70.80", "%"),
        ("It helped 70 percent of them.", "percent", "70 percent", "70", "70", "%"),
        ("It helped 70 per cent of them.", "percent", "70 per cent", "70", "70", "%"),
        ("It helped seventy percent of them.", "percent", "seventy percent", "70", "70", "%"),
        ("Between 75 and 80 percent slept.", "percent", "75 and 80 percent", "75", "80", "%"),
        ("The rate was 59%-85% there.", "percent", "59%-85%", "59", "85", "%"),
        ("The rate was 30–80 % there.", "percent", "30–80 %", "30", "80", "%"),
        ("It rose 5 percentage points.", "percent", "5 percentage points", "5", "5", "percentage points"),
        ("Take 0.5 mg now.", "dose", "0.5 mg", "0.5", "0.5", "mg"),
        ("Take .5mg now.", "dose", ".5mg", "0.5", "0.5", "mg"),
        ("Take 75 µg now.", "dose", "75 µg", "75", "75", "mcg"),
        ("Take 1,000 micrograms now.", "dose", "1,000 micrograms", "1000", "1000", "mcg"),
        ("Take 5–7 mg/kg now.", "dose", "5–7 mg/kg", "5", "7", "mg/kg"),
        ("Take 1 mg to 2 mg/kg now.", "dose", "1 mg to 2 mg/kg", "1", "2", "mg/kg"),
        ("Take 56 or 84 mg now.", "dose", "56 or 84 mg", "56", "84", "mg"),
        ("Take 0.5 mg per kilogram now.", "dose", "0.5 mg per kilogram", "0.5", "0.5", "mg/kg"),
        ("Take 0.5 milligrams per kilogram.", "dose", "0.5 milligrams per kilogram", "0.5", "0.5", "mg/kg"),
        ("Take 0.5 mg for each kilogram.", "dose", "0.5 mg for each kilogram", "0.5", "0.5", "mg/kg"),
        ("Take 0.5 mg kg⁻¹ now.", "dose", "0.5 mg kg⁻¹", "0.5", "0.5", "mg/kg"),
        ("Take 10 mg/kg/day now.", "dose", "10 mg/kg/day", "10", "10", "mg/kg/day"),
        ("Take 10 mg/kg per day now.", "dose", "10 mg/kg per day", "10", "10", "mg/kg/day"),
        ("Run 5 mcg/kg/min in.", "dose", "5 mcg/kg/min", "5", "5", "mcg/kg/min"),
        ("Take 800 mg a day.", "dose", "800 mg a day", "800", "800", "mg/day"),
        ("Take 2½ g daily.", "dose", "2½ g daily", "2.5", "2.5", "g/day"),
        ("Inject 100 IU.", "dose", "100 IU", "100", "100", "units"),
        ("A man of 70 kg came.", "number", "70 kg", "70", "70", "kg"),
        ("The vial holds 50 mg/mL of it.", "number", "50 mg/mL", "50", "50", "mg/mL"),
        ("Seventeen of 24 patients slept.", "group", "Seventeen of 24 patients", "17", "24", "people"),
        ("It helped 17 of the 24.", "group", "17 of the 24", "17", "24", "people"),
        ("It helped 17/24 patients.", "group", "17/24 patients", "17", "24", "people"),
        (
            "It helped 76 of the 81 study participants.",
            "group",
            "76 of the 81 study participants",
            "76",
            "81",
            "people",
        ),
        ("It helps three out of four people.", "group", "three out of four people", "3", "4", "rate"),
        ("It helps 7 in 10.", "group", "7 in 10", "7", "10", "rate"),
        ("It hurts 25 per 1,000 people.", "group", "25 per 1,000 people", "25", "1000", "rate"),
        ("All 8 patients slept.", "group", "8 patients", "-", "8", "people"),
        ("Of the 10, most slept.", "group", "10", "-", "10", "people"),
        ("The trial (n = 130) ended.", "group", "130", "-", "130", "people"),
        ("The trial (N=24) ended.", "group", "24", "-", "24", "people"),
        ("We met a group of 12 women.", "group", "12 women", "-", "12", "people"),
        ("We met 81 at-risk individuals.", "group", "81 at-risk individuals", "-", "81", "people"),
        ("We met 12 healthy, young men.", "group", "12 healthy, young men", "-", "12", "people"),
        ("It was a 24-patient study.", "group", "24-patient", "-", "24", "people"),
        ("We met 44 families there.", "group", "44 families", "-", "44", "people"),
        ("We met 28 young ballet dancers.", "group", "28 young ballet dancers", "-", "28", "people"),
        ("It helped 9 of 12 diabetics.", "group", "9 of 12 diabetics", "9", "12", "people"),
        ("We met 38 night-shift workers.", "group", "38 night-shift workers", "-", "38", "people"),
        ("We met 12 physiotherapists.", "group", "12 physiotherapists", "-", "12", "people"),
        ("We met 30 concert-goers.", "group", "30 concert-goers", "-", "30", "people"),
        ("Some 12\u2009000 people came.", "group", "12\u2009000 people", "-", "12000", "people"),
        ("It kills 1.5 million people.", "group", "1.5 million people", "-", "1500000", "people"),
        ("It took 40 min in all.", "duration", "40 min", "40", "40", "min"),
        ("It took 4–6 weeks.", "duration", "4–6 weeks", "4", "6", "week"),
        ("It was a 40-minute infusion.", "duration", "40-minute", "40", "40", "min"),
        ("Come twice a week.", "frequency", "twice a week", "2", "2", "/week"),
        ("Come three times daily.", "frequency", "three times daily", "3", "3", "/day"),
        ("Come five days a week.", "frequency", "five days a week", "5", "5", "/week"),
        ("Take it every 4 hours.", "frequency", "4 hours", "4", "4", "every h"),
        ("It costs £300 a visit.", "money", "£300", "300", "300", "GBP"),
        ("It costs $300 – $800 a visit.", "money", "$300 – $800", "300", "800", "USD"),
        ("It costs US$ 3.24 billion.", "money", "US$ 3.24 billion", "3240000000", "3240000000", "USD"),
        ("It costs €1,500 a visit.", "money", "€1,500", "1500", "1500", "EUR"),
        ("It costs $5k a visit.", "money", "$5k", "5000", "5000", "USD"),
        ("Adults aged 18 to 65 came.", "age", "18 to 65", "18", "65", "year"),
        ("A 70-year-old came.", "age", "70-year-old", "70", "70", "year"),
        ("It is for those 18 and older.", "age", "18 and older", "18", "18", "year"),
        ("It opened in 2013.", "year", "2013", "2013", "2013", ""),
        ("It was first made in 1962.", "year", "1962", "1962", "1962", ""),
        ("It ran from 2012-2015 there.", "year", "2012-2015", "2012", "2015", ""),
        ("It met 83 studies there.", "count", "83 studies", "83", "83", "studies"),
        ("Have 6 ketamine infusions.", "count", "6 ketamine infusions", "6", "6", "infusions"),
        ("We saw 15 to 20 patients.", "count", "15 to 20 patients", "15", "20", "people"),
        ("Half of the patients slept.", "ratio", "Half", "0.5", "0.5", "fraction"),
        ("The score was 5 to 7 then.", "number", "5 to 7", "5", "7", ""),
        ("Scores lay between 5 and 7 then.", "number", "5 and 7", "5", "7", ""),
    ],
)
def test_one_quantity(text: str, kind: str, printed: str, low: str, high: str, unit: str) -> None:
    found = [(k, t, lo if "." in low else lo.partition(".")[0], hi, u) for k, t, lo, hi, u in told(text)]
    found = [(k, t, lo, hi if "." in high else hi.partition(".")[0], u) for k, t, lo, hi, u in found]
    assert found == [(kind, printed, low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 came.",
        "Take vitamin B12 or omega-3.",
        "It acts on 5-HT and GLP-1.",
        "It acts on 5HT3 receptors.",
        "We are here 24/7.",
        "It was shown.[3]",
        "It was shown.[1, 2-4]",
        "See section 2.2.1 below.",
        "A phase 3 trial began.",
        "People with type 2 diabetes came.",
        "It works by week 4 in most.",
        "Patients in groups 1 and 2 slept.",
        "Call 251-929-7850 now.",
        "Call +1 877-440-9464 now.",
        "Dial 988 at once.",
        "On June 23 it closed.",
        "On 12 May it closed.",
        "It closed on 2024-01-15.",
        "It closed on 15/01/24.",
        "It opens at 7:00 AM.",
        "In the 1960s it was new.",
        "The 19th visit was the last.",
        "One of them is a one-on-one talk.",
        "See https://example.org/a1/23?b=45 there.",
        "See doi:10.1177/1948550616673876 there.",
        "It was odd.³",
        "It was odd .³",
        "Agent 007 slept.",
        "The ratio was 17/24 there.",
        "A third dose is due.",
        "Wait half an hour.",
        "It needs 5G and a 3D scan.",
    ],
)
def test_digits_that_are_no_quantity(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Use 3 families of drugs.",
        "There are 5 key drivers of pain.",
        "It blocks 12 receptor agonists.",
        "It has 4 checklists.",
        "It took 20 family visits.",
        "It has 6 remote controls of its own.",
    ],
)
def test_words_that_only_look_like_people(text: str) -> None:
    assert [one for one in told(text) if one[4] == "people"] == []


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("About 70% slept.", True),
        ("Nearly 70% slept.", True),
        ("It took up to 70% of them.", True),
        ("More than 70% slept.", True),
        ("≥70% slept.", True),
        ("~70% slept.", True),
        ("Take 6+ infusions.", True),
        ("Some 40 people came.", True),
        ("It takes 40 minutes or so.", True),
        ("Of the 10 people, 70%, no more.", False),
        ("It was given over 40 minutes.", False),
        ("The mean was 5 ± 2 points.", False),
        ("Exactly 70% slept.", False),
    ],
)
def test_approximate_numbers(text: str, vague: bool) -> None:
    assert any(quantity.approximate for quantity in read(text)) is vague


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("It fell from 25% to 10%.", ["25%", "10%"]),
        ("It ranges from 10% to 20%.", ["10% to 20%"]),
        ("Rates were 22.2%/11.1%/5.6% there.", ["22.2%", "11.1%", "5.6%"]),
        ("Patients in arm 2 and 36 of 40 (90.0%) others.", ["36 of 40", "90.0%"]),
        ("Come in early—8.9% versus 16.1% do.", ["8.9%", "16.1%"]),
        ("Take 56 mg or 84 mg.", ["56 mg", "84 mg"]),
        ("The score was 12.² It rose.", ["12"]),
        ("It was 35 mg for a 70 kg adult.", ["35 mg", "70 kg"]),
        ("We saw 24 100-mg doses.", ["24", "100-mg"]),
        ("In 2013, 10 adults came.", ["2013", "10 adults"]),
        ("It lasted 3 weeks in patients.", ["3 weeks"]),
        ("Two of 3 studies agree.", ["3 studies"]),
    ],
)
def test_neighbours_are_kept_apart(text: str, printed: list[str]) -> None:
    assert [quantity.text for quantity in read(text)] == printed


def test_the_text_is_the_source_and_the_value_what_was_seen() -> None:
    source = "It helped **70.8&nbsp;%** of 24&#8201;patients."
    document = markdown.read(source.encode(), "article.md")
    found = [quantity for some in quantities.read(document, split(document)) for quantity in some]
    assert [(q.text, q.high) for q in found] == [("70.8&nbsp;%", Decimal("70.8")), ("24&#8201;patients", Decimal(24))]
    assert all(source[q.start : q.end] == q.text for q in found)


def test_a_document_without_sentences_has_no_quantities() -> None:
    assert quantities.read(Document("empty.txt", "", ()), ()) == ()


WHOLE = st.integers(2, 999_999)
AMOUNTS = st.decimals(min_value="0.01", max_value="9999", places=2).filter(lambda value: value > 0)


@given(
    AMOUNTS,
    st.sampled_from(["%", " %", " percent", " per cent", " mg", "mg", " mcg", " mg/kg", " mL", " IU", "\u00a0mg"]),
)
def test_any_amount_is_read_as_printed(amount: Decimal, unit: str) -> None:
    (quantity,) = read(f"The figure was {amount}{unit} then.")
    assert quantity.text == f"{amount}{unit}"
    assert (quantity.low, quantity.high) == (amount, amount)
    assert str(quantity.low) == str(amount)  # trailing zeros are information


@given(WHOLE, st.sampled_from([",", "\u2009", "\u00a0", "\u202f", ""]))
def test_any_thousands_are_read_as_printed(number: int, separator: str) -> None:
    printed = f"{number:,}".replace(",", separator)
    (quantity,) = read(f"They met {printed} patients there.")
    assert (quantity.kind, quantity.text, quantity.high) == ("group", f"{printed} patients", Decimal(number))


@given(
    st.integers(1, 400),
    st.integers(0, 600),
    st.sampled_from(["–", "-", " to ", " – "]),
    st.sampled_from(["mg", "mg/kg", "weeks"]),
)
def test_any_range_is_read_as_printed(low: int, more: int, joint: str, unit: str) -> None:
    (quantity,) = read(f"It takes {low}{joint}{low + more} {unit} then.")
    assert quantity.text == f"{low}{joint}{low + more} {unit}"
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(low + more))


@given(st.integers(1, 99))
def test_any_number_word_is_read(number: int) -> None:
    ones = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    names = ["", *ones.split(), "eighteen", "nineteen"]
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    word = names[number] if number < 20 else "-".join(filter(None, (tens[number // 10], names[number % 10])))
    (quantity,) = read(f"It takes {word} weeks then.")
    assert (quantity.text, quantity.low) == (f"{word} weeks", Decimal(number))


PIECES = (
    "1|2.5|.5|1,000|12\u2009000|%|percent|mg|/kg|per kg|-|–|—| to | of | in |n = |patients|half|a third|twice|a week"
    "|every |$|£|½|²|①|٣|µ|~|±|<|(|)|[|]|/|.|,| |about |ten|twenty-|hundred|million|aged |year-old|2013|May |week "
    "|group |x|\u0301|k|𝟛"
)


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map("".join)))
def test_any_text_is_read_in_order_and_in_bounds(text: str) -> None:
    done = 0
    for draft in drafts(text, shadow(text)):
        assert done <= draft.at < draft.to <= len(text)
        assert draft.high is not None
        assert draft.low is None or draft.low >= 0
        done = draft.to


def test_a_bullet_between_digits_is_a_decimal_point() -> None:
    found = read("Relief came in 12•5% of 40 patients.\n\n• 30 people\n")
    assert [str(one.low) for one in found if one.kind == "percent"] == ["12.5"]
