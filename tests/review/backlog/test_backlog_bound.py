"""The bound of a sample: exact, one-sided, never rounded down; and the draw that anybody can repeat."""

from __future__ import annotations

from fractions import Fraction
from hashlib import sha256
from math import comb

import pytest

from workbench.review.backlog import bound, drawing


def chance(number: int, of: int, share: Fraction) -> Fraction:
    """How often a sample has at most so many, worked out exactly."""
    return sum(
        (comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(number + 1)), start=Fraction(0)
    )  # fmt: skip


@pytest.mark.parametrize(("harmful", "of"), [(0, 1), (0, 60), (1, 60), (3, 59), (7, 20), (19, 20), (2, 400)])
def test_the_bound_is_where_five_in_a_hundred_samples_would_show_so_few(harmful: int, of: int) -> None:
    share = Fraction(bound.upper(harmful, of))
    assert abs(chance(harmful, of, share) - Fraction(5, 100)) < Fraction(1, 10**9)
    assert chance(harmful, of, share + Fraction(1, 1000)) < Fraction(5, 100)


def test_a_large_sample_is_no_trouble() -> None:
    assert 0.0007 < bound.upper(0, 4000) < 0.00075
    assert 0.00086 < bound.upper(40, 60_000) < 0.00088  # Poisson: 52.07 in 60,000


@pytest.mark.parametrize(
    ("harmful", "of", "said"),
    [
        (0, 60, "0 harmful of 60: at most 4.9 %"),
        (1, 60, "1 harmful of 60: at most 7.7 %"),
        (0, 59, "0 harmful of 59: at most 5 %"),
        (0, 58, "0 harmful of 58: at most 5.1 %"),  # 5.03: rounding down would promise too much
        (5, 5, "5 harmful of 5: at most 100 %"),
        (0, 0, "no page looked at yet: nothing can be said"),
    ],
)
def test_the_bound_in_words(harmful: int, of: int, said: str) -> None:
    assert bound.told(harmful, of) == said


@pytest.mark.parametrize(("harmful", "of"), [(-1, 5), (6, 5)])
def test_what_cannot_be_is_no_sample(harmful: int, of: int) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        bound.upper(harmful, of)


NAMES = [f"guides/p{number}" for number in range(50)]


def test_anybody_can_draw_again_from_the_seed_and_the_names() -> None:
    def number(name: str) -> str:
        return sha256("\x00".join(("back catalogue", "2026-11-25", name)).encode()).hexdigest()[:16]

    assert drawing.drawn(NAMES, 7, "2026-11-25") == sorted(NAMES, key=number)[:7]
    assert drawing.drawn(reversed(NAMES), 7, "2026-11-25") == drawing.drawn(NAMES, 7, "2026-11-25")


def test_another_seed_draws_others_and_a_small_section_is_drawn_whole() -> None:
    assert set(drawing.drawn(NAMES, 7, "a")) != set(drawing.drawn(NAMES, 7, "b"))
    assert sorted(drawing.drawn(NAMES, 500, "a")) == sorted(NAMES)
    smaller = [name for name in NAMES if name != drawing.drawn(NAMES, 7, "a")[0]]
    assert drawing.drawn(smaller, 6, "a") == drawing.drawn(NAMES, 7, "a")[1:]  # one page more or less moves no other
