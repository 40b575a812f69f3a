"""Numbers in a form that lay readers cannot use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.readability._lay import for_others, in_english
from workbench.detectors.readability._retold import retold
from workbench.model import Article, Evidence, Hit, Match, Sentence

VALUES = ("problem",)
PAGE = True  # what stands elsewhere on the page counts
_PROSE = ("paragraph", "item", "heading")
_NEAR = 4  # characters between a drug and its strength
_PAPER = 3  # ratios and measures of statistics in a text that never speaks to its reader


def detect(
    article: Article,
    *,
    decimals: Hits = (),
    precise: Hits = (),
    fractions: Hits = (),
    ratios: Hits = (),
    statistics: Hits = (),
    but_not: Hits = (),
    told: Hits = (),
    names: str = "",
    reader: Hits = (),
    unless: Hits = (),
    professional: list[str] | None = None,
    references: list[str] | None = None,
    genres: list[str] | None = None,
    most: int = 5,
) -> Iterator[Match]:
    """Each place in the prose, one a sentence, where a number asks for knowledge of statistics.

    Args:
        decimals: a chance as a decimal ("a probability of 0.0342").
        precise: percentages with two decimals or more.
        fractions: people who are no whole number ("1 in 37.4").
        ratios: odds and hazard ratios, unless one of `told` stands in the same sentence or the next.
        statistics: p values, intervals, deviations.
        but_not: strengths, prices and other numbers that only look like these ("0.05% cream").
        told: what tells a ratio in everyday words ("times as likely", "out of every 100").
        names: lexicon key of names of drugs; a percentage beside one is its strength.
        reader: words for the reader ("you"); a text without any that holds several ratios or measures is a paper.
        unless: words of a text for professionals; it is left alone.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        references: headings over lists of sources.
        genres: kinds of page, as the front matter may name them, that are left alone.
        most: so many are shown; the evidence of the last tells how many more there are.
    """
    paper = not reader and len(ratios) + len(statistics) >= _PAPER
    if paper or for_others(article, professional, unless) or not in_english(article):
        return
    if article.document.meta.genre.casefold() in (genres or ()):
        return
    explained = {hit.sentence for hit in told}
    kinds: dict[str, Iterable[Hit]] = {
        "a ratio without its meaning": [hit for hit in ratios if not explained & {hit.sentence, hit.sentence + 1}],
        "a chance as a decimal number": _apart(decimals, ratios),
        "more decimals than a reader can use": _apart(precise, article.hits.get(names, ()), _NEAR),
        "a part of a person": fractions,
        "a measure of statistics": statistics,
    }
    found: dict[int, tuple[Hit, str]] = {}
    for problem, hits in kinds.items():
        for hit in _apart(hits, but_not):
            if _is_prose(article, article.sentences[hit.sentence], references or []):
                found.setdefault(hit.sentence, (hit, problem))
    places = [found[index] for index in sorted(found)]
    for number, (hit, problem) in enumerate(places[:most], start=1):
        more = len(places) - most if number == most else 0
        yield _match(article, hit, problem, hit not in statistics and hit not in ratios, more)


def _apart(hits: Iterable[Hit], others: Hits, near: int = 0) -> list[Hit]:
    """The hits that share no character with one of the others, and have none within so many characters."""
    around = by_sentence(others)
    return [
        hit
        for hit in hits
        if not any(other.at - near < hit.to and hit.at < other.to + near for other in around.get(hit.sentence, ()))
    ]


def _match(article: Article, hit: Hit, problem: str, a_share: bool, more: int) -> Match:
    text = article.sentences[hit.sentence].text
    at, to = _trimmed(text, hit)
    parts = (retold(text[at:to]) if a_share else "", f"{more} more such sentences on the page" if more > 0 else "")
    evidence = Evidence("hard-number", text, "; ".join(filter(None, parts)))
    return Match(hit.sentence, at, to, values={"problem": problem}, evidence=evidence)


def _trimmed(text: str, hit: Hit) -> tuple[int, int]:
    """The match without brackets and spaces at its ends."""
    at, to = hit.at, hit.to
    while at + 1 < to and text[at] in " (,;:":
        at += 1
    while to - 1 > at and text[to - 1] in " ),;:":
        to -= 1
    return at, to


def _is_prose(article: Article, sentence: Sentence, references: list[str]) -> bool:
    block = article.block(sentence)
    if block.kind not in _PROSE or block.boilerplate or block.note or b"et al" in sentence.shadow:
        return False
    over = (article.document.blocks[index].seen.strip(" :#").casefold() for index in block.section)
    return not any(heading in references for heading in over)
