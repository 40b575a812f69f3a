"""Claim tables: machine columns are rewritten, people's columns never lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from speak import article

from workbench import claim_table
from workbench.errors import BadContent
from workbench.model import Reference

FIRST = "Metformin lowers blood sugar in adults with type 2 diabetes."
SECOND = "About one in ten people feel sick in the first week."


def table(*sentences: str, old: list[dict[str, str]] | None = None) -> list[dict[str, str]]:
    text = claim_table.render(article("# Metformin\n\n" + "\n\n".join(sentences)).claims, old or [])
    return list(csv.DictReader(io.StringIO(text)))


def reviewed(row: dict[str, str]) -> dict[str, str]:
    return {**row, "standing": "substantiated", "evidence": "label, section 14", "reviewer": "ines"}


def test_a_row_says_what_the_claim_is() -> None:
    (row, _) = table(FIRST, SECOND)
    assert (row["presence"], row["text"], row["citation"]) == ("here", FIRST, "none")
    assert all(row[column] == "" for column in claim_table.PEOPLE)


def test_an_unchanged_sentence_keeps_what_people_wrote() -> None:
    old = table(FIRST, SECOND)
    again = table(SECOND, "A new claim: it also lowers weight by 2 kg.", FIRST, old=[reviewed(old[0]), old[1]])
    (row,) = [row for row in again if row["text"] == FIRST]
    assert (row["presence"], row["standing"], row["evidence"], row["reviewer"]) == (
        "here", "substantiated", "label, section 14", "ines",
    )  # fmt: skip
    assert [row["standing"] for row in again if row["text"] != FIRST] == ["", ""]


def test_an_edited_sentence_keeps_it_too_and_says_that_it_changed() -> None:
    old = [reviewed(table(FIRST)[0])]
    (row,) = table(FIRST.replace("adults", "children"), old=old)
    assert (row["presence"], row["was"], row["standing"]) == ("changed", FIRST, "substantiated")
    (again,) = table(FIRST.replace("adults", "children"), old=[row])
    assert (again["presence"], again["was"]) == ("changed", FIRST)


def test_emptying_the_old_wording_confirms_the_new() -> None:
    old = [reviewed(table(FIRST)[0])]
    (changed,) = table(FIRST.replace("adults", "children"), old=old)
    (row,) = table(FIRST.replace("adults", "children"), old=[{**changed, "was": ""}])
    assert (row["presence"], row["standing"]) == ("here", "substantiated")


def test_going_back_to_the_old_wording_is_no_change() -> None:
    old = [reviewed(table(FIRST)[0])]
    changed = table(FIRST.replace("adults", "children"), old=old)
    (row,) = table(FIRST, old=changed)
    assert (row["presence"], row["was"], row["standing"]) == ("here", "", "substantiated")


def test_a_claim_that_left_is_kept_as_gone_and_comes_back() -> None:
    old = [reviewed(row) for row in table(FIRST, SECOND)]
    gone = table(FIRST, old=old)
    assert [(row["presence"], row["standing"]) for row in gone] == [
        ("here", "substantiated"),
        ("gone", "substantiated"),
    ]
    back = table(FIRST, SECOND, old=gone)
    assert [(row["presence"], row["standing"]) for row in back] == [("here", "substantiated")] * 2


def test_another_sentence_does_not_inherit_a_review() -> None:
    old = [reviewed(table(FIRST)[0])]
    rows = table(SECOND, old=old)
    assert [(row["presence"], row["standing"]) for row in rows] == [("here", ""), ("gone", "substantiated")]


def test_rendering_twice_gives_the_same_bytes() -> None:
    claims = article(f"# M\n\n{FIRST} {SECOND}").claims
    first = claim_table.render(claims, [])
    assert claim_table.render(claims, list(csv.DictReader(io.StringIO(first)))) == first


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("id,text\n", "lacks the column presence"),
        (",".join(claim_table.COLUMNS) + "\n" + ("x" + "," * (len(claim_table.COLUMNS) - 1) + "\n") * 2, "two rows"),
    ],
)
def test_a_table_that_does_not_hold_is_named(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "m.csv").write_text(text)
    with pytest.raises(BadContent, match=f"claims/m.csv.*{problem}"):
        claim_table.read(tmp_path / "m.csv", "claims/m.csv")


def as_saved(
    rows: list[dict[str, str]], separator: str = ",", end: str = "\r\n", columns: list[str] | None = None
) -> str:
    """A table as a spreadsheet saves it."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns or list(rows[0]), delimiter=separator, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


MIXED = sorted(claim_table.COLUMNS)


