"""By what two sentences are compared: names of drugs, conditions and people, and words that turn a statement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from workbench.facts import SEPARATOR, Table
from workbench.library.words import Phrases, folded, stem

_PARTED = " / "


class Rules(Struct, frozen=True, eq=False):
    """What comparing needs to know.

    `limits` stand beside a number and are named by their side (“at least”, “up to”); `demands` and `degrees` are named
    by how strong they are; `hedges` weaken; `restricting` words open a restriction (“who”, “if”); `opposites` are named
    "<pair>:<side>"; `comparisons` part what is compared; `alike` are words of one meaning; `light` ones have none that
    counts; `denying` words deny a whole sentence; `exclusive` ones keep others out; `reported` ones tell what others
    said; `pointing` ones begin a sentence about what was named before.
    """

    drugs: Phrases
    conditions: Phrases
    people: Phrases
    limits: Phrases
    demands: Phrases
    degrees: Phrases
    hedges: Phrases
    restricting: Phrases
    opposites: Phrases
    comparisons: Phrases
    alike: Phrases
    denying: Phrases
    reported: Phrases
    exclusive: Phrases
    pointing: Phrases
    light: frozenset[str]
    generic: frozenset[str]


@cache
def rules(wording: Table, drugs: Table, conditions: Table, people: Table) -> Rules:
    """The rules that these tables make.

    Args:
        wording: a column for each list of `Rules`; in a cell “ / ” parts what means the same (among opposites the two
            sides), a comma the synonyms of a side. Demands and degrees stand from the strongest to the weakest.
        drugs, conditions, people: vocabularies with columns term and aliases.
    """

    def listed(name: str) -> Iterator[tuple[int, str, str]]:
        for number, row in enumerate(wording):
            for phrase in filter(None, row[name].split(_PARTED)):
                yield number, phrase, row[name].split(_PARTED)[0]

    def column(name: str) -> Phrases:
        return Phrases((phrase, first) for _, phrase, first in listed(name))

    def ranked(name: str) -> Phrases:
        return Phrases((phrase, str(number)) for number, phrase, _ in listed(name))

    return Rules(
        drugs=_vocabulary(drugs),
        conditions=_vocabulary(conditions),
        people=_vocabulary(people),
        limits=column("limits"),
        demands=ranked("demands"),
        degrees=ranked("degrees"),
        hedges=column("hedges"),
        restricting=column("restricting"),
        opposites=Phrases(_sides(wording)),
        comparisons=column("comparisons"),
        alike=column("alike"),
        denying=column("denying"),
        reported=Phrases((phrase, phrase) for _, phrase, _ in listed("reported")),
        exclusive=column("exclusive"),
        pointing=column("pointing"),
        light=frozenset(stem(folded(word)) for _, word, _ in listed("light")),
        generic=frozenset(name for _, name, _ in listed("generic")),
    )


def _sides(wording: Table) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(wording):
        for side, words in enumerate(row["opposites"].split(_PARTED)):
            yield from ((phrase.strip(), f"{number}:{side}") for phrase in words.split(","))


def _vocabulary(table: Table) -> Phrases:
    return Phrases(
        (name.strip(), row["term"].rstrip("*"))
        for row in table
        for name in (row["term"], *row["aliases"].split(SEPARATOR))
        if name.strip()
    )
