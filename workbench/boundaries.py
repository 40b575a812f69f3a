"""Where sentences begin inside a block: rules decide what is sure, nupunkt the rest.

A place is asked about when a stop, closing quotes and citation marks are followed by a space or a capital letter.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from workbench.abbreviations import DOTTED, LEADING, MONTHS, NAMES, NUMBERED, STARTERS, TITLES, UNITS, WHEN, WORDS
from workbench.patterns import compiled

_MARKS = (
    r"(?:\s?\[[\d,\s-]{1,30}\])+|\[[a-z\s]{1,20}\]|\((?:\d{1,3}[,\s-]{0,2}){1,6}\)|\d{1,3}(?:,\s?\d{1,3}|-\d{1,3})*"
)
_STOP = r"([.?!]+[\"')\]}*_]*)(" + _MARKS + r")?(\s+)(\S)"
_RUN_ON = r"[a-z]{2}[.?!][\"')\]]*(?:\[[\d,-]{1,20}\])?([A-Z])(?:[a-z]+\b|\s)"
_WEB = r"[/@_=&\\]|www\.|\.(?:com|org|net|gov|edu|info)\b"
_OPENERS, _CLOSERS = "\"'([{*_~", ".,;:?!)]}\"'*_"
_NUMERALS = frozenset("vi")  # single letters that end a sentence more often than they begin a name
_LONG_ASIDE, _LONG_WORD = 600, 40


class _Place(NamedTuple):
    """A stop with a space behind it: the words around it in lower case, and how they are written."""

    at: int  # of the stop
    start: int  # of what follows
    stop: str  # with the quotes and brackets that it closes
    mark: str  # citation mark between stop and space
    left: str
    before: str  # the word before `left`
    right: str
    capital: bool  # right begins with a capital letter, or is written like "iPad"
    left_capital: bool
    acronym: bool
    next: str  # the very first character that follows


def starts(text: str, dark: bytes) -> list[int]:
    """Where the second and later sentences of a block begin, in order.

    Args:
        text: what the reader saw of the block.
        dark: its shadow.
    """
    asides = _asides(dark)
    guesses: list[int] | None = None
    found = set(_run_ons(dark))
    for place in _places(dark):
        verdict = next((answer for rule in _RULES if (answer := rule(place)) is not None), None)
        if verdict is None:
            guesses = _guesses(text) if guesses is None else guesses
            verdict = bisect_right(guesses, place.start) > bisect_right(guesses, place.at)
        if verdict:
            found.add(place.start)
    inside = [start for start in found if not _inside(asides, start)]
    return sorted({*inside, *_hard_breaks(text)})


@cache
def _tokenizer() -> Any:
    """nupunkt with its default model; imported here because most articles never need it."""
    import nupunkt

    return nupunkt.load("default")


def _guesses(text: str) -> list[int]:
    return [start for start, _ in _tokenizer().span_tokenize(text)]


def _hard_breaks(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)


def _asides(dark: bytes) -> list[tuple[int, int]]:
    """Outermost brackets that stand inside a sentence; one that opens a sentence holds sentences of its own."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for bracket in compiled(r"[()\[\]]").finditer(dark):
        at = bracket.start()
        if bracket.group() in b"([":
            opened.append(at)
        elif opened:
            start = opened.pop()
            opens_sentence = start == 0 or dark[max(0, start - 2) : start].strip()[-1:] in (b".", b"?", b"!", b":", b"")
            if at - start <= _LONG_ASIDE and not opens_sentence:
                while found and found[-1][0] > start:
                    found.pop()
                found.append((start, at))
    return found


def _inside(asides: list[tuple[int, int]], start: int) -> bool:
    index = bisect_right(asides, (start, 0)) - 1
    return index >= 0 and asides[index][0] < start <= asides[index][1]


def _places(dark: bytes) -> Iterator[_Place]:
    """Every stop with a space behind it, for the rules to judge."""
    at = 0
    pattern = compiled(_STOP)
    while found := pattern.search(dark, at):
        at = found.end(3)
        left_at = _word_start(dark, found.start())
        left = dark[left_at : found.start()].decode("ascii").lstrip(_OPENERS)
        before = dark[_word_start(dark, left_at - 1) : left_at].decode("ascii").strip()
        word = dark[at : _word_end(dark, at)].decode("ascii")
        right = word.lstrip(_OPENERS).rstrip(_CLOSERS)
        stop, mark = found.group(1).decode("ascii"), (found.group(2) or b"").decode("ascii")
        capitals = any(char.isupper() for char in right[:2]), left[:1].isupper(), left.isupper() and len(left) > 2
        yield _Place(found.start(), at, stop, mark, left.lower(), before, right.lower(), *capitals, word[:1])


