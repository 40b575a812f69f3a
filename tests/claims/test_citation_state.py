"""Linked, named, vague, none: by the sentence itself, then by what stands around it."""

from __future__ import annotations

import pytest
from claim_words import claim_in, claims_of

OWN = [
    ("linked", "Zinc shortens colds ([trial](https://example.org/zinc))."),
    ("linked", "Zinc shortens colds (doi:10.1000/zinc.5)."),
    ("linked", "Zinc shortens colds (PMID 12345678)."),
    ("linked", "Zinc shortened colds in the trial NCT01234567."),
    ("linked", "Zinc shortens colds.[^1]\n\n[^1]: Hale A. Zinc and colds. Annals of Colds 2019."),
    ("named", "Zinc shortens colds (Hale et al., 2019)."),
    ("named", "Zinc shortens colds (Hale, 2019)."),
    ("named", "Hale and colleagues showed in 2019 that zinc shortens colds."),
    ("named", "Zinc shortens colds, as a paper in the Journal of Herbal Practice reported."),
    ("named", "According to the World Health Organization, zinc reduces diarrhea in children."),
    ("named", "The ZINCOLD trial found that zinc shortens colds."),
    ("vague", "Studies show that zinc shortens colds."),
    ("vague", "A 2013 study found that zinc shortens colds."),
    ("vague", "Research suggests that zinc shortens colds."),
    ("vague", "Some experts believe that zinc shortens colds."),
    ("vague", "“Zinc shortens colds,” said Ama Boateng."),
    ("vague", "A TMS trial found that the pulses relieve depression."),
    ("none", "Zinc shortens colds."),
    ("none", "The FDA approved Zorbital for asthma in March 2019."),
    ("none", "Zinc shortens colds [1]."),
    ("none", "Zinc shortens colds; it is in the [guide](/guides/zinc)."),
    ("none", "Adults need zinc, and in May (2019) prices of zinc rose by 5%."),
]


