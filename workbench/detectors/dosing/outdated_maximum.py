"""A stated maximum that labels or authorities have dropped or changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.columns import heads
from workbench.detectors import Hits
from workbench.detectors.dosing._reference import NO_ADVICE, SURE, no_advice, places
from workbench.detectors.phrase import by_sentence, exception
from workbench.detectors.safety._rows import confidence as confidence_of
from workbench.doses import Dose, Lists, read
from workbench.doses.reckoning import converted
from workbench.facts import Row, Table, term_key
from workbench.model import Article, Evidence, Flag, Hit, Match
from workbench.patterns import exact

VALUES = ("drug", "now", "since")
_KIND = "dose-limit"
_TOLD = tuple(kind for kind in NO_ADVICE if kind not in ("prescriber", "warning"))
_NEAR = 60  # characters between the word for a maximum and the amount
_SHOWN = (
    "drug",
    "amount",
    "unit",
    "jurisdiction",
    "now",
    "since",
    "source_title",
    "source_locator",
    "as_of",
    "confidence",
    "note",
)


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    jurisdictions: Table,
    outdated: Table,
    maximum: Hits,
    officials: Hits = (),
    pointless: Hits = (),
    unless: Hits = (),
    drugs: str,
    conditions: str,
    forms: str,
) -> Iterator[Match]:
    """Every amount that is called the maximum of its drug and is so no longer.

    Args:
        article: the article; its country says which rows speak.
        facts: the table of doses, for the names of drugs.
        words: the table of routes, forms and releases.
        jurisdictions: the countries of each jurisdiction.
        outdated: columns drug, names, amount, unit, jurisdiction, now (what holds today), since, and its source.
        maximum: words that call an amount a maximum.
        officials: who sets a maximum; an amount that is told as a ceiling in their sentence is one.
        pointless: words that call more of a drug useless; beside an official, the amount is a maximum.
        unless: words for the past, a change or an exception; in the sentence they hold the match back.
        drugs: lexicon key of the names of drugs.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
    """
    if not maximum and not officials:
        return
    named, set_by = by_sentence(maximum), by_sentence(officials)
    useless = {hit.sentence for hit in pointless}
    excuses, homes = by_sentence(unless), places(article, jurisdictions)
    titles: dict[int, int] | None = None
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        cue = next((hit for hit in named.get(dose.words.sentence, ()) if _near(article, dose, hit)), None)
        if cue is None and dose.bound == "at most":
            cue = next((hit for hit in set_by.get(dose.words.sentence, ()) if _in_clause(article, dose, hit)), None)
        if dose.bound == "above" and dose.words.sentence in useless:
            cue = next(iter(set_by.get(dose.words.sentence, ())), None)  # “over 24 mg there is no advantage”
        elif dose.bound in ("above", "below"):
            cue = None
        if cue is None and article.block(article.sentences[dose.words.sentence]).kind == "cell":
            titles = heads(article.document) if titles is None else titles
            head = titles.get(article.sentences[dose.words.sentence].block)
            cue = next((hit for hit in maximum if article.sentences[hit.sentence].block == head), None)
        row = _row(outdated, dose, homes) if cue is not None else None
        if row is None:
            continue
        flags = (*no_advice(article, dose, _TOLD), *_excused(article, dose, excuses.get(dose.words.sentence, ())))
        yield Match(
            dose.words.sentence,
            dose.words.at,
            dose.words.to,
            values={"drug": row["drug"], "now": row["now"], "since": row["since"]},
            evidence=Evidence(
                _KIND,
                given=dose.words.text,
                computed=f"{row['amount']} {row['unit']} until {row['since']}; now: {row['now']}",
                rows=({column: row[column] for column in _SHOWN},),
            ),
            confidence=confidence_of(row),
            flags=flags,
        )


def _near(article: Article, dose: Dose, hit: Hit) -> bool:
    """Whether a word for a maximum is said of this amount: near it, in its clause, and of no other amount between."""
    low, high = (dose.words.to, hit.at) if hit.at >= dose.words.to else (hit.to, dose.words.at)
    between = article.sentences[dose.words.sentence].text[low:high]
    return len(between) <= _NEAR and ";" not in between and not any(letter.isdigit() for letter in between)


def _in_clause(article: Article, dose: Dose, hit: Hit) -> bool:
    """Whether who sets a ceiling is named in the clause of the amount, or in front: “according to the FDA, …”."""
    shadow = article.sentences[dose.words.sentence].shadow
    between = shadow[dose.words.to : hit.at] if hit.at >= dose.words.to else shadow[hit.to : dose.words.at]
    ahead = shadow[: hit.at].strip().lower().endswith(b"according to the") and b";" not in between
    return ahead or exact(r"[;:,]").search(between) is None


def _row(outdated: Table, dose: Dose, homes: tuple[str, ...]) -> Row | None:
    """The row of the drug with this amount, in whatever unit it is printed."""
    if dose.drug is None or dose.low != dose.high or dose.by or (dose.times is not None and dose.times.low != 1):
        return None
    rows = outdated.index("drug", "names")
    names = dict.fromkeys(map(term_key, (dose.drug.words.text, dose.drug.generic)))
    for row in (row for name in names for row in rows.get(name, ())):
        same = converted(dose.high, dose.unit, row["unit"])
        known = row["jurisdiction"] in homes and row["confidence"] in SURE
        if known and same == Decimal(row["amount"]):
            return row
    return None


def _excused(article: Article, dose: Dose, cues: Hits) -> Iterator[Flag]:
    here = Hit(dose.words.sentence, dose.words.at, dose.words.to)
    yield from (exception(article, here, cue) for cue in cues)
