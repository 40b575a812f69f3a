"""Who is said to be approved: the subject of "… is approved", found through asides, forms and relative clauses."""

from __future__ import annotations

from typing import NamedTuple

from workbench.detectors.regulatory._approval_grammar import (
    ADVERBS,
    BE,
    BOUNDARIES,
    DENIAL,
    FORMS,
    GENERIC,
    HAVE,
    LIKE_VERBS,
    LINKS,
    MEANS,
    MODALS,
    OTHERS,
    POINTERS,
    PRONOUNS,
    RANKS,
    RELATED,
    RELATIVE,
    SPEAKERS,
    USE_LINKS,
    WHERE,
)
from workbench.detectors.regulatory._approval_names import Name, Text

_SKIPPED = ADVERBS | HAVE | DENIAL | MODALS | FORMS | {"all", "each", "alike"}
_ASIDE, _REACH, _CLAUSE, _UNKNOWN = 16, 10, 40, 5  # words an aside, a predicate, a clause, what no table knows may have


class Subject(NamedTuple):
    """The products said to be approved, the uses named with them, or a pronoun that stands for them."""

    products: tuple[Name, ...] = ()
    uses: tuple[Name, ...] = ()
    pronoun: bool = False

    def __bool__(self) -> bool:
        return bool(self.products) or self.pronoun


def stands_alone(text: Text, name: Name) -> bool:
    """False where the name only describes another product ("ketamine-like drugs", "derived from ketamine")."""
    before = text.word(name.first - 1)
    if text.word(name.after - 1).endswith("'s") and not name.key.endswith("'s"):
        return text.word(name.after) in MEANS  # "ketamine's use in …"
    joint = before == "with" and text.products.ending(name.first - 1)  # "naltrexone with bupropion"
    if joint or (text.word(name.after) == "with" and text.products.beginning(name.after + 1)):
        return False
    if text.word(name.after) in RELATED or (before in OTHERS and text.word(name.first - 2) != "such"):
        return False
    return before != "of" or text.word(name.first - 2) in MEANS


def subject(text: Text, index: int, depth: int = 0) -> Subject:
    """The subject whose last word stands at or before `index`, the word left of the verb."""
    uses: list[Name] = []
    lowest = max(index - _CLAUSE, 0)
    while index >= lowest:
        name = text.products.ending(index + 1)
        if name:
            return Subject(coordinated(text, name), tuple(uses)) if stands_alone(text, name) else Subject()
        word = text.word(index)
        use = text.uses.ending(index + 1)
        if use and _named_with(text, use):
            uses.insert(0, use)
            index = use.first - 1
        elif word in PRONOUNS or (word in GENERIC and text.word(index - 1) in POINTERS):
            return Subject(uses=tuple(uses), pronoun=True)
        elif word in _SKIPPED or (uses and word in USE_LINKS):
            index -= 1
        elif word in (")", ",", "-"):
            before = _before_aside(text, index)
            if before < 0:
                return clause_initial(text, index)
            index = before
        elif word in RELATIVE:
            return antecedent(text, index - 1, depth)
        else:
            return clause_initial(text, index) if word in LINKS else _past_unknown(text, index, depth)
    return Subject()


def _past_unknown(text: Text, index: int, depth: int) -> Subject:
    """The product before words that no table knows: "X for knees is …", "X on the market is …", "X that we sell …"."""
    for at in range(index, max(index - _UNKNOWN, 0), -1):
        if text.word(at) in RELATIVE and depth < 2:
            return antecedent(text, at - 1, depth + 1)
        ours = text.products.ending(at) if text.word(at) in SPEAKERS else None
        if ours:  # "the X we use is …"
            return Subject(coordinated(text, ours)) if stands_alone(text, ours) else Subject()
        name = text.products.ending(at) if text.word(at) in WHERE else None
        if name:
            return Subject(coordinated(text, name)) if stands_alone(text, name) else Subject()
    return Subject()


def _named_with(text: Text, use: Name) -> bool:
    """A use belongs to the subject where "for" or a list leads up to it: "ketamine for depression is …"."""
    return text.word(use.first - 1) in USE_LINKS


