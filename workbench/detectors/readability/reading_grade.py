"""How many years of school the prose of a page asks for, by two formulas at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from workbench import readability
from workbench.detectors import Hits
from workbench.model import Article, Evidence, Match, Sentence
from workbench.readability import Counts

_ENDS = (".", "!", "?")
_CLOSING = "\"'”’»)]*"
_FEWEST_WORDS = 3  # fewer are a label or an exclamation
_ENGLISH = "en"
_VOCABULARY = "vocabulary/"
_SHOWN = 3  # sentences that weigh most

_Counted = list[tuple[Sentence, Counts]]


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

    Only whole sentences of paragraphs of the main text count. Headings, list items, table cells, captions, quotations
    set apart and page furniture are left out: they are no sentences, and they move the grade by up to three years.

    Args:
        names: the vocabulary of names that a reader has to know ("drugs"); each counts as two syllables at most.
        unless: words of a text for professionals; it gets no verdict.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        most_flesch_kincaid: the highest Flesch–Kincaid grade that passes.
        most_smog: the highest SMOG grade that passes.
        sentences: with fewer, SMOG is an estimate: such a text fails only far above the limits, and never passes.
        fewest_sentences: with fewer, nothing is said.
        fewest_words: likewise, in words.
        margin: how many grades “far above” is.
    """
    audience = article.document.meta.audience.casefold()
    if unless or (audience and audience in (name.casefold() for name in professional or ())):
        return
    language = article.document.meta.language
    if language and not language.casefold().startswith(_ENGLISH):
        yield Match(verdict="not-checkable", evidence=Evidence("reading-grade", f"the page’s language is {language}"))
        return
    counted = _prose(article, article.hits.get(f"{_VOCABULARY}{names}", ()))
    whole = readability.total(counts for _, counts in counted)
    given = f"{whole.words} words in {whole.sentences} whole sentences"
    if whole.sentences < fewest_sentences or whole.words < fewest_words:
        least = f"{fewest_sentences} sentences and {fewest_words} words"
        yield Match(verdict="not-checkable", evidence=Evidence("reading-grade", given, "too short to score", least))
        return
    short = whole.sentences < sentences
    extra = margin if short else Decimal(0)
    grades = readability.flesch_kincaid(whole), readability.smog(whole)
    above = grades[0] > most_flesch_kincaid + extra and grades[1] > most_smog + extra
    yield Match(
        verdict="fail" if above else "not-checkable" if short else "pass",
        values={"flesch_kincaid": f"{grades[0]:.1f}", "smog": f"{grades[1]:.1f}"},
        evidence=Evidence(
            "reading-grade",
            f"{given}{_about_names(whole)}",
            f"Flesch–Kincaid {grades[0]:.1f}, SMOG {grades[1]:.1f}",
            f"at most {most_flesch_kincaid} and {most_smog}; SMOG needs {sentences} sentences",
            tuple(_heaviest(counted, whole)),
        ),
        confidence="low" if short else None,
        note=f"The page has only {whole.sentences} whole sentences, so the grades are estimates." if short else "",
    )


def _prose(article: Article, names: Hits) -> _Counted:
    """The whole sentences of the main text, each with its counts."""
    named: dict[int, list[tuple[int, int]]] = {}
    for hit in names:
        named.setdefault(hit.sentence, []).append((hit.at, hit.to))
    found = []
    for sentence in article.sentences:
        block = article.block(sentence)
        if block.kind != "paragraph" or block.boilerplate or not sentence.text.rstrip(_CLOSING).endswith(_ENDS):
            continue
        counts = readability.count(sentence.text, sentence.shadow, named.get(sentence.index, ()))
        if counts.words >= _FEWEST_WORDS:
            found.append((sentence, counts))
    return found


def _about_names(whole: Counts) -> str:
    if not whole.long_names:
        return ""
    spelled = whole.spelled_out()
    grades = f"{readability.flesch_kincaid(spelled):.1f} and {readability.smog(spelled):.1f}"
    return f"; names of drugs, {whole.names}, taken as two syllables at most (with all of them: {grades})"


def _heaviest(counted: _Counted, whole: Counts) -> Iterator[Mapping[str, str]]:
    """The sentences without which the two grades would fall most."""
    weighed = []
    for sentence, counts in counted:
        rest = whole.plus(counts, -1)
        lower = readability.flesch_kincaid(whole) - readability.flesch_kincaid(rest)
        weighed.append((lower + readability.smog(whole) - readability.smog(rest), sentence, counts))
    weighed.sort(key=lambda entry: (-entry[0], entry[1].index))
    for _, sentence, counts in weighed[:_SHOWN]:
        yield {"sentence": sentence.text, "words": str(counts.words), "long words": str(counts.long_words)}
