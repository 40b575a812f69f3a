"""Whether a page sells, and whether it means what it says at a place: what the checks of sales talk share."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.model import Article, Flag, Hit
from workbench.patterns import compiled

_NOT_MEANT = ("negated", "question", "quoted", "attributed", "warning-list")


def meant(article: Article, hit: Hit) -> bool:
    """Whether the page says the words at a hit in its own name and as true."""
    flags = article.sentences[hit.sentence].flags
    return not any(flag.flag in _NOT_MEANT and flag.at <= hit.at < flag.to for flag in flags)


_BRIEF = 500  # characters of a post or a blurb; its one offer is as much as two of a page


def sells(article: Article, offers: Hits, least: int) -> bool:
    """Whether a page makes so many different offers; one repeated in every paragraph is one.

    Offers in page furniture count (a button sells), those that others make do not ("the ad says order now").
    """
    return len({words(article, hit).casefold() for hit in offers if meant(article, hit)}) >= least


def offers_something(article: Article, offers: str, least: int, besides: Hits = ()) -> bool:
    """The same for the shared list of offers under a key of the lexicon.

    A text of a few lines needs only one; `besides` are the hits in question, which there do not speak for themselves.
    """
    found = article.hits.get(offers, ())
    if sum(len(sentence.shadow) for sentence in article.sentences) > _BRIEF:
        return sells(article, found, least)
    asked = by_sentence(besides)
    return sells(
        article, tuple(hit for hit in found if not any(overlap(hit, one) for one in asked.get(hit.sentence, ()))), 1
    )


def words(article: Article, hit: Hit) -> str:
    """What stands at a hit."""
    return article.sentences[hit.sentence].text[hit.at : hit.to]


def denied(article: Article, hit: Hit) -> tuple[Flag, ...]:
    """Why a hit is denied; a denial among its own words belongs to what they say ("no pill can match it")."""
    sentence = article.sentences[hit.sentence]
    start, end = article.span(sentence, hit.at, hit.to)
    for flag in sentence.flags:
        if flag.flag == "negated" and flag.at <= hit.at < flag.to and not start <= flag.start < end:
            return (Flag("exception", flag.start, flag.end, flag.cue, hit.at, hit.to),)
    return ()


def cleared(article: Article, hit: Hit, cues: Iterable[Hit]) -> tuple[Flag, ...]:
    """The flag of the first of these cues that stands in the hit's sentence; nothing where none does."""
    cue = next((cue for cue in cues if cue.sentence == hit.sentence), None)
    return () if cue is None else (exception(article, hit, cue),)


def quoted_by_others(article: Article, hit: Hit, selling: bool) -> tuple[Flag, ...]:
    """The flag of the quotation that a hit stands in, unless the page speaks through it.

    A page that sells does so where the quotation says "we" or "our": there the clinic's own doctor or the firm's
    founder speaks. Anybody else who is quoted may praise; the page has not said it.
    """
    sentence = article.sentences[hit.sentence]
    quote = next((flag for flag in sentence.flags if flag.flag == "quoted" and flag.at <= hit.at < flag.to), None)
    if quote is None or (selling and any(_says_we(article, index) for index in _beside(article, hit.sentence))):
        return ()
    return (exception(article, hit, Hit(hit.sentence, quote.at, quote.to)),)


def _beside(article: Article, index: int) -> range:
    """The sentences of the same block around one."""
    block, first, last = article.sentences[index].block, index, index
    while first and article.sentences[first - 1].block == block:
        first -= 1
    while last + 1 < len(article.sentences) and article.sentences[last + 1].block == block:
        last += 1
    return range(first, last + 1)


def _says_we(article: Article, index: int) -> bool:
    sentence = article.sentences[index]
    quotes = (flag for flag in sentence.flags if flag.flag == "quoted")
    return any(compiled(_WE).search(sentence.shadow[flag.at : flag.to]) is not None for flag in quotes)


_WE = r"\b(?:we|our|us|ours)\b"
