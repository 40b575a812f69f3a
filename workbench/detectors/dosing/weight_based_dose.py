"""Doses that have lost their “per kilogram”: a flat amount where the drug is given by body weight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from workbench.detectors import Hits
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.lexicon import Lexicon
from workbench.model import Article, Confidence, Evidence, Hit, Match, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_BY_WEIGHT = (
    r"\bper[ -](?:kg|kilo|pound)|/ ?kg\b|\bkg ?[-~]1|\d ?-?kgs?\b|\bkilo(?:gram|gramme)?s?\b"
    r"|\bbody[ -]?weight|\b(?:by|your|their|the patient's|on|with) weight\b|\bweigh(?:s|ing|ed|t-based)?\b"
)
_COMBINED_AHEAD = r" ?/ ?\d"
_COMBINED_BEHIND = r"\d ?[a-zA-Z]* ?/ ?$"
_APART = r"[,;:()]|\b(?:and|or|plus|with|then|before|after|while|but|was|were|is|are|came|for)\b"
_FAR = 60  # characters between a dose and the drug named behind it
_WIDE = 300  # characters around a dose that may name its route or form
_SEVERAL = 9  # drug names of an earlier sentence that are compared
_ADULT = 70  # kg, for the worked example
_AMOUNTS = {unit: Decimal(factor) for unit, factor in (line.split() for line in ("mg 1", "mcg 0.001", "g 1000"))}
_SHOWN = ("name", "route", "indication", "source_title", "source_locator", "as_of", "confidence", "note")
_CONFIDENCES: Mapping[str, Confidence | None] = {"high": None, "medium": "medium", "low": "low"}
_UNREVIEWED = "The reference was not reviewed by a clinician."


class Scene(Struct, frozen=True):
    """What the article offers for reading a dose: drugs by sentence, last sentences by block, the table."""

    article: Article
    table: Table
    named: Mapping[int, tuple[Hit, ...]]
    last: Mapping[int, int]


def detect(article: Article, *, table: Table, drugs: Hits, known: str = "", animals: Hits = ()) -> Iterator[Match]:
    """Every flat dose that is the usual amount per kilogram of its drug and cannot be meant for a whole person.

    Args:
        table: columns name, aliases, route, route_words, flat_forms, amount_min, amount_max, unit ("mg/kg"),
            flat_below (blank: never report this row), and those of its source.
        drugs: the table's drugs where they stand in the article.
        known: lexicon key of all drug names known; the name nearest to a dose is its drug.
        animals: words for animals and cells; a paragraph that speaks of them is left alone.
    """
    if not drugs:
        return
    scene = Scene(
        article,
        table,
        _by_sentence((*drugs, *article.hits.get(known, ()))),
        {sentence.block: sentence.index for sentence in article.sentences},
    )
    animal = {article.sentences[hit.sentence].block for hit in animals}
    weighed = {sentence.index for sentence in article.sentences if exact(_BY_WEIGHT).search(sentence.shadow)}
    for sentence in article.sentences:
        if sentence.block in animal or article.block(sentence).lead_in in animal:
            continue
        if weighed & {other.index for other in _near(scene, sentence)}:
            continue
        for dose in article.quantities[sentence.index]:
            if _explained(article, sentence, dose):
                continue
            row = _row(scene, sentence, dose) if _flat(sentence.shadow, dose) else None
            if row is not None:
                yield _match(sentence, dose, row)


def _explained(article: Article, sentence: Sentence, dose: Quantity) -> bool:
    """Whether the next sentence of the block gives the same amount per kilogram."""
    following = article.sentences[sentence.index + 1 : sentence.index + 2]
    return any(
        other.low == dose.low and "/kg" in other.unit
        for after_it in following
        if after_it.block == sentence.block
        for other in article.quantities[after_it.index]
    )


def _by_sentence(hits: Iterable[Hit]) -> dict[int, tuple[Hit, ...]]:
    """Drug names by sentence in reading order; a name within a longer name is dropped (“S-ketamine”)."""
    found: dict[int, list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.sentence, hit.at, -hit.to)):
        names = found.setdefault(hit.sentence, [])
        if not names or hit.to > names[-1].to:
            names.append(hit)
    return {index: tuple(names) for index, names in found.items()}


def _flat(shadow: bytes, dose: Quantity) -> bool:
    """Whether this is an amount for a whole person, of one drug: no rate, no strength of a combination."""
    unit, _, per = dose.unit.partition("/")
    if dose.kind != "dose" or unit not in _AMOUNTS or per not in ("", "day"):
        return False
    return (
        exact(_COMBINED_AHEAD).match(after(shadow, dose.to, 4)) is None
        and exact(_COMBINED_BEHIND).search(before(shadow, dose.at, 16)) is None
    )


def _row(scene: Scene, sentence: Sentence, dose: Quantity) -> Row | None:
    """The table's row that the dose falls under, if it can only be meant per kilogram."""
    near = tuple(_near(scene, sentence))
    named_in = next((other for other in near if other.index in scene.named), None)
    drug = None if named_in is None else _drug(scene, named_in, dose if named_in is sentence else None)
    if drug is None or named_in is None:
        return None
    rows = [row for row in scene.table.index("name", "aliases").get(drug, ()) if _lost(row, dose)]
    if not rows:
        return None
    words = _words(scene.table)
    here = sentence.shadow[max(0, dose.at - _WIDE) : dose.to + _WIDE]
    texts = {other.index: here if other is sentence else other.shadow[-_WIDE:] for other in near}
    cells = {index: {cell for cell, _, _ in words.scan(text)} for index, text in texts.items()}
    said, forms = set().union(*cells.values()), cells[sentence.index] | cells[named_in.index]
    rows = [
        row for row in rows if row["flat_forms"] not in forms and (not row["route_words"] or row["route_words"] in said)
    ]
    return min(rows, key=_width, default=None)


