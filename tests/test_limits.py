"""What one file may cost is set under [readers], and a file over it is named with its limit; the others are read."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from speak import AS_OF

from workbench import checking, registry
from workbench.errors import BadContent

WORDS = "Sleep well and rest long.\n\n"


def check(desk: Path, *paths: str) -> tuple[dict[str, str], list[str], int]:
    """Messages of unread articles by name, names of read ones, and the exit code."""
    given = tuple(str(desk / path) for path in paths)
    text, code = checking.check(checking.Wanted(given, AS_OF, format="json", fail_on="never"), desk)
    told = json.loads(text)
    unread = {Path(one["path"]).name: one["message"] for one in told["unread"]}
    return unread, [Path(one["path"]).name for one in told["articles"]], code


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "long.md").write_text(WORDS * 60_000, encoding="utf-8")
    (tmp_path / "short.md").write_text(WORDS, encoding="utf-8")
    return tmp_path


def limited(desk: Path, lines: str) -> None:
    (desk / "workbench.toml").write_text(f'[newsroom]\ncountry = "US"\n[readers]\n{lines}\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("max_megabytes = 1", "is larger than 1 MB"),
        ("max_words = 299_999", "holds 300,000 words, more than the 299,999 of one article"),
        ("", "more than the 100,000 of one article"),
    ],
)
def test_a_file_over_a_limit_is_named_with_it_and_the_others_are_read(desk: Path, lines: str, says: str) -> None:
    limited(desk, lines)
    unread, read, code = check(desk, "long.md", "short.md")
    assert (list(unread), read, code) == (["long.md"], ["short.md"], 3)
    assert says in unread["long.md"]
    assert "in the table [readers]" in unread["long.md"]
    assert (lines or "max_words").split(" ")[0] in unread["long.md"]


def test_what_is_just_at_the_limit_is_read(desk: Path) -> None:
    (desk / "short.md").write_text("Rest " * 40, encoding="utf-8")
    limited(desk, "max_words = 40")
    assert check(desk, "short.md") == ({}, ["short.md"], 0)
    limited(desk, "max_words = 39")
    unread, _, code = check(desk, "short.md")
    assert "holds 40 words, more than the 39" in unread["short.md"]
    assert code == 3


def test_letters_without_a_space_count_too(desk: Path) -> None:
    (desk / "short.md").write_text("5mg/" * 4_000, encoding="utf-8")
    limited(desk, "max_words = 400")
    assert check(desk, "short.md")[2] == 0
    limited(desk, "max_words = 399")
    unread, _, code = check(desk, "short.md")
    assert (code, "holds 400 words" in unread["short.md"]) == (3, True)


def test_a_megabyte_is_a_million_bytes(desk: Path) -> None:
    limited(desk, "max_megabytes = 1\nmax_words = 1_000_000")
    (desk / "short.md").write_bytes(b"a" * 1_000_000)
    assert check(desk, "short.md")[2] == 0
    (desk / "short.md").write_bytes(b"a" * 1_000_001)
    assert check(desk, "short.md")[2] == 3


@pytest.mark.skipif("word" not in registry.names("readers"), reason="no reader of Word files")
def test_what_a_packed_file_unpacks_to_has_a_limit_of_its_own(desk: Path) -> None:
    import docx

    article = docx.Document()
    article.add_paragraph("Rest well.")
    article.save(str(desk / "packed.docx"))
    text = io.StringIO()
    text.writelines(f"{number * 7919 % 1_000_003:06d} and more of it\n" for number in range(90_000))
    with zipfile.ZipFile(desk / "packed.docx", "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/notes.xml", text.getvalue())
    limited(desk, "max_unpacked_megabytes = 1")
    unread, _, code = check(desk, "packed.docx")
    assert code == 3
    assert "`max_unpacked_megabytes` in the table [readers]" in unread["packed.docx"]
    limited(desk, "max_unpacked_megabytes = 10")
    assert check(desk, "packed.docx")[2] == 0


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("max_megabytes = 0", "max_megabytes"),
        ("max_words = -1", "max_words"),
        ('max_words = "many"', "max_words"),
        ("max_megabytes = 1.5", "max_megabytes"),
        ("max_pages = 5", "max_pages"),
    ],
)
def test_a_limit_that_is_none_is_a_mistake_of_the_caller(desk: Path, lines: str, says: str) -> None:
    limited(desk, lines)
    with pytest.raises(BadContent, match=says) as caught:
        check(desk, "short.md")
    assert caught.value.exit_code == 2
    assert str(caught.value).startswith("workbench.toml")


def test_an_article_cannot_bring_its_own_limits(desk: Path) -> None:
    limited(desk, "max_words = 40")
    inner = desk / "inner"
    inner.mkdir()
    limited(inner, "max_words = 1_000_000")
    (inner / "page.md").write_text("Rest " * 60, encoding="utf-8")
    assert check(desk, "inner/page.md")[2] == 3


def test_more_than_one_process_keeps_the_limits(desk: Path) -> None:
    limited(desk, "max_words = 40")
    (desk / "other.md").write_text("Rest " * 60, encoding="utf-8")
    given = tuple(str(desk / name) for name in ("other.md", "short.md"))
    _, code = checking.check(checking.Wanted(given, AS_OF, format="json", fail_on="never", jobs=2), desk)
    assert code == 3
