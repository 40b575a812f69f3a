"""Means of whole numbers that no group of its size can have (GRIM)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from workbench.detectors import Hits
from workbench.detectors.statistics._whole_scores import Scored, lists, read
from workbench.model import Article, Evidence, Match
from workbench.statistics.means import grim, nearest, sizes
from workbench.statistics.printed import plain
from workbench.statistics.shares import decimals

VALUES = ("mean", "n", "below", "above")
_KIND = "mean-of-n"
_TOLERANCE = "rounded or cut off at the last printed digit"
_SHOWN = 4
_LARGEST_SHOWN = 100


def detect(article: Article, *, single: Hits, instruments: Hits, events: Hits, never: Hits) -> Iterator[Match]:
    """Every mean of whole numbers whose group is known and small enough to tell.

    Args:
        single: one question with whole-number answers ("item", "rated").
        instruments: questionnaires whose total is a whole number.
        events: things that are counted ("sessions").
        never: what makes a mean no plain mean of whole numbers ("visual analogue", "adjusted", "per week").
    """
    for scored in read(article, lists(single, instruments, events, never)):
        if scored.n < 2:
            continue
        found = grim(scored.mean.mean.value, scored.n, scored.items)
        if found.testable and found.possible:
            yield _match(scored, "pass", found.totals[0])
        elif found.testable:
            yield _match(scored, "fail")


def _match(scored: Scored, verdict: str, total: int | None = None) -> Match:
    mean, n, items = scored.mean.mean, scored.n, scored.items
    answers, places = n * items, decimals(mean.value)
    of = f"{n} people" if items == 1 else f"{n} people × {items} items"
    given = f"mean {mean.text} of {of}"
    if verdict == "pass":
        shown = f"{total} ÷ {answers} = {plain(Fraction(total or 0, answers), places)}"
        return Match(mean.sentence, mean.at, mean.to, "pass", evidence=Evidence(_KIND, given, shown, _TOLERANCE))
    below, above = nearest(mean.value, n, items)
    computed = f"{mean.text} × {answers} = {mean.value * answers:f}, and only a whole sum is possible"
    return Match(
        mean.sentence,
        mean.at,
        mean.to,
        values={"mean": mean.text, "n": str(n), "below": f"{below}", "above": f"{above}"},
        evidence=Evidence(_KIND, given, computed, _TOLERANCE, tuple(_rows(scored))),
        confidence=None if scored.sure else "medium",
    )


def _rows(scored: Scored) -> Iterator[Mapping[str, str]]:
    """The possible means on either side, and groups in which the printed one is possible."""
    mean, answers = scored.mean.mean.value, scored.n * scored.items
    below = int(Fraction(mean) * answers // 1)
    places = decimals(mean)
    for total in (below, below + 1):
        yield {"sum": str(total), "people": str(scored.n), "mean": f"{plain(Fraction(total, answers), places)}"}
    fitting = [n for n in sizes(mean, _LARGEST_SHOWN, scored.items) if n * scored.items < 10**places]
    for n in sorted(fitting, key=lambda n: abs(n - scored.n))[:_SHOWN]:
        total = grim(mean, n, scored.items).rounded[0]
        yield {"sum": str(total), "people": str(n), "mean": f"{plain(Fraction(total, n * scored.items), places)}"}
