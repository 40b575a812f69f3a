"""Two branches with decisions, merged by git itself; and how the result is read by CI."""

from __future__ import annotations

import random
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speak import findings

from workbench import checking, decisions
from workbench.errors import BadContent
from workbench.facts import Row
from workbench.model import Finding
from workbench.review import export, history
from workbench.risk import is_open

DAY = date(2026, 11, 25)
REPOSITORY = Path(__file__).resolve().parents[2]
WARNING = "# Drops\n\nOf the 10 people in the trial, 70.8% improved.\n"
ERROR = "# Drops\n\nKetamine is FDA approved for depression.\n"


def row(article: str = "drops", fingerprint: str = "0" * 16, **changes: str) -> Row:
    filled = {
        "article": article, "check": "no-wonder", "fingerprint": fingerprint, "text": "wonder, “cure”",
        "decision": "dismissed", "reason": "wrong reading", "by": "mara", "on": "2026-11-20",
    }  # fmt: skip
    return {column: {**filled, **changes}.get(column, "") for column in decisions.COLUMNS}


def many(*articles: int, **changes: str) -> list[Row]:
    return [row(f"page-{number:02}", f"{number:016}", **changes) for number in articles]


def git(root: Path, *words: str) -> int:
    user = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgSign=false")
    return subprocess.run(["git", *user, *words], cwd=root, capture_output=True, check=False).returncode


def merge(root: Path, base: list[Row], ours: list[Row], theirs: list[Row], attributes: str = "") -> bool:
    """Whether git merges a branch into another without a question; `claims/decisions.csv` is what it leaves."""
    (root / "claims").mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    (root / ".gitattributes").write_text(attributes, encoding="utf-8")
    for name, rows in (("main", base), ("theirs", theirs), ("ours", ours)):
        git(root, "checkout", "-q", "-B", name, *([] if name == "main" else ["main"]))
        (root / decisions.NAME).write_bytes(export.render(rows))
        git(root, "add", ".")
        git(root, "commit", "-q", "--allow-empty", "-m", name)
    return git(root, "merge", "-q", "--no-edit", "theirs") == 0


def resolved(root: Path) -> None:
    """A person keeps both sides' lines."""
    path = root / decisions.NAME
    kept = (line for line in path.read_bytes().splitlines(keepends=True) if line[:7] not in decisions._MARKS)
    path.write_bytes(b"".join(line for line in kept if line.strip() != b"======="))


def articles(root: Path) -> list[str]:
    return [found["article"] for found in decisions.read(root)]


def test_decisions_whose_lines_lie_apart_merge_by_themselves(tmp_path: Path) -> None:
    base = many(*range(0, 40, 4))
    assert merge(tmp_path, base, [*base, *many(2)], [*base, *many(30)])
    assert (tmp_path / decisions.NAME).read_bytes() == export.render([*base, *many(2, 30)])


def test_an_undo_and_a_decision_apart_merge_by_themselves(tmp_path: Path) -> None:
    assert merge(tmp_path, many(*range(10)), many(*range(1, 10)), many(*range(9)))
    assert articles(tmp_path) == [f"page-{number:02}" for number in range(1, 9)]


def test_the_same_decision_on_both_sides_stands_once(tmp_path: Path) -> None:
    assert merge(tmp_path, many(1), many(1, 2), many(1, 2))
    assert articles(tmp_path) == ["page-01", "page-02"]


def test_neighbours_are_asked_about_and_both_sides_lines_are_right(tmp_path: Path) -> None:
    assert not merge(tmp_path, many(1, 4), many(1, 2, 4), many(1, 3, 4))
    with pytest.raises(BadContent, match=r"decisions\.csv: line 3: is one of git's conflict marks; keep both sides"):
        decisions.read(tmp_path)
    resolved(tmp_path)
    assert articles(tmp_path) == ["page-01", "page-02", "page-03", "page-04"]


def test_the_newsrooms_first_decisions_on_two_branches(tmp_path: Path) -> None:
    assert not merge(tmp_path, [], many(1), many(2))
    resolved(tmp_path)
    assert articles(tmp_path) == ["page-01", "page-02"]


@pytest.mark.parametrize("style", ["merge", "diff3"])
@pytest.mark.parametrize("kept", range(3))
def test_a_mark_left_over_is_refused_with_its_line(tmp_path: Path, style: str, kept: int) -> None:
    """One mark alone, as a half-done clean-up leaves it."""
    marks = ["<<<<<<< HEAD", "||||||| 1a2b3c" if style == "diff3" else "=======", ">>>>>>> theirs"]
    lines = export.render(many(1, 2)).decode().split("\n")
    lines.insert(2, marks[kept] + ("\r" if style == "diff3" else ""))
    (tmp_path / "claims").mkdir()
    (tmp_path / decisions.NAME).write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BadContent, match=r"line 3: is one of git's conflict marks.*then run again"):
        decisions.read(tmp_path)


