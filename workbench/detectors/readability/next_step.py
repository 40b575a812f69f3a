"""Pages that speak to a patient about an illness or a treatment and never say what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.readability._lay import for_others, in_english
from workbench.model import Article, Evidence, Match, Sentence

_PROSE = ("paragraph", "item", "cell", "quote")


def detect(
    article: Article,
    *,
    reader: Hits,
    steps: Hits,
    subjects: list[str],
    unless: Hits = (),
    professional: list[str] | None = None,
    genres: list[str] | None = None,
    fewest_reader: int = 6,
    fewest_subjects: int = 4,
    fewest_words: int = 200,
) -> Iterator[Match]:
    """One finding about the whole page: it advises its reader and holds no instruction, offer or place to turn to.

    Args:
        reader: words for the reader ("you", "your").
        steps: what a reader can do next ("ask your doctor", "make a list"); sentences that the context flags as
            advice count as well.
        subjects: lexicon keys of illnesses, treatments and drugs; without enough of them it is no health page.
        unless: words of a text for professionals, and of news; it is left alone.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        genres: kinds of page, as the front matter may name them, that are left alone.
        fewest_reader: a page that speaks to its reader in fewer sentences gives no advice.
        fewest_subjects: so many names of `subjects` make it a page about health.
        fewest_words: a shorter page is left alone.
    """
    if steps or for_others(article, professional, unless) or not in_english(article):
        return
    if article.document.meta.genre.casefold() in (genres or ()):
        return
    spoken_to = {hit.sentence for hit in reader if not article.sentences[hit.sentence].flagged("quoted")}
    named = sum(len(article.hits.get(key, ())) for key in subjects)
    if len(spoken_to) < fewest_reader or named < fewest_subjects:
        return
    if any(sentence.flagged("advice") for sentence in article.sentences):
        return
    prose = list(_prose(article))
    words = sum(len(one.text.split()) for one in prose)
    if words >= fewest_words and prose:
        given = f"{words} words, {len(spoken_to)} sentences to the reader"
        yield Match(evidence=Evidence("next-step", given, f"the page ends: {prose[-1].text}"))


def _prose(article: Article) -> Iterator[Sentence]:
    for sentence in article.sentences:
        block = article.block(sentence)
        if block.kind in _PROSE and not block.boilerplate and not block.note:
            yield sentence
