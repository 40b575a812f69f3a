"""What a verb is about: the words behind it, a pronoun, or a name in the same statement."""

from __future__ import annotations

import re

_BETWEEN = re.compile(rb"(?:\s*[\w'/-]+){0,5}?(?:,? (?:including|such as|like))?\s*")  # "stop | your dose of | X"
_APART = re.compile(
    rb"\b(?:while|for|with|when|before|after|and|or|at|to|but|during|because|if|until|than|from|in|by|a)\b"
)
_FIRST_OF_TWO = re.compile(rb"\s*[\w-]+ (?:and|or) ")  # "quit | lithium and | Lamictal"
_STATEMENTS = re.compile(
    rb"[;.!?]|, (?:and|but|while|whereas|so|yet) (?:(?:the|your|a|an) )?[\w-]+ "
    rb"(?:is|are|was|were|can|may|has|have|had|will|\w+s) |\b(?:whereas|but|instead of|rather than)\b"
)
_FAR = 80  # characters between a verb and what it is about


def governs(dark: bytes, verb_to: int, at: int, loosely: bool = False) -> bool:
    """Whether what begins at `at` is what the words that end at `verb_to` are about: "stop your dose of | X".

    Args:
        dark: the sentence's shadow.
        verb_to: where the verb ends.
        at: where the name begins.
        loosely: prepositions may stand between ("no point in | a visit to the | cardiologist").
    """
    words = dark[verb_to : max(verb_to, at)][:_FAR]
    if _BETWEEN.fullmatch(words) is None:
        return False
    return loosely or _APART.search(words) is None or _FIRST_OF_TWO.fullmatch(words) is not None


def one_statement(dark: bytes, low: int, high: int, most: int = 110) -> bool:
    """Whether two places belong to one statement: "X is safe in pregnancy, and Y helps with pain" is two."""
    return high - low <= most and _STATEMENTS.search(dark[low:high]) is None
