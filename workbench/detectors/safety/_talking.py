"""The grammar of talking somebody out of care: refusing it, denying it, belittling it, playing down what is grave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.safety import _rows
from workbench.detectors.safety._mood import meant
from workbench.detectors.safety._objects import governs, one_statement
from workbench.model import Article, Hit, Sentence

_FAR = 70  # characters between care and what is said of it
_IT = re.compile(rb"\s*(?:it|them|this|that)\b")
Slots = Mapping[int, Hits]  # hits by sentence


class Words(NamedTuple):
    """The slots; what each holds is told at `against_care.detect`."""

    vital: Slots
    usual: Slots
    grave: Slots
    rejects: Slots
    declines: Slots
    denials: Slots
    needless: Slots
    waved: Slots
    remedies: Slots
    treats: Slots
    instead: Slots


def talked_out(article: Article, words: Words) -> Iterator[Hit]:
    """Every place, by sentence."""
    for index in sorted({*words.rejects, *words.denials, *words.needless, *words.waved, *words.treats}):
        sentence = article.sentences[index]
        near = [*islice(_rows.before(article, sentence), 1)]
        grave = words.grave.get(index, ()) or (near and words.grave.get(near[0].index, ())) or ()
        care = sorted((*words.vital.get(index, ()), *(words.usual.get(index, ()) if grave else ())), key=_place)
        before = bool(near and words.vital.get(near[0].index))
        if not care and not grave and not before:
            continue
        yield from _refused(sentence, words, care, before)
        yield from _belittled(sentence, words, care)
        if grave:
            yield from _played_down(sentence, words, words.grave.get(index, ()))
        yield from _replaced(sentence, words)


def _place(hit: Hit) -> tuple[int, int]:
    return hit.at, hit.to


def _refused(sentence: Sentence, words: Words, care: list[Hit], before: bool) -> Iterator[Hit]:
    dark, index = sentence.shadow, sentence.index
    for verb in words.rejects.get(index, ()):
        if (how := meant(sentence, verb)).mood != "told":
            continue
        found = next((one for one in care if one.to > verb.at and governs(dark, verb.to, one.at)), None)
        if found is not None:
            yield Hit(index, how.at, max(verb.to, found.to))
        elif verb in words.declines.get(index, ()) and (before or any(one.to <= verb.at for one in care)):
            it = _IT.match(dark, verb.to)
            if it is not None:
                yield Hit(index, how.at, it.end())
    for denial in words.denials.get(index, ()):
        found = next((one for one in care if one.to > denial.at and governs(dark, denial.to, one.at, True)), None)
        if found is not None:
            yield Hit(index, denial.at, max(denial.to, found.to))


def _belittled(sentence: Sentence, words: Words, care: list[Hit]) -> Iterator[Hit]:
    for said in words.needless.get(sentence.index, ()):
        found = next((one for one in reversed(care) if one.to <= said.at), None)
        if found is not None and one_statement(sentence.shadow, found.to, said.at, _FAR):
            yield Hit(sentence.index, found.at, said.to)


def _played_down(sentence: Sentence, words: Words, here: Hits) -> Iterator[Hit]:
    """A grave illness or sign that "can wait"."""
    index = sentence.index
    for said in words.waved.get(index, ()):
        ends = [said, *(one for one in here if one.to <= said.at)][:2]
        yield Hit(index, min(one.at for one in ends), said.to)


def _replaced(sentence: Sentence, words: Words) -> Iterator[Hit]:
    """A remedy that does the work of vital care, or that treats what is grave at home or instead."""
    index = sentence.index
    about = (*words.grave.get(index, ()), *words.vital.get(index, ()))
    places, cures = words.instead.get(index, ()), words.remedies.get(index, ())
    for verb in words.treats.get(index, ()) if places and cures and about else ():
        ends = [verb, places[0], about[0], cures[0]]
        yield Hit(index, min(one.at for one in ends), max(one.to for one in ends))