@pytest.mark.parametrize(("state", "text"), OWN)
def test_own_sentence(state: str, text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.citation == state, claim.references


def test_reference_has_its_place_in_the_source() -> None:
    text = "Zinc shortens colds (doi:10.1000/zinc.5)."
    (reference,) = claims_of(text)[0].references
    assert (reference.kind, text[reference.start : reference.end]) == ("doi", "10.1000/zinc.5")


LISTED = "# Zinc\n\n{}\n\n## References\n\n1. Moe J. Zinc. 2015.\n2. Roe K. Copper. 2017.\n3. Poe L. Iron. 2018.\n"


def test_mark_resolves_to_its_entry() -> None:
    claim = claim_in(LISTED.format("Zinc shortens colds [2]."), "shortens")
    assert claim.citation == "linked"
    assert [(ref.kind, "Roe K." in ref.target) for ref in claim.references] == [("entry", True)]


def test_superscript_and_range_resolve() -> None:
    assert claim_in(LISTED.format("Zinc shortens colds.¹"), "shortens").citation == "linked"
    assert len(claim_in(LISTED.format("Zinc shortens colds [1-3]."), "shortens").references) == 3


def test_mark_without_an_entry_is_none() -> None:
    assert claim_in(LISTED.format("Zinc shortens colds [9]."), "shortens").citation == "none"


def test_this_study_goes_on_about_the_study_before() -> None:
    text = (
        "A study of nurses found that zinc shortens colds (Hale, 2019). The study also saw fewer coughs. Zinc is cheap."
    )
    assert claim_in(text, "fewer coughs").citation == "named"


def test_counted_people_go_on_about_the_study_before() -> None:
    text = "A 2013 study tested zinc in nurses. After a week 30% of the nurses had recovered. Zinc is a cheap remedy."
    assert claim_in(text, "recovered").citation == "vague"
    assert claim_in(text, "cheap").citation == "none"


def test_study_does_not_reach_into_another_section() -> None:
    text = "## Zinc\n\nA 2013 study tested zinc for colds.\n\n## Iron\n\nIn a week 30% of nurses had recovered."
    assert claim_in(text, "recovered").citation == "none"


def test_reference_at_the_end_covers_its_paragraph() -> None:
    text = "Zinc shortens colds. It also eases coughs (Hale, 2019).\n\nGarlic lowers cholesterol.\n"
    assert claim_in(text, "shortens").citation == "named"
    assert claim_in(text, "Garlic").citation == "none"


def test_reference_at_the_end_does_not_reach_behind_another_one() -> None:
    text = "Garlic lowers cholesterol. Zinc shortens colds (Moe, 2015). It also eases coughs (Hale, 2019).\n"
    assert claim_in(text, "Garlic").citation == "none"


def test_reference_in_the_middle_covers_nothing_else() -> None:
    text = "Zinc shortens colds (Hale, 2019). Garlic lowers cholesterol.\n"
    assert claim_in(text, "Garlic").citation == "none"


def test_lead_in_covers_its_items() -> None:
    text = "The ZINCOLD trial found that zinc works best for:\n\n- sore throat\n- cough\n\nGarlic lowers cholesterol.\n"
    assert claim_in(text, "sore throat").citation == "named"
    assert claim_in(text, "Garlic").citation == "none"


ABSTRACT = """Background: Knee pain is common in runners.

Methods: We assigned 200 runners to taping or rest.

Results: Taping reduced pain by 40% at 6 weeks (P=0.01).

Conclusions: Taping eases knee pain.
"""


def test_abstract_rests_on_its_own_study_but_not_in_its_background() -> None:
    assert claim_in(ABSTRACT, "reduced").citation == "named"
    assert claim_in(ABSTRACT, "eases").citation == "named"
    assert claim_in(ABSTRACT, "common").citation == "none"
    assert not any("assigned" in claim.text for claim in claims_of(ABSTRACT))


def test_registered_abstract_is_linked() -> None:
    text = ABSTRACT + "\nTrial registration: NCT01234567\n"
    assert claim_in(text, "reduced").citation == "linked"


NEWS = """(HealthWire) A weekly pill may prevent malaria, a new study suggests.

In the study of 1,100 children, 6 percent of those on the pill fell ill, compared with 21 percent of those on placebo.

Malaria kills about 600,000 people each year. One recent study of bed nets found that they cut malaria deaths.

SOURCE: The Lancet, March 2020.
"""


def test_news_story_rests_on_the_journal_it_names() -> None:
    assert claim_in(NEWS, "weekly pill", ".txt").citation == "named"
    assert claim_in(NEWS, "6 percent", ".txt").citation == "named"


def test_news_story_does_not_lend_its_journal_to_the_world() -> None:
    assert claim_in(NEWS, "600,000", ".txt").citation == "none"
    assert claim_in(NEWS, "nets", ".txt").citation == "vague"


def test_sum_that_is_worked_out_from_the_study_before_rests_on_it() -> None:
    text = "A trial found that zinc cut colds from 12% to 9% (Hale, 2019). That is a quarter less, or 3 in 100 people."
    assert claim_in(text, "a quarter less").citation == "named"


def test_closing_name_in_running_text_covers_nothing_before_it() -> None:
    text = "Zinc shortens colds. According to the World Health Organization, zinc reduces diarrhea in children."
    assert claim_in(text, "shortens").citation == "none"


def test_another_vague_study_is_not_covered_by_the_paragraphs_end() -> None:
    text = "Garlic lowers cholesterol. Studies show that zinc shortens colds. Zinc also eases coughs (Hale, 2019)."
    assert claim_in(text, "Garlic").citation == "none"
    assert claim_in(text, "shortens").citation == "vague"


LINKED = "Zinc was tested in [a trial](https://example.org/z) with 90 nurses. {}"
GOES_ON = [
    "The lower dose helped less with coughs.",
    "In plain numbers, 4 in 100 of them fell ill.",
    "No serious harm was seen.",
    "Nurses on zinc slept better.",
]
STARTS_ANEW = [
    "Garlic prevents heart attacks in 30% of men.",
    "Walking keeps the weight off.",
    "No harm comes from honey.",
]


@pytest.mark.parametrize("text", GOES_ON)
def test_what_goes_on_about_a_linked_study_rests_on_it(text: str) -> None:
    assert claim_in(LINKED.format(text), text).citation == "linked"


@pytest.mark.parametrize("text", STARTS_ANEW)
def test_new_subject_behind_a_link_needs_its_own_source(text: str) -> None:
    assert claim_in(LINKED.format(text), text).citation == "none"


@pytest.mark.parametrize("text", GOES_ON[:1] + STARTS_ANEW)
def test_link_does_not_speak_for_the_next_paragraph(text: str) -> None:
    assert claim_in(LINKED.format("\n\n" + text), text).citation == "none"


UNLABELLED = """# Taping for knee pain: a randomized trial

Knee pain is common in runners.

We assigned 200 runners to taping or rest. Pain was rated from 0 to 10.

Pain fell by 2.1 points with taping (P=0.01). Rashes occurred in 4% of the taped runners.
"""


def test_abstract_without_labels_rests_on_itself() -> None:
    assert claim_in(UNLABELLED, "2.1 points").citation == "named"
    assert claim_in(UNLABELLED, "Rashes").citation == "named"
    assert claim_in(UNLABELLED, "common").citation == "none"
    assert not any("rated" in claim.text for claim in claims_of(UNLABELLED))


def test_labels_may_stand_in_one_paragraph() -> None:
    text = ABSTRACT.replace("\n\n", " ")
    assert claim_in(text, "reduced").citation == "named"
    assert claim_in(text, "common").citation == "none"


def test_blog_with_a_test_of_its_own_is_no_abstract() -> None:
    text = UNLABELLED.replace("We assigned 200 runners to", "My friends and I tried").replace(" (P=0.01)", "")
    assert claim_in(text, "2.1 points").citation != "named"
