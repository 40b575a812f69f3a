"""Claim tables: machine columns are rewritten, people's columns never lost."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from speak import article

from workbench import claim_table
from workbench.errors import BadContent

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
