"""A claim of the library is looked at again: by whom, on what it rests then, and what is never renewed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from library_room import OLD, ROW, newsroom

from workbench import approving, library
from workbench.approving import Renewal
from workbench.errors import WorkbenchError
from workbench.library_desk import LibraryDesk
from workbench.review import Person

DAY = date(2026, 11, 25)
INES, MARA = Person("ines", "Ines Calder", "medical reviewer"), Person("mara", "Mara Olsen")
TOM, RITA = Person("tom", "Tom Adeyemi", "writer"), Person("rita", "Rita Moss", "reader")
NEW = Renewal("2028-01-31", "doi:10.5555/ferrol-2026", "table 3", "9", "Read in full.")


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = newsroom(tmp_path / "room")
    for row in (ROW, OLD):
        library.add(folder, row)
    monkeypatch.chdir(folder)
    return folder


def row_of(room: Path, id: str) -> dict[str, str]:
    return next(dict(row) for row in library.read(room) if row["id"] == id)


def test_a_medical_reviewer_renews_and_the_words_stay(room: Path) -> None:
    before = row_of(room, ROW["id"])
    said, code = approving.renew(DAY, room, ROW["id"], NEW, INES)
    assert code == 0 and f"{ROW['id']} holds until 2028-01-31, by ines. It rests on doi:10.5555/ferrol-2026" in said
    now = row_of(room, ROW["id"])
    changed = {name for name in now if now[name] != before[name]}
    assert changed <= {"evidence", "place", "version", "note", "approver", "approved_on", "expires", "standing"}
    assert (now["approver"], now["approved_on"], now["standing"]) == ("ines", DAY.isoformat(), "substantiated")
    assert now["wording"] == before["wording"]


def test_what_is_not_said_stays(room: Path) -> None:
    before = row_of(room, ROW["id"])
    approving.renew(DAY, room, ROW["id"], Renewal("2028-01-31"), INES)
    now = row_of(room, ROW["id"])
    assert [now[name] for name in ("evidence", "place", "version", "note")] == [
        before[name] for name in ("evidence", "place", "version", "note")
    ]


@pytest.mark.parametrize("person", [MARA, TOM, RITA])
def test_nobody_else_renews_and_the_sentence_says_who_can(room: Path, person: Person) -> None:
    before = (room / library.NAME).read_bytes()
    with pytest.raises(WorkbenchError, match=r"medical reviewer|You can read everything"):
        approving.renew(DAY, room, ROW["id"], NEW, person)
    assert (room / library.NAME).read_bytes() == before


@pytest.mark.parametrize(
    ("id", "given", "said"),
    [
        ("no-such", NEW, "the library has no claim “no-such”"),
        (ROW["id"], Renewal(DAY.isoformat()), "lies ahead"),
        (ROW["id"], Renewal("2020-01-01"), "expires"),
        (ROW["id"], Renewal("soon"), "write the date as"),
        (OLD["id"], Renewal("2028-01-31"), "name another source"),
    ],
)
def test_what_does_not_hold_is_not_renewed(room: Path, id: str, given: Renewal, said: str) -> None:
    before = (room / library.NAME).read_bytes()
    with pytest.raises(WorkbenchError, match=said):
        approving.renew(DAY, room, id, given, INES)
    assert (room / library.NAME).read_bytes() == before


def test_a_disputed_claim_is_settled_first(room: Path) -> None:
    library.add(room, {**ROW, "id": "in-dispute", "wording": "Another sentence.", "standing": "disputed"})
    with pytest.raises(WorkbenchError, match="renewing does not settle that"):
        approving.renew(DAY, room, "in-dispute", NEW, INES)


def test_of_two_who_renew_the_first_counts(room: Path) -> None:
    one, other = LibraryDesk(room, DAY), LibraryDesk(room, DAY)
    seen = one.row(ROW["id"])["expires"]
    one.renew(ROW["id"], NEW, "ines", seen)
    with pytest.raises(WorkbenchError, match="meanwhile"):
        other.renew(ROW["id"], Renewal("2029-01-31"), "eve", seen)
    other.again()
    with pytest.raises(WorkbenchError, match="ines renewed"):
        other.renew(ROW["id"], Renewal("2029-01-31"), "eve", seen)
    assert row_of(room, ROW["id"])["expires"] == NEW.expires


def test_a_row_is_put_back_exactly_unless_somebody_changed_it(room: Path) -> None:
    before = (room / library.NAME).read_bytes()
    desk = LibraryDesk(room, DAY)
    changed = desk.renew(ROW["id"], NEW, "ines")
    desk.change(changed.after, changed.before)
    assert (room / library.NAME).read_bytes() == before
    again = desk.renew(ROW["id"], NEW, "ines")
    desk.renew(ROW["id"], Renewal("2029-01-31"), "eve")
    with pytest.raises(WorkbenchError, match="nothing was written"):
        desk.change(again.after, again.before)


def test_a_row_that_is_taken_out_leaves_the_others(room: Path) -> None:
    desk = LibraryDesk(room, DAY)
    desk.change(desk.row(ROW["id"]), None)
    assert [row["id"] for row in library.read(room)] == [OLD["id"]]


def test_cells_of_peoples_own_stay(room: Path) -> None:
    path = room / library.NAME
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f"{lines[0]},shelf", *(f"{line},=A1" for line in lines[1:])]) + "\n", encoding="utf-8")
    approving.renew(DAY, room, ROW["id"], NEW, INES)
    assert row_of(room, ROW["id"])["shelf"] == row_of(room, OLD["id"])["shelf"]


def test_the_day_of_the_check_decides(room: Path) -> None:
    with pytest.raises(WorkbenchError, match="lies ahead"):
        approving.renew(date(2028, 2, 1), room, ROW["id"], NEW, INES)
