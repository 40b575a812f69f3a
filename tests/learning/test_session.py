"""Marks held against an answer, marks kept in a file, sets of passages, a class, agreement and labels."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from workbench.errors import Usage
from workbench.learning import agreement, keeping, labels, session, sets, teaching
from workbench.learning.keeping import Keeper
from workbench.learning.session import Item, Mark, Work

TEXT = "The drops halve falls. They are safe for all. Do not drive after them. They cost 4 dollars."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def item(words: str, kind: str = "number", fair: bool = False) -> Item:
    return Item(*span(words), f"About {words}", "Because.", "" if fair else kind, fair)


def mark(words: str, kind: str = "number", id_: str = "") -> Mark:
    return Mark(id_ or words, *span(words), words, kind, "Why not?")


ITEMS = [item("halve falls"), item("safe for all", "safety"), item("Do not drive", fair=True)]


def what(*marks: Mark) -> list[tuple[str, str]]:
    return [(row.what, TEXT[row.start : row.end]) for row in session.compare(ITEMS, marks)]


def test_nothing_marked_misses_every_problem_and_no_fair_warning() -> None:
    assert what() == [("missed", "halve falls"), ("missed", "safe for all")]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (mark("halve"), "found"),  # part of it is enough
        (mark("drops halve falls. They"), "found"),  # so is more than it
        (mark("halve falls", "source"), "near"),
        (mark("The drops"), "missed"),  # beside it is not on it
    ],
)
def test_a_mark_finds_where_it_overlaps_and_the_kind_fits(one: Mark, said: str) -> None:
    assert (said, "halve falls") in what(one)


def test_a_fair_warning_is_named_only_where_it_was_marked_for_itself() -> None:
    assert ("fair", "Do not drive") in what(mark("Do not drive after them", "promise"))
    both = mark("safe for all. Do not", "safety")
    assert ("found", "safe for all") in what(both) and all(name != "fair" for name, _ in what(both))


def test_a_mark_on_nothing_is_the_learners_alone_and_two_marks_make_one_find() -> None:
    assert ("only", "cost 4") in what(mark("cost 4"))
    rows = session.compare(ITEMS, [mark("halve", "source", "a1"), mark("falls", "number", "a2")])
    assert (rows[0].what, [one.id for one in rows[0].marks]) == ("found", ["a2"])


def test_skills_count_only_what_was_compared() -> None:
    rows = session.compare(ITEMS, [mark("halve falls"), mark("safe", "dose")])
    done = session.compared(Work("mark", (mark("halve falls"),)), rows)
    assert done.counts == {"numbers": (1, 1), "promises": (0, 1)} and done.near == ("About safe for all",)
    n, told = session.skills([done, Work("mark", (mark("cost 4"),))])
    assert n == 1 and told == {"promises": (0, 1), "numbers": (1, 1), "sources": (0, 0), "doses": (0, 0)}


def test_a_mark_follows_its_words_and_is_not_guessed() -> None:
    one = mark("halve falls")
    assert session.replaced(one, TEXT) == one
    moved = session.replaced(one, f"News. {TEXT}")
    assert moved and moved.start == one.start + 6
    assert session.replaced(one, "Nothing of it.") is None
    assert session.replaced(one, "x halve falls, and halve falls") is None


# --- the file


def test_marks_are_kept_whole_and_read_again(tmp_path: Path) -> None:
    Keeper(tmp_path).put("drops", Work("mark", (mark("halve falls"),)), 2)
    again = Keeper(tmp_path)
    assert again.work("drops").marks[0].reason == "Why not?" and (again.kept.at, again.kept.set) == ("drops", 2)
    assert again.work("other") == Work() and again.trouble == ""


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b"\xff\xfe", b'{"version": 9}', b'{"passages": 3}', b'{"passages": {"a": {"step": "x"}}}']
)
def test_a_file_that_is_not_ours_is_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    (tmp_path / keeping.NAME).write_bytes(data)
    keeper = Keeper(tmp_path)
    assert keeper.trouble.startswith("my-marks.json cannot be read") and "left as it is" in keeper.trouble
    keeper.put("drops", Work("mark"))
    assert (tmp_path / keeping.NAME).read_bytes() == data
    assert Keeper(tmp_path).work("drops").step == "mark"


def test_an_empty_file_is_no_trouble_and_a_file_that_cannot_be_written_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / keeping.NAME).write_bytes(b"\n")
    keeper = Keeper(tmp_path)
    assert keeper.trouble == "" and keeper.kept.passages == {}
    keeper.path = tmp_path / keeping.NAME / "below" / "x.json"
    with pytest.raises(OSError):
        keeper.put("drops", Work("mark"))
    assert keeper.kept.passages == {}


# --- passages and sets

PASSAGE = 'title = "{0}"\nskill = "{1}"\nby = "us"\ntext = """\nA half, or a half.\n"""\n'


def written(folder: Path, skills: dict[str, int]) -> dict[str, sets.Passage]:
    for skill, count in skills.items():
        for n in range(count):
            (folder / f"{skill}-{n:02}.toml").write_text(PASSAGE.format(n, skill), encoding="utf-8")
    return sets.read(folder)


def test_every_passage_is_in_one_set_and_sets_hold_two_skills(tmp_path: Path) -> None:
    known = written(tmp_path, {"promises": 8, "numbers": 8, "sources": 8, "doses": 8})
    made = sets.sets(known)
    assert sorted(name for one in made for name in one.passages) == sorted(known)
    assert [len(one.passages) for one in made] == [8] * 4 and made[0].title == "Practice 1: promises and numbers"


def test_no_passages_are_no_sets_and_a_wrong_one_says_so(tmp_path: Path) -> None:
    assert sets.sets(sets.read(tmp_path)) == ()
    (tmp_path / "broken.toml").write_text("title = ", encoding="utf-8")
    (tmp_path / "lost.toml").write_text(
        PASSAGE.format("x", "doses") + '[[problem]]\ntext = "not there"\n', encoding="utf-8"
    )
    known = sets.read(tmp_path)
    assert "broken.toml" in known["broken"].trouble and "problem[0]" in known["lost"].trouble
    assert [one.passages for one in sets.sets(known)] == [("lost",), ("broken",)]  # its words can still be marked
    with pytest.raises(Usage, match="no such folder"):
        sets.read(tmp_path / "none")


def test_nth_says_which_words(tmp_path: Path) -> None:
    point = '[[problem]]\ntext = "half"\nnth = 2\nkind = "number"\ntitle = "t"\nexplanation = "e"\n'
    (tmp_path / "a.toml").write_text(PASSAGE.format("x", "doses") + point, encoding="utf-8")
    assert sets.read(tmp_path)["a"].items[0].start == len("A half, or a ")


def test_a_teachers_set(tmp_path: Path) -> None:
    known = written(tmp_path, {"doses": 2})
    assert sets.chosen(known, ["doses-01", "doses-01"]).passages == ("doses-01",)
    for ids, words in ((["nobody"], "no passage"), ([], "the set is empty")):
        with pytest.raises(Usage, match=words):
            sets.chosen(known, ids)


# --- a class


def classroom(folder: Path, *missed: tuple[str, ...]) -> teaching.Class:
    for n, titles in enumerate(missed):
        work = Work("compare", counts={"numbers": (2 - len(titles), 2)}, missed=titles)
        kept = keeping.Kept(passages={"drops": work})
        (folder / f"learner-{n}.json").write_bytes(msgspec.json.encode(kept))
    return teaching.collect(folder)


KNOWN = {"drops": sets.Passage("drops", "Drops", "numbers", TEXT, tuple(ITEMS))}
ONE, TWO = "About halve falls", "About safe for all"


def test_what_a_class_missed_most_comes_first_without_names(tmp_path: Path) -> None:
    group = classroom(tmp_path, (TWO,), (TWO, ONE), ())
    rows = teaching.table(group, KNOWN)
    assert [(row["problem"], row["missed"], row["learners"]) for row in rows] == [(TWO, 2, 3), (ONE, 1, 3)]
    assert "learner-" not in json.dumps([rows, teaching.summary(group, KNOWN)])
    assert "Numbers: 3 of 6 found." in teaching.summary(group, KNOWN)


@pytest.mark.parametrize("learners", [0, 1, 2])
def test_of_fewer_than_three_nothing_is_shown_by_item(tmp_path: Path, learners: int) -> None:
    group = classroom(tmp_path, *[(ONE,)] * learners)
    assert teaching.table(group, KNOWN) == []
    assert "found" not in " ".join(teaching.summary(group, KNOWN))
    assert "fewer than 3" in teaching.agree(group, KNOWN)


def test_a_wrong_file_and_a_half_finished_session_are_passed_over_and_told(tmp_path: Path) -> None:
    (tmp_path / "photo.json").write_text("no", encoding="utf-8")
    half = keeping.Kept(passages={"drops": Work("mark", (mark("falls"),))})
    (tmp_path / "half.json").write_bytes(msgspec.json.encode(half))
    group = classroom(tmp_path, (ONE,), (), ())
    told = " ".join(teaching.summary(group, KNOWN))
    assert (
        "photo.json" in told
        and "not compared by 1 of them" in told
        and teaching.table(group, KNOWN)[0]["learners"] == 3
    )
    with pytest.raises(Usage, match="no such folder"):
        teaching.collect(tmp_path / "none")


# --- agreement


def test_kappa_and_alpha_of_a_table_worked_by_hand() -> None:
    a = dict(zip("123456789x", ["y"] * 5 + ["n"] * 5, strict=True))
    b = {**a, "5": "n", "x": "y"}  # 8 of 10 alike; by chance 0.5; κ = 0.3 / 0.5
    (one,) = agreement.kappas({"Ana": a, "Bo": b})
    assert one.value is not None and round(one.value, 9) == 0.6 and (one.share, one.n) == (0.8, 10)
    both = agreement.alpha({"Ana": a, "Bo": b})
    assert both.value is not None and round(both.value, 4) == 0.62  # 1 - 4 * 19 / (2 * 10 * 10)
    assert "κ = 0.60, good" in agreement.words(one) and "moves it a lot" in agreement.words(one)


def test_one_label_for_all_tells_no_kappa_and_nothing_shared_says_so() -> None:
    (one,) = agreement.kappas({"Ana": {"1": "y", "2": "y"}, "Bo": {"1": "y", "2": "y"}})
    assert one.value is None and "cannot be told" in agreement.words(one)
    (none,) = agreement.kappas({"Ana": {"1": "y"}, "Bo": {"2": "n"}})
    assert "nothing was judged by both" in agreement.words(none)
    assert agreement.alpha({}).value is None and agreement.kappas({"Ana": {"1": "y"}}) == ()


# --- labels


def table(folder: Path, name: str, rows: str) -> tuple[labels.Label, ...]:
    path = folder / f"{name}.csv"
    path.write_text(f"text,finding,expect,nth\n{rows}", encoding="utf-8")
    return labels.read(path, TEXT)


def test_labels_of_two_editors_become_one_folder_that_is_read_again(tmp_path: Path) -> None:
    from workbench.check_desk import labels as judged

    ana = table(tmp_path, "ana", "safe for all,marketing-absolute,,\nhalve falls,statistics-risk,,\nThey,odd,may,2\n")
    bo = table(tmp_path, "bo", "safe for,marketing-absolute,must,\nDo not drive,dosing-unit,must_not,\n")
    both = labels.agreed({"Ana": ana, "Bo": bo})
    assert [(one.finding, one.expect) for one in both] == [
        ("statistics-risk", "may"), ("marketing-absolute", "must"), ("odd", "may"),
    ]  # fmt: skip
    article = tmp_path / "drops.md"
    article.write_text(TEXT, encoding="utf-8")
    labels.write(tmp_path / "labels", article, both)
    (text,) = judged.read(tmp_path / "labels")
    assert [TEXT[mark.start : mark.end] for mark in text.marks] == ["halve falls", both[1].quote, "They"]
    said = labels.judged({"Ana": ana, "Bo": bo})
    assert len(said["Ana"]) == 4 and list(said["Bo"].values()).count("nothing") == 2


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("cures all,x,,\n", "does not stand"), ("They,x,,\n", "stands there 2×"), ("They,x,,3\n", "nth"),
        ("safe,x,perhaps,\n", "expect"), ("safe,,,\n", "are needed"),
    ],
)  # fmt: skip
def test_a_row_that_does_not_hold_is_named(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(Usage, match=f"row 2.*{problem}"):
        table(tmp_path, "ana", row)


def test_no_labels_write_nothing(tmp_path: Path) -> None:
    with pytest.raises(Usage, match="no labels"):
        labels.write(tmp_path / "labels", tmp_path / "a.md", [])
    assert not (tmp_path / "labels").exists()
