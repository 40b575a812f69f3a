"""Rules that pages of every field need: lists with a lead-in, prices, directions, bold abstracts, agencies, harms."""

from __future__ import annotations

import pytest
from claim_words import claim_in, claims_of, reason_for

FIELDS = [
    "Myopia starts in early childhood.",
    "Hearing aids make speech louder.",
    "Stiffness was unchanged.",
    "Linseed softens stools.",
    "Whitening gels irritate the gums.",
    "Most hip replacements last 20 years.",
    "Delirium developed in 12 (8%) patients.",
]
EVERYDAY = [
    "The river falls in autumn.",
    "Investors were nervous after the meeting.",
    "Running a bakery takes early mornings.",
    "The pharmacy opens at nine.",
    "Shares in Orvanta fell 3%.",
    "The attack on the bridge lasted a day.",
    "Orders ship within two days.",
]


@pytest.mark.parametrize("text", FIELDS)
def test_words_of_other_fields_are_known(text: str) -> None:
    assert [claim.text for claim in claims_of(text)] == [text]


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_words_make_no_claim(text: str) -> None:
    assert claims_of(text) == ()


UNFIT = "Barkol gel is not suitable if you:\n\n- are pregnant\n- take blood thinners\n- smoke heavily\n"


def test_items_say_whom_a_treatment_does_not_suit() -> None:
    assert [(claim.text, claim.type) for claim in claims_of(UNFIT)] == [
        ("Barkol gel is not suitable if you:", "safety"),
        ("are pregnant", "safety"),
        ("take blood thinners", "safety"),
        ("smoke heavily", "safety"),
    ]


@pytest.mark.parametrize("lead_in", ["Call us if you:", "Before you come, tell the nurse if you:", "Please bring:"])
def test_items_under_an_order_are_none(lead_in: str) -> None:
    assert claims_of(f"{lead_in}\n\n- are pregnant\n- take blood thinners\n") == ()


def test_items_say_what_an_illness_feels_like() -> None:
    text = "The joint may be:\n\n- hot and swollen\n- red and shiny\n"
    assert [claim.type for claim in claims_of(text)] == ["safety"] * 3


def test_items_under_another_lead_in_are_none() -> None:
    assert claims_of("The room may be:\n\n- hot and busy\n- red and shiny\n") == ()
    assert claims_of("The clinic offers:\n\n- hot tea\n- free lockers\n") == ()


def test_how_often_harms_come_is_stated_by_the_label_over_them() -> None:
    text = "Common (up to 1 in 10 people):\n\n- dry mouth\n"
    assert [claim.type for claim in claims_of(text)][1:] == ["safety"]
    assert claims_of("Common questions (up to 10):\n\n- opening hours\n") == ()


PRICES = "# Laser for leg veins\n\n| Package | Visits | Price |\n| --- | --- | --- |\n| Small | 3 | $285 |\n"


def test_price_in_a_table_or_behind_a_label() -> None:
    assert [(claim.text, claim.type) for claim in claims_of(PRICES)] == [("$285", "cost")]
    assert claim_in("# Laser for leg veins\n\n**One leg: $900.** Free coffee.\n", "900").type == "cost"


