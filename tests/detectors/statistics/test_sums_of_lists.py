"""Lists after a total, shares of a chart and rows “Total” that do not add up, and lists that may overlap."""

from __future__ import annotations

import pytest
from speak import shown

TOTAL, PARTS = "counts-do-not-add-up", "parts-and-whole"


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Seventy-two people called on Monday: 31 to ask for a date, 25 who felt worse, and 20 by mistake.", TOTAL),
        ("We posted 90 letters: 40 to schools, 30 to shops and 30 to clubs.", TOTAL),
        ("Of 150 calls, 90 were answered, 36 were not and 32 could not be traced.", TOTAL),
        ("The 64 members are 40 women and 30 men.", TOTAL),
        ("| Floor | Beds |\n|-|-|\n| First | 12 |\n| Second | 19 |\n| Third | 14 |\n| Total | 55 |", TOTAL),
        ("We randomised 90 adults. Thirty were given tea, 29 tea plus calls and 36 usual care.", TOTAL),
        ("Chart: how people heard of us (one answer each). Friends 40%, doctor 25%, web 18%, ads 6%.", PARTS),
        ("Callers by line: A 41%, B 38%, C 33%. Each caller used one line.", PARTS),
        ("Asked for the single reason that made them stop, 50% named cost, 40% taste and 22% nausea.", PARTS),
    ],
)
def test_a_sum_is_off(text: str, check: str) -> None:
    assert shown(text, check)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Seventy-two people called on Monday: 31 to ask for a date, 21 who felt worse, and 20 by mistake.", TOTAL),
        ("The campaign reached 500 homes: 300 got a letter, 150 got a call and 120 got a visit.", TOTAL),
        ("The centre has 40 staff: 20 nurses, 13 who speak Spanish, and 12 who work nights.", TOTAL),
        ("The 86 people on the list are seen by 51 nurses and 45 doctors.", TOTAL),
        ("The 64 members are 40 women and 24 men.", TOTAL),
        ("| Floor | Beds |\n|-|-|\n| First | 12 |\n| Second | 19 |\n| Third | 14 |\n| Total | 45 |", TOTAL),
        ("Chart: why people came (several answers). Pain 34%, sleep 29%, mood 18%, other 7%.", PARTS),
        ("Chart: how staff travel. The three commonest are bus 34%, car 29% and bicycle 18%.", PARTS),
        ("Blood group O is found in 45%, A in 38%, B in 12% and AB in 5%.", PARTS),
        ("Callers by line: A 41%, B 38%, C 21%. Each caller used one line.", PARTS),
    ],
)
def test_a_sum_fits_or_is_not_due(text: str, check: str) -> None:
    assert not shown(text, check)
