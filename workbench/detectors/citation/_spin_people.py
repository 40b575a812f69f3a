"""Another number of people, or other people, than took part."""

from __future__ import annotations

from decimal import Decimal

from workbench.detectors.citation._spin_said import Differs, Outcome, Statement, Unread
from workbench.detectors.citation._spin_source import Facts, sizes_of
from workbench.model import Quantity

_SMALL = 5  # people; smaller groups are figures of speech
_ABOUT, _ROUNDED = Decimal("0.1"), Decimal("0.03")  # how far “about 200” and “200” may be from what the source says


def number_of_people(said: Statement, facts: Facts) -> Outcome:
    """Another number of people than took part; also told of in the claim's paragraph."""
    for sentence, quantities, met in said.own:
        if "several" in met or not ("study" in met or "enrolled" in met):
            continue
        for quantity in sizes_of(quantities):
            size = quantity.high or Decimal(0)
            if size < _SMALL:
                continue
            if not facts.stated:
                yield Unread("the number of people")
                continue
            there = facts.where(size)
            if any(told.about(at) != "screened" for told, at in there) or _close(quantity, facts):
                continue
            text = sentence.text[quantity.at : quantity.to]
            if there:
                words = f"“{text}” were screened, not studied."
                yield Differs("people", sentence.index, quantity.at, quantity.to, words, (there[0][0],))
            else:
                most = max(facts.stated)
                words = f"The text tells of {text}; in the source {most:f} people took part."
                yield Differs("people", sentence.index, quantity.at, quantity.to, words, (facts.stated[most],))


def kind_of_people(said: Statement, facts: Facts) -> Outcome:
    """Children told of where adults took part, adults where children did, people where animals did."""
    if not said.asserted:
        return
    animals = facts.groups.get("animals")
    if animals and not facts.mentioned & {"grown", "young", "people"}:
        if "animals" not in said.around and "cells" not in said.around:
            words = "The source studied animals; the text does not say so."
            yield Differs("animals", said.sentence.index, 0, len(said.sentence.text), words, (animals,))
        return
    for mine, theirs in (("young", "grown"), ("grown", "young")):
        if mine not in said.met:
            continue
        if theirs in facts.groups and mine not in facts.mentioned and "animals" not in facts.groups:
            at, to = said.met[mine][0]
            told = facts.groups[theirs]
            words = f"The text speaks of {said.sentence.text[at:to]}; the source studied others: {told.word(theirs)}."
            yield Differs("population", said.sentence.index, at, to, words, (told,))
        elif not facts.groups:
            yield Unread("who took part")


def _close(mine: Quantity, facts: Facts) -> bool:
    size = mine.high or Decimal(0)
    allowed = _ABOUT if mine.approximate else _ROUNDED if size % 10 == 0 else Decimal(0)
    return any(abs(size - theirs) <= allowed * theirs for theirs in {*facts.stated, *facts.sums})
