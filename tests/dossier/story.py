"""Five days of a page: approved and live on the 25th, edited, doubted, held, complained of, corrected."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from newsroom import (
    DAY,
    INES,
    JON,
    MANY,
    MARA,
    TOM,
    claim_of,
    did,
    name_of,
    opened,
    seen,
    text_hash,
    url_of,
)  # fmt: skip

from workbench import dossier
from workbench.review import Person, Store, records
from workbench.review.connection import connect, reading
from workbench.review.papers import Papers
from workbench.review.talking import Message

SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "verify_dossier.py"
HEALS = "Velodrin heals the back."
FIRST = f"# Drops\n\n{HEALS}\nIt is a wonder.\nIt always works.\n"
SECOND = f"# Drops\n\n{HEALS}\nIt is a wonder, and no cure.\nIt doses 5 mg.\n"
PAPERS = {"source": "The trial", "version": "2", "place": "table 3", "fact": "velodrin-label"}
WORDS = {"from": "A reader", "words": "heals the back", "deadline": "2026-12-20"}
EIGHT = "T08:00:00+00:00"


def step(store: Store, subject: str, action: str, person: Person, at: str, **more: Any) -> None:
    """A step that has to be allowed."""
    outcome = did(store, subject, action, person, at, **more)
    assert outcome.ok, outcome.message


def goes_live(store: Store, name: str, address: str, day: str = "2026-11-25", decided: bool = False) -> None:
    """An article gets its source and both approvals, and is on the site."""
    mine: dict[str, Any] = {"key": name, "article": name}
    if not decided:
        step(store, "work", "open", MARA, f"{day}T09:00:00+00:00", **mine)
    claim = {"key": claim_of(HEALS), "article": name}
    step(store, "claim", "substantiate", INES, f"{day}T10:00:00+00:00", given=PAPERS, **claim)
    text = text_hash(store, name)
    step(store, "work", "approve editorial", MARA, f"{day}T11:00:00+00:00", text_hash=text, **mine)
    step(store, "work", "approve medical", INES, f"{day}T12:00:00+00:00", text_hash=text, **mine)
    given = {"address": address}
    step(store, "work", "mark live", JON, f"{day}T13:00:00+00:00", text_hash=text, given=given, **mine)


def told(root: Path) -> None:
    """The whole story."""
    with opened(root, rules=MANY) as store:
        store.record([seen(FIRST, authors=("Tom Adeyemi",)), seen(f"{HEALS}\n", "other")], at=f"2026-11-25{EIGHT}")
        wonder = name_of(store, "wonder")
        store.decide("drops", wonder, "dismiss", MARA, "other", "The word is a quotation.", at=f"2026-11-25{EIGHT}")
        store.decide("drops", name_of(store, "always"), "fix", MARA, at=f"2026-11-25{EIGHT}")
        store.take_back("drops", name_of(store, "always"), MARA, at=f"2026-11-25{EIGHT}")
        sent = Message(article="drops", person=TOM, text="It is a quotation.", on=DAY, at=f"2026-11-25{EIGHT}")
        assert store.send(sent).ok
        goes_live(store, "drops", "https://news.example/drops", decided=True)
        goes_live(store, "other", "https://news.example/other")
        later = date(2026, 11, 26)
        store.record([seen(SECOND, authors=("Tom Adeyemi",))], later, at=f"2026-11-26{EIGHT}")
        claim = {"key": claim_of(HEALS)}
        step(store, "claim", "doubt", MARA, f"2026-11-27{EIGHT}", reason="A newer trial says no.", **claim)
        step(store, "live", "hold", INES, f"2026-11-27{EIGHT}", reason="It may harm.")
        complaint: dict[str, Any] = {"key": "c-1"}
        step(store, "complaint", "receive", MARA, f"2026-11-28{EIGHT}", given=WORDS, **complaint)
        found = {"claim": claim_of(HEALS), "pages": "drops, other"}
        step(store, "complaint", "find", MARA, f"2026-11-28{EIGHT}", given=found, **complaint)
        notice = {"notice": "Corrected on 29 Nov 2026."}
        step(store, "complaint", "correct", MARA, f"2026-11-29{EIGHT}", given=notice, **complaint)


def papers(root: Path, day: str, complaint: str = "", name: str = "drops") -> Papers:
    """What was known that day."""
    engine = connect(url_of(root), root)
    try:
        with reading(engine) as connection:
            return records.of(connection, name, date.fromisoformat(day), "US", complaint)
    finally:
        engine.dispose()


def page(root: Path, day: str, complaint: str = "", name: str = "drops") -> str:
    """Its dossier."""
    return dossier.render(papers(root, day, complaint, name))


def verified(folder: Path, text: str) -> tuple[str, int]:
    """What the script says to a page, run without this project's packages; and its exit code."""
    path = folder / "dossier.html"
    path.write_bytes(text.encode("utf-8"))
    command = [sys.executable, "-I", "-S", str(SCRIPT), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=folder, check=False)
    assert done.stderr == ""
    return done.stdout.strip(), done.returncode
