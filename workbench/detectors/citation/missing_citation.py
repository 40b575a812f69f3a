"""Claims that stand without any source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception
from workbench.model import Article, Claim, ClaimType, Evidence, Flag, Hit, Link, Match, Sentence

_FIGURES = frozenset({"percent", "group", "ratio", "count"})
_TELLER = re.compile(r"\b(?:I|[Mm]y)\b")


def detect(
    article: Article,
    *,
    types: tuple[ClaimType, ...],
    figures_for: tuple[ClaimType, ...] = (),
    unless_negated: tuple[ClaimType, ...] = (),
    but_not: Hits = (),
) -> Iterator[Match]:
    """Each claim of these types with no source in it or near it; the match is the whole sentence.

    Args:
        types: claim types that need a source.
        figures_for: claim types whose findings keep the check's severity where the claim gives a figure (a percentage,
            a group, a ratio, a count); every other finding is a note, so that figures stand out on a long page.
        unless_negated: claim types that are held back where the claim is denied ("does not raise the risk").
        but_not: wordings that hold a claim back: gaps in knowledge, beliefs that are told as beliefs.
    """
    idioms = by_sentence(but_not)
    leading = _leading_up(article)
    for claim in article.claims:
        if claim.citation != "none" or claim.type not in types or claim.sentence in leading:
            continue
        figure = next((quantity.text for quantity in claim.quantities if quantity.kind in _FIGURES), "")
        weighty = bool(figure) and claim.type in figures_for
        sentence = article.sentences[claim.sentence]
        flags = _exceptions(article, sentence, idioms.get(claim.sentence, ())) or _own_story(article, sentence)
        if claim.certainty == "negated" and claim.type in unless_negated and not figure:
            flags += tuple(flag for flag in sentence.flags if flag.flag == "negated")[:1]
        at, to = _words(sentence.text)
        yield Match(
            sentence=claim.sentence,
            at=at,
            to=to,
            severity=None if weighty else "note",
            values={"type": claim.type, "figure": figure},
            evidence=_evidence(claim),
            flags=flags,
        )


def _leading_up(article: Article) -> set[int]:
    """Sentences right before one with a link of its own in the same block: they lead up to the source.

    What goes on behind a source rests on it, and its claim says so; a seller's link is no source.
    """
    return {
        sentence.index - 1
        for sentence in article.sentences
        if sentence.at and any(_source(link, sentence) for link in article.block(sentence).links)
    }


def _source(link: Link, sentence: Sentence) -> bool:
    return not link.sponsored and "://" in link.target and sentence.at <= link.at < sentence.to


def _own_story(article: Article, sentence: Sentence) -> tuple[Flag, ...]:
    """What the writer lived through is told by the writer: "I" in this sentence or the one before it in its block."""
    for teller in article.sentences[max(0, sentence.index - 1) : sentence.index + 1]:
        told = _TELLER.search(teller.text) if teller.block == sentence.block else None
        if told:
            here = Hit(sentence.index, 0, len(sentence.text))
            return (exception(article, here, Hit(teller.index, told.start(), told.end())),)
    return ()


def _words(text: str) -> tuple[int, int]:
    """The sentence without the quotation marks around it, so that what is said of its words holds from the first."""
    marked = [index for index, char in enumerate(text) if char.isalnum()]
    return (marked[0], len(text)) if marked else (0, len(text))


def _exceptions(article: Article, sentence: Sentence, idioms: Hits) -> tuple[Flag, ...]:
    whole = Hit(sentence.index, 0, len(sentence.text))
    return tuple(exception(article, whole, idiom) for idiom in idioms[:1])


def _evidence(claim: Claim) -> Evidence:
    return Evidence("claim", given="; ".join(claim.why), computed=f"{claim.type}, {claim.certainty}, no source")
