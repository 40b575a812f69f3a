"""A newsroom for tests of the queue: toy checks that find marked words, so that no shipped check is needed.

Its queue lies in SQLite, or in PostgreSQL while `SERVER` names one: then every folder has a database of its own.
"""

from __future__ import annotations

import atexit
import os
import shutil
from contextlib import closing
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from sqlite3 import connect
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from sqlalchemy import event

from workbench import risk
from workbench.fingerprint import Counter, digest, normalised
from workbench.model import (
    Amount,
    Backed,
    Claim,
    ClaimType,
    Finding,
    Flag,
    Report,
    Risk,
    Setting,
    Severity,
    Told,
)
from workbench.review import Outcome, Person, Seen, Store, export, migrating
from workbench.review.acting import Deed
from workbench.review.casing import PLAIN, Rules
from workbench.review.connection import connect as engine_of
from workbench.review.ledger import Place
from workbench.review.moves import House
from workbench.staff import Member, Staff

if TYPE_CHECKING:
    from postgres import Server

SERVER: Server | None = None  # set by the fixture `database`

DAY = date(2026, 11, 25)
MARA, INES = Person("mara", "Mara Olsen"), Person("ines", "Ines Calder", "medical reviewer")
TOM, ADA = Person("tom", "Tom Adeyemi", "writer"), Person("ada", "Ada Brandt", "admin")
JON, EVE = Person("jon", "Jon Bell"), Person("eve", "Eve Lund", "medical reviewer")
RITA = Person("rita", "Rita Moss", "reader")
SOL = Person("sol", "Sol Example", "editor", ("medical reviewer", "writer"))
EVERYBODY = (MARA, INES, TOM, ADA, JON, EVE, RITA)
STAFF = Staff(tuple(Member(one.id, one.name, one.roles) for one in (MARA, INES, TOM, ADA, JON, EVE)))
MANY = Rules(House(), STAFF)
ONE = Rules(House(people=1), Staff((Member(SOL.id, SOL.name, SOL.roles),), alone=True))
WORDS: dict[str, Severity] = {"cure": "error", "wonder": "warning", "always": "note"}
CLAIMS: dict[str, ClaimType] = {"heals": "efficacy", "doses": "dosing", "costs": "cost", "shrinks": "mechanism"}
TEXT = "It is a cure.\nIt is a wonder.\nIt always works.\nNothing here.\n"


def seen(text: str, name: str = "drops", path: str = "", authors: tuple[str, ...] = ()) -> Seen:
    """An article whose every line is a sentence and every word of `WORDS` a finding; "no " before it holds it back.

    A line with a word of `CLAIMS` is a claim of that type.
    """
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
        path or f"articles/{name}.md", name.title(), len(text.split()), _claims(text), tuple(findings), (),
        Risk(*_three(score)),
    )  # fmt: skip
    return Seen(name, text, report, authors=authors)


def telling(item: Seen, sessions: str) -> Seen:
    """The same, telling how many sessions a course of Velodrin has; articles that begin alike are about one place."""
    setting = Setting(("velodrin",), names=(item.name.removesuffix("-too"),))
    said = f"{sessions} sessions"
    one = Told(
        "sessions", "Sessions in a course", setting, Amount("", sessions, sessions), said, 0, 1, f"It has {said}."
    )
    return replace(item, report=replace(item.report, told=(one,)))


def backed(item: Seen, line: str, version: str = "3", *, drifted: bool = False) -> Seen:
    """The same, in a newsroom whose library says this line, or words that it drifted from."""
    one = Backed(claim_of(line), "row-1", drifted, "Label of Velodrin", version, "section 5.1")
    return replace(item, report=replace(item.report, backed=(*item.report.backed, one)))


def _claims(text: str) -> tuple[Claim, ...]:
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = next((kind for word, kind in CLAIMS.items() if word in line), None)
        if kind is not None:
            name = claim_of(line)
            found.append(Claim(name, number, start, start + len(line), line, kind, None, "none", "asserted"))
        start += len(line) + 1
    return tuple(found)


def claim_of(line: str) -> str:
    """The id of the claim that a line makes."""
    return digest("claim", normalised(line))


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


def opened(root: Path, sitting: str = "morning", as_of: date = DAY, rules: Rules = PLAIN) -> Store:
    """The newsroom's queue; give it back with `close` or a with statement."""
    if SERVER is None and not (root / ".workbench").exists():
        shutil.copytree(_empty(), root / ".workbench")  # the migrations have tests of their own; here they cost seconds
    return Store.open(url_of(root), root, as_of, sitting, rules=rules)


def url_of(root: Path) -> str:
    """The address of the newsroom's database, made where it is not there yet; "" = the SQLite file below the root."""
    if SERVER is None:
        return ""
    return SERVER.create(_name_of(root), _script(SERVER))


