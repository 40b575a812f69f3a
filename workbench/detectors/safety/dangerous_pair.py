"""Two things that must not be taken together, told as if they could be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import islice
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.safety import _care, _rows
from workbench.detectors.safety._mood import meant
from workbench.detectors.safety._objects import one_statement
from workbench.facts import Table
from workbench.model import Article, Hit, Match, Sentence

VALUES = ("pair", "harm")
_SHORT = 6  # words of a sentence that answers the one before it


class _Pair(NamedTuple):
    row: int
    parts: list[Hit]
    there: int  # the sentence that names one of the two, if it is another one


def detect(
    article: Article,
    *,
    table: Table,
    names: Hits,
    fine: Hits,
    uses: Hits = (),
    together: Hits = (),
    gains: Hits = (),
    tone: Hits = (),
    careful: Hits = (),
    defiant: Hits = (),
    neutral: Hits = (),
) -> Iterator[Match]:
    """Every sentence that calls a pair of the table fine; one of the two may stand in the sentence or heading before.

    Args:
        article: the article.
        table: columns name, first, second (words of the two sides, split at "|"), harm, and those of the source.
        names: the words of both sides; other sentences are not looked at.
        fine: words that call a combination harmless or praise it.
        uses: verbs of taking; they count where the reader is told or allowed to, and both names are in the sentence.
        together: words that join ("together", "plus"), which count …
        gains: … with words of a good effect.
        tone: the reader addressed, praise and ease of any kind: both names beside them are advice …
        neutral: … without these: harm, rules, professionals who give it.
        careful: words that forbid, warn, or put it under supervision.
        defiant: words that brush the care aside ("no risk").
    """
    words = _care.care(careful, defiant)
    told, joined, good, said = (by_sentence(hits) for hits in (uses, together, gains, fine))
    warm, plain = by_sentence(tone), by_sentence(neutral)
    for index in sorted(_likely(article, names) & {*said, *told, *warm, *(joined.keys() & good.keys())}):
        sentence = article.sentences[index]
        pair = _pair(article, table, sentence)
        if pair is None:
            continue
        cues = [*said.get(index, ()), *(good.get(index, ()) if index in joined else ())]
        if not cues and pair.there < 0:
            cues = [*_told(sentence, told.get(index, ())), *(() if index in plain else warm.get(index, ()))]
        if not cues:
            continue
        cue = cues[0]
        ends = [*pair.parts, cue]
        span = Hit(index, min(part.at for part in ends), max(part.to for part in ends))
        row = table.rows[pair.row]
        yield Match(
            span.sentence,
            span.at,
            span.to,
            values={"pair": row["name"], "harm": row["harm"]},
            evidence=_rows.evidence(row, sentence.text[span.at : span.to]),
            confidence=_rows.confidence(row),
            flags=_care.harmless(article, words, span, cue, *pair.parts, also=pair.there),
        )


def _likely(article: Article, names: Hits) -> Set[int]:
    """The sentences with two names, or with one or a short answer behind a sentence or under a heading with one."""
    found = by_sentence(names)
    headed = any(article.block(article.sentences[index]).kind == "heading" for index in found)
    answers = {index + 1 for index, hits in found.items() if len(hits) > 1}
    return answers | {index for index, hits in found.items() if len(hits) > 1 or headed or index - 1 in found}


def _told(sentence: Sentence, uses: Hits) -> Iterator[Hit]:
    """The verbs of taking that the reader is told or allowed to follow."""
    for use in uses:
        how = meant(sentence, use)
        if how.mood in ("told", "may"):
            yield Hit(use.sentence, how.at, use.to)


def _pair(article: Article, table: Table, sentence: Sentence) -> _Pair | None:
    """The row both of whose sides are named, and those names in the sentence itself."""
    here = _sides(table, [sentence])
    before = _rows.before(article, sentence)
    if not here and sentence.shadow.count(b" ") < _SHORT:  # "Totally fine."
        last = [*islice(before, 1)]
        whole = (number for number, sides in _sides(table, last).items() if len(sides) == 2)
        return next((_Pair(number, [], last[0].index) for number in whole), None)
    for number, sides in here.items():
        if len(sides) == 2 and _joined(sentence, *sides.values()):
            return _Pair(number, [Hit(sentence.index, name.at, name.to) for name in sides.values()], -1)
    if not here:
        return None
    for other in before:
        for number, sides in _sides(table, [other]).items():
            if number in here and {*here[number], *sides} == {"first", "second"} and len(here[number]) == 1:
                parts = [Hit(sentence.index, name.at, name.to) for name in here[number].values()]
                return _Pair(number, parts, other.index)
    return None


def _joined(sentence: Sentence, one: _rows.Named, other: _rows.Named) -> bool:
    first, second = sorted((one, other), key=lambda name: name.at)
    return one_statement(sentence.shadow, first.to, second.at)


def _sides(table: Table, sentences: Sequence[Sentence]) -> dict[int, dict[str, _rows.Named]]:
    """Row → side → its first name in these sentences; one name does not stand for both sides."""
    found: dict[int, dict[str, _rows.Named]] = {}
    for sentence in sentences:
        for side in ("first", "second"):
            for name in _rows.named(table, sentence.shadow, side):
                sides = found.setdefault(name.row, {})
                if name[1:] not in {other[1:] for other in sides.values()}:
                    sides.setdefault(side, name)
    return found
