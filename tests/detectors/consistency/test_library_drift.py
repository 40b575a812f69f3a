"""A copy of an approved claim: told when it says something else, left alone when only its form differs."""

from __future__ import annotations

import pytest
from approved import differs, knowing, page, row, told, use
from speak import AS_OF, content, findings, judged

from workbench.model import Finding

CHECK = "library-drift"
GRAVEST = next(check.severity for check in content().checks if check.id == CHECK)  # its own, as far as it is proven
GRAVE = [
    ("Velodrin does not prevent stroke in adults.", "Velodrin does prevent stroke in adults.", "negation"),
    ("Velodrin does not raise the risk of stroke.", "Velodrin raises the risk of stroke.", "negation"),
    ("Velodrin prevents migraine attacks in women.", "Velodrin never prevents migraine attacks in women.", "negation"),
    (
        "The starting dose of Velodrin for migraine is 0.5 mg.",
        "The starting dose of Velodrin for migraine is 5 mg.",
        "number",
    ),
    (
        "The starting dose of Velodrin for migraine is 5 mg.",
        "The starting dose of Velodrin for migraine is 5 mcg.",
        "unit",
    ),
    ("Velodrin eased migraine in 72% of adults.", "Velodrin eased migraine in 72% of children.", "population"),
    ("Velodrin eased migraine in 72% of adults.", "Velodrin eased migraine in 92% of adults.", "number"),
    (
        "Velodrin eased migraine in 72% of adults.",
        "Velodrin eased migraine in 72% of adults and children.",
        "population",
    ),
    (
        "Velodrin eases chronic migraine in people who have tried two other preventive medicines.",
        "Velodrin eases chronic migraine in people.",
        "restriction",
    ),
    (
        "Treatment of migraine with Velodrin lasts 6 weeks.",
        "Treatment of migraine with Velodrin lasts 6 months.",
        "unit",
    ),
    (
        "Adults with gout may take up to 40 mg of Velodrin a day.",
        "Adults with gout may take 40 mg of Velodrin a day.",
        "limit",
    ),
    (
        "Velodrin is licensed for migraine at least 14 days apart.",
        "Velodrin is licensed for migraine 14 days apart.",
        "limit",
    ),
    ("Velodrin lowers the risk of stroke in men.", "Velodrin raises the risk of stroke in men.", "direction"),
    ("Velodrin works better than Barkol for migraine.", "Barkol works better than Velodrin for migraine.", "direction"),
    (
        "Velodrin for migraine must be given in a clinic.",
        "Velodrin for migraine should be given in a clinic.",
        "demand",
    ),
    ("Velodrin for gout is used only by adults.", "Velodrin for gout is used by adults.", "demand"),
    ("Velodrin for migraine is taken twice a day.", "Velodrin for migraine is taken three times a day.", "number"),
    (
        "The vaccine against shingles is given to adults of 50 and older.",
        "The vaccine against shingles is given to adults of 19 and older.",
        "number",
    ),
    (
        "The FDA has approved Velodrin capsules for migraine in adults.",
        "The EMA has approved Velodrin capsules for migraine in adults.",
        "name",
    ),
    (
        "Velodrin costs $40 a month for most adults with gout.",
        "Velodrin costs $400 a month for most adults with gout.",
        "number",
    ),
    (
        "In the trial, 17 of 24 adults with gout recovered on Velodrin.",
        "In the trial, 17 of 42 adults with gout recovered on Velodrin.",
        "number",
    ),
    (
        "Velodrin 0.5 mg/kg is infused over 40 minutes for depression.",
        "Velodrin 0.5 mg is infused over 40 minutes for depression.",
        "unit",
    ),
    (
        "Velodrin helps against type 2 diabetes in older adults.",
        "Velodrin helps against type 1 diabetes in older adults.",
        "number",
    ),
    (
        "Take Velodrin for gout without food each morning.",
        "Take Velodrin for gout with food each morning.",
        "direction",
    ),
    ("Adults with gout drink 10 cups of Velodrin tea.", "Adults with gout drink 10 ounces of Velodrin tea.", "unit"),
    ("Velodrin eases depression within weeks, not days.", "Velodrin eases depression within months, not days.", "unit"),
    ("It is Velodrin that cannot cure migraine.", "It is Velodrin that can cure migraine.", "negation"),
    ("Velodrin is used for gout only in adults.", "Velodrin is used for gout not only in adults.", "direction"),
]
NOTED = [
    ("Velodrin may ease migraine in some adults.", "Velodrin eases migraine in some adults.", "hedge"),
    ("Velodrin usually prevents migraine attacks in women.", "Velodrin prevents migraine attacks in women.", "hedge"),
    ("Velodrin relieves migraine in most adults.", "Velodrin relieves migraine in adults.", "hedge"),
]
SAME = [
    ("In adults, Velodrin eases migraine within two hours.", "In adults Velodrin eases migraine, within two hours."),
    ("Velodrin eases migraine in adults within two hours.", "Within two hours, Velodrin eases migraine in adults."),
    ("The usual dose of Velodrin for gout is 0.5 mg.", "The usual dose of Velodrin for gout is 500 mcg."),
    ("The usual dose of Velodrin for gout is 0.5 mg.", "The usual dose of Velodrin for gout is 500 micrograms."),
    ("The usual dose of Velodrin for gout is 2 g.", "The usual dose of Velodrin for gout is 2,000 mg."),
    ("A Velodrin infusion for depression lasts 60 minutes.", "A Velodrin infusion for depression lasts one hour."),
    ("Velodrin eases depression within 14 days.", "Velodrin eases depression within two weeks."),
    ("Velodrin eases depression within six weeks.", "Velodrin eases depression within 6 weeks."),
    ("Velodrin treats anaemia and diarrhoea in women.", "Velodrin treats anemia and diarrhea in women."),
    (
        "A randomised trial of Velodrin for tumours was stopped.",
        "A randomized trial of Velodrin for tumors was stopped.",
    ),
    ("Velodrin doesn't prevent stroke in adults.", "Velodrin does not prevent stroke in adults."),
    ("Velodrin cannot prevent stroke in adults.", "Velodrin can't prevent stroke in adults."),
    ("Velodrin eased migraine in 72% of adults.", "Velodrin eased migraine in 72 percent of adults."),
    ("Velodrin eased migraine in 30% of adults.", "Velodrin eased migraine in three in ten adults."),
    ("Velodrin for gout is taken once a day.", "Velodrin for gout is taken daily."),
    ("Velodrin for gout is taken twice a day.", "Velodrin for gout is taken two times a day."),
    ("Adults with gout take up to 40 mg of Velodrin.", "Adults with gout take no more than 40 mg of Velodrin."),
    (
        "The vaccine against shingles is for adults of 50 and older.",
        "The vaccine against shingles is for adults of at least 50 years of age.",
    ),
    ("Velodrin lowers the risk of stroke in men.", "Velodrin reduces the risk of stroke in men."),
    (
        "Velodrin lowers the risk of stroke in men.",
        "**Velodrin** lowers the [risk of stroke](https://example.org/a) in men.",
    ),
    ("Velodrin eased a migraine attack in 72% of adults.", "Velodrin eased migraine attacks in 72% of adults."),
    (
        "Compared with placebo, Velodrin lowers blood pressure and risk of stroke.",
        "Velodrin lowers blood pressure and risk of stroke compared with placebo.",
    ),
    (
        "The patient’s usual dose of Velodrin for gout is 5–10 mg.",
        "The patient's usual dose of Velodrin for gout is 5 to 10 mg.",
    ),
]
OTHER = [
    ("Velodrin eased migraine in 72% of adults.", "Many adults with migraine have heard of Velodrin."),
    ("Velodrin eased migraine in 72% of adults.", "Barkol caused nausea in 72% of adults."),
    ("Velodrin eased migraine in 72% of adults.", "Does Velodrin ease migraine?"),
    ("The usual starting dose is 5 mg.", "The usual starting dose is 10 mg."),
    ("Metformin lowers blood sugar in adults with type 2 diabetes.", "Insulin lowers blood sugar in type 1 diabetes."),
    ("Wegovy is FDA-approved for weight loss in adults.", "Esketamine is FDA-approved for depression in adults."),
    ("Metformin lowers blood sugar.", "Metformin was sold long before anyone knew how it lowers blood sugar."),
]  # fmt: skip

