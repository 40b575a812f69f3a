"""A newsroom for tests of the queue: toy checks that find marked words, so that no shipped check is needed."""

from __future__ import annotations

import atexit
import shutil
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from sqlite3 import connect
from tempfile import mkdtemp
from typing import Any

from workbench import risk
from workbench.fingerprint import Counter, digest, normalised
from workbench.model import Finding, Flag, Report, Risk, Severity
from workbench.review import Person, Seen, Store

DAY = date(2026, 11, 25)
MARA, INES = Person("mara", "Mara Olsen"), Person("ines", "Ines Calder", "medical reviewer")
TOM, ADA = Person("tom", "Tom Adeyemi", "writer"), Person("ada", "Ada Brandt", "admin")
WORDS: dict[str, Severity] = {"cure": "error", "wonder": "warning", "always": "note"}
TEXT = "It is a cure.\nIt is a wonder.\nIt always works.\nNothing here.\n"


def seen(text: str, name: str = "drops", path: str = "") -> Seen:
    """An article whose every line is a sentence and every word of `WORDS` a finding; "no " before it holds it back."""
    findings: list[Finding] = []
    counter, start = Counter(), 0
    for number, line in enumerate(text.split("\n"), start=1):
        for word, severity in WORDS.items():
            at = line.find(word)
            if at >= 0:
                findings.append(_finding(word, severity, line, number, start + at, counter))
        start += len(line) + 1
    score = risk.of(findings, ())
    report = Report(
        path or f"articles/{name}.md", name.title(), len(text.split()), (), tuple(findings), (), Risk(*_three(score))
    )
    return Seen(name, text, report)


def _three(score: Risk) -> tuple[int, tuple[tuple[str, int], ...], int]:
    return score.score, score.parts, 2


def _finding(word: str, severity: Severity, line: str, number: int, start: int, counter: Counter) -> Finding:
    name = (normalised(word), normalised(line))
    check = f"no-{word}"
    held = f"no {word}" in line
    return Finding(
        check=check, topic="marketing", category="marketing-hype", severity=severity, confidence="high", start=start,
        end=start + len(word), text=word, message=f"“{word}” promises too much.", why="w", advice="a", evidence=None,
        context=(Flag("negated", start - 3, start - 1, "no", 0, 2),) if held else (), held_back=held,
        fingerprint=digest(check, *name, str(counter.ordinal(*name))), sentence=line, line=number,
    )  # fmt: skip


def opened(root: Path, sitting: str = "morning", as_of: date = DAY) -> Store:
    """The newsroom's queue; give it back with `close` or a with statement."""
    if not (root / ".workbench").exists():
        shutil.copytree(_empty(), root / ".workbench")  # the migrations have tests of their own; here they cost seconds
    return Store.open("", root, as_of, sitting)


@cache
def _empty() -> Path:
    root = Path(mkdtemp(prefix="workbench-"))
    atexit.register(shutil.rmtree, root)
    Store.open("", root, DAY).close()
    return root / ".workbench"


def name_of(store: Store, word: str, name: str = "drops") -> str:
    """The fingerprint of the only finding of a word."""
    (found,) = (f["fingerprint"] for f in store.article(name)["findings"] if f["text"] == word)
    return str(found)


def state(store: Store, word: str, name: str = "drops") -> str:
    """The state of the only finding of a word."""
    return str(store.states(name)[name_of(store, word, name)]["state"])


def csv_text(root: Path) -> str:
    """`claims/decisions.csv` as it lies there, "" without one."""
    path = root / "claims/decisions.csv"
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def rows(root: Path, query: str) -> list[tuple[Any, ...]]:
    """What the database file itself answers, asked without our code."""
    with closing(connect(root / ".workbench/queue.sqlite")) as connection:
        return connection.execute(query).fetchall()
