"""The flag "boilerplate": lines of page furniture have it with their reason, text that speaks of the same has not."""

from __future__ import annotations

import pytest
from speak import article

FIRES = {
    "Add Comment": "comment form",
    "Leave a Reply": "comment form",
    "Your e-mail address will not be shown. Required fields are marked *": "comment form",
    "Share on Facebook": "share bar",
    "Skip to content": "navigation",
    "We use cookies to improve this site. Accept all": "cookie notice",
    "Subscribe to our newsletter": "subscribe box",
    '{"email":"Email address invalid"}': "page template residue",
    "© 2026 Verdale Clinic. All rights reserved.": "copyright line",
    "Home | About | Contact": "navigation",
}
SILENT = (
    "Share your worries with your doctor before you start.",
    "Her comment was that the tablets helped.",
    "The leaves of the plant are dried and ground.",
    "People who skip meals feel weak in the afternoon.",
    "A cookie has about 9 grams of sugar.",
    "Nurses subscribe to the same rule: wash your hands first.",
    "You can work from home with mild asthma.",
    "The copyright of the questionnaire lies with its authors.",
    "Contact with the sap can burn your skin.",
    "Follow the dose that your pharmacist wrote down.",
)


def reasons(line: str) -> list[str]:
    """The cues of the flag on the last line of a page."""
    page = article(f"Sore feet\n\nSore feet heal with rest and dry socks in most people.\n\n{line}\n", ".txt")
    return [flag.cue for flag in page.sentences[-1].flags if flag.flag == "boilerplate"]


@pytest.mark.parametrize(("line", "reason"), FIRES.items())
def test_furniture_is_flagged_with_its_reason(line: str, reason: str) -> None:
    assert reasons(line) == [reason]


@pytest.mark.parametrize("line", SILENT)
def test_text_is_not(line: str) -> None:
    assert reasons(line) == []
