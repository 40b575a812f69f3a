"""Claims and findings as pandas data frames, for notebooks; the only owner of pandas.

A missing whole-article place is `<NA>`, an absent word is "", and several things in one cell are a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

from workbench.model import CONFIDENCES, SEVERITIES, Article, Certainty, Citation, Claim, ClaimType, Finding, Report

if TYPE_CHECKING:
    import pandas as pd

_CITATIONS = get_args(Citation)  # best first
_CERTAINTIES = get_args(Certainty)
_TYPES = get_args(ClaimType)


def claims_frame(article: Article) -> pd.DataFrame:
    """One row for each claim, in reading order, under its id.

    Columns: `text` (the source to the letter), `type` and `type2` (category; type2 may be missing), `citation`
    (category, ordered from "linked" to "none"), `certainty` (category), `intervention`, `condition`, `population`
    (string), `quantities` (list of {"text", "kind", "low", "high", "unit"}, numbers as `Decimal` or None),
    `references` (list of {"kind", "text", "target", "state"}), `context` and `why` (list of str), `line` (Int64,
    from 1), `start` and `end` (Int64, half-open, code points of the source text).
    """
    import pandas as pd

    claims = article.claims
    index = pd.Index([claim.id for claim in claims], name="id", dtype="string")
    source, lines, at = article.document.source, [], 0
    line = 1
    for claim in claims:
        line, at = line + source.count("\n", at, claim.start), max(at, claim.start)
        lines.append(line)
    columns: dict[str, Any] = {
        "text": _strings([claim.text for claim in claims]),
        "type": _category([claim.type for claim in claims], _TYPES),
        "type2": _category([claim.type2 for claim in claims], _TYPES),
        "citation": _category([claim.citation for claim in claims], _CITATIONS, ordered=True),
        "certainty": _category([claim.certainty for claim in claims], _CERTAINTIES),
        "intervention": _strings([claim.intervention for claim in claims]),
        "condition": _strings([claim.condition for claim in claims]),
        "population": _strings([claim.population for claim in claims]),
        "quantities": _objects([_quantities(claim) for claim in claims]),
        "references": _objects([_references(claim) for claim in claims]),
        "context": _objects([list(dict.fromkeys(flag.flag for flag in claim.context)) for claim in claims]),
        "why": _objects([list(claim.why) for claim in claims]),
        "line": pd.array(lines, dtype="Int64"),
        "start": pd.array([claim.start for claim in claims], dtype="Int64"),
        "end": pd.array([claim.end for claim in claims], dtype="Int64"),
    }
    return pd.DataFrame(columns, index=index)


def findings_frame(report: Report) -> pd.DataFrame:
    """One row for each finding: those about the whole article first, then in reading order.

    Columns: `check`, `topic`, `category` (string), `severity` and `confidence` (category, ordered from least to most,
    so that `frame.severity >= "warning"` works), `text`, `message`, `why`, `advice`, `sentence` (string), `held_back`
    (boolean), `decision` (string: "dismissed", "accepted", "baseline", "changed" or ""), `context` (list of str),
    `line`, `start`, `end` (Int64, <NA> for the whole article), `fingerprint` (string).
    """
    import pandas as pd

    found = report.findings
    words = ("check", "topic", "category", "text", "message", "why", "advice", "sentence", "fingerprint")
    columns: dict[str, Any] = {name: _strings([getattr(finding, name) for finding in found]) for name in words}
    columns |= {
        "severity": _category([finding.severity for finding in found], SEVERITIES[::-1], ordered=True),
        "confidence": _category([finding.confidence for finding in found], CONFIDENCES[::-1], ordered=True),
        "held_back": pd.array([finding.held_back for finding in found], dtype="boolean"),
        "decision": _strings([_decision(finding) for finding in found]),
        "context": _objects([list(dict.fromkeys(flag.flag for flag in finding.context)) for finding in found]),
    }
    columns |= {
        name: pd.array([getattr(finding, name) for finding in found], dtype="Int64")
        for name in ("line", "start", "end")
    }
    order = (
        "check", "topic", "category", "severity", "confidence", "text", "message", "why", "advice", "sentence",
        "held_back", "decision", "context", "line", "start", "end", "fingerprint",
    )  # fmt: skip
    return pd.DataFrame({name: columns[name] for name in order})


def _quantities(claim: Claim) -> list[Mapping[str, Any]]:
    names = ("text", "kind", "low", "high", "unit")
    return [{name: getattr(quantity, name) for name in names} for quantity in claim.quantities]


def _references(claim: Claim) -> list[Mapping[str, Any]]:
    names = ("kind", "text", "target", "state")
    return [{name: getattr(reference, name) for name in names} for reference in claim.references]


def _decision(finding: Finding) -> str:
    return finding.decision.state if finding.decision else ""


def _strings(values: list[str]) -> Any:
    import pandas as pd

    return pd.array(values, dtype="string")


def _category(values: list[Any], words: tuple[str, ...], *, ordered: bool = False) -> Any:
    import pandas as pd

    return pd.Categorical(values, categories=list(words), ordered=ordered)


def _objects(values: list[Any]) -> Any:
    """A column of lists; pandas would take lists of equal length for further dimensions."""
    import numpy as np

    column = np.empty(len(values), dtype=object)
    for at, value in enumerate(values):
        column[at] = value
    return column
