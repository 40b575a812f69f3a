"""`workbench sources`: adding, listing, finding places, confirming them. All works are invented."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from speak import AS_OF

from workbench import claim_table, claiming, placing, sources, sourcing
from workbench.errors import Unreadable, Usage
from workbench.review.people import Person
from workbench.sources import index
from workbench.sourcing import New

INES = Person("ines", "Ines Calder")
ARTICLE = """# Gout

Velodrin kept 54% of adults free of [gout attacks](https://doi.org/10.5555/velodrin).

Gout affects 4% of adults.
"""
PAPER = """Velodrin for gout in adults: an invented trial
doi:10.5555/velodrin

Methods
We randomly assigned 200 adults to velodrin or placebo.

Results
At 12 weeks, 54% of adults had no gout attack with velodrin and 42% with placebo.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n')
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "gout.md").write_text(ARTICLE)
    (tmp_path / "paper.txt").write_text(PAPER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(desk: Path, file: str = "paper.txt", key: str = "okafor", **more: object) -> str:
    return sourcing.add(AS_OF, desk, New(file, key, **more))[0]  # type: ignore[arg-type]


def claim_id(desk: Path) -> str:
    text, _ = placing.places(AS_OF, desk, "gout")
    return text[:12]


def confirm(desk: Path, number: int = 1) -> str:
    return placing.confirm(AS_OF, desk, "gout", claim_id(desk), number, INES)[0]


def row(desk: Path) -> dict[str, str]:
    table = claim_table.read(desk / "claims" / "gout.csv", "claims/gout.csv")
    return dict(next(line for line in table if line["text"].startswith("Velodrin")))


def test_an_empty_shelf_says_how_to_begin(desk: Path) -> None:
    text, code = sourcing.list_sources(desk)
    assert (code, "workbench sources add" in text) == (0, True)


def test_a_source_is_copied_and_written_into_the_index(desk: Path) -> None:
    assert "okafor, “Velodrin for gout in adults: an invented trial”, doi:10.5555/velodrin." in add(desk, version="v1")
    (entry,) = index.read(desk)
    assert (entry["version"], entry["retrieved"], len(entry["hash"])) == ("v1", AS_OF.isoformat(), 64)
    assert (desk / "claims/sources/okafor.txt").read_text() == PAPER
    text, code = sourcing.list_sources(desk)
    assert (code, "1 page" in text, "version v1" in text) == (0, True, True)


@pytest.mark.parametrize(
    ("new", "says"),
    [
        (New("none.txt", "a"), "no such file"),
        (New("paper.txt", "../../etc"), "no name for a source"),
        (New("paper.txt", "index"), "no name for a source"),
        (New("paper.txt", "Two Words"), "no name for a source"),
        (New("paper.docx", "a"), "sources are kept as"),
        (New("paper.txt", "a", ("pmid:123456789",)), "at most eight digits"),
        (New("paper.txt", "a", ("a paper",)), "write it as 10"),
        (New("paper.txt", "a", url="file:///etc/passwd"), "is no address"),
    ],
)
def test_a_mistake_writes_nothing(desk: Path, new: New, says: str) -> None:
    with pytest.raises(Usage, match=re.escape(says)):
        sourcing.add(AS_OF, desk, new)
    assert not list((desk / "claims").rglob("*.*"))


def test_a_file_that_cannot_be_read_is_not_added(desk: Path) -> None:
    (desk / "scan.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(Unreadable, match=r"scan.pdf: is broken.*Nothing was added"):
        add(desk, "scan.pdf")
    assert not (desk / "claims").exists()


def test_a_key_is_not_taken_twice_unless_that_is_meant(desk: Path) -> None:
    add(desk, title="My title")
    (desk / "new.html").write_text(f"<h1>Velodrin for gout</h1><p>{PAPER}</p>")
    with pytest.raises(Usage, match="--replace"):
        add(desk, "new.html")
    add(desk, "new.html", replace=True, version="v2")
    (entry,) = index.read(desk)
    assert (entry["title"], entry["version"], entry["identifiers"]) == ("My title", "v2", "doi:10.5555/velodrin")
    assert sorted(path.name for path in (desk / index.FOLDER).iterdir()) == ["index.csv", "okafor.html"]


def test_two_sources_of_one_identifier_are_told(desk: Path) -> None:
    add(desk)
    assert "Also the identifier of okafor" in add(desk, key="other")


def test_places_of_every_claim_that_rests_on_the_shelf(desk: Path) -> None:
    add(desk)
    text, code = placing.places(AS_OF, desk, "articles/gout.md")
    assert code == 0
    assert "> At 12 weeks, 54% of adults had no gout attack" in text
    assert "1  okafor p.1, likeness" in text
    assert "Gout affects" not in text


def test_a_confirmed_place_stands_in_the_claim_table_under_the_persons_name(desk: Path) -> None:
    add(desk, version="v1")
    confirm(desk)
    cells = row(desk)
    assert (cells["standing"], cells["reviewer"], cells["reviewed_on"]) == ("substantiated", "ines", "2026-11-25")
    (place,) = sources.parse_evidence(cells["evidence"])
    work = sources.shelf(desk)["okafor"]
    assert work.text[place.start : place.end].startswith("At 12 weeks, 54% of adults")
    assert (place.page, place.version, place.holds(work)) == (1, "v1", True)
    assert "confirmed: okafor p.1" in placing.places(AS_OF, desk, "gout")[0]
    assert sourcing.list_sources(desk)[1] == 0


def test_a_confirmed_place_survives_the_next_writing_of_the_table(desk: Path) -> None:
    add(desk)
    confirm(desk)
    before = row(desk)
    claiming.write(["articles"], AS_OF, False, desk)
    assert row(desk) == before


def test_a_changed_source_asks_for_confirmation_again(desk: Path) -> None:
    add(desk)
    confirm(desk)
    (desk / "paper.txt").write_text(PAPER.replace("54%", "45%"))
    add(desk, replace=True)
    text, code = sourcing.list_sources(desk)
    assert (code, "source changed, confirm: okafor p.1" in text) == (1, True)
    assert "source changed, confirm" in placing.places(AS_OF, desk, "gout")[0]


def test_a_source_that_was_touched_is_not_used(desk: Path) -> None:
    add(desk)
    name = claim_id(desk)
    (desk / "claims/sources/okafor.txt").write_text(PAPER + "and more")
    text, code = sourcing.list_sources(desk)
    assert (code, "Not used: it is not the file that was added" in text) == (3, True)
    text, code = placing.places(AS_OF, desk, "gout")
    assert (code, "okafor is not used" in text, ">" in text) == (3, True, False)
    with pytest.raises(Usage, match="okafor is not used"):
        placing.confirm(AS_OF, desk, "gout", name, 1, INES)


def test_a_claim_finds_a_source_by_the_key_in_its_evidence(desk: Path) -> None:
    add(desk, "paper.txt", "okafor")
    (desk / "articles" / "gout.md").write_text("# Gout\n\nVelodrin kept 54% of adults free of gout attacks.\n")
    assert "No claim of this article rests" in placing.places(AS_OF, desk, "gout")[0]
    claiming.write(["articles"], AS_OF, False, desk)
    table = desk / "claims" / "gout.csv"
    lines = claim_table.read(table, "claims/gout.csv")
    table.write_text(claim_table.text_of([{**line, "evidence": "okafor, results"} for line in lines]))
    assert "okafor p.1" in confirm(desk)
    assert row(desk)["evidence"].startswith("okafor, results; okafor p.1 “At 12 weeks")


def test_a_disputed_claim_is_not_confirmed_over_the_dispute(desk: Path) -> None:
    add(desk)
    claiming.write(["articles"], AS_OF, False, desk)
    table = desk / "claims" / "gout.csv"
    lines = claim_table.read(table, "claims/gout.csv")
    table.write_text(claim_table.text_of([{**line, "standing": "disputed"} for line in lines]))
    before = table.read_bytes()
    with pytest.raises(Usage, match="disputed"):
        confirm(desk)
    assert table.read_bytes() == before


@pytest.mark.parametrize(
    ("claim", "number", "says"),
    [("", 0, "no place 0"), ("", 9, "no place 9"), ("zzzz", 1, "is no claim"), ("a", 1, "too short")],
)
def test_a_place_or_claim_that_is_not_there_is_told(desk: Path, claim: str, number: int, says: str) -> None:
    add(desk)
    with pytest.raises(Usage, match=says):
        placing.confirm(AS_OF, desk, "gout", claim or claim_id(desk), number, INES)


def test_the_command_line_adds_lists_and_confirms(desk: Path) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "workbench", "sources", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=desk)

    added = run("add", "paper.txt", "--key", "okafor", "--doi", "10.5555/velodrin", "--pmid", "99999999")
    assert (added.returncode, added.stderr) == (0, "")
    assert "doi:10.5555/velodrin; pmid:99999999" in run("list").stdout
    name = run("places", "gout").stdout[:12]
    done = run("confirm", "gout", name, "1", "--as-of", "2026-11-25")
    assert (done.returncode, f"{name} is substantiated by okafor p.1" in done.stdout) == (0, True)
    assert run("add", "none.txt", "--key", "x").returncode == 2