OTHER_FORM = [  # (approved, used): the same in another voice, order, unit or number
    (
        "Quorex does not prevent headaches after a concussion.",
        "Headaches after a concussion are not prevented by Quorex.",
    ),
    ("Vertigo was more frequent on Astrulin than on Bencor.", "Vertigo was less frequent on Bencor than on Astrulin."),
    (
        "After a month, the wart was gone in 70 of 200 people.",
        "After a month, the wart was gone in 70 of 200 people (35%).",
    ),
    ("Xeranol is given at 2 mg/kg.", "For someone of 80 kg, 160 mg of Xeranol is given."),
    ("Three in four adults recovered on Glavipro.", "One in four adults did not recover on Glavipro."),
    ("Orlavix cut attacks by a third.", "Orlavix cut attacks by a third ([Meyer 2023](https://example.org/m))."),
    ("Ginger may ease morning sickness.", "Ginger might relieve morning sickness."),
    ("Haldrone patches must never be cut.", "Never cut Haldrone patches."),
]
OTHER_CASE = [  # another arm, dose, group or time, or somebody else's word
    ("Fenlora 10 mg freed 55% of adults from pain.", "Fenlora 20 mg freed 68% of adults from pain."),
    (
        "After 12 weeks, Zendolan had lowered HbA1c by 0.9 points.",
        "After 24 weeks, Zendolan had lowered HbA1c by 1.4 points.",
    ),
    ("Redness was seen in 8% of people on Vexalin.", "Redness was seen in 3% of people on placebo."),
    ("One dose of Measlon protects 97% of children.", "Two doses of Measlon protect 99% of children."),
    ("Antibiotics do not help against a cold.", "Many people still think that antibiotics help against a cold."),
    ("Zinavir must not be used during pregnancy.", "Tell your doctor if you took Zinavir during pregnancy."),
    ("Swimming is not allowed after the operation.", "Four weeks after the operation, swimming is allowed again."),
    ("A mild fever should not be treated.", "A high fever should be treated."),
    ("Around 80% of sore throats are caused by viruses.", "About 15% of sore throats are caused by bacteria."),
]
DRIFTED = [
    (
        "On average, Painex brought relief after 19 minutes.",
        "Painex brought relief after 90 minutes on average.",
        "number",
    ),
    ("Haldrone patches must never be cut.", "Haldrone patches can be cut.", "negation"),
    ("Onvexa eased itching no faster than placebo.", "Onvexa eased itching faster than placebo.", "negation"),
    ("Bravonil prevents strokes in people with gout.", "Bravonil prevents strokes.", "restriction"),
    ("In rats, Fastorin shrank tumours by half.", "Fastorin shrank tumours by half.", "restriction"),
    ("Cravolin healed ulcers in most patients.", "Cravolin healed ulcers in all patients.", "degree"),
    ("Women gain more from Testovar than men do.", "Men gain more from Testovar than women do.", "direction"),
    ("Wait at least six hours after Aerovane.", "Wait at most six hours after Aerovane.", "limit"),
    ("Take Tercolin one hour before breakfast.", "Take Tercolin one hour after breakfast.", "direction"),
]


