"""Where the comparison is unsure: another arm or group of the same trial, or what was left out stands close by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.library import counting
from workbench.library.reading import Reading
from workbench.library.words import Token, tokens
from workbench.shadow import shadow

if TYPE_CHECKING:
    from workbench.library.differing import Difference

_SLOTS = frozenset(("number", "unit", "negation", "direction", "population", "name", "medicine", "condition"))
_CASES = frozenset(
    ["before", "prior", "if", "unless", "until", "without", "once", "except"]
)  # open a case of their own
_TURNABLE = _CASES - {"without"}  # which may be the very denial
_LATER = frozenset(["after", "until", "once", "unless", "before"])  # say when something forbidden is allowed
_CONTRASTS = frozenset(["unlike", "despite", "although", "though", "while"])  # begin no case
_FEW = 3  # words below which a claim is known by its numbers
_MANY = 4  # words of a claim to each that an article may add beside a changed number


def another_case(approved: Reading, used: Reading, found: Sequence[Difference]) -> bool:
    """Whether so much was replaced that the sentence tells of another arm, dose or group rather than the same.

    Args:
        approved, used: what was compared.
        found: how they differ.
    """
    amounts = counting.told(approved, used)
    if amounts.lost and (amounts.new or len(approved.frame) < _FEW):
        return True
    replaced = {(d.what, d.library if d.what in ("number", "unit") else "") for d in found if _replaced(d)}
    if len(replaced) != 1:
        return len(replaced) > 1
    what = next(iter(replaced))[0]
    if what in ("population", "condition", "medicine"):
        return bool(amounts.lost)
    if amounts.new or (lost(approved, used) and added(approved, used)):
        return True
    if what == "negation":
        return _another_denied(approved, used)
    if what in ("number", "unit") and any(d.what not in (what, "hedge") for d in found):
        return True
    other_time = used.times - approved.times and (approved.times or amounts.lost)
    more = added(approved, used) > max(1, len(approved.frame) // _MANY)
    return bool(other_time) or more or _narrowed(approved, used, _TURNABLE - _LATER if what == "direction" else _CASES)


def _another_denied(approved: Reading, used: Reading) -> bool:
    """Whether what one denies and the other asserts may both be true: of others, of some, at another time."""
    weaker = int(min(used.degrees, default="0")) > int(min(approved.degrees, default="0")) + 1
    more = (used.conditions.keys() | used.drugs.keys()) - approved.conditions.keys() - approved.drugs.keys()
    if more or added(approved, used) > 1 or (approved.denials and (weaker or _opens(approved, used) & _LATER)):
        return True
    return not approved.denials and _narrowed(approved, used, _TURNABLE)


def kept_around(difference: Difference, around: Sequence[Token]) -> bool:
    """Whether what a sentence left out stands elsewhere in its paragraph.

    Args:
        difference: one of the sentence.
        around: the words of the paragraph.
    """
    if difference.what not in ("restriction", "population") or difference.article:
        return False
    there = {token.stem for token in around}
    words = [token for token in tokens(difference.library, shadow(difference.library)) if token.telling]
    return bool(words) and all(token.stem in there for token in words)


def added(approved: Reading, used: Reading) -> int:
    """How many words the sentence has of its own, those of an added statement or a clause in front not counted."""
    mine = {sign for sign, _ in approved.frame}
    return sum(sign not in mine and at not in used.aside | used.fronted for sign, at in used.frame)


def lost(approved: Reading, used: Reading) -> int:
    """How many words of the claim the sentence does not have."""
    its = {sign for sign, _ in used.frame}
    return sum(sign not in its for sign, _ in approved.frame)


def _narrowed(approved: Reading, used: Reading, cases: frozenset[str]) -> bool:
    """Whether the sentence says for whom or when, where the claim does not."""
    mine = {sign for sign, _ in approved.frame} | {token.stem for token in approved.tokens}
    if not approved.people.keys() >= used.people.keys() or (used.ordinals and not approved.ordinals):
        return True
    if any(name not in mine for name in used.names - {"@"}) or _opens(approved, used) & cases:
        return True
    front = used.fronted if used.tokens and used.tokens[0].word not in _CONTRASTS else frozenset()
    inside = {at for first, last in used.spans for at in range(first, last)} - used.aside | front
    plain = ((used.tokens[at].stem if sign[0] == "±" and at in front else sign, at) for sign, at in used.frame)
    return any(sign not in mine for sign, at in plain if at in inside)


def _opens(approved: Reading, used: Reading) -> set[str]:
    """By which words of its own the sentence opens a restriction."""
    opening = {used.tokens[first].word for first, _ in used.spans if first not in used.aside}
    return opening - {token.word for token in approved.tokens}


def _replaced(difference: Difference) -> bool:
    return difference.grave and difference.what in _SLOTS and bool(difference.article and difference.library)
