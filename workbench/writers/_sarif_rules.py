"""The rules of a SARIF log: what a check catches, why, what to do, on which sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.model import Check, Confidence, Finding, Severity, Source

_PROBLEM: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "recommendation"}
_PRECISION: dict[Confidence, str] = {"high": "high", "medium": "medium", "low": "low"}


class Rules:
    """The rules that fired, sorted by id.

    Args:
        explained: by id, the check, or a finding that speaks for itself.
    """

    def __init__(self, explained: Mapping[str, Check | Finding]) -> None:
        self._explained = dict(sorted(explained.items()))
        self._index = {id_: index for index, id_ in enumerate(self._explained)}

    def index(self, id_: str) -> int:
        """Where the rule stands."""
        return self._index[id_]

    def described(self) -> list[dict[str, Any]]:
        """Each rule as a reporting descriptor."""
        return [_described(id_, it) for id_, it in self._explained.items()]


def _described(id_: str, it: Check | Finding) -> dict[str, Any]:
    title = it.title if isinstance(it, Check) else id_
    sources = [_line(source) for source in it.sources] if isinstance(it, Check) else []
    help_ = [it.why, f"What to do: {it.advice}", *(["Sources:", *sources] if sources else [])]
    return {
        "id": id_,
        "name": "".join(word.capitalize() for word in id_.split("-")),
        "shortDescription": {"text": title or id_},
        "fullDescription": {"text": it.why},
        "help": {"text": "\n".join(help_)},
        "defaultConfiguration": {"level": it.severity},
        "properties": {
            "tags": list(dict.fromkeys((it.topic, it.category))),
            "precision": _PRECISION[it.confidence],
            "problem.severity": _PROBLEM[it.severity],
        },
    }


def _line(source: Source) -> str:
    place = f"doi:{source.doi}" if source.doi else source.url
    year = str(source.year) if source.year else ""
    return "- " + ". ".join(part for part in (source.authors, source.title, year, place, source.locator) if part)
