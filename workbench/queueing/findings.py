"""Deciding findings: one, or several of one cause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from workbench.errors import Usage
from workbench.queueing import naming
from workbench.queueing.newsroom import Wanted
from workbench.queueing.stepping import OK, Sitting, lines, told
from workbench.review import Outcome, Person

_ELSEWHERE = ":"  # between an article and a finding of it


class Further(msgspec.Struct, frozen=True, kw_only=True):
    """What goes with some decisions.

    `until` is the day on which an accepted risk ends, in ISO form, and `fact` what it hangs on; `source` is what a
    contest rests on.
    """

    until: str = ""
    fact: str = ""
    source: str = ""


_NOTHING = Further()


class _Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The step, in the words of `Store.decide`."""

    action: str
    reason: str
    note: str
    until: date | None
    fact: str
    source: str


def decide(
    wanted: Wanted, working_directory: Path, name: str, fingerprints: str | Sequence[str], action: str,
    reason: str = "", note: str = "", person: Person | None = None, further: Further = _NOTHING,
) -> tuple[str, int]:  # fmt: skip
    """Take a step about a finding, or the same step about several findings of one cause: all of them or none.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        name: the article, as `queue list` names it.
        fingerprints: the findings, or their first digits (four at least); "other-article:4f2a" is one of another
            article.
        action: "dismiss", "fix", "withdraw", "accept", "ask", "agree", "overrule", "contest" or "undo".
        reason: for "dismiss", in words or its number from 1; for "accept" and "contest" a sentence.
        note: free words; the question of "ask", the answer to a contest.
        person: who decides; default: whoever is there.
        further: what "accept" and "contest" need beside.

    Raises:
        Usage: they or the rules do not allow it (says who can), or there is no such article or finding.
        QueueUnavailable: the queue cannot be used.
    """
    typed = [fingerprints] if isinstance(fingerprints, str) else list(fingerprints)
    asked = _Asked(
        action=action, reason=naming.reason(reason) if action == "dismiss" else reason, note=note,
        until=naming.day(further.until, "--until"), fact=further.fact, source=further.source,
    )  # fmt: skip
    with Sitting(working_directory, wanted, person) as sitting:
        chosen = _chosen(sitting, name, typed)
        outcome = _one(sitting, *chosen[0], asked) if len(chosen) == 1 else _together(sitting, chosen, asked)
        said = told(outcome)
        back = "" if action in ("undo", "withdraw", "overrule") else _back(chosen)
        return lines(said, sitting.left(name), back), OK


def _chosen(sitting: Sitting, name: str, typed: Sequence[str]) -> list[tuple[str, str]]:
    """Article and finding of each, once; every article is checked anew first."""
    if not typed:
        raise Usage("no finding is named; see them with: workbench queue show ARTICLE")
    pairs = []
    for word in typed:
        article, _, beginning = word.rpartition(_ELSEWHERE)
        pairs.append((article or name, beginning))
    states = {}
    for article in dict.fromkeys(article for article, _ in pairs):
        sitting.refresh(article)
        states[article] = sitting.store.states(article)
    found = [(article, naming.whole(beginning, states[article], "finding", article)) for article, beginning in pairs]
    return list(dict.fromkeys(found))


def _one(sitting: Sitting, name: str, fingerprint: str, asked: _Asked) -> Outcome:
    store, who, at = sitting.store, sitting.person, sitting.wanted.at
    if asked.action == "undo":
        return store.take_back(name, fingerprint, who, at=at)
    return store.decide(
        name, fingerprint, asked.action, who, asked.reason, asked.note, at=at, until=asked.until, fact=asked.fact,
        source=asked.source,
    )  # fmt: skip


def _together(sitting: Sitting, chosen: Sequence[tuple[str, str]], asked: _Asked) -> Outcome:
    return sitting.store.decide_together(
        chosen, asked.action, sitting.person, asked.reason, asked.note, at=sitting.wanted.at, until=asked.until,
        fact=asked.fact,
    )  # fmt: skip


def _back(chosen: Sequence[tuple[str, str]]) -> str:
    """How the step is taken back."""
    first = chosen[0][0]
    names = [key if article == first else f"{article}{_ELSEWHERE}{key}" for article, key in chosen]
    return f"To take it back: workbench queue decide {first} {' '.join(names)} undo"
