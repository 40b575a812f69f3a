"""Pieces told apart from their strength: “325 mg: two tablets every four hours”, “at most 12 capsules a day”."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.doses.amounts import Amount
from workbench.doses.pieces import Pieces
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_MASSES = ("mg", "mcg", "g")
# Between a strength and the pieces that are taken of it: “500 mg tablets: adults may take | two tablets”.
_BETWEEN = (
    r"^\)?(?: (?:strength|[a-z-]{0,12} ?(?:tablets?|caplets?|capsules?|pills?|softgels?|gelcaps?)))?(?::|,|;|\)?,? -)"
    r"(?: (?:adults?|grown-ups?|people|you|and|may|can|should|could|take|takes|taking|swallow|use|have|usually|up to"
    r"|the"
    r"|usual|dose|is|a dose of|just|only|give|women|men))* ?$"
)
_RHYTHM = (
    r"^,? (?:(?:up to|about|at most|as often as) )?(?:once|twice|thrice|every|each|daily|nightly|weekly|an?|per|in"
    r"|within"
    r"|at|before|after|with|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve) times)\b"
)
_MOST = (
    r"\b(?:up to|at most|no more than|not more than|more than|maximum of|max|maximum|exceed|limit of|limit"
    r" is)(?: the)? $"
)
_WINDOW = r"^ ?(?:a|per|each|every|in|within|over|during) (?:an?y? |one |the )?(?:24|day|single day|twenty-four)\b"


def with_strength(sentence: Sentence, found: list[Amount]) -> list[Amount]:
    """The amounts of a sentence, those of pieces with the one strength that it tells for them."""
    strengths = [amount for amount in found if amount.unit in _MASSES and not amount.by and amount.second is None]
    if not strengths or len(strengths) == len(found) or any(not amount.unit for amount in found):
        return found
    made = list[Amount]()
    for amount in found:
        last = made[-1] if made else None
        if amount.unit in _MASSES or not amount.unit.islower() or last is None or last.unit not in _MASSES:
            made.append(amount)
        elif last.held.count is None and _told_behind(sentence, last, amount):
            held = Pieces((amount.low, amount.high))
            bound, per = amount.bound or last.bound, amount.per or last.per
            made[-1] = replace(last, to=amount.to, held=held, bound=bound, per=per)
        elif _one(strengths) and (last.held.strength or last.held.count is not None) and _most(sentence, amount):
            held = Pieces((amount.low, amount.high))
            made.append(replace(amount, low=last.low, high=last.high, unit=last.unit, held=held))
        else:
            made.append(amount)
    return made


def _one(strengths: list[Amount]) -> bool:
    """Whether a sentence tells one strength only."""
    return len({(strength.low, strength.high, strength.unit) for strength in strengths}) == 1


def _told_behind(sentence: Sentence, strength: Amount, pieces: Amount) -> bool:
    """Whether pieces stand right behind their strength, with a rhythm."""
    gap, rest = sentence.shadow[strength.to : pieces.at], after(sentence.shadow, pieces.to, 32)
    return exact(_BETWEEN).match(gap) is not None and exact(_RHYTHM).match(rest) is not None


def _most(sentence: Sentence, pieces: Amount) -> bool:
    """Whether a number of pieces is the most of a day."""
    left, rest = before(sentence.shadow, pieces.at, 24), after(sentence.shadow, pieces.to, 32)
    return exact(_MOST).search(left) is not None and (bool(pieces.per) or exact(_WINDOW).match(rest) is not None)
