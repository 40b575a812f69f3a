"""Words of a table that should read otherwise, where the words beside them show that the other one is meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.detectors.terminology._names import in_name
from workbench.detectors.terminology._neighbours import Groups, Phrases, Words
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.model import Article, Evidence, Flag, Hit, Match, Sentence

VALUES = ("right", "reason")
_SHOWN = ("wrong", "right", "why", "source_title", "source_locator", "as_of", "confidence")


class Rule(Struct, frozen=True):
    """A row with its cells ready to be looked for."""

    row: Row
    before: Phrases
    after: Phrases
    near: Phrases
    unless: Phrases

    def shown_by(self, sentence: Sentence, hit: Hit, beside: Words, reach: int) -> bool:
        """Whether every cell that is filled in bears out that the words at the hit are wrong."""
        first, end = beside.place(hit.at, hit.to)
        if self.before and not self.before.stand(beside, first - 1):
            return False
        if self.after and not self.after.stand(beside, end):
            return False
        if not self.near and not self.unless:
            return True
        words = Words(sentence)
        first, end = words.place(hit.at, hit.to)
        around = [place for place in range(first - reach, end + reach) if not first <= place < end]
        if self.near and not self.near.within(words, around):
            return False
        return not (self.unless and self.unless.within(words, range(-1, len(words.words))))


def detect(
    article: Article,
    *,
    table: Table,
    words: Hits,
    but_not: Hits = (),
    groups: dict[str, tuple[str, ...]] | None = None,
    reach: int = 12,
    names: bool = True,
) -> Iterator[Match]:
    """Every word of the table whose neighbours fit one of its rows.

    Args:
        table: columns wrong and right (alternatives parted by "|", in the same order), before, after, near and unless
            (phrases beside the word, within reach of it, and anywhere in the sentence; see `_neighbours`), why, and
            those of the source. An empty cell asks for nothing.
        words: the table's wrong words where they stand in the article.
        but_not: names and terms that hold such words rightly; a word within one is held back.
        groups: words that a phrase of the table may name as `<group>`.
        reach: how many words away `near` looks.
        names: a word that is part of a name in capitals is held back.
    """
    if not words:
        return
    rules = _rules(table, tuple(sorted((groups or {}).items())))
    excepted = by_sentence(but_not)
    for index, hits in by_sentence(words).items():
        sentence = article.sentences[index]
        for hit in hits:
            key = term_key(sentence.shadow[hit.at : hit.to].decode("ascii"))
            beside = Words(sentence, hit.at, hit.to)
            rule = next((one for one in rules.of(key) if one.shown_by(sentence, hit, beside, reach)), None)
            if rule is None:
                continue
            cue = next((other for other in excepted.get(index, ()) if overlap(hit, other)), None)
            if cue is None and names and in_name(article, sentence, hit):
                cue = hit
            yield _match(article, hit, rule.row, key, () if cue is None else (exception(article, hit, cue),))


class _Rules:
    """The rows of a table by wrong word, each made ready when its word is met for the first time."""

    def __init__(self, table: Table, groups: Groups) -> None:
        self.rows, self.groups = table.index("wrong"), groups
        self._made: dict[str, tuple[Rule, ...]] = {}

    def of(self, key: str) -> tuple[Rule, ...]:
        if key not in self._made:
            self._made[key] = tuple(map(self._rule, self.rows.get(key, ())))
        return self._made[key]

    def _rule(self, row: Row) -> Rule:
        before = Phrases(row["before"], self.groups, -1)
        return Rule(row, before, *(Phrases(row[cell], self.groups) for cell in ("after", "near", "unless")))


@lru_cache(maxsize=16)
def _rules(table: Table, groups: tuple[tuple[str, tuple[str, ...]], ...]) -> _Rules:
    return _Rules(table, dict(groups))


def _match(article: Article, hit: Hit, row: Row, key: str, flags: tuple[Flag, ...]) -> Match:
    text = article.sentences[hit.sentence].text[hit.at : hit.to]
    right = _right(row, key)
    return Match(
        hit.sentence,
        hit.at,
        hit.to,
        values={"right": right[:1].upper() + right[1:] if text[:1].isupper() else right, "reason": row.get("why", "")},
        evidence=Evidence(
            "wording", given=text, computed=right, rows=({name: row[name] for name in _SHOWN if name in row},)
        ),
        flags=flags,
    )


def _right(row: Row, key: str) -> str:
    """The word that belongs there: the one in the same place of its cell, or the whole cell."""
    wrong = [term_key(part) for part in row["wrong"].split(SEPARATOR)]
    right = [part.strip() for part in row["right"].split(SEPARATOR)]
    return right[wrong.index(key)] if len(right) == len(wrong) else row["right"]