@pytest.mark.parametrize(
    "saved",
    [
        lambda rows: as_saved(rows).encode("utf-8-sig"),
        lambda rows: as_saved(rows, end="\n").encode(),
        lambda rows: as_saved(rows, ";").encode("utf-8-sig"),
        lambda rows: ("sep=;\r\n" + as_saved(rows, ";")).encode(),
        lambda rows: as_saved(rows, "\t").encode("utf-16"),
        lambda rows: as_saved(rows, columns=MIXED).encode(),
        lambda rows: (as_saved(rows) + "," * 17 + "\r\n\r\n").encode(),
        lambda rows: as_saved([{column.title(): cell for column, cell in row.items()} for row in rows]).encode(),
        lambda rows: as_saved([{**row, "": ""} for row in rows]).encode(),
    ],
    ids=["BOM", "LF", "semicolons", "sep=", "UTF-16 tabs", "columns moved", "empty rows", "titles", "empty column"],
)
def test_what_a_spreadsheet_makes_of_it_is_read_all_the_same(saved: Callable[..., bytes]) -> None:
    rows = [{**reviewed(row), "note": "two\nlines; “quoted”, =1"} for row in table(FIRST, SECOND)]
    assert [dict(row) for row in claim_table.parse(saved(rows), "claims/m.csv")] == rows


def test_columns_that_people_added_are_kept_behind_ours() -> None:
    rows = [{"ticket": "QA-7", **row} for row in table(FIRST)]
    text = claim_table.render(article(f"# M\n\n{FIRST}").claims, rows)
    assert text.splitlines()[0].endswith(",reviewed_on,ticket")
    assert claim_table.parse(text.encode(), "m")[0]["ticket"] == "QA-7"


def test_a_table_from_before_a_machine_column_was_added_is_read() -> None:
    rows = [{column: cell for column, cell in row.items() if column != "source_states"} for row in table(FIRST)]
    assert len(claim_table.parse(as_saved(rows).encode(), "m")) == 1


def test_git_conflict_marks_are_named_with_the_way_out() -> None:
    text = as_saved(table(FIRST), end="\n")
    head, body = text.split("\n", 1)
    broken = f"{head}\n<<<<<<< HEAD\n{body}=======\n{body}>>>>>>> branch\n"
    with pytest.raises(BadContent, match=r"claims/m.csv: line 2: holds git's conflict marks.*keep one row"):
        claim_table.parse(broken.encode(), "claims/m.csv")


def test_a_note_about_conflict_marks_is_a_note() -> None:
    rows = [{**reviewed(table(FIRST)[0]), "note": "see <<<<<<< HEAD\n======="}]
    assert claim_table.parse(as_saved(rows).encode(), "m")[0]["note"] == rows[0]["note"]


def test_another_encoding_is_named_with_the_way_out() -> None:
    with pytest.raises(BadContent, match=r"claims/m.csv: byte \d+: is not UTF-8; save the table again"):
        claim_table.parse(as_saved([{**table(FIRST)[0], "note": "café"}]).encode("latin-1"), "claims/m.csv")


def test_a_cell_that_a_spreadsheet_would_run_is_written_as_text_and_read_back() -> None:
    rows = [{**reviewed(table(FIRST)[0]), "note": '=HYPERLINK("https://example.org")', "evidence": "-5 to +3"}]
    text = claim_table.text_of(rows)
    assert "'=HYPERLINK" in text and "'-5 to +3" in text
    assert claim_table.parse(text.encode(), "m")[0]["note"] == rows[0]["note"]


def test_states_of_sources_stand_beside_the_references() -> None:
    known = Reference("doi", "10.5555/one", "10.5555/one", 0, 1, "not verified")
    url = Reference("url", "a page", "https://example.org/a", 0, 1, "resolves")
    plain = Reference("named", "Some journal", "", 0, 1)
    claim = article(f"# M\n\n{FIRST}").claims[0]
    row = claim_table.machine(msgspec.structs.replace(claim, references=(known, url, plain, known)))
    assert row["source_states"] == "doi:10.5555/one not verified; https://example.org/a resolves"
    assert claim_table.machine(claim)["source_states"] == ""


def test_a_claim_longer_than_a_cell_may_be_is_cut() -> None:
    claim = article(f"# M\n\n{FIRST}").claims[0]
    row = claim_table.machine(msgspec.structs.replace(claim, text="word " * 20_000 + "\ud800\r\n\x00"))
    assert len(row["text"]) < 32_767
    assert claim_table.parse(claim_table.text_of([{**table(FIRST)[0], **row}]).encode(), "m")[0]["text"] == row["text"]
