"""`workbench baseline create|update|prune|audit`: what was known before the gate stood there, finding by finding.

A baseline is decisions in `claims/decisions.csv`, one line a finding, with its fingerprint, a person and a day; never
a count, which would let a new fault hide behind one that was mended. A finding leaves it when its sentence changes, and
is then open again until somebody confirms it. An error comes in by two people only.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from workbench import config, decisions, files, folder_lock
from workbench.errors import Usage
from workbench.facts import Row
from workbench.gate._entries import Entry, Seen, entries_of, hash_of, seen_now
from workbench.gate._rows import age, line
from workbench.model import Finding
from workbench.risk import is_open

Doing = Literal["create", "update", "prune", "audit"]
_FOUND, _INCOMPLETE = 1, 3
_QUEUE = ".workbench/queue.sqlite"
_BY_ITSELF = "the baseline"  # who, where an entry left because its finding is gone


class Wanted(Struct, frozen=True):
    """What the caller asks for; `paths` empty = the newsroom's `articles/`. `by` and `second` are ids of people."""

    paths: tuple[str, ...]
    as_of: date
    by: str = ""
    second: str = ""
    note: str = ""


def run(doing: Doing, wanted: Wanted, working_directory: Path) -> tuple[str, int]:
    """What was done, and the exit code: 1 where an audit finds entries that need somebody, 3 where one was not read.

    Raises:
        WorkbenchError: no newsroom here, nobody named, or decisions that do not hold; nothing was changed.
    """
    settings = config.load(working_directory)
    if settings.root is None:
        raise Usage("this folder is in no newsroom; make one with “workbench init”, or work below workbench.toml")
    if doing in ("create", "update"):
        _hold_people(wanted, settings)
    given = wanted.paths or (os.path.relpath(settings.root / "articles"),)
    if doing == "audit":
        rows = decisions.written(settings.root)
        seen = seen_now(given, rows, wanted.as_of, settings)
        return _audit(entries_of(rows, seen, settings.root), seen, wanted.as_of)
    with folder_lock.locked(settings.root / "claims"):
        rows = decisions.written(settings.root)
        seen = seen_now(given, rows, wanted.as_of, settings)
        entries = entries_of(rows, seen, settings.root)
        kept, lines = {"create": _create, "update": _update, "prune": _prune}[doing](rows, entries, seen, wanted)
        if kept != list(rows):
            _tell_queue([row for row in rows if row not in kept], wanted, settings)
            files.replace(settings.root / decisions.NAME, decisions.HEADER + decisions.lines(kept))
    if seen.unread:
        lines = [f"{len(seen.unread)} articles could not be read; their entries stand unchanged.", *lines]
    return "\n".join(lines) + "\n", _INCOMPLETE if seen.unread else 0


def _hold_people(wanted: Wanted, settings: config.Settings) -> None:
    if not wanted.by:
        raise Usage("a baseline is a decision, and a decision has a person: add --by ID")
    ids = [member.id for member in settings.people]
    for option, name in (("--by", wanted.by), ("--second", wanted.second)):
        if name and ids and name not in ids:
            raise Usage(f"{option}: “{name}” is nobody under [people] in the configuration; it names {', '.join(ids)}")
    if wanted.second and wanted.second == wanted.by:
        raise Usage(f"--second: {wanted.by} cannot agree with {wanted.by}; name another person, or leave it out")


def _tell_queue(gone: Sequence[Row], wanted: Wanted, settings: config.Settings) -> None:
    """A queue that knows these entries must not write them back; where there is none, nobody has to be told."""
    root = settings.root
    if not gone or root is None or not (settings.review.database or (root / _QUEUE).is_file()):
        return
    from workbench.review import Person, Store  # the queue's libraries, for who has one

    person = Person(wanted.by or _BY_ITSELF, wanted.by or _BY_ITSELF, "editor")
    with Store.open(settings.review.database, root, wanted.as_of) as store:
        store.prune(gone, person)


_Done = tuple[list[Row], list[str]]


