"""What makes a dose no advice, what a pack is, what a level is, and what “injected” may mean."""

from __future__ import annotations

import pytest
from test_dose_reading import doses


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A daily total of 10 g of acetaminophen has caused liver failure.", "warning"),
        ("Taking 10 g of acetaminophen a day destroyed her liver.", "warning"),
        ("Taking 8 g of acetaminophen a day leads to liver damage.", "warning"),
        ("The liver can be harmed by as little as 7.5 g of acetaminophen in a day.", "warning"),
        ("The mean dose of escitalopram was 28.4 mg per day.", "study"),
        ("Doses of up to 4,000 mg of metformin a day have been studied.", "study"),
    ],
)
def test_a_circumstance_is_told(text: str, kind: str) -> None:
    assert kind in {setting.kind for setting in doses(text)[0].settings}


@pytest.mark.parametrize(
    "text",
    [
        "You can take 4 g of acetaminophen daily, it will not damage your liver.",
        "Take 6 g of acetaminophen a day; it never caused liver failure.",
        "Take 20 mg of escitalopram a day, which is not too much.",
        "A good dose of escitalopram is 10 mg a day.",
    ],
)
def test_a_denied_harm_warns_of_nothing(text: str) -> None:
    assert not doses(text)[0].settings


@pytest.mark.parametrize("text", ["A pack of 56 tablets of 20 mg citalopram.", "A box of 28 tablets of 5 mg apixaban."])
def test_a_pack_is_nobodys_dose(text: str) -> None:
    assert doses(text)[0].strength
    assert doses(text)[0].pieces is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The tolerable upper intake level of vitamin D is 50 mcg.", ["50 mcg"]),
        ("The blood level of vitamin D was 50 mcg.", []),
        ("Her vitamin D level is 50 mcg per liter.", []),
    ],
)
def test_a_level_of_intake_is_an_amount(text: str, amount: list[str]) -> None:
    assert [dose.words.text for dose in doses(text)] == amount


@pytest.mark.parametrize(
    ("text", "name", "fits"),
    [
        ("Inject 0.3 mg of epinephrine.", "injected", "intramuscular"),
        ("Inject 1 mg of semaglutide.", "injected", "subcutaneous"),
        ("Take a 200 mg tablet of ibuprofen.", "oral", "sublingual"),
    ],
)
def test_a_route_may_mean_several(text: str, name: str, fits: str) -> None:
    route = doses(text)[0].route
    assert route is not None
    assert route.name == name
    assert fits in route.fits
    assert route.name not in route.fits


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Take 4 ibuprofen tablets of 200 mg every 4 hours.", 4),
        ("Swallow one Wellbutrin XL 150 mg tablet daily.", 1),
        ("Take two paracetamol 500 mg tablets four times a day.", 2),
        ("The ibuprofen 200 mg tablets are red.", None),
    ],
)
def test_the_number_of_pieces_may_stand_before_the_name(text: str, pieces: int | None) -> None:
    (dose,) = doses(text)
    assert (dose.pieces and dose.pieces[0]) == pieces
    assert dose.strength is (pieces is None)


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("With Wellbutrin SR, the daily ceiling is 450 mg.", "bupropion"),
        ("With warfarin, take 75 mg of aspirin.", "aspirin"),
        ("With warfarin, the dose of aspirin is 75 mg.", "aspirin"),
    ],
)
def test_a_dose_is_of_the_drug_that_it_is_told_of(text: str, drug: str) -> None:
    (dose,) = doses(text)
    assert dose.drug is not None
    assert dose.drug.generic == drug


@pytest.mark.parametrize(
    ("text", "release"),
    [
        ("The SR version of bupropion may be raised to 450 mg daily.", "SR"),
        ("The XL tablets of bupropion end at 450 mg daily.", "XL"),
        ("Go to the ER after 8 mg of lorazepam.", None),
    ],
)
def test_a_release_is_no_place(text: str, release: str | None) -> None:
    said = doses(text)[0].release
    assert (said and said.name) == release
