"""Assertions of approval ("FDA-approved for …") held against a table of product, use and jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.regulatory._approval_judge import Judge
from workbench.detectors.regulatory._approval_names import lexis
from workbench.detectors.regulatory._approval_page import Page
from workbench.detectors.regulatory._approval_reading import read
from workbench.detectors.regulatory._approval_table import columns_of
from workbench.detectors.regulatory._rows import MAX_AGE, Day, home
from workbench.detectors.regulatory._standing import taken_back
from workbench.facts import Table
from workbench.model import Article, Match

VALUES = ("product", "use", "jurisdiction", "status", "source", "conditions")


def detect(
    article: Article,
    *,
    table: Table,
    jurisdictions: Table,
    claims: Hits,
    alone: Hits,
    unrelated: tuple[str, ...],
    granted: Hits = (),
    takes_back: tuple[str, ...] = ("negated", "question"),
    kinds: tuple[str, ...] = (),
    not_kinds: tuple[str, ...] = (),
    max_age_months: int = MAX_AGE,
) -> Iterator[Match]:
    """Judge every assertion that a product is approved.

    Args:
        article: the article; its country is the jurisdiction where no regulator or place is named.
        table: rows of product, use and jurisdiction with a status and a source.
        jurisdictions: names of regulators and places, and the countries of each jurisdiction.
        claims: words of approval ("approved", "cleared", "approval").
        alone: those of them that assert approval without a regulator ("licensed for").
        unrelated: things whose approval is another matter ("trial", "label").
        granted: words that take what follows for granted, also in a question or behind a "never" ("did you know").
        takes_back: flags of a sentence that take an assertion back where no such words stand before it.
        kinds: only what rows of these kinds decide is reported; empty = all but `not_kinds`.
        not_kinds: kinds of row that another check speaks of.
        max_age_months: an older row accuses nobody; what it would have said is not checkable.
    """
    if not claims:
        return
    judge = Judge(home(article, jurisdictions), Day(article.as_of, max_age_months))
    page = Page(article, judge, lexis(table, jurisdictions), kinds, not_kinds)
    other, single = frozenset(unrelated), {(hit.sentence, hit.at) for hit in alone}
    certain = by_sentence(granted)
    for hit in claims:
        sentence = article.sentences[hit.sentence]
        sure = [one for one in certain.get(hit.sentence, ()) if one.to <= hit.at]
        text = page.text(sentence)
        since = text.word_at(sure[-1].to - 1) + 1 if sure else 0
        reading = read(text, text.word_at(hit.at), (hit.sentence, hit.at) in single, other.__contains__, since)
        for match in page.matches(sentence, reading) if reading else ():
            found = article.sentences[match.sentence or 0]
            yield replace(match, flags=(*match.flags, *taken_back(found, match.at, takes_back, sure)))
    yield from columns_of(page, claims)
