"""The shelf: what it opens and when, what it keeps, and what it says of files that are gone or changed."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from speak import AS_OF

from workbench import knowledge, sources
from workbench.errors import BadContent, Unreadable
from workbench.sources import index, texts

TEXT = "Velodrin for gout: an invented trial\n\nWe randomly assigned 200 adults.\n"


def put(root: Path, key: str = "okafor", text: str = TEXT, **cells: str) -> Path:
    place = root / index.FOLDER / f"{key}.txt"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)
    rows = [row for row in index.read(root) if row["key"] != key]
    digest = sha256(text.encode()).hexdigest()
    index.write(root, [*rows, {"key": key, "identifiers": "doi:10.5555/v", "hash": digest, **cells}])
    return place


def test_a_source_is_found_by_identifier_without_opening_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, identifiers="doi:10.5555/V; pmid:99999999", url="https://www.example.org/Paper?id=1#top")
    monkeypatch.setattr(texts, "bytes_of", lambda path: pytest.fail(f"opened {path}"))
    shelf = sources.shelf(tmp_path)
    for name in ("doi:10.5555/v", "pmid:99999999", index.address("http://example.org/Paper?id=1")):
        assert sources.key_of(shelf, [name]) == "okafor"
    assert sources.key_of(shelf, ["doi:10.5555/other"]) == ""
    assert ("okafor" in shelf, len(shelf), list(shelf)) == (True, 1, ["okafor"])


def test_the_text_is_kept_and_read_again_only_where_that_is_not_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path)
    before = sources.shelf(tmp_path)["okafor"]
    (kept,) = (tmp_path / ".workbench" / "sources").glob("*.json")
    with monkeypatch.context() as patched:
        patched.setattr(texts, "read", lambda *_: pytest.fail("read again"))
        assert sources.shelf(tmp_path)["okafor"] == before
    for broken in (b"", b"{", b"[]", json.dumps({**json.loads(kept.read_text()), "pages": [0, 10**9]}).encode()):
        kept.write_bytes(broken)
        assert sources.shelf(tmp_path)["okafor"] == before
    assert json.loads(kept.read_text())["text"] == before.text


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / ".workbench").write_text("a file where the folder should be")
    assert sources.shelf(tmp_path)["okafor"].text == TEXT


def test_a_file_that_is_gone_doubled_or_changed_is_told_and_not_used(tmp_path: Path) -> None:
    place = put(tmp_path)
    place.write_text(TEXT.replace("200", "640"))
    with pytest.raises(Unreadable, match=r"not the file that was added.*--replace"):
        sources.shelf(tmp_path)["okafor"]
    place.with_suffix(".html").write_text("<p>x</p>")
    assert "has 2 files" in sources.shelf(tmp_path).problem("okafor")
    place.unlink()
    place.with_suffix(".html").unlink()
    assert "has no file" in sources.shelf(tmp_path).problem("okafor")
    put(tmp_path, hash="")
    assert "has no hash" in sources.shelf(tmp_path).problem("okafor")


def test_a_key_that_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    put(tmp_path)
    with pytest.raises(KeyError):
        sources.shelf(tmp_path)["other"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"key": "../passwd"}, "no name for a file"),
        ({"key": "a..b"}, "no name for a file"),
        ({"key": "index"}, "no name for a file"),
        ({"key": "Okafor"}, "no name for a file"),
        ({"key": "ok", "identifiers": "see the journal"}, "is no identifier"),
        ({"key": "ok", "hash": "abc"}, "no SHA-256"),
    ],
)
def test_an_index_that_does_not_hold_is_refused(tmp_path: Path, row: dict[str, str], says: str) -> None:
    index.write(tmp_path, [{"identifiers": "", "hash": "", **row}])
    with pytest.raises(BadContent, match=says):
        knowledge.load(tmp_path, AS_OF)


def test_a_key_twice_is_refused(tmp_path: Path) -> None:
    index.write(tmp_path, [{"key": "a", "hash": ""}, {"key": "a", "hash": ""}])
    with pytest.raises(BadContent, match="two rows"):
        sources.shelf(tmp_path)


def test_an_index_without_its_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / index.FOLDER).mkdir(parents=True)
    (tmp_path / index.NAME).write_text("key,title\na,b\n")
    with pytest.raises(BadContent, match="lacks the column"):
        sources.shelf(tmp_path)


def test_what_people_wrote_is_known_by_claim_and_nothing_where_the_table_does_not_hold(tmp_path: Path) -> None:
    put(tmp_path)
    shelf = sources.shelf(tmp_path)
    assert sources.evidence_of(shelf, "gout") == {}
    table = tmp_path / "claims" / "gout.csv"
    table.write_text("id,evidence\nabc,okafor p.2\ndef,\n")
    assert sources.evidence_of(shelf, "gout") == {"abc": "okafor p.2"}
    known = knowledge.about(knowledge.load(tmp_path, AS_OF), "gout")
    assert known.evidence == {"abc": "okafor p.2"}
    table.write_bytes(b"\xff\xff")
    assert sources.evidence_of(shelf, "gout") == {}


@pytest.mark.parametrize(
    ("cell", "keys"),
    [("okafor p.2", ("okafor",)), ("see okafor.", ("okafor",)), ("okafor-2020", ()), ("Okafor", ()), ("", ())],
)
def test_a_cell_names_a_source_by_its_whole_key(tmp_path: Path, cell: str, keys: tuple[str, ...]) -> None:
    put(tmp_path)
    assert sources.keys_named(sources.shelf(tmp_path), cell) == keys
