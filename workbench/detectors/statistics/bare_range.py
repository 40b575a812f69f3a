"""A percent range that does not say what makes the difference between its ends: “relief 59%-85%”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.figures import intervals
from workbench.model import Article, Evidence, Hit, Match, Quantity
from workbench.numerals import before
from workbench.patterns import exact
from workbench.units import PERCENT

_NEAR = 40  # characters between a result and its range
_TOLD = r"\bbetween $|[(\[;,] ?$"
_CITED = ("linked", "named")


def detect(
    article: Article, *, results: Hits, explained: Hits = (), behind: Hits = (), least: int = 10
) -> Iterator[Match]:
    """Every range of a result in percent that nothing in its sentence or the next explains, and no source.

    Args:
        results: what has the range ("relief", "absorption").
        explained: words that say what differs between the ends, or who counted ("depending on", "of adults", "trials").
        behind: those of them that explain it from the next sentence too ("depending on").
        least: percentage points between the ends; closer ones are one figure that is not exact.
    """
    told = {hit.sentence for hit in explained} | {hit.sentence - step for hit in behind for step in (0, 1)}
    for index, named in by_sentence(results).items():
        ranges = [one for one in article.quantities[index] if one.unit == PERCENT and one.low != one.high]
        if len(ranges) != 1 or not _is_wide(ranges[0], least) or index in told:
            continue
        (spread,) = ranges
        if not any(_beside(spread, hit) for hit in named) or _has_source(article, index):
            continue
        text = article.sentences[index].text[spread.at : spread.to]
        if any(one.words.sentence == index for one in intervals.read(article)) or _between(article, index, spread):
            continue
        evidence = Evidence("range", text, f"what differs between {spread.low}% and {spread.high}% is missing")
        yield Match(index, spread.at, spread.to, values={"range": text}, evidence=evidence)


def _is_wide(one: Quantity, least: int) -> bool:
    ends = one.low, one.high
    return one.unit == PERCENT and ends[0] is not None and ends[1] is not None and ends[1] - ends[0] >= least


def _beside(spread: Quantity, hit: Hit) -> bool:
    return hit.at - spread.to <= _NEAR and spread.at - hit.to <= _NEAR


def _between(article: Article, index: int, spread: Quantity) -> bool:
    """Whether the ends are told as such (“between 40% and 60%”) or stand in brackets behind another figure."""
    shadow = article.sentences[index].shadow
    return exact(_TOLD).search(before(shadow, spread.at, 12)) is not None


def _has_source(article: Article, index: int) -> bool:
    return any(claim.sentence == index and claim.citation in _CITED for claim in article.claims)