def _word_start(dark: bytes, end: int) -> int:
    """Where the word before `end` begins, looking back no further than a long word."""
    low = max(0, end - _LONG_WORD)
    return max(dark.rfind(b" ", low, max(0, end)) + 1, low)


def _word_end(dark: bytes, start: int) -> int:
    found = dark.find(b" ", start, start + _LONG_WORD)
    return found if found >= 0 else min(len(dark), start + _LONG_WORD)


def _run_ons(dark: bytes) -> Iterator[int]:
    """Sentence ends with the space forgotten ("better.The next"), leaving addresses and file names alone."""
    for found in compiled(_RUN_ON, any_case=False).finditer(dark):
        low = _word_start(dark, found.start())
        word = dark[low : _word_end(dark, found.end(1))].lower()
        left = dark[low : found.start() + 2].decode("ascii").lstrip(_OPENERS).lower()
        abbreviated = left in TITLES or left in LEADING or left in NUMBERED
        if not abbreviated and not compiled(_WEB).search(word):
            yield found.start(1)


def _by_follower(place: _Place) -> bool | None:
    """A mark that goes on, a question or cry, an ellipsis: what follows decides."""
    if place.next in ".,;:!?)]%*+=<>/":
        return False
    if "?" in place.stop or "!" in place.stop:
        closes = place.stop[-1] in "\"')]}"
        return not (closes and place.right[:1].isalpha() and not place.capital)
    if place.stop.count(".") > 1:
        return place.capital or place.next.isdigit()
    if place.stop[-1] != "." and place.right[:1].isalpha() and not place.capital:
        return False
    return None


def _by_mark(place: _Place) -> bool | None:
    """A bare number behind the stop is a citation where a word stands before and a sentence after it."""
    if not place.mark or not place.mark[0].isdigit():
        return None
    known = place.left in NUMBERED or place.left in LEADING or place.left in TITLES
    return place.capital and not known and (place.left[-1:].isalpha() or place.stop[-1] != ".")


def _by_enumerator(place: _Place) -> bool | None:
    """ "1." or "b." at the start of a sentence counts; it is no sentence."""
    counter = place.left.strip("()")
    if not place.before or place.before[-1] in ".;?!":
        return False if len(counter) == 1 or (counter.isdigit() and len(counter) == 2) else None
    return False if place.before[-1] == ":" and counter in ("1", "a") else None


def _by_initial(place: _Place) -> bool | None:
    """A single letter: a person's initial, a species, or the end of a sentence."""
    if len(place.left) != 1 or not place.left.isalpha():
        return None
    if not place.capital:
        return False if not place.next.isdigit() or not place.left_capital else None
    if place.right in STARTERS or place.left in _NUMERALS:
        return len(place.right) > 1 or place.right in "ai"
    return False if place.before[:1].isupper() or len(place.right) <= 2 else None


def _by_abbreviation(place: _Place) -> bool | None:
    """Titles, references, names and Latin: each kind has its own way with what follows."""
    left, starter = place.left, place.capital and place.right in STARTERS
    if left in LEADING or (left in TITLES and place.left_capital):
        return left == "al" and starter
    if left in DOTTED:
        opens = not place.before or place.before[-1] in ".:?!"
        return place.capital and not opens and place.right not in WHEN
    if left in NAMES and (place.left_capital or "." in left):
        return starter
    if left in NUMBERED:
        if any(char.isdigit() for char in place.right[:3]) or (len(place.right) == 1 and place.right != "a"):
            return False
        opens = not place.before or place.before[-1] in ".:?!"
        if place.capital:  # “No.” that answers a question is no number
            return starter or not place.left_capital or left in MONTHS or (opens and left in WORDS)
        return None if left in WORDS else False
    return None


def _by_unit(place: _Place) -> bool | None:
    """Behind a number a unit's stop ends the sentence before a capital letter only."""
    unit = place.left.lstrip("0123456789.,/")
    if unit not in UNITS:
        return None
    if unit != place.left or place.before[-1:].isdigit():
        return place.capital
    return False if not place.capital and unit not in WORDS else None


def _by_word(place: _Place) -> bool | None:
    """An ordinary word before a capital letter or number ends its sentence; short names and small letters are open."""
    short_name = place.left_capital and not place.acronym and len(place.left) <= 5 and place.left.isalpha()
    open_question = short_name and place.right not in STARTERS
    dotted = "." in place.left and len(place.left) <= 8
    if not place.left or open_question or dotted:
        return None
    return True if place.capital or place.next.isdigit() else None


_RULES: tuple[Callable[[_Place], bool | None], ...] = (
    _by_follower,
    _by_mark,
    _by_enumerator,
    _by_initial,
    _by_abbreviation,
    _by_unit,
    _by_word,
)
