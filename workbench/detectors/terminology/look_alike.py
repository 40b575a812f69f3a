"""A drug said to be for what its look-alike is for: two names that are known to be mixed up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from workbench.detectors import Hits
from workbench.detectors.terminology._neighbours import Phrases, Words
from workbench.facts import Row, Table, term_key
from workbench.model import Article, Confidence, Evidence, Match

_MARKS = "$("
_CONFIDENCES: Mapping[str, Confidence | None] = {"low": "low"}
_SHOWN = ("name", "other", "uses", "source_title", "source_locator", "as_of", "confidence")


class Pair(Struct, frozen=True):
    """A row with its cells ready to be looked for."""

    row: Row
    uses: Phrases
    classes: Phrases
    own: Phrases


def detect(
    article: Article,
    *,
    table: Table,
    drugs: Hits,
    joins: list[str],
    about: list[str],
    between: list[str],
    apart: int = 2,
) -> Iterator[Match]:
    """Every drug whose stated use or class is that of its look-alike only.

    Args:
        table: columns name and other (names parted by "|"), uses and classes of the other drug, own (words that make
            the use right or name the other drug, anywhere in the sentence), and those of the source.
        drugs: the table's names where they stand in the article.
        joins: words between a drug and its use ("for", "is used to treat").
        about: words between a class and a drug ("medicine called").
        between: what may stand between a drug and such words ("is", "mg"), beside numbers.
        apart: so many words may stand between the join and the use.
    """
    if not drugs:
        return
    pairs = _pairs(table)
    filling = frozenset(between)
    linking, naming = Phrases("|".join(joins), {}), Phrases("|".join(about), {}, -1)
    for hit in drugs:
        sentence = article.sentences[hit.sentence]
        words = Words(sentence)
        first, end = words.place(hit.at, hit.to)
        for pair in pairs.get(term_key(sentence.text[hit.at : hit.to]), ()):
            if pair.own.within(words, range(len(words.words))):
                continue
            if _used(words, _passed(words, end, filling), linking, pair.uses, apart) or _called(
                words, first, naming, pair.classes
            ):
                yield Match(
                    hit.sentence,
                    hit.at,
                    hit.to,
                    values={"right": pair.row["other"].split("|")[0], "uses": pair.row["uses"].split("|")[0]},
                    evidence=Evidence("look-alike", given=sentence.text, rows=({k: pair.row[k] for k in _SHOWN},)),
                    confidence=_CONFIDENCES.get(pair.row["confidence"]),
                )
                break


@lru_cache(maxsize=4)
def _pairs(table: Table) -> Mapping[str, tuple[Pair, ...]]:
    made = {
        id(row): Pair(
            row,
            Phrases(row["uses"], {}),
            Phrases(row["classes"], {}, -1),
            Phrases(f"{row['other']}|{row['own']}", {}),
        )
        for row in table
    }
    return {key: tuple(made[id(row)] for row in rows) for key, rows in table.index("name").items()}


def _passed(words: Words, place: int, filling: frozenset[str]) -> int:
    """The first word behind a drug's dose and the verb that says what it is for."""
    while words.at(place) in filling or words.at(place)[0].isdigit():
        place += 1
    return place


def _used(words: Words, place: int, joins: Phrases, uses: Phrases, apart: int) -> bool:
    """Whether "for <use>" stands there without a mark between."""
    if not joins.stand(words, place):
        return False
    for goal in range(place + 1, place + 3 + apart):
        if words.at(goal) in _MARKS:
            return False
        if uses.stand(words, goal):
            return True
    return False


def _called(words: Words, first: int, about: Phrases, classes: Phrases) -> bool:
    """Whether "<class> … <drug>" stands before it, with a word like "medicine" between or without."""
    return classes.stand(words, first - 1) or any(
        about.stand(words, first - 1) and classes.stand(words, first - 1 - far) for far in (1, 2)
    )
