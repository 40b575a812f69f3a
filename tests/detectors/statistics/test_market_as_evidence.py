"""Market figures as proof of benefit."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "market-as-evidence"
WRONG = [
    "The global nootropics market will reach $10 billion by 2030, a testament to how well these supplements work.",
    "The industry is worth $3.2bn and growing, evidence that infusions are effective.",
    "Sales doubled to $80 million in a year; the figures speak for themselves.",
    "Over 500,000 bottles have been sold. So many customers cannot be wrong.",
    "The market has a CAGR of 10.6%, confirming the effectiveness of the therapy.",
    "The sector attracted $400 million of investment last year. This shows that psychedelic medicine works.",
    "With 1.2 million customers, Glowroot clearly works.",
    "Revenue at ketamine clinics rose by 30%, showing how safe and effective it is.",
    "It is a best-seller with 20,000 orders a month. No wonder: it works.",
    "The market for lozenges grew by 25% last year, a clear sign of their success.",
    "The clinic industry has grown to 1,500 sites because the treatment works.",
]
CAREFUL = [
    "The market for weight-loss drugs is worth $50 billion.",
    "Investors put $400 million into the sector last year, although the evidence is thin.",
    "Sales reached $40 million, but that does not prove that it works.",
    "The market is expected to grow by 10% a year because more clinics are opening.",
    "Industry-funded trials of 300 people show that the drug works.",
    "The company sold 2 million packs, and 12 people reported a rash.",
    "Prescriptions rose by 20% after the guideline changed.",
    "In a trial of 400 adults, the drug was effective. Sales have since doubled to $1 billion.",
    "The sector grew by 30%. Researchers warn that growth is no measure of benefit.",
    "Revenue rose by 8% because of success in Europe.",
    "Sales figures show a rise of 8%.",
    "The market report shows a growth of 11% and lists the main companies.",
    (
        "The supplement industry spends $2 billion a year on advertising. That shows how important it is to "
        "check claims."
    ),
    "The drug's success in the market, with sales of $3 billion, has drawn rivals.",
    "A market of $9 billion attracts fraud, so ask for evidence that a product works.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_words_stay_quiet(text: str) -> None:
    assert not shown(text, CHECK)


def test_the_market_figure_is_named() -> None:
    (found,) = findings("Sales of Barkol reached $40 million. That is proof that it works.", CHECK)
    assert "“Sales”" in found.message
