"""The newsroom's list of retractions: what it has on record on a day, and clear errors. All works are invented."""

from __future__ import annotations

import csv
import json
import time
from datetime import date
from pathlib import Path

import pytest
from speak import AS_OF

from workbench import checking, knowledge, retractions
from workbench.errors import BadContent
from workbench.model import Known

PUBLISHED = (  # all columns of the public data set
    "Record ID", "Title", "Subject", "Institution", "Journal", "Publisher", "Country", "Author", "URLS", "ArticleType",
    "RetractionDate", "RetractionDOI", "RetractionPubMedID", "OriginalPaperDate", "OriginalPaperDOI",
    "OriginalPaperPubMedID", "RetractionNature", "Reason", "Paywalled", "Notes",
)  # fmt: skip


def row(doi: str = "10.5555/abc", nature: str = "Retraction", day: str = "4/15/2021 0:00", **more: str) -> list[str]:
    cells = {
        "Title": "Invented, and gone", "OriginalPaperDOI": doi, "OriginalPaperPubMedID": "0", "RetractionDOI": "",
        "RetractionNature": nature, "RetractionDate": day, **more,
    }  # fmt: skip
    return [cells.get(column, "") for column in PUBLISHED]


@pytest.fixture
def listed(tmp_path: Path):
    def write(*rows: list[str], as_of: date = AS_OF):
        place = tmp_path / "retractions.csv"
        with place.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([PUBLISHED, *rows])
        return retractions.read(place, "claims/retractions.csv", as_of)

    return write


def test_a_retraction_is_on_record_under_doi_and_pubmed_number(listed) -> None:
    found = listed(row("10.5555/ABC", RetractionDOI="10.5555/Notice", OriginalPaperPubMedID="99999999"))
    record = Known("retracted", "2021-04-15", "claims/retractions.csv", "Invented, and gone", "doi:10.5555/notice")
    assert dict(found) == {"doi:10.5555/abc": record, "pmid:99999999": record}


@pytest.mark.parametrize(
    ("nature", "state"),
    [("Retraction", "retracted"), ("Correction", "corrected"), ("Expression of concern", "concern"),
     ("EXPRESSION OF CONCERN ", "concern"), ("Reinstatement", "resolves")],
)  # fmt: skip
def test_natures_become_states(listed, nature: str, state: str) -> None:
    assert listed(row(nature=nature))["doi:10.5555/abc"].state == state


@pytest.mark.parametrize("day", ["4/15/2021 0:00", "4/15/2021", "04/15/2021", "2021-04-15", "2021-04-15T00:00:00"])
def test_dates_as_the_list_and_as_people_write_them(listed, day: str) -> None:
    assert listed(row(day=day))["doi:10.5555/abc"].on == "2021-04-15"


def test_what_has_no_identifier_is_passed_over(listed) -> None:
    assert dict(listed(row("unavailable"), row(""), row("Unavailable", day="", nature=""))) == {}


def test_a_notice_of_a_later_day_does_not_count_yet(listed) -> None:
    notice = row(day="4/15/2021 0:00")
    assert not listed(notice, as_of=date(2021, 4, 14))
    assert listed(notice, as_of=date(2021, 4, 15))["doi:10.5555/abc"].state == "retracted"


def test_of_several_notices_the_gravest_holds_and_a_reinstatement_ends_those_before(listed) -> None:
    retracted, corrected = row(day="1/1/2020"), row(nature="Correction", day="1/1/2022")
    reinstated = row(nature="Reinstatement", day="1/1/2023")
    again = row(nature="Expression of concern", day="1/1/2024")
    assert listed(corrected, retracted)["doi:10.5555/abc"].state == "retracted"
    assert listed(reinstated, corrected, retracted)["doi:10.5555/abc"].state == "resolves"
    assert listed(again, reinstated, retracted)["doi:10.5555/abc"].state == "concern"
    assert listed(row(nature="Reinstatement", day="1/1/2020"), retracted)["doi:10.5555/abc"].state == "resolves"


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (row(day="15.4.2021"), "line 3: RetractionDate is “15.4.2021”"),
        (row(day="13/45/2021"), "line 3: RetractionDate"),
        (row(nature="Gone"), "line 3: RetractionNature is “Gone”"),
        (["one", "cell", "more"], "line 3: has 3 cells, the header has 20"),
    ],
)
def test_a_bad_row_is_named_with_line_and_column(listed, bad: list[str], words: str) -> None:
    with pytest.raises(BadContent) as told:
        listed(row(), bad)
    assert f"claims/retractions.csv: {words}" in str(told.value)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    place = tmp_path / "list.csv"
    place.write_text("OriginalPaperDOI,RetractionDate\n10.5555/abc,4/15/2021\n")
    with pytest.raises(BadContent, match="line 1: lacks the column RetractionNature"):
        retractions.read(place, "list.csv", AS_OF)


