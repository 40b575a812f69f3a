"""A prescription-only medicine offered to the public in a country that forbids it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.safety import _care, _rows
from workbench.detectors.safety._mood import meant
from workbench.facts import SEPARATOR, Table
from workbench.model import Article, Hit, Match, Sentence

VALUES = ("medicine", "rule")
_SEVERAL = 8  # offers of one sentence that are looked at
_FAR = 110  # characters between the words of an offer and the medicine


def detect(
    article: Article,
    *,
    table: Table,
    medicines: Table,
    names: Hits,
    offers: Hits,
    calls: Hits = (),
    careful: Hits = (),
    defiant: Hits = (),
) -> Iterator[Match]:
    """Every offer of such a medicine, one a sentence; pages of countries without such a rule are left alone.

    Args:
        article: the article.
        table: the rule by country: columns name, jurisdiction, and those of the source.
        medicines: columns name, aliases, and unless (words beside which the name means what may be sold).
        names: the names of that table; only sentences with one are looked at.
        offers: words that sell ("in stock", "from £99").
        calls: verbs that sell where the reader is told to ("order", "grab").
        careful: the consultation, the prescriber's choice, a warning of such sellers.
        defiant: words that brush the care aside ("no prescription needed").
    """
    rule = next((row for row in table if _rows.holds(article.country, row)), None)
    if rule is None:
        return
    words, said, told = _care.care(careful, defiant), by_sentence(offers), by_sentence(calls)
    for index in sorted({hit.sentence for hit in names} & {*said, *told}):
        sentence = article.sentences[index]
        places = [*said.get(index, ())[:_SEVERAL], *_called(sentence, told)]
        found = _nearest(sentence, medicines, places) if places else None
        if found is None:
            continue
        hit, name = found
        span = Hit(index, min(hit.at, name.at), max(hit.to, name.to))
        yield Match(
            span.sentence,
            span.at,
            span.to,
            values={"medicine": sentence.text[name.at : name.to], "rule": rule["name"]},
            evidence=_rows.evidence(rule, sentence.text[span.at : span.to]),
            confidence=_rows.confidence(medicines.rows[name.row]),
            flags=_care.harmless(article, words, span, hit),
        )


def _called(sentence: Sentence, told: Mapping[int, Hits]) -> list[Hit]:
    return [hit for hit in told.get(sentence.index, ())[:_SEVERAL] if meant(sentence, hit).mood == "told"]


def _nearest(sentence: Sentence, medicines: Table, places: list[Hit]) -> tuple[Hit, _rows.Named] | None:
    """The offer and the medicine that stand nearest to each other."""
    lowered = sentence.text.lower()
    pairs = [
        (max(hit.at - name.to, name.at - hit.to), hit, name)
        for name in _rows.named(medicines, sentence.shadow, "name", "aliases")
        if not any(word.lower() in lowered for word in medicines.rows[name.row]["unless"].split(SEPARATOR) if word)
        for hit in places
    ]
    gap, hit, name = min(pairs, default=(_FAR + 1, None, None), key=lambda pair: pair[0])
    return None if hit is None or name is None or gap > _FAR else (hit, name)