@pytest.mark.parametrize(("approved", "used"), OTHER_FORM + OTHER_CASE)
def test_another_form_and_another_case_are_no_drift(approved: str, used: str) -> None:
    found = findings(used, CHECK, knowledge=knowing(row(approved)))
    assert [finding for finding in found if not finding.held_back] == []


@pytest.mark.parametrize(("approved", "used", "what"), DRIFTED)
def test_one_thing_that_was_changed_is_told_whatever_the_words_around_it(approved: str, used: str, what: str) -> None:
    (seen,) = [seen for _, seen in told(findings(used, CHECK, knowledge=knowing(row(approved))))]
    assert what in seen


def test_a_pronoun_stands_for_what_was_named_before() -> None:
    known = knowing(row("Tuberon protects for 20 years."))
    (found,) = findings("Tuberon is given at birth. It protects for 2 years.", CHECK, knowledge=known)
    assert found.text == "It protects for 2 years."
    assert findings("Tuberon is given at birth. It protects for 20 years.", CHECK, knowledge=known) == []


@pytest.mark.parametrize(("approved", "used", "what"), GRAVE, ids=[used for _, used, _ in GRAVE])
def test_a_copy_that_changes_what_was_approved_is_as_grave_as_the_check(approved: str, used: str, what: str) -> None:
    severity, seen = told(findings(used, CHECK, knowledge=knowing(row(approved))))[0]
    assert severity == GRAVEST
    assert what in seen


