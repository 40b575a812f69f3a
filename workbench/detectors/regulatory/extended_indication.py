"""An approved product said to treat something that its approval does not cover."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.regulatory._approval_grammar import CARE, COMMAS, PEOPLE, RELATIVE
from workbench.detectors.regulatory._approval_judge import Ruling, failed
from workbench.detectors.regulatory._approval_names import Name, Text, starts_of
from workbench.detectors.regulatory._approval_page import Page
from workbench.detectors.regulatory._approval_subject import points_back, stands_alone
from workbench.detectors.regulatory._approval_uses import governed
from workbench.detectors.regulatory._rows import MAX_AGE
from workbench.detectors.regulatory._standing import Excuses, page_of, ruling
from workbench.facts import Table
from workbench.model import Article, Hit, Match, Sentence

VALUES = ("product", "use", "jurisdiction", "status", "source", "conditions")
_BEHIND = 3  # words from "treated with" to the product
_Read = tuple[tuple[Name, ...], tuple[Name, ...]]  # who is said to treat what


def detect(
    article: Article,
    *,
    table: Table,
    jurisdictions: Table,
    products: tuple[str, ...],
    verbs: Hits,
    passives: Hits = (),
    offers: Hits = (),
    approvals: Hits = (),
    unless: Hits = (),
    statuses: tuple[str, ...] = ("not approved",),
    max_age_months: int = MAX_AGE,
) -> Iterator[Match]:
    """One match for every sentence, or list item, that extends a product to uses its approval does not cover.

    Args:
        article: the article; its country is the jurisdiction.
        table: rows of product, use and jurisdiction with a status and a source.
        jurisdictions: names of regulators and places, and the countries of each jurisdiction.
        products: the products (as the table calls them) that are known by their approval.
        verbs: words that say that what stands before them treats what stands after ("treats", "is used for").
        passives: words that say it the other way round ("is treated with").
        offers: words that offer what stands after them ("we offer X for …"); a heading offers as well.
        approvals: words of approval; between product and verb ("approved to treat") they are another check's matter.
        unless: words that tell the status or a study ("off-label", "being studied"); they hold the match back.
        statuses: what the row says of a use that the product may not be said to treat.
        max_age_months: older rows accuse nobody.
    """
    page, excuses = page_of(article, table, jurisdictions, max_age_months), Excuses(article, unless)
    starts, finder = starts_of(table, products), _Finder(page, products, statuses, by_sentence(approvals))
    groups = [by_sentence(hits) for hits in (verbs, passives, offers)]
    for index in sorted({index for group in groups for index in group} | _headings(article)):
        sentence = article.sentences[index]
        if not page.near(sentence, starts):
            continue
        for match in finder.matches(sentence, *(group.get(index, ()) for group in groups)):
            flags = excuses.flags(sentence) or excuses.flags(article.sentences[match.sentence or 0])
            yield replace(match, flags=(*match.flags, *flags))


def _headings(article: Article) -> set[int]:
    return {sentence.index for sentence in article.sentences if sentence.flagged("heading")}


class _Finder:
    """Reads one sentence after the other: who is said to treat what."""

    def __init__(
        self, page: Page, products: tuple[str, ...], statuses: tuple[str, ...], approvals: dict[int, Hits]
    ) -> None:
        self.page, self.products, self.statuses, self.approvals = page, products, statuses, approvals

    def matches(self, sentence: Sentence, verbs: Hits, passives: Hits, offers: Hits) -> Iterator[Match]:
        """The items of the list that the sentence opens, else the first reading of it that its product contradicts."""
        text = self.page.text(sentence)
        known = [name for name in text.products.found if self._is_one(name)]
        items = tuple(self.page.items(sentence)) if len(known) == 1 and (verbs or passives or offers) else ()
        for item, use in items:
            yield from self._judged(item, (known[0],), (use,), None)
        readings = [
            *((self._straight(sentence, text, hit), hit) for hit in verbs),
            *((_turned(text, hit), hit) for hit in passives),
            *((_offered(text, name), None) for name in known if offers or sentence.flagged("heading")),
        ]
        for (who, uses), hit in () if items else readings:
            match = next(self._judged(sentence, who, uses, hit), None)
            if match:
                yield match
                return

    def _straight(self, sentence: Sentence, text: Text, hit: Hit) -> _Read:
        """ "X treats A and B": the product before the verb, or what the pronoun before it stands for."""
        first, after = text.word_at(hit.at), text.word_at(hit.to - 1) + 1
        uses = governed(text, after, inside=True).uses
        before = [name for name in text.products.found if name.after <= first]
        start = text.words[before[-1].after - 1].to if before else 0
        if any(start <= other.at < hit.at for other in self.approvals.get(sentence.index, ())):
            return (), ()
        if text.word(first) in CARE and text.word(first - 1) in COMMAS:  # "X and therapy for …" are two things
            return (), ()
        if before:
            return ((before[-1],) if _acts(text, before[-1], first) else ()), uses
        return (self.page.meant(sentence, first) if points_back(text, first) else ()), uses

    def _is_one(self, name: Name) -> bool:
        return all(row["product"] in self.products for row in name.rows)

    def _judged(
        self, sentence: Sentence, who: tuple[Name, ...], uses: tuple[Name, ...], hit: Hit | None
    ) -> Iterator[Match]:
        rulings = [
            (use, ruling(self.page, name, use)) for name in who if self._is_one(name) for use in uses if name is not use
        ]
        against = [(use, found.row) for use, found in rulings if found.row and self._counts(found)]
        words = self.page.text(sentence).words
        if not against or (len(against) < len(rulings) and _people_with(self.page.text(sentence), uses)):
            return
        places = [(words[use.first].at, words[use.after - 1].to) for use, _ in against]
        at, to = min(place[0] for place in places), max(place[1] for place in places)
        at, to = (min(at, hit.at), max(to, hit.to)) if hit else (at, to)
        rows = tuple({id(row): row for _, row in against}.values())
        named = " and ".join(sentence.text[first:last] for first, last in places)
        yield failed(rows, Match(sentence.index, at, to), sentence.text[at:to], rows[0]["product"], named)

    def _counts(self, found: Ruling) -> bool:
        return found.verdict == "fail" and found.row is not None and found.row["status"] in self.statuses


def _acts(text: Text, name: Name, verb: int) -> bool:
    """The product is what treats, and no other thing named after it ("with a tablet that treats …")."""
    if text.word(name.after) in PEOPLE or any(text.word(at) in RELATIVE for at in range(name.after + 2, verb)):
        return False
    return stands_alone(text, name) or text.word(name.after) == "to"  # "turn to X to treat"


def _turned(text: Text, hit: Hit) -> _Read:
    """ "A and B are treated with X"."""
    first, after = text.word_at(hit.at), text.word_at(hit.to - 1) + 1
    name = next((found for at in range(after, after + _BEHIND) if (found := text.products.beginning(at))), None)
    return ((name,) if name else ()), tuple(use for use in text.uses.found if use.after <= first)


def _offered(text: Text, name: Name) -> _Read:
    """ "We offer X for A and B", "X for A"."""
    leads = text.word(name.after) == "for" or text.word(name.after + 1) == "treat"
    return ((name,) if leads else ()), governed(text, name.after, inside=False).uses


def _people_with(text: Text, uses: tuple[Name, ...]) -> bool:
    """The uses stand behind "people with": where one is approved, the others are what such people also have."""
    return text.word(uses[0].first - 1) == "with" and text.word(uses[0].first - 2) in PEOPLE
