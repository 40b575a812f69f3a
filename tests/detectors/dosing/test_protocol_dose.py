"""Protocols without a dose."""

from __future__ import annotations

import pytest
from speak import shown

CHECK = "protocol-without-dose"


@pytest.mark.parametrize(
    "text",
    [
        "Protocol: eight Spravato sessions, twice a week for four weeks.",
        "The ketamine regimen has six infusions, two per week over three weeks.",
        "Our dosing plan for esketamine: 8 treatments, twice weekly over 4 weeks.",
    ],
)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "The ketamine regimen has six infusions of 35 mg, two per week over three weeks.",
        "Our ketamine programme: six infusions, two per week over three weeks; the dose depends on your weight.",
        "Six physiotherapy sessions, two per week over three weeks, is the programme.",
        "Ketamine infusions are usually given twice a week for three weeks.",
        "Insurance covers the Spravato schedule of eight sessions, twice a week for four weeks.",
    ],
)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert not shown(text, CHECK)
