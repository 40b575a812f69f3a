"""Page furniture is tagged and kept; sentences that merely sound like it are text."""

from __future__ import annotations

import re

import pytest

from workbench.readers import markdown, plain
from workbench.readers._furniture import _wordings, reason
from workbench.readers._wordings import ALONE, LINES


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Add Comment", "comment form"),
        ("Leave a Reply", "comment form"),
        ("Your e-mail address will not be shown. Required fields are marked *", "comment form"),
        ("Name *", "comment form"),
        ("3 Comments", "comment form"),
        ("Share this:", "share bar"),
        ("Share on Facebook", "share bar"),
        ("Facebook Twitter Pinterest Email", "share bar"),
        ("Follow us on Instagram", "share bar"),
        ("We use cookies to improve this website.", "cookie notice"),
        ("Accept all cookies", "cookie notice"),
        ("Subscribe to our weekly newsletter", "subscribe box"),
        ("Get the best tips in your inbox", "subscribe box"),
        ("Skip to content", "navigation"),
        ("Home > Foot care > Creams", "navigation"),
        ("Back to top", "navigation"),
        ("Previous post", "navigation"),
        ("Next article: Hands", "related links"),
        ("Related articles", "related links"),
        ("You may also like", "related links"),
        ("Read more: Five Creams for Feet", "related links"),
        ("© 2024 Example Foot Clinic", "copyright line"),
        ("Copyright 2023 by Example Media. All rights reserved.", "copyright line"),
        ('{"email": "wrong", "name": "missing"}', "page template residue"),
        ("{{ page.title }}", "page template residue"),
        ("(H3)", "page template residue"),
        ("Advertisement", "advertisement"),
        ("Table of Contents", "table of contents"),
        ("About us | Contact | Blog", "menu"),
        ("Comments are closed.", "comment form"),
        ("Log in to reply", "comment form"),
        ("Like (4)", "comment form"),
        ("Facebook", "share bar"),
        ("Reject all", "cookie notice"),
        ("We value your privacy", "cookie notice"),
        ("Unsubscribe", "subscribe box"),
        ("View this email in your browser", "subscribe box"),
        ("5 min read", "navigation"),
        ("Customers also bought", "related links"),
        ('[contact-form-7 id="7"]', "page template residue"),
        ("window.dataLayer = window.dataLayer || [];", "page template residue"),
    ],
)
def test_furniture(line: str, why: str) -> None:
    assert reason(line) == why


@pytest.mark.parametrize(
    "line",
    [
        "Share this with your doctor before you use the cream.",
        "Leave a day between two doses.",
        "Add a comment in the diary when the pain is strong.",
        "Cookies and cakes raise blood sugar.",
        "By using less sugar in cookies, you eat less of it.",
        "Subscribe to nothing that promises a cure.",
        "You may also enjoy better sleep.",
        "You are here because your feet hurt.",
        "Load more weight each week.",
        "Related-donor transplants are common",
        "Home",
        "AD",
        "CTA",
        "No response",
        "(c) people with asthma",
        "Follow up after six weeks.",
        "Search for a clinic that names its doctors.",
        "Order today, only three tubes are left!",
        "This page contains affiliate links, and we earn a commission.",
        "This page is not medical advice.",
        "Email your pharmacist if the rash stays.",
        "Conditions/diseases that may need another cream exist.",
        "Contact dermatitis",
        "Print the plan and bring it to the visit.",
        "Save money by cooking at home.",
        "Reply to the letter within a week.",
        "Accept help when it is offered.",
        "Log in to the portal and read your results.",
        "A five minute read of the leaflet is enough.",
        "Let x be the dose.",
        "The window is open = fresh air",
        "[see box]",
    ],
)
def test_text_that_sounds_like_furniture(line: str) -> None:
    assert reason(line) == ""


MENU = "Home\nAbout Us\nServices\nBlog\nContact\n\nCream for Sore Feet\n\nThe cream is new.\n"


def test_a_menu_above_the_title() -> None:
    blocks = plain.read(MENU.encode(), "a.txt").blocks
    assert [block.boilerplate for block in blocks] == ["menu"] * 5 + [""] * 2
    assert plain.read(MENU.encode(), "a.txt").meta.title == "Cream for Sore Feet"


def test_a_list_of_short_effects_is_no_menu() -> None:
    text = "It can cause:\nRash\nItching\nFever\nHelp\nSupport\n"
    assert not any(block.boilerplate for block in plain.read(text.encode(), "a.txt").blocks)


@pytest.mark.parametrize("read", [plain.read, markdown.read])
def test_the_list_below_related_articles_goes_with_it(read) -> None:  # type: ignore[no-untyped-def]
    text = "# Feet\n\nFeet hurt.\n\nRelated articles\n\n- Hands that hurt\n- Knees that hurt\n\nFeet need rest.\n"
    assert [block.boilerplate for block in read(text.encode(), "a").blocks] == [
        "", "", "related links", "related links", "related links", "",
    ]  # fmt: skip


@pytest.mark.parametrize("read", [plain.read, markdown.read])
def test_furniture_is_kept_and_opens_no_section(read) -> None:  # type: ignore[no-untyped-def]
    text = "# Feet\n\nFeet hurt.\n\n## Leave a Reply\n\nThe cream is not approved.\n"
    blocks = read(text.encode(), "a").blocks
    assert blocks[2].boilerplate == "comment form"
    assert blocks[3].section == (0,)


def test_a_word_alone_is_looked_up_and_gives_what_the_wordings_give() -> None:
    reasons, pattern = _wordings()
    words = set(re.findall(r"[a-z]+", LINES)) | {f"h{level}" for level in range(8)} | set(ALONE)
    words |= {pair.replace(" ?", "").replace("-?", "") for pair in re.findall(r"[a-z]+(?: \?|-\?)[a-z]+", LINES)}
    for word in words:
        found = pattern.fullmatch(word.encode())
        why = next((why for why, group in zip(reasons, found.groups(), strict=True) if group), "") if found else ""
        assert ALONE.get(word, "") == why, word
