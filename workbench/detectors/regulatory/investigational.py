"""A substance that is not approved for such care, offered as something that one can book, buy or be given."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.regulatory._offer import Offers, clause
from workbench.detectors.regulatory._rows import LASTING, MAX_AGE, Day, home, parts, shown
from workbench.detectors.regulatory._standing import Excuses, taken_back
from workbench.facts import Row, Table, term_key
from workbench.model import Article, Evidence, Flag, Hit, Match, Sentence

VALUES = ("product", "jurisdiction", "note")
_SHOWN = (
    "product",
    "jurisdiction",
    "status",
    "exceptions",
    "note",
    "as_of",
    "source_title",
    "source_locator",
    "confidence",
)


def detect(
    article: Article,
    *,
    table: Table,
    jurisdictions: Table,
    substances: Hits,
    offers: Hits,
    sellers: Hits = (),
    sold: Hits = (),
    givers: Hits = (),
    gives: Hits = (),
    uses: Hits = (),
    service: Hits = (),
    exceptions: Hits = (),
    unless: Hits = (),
    max_age_months: int = MAX_AGE,
) -> Iterator[Match]:
    """One match for every sentence that offers such a substance.

    Args:
        article: the article; rows of its own country count.
        table: substances by jurisdiction with "kind", "status" and "exceptions" (words of the lawful ways there are).
        jurisdictions: the countries of each jurisdiction.
        substances: the names of the table's columns "product" and "aliases" in this article.
        offers: words that offer what stands near them ("book your", "in stock", "add to cart").
        sellers: the seller's own voice ("our"); with one of `sold` right behind it, it offers all of its clause.
        sold: what a seller has: places, plans, forms ("clinic", "program", "capsules").
        givers: the seller's people ("we", "our nurses"); with one of `gives` right behind they offer as well.
        gives: what such people do ("mail", "inject", "prescribe").
        service: words of service ("you", "suite", "Fridays"); two different ones near the substance offer it.
        uses: imperatives of use ("breathe in", "heal"); at the start of a clause they offer what follows.
        exceptions: the words of the column "exceptions"; anywhere on the page they hold back what their row lets.
        unless: words that speak of a trial, a warning or a law; they hold the match back in their clause.
        max_age_months: older rows accuse nobody, but for kinds that a passing year does not change.
    """
    if not substances:
        return
    place, day, excuses = home(article, jurisdictions), Day(article.as_of, max_age_months), Excuses(article, unless)
    index, offered = (
        table.index("product", "aliases"),
        Offers(offers, ((sellers, sold), (givers, gives)), uses, service),
    )
    for number, hits in by_sentence(substances).items():
        sentence = article.sentences[number]
        for hit in hits:
            rows = [row for row in index.get(_named(sentence, hit), ()) if row["jurisdiction"] == place]
            offer = offered.of(sentence, hit) if rows else None
            if offer:
                denied = taken_back(sentence, offer.at, ("negated",)) if offer.at > hit.at else ()
                flags = (
                    *excuses.flags(sentence, within=clause(sentence, hit)),
                    *denied,
                    *_lawful(article, rows[0], exceptions),
                )
                yield _match(sentence, hit, offer, rows[0], day.past(rows[0], LASTING), flags)
                break


def _named(sentence: Sentence, hit: Hit) -> str:
    return term_key(sentence.text[hit.at : hit.to])


def _lawful(article: Article, row: Row, exceptions: Hits) -> tuple[Flag, ...]:
    """The flag for the first word of a lawful way on the page."""
    ways = {term_key(way) for way in parts(row["exceptions"])}
    hit = next((hit for hit in exceptions if _named(article.sentences[hit.sentence], hit) in ways), None)
    if hit is None:
        return ()
    sentence = article.sentences[hit.sentence]
    start, end = article.span(sentence, hit.at, hit.to)
    return (Flag("exception", start, end, sentence.text[hit.at : hit.to], 0, len(sentence.text)),)


def _match(sentence: Sentence, hit: Hit, offer: Hit, row: Row, past: str, flags: tuple[Flag, ...]) -> Match:
    at, to = min(hit.at, offer.at), max(hit.to, offer.to)
    doubtful = row["confidence"] == "low"
    return Match(
        sentence.index,
        at,
        to,
        "not-checkable" if past else "fail",
        values={"product": row["product"], "jurisdiction": row["jurisdiction"], "note": row["note"]},
        evidence=Evidence(
            "status",
            given=sentence.text[at:to],
            computed=f"The row {past}." if past else "",
            rows=(shown(row, _SHOWN),),
        ),
        key=row["product"],
        severity="note" if doubtful else None,
        confidence="low" if doubtful else None,
        flags=flags,
    )
