"""Better than everything else, by how much and by whose count unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors import Hits, phrase
from workbench.detectors.marketing._selling import cleared, denied, quoted_by_others, sells
from workbench.detectors.phrase import exception
from workbench.model import Article, Flag, Hit, Match

PAGE = True  # what stands elsewhere on the page counts
_FIGURES = ("percent", "group", "ratio")
_CITED = ("linked", "named")


def detect(
    article: Article,
    *,
    boasts: Hits,
    weak: Hits = (),
    rivals: Hits = (),
    offers: Hits = (),
    least: int = 2,
    but_not: Hits = (),
    cleared_by: Hits = (),
    named: str = "",
    humble: str = "",
    own: str = "",
) -> Iterator[Match]:
    """Every boast; one with a figure or a source in its sentence is held back by it, and so is one quoted from others.

    Args:
        boasts: superiority over rivals without a name ("outperforms traditional antidepressants"), on any page.
        weak: comparisons that leaflets make too ("unlike other drugs"); count where the page sells.
        rivals: comparisons that end before a rival ("works faster than"); count where the page sells and a name of
            the list `named` follows directly.
        offers: words of a page that sells.
        least: so many different ones make a page sell.
        but_not: idioms and comparisons of another kind; a boast that overlaps one is held back.
        cleared_by: words that show, wherever in the sentence, that a study speaks or that the comparison is fair.
        named: the key of a vocabulary of rivals with a name ("vocabulary/drugs").
        own: the key of a list of words for what the writer sells ("our capsules"); beside one, `weak` counts.
        humble: the key of a list of what is sold or taken without a doctor; where one stands in front, a comparison
            with a name counts on any page ("turmeric beats ibuprofen").
    """
    found = set(boasts)
    selling = sells(article, offers, least)
    over = tuple(_over_a_name(article, rivals, article.hits.get(named, ())))
    if selling:
        found.update(weak, over)
    said = {hit.sentence for hit in article.hits.get(own, ())}
    found.update(hit for hit in weak if hit.sentence in said)
    found.update(_of_the_humble(over, article.hits.get(humble, ())))
    spots = tuple(sorted(found, key=lambda hit: (hit.sentence, hit.at, hit.to)))
    sources = {claim.sentence for claim in article.claims if claim.citation in _CITED}
    for match in phrase.detect(article, phrases=spots, but_not=but_not):
        if match.sentence is not None and not match.flags:
            hit = Hit(match.sentence, match.at, match.to)
            flags = denied(article, hit) or quoted_by_others(article, hit, selling)
            flags = flags or _borne_out(article, hit, hit.sentence in sources) or cleared(article, hit, cleared_by)
            match = replace(match, flags=flags)
        yield match


def _over_a_name(article: Article, rivals: Hits, names: Hits) -> Iterator[Hit]:
    """Comparisons with the name behind them."""
    starts = {(name.sentence, name.at): name.to for name in names}
    for hit in rivals:
        rest = article.sentences[hit.sentence].shadow[hit.to :]
        to = starts.get((hit.sentence, hit.to + len(rest) - len(rest.lstrip())))
        if to is not None:
            yield Hit(hit.sentence, hit.at, to)


def _of_the_humble(comparisons: Hits, remedies: Hits) -> Iterator[Hit]:
    """Comparisons with such a remedy in front of them."""
    first = {hit.sentence: hit.at for hit in reversed(remedies)}
    return (hit for hit in comparisons if first.get(hit.sentence, hit.at) < hit.at)


def _borne_out(article: Article, hit: Hit, cited: bool) -> tuple[Flag, ...]:
    """The figure in the sentence, or the whole sentence where it has a source."""
    sentence = article.sentences[hit.sentence]
    for quantity in article.quantities[hit.sentence]:
        figures = any(letter.isdigit() for letter in sentence.text[quantity.at : quantity.to])
        if quantity.kind in _FIGURES and figures:  # "half the time" is none
            return (exception(article, hit, Hit(hit.sentence, quantity.at, quantity.to)),)
    return (exception(article, hit, Hit(hit.sentence, 0, len(sentence.text))),) if cited else ()
