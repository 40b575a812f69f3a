"""Approval as a noun: "gained FDA approval", "the FDA gave X the green light", "X's approval"."""

from __future__ import annotations

from workbench.detectors.regulatory._approval_grammar import (
    ADVERBS,
    AGENTS,
    ARTICLES,
    GAINS,
    GRANTS,
    HAVE,
    ON_LABEL,
    OPEN,
    PAST,
    RANKS,
    SINCE,
    TITLES,
    TOLD,
)
from workbench.detectors.regulatory._approval_names import Name, Text
from workbench.detectors.regulatory._approval_regulator import Cue, place_of, regulator_after, regulator_before
from workbench.detectors.regulatory._approval_subject import skip

_REACH = 12  # words from a product to the verb of its approval


def noun_at(text: Text, index: int, size: int = 1) -> Cue | None:
    """The cue of a noun of approval of this many words; None where the approval is only spoken of."""
    regulator = regulator_before(text, index)
    first, after = (regulator.first if regulator else index), index + size
    if regulator is None and text.word(after) in AGENTS:
        regulator = regulator_after(text, after + 1)
        after = regulator.after if regulator else after
    verb = skip(text, first - 1, ARTICLES | RANKS | ADVERBS | ON_LABEL)
    granted = _granted(text, verb, after)
    if granted:
        return granted
    if regulator:
        told = _told(text, regulator, verb, after)
        if told:
            return told
    titled = (text.word(index) in TITLES or size > 1) and text.word(after) in ("for", "to", "in")
    owner = text.products.ending(index) if titled and regulator is None else None
    if owner and text.word(index - 1).endswith("'s") and not _is_open(text):  # "X's approval for A"
        return Cue(index, after, "", False, False, True, owner)
    if text.word(verb) not in GAINS | GRANTS | HAVE or not (regulator or titled):
        return None
    first = skip(text, verb, HAVE | ADVERBS | GAINS | GRANTS) + 1
    return Cue(first, after, place_of(regulator) if regulator else "", regulator is not None, False, True)


def _granted(text: Text, verb: int, after: int) -> Cue | None:
    """ "The FDA gave its approval to X", "the FDA gave X the green light"."""
    recipient = text.products.ending(verb + 1)
    verb = recipient.first - 1 if recipient else verb
    if text.word(verb) not in GRANTS:
        return None
    giver = regulator_before(text, skip(text, verb - 1, ADVERBS | HAVE) + 1)
    return Cue(giver.first, after, place_of(giver), True, True, recipient=recipient) if giver else None


def _told(text: Text, regulator: Name, before: int, after: int) -> Cue | None:
    """An approval told as a fact: "since the FDA approval of X", "the FDA's approval of X", "thanks to it, X is"."""
    first = min(regulator.first, after)
    if text.word(after) == "," and _leads(text, before):
        recipient = text.products.beginning(after + 1) or text.products.beginning(after + 2)
        return Cue(first, after, place_of(regulator), True, True, recipient=recipient) if recipient else None
    name = text.products.beginning(after + 1) if text.word(after) in ("of", "for") else None
    if name is None:
        return None
    verb = next((at for at in range(name.after, name.after + _REACH) if text.word(at) in TOLD | PAST), 0)
    happened = bool(verb) and (text.word(verb) in TOLD or text.word(verb + 1) in GRANTS)
    definite = text.word(regulator.after - 1).endswith("'s") or text.word(regulator.first - 1) in ("the", "its", "this")
    told = _leads(text, before) or happened or (definite and not _is_open(text))
    return Cue(first, after, place_of(regulator), True, True) if told else None


def _leads(text: Text, index: int) -> bool:
    """The words "since", "thanks to" or "because of" stand here."""
    word, before = text.word(index), text.word(index - 1)
    return word in SINCE or (word, before) in (("to", "thanks"), ("of", "because"))


def _is_open(text: Text) -> bool:
    return any(word.text in OPEN for word in text.words)
