"""Run as a program: processes that are killed while they decide.

One interpreter forks them all, so that a kill costs milliseconds. Prints one JSON object; the tests read it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from newsroom import DAY, INES, MARA, opened, seen

from workbench import decisions, files
from workbench.review import Person, Store, deciding, export, history
from workbench.review.standing import standing

LINES = 40
TEXT = "".join(f"It is wonder number {number}.\n" for number in range(LINES))


def die(*_: object, **__: object) -> None:
    """What the injected points call: nothing is flushed, nothing is cleaned up."""
    os.kill(os.getpid(), signal.SIGKILL)


def after(call: Callable[..., Any]) -> Callable[..., Any]:
    """The call, and then the end."""

    def dying(*arguments: Any, **named: Any) -> None:
        call(*arguments, **named)
        die()

    return dying


POINTS: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "before the history row": (history, "append", die),
    "after the history row": (history, "append", after(history.append)),
    "before the finding's new state": (deciding, "_carry", die),
    "before the commit": (deciding, "_message", die),
    "after the commit": (export, "write", die),
    "before the file is begun": (files, "replace", die),
    "before the file reaches the disk": (os, "fsync", die),
    "after the file reached the disk": (os, "fsync", after(os.fsync)),
    "before the file gets its name": (Path, "replace", die),
    "after the file got its name": (files, "replace", after(files.replace)),
}


def child(root: Path, person: Person, told: int, patch: tuple[Any, str, Callable[..., Any]] | None, go: int) -> None:
    """Decide everything, undoing every fifth, and tell each success through a pipe as soon as it is reported."""
    with opened(root) as store:
        names = [f["fingerprint"] for f in store.article("drops")["findings"]]
        os.read(go, 1)  # all begin together
        if patch is not None:
            setattr(*patch)
        for number, name in enumerate(names):
            outcome = store.decide("drops", name, "dismiss", person, "wrong reading")
            os.write(told, f"{'did' if outcome.ok else 'not'} {name} {person.id} {outcome.message}\n".encode())
            if outcome.ok and number % 5 == 4:
                assert store.decide("drops", name, "undo", person).ok
                os.write(told, f"undid {name} {person.id}\n".encode())


def run(
    root: Path,
    people: list[Person],
    patch: tuple[Any, str, Callable[..., Any]] | None = None,
    kill_after: float = 0.0,
    work: Callable[..., None] = child,
) -> tuple[list[str], list[int]]:
    """Fork a child for each person, let them loose, maybe kill them; what they told, and how each ended."""
    told, telling = os.pipe()
    go, going = os.pipe()
    children = []
    for person in people:
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                os.close(told)
                work(root, person, telling, patch, go)
                code = 0
            finally:
                os._exit(code)
        children.append(pid)
    os.close(telling)
    os.write(going, b"g" * len(people))
    if kill_after:
        time.sleep(kill_after)
        for pid in children:
            os.kill(pid, signal.SIGKILL)
    with os.fdopen(told, "rb") as pipe:
        lines = pipe.read().decode().splitlines()
    for end in (go, going):
        os.close(end)
    return lines, [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children]


def judged(root: Path, lines: list[str]) -> list[str]:
    """What is wrong after the next start; empty where database and file are valid, agree, and nothing told is lost."""
    problems = []
    with closing(sqlite3.connect(root / ".workbench/queue.sqlite")) as raw:
        problems += [str(row) for row in raw.execute("PRAGMA integrity_check") if row != ("ok",)]
    with opened(root) as store:
        problems += store.verify()
        states = store.states("drops")
    with closing(sqlite3.connect(root / ".workbench/queue.sqlite")) as raw:
        problems += [str(row) for row in raw.execute("PRAGMA foreign_key_check")]
        raw.row_factory = sqlite3.Row
        kept = standing([dict(row) for row in raw.execute("SELECT * FROM decisions ORDER BY id")])
        events = raw.execute("SELECT count(*) FROM history WHERE event IN ('decision', 'undo')").fetchone()[0]
        if events != raw.execute("SELECT count(*) FROM decisions").fetchone()[0]:
            problems.append("a decision without its row of the history, or the other way round")
    filed = {row["fingerprint"]: row["by"] for row in decisions.read(root)}
    closed = {name for name, entry in states.items() if entry["state"] == "dismissed"}
    if not set(filed) == closed == {row["fingerprint"] for row in kept}:
        problems.append(f"the file has {len(filed)}, the findings {len(closed)}, the database {len(kept)} decisions")
    problems += lost(lines, filed)
    leftovers = [path.name for path in (root / "claims").glob("*")] if (root / "claims").is_dir() else []
    if set(leftovers) - {"decisions.csv", ".decisions.csv.part"}:
        problems.append(f"left over: {leftovers}")
    return problems


def lost(lines: list[str], filed: dict[str, str]) -> list[str]:
    """What was reported as done and is not so; only a process's last decision may be taken back without a report."""
    told = [line.split()[:3] for line in lines]
    last = {person: name for word, name, person in told if word == "did"}
    problems = []
    for word, name, person in told:
        if word == "undid" and filed.get(name) == person:
            problems.append(f"{name} was reported as taken back by {person} and is still there")
        kept = filed.get(name) == person or ["undid", name, person] in told or last.get(person) == name
        if word == "did" and not kept:
            problems.append(f"{name} was reported as decided by {person} and is lost")
    return problems


def main(folder: Path) -> None:
    """Every injected point at the first decision, then kills at random moments."""
    template = folder / "template"
    template.mkdir()
    with opened(template) as store:
        store.record([seen(TEXT)])
    dice = random.Random(20261125)
    answer: dict[str, Any] = {"points": {}, "random": [], "seed": 20261125}

    def fresh(name: str) -> Path:
        return Path(shutil.copytree(template, folder / name.replace(" ", "-")))

    for point, patch in POINTS.items():
        root = fresh(point)
        lines, ends = run(root, [MARA], patch)
        answer["points"][point] = {"ends": ends, "told": len(lines), "problems": judged(root, lines)}
    begin = time.monotonic()
    run(fresh("undisturbed"), [MARA])
    whole = time.monotonic() - begin  # moments to die at are shares of it: a busy machine needs longer
    for number in range(20):
        root = fresh(f"random-{number}")
        lines, ends = run(root, [MARA, INES][: 1 + number % 2], kill_after=dice.uniform(0.05, 0.7) * whole)
        answer["random"].append({"ends": ends, "told": len(lines), "problems": judged(root, lines)})
    answer["first starts"] = first_starts(folder / "first")
    sys.stdout.write(json.dumps(answer))


def first_starts(root: Path) -> list[int]:
    """Six processes that all make the same database."""
    root.mkdir()
    children = []
    for _ in range(6):
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                with Store.open("", root, DAY) as store:
                    store.record([seen(TEXT)])
                code = 0
            finally:
                os._exit(code)
        children.append(pid)
    return [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