def _create(rows: Sequence[Row], entries: Sequence[Entry], seen: Seen, wanted: Wanted) -> _Done:
    """Every finding that is open now comes in; errors with two people only."""
    new: list[Row] = []
    errors = 0
    for name, report in seen.reports.items():
        text_hash = hash_of(report)
        for finding in report.findings:
            if not is_open(finding) or finding.category in ("suppression", "check-failed") or finding.decision:
                continue
            if finding.severity == "error" and not wanted.second:
                errors += 1
                continue
            new.append(_row(name, finding, text_hash, wanted))
    lines = [f"{len(new)} findings came into the baseline by {wanted.by}; {len(entries)} were in it before."]
    lines += [f"  {count} × {check}" for check, count in sorted(Counter(row["check"] for row in new).items())]
    if errors:
        lines.append(f"{errors} errors stayed open: an error comes in by two people; add --second ID, or mend them.")
    changed = sum(entry.state == "changed" for entry in entries)
    if changed:
        lines.append(f"{changed} entries met a changed sentence and stay open: confirm them with “baseline update”.")
    return [*rows, *new], lines


def _update(rows: Sequence[Row], entries: Sequence[Entry], seen: Seen, wanted: Wanted) -> _Done:
    """Entries whose sentence changed are confirmed for the new one; nothing new comes in, and what is gone leaves."""
    confirmed: list[Row] = []
    out: list[Row] = []
    waiting = 0
    for entry in entries:
        if entry.state == "gone":
            out.append(entry.row)
        elif entry.state == "changed" and entry.now is not None:
            if entry.now.severity == "error" and not wanted.second:
                waiting += 1
                continue
            out.append(entry.row)
            confirmed.append(_row(entry.row["article"], entry.now, entry.text_hash, wanted))
    kept = [row for row in rows if row not in out] + confirmed
    lines = [f"{len(confirmed)} entries confirmed by {wanted.by}, {len(out) - len(confirmed)} gone and taken out."]
    lines += [line(row) for row in confirmed]
    if waiting:
        lines.append(f"{waiting} errors wait for a second person: add --second ID.")
    open_ = sum(is_open(f) and f.decision is None for report in seen.reports.values() for f in report.findings)
    return kept, [*lines, f"{open_} open findings are not in the baseline; nothing new came in."]


def _prune(rows: Sequence[Row], entries: Sequence[Entry], seen: Seen, wanted: Wanted) -> _Done:
    """Entries whose finding is gone leave; whoever mended them did so for good."""
    gone = [entry.row for entry in entries if entry.state == "gone"]
    lines = [f"{len(gone)} entries taken out: their findings are gone.", *map(line, gone)]
    return [row for row in rows if row not in gone], lines


def _audit(entries: Iterable[Entry], seen: Seen, as_of: date) -> tuple[str, int]:
    """Who let what in and when, and which entries need somebody; writes nothing."""
    entries = list(entries)
    states = Counter(entry.state for entry in entries)
    lines = [
        f"{len(entries)} entries: {states['here']} here, {states['changed']} on changed sentences (open again),"
        f" {states['gone']} gone, {states['not read']} in articles that were not read."
    ]
    who = Counter((entry.row["by"], entry.row["second"], entry.row["on"]) for entry in entries)
    for (by, second, on), count in sorted(who.items(), key=lambda pair: pair[0][2]):
        people = f"{by} and {second}" if second else by
        lines.append(f"  {count} by {people} on {on}, {age(on, as_of)}")
    for state, remedy in (("changed", "confirm with “baseline update”"), ("gone", "take out with “baseline prune”")):
        lines += [f"{state}: {line(entry.row).strip()}; {remedy}" for entry in entries if entry.state == state]
    stale = states["changed"] + states["gone"]
    return "\n".join(lines) + "\n", _INCOMPLETE if seen.unread else (_FOUND if stale else 0)


def _row(name: str, finding: Finding, text_hash: str, wanted: Wanted) -> Row:
    cells = {
        "article": name,
        "check": finding.check,
        "fingerprint": finding.fingerprint,
        "text": " ".join(finding.text.split()),
        "decision": "baseline",
        "reason": "known before the gate",
        "note": " ".join(wanted.note.split()),
        "by": wanted.by,
        "second": wanted.second,
        "on": wanted.as_of.isoformat(),
        "until": "",
        "text_hash": text_hash,
    }
    return {column: cells[column] for column in decisions.COLUMNS}
