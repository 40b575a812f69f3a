"""What the library says moves a claim by itself: the same words substantiate it, words that drifted dispute it.

Once for each version of its row: what people say after that stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import INES, MANY, MARA, backed, claim_of, did, opened, rows, seen
from queue_desk import CALM, Desk, quick

from workbench.library import NAME
from workbench.library.rows import COLUMNS
from workbench.review import Person, Seen, Store
from workbench.review.ledger import Place
from workbench.review.touching import name_of

pytestmark = pytest.mark.usefixtures("database")
LINE = "It shrinks what hurts."
OTHER = "It costs little here."
TEXT = f"It is a drug.\n{LINE}\n{OTHER}\n"
PAPERS = {"source": "Another label", "version": "9", "place": "table 2", "value": "6", "country": "US",
          "effective": "2026-12-01"}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path, rules=MANY) as store:
        yield store
        assert store.verify() == []


def page(text: str = TEXT) -> Seen:
    return seen(text, authors=("tom",))


def kept(root: Path, line: str = LINE) -> tuple[str, ...]:
    """The claim's state, and what it rests on."""
    columns = "state, source, version, locator"
    (found,) = rows(root, f"SELECT {columns} FROM claims WHERE claim = '{claim_of(line)}'")
    return found


def told(root: Path) -> list[str]:
    return [what for (what,) in rows(root, "SELECT what FROM history WHERE subject = 'claim' AND event = 'check'")]


def steps(store: Store, person: Person, *actions: str) -> None:
    for action in actions:
        outcome = did(
            store, "claim", action, person, key=claim_of(LINE), given=PAPERS, reason="So.", seen=touched(store)
        )
        assert outcome.ok, outcome.message


def touched(store: Store) -> str:
    return name_of(store.touched(Place("claim", claim_of(LINE), "drops")))


def test_the_same_words_substantiate_a_claim_with_what_the_library_rests_on(tmp_path: Path, store: Store) -> None:
    store.record([backed(page(), LINE)])
    assert kept(tmp_path) == ("substantiated", "Label of Velodrin", "3", "section 5.1")
    assert kept(tmp_path, OTHER) == ("unsubstantiated", "", "", "")
    said = "is what the library says (row-1, version 3). It was “unsubstantiated” and is “substantiated”."
    assert told(tmp_path) == [f"Claim {claim_of(LINE)} {said}"]
    (event,) = (event for event in store.events() if event["subject"] == "claim")
    assert (event["key"], event["before"], event["after"]) == (claim_of(LINE), "unsubstantiated", "substantiated")


def test_words_that_drifted_dispute_a_claim_and_it_rests_on_nothing(tmp_path: Path, store: Store) -> None:
    store.record([backed(page(), LINE, drifted=True)])
    assert kept(tmp_path) == ("disputed", "", "", "")
    assert "drifts from the library (row-1, version 3). It was “unsubstantiated”" in told(tmp_path)[0]


@pytest.mark.parametrize("drifted", [True, False])
def test_a_row_that_comes_into_the_library_later_is_heard_too_and_once(
    tmp_path: Path, store: Store, drifted: bool
) -> None:
    store.record([page()])
    for _ in range(2):
        store.record([backed(page(), LINE, drifted=drifted)])
    assert kept(tmp_path)[0] == ("disputed" if drifted else "substantiated")
    assert len(told(tmp_path)) == 1


@pytest.mark.parametrize("line", ["It shrinks what hurts!", "It shrinks all.", ""])
@pytest.mark.parametrize("drifted", [True, False])
def test_where_the_library_speaks_of_another_claim_nothing_moves(
    tmp_path: Path, store: Store, line: str, drifted: bool
) -> None:
    store.record([page() if not line else backed(page(), line, drifted=drifted)])
    assert (kept(tmp_path)[0], kept(tmp_path, OTHER)[0], told(tmp_path)) == ("unsubstantiated",) * 2 + ([],)


def test_what_a_person_substantiated_keeps_its_source(tmp_path: Path, store: Store) -> None:
    store.record([page()])
    steps(store, INES, "substantiate")
    store.record([backed(page(), LINE)])
    assert kept(tmp_path) == ("substantiated", "Another label", "9", "table 2")
    assert told(tmp_path) == []


def test_a_doubt_is_not_overruled_by_the_library(tmp_path: Path, store: Store) -> None:
    store.record([page()])
    steps(store, MARA, "doubt")
    store.record([backed(page(), LINE)])
    assert (kept(tmp_path)[0], told(tmp_path)) == ("disputed", [])


