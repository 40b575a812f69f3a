"""Standard deviations that no people with the printed mean can have (GRIMMER, DEBIT, and the ends of a scale)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from workbench.detectors import Hits
from workbench.detectors.statistics._spread_ends import POINTS, ends_of
from workbench.detectors.statistics._whole_scores import Scored, lists, read
from workbench.figures import means
from workbench.figures.stated import Mean, Number
from workbench.model import Article, Evidence, Match
from workbench.statistics.binary import debit
from workbench.statistics.deviations import grimmer
from workbench.statistics.printed import cut_off, root, rounded
from workbench.statistics.shares import decimals

VALUES = ("sd", "mean", "what")
_KIND = "spread-of-n"
_TOLERANCE = "mean and deviation rounded or cut off; divided by n or by n − 1"
_NEAR = 60  # steps of the last digit in which a possible deviation is looked for
_LARGEST = 200  # people; in larger groups, a deviation of two decimals is always possible
_WAYS: tuple[Literal["sample", "population"], ...] = ("sample", "population")
_FEWEST = 12  # people, in a group of which some may have dropped out
_GIVEN = "mean {mean}, SD {sd}"


def detect(
    article: Article, *, single: Hits, instruments: Hits, events: Hits, never: Hits, binary: Hits
) -> Iterator[Match]:
    """Every mean with a standard deviation, passed or failed where one of three tests speaks for it.

    Too wide for the ends of the scale or of the printed range; not the one that a share of yes and no fixes; not
    possible for whole numbers. A bare ± may be a standard error or half an interval: then the confidence is low.

    Args:
        single, instruments, events, never: as for means of whole numbers.
        binary: what makes answers yes or no ("binary", "coded 0 or 1").
    """
    spread = [one for one in means.read(article) if one.spread is not None and one.spread_kind != "SE"]
    if not spread:
        return
    yes_no = {hit.sentence for hit in binary}
    words = lists(single, instruments, events, never)
    whole = {(one.mean.mean.sentence, one.mean.mean.at): one for one in read(article, words)}
    for mean in spread:
        scored = whole.get((mean.mean.sentence, mean.mean.at))
        found = _too_wide(article, mean)
        of_two = mean.scale is not None and mean.scale.low == 0 and mean.scale.high == 1
        if found is None and (mean.words.sentence in yes_no or of_two):
            found = _of_yes_and_no(mean)
        elif found is None and scored is not None and scored.n:
            found = _of_whole_numbers(scored)
        if found is not None:
            yield found


def _too_wide(article: Article, mean: Mean) -> Match | None:
    """A deviation beyond the largest that a mean leaves between two ends; whole numbers or not."""
    ends = ends_of(article, mean)
    if ends is None or mean.spread is None:
        return None
    low, high, slack, kind = ends
    near = [*rounded(mean.mean.value), *cut_off(mean.mean.value)]
    floor, top = Fraction(low) - slack, Fraction(high) + slack
    least, highest = max(min(near), floor), min(max(near), top)
    if least > highest:
        return None
    middle = min(max((floor + top) / 2, least), highest)
    sizes = [int(size.number.value) for size in mean.sizes if size.number.value >= 2 and not size.approximate]
    n = min([*sizes, _FEWEST]) if sizes else 2  # with dropouts a group is smaller, and its largest deviation larger
    largest = (middle - floor) * (top - middle) * Fraction(n, n - 1)
    if rounded(mean.spread.value).low ** 2 <= largest:
        return None
    computed = f"even with half of all people at either end it is at most {root(largest, decimals(mean.spread.value))}"
    if not kind.endswith(POINTS):
        most = f"√(({mean.mean.text} − {low:f}) × ({high:f} − {mean.mean.text}) × n/(n − 1))"
        computed = f"{most}: at most {root(largest, decimals(mean.spread.value))} for {n} people or more"
    return _failure(mean, mean.spread, computed, kind, sizes[0] if sizes else 0)


def _of_yes_and_no(mean: Mean) -> Match | None:
    sizes = {int(size.number.value) for size in mean.sizes}
    if len(sizes) != 1 or mean.spread is None or not 0 <= mean.mean.value <= 1 or decimals(mean.mean.value) == 0:
        return None
    n = sizes.pop()
    if n < 2:
        return None
    ways = [debit(mean.mean.value, mean.spread.value, n, kind=kind) for kind in _WAYS]
    if not ways[0].expected:
        return None  # the mean itself is impossible
    expected = " or ".join(str(one) for one in ways[0].expected[:2])
    said = f"√({mean.mean.text} × (1 − {mean.mean.text}) × {n}/{n - 1}) = {expected}"
    if any(way.counts for way in ways):
        return _passed(mean, mean.spread, said, n)
    return _failure(mean, mean.spread, said, "of answers that are yes or no", n)


def _of_whole_numbers(scored: Scored) -> Match | None:
    mean, n = scored.mean, scored.n
    if mean.spread is None or not 2 <= n <= _LARGEST:
        return None
    value, sd = mean.mean.value, mean.spread.value
    ways = [grimmer(value, sd, n, scored.items, kind=kind) for kind in _WAYS]
    verdicts = {way.verdict for way in ways}
    if verdicts & {"mean", "undecided"}:
        return None
    if "possible" in verdicts:
        way = next(way for way in ways if way.verdict == "possible")
        answers = f"a sum of {way.total} and a sum of squares of {way.squares}"
        return _passed(mean, mean.spread, answers, n) if n * scored.items < 10 ** decimals(value) else None
    error = grimmer(value, sd, n, scored.items, kind="error").verdict == "possible"
    if error and not mean.spread_kind:
        return None
    near = " or ".join(_nearest(scored, sd)) or "another"
    said = f"with a mean of {mean.mean.text}, {n} whole numbers have {near} at the nearest"
    return _failure(mean, mean.spread, said, "of whole numbers", n, "It would fit a standard error." if error else "")


def _nearest(scored: Scored, sd: Decimal) -> Iterator[str]:
    """The possible deviations next below and above an impossible one, as far as they are near."""
    mean = scored.mean
    for step in (-1, 1):
        for place in range(1, _NEAR + 1):
            near = sd + (step * place) * Decimal(1).scaleb(-decimals(sd))
            if near < 0:
                break
            if grimmer(mean.mean.value, near, scored.n, scored.items).how == "rounded":
                yield f"{near}"
                break


def _passed(mean: Mean, spread: Number, computed: str, n: int) -> Match:
    evidence = Evidence(_KIND, f"{_given(mean, spread)}, n = {n}", computed, _TOLERANCE)
    return Match(spread.sentence, spread.at, spread.to, "pass", evidence=evidence)


def _failure(mean: Mean, spread: Number, computed: str, what: str, n: int, note: str = "") -> Match:
    return Match(
        spread.sentence,
        spread.at,
        spread.to,
        values={"sd": spread.text, "mean": mean.mean.text, "what": what},
        evidence=Evidence(
            _KIND, f"{_given(mean, spread)}, n = {n}" if n else _given(mean, spread), computed, _TOLERANCE
        ),
        confidence=None if mean.spread_kind == "SD" else "low",
        note=note,
    )


def _given(mean: Mean, spread: Number) -> str:
    return _GIVEN.format(mean=mean.mean.text, sd=spread.text)
