"""A page presents a product for a use that no regulator has approved, and never says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.regulatory._approval_judge import failed
from workbench.detectors.regulatory._approval_names import Name, Starts, starts_of
from workbench.detectors.regulatory._approval_page import Page
from workbench.detectors.regulatory._approval_subject import points_back, stands_alone
from workbench.detectors.regulatory._rows import ANY_USE, MAX_AGE
from workbench.detectors.regulatory._standing import approved_rows, covers, page_of, ruling
from workbench.facts import Row, Table
from workbench.model import Article, Evidence, Match, Sentence

VALUES = ("product", "use", "jurisdiction", "status", "source", "conditions")
PAGE = True  # what stands elsewhere on the page counts
_NOT_MEANT = ("negated", "question", "quoted", "attributed", "warning-list", "history", "boilerplate")
_EFFECT = frozenset({"efficacy", "statistic", "comparative"})
_NEVER_SAID = ("question", "boilerplate")


class _Presented(NamedTuple):
    """A sentence that presents `product`, for `use` where it names one, and the row that refuses it."""

    sentence: Sentence
    product: Name
    use: Name | None
    row: Row


def detect(
    article: Article,
    *,
    table: Table,
    jurisdictions: Table,
    said: Hits,
    addressed: Hits,
    offers: Hits = (),
    unless: Hits = (),
    approved_for_other: bool = True,
    not_kinds: tuple[str, ...] = ("institution", "product class", "supplement"),
    min_places: int = 2,
    max_age_months: int = MAX_AGE,
) -> Iterator[Match]:
    """One finding at the first sentence that presents the use, a pass where the page tells its status.

    A product in the page's title needs one such sentence, any other `min_places` of them: a passing mention presents
    nothing. A page that never speaks to its reader (an abstract, a report) presents nothing either.

    Args:
        article: the article; its country is the jurisdiction.
        table: rows of product, use and jurisdiction with a status and a source.
        jurisdictions: names of regulators and places, and the countries of each jurisdiction.
        said: words that tell the status ("off-label", "not FDA-approved").
        addressed: words that speak to a reader, offer care or promote it ("you", "our clinic", "new hope").
        offers: words that offer a product for a use ("we offer"); efficacy claims present it in any case.
        unless: words of pages that present no care (an abstract, a call for volunteers).
        approved_for_other: only products that are approved for something else (off-label); false: approved for nothing.
        not_kinds: kinds of row that other checks speak of.
        min_places: so many sentences have to present the use.
        max_age_months: older rows accuse nobody.
    """
    if not addressed or unless:
        return
    page = page_of(article, table, jurisdictions, max_age_months)
    found = [
        one
        for one in _presented(page, offers, starts_of(table, (), not_kinds))
        if _has_other(page, one) is approved_for_other and one.row["kind"] not in not_kinds
    ]
    if not found or (len(found) < min_places and not _in_title(page, found[0].product)):
        return
    told = next((hit for hit in said if not _unmeant(article, hit.sentence, hit.at)), None)
    if told is not None:
        yield Match(verdict="pass", evidence=Evidence("statement", given=article.sentences[told.sentence].text))
        return
    yield _match(page, found[0])


def _has_other(page: Page, one: _Presented) -> bool:
    """Approved for something else; a procedure is a use of something that is."""
    return one.row["kind"] == "procedure" or bool(approved_rows(page, one.product))


def _match(page: Page, first: _Presented) -> Match:
    words, text = page.text(first.sentence).words, first.sentence.text
    use = text[words[first.use.first].at : words[first.use.after - 1].to] if first.use else ANY_USE[0]
    place = Match(first.sentence.index, 0, len(text))
    return failed((first.row,), place, text, first.row["product"], use)


def _unmeant(article: Article, index: int, at: int) -> bool:
    return covers(article.sentences[index], at, _NEVER_SAID)


def _presented(page: Page, offers: Hits, starts: Starts) -> Iterator[_Presented]:
    """Sentences that claim an effect, or offer the product, for a use that its row refuses."""
    article = page.article
    claimed = {claim.sentence for claim in article.claims if _EFFECT & {claim.type, claim.type2}}
    for index in sorted(claimed | set(by_sentence(offers))):
        sentence = article.sentences[index]
        if covers(sentence, 0, _NOT_MEANT) or not page.near(sentence, starts):
            continue
        found = _refused(page, sentence, index in claimed)
        if found:
            yield found


def _refused(page: Page, sentence: Sentence, back: bool) -> _Presented | None:
    """The product and use that the table refuses; `back` lets a sentence without a product speak of an earlier one."""
    text = page.text(sentence)
    products = [name for name in text.products.found if stands_alone(text, name)]
    uses: tuple[Name | None, ...] = text.uses.found or ((None,) if products else ())
    if not products and back and points_back(text, len(text.words)):
        products = list(page.meant(sentence, 0))
    for product in products:
        rulings = [(use, ruling(page, product, use)) for use in uses]
        granted = any(found.verdict == "pass" for _, found in rulings)
        for use, found in rulings:
            # "sleep before surgery" is no use of its own beside an approved one
            alone = not granted or not found.row or found.row["use"] not in ANY_USE
            if found.verdict == "fail" and found.row and alone:
                return _Presented(sentence, product, use, found.row)
    return None


def _in_title(page: Page, product: Name) -> bool:
    """The page's first heading, or its title, names the product."""
    article = page.article
    heading = next((sentence for sentence in article.sentences if sentence.flagged("heading")), None)
    names = page.text(heading).products.found if heading else ()
    rows = {id(row) for row in product.rows}
    in_heading = any(rows & {id(row) for row in name.rows} for name in names)
    return in_heading or product.key in article.document.meta.title.lower()
