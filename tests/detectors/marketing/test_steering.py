"""Guides that end at one seller, and pages that name public help or themselves."""

from __future__ import annotations

import pytest
from speak import findings, shown

CLINIC = "Our clinic offers a free consultation. "

SELLS = {
    "steering-to-one-seller": [
        "Ready to feel better? Sign up with Glowmind today.",
        "Companies like Velora Health make it easy to get care at home.",
        "We recommend Glowmind for anyone who wants to start.",
        "Head over to Glowmind to get started.",
        "Our top pick is Glowroot Plus.",
        "If you're looking for help, Glowmind offers online visits.",
    ],
}
INFORMS = {
    "steering-to-one-seller": [
        "Visit the CDC website to learn more.",
        "Contact SAMHSA for help today.",
        "Organizations like the American Heart Association offer classes.",
        "Services like Medicaid can help you pay.",
        "Visit your doctor to learn more.",
        "Join Ana Example for a talk on Tuesday.",
        "Several companies, such as Velora and Glowmind, sell online visits; none has published results.",
        "Dr. Example is here to help you.",
        "Choose Monday or Tuesday to start.",
        "With Parkinson's, you may find it hard to walk.",
        "Companies such as Velora Pharma have stopped selling it.",
        "Programs such as Head Start offer meals.",
        "With Ozempic, you inject once a week.",
        "With Crohn's disease, you can have good weeks.",
        "Childline is here to help you.",
        "We recommend Paxlovid for people at high risk.",
        "Try Tylenol for the fever.",
    ],
}


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in SELLS.items() for text in texts])
def test_sales_talk_is_found(check: str, text: str) -> None:
    assert len(shown(text, check)) >= 1


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in INFORMS.items() for text in texts])
def test_careful_words_are_silent(check: str, text: str) -> None:
    assert shown(text, check) == []


REVIEW = "I took Glowroot for a month. The Glowroot jar is green. It is Glowroot Mint. My Glowroot is gone. "


def test_orders_without_a_name_count_where_a_page_is_about_one_product() -> None:
    order = "Order it from the official website."
    assert shown(REVIEW + order, "steering-to-one-seller") == ["Order it from the official website"]
    assert findings(order, "steering-to-one-seller") == []
    assert (
        findings("I took Glowroot and Barkol. Some like Glowroot, some Barkol. " + order, "steering-to-one-seller")
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement: sites like Glowmind are designed to help you.",
        "## Paid partnership\n\nSites like Glowmind are designed to help you.",
    ],
)
def test_labelled_advertising_is_held_back(text: str) -> None:
    assert findings(text, "steering-to-one-seller") != []
    assert shown(text, "steering-to-one-seller") == []


def test_a_seller_may_send_people_to_itself() -> None:
    assert findings(CLINIC + "We offer drips. Sign up with Glowmind today.", "steering-to-one-seller") == []
