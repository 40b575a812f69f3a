"""Every row of the table of moves happens in the store as the table says; what it does not open stores nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import ADA, INES, MANY, MARA, RITA, TOM, claim_of, did, everything, opened, seen
from rows import GIVEN, HELD, UNTIL, Trial, match_of

from workbench.review import Person, Store
from workbench.review.moves import MOVES, Move
from workbench.review.moves.terms import ROLES, TAKE_BACK, Role

pytestmark = pytest.mark.usefixtures("database")
TRIALS = [
    (number, move, before, role)
    for number, move in enumerate(MOVES)
    for before in move.before
    for role in (move.roles or (None,))
    if move.action != TAKE_BACK  # of what was marked by hand: `test_review_by_hand`, `test_review_claims_by_hand`
    if role is not None or before != move.after  # what is disputed already stays so without a word
]


@pytest.fixture(scope="module")
def root(database: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rows")


@pytest.fixture(scope="module")
def store(root: Path) -> Iterator[Store]:
    with opened(root, rules=MANY) as store:
        yield store
        assert store.verify() == []


def called(trial: tuple[int, Move, str, Role | None]) -> str:
    number, move, before, role = trial
    return f"{number}-{move.subject}-{move.action}-{before}-{role or 'by itself'}"


LAST = [trial for trial in TRIALS if trial[1].action == "the end date passes"]
LAST += [trial for trial in TRIALS if trial[1].action == "24 hours pass" or trial[2] == "over"]  # days after all others


@pytest.mark.parametrize("trial", [*(t for t in TRIALS if t not in LAST), *LAST], ids=called)
def test_the_store_leads_where_the_table_says(
    store: Store, root: Path, trial: tuple[int, Move, str, Role | None]
) -> None:
    number, move, before, role = trial
    one = Trial(store, root, f"page-{number}-{before}-{role}".replace(" ", "-"), move, before, role)
    was, now, events = one.run()
    assert was == before
    assert now == one.expected()
    assert events[0]["tool_version"] and all(event["form"] == 2 for event in events)
    told = [(event["before"], event["after"]) for event in events if event["subject"] == move.subject]
    edited = move.action in ("its sentence or the check changes", "the check no longer fires")
    taken_back = move.subject == "finding" and move.action in ("withdraw", "undo", "overrule")
    assert (("", "changed") if edited and now == "changed" else (before, now)) in told
    assert role is None or len(told) == 1 or taken_back
    moved = {event["subject"]: event["after"] for event in events}
    assert all(moved[subject] == state for subject, state in move.sets)


def test_every_row_is_brought_about() -> None:
    assert {id(move) for _, move, _, _ in TRIALS} == {id(move) for move in MOVES if move.action != TAKE_BACK}


ACTIONS = list(dict.fromkeys((move.subject, move.action) for move in MOVES))
OF = {"writer": TOM, "editor": MARA, "medical reviewer": INES, "admin": ADA, "reader": RITA}
WHO = (" can ", "obody changes that by hand", "nobody has to")
CLOSED = [
    (subject, action, role)
    for subject, action in ACTIONS
    for role in (*ROLES, "reader")
    if not any(role in move.roles for move in MOVES if (move.subject, move.action) == (subject, action))
]


@pytest.fixture(scope="module")
def small(database: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Path]]:
    root = tmp_path_factory.mktemp("small")
    with opened(root, rules=MANY) as store:
        store.record([seen(f"It is a cure.\nIt heals.\n{HELD}", authors=("tom",))])
        yield store, root


@pytest.mark.parametrize("subject", list(dict.fromkeys(subject for subject, _, _ in CLOSED)))
def test_a_role_that_the_table_does_not_name_is_refused_and_nothing_is_stored(
    small: tuple[Store, Path], subject: str
) -> None:
    store, root = small
    before = everything(root)
    for about, action, role in CLOSED:
        if about == subject:
            ok, told = attempt(store, subject, action, OF[role])
            assert not ok, (action, role)
            assert " can " in told or "nobody" in told.lower(), told
    assert everything(root) == before


@pytest.mark.parametrize("subject", list(dict.fromkeys(subject for subject, _ in ACTIONS)))
def test_an_action_that_the_table_does_not_know_is_refused(small: tuple[Store, Path], subject: str) -> None:
    store, root = small
    before = everything(root)
    for action in ("", "publish", "fixed", "as before", "Approve editorial", "agree "):
        for person in (MARA, RITA):
            ok, told = attempt(store, subject, action, person)
            assert not ok and any(words in told for words in WHO), told
    assert everything(root) == before


def attempt(store: Store, subject: str, action: str, person: Person) -> tuple[bool, str]:
    if subject == "finding":
        name = next(f["fingerprint"] for f in store.article("drops")["findings"] if not f["held_back"])
        outcome = store.decide("drops", name, action, person, "agreed exception", "A note.", until=UNTIL, source="x")
    else:
        key = {"claim": claim_of("It heals."), "match": match_of(HELD)}.get(subject, "drops")
        outcome = did(
            store, subject, action, person, key=key, article=None if subject in ("fact", "check") else "drops",
            reason="so", note="so", given=GIVEN, text_hash=store.article("drops")["text_hash"],
        )  # fmt: skip
    return outcome.ok, outcome.message
