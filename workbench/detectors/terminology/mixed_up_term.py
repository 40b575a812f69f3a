"""A term beside the meaning of another: "low blood sugar (hyperglycemia)", "the ureter leads out of the bladder"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from workbench.detectors import Hits
from workbench.detectors.terminology._joined import Joins, Senses
from workbench.detectors.terminology._neighbours import Groups, Phrases, Words
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.model import Article, Evidence, Match

VALUES = ("right", "own", "other")
_SHOWN = ("term", "other", "means", "source_title", "source_locator", "as_of", "confidence")


class Term(Struct, frozen=True):
    """A row with its cells ready to be looked for."""

    row: Row
    names: Phrases
    own: Phrases
    senses: Senses


def detect(
    article: Article,
    *,
    table: Table,
    terms: Hits,
    grammar: dict[str, tuple[str, ...]],
    groups: dict[str, tuple[str, ...]] | None = None,
    strange: int = 1,
) -> Iterator[Match]:
    """Every term that is said to be what only its neighbour is.

    A sentence that names both terms, or says what the term does mean, tells them apart and is left alone.

    Args:
        table: columns term (names parted by "|"), other (first names of the terms it is taken for), means (see
            `Senses`), own (further words that show the term to be meant), gloss (its meaning in plain words) and those
            of the source.
        terms: the table's terms where they stand in the article.
        grammar: lists of words: links that may stand between a term and a meaning, strong phrases of which one has to
            stand there ("is", "called", "("), and never words, which part the two ("not", "unlike").
        groups: words that a phrase of the table may name as `<group>`.
        strange: so many words beside the links may stand there.
    """
    if not terms:
        return
    known = _terms(table, tuple(sorted((groups or {}).items())))
    strong = Phrases(SEPARATOR.join(grammar["strong"]), {})
    joins = Joins(frozenset(grammar["links"]), strong, frozenset(grammar["never"]), strange)
    for hit in terms:
        words = Words(article.sentences[hit.sentence])
        place = words.place(hit.at, hit.to)
        text = article.sentences[hit.sentence].text[hit.at : hit.to]
        own, every = known[term_key(text)], range(len(words.words))
        if own.own.within(words, every) or any(True for _ in own.senses.spans(words)):
            continue
        for name in own.row["other"].split(SEPARATOR):
            other = known[term_key(name)]
            if other.names.within(words, every):
                continue
            if any(joins.join(words, place, span) for span in other.senses.spans(words)):
                right = name.capitalize() if text[:1].isupper() else name
                yield Match(
                    hit.sentence,
                    hit.at,
                    hit.to,
                    values={"right": right, "own": own.row["gloss"], "other": other.row["gloss"]},
                    evidence=Evidence(
                        "wording", given=text, computed=right, rows=({key: other.row[key] for key in _SHOWN},)
                    ),
                )
                break


@lru_cache(maxsize=4)
def _terms(table: Table, groups: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, Term]:
    named: Groups = dict(groups)
    made = {
        id(row): Term(row, Phrases(row["term"], {}), Phrases(row["own"], named), Senses(row["means"], named))
        for row in table
    }
    return {key: made[id(rows[0])] for key, rows in table.index("term").items()}
