"""Small words that turn what a sentence says: who denies, how often, how sure, how much, before or after.

A closed class of English; words of medicine come from the vocabulary.
"""

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


WEIGHING = _words(
    """
    no not never none nor neither nobody nothing nowhere cannot without unless except only hardly barely rarely seldom
    isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't mustn't haven't hasn't
    may might must can could should shall will would need ought
    all every each any some most many few several both either half always often usually sometimes once twice
    more less fewer least over under above below within about nearly almost up to at before after until since
    during between instead than better worse higher lower same
    first second third last next daily nightly weekly monthly yearly hourly hour hours day days week weeks month months
    year years minute minutes morning evening night
    stop start begin keep avoid take give skip double increase decrease raise reduce continue call ask see
    safe unsafe dangerous harmless approved unapproved effective ineffective proven unproven legal illegal urgent
    emergency doctor nurse pharmacist
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    """
)
