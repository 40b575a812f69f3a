"""The words without which a pattern cannot match: what lets a scan skip nearly all patterns of nearly all sentences.

Reads the RE2 syntax that checks use. What it does not know it takes for "anything", which costs time and never a match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

NUMBER = "\3"  # the anchor that stands for any digit
START, END = "\1", "\2"  # in an anchor: there its word begins or ends
_SIGN = r"[^\w\s\0.,'-]"  # a sign that is a token of its own and not a common one
_EDGE = "\0"  # in a text: a place where a word begins or ends
_BREAK = re.compile(r"[ -]+")
_LETTERS = 2  # an anchor's shortest length
_CHOICES = 64  # alternatives that are followed one by one
_WANTED = 2  # anchors that all have to be there
_REPEAT = re.compile(r"(?:[*+?]|\{(\d+)(,?)(\d*)\})\??")
_FLAGS = re.compile(r"\?(?:P?<\w+>|[ims]*(?:-[ims]+)?:)")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "a about after all also an and any are as at be been being but by can could do does for from get had has have"
        " he how if in into is it its may more most much no not of on one only or other our out over she should so some"
        " than that the their them then there these they this those to up use very was we were what when which who will"
        " with would you your people patient patients treatment health",
    )
)
_OFTEN, _RARELY = 40.0, 0.6  # how often a common word and a long one stand in a sentence, against each other

Anchors = frozenset[str]
Needs = tuple[Anchors, ...]  # the best first; of each set one word has to be there


class _Form(NamedTuple):
    """What is known of a part of a pattern: all texts it can match (None = too many), and the words it needs."""

    texts: frozenset[str] | None
    needs: Needs = ()


_ANY = _Form(None)
_DIGITS = ("0-9", "1-9")
_ESCAPES = {
    "b": _Form(frozenset({_EDGE})),
    "B": _Form(frozenset({""})),
    "d": _Form(None, (frozenset({NUMBER}),)),
    "s": _Form(frozenset({" "})),
    "W": _Form(frozenset({" "})),  # any sign breaks a word as a space does
}


@lru_cache(4096)  # of some 1,600: content is loaded anew in one process whenever a newsroom's check changed
def anchors(pattern: str) -> Needs:
    """Up to two sets of lower-case letter runs: of each, one stands inside a word of every match.

    A run with `START` before it begins its word, one with `END` behind it ends it; `NUMBER` stands for any digit, and a
    sign for itself.
    """
    reading = _Reading(pattern)
    form = reading.choice()
    return () if reading.at < len(pattern) else _all_needs(form)


def calls(word: str, longest: int) -> Iterator[str]:
    """The anchors, of at most so many letters, that a lower-case word holds."""
    if not word[:1].isalnum():
        yield word
    if any(map(str.isdigit, word)):
        yield NUMBER
    for start in range(len(word)):
        for end in range(start + 1, min(len(word), start + longest) + 1):
            run = word[start:end]
            yield run
            if start == 0:
                yield START + run
            if end == len(word):
                yield run + END
                if start == 0:
                    yield START + run + END


class _Reading:
    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def choice(self) -> _Form:
        """Alternatives up to a closing parenthesis or the end."""
        forms = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            forms.append(self._sequence())
        return forms[0] if len(forms) == 1 else _either(forms)

    def _next(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _sequence(self) -> _Form:
        whole, needs = True, list[Anchors]()
        texts = frozenset({""})  # what has been read since the last part that could be too many texts
        while self._next() not in ("", "|", ")"):
            part = self._repeated(self._atom())
            if part.texts is not None and all(map(_BREAK.fullmatch, part.texts)):  # the next word has needs of its own
                whole = False
                needs += _needs(_joined(texts, frozenset(" ")) or texts)
                texts = frozenset(" ")
                continue
            joined = None if part.texts is None else _joined(texts, part.texts)
            if joined is not None:
                texts = joined
                continue
            whole = False
            needs += (*_needs(texts), *part.needs)
            texts = frozenset({""}) if part.texts is None else part.texts
        return _Form(texts, ()) if whole else _Form(None, _best((*needs, *_needs(texts))))

    def _atom(self) -> _Form:
        char = self._next()
        self.at += 1
        if char == "(":
            if flags := _FLAGS.match(self.pattern, self.at):
                self.at = flags.end()
            form = self.choice()
            self.at += 1
            return form
        if char == "[":
            return self._class()
        if char == "\\":
            escaped = self._next()
            self.at += 1
            return _ESCAPES.get(escaped, _ANY if escaped.isalnum() else _Form(frozenset({escaped})))
        if char in "^$":
            return _ESCAPES["b"]
        return _ANY if char == "." else _Form(frozenset({char.lower()}))

    def _class(self) -> _Form:
        start = self.at
        self.at += 1 if self._next() != "^" else 2  # a bracket that stands first is itself
        while self._next() not in ("", "]"):
            self.at += 2 if self._next() == "\\" else 1
        inside = self.pattern[start : self.at]
        self.at += 1
        if inside in _DIGITS:
            return _ESCAPES["d"]
        if inside.startswith("^") or "\\" in inside or re.search(r".-.", inside):
            return _ANY
        return _Form(frozenset(inside.lower()))

    def _repeated(self, form: _Form) -> _Form:
        repeat = _REPEAT.match(self.pattern, self.at)
        if not repeat:
            return form
        self.at = repeat.end()
        none, breaks = repeat[0][0] in "?*" or repeat[1] == "0", form.texts == frozenset(" ")
        if repeat[0].startswith("?") or breaks:  # many signs break a word as one does
            return _ANY if form.texts is None else _Form(form.texts | ({""} if none else set()))
        return _ANY if none else _Form(None, _all_needs(form))


def _joined(one: frozenset[str], other: frozenset[str]) -> frozenset[str] | None:
    if len(one) * len(other) > _CHOICES:
        return None
    return frozenset(first + second for first in one for second in other)


def _either(forms: list[_Form]) -> _Form:
    if all(form.texts is not None for form in forms):
        texts = frozenset().union(*(form.texts for form in forms if form.texts is not None))
        if len(texts) <= _CHOICES:
            return _Form(texts)
    each = [_all_needs(form) for form in forms]
    ranks = range(min(map(len, each)))
    return _Form(None, tuple(frozenset().union(*(needs[rank] for needs in each)) for rank in ranks))


def _all_needs(form: _Form) -> Needs:
    return form.needs if form.texts is None else _needs(form.texts)


def _needs(texts: frozenset[str]) -> Needs:
    """The best runs of letters of each text, as far as every text has them, else the sign for its digits."""
    each = [sorted(set(_runs(text)), key=lambda run: (_frequency(run), run))[:_WANTED] for text in texts]
    return tuple(frozenset(runs[rank] for runs in each) for rank in range(min(map(len, each))))


def _runs(text: str) -> Iterator[str]:
    """The letter runs of a text, marked where they begin or end a word: at a sign, not where the text itself ends."""
    for match in re.finditer("[a-z]+", text):
        before, behind = text[: match.start()][-1:], text[match.end() :][:1]
        begins, ends = START * _breaks(before), END * _breaks(behind)
        if len(match[0]) >= _LETTERS or (begins and ends):
            yield f"{begins}{match[0]}{ends}"
    if re.search("[0-9]", text):
        yield NUMBER
    yield from re.findall(_SIGN, text)


def _breaks(char: str) -> bool:
    return bool(char) and not (char.isalnum() or char == "_")


def _frequency(anchor: str) -> float:
    """How often sentences hold it, very roughly: short runs often, and more often where they may stand inside words."""
    run = anchor.strip(START + END)
    if run in _COMMON:
        return _OFTEN
    if not run.isalpha():
        return _OFTEN / 2 if anchor == NUMBER else _OFTEN / 10
    return max(_RARELY, _OFTEN / float(2 ** (len(run) + anchor.count(START) + anchor.count(END))))


def _best(sets: Iterable[Anchors]) -> Needs:
    """The anchors that fewest sentences hold."""
    distinct = dict.fromkeys(sets)
    return tuple(sorted(distinct, key=lambda words: (sum(map(_frequency, words)), sorted(words)))[:_WANTED])