def empty(root: Path) -> str:
    """The address of a database without tables."""
    return "" if SERVER is None else SERVER.create(_name_of(root))


@cache
def _script(server: Server) -> str:
    """What the migrations say to a fresh database; they have tests of their own."""
    said: list[str] = []
    engine = engine_of(server.create(f"migrated_by_{os.getpid()}"), Path())
    event.listen(engine, "before_cursor_execute", lambda _c, _cursor, statement, *_: said.append(statement))
    migrating.migrate(engine)
    engine.dispose()
    return ";\n".join(line for line in said if line.lstrip().split()[0] in ("CREATE", "ALTER", "INSERT", "UPDATE"))


def _name_of(root: Path) -> str:
    return "queue_" + sha256(os.fsencode(root)).hexdigest()[:24]


def lose(root: Path) -> None:
    """The database is gone."""
    if SERVER is None:
        shutil.rmtree(root / ".workbench")
    else:
        SERVER.drop(_name_of(root))


@cache
def _empty() -> Path:
    root = Path(mkdtemp(prefix="workbench-"))
    atexit.register(shutil.rmtree, root)
    Store.open("", root, DAY).close()
    return root / ".workbench"


def did(
    store: Store, subject: str, action: str, person: Person, at: str = "2026-11-25T12:00:00+00:00", *,
    key: str = "drops", article: str | None = "drops", **more: Any,
) -> Outcome:  # fmt: skip
    """A step about something that is no finding; `at` is also its day."""
    place = Place(subject, key, article)
    on = date.fromisoformat(at[:10])
    return store.act(Deed(place=place, action=action, person=person, on=on, at=at, **more))


def text_hash(store: Store, name: str = "drops") -> str:
    """The hash of the text as it stands."""
    return str(store.article(name)["text_hash"])


def standing_of(root: Path, name: str = "drops") -> tuple[str, str]:
    """The states of the review and of the page on the site, as they are stored."""
    (found,) = rows(root, f"SELECT state, live FROM articles WHERE name = '{name}'")
    return found[0], found[1]


def everything(root: Path) -> list[tuple[Any, ...]]:
    """All that the database holds, in order."""
    return [(table, *row) for table in TABLES for row in rows(root, f"SELECT * FROM {table} ORDER BY {_KEYS[table]}")]


_KEYS = {
    "articles": "name", "revisions": "article, number", "findings": 'article, "check", fingerprint',
    "claims": "article, claim", "cases": "subject, key", "decisions": "id", "steps": "id", "messages": "id",
    "history": "id", "history_end": "id",
}  # fmt: skip
TABLES = tuple(_KEYS)


def name_of(store: Store, word: str, name: str = "drops") -> str:
    """The fingerprint of the only finding of a word."""
    (found,) = (f["fingerprint"] for f in store.article(name)["findings"] if f["text"] == word)
    return str(found)


def state(store: Store, word: str, name: str = "drops") -> str:
    """The state of the only finding of a word."""
    return str(store.states(name)[name_of(store, word, name)]["state"])


def csv_text(root: Path) -> str:
    """What CI reads: `claims/decisions.csv`, written on PostgreSQL by `workbench queue export`."""
    if SERVER is not None:
        engine = engine_of(url_of(root), root)
        export.write(engine, root)
        engine.dispose()
    return file_text(root)


def file_text(root: Path) -> str:
    """`claims/decisions.csv` as it lies there, "" without one."""
    path = root / "claims/decisions.csv"
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def rows(root: Path, query: str) -> list[tuple[Any, ...]]:
    """What the database itself answers, asked without our code."""
    if SERVER is not None:
        return SERVER.ask(_name_of(root), query)
    with closing(connect(root / ".workbench/queue.sqlite")) as connection:
        return connection.execute(query).fetchall()


def changed(root: Path, statement: str) -> None:
    """Somebody changes the database by hand; it holds to its own rules."""
    if SERVER is not None:
        SERVER.ask(_name_of(root), statement)
        return
    with closing(connect(root / ".workbench/queue.sqlite")) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(statement)


def rewritten(root: Path, statement: str) -> None:
    """Somebody changes the database by hand, with the triggers out of the way."""
    if SERVER is not None:
        tables = ("history", "decisions", "steps", "messages", "revisions", "findings", "claims", "cases")
        off, on = ([f"ALTER TABLE {table} {do} TRIGGER ALL" for table in tables] for do in ("DISABLE", "ENABLE"))
        SERVER.ask(_name_of(root), *off, statement, *on)
        return
    for (name,) in rows(root, "SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        changed(root, f"DROP TRIGGER {name}")
    with closing(connect(root / ".workbench/queue.sqlite")) as connection, connection:
        connection.execute(statement)
