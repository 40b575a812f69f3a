"""How many years of school the prose of a page asks for, by two formulas at once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench import readability
from workbench.detectors import Hits
from workbench.detectors.readability._grades import in_short, rows
from workbench.detectors.readability._lay import for_others, in_english
from workbench.detectors.readability._sections import hard, sections
from workbench.model import Article, Evidence, Match
from workbench.readability import Counts
from workbench.readability.pages import counted

VALUES = ("flesch_kincaid", "smog")
_VOCABULARY = "vocabulary/"


def detect(
    article: Article,
    *,
    names: str = "",
    unless: Hits = (),
    professional: list[str] | None = None,
    most_flesch_kincaid: Decimal = Decimal(10),
    most_smog: Decimal = Decimal(12),
    sentences: int = 30,
    fewest_sentences: int = 10,
    fewest_words: int = 200,
    margin: Decimal = Decimal(2),
) -> Iterator[Match]:
    """One verdict about the whole article: failed only where both grades are above their limit.

    Only whole sentences of paragraphs of the main text count. The other four formulas, and the sections, sentences and
    words that weigh most, stand in the evidence.

    Args:
        names: the vocabulary of names that a reader has to know ("drugs"); each counts as two syllables at most.
        unless: words of a text for professionals; it gets no verdict.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        most_flesch_kincaid: the highest Flesch–Kincaid grade that passes.
        most_smog: the highest SMOG grade that passes.
        sentences: with fewer, SMOG is an estimate: such a text fails only far above the limits, and never passes.
        fewest_sentences: with fewer, nothing is said of the article or of a section.
        fewest_words: likewise, in words.
        margin: how many grades “far above” is.
    """
    if for_others(article, professional, unless):
        return
    if not in_english(article):
        given = f"the page’s language is {article.document.meta.language}"
        yield Match(verdict="not-checkable", evidence=Evidence("reading-grade", given))
        return
    prose = counted(article, article.hits.get(f"{_VOCABULARY}{names}", ()))
    whole = readability.total(one.counts for one in prose)
    given = f"{whole.words} words in {whole.sentences} whole sentences"
    if whole.sentences < fewest_sentences or whole.words < fewest_words:
        least = f"{fewest_sentences} sentences and {fewest_words} words"
        yield Match(verdict="not-checkable", evidence=Evidence("reading-grade", given, "too short to score", least))
        return
    limits = float(most_flesch_kincaid), float(most_smog)
    far = limits[0] + float(margin), limits[1] + float(margin)
    short = whole.sentences < sentences
    grades = readability.flesch_kincaid(whole), readability.smog(whole)
    above = all(grade > most for grade, most in zip(grades, far if short else limits, strict=True))
    yield Match(
        verdict="fail" if above else "not-checkable" if short else "pass",
        values={"flesch_kincaid": f"{grades[0]:.1f}", "smog": f"{grades[1]:.1f}"},
        evidence=Evidence(
            "reading-grade",
            f"{given}{_about_names(whole)}",
            in_short(whole),
            f"at most {most_flesch_kincaid} and {most_smog}; SMOG needs {sentences} sentences",
            rows(article, prose, hard(sections(article, prose, fewest_sentences, fewest_words), *far)),
        ),
        confidence="low" if short else None,
        note=f"The page has only {whole.sentences} whole sentences, so the grades are estimates." if short else "",
    )


def _about_names(whole: Counts) -> str:
    return f"; names of drugs, {whole.names}, taken as two syllables at most" if whole.long_names else ""