def test_a_settled_dispute_is_not_asked_again(tmp_path: Path, store: Store) -> None:
    store.record([backed(page(), LINE, drifted=True)])
    steps(store, INES, "settle")
    for text in (TEXT, f"{TEXT}A new line.\n", "Nothing.\n", TEXT):  # the claim leaves the text, and comes back
        store.record([backed(page(text), LINE, drifted=True)])
    assert (kept(tmp_path)[0], len(told(tmp_path))) == ("substantiated", 1)


def test_another_version_of_the_row_asks_again(tmp_path: Path, store: Store) -> None:
    store.record([backed(page(), LINE, drifted=True)])
    steps(store, INES, "settle")
    store.record([backed(page(), LINE, "4", drifted=True)])
    assert (kept(tmp_path)[0], len(told(tmp_path))) == ("disputed", 2)


def test_a_claim_that_was_rejected_stays_rejected(tmp_path: Path, store: Store) -> None:
    """The library said it before; whoever rejected it knew."""
    store.record([backed(page(), LINE)])
    steps(store, INES, "doubt", "reject")
    store.record([backed(page(), LINE)])
    assert (kept(tmp_path)[0], len(told(tmp_path))) == ("unsubstantiated", 1)
    store.record([backed(page(), LINE, "4")])
    assert kept(tmp_path)[:3] == ("substantiated", "Label of Velodrin", "4")


def test_each_article_hears_it_for_itself(tmp_path: Path, store: Store) -> None:
    store.record([backed(page(), LINE)])
    other = seen(TEXT, "pills", authors=("tom",))
    store.record([backed(page(), LINE), backed(other, LINE)])
    found = rows(tmp_path, f"SELECT article, state FROM claims WHERE claim = '{claim_of(LINE)}' ORDER BY article")
    assert found == [("drops", "substantiated"), ("pills", "substantiated")]


# By the command line, with a library that people keep


WORDING = "Velodrin 5 mg once a day prevents gout attacks in adults."
CELLS = {"id": "velodrin-gout", "wording": WORDING, "kind": "dosing", "evidence": "doi:10.5555/velodrin",
         "place": "table 3", "version": "2", "approver": "ines", "approved_on": "2026-01-05", "expires": "2027-01-05",
         "jurisdiction": "US"}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    quick(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


def approved(root: Path, **cells: str) -> None:
    """The library has this row alone."""
    (root / "claims").mkdir(exist_ok=True)
    row = CELLS | cells
    lines = [",".join(COLUMNS), ",".join(row.get(column, "") for column in COLUMNS)]
    (root / NAME).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def rest(text: str) -> str:
    return f"{CALM.rpartition('Velodrin')[0]}{text}\n"


def test_the_approved_sentence_is_substantiated_with_its_source(desk: Desk) -> None:
    approved(desk.root)
    desk.write("calm", rest(WORDING))
    shown = desk.shows("calm")
    claim = desk.claim("dosing", "calm")
    assert f"{claim}  dosing  substantiated\n" in shown
    assert "rests on doi:10.5555/velodrin, 2, table 3" in shown
    assert "is what the library says (velodrin-gout, version 2)" in shown


@pytest.mark.parametrize(
    ("old", "new"),
    [("5 mg", "50 mg"), ("once", "twice")],
)
def test_one_number_changed_disputes_it_and_bars_the_medical_approval(desk: Desk, old: str, new: str) -> None:
    approved(desk.root)
    desk.write("calm", rest(WORDING.replace(old, new)))
    shown = desk.shows("calm")
    claim = desk.claim("dosing", "calm")
    assert f"{claim}  dosing  disputed, bars the medical approval\n" in shown
    assert "rests on" not in shown
    assert "drifts from the library (velodrin-gout, version 2)" in shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Barkol 5 mg once a day prevents itching in children.", {}),
        ("Gout affects 4% of adults, and 5 mg is little.", {}),
        (WORDING, {"expires": "2026-11-24"}),
        (WORDING, {"standing": "disputed"}),
        (WORDING.replace("5 mg", "50 mg"), {"standing": "expired"}),
        (WORDING.replace("5 mg", "50 mg"), {"wording": WORDING.replace("gout", "migraine")}),
    ],
)  # fmt: skip
def test_where_the_library_does_not_hold_or_says_something_else_nothing_moves(
    desk: Desk, text: str, cells: dict[str, str]
) -> None:
    approved(desk.root, **cells)
    desk.write("calm", rest(text))
    shown = desk.shows("calm")
    assert "the library says" not in shown and "drifts from the library" not in shown
    assert {state for (state,) in rows(desk.root, "SELECT DISTINCT state FROM claims")} == {"unsubstantiated"}
