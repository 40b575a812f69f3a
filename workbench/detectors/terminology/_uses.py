"""How a sentence says what a drug is for or what it is."""

from __future__ import annotations

from msgspec import Struct

from workbench.detectors.terminology._joined import Joins, Span
from workbench.detectors.terminology._neighbours import Phrases, Words
from workbench.facts import SEPARATOR, Row

_MARKS = "$("
_COMMA, _WITH = ",", "with"
_FAR = 9  # words between a use and a drug that is given for it
_APART = 2  # words between "for" and the use


class Pair(Struct, frozen=True):
    """A row with its cells ready to be looked for."""

    row: Row
    uses: Phrases
    classes: Phrases
    forms: Phrases
    own: Phrases

    @property
    def gloss(self) -> str:
        """A use of the other drug, in words for the message."""
        return (self.row["uses"] or self.row["classes"]).split(SEPARATOR)[0]


class Grammar(Struct, frozen=True):
    """How a sentence says what a drug is for; see the parameters of `detect`."""

    joins: Phrases
    aims: Phrases
    gives: Phrases
    between: frozenset[str]
    about: Phrases
    kinds: Joins

    def swapped(self, words: Words, drug: Span, pair: Pair) -> bool:
        """Whether the drug at a place is said to be for a use of the other, or to be what only the other is."""
        first, end = drug
        if (
            pair.forms.stand(words, end)
            or self._used(words, end, pair.uses)
            or self._called(words, first, pair.classes)
        ):
            return True
        for place in range(len(words.words)):
            length = pair.classes.length(words, place)
            if length and self.kinds.join(words, drug, (place, place + length)):
                return True
        return self._given(words, first, pair.uses)

    def _used(self, words: Words, place: int, uses: Phrases) -> bool:
        """Whether "for <use>" follows the drug, its dose and the verb, without a mark between."""
        while words.at(place) in self.between or words.at(place)[0].isdigit():
            place += 1
        length = self.joins.length(words, place)
        for goal in range(place + length, place + length + 1 + _APART) if length else ():
            if words.at(goal) in _MARKS:
                return False
            if uses.stand(words, goal):
                return True
        return False

    def _given(self, words: Words, first: int, uses: Phrases) -> bool:
        """Whether "for <use> … gave <drug>" or "<use> … controlled with <drug>" leads up to the drug."""
        given = False
        for place in range(first - 1, max(-1, first - 1 - _FAR), -1):
            word = words.words[place]
            if word in self.kinds.never or (words.at(place) in _MARKS and word != _COMMA):
                return False
            if given and uses.stand(words, place):
                near = words.words[max(place, first - _APART) : first]
                return self.aims.within(words, range(place, place - _APART - 2, -1)) or _WITH in near
            given = given or self.gives.stand(words, place)
        return False

    def _called(self, words: Words, first: int, classes: Phrases) -> bool:
        """Whether "<class> … <drug>" stands before it, with a word like "medicine" between or without."""
        for far in (1, 2, 3):
            place = first - far
            if place >= 0 and classes.length(words, place) in range(1, far + 1):
                return all(self.about.stand(words, at) for at in range(place + classes.length(words, place), first))
        return False
