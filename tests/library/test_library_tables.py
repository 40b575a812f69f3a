"""The two tables of the library: what they hold, what is refused with its line, and that no edit is lost."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from approved import knowing, row, use
from speak import AS_OF

from workbench import knowledge, library
from workbench.errors import BadContent

GOOD = {
    "id": "velodrin-72", "wording": "Velodrin eased migraine in 72% of adults.", "kind": "efficacy", "qualifiers": "",
    "evidence": "doi:10.5555/velodrin", "place": "table 2", "version": "1", "approver": "ines",
    "approved_on": "2026-01-10", "expires": "2027-01-10", "jurisdiction": "US|GB", "standing": "substantiated",
    "note": "",
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    return tmp_path


def put(root: Path, *rows: dict[str, str], name: str = library.NAME, columns: tuple[str, ...] = ()) -> Path:
    path = root / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or library.COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_newsroom_without_a_library_has_no_claims(root: Path) -> None:
    assert library.read(None) == library.read(root) == library.read_uses(root) == ()


def test_rows_are_read_as_written(root: Path) -> None:
    put(root, GOOD)
    assert library.read(root) == (GOOD,)


BAD = [
    ({"id": ""}, "line 3, id"),
    ({"id": "two words"}, "line 3, id"),
    ({"id": "velodrin-72"}, "stands on line 2 too"),
    ({"wording": ""}, "line 3, wording"),
    ({"approver": ""}, "line 3, approver: is empty; name the person"),
    ({"evidence": ""}, "line 3, evidence"),
    ({"approved_on": "10 January 2026"}, "line 3, approved_on"),
    ({"approved_on": "20260110"}, "line 3, approved_on"),
    ({"expires": ""}, "line 3, expires"),
    ({"expires": "2027-02-30"}, "line 3, expires"),
    ({"expires": "2025-01-10"}, "is before the approval"),
    ({"kind": "hope"}, "line 3, kind"),
    ({"standing": "fine"}, "line 3, standing"),
    ({"jurisdiction": "USA"}, "line 3, jurisdiction"),
]


@pytest.mark.parametrize(("cells", "says"), BAD)
def test_a_row_that_does_not_hold_is_named_with_line_column_and_remedy(
    root: Path, cells: dict[str, str], says: str
) -> None:
    put(root, GOOD, {**GOOD, "id": "other", **cells})
    with pytest.raises(BadContent, match=r"claims/library.csv") as error:
        library.read(root)
    assert says in str(error.value)


@pytest.mark.parametrize(
    "cells",
    [
        {"kind": ""},
        {"standing": ""},
        {"jurisdiction": ""},
        {"note": "“quoted”, with commas"},
        {"expires": "2026-01-10"},
    ],
)
def test_what_may_be_left_open_is_no_mistake(root: Path, cells: dict[str, str]) -> None:
    put(root, {**GOOD, **cells})
    assert len(library.read(root)) == 1


def test_the_line_is_the_one_where_the_row_begins(root: Path) -> None:
    put(root, {**GOOD, "note": "one\ntwo\nthree"}, {**GOOD, "id": "other", "approver": ""})
    with pytest.raises(BadContent, match="line 5, approver"):
        library.read(root)


def test_a_missing_column_is_named(root: Path) -> None:
    put(root, {"id": "a"}, columns=("id",))
    with pytest.raises(BadContent, match="lacks the column wording"):
        library.read(root)


def test_a_claim_is_added_in_its_place_and_people_s_own_columns_stay(root: Path) -> None:
    own = {**GOOD, "id": "velodrin-72", "desk": "neurology"}
    path = put(root, own, columns=(*library.COLUMNS, "desk"))
    library.add(root, {**GOOD, "id": "barkol-1"})
    assert [read["id"] for read in library.read(root)] == ["barkol-1", "velodrin-72"]
    with path.open(encoding="utf-8", newline="") as file:
        assert [line["desk"] for line in csv.DictReader(file)] == ["", "neurology"]


@pytest.mark.parametrize("cells", [{"id": "velodrin-72"}, {"id": "new", "expires": "soon"}])
def test_a_row_that_does_not_hold_is_not_added_and_nothing_is_written(root: Path, cells: dict[str, str]) -> None:
    path = put(root, GOOD)
    before = path.read_bytes()
    with pytest.raises(BadContent):
        library.add(root, {**GOOD, **cells})
    assert path.read_bytes() == before


def test_nothing_is_written_over_a_table_that_does_not_hold(root: Path) -> None:
    path = put(root, {**GOOD, "approver": ""})
    before = path.read_bytes()
    with pytest.raises(BadContent):
        library.add(root, {**GOOD, "id": "new"})
    assert path.read_bytes() == before


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "'=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded_and_read_back(root: Path, cell: str) -> None:
    library.add(root, {**GOOD, "note": f"x{cell}", "wording": cell})
    (read,) = library.read(root)
    assert read["wording"] == " ".join(cell.split())
    assert not any(
        line.split(",")[1].startswith(tuple("=+-@")) for line in (root / library.NAME).read_text().split("\n")[1:-1]
    )


def test_the_same_rows_give_the_same_bytes_whatever_the_order(root: Path) -> None:
    for id_ in ("b", "a", "c"):
        library.add(root, {**GOOD, "id": id_})
    one = (root / library.NAME).read_bytes()
    (root / library.NAME).unlink()
    for id_ in ("c", "b", "a"):
        library.add(root, {**GOOD, "id": id_})
    assert (root / library.NAME).read_bytes() == one


def test_a_later_decision_takes_the_place_of_an_earlier_one(root: Path) -> None:
    library.record(root, use("aaaa", text="Text."))
    library.record(root, use("bbbb", text="Other."))
    library.record(root, use("aaaa", text="Text.", state="refused", by="ines"))
    read = library.read_uses(root)
    assert [(one["claim"], one["state"], one["by"]) for one in read] == [
        ("aaaa", "refused", "ines"),
        ("bbbb", "accepted", "mara"),
    ]


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"state": "maybe"}, "line 2, state"),
        ({"by": ""}, "line 2, by"),
        ({"on": "yesterday"}, "line 2, on"),
        ({"text": ""}, "line 2, text"),
    ],
)
def test_a_use_that_does_not_hold_is_named(root: Path, cells: dict[str, str], says: str) -> None:
    columns = ("article", "claim", "library", "state", "by", "on", "text")
    put(root, use("aaaa", **{"text": "Text.", **cells}), name=library.USES_NAME, columns=columns)
    with pytest.raises(BadContent, match=says):
        library.read_uses(root)


def test_uses_of_one_article_are_told_apart_by_its_whole_name() -> None:
    rows = (use("aaaa", article="pain"), use("bbbb", article="pain/spray"))
    assert knowledge.about(knowing(uses=rows), "pain").uses == rows[:1]


def test_the_library_and_its_uses_are_part_of_what_a_newsroom_knows(root: Path) -> None:
    assert knowledge.load(root, AS_OF).library == ()
    put(root, GOOD)
    before = knowledge.state(root)
    library.record(root, use("aaaa", text="Text."))
    known = knowledge.load(root, AS_OF)
    assert (len(known.library), len(known.uses)) == (1, 1)
    assert knowledge.state(root) != before


ADD = (
    "import sys; from pathlib import Path; from workbench import library; import json;"
    "good = json.loads(sys.argv[2]);"
    "[library.add(Path(sys.argv[1]), {**good, 'id': f'{sys.argv[3]}-{n:02}'}) for n in range(12)]"
)


def test_two_processes_that_add_at_once_lose_no_claim(root: Path) -> None:
    import json

    commands = [[sys.executable, "-c", ADD, str(root), json.dumps(GOOD), name] for name in ("one", "two", "six")]
    running = [subprocess.Popen(command) for command in commands]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert len(library.read(root)) == 36


def test_an_example_row_is_filled_so_that_it_holds(root: Path) -> None:
    put(root, row("Velodrin eases migraine."))
    assert len(library.read(root)) == 1