@pytest.mark.parametrize("text", ["=======", "<<<<<<< HEAD", "a ======= b", ">>>>>>> x, y"])
def test_words_that_look_like_marks_inside_a_row_are_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "claims").mkdir()
    data = export.render([row(text=text), row("<<<<<<<page"), row("======== page")])
    (tmp_path / decisions.NAME).write_bytes(data)
    assert [found["text"] for found in decisions.read(tmp_path)].count(text) == 1


def state(text: str, rows: list[Row], day: date = DAY, **named: bool) -> tuple[str, str] | None:
    """State and person of what stands about the only finding of a text."""
    (found,) = decisions.apply([of(text)], rows, "drops", day, **named)
    return (found.decision.state, found.decision.by) if found.decision else None


def of(text: str) -> Finding:
    (found,) = findings(text, "approval-that-does-not-exist" if text == ERROR else "impossible-percentage")
    return found


def about(text: str, **changes: str) -> Row:
    return row(**{"fingerprint": of(text).fingerprint, "check": of(text).check, **changes})


PAIRS = [
    ({"by": "ada", "on": "2026-11-21"}, {"by": "ines", "on": "2026-11-20", "second": "tom"}),  # the later day
    ({"by": "ada", "second": "tom"}, {"by": "ines"}),  # of one day: two people
    ({"by": "ada", "second": "tom"}, {"by": "ines", "second": "ines"}),  # nobody is two
    ({"by": "ada", "second": "tom"}, {"by": "ines", "second": "none"}),
    ({"by": "ada", "decision": "accepted", "until": "2026-12-01"}, {"by": "ines"}),  # what ends
    ({"by": "ada", "decision": "accepted", "until": "2026-12-01"},
     {"by": "ines", "decision": "accepted", "until": "2027-01-01"}),
    ({"by": "ines"}, {"by": "ada"}),  # nothing else to tell them apart
]  # fmt: skip


@pytest.mark.parametrize(("wins", "loses"), PAIRS)
@pytest.mark.parametrize("turned", [False, True])
def test_of_two_rows_about_one_finding_one_counts_whatever_their_order(
    wins: dict[str, str], loses: dict[str, str], turned: bool
) -> None:
    rows = [about(WARNING, **wins), about(WARNING, **loses)]
    assert state(WARNING, rows[::-1] if turned else rows) == (wins.get("decision", "dismissed"), wins["by"])


@pytest.mark.parametrize("turned", [False, True])
def test_a_row_that_has_not_begun_hides_none_that_has_and_one_that_ended_does(turned: bool) -> None:
    step = -1 if turned else 1
    assert state(WARNING, [about(WARNING), about(WARNING, by="ada", on="2026-11-26")][::step]) == ("dismissed", "mara")
    ended = about(WARNING, by="ada", on="2026-11-21", decision="accepted", until="2026-11-24")
    assert state(WARNING, [about(WARNING), ended][::step]) is None  # the later decision took its place, then passed


def test_unsorted_rows_say_what_sorted_ones_say(tmp_path: Path) -> None:
    rows = [about(WARNING), *many(*range(20))]
    random.Random(7).shuffle(rows)
    (tmp_path / "claims").mkdir()
    lines = export.render([]) + b"".join(export.render([one]).partition(b"\n")[2] for one in rows)
    (tmp_path / decisions.NAME).write_bytes(lines)
    assert list(decisions.read(tmp_path)) == rows
    assert state(WARNING, rows) == ("dismissed", "mara")


SIDES = st.dictionaries(st.integers(0, 30), st.sampled_from(["mara", "ines"]), max_size=25)


@settings(max_examples=60, deadline=None)
@given(SIDES, st.data())
def test_whatever_git_merges_by_itself_is_what_both_sides_meant(base: dict[int, str], data: st.DataObject) -> None:
    sides = [base | dict.fromkeys(data.draw(st.sets(st.integers(0, 30), max_size=2)), "tom") for _ in range(2)]
    for side in sides:
        for number in data.draw(st.sets(st.sampled_from(sorted(base)), max_size=1)) if base else ():
            side.pop(number)  # taken back
    clean, merged = merge_file(base, *sides)
    if clean:
        ours, theirs = sides
        meant = {n: ours.get(n) if ours.get(n) != base.get(n) else theirs.get(n) for n in {*base, *ours, *theirs}}
        assert merged == rendered({number: by for number, by in meant.items() if by is not None})


def rendered(people: dict[int, str]) -> bytes:
    return export.render([one for number, by in people.items() for one in many(number, by=by)])


def merge_file(*versions: dict[int, str]) -> tuple[bool, bytes]:
    with TemporaryDirectory() as folder:
        names = [str(Path(folder) / name) for name in ("base", "ours", "theirs")]
        for name, people in zip(names, versions, strict=True):
            Path(name).write_bytes(rendered(people))
        base, ours, theirs = names
        done = subprocess.run(["git", "merge-file", "-p", ours, base, theirs], capture_output=True, check=False)
        return done.returncode == 0, done.stdout


