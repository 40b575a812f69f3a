"""The one scan for all cues hides no flag: where it names nothing, no function finds anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import attribution, cautions, conditions, layouts, mood, negation, past
from workbench.context import PATTERNS
from workbench.cues import Cues

FUNCTIONS = {
    "question": mood.heading_questions,
    "negated": negation.negations,
    "attributed": attribution.attributions,
    "warning-list": cautions.cautions,
    "advice": mood.advice,
    "hedged": mood.hedges,
    "conditional": conditions.conditions,
    "history": past.histories,
    "caption": layouts.captions,
}
SCAN = Cues(PATTERNS, after=0)
LINES = [
    line.encode()
    for line in (Path(__file__).parent / "reach.txt").read_text(encoding="ascii").splitlines()
    if line and line[0] not in "#="
]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_nothing_is_found_without_a_cue(name: str) -> None:
    for line in LINES:
        if any(FUNCTIONS[name](line)):
            assert name in SCAN.met(line)


@given(st.lists(st.sampled_from(b" ".join(LINES).split()), max_size=30).map(b" ".join))
def test_nothing_is_found_without_a_cue_in_any_order_of_words(dark: bytes) -> None:
    met = SCAN.met(dark)
    for name, function in FUNCTIONS.items():
        assert name in met or not any(function(dark))


def test_a_name_is_met_by_any_of_its_patterns() -> None:
    cues = Cues({"one": ("a b", "c"), "two": ("d",)}, after=1)
    assert cues.met(b"e") == {"one", "two"}
    assert cues.met(b"a  b") == {"one"}
    assert cues.met(b"c d") == {"one", "two"}
    assert cues.met(b"e") == frozenset()
