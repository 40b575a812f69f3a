"""The parts of a sentence that a claim is compared by: what is denied, what restricts, what is only added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench import negation
from workbench.clauses import Scope
from workbench.library.words import Phrases, Token

_REACH = 7  # words between a denial and the limit that it turns: “do not take more than”
_COMPARED = frozenset(["more", "less", "longer", "shorter", "fewer", "later", "higher", "lower", "older", "younger"])
_TURNED = {"at least": "up to", "up to": "at least"}
_NO_MORE = ("more", "better", "worse", "higher", "lower", "greater", "less", "fewer", "faster", "safer", "longer")
_ADDED = re.compile(
    r"[;(\[]|\s[–—-]\s|,\s(?:so|and|but|which|because|although|though|as|since|while)\b"
    r"|,\sor (?:it|they|you|he|she|else)\b|\bbecause\b|\bbut\b"
)
_ENDS = re.compile(r"[,;:()\[\]]")

RARE = "4"  # the degree that denies nearly everything: “few”, “rarely”
_LEAD = 3  # telling words at most before a colon: “Good to know: …”
_FRONTS = frozenset(["unlike", "if", "when", "while", "although", "though", "despite", "as", "in", "with", "for", "at"])
_FRONTS |= {"on", "under", "among", "during", "before", "after"}
_UNITS = frozenset(["second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade"])
_TIMED = frozenset(["within", "in", "after", "for", "over", "until", "than", "of", "about", "every", "lasts", "takes"])
_MODALS = frozenset(["should", "must", "can", "may", "will", "cannot", "ought"])
ORDINALS = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"]
)

Place = tuple[int, int, str]


def denials(dark: bytes, found: Sequence[Token]) -> list[Scope]:
    """The denials of a sentence, “no better than” among them; two that follow each other cancel out."""
    scopes: list[Scope] = []
    for scope in negation.negations(dark):
        if scopes and 0 <= scope.cue_at - scopes[-1].cue_to <= 1:
            scopes.pop()
        else:
            scopes.append(scope)
    for token, after in pairwise(found):
        known = any(scope.cue_at <= token.at < scope.cue_to for scope in scopes)
        if token.word == "no" and after.word in _NO_MORE and not known:
            scopes.append(Scope(token.at, token.to, after.at, found[-1].to))
    return scopes


def limited(
    found: Sequence[Token], scopes: Sequence[Scope], limits: Sequence[Place]
) -> tuple[list[Scope], list[Place]]:
    """Denials and limits, where a denied limit is the other limit: “not … more than 4” is “at most 4”."""
    left, turned = list(scopes), []
    for first, last, name in limits:
        before = found[max(0, first - _REACH)].at
        reached = (s for s in left if before <= s.cue_at and s.at <= found[first].at < s.to)
        turning = next(reached, None) if found[first].word in _COMPARED else None
        if turning is not None:
            left.remove(turning)
            name = _TURNED[name]
        turned.append((first, last, name))
    return left, turned


def spans(text: str, found: Sequence[Token], restricting: Phrases) -> tuple[tuple[int, int], ...]:
    """The restrictions, as token numbers `[first, last)`: from a word that opens one to the end of its clause."""
    told: list[tuple[int, int]] = []
    for first, cue_last, _ in restricting.find(found):
        if told and first < told[-1][1]:
            continue
        last = cue_last
        while last < len(found) and not _ENDS.search(text, found[last - 1].to, found[last].at):
            if found[last].word in _MODALS and any(token.telling for token in found[cue_last:last]):
                break  # “people with gout should …”
            last += 1
        told.append((first, last))
    return tuple(told)


def aside(text: str, found: Sequence[Token]) -> frozenset[int]:
    """The words that are only added to a statement: before a colon, in brackets, from a conjunction to the end."""

    def told(to: int) -> int:
        return sum(token.telling for token in found if token.to <= to)

    lead = text.find(": ")
    begin = lead if lead >= 0 and told(lead) <= _LEAD < told(len(text)) - told(lead) else -1
    start = next((m for m in _ADDED.finditer(text) if told(m.start()) - told(begin) > 1), None)
    at, end = (start.start(), len(text)) if start else (len(text), len(text))
    if start and start.group() in ("(", "["):
        close = text.find(")" if start.group() == "(" else "]", at)
        end = len(text) if close < 0 else close
    return frozenset(n for n, token in enumerate(found) if token.at < begin or at <= token.at < end)


def fronted(text: str, found: Sequence[Token]) -> frozenset[int]:
    """The words of a clause in front that says when or in contrast to what: “If swallowing is hard, …”."""
    comma = text.find(",")
    if comma < 0 or not found or found[0].word not in _FRONTS:
        return frozenset()
    return frozenset(at for at, token in enumerate(found) if token.at < comma)


def named(text: str, token: Token) -> bool:
    """Whether a word inside a sentence is a name; one letter is none."""
    return text[token.at].isupper() and token.to - token.at > 1


def times(found: Sequence[Token], taken: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Times without a number (“within a year”), those of an amount (“once a year”) left out."""
    return frozenset(
        token.word
        for at, token in enumerate(found)
        if token.word in _UNITS and at > 1 and found[at - 1].word in ("a", "an") and found[at - 2].word in _TIMED
        if not any(low <= token.at < high for low, high in taken)
    )
