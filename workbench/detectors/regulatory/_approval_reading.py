"""From an approval word to an assertion: which product is said to be approved, for which uses, and with what doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from workbench.detectors.regulatory._approval_cue import Cue, cue_at
from workbench.detectors.regulatory._approval_grammar import (
    ADVERBS,
    ARTICLES,
    BE,
    BECOMING,
    BOUNDARIES,
    DENIAL,
    DOUBTS,
    LIMITS,
    MAKES,
    PAST,
    PREDICATES,
    RANKS,
    STANDING,
)
from workbench.detectors.regulatory._approval_names import Name, Text, Word
from workbench.detectors.regulatory._approval_subject import Subject, coordinated, predicate, skip, subject
from workbench.detectors.regulatory._approval_uses import closing, governed, named_after, phrase


class Doubt(NamedTuple):
    """A word that takes the assertion back, and whether it denies it."""

    denies: bool
    word: Word


class Reading(NamedTuple):
    """An assertion of approval.

    `named` says that a use is named, known or not; `opens` that the uses follow as a list; `past` that the approval is
    told as something that happened; `limited` that only some products of the name are meant ("the only …").
    """

    cue: Cue
    who: Subject
    uses: tuple[Name, ...]
    named: bool
    opens: bool
    past: bool
    limited: bool
    doubt: Doubt | None


def read(text: Text, index: int, alone: bool, unrelated: Callable[[str], bool]) -> Reading | None:
    """What the approval word at `index` asserts; None where it asserts no approval of a product.

    Args:
        text: the sentence.
        index: the approval word.
        alone: the word asserts approval without a regulator ("licensed for …").
        unrelated: tells whether a word names a thing whose approval is another matter (a trial, a label).
    """
    cue = cue_at(text, index)
    if cue is None:
        return None
    left = skip(text, cue.first - 1, ADVERBS | DENIAL)
    verb = text.word(left) in BE and not cue.active
    if not cue.explicit and not (alone and (verb or _may_stand(text, left))):
        return None
    named = None if verb or cue.gained else phrase(text, cue, unrelated)
    if named is None and not (verb or cue.gained):
        return None
    products, after, lists = named or ((), cue.after, False)
    uses, led, end = governed(text, after, inside=not (verb or cue.gained or cue.active or products))
    who = _who(text, cue, left, lists) if not products or _says_what(text, cue, left) else Subject()
    who = who or Subject(products) or Subject(named_after(text, end))
    if not who:
        return None
    past = text.word(left) in PAST or (cue.active and text.word(cue.after - 1).endswith("ed")) or cue.gained
    return Reading(
        cue=cue,
        who=who,
        uses=uses or who.uses,
        named=led or bool(who.uses),
        opens=not uses and (text.words[-1].text == ":" or lists),
        past=past,
        limited=(who.products == products or not (uses or who.uses)) and _limited(text, cue, who),
        doubt=_doubt(text, cue, who, end),
    )


def _says_what(text: Text, cue: Cue, left: int) -> bool:
    """The phrase says what a product named before is: "X is the approved Y", "X, the only approved Y"."""
    before = skip(text, left, ADVERBS | DENIAL | ARTICLES | RANKS)
    limited = any(text.word(at) in LIMITS for at in range(before, cue.first))
    return not cue.active and before < left and (text.word(before) in BE or (text.word(before) in STANDING and limited))


def _limited(text: Text, cue: Cue, who: Subject) -> bool:
    first = min(cue.first, who.products[0].first) if who.products else cue.first
    return any(text.word(at) in LIMITS for at in range(first - 3, first))


def _may_stand(text: Text, left: int) -> bool:
    """Without a regulator, "approved" needs an article, a colon or a sentence start before it."""
    return left < 0 or text.word(left) in ARTICLES or text.word(left) in RANKS or text.word(left) in STANDING


def _who(text: Text, cue: Cue, left: int, lists: bool) -> Subject:
    """The subject, from what stands left of the approval words."""
    if cue.active:
        return Subject(pronoun=text.word(cue.after) in ("it", "this", "them"))
    if cue.gained:
        return subject(text, skip(text, cue.first - 1, BE))
    before = skip(text, cue.first - 1, ADVERBS | DENIAL | ARTICLES | RANKS)
    word, direct = text.word(before), before == left
    if word in BE:
        return Subject(pronoun=True) if word.endswith("'s") else subject(text, before - 1)
    owner = text.products.ending(before + 1)
    if owner and (direct or lists or text.word(owner.first - 1) in MAKES):
        return Subject(coordinated(text, owner))
    if lists and (text.word(cue.first - 1) in ("its", "their") or cue.first == 0):
        return Subject(pronoun=True)
    if word in STANDING and (not direct or text.word(cue.after) in PREDICATES):
        return subject(text, before - 1)
    return predicate(text, before)


def _doubt(text: Text, cue: Cue, who: Subject, end: int) -> Doubt | None:
    """The first word in the clause that denies the approval or leaves it open."""
    for at in _clause(text, cue, who, end):
        word = text.word(at)
        if word in DENIAL:
            return Doubt(True, text.words[at])
        to_come = word == "to" and text.word(at + 1) in BECOMING and at < cue.first
        if word in DOUBTS or (to_come and not any(text.word(near) in RANKS for near in range(at - 5, at))):
            return Doubt(False, text.words[at])
    return None


def _clause(text: Text, cue: Cue, who: Subject, end: int) -> Iterator[int]:
    """The words of the clause up to the approval words, asides left out, and those that lead to a later subject."""
    first = min(cue.first, who.products[0].first) if who.products else cue.first
    start = first
    while start > 0 and text.word(start) not in BOUNDARIES and text.word(start - 1) != "," and first - start < 7:
        start -= 1
    at = start
    while at < cue.after:
        if text.word(at) == "(":
            at = closing(text, at)
        elif text.word(at) == "," and at >= first:
            at = next((other for other in range(at + 1, cue.first) if text.word(other) == ","), at)
        else:
            yield at
        at += 1
    if who.products and who.products[0].first >= end:
        yield from range(end, who.products[0].first)
