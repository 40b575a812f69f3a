"""One sentence, read for its appeals to research and experts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.citation import _appeals
from workbench.detectors.citation._noun import Noun, noun, tokens, words_of
from workbench.model import Article, Hit

_LATEST = words_of("latest newest emerging available existing current")
_MOST = words_of("majority bulk")
_WHOLE = words_of("community profession establishment")
_OTHER = words_of("one another")  # no page tells its own story of "one study"
_OTHERS = words_of("another others")
_MANY = words_of("many several multiple numerous various countless dozens hundreds")
_GOES_ON = words_of("being be is are will take part enrol enroll used not")
_CAUTIONS = words_of("against caution not")  # what guidance warns of is told by careful pages
_BEFORE = 2  # sentences before one, in which "the research" may have been named
_FIGURES = frozenset({"percent", "group", "ratio"})

_Places = dict[int, Hits]


class Lists(NamedTuple):
    """The words of the check, as places in the article by sentence; see `vague_citation.detect`."""

    works: _Places
    one_work: _Places
    evidence: _Places
    rules: _Places
    experts: _Places
    scientists: _Places
    shows: _Places
    says: _Places
    tells: _Places
    done: _Places


class Reading:
    """One sentence, read for its appeals."""

    def __init__(self, article: Article, index: int, lists: Lists) -> None:
        self._article, self._index, self._lists = article, index, lists
        self._words = tokens(article.sentences[index])
        self._starts = {word.at: number for number, word in enumerate(self._words)}
        self._ends = {word.to: number for number, word in enumerate(self._words)}
        figures = [one for one in article.quantities[index] if one.kind in _FIGURES]
        self._first_figure = min((one.to for one in figures), default=None)
        self._last_figure = max((one.at for one in figures), default=None)

    def appeals(self) -> Iterator[tuple[Hit, str]]:
        """What the sentence's nouns are said to show or to be good for: each appeal with its kind."""
        lists, shows = self._lists, self._places(self._lists.shows)
        first: int | None = None
        for hits, kind in ((lists.works, ""), (lists.evidence, ""), (lists.rules, "rule"), (lists.one_work, "story")):
            verbs = {**shows, **self._places(lists.tells)} if kind == "story" else shows
            for one in self._nouns(hits):
                place = self._work(one, kind, verbs, mass=hits is lists.evidence)
                if place is not None:
                    first = one.last if first is None else min(first, one.last)
                    yield place, "" if self._words[one.first].word in _OTHER else kind
        if first is not None:
            yield from self._others(first, shows)
        says = self._places(lists.says)
        yield from ((place, "") for place in self._people(lists.experts, says))
        yield from ((place, "story") for place in self._people(lists.scientists, {**says, **shows}))

    def _work(self, one: Noun, kind: str, verbs: dict[int, int], mass: bool) -> Hit | None:
        """A work, or what works amount to (`mass`), that says something or on which something rests."""
        if not self._anyone(one, mass, kind == "story"):
            return None
        sought = one.first > 0 and self._words[one.first - 1].word == "for"  # "a search for trials found none"
        to = None if sought else _appeals.says(self._words, one.last, verbs)
        if to is not None:
            cautions = kind == "rule" and to + 1 < len(self._words) and self._words[to + 1].word in _CAUTIONS
            return None if cautions else self._hit(one.first, to)
        first = self._leads(one)
        return None if first is None else self._hit(first, one.last)

    def _people(self, hits: _Places, verbs: dict[int, int]) -> Iterator[Hit]:
        """People who hold something, or according to whom something is so."""
        for one in self._nouns(hits):
            whole = one.modifiers & _MOST or self._words[one.last].word in _WHOLE
            if one.kind in ("bare", "open") or (one.kind == "definite" and whole):
                to = _appeals.says(self._words, one.last, verbs, people=True)
                if to is not None:
                    yield self._hit(one.first, to)
                elif (first := _appeals.based(self._words, one)) is not None:
                    yield self._hit(first, one.last)

    def _others(self, after: int, shows: dict[int, int]) -> Iterator[tuple[Hit, str]]:
        """Further works that the sentence sets against one before: "another found", "others show"."""
        for index, to in shows.items():
            if index > after + 1 and self._words[index - 1].word in _OTHERS:
                yield self._hit(index - 1, to), ""

    def _anyone(self, one: Noun, mass: bool, single: bool) -> bool:
        """Whether no particular work is meant."""
        if single:
            return one.kind == "open" or bool(one.kind == "definite" and one.modifiers & {"latest", "newest"})
        if one.kind == "definite":
            return bool(one.modifiers & _LATEST) or (mass and not self._told_before())
        return one.kind in ("bare", "open")

    def _told_before(self) -> bool:
        """Whether a sentence before names research that "the research" may point back to."""
        here = self._article.sentences[self._index].block
        lists = self._lists
        return any(
            index in hits
            for index in range(max(0, self._index - _BEFORE), self._index)
            if self._article.sentences[index].block == here
            for hits in (lists.works, lists.one_work, lists.evidence)
        )

    def _leads(self, one: Noun) -> int | None:
        """The first token of the words that make a work the ground of what is said."""
        first = _appeals.based(self._words, one)
        if first is not None or one.kind == "definite":
            return first
        done = {last: begin for begin, last in self._places(self._lists.done).items()}
        first = _appeals.tested(self._words, one, done)
        if first is not None:
            return first
        counted = self._last_figure is not None and self._last_figure >= self._words[one.last].to
        opens = _appeals.opens(self._words, one, counted)
        return one.first - 1 if opens or self._closes(one) or self._among_many(one) else None

    def _closes(self, one: Noun) -> bool:
        """Whether it closes what was counted: "eased pain in 62% of adults in a trial"."""
        placed = one.first > 0 and self._words[one.first - 1].word in ("in", "during", "across")
        return placed and self._first_figure is not None and self._first_figure <= self._words[one.first].at

    def _among_many(self, one: Noun) -> bool:
        """Whether it is "in many studies", of something that is not still going on."""
        if one.first == 0 or not one.modifiers & _MANY or self._words[one.first - 1].word not in ("in", "across"):
            return False
        return not any(word.word in _GOES_ON for word in self._words[max(0, one.first - 6) : one.first])

    def _nouns(self, hits: _Places) -> Iterator[Noun]:
        for head, last in self._places(hits).items():
            yield noun(self._words, head, last)

    def _places(self, hits: _Places) -> dict[int, int]:
        """First → last token of each place of a list in the sentence; parts of longer words are none."""
        starts, ends = self._starts, self._ends
        places = hits.get(self._index, ())
        return {starts[hit.at]: ends[hit.to] for hit in places if hit.at in starts and hit.to in ends}

    def _hit(self, first: int, last: int) -> Hit:
        return Hit(self._index, self._words[first].at, self._words[last].to)
