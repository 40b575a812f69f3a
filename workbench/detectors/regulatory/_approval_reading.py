"""From an approval word to an assertion: which product is said to be approved, for which uses, and with what doubt."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from workbench.detectors.regulatory._approval_cue import cue_at
from workbench.detectors.regulatory._approval_doubt import Doubt, doubt_of
from workbench.detectors.regulatory._approval_grammar import (
    ADVERBS,
    AMONG,
    ARTICLES,
    BE,
    DENIAL,
    GENERIC,
    GETS,
    LIMITS,
    LISTED,
    MAKES,
    PAST,
    PREDICATES,
    RANKS,
    REASONS,
    RELATIVE,
    STANDING,
    WEAK,
)
from workbench.detectors.regulatory._approval_names import Name, Text
from workbench.detectors.regulatory._approval_regulator import Cue
from workbench.detectors.regulatory._approval_subject import (
    Subject,
    antecedent,
    coordinated,
    paired,
    predicate,
    skip,
    subject,
)
from workbench.detectors.regulatory._approval_uses import (
    Phrase,
    governed,
    named_after,
    named_before,
    named_later,
    phrase,
)


class Reading(NamedTuple):
    """An assertion of approval.

    `named` says that a use is named, known or not; `opens` that the uses follow as a list; `past` that the approval is
    told as something that happened; `limited` that only some products of the name are meant ("the only …"). `called` is
    what the noun phrase calls the subject ("it is an approved clinic").
    """

    cue: Cue
    who: Subject
    uses: tuple[Name, ...]
    named: bool
    opens: bool
    past: bool
    limited: bool
    doubt: Doubt | None
    called: tuple[Name, ...] = ()


_PLACE, _OWNER = 4, 5  # words from the last use to the place, from a product to the use that its label lists


def read(text: Text, index: int, alone: bool, unrelated: Callable[[str], bool], since: int = 0) -> Reading | None:
    """What the approval word at `index` asserts; None where it asserts no approval of a product.

    Args:
        text: the sentence.
        index: the approval word.
        alone: the word asserts approval without a regulator ("licensed for …").
        unrelated: tells whether a word names a thing whose approval is another matter (a trial, a label).
        since: the word after words that take the rest for granted ("did you know that"); none before it takes it back.
    """
    cue = cue_at(text, index)
    if cue is None or _joint(text, cue) or _only_listed(text, index, cue) or _as_other(text, cue, unrelated):
        return None
    left = paired(text, skip(text, cue.first - 1, ADVERBS | DENIAL))
    verb = text.word(left) in BE and not cue.active
    if not cue.explicit and not cue.gained and not (alone and (verb or _may_stand(text, cue, left))):
        return None
    named = Phrase((), cue.after, False) if verb or cue.gained else phrase(text, cue, unrelated)
    if named is None:
        return None
    products, after, lists = named
    after += cue.active and text.word(after) in ("it", "this", "them")
    uses, led, end = governed(text, after, inside=not (verb or cue.gained or cue.active or products))
    if not (cue.explicit or cue.place or led) and text.word(index) == "cleared":  # of a body, not by a regulator
        return None
    who = _who(text, cue, left, lists) if not products or _says_what(text, cue, left) else Subject()
    if not uses:
        uses = _elsewhere(text, cue, lists or text.word(cue.after) in LISTED)
        who = who or (Subject(_owner(text, uses[0])) if uses else who)
    who = who or Subject(products) or Subject(named_after(text, end))
    if not who or not (uses or who.uses or _is_sure(text, index, cue)):
        return None
    past = text.word(left) in PAST or (cue.active and text.word(cue.after - 1).endswith("ed")) or cue.gained
    return Reading(
        cue=_placed(text, cue, uses),
        who=who,
        uses=uses or who.uses,
        named=led or bool(uses or who.uses),
        opens=not uses and (text.words[-1].text == ":" or lists),
        past=past,
        limited=(who.products == products or not (uses or who.uses)) and _limited(text, cue, who),
        doubt=doubt_of(text, cue, who, end, since),
        called=products,
    )


def _joint(text: Text, cue: Cue) -> bool:
    """Approved together with another product ("approved with bupropion for …"): not what the one is approved for."""
    return text.word(cue.after) in ("with", "plus", "alongside") and text.products.beginning(cue.after + 1) is not None


def _as_other(text: Text, cue: Cue, unrelated: Callable[[str], bool]) -> bool:
    """Approved as something else than a remedy: "approved by the FDA as a food colour", "for use as a sweetener"."""
    start = next((at for at in range(cue.after, cue.after + _PLACE) if text.word(at) == "as"), None)
    return start is not None and any(unrelated(text.word(at)) for at in range(start + 1, start + 1 + _PLACE))


def _only_listed(text: Text, index: int, cue: Cue) -> bool:
    """The FDA registers what it does not approve; elsewhere a registered medicine is an approved one."""
    return text.word(index) == "registered" and cue.place == "US"


def _is_sure(text: Text, index: int, cue: Cue) -> bool:
    """The words assert approval even where they name no use that the table knows."""
    return cue.explicit or bool(cue.place) or not (cue.gained or text.word(index) in WEAK)


def _elsewhere(text: Text, cue: Cue, lists: bool) -> tuple[Name, ...]:
    """Uses that stand before "approved use", or behind the product that an approval is said to have opened up."""
    if lists:
        return named_before(text, cue.first)
    return named_later(text, cue.recipient.after) if cue.recipient and text.word(cue.after) == "," else ()


def _owner(text: Text, use: Name) -> tuple[Name, ...]:
    """The product whose label lists this use: "the label of X lists A as an approved use"."""
    return tuple(name for name in text.products.found if use.first - _OWNER <= name.after <= use.first)[-1:]


def _placed(text: Text, cue: Cue, uses: tuple[Name, ...]) -> Cue:
    """The approval words with the place that follows the uses: "approved for depression in Japan"."""
    if cue.explicit or cue.place or not uses:
        return cue
    near = (name for name in text.places.found if 0 < name.first - uses[-1].after <= _PLACE)
    found = next((name for name in near if "in" in (text.word(name.first - 1), text.word(name.first - 2))), None)
    return cue._replace(place=found.rows[0][""]) if found else cue


def _says_what(text: Text, cue: Cue, left: int) -> bool:
    """The phrase says what a product named before is: "X is the approved Y", "X, the only approved Y"."""
    before = skip(text, left, ADVERBS | DENIAL | ARTICLES | RANKS)
    limited = any(text.word(at) in LIMITS for at in range(before, cue.first))
    return not cue.active and before < left and (text.word(before) in BE or (text.word(before) in STANDING and limited))


def _limited(text: Text, cue: Cue, who: Subject) -> bool:
    first = min(cue.first, who.products[0].first) if who.products else cue.first
    at = skip(text, first - 1, (ARTICLES | ADVERBS) - LIMITS)
    before = text.word(at - 1)  # "we use only approved X" says no less of X
    verb = text.word(at) == "only" and bool(before) and before not in ARTICLES | BE | RANKS | STANDING | {"and"}
    return text.word(at) in LIMITS and not verb


def _may_stand(text: Text, cue: Cue, left: int) -> bool:
    """Without a regulator, "approved" needs an article, a colon, a sentence start or an owner ("X's approved uses")."""
    if text.word(cue.after) in LISTED and text.products.ending(left + 1):
        return True
    ranked = text.word(0) in AMONG or any(text.word(at) in RANKS for at in range(left - 2, left))
    some = text.word(left) in GENERIC and ranked and left <= _PLACE  # "of the drugs approved for …, X is"
    return some or left < 0 or text.word(left) in ARTICLES | RANKS | STANDING


def _who(text: Text, cue: Cue, left: int, lists: bool) -> Subject:
    """The subject, from what stands left of the approval words."""
    if cue.recipient:
        return Subject(coordinated(text, cue.recipient))
    object_of = skip(text, cue.first - 1, ARTICLES)
    if cue.explicit and text.word(object_of) in RELATIVE:  # "ketamine, which the FDA approved for …"
        return antecedent(text, object_of - 1)
    if cue.active:
        return Subject(pronoun=text.word(cue.after) in ("it", "this", "them"))
    if cue.gained:
        return subject(text, skip(text, cue.first - 1, BE))
    before = paired(text, skip(text, cue.first - 1, ADVERBS | DENIAL | ARTICLES | RANKS))
    word, direct = text.word(before), before == left
    if word in BE:
        return Subject(pronoun=True) if word.endswith("'s") else subject(text, before - 1)
    owner = text.products.ending(before + 1)
    if owner and (direct or lists or text.word(owner.first - 1) in MAKES):
        return Subject(coordinated(text, owner))
    if lists and (text.word(cue.first - 1) in ("its", "their") or cue.first == 0):
        return Subject(pronoun=True)
    shown = text.products.ending(before) if word == "as" else None  # "sells ketamine as an approved treatment"
    if shown:
        return Subject(coordinated(text, shown))
    aside = cue.explicit and word == "," == text.word(cue.after)  # "…, approved by the FDA, …"
    if word in STANDING and (not direct or aside or text.word(cue.after) in PREDICATES):
        return subject(text, before - 1)
    if word in GETS and text.word(0) in REASONS:  # "because X is made of …, you get an approved medicine"
        return Subject(pronoun=True)
    return predicate(text, before)
