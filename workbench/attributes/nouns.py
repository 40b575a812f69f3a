"""The words around a thing that is measured: what qualifies it, and its singular and plural."""

from __future__ import annotations

from workbench.attributes.table import Named
from workbench.patterns import exact

_DETERMINERS = frozenset(b"a an the our your their its this these those each every any all one most per many".split())
_PREPOSITIONS = frozenset(
    b"after before during between following since until of in for with from to at by than without under".split()
)
FUNCTION = _DETERMINERS | _PREPOSITIONS | frozenset(
    b"on and or but is are was were be has have had do does did doing will would can could may might must should if"
    b" when while as so then that which who it they we you i he she not no up out off about over into through via"
    b" typically usually generally normally currently now today also just only two three four five six seven eight nine"
    b" ten twelve says say said".split()
)  # fmt: skip
SEVERAL = frozenset(b"two three four five six seven eight nine ten twelve both".split())
_VOWELS = "aeiou"
_EACH_OF = ([b"each", b"of"], [b"all", b"of"], [b"most", b"of"])
_VAGUE = frozenset(b"around approximately roughly nearly almost at least most between".split())
_QUALIFYING = 2  # words at most
_WORDS = r"(?:[a-z0-9][a-z0-9'-]* ){0,8}$"


def qualified(named: Named, subject: bool) -> frozenset[str] | None:
    """The words that qualify a thing; None where it is no thing of the quantity ("after the session it lasts …")."""
    found = exact(_WORDS).search(named.ahead)
    words = found.group().split() if found is not None else []
    if named.behind:
        return None if FUNCTION.intersection(words) else frozenset(word.decode() for word in words)
    told: set[str] = {named.of.decode()} if named.of and named.of not in FUNCTION | _PREPOSITIONS | _VAGUE else set()
    while words and words[-1] not in FUNCTION and not words[-1].isdigit() and len(told) < _QUALIFYING + bool(named.of):
        told.add(words.pop().decode())
    if subject and words and (words[-1] in SEVERAL or words[-1].isdigit()):
        return None  # “six infusions cost …”
    while words and words[-1] in _DETERMINERS:
        words.pop()
    if words[-2:] in _EACH_OF:
        return frozenset(told)
    return None if subject and words and words[-1] in _PREPOSITIONS else frozenset(told)


def singular(word: str) -> str:
    """A noun of the table in the singular."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes")):
        return word[:-2]
    return word if word.endswith(("ss", "is", "us", "series")) else word.removesuffix("s")


def plural(word: str) -> str:
    """The plural of a singular noun."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ss", "x", "ch", "sh")) else word if word.endswith("s") else f"{word}s"


def with_article(word: str) -> str:
    """“A session”, “an infusion”."""
    return f"{'an' if word[:1] in _VOWELS else 'a'} {word}"
