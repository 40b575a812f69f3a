"""One group with two sizes, and groups that people left."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "group-with-two-sizes"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The placebo group (n = 41) got drops. At the end, the placebo group (n = 44) slept less.", ["44"]),
        ("The yoga group (n = 25) met twice.\n\nSleep was better in the yoga group (n = 52) than at home.", ["52"]),
        ("People on placebo (n = 30) fared worse. Of those on placebo (n = 33), few slept.", []),
        ("The drug arm (n = 18) did well; the placebo arm (n = 20) did not. The drug arm (n = 81) slept.", ["81"]),
    ],
)
def test_two_sizes_are_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize(
    "text",
    [
        "The placebo group (n = 41) got drops. At the end, the placebo group (n = 41) slept less.",
        "The placebo group (n = 41) got drops, the drug group (n = 43) tablets.",
        "The placebo group (n = 41) got drops. Completers in the placebo group (n = 38) slept less.",
        "The placebo group (n = 41) got drops. At week 6, the placebo group (n = 40) slept less.",
        "The placebo group (n = 41) got drops. In another trial, the placebo group (n = 80) slept less.",
        "The placebo group (n = 41) got drops. Women of the placebo group (n = 20) slept less.",
        (
            "| Placebo group (n = 12) | Drug group (n = 24) |\n|---|---|\n| Placebo group (n = 11) | "
            "Drug group (n = 20) |\n"
        ),
        "The placebo group (n = 41) got drops.\n\nOne.\n\nTwo.\n\nThree.\n\nThe placebo group (n = 80) slept.",
    ],
)
def test_careful_writing_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_both_sizes_are_shown() -> None:
    (finding,) = findings("The placebo group (n = 41) got drops. Now the placebo group (n = 44) slept less.", CHECK)
    assert finding.evidence is not None
    assert [row["people"] for row in finding.evidence.rows] == ["41", "44"]
    assert (finding.severity, finding.confidence) == ("note", "medium")
