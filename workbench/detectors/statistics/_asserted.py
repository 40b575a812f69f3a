"""Clauses that say in the present what something does: “the gel takes the pain away”, “stem cells repair knees”.

They are known by their grammar (a subject that is no person, a verb in the present, an object), not by a list of verbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.model import Hit, Sentence
from workbench.patterns import exact

_BEGINS = (
    r"(?:^\W*|[,;:(] | - |\b(?:so|therefore|thus|hence|that|because|and|means|clearly|proof|proves|confirming"
    r"|which) )"
    r"(?:(?:now|therefore|thus|clearly|evidently|obviously|so|and|indeed|yes),? )*"
)
_LEADING = (
    r"(?:(?:the|this|that|our|an?|my|its|such|these|those|regular|daily|taking|using|eating|drinking|wearing"
    r"|doing) )*"
)
_SURELY = r"(?:(?:really|truly|clearly|actually|definitely|also|therefore|thus|simply|do|does|can|will|\w+ly) )*"
_OBJECT = r"(?: [a-z][a-z'-]+){1,3}"
_ONE = rf"{_BEGINS}({_LEADING}(?:[A-Za-z][a-z'-]+ ){{1,3}}?){_SURELY}([a-z]{{3,}}s)({_OBJECT})"
_SEVERAL = rf"{_BEGINS}({_LEADING}(?:[A-Za-z][a-z'-]+ ){{0,2}}?[A-Za-z][a-z-]+s ){_SURELY}([a-z]{{3,}})({_OBJECT})"
_NO_VERB = frozenset(
    b"does says seems appears suggests needs remains requires deserves warrants depends includes contains costs"
    b" comes goes"
    b" means lies shows finds reports concludes describes asks tells explains runs starts begins continues wants"
    b" thinks"
    b" believes hopes plans recommends advises this thus his yours less plus perhaps always sometimes towards"
    b" across was"
    b" lasts looks uses gets follows involves consists belongs varies differs lives happens reaches returns"
    b" rises falls"
    b" grows becomes stays stands weighs measures has results effects findings symptoms scores levels groups"
    b" doses weeks"
    b" days months years hours minutes points times patients participants adults studies trials side-effects".split()
)
_NO_PLURAL_VERB = frozenset(
    b"were was had have has are did took gave got went felt fell slept made kept left lost met put read said saw"
    b" sent set"
    b" spent stood told thought tried wore won came became began broke brought built caught chose drank drove"
    b" ate found"
    b" grew heard held knew paid ran rose sat spoke understood woke need seem appear suggest remain require"
    b" depend include"
    b" contain cost come mean show and that who which with from into than after before when while not may might must"
    b" should would could shall only per about over under between during without within among against because for but"
    b" say report ask tell think believe hope plan want see still then there here lead vary differ follow"
    b" continue last"
    b" start begin tend deserve both each they you use get receive wear attend range ranged out due did".split()
)
_NO_PLURAL_VERB |= frozenset(b"more less most fewer many much some any all one two three new old other its our".split())
_NO_OBJECT = frozenset(
    b"was were had have has are did is may might must should would could can will not from with into than after"
    b" before"
    b" when while by between during of in on at to as per and or who which that because if until since"
    b" whether".split()
)
_WHO = frozenset(
    b"doctor doctors nurse nurses physician physicians clinician clinicians surgeon surgeons team staff patient"
    b" patients"
    b" clinic hospital company agency court pharmacist midwife person man woman child mother father parent"
    b" author authors"
    b" study studies trial trials researcher researchers scientist scientists participant participants volunteer"
    b" volunteers"
    b" group groups people women men children adults teacher she he who it they we you i there nobody everyone"
    b" someone"
    b" anyone one report paper article review table figure result results finding findings number numbers liver"
    b" kidney"
    b" kidneys body brain heart data evidence law rule guideline guidelines insurer insurance test tests method"
    b" section"
    b" page what how why if when which risk risks score scores level levels arm arms rate rates share part parts"
    b" question"
    b" questions reason reasons not no effect effects some many most others each half all both side your".split()
)
_SMALL = frozenset(b"the this that our its such regular daily these those taking using and for with".split())
_GIVEN = (
    r"(?i)\b(?:tried|try|gave|given|took|taken|taking|drank|used|using|wore|worn|received|ate|applied|injected|put"
    r"|swallowed|tested|after|wearing|rubbed|started|breathed|inhaled|bathed|soaked|fed|dosed|spread|massaged|sprayed"
    r"|chewed|sipped|joined|did|doing|done|practised|practiced|played|underwent)\b((?: [^\s.;]+){1,8})"
)
_LEAST = 3  # letters of a name
_REMEMBERED = 64  # sentences


class Asserted(NamedTuple):
    """Such a clause, from its subject to its object, with the names in lower case."""

    hit: Hit
    subject: frozenset[bytes]
    object: frozenset[bytes]


def asserted(sentence: Sentence) -> tuple[Asserted, ...]:
    """Each such clause of a sentence."""
    return _asserted(sentence.index, sentence.shadow)


@lru_cache(maxsize=_REMEMBERED)
def _asserted(index: int, shadow: bytes) -> tuple[Asserted, ...]:  # several checks ask for those of one sentence
    return tuple(_read(index, shadow))


def _read(index: int, shadow: bytes) -> Iterator[Asserted]:
    for pattern, no_verb in ((_ONE, _NO_VERB), (_SEVERAL, _NO_PLURAL_VERB)):
        for found in exact(pattern).finditer(shadow):
            subject, verb = found.group(1).lower().split(), found.group(2).lower()
            names = frozenset(word for word in subject if word not in _SMALL and len(word) >= _LEAST)
            past = verb.endswith((b"ed", b"ly", b"ing")) or (pattern == _SEVERAL and verb.endswith(b"s"))
            if names and not past and verb not in no_verb and not (_WHO | _NO_VERB).intersection(subject):
                things = found.group(3).lower().split()
                if things[0] not in _NO_OBJECT and not things[0].endswith(b"ed"):
                    told = frozenset(word for word in things if word not in _NO_OBJECT | _SMALL and len(word) > _LEAST)
                    yield Asserted(Hit(index, found.start(1), found.end(3)), names, told)


def named_in(names: frozenset[bytes], sentence: Sentence) -> bool:
    """Whether a sentence has one of these names, in the singular or the plural."""
    said = [word.strip(b",.;:()!?\"'") for word in sentence.shadow.lower().split()]
    return any(word.startswith(name.removesuffix(b"s")) for name in names for word in said)


def given_in(names: frozenset[bytes], sentence: Sentence) -> bool:
    """Whether one of these names is what people are told to have been given: “tried the balm”, “after cold baths”."""
    stretches = (found.group(1).lower().split() for found in exact(_GIVEN).finditer(sentence.shadow))
    return any(
        word.strip(b",.;:()").startswith(name.removesuffix(b"s"))
        for words in stretches
        for word in words
        for name in names
    )