@pytest.mark.parametrize(
    ("used", "approved"), [pair[:2] for pair in GRAVE if pair[2] not in ("restriction", "limit", "demand")]
)
def test_the_other_way_round_is_no_less_grave(used: str, approved: str) -> None:
    found = findings(used, CHECK, knowledge=knowing(row(approved)))
    assert [(finding.severity, finding.text) for finding in found] == [(GRAVEST, used)]


@pytest.mark.parametrize(("approved", "used", "what"), NOTED)
def test_other_wording_is_a_note(approved: str, used: str, what: str) -> None:
    assert told(findings(used, CHECK, knowledge=knowing(row(approved)))) == [("note", {what})]


@pytest.mark.parametrize(("approved", "used"), SAME, ids=[used for _, used in SAME])
def test_the_same_in_another_form_is_left_alone(approved: str, used: str) -> None:
    assert findings(used, CHECK, knowledge=knowing(row(approved))) == []
    assert findings(approved, CHECK, knowledge=knowing(row(used))) == []


@pytest.mark.parametrize(("approved", "used"), OTHER, ids=[used for _, used in OTHER])
def test_a_sentence_that_only_shares_the_topic_is_left_alone(approved: str, used: str) -> None:
    found = findings(used, CHECK, knowledge=knowing(row(approved)))
    assert [finding for finding in found if not finding.held_back] == []


ORAL = "Velodrin is used for depression together with an oral antidepressant when two others failed."
ON_ITS_OWN = "Velodrin is used for depression."
OTHER_WORDS = "Depression in adults is treated with Velodrin tablets, 5 mg once a day in the morning."
APPROVED = "Velodrin 5 mg once a day eases depression in adults."


def used(text: str, approved: str, state: str = "accepted", **cells: str) -> list[Finding]:
    """Findings where a person has decided about the first claim of the text as it is."""
    claim = page(text).claims[0]
    return findings(text, CHECK, knowledge=knowing(row(approved, **cells), uses=(use(claim, state=state),)))


def test_a_use_that_a_person_accepted_is_held_to_the_approved_claim() -> None:
    (found,) = used(ON_ITS_OWN, ORAL)
    assert (found.severity, found.confidence, differs(found)) == (GRAVEST, "high", {"restriction"})
    (near,) = findings(ON_ITS_OWN, CHECK, knowledge=knowing(row(ORAL)))
    assert (near.severity, near.confidence, differs(near)) == (GRAVEST, "medium", {"restriction"})


def test_other_words_that_a_person_accepted_are_left_alone() -> None:
    assert used(OTHER_WORDS, APPROVED) == []


def test_an_accepted_use_is_followed_through_an_edit_and_told_when_the_edit_drifts() -> None:
    claim = page(OTHER_WORDS).claims[0]
    known = knowing(row(APPROVED), uses=(use(claim),))
    (drifted,) = findings(OTHER_WORDS.replace("5 mg", "50 mg"), CHECK, knowledge=known)
    assert (drifted.severity, differs(drifted)) == (GRAVEST, {"number"})
    (reworded,) = findings(OTHER_WORDS.replace("tablets", "capsules"), CHECK, knowledge=known)
    assert reworded.severity == "note"
    assert findings("Walking helps some adults with depression to sleep.", CHECK, knowledge=known) == []


