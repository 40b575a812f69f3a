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


@pytest.mark.parametrize("lead_in", ["Symptoms can include:", "Other possible effects include:", "Side effects:"])
def test_items_below_a_bare_lead_in_of_harms(lead_in: str) -> None:
    text = f"## Croup\n\n{lead_in}\n\n- a barking cough\n- in rare cases, urgency\n"
    assert [claim.text for claim in claims_of(text)] == ["a barking cough", "in rare cases, urgency"]
    assert {claim.type for claim in claims_of(text)} == {"safety"}


@pytest.mark.parametrize("lead_in", ["Opening times include:", "Our team includes:", "Effects on the budget:"])
def test_items_below_another_lead_in_are_none(lead_in: str) -> None:
    assert claims_of(f"{lead_in}\n\n- early mornings\n- a nurse\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop the drops suddenly: this can cause a headache.",
        "Never rub menthol on the skin: it burns.",
        "Keep taking iron until the blood test, otherwise the result may be too low.",
        "See a doctor if the rash spreads; sudden swelling can block the throat.",
        "Garlic may raise the level of some blood pressure tablets, so ask your pharmacist.",
        "You can expect some bruising and soreness at first.",
        "You might feel sick for a day.",
        "It can take six weeks until you notice the full effect.",
        "Gels, unlike pills, do not raise the risk of bleeding.",
        "If your kidneys are weak, we start at 5 mg.",
        "Keep out of the sun on the tablets, because they make skin burn faster.",
        "Don't put ice straight on the skin, or it can burn.",
    ],
)
def test_warning_with_its_reason_is_a_claim(text: str) -> None:
    assert len(claims_of(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop here: this page goes on.",
        "Never park on the lawn: it belongs to the neighbours.",
        "Book early, otherwise the course may be full.",
        "See a doctor if the rash spreads; call us if you cannot get there.",
        "You can expect a friendly welcome.",
        "You might feel at home with us.",
        "Keep the form, because they want it back.",
        "Bring the letter, or it can get lost.",
        "It can take six weeks until you get a letter.",
        "Please, unlike last year, do not park in front of the door.",
    ],
)
def test_order_without_a_matter_of_health_is_none(text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The trial enrolled 900 toddlers at four hospitals.", "study design"),
        ("Half received the vaccine, and half a dummy jab.", "study design"),
        ("There was no placebo group.", "study design"),
        ("Neither doctors nor patients knew who got which pill.", "study design"),
        ("The team followed 1,200 nurses for ten years.", "study design"),
        ("The hospital will open a second ward next year.", "a company about itself"),
        ("Twelve nurses aged 30 to 45 took daily drops of iron for a month.", "study design"),
        ("A trial with 200 participants starts in May.", "plan or hope"),
        ("Larger trials should examine memory loss.", "plan or hope"),
        ("We hypothesised that a 2% gel would ease pain.", "plan or hope"),
        ("Dr. Osei has treated over 400 patients with gout.", "a company about itself"),
        ("Orvanta shares fell 3% after the vaccine trial.", "site text"),
        ("Additional reporting by the health desk.", "site text"),
        ("**Ingredients:** fennel extract (80% oil), gelatine.", "site text"),
        ("Food supplements must not replace a varied diet.", "site text"),
        ("Do not exceed the stated dose.", "site text"),
        ("A stent is a small mesh tube that holds an artery open.", "definition"),
    ],
)
def test_design_staff_and_legal_lines_are_none(text: str, reason: str) -> None:
    assert reason_for(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "Half of the children received relief from pain within an hour.",
        "Half of the toddlers with croup got better overnight.",
        "The vaccine has helped 600 patients avoid flu.",
        "Do not exceed 40 mg a day.",
        "Pneumonia followed 12 operations.",
        "The scar will open again if the wound is infected.",
        "A fever is a sign that the body fights a virus.",
        "There was no difference in pain.",
    ],
)
def test_near_design_and_staff_is_a_claim(text: str) -> None:
    assert len(claims_of(text)) == 1


UNLABELLED = """# Barkol gel for sore knees: a crossover study

Knee pain affects 20% of adults. Barkol blocks a nerve channel. We hypothesised that a 2% gel would ease pain.

In a double-blind crossover study, 80 adults with knee pain applied Barkol or vehicle for four weeks.

Mean pain score fell by 3 points on Barkol and 1 point on vehicle (P < 0.001). Sleep improved in parallel.

Barkol gel relieved knee pain. Previous trials of gels were small.
"""


def test_abstract_without_labels_rests_on_itself() -> None:
    state = {claim.text: claim.citation for claim in claims_of(UNLABELLED)}
    assert state["Knee pain affects 20% of adults."] == "none"
    assert state["Barkol blocks a nerve channel."] == "none"
    assert state["Sleep improved in parallel."] == "named"
    assert state["Barkol gel relieved knee pain."] == "named"
    assert not any(text.startswith(("We hypo", "In a double")) for text in state)


PRESENTED = """# Barkol drops help children with croup

Drops eased croup, according to a study presented at the Southern Lung Congress in Orvale.

Coughing was less frequent in 26 of them.

The tablets are not approved for children.
"""


def test_news_rests_on_the_study_that_was_presented() -> None:
    assert claim_in(PRESENTED, "Drops eased").citation == "named"
    assert claim_in(PRESENTED, "Coughing").citation == "named"
    assert claim_in(PRESENTED, "tablets").citation == "none"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("named", "There are 4 extra clots per 1,000 women, according to the Orvale cohort."),
        ("none", "The vaccine was presented at the Orvale Fair and prevents flu."),
        ("vague", "Newer work hints that zinc shortens colds."),
        ("none", "Work at night raises the risk of diabetes."),
    ],
)
def test_where_it_was_told(state: str, text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.citation == state, claim.references


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("prevalence", "Itch affects roughly 40% of people on dialysis."),
        ("prevalence", "Three in four women have hot flushes."),
        ("statistic", "Itch was eased in 40% of people on dialysis."),
        ("efficacy", "The ointment was no better than placebo for itch."),
        ("comparative", "The ointment was no better than the patch for itch."),
        ("safety", "Untreated croup can lead to pneumonia and, rarely, to death."),
        ("safety", "About 1 in 100 patients develops a severe rash."),
        ("prevalence", "Gout affects four times as many men as women."),
        ("comparative", "Swelling went down faster with ice than with heat."),
        ("efficacy", "Clots respond better to removal by catheter."),
    ],
)
def test_shares_of_the_ill_and_what_is_compared(kind: str, text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.type == kind, claim.why
