"""What excuses a claim without a source, and what promises something though no claim was read there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import exception
from workbench.extractors._marks import marks
from workbench.model import Article, Claim, Flag, Hit, Link, Sentence

_GRANTS = re.compile(
    r"\W*(?:[\w ]{1,16}, )?(?:while|although|though|even though|whereas)\b[^,;.]{4,90},", re.IGNORECASE
)
_TELLER = re.compile(r"\b(?:I|[Mm]y)\b")


def denied(claim: Claim, sentence: Sentence) -> tuple[Flag, ...]:
    """The denial of a claim, unless it only grants something first ("While it is no cure, it eases …")."""
    denial = sentence.flagged("negated") if claim.certainty == "negated" else None
    granted = _GRANTS.match(sentence.text)
    return () if denial is None or (granted and denial.at < granted.end()) else (denial,)


def leading_up(article: Article) -> set[int]:
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


def own_story(article: Article, sentence: Sentence) -> tuple[Flag, ...]:
    """What the writer lived through is told by the writer: "I" in this sentence or the one before it in its block."""
    for teller in article.sentences[max(0, sentence.index - 1) : sentence.index + 1]:
        told = _TELLER.search(teller.text) if teller.block == sentence.block else None
        if told:
            here = Hit(sentence.index, 0, len(sentence.text))
            return (exception(article, here, Hit(teller.index, told.start(), told.end())),)
    return ()


def words(text: str) -> tuple[int, int]:
    """The sentence without the quotation marks around it, so that what is said of its words holds from the first."""
    marked = [index for index, char in enumerate(text) if char.isalnum()]
    return (marked[0], len(text)) if marked else (0, len(text))


def exceptions(article: Article, sentence: Sentence, idioms: Hits) -> tuple[Flag, ...]:
    whole = Hit(sentence.index, 0, len(sentence.text))
    return tuple(exception(article, whole, idiom) for idiom in idioms[:1])


def outright(article: Article, promises: Hits) -> Iterator[Hit]:
    """Promises in sentences that hold no claim, and no link or numbered mark there or in the next one."""
    claimed = {claim.sentence for claim in article.claims}
    for hit in promises:
        if hit.sentence in claimed:
            continue
        claimed.add(hit.sentence)
        near = article.sentences[hit.sentence : hit.sentence + 2]
        if not any(_sourced(article, sentence) for sentence in near if sentence.block == near[0].block):
            yield hit


def _sourced(article: Article, sentence: Sentence) -> bool:
    linked = any(_source(link, sentence) for link in article.block(sentence).links)
    return linked or any(True for _ in marks(sentence))
