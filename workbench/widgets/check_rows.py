"""Rows and words of the list of checks, out of the loaded checks and what people decided about their findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from workbench.model import Check, Example, Severity, Source
from workbench.review.corpus import Found
from workbench.review.moves.of_claims import CHECK as MOVES
from workbench.review.trust import Trust
from workbench.review.wording import counted
from workbench.widgets.corpus_payload import judged, misses

LINE = 0.85  # a check whose share right falls under this is named
_IN_USE = MOVES[0].before[0]
_LONGEST = 600  # characters of an example
_HOLE = re.compile(r"\{\w+\}")  # what a finding's own words are put into


class Known(Struct, frozen=True):
    """What is known of the checks beside their files.

    Attributes:
        trust: people's verdicts, by check.
        found: what stands in the texts now, by check.
        missed: what people found and no check saw, by category.
        said: the newest step about a check, by check.
        written: severities as the files have them, by check; a check that is not among them runs as it is written.
    """

    trust: Mapping[str, Trust] = {}
    found: Mapping[str, Found] = {}
    missed: Mapping[str, int] = {}
    said: Mapping[str, Mapping[str, Any]] = {}
    written: Mapping[str, Severity] = {}


def table(checks: Iterable[Check], known: Known) -> dict[str, Any]:
    """The trait `checks`."""
    rows = [row(check, known) for check in checks]
    return {"lead": lead(rows, known.missed), "rows": rows, "missed": misses(known.missed)}


def row(check: Check, known: Known) -> dict[str, Any]:
    """A check as the list shows it; "right" is None where nobody decided about a finding of it."""
    one, found = known.trust.get(check.id, Trust()), known.found.get(check.id, Found())
    said = known.said.get(check.id)
    return {
        "id": check.id, "title": check.title, "topic": check.topic, "category": check.category.replace("-", " "),
        "severity": check.severity, "written": known.written.get(check.id, check.severity),
        "confidence": check.confidence, "found": found.found, "held": found.held,
        "right": judged(one) if one.of else None, "harmless": one.harmless, "looked_at": one.looked_at,
        "missed": known.missed.get(check.category, 0), "measured": _measured(check),
        "reviewed": {"by": check.reviewed.by, "on": check.reviewed.on} if check.reviewed else None,
        "state": said["state"] if said else _IN_USE, "said": _said(said) if said else None,
    }  # fmt: skip


def _measured(check: Check) -> dict[str, Any] | None:
    one = check.measured
    if one is None:
        return None
    where = "labelled texts" if "/" in one.where else one.where  # a folder of ours says nothing to a reader
    return {"right": one.right, "of": one.of, "on": one.on, "where": where}


def _said(step: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: step[name] for name in ("action", "by", "on", "reason")}
    return {**kept, "name": step["by_name"] or step["by"], "severity": step["given"].get("severity", "")}


def lead(rows: Iterable[Mapping[str, Any]], missed: Mapping[str, int]) -> str:
    """What the head says."""
    every = list(rows)
    decided = [one for one in every if one["right"]]
    under = [one for one in decided if one["right"]["right"] / one["right"]["of"] < LINE]
    reviewed = sum(one["reviewed"] is not None for one in every)
    lost = sum(missed.values())
    told = f"{counted(len(every), 'check')}; nobody has decided about a finding yet."
    if decided:
        told = f"{counted(len(every), 'check')}; people decided about findings of {len(decided)}."
        told += (
            f" {counted(len(under), 'check')} {'is' if len(under) == 1 else 'are'} right less than 85 % of the time."
        )
    told += f" People found {counted(lost, 'problem')} that no check saw." if lost else ""
    return f"{told} Reviewed by a clinician: {reviewed or 'none'}."


def words(check: Check) -> dict[str, Any]:
    """What a check catches, why, on which sources, and where its border runs."""
    return {
        "message": _HOLE.sub("…", check.message),
        "why": check.why,
        "advice": check.advice,
        "sources": [_source(source) for source in check.sources],
        "examples": [_example(example) for example in check.example],
        "held_back_by": [flag.replace("_", " ").replace("-", " ") for flag in check.held_back_by],
        "needs_country": check.needs_country,
    }


def _source(source: Source) -> str:
    year = str(source.year) if source.year else ""
    locator = f"doi:{source.doi}" if source.doi else source.url
    parts = (source.authors, source.title, year, locator, source.locator, source.note)
    return ". ".join(part for part in parts if part)


def _example(example: Example) -> dict[str, Any]:
    text = " ".join(example.text.split()) or f"The file {example.file}"
    found = ["the whole article" if one == "*" else one for one in example.finds]
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return {"text": shown, "finds": found, "held": list(example.held_back)}
