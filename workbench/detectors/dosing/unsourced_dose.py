"""A how-to that tells the reader how much of a prescription or unapproved medicine to take, on nobody's word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.dosing._orders import ordered
from workbench.detectors.dosing._reference import NO_ADVICE, no_advice
from workbench.detectors.phrase import exception
from workbench.doses import Dose, Lists, Words, read
from workbench.doses.limits import facts as facts_of
from workbench.facts import Table
from workbench.model import Article, Evidence, Hit, Match

VALUES = ("name",)
_MARK = re.compile(r"\[\d{1,3}\]|\(\d{1,2}\)|[⁰¹²³⁴-⁹]")


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    restricted: tuple[str, ...],
    free: tuple[str, ...],
    by_others: tuple[str, ...] = (),
    unapproved: Hits = (),
    prescription: Hits = (),
    own_use: Hits = (),
    told_by: Hits = (),
    set_by: Hits = (),
) -> Iterator[Match]:
    """The first such amount of each medicine.

    Args:
        article: the article.
        facts: the table of doses; its column regulatory_status says what a drug's standing is.
        words: the table of dose words.
        drugs: lexicon key of drug names.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
        restricted: words of a standing that takes a prescriber …
        free: … and of one that does not; a drug with any such row is left alone.
        by_others: routes by which nobody doses oneself.
        unapproved: names of products that nobody has a label dose for (compounded, unapproved, illegal).
        prescription: further names that take a prescriber.
        own_use: words of treating oneself; where a label has a dose, only they make an amount a matter of this check.
        told_by: words of a source or a prescriber in the paragraph of the dose; they hold a match back.
        set_by: words by which somebody else sets the reader's dose ("as prescribed"), anywhere on the page.
    """
    found = read(article, facts, words, Lists(drugs, conditions, forms))
    doses = [dose for dose in found if _taken(article, dose, by_others)]
    if not doses:
        return
    seen = set[str]()
    for dose in doses:
        states = _states(dose, facts)
        if any(word in state for word in free for state in states):
            continue
        name = _beside(article, dose, unapproved, above=True)
        if not name and _near(article, dose, own_use):
            labelled = dose.drug is not None and any(word in state for word in restricted for state in states)
            name = dose.drug.words.text if labelled and dose.drug else _beside(article, dose, prescription)
        if name and name not in seen:
            seen.add(name)
            sources = (*_near(article, dose, told_by), *_reference(article, dose), *set_by[:1])
            yield _match(article, dose, name, sources)


def _taken(article: Article, dose: Dose, by_others: tuple[str, ...]) -> bool:
    if not dose.unit or dose.by or dose.strength or dose.bound in ("above", "below"):
        return False
    if dose.route is not None and dose.route.name in by_others:
        return False
    return ordered(article.sentences[dose.words.sentence], dose.words.at, dose.words.to)


def _states(dose: Dose, facts: Table) -> list[str]:
    """What the table of doses says of the drug's standing, row by row."""
    if dose.drug is None or not dose.drug.known:
        return []
    return [fact.row["regulatory_status"] for fact in facts_of(facts).get(dose.drug.generic, ())]


def _beside(article: Article, dose: Dose, names: Hits, above: bool = False) -> str:
    """The name among these that the dose is of: its drug's, or where it has none the one in its sentence (or above)."""
    sentence = article.sentences[dose.words.sentence]
    block = article.block(sentence)
    heads = {*block.section, block.lead_in} if above else set[int | None]()
    for hit in names:
        other = article.sentences[hit.sentence]
        if dose.drug is not None:
            meant = _same(dose.drug.words, hit) or _in_front(dose.drug.words, hit)
        else:
            meant = hit.sentence == sentence.index or other.block in heads
        if meant:
            return other.text[hit.at : hit.to]
    return ""


def _in_front(words: Words, hit: Hit) -> bool:
    """“compounded | tirzepatide”."""
    return words.sentence == hit.sentence and hit.to + 1 == words.at


def _same(words: Words, hit: Hit) -> bool:
    return words.sentence == hit.sentence and words.at < hit.to and hit.at < words.to


def _near(article: Article, dose: Dose, hits: Hits) -> Hits:
    """The first of these words in the dose's paragraph, or in that which leads in its list."""
    sentence = article.sentences[dose.words.sentence]
    blocks = {sentence.block, article.block(sentence).lead_in}
    return tuple(hit for hit in hits if article.sentences[hit.sentence].block in blocks)[:1]


def _reference(article: Article, dose: Dose) -> Hits:
    """A link or a reference mark in the sentence."""
    sentence = article.sentences[dose.words.sentence]
    for link in article.block(sentence).links:
        if sentence.at <= link.at < sentence.to and not link.sponsored:
            return (Hit(sentence.index, link.at - sentence.at, min(link.to, sentence.to) - sentence.at),)
    mark = _MARK.search(sentence.text)
    return () if mark is None else (Hit(sentence.index, *mark.span()),)


def _match(article: Article, dose: Dose, name: str, told: Hits) -> Match:
    words = dose.words
    here = Hit(words.sentence, words.at, words.to)
    flags = no_advice(article, dose, NO_ADVICE) or tuple(exception(article, here, hit) for hit in told[:1])
    return Match(
        words.sentence,
        words.at,
        words.to,
        values={"name": name},
        evidence=Evidence("unsourced-dose", f"{words.text}, {name}", "source or prescriber: none is named beside it"),
        flags=flags,
    )
