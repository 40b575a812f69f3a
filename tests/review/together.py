"""Run as a program: processes that decide at once while one checks and one exports, and some that are killed.

Then as many who take every kind of step at once.

Arguments: a folder, how many decide, and the folder of a PostgreSQL server, or none for SQLite. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import random
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import mixed
import newsroom
from crash import child, lost, run
from mixed import AT
from newsroom import DAY, csv_text, opened, rows, seen
from postgres import Server

from workbench import decisions
from workbench.review import Person
from workbench.review.acting import Deed
from workbench.review.ledger import Place
from workbench.review.standing import standing

TEXT = "".join(f"It is wonder number {number}.\n" for number in range(12))
CHECKS, EXPORTS = Person("checks", "Checks"), Person("exports", "Exports")
ROLES = ("editor", "medical reviewer", "admin", "writer")
ROUNDS = 4  # of checking and exporting
STEPS = 12  # that each takes where all kinds are mixed
KILLED = 6  # times; SQLite is killed more often by `crash.py`


def work(root: Path, person: Person, told: int, patch: None, go: int) -> None:
    """What each process does."""
    if person not in (CHECKS, EXPORTS):
        child(root, person, told, patch, go)
        return
    with opened(root) as store:
        os.read(go, 1)
        for number in range(ROUNDS):
            if person == CHECKS:
                store.record([seen(TEXT + f"Nothing new, {number}.\n"), seen(TEXT, f"page-{number}")])
            else:
                store.export()


def stepping(root: Path, person: Person, told: int, _patch: None, go: int) -> None:
    """Steps of every kind, told with their requests."""
    if person in (CHECKS, EXPORTS):
        work(root, person, told, None, go)
        return
    with opened(root) as store:
        os.read(go, 1)
        walk = mixed.walk(store, person, random.Random(person.id), person.id)
        for request, outcome in islice(walk, STEPS):
            os.write(told, f"{'did' if outcome.ok else 'not'} {request or '-'} {outcome.message}\n".encode())


def rushing(root: Path, person: Person, told: int, _patch: None, go: int) -> None:
    """All want the same: each complaint is received by whoever comes first."""
    given = {"from": "a reader", "words": "It made me ill.", "deadline": "2026-12-01"}
    with opened(root) as store:
        os.read(go, 1)
        for number in range(STEPS):
            place = Place("complaint", f"c{number}")
            outcome = store.act(
                Deed(place=place, action="receive", person=person, on=DAY, at=AT.format("09", "41"), given=given)
            )
            os.write(told, f"{'did' if outcome.ok else 'not'} {place.key} {person.id} {outcome.message}\n".encode())


def rushed(root: Path, number: int) -> dict[str, Any]:
    """What the rush left."""
    mixed.begun(root)
    people = [Person(f"p{place:02}", f"Person {place}", ROLES[place % 2]) for place in range(number)]
    lines, ends = run(root, people, work=rushing)
    stored = rows(root, "SELECT key, \"by\" FROM steps WHERE subject = 'complaint'")
    return {"ends": ends, "lines": lines, "stored": sorted(stored), "problems": mixed.problems(root, [])}


def mingled(root: Path, number: int) -> dict[str, Any]:
    """Everybody takes steps of every kind at once."""
    mixed.begun(root)
    people = [Person(f"p{place:02}", f"Person {place}", ROLES[place % len(ROLES)]) for place in range(number)]
    lines, ends = run(root, [*people, CHECKS, EXPORTS], work=stepping)
    requests = [line.split()[1] for line in lines if line.startswith("did")]
    wrong = mixed.problems(root, [request for request in requests if request != "-"])
    return {"ends": ends, "told": len(lines), "done": len(requests), "problems": wrong}


def judged(root: Path, lines: list[str], unreported: int = 0) -> list[str]:
    """What is wrong afterwards; empty where the database holds, agrees with the file, and nothing told is lost.

    As many decisions as were under way when their process was killed may be stored without a report.
    """
    with opened(root) as store:
        problems = store.verify()
        states = store.states("drops")
        store.record([seen(TEXT)])
        if store.states("drops") != states:
            problems.append("checking again changes the states")
    columns = ("id", "decision", "ends", "fingerprint")
    kept = [dict(zip(columns, row, strict=True)) for row in rows(root, f"SELECT {', '.join(columns)} FROM decisions")]
    kept.sort(key=lambda row: row["id"])
    ((events,),) = rows(root, "SELECT count(*) FROM history WHERE event IN ('decision', 'undo')")
    if events != len(kept):
        problems.append("a decision without its row of the history, or the other way round")
    told = sum(line.split()[0] in ("did", "undid") for line in lines)
    if not told <= len(kept) <= told + unreported:
        problems.append(f"{told} decisions were reported, {len(kept)} are stored")
    csv_text(root)
    filed = {row["fingerprint"]: row["by"] for row in decisions.read(root)}
    closed = {name for name, entry in states.items() if entry["state"] == "dismissed"}
    if not set(filed) == closed == {row["fingerprint"] for row in standing(kept)}:
        problems.append(f"the file has {len(filed)}, the findings {len(closed)} decisions")
    return problems + lost(lines, filed)


def begun(root: Path, number: int) -> list[Person]:
    """A newsroom with one article, and its people."""
    root.mkdir()
    with opened(root) as store:
        store.record([seen(TEXT)])
    return [Person(f"p{place:02}", f"Person {place}") for place in range(number)]


def main(folder: Path, number: int, server: str = "") -> None:
    """All at once, then what became of it; then a few who are killed at random moments."""
    newsroom.SERVER = Server(Path(server)) if server else None
    root = folder / "together"
    lines, ends = run(root, [*begun(root, number), CHECKS, EXPORTS], work=work)
    answer: dict[str, Any] = {"ends": ends, "lines": lines, "problems": judged(root, lines), "killed": []}
    answer["rushed"] = rushed(folder / "rushed", number)
    answer["mingled"] = mingled(folder / "mingled", number)
    dice = random.Random(20261126)
    for place in range(KILLED):
        root = folder / f"killed-{place}"
        lines, ends = run(root, begun(root, 3), kill=(dice.randrange(1, 12), dice.uniform(0, 0.02)))
        answer["killed"].append({"ends": ends, "problems": judged(root, lines, unreported=3)})
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
