"""Drafts and passages told by the process that checks for all pages: as a kernel would, and given up in time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from test_remembered import add_a_check

pytest.importorskip("anywidget", reason="NOT TESTED: the screens need workbench[notebook]")

from workbench.drafting import Desk, Draft, Dropped
from workbench.drafting.desk import typed
from workbench.drafting.telling import Here
from workbench.errors import WorkbenchError
from workbench.lessons import practising
from workbench.serve import asking, checker, intake
from workbench.serve import there as there_
from workbench.serve.intake import Room
from workbench.serve.there import There

TEA = "# Ferrol tea\n\nFerrol tea is a miracle cure. Of the 10 people in the trial, 70.8% improved.\n"
TEXTS = [
    TEA,
    "",
    "# Rest\n\nWe rest.\n",
    f"# {'é😀' * 40}\n\n{TEA}",
    "- \ud800 half",
    "---\ntitle: Tea\n---\n\nText.\n",
]


@pytest.fixture
def beside(room: Room, tmp_path: Path) -> Iterator[Room]:
    folder = tmp_path / "launch"
    folder.mkdir(mode=0o700)
    with checker.running(msgspec.structs.replace(room, notes=str(folder / "notes.json")), folder) as (told, _):
        yield told


def alone(room: Room) -> Here:
    there = There(msgspec.structs.replace(room, checker=None), intake.content_of(room), room.as_of)
    return there._here


def plain(told: dict[str, Any]) -> Any:
    return msgspec.json.decode(msgspec.json.encode(told))


def no_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel that checks by itself after all is found out."""
    monkeypatch.setattr(Desk, "check", lambda *_: pytest.fail("the kernel checked by itself"))


def test_a_draft_is_told_as_the_kernel_would_tell_it(beside: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    own = alone(beside)
    drafts = [Draft(typed(text)) for text in TEXTS]
    drafts += [Draft(TEA.encode(), "articles/bold.md", "bold"), Draft(typed(TEA), first=1)]
    expected = [plain(own.said(draft)) for draft in drafts]
    assert expected[0]["findings"] and "source" not in expected[0] and expected[-2]["source"] == TEA
    there = There(beside, intake.content_of(beside), beside.as_of)
    assert there.checks == own.checks > 100
    no_desk(monkeypatch)
    there.warm()
    assert [there.said(draft) for draft in drafts] == expected
    with ThreadPoolExecutor(8) as pool:  # several people write at once
        assert list(pool.map(there.said, drafts * 4)) == expected * 4


def test_what_cannot_be_read_is_refused_in_the_same_words(beside: Room) -> None:
    draft = Draft(b"PK\x03\x04 no archive", "articles/tea.docx", "tea")
    there, words = There(beside, intake.content_of(beside), beside.as_of), []
    for teller in (alone(beside), there):
        with pytest.raises(WorkbenchError, match=r"articles/tea\.docx: .*your text is as it was") as told:
            teller.said(draft)
        words.append((str(told.value), told.value.exit_code))
    assert words[0] == words[1]
    assert there.said(Draft(typed(TEA)))["findings"]  # and the next text is read


def test_who_writes_on_is_not_kept_waiting_for_an_older_text(beside: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    there = There(beside, intake.content_of(beside), beside.as_of)
    no_desk(monkeypatch)
    there.said(Draft(typed(TEA)))
    long, began = Draft(typed(TEA * 3000)), time.monotonic()
    with pytest.raises(Dropped):
        there.said(long, lambda: True)
    assert there.said(Draft(typed(TEA)), lambda: False)["findings"]
    assert time.monotonic() - began < 20  # the long text alone would take minutes


def test_a_page_for_another_day_and_one_whose_process_is_gone_check_by_themselves(room: Room, tmp_path: Path) -> None:
    gone = asking.Place(str(tmp_path / "nobody"), "00" * 32, str(tmp_path / "nothing.pickle"))
    left = msgspec.structs.replace(room, checker=gone)
    for as_of in (room.as_of, date(2025, 1, 1)):
        there = There(left, intake.content_of(left), as_of)
        there.warm()
        assert there.said(Draft(typed(TEA)))["findings"] and there.as_of == as_of


def test_a_check_that_the_newsroom_adds_meanwhile_looks_at_drafts_and_not_at_passages(beside: Room) -> None:
    there, lake = There(beside, intake.content_of(beside), beside.as_of), "# Notes\n\nWe walk to the lake.\n"
    passage = there_.passages(beside, practising.Checks)
    before = there.said(Draft(typed(lake))), passage(lake)
    add_a_check(Path(beside.root))
    after = there.said(Draft(typed(lake))), passage(lake)
    assert [len(one["findings"]) for one in before] == [0, 0]
    assert [len(one["findings"]) for one in after] == [1, 0]


def test_passages_are_marked_by_our_own_checks_for_their_own_day(beside: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = plain(practising.Checks()(TEA))
    assert expected["categories"]["miracle-cure"]
    no_desk(monkeypatch)
    said = there_.passages(beside, lambda: pytest.fail("the kernel made checks of its own"))
    assert said(TEA) == expected


def test_passages_are_marked_where_no_process_is(room: Room) -> None:
    made: list[int] = []

    def own() -> Any:
        made.append(1)
        return practising.Checks()

    said = there_.passages(room, own)
    assert made == [] and said(TEA)["findings"] and said(TEA)["findings"] and made == [1]
