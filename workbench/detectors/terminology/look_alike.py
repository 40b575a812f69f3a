"""A drug said to be for what its look-alike is for: two names that are known to be mixed up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from workbench.detectors import Hits
from workbench.detectors.terminology._joined import Joins
from workbench.detectors.terminology._neighbours import Phrases, Words
from workbench.detectors.terminology._uses import Grammar, Pair
from workbench.facts import SEPARATOR, Table, term_key
from workbench.model import Article, Confidence, Evidence, Match

VALUES = ("right", "uses")
_CONFIDENCES: Mapping[str, Confidence | None] = {"low": "low"}
_SHOWN = ("name", "other", "uses", "source_title", "source_locator", "as_of", "confidence")


def detect(article: Article, *, table: Table, drugs: Hits, grammar: dict[str, tuple[str, ...]]) -> Iterator[Match]:
    """Every drug whose stated use or class is that of its look-alike only.

    Args:
        table: columns name and other (names parted by "|"), uses, classes and dose forms of the other drug, own (words
            that make the use right or name the other drug, anywhere in the sentence), and those of the source.
        drugs: the table's names where they stand in the article.
        grammar: lists of words: joins between a drug and its use ("for", "is used to treat"), aims before a use that
            stands first ("for", "to stop"), gives between that use and the drug ("prescribed", "controlled with"),
            about between a class and a drug ("medicine called"), between (what may stand behind a drug before all
            that: "is", "mg"), links and strong between a drug and what it is ("is a", "belongs to"), and never
            (words that part them).
    """
    if not drugs:
        return
    pairs, reading = _pairs(table), _grammar(tuple(grammar.items()))
    for hit in drugs:
        sentence = article.sentences[hit.sentence]
        words = Words(sentence)
        every, place = range(len(words.words)), words.place(hit.at, hit.to)
        for pair in pairs.get(term_key(sentence.text[hit.at : hit.to]), ()):
            if pair.own.within(words, every) or not reading.swapped(words, place, pair):
                continue
            yield Match(
                hit.sentence,
                hit.at,
                hit.to,
                values={"right": pair.row["other"].split(SEPARATOR)[0], "uses": pair.gloss},
                evidence=Evidence("look-alike", given=sentence.text, rows=({k: pair.row[k] for k in _SHOWN},)),
                confidence=_CONFIDENCES.get(pair.row["confidence"]),
            )
            break


@lru_cache(maxsize=4)
def _grammar(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Grammar:
    words = dict(lists)
    return Grammar(
        joins=_phrases(words["joins"]),
        aims=_phrases(words["aims"]),
        gives=_phrases(words["gives"]),
        between=frozenset(words["between"]),
        about=_phrases(words["about"]),
        kinds=Joins(frozenset(words["links"]), _phrases(words["strong"]), frozenset(words["never"]), 2),
    )


def _phrases(words: tuple[str, ...]) -> Phrases:
    return Phrases(SEPARATOR.join(words), {})


@lru_cache(maxsize=4)
def _pairs(table: Table) -> Mapping[str, tuple[Pair, ...]]:
    made = {
        id(row): Pair(
            row=row,
            uses=Phrases(row["uses"], {}),
            classes=Phrases(row["classes"], {}),
            forms=Phrases(row["forms"], {}),
            own=Phrases(f"{row['other']}|{row['own']}", {}),
        )
        for row in table
    }
    return {key: tuple(made[id(row)] for row in rows) for key, rows in table.index("name").items()}