def test_a_use_that_a_person_refused_is_left_alone() -> None:
    drifted = "Velodrin 50 mg once a day eases depression in adults."
    assert findings(drifted, CHECK, knowledge=knowing(row(APPROVED))) != []
    assert used(drifted, APPROVED, state="refused") == []


def test_a_decision_of_a_later_day_does_not_count_yet() -> None:
    claim = page(ON_ITS_OWN).claims[0]
    later = knowing(row(ORAL), uses=(use(claim, on="2999-01-01"),))
    (near,) = findings(ON_ITS_OWN, CHECK, knowledge=later)
    assert near.confidence == "medium"


def test_a_claim_that_is_approved_on_a_later_day_is_not_in_the_library_yet() -> None:
    drifted = "Velodrin 50 mg once a day eases depression in adults."
    assert findings(drifted, CHECK, knowledge=knowing(row(APPROVED, approved_on="2999-01-01"))) == []


def test_nearly_the_same_words_without_a_person_are_told_with_less_confidence() -> None:
    (found,) = findings(
        "Velodrin 50 mg once a day eases depression in adults.", CHECK, knowledge=knowing(row(APPROVED))
    )
    assert (found.severity, found.confidence) == (GRAVEST, "medium")


def test_of_two_rows_the_one_that_says_the_same_speaks() -> None:
    other = row(APPROVED.replace("5 mg", "50 mg"), id="other")
    assert (
        findings("Velodrin 50 mg each day eases depression in adults.", CHECK, knowledge=knowing(row(APPROVED), other))
        == []
    )


def test_a_qualifier_may_stand_elsewhere_in_the_paragraph_but_not_be_lost() -> None:
    known = knowing(row(APPROVED, qualifiers="ask a doctor first|not in pregnancy"))
    kept = f"{APPROVED} Ask a doctor first. It is not in pregnancy that one tries it."
    assert findings(kept, CHECK, knowledge=known) == []
    (found,) = findings(f"{APPROVED} Ask a doctor first.\n\nNot in pregnancy.", CHECK, knowledge=known)
    assert (found.severity, differs(found)) == (GRAVEST, {"qualifier"})


def test_a_claim_for_one_country_on_a_page_for_another() -> None:
    known = knowing(row(APPROVED, jurisdiction="US|CA"))
    assert told(findings(APPROVED, CHECK, country="GB", knowledge=known)) == [(GRAVEST, {"country"})]
    assert findings(APPROVED, CHECK, country="CA", knowledge=known) == []


def test_without_a_declared_country_a_claim_for_one_country_is_not_checkable() -> None:
    known = knowing(row(APPROVED, jurisdiction="US"))
    assert [verdict.verdict for verdict in judged(APPROVED, CHECK, country="", knowledge=known)] == ["not-checkable"]


def test_both_wordings_and_who_approved_are_shown() -> None:
    text = "Velodrin 50 mg once a day eases depression in adults."
    known = knowing(row(APPROVED, id="velodrin-5", evidence="doi:10.5555/velodrin", approved_on=AS_OF.isoformat()))
    (found,) = findings(text, CHECK, knowledge=known)
    assert found.evidence is not None
    assert "velodrin-5, approved by ines on 2026-11-25; doi:10.5555/velodrin" in found.evidence.computed
    assert list(found.evidence.rows) == [
        {"what": "number", "library": "5 mg", "article": "50 mg"},
        {"what": "whole", "library": APPROVED, "article": text},
    ]
    assert "velodrin-5" in found.message


def test_a_quotation_is_held_back() -> None:
    (found,) = findings(
        "“Velodrin 50 mg once a day eases depression in adults.”",
        CHECK,
        knowledge=knowing(row(APPROVED)),
    )
    assert found.held_back


def test_text_that_is_no_prose_costs_no_time() -> None:
    claim = page(APPROVED).claims[0]
    known = knowing(row(APPROVED), uses=(use(claim),))
    text = "Velodrin 50 mg once a day eases depression in adults " * 4_000
    assert findings(text, CHECK, knowledge=known) == []