def _before_aside(text: Text, index: int) -> int:
    """The word before an aside in brackets, commas or dashes that ends at `index`; -1 where none does."""
    opening = "(" if text.word(index) == ")" else text.word(index)
    for start in range(index - 1, max(index - _ASIDE, 0), -1):
        if text.word(start) == opening:
            known = text.products.ending(start) or text.word(start - 1) in FORMS or text.word(start - 1) == ")"
            return start - 1 if known or opening == "(" else -1
    return -1


def antecedent(text: Text, index: int, depth: int = 0) -> Subject:
    """What "that" or "which" stands for: the product before it, or the subject of "X is a drug that …"."""
    if text.word(index) == ",":
        index -= 1
    while text.word(index) == ")":
        index = _before_aside(text, index)
    name = text.products.ending(index + 1)
    if name:  # "unlike X, which is …" speaks of X
        meant = stands_alone(text, name) or text.word(name.first - 1) in OTHERS
        return Subject(coordinated(text, name)) if meant else Subject()
    return predicate(text, index, depth)


def predicate(text: Text, index: int, depth: int = 0) -> Subject:
    """The subject of "X is a drug …", where `index` is inside what X is said to be."""
    for verb in range(index, max(index - _REACH, -1), -1):
        word = text.word(verb)
        if word in LINKS:
            break
        if word in BE:
            told = word.endswith("'s")  # "it's" is subject and verb
            return Subject(pronoun=True) if told else subject(text, verb - 1, depth + 1) if depth < 2 else Subject()
        if word in (",", ";", ":", ".", "-") or word in RELATIVE:
            break
    return Subject()


def clause_initial(text: Text, index: int) -> Subject:
    """The product that opens the clause: "Ketamine blocks pain and is …"."""
    lowest = max(index - _CLAUSE, 0)
    start = next((at + 1 for at in range(index, lowest, -1) if text.word(at) in BOUNDARIES), lowest)
    for first in range(start, min(start + 3, index)):
        name = text.products.beginning(first)
        if name:
            return Subject((name,)) if stands_alone(text, name) else Subject()
    return Subject()


def points_back(text: Text, before: int) -> bool:
    """A pronoun or a general word ("this spray") stands before this word, or the sentence begins with its verb."""
    words = [text.word(at) for at in range(before)]
    pointed = any(word in GENERIC and text.word(at - 1) in POINTERS for at, word in enumerate(words))
    return pointed or any(word in PRONOUNS for word in words) or all(word in MODALS | BE for word in words[:1])


def coordinated(text: Text, last: Name) -> tuple[Name, ...]:
    """A product with those it is joined to on its left by "and" or "or" (and commas before that)."""
    found, linked = [last], False
    while True:
        index = found[0].first - 1
        if text.word(index) == "," and not linked:
            break
        if text.word(index) not in LINKS and text.word(index) != ",":
            break
        linked = True
        name = text.products.ending(index) or (text.word(index - 1) == "," and text.products.ending(index - 1))
        if not name or text.word(name.first - 1) == "with":  # "P with Q and R": Q belongs to P
            break
        found.insert(0, name)
    return tuple(found)


def paired(text: Text, index: int) -> int:
    """The verb left of a participle that shares it: "was inspected and approved", "is tested and approved"."""
    if text.word(index) in LINKS and (text.word(index - 1).endswith("ed") or text.word(index - 1) in LIKE_VERBS):
        verb = skip(text, index - 2, ADVERBS)
        return verb if text.word(verb) in BE else index
    return _listed(text, index) if text.word(index) == "and" else index


def _listed(text: Text, index: int) -> int:
    """The verb of a list of qualities that the participle ends: "it is vegan, organic and approved"."""
    for at in range(index - 1, max(index - _UNKNOWN - 2, -1), -1):
        if text.word(at) in BE:
            return at
        if text.products.ending(at + 1) or text.word(at) in BOUNDARIES or text.word(at) in RELATIVE:
            break
    return index


def skip(text: Text, index: int, kinds: frozenset[str]) -> int:
    """The first word at or left of `index` that is none of these; "first and only" counts as one rank."""
    while text.word(index) in kinds or (
        text.word(index) == "and" and {text.word(index - 1), text.word(index + 1)} <= kinds & RANKS
    ):
        index -= 1
    return index
