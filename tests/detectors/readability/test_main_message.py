"""No main message near the top: the opening and the title."""

from __future__ import annotations

import pytest
from speak import REPOSITORY, findings

CHECK = "no-main-message"
EXAMPLES = REPOSITORY / "checks" / "readability" / CHECK
OFF = (EXAMPLES / "off-the-subject.md").read_text(encoding="utf-8")
HISTORY = (EXAMPLES / "history-first.md").read_text(encoding="utf-8")
TITLE = "# Knee pain: exercises that help"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OFF, "name nothing"),
        (HISTORY, "tell only of the past"),
        (OFF.replace(TITLE, "# Your guide to worn cartilage"), "name nothing"),
        (OFF.replace(TITLE, "---\ntitle: Sore knees\n---"), "name nothing"),
    ],
)
def test_an_opening_off_the_subject_is_found(text: str, told: str) -> None:
    (finding,) = findings(text, CHECK)
    assert told in finding.message
    assert (finding.start, finding.severity, finding.confidence) == (None, "note", "low")


@pytest.mark.parametrize(
    "text",
    [
        OFF.replace(TITLE, "# What you need to know"),
        OFF.replace(TITLE, "# The apple tree story"),
        OFF.replace(TITLE, "# Gardening with care"),
        OFF.replace(TITLE, "## A heading without a title"),
        OFF.replace("garden with", "painful garden with").replace(TITLE, "# Pains of the knee"),
        OFF.replace(TITLE, f"{TITLE}\n\n## At a glance\n\n- Move more"),
        OFF.replace("My neighbour", "In brief: move more. My neighbour"),
        OFF.split("## What can be done")[0],
        f"---\naudience: nurses\n---\n{OFF}",
        f"---\nlanguage: pt\n---\n{OFF}",
        HISTORY.replace("By 1820 the", "Today the").replace("In 1888 the", "The").replace("In 1911 the", "The"),
        "",
    ],
)
def test_an_opening_that_names_the_subject_is_silent(text: str) -> None:
    assert findings(text, CHECK) == []


def test_both_names_of_an_illness_agree() -> None:
    text = OFF.replace(TITLE, "# Hypertension").replace("she was sad", "she had high blood pressure")
    assert findings(text, CHECK) == []
