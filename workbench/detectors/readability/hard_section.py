"""Sections that ask for far more years of school than a page for lay readers should."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.detectors import Hits
from workbench.detectors.readability._grades import in_short, rows
from workbench.detectors.readability._lay import for_others, in_english
from workbench.detectors.readability._sections import hard, sections
from workbench.model import Article, Evidence, Match
from workbench.readability.pages import counted

VALUES = ("flesch_kincaid", "smog")
_VOCABULARY = "vocabulary/"
_WHOLE = 0.9  # a section with so much of the page's prose is the page


def detect(
    article: Article,
    *,
    names: str = "",
    unless: Hits = (),
    professional: list[str] | None = None,
    most_flesch_kincaid: Decimal = Decimal(12),
    most_smog: Decimal = Decimal(14),
    fewest_sentences: int = 10,
    fewest_words: int = 150,
    most: int = 3,
) -> Iterator[Match]:
    """The hardest sections at their headings, where both grades are above their limit.

    Args:
        names: the vocabulary of names that a reader has to know ("drugs"); each counts as two syllables at most.
        unless: words of a text for professionals; nothing is said of it.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        most_flesch_kincaid: the highest Flesch–Kincaid grade of a section.
        most_smog: the highest SMOG grade of a section.
        fewest_sentences: with fewer, a section belongs to the one above it.
        fewest_words: likewise, in words.
        most: so many are shown at most.
    """
    if for_others(article, professional, unless) or not in_english(article):
        return
    prose = counted(article, article.hits.get(f"{_VOCABULARY}{names}", ()))
    whole = sum(one.counts.words for one in prose)
    found = hard(sections(article, prose, fewest_sentences, fewest_words), float(most_flesch_kincaid), float(most_smog))
    headings = {sentence.block: sentence for sentence in article.sentences}
    for section in found[:most]:
        if section.counts.words > _WHOLE * whole or section.heading not in headings:
            continue
        heading = headings[section.heading]
        flesch_kincaid, smog = (f"{grade:.1f}" for grade in section.grades)
        yield Match(
            heading.index,
            0,
            len(heading.text),
            values={"flesch_kincaid": flesch_kincaid, "smog": smog},
            evidence=Evidence(
                "reading-grade",
                f"{section.counts.words} words in {section.counts.sentences} whole sentences",
                in_short(section.counts),
                f"at most {most_flesch_kincaid} and {most_smog}",
                rows(article, section.prose, ()),
            ),
        )
