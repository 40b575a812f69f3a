"""`workbench queue conflicts|keep-both|settle|reopen`: articles that disagree, listed and decided by commands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from postgres import Server
from queue_desk import Desk, quick

from workbench import cli
from workbench.queueing import conflicts
from workbench.queueing.newsroom import Newsroom
from workbench.review import told_of
from workbench.review.connection import writing

SIX = "# Ketamine for depression\n\nA course of six sessions is usual.\n"
EIGHT = "# Paying for ketamine\n\nYou will have eight sessions of ketamine.\n"
HEAD = "note  Sessions in a course: ketamine, for depression  "


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Server | None) -> Desk:
    quick(monkeypatch)
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path)
    tells(made, drops=SIX, sleep=EIGHT)
    return made


def tells(desk: Desk, **texts: str) -> None:
    """The articles are written anew and checked."""
    for name, text in texts.items():
        desk.write(name, text)
    room = Newsroom(desk.root, desk.wanted)
    with room.open() as store:
        seen, _ = room.examine([f"{desk.root}/articles/{name}.md" for name in texts])
        store.record(seen, at=desk.wanted.at)
        with writing(store._engine) as connection:
            told_of.write(connection, {item.name: item.report.told for item in seen})


def key(desk: Desk) -> str:
    line = lists(desk).splitlines()[0]
    assert line.startswith(HEAD)
    return line.removeprefix(HEAD)


def lists(desk: Desk, article: str = "") -> str:
    text, code = conflicts.listed(desk.wanted, desk.root, article)
    assert code == 0
    return text


def test_they_are_listed_with_their_sentences(desk: Desk) -> None:
    lines = lists(desk).splitlines()
    assert lines[0].startswith(HEAD) and len(lines[0]) == len(HEAD) + 16
    assert lines[1:5] == [
        "    6 sessions  drops  new, not on the site",
        "        “A course of six sessions is usual.”",
        "    8 sessions  sleep  new, not on the site",
        "        “You will have eight sessions of ketamine.”",
    ]
    assert "Does not confirm that a treatment is right" in lines[-1]
    assert lists(desk, "drops").splitlines()[0] == lines[0]
    assert lists(desk, "calm").startswith("No two articles were found to disagree.\n")


def test_both_are_kept_and_it_is_opened_again(desk: Desk) -> None:
    name = key(desk)
    said = desk.does("mara", conflicts.decide, name[:6], "keep both", "Sleep is about a second course.")
    assert said == "Articles that disagree: it was “open” and is “kept” now.\nNo open one is left.\n"
    assert "kept on 2026-11-25 by Mara Olsen: Sleep is about a second course." in lists(desk)
    said = desk.does("ines", conflicts.decide, name, "reopen")
    assert said.endswith("1 left where articles disagree.\n") and "kept on" not in lists(desk)


def test_the_librarys_row_settles_it(desk: Desk) -> None:
    said = desk.does("ines", conflicts.decide, key(desk), "settle", given={"row": "row-1"})
    assert "“settled”" in said and "settled on 2026-11-25 by Ines Calder" in lists(desk)


def test_a_changed_text_is_another_conflict_and_an_agreeing_one_is_none(desk: Desk) -> None:
    name = key(desk)
    desk.does("mara", conflicts.decide, name, "keep both", "Both are right.")
    tells(desk, sleep=EIGHT.replace("eight", "nine"))
    assert key(desk) != name and "kept" not in lists(desk)
    assert "is no conflict that articles still have" in desk.refused("mara", conflicts.decide, name, "reopen")
    tells(desk, sleep=EIGHT.replace("eight", "six"))
    assert lists(desk).startswith("No two articles")


@pytest.mark.parametrize(
    ("who", "words", "why"),
    [
        ("tom", ("keep both", "Both are right."), "Only an editor or a medical reviewer can do this; you are here as"),
        ("ada", ("keep both", "Both are right."), "Only an editor or a medical reviewer can do this; you are here as"),
        ("mara", ("keep both", ""), "This needs a reason in words"),
        ("mara", ("settle",), "No row of the library is named"),
        ("mara", ("reopen",), "This disagreement is “open”"),
        ("mara", ("fix", "why"), "“fix” is not something that can be decided here"),
    ],
)
def test_what_is_refused_says_who_can(desk: Desk, who: str, words: tuple[str, ...], why: str) -> None:
    assert why in desk.refused(who, conflicts.decide, key(desk), *words)


@pytest.mark.parametrize(
    ("typed", "why"),
    [("abc", "is too short"), ("", "is too short"), ("0000000", "is no conflict"), ("\x1b[2J____", "is no conflict")],
)
def test_a_name_that_fits_nothing(desk: Desk, typed: str, why: str) -> None:
    said = desk.refused("mara", conflicts.decide, typed, "keep both", "Both are right.")
    assert why in said and "See: workbench queue conflicts" in said and "\x1b" not in said


def test_an_article_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(Exception, match="has no article “nothing”"):
        conflicts.listed(desk.wanted, desk.root, "nothing")


@pytest.mark.parametrize(
    ("typed", "function", "words", "more"),
    [
        ("conflicts", "listed", ("",), {}),
        ("conflicts drops", "listed", ("drops",), {}),
        ("keep-both 4f2a --reason why", "decide", ("4f2a", "keep both", "why"), {}),
        ("settle 4f2a --row row-1", "decide", ("4f2a", "settle"), {"given": {"row": "row-1"}}),
        ("reopen 4f2a", "decide", ("4f2a", "reopen"), {}),
    ],
)
def test_every_word_goes_where_it_belongs(
    monkeypatch: pytest.MonkeyPatch, typed: str, function: str, words: tuple[str, ...], more: dict[str, object]
) -> None:
    taken: list[tuple[tuple[object, ...], dict[str, object]]] = []

    def takes(wanted: object, place: Path, *rest: object, **named: object) -> tuple[str, int]:
        taken.append((rest, named))
        return "done\n", 0

    monkeypatch.setattr(conflicts, function, takes)
    monkeypatch.setattr(sys, "argv", ["workbench", "queue", *typed.split()])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert (end.value.code or 0, taken) == (0, [(words, more)])
