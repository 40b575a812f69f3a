"""What items take over from the lead-in of their list and from the headings above them."""

from __future__ import annotations

import pytest
from sentences import covered, flags, read

ITEM = "- a sure cure for pain"
INHERITS = [
    ("negated", "Velora is not:"),
    ("negated", "This does not mean:"),
    ("negated", "The patch does not treat the following:"),
    ("negated", "The patch is not meant for people with:"),
    ("negated", "# What Velora is not"),
    ("negated", "## Does not work for"),
    ("attributed", "Sellers claim that it is:"),
    ("hedged", "Velora may bring:"),
    ("advice", "You should ask for:"),
    ("warning-list", "Warning signs of a bad clinic include:"),
    ("warning-list", "# Red flags"),
    ("warning-list", "## Claims to be wary of"),
    ("warning-list", "## Common misconceptions"),
    ("warning-list", "Avoid any clinic that offers these things to avoid:"),
    ("warning-list", "What to watch out for:"),
    ("warning-list", "## Myths about Velora"),
    ("warning-list", "Do not:"),
]
DOES_NOT = [
    ("negated", "Velora is not cheap. It brings:"),
    ("negated", "It is not only cheap, it brings:"),
    ("negated", "You do not need a perfect plan to get:"),
    ("negated", "Without sleep, pain can bring:"),
    ("negated", "# Why Velora is not cheap"),
    ("negated", "# Velora"),
    ("attributed", "The ad claimed a lot. In fact it is:"),
    ("hedged", "It may hurt, but it brings:"),
    ("question", "What does Velora bring? It brings:"),
    ("warning-list", "Benefits:"),
    ("warning-list", "# Side effects"),
    ("warning-list", "# Risks"),
    ("warning-list", "Warning signs of a stroke include:"),
    ("warning-list", "# How to avoid surgery"),
    ("warning-list", "These are no red flags:"),
    ("advice", "You should expect:"),
]


@pytest.mark.parametrize(("name", "above"), INHERITS)
def test_inherits(name: str, above: str) -> None:
    assert covered(f"{above}\n{ITEM}", name) == [ITEM[2:]]


@pytest.mark.parametrize(("name", "above"), DOES_NOT)
def test_does_not_inherit(name: str, above: str) -> None:
    assert covered(f"{above}\n{ITEM}", name) == []


def test_an_inherited_flag_points_at_its_cue() -> None:
    text = f"Intro.\nSellers claim that it is:\n{ITEM}"
    (flag,) = flags(text, "attributed")
    assert text[flag.start : flag.end] == flag.cue == "Sellers claim that"


def test_a_paragraph_under_a_warning_is_one() -> None:
    assert covered("# Guide\n## Red flags\nInstant relief for all.", "warning-list") == ["Instant relief for all."]


def test_headings_under_a_warning_are_warnings() -> None:
    assert covered("# Guide\n## Red flags\n### Instant relief", "warning-list") == ["Instant relief"]


def test_the_title_of_the_page_speaks_for_lists_only() -> None:
    title = "# Red flags of pain clinics"
    assert covered(f"{title}\nInstant relief for all.", "warning-list") == []
    assert covered(f"{title}\n- Instant relief for all", "warning-list") == ["Instant relief for all"]


def test_facts_among_myths_are_no_myths() -> None:
    myths = "# Guide\n## Myths\n- Myth: it always works."
    assert covered(myths, "warning-list") == ["it always works."]
    assert covered(f"{myths}\n- Fact: it works for some.", "warning-list") == []


def test_a_paragraph_under_one_myth_sets_it_right() -> None:
    assert covered("# Guide\n## Myth: it is a cure\nIt eases pain.", "warning-list") == []


def test_the_next_heading_ends_a_warning() -> None:
    assert covered("# Guide\n## Red flags\n- Instant relief\n## Benefits\n- Instant relief", "warning-list") == []


def test_only_the_list_of_a_lead_in_inherits() -> None:
    sentences = read(f"Velora is not:\n{ITEM}\nIt is a sure cure for pain.")
    assert [bool(sentence.flagged("negated")) for sentence in sentences] == [True, True, False]
