"""People's decisions in `claims/decisions.csv`, and which finding each belongs to after an edit.

A decision follows its finding by fingerprint. Where that is gone, a finding of the same check on the same words in the
same article is shown as "changed" (to confirm): open again, with the old decision beside it, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from workbench.errors import BadContent, Usage
from workbench.facts import Row, read_table
from workbench.fingerprint import normalised
from workbench.model import Decision, Finding
from workbench.spreadsheet import bare

COLUMNS = (
    "article", "check", "fingerprint", "text", "decision", "reason", "note", "by", "second", "on", "until", "text_hash",
)  # fmt: skip
STATES = ("dismissed", "accepted", "baseline")
# The first two need no second person: they say that the check misread the text, not that its harm is acceptable.
READING = ("wrong reading", "quoted or denied")
REASONS = (*READING, "source is given elsewhere", "right for this audience or country", "agreed exception", "other")
_ALIKE = 0.75  # share of equal characters from which edited words are taken for the same finding
_SHORT = 12  # characters below which one other digit makes another finding
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
    rows = tuple({column: bare(cell) for column, cell in row.items()} for row in table)
    for number, row in enumerate(rows, start=1):
        _hold(row, f"decision {number} ({row['article']}, {row['check']})")
    return rows


def _hold(row: Row, place: str) -> None:
    if row["decision"] not in STATES:
        raise BadContent(NAME, place, f"decision is “{row['decision']}”; it must be one of {', '.join(STATES)}")
    for column in ("on", "until"):
        if row[column] and not _is_date(row[column]):
            raise BadContent(NAME, place, f"{column} is “{row[column]}”; write the date as 2026-11-25")
    if not row["on"]:
        raise BadContent(NAME, place, "has no date in “on”; a decision needs a day, like 2026-11-25")
    if row["decision"] == "dismissed" and row["reason"] not in REASONS:
        raise BadContent(NAME, place, f"reason is “{row['reason']}”; choose {', '.join(REASONS)}")
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
        waiting = loose.get((finding.check, normalised(finding.text))) or _alike(finding, loose)
        if not waiting:
            return finding
        row, state = waiting.pop(0), "changed"
    if _lacks_second(finding, row):
        state = "changed"
    decision = Decision(state or row["decision"], row["reason"], row["by"], row["on"], row["until"])
    return msgspec.structs.replace(finding, decision=decision)


def _alike(finding: Finding, loose: dict[tuple[str, str], list[Row]]) -> list[Row] | None:
    """Rows whose finding is gone and whose words are nearly these: "for depression", "for severe depression"."""
    text = normalised(finding.text)
    if len(text) < _SHORT:
        return None
    matcher = SequenceMatcher(None, "", text, autojunk=False)
    best: tuple[float, list[Row]] | None = None
    for (check, words), rows in loose.items():
        matcher.set_seq1(words)
        if check == finding.check and rows and len(words) >= _SHORT and matcher.ratio() >= _ALIKE:
            best = max(best or (0.0, rows), (matcher.ratio(), rows), key=lambda pair: pair[0])
    return best[1] if best else None


def _lacks_second(finding: Finding, row: Row) -> bool:
    """An error dismissed for another reason than how it reads needs two people; one row alone does not close it."""
    alone = not row["second"] or row["second"] == row["by"]
    return finding.severity == "error" and row["decision"] == "dismissed" and row["reason"] not in READING and alone


def _in_force(row: Row, as_of: date) -> bool:
    begun = date.fromisoformat(row["on"]) <= as_of
    return begun and (not row["until"] or date.fromisoformat(row["until"]) >= as_of)


def article_name(path: Path, root: Path | None) -> str:
    """The name of an article in tables: its place below `articles/`, else its file name, without suffix."""
    if root is not None:
        try:
            return path.resolve().relative_to((root / "articles").resolve()).with_suffix("").as_posix()
        except ValueError:
            pass
    return path.stem


def article_names(paths: Iterable[str], root: Path | None) -> dict[str, str]:
    """Path → name, for tables and queue where a name must stand for one article.

    Raises:
        Usage: two articles would share a name; the message names both.
    """
    names: dict[str, str] = {}
    owners: dict[str, str] = {}
    for path in paths:
        name = names[path] = article_name(Path(path), root)
        if name in owners:
            raise Usage(f"{owners[name]} and {path} would share the name “{name}”; give one of them another name")
        owners[name] = path
    return names
