"""Two places of a sentence that are said to be one thing: "a slow heart, called tachycardia"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from workbench.detectors.terminology._neighbours import Groups, Phrases, Words

_PARTS = " & "  # between phrases that may stand in any order, a few words apart
_WINDOW = 6
_STOPS = frozenset(".;!?")
_MARKS = "$("
Span = tuple[int, int]


class Joins(Struct, frozen=True):
    """What may stand between: any number of `links`, one `strong` phrase at least, few other words, none of `never`."""

    links: frozenset[str]
    strong: Phrases
    never: frozenset[str]
    strange: int = 1

    def join(self, words: Words, one: Span, other: Span) -> bool:
        """Whether nothing but joining words stands between two places."""
        first, end = (one[1], other[0]) if one[0] < other[0] else (other[1], one[0])
        strange = 0
        for word in words.words[first:end]:
            if word in self.never or word in _STOPS:
                return False
            strange += word not in self.links and word[0].isalpha()
        return strange <= self.strange and self.strong.within(words, range(first, end + 1))


class Senses:
    """Ways to say what a term means: alternatives parted by "|", each one phrase or several with "&" between."""

    def __init__(self, cell: str, groups: Groups) -> None:
        ways = [[Phrases(part, groups) for part in way.split(_PARTS)] for way in cell.split("|") if way.strip()]
        self._alone = Phrases("|".join(way for way in cell.split("|") if _PARTS not in way), groups)
        self._pairs = [(parts[0], parts[1]) for parts in ways if len(parts) > 1]

    def spans(self, words: Words) -> Iterator[Span]:
        """The words `[first, end)` of each place where it is said, in no order."""
        for place in range(len(words.words)):
            length = self._alone.length(words, place)
            if length:
                yield place, place + length
            for one, other in self._pairs:
                length = one.length(words, place)
                if length:
                    yield from _beside(words, (place, place + length), other)


def _beside(words: Words, span: Span, other: Phrases) -> Iterator[Span]:
    """The spans that reach to another phrase a few words before or behind, with no mark between."""
    for step, start in ((1, span[1]), (-1, span[0] - 1)):
        for place in range(start, start + step * _WINDOW, step):
            if words.at(place) in _MARKS or words.at(place) == "^":
                break
            length = other.length(words, place)
            if length:
                yield min(span[0], place), max(span[1], place + length)
