"""Assertions of approval ("FDA-approved for …") held against a table of product, use and jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.detectors import Hits
from workbench.detectors.regulatory._approval_judge import Judge, Statuses
from workbench.detectors.regulatory._approval_names import labels, names_of
from workbench.detectors.regulatory._approval_page import Page
from workbench.detectors.regulatory._approval_reading import read
from workbench.facts import Table
from workbench.model import Article, Match


def detect(
    article: Article,
    *,
    table: Table,
    claims: Hits,
    alone: Hits,
    regulators: Mapping[str, tuple[str, ...]],
    places: Mapping[str, tuple[str, ...]],
    countries: Mapping[str, str],
    unrelated: tuple[str, ...],
    granted: tuple[str, ...],
    refused: tuple[str, ...],
    lapsed: tuple[str, ...],
    partial: tuple[str, ...],
    any_use: tuple[str, ...],
    institutions: tuple[str, ...] = (),
) -> Iterator[Match]:
    """Judge every assertion that a product is approved.

    Args:
        article: the article; its country is the jurisdiction where no regulator or place is named.
        table: rows of product, use and jurisdiction with a status and a source.
        claims: words of approval ("approved", "cleared", "approval").
        alone: those of them that assert approval without a regulator ("licensed for").
        regulators: jurisdiction → names of its regulator.
        places: jurisdiction → names of the place.
        countries: country code → jurisdiction, where the two differ.
        unrelated: things whose approval is another matter ("trial", "label").
        granted: statuses that bear the assertion out.
        refused: statuses that contradict it.
        lapsed: statuses that contradict it only where it is told as still true.
        partial: statuses that neither bear it out nor contradict it; nothing is judged on such a use.
        any_use: names of the use that stands for all uses without a row of their own.
        institutions: kinds of row that count only where a regulator is named (clinics, supplements).
    """
    if not claims:
        return
    judge = Judge(article, Statuses(granted, refused, lapsed, any_use), countries, frozenset(institutions))
    known = (*granted, *refused, *lapsed, *partial)
    lexis = names_of(table, "product", "aliases", known), names_of(table, "use", "use_aliases", known)
    page = Page(article, judge, (*lexis, labels(regulators), labels(places)))
    other, single = frozenset(unrelated), {(hit.sentence, hit.at) for hit in alone}
    for hit in claims:
        sentence = article.sentences[hit.sentence]
        text = page.text(sentence)
        reading = read(text, text.word_at(hit.at), (hit.sentence, hit.at) in single, other.__contains__)
        if reading:
            yield from page.matches(sentence, reading)
