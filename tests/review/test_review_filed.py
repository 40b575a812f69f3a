"""`claims/decisions.csv` costs what changed, and what comes into it meanwhile is never written over."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import mixed
import pytest
from newsroom import DAY, INES, MARA, TEXT, file_text, name_of, opened, rows, seen, state

from workbench import decisions
from workbench.review import QueueUnavailable, Store, export
from workbench.review.connection import reading
from workbench.review.ledger import Place
from workbench.review.talking import Message

HEADER = ",".join(decisions.COLUMNS) + "\n"


def line(fingerprint: str, check: str = "no-wonder", by: str = "tom", article: str = "drops") -> str:
    return f"{article},{check},{fingerprint},x,dismissed,wrong reading,,{by},,2026-11-20,,\n"


def add(root: Path, *lines: str) -> None:
    (root / "claims").mkdir(exist_ok=True)
    text = file_text(root) or HEADER
    (root / decisions.NAME).write_bytes((text + "".join(lines)).encode())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as opened_:
        opened_.record([seen(TEXT), seen(TEXT, "pills")])
        yield opened_


def dismiss(store: Store, word: str, name: str = "drops") -> None:
    assert store.decide(name, name_of(store, word, name), "dismiss", MARA, "wrong reading").ok


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Each time that the file is read line by line."""
    found: list[Path | None] = []
    written = decisions.written
    monkeypatch.setattr(decisions, "written", lambda root: found.append(root) or written(root))
    return found


def test_what_is_written_bit_by_bit_is_what_would_be_written_anew(tmp_path: Path) -> None:
    mixed.begun(tmp_path)
    with opened(tmp_path) as store, opened(tmp_path) as other:
        walks = [
            mixed.walk(one, person, random.Random(person.id), person.id)
            for one, person in ((store, MARA), (other, INES))
        ]
        for _ in range(12):
            for walk in walks:
                list(islice(walk, 8))
                store.export()
                with reading(store._engine) as there:
                    assert (file_text(tmp_path) or HEADER).encode() == export.render(export.standing_rows(there))
    assert file_text(tmp_path).count("\n") > 5


def test_a_file_that_nobody_touched_is_not_read_again(tmp_path: Path, store: Store, parsed: list[Any]) -> None:
    dismiss(store, "wonder")
    dismiss(store, "always")
    dismiss(store, "cure")
    with opened(tmp_path):
        pass
    assert parsed == []


def test_what_another_process_wrote_is_known_from_the_database(store: Store, tmp_path: Path, parsed: list[Any]) -> None:
    with opened(tmp_path) as other:
        dismiss(store, "wonder")
        dismiss(other, "always")
        dismiss(store, "cure", "pills")
        dismiss(other, "cure")
    assert parsed == []
    assert file_text(tmp_path).count("\n") == 5


def test_a_line_that_came_meanwhile_is_taken_over_with_the_next_decision(store: Store, tmp_path: Path) -> None:
    dismiss(store, "wonder")
    add(tmp_path, line(name_of(store, "always"), "no-always"))
    dismiss(store, "cure")
    assert state(store, "always") == "dismissed"
    assert file_text(tmp_path).count("\n") == 4
    assert store.verify() == []


@pytest.mark.parametrize("times", [1, 2])
def test_a_line_that_comes_between_the_decision_and_its_writing_is_kept(
    store: Store, tmp_path: Path, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dismiss(store, "wonder")
    write, coming = export.write, [line(f"{number:016}", by="zoe") for number in range(times)]

    def late(*given: Any) -> bool:
        add(tmp_path, *coming)
        return write(*given)

    monkeypatch.setattr(export, "write", late)
    dismiss(store, "cure")
    assert file_text(tmp_path).count(",zoe,") == times
    assert file_text(tmp_path).count("\n") == 3 + times
    assert store.verify() == []


def test_a_file_that_broke_between_the_decision_and_its_writing_is_left_alone(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dismiss(store, "wonder")
    write, broken = export.write, HEADER + "<<<<<<< HEAD\n"

    def late(*given: Any) -> bool:
        (tmp_path / decisions.NAME).write_text(broken, encoding="utf-8")
        return write(*given)

    monkeypatch.setattr(export, "write", late)
    with pytest.raises(QueueUnavailable, match=r"conflict marks.*Your decisions are safe .* once it is mended"):
        dismiss(store, "cure")
    monkeypatch.undo()
    assert file_text(tmp_path) == broken
    (tmp_path / decisions.NAME).write_text(HEADER, encoding="utf-8")
    with opened(tmp_path):
        assert file_text(tmp_path).count("\n") == 3


def test_exporting_on_demand_takes_over_first(store: Store, tmp_path: Path) -> None:
    dismiss(store, "wonder")
    add(tmp_path, line("0" * 16, by="zoe"))
    store.export()
    assert ",zoe," in file_text(tmp_path)
    assert rows(tmp_path, "SELECT count(*) FROM decisions") == [(2,)]


def test_a_line_that_was_taken_out_by_hand_comes_back(store: Store, tmp_path: Path) -> None:
    dismiss(store, "wonder")
    before = file_text(tmp_path)
    (tmp_path / decisions.NAME).write_text(HEADER, encoding="utf-8")
    assert store.export() is True
    assert file_text(tmp_path) == before


@contextmanager
def work_of(store: Store) -> Iterator[list[int]]:
    """How much SQLite computes, in hundreds of its instructions: the same at each run, however busy the machine."""
    done = [0]

    def count() -> int:
        done[0] += 1
        return 0

    with reading(store._engine) as there:
        driver = there.connection.driver_connection
    assert driver is not None
    driver.set_progress_handler(count, 100)
    yield done
    driver.set_progress_handler(None, 0)


def worked(store: Store, step: Callable[[], object]) -> int:
    with work_of(store) as done:
        step()
    return done[0]


def costs(root: Path, articles: int) -> dict[str, int]:
    """What steps cost in a newsroom of so many articles, each with a decision that stands."""
    root.mkdir()
    words = [seen(TEXT + "It is a wonder.\n" * (number % 30), f"page-{number:04}") for number in range(articles)]
    finding = next(one for one in words[0].report.findings if one.text == "cure")
    add(root, *(line(finding.fingerprint, "no-cure", article=one.name) for one in words))
    with opened(root) as store:
        store.record(words)
        dismiss(store, "always", "page-0001")
        message = Message(article="page-0002", person=MARA, text="Look again.", on=DAY, at=DAY.isoformat())
        return {
            "first page": worked(store, lambda: store.queue(first=20)),
            "decision": worked(store, lambda: dismiss(store, "always", "page-0002")),
            "message": worked(store, lambda: store.send(message)),
            "article": worked(store, lambda: store.article("page-0003")),
            "what a change touches": worked(store, lambda: store.touched(Place("fact", "a fact"))),
        }


def test_no_step_costs_more_where_ten_times_as_much_is_stored(tmp_path: Path) -> None:
    few, many = costs(tmp_path / "few", 60), costs(tmp_path / "many", 600)
    page = 100 * (many.pop("first page") - few.pop("first page")) / 540
    assert page <= 25, f"{page:.0f} instructions for each article that is not on the page"
    assert all(many[step] <= 2 * few[step] + 2 for step in few), (few, many)
