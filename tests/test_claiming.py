"""`workbench claims`: tables are written beside the articles, and `--check` fails when one is stale."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench import claiming
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
    assert claiming.write(["articles"], DAY, False, newsroom) == ("claims/metformin.csv: 1 claims, written\n", 0)
    assert claiming.write(["articles"], DAY, True, newsroom) == ("claims/metformin.csv: 1 claims, up to date\n", 0)


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
    monkeypatch.setattr("workbench.config.load", lambda _: claiming.config.Settings(None, claiming.config.Newsroom()))
    with pytest.raises(Usage, match=r"workbench.toml"):
        claiming.write(["articles"], DAY, False, tmp_path)
