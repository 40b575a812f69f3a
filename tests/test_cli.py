"""`workbench check` and `explain` as people and CI call them: exit codes, one clear line for bad input, same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from speak import REPOSITORY

FAULTY = "# New hope\n\nOf the 10 people in the trial, 70.8% improved. 😀 It is a miracle cure.\n"
FINE = "# Sleep\n\nGo to bed at the same time each day.\n"


def run(*words: str, cwd: Path = REPOSITORY, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "workbench", *words]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, encoding="utf-8", check=False, env={**os.environ, **env}
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "faulty.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "fine.md").write_text(FINE, encoding="utf-8")
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    return tmp_path


def report(*words: str, cwd: Path = REPOSITORY, **env: str) -> dict[str, Any]:
    done = run("check", *words, "--format", "json", "--fail-on", "never", cwd=cwd, **env)
    assert done.stderr == ""
    loaded: dict[str, Any] = json.loads(done.stdout)
    return loaded


FORMATS = "github, gitlab, html, json, junit, sarif, terminal"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["fine.md"], 0),
        (["faulty.md"], 0),
        (["faulty.md", "--fail-on", "warning"], 1),
        (["faulty.md", "--fail-on", "note"], 1),
        (["faulty.md", "--fail-on", "never"], 0),
        (["fine.md", "--fail-on", "warning"], 0),
        (["faulty.md", "--fail-on", "warning", "--only", "dosing"], 0),
        (["faulty.md", "--fail-on", "warning", "--only", "impossible-percentage"], 1),
    ],
)
def test_the_gate(desk: Path, words: list[str], code: int) -> None:
    assert run("check", *words, cwd=desk).returncode == code


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["check"], 2, "PATH"),
        (["check", "nowhere.md"], 2, "nowhere.md: there is no such file"),
        (["check", "nowhere/"], 2, "nowhere/"),
        (["check", "notes.xyz"], 2, "notes.xyz: no reader knows “.xyz”; articles end in"),
        (["check", "empty"], 2, "no article in empty"),
        (["check", "fine.md", "--no-such"], 2, "--no-such"),
        (["check", "fine.md", "--format", "nonsense"], 2, f"“nonsense” is not known; choose {FORMATS}"),
        (["check", "fine.md", "--fail-on", "grave"], 2, "error, warning, note, never"),
        (["check", "fine.md", "--min-confidence", "sure"], 2, "high, medium, low"),
        (["check", "fine.md", "--as-of", "yesterday"], 2, "write it as 2026-11-25"),
        (["check", "fine.md", "--only", "gossip"], 2, "neither a topic nor a check"),
        (["check", "fine.md", "--output", "nowhere/out.json"], 2, "cannot be written"),
        (["check", "fine.md", "--output", "./fine.md"], 2, "is one of the articles"),
        (["check", "fine.md", "--as-of", "2026-W01-1"], 2, "write it as 2026-11-25"),
        (["check", "pipe.md"], 2, "is no regular file"),
        (["check", "links"], 3, "gone.md"),
        (["check", "latin.md"], 3, "latin.md"),
        (["check", "nul.txt"], 3, "nul.txt"),
        (["check", "front.md"], 3, "front.md"),
        (["explain", "no-such-check"], 2, "there is no check “no-such-check”; checks are"),
    ],
)  # fmt: skip
def test_bad_input_is_one_clear_line(desk: Path, words: list[str], code: int, says: str) -> None:
    (desk / "latin.md").write_bytes(b"caf\xe9 \xff\xfe\n")
    (desk / "nul.txt").write_bytes(b"a\x00b\n")
    (desk / "front.md").write_text("---\ntitle: [unclosed\n---\n\nText.\n", encoding="utf-8")
    (desk / "notes.xyz").write_text("hello", encoding="utf-8")
    (desk / "empty").mkdir()
    (desk / "links").mkdir()
    (desk / "links" / "gone.md").symlink_to("nowhere.md")
    os.mkfifo(desk / "pipe.md")
    before = (desk / "fine.md").read_bytes()
    done = run(*words, cwd=desk)
    assert (desk / "fine.md").read_bytes() == before
    assert done.returncode == code
    assert says in done.stderr + done.stdout
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything; run as another user")
def test_a_file_that_may_not_be_read(desk: Path) -> None:
    (desk / "fine.md").chmod(0)
    done = run("check", "fine.md", cwd=desk)
    assert (done.returncode, "cannot be opened" in done.stdout) == (3, True)


def test_a_bad_article_does_not_stop_the_others_and_the_gravest_code_wins(desk: Path) -> None:
    (desk / "latin.md").write_bytes(b"\xff\xfe\xff")
    done = run("check", ".", "--format", "json", "--fail-on", "note", cwd=desk)
    loaded = json.loads(done.stdout)
    assert done.returncode == 3
    assert [unread["path"] for unread in loaded["unread"]] == ["./latin.md"]
    assert [article["path"] for article in loaded["articles"]] == ["./faulty.md", "./fine.md"]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"workbench.toml": "[newsroom\n"}, "workbench.toml: is not valid TOML"),
        ({"workbench.toml": '[newsroom]\ncuontry = "US"\n'}, "cuontry"),
        ({"workbench.toml": "[newroom]\n"}, "newroom"),
        ({"checks/marketing/house.toml": 'extends = "no-such"\n'}, "checks/marketing/house.toml: extends"),
        ({"checks/marketing/house.toml": "title = 1\n"}, "checks/marketing/house.toml"),
        ({"claims/decisions.csv": "article,check\n"}, "claims/decisions.csv: line 1: lacks the column"),
    ],
)
def test_broken_content_of_the_newsroom_is_named(desk: Path, files: dict[str, str], says: str) -> None:
    for name, text in files.items():
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text(text, encoding="utf-8")
    done = run("check", "fine.md", cwd=desk)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_hash_seed_jobs_and_order_do_not_change_a_byte(desk: Path) -> None:
    words = ["check", "articles", str(desk / "faulty.md"), "--format", "json", "--fail-on", "never"]
    first = run(*words, PYTHONHASHSEED="0").stdout
    assert first == run(*words, PYTHONHASHSEED="1").stdout
    assert first == run(*words, "--jobs", "2", PYTHONHASHSEED="2").stdout
    assert first == run("check", str(desk / "faulty.md"), *words[1:2], *words[3:]).stdout
    assert len(json.loads(first)["articles"]) >= 7


def test_a_folder_recurses_and_skips_hidden_and_unknown_files(desk: Path) -> None:
    for name in ("deep/er/a.txt", ".hidden/b.md", "deep/.c.md", "deep/notes.csv"):
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text("Sleep well.\n", encoding="utf-8")
    paths = [article["path"] for article in report(".", "fine.md", cwd=desk)["articles"]]
    assert paths == ["./deep/er/a.txt", "./faulty.md", "fine.md"]


def test_spans_survive_emoji_and_crlf(desk: Path) -> None:
    (desk / "crlf.md").write_bytes(("\ufeff" + FAULTY.replace("\n", "\r\n")).encode())
    for name in ("faulty.md", "crlf.md"):
        (article,) = report(name, cwd=desk)["articles"]
        source = (desk / name).read_bytes().decode("utf-8")
        placed = [f for f in article["findings"] if f["start"] is not None]
        assert {"70.8%", "miracle cure"} <= {f["text"] for f in placed}
        assert all(source[f["start"] : f["end"]] == f["text"] for f in placed)


def test_a_decision_in_the_newsroom_closes_the_finding(desk: Path) -> None:
    (found,) = [
        f for f in report("faulty.md", cwd=desk)["articles"][0]["findings"] if f["check"] == "impossible-percentage"
    ]
    header = "article,check,fingerprint,text,decision,reason,note,by,second,on,until,text_hash"
    row = f"faulty,{found['check']},{found['fingerprint']},70.8%,dismissed,wrong reading,,mara,,2026-11-20,,"
    (desk / "claims").mkdir()
    (desk / "claims/decisions.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    (again,) = [
        f for f in report("faulty.md", cwd=desk)["articles"][0]["findings"] if f["check"] == "impossible-percentage"
    ]
    expected = {"state": "dismissed", "reason": "wrong reading", "by": "mara", "on": "2026-11-20", "until": ""}
    assert again["decision"] == expected
    assert run("check", "faulty.md", "--only", "impossible-percentage", "--fail-on", "note", cwd=desk).returncode == 0


def test_as_of_is_the_only_clock(desk: Path) -> None:
    assert report("fine.md", "--as-of", "2025-01-31", cwd=desk)["as_of"] == "2025-01-31"


def test_without_a_declared_country_a_country_bound_check_gives_no_verdict(desk: Path) -> None:
    (desk / "workbench.toml").write_text("", encoding="utf-8")
    (desk / "drug.md").write_text("# A\n\nKetamine is FDA approved for depression.\n", encoding="utf-8")
    loaded = report("drug.md", "--only", "regulatory", cwd=desk)
    (article,) = loaded["articles"]
    assert (loaded["country"], article["findings"]) == ("", [])
    assert {v["verdict"] for v in article["verdicts"]} == {"not-checkable"}
    assert article["unknowns"] >= 1
    shown = " ".join(run("check", "drug.md", cwd=desk).stdout.split())
    assert "approval-that-does-not-exist" in shown.partition("Not checked:")[2]
    assert 'country = "…" under [newsroom]' in shown


def test_the_terminal_shows_sentence_match_why_and_what_to_do(desk: Path) -> None:
    shown = " ".join(run("check", "faulty.md", cwd=desk).stdout.split())
    for words in (
        "faulty.md",
        "line 3",
        "70.8%",
        "Of the 10 people in the trial",
        "Why: ",
        "Do: ",
        "What a group of this size can give: ",
        "risk ",
    ):
        assert words in shown
    assert "Does not confirm that a treatment is right, complete or safe." in shown


def test_the_terminal_never_obeys_an_article(desk: Path) -> None:
    (desk / "hostile.md").write_text(
        "# \x1b[31mRed\n\nA \x1b]0;x\x07 \u202emiracle cure [bold]x[/bold] {0}.\n", encoding="utf-8"
    )
    done = run("check", "hostile.md", cwd=desk)
    assert done.returncode == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)
    assert "[bold]x[/bold]" in done.stdout


def test_held_back_matches_are_listed_on_request_with_their_cue(desk: Path) -> None:
    (desk / "denied.md").write_text("# A\n\nNo drug is a miracle cure.\n", encoding="utf-8")
    assert "miracle cure" not in run("check", "denied.md", cwd=desk).stdout
    shown = run("check", "denied.md", "--held-back", cwd=desk).stdout
    assert "miracle cure" in shown
    assert "held back (negated: “No”)" in shown


def test_the_third_note_of_a_check_is_enough_until_asked_for_all(desk: Path) -> None:
    drugs = ("Velodrin", "Barkol", "Zorbital", "Tarivex", "Nightroot")
    text = "\n\n".join(f"{drug} relieves migraine in adults." for drug in drugs)
    (desk / "many.md").write_text(f"# Migraine\n\n{text}\n", encoding="utf-8")
    words = ("check", "many.md", "--only", "uncited-claim")
    short, long = run(*words, cwd=desk).stdout, run(*words, "--all", cwd=desk).stdout
    assert "and 2 more notes of uncited-claim: show them with --all" in short
    assert ("Nightroot" in short, "Nightroot" in long) == (False, True)


def test_output_goes_to_a_file_whole(desk: Path) -> None:
    done = run("check", "fine.md", "--format", "json", "--output", "out.json", cwd=desk)
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((desk / "out.json").read_text(encoding="utf-8"))["schema"] == "workbench/1"
    assert sorted(path.name for path in desk.iterdir() if "out" in path.name) == ["out.json"]


def test_explain_lists_checks_and_tells_all_about_one() -> None:
    listed = run("explain").stdout
    assert "impossible-percentage" in listed
    told = run("explain", "impossible-percentage").stdout
    for words in ("Why", "What to do", "Sources", "Examples", "stays silent", "No clinician has reviewed it."):
        assert words in told


def test_a_check_starts_without_heavy_libraries(desk: Path) -> None:
    heavy = (
        "pandas",
        "nltk",
        "textstat",
        "sqlalchemy",
        "scipy",
        "numpy",
        "language_tool_python",
        "concurrent.futures.process",
    )
    code = (
        "import sys; sys.argv = ['workbench', 'check', 'fine.md', '--format', 'json', '--output', 'x.json']\n"
        "from workbench.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_our_own_bug_is_one_line_with_a_way_on(desk: Path) -> None:
    code = (
        "import sys; sys.argv = ['workbench', 'check', 'fine.md']\n"
        "from workbench import checking, cli\n"
        "def broken(*_): raise RuntimeError('seeded')\n"
        "checking.answer = broken\n"
        "cli.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, check=False)
    assert done.returncode == 4
    assert "a bug of ours: RuntimeError: seeded" in done.stderr
    assert "Traceback" not in done.stderr