def _near(scene: Scene, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, the one before it in its block, and the last one of its lead-in."""
    yield sentence
    sentences = scene.article.sentences
    if sentence.index and sentences[sentence.index - 1].block == sentence.block:
        yield sentences[sentence.index - 1]
    lead_in = scene.article.block(sentence).lead_in
    if lead_in is not None and lead_in in scene.last:
        yield sentences[scene.last[lead_in]]


def _drug(scene: Scene, sentence: Sentence, dose: Quantity | None) -> str | None:
    """The drug named nearest to a dose, or, without one, the only drug of the sentence; as a key of the table."""
    names = scene.named[sentence.index]
    if dose is None:
        keys = {term_key(sentence.text[hit.at : hit.to]) for hit in names[-_SEVERAL:]}
        return keys.pop() if len(keys) == 1 else None
    place = bisect_right(names, dose.at, key=lambda hit: hit.at)
    behind = names[place] if place < len(names) else None
    if behind is not None and place and exact(_APART).search(sentence.shadow[dose.to : behind.at][:_FAR]) is not None:
        behind = None  # “ketamine 0.5 mg and diazepam”
    hit = behind if behind is not None and behind.at - dose.to < _FAR else names[max(0, place - 1)]
    return term_key(sentence.text[hit.at : hit.to])


def _lost(row: Row, dose: Quantity) -> bool:
    """Whether the flat dose lies in the row's range per kilogram and below what a flat dose can be."""
    if not row["flat_below"] or dose.low is None or dose.high is None:
        return False
    theirs = _AMOUNTS[row["unit"].partition("/")[0]]
    ours = _AMOUNTS[dose.unit.partition("/")[0]]
    low, high = dose.low * ours / theirs, dose.high * ours / theirs
    return Decimal(row["amount_min"]) <= low <= high <= Decimal(row["amount_max"]) and high < Decimal(row["flat_below"])


def _width(row: Row) -> Decimal:
    return Decimal(row["amount_max"]) - Decimal(row["amount_min"])


@lru_cache(maxsize=8)
def _words(table: Table) -> Lexicon:
    """The words of routes and of forms that are dosed flat; a cell of the table is the key of its words."""
    cells = dict.fromkeys(row[column] for row in table for column in ("route_words", "flat_forms") if row[column])
    return Lexicon({cell: cell.split(SEPARATOR) for cell in cells})


def _match(sentence: Sentence, dose: Quantity, row: Row) -> Match:
    amount, _, unit = dose.unit.partition("/")
    basis = f"{_range(dose, 1)} {amount}/kg" + (f"/{unit}" if unit else "")
    example = f"{_range(dose, _ADULT)} {amount}"
    usual = row["amount_min"] if row["amount_min"] == row["amount_max"] else f"{row['amount_min']}–{row['amount_max']}"
    shown = {column: row[column] for column in _SHOWN} | {
        "dose": f"{usual} {row['unit']}",
        "flat_below": row["flat_below"],
    }
    reckoning = f"{basis} × {_ADULT} kg = {example}"
    return Match(
        sentence.index,
        dose.at,
        dose.to,
        values={
            "name": row["name"],
            "basis": basis,
            "use": row["indication"],
            "example": example,
            "weight": str(_ADULT),
        },
        evidence=Evidence("dose-basis", given=sentence.text[dose.at : dose.to], computed=reckoning, rows=(shown,)),
        confidence=_CONFIDENCES.get(row["confidence"], "low"),
        note="" if row["reviewed_by"] else _UNREVIEWED,
    )


def _range(dose: Quantity, factor: int) -> str:
    low, high = (f"{(value * factor).normalize():,f}" for value in (dose.low, dose.high) if value is not None)
    return low if low == high else f"{low}–{high}"