@pytest.mark.parametrize("attributes", ["", f"{decisions.NAME} merge=union\n"])
def test_why_the_file_is_never_merged_as_a_union(tmp_path: Path, attributes: str) -> None:
    """One side takes a decision back, the other decides beside it: union would close the finding again, silently."""
    taken_back = about(WARNING)
    beside = about(WARNING, article="drops-2")
    clean = merge(tmp_path, [taken_back, *many(5)], many(5), [taken_back, beside, *many(5)], attributes)
    assert clean is bool(attributes)
    if clean:
        assert state(WARNING, list(decisions.read(tmp_path))) == ("dismissed", "mara")  # which nobody says any more
    else:
        with pytest.raises(BadContent, match="except one that a side took out"):
            decisions.read(tmp_path)


def test_no_attribute_of_ours_merges_it_as_a_union() -> None:
    attributes = REPOSITORY / ".gitattributes"
    assert not attributes.exists() or "union" not in attributes.read_text(encoding="utf-8")


def newsroom(root: Path, review: str, *rows: Row, text: str = ERROR) -> Path:
    (root / "articles").mkdir()
    (root / "claims").mkdir()
    (root / "workbench.toml").write_text(f'[newsroom]\ncountry = "US"\n{review}', encoding="utf-8")
    (root / "articles/drops.md").write_text(text, encoding="utf-8")
    (root / decisions.NAME).write_bytes(export.render(rows))
    return root


SECOND_PASS = {"reason": "agreed exception", "second": "none"}


@pytest.mark.parametrize(
    ("review", "changes", "gate"),
    [
        ("[review]\npeople = 1\n", SECOND_PASS, 0),
        ("", SECOND_PASS, 1),  # not said to be one of one
        ("[review]\ndays = 5\n", SECOND_PASS, 1),
        ("[review]\npeople = 1\n", {**SECOND_PASS, "second": ""}, 1),  # no second pass yet
        ("[review]\npeople = 1\n", {**SECOND_PASS, "second": "mara"}, 1),
        ("", {**SECOND_PASS, "second": "ines"}, 0),
        ("", {**SECOND_PASS, "reason": "wrong reading"}, 0),  # needs no second person
    ],
)
def test_a_second_pass_closes_an_error_only_in_a_newsroom_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, review: str, changes: dict[str, str], gate: int
) -> None:
    root = newsroom(tmp_path, review, about(ERROR, **changes))
    monkeypatch.chdir(root)
    wanted = checking.Wanted(("articles",), DAY, only=("approval-that-does-not-exist",))
    assert checking.check(wanted, root)[1] == gate


@pytest.mark.parametrize(("alone", "expected"), [(True, "none"), (False, "")])
def test_the_file_keeps_none_and_only_counting_takes_it_away(tmp_path: Path, alone: bool, expected: str) -> None:
    root = newsroom(tmp_path, "[review]\npeople = 1\n" if alone else "", about(ERROR, **SECOND_PASS), about(WARNING))
    assert sorted(found["second"] for found in decisions.written(root)) == ["", "none"]
    assert sorted(found["second"] for found in decisions.read(root)) == sorted(["", expected])
    assert export.render(decisions.written(root)) == (root / decisions.NAME).read_bytes()


@pytest.mark.parametrize(("until", "told"), [("2026-11-25", ("accepted", "ines")), ("2026-11-24", ("changed", "ines"))])
def test_a_finding_whose_accepted_risk_ended_is_open_and_comes_with_it(until: str, told: tuple[str, str]) -> None:
    rows = [about(WARNING, decision="accepted", reason="until the trial ends", by="ines", until=until)]
    assert state(WARNING, rows, tell_ended=True) == told
    assert state(WARNING, rows) == (told if told[0] == "accepted" else None)
    (found,) = decisions.apply([of(WARNING)], rows, "drops", DAY, tell_ended=True)
    assert found.decision is not None
    assert (found.decision.reason, found.decision.until) == ("until the trial ends", until)
    assert is_open(found) is (told[0] == "changed")


def test_another_finding_is_not_told_of_an_ended_risk() -> None:
    rows = [about(WARNING, fingerprint="0" * 16, decision="accepted", until="2026-11-24")]
    assert state(WARNING, rows, tell_ended=True) is None


def test_the_page_about_the_file_names_every_column_decision_and_signed_column() -> None:
    page = (REPOSITORY / "docs/decisions.md").read_text(encoding="utf-8")
    assert all(f"`{word}`" in page for word in (*decisions.COLUMNS, *decisions.STATES, decisions.NOBODY))
    assert ", ".join(history._SIGNED[1]) in page
    assert ", ".join(history._SIGNED[history.FORM][len(history._SIGNED[1]) :]) in page
