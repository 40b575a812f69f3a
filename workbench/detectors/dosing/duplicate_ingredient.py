"""Daily amounts of an ingredient that hides in many products, without a word on those products."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.dosing._reference import SURE, UNREVIEWED, believed, no_advice, places
from workbench.detectors.safety._rows import confidence as confidence_of
from workbench.doses import Dose, Lists, read
from workbench.doses.reckoning import converted, in_window
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.model import Article, Evidence, Match, Sentence
from workbench.patterns import exact

VALUES = ("ingredient", "also")
PAGE = True  # what stands elsewhere on the page counts
_KIND = "missing-words"
_IN = "mg"
_NEXT = 1  # paragraphs on either side of a dose
# Words with which an amount is told to somebody; without one it may be a remark on the body or the market.
_ADVICE = (
    r"\b(?:take|takes|taken|taking|use|used|using|give|gives|given|have|has|had|swallow\w*|dos(?:e|es|age)|tablets?"
    r"|caplets?"
    r"|safe\w*|fine|ok|okay|recommend\w*|maximum|limit\w*|allowed|problem|more|daily|times|twice|once|keep|stay|try"
    r"|need)\b"
)
_SHOWN = ("ingredient", "also_in", "jurisdiction", "source_title", "source_locator", "as_of", "confidence", "note")


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    jurisdictions: Table,
    ingredients: Table,
    said: Hits,
    beside: Hits = (),
    hospital: Hits = (),
    routes: tuple[str, ...] = (),
    least: int = 0,
    least_per_kg: int = 0,
    drugs: str,
    conditions: str,
    forms: str,
) -> Iterator[Match]:
    """The first dose of a day of each such ingredient in an article that nowhere tells people to mind other products.

    Args:
        article: the article; its country says which rows speak.
        facts: the table of doses, for the names of drugs.
        words: the table of routes, forms and releases.
        jurisdictions: the countries of each jurisdiction.
        ingredients: columns ingredient, names, jurisdiction, also_in, and those of the source.
        said: words that tell people so, anywhere in the article.
        beside: words that tell people so near such a dose or in a sentence that names the ingredient.
        hospital: words for care in which nobody takes products of their own; no finding in such a paragraph.
        routes: routes by which nobody takes it at home.
        least, least_per_kg: milligrams a day (by kilogram) from which a second product is a danger.
        drugs: lexicon key of the names of drugs.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
    """
    doses = read(article, facts, words, Lists(drugs, conditions, forms))
    if not doses or said:
        return
    homes, told = places(article, jurisdictions), set[str]()
    inside = {article.sentences[hit.sentence].block for hit in hospital}
    for dose in doses:
        if not _daily(dose, article.sentences[dose.words.sentence], routes) or not _enough(dose, least, least_per_kg):
            continue
        row = _row(ingredients, dose, homes)
        if row is None or row["ingredient"] in told or article.sentences[dose.words.sentence].block in inside:
            continue
        if _told_beside(article, dose, beside, article.hits.get(drugs, ()), row):
            continue
        flags = no_advice(article, dose)
        if not flags:
            told.add(row["ingredient"])
        yield Match(
            dose.words.sentence,
            dose.words.at,
            dose.words.to,
            values={"ingredient": dose.drug.words.text if dose.drug else "", "also": row["also_in"].replace(";", ",")},
            evidence=Evidence(
                _KIND,
                given=dose.words.text,
                computed="no sentence of the page tells people to count other products",
                rows=({column: row[column] for column in _SHOWN},),
            ),
            confidence=confidence_of(row),
            flags=flags,
            note=UNREVIEWED,
        )


def _daily(dose: Dose, sentence: Sentence, routes: tuple[str, ...]) -> bool:
    """Whether people are told what to take in a day: a dose with a rhythm, or the most of a day."""
    route = believed(dose.route)
    if dose.drug is None or dose.bound == "above" or (route is not None and route.name in routes):
        return False
    in_a_row = dose.times is not None and (dose.times.window == "h" or dose.times.words.where == "row")
    if dose.bound == "at most" or in_a_row:
        return dose.per == "day" or in_window(dose) is not None
    return in_window(dose) is not None and exact(_ADVICE).search(sentence.shadow) is not None


def _enough(dose: Dose, least: int, by_weight: int) -> bool:
    """Whether the amount of a day is so large that a second product is a danger."""
    total = in_window(dose)
    most = converted(total.high, dose.unit, _IN) if total is not None else None
    return most is not None and most >= (by_weight if dose.by else least)


def _told_beside(article: Article, dose: Dose, beside: Hits, names: Hits, row: Row) -> bool:
    """Whether people are told in a paragraph next to the dose, or in a sentence with the ingredient's name."""
    sentences, here = article.sentences, article.sentences[dose.words.sentence].block
    called = {term_key(name) for name in (row["ingredient"], *row["names"].split(SEPARATOR))}
    naming = {hit.sentence for hit in names if term_key(sentences[hit.sentence].text[hit.at : hit.to]) in called}
    return any(abs(sentences[cue.sentence].block - here) <= _NEXT or cue.sentence in naming for cue in beside)


def _row(ingredients: Table, dose: Dose, homes: tuple[str, ...]) -> Row | None:
    if dose.drug is None:
        return None
    rows = ingredients.index("ingredient", "names")
    names = dict.fromkeys(map(term_key, (dose.drug.words.text, dose.drug.generic)))
    for row in (row for name in names for row in rows.get(name, ())):
        if row["jurisdiction"] in homes and row["confidence"] in SURE:
            return row
    return None
