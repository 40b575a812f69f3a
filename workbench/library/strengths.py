"""The words that make a statement stronger, weaker or the other way round, where they are meant so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.clauses import Scope
from workbench.library import clausing
from workbench.library.amounts import Amount
from workbench.library.clausing import Place
from workbench.library.rules import Rules
from workbench.library.words import Token

_NEAR = 2  # words that may stand between a limit and its number: “up to about 12”
_ENDS = frozenset(("maximum", "minimum"))  # limits that may stand anywhere: “the maximum of Velodrin is …”
_STRENGTHS = ("limits", "demands", "degrees", "hedges", "exclusive", "opposites")
_TIMES = frozenset(("hour", "day", "morning", "evening", "night", "week", "month", "year", "time", "meal"))


def strengths(
    found: Sequence[Token], rules: Rules, told: Sequence[Amount], dark: bytes
) -> tuple[dict[str, list[Place]], list[Scope]]:
    """Where limits, demands, degrees, hedges and opposites stand, each by its list's name, and what is denied.

    Args:
        found: the words of a sentence.
        rules: what to look for.
        told: the sentence's amounts; a limit stands beside one.
        dark: the sentence's shadow.
    """
    named = {name: getattr(rules, name).find(found) for name in _STRENGTHS}
    spoken = {found[at].at for at in covered([*named["limits"], *named["opposites"]])}  # “no more than”, “without food”
    spoken |= {found[first].at for first, _, name in named["degrees"] if name == clausing.RARE}
    scopes = [scope for scope in clausing.denials(dark, found) if scope.cue_at not in spoken]
    limits = [place for place in named["limits"] if _beside(found, place, told)]
    scopes, named["limits"] = clausing.limited(found, scopes, limits)
    inside = covered(named["limits"])
    named["hedges"] = [place for place in named["hedges"] if not _allows(found, place)]
    named["degrees"] = [p for p in named["degrees"] if p[0] not in inside and not _measures(found, p, told)]
    named["opposites"] = [place for place in named["opposites"] if place[0] not in inside]
    return named, scopes


def covered(places: Iterable[Place]) -> set[int]:
    """The numbers of the words that these places take."""
    return {at for first, last, _ in places for at in range(first, last)}


def _measures(found: Sequence[Token], place: tuple[int, int, str], told: Sequence[Amount]) -> bool:
    """Whether “every” counts times (“every 8 hours”, “every day”), not people."""
    first, last, _ = place
    after = found[last].word if last < len(found) else ""
    low, high = found[first].at, found[min(last, len(found) - 1)].to
    return after in _TIMES or after[:1].isdigit() or any(amount.at < high and low < amount.to for amount in told)


def _allows(found: Sequence[Token], place: tuple[int, int, str]) -> bool:
    """Whether “may” allows rather than doubts: “you may”, “may be taken”."""
    first, last, _ = place
    after = [token.word for token in found[last : last + 3]]
    done = any(word.endswith(("ed", "en")) for word in after[1:])
    return found[first - 1].word == "you" if first and not done else after[:1] == ["be"] and done


def _beside(found: Sequence[Token], place: tuple[int, int, str], told: Sequence[Amount]) -> bool:
    """Whether a limit stands at a number, or inside its reading (“50 and older”); “over six weeks” is a time taken."""
    first, last, _ = place
    if found[first].word in _ENDS:
        return bool(told)
    low = found[max(0, first - 1)].at
    high = found[min(len(found) - 1, last + _NEAR)].to
    near = [amount for amount in told if amount.at < high and low < amount.to]
    return any(amount.kind != "duration" for amount in near) or bool(near and found[first].word != "over")
