"""`workbench claims`: tables are written beside the articles, and `--check` fails when one is stale."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from workbench import claim_table, claiming, config
from workbench.claim_desk import ClaimDesk, Drawn, Edit, Saved
from workbench.errors import Usage

DAY = date(2026, 11, 25)
TEXT = "# Metformin\n\nMetformin lowers blood sugar in adults with type 2 diabetes.\n"


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n')
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "metformin.md").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_table_is_written_and_then_up_to_date(newsroom: Path) -> None:
    assert claiming.write(["articles"], DAY, False, newsroom) == ("claims/metformin.csv: 1 claim, written\n", 0)
    assert claiming.write(["articles"], DAY, True, newsroom) == ("claims/metformin.csv: 1 claim, up to date\n", 0)


def test_check_fails_on_a_missing_and_on_a_stale_table_and_writes_nothing(newsroom: Path) -> None:
    assert claiming.write(["articles"], DAY, True, newsroom)[1] == 1
    assert not (newsroom / "claims").exists()
    claiming.write(["articles"], DAY, False, newsroom)
    (newsroom / "articles" / "metformin.md").write_text(TEXT.replace("adults", "children"))
    text, code = claiming.write(["articles"], DAY, True, newsroom)
    assert (code, "stale" in text) == (1, True)


def test_line_ends_of_another_system_do_not_make_a_table_stale(newsroom: Path) -> None:
    claiming.write(["articles"], DAY, False, newsroom)
    table = newsroom / "claims" / "metformin.csv"
    table.write_bytes(table.read_bytes().replace(b"\n", b"\r\n"))
    assert claiming.write(["articles"], DAY, True, newsroom)[1] == 0


def test_an_unreadable_article_is_named_and_the_others_are_written(newsroom: Path) -> None:
    (newsroom / "articles" / "latin.md").write_bytes(b"not UTF-8: caf\xe9")
    text, code = claiming.write(["articles"], DAY, False, newsroom)
    assert (code, "latin.md: not read" in text) == (3, True)
    assert (newsroom / "claims" / "metformin.csv").is_file()


def test_a_broken_table_stops_before_anything_is_written(newsroom: Path) -> None:
    (newsroom / "claims").mkdir()
    (newsroom / "claims" / "metformin.csv").write_text("id\n")
    (newsroom / "articles" / "aspirin.md").write_text(TEXT.replace("Metformin", "Aspirin"))
    with pytest.raises(Usage, match=r"claims/metformin.csv"):
        claiming.write(["articles"], DAY, False, newsroom)
    assert not (newsroom / "claims" / "aspirin.csv").exists()


def test_an_article_cannot_take_the_place_of_the_decisions(newsroom: Path) -> None:
    (newsroom / "articles" / "decisions.md").write_text(TEXT)
    with pytest.raises(Usage, match=r"another file name"):
        claiming.write(["articles"], DAY, False, newsroom)
    assert not (newsroom / "claims" / "decisions.csv").exists()


def test_without_a_root_there_is_no_place_for_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.config.load", lambda _: config.Settings(None, config.Newsroom()))
    with pytest.raises(Usage, match=r"workbench.toml"):
        claiming.write(["articles"], DAY, False, tmp_path)


def review(newsroom: Path, name: str = "metformin", **cells: str) -> None:
    """Write into every row of a table as a reviewer would."""
    place = newsroom / "claims" / f"{name}.csv"
    rows = [{**row, **cells} for row in claim_table.read(place, name)]
    place.write_text(claim_table.text_of(rows))


def rows_of(newsroom: Path, name: str = "metformin") -> list[dict[str, str]]:
    return [dict(row) for row in claim_table.read(newsroom / "claims" / f"{name}.csv", name)]


def test_a_changed_number_is_told_to_whom_it_concerns(newsroom: Path) -> None:
    article = newsroom / "articles" / "metformin.md"
    article.write_text(TEXT.replace("adults", "12% of adults"))
    claiming.write(["articles"], DAY, False, newsroom)
    review(newsroom, standing="substantiated", reviewer="ines")
    article.write_text(TEXT.replace("adults", "21% of adults"))
    text, _ = claiming.write(["articles"], DAY, False, newsroom)
    first, second = text.splitlines()
    assert first == "claims/metformin.csv: 1 claim (1 changed, confirm), written"
    assert second.startswith("  confirm “Metformin lowers") and second.endswith("”: number 12 became 21")
    (row,) = rows_of(newsroom)
    assert (row["standing"], row["presence"]) == ("substantiated", "changed")


def test_a_change_of_what_nobody_reviewed_is_told_to_nobody(newsroom: Path) -> None:
    claiming.write(["articles"], DAY, False, newsroom)
    (newsroom / "articles" / "metformin.md").write_text(TEXT.replace("adults", "children"))
    assert claiming.write(["articles"], DAY, False, newsroom)[0] == "claims/metformin.csv: 1 claim, written\n"


def test_a_renamed_article_is_offered_its_verdicts(newsroom: Path) -> None:
    claiming.write(["articles"], DAY, False, newsroom)
    review(newsroom, standing="substantiated")
    (newsroom / "articles" / "metformin.md").rename(newsroom / "articles" / "about-metformin.md")
    text, _ = claiming.write(["articles"], DAY, False, newsroom)
    assert "1 reviewed claim stands also in claims/metformin.csv, whose article is gone" in text
    assert "move claims/metformin.csv over claims/about-metformin.csv" in text
    (newsroom / "claims" / "metformin.csv").replace(newsroom / "claims" / "about-metformin.csv")
    assert claiming.write(["articles"], DAY, False, newsroom)[0] == "claims/about-metformin.csv: 1 claim, up to date\n"
    assert rows_of(newsroom, "about-metformin")[0]["standing"] == "substantiated"


@pytest.mark.parametrize("why", ["article is there", "nobody reviewed it", "other claims", "begun anew"])
def test_other_tables_are_offered_to_nobody(newsroom: Path, why: str) -> None:
    claiming.write(["articles"], DAY, False, newsroom)
    if why != "nobody reviewed it":
        review(newsroom, standing="substantiated")
    article = newsroom / "articles" / "metformin.md"
    (newsroom / "articles" / "new.md").write_text("# Sleep\n\nBad sleep raises blood pressure in nurses.\n")
    if why != "other claims":
        (newsroom / "articles" / "new.md").write_text(TEXT)
    if why == "begun anew":
        claiming.write(["articles"], DAY, False, newsroom)
        review(newsroom, "new", note="ours")
    if why != "article is there":
        article.unlink()
    assert "renamed" not in claiming.write(["articles"], DAY, False, newsroom)[0]


def test_a_table_saved_by_a_spreadsheet_is_put_right_and_loses_nothing(newsroom: Path) -> None:
    claiming.write(["articles"], DAY, False, newsroom)
    review(newsroom, standing="substantiated", note="see; there", ticket="QA-7")
    place = newsroom / "claims" / "metformin.csv"
    (row,) = rows_of(newsroom)
    cells = [f'"{cell}"' for cell in row.values()]
    place.write_bytes(("\ufeff" + ";".join(row) + "\r\n" + ";".join(cells) + "\r\n").encode())
    claiming.write(["articles"], DAY, False, newsroom)
    assert rows_of(newsroom) == [row]
    assert claiming.write(["articles"], DAY, True, newsroom)[1] == 0


# --- saving what a person wrote in the grid ---


def desk(newsroom: Path) -> ClaimDesk:
    return ClaimDesk(newsroom, DAY)


def save(newsroom: Path, seen: Drawn, *edits: Edit) -> Saved:
    return desk(newsroom).save("articles/metformin.md", "metformin", seen.rows, edits, "mara")


@pytest.fixture
def seen(newsroom: Path) -> Drawn:
    claiming.write(["articles"], DAY, False, newsroom)
    return desk(newsroom).draw("articles/metformin.md", "metformin")


def test_a_cell_is_saved_with_who_and_when(newsroom: Path, seen: Drawn) -> None:
    saved = save(newsroom, seen, Edit(seen.rows[0]["id"], "standing", "", "substantiated"))
    (row,) = rows_of(newsroom)
    assert (row["standing"], row["reviewer"], row["reviewed_on"]) == ("substantiated", "mara", "2026-11-25")
    assert saved.conflicts == () and [dict(row) for row in saved.drawn.rows] == rows_of(newsroom)


def test_a_table_that_is_not_there_yet_is_written(newsroom: Path) -> None:
    seen = desk(newsroom).draw("articles/metformin.md", "metformin")
    save(newsroom, seen, Edit(seen.rows[0]["id"], "note", "", "ask"))
    assert rows_of(newsroom)[0]["note"] == "ask"


def test_a_newer_file_keeps_its_other_cells(newsroom: Path, seen: Drawn) -> None:
    review(newsroom, evidence="label", reviewer="ines", reviewed_on="2026-11-20")
    saved = save(newsroom, seen, Edit(seen.rows[0]["id"], "note", "", "ask"))
    (row,) = rows_of(newsroom)
    assert (row["evidence"], row["note"], row["reviewer"]) == ("label", "ask", "mara")
    assert saved.previous != seen.before


def test_a_cell_that_somebody_else_changed_is_not_overwritten(newsroom: Path, seen: Drawn) -> None:
    review(newsroom, note="theirs", reviewer="ines")
    name = seen.rows[0]["id"]
    edits = (Edit(name, "note", "", "mine"), Edit(name, "evidence", "", "label"))
    before = rows_of(newsroom)
    ((shown, conflict),) = save(newsroom, seen, *edits).conflicts
    assert (shown, conflict.column, conflict.mine, conflict.theirs) == (name, "note", "mine", "theirs")
    assert rows_of(newsroom) == before  # all cells, or none
    save(newsroom, seen, Edit(name, "note", "theirs", "mine"), edits[1])
    assert (rows_of(newsroom)[0]["note"], rows_of(newsroom)[0]["evidence"]) == ("mine", "label")


def test_the_same_save_twice_is_one(newsroom: Path, seen: Drawn) -> None:
    edit = Edit(seen.rows[0]["id"], "note", "", "ask")
    save(newsroom, seen, edit)
    assert save(newsroom, seen, edit).conflicts == ()


def test_cells_follow_a_claim_that_was_reworded_meanwhile(newsroom: Path, seen: Drawn) -> None:
    (newsroom / "articles" / "metformin.md").write_text(TEXT.replace("adults", "grown adults"))
    save(newsroom, seen, Edit(seen.rows[0]["id"], "note", "", "ask"))
    (row,) = rows_of(newsroom)
    assert (row["note"], "grown" in row["text"]) == ("ask", True)


def test_cells_of_a_claim_that_left_meanwhile_are_kept(newsroom: Path, seen: Drawn) -> None:
    (newsroom / "articles" / "metformin.md").write_text("# Sleep\n\nBad sleep raises blood pressure in nurses.\n")
    save(newsroom, seen, Edit(seen.rows[0]["id"], "note", "", "ask"))
    assert [(row["presence"], row["note"]) for row in rows_of(newsroom)] == [("here", ""), ("gone", "ask")]


def test_confirming_a_new_wording(newsroom: Path, seen: Drawn) -> None:
    review(newsroom, standing="substantiated")
    (newsroom / "articles" / "metformin.md").write_text(TEXT.replace("adults", "children"))
    claiming.write(["articles"], DAY, False, newsroom)
    (row,) = rows_of(newsroom)
    save(newsroom, seen, Edit(row["id"], "was", row["was"], ""))
    (row,) = rows_of(newsroom)
    assert (row["presence"], row["was"], row["reviewer"]) == ("here", "", "mara")


def test_emptying_everything_leaves_nobody_s_name(newsroom: Path, seen: Drawn) -> None:
    name = seen.rows[0]["id"]
    save(newsroom, seen, Edit(name, "note", "", "ask"))
    save(newsroom, seen, Edit(name, "note", "ask", ""))
    assert rows_of(newsroom)[0]["reviewer"] == ""


def test_a_claim_that_was_never_there_is_refused(newsroom: Path, seen: Drawn) -> None:
    with pytest.raises(Usage, match="nothing was changed"):
        save(newsroom, seen, Edit("000000000000", "note", "", "ask"))
    assert rows_of(newsroom)[0]["note"] == ""


def test_two_people_who_save_at_once_both_find_their_cells(newsroom: Path) -> None:
    sentences = [f"Drug number {n} lowers blood pressure in adults." for n in range(8)]
    (newsroom / "articles" / "metformin.md").write_text("# Drugs\n\n" + "\n\n".join(sentences) + "\n")
    claiming.write(["articles"], DAY, False, newsroom)
    seen = desk(newsroom).draw("articles/metformin.md", "metformin")
    edits = [Edit(row["id"], "note", "", f"note {n}") for n, row in enumerate(seen.rows)]
    with ThreadPoolExecutor(4) as pool:
        assert all(saved.conflicts == () for saved in pool.map(lambda edit: save(newsroom, seen, edit), edits))
    assert [row["note"] for row in rows_of(newsroom)] == [f"note {n}" for n in range(8)]


def test_what_compares_wordings_is_loaded_only_where_something_was_reworded(newsroom: Path) -> None:
    code = (
        "import sys, datetime, pathlib; from workbench import claiming\n"
        "claiming.write(['articles'], datetime.date(2026, 11, 25), False, pathlib.Path.cwd())\n"
        "print([name for name in ('rapidfuzz', 'pandas', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=newsroom)
    assert done.stdout.strip() == "[]"
