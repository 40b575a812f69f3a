"""A sentence as a claim is compared: its telling words, amounts, who and what it is about, what it denies and limits.

What an editor may change in the lists is content: the rules are made of tables, the code knows only grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from workbench import negation, quantities
from workbench.clauses import Scope
from workbench.facts import SEPARATOR, Table
from workbench.library import amounts as numbers
from workbench.library.amounts import Amount
from workbench.library.words import Phrases, Token, tokens
from workbench.model import Quantity
from workbench.shadow import shadow

_ACRONYM = re.compile(r"\b[A-Z]{2,}\b|\b(?:[A-Z]\.){2,}")
_NEAR = 1  # words that may stand between a limit and its number: “up to about 12”


class Rules(Struct, frozen=True, eq=False):
    """What comparing needs to know: names of drugs, conditions and people, and the words that limit a statement.

    `limits` stand beside a number (“up to”), `demands` anywhere (“only”, “must”); `hedges` weaken; `restricting` words
    open a restriction (“who”, “with”); `opposites` are named "<pair>:<side>"; `comparisons` part what is compared.
    """

    drugs: Phrases
    conditions: Phrases
    people: Phrases
    limits: Phrases
    demands: Phrases
    hedges: Phrases
    restricting: Phrases
    opposites: Phrases
    comparisons: Phrases
    generic: frozenset[str]


class Reading(Struct, frozen=True, eq=False):
    """A sentence, read.

    `frame` are the stems of what is left when amounts, people, denials, limits and hedges are taken out, as (stem,
    token number), with one sign for both directions (“lowers”, “raises”) and one for names in capitals: two sentences
    of one frame say the same about the same thing, or its opposite.
    """

    text: str
    tokens: tuple[Token, ...]
    amounts: tuple[Amount, ...]
    frame: tuple[tuple[str, int], ...]
    denied: frozenset[str]
    denials: int
    drugs: Mapping[str, str]
    conditions: Mapping[str, str]
    people: Mapping[str, str]
    limits: Mapping[str, str]
    demands: Mapping[str, str]
    hedges: Mapping[str, str]
    opposites: Mapping[str, str]
    acronyms: tuple[str, ...]
    names: frozenset[str]


@cache
def rules(wording: Table, drugs: Table, conditions: Table, people: Table) -> Rules:
    """The rules that these tables make.

    Args:
        wording: columns limits, demands, hedges, restricting, opposites, comparisons, generic; in a cell “ / ” parts
            what means the same (among opposites the two sides), a comma the synonyms of a side.
        drugs, conditions, people: vocabularies with columns term and aliases.
    """

    def column(name: str) -> Phrases:
        cells = (row[name] for row in wording if row[name])
        return Phrases((phrase, cell.split(" / ")[0]) for cell in cells for phrase in cell.split(" / "))

    sides = (
        (phrase.strip(), f"{number}:{side}")
        for number, row in enumerate(wording)
        for side, words in enumerate(row["opposites"].split(" / "))
        for phrase in words.split(",")
    )
    return Rules(
        drugs=_vocabulary(drugs),
        conditions=_vocabulary(conditions),
        people=_vocabulary(people),
        limits=column("limits"),
        demands=column("demands"),
        hedges=column("hedges"),
        restricting=column("restricting"),
        opposites=Phrases(sides),
        comparisons=column("comparisons"),
        generic=frozenset(name for row in wording for name in row["generic"].split(" / ") if name),
    )


def _vocabulary(table: Table) -> Phrases:
    return Phrases(
        (name.strip(), row["term"].rstrip("*"))
        for row in table
        for name in (row["term"], *row["aliases"].split(SEPARATOR))
        if name.strip()
    )


def read(
    text: str,
    rules: Rules,
    dark: bytes | None = None,
    known: Iterable[Quantity] | None = None,
    found: tuple[Token, ...] | None = None,
) -> Reading:
    """Read a sentence.

    Args:
        text: the sentence.
        rules: what to look for.
        dark: its shadow, where that is known.
        known: its quantities, where they are known.
        found: its tokens, where they are known.
    """
    dark = shadow(text) if dark is None else dark
    found = tokens(text, dark) if found is None else found
    drafts = quantities.drafts(text, dark) if known is None else known
    told = numbers.amounts(text, dark, drafts, found)
    scopes = _denials(dark)
    people = [place for place in rules.people.find(found) if place[2] not in rules.generic]
    named = {name: getattr(rules, name).find(found) for name in ("limits", "demands", "hedges", "opposites")}
    named["limits"] = [place for place in named["limits"] if _beside(found, place, told)]
    drugs, conditions = rules.drugs.find(found), rules.conditions.find(found)
    subject = [(found[first].at, found[last - 1].to) for first, last, _ in (*drugs, *conditions)]
    names = [m for m in _ACRONYM.finditer(text) if not any(low < m.end() and m.start() < high for low, high in subject)]
    initials = {match.start() for match in names}
    turned = {at: "@" for at, token in enumerate(found) if token.at in initials}
    turned |= {first: f"±{name.partition(':')[0]}" for first, _, name in named["opposites"]}
    out = _covered(rules.people.find(found)) | {at for places in named.values() for at in _covered(places)}
    for at, token in enumerate(found):
        cue = any(scope.cue_at <= token.at < scope.cue_to for scope in scopes)
        if not token.telling or cue or any(numbers.hidden(amount, token) for amount in told):
            out.add(at)
            turned.pop(at, None)
    return Reading(
        text=text,
        tokens=found,
        amounts=told,
        frame=tuple((turned.get(at, t.stem), at) for at, t in enumerate(found) if at in turned or at not in out),
        denied=frozenset(t.stem for t in found if t.telling and any(s.at <= t.at < s.to for s in scopes)),
        denials=len(scopes),
        drugs=_printed(text, found, drugs),
        conditions=_printed(text, found, conditions),
        people=_printed(text, found, people),
        limits=_printed(text, found, named["limits"]),
        demands=_printed(text, found, named["demands"]),
        hedges=_printed(text, found, named["hedges"]),
        opposites=_printed(text, found, named["opposites"]),
        acronyms=tuple(match.group().replace(".", "") for match in names),
        names=frozenset(t.stem for t in found[1:] if t.telling and text[t.at].isupper()),
    )


def _denials(dark: bytes) -> list[Scope]:
    """The denials of a sentence; two that follow each other (“not without”) cancel out."""
    found: list[Scope] = []
    for scope in negation.negations(dark):
        if found and 0 <= scope.cue_at - found[-1].cue_to <= 1:
            found.pop()
        else:
            found.append(scope)
    return found


def _covered(places: Iterable[tuple[int, int, str]]) -> set[int]:
    return {at for first, last, _ in places for at in range(first, last)}


def _beside(found: Sequence[Token], place: tuple[int, int, str], told: Sequence[Amount]) -> bool:
    """Whether a limit stands at a number, or inside its reading (“50 and older”)."""
    first, last, _ = place
    low = found[max(0, first - 1)].at
    high = found[min(len(found) - 1, last + _NEAR)].to
    return any(amount.at < high and low < amount.to for amount in told)


def _printed(text: str, found: Sequence[Token], places: Iterable[tuple[int, int, str]]) -> Mapping[str, str]:
    return {name: text[found[first].at : found[last - 1].to] for first, last, name in reversed(list(places))}
