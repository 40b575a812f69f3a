"""Every kind of step, by chance but the same at each run; and whether what is stored afterwards holds together."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import newsroom
from newsroom import ADA, DAY, INES, MARA, csv_text, opened, rows, seen

from workbench import decisions
from workbench.review import Outcome, Person, Store
from workbench.review.acting import Deed
from workbench.review.handing import Handing
from workbench.review.ledger import Place
from workbench.review.talking import Message

NAMES = ("drops", "pills", "balm")
LINES = tuple(f"It is {word} number {number}.\n" for number in range(6) for word in ("a wonder", "a cure", "always"))
AT = "2026-11-25T{}:{}:07+00:00"
PEOPLE = (MARA, INES, ADA)
_ONE_OF = ("dismiss", "dismiss", "dismiss", "fix", "ask", "accept", "undo", "agree", "withdraw")
_ABOUT = (
    ("work", "ask for changes", {}),
    ("work", "send", {}),
    ("notice", "warn", {"notice": "Do not use it with other drops."}),
    ("notice", "agree", {}),
    ("notice", "undo", {}),
    ("complaint", "receive", {"from": "a reader", "words": "It made me ill.", "deadline": "2026-12-01"}),
    ("check", "propose", {"right": "0.8", "measured": "0.8"}),
    ("check", "undo", {}),
)


def text(dice: random.Random) -> str:
    """Most of the lines, so that findings come and go."""
    return "".join(line for line in LINES if dice.random() < 0.9)


def begun(root: Path) -> None:
    """A newsroom with three articles."""
    root.mkdir(exist_ok=True)
    with opened(root) as store:
        store.record([seen("".join(LINES), name) for name in NAMES], at=AT.format("08", "00"))


def walk(store: Store, person: Person, dice: random.Random, tag: str) -> Iterator[tuple[str, Outcome]]:
    """Steps without end: the request of each ("" where it takes none), and what became of it."""
    number = 0
    while True:
        number += 1
        kind = dice.choices((_decide, _act, _send, _hand, _record), (12, 5, 3, 1, 2))[0]
        request = f"{tag}-{number}"
        at = AT.format(f"{9 + number // 60 % 12:02}", f"{number % 60:02}")
        told = kind(store, person, dice, request, at)
        yield (request if kind in (_decide, _act, _send) else ""), told


_Step = Callable[[Store, Person, random.Random, str, str], Outcome]


def _decide(store: Store, person: Person, dice: random.Random, request: str, at: str) -> Outcome:
    name = dice.choice(NAMES)
    fingerprint = dice.choice(sorted(store.states(name)))
    action = dice.choice(_ONE_OF)
    reason = {"dismiss": "wrong reading", "accept": "The label says the same."}.get(action, "")
    until = DAY.replace(month=12, day=20) if action == "accept" else None
    return store.decide(name, fingerprint, action, person, reason, "Why?", request=request, at=at, until=until)


def _act(store: Store, person: Person, dice: random.Random, request: str, at: str) -> Outcome:
    name, (subject, action, given) = dice.choice(NAMES), dice.choice(_ABOUT)
    key = {"work": name, "notice": name, "complaint": request, "check": "no-cure"}[subject]
    place = Place(subject, key, None if subject in ("complaint", "check") else name)
    return store.act(Deed(
        place=place, action=action, person=person, on=DAY, at=at, request=request, given=given,
        reason="It is needed.", note="Please look again.",
    ))  # fmt: skip


def _send(store: Store, person: Person, dice: random.Random, request: str, at: str) -> Outcome:
    return store.send(Message(
        article=dice.choice(NAMES), person=person, text="Please look again.", on=DAY, at=at, request=request
    ))  # fmt: skip


def _hand(store: Store, person: Person, dice: random.Random, _request: str, at: str) -> Outcome:
    to, due = dice.choice(("mara", "ines", "")), DAY.replace(day=dice.randrange(25, 31))
    return store.hand(Handing(article=dice.choice(NAMES), person=person, to=to, due=due, on=DAY, at=at))


def _record(store: Store, _person: Person, dice: random.Random, _request: str, at: str) -> Outcome:
    store.record([seen(text(dice), dice.choice(NAMES))], at=at)
    return Outcome(True, "", {})


def problems(root: Path, told: list[str]) -> list[str]:
    """What does not hold after the next start; `told` are the requests that were reported as done."""
    found = _broken(root)
    with opened(root) as store:
        found += store.verify()
        states = {name: store.states(name) for (name,) in rows(root, "SELECT name FROM articles WHERE revision > 0")}
        filed = csv_text(root)  # a store that opens writes what is missing
        store.export()
        again = csv_text(root)
    closed = {(row["article"], row["fingerprint"]) for row in decisions.read(root)}
    stored = rows(root, "SELECT article, fingerprint, state FROM findings WHERE state != 'fixed'")
    found += [
        f"{name}, {fingerprint}: stored as {state}, by its decisions {states[name][fingerprint]['state']}"
        for name, fingerprint, state in stored
        if states[name][fingerprint]["state"] != state
    ]
    found += [
        f"{name}, {fingerprint}: {state} and {'' if (name, fingerprint) in closed else 'not '}in the file"
        for name, fingerprint, state in stored
        if (state in ("dismissed", "accepted")) is not ((name, fingerprint) in closed)
    ]
    found += [f"{request} was reported and is lost" for request in sorted(set(told) - _requests(root))]
    if again != filed:
        found.append("the file changes once more")
    return found + _apart(root)


def _broken(root: Path) -> list[str]:
    if newsroom.SERVER is not None:
        return []
    asked = (rows(root, "PRAGMA integrity_check"), rows(root, "PRAGMA foreign_key_check"))
    return [str(row) for answer in asked for row in answer if row != ("ok",)]


def _requests(root: Path) -> set[Any]:
    return {request for table in ("decisions", "steps", "messages") for (request,) in rows(root, _REQUESTS + table)}


_REQUESTS = "SELECT request FROM "


def _apart(root: Path) -> list[str]:
    """Where what is stored of articles and cases is not what the ledgers say."""
    counted = rows(
        root,
        "SELECT articles.name, errors, warnings, notes, "
        + ", ".join(
            "(SELECT count(*) FROM findings WHERE article = articles.name AND state IN ('open', 'changed') "
            f"AND severity = '{severity}' AND NOT held_back)"
            for severity in ("error", "warning", "note")
        )
        + " FROM articles WHERE revision > 0",
    )
    found = [f"{row[0]}: shows {row[1:4]} to decide, has {row[4:]}" for row in counted if row[1:4] != row[4:]]
    last = "SELECT max(id) FROM steps WHERE subject = cases.subject AND key = cases.key"
    kept = f'SELECT cases.key, state, "after" FROM cases JOIN steps ON steps.id = ({last}) WHERE state != "after"'
    found += [f"{key}: is {state}, its last step says {after}" for key, state, after in rows(root, kept)]
    for table, events in _EVENTS.items():
        told = f"SELECT count(*) FROM history WHERE event IN ({events})"
        ((one,), (other,)) = rows(root, f"SELECT count(*) FROM {table} UNION ALL {told}")
        if one != other:
            found.append(f"{table}: {one} rows, {other} in the history")
    return found


_EVENTS = {"decisions": "'decision', 'undo', 'import'", "steps": "'step'", "messages": "'message'"}
