"""Ways to write a dose that are misread: “.5 mg”, “5.0 mg”, “10 U”, “QD”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.detectors import Hits
from workbench.detectors.dosing._reference import no_advice
from workbench.detectors.phrase import by_sentence, exception
from workbench.doses import Dose, Lists, read
from workbench.facts import SEPARATOR, Row, Table
from workbench.lexicon import Lexicon
from workbench.model import Article, Evidence, Flag, Hit, Match, Sentence
from workbench.numerals import after
from workbench.patterns import exact

VALUES = ("mistaken", "write", "form")
_SURE = ("high", "medium")
_ELSEWHERE = ("study", "animal", "quotation", "history")
_SHOWN = (
    "form",
    "meaning",
    "mistaken_for",
    "write",
    "right_in",
    "source_title",
    "source_locator",
    "as_of",
    "confidence",
)
_PER_VOLUME = r"^ ?(?:/ ?(?:m?l|dl|u?l|lit(?:er|re))\b|\.[a-z])"
_IN_DOSE = {"in": False, "any": True}  # where a notation counts → whether also in a strength
_SCIENCE, _SHARE = 3, 5  # sentences with the words of a study, and one in how many, make an article a paper


def detect(
    article: Article,
    *,
    notations: Hits,
    table: Table,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    explained: Hits = (),
    science: Hits = (),
) -> Iterator[Match]:
    """Every error-prone notation in or beside a dose.

    Args:
        notations: the patterns of the table where they stand.
        table: columns pattern, stands_in ("in": only within a dose; "any": also in a strength; blank: beside a dose or
            a drug), not_with (words that make it something else), mistaken_for, write, and those of its source.
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
        explained: words of a sentence that explains the notation.
        science: words of papers; where they are frequent the notation of papers is held back.
    """
    if not notations:
        return
    doses = read(article, facts, words, Lists(drugs, conditions, forms))
    told, of_paper = by_sentence(explained), _paper(article, science)
    named = {article.sentences[hit.sentence].block for hit in article.hits.get(drugs, ())}
    named |= {article.sentences[dose.words.sentence].block for dose in doses}
    for index in by_sentence(notations):
        sentence = article.sentences[index]
        here = [dose for dose in doses if dose.words.sentence == index]
        for row, hit in _rows(article, table, sentence):
            dose = next((dose for dose in here if dose.words.at < hit.to and hit.at < dose.words.to), None)
            strengths = _IN_DOSE.get(row["stands_in"])
            if strengths is None and sentence.block not in named:
                continue
            if strengths is not None and not _is_dose(sentence, hit, dose, strengths):
                continue
            if strengths is not None and dose is not None:
                hit = Hit(index, min(hit.at, dose.words.at), hit.to)  # the whole number
            beside = dose or next(iter(here), None)
            flags = no_advice(article, beside, _ELSEWHERE) if beside is not None else ()
            cues = [*told.get(index, ()), *of_paper]
            yield _match(article, sentence, hit, row, (*flags, *(exception(article, hit, cue) for cue in cues[:1])))


def _paper(article: Article, science: Hits) -> Hits:
    """The first word of a study, where they are so frequent that the article is a paper or an abstract."""
    several = len(by_sentence(science))
    return science[:1] if several >= _SCIENCE and several * _SHARE >= len(article.sentences) else ()


def _rows(article: Article, table: Table, sentence: Sentence) -> Iterator[tuple[Row, Hit]]:
    """The notations of a sentence with their rows, without those that words of its block or heading make others."""
    patterns, others = _lexicons(table)
    found = sorted(patterns.scan(sentence.shadow), key=lambda found: (found[1], -found[2]))
    near: set[str] = set()
    if any(table.rows[int(key)]["not_with"] for key, _, _ in found):
        blocks = (sentence.block, *article.block(sentence).section[-1:])
        texts = (other.shadow for other in article.sentences if other.block in blocks)
        near = {key for text in texts for key, _, _ in others.scan(text)}
    done = -1
    for key, at, to in found:
        row = table.rows[int(key)]
        if at >= done and key not in near and row["confidence"] in _SURE:
            done = to
            yield row, Hit(sentence.index, at, to)


@lru_cache(maxsize=2)
def _lexicons(table: Table) -> tuple[Lexicon, Lexicon]:
    """The patterns, and the words they may not stand with; the key of a phrase is the number of its row."""
    rows = list(enumerate(table))
    others = {str(number): row["not_with"].split(SEPARATOR) for number, row in rows if row["not_with"]}
    return Lexicon({str(number): [row["pattern"]] for number, row in rows}), Lexicon(others)


def _is_dose(sentence: Sentence, hit: Hit, dose: Dose | None, strengths: bool) -> bool:
    """Whether the notation is of an amount that somebody takes: no level and no concentration."""
    if (
        dose is None
        or (dose.strength and not strengths)
        or exact(_PER_VOLUME).match(after(sentence.shadow, hit.to, 12)) is not None
    ):
        return False
    return dose.drug is not None or dose.times is not None or dose.route is not None


def _match(article: Article, sentence: Sentence, hit: Hit, row: Row, flags: tuple[Flag, ...]) -> Match:
    text = sentence.text[hit.at : hit.to]
    evidence = Evidence(
        "notation",
        text,
        f"{row['form']}: may be read as {row['mistaken_for']}",
        rows=({column: row[column] for column in _SHOWN if row[column]},),
    )
    values = {"mistaken": row["mistaken_for"], "write": row["write"], "form": row["form"]}
    return Match(sentence.index, hit.at, hit.to, values=values, evidence=evidence, flags=flags)
