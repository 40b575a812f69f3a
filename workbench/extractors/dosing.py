"""Dosing: how much, how often, for how long."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._reader import amount
from workbench.extractors._weigh import Score, weigh


def score(passage: Passage) -> Score:
    """Words of dose and schedule, and more where amounts or times are given."""
    found = weigh(passage, "dosing", "gives a dose or schedule")
    amounts = passage.numbers("dose")
    times = passage.numbers("frequency", "duration")
    if amounts:
        found = found.plus(3.0, f"gives an amount: “{amounts[0].text}”")
    often = passage.numbers("frequency") and passage.first("drugs", "treatments", "forms")
    if times and (found.points >= 2 or often):
        found = found.plus(2.0, f"gives a time: “{times[0].text}”")
    return found if amounts or not amount(passage) else found.plus(3.0, "says how much to take")
