"""No next step: pages that speak to patients and leave them there."""

from __future__ import annotations

import pytest
from speak import REPOSITORY, findings

CHECK = "no-next-step"
EXAMPLES = REPOSITORY / "checks" / "readability" / CHECK
MARKET = (EXAMPLES / "ends-with-the-market.md").read_text(encoding="utf-8")
GOUT = (EXAMPLES / "no-step-in-a-blog.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [MARKET, GOUT, f"{MARKET}\nDoctors asked for a longer trial.\n"])
def test_a_page_without_a_step_is_found(text: str) -> None:
    (finding,) = findings(text, CHECK)
    assert (finding.start, finding.severity, finding.confidence) == (None, "note", "low")
    assert finding.evidence is not None
    assert "sentences to the reader" in finding.evidence.given


@pytest.mark.parametrize(
    "step",
    [
        "Ask your doctor about the newer ones.",
        "Talk with a nurse you trust.",
        "Write down when your head hurts.",
        "You should see somebody about it.",
        "Call 911 if one side of your face droops.",
        "Bring your tablets when you come.",
        "Book a visit at our clinic.",
        "- Keep the room dark",
        "- Drink more water",
        "To refer yourself, use the form at the desk.",
        "Our helpline is open all night.",
        "## What to do\n\nRest helps.",
    ],
)
@pytest.mark.parametrize("page", [MARKET, GOUT])
def test_one_step_is_enough(page: str, step: str) -> None:
    assert findings(f"{page}\n{step}\n", CHECK) == []


@pytest.mark.parametrize("front", ["audience: doctors", "genre: news", "genre: reference", "language: es"])
def test_other_kinds_of_page_are_left_alone(front: str) -> None:
    assert findings(f"---\n{front}\n---\n{MARKET}", CHECK) == []


def test_short_pages_and_pages_that_speak_to_nobody_are_left_alone() -> None:
    assert findings(MARKET.split("## How it is treated")[0], CHECK) == []
    assert findings(GOUT.replace("You", "They").replace("you", "they").replace("Your", "Their"), CHECK) == []
