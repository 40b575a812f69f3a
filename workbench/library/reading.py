"""A sentence as a claim is compared: its telling words and amounts, whom it is about, what it denies and limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from workbench import quantities
from workbench.clauses import Scope
from workbench.library import amounts as numbers
from workbench.library import clausing
from workbench.library.amounts import Amount
from workbench.library.rules import Rules
from workbench.library.strengths import covered, strengths
from workbench.library.words import Phrases, Token, tokens
from workbench.model import Quantity
from workbench.shadow import shadow

_ACRONYM = re.compile(r"\b[A-Z]{2,}\b|\b(?:[A-Z]\.){2,}")


class Reading(Struct, frozen=True, eq=False):
    """A sentence, read.

    `frame` are the signs of what is left when amounts, people, denials, limits and hedges are taken out, as (sign,
    token number): a stem, or one sign for words of one meaning, for both directions (“lowers”, “raises”), for names in
    capitals. Two sentences of one frame say the same about the same thing, or its opposite. `spans` are its
    restrictions and `aside` what is only added to it, by token numbers; `opening` is its first sign.
    """

    text: str
    tokens: tuple[Token, ...]
    amounts: tuple[Amount, ...]
    frame: tuple[tuple[str, int], ...]
    denied: frozenset[str]
    heads: frozenset[str]
    denials: int
    drugs: Mapping[str, str]
    conditions: Mapping[str, str]
    people: Mapping[str, str]
    limits: Mapping[str, str]
    demands: Mapping[str, str]
    degrees: Mapping[str, str]
    hedges: Mapping[str, str]
    exclusive: Mapping[str, str]
    opposites: Mapping[str, str]
    acronyms: tuple[str, ...]
    names: frozenset[str]
    opening: str
    pointing: bool
    reported: frozenset[str]
    ordinals: frozenset[str]
    times: frozenset[str]
    cues: frozenset[str]
    spans: tuple[tuple[int, int], ...]
    fronted: frozenset[int]
    aside: frozenset[int]


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
    told = numbers.amounts(text, dark, quantities.drafts(text, dark) if known is None else known, found)
    named, scopes = strengths(found, rules, told, dark)
    drugs, conditions, people = (phrases.find(found) for phrases in (rules.drugs, rules.conditions, rules.people))
    subject = [(found[first].at, found[last - 1].to) for first, last, _ in (*drugs, *conditions)]
    acronyms = [m for m in _ACRONYM.finditer(text) if not any(at < m.end() and m.start() < to for at, to in subject)]
    signs = _signs(found, rules, named["opposites"], {match.start() for match in acronyms})
    frame = _frame(
        found, signs, covered([*people, *(place for places in named.values() for place in places)]), told, scopes
    )
    beside, pointing = clausing.aside(text, found), _begins(rules.pointing, found)
    denied = _denied(found, frame, beside, scopes) + [[sign] for sign, _ in frame if rules.denying.find(found)]
    return Reading(
        text=text,
        tokens=found,
        amounts=told,
        frame=frame,
        denied=frozenset(sign for signs in denied for sign in signs),
        heads=frozenset(signs[0] for signs in denied if signs),
        denials=len(rules.denying.find(found)) + len(_main(found, beside, scopes)),
        drugs=_printed(text, found, drugs),
        conditions=_printed(text, found, conditions),
        people=_printed(text, found, [place for place in people if place[2] not in rules.generic]),
        **{name: _printed(text, found, places) for name, places in named.items()},
        acronyms=tuple(match.group().replace(".", "") for match in acronyms),
        names=frozenset(sign for sign, at in frame if at and clausing.named(text, found[at])),
        opening=frame[0][0] if frame and not pointing else "",
        pointing=pointing,
        reported=_reported(found, rules, beside),
        ordinals=frozenset(t.word for t in found if t.word in clausing.ORDINALS),
        times=clausing.times(found, [(amount.at, amount.to) for amount in told]),
        cues=frozenset(name for _, _, name in rules.restricting.find(found)),
        fronted=clausing.fronted(text, found),
        spans=clausing.spans(text, found, rules.restricting),
        aside=beside,
    )


def _frame(
    found: Sequence[Token], signs: Mapping[int, str], out: set[int], told: Sequence[Amount], scopes: Sequence[Scope]
) -> tuple[tuple[str, int], ...]:
    """The signs of the words that tell what a sentence is about; `out` are words that say how strong it is."""
    frame = []
    for at, token in enumerate(found):
        cue = any(scope.cue_at <= token.at < scope.cue_to for scope in scopes)
        idle = cue or not token.telling or token.word in clausing.ORDINALS
        if idle or any(numbers.hidden(amount, token) for amount in told):
            continue
        sign = signs.get(at, "" if at in out else token.stem)
        if sign:
            frame.append((sign, at))
    return tuple(frame)


def _main(found: Sequence[Token], beside: frozenset[int], scopes: Iterable[Scope]) -> list[Scope]:
    return [scope for scope in scopes if not any(found[at].at == scope.cue_at for at in beside)]


def _denied(
    found: Sequence[Token], frame: Iterable[tuple[str, int]], beside: frozenset[int], scopes: Iterable[Scope]
) -> list[list[str]]:
    """What each denial denies; of one that denies nothing of the frame (“must not be taken”) its plain words."""
    main = [(sign, found[at].at) for sign, at in frame if at not in beside]
    plain = [(token.stem, token.at) for at, token in enumerate(found) if token.telling and at not in beside]
    inside = [
        [[one for one, at in words if s.at <= at < s.to] for words in (main, plain)]
        for s in _main(found, beside, scopes)
    ]
    return [signs or stems for signs, stems in inside]


def _signs(
    found: Sequence[Token], rules: Rules, turned: Iterable[tuple[int, int, str]], initials: set[int]
) -> dict[int, str]:
    """What stands for a word in the frame in place of its stem; "" where nothing does."""
    signs = {at: "" for at, token in enumerate(found) if token.stem in rules.light}
    signs |= {at: "@" for at, token in enumerate(found) if token.at in initials}
    for first, last, name in rules.alike.find(found):
        head = next((at for at in range(first, last) if found[at].telling), first)
        signs |= dict.fromkeys(range(first, last), "") | {head: f"={name}"}
    return signs | {first: f"±{name.partition(':')[0]}" for first, _, name in turned}


def _reported(found: Sequence[Token], rules: Rules, beside: frozenset[int]) -> frozenset[str]:
    """What tells that a sentence is only said, thought or asked by somebody: “think that”, “it is certain that”."""
    said = {found[at - 1].stem for at, t in enumerate(found) if t.word == "that" and at and found[at - 1].telling}
    return frozenset(said | {name for at, _, name in rules.reported.find(found) if at not in beside})


def _begins(phrases: Phrases, found: Sequence[Token]) -> bool:
    return any(not first for first, _, _ in phrases.find(found[:4]))


def _printed(text: str, found: Sequence[Token], places: Iterable[tuple[int, int, str]]) -> Mapping[str, str]:
    return {name: text[found[first].at : found[last - 1].to] for first, last, name in reversed(list(places))}
