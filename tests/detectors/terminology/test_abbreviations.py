"""Abbreviations: never explained, or with two meanings on one page."""

from __future__ import annotations

import pytest
from speak import findings, shown

UNEXPLAINED, AMBIGUOUS = "unexpanded-acronym", "ambiguous-abbreviation"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("KAP takes two hours. Eat little before KAP.", ["KAP"]),
        ("A coach explains MXT. The MXT course has six parts.", ["MXT"]),
        ("Ketamine-assisted psychotherapy takes two hours. Eat little before KAP; KAP can upset the stomach.", []),
        ("KAP, or ketamine-assisted psychotherapy, takes time. KAP is slow.", []),
        ("We call it KAP here. KAP stands for ketamine-assisted psychotherapy.", []),
        ("The FDA, the CDC and the NHS publish leaflets. The FDA and the CDC are in the US, the NHS is not.", []),
        ("An MRI or a CT scan may follow. The MRI takes an hour.", []),
        ("Ana Example, QXPN, wrote it. Ben Example, QXPN, read it.", []),
        ("The QXPN trial was small. The QXPN trial was short.", []),
        ("DO NOT SHARE NEEDLES. DO NOT SHARE PIPES.", []),
        ("Phase VII is a joke. Phase VII is not real.", []),
        ("Velodrin is sold as VLD-12 and as VLD-13.", []),
        ("See https://QXPN.example/QXPN for QXPN.", []),
    ],
)
def test_explained_or_not(text: str, found: list[str]) -> None:
    assert shown(text, UNEXPLAINED) == found


def test_pages_for_professionals_are_left_alone() -> None:
    text = "KAP takes two hours. Eat little before KAP."
    assert findings(f"---\naudience: clinicians\n---\n\n{text}\n", UNEXPLAINED) == []
    assert findings(f"{text}\n\nMethods: We enrolled 40 adults.\n", UNEXPLAINED) == []


def test_only_the_first_three_are_reported() -> None:
    text = " ".join(f"{word} is new. We like {word}." for word in ("QXA", "QXB", "QXD", "QXE"))
    assert shown(text, UNEXPLAINED) == ["QXA", "QXB", "QXD"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MS is painful, and morphine may be given.", ["MS"]),
        ("Ketamine VR comes to your home online.", ["VR"]),
        ("ED can follow prostate surgery, when erections fail.", ["ED"]),
        ("MS damages myelin.", []),
        ("The ED is open all night; an ambulance will bring you.", []),
        ("Erectile dysfunction (ED) can follow surgery. ED may pass.", []),
        ("Put on the VR headset.", []),
        ("VR (virtual reality) was shown online.", []),
        ("Take an OD seriously and give naloxone.", []),
    ],
)
def test_two_meanings(text: str, found: list[str]) -> None:
    assert shown(text, AMBIGUOUS) == found
