"""Approvals that do not exist are found with their exact words; careful writing about approval stays silent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speak import content, findings, judged

from workbench.detectors.regulatory import _approval_names as names
from workbench.detectors.regulatory import _rows
from workbench.facts import Row, Table
from workbench.shadow import shadow

CHECK = "approval-that-does-not-exist"

WRONG = [
    ("While ketamine is FDA approved for OCD, it is costly.", "FDA approved for OCD"),
    ("IV ketamine was approved by the FDA for depression in 2019.", "approved by the FDA for depression"),
    ("The FDA granted full approval of MDMA for PTSD.", "FDA granted full approval of MDMA for PTSD"),
    ("MDMA was granted FDA approval for PTSD last year.", "granted FDA approval for PTSD"),
    ("Psilocybin has FDA approval for depression.", "has FDA approval for depression"),
    ("LSD is now cleared by the FDA for anxiety.", "cleared by the FDA for anxiety"),
    ("Ketamine is licensed for depression.", "licensed for depression"),
    ("Ketamine for depression is FDA approved.", "depression is FDA approved"),
    ("Ketamine is an FDA-approved depression treatment.", "FDA-approved depression"),
    ("Ketamine, an FDA-approved treatment for PTSD, is given by drip.", "FDA-approved treatment for PTSD"),
    ("Ketamine (FDA approved for anxiety) is given by drip.", "FDA approved for anxiety"),
    ("Ketamine is one of the few FDA-approved treatments for OCD.", "FDA-approved treatments for OCD"),
    ("FDA-approved treatments for PTSD, such as sertraline and ketamine, exist.", "FDA-approved treatments for PTSD"),
    ("FDA-approved treatments for anxiety include LSD.", "FDA-approved treatments for anxiety"),
    ("This makes Spravato the first FDA-approved medicine for migraine.", "FDA-approved medicine for migraine"),
    ("Spravato: FDA-Approved for Suicidal Thoughts", "FDA-Approved for Suicidal Thoughts"),
    ("Ketamine is the first and only FDA-approved remedy for OCD.", "FDA-approved remedy for OCD"),
    ("Spravato is FDA approved for ADHD.", "FDA approved for ADHD"),
    ("Mounjaro is FDA approved to help people lose weight.", "FDA approved to help people lose weight"),
    ("Gabapentin is approved by the FDA for migraine.", "approved by the FDA for migraine"),
    ("Metformin is FDA-approved for PCOS.", "FDA-approved for PCOS"),
    ("Low-dose naltrexone is FDA approved for fibromyalgia.", "FDA approved for fibromyalgia"),
    ("CBD oil is FDA approved for anxiety.", "FDA approved for anxiety"),
    ("Testosterone is FDA approved for low libido in women.", "FDA approved for low libido in women"),
    ("Botox is FDA approved for chronic migraine and depression.", "FDA approved for chronic migraine and depression"),
    ("Trazodone is FDA-approved for insomnia.", "FDA-approved for insomnia"),
    ("Stem cell therapy is FDA approved for knee pain.", "FDA approved for knee pain"),
    ("We offer FDA-approved exosomes.", "FDA-approved exosomes"),
    ("Ivermectin is FDA approved for COVID-19.", "FDA approved for COVID-19"),
    ("Zulresso is FDA approved for postpartum depression.", "FDA approved for postpartum depression"),
    ("Ozempic is the FDA-approved weight-loss injection.", "FDA-approved weight-loss"),
    ("Ketamine has been cleared for the treatment of OCD.", "cleared for the treatment of OCD"),
    ("The FDA green-lit MDMA for PTSD.", "FDA green-lit MDMA for PTSD"),
    ("The FDA gave ketamine the green light for depression.", "FDA gave ketamine the green light for depression"),
    ("Ketamine's use in depression was approved by the FDA.", "depression was approved by the FDA"),
    ("FDA approval of ketamine for depression came in 2019.", "FDA approval of ketamine for depression"),
    ("Since the FDA approval of psilocybin for depression, clinics open.", "FDA approval of psilocybin for depression"),
    ("Ketamine was tested and approved by the FDA for PTSD.", "approved by the FDA for PTSD"),
    ("# Ketamine infusions at Barkol Clinic\n\nOur treatment is FDA-approved for anxiety.", "FDA-approved for anxiety"),
    (
        "# Care\n\nKetamine has helped many.\n\nIt is approved by the FDA for depression.",
        "approved by the FDA for depression",
    ),
    ("Ketamine, which the FDA approved for PTSD in 2019, is new.", "FDA approved for PTSD"),
    ("Barkol sells ketamine as an FDA-approved treatment for OCD.", "FDA-approved treatment for OCD"),
    ("Ketamine is not only FDA-approved for surgery but also for PTSD.", "FDA-approved for surgery but also for PTSD"),
    ("Doctors use ketamine because it is FDA-approved for OCD.", "FDA-approved for OCD"),
    ("Prozac is FDA-approved for generalized anxiety.", "FDA-approved for generalized anxiety"),
    ("Spironolactone is FDA-approved for acne.", "FDA-approved for acne"),
    ("Amitriptyline is approved by the FDA for migraine.", "approved by the FDA for migraine"),
    ("Ketamine blocks pain signals and is FDA approved for PTSD.", "FDA approved for PTSD"),
    ("Ketamine lifts mood. This drug is FDA approved for depression.", "FDA approved for depression"),
    ("## Ketamine\n\nIt is FDA approved for depression.", "FDA approved for depression"),
]

WRONG_AS_WELL = [
    "Did you know that ketamine is FDA-approved for depression?",
    "Few people know that propranolol is FDA approved for anxiety.",
    "You have never heard that ketamine is FDA approved for OCD.",
    "You will be glad to hear that the FDA has okayed ketamine for OCD.",
    "Thanks to FDA approval, ketamine for PTSD is finally covered.",
    "Thanks to its approval by the FDA, psilocybin can now be prescribed for depression.",
    "Psilocybin therapy is now legal for depression.",
    "Of the medicines approved for migraine, amitriptyline is the cheapest.",
    "The first medicine ever approved for longevity is rapamycin.",
    "Regulators have given the nod to MDMA for PTSD.",
    "The FDA says yes to ketamine for PTSD.",
    "The federal government has signed off on ketamine for anxiety.",
    "The agency okayed ketamine for depression.",
    "Ketamine helps. The FDA approved it for depression in 2019.",
    "Gabapentin carries an FDA indication for anxiety.",
    "Lexapro carries a label indication for OCD.",
    "Quetiapine has a licence for insomnia.",
    "Amitriptyline is indicated for migraine.",
    "Misoprostol is labelled for induction of labour.",
    "Journavx got the go-ahead for back pain.",
    "Depression is an FDA-approved indication of ketamine.",
    "The FDA lists depression among the approved uses of ketamine.",
    "The package insert of trazodone lists insomnia as an approved use.",
    "Xyrem's approved uses: fibromyalgia and narcolepsy.",
    "Duloxetine is approved for depression and, according to its label, for migraine.",
    "We use only FDA-approved ketamine for PTSD.",
    "All GLP-1 medicines are cleared by the FDA for obesity.",
    "Every GLP-1 drug on the market is approved for obesity.",
    "Stem cell injections for knees are now legal and FDA approved.",
    "Naltrexone is approved on its own for weight loss.",
    "Lyrica is FDA-approved for generalized anxiety disorder.",
    "Femara is an FDA-approved fertility drug for women with PCOS.",
    "Remeron is approved for insomnia in the United States.",
    "The FDA has approved buspirone for panic attacks.",
    "Gabapentin (Neurontin) is FDA-approved as a mood stabilizer.",
    "Clonazepam is FDA-approved for generalized anxiety disorder.",
    "Paxlovid is now approved for long COVID.",
    "Trazodone is FDA-approved for fibromyalgia.",
    "Abilify is FDA-approved for insomnia.",
    "Both dutasteride and finasteride are FDA-approved for women with thinning hair.",
]


@pytest.mark.parametrize("text", WRONG_AS_WELL)
def test_an_approval_is_read_in_other_words(text: str) -> None:
    assert len(open_texts(text)) == 1


HELD = [
    ("Ketamine isn't FDA-approved for anxiety.", "FDA-approved for anxiety"),
    ("Neither ketamine nor psilocybin is FDA approved for PTSD.", "FDA approved for PTSD"),
    ("The FDA never approved ketamine for depression.", "FDA never approved ketamine for depression"),
    ("Until the FDA approves MDMA for PTSD, it stays in trials.", "FDA approves MDMA for PTSD"),
    ("MDMA could become the first FDA-approved psychedelic for PTSD.", "FDA-approved psychedelic for PTSD"),
    ("If ketamine is approved by the FDA for OCD, more will get it.", "approved by the FDA for OCD"),
    ("Is psilocybin FDA approved for anxiety?", "FDA approved for anxiety"),
]

SILENT_AS_WELL = [
    "Did you know that esketamine is FDA-approved for treatment-resistant depression?",
    "Did you know that ketamine is not FDA-approved for depression?",
    "Few people know that propranolol is not FDA approved for anxiety.",
    "Would it not be good if LSD were FDA approved for anxiety?",
    "Thanks to FDA approval, Spravato is covered for treatment-resistant depression.",
    "Psilocybin is not legal for depression.",
    "Psilocybin is legal in Oregon.",
    "Of the medicines approved for migraine, propranolol is among the oldest.",
    "Among the options for premature ejaculation, none is FDA-approved.",
    "Regulators have asked for more data on MDMA for PTSD.",
    "The agency has not okayed ketamine for OCD.",
    "If the agency clears it for depression, psilocybin will reach clinics in 2028.",
    "The agency approved her leave for depression.",
    "Insurers approve Spravato for depression after two tablets.",
    "Ketamine is approved for depression in Japan.",
    "Quetiapine is indicated for bipolar mania.",
    "Clonidine is not indicated for anxiety alone.",
    "CBD oil is labeled as a supplement.",
    "Lexapro carries a label warning for people with heart rhythm problems.",
    "The registered nurse gives ketamine for surgery.",
    "Patients were registered for a trial of hydroxyzine in insomnia.",
    "Our FDA-registered facility packs CBD oil.",
    "Depression is not an FDA-approved indication of ketamine.",
    "The FDA lists anaesthesia as the only approved use of ketamine.",
    "Naltrexone is approved with bupropion for weight loss.",
    "Phentermine with topiramate and naltrexone with bupropion are FDA-approved for weight loss.",
    "Not all GLP-1 drugs are cleared for obesity.",
    "Doctors sometimes add memantine, approved for Alzheimer's disease, in OCD.",
    "Doctors who hold a license to prescribe buprenorphine treat pain and addiction.",
    "The only approved stem cell products are from cord blood.",
    "Pregabalin is approved for nerve pain.",
    "Gabapentin is approved as an anticonvulsant.",
    "Klonopin is approved to treat anxiety, in the form of panic attacks.",
    "Modafinil is approved for sleep disorders such as narcolepsy.",
    "Cymbalta is approved for depression, anxiety, fibromyalgia and chronic back pain.",
    "Prozac is FDA-approved for bulimia nervosa and, with olanzapine, for bipolar depression.",
    "Gabapentin, unlike pregabalin, is not approved for fibromyalgia.",
    "Letrozole and clomiphene are used for ovulation, and only clomiphene is approved for it.",
    "Aripiprazole is approved as an add-on for depression.",
]


@pytest.mark.parametrize("text", SILENT_AS_WELL)
def test_careful_writing_in_other_words_is_not_accused(text: str) -> None:
    assert open_texts(text) == []


SILENT = [
    "Ketamine is FDA approved only for anaesthesia, not for depression.",
    "Ketamine is FDA approved, but not for depression.",
    "Ketamine is FDA approved for anaesthesia; it is used off-label for depression.",
    "Although ketamine is FDA approved as an anaesthetic, its use for depression is off-label.",
    "Ketamine is FDA approved and used for depression.",
    "Ketamine is FDA-approved for anaesthesia, and researchers are testing it for PTSD.",
    "Ketamine, an FDA-approved anaesthetic, is given off-label for anxiety.",
    "Esketamine is approved, ketamine is not.",
    "Esketamine, not ketamine, is FDA approved for treatment-resistant depression.",
    "The ketamine-based nasal spray has been FDA approved since 2019 for hard-to-treat depression.",
    "Spravato is FDA approved for men and women with treatment-resistant depression.",
    "Spravato is approved for depression.",
    "Spravato received FDA approval in 2019 for treatment-resistant depression.",
    "Psilocybin is awaiting FDA approval for depression.",
    "The FDA gave psilocybin breakthrough status for depression.",
    "The FDA declined to approve MDMA for PTSD.",
    "The FDA approved clinical trials of MDMA for PTSD.",
    "The ethics board approved the study of ketamine in depression.",
    "Ketamine doctors are licensed to treat depression.",
    "Patients on ketamine are approved for treatment of depression by our team.",
    "Prior approval is needed for Ozempic for weight loss.",
    "Ozempic, approved for type 2 diabetes, also leads to weight loss.",
    "Although Ozempic is approved only for diabetes, people take it to lose weight.",
    "Only Wegovy, not Ozempic, is FDA approved for weight loss.",
    "Semaglutide is FDA approved for weight loss under the name Wegovy.",
    "Bupropion is FDA approved to help people quit smoking.",
    "Gabapentin is FDA approved for nerve pain after shingles, and doctors try it for migraine.",
    "Botox is FDA approved for chronic migraine.",
    "Epidiolex is FDA approved for seizures of Dravet syndrome.",
    "Sertraline is FDA approved for depression, OCD, panic disorder and PTSD.",
    "Topical minoxidil is FDA approved for hair loss.",
    "Aduhelm was approved by the FDA for Alzheimer's disease in 2021.",
    "We use FDA-approved drugs in our clinic.",
    "Our clinic offers FDA-approved esketamine.",
    "Compounded semaglutide copies the FDA-approved drugs Ozempic and Wegovy.",
    "Our supplements are made in an FDA-registered facility.",
    "TMS is FDA-cleared for depression, and some clinics try it for other disorders.",
    "Our clinic is licensed by the state to treat depression.",
    "Spravato is the first and only FDA-approved ketamine product for treatment-resistant depression.",
    "Spravato, the only FDA-approved form of ketamine for depression, is a nasal spray.",
    "The only FDA-approved ketamine product for depression is a nasal spray.",
    "Our lab is registered and uses FDA-approved equipment.",
    "Apart from FDA-approved esketamine, ketamine for depression is off-label.",
    "Her sinuses cleared, and ketamine was stopped.",
    "Ketamine was cleared from the blood within hours.",
    "In Oregon, licensed centers offer psilocybin sessions.",
    "Naltrexone with bupropion is approved for weight loss.",
    "Spravato is approved for treatment-resistant depression and for major depression and suicidal thoughts.",
    "Unlike Spravato, which is FDA-approved for treatment-resistant depression, ketamine is used off-label.",
    "FDA approval of MDMA for PTSD is still years away.",
    "FDA approval of MDMA for PTSD was denied in 2024.",
    "The FDA gave the green light to a trial of MDMA for PTSD.",
    "The patient was cleared for ketamine treatment of depression by her cardiologist.",
    "The company hopes for FDA approval of psilocybin for depression.",
    "An advisory panel voted against approving MDMA for PTSD.",
    "# Ketamine infusions\n\nSpravato is a nasal spray.\n\nIt is FDA approved for treatment-resistant depression.",
    "Topiramate with phentermine (Qsymia) is approved for weight loss.",
    "Modafinil is FDA-approved for narcolepsy and shift work disorder.",
    "Venlafaxine is approved for depression, generalized anxiety, social anxiety and panic disorder.",
    "Quetiapine is approved for schizophrenia, yet low doses are sold for insomnia.",
]


def open_texts(text: str, country: str = "US") -> list[str]:
    return [found.text for found in findings(text, CHECK, country=country) if not found.held_back]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_an_approval_that_does_not_exist_is_found(text: str, found: str) -> None:
    assert open_texts(text) == [found]


@pytest.mark.parametrize(("text", "found"), HELD)
def test_a_denied_or_hoped_for_approval_is_held_back(text: str, found: str) -> None:
    assert [(f.text, f.held_back) for f in findings(text, CHECK)] == [(found, True)]


@pytest.mark.parametrize("text", SILENT)
def test_careful_writing_is_silent(text: str) -> None:
    assert findings(text, CHECK) == []


def test_each_item_of_an_announced_list_is_judged() -> None:
    text = "FDA-approved uses of ketamine include:\n\n- surgery\n- depression\n- chronic pain, by drip\n"
    assert open_texts(text) == ["depression", "chronic pain"]


TABLES = [
    ("| Drug | FDA-approved for |\n|---|---|\n| Trazodone | insomnia |\n| Sertraline | depression |", ["insomnia"]),
    ("| Treatment | Approved uses |\n|---|---|\n| Ketamine | surgery, PTSD |", ["PTSD"]),
    ("| Medicine | Use | FDA-approved? |\n|---|---|---|\n| Topiramate | weight loss | Yes |", ["weight loss"]),
    ("| | Spravato | Ketamine |\n|---|---|---|\n| FDA-approved for | TRD | depression |", ["depression"]),
    ("| Drug | FDA-approved for | Off-label |\n|---|---|---|\n| Trazodone | depression | insomnia |", []),
    ("| Drug | Used off-label for |\n|---|---|\n| Ketamine | depression |", []),
    ("| Drug | Not approved for |\n|---|---|\n| Ketamine | depression |", []),
    ("| Medicine | Use | FDA-approved? |\n|---|---|---|\n| Topiramate | weight loss | No |", []),
    ("| Drug | FDA-approved for |\n|---|---|\n| Ketamine | surgery (off-label: depression) |", []),
    ("| Drug | FDA-approved for |\n|---|---|\n| Velodrin | depression |", []),
]


@pytest.mark.parametrize(("table", "found"), TABLES)
def test_a_table_headed_approved_for_is_read(table: str, found: list[str]) -> None:
    assert open_texts(f"Some medicines.\n\n{table}\n") == found


def test_a_table_of_a_web_page_is_read() -> None:
    rows = "<tr><th>Drug</th><th>FDA-approved for</th></tr>\n<tr>\n<td>Ketamine</td>\n<td>depression</td></tr>"
    found = findings(f"<html><body><p>Medicines.</p><table>{rows}</table></body></html>", CHECK, ".html")
    assert [finding.text for finding in found] == ["depression"]


def test_an_item_under_another_list_is_not_judged() -> None:
    text = "Ketamine is FDA approved for surgery. Off-label uses include:\n\n- depression\n- chronic pain\n"
    assert open_texts(text) == []


def test_a_finding_shows_its_row_and_says_who_has_not_reviewed_it() -> None:
    (found,) = findings("Ketamine is FDA approved for depression.", CHECK)
    assert found.severity == "error"
    assert found.evidence is not None
    (row,) = found.evidence.rows
    assert (row["product"], row["use"], row["jurisdiction"]) == ("ketamine", "depression", "US")
    assert row["source_title"] and row["source_locator"] and row["as_of"]
    assert "not reviewed by a clinician" in found.message


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Metformin is FDA-approved for PCOS.", "warning"),
        ("Kratom is FDA approved for opioid withdrawal.", "warning"),
    ],
)
def test_a_row_that_nobody_confirmed_raises_no_error(text: str, severity: str) -> None:
    (found,) = findings(text, CHECK)
    assert found.severity == severity
    assert "not confirmed in the label" in found.message


def test_the_named_regulator_decides_the_jurisdiction() -> None:
    text = "Melatonin is approved by {} for insomnia."
    assert open_texts(text.format("the FDA"), country="GB") == ["approved by the FDA for insomnia"]
    assert open_texts(text.format("the MHRA"), country="US") == []


def test_the_declared_country_decides_where_no_regulator_is_named() -> None:
    text = "Mounjaro is approved for weight loss."
    assert open_texts(text, country="US") == ["approved for weight loss"]
    assert open_texts(text, country="GB") == []


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Wegovy is FDA approved for weight loss.", ["pass"]),
        ("Ketamine is FDA approved for melancholy.", ["not-checkable"]),
        ("Ketamine is approved in Japan for depression.", ["not-checkable"]),
        ("Ozempic is FDA approved for type 2 diabetes and weight loss.", ["fail", "pass"]),
        ("Ketamine helps many people.", []),
    ],
)
def test_verdicts(text: str, verdicts: list[str]) -> None:
    assert sorted(judgement.verdict for judgement in judged(text, CHECK)) == verdicts


def test_no_country_is_not_checkable() -> None:
    text = "Ketamine is FDA approved for depression."
    assert [judgement.verdict for judgement in judged(text, CHECK, country="")] == ["not-checkable"]
    assert findings(text, CHECK, country="") == []


def test_the_longest_name_wins_in_any_number() -> None:
    table = Table(
        "t", ("product", "aliases", "status"), tuple(map(row, ("mirol", "mirol nasal spray", "low-dose mirol")))
    )
    known = names.names_of(table, "product", "aliases", ("x",))
    text = names.words(shadow("Low dose mirol, mirols and Mirol nasal-sprays"))
    assert [name.key for name in known.all_in(text).found] == ["low dose mirol", "mirol", "mirol nasal spray"]


def row(product: str) -> Row:
    return {"product": product, "aliases": "", "status": "x"}


WORDS = "ketamine esketamine Spravato PTSD depression clinic FDA-approved approved approval granted the FDA not is for"
SIGNS = "by in it may and or but Europe ( ) , ; : - ."
PIECES = st.sampled_from([*WORDS.split(" "), *SIGNS.split(" ")])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_order_of_words_is_read_and_every_finding_holds_the_approval_word(pieces: list[str]) -> None:
    for found in findings(" ".join(pieces), CHECK):
        assert found.category == "regulatory-wrong"
        assert "approv" in found.text.lower() or "clear" in found.text.lower()


def test_every_row_of_the_table_can_be_used() -> None:
    check = next(check for check in content().checks if check.id == CHECK)
    places = {row["jurisdiction"] for row in content().tables[check.params["jurisdictions"]]}
    for line in content().tables[check.params["table"]]:
        assert line["jurisdiction"] in places, line
        assert line["confidence"] in ("high", "medium", "low"), line
        assert line["source_title"], line


def test_a_third_of_the_rows_at_most_is_of_low_confidence() -> None:
    rows = content().tables["regulatory/approvals"].rows
    assert sum(row["confidence"] == "low" for row in rows) <= len(rows) / 3
    assert len({row["product"] for row in rows}) >= 60


@pytest.mark.parametrize(
    ("as_of", "until", "kind", "confidence", "why"),
    [
        ("2026-01", "", "drug", "low", ""),
        ("2021-11", "", "drug", "low", ""),
        ("2021-10", "", "drug", "high", "is of 2021-10, older than 60 months"),
        ("2021", "", "drug", "high", ""),
        ("2020", "", "drug", "high", "is of 2020, older than 60 months"),
        ("2010-01", "", "institution", "low", ""),
        ("2026-01", "2026-11-24", "drug", "high", "was valid until 2026-11-24"),
        ("2026-01", "2026-11-25", "drug", "high", ""),
        ("", "", "drug", "high", ""),
        ("", "", "drug", "medium", ""),
        ("", "", "drug", "low", "has no date and is of low confidence"),
    ],
)
def test_a_row_past_its_date_says_so(as_of: str, until: str, kind: str, confidence: str, why: str) -> None:
    row = {"as_of": as_of, "valid_until": until, "kind": kind, "confidence": confidence}
    assert _rows.Day(date(2026, 11, 25)).past(row, _rows.LASTING) == why


def test_a_row_of_unknown_age_accuses_and_says_that_nobody_knows_its_date() -> None:
    (found,) = findings("Trazodone is FDA-approved for insomnia.", CHECK)
    assert found.evidence is not None
    assert found.evidence.rows[0]["as_of"] == "date of the source not known"


def test_a_row_of_unknown_age_and_low_confidence_accuses_nobody() -> None:
    text = "Alprazolam is FDA approved for depression."
    assert findings(text, CHECK) == []
    (verdict,) = judged(text, CHECK)
    assert verdict.verdict == "not-checkable"
    assert verdict.evidence is not None and "low confidence" in verdict.evidence.computed


def test_a_row_past_its_date_accuses_nobody_and_is_shown() -> None:
    text = "Nortriptyline is FDA approved for neuropathy."
    assert findings(text, CHECK) == []
    (verdict,) = judged(text, CHECK)
    assert verdict.verdict == "not-checkable"
    assert verdict.evidence is not None and "older than" in verdict.evidence.computed
    assert verdict.evidence.rows[0]["product"] == "nortriptyline"


OTHER_KINDS = [
    ("facility-or-supplement-approved", "Glowroot Collagen is FDA-approved for skin.", ["Collagen is FDA-approved"]),
    (
        "facility-or-supplement-approved",
        "Our greens powder is plant-based, sugar-free and approved by the FDA.",
        ["greens powder is plant-based, sugar-free and approved by the FDA"],
    ),
    ("facility-or-supplement-approved", "Turmeric is approved by the FDA as a food coloring.", []),
    ("facility-or-supplement-approved", "The tea is made with herbs, and the drug is approved by the FDA.", []),
    ("facility-or-supplement-approved", "The clinic is clean, friendly and approved by the state of Ohio.", []),
    ("compounded-as-approved", "The troches we make are FDA-approved.", ["troches we make are FDA-approved"]),
    ("compounded-as-approved", "Testopel is an FDA-approved testosterone pellet.", []),
    ("facility-or-supplement-approved", "Visit our FDA-approved clinic today.", ["FDA-approved clinic"]),
    ("facility-or-supplement-approved", "Our supplements are FDA approved.", ["supplements are FDA approved"]),
    (
        "facility-or-supplement-approved",
        "Made in an FDA approved, GMP certified facility.",
        ["FDA approved, GMP certified facility"],
    ),
    ("facility-or-supplement-approved", "It is an FDA-approved skin care line.", ["FDA-approved skin care line"]),
    ("facility-or-supplement-approved", "The company won FDA approval for Velodrin.", []),
    ("facility-or-supplement-approved", "The FDA approved the clinic's trial.", []),
    ("facility-or-supplement-approved", "FDA-approved hospital disinfectant is used.", []),
    ("facility-or-supplement-approved", "It is FDA-approved and administered in certified clinics.", []),
    ("facility-or-supplement-approved", "Our pharmacy dispenses only FDA-approved medicines.", []),
    ("facility-or-supplement-approved", "Ketamine is FDA approved for depression.", []),
    ("compounded-as-approved", "FDA-approved ketamine troches come by mail.", ["FDA-approved ketamine troches"]),
    (
        "compounded-as-approved",
        "These compounded creams are approved by the FDA.",
        ["compounded creams are approved by the FDA"],
    ),
    ("compounded-as-approved", "Wegovy is FDA-approved; compounded semaglutide is not.", []),
    ("compounded-as-approved", "Compounded ketamine is made from FDA-approved ketamine.", []),
    ("compounded-as-approved", "Visit our FDA-approved clinic today.", []),
    (CHECK, "Visit our FDA-approved clinic today.", []),
    (CHECK, "FDA-approved ketamine troches come by mail.", []),
]


@pytest.mark.parametrize(("check", "text", "found"), OTHER_KINDS)
def test_every_kind_of_row_has_its_own_check(check: str, text: str, found: list[str]) -> None:
    assert [finding.text for finding in findings(text, check) if not finding.held_back] == found


@pytest.mark.parametrize("text", ["No supplement is FDA approved.", "Is your clinic FDA approved?"])
def test_denied_approvals_of_firms_are_held_back(text: str) -> None:
    assert [found.held_back for found in findings(text, "facility-or-supplement-approved")] == [True]


def test_two_checks_never_report_the_same_words() -> None:
    text = "Our FDA-approved clinic sells FDA-approved compounded semaglutide and FDA-approved MDMA for PTSD."
    checks = (CHECK, "facility-or-supplement-approved", "compounded-as-approved")
    found = [finding.text for check in checks for finding in findings(text, check)]
    assert len(found) == len(set(found)) == 3
