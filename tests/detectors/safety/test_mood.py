"""How a verb is meant: a command, leave, what people may do, what you do, or none of it."""

from __future__ import annotations

import pytest
from speak import article

from workbench.detectors.safety._mood import meant
from workbench.model import Hit


def mood(text: str, verb: str) -> str:
    sentence = article(text).sentences[0]
    at = sentence.text.lower().index(verb)
    return meant(sentence, Hit(0, at, at + len(verb))).mood


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Just stop it.", "stop", "told"),
        ("If it hurts, stop the pill.", "stop", "told"),
        ("You can safely stop it.", "stop", "told"),
        ("It is fine to stop it.", "stop", "told"),
        ("There is no harm in stopping it.", "stopping", "told"),
        ("We ask all guests to stop it.", "stop", "told"),
        ("Take the tea and stop the pill.", "stop", "told"),
        ("Patients on the old drug can quit it.", "quit", "told"),
        ("Patients may stop it.", "stop", "may"),
        ("You stop it that morning.", "stop", "does"),
        ("Patients who stop it feel ill.", "stop", ""),
        ("If you stop it, your heart may race.", "stop", ""),
        ("Do not stop it.", "stop", ""),
        ("You should not stop it.", "stop", ""),
        ("Some people may stop it too early.", "stop", ""),
        ("Stopping it can be dangerous.", "stopping", ""),
        ("Doctors start and stop drugs.", "stop", ""),
        ("Your doctor may stop it.", "stop", ""),
    ],
)
def test_mood(text: str, verb: str, expected: str) -> None:
    assert mood(text, verb) == expected
