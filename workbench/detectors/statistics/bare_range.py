"""A percent range that does not say what makes the difference between its ends: “relief 59%-85%”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.columns import heads
from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.figures import intervals
from workbench.model import Article, Evidence, Hit, Match, Quantity
from workbench.numerals import before
from workbench.patterns import exact
from workbench.units import PERCENT

VALUES = ("range",)
_NEAR = 40  # characters between a result and its range
_TOLD = r"[(\[;,] ?$"
_PROMISED = (
    r"\b(?:works?|helps?|succeeds?|cures?|heals?|effective|successful|relief) (?:in|for) (?:about |around |between )?$"
)
_CITED = ("linked", "named")


def detect(
    article: Article, *, results: Hits, explained: Hits = (), behind: Hits = (), counted: Hits = (), least: int = 15
) -> Iterator[Match]:
    """Every range of a result in percent that nothing in its sentence or the next explains, and no source.

    Args:
        results: what has the range ("relief", "absorption").
        explained: words that say what differs between the ends, or who counted ("depending on", "of adults", "trials").
        counted: who is counted ("of adults"), which explains a range too, unless it is promised ("works in 50–90% of").
        behind: those of them that explain it from the next sentence too ("depending on").
        least: percentage points between the ends; closer ones are one figure that is not exact.
    """
    if not results:
        return
    told = {hit.sentence for hit in explained} | {hit.sentence - step for hit in behind for step in (0, 1)}
    people = {hit.sentence for hit in counted}
    named_in = by_sentence(results)
    for index, named in (*named_in.items(), *_columns(article, named_in)):
        ranges = [one for one in article.quantities[index] if one.unit == PERCENT and one.low != one.high]
        if len(ranges) != 1 or not _is_wide(ranges[0], least) or index in told:
            continue
        (spread,) = ranges
        if index in people and exact(_PROMISED).search(before(article.sentences[index].shadow, spread.at, 40)) is None:
            continue
        if not any(_beside(spread, hit) for hit in named) or _has_source(article, index):
            continue
        text = article.sentences[index].text[spread.at : spread.to]
        if any(one.words.sentence == index for one in intervals.read(article)) or _between(article, index, spread):
            continue
        evidence = Evidence("range", text, f"what differs between {spread.low}% and {spread.high}% is missing")
        yield Match(index, spread.at, spread.to, values={"range": text}, evidence=evidence)


def _columns(article: Article, named: dict[int, Hits]) -> Iterator[tuple[int, Hits]]:
    """The cells of columns that a result heads, with a name where their range begins: “| Success | … | 40–90% |”."""
    named_blocks = {article.sentences[index].block for index in named}
    titles = {block for block in named_blocks if article.document.blocks[block].kind == "cell"}
    if not titles:
        return
    over = heads(article.document)
    for sentence in article.sentences:
        if over.get(sentence.block) in titles and sentence.index not in named:
            yield sentence.index, (Hit(sentence.index, 0, 0),)


def _is_wide(one: Quantity, least: int) -> bool:
    ends = one.low, one.high
    return one.unit == PERCENT and ends[0] is not None and ends[1] is not None and ends[1] - ends[0] >= least


def _beside(spread: Quantity, hit: Hit) -> bool:
    return hit.at - spread.to <= _NEAR and spread.at - hit.to <= _NEAR


def _between(article: Article, index: int, spread: Quantity) -> bool:
    """Whether the range stands in brackets or behind a comma, where it belongs to another figure."""
    shadow = article.sentences[index].shadow
    return exact(_TOLD).search(before(shadow, spread.at, 12)) is not None


def _has_source(article: Article, index: int) -> bool:
    return any(claim.sentence == index and claim.citation in _CITED for claim in article.claims)
