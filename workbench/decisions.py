"""People's decisions in `claims/decisions.csv`, and which finding each belongs to after an edit.

A decision follows its finding by fingerprint. Where that is gone, a finding of the same check on the same words in the
same article is shown as "changed" (to confirm): open again, with the old decision beside it, never dropped.

The file has one line a decision, sorted, so that git merges it line by line; but any order is read, and two lines about
one finding, which a merge that kept both sides leaves, count as `strength` says. People stand there by id, never by
name. "none" as the second person is the second pass of a newsroom of one, and counts only there.
"""

from __future__ import annotations

import csv
import io
import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path, PurePath

import msgspec

from workbench import config
from workbench.errors import BadContent, Usage
from workbench.facts import Row, read_table
from workbench.files import Real
from workbench.fingerprint import normalised
from workbench.model import Decision, Finding
from workbench.spreadsheet import bare, guard

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
NOBODY = "none"  # the second person where one person's second pass stands in
_MARKS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")  # git's, around lines that it could not merge


def read(root: Path | None) -> tuple[Row, ...]:
    """The decisions of a newsroom as they count for its checks, in file order; empty where there is no root or no file.

    Raises:
        BadContent: a column is missing, a state unknown, a date malformed; names the row and the remedy.
    """
    rows = written(root)
    if not any(row["second"] == NOBODY for row in rows):
        return rows
    return counted(rows, root is not None and config.load(root).review.people == 1)


def counted(rows: Iterable[Row], alone: bool) -> tuple[Row, ...]:
    """The rows as they count: a second pass is nobody's agreement, except in a newsroom of one (`alone`)."""
    return tuple({**row, "second": ""} if row["second"] == NOBODY and not alone else row for row in rows)


def written(root: Path | None) -> tuple[Row, ...]:
    """The decisions as the file has them; raises what `read` raises."""
    path = root / NAME if root else None
    if path is None or not path.is_file():
        return ()
    _refuse_marks(path.read_bytes())
    table = read_table(path, NAME)
    missing = [column for column in COLUMNS if column not in table.columns]
    if missing:
        raise BadContent(NAME, "line 1", f"lacks the column {missing[0]}; the columns are {', '.join(COLUMNS)}")
    rows = tuple({column: bare(cell) for column, cell in row.items()} for row in table)
    for number, row in enumerate(rows, start=1):
        _hold(row, f"decision {number} ({row['article']}, {row['check']})")
    return rows


def _refuse_marks(data: bytes) -> None:
    for number, line in enumerate(data.removeprefix(BOM_UTF8).splitlines(), start=1):
        if line.startswith(_MARKS) and line[len(_MARKS[0]) :][:1] in (b"", b" "):
            problem = (
                "is one of git's conflict marks; keep both sides' lines, except one that a side took out, delete the"
                " lines with marks, then run again"
            )
            raise BadContent(NAME, f"line {number}", problem)


def strength(row: Row) -> tuple[str, bool, int, tuple[str, ...]]:
    """Of two rows about one finding the greater counts; the order of lines says nothing, since a merge makes it.

    The later day's; of one day, what two people decided; then what ends, and sooner; then whichever sorts last.
    """
    two = row["second"] not in ("", NOBODY, row["by"])
    sooner = -date.fromisoformat(row["until"]).toordinal() if row["until"] else -date.max.toordinal()
    return row["on"], two, sooner, tuple(row.get(column, "") for column in COLUMNS)


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


def apply(
    findings: Sequence[Finding], rows: Iterable[Row], article: str, as_of: date, *, tell_ended: bool = False
) -> tuple[Finding, ...]:
    """The findings with the decisions that people made about them.

    Args:
        findings: all findings of one article.
        rows: decisions of every article.
        article: the name of this article, as in the column `article`.
        as_of: the day; an accepted risk ends when its date has passed.
        tell_ended: a finding whose accepted risk has ended comes with it, as "changed" and with its end date, so that
            people read why it is open again; else it comes with none.
    """
    mine = [row for row in rows if row["article"] == article]
    if not mine:
        return tuple(findings)
    exact = _one_each(mine, as_of)
    ended = {key: row for key, row in exact.items() if row["until"] and date.fromisoformat(row["until"]) < as_of}
    exact = {key: row for key, row in exact.items() if key not in ended}
    here = {(finding.check, finding.fingerprint) for finding in findings}
    # Only a decision whose own finding is gone may speak for a changed sentence, and for one finding only.
    loose: dict[tuple[str, str], list[Row]] = {}
    for key, row in exact.items():
        if key not in here:
            loose.setdefault((row["check"], normalised(row["text"])), []).append(row)
    decided = (_decided(finding, exact, loose) for finding in findings)
    return tuple(_reminded(finding, ended) for finding in decided) if tell_ended else tuple(decided)