def test_the_columns_that_matter_are_enough_in_any_order(tmp_path: Path) -> None:
    place = tmp_path / "list.csv"
    place.write_text("\ufeffRetractionNature,OriginalPaperDOI,RetractionDate\r\nRetraction,10.5555/abc,2021-04-15\r\n")
    assert retractions.read(place, "list.csv", AS_OF)["doi:10.5555/abc"] == Known("retracted", "2021-04-15", "list.csv")


def test_an_older_copy_in_another_encoding_is_read(tmp_path: Path) -> None:
    place = tmp_path / "list.csv"
    text = "OriginalPaperDOI,RetractionDate,RetractionNature,Title\n10.5555/abc,4/15/2021,Retraction,Größe\n"
    place.write_bytes(text.encode("cp1252"))
    assert retractions.read(place, "list.csv", AS_OF)["doi:10.5555/abc"].title == "Größe"


def test_no_list_is_no_record(tmp_path: Path) -> None:
    assert dict(retractions.read(tmp_path / "none.csv", "none.csv", AS_OF)) == {}


def test_sixty_thousand_rows_are_read_in_half_a_second(listed, tmp_path: Path) -> None:
    many = [row(f"10.5555/{n}", OriginalPaperPubMedID=str(90_000_000 + n)) for n in range(60_000)]
    listed(*many)
    times = []
    for _ in range(3):
        begun = time.process_time()
        found = retractions.read(tmp_path / "retractions.csv", "list", AS_OF)
        times.append(time.process_time() - begun)
    assert len(found) == 120_000
    assert min(times) < 1  # on a busy machine; a third of a second on a quiet one


def newsroom(tmp_path: Path, nature: str) -> Path:
    (tmp_path / "claims").mkdir()
    text = f"OriginalPaperDOI,RetractionDate,RetractionNature\n10.5555/abc,4/15/2021,{nature}\n"
    (tmp_path / "claims" / "retractions.csv").write_text(text)
    return tmp_path


def test_knowledge_is_the_list_and_the_graver_of_list_and_look_up(tmp_path: Path) -> None:
    root = newsroom(tmp_path, "Correction")
    assert knowledge.load(root, AS_OF).identifiers["doi:10.5555/abc"].state == "corrected"
    fine = {"doi:10.5555/abc": Known("resolves", "2026-11-25", "Crossref")}
    gone = {"doi:10.5555/abc": Known("retracted", "2026-11-25", "Crossref")}
    other = {"doi:10.5555/other": Known("resolves", "2026-11-25", "Crossref")}
    assert knowledge.load(root, AS_OF, fine).identifiers["doi:10.5555/abc"].state == "corrected"
    assert knowledge.load(root, AS_OF, gone).identifiers["doi:10.5555/abc"].source == "Crossref"
    both = knowledge.load(root, AS_OF, other).identifiers
    assert (both["doi:10.5555/abc"].state, both["doi:10.5555/other"].state) == ("corrected", "resolves")
    assert knowledge.load(None, AS_OF).identifiers == {}


def test_the_state_of_knowledge_changes_with_its_files(tmp_path: Path) -> None:
    before = knowledge.state(tmp_path)
    root = newsroom(tmp_path, "Correction")
    assert knowledge.state(root) != before
    assert knowledge.state(root) == knowledge.state(root)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_check_knows_the_list_in_every_process(tmp_path: Path, jobs: int) -> None:
    root = newsroom(tmp_path, "Retraction")
    (root / "workbench.toml").write_text("")
    for name in ("one.md", "two.md"):
        (root / name).write_text("Barkol eased pain in 40% of adults (doi:10.5555/abc).\n")
    paths = (str(root / "one.md"), str(root / "two.md"))
    wanted = checking.Wanted(paths, AS_OF, format="json", fail_on="warning", only=("retracted-source",), jobs=jobs)
    text, code = checking.check(wanted, root)
    assert (code, text.count("recorded by claims/retractions.csv, 15 Apr 2021")) == (1, 2)
    claims = [claim for article in json.loads(text)["articles"] for claim in article["claims"]]
    assert [claim["references"][0]["state"] for claim in claims] == ["retracted", "retracted"]


def test_a_bad_list_stops_before_any_article_is_read(tmp_path: Path) -> None:
    root = newsroom(tmp_path, "Gone")
    (root / "workbench.toml").write_text("")
    (root / "one.md").write_text("A page.\n")
    with pytest.raises(BadContent, match=r"claims/retractions\.csv: line 2"):
        checking.check(checking.Wanted((str(root / "one.md"),), AS_OF), root)
