"""Whatever stands there: no reader fails, every span is the printed form, and an article is read once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import readings
from speak import article

from workbench.figures import best, changes, forecasts, groups, growth, intervals, means, parts, pvalues, risks, tests

READERS: list[Callable[[Any], tuple[Any, ...]]] = [
    best.read,
    changes.read,
    forecasts.read,
    groups.read,
    groups.sizes,
    growth.read,
    intervals.read,
    means.read,
    parts.read,
    pvalues.read,
    risks.read,
    tests.read,
]
PIECES = (
    "t(28) = |F(1, 28)|χ²|z |r = |p = |P<|.05|0·04|1e-5|2.20|−3.4|1,130|1\u2009130|₂₈|²|95% CI |[|]|"
    "(|)| to |–|, |; |. |: |OR |HR 0.8|mean |SD |± |±| SE|n = |N=|24|17| of |/|%| percent|people |"
    "patients |all |All |half of the |none of |Of the |from |rose |fell |by |up |down |doubled|"
    "halved|three times |twice |as |more |-fold |NNT |risk |CAGR |$|bn|billion |in 2022|by 2028|"
    "will |was expected to |a year |over six years|the rest|split |select all |up to |as high as |"
    "\n\n|\n- |# || | a || b |\n|---|not |ns|vs |with placebo |and |or |respectively|1–7 scale |"
    "10-item |→|μ|\u0301|𝟛|٣"
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80),
        st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map("".join),
    )
)
def test_any_text(text: str) -> None:
    for reader in READERS:
        readings(reader, f"So it is. {text}")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 400),
    st.decimals(min_value="0.01", max_value="30", places=2),
    st.decimals(min_value="0.001", max_value="0.999", places=3),
    st.sampled_from([" = ", "=", " =", " = −"]),
    st.sampled_from([", p = ", "; P=", " (p = ", ", p="]),
)
def test_any_statistic_is_read_as_printed(df: int, value: Any, p: Any, equals: str, joint: str) -> None:
    (one,) = readings(tests.read, f"They differed, t({df}){equals}{value}{joint}{p}.")
    assert [str(number.value) for number in one.df] == [str(df)]
    assert str(abs(one.value.value)) == str(value)
    assert one.p is not None
    assert one.p.value is not None
    assert str(one.p.value.value) == str(p)


@pytest.mark.parametrize("reader", READERS)
def test_an_article_is_read_once(reader: Callable[[Any], tuple[Any, ...]]) -> None:
    one, other = article("It rose from 10% to 15%, up 5%."), article("All 8 improved.")
    assert reader(one) is reader(one)
    assert reader(other) == reader(other)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "She is 45 years old, was born in 1979 and takes 20 mg a day.",
        "Call 555-0100 before 9:30, or see page 12 of version 2.1.",
        "A third dose is due in 2 weeks; omega-3 and vitamin B12 are sold in packs of 30.",
        "He spends 10% of his income on rent, and we are 100% sure that he means it.",
        "In `t(28) = 2.20, p = .03` the code is no prose.",
        "Rest for 5 to 10 minutes, then walk 3 km.",
    ],
)
def test_plain_pages_tell_no_figures(reader: Callable[[Any], tuple[Any, ...]], text: str) -> None:
    if "code" in text:
        text = "```\nt(28) = 2.20, p = .03, 17 of 24 (70.8%)\n```\n"
    assert reader(article(text)) == ()
