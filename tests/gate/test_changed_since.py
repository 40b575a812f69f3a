"""`--changed-since`: whole articles are read, and what the change made or touched is shown; git is asked safely."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from repository import CLEAN, HARM, MORE, Repository, run

from workbench.errors import Usage

OLD = f"# Drops\n\n{HARM}\n\nIt is blue.\n"


@pytest.fixture
def room(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "room", OLD)


def test_what_stood_there_before_is_not_shown_but_counted(room: Repository) -> None:
    room.write("articles/drops.md", OLD + f"\n{MORE}\n")
    assert room.found("start") == ["is a miracle cure for cancer"]
    assert "1 finding was there before" in room.told("start")


def test_a_line_that_was_touched_shows_what_stands_in_it(room: Repository) -> None:
    room.write("articles/drops.md", OLD.replace(HARM, f"{HARM} It is blue."))
    assert room.found("start") == ["100% safe"]


def test_a_line_beside_does_not(room: Repository) -> None:
    room.write("articles/drops.md", OLD.replace("It is blue.", "It is red."))
    assert room.found("start") == []


def test_an_article_that_did_not_change_is_not_read(room: Repository) -> None:
    assert room.found("start") == []
    assert "1 article was not changed and not read" in room.told("start")


def test_lines_that_moved_are_not_touched(room: Repository) -> None:
    room.write("articles/drops.md", "# Drops\n\nA new first paragraph.\n\n" + OLD.removeprefix("# Drops\n\n"))
    assert room.found("start") == []


def test_what_a_deletion_broke_is_shown_though_no_line_is_left(tmp_path: Path) -> None:
    check = ("missing-author-reviewer-date",)
    said = "---\nauthor: Ana Example, PharmD\nreviewer: Bo Sample, MD\nreviewed: 2026-05-03\n---\n\n"
    body = "Velodrin lowers blood pressure in most adults. " * 10
    room = Repository(tmp_path / "room", said + body)
    short = said.replace("reviewer: Bo Sample, MD\n", "")
    room.write("articles/drops.md", short + body)
    assert room.found("start", only=check) == ["*"]
    room.commit("without")
    room.write("articles/drops.md", short + body + "\n\nIt is blue.\n")
    assert room.found("HEAD", only=check) == []


def test_staged_unstaged_committed_and_unknown_files_all_count(room: Repository) -> None:
    room.write("articles/one.md", f"# One\n\n{MORE}\n")
    room.git("add", "-A")
    room.write("articles/two.md", f"# Two\n\n{HARM}\n")
    assert len(room.found("start")) == 2
    room.commit("both")
    assert len(room.found("start")) == 2
    assert room.found("HEAD") == []


def test_a_file_that_git_ignores_is_read_all_the_same(room: Repository) -> None:
    room.write(".gitignore", "articles/hidden.md\n")
    room.write("articles/hidden.md", f"# Hidden\n\n{HARM}\n")
    assert room.found("start") == ["100% safe"]


def test_a_renamed_article_brings_nothing_new(room: Repository) -> None:
    room.git("mv", "articles/drops.md", "articles/better-drops.md")
    assert room.found("start") == []


def test_others_work_on_the_branch_is_not_held_against_this_one(room: Repository) -> None:
    room.git("checkout", "-q", "-b", "mine")
    room.write("articles/mine.md", CLEAN)
    room.commit("mine")
    room.git("checkout", "-q", "main")
    room.write("articles/drops.md", OLD + f"\n{MORE}\n")
    room.commit("theirs")
    room.git("checkout", "-q", "mine")
    assert room.found("main") == []
    assert "1 article was not changed" in room.told("main")


def test_old_text_that_nobody_could_read_makes_everything_new(tmp_path: Path) -> None:
    room = Repository(tmp_path / "room")
    (room.place / "articles" / "drops.md").write_bytes(b"---\ntitle: never closed\n\n" + HARM.encode())
    room.commit("broken")
    room.write("articles/drops.md", OLD)
    assert room.found("HEAD") == ["100% safe"]


@pytest.mark.parametrize("name", ["two words.md", "ümlaut.md", "-dash.md", "a'b\"c.md", "star*.md", ":top.md"])
def test_any_name_of_a_file(room: Repository, name: str) -> None:
    room.write(f"articles/{name}", f"# One\n\n{HARM}\n")
    room.commit("odd")
    room.write(f"articles/{name}", f"# One\n\n{HARM}\n\n{MORE}\n")
    assert room.found("HEAD") == ["is a miracle cure for cancer"]


def test_the_newsroom_may_lie_below_the_top(tmp_path: Path) -> None:
    whole = Repository(tmp_path / "whole")
    room = whole.place / "sub" / "room"
    whole.write("sub/room/workbench.toml", "")
    whole.write("sub/room/articles/a.md", CLEAN)
    whole.commit("sub")
    whole.write("sub/room/articles/a.md", CLEAN + f"\n{HARM}\n")
    done = run("check", "articles", "--changed-since", "HEAD", "--fail-on", "warning", cwd=room)
    assert done.returncode == 1
    assert "100% safe" in done.stdout


@pytest.mark.parametrize(
    ("name", "warned"),
    [
        ("checks/a.txt", True), ("workbench.toml", True), ("claims/library.csv", True),
        ("claims/decisions.csv", False), ("notes.txt", False),
    ],
)  # fmt: skip
def test_changed_rules_are_told(room: Repository, name: str, warned: bool) -> None:
    from workbench.gate.changed import Changes

    room.write(name, '[newsroom]\ncountry = "US"\n\n')
    room.commit("rules")
    changes = Changes("start", room.place, room.place)
    changes.paths([])
    told = changes.told(0)
    assert any("changed as well" in line for line in told) == warned


def test_suppressions_that_were_faulty_before_are_old_too(room: Repository) -> None:
    text = OLD.replace(HARM, f"<!-- workbench-ignore absolute-safety -->\n\n{HARM}")
    room.write("articles/drops.md", text)
    room.commit("faulty")
    room.write("articles/drops.md", text + "\nIt is red.\n")
    assert room.found("HEAD") == []


@pytest.mark.parametrize("ref", ["no-such-branch", "--output=x", "HEAD~40", "start..main", "a b"])
def test_no_such_revision(room: Repository, ref: str) -> None:
    with pytest.raises(Usage, match="git knows no commit"):
        room.found(ref)
    assert not (room.place / "x").exists()


def test_no_repository(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    done = run("check", "a.md", "--changed-since", "HEAD", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert done.returncode == 2
    assert "lies in no git repository" in done.stderr
    assert done.stderr.count("\n") == 1


def test_no_commit_yet(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    assert "git knows no commit “HEAD”" in run("check", "a.md", "--changed-since", "HEAD", cwd=tmp_path).stderr


def test_a_shallow_clone_says_how_to_fetch_the_rest(room: Repository, tmp_path: Path) -> None:
    for number in range(3):
        room.write("articles/drops.md", OLD + f"\nPart {number}.\n")
        room.commit(str(number))
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{room.place}", str(clone)], check=True)
    done = run("check", "articles", "--changed-since", "HEAD~2", cwd=clone)
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr
    whole = tmp_path / "whole"
    subprocess.run(["git", "clone", "-q", f"file://{room.place}", str(whole)], check=True)
    assert run("check", "articles", "--changed-since", "HEAD~2", cwd=whole).returncode == 0


def test_an_article_outside_of_the_repository(room: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(CLEAN, encoding="utf-8")
    with pytest.raises(Usage, match="lies outside of the repository"):
        room.found("start", str(outside))


def test_no_git(room: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(Usage, match="git is not installed"):
        room.found("start")


def test_programs_that_a_repository_names_are_not_run(room: Repository) -> None:
    witness = room.place / "witness"
    for key in ("core.fsmonitor", "diff.external", "diff.evil.command", "diff.evil.textconv", "core.pager"):
        room.git("config", key, f"touch {witness}; true")
    room.write(".gitattributes", "*.md diff=evil\n")
    room.write("articles/drops.md", OLD + f"\n{MORE}\n")
    assert room.found("start") == ["is a miracle cure for cancer"]
    assert not witness.exists()


def test_a_huge_diff(room: Repository) -> None:
    lines = "".join(f"It is part {number}.\n\n" for number in range(5_000))
    room.write("articles/drops.md", f"# Drops\n\n{lines}{HARM}\n")
    assert room.found("start", only=("absolute-safety",)) == ["100% safe"]
