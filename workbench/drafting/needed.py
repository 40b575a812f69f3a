"""What an article like this one has to say: what is there, where, and what is missing, with the wording to insert."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from workbench.drafting.desk import Desk, Drafted
from workbench.drafting.reading import line_of
from workbench.drafting.statements import TOPIC, Offer
from workbench.drafting.units import Units
from workbench.facts import SEPARATOR, Table
from workbench.model import SEVERITIES, Check, Evidence, Finding, Judgement

_GRAVE = (*SEVERITIES, "")
_STATES = ("missing", "unknown", "there")
_KINDS = ("disclaimer-missing", "provenance")  # beginnings of categories: what has to stand on the page
_BY_EDITOR = "medical reviewer"  # the detail that is not the writer's to give
_NO_COUNTRY = "Not checked: no country is declared."

Row = dict[str, Any]


def asks(check: Check) -> bool:
    """Whether a check asks for something that has to stand on the page."""
    return check.topic == TOPIC and check.category.startswith(_KINDS)


def needed(desk: Desk, drafted: Drafted, numbers: Mapping[str, int], units: Units) -> dict[str, Any]:
    """{"have", "of", "unknown", "rows"}; `numbers` are those of findings by fingerprint.

    A row: {"check", "label", "state": "there" | "missing" | "unknown", "severity", "where", "line", "text" (why it is
    missing), "number" of its finding (0 = none), "insert" ({"at", "text", "wording", "line"}, at -1 = nowhere in this
    kind of file, or None), "why" no wording is offered}.
    """
    rows = [row for check in desk.content.checks if asks(check) for row in _rows(desk, drafted, check, numbers, units)]
    have, unknown = (sum(row["state"] == state for row in rows) for state in ("there", "unknown"))
    rows.sort(key=lambda row: (_STATES.index(row["state"]), _GRAVE.index(row["severity"])))
    return {"have": have, "of": len(rows) - unknown, "unknown": unknown, "rows": rows}


def _rows(desk: Desk, drafted: Drafted, check: Check, numbers: Mapping[str, int], units: Units) -> Iterator[Row]:
    found = [one for one in drafted.findings if one.check == check.id and one.start is None and not one.held_back]
    for finding in found:
        closed = finding.decision is not None and finding.decision.state != "changed"
        details = (
            [] if closed else list(_details(check, finding.evidence, finding.severity, numbers[finding.fingerprint]))
        )
        yield from details or [_missing(desk, drafted, check, finding, numbers, units)]
    for verdict in drafted.verdicts:
        if verdict.check == check.id and verdict.verdict == "pass":
            yield from list(_details(check, verdict.evidence)) or [_there(desk, drafted, check, verdict)]
        elif verdict.check == check.id and verdict.verdict == "not-checkable":
            why = _NO_COUNTRY if check.needs_country and not drafted.article.country else "Could not be checked."
            yield _row(check.id, desk.statements.label(check), "unknown", text=why)


def _row(check: str, label: str, state: str, **more: Any) -> Row:
    usual = {"severity": "", "where": "", "line": 0, "text": "", "number": 0, "insert": None, "why": ""}
    return {"check": check, "label": label, "state": state, **usual, **more}


def _missing(
    desk: Desk, drafted: Drafted, check: Check, finding: Finding, numbers: Mapping[str, int], units: Units
) -> Row:
    label, number = desk.statements.label(check), numbers.get(finding.fingerprint, 0)
    if finding.decision is not None and finding.decision.state != "changed":
        return _row(check.id, label, "there", where=f"decided: {finding.decision.reason}", number=number)
    suffix = PurePath(drafted.draft.path).suffix.lower()
    offer = desk.statements.offer(drafted.article, check, desk.content.tables, suffix)
    return _row(
        check.id, label, "missing", severity=finding.severity, text=finding.message, number=number,
        insert=_insert(offer, units), why=offer.why if offer else "",
    )  # fmt: skip


def _insert(offer: Offer | None, units: Units) -> dict[str, Any] | None:
    if offer is None or offer.why:
        return None
    at = -1 if offer.at is None else units.of(offer.at)
    return {"at": at, "text": offer.text, "wording": offer.wording, "line": offer.line}


def _there(desk: Desk, drafted: Drafted, check: Check, verdict: Judgement) -> Row:
    line = _line(drafted, verdict.evidence, desk.content.tables.get(str(check.params.get("table", ""))))
    where = f"line {line}" if line else _elsewhere(verdict.evidence, drafted)
    return _row(check.id, desk.statements.label(check), "there", where=where, line=line)


def _line(drafted: Drafted, evidence: Evidence | None, table: Table | None) -> int:
    """Where a statement stands: its own words, or, where a row of the check's table tells of it, one of the row's."""
    given = evidence.given if evidence else ""
    forms = [form for row in table or () if row.get("name") == given for form in row.get("forms", "").split(SEPARATOR)]
    words = [word for word in (given, *forms) if word and "*" not in word]
    sentences = drafted.article.sentences
    found = next((one for one in sentences if any(word in one.text for word in words)), None)
    return line_of(drafted.article, found.start) if found else 0


def _elsewhere(evidence: Evidence | None, drafted: Drafted) -> str:
    given = evidence.given if evidence else ""
    said = next((one for one in drafted.article.knowledge.site if given and one.text == given), None)
    return f"site {said.where}" if said else ""


def _details(check: Check, evidence: Evidence | None, severity: str = "", number: int = 0) -> Iterator[Row]:
    """Author, reviewer and date are three things, though one verdict tells of them."""
    rows: Sequence[Mapping[str, str]] = evidence.rows if evidence else ()
    if not all("detail" in row for row in rows):
        return
    for row in rows:
        name, state = row["detail"], row["state"]
        label = name[:1].upper() + name[1:]
        if state == "named":
            yield _row(check.id, label, "there", where=row["text"])
            continue
        text = "The editor adds this." if name == _BY_EDITOR else _gap(state, row["text"])
        yield _row(check.id, label, "missing", severity=severity, text=text, number=number)


def _gap(state: str, text: str) -> str:
    return f"Only in part: “{text}”." if state == "partial" else "Not named."


def ids(rows: Iterable[Row]) -> set[int]:
    """The numbers of the findings that these rows tell of."""
    return {row["number"] for row in rows if row["number"]}