def test_price_of_something_else_is_none() -> None:
    assert claims_of(PRICES.replace("Laser for leg veins", "Hire of bicycles")) == ()
    assert claims_of("# Laser for leg veins\n\nGift card: $50.\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "**Directions:** Chew two gummies before bed.",
        "Do not exceed four in 24 hours.",
        "How to use: stir one scoop into water.",
        "- Magnesium: 200 mg a day\n",
    ],
)
def test_directions_with_an_amount_are_doses(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.type == "dosing"


@pytest.mark.parametrize("text", ["Chew slowly.", "Do not exceed the speed limit.", "Stir well.", "- Magnesium\n"])
def test_directions_without_an_amount_are_none(text: str) -> None:
    assert claims_of(text) == ()


def test_advice_with_what_it_could_mean() -> None:
    assert claims_of("See a doctor if you have a fever, as this could mean the joint is infected.")
    assert claims_of("You are more likely to get gout if you drink a lot of beer.")
    assert reason_for("See a doctor if you have a fever, as soon as you can.") == "advice"
    assert reason_for("If you are bleeding, skip this page and call us.") is not None


def test_matter_of_health_in_front_of_the_reader() -> None:
    assert claims_of("Chilblains itch when you come in from the cold.")
    assert reason_for("When you come in, hang up your coat.") == "speaks to the reader"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Forty children were lost to follow-up.", "study design"),
        ("Researchers gave 90 runners either collagen or a dummy powder.", "study design"),
        ("Survey of 212 customers in May.", "study design"),
        ("It was only 66 people.", "study design"),
        ("Varicose veins are swollen, twisted veins under the skin.", "definition"),
        ("Larger trials of zinc are needed.", "plan or hope"),
        ("Whether zinc shortens colds is uncertain.", "plan or hope"),
        ("Myth 1: Zinc cures colds.", "quoted and denied"),
        ("Funding: Orrin Fund for Vision.", "site text"),
        ("Our dentists have placed 900 implants.", "a company about itself"),
    ],
)
def test_named_reason(text: str, reason: str) -> None:
    assert reason_for(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "Varicose veins are a sign of weak valves in the veins.",
        "Swelling is typical with that drug, she told me.",
        "In a study of 900 adults, the spray prevented flu, the company said.",
    ],
)
def test_near_those_reasons_is_a_claim(text: str) -> None:
    assert len(claims_of(text)) == 1


BOLD = """# Walking after hip surgery: a trial

**Objective** To determine whether walking shortens the stay.

**Design and setting** Randomised trial in 22 wards.

**Interventions** Walking within a day of surgery or usual care.

**Results** Median stay was 9 days with walking and 11 days without. Falls did not increase.

**Conclusions** Early walking shortens hospital stay.
"""


def test_bold_labels_part_an_abstract() -> None:
    assert [claim.citation for claim in claims_of(BOLD)] == ["named"] * 3
    assert claim_in(BOLD, "Falls")


def test_bold_words_of_a_page_part_nothing() -> None:
    text = "**Results** Vary from person to person.\n\nZinc shortens colds.\n"
    assert claim_in(text, "Zinc").citation == "none"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("named", "The national medicines agency ordered pharmacies to pull the syrup because of a risk of seizures."),
        ("named", "The health ministry counted 31 cases of measles."),
        ("vague", "The guidelines say 30 g of fibre a day."),
        ("vague", "Dr. Ama Boateng, a family doctor in Orvale, said most coughs clear up within three weeks."),
        ("none", "In our customer trial 8 out of 10 sleepers slept longer."),
        ("none", "The travel agency sells tablets against seasickness."),
        ("none", "The guidelines on fibre help the bowel."),
    ],
)
def test_who_says_it(state: str, text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.citation == state, claim.references


def test_counted_cases_go_on_about_the_agency_before() -> None:
    text = "The agency counted 31 reports of seizures. In 22 cases the child had taken it. Garlic thins the blood."
    assert claim_in(text, "22 cases").citation == "named"
    assert claim_in(text, "Garlic").citation == "none"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("safety", "Water without salt makes cramps worse."),
        ("safety", "Bruising is common for a week."),
        ("prevalence", "Bruising is common in children."),
        ("safety", "Barkol can trigger an attack."),
        ("safety", "Hoarseness was reported by 6% of them."),
        ("statistic", "With Barkol 92% felt less pain."),
        ("efficacy", "A single dose of Barkol reduces swelling."),
        ("prevalence", "Croup mainly affects children under five."),
        ("other", "Most coughs clear up within three weeks."),
        ("efficacy", "Fall asleep faster and wake refreshed."),
    ],
)
def test_harms_doses_and_course(kind: str, text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.type == kind, claim.why
