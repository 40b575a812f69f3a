"""Marks and entries of a list of references that have no counterpart. Works and people are invented."""

from __future__ import annotations

import pytest
from speak import findings

LIST = "\n\n## References\n\n1. Okafor. Sleep in invented towns. 2016.\n2. Marlowe. Tea and naps. 2019.\n"
CHECK = "unmatched-marker"


def found(text: str, suffix: str = ".md") -> list[str]:
    return [finding.text for finding in findings(text, CHECK, suffix)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Naps help [1]. Tea does not [2]. Walks may help [3]." + LIST, ["[3]"]),
        ("Naps help [1, 4]. Tea does not [2]." + LIST, ["[1, 4]"]),
        ("Naps help [1–3]. Tea does not." + LIST, ["[1–3]"]),
        ("Naps help.¹ Tea does not.² Walks may help.⁵" + LIST, ["⁵"]),
        ("Naps help [1]. Tea does not [2]." + LIST + "3. Aske. Nobody reads this. 2020.\n", ["Aske."]),
    ],
)
def test_what_has_no_counterpart_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_a_plain_text_with_printed_numbers() -> None:
    entries = "References\n\n1. Okafor. Sleep. 2016.\n2. Marlowe. Tea. 2019.\n"
    assert found(f"Naps\n\nNaps help [1]. Tea does not [2]. Walks may [7].\n\n{entries}", ".txt") == ["[7]"]


@pytest.mark.parametrize(
    "text",
    [
        "Naps help [1]. Tea does not [2]." + LIST,
        "Naps help [1,2]." + LIST,
        "Naps help [2–1]. Tea does not [1] and [2]." + LIST,
        "Naps help [sic]. Tea [2019] does not [1]; see [2]." + LIST,
        "Naps help. Tea does not." + LIST,
        "Naps help [1]. Tea does not [2]. Walks may help [3].",
        "Naps help.[^a]\n\n[^a]: Okafor. Sleep. 2016.\n",
        "Naps help [1]. Tea does not [2]. \n\n```\nrow[9]\n```" + LIST,
        "## Further reading\n\n- Okafor. Sleep. 2016.\n- Marlowe. Tea. 2019.\n",
        "The room is 10 m² and the dose 5 mg [1]; see also [2]." + LIST,
    ],
)
def test_careful_pages_are_silent(text: str) -> None:
    assert found(text) == []
