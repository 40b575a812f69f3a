"""Drug names: misspelled ones, and those of look-alike pairs with the other drug's use."""

from __future__ import annotations

import pytest
from speak import findings, shown

SPELLING, PAIR = "drug-name-misspelled", "look-alike-drug"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Spravatto is a nasal spray.", "Spravato"),
        ("Her doctor added escitaloprim.", "escitalopram"),
        ("Do not stop setraline at once.", "sertraline"),
        ("Gabapentine helps with nerve pain.", ""),
        ("Diabetes is treated with metphormin.", "metformin"),
        ("Take ibuprophen with food.", "ibuprofen"),
        ("Wellbutryn keeps some people awake.", "Wellbutrin"),
        ("Zoloff and Zolloft are slips.", "Zoloft"),
    ],
)
def test_a_slip_in_a_name(text: str, right: str) -> None:
    found = [finding.message for finding in findings(text, SPELLING)]
    assert [right in message for message in found] == ([True] if right else [])


@pytest.mark.parametrize(
    "text",
    [
        "Take paracetamol, salbutamol or adrenaline.",
        "Aciclovir, oestradiol, frusemide and amoxycillin are older or British spellings.",
        "Sertralin, fluoxetina and ibuprofeno are names abroad.",
        "The ability to produce lactase falls; lactose stays undigested.",
        "Creative people can be creating for hours.",
        "Nimodipine is not nifedipine.",
        "Prednisolone is not prednisone.",
        "Clonazepam, clonidine and clozapine look alike.",
        "Velodrin, Barkol and Glowroot are sold online.",
        "Statins and steroids are groups of drugs.",
        "Mr Ramesh Saxena opened the clinic.",
        "Antibiotics and antihistamines differ.",
    ],
)
def test_other_names_and_words_are_left_alone(text: str) -> None:
    assert shown(text, SPELLING) == []


def test_two_names_beside_each_other_are_no_proper_name() -> None:
    assert shown("Ask whether Spravatto or Ozempick is covered.", SPELLING) == ["Spravatto", "Ozempick"]
    assert shown("She went to Ozempick Pharmacy.", SPELLING) == []


def test_a_page_in_another_language_is_left_alone() -> None:
    page = "---\nlanguage: it\n---\n\nLa setraline non va sospesa.\n"
    assert findings(page, SPELLING) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hydralazine 25 mg is taken for itching.", ["Hydralazine"]),
        ("The blood pressure medicine hydroxyzine works within an hour.", ["hydroxyzine"]),
        ("Xanax treats heartburn.", ["Xanax"]),
        ("Tramadol is prescribed for insomnia.", ["Tramadol"]),
        ("Clonidine is a benzodiazepine.", ["Clonidine"]),
        ("Celexa belongs to the anti-inflammatories.", ["Celexa"]),
        ("Metronidazole, an antidiabetic, is taken with meals.", ["Metronidazole"]),
        ("Antihistamines such as hydralazine make you sleepy.", ["hydralazine"]),
        ("For nail fungus the nurse suggested Lamictal.", ["Lamictal"]),
        ("His gout is managed with atenolol.", ["atenolol"]),
        ("Ask for lamotrigine cream.", ["lamotrigine"]),
        ("Omeprazole (an SSRI) is taken in the morning.", ["Omeprazole"]),
        ("Clonidine is not a benzodiazepine.", []),
        ("Clonidine is safer than a benzodiazepine.", []),
        ("Hydralazine and antihistamines may be taken together.", []),
        ("For nail fungus the nurse suggested stopping Lamictal.", []),
        ("His gout was treated before atenolol was started.", []),
        ("Ask whether the cream can be used with lamotrigine.", []),
        ("Omeprazole with an SSRI can raise the risk of bleeding.", []),
        ("People whose blood pressure is managed with tablets can take hydroxyzine.", []),
        ("Hydralazine is taken for high blood pressure.", []),
        ("Hydroxyzine can make blood pressure fall.", []),
        ("Hydroxyzine is an antihistamine; hydralazine is for blood pressure.", []),
        ("Tell us about hydroxyzine and about tablets for high blood pressure.", []),
        ("Tramadol is for pain and can disturb sleep.", []),
        ("People who take metformin may need an antibiotic for an infection.", []),
        ("Trazodone is used for depression with chronic pain.", []),
        ("Celebrex was tried as an add-on for depression.", []),
    ],
)
def test_the_use_of_the_other_drug(text: str, found: list[str]) -> None:
    assert shown(text, PAIR) == found
