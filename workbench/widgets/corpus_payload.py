"""The traits of the corpus overview, as plain dicts out of what the store answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from workbench.review.backlog import bound
from workbench.review.corpus import Line
from workbench.review.trust import Trust
from workbench.widgets.corpus_words import changes

COLUMNS = (
    "name", "path", "title", "risk", "unknowns", "state", "live", "inherited", "checked", "counts", "failed",
    "conflicts",
)  # fmt: skip
_MOST = 200  # conflicts on screen
_AROUND = 240  # characters of a sentence on either side of a value


def table(lines: Iterable[Line], disagree: Mapping[str, int] | None) -> dict[str, Any]:
    """The trait `table`: rows as lists, which is half of what dicts would take over the wire.

    Args:
        lines: every article.
        disagree: how many open conflicts each article has; None = that could not be told.
    """
    rows = []
    for line in lines:
        cells = [getattr(line, name) for name in COLUMNS[:-1]]
        rows.append([*cells, None if disagree is None else disagree.get(line.name, 0)])
    return {"columns": list(COLUMNS), "rows": rows}


def trend(runs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The trait `trend`; `changed` marks the days on which other checks ran than before."""
    changed = set(changes(runs))
    kept = ("on", "articles", "errors", "warnings", "notes")
    return {"runs": [{**{name: run[name] for name in kept}, "changed": run["on"] in changed} for run in runs]}


def judged(one: Trust) -> dict[str, Any]:
    """How often a check was right, with the ends of the 95 % interval as shares (0–1)."""
    low, high = bound.between(one.right, one.of)
    return {"right": one.right, "of": one.of, "low": round(low, 4), "high": round(high, 4)}


def trust(trusts: Mapping[str, Trust], missed: Mapping[str, int], title_of: Callable[[str], str]) -> dict[str, Any]:
    """The trait `trust`: the checks that people judged, what no check saw by category, and held-back matches."""
    checks = [{"id": id_, "title": title_of(id_), **judged(one)} for id_, one in sorted(trusts.items()) if one.of]
    return {
        "checks": checks,
        "missed": misses(missed),
        "harmless": sum(one.harmless for one in trusts.values()),
        "looked_at": sum(one.looked_at for one in trusts.values()),
    }


def misses(missed: Mapping[str, int]) -> list[list[Any]]:
    """Categories in words with how often a person found what no check saw, most first."""
    each = sorted(missed.items(), key=lambda pair: (-pair[1], pair[0]))
    return [[category.replace(":", ": ").replace("-", " "), number] for category, number in each]


def conflicts(found: Iterable[Mapping[str, Any]], states: Mapping[str, str]) -> dict[str, Any]:
    """The trait `conflicts`: errors first, those that people decided last; `states` are the articles' in words."""
    rows = sorted((_conflict(one, states) for one in found), key=_order)
    return {"rows": rows[:_MOST], "all": len(rows)}


def disagreeing(found: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How many open conflicts each article has."""
    counted: dict[str, int] = {}
    for one in found:
        for name in () if one.get("kept") else {value["article"] for value in one["values"]}:
            counted[name] = counted.get(name, 0) + 1
    return counted


def _order(row: Mapping[str, Any]) -> tuple[bool, int, str]:
    return bool(row["kept"]), ("error", "warning", "note").index(row["severity"]), row["title"]


def _conflict(one: Mapping[str, Any], states: Mapping[str, str]) -> dict[str, Any]:
    kept = {name: one[name] for name in ("key", "title", "scope", "severity", "library", "kept")}
    settles = bool(one["library_row"])
    return {**kept, "settles": settles, "values": [_value(value, states) for value in one["values"]]}


def _value(value: Mapping[str, Any], states: Mapping[str, str]) -> dict[str, Any]:
    before, text, after = parted(value["sentence"] or value["text"], value["text"])
    name = value["article"]
    kept = {"article": name, "title": value["title"] or name, "state": states.get(name, value["state"])}
    also = {"value": value["value"], "live": value["live"], "differs": value["differs"]}
    return {**kept, **also, "before": before, "text": text, "after": after}


def parted(sentence: str, text: str) -> tuple[str, str, str]:
    """A sentence around the words it is about, each side cut; the words alone where it does not hold them."""
    at = sentence.find(text) if text else -1
    if at < 0:
        return "", text, ""
    before, after = sentence[:at], sentence[at + len(text) :]
    return (
        before if len(before) <= _AROUND else f"…{before[-_AROUND:]}",
        text,
        after if len(after) <= _AROUND else f"{after[:_AROUND]}…",
    )
