"""People's decisions in `claims/decisions.csv`, and which finding each belongs to after an edit.

A decision follows its finding by fingerprint. Where that is gone, a finding of the same check on the same words in the
same article is shown as "changed" (to confirm): open again, with the old decision beside it, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from workbench.errors import BadContent
from workbench.facts import Row, read_table
from workbench.fingerprint import normalised
from workbench.model import Decision, Finding

COLUMNS = (
    "article", "check", "fingerprint", "text", "decision", "reason", "note", "by", "second", "on", "until", "text_hash",
)  # fmt: skip
STATES = ("dismissed", "accepted", "baseline")
NAME = "claims/decisions.csv"


def read(root: Path | None) -> tuple[Row, ...]:
    """The decisions of a newsroom, in file order; empty where there is no root or no file.

    Raises:
        BadContent: a column is missing, a state unknown, a date malformed; names the row and the remedy.
    """
    path = root / NAME if root else None
    if path is None or not path.is_file():
        return ()
    table = read_table(path, NAME)
    missing = [column for column in COLUMNS if column not in table.columns]
    if missing:
        raise BadContent(NAME, "line 1", f"lacks the column {missing[0]}; the columns are {', '.join(COLUMNS)}")
    for number, row in enumerate(table, start=1):
        _hold(row, f"decision {number} ({row['article']}, {row['check']})")
    return table.rows


def _hold(row: Row, place: str) -> None:
    if row["decision"] not in STATES:
        raise BadContent(NAME, place, f"decision is “{row['decision']}”; it must be one of {', '.join(STATES)}")
    for column in ("on", "until"):
        if row[column] and not _is_date(row[column]):
            raise BadContent(NAME, place, f"{column} is “{row[column]}”; write the date as 2026-11-25")
    if not row["on"]:
        raise BadContent(NAME, place, "has no date in “on”; a decision needs a day, like 2026-11-25")
    if row["decision"] == "accepted" and not row["until"]:
        raise BadContent(NAME, place, "accepts a risk without an end date in “until”")
    for column in ("fingerprint", "by"):
        if not row[column]:
            raise BadContent(NAME, place, f"has no “{column}”; a decision needs a finding and a person")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def apply(findings: Sequence[Finding], rows: Iterable[Row], article: str, as_of: date) -> tuple[Finding, ...]:
    """The findings with the decisions that people made about them.

    Args:
        findings: all findings of one article.
        rows: decisions of every article.
        article: the name of this article, as in the column `article`.
        as_of: the day; an accepted risk ends when its date has passed.
    """
    mine = [row for row in rows if row["article"] == article]
    if not mine:
        return tuple(findings)
    exact = {(row["check"], row["fingerprint"]): row for row in mine if _in_force(row, as_of)}
    here = {(finding.check, finding.fingerprint) for finding in findings}
    # Only a decision whose own finding is gone may speak for a changed sentence, and for one finding only.
    loose: dict[tuple[str, str], list[Row]] = {}
    for key, row in exact.items():
        if key not in here:
            loose.setdefault((row["check"], normalised(row["text"])), []).append(row)
    return tuple(_decided(finding, exact, loose) for finding in findings)


def _decided(finding: Finding, exact: dict[tuple[str, str], Row], loose: dict[tuple[str, str], list[Row]]) -> Finding:
    row, state = exact.get((finding.check, finding.fingerprint)), ""
    if row is None:
        waiting = loose.get((finding.check, normalised(finding.text)))
        if not waiting:
            return finding
        row, state = waiting.pop(0), "changed"
    decision = Decision(state or row["decision"], row["reason"], row["by"], row["on"], row["until"])
    return msgspec.structs.replace(finding, decision=decision)


def _in_force(row: Row, as_of: date) -> bool:
    return not row["until"] or date.fromisoformat(row["until"]) >= as_of


def article_name(path: Path, root: Path | None) -> str:
    """The name of an article in tables: its place below `articles/`, else its file name, without suffix."""
    if root is not None:
        try:
            return path.resolve().relative_to((root / "articles").resolve()).with_suffix("").as_posix()
        except ValueError:
            pass
    return path.stem