def _one_each(rows: Iterable[Row], as_of: date) -> dict[tuple[str, str], Row]:
    """Of the rows that have begun, the one that counts about each finding."""
    chosen: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = row["check"], row["fingerprint"]
        if date.fromisoformat(row["on"]) <= as_of and (key not in chosen or strength(row) > strength(chosen[key])):
            chosen[key] = row
    return chosen


def _reminded(finding: Finding, ended: dict[tuple[str, str], Row]) -> Finding:
    row = ended.get((finding.check, finding.fingerprint))
    if row is None or finding.decision is not None:
        return finding
    return msgspec.structs.replace(finding, decision=_as_told(row, "changed"))


def _as_told(row: Row, state: str) -> Decision:
    return Decision(state, row["reason"], row["by"], row["on"], row["until"])


def _decided(finding: Finding, exact: dict[tuple[str, str], Row], loose: dict[tuple[str, str], list[Row]]) -> Finding:
    row, state = exact.get((finding.check, finding.fingerprint)), ""
    if row is None:
        waiting = loose.get((finding.check, normalised(finding.text))) or _alike(finding, loose)
        if not waiting:
            return finding
        row, state = waiting.pop(0), "changed"
    if _lacks_second(finding, row):
        state = "changed"
    return msgspec.structs.replace(finding, decision=_as_told(row, state or row["decision"]))


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


def lines(rows: Iterable[Row]) -> bytes:
    """The rows that close a finding as lines of the file, sorted; UTF-8, LF. No cell can run in a spreadsheet."""
    closing = (row for row in rows if row["decision"] in STATES)
    return _written(sorted([guard(row[column]) for column in COLUMNS] for row in closing))


def _written(rows: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


HEADER = _written([COLUMNS])


def told(decision: Decision) -> str:
    """What people decided about a finding, in a few words; a risk whose end date has passed is told as such."""
    if decision.state == "suppressed":  # by a comment in the article, which has no day of its own
        by = f" by {decision.by}" if decision.by else ""
        return f"suppressed in the text{by}{f' until {decision.until}' if decision.until else ''}"
    who = f"by {decision.by} on {decision.on}"
    if decision.state != "changed":
        return f"{decision.state} {who}"
    if decision.until:
        return f"was accepted {who} until {decision.until}, which has passed: {decision.reason}"
    return f"was decided before, confirm: {decision.reason} {who}"


def _lacks_second(finding: Finding, row: Row) -> bool:
    """An error accepted, or dismissed for another reason than how it reads, needs two people; one does not close it.

    "none" is taken here as `counted` left it: where it still stands, the newsroom is one of one.
    """
    alone = not row["second"] or row["second"] == row["by"]
    grave = row["decision"] == "accepted" or (row["decision"] == "dismissed" and row["reason"] not in READING)
    return finding.severity == "error" and grave and alone


def article_name(path: Path, root: Path | None) -> str:
    """The name of an article in tables: its place below `articles/`, else its file name, without suffix."""
    return _named(str(path), root, Real())


def _named(path: str, root: Path | None, real: Real) -> str:
    if root is not None and "\0" not in path:
        place, folder = real(path), real(f"{root}/articles")
        if place.startswith(folder.rstrip(os.sep) + os.sep):
            return PurePath(place).relative_to(folder).with_suffix("").as_posix()
    return PurePath(path).stem


def article_names(paths: Iterable[str], root: Path | None) -> dict[str, str]:
    """Path → name, for tables and queue where a name must stand for one article.

    Raises:
        Usage: two articles would share a name; the message names both.
    """
    names: dict[str, str] = {}
    owners: dict[str, str] = {}
    real = Real()
    for path in paths:
        name = names[path] = _named(path, root, real)
        if name in owners:
            raise Usage(f"{owners[name]} and {path} would share the name “{name}”; give one of them another name")
        owners[name] = path
    return names
