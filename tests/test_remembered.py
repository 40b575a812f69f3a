"""A report of an earlier run stands for a new one exactly as long as nothing that it rests on has changed."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from workbench import batch, checking, remembered

DAY = date(2026, 11, 25)
HYPE = "# Drops\n\nThis miracle cure works for everyone. It is 100% safe.\n"
CALM = "# Walk\n\nWe walk to the lake on Sundays.\n"


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for number in range(remembered.FEW):
        (tmp_path / "articles" / f"a{number}.md").write_text(HYPE if number % 2 else CALM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(root: Path, as_of: date = DAY, **more: object) -> str:
    wanted = checking.Wanted(paths=("articles",), as_of=as_of, format="json", fail_on="never", **more)  # type: ignore[arg-type]
    return checking.answer(wanted, root).text


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that were checked anew."""
    names: list[str] = []
    report = batch._report

    def noted(document: object, name: str, *more: object) -> object:
        names.append(name)
        return report(document, name, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "_report", noted)
    return names


def test_an_untouched_article_is_not_checked_again_and_the_answer_is_the_same_to_the_byte(
    newsroom: Path, made: list[str]
) -> None:
    first = checked(newsroom)
    assert len(made) == remembered.FEW
    made.clear()
    assert checked(newsroom) == first
    assert made == []
    assert checked(newsroom, remember=False) == first
    assert len(made) == remembered.FEW


def edit_one(root: Path) -> None:
    (root / "articles" / "a1.md").write_text(HYPE.replace("cure", "remedy"), encoding="utf-8")


def rename_one(root: Path) -> None:
    (root / "articles" / "a1.md").rename(root / "articles" / "b1.md")


def opt_out(root: Path) -> None:
    comment = '<!-- workbench-ignore-article missing-risks reason="elsewhere" -->\n\n'
    (root / "articles" / "a1.md").write_text(comment + HYPE, encoding="utf-8")


def write_about_one(root: Path) -> None:
    (root / "claims").mkdir()
    (root / "claims" / "a1.csv").write_text("id\n", encoding="utf-8")


@pytest.mark.parametrize("change", [edit_one, rename_one, opt_out, write_about_one])
def test_one_article_is_checked_anew_where_only_it_changed(
    newsroom: Path, made: list[str], change: Callable[[Path], None]
) -> None:
    checked(newsroom)
    made.clear()
    change(newsroom)
    assert checked(newsroom) == checked(newsroom, remember=False)
    assert made[: len(made) - remembered.FEW] == ["b1" if change is rename_one else "a1"]


def add_a_check(root: Path) -> None:
    folder = root / "checks" / "marketing"
    folder.mkdir(parents=True)
    (folder / "lake.toml").write_text(
        'title = "Lake"\ncategory = "marketing-hype"\ndetector = "phrase"\nseverity = "note"\nconfidence = "high"\n'
        'message = "Says “{text}”."\nwhy = "A test."\nadvice = "Leave it."\nsources = [{ title = "The desk" }]\n'
        'example = [{ text = "The lake.", finds = ["lake"] }, { text = "The sea.", finds = [] },'
        ' { text = "A lake here.", finds = ["lake"] }, { text = "A pond.", finds = [] }]\n'
        '[params]\nphrases = ["lake"]\n',
        encoding="utf-8",
    )


def move_country(root: Path) -> None:
    (root / "workbench.toml").write_text('[newsroom]\ncountry = "GB"\n', encoding="utf-8")


@pytest.mark.parametrize("change", [add_a_check, move_country])
def test_everything_is_checked_anew_where_a_check_or_the_country_changed(
    newsroom: Path, made: list[str], change: Callable[[Path], None]
) -> None:
    before = checked(newsroom)
    made.clear()
    change(newsroom)
    after = checked(newsroom)
    assert after != before and len(made) == remembered.FEW
    assert after == checked(newsroom, remember=False)


def test_another_day_is_another_answer(newsroom: Path, made: list[str]) -> None:
    checked(newsroom)
    made.clear()
    checked(newsroom, as_of=date(2026, 11, 26))
    assert len(made) == remembered.FEW


def test_what_people_decide_counts_at_once(newsroom: Path, made: list[str]) -> None:
    first = json.loads(checked(newsroom))
    found = next(one for page in first["articles"] for one in page["findings"] if not one["held_back"])
    page = next(page for page in first["articles"] if found in page["findings"])
    row = {
        "article": Path(page["path"]).stem, "check": found["check"], "fingerprint": found["fingerprint"],
        "text": found["text"], "decision": "dismissed", "reason": "wrong reading", "note": "", "by": "mara",
        "second": "", "on": "2026-11-25", "until": "", "text_hash": "",
    }  # fmt: skip
    (newsroom / "claims").mkdir()
    with (newsroom / "claims" / "decisions.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, row)
        writer.writeheader()
        writer.writerow(row)
    made.clear()
    after = json.loads(checked(newsroom))
    assert made == []
    decided = [one for page in after["articles"] for one in page["findings"] if one["decision"]]
    assert [one["decision"]["by"] for one in decided] == ["mara"]


def test_a_few_articles_leave_nothing_behind(newsroom: Path) -> None:
    wanted = checking.Wanted(paths=("articles/a1.md",), as_of=DAY, format="json", fail_on="never")
    checking.answer(wanted, newsroom)
    assert not (newsroom / remembered.NAME).exists()


@pytest.mark.parametrize("broken", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(40)])
def test_a_broken_file_costs_nothing_but_time(newsroom: Path, made: list[str], broken: bytes) -> None:
    first = checked(newsroom, remember=False)
    (newsroom / ".workbench").mkdir(exist_ok=True)
    (newsroom / remembered.NAME).write_bytes(broken)
    assert checked(newsroom) == first
    assert checked(newsroom) == first


def test_processes_share_what_is_remembered(newsroom: Path, made: list[str]) -> None:
    first = checked(newsroom, jobs=2)
    made.clear()
    assert checked(newsroom) == first
    assert made == []
