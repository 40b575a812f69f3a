"""Tails of the normal, t, F and chi-square distributions, in decimals.

The regularised incomplete beta and gamma functions by their continued fractions and series (Press and others,
Numerical Recipes, 6.2 and 6.4), worked out with 24 digits: what comes out is right to twelve, far more than any p value
is printed with. scipy does the same in floats; it is what the tests compare with, and nothing that has to be loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal, localcontext
from functools import lru_cache

_CONTEXT = Context(prec=24)
_CLOSE = Decimal("1e-15")  # relative size of a term that no longer matters
_TINY = Decimal("1e-200")  # stands for a zero that would be divided by
_STEPS = 100_000
_SHIFT = 12  # Stirling's series is used from here on
_BERNOULLI = ((1, 6), (-1, 30), (1, 42), (-1, 30), (5, 66), (-691, 2730), (7, 6), (-3617, 510), (43867, 798))
_PI = Decimal("3.14159265358979323846264338327950288419717")
_HALF = Decimal("0.5")


def normal(squared: Decimal) -> Decimal:
    """The chance that a standard normal number lies farther from 0 than the root of `squared`, on either side."""
    return chi_square(squared, Decimal(1))


def student(squared: Decimal, df: Decimal) -> Decimal:
    """The chance that t with so many degrees of freedom lies farther from 0 than the root of `squared`."""
    return fisher(squared, Decimal(1), df)


def correlation(squared: Decimal, df: Decimal) -> Decimal:
    """The chance of a correlation farther from 0 than the root of `squared`, on either side; none from 1 on."""
    with localcontext(_CONTEXT):
        return _beta(1 - squared, squared, df / 2, _HALF)


def fisher(value: Decimal, df1: Decimal, df2: Decimal) -> Decimal:
    """The chance that F lies above a value of 0 or more."""
    with localcontext(_CONTEXT):
        whole = df2 + df1 * value
        return _beta(df2 / whole, df1 * value / whole, df2 / 2, df1 / 2)


def chi_square(value: Decimal, df: Decimal) -> Decimal:
    """The chance that chi-square lies above a value of 0 or more."""
    with localcontext(_CONTEXT):
        a, x = df / 2, value / 2
        if x == 0:
            return Decimal(1)
        front = (a * x.ln() - x - _ln_gamma(a)).exp()
        if x >= a + 1:
            terms = ((-k * (k - a), x + 1 - a + 2 * k) for k in range(1, _STEPS))
            return front / _fraction(x + 1 - a, terms)
        term = total = 1 / a
        for k in range(1, _STEPS):
            term *= x / (a + k)
            total += term
            if term < total * _CLOSE:
                break
        return 1 - front * total


def _beta(x: Decimal, rest: Decimal, a: Decimal, b: Decimal) -> Decimal:
    """The regularised incomplete beta function at `x`; `rest` is 1 − x, handed over so that nothing cancels."""
    if x <= 0:
        return Decimal(0)
    if rest <= 0:
        return Decimal(1)
    front = (_ln_gamma(a + b) - _ln_gamma(a) - _ln_gamma(b) + a * x.ln() + b * rest.ln()).exp()
    if x * (a + b + 2) < a + 1:
        return front / a / _fraction(Decimal(1), _beta_terms(x, a, b))
    return 1 - front / b / _fraction(Decimal(1), _beta_terms(rest, b, a))


def _beta_terms(x: Decimal, a: Decimal, b: Decimal) -> Iterator[tuple[Decimal, Decimal]]:
    yield -(a + b) * x / (a + 1), Decimal(1)
    for m in range(1, _STEPS):
        yield m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), Decimal(1)
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), Decimal(1)


def _fraction(first: Decimal, terms: Iterator[tuple[Decimal, Decimal]]) -> Decimal:
    """The continued fraction first + over₁ / (under₁ + over₂ / (under₂ + …)), by Lentz' method."""
    value = upper = first or _TINY
    lower = Decimal(0)
    for over, under in terms:
        lower = 1 / (under + over * lower or _TINY)
        upper = under + over / upper or _TINY
        step = upper * lower
        value *= step
        if abs(step - 1) < _CLOSE:
            break
    return value


@lru_cache(maxsize=256)
def _ln_gamma(a: Decimal) -> Decimal:
    below = Decimal(1)
    while a < _SHIFT:
        below *= a
        a += 1
    series = sum(
        (
            Decimal(over) / (under * 2 * k * (2 * k - 1) * a ** (2 * k - 1))
            for k, (over, under) in enumerate(_BERNOULLI, 1)
        ),
        Decimal(0),
    )
    return (a - _HALF) * a.ln() - a + (2 * _PI).ln() / 2 + series - below.ln()
