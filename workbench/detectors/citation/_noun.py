"""A noun with the words that lead to it: whether "studies" are any studies, these ones, our own, or none."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.model import Sentence

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+%?|[\w'%-]*\w[\w'%-]*|[^\w\s]")
_REACH = 7  # words before a noun that may belong to it


def words_of(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


_DEFINITE = words_of("the this that these those its their his her such same both said each present either")
_OWN = words_of("our my your")
_ABSENT = words_of("no few fewer little any neither nor without insufficient not never only cannot lack scant n't")
_ASKING = words_of("which what whose whether how if unless until once when why where")
_ONE = words_of("a an one another every")
_AMOUNTS = words_of(
    "body number amount wealth range series dozens hundreds thousands tens scores years decades plenty lots lot"
    " mountain mountains handful majority most some many much pair couple host half decade variety bulk lines line"
)
_KINDS = words_of("clinical laboratory lab human animal medical scientific observational small large early recent new")
_OUTSIDE = words_of(  # words that belong to no noun
    "is are was were be been being am has have had do does did can could may might will would shall should must to of"
    " in on from by with at for as into about across through between among over under per after before during since"
    " that than but so because while although though however we you they he she it i there who please also here unlike"
    " like via then yet according including see read say says"
)


class Token(NamedTuple):
    """A word or mark: seen offsets from the sentence's first character, and the word in lower case."""

    at: int
    to: int
    word: str


class Noun(NamedTuple):
    """A noun and what stands before it: its tokens `[first, last]`, and what kind of words lead to it.

    `kind` is "bare" ("studies"), "open" ("a study", "many"), "definite", "own", "absent" or "asking".
    """

    first: int
    last: int
    kind: str
    modifiers: frozenset[str]


def tokens(sentence: Sentence) -> list[Token]:
    """The words and marks of a sentence."""
    text = sentence.shadow.decode("ascii", "replace").lower()
    return [Token(found.start(), found.end(), found[0]) for found in _TOKEN.finditer(text)]


def noun(words: list[Token], head: int, last: int) -> Noun:
    """The noun whose own words are the tokens from `head` to `last`, with what leads to it."""
    first, kind, modifiers = head, "bare", {word.word for word in words[head:last]}
    while first > 0 and head - first < _REACH and kind == "bare":
        word, before = words[first - 1].word, words[first - 2].word if first > 1 else ""
        if word == "of" and before in _AMOUNTS:
            first -= 2
            modifiers.add(before)
        elif word in (",", "and", "or") and ("-" in before or before in _KINDS):
            first -= 1
        elif words[first].word[0].isdigit() and word in ("than", "over", "least"):
            first -= 1 if word == "over" else 2
        elif not word[0].isalnum() or word in _OUTSIDE or word in ("and", "or"):
            break
        else:
            kind = _kind(word)
            first -= kind not in ("asking", "absent")
            modifiers.add(word)
    lead = words[first - 1].word if first else ""
    if kind in ("bare", "open") and (lead in _ABSENT or lead in _ASKING or lead.endswith("n't")):
        kind = _kind(lead) if lead in _ASKING else "absent"
    return Noun(first, last, kind, frozenset(modifiers))


def _kind(word: str) -> str:
    kinds = ((_DEFINITE, "definite"), (_OWN, "own"), (_ABSENT, "absent"), (_ASKING, "asking"), (_ONE, "open"))
    return next((kind for group, kind in kinds if word in group), "bare")
