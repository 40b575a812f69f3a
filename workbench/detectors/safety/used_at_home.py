"""A product or procedure that only professionals may give, told as done at home, by oneself or from any pharmacy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.safety import _care, _rows
from workbench.detectors.safety._mood import meant
from workbench.facts import Row, Table
from workbench.model import Article, Hit, Match, Sentence

VALUES = ("problem",)
_FAR = 1000
_SEVERAL = 6  # places of one sentence that are looked at
_CLAUSE = re.compile(rb";|\b(?:while|whereas|but|though|although)\b|: (?:\w+ ){6}")


class _Product(NamedTuple):
    row: Row
    span: Hit
    there: int  # the sentence that names the product, if it is another one


def detect(
    article: Article,
    *,
    table: Table,
    names: Hits,
    home: Hits,
    home_text: str,
    wheel: Hits = (),
    wheel_text: str = "",
    rested: Hits = (),
    known: str = "",
    others: Hits = (),
    careful: Hits = (),
    defiant: Hits = (),
) -> Iterator[Match]:
    """Every such place in a page of the row's country; the product named nearest to the words is the one they speak of.

    Args:
        article: the article.
        table: columns name, aliases, jurisdiction (empty = everywhere), setting, drive (words = not that day), and
            those of the source.
        names: the names of the table; sentences far from them are not looked at.
        home: words for use at home, by oneself or by a friend, or for a supply by post or any pharmacy.
        home_text: what to say of it.
        wheel: verbs of driving, which count where the reader is told or allowed to …
        wheel_text: … and what to say of it.
        rested: words by which driving is right ("the next day").
        known: lexicon key of all drug names known.
        others: further products that may be what is used at home (lozenges).
        careful: comparisons, clinics and supervision.
        defiant: words that brush the care aside ("no clinic needed").
    """
    words, rest = _care.care(careful, defiant), _care.care(rested, ())
    drugs, products, places = by_sentence(article.hits.get(known, ())), by_sentence(others), by_sentence(home)
    drives = by_sentence(wheel)
    for index in sorted(_rows.near(article, names) & {*places, *drives}):
        sentence = article.sentences[index]
        rivals = (*drugs.get(index, ()), *products.get(index, ()))
        for hit in places.get(index, ())[:_SEVERAL]:
            if (found := _product(article, table, sentence, hit, rivals)) is not None:
                yield _match(article, found, hit, words, home_text)
                break
        for hit in drives.get(index, ())[:_SEVERAL]:
            how = meant(sentence, hit)
            act = Hit(index, how.at, hit.to)
            found = _product(article, table, sentence, act, rivals) if how.mood else None
            if found is not None and found.row["drive"]:
                yield _match(article, found, act, rest, wheel_text)
                break


def _match(article: Article, found: _Product, hit: Hit, words: _care.Care, text: str) -> Match:
    sentence, span, row = article.sentences[hit.sentence], found.span, found.row
    shown = sentence.text[span.at : span.to]
    return Match(
        span.sentence,
        span.at,
        span.to,
        values={"problem": text.format(text=shown, name=row["name"], setting=row["setting"])},
        evidence=_rows.evidence(row, shown),
        confidence=_rows.confidence(row),
        flags=_care.harmless(article, words, span, hit, also=found.there),
    )


def _product(article: Article, table: Table, sentence: Sentence, hit: Hit, rivals: Hits) -> _Product | None:
    here = list(_named(article, table, sentence))
    if here:
        row, name = min(here, key=lambda found: _distance(sentence, hit, found[1].at, found[1].to))
        gap = _distance(sentence, hit, name.at, name.to)
        strange = [other for other in rivals if not any(one.at < other.to and other.at < one.to for _, one in here)]
        if gap >= _FAR or any(_distance(sentence, hit, other.at, other.to) < gap for other in strange):
            return None
        return _Product(row, Hit(hit.sentence, min(hit.at, name.at), max(hit.to, name.to)), -1)
    if rivals or b" " not in sentence.shadow[hit.at : hit.to]:  # "it … yourself" says too little
        return None
    for other in _rows.before(article, sentence):
        for row, _ in reversed(list(_named(article, table, other))):
            return _Product(row, hit, other.index)
    return None


def _named(article: Article, table: Table, sentence: Sentence) -> Iterator[tuple[Row, Hit]]:
    for name in _rows.named(table, sentence.shadow, "name", "aliases"):
        row = table.rows[name.row]
        if not row["jurisdiction"] or _rows.holds(article.country, row):
            yield row, Hit(sentence.index, name.at, name.to)


def _distance(sentence: Sentence, hit: Hit, at: int, to: int) -> int:
    """Characters between the words and a name; a name in another clause is far."""
    low, high = (to, hit.at) if to <= hit.at else (hit.to, at)
    between = sentence.shadow[low:high]
    between = between.removeprefix(b":") if to <= hit.at else between  # "Spravato: relief in your own home"
    return max(high - low, 0) + (_FAR if _CLAUSE.search(between) else 0)
