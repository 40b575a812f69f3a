"""Pages that discuss suicide or self-harm and do not say whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.safety import _help
from workbench.facts import Table
from workbench.model import Article, Hit, Match

VALUES = ("problem",)


def detect(
    article: Article,
    *,
    table: Table,
    topics: Hits,
    missing: str,
    weak: str,
    foreign: str,
    but_not: Hits = (),
    passing: Hits = (),
    personal: Hits = (),
    vague: Hits = (),
    unless: Hits = (),
    least: int = 2,
    min_words: int = 0,
) -> Iterator[Match]:
    """One finding about the whole article: no line, only vague words, or another country's line; a pass with one.

    A page discusses the topic if a heading names it, if a sentence claims an effect on it or speaks of it to the
    reader, or if `least` sentences tell of it beyond a list of side effects.

    Args:
        table: lines by country, see `_help`.
        topics: words for suicide and self-harm.
        missing, weak, foreign: what to say; see `_help.Texts`.
        but_not: terms of art ("suicide gene").
        passing: words of side-effect lists and labels; a topic beside them is mentioned in passing.
        personal: words to or about somebody in danger ("if you", "a loved one").
        vague: words that point to help without a number.
        unless: words of a kind of page that has its own conventions (abstracts).
        least: so many sentences make a discussion.
        min_words: shorter pages are left alone.
    """
    idioms = by_sentence(but_not)
    spoken = [hit for hit in topics if not any(overlap(hit, other) for other in idioms.get(hit.sentence, ()))]
    if not spoken:
        return
    short = sum(len(block.seen.split()) for block in article.document.blocks) < min_words
    reason = "" if unless or short else _reason(article, spoken, by_sentence(passing), by_sentence(personal), least)
    yield from _help.judged(article, table, reason, _help.Texts(missing, weak, foreign), vague=vague)


def _reason(
    article: Article, spoken: list[Hit], passing: dict[int, Hits], personal: dict[int, Hits], least: int
) -> str:
    """The words that make the topic one that the page discusses; empty where it does not."""
    claimed = {claim.sentence for claim in article.claims if claim.type in ("efficacy", "comparative", "prevalence")}
    told: list[Hit] = []
    for hit in spoken:
        index = hit.sentence
        heading = article.block(article.sentences[index]).kind == "heading"
        if heading or (index not in passing and (index in claimed or index in personal)):
            return _help.quoted(article, hit)
        if index not in passing and index not in {other.sentence for other in told}:
            told.append(hit)
    return _help.quoted(article, told[0]) if len(told) >= least else ""
