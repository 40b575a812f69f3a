"""Run as a program: processes that are killed while they decide and take every other kind of step.

One interpreter forks them all, so that a kill costs milliseconds. Arguments: a folder, how many kills at random, and
the folder of a PostgreSQL server, or none for SQLite. Prints one JSON object; the tests read it.
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

import mixed
import newsroom
from newsroom import DAY, INES, MARA, opened, seen
from postgres import Server

from workbench import decisions, files
from workbench.review import Person, Store, acting, deciding, effects, export, history, ledger
from workbench.review.acting import Deed
from workbench.review.ledger import Place
from workbench.review.standing import standing

LINES = 40
SEED = 20261125
STAY = 20  # kills in one newsroom
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
    "after the decision": (history, "enter", after(history.enter)),
    "before the finding's new state": (deciding, "carry", die),
    "before the commit": (deciding, "_message", die),
    "after the commit": (export, "write", die),
    "before the file is begun": (files, "replace", die),
    "before the file reaches the disk": (os, "fsync", die),
    "after the file reached the disk": (os, "fsync", after(os.fsync)),
    "before the file gets its name": (Path, "replace", die),
    "after the file got its name": (files, "replace", after(files.replace)),
}
ACTING: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "before the step": (ledger, "write", die),
    "before the step's row": (history, "append", die),
    "after the step's row of the history": (history, "append", after(history.append)),
    "after the step": (ledger, "write", after(ledger.write)),
    "after what it leads to": (effects, "follow", after(effects.follow)),
    "before the step's commit": (effects, "told", die),
    "after the step's commit": (acting, "Outcome", die),
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


def holder(root: Path, person: Person, told: int, patch: tuple[Any, str, Callable[..., Any]] | None, go: int) -> None:
    """Warn about the page once."""
    with opened(root) as store:
        os.read(go, 1)
        if patch is not None:
            setattr(*patch)
        given = {"notice": "Do not use these drops."}
        place = Place("notice", "drops", "drops")
        outcome = store.act(Deed(place=place, action="warn", person=person, on=DAY, at=DAY.isoformat(), given=given))
        os.write(told, f"{outcome.ok}\n".encode())


def walker(root: Path, person: Person, told: int, tag: str, go: int) -> None:
    """Take steps of every kind until the end, and tell the request of each that was done."""
    with opened(root) as store:
        os.read(go, 1)
        for request, outcome in mixed.walk(store, person, random.Random(tag), f"{tag}-{person.id}"):
            os.write(told, f"{'did' if outcome.ok else 'not'} {request}\n".encode())


def run(
    root: Path,
    people: list[Person],
    patch: Any = None,
    kill: tuple[int, float] | None = None,
    work: Callable[..., None] = child,
) -> tuple[list[str], list[int]]:
    """Fork a child for each person, let them loose, maybe kill them; what they told, and how each ended.

    They are killed so many seconds after they told so much: a busy machine only makes it later.
    """
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
    heard = b""
    if kill is not None:
        while heard.count(b"\n") < kill[0] and (more := os.read(told, 4096)):
            heard += more
        time.sleep(kill[1])
        for pid in children:
            os.kill(pid, signal.SIGKILL)
    with os.fdopen(told, "rb") as pipe:
        lines = (heard + pipe.read()).decode().splitlines()
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


def at_points(folder: Path, template: Path) -> dict[str, Any]:
    """Killed at each injected point of a first decision, and of a first step about something else."""
    answer = {}
    for point, patch in (POINTS | ACTING).items():
        root = Path(shutil.copytree(template, folder / point.replace(" ", "-")))
        lines, ends = run(root, [MARA], patch, work=holder if point in ACTING else child)
        wrong = judged(root, lines) if point in POINTS else mixed.problems(root, [])
        answer[point] = {"ends": ends, "told": len(lines), "problems": wrong}
    return answer


def at_random(folder: Path, template: Path, kills: int) -> dict[str, Any]:
    """Killed at so many random moments, alone and in pairs; whoever comes next goes on where they were cut off."""
    dice = random.Random(SEED)
    answer: dict[str, Any] = {"kills": 0, "told": 0, "problems": [], "ends": []}
    number, root, requests = -1, template, list[str]()
    while answer["kills"] < kills:
        number += 1
        if number % STAY == 0:
            requests.clear()
            root = folder / f"random-{number}"
            if newsroom.SERVER is None:
                shutil.copytree(template, root)
            else:
                mixed.begun(root)
        people = [MARA, INES][: 1 + number % 2]
        moment = (dice.randrange(4), dice.uniform(0, 0.012))
        lines, ends = run(root, people, f"{number}", moment, walker)
        requests += [word[1] for line in lines if (word := line.split())[0] == "did" and len(word) > 1]
        answer["kills"] += ends.count(-signal.SIGKILL)
        answer["told"] += len(lines)
        answer["ends"] += ends
        answer["problems"] += [f"{number}: {problem}" for problem in mixed.problems(root, requests)]
    return answer


def main(folder: Path, kills: int, server: str = "") -> None:
    """On SQLite every injected point as well, and first starts; on PostgreSQL the client is killed, not the server."""
    template = folder / "template"
    answer: dict[str, Any] = {"seed": SEED}
    if server:
        newsroom.SERVER = Server(Path(server))
    else:
        mixed.begun(template)
        plain = folder / "plain"
        plain.mkdir()
        with opened(plain) as store:
            store.record([seen(TEXT)])
        answer |= {"points": at_points(folder, plain), "first starts": first_starts(folder / "first")}
    answer["random"] = at_random(folder, template, kills)
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
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
