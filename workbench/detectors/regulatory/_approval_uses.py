"""What follows the approval words: the products of the noun phrase and the uses that the approval governs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from workbench.detectors.regulatory._approval_grammar import (
    ARTICLES,
    CERTIFIED,
    COMMAS,
    CONNECTS,
    ENDS,
    INTRODUCES,
    LED,
    LISTED,
    NAMES,
    NAMING,
    PARTS,
    PEOPLE,
    POINTERS,
    PREPOSITIONS,
    STOPS,
)
from workbench.detectors.regulatory._approval_names import Name, Text
from workbench.detectors.regulatory._approval_regulator import Cue
from workbench.detectors.regulatory._approval_subject import stands_alone

_NEAR, _FAR, _LONG = 3, 12, 60  # unknown words in a later item, up to the first use; words of the whole list


class Phrase(NamedTuple):
    """The noun phrase after the approval words: its products, the word after it, and whether a list of uses follows."""

    products: tuple[Name, ...]
    after: int
    lists: bool


class Governed(NamedTuple):
    """The uses governed, whether any is named (known or not), and the word at which the list ends."""

    uses: tuple[Name, ...]
    named: bool
    after: int


def phrase(text: Text, cue: Cue, unrelated: Callable[[str], bool]) -> Phrase | None:
    """The noun phrase after the approval words; None where it names something whose approval is another matter."""
    lists, start = False, cue.after
    if cue.active and text.word(start) in (*PREPOSITIONS, "of"):  # "granted approval to"
        start += 1
    if text.word(start) in POINTERS:  # "has approved our lozenges"
        start += 1
    at = start
    while at < min(len(text.words), cue.after + _FAR):
        name, word = text.products.beginning(at), text.word(at)
        if name and text.word(name.after - 1).endswith("'s") and not name.key.endswith("'s"):
            name = None  # "approved the clinic's trial"
        owned = text.word(at - 1) in ("of", "for") and text.word(at - 2) in LISTED  # "approved uses of"
        if name and (at == start or owned or stands_alone(text, name)):
            products, after = joined(text, name)
            return None if unrelated(text.word(after)) else Phrase(products, after, lists)
        if unrelated(word):
            return None
        if at == start and _second(text, at) > at:  # "FDA-approved, GMP-certified facility"
            at = _second(text, at)
            continue
        leads_on = word in CONNECTS or (word == "for" and text.word(at - 1) in LISTED)
        if not leads_on and (word in STOPS or word in PREPOSITIONS or word in ENDS or word in PARTS):
            break
        lists = lists or word in LISTED
        at = name.after if name else at + 1
    return Phrase((), cue.after, lists)


def _second(text: Text, index: int) -> int:
    """The word after a second adjective that is joined to the approval words; `index` where there is none."""
    if text.word(index) not in COMMAS:
        return index
    ends = (at for at in range(index + 1, index + 3) if text.word(at) in CERTIFIED)
    return next(ends, index - 1) + 1


def joined(text: Text, name: Name) -> tuple[tuple[Name, ...], int]:
    """A product with those joined to it on the right, and the word after them; of "ketamine clinic" the clinic.

    Commas join only in a list that "and" or "or" closes: in "Unlike approved X, Y is …" Y stands alone.
    """
    found, ends, last = [name], [name.after], False
    while True:
        following = text.products.beginning(found[-1].after)
        if following:
            found[-1], ends[-1] = following, following.after
            continue
        at = ends[-1] = closing(text, found[-1].after) + 1 if text.word(found[-1].after) == "(" else found[-1].after
        while text.word(at) in COMMAS and not last:
            last = text.word(at) != ","
            at += 1
        following = text.products.beginning(at) if at > ends[-1] else None
        if following is None or not stands_alone(text, following):
            return (tuple(found), ends[-1]) if last and len(found) > 1 else (tuple(found[:1]), ends[0])
        found.append(following)
        ends.append(following.after)


def closing(text: Text, index: int) -> int:
    """The bracket that closes the one at `index`, or the last word."""
    last = min(index + _LONG, len(text.words) - 1)
    return next((at for at in range(index, last) if text.word(at) == ")"), last)


def governed(text: Text, start: int, inside: bool) -> Governed:
    """The uses that approval words govern from the word `start` on.

    A use counts behind a preposition, and in a noun phrase (`inside`) also before it. In each item of the list the
    first use counts; what follows it ("in adults with …") only narrows it.
    """
    found: list[Name] = []
    led, named, headed, unknown, at = inside, False, False, 0, start
    while at < min(len(text.words), start + _LONG):
        word, use, product = text.word(at), text.uses.beginning(at), text.products.beginning(at)
        if use and led:
            found.extend(() if headed else (use,))
            headed, at = True, use.after
        elif word == "(" or product:
            if product and found and text.word(at - 1) in COMMAS | INTRODUCES:
                break
            at = product.after if product else closing(text, at) + 1
        elif word == "but" and text.word(at + 1) in ("also", "even"):  # "not only for A but also for B"
            headed, unknown, at = False, 0, at + 2
        elif _aside(text, at) > at:
            at = _aside(text, at)
        elif _is_break(text, at, found, led):
            break
        elif word in COMMAS or (word == "as" and text.word(at + 1) == "well"):
            headed, unknown, at = False, 0, at + (1 if word in COMMAS else 3)
        elif word in PREPOSITIONS or word == ":":
            aside = word == "in" and text.word(at - 1) == ","  # "X, approved for A, in B"
            if found and ((unknown and not headed) or aside):  # "… and popular for"
                break
            led, named, at = True, named or word in NAMING, at + 1
        else:
            unknown, at = unknown + 1, at + 1
            if not headed and unknown > (_NEAR if found else _FAR):
                break
    return Governed(tuple(found), named or bool(found), at)


def _aside(text: Text, at: int) -> int:
    """The word after "on its own" or after "according to its label,"; `at` where neither stands here."""
    if text.word(at) == "on" and text.word(at + 2) == "own":
        return at + 3
    if text.word(at) != "according":
        return at
    return next((end + 1 for end in range(at, min(at + _FAR, len(text.words))) if text.word(end) == ","), at + 1)


def _is_break(text: Text, at: int, found: list[Name], open_: bool) -> bool:
    word = text.word(at)
    if word in PEOPLE and found and text.word(at - 1) in COMMAS:  # "approved for A, and people lose weight on it"
        return text.word(at + 1) not in ("with", "who", "whose", "living")
    if word == ":":
        return text.word(at - 1) not in LISTED
    if word == ",":
        return not found and not open_
    return word in STOPS or word in ENDS


def named_before(text: Text, first: int) -> tuple[Name, ...]:
    """The use that is called an approved one: "depression is an approved use", "lists it as an approved use"."""
    use = next((name for name in reversed(text.uses.found) if name.after <= first), None)
    return (use,) if use and all(text.word(at) in NAMES for at in range(use.after, first)) else ()


def named_later(text: Text, first: int) -> tuple[Name, ...]:
    """The first use after a product that "for" or "to treat" leads up to, whatever stands between."""
    found = (use for use in text.uses.found if use.first >= first)
    return tuple(use for use in found if text.word(use.first - 1) in LED)[:1]


def named_after(text: Text, index: int) -> tuple[Name, ...]:
    """The products that a phrase leads up to: "the approved treatment for X is Y", "…, including Y and Z"."""
    led_up_to = text.word(index - 1) in COMMAS | INTRODUCES
    at = index
    while at < index + 6:
        if text.word(at) in INTRODUCES or text.word(at) in (",", "(", ":"):
            led_up_to = True
        elif text.word(at) not in ARTICLES:
            break
        at += 1
    name = text.products.beginning(at)
    return joined(text, name)[0] if name and led_up_to and stands_alone(text, name) else ()
