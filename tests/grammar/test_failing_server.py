"""A server that fails is contained: what was answered stays, the rest is "not checked", and the reason is told."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from failing import FakeJava

from workbench import prose
from workbench.config import Grammar
from workbench.errors import Usage, WorkbenchError
from workbench.grammar import asking, installing, places, proofread, server

DAY = date(2026, 11, 25)
TEXTS = [("en-US", f"Take teh tablet number {number}.") for number in range(4)]
OWN = Grammar()
Put = Callable[[str], FakeJava]


def asked(*texts: tuple[str, str], root: Path | None = None, settings: Grammar = OWN) -> tuple[set[str], str, str]:
    """The texts that were checked, the state and the reason."""
    read, engine = proofread(texts or TEXTS, DAY, settings, root)
    keys = {prose.key(*text): text[1] for text in texts or TEXTS}
    return {keys[key] for key in read.slips}, engine.state, engine.reason


def test_a_server_that_works(fake_java: Put) -> None:
    java = fake_java("fine")
    read, engine = proofread(TEXTS, DAY, Grammar(megabytes=300), None)
    assert (engine.state, len(java.starts), len(java.checks)) == ("ok", 1, 4)
    assert "-Xmx300m" in java.starts[0]
    assert {(slip.at, slip.to, slip.instead) for slips in read.slips.values() for slip in slips} == {(5, 8, ("the",))}


def test_nothing_to_read_starts_nothing(fake_java: Put) -> None:
    java = fake_java("fine")
    assert proofread([], DAY, Grammar(), None)[1].state == "not used"
    assert not java.starts


def test_a_second_run_asks_nothing_and_an_edited_paragraph_alone(fake_java: Put, tmp_path: Path) -> None:
    java = fake_java("fine")
    asked(root=tmp_path)
    assert asked(root=tmp_path)[1] == "ok"
    assert (len(java.starts), len(java.checks)) == (1, 4)
    edited = ("en-US", "Take teh tablet number 2, with water.")
    assert asked(*TEXTS[:2], edited, TEXTS[3], root=tmp_path)[1] == "ok"
    assert java.checks[4:] == [edited[1]]


def test_a_text_in_another_english_is_another_question(fake_java: Put, tmp_path: Path) -> None:
    java = fake_java("fine")
    asked(TEXTS[0], root=tmp_path)
    asked(("en-GB", TEXTS[0][1]), root=tmp_path)
    assert len(java.checks) == 2


def test_a_server_that_dies_is_started_once_more(fake_java: Put) -> None:
    java = fake_java("dies once")
    checked, state, _ = asked()
    assert (len(checked), state, len(java.starts)) == (4, "ok", 2)


def test_a_server_that_dies_again_is_given_up_and_keeps_what_it_said(fake_java: Put, tmp_path: Path) -> None:
    java = fake_java("dies")
    checked, state, reason = asked(root=tmp_path)
    assert (checked, state, len(java.starts)) == ({TEXTS[0][1]}, "failed", 2)
    assert reason.startswith("3 of 4 pieces of text were not checked: LanguageTool stopped answering")
    fake_java("fine")
    assert asked(root=tmp_path)[1] == "ok"
    assert TEXTS[0][1] not in java.checks[-3:]  # kept from the run that failed


def test_a_text_on_which_it_hangs_is_left_out(fake_java: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_PATIENCE", 0.5)
    java = fake_java("hangs")
    slow = ("en-US", "A slow sentence.")
    checked, state, reason = asked(TEXTS[0], slow, TEXTS[1], TEXTS[2])
    assert (checked, state) == ({TEXTS[0][1], TEXTS[1][1], TEXTS[2][1]}, "failed")
    assert "1 of 4 pieces" in reason
    assert len(java.starts) == 2


def test_a_port_that_is_taken_is_left_for_another(fake_java: Put) -> None:
    java = fake_java("port taken")
    assert asked()[1] == "ok"
    assert len({line.rsplit(" ", 1)[1] for line in java.starts}) == 2


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        ("no memory", "LanguageTool did not start (Error: Could not reserve enough space for object heap)"),
        ("old", "Java 11 is too old; install Java 17 or newer"),
        ("never answers", "LanguageTool did not start (no answer within"),
    ],
)
def test_why_it_does_not_start(fake_java: Put, monkeypatch: pytest.MonkeyPatch, mode: str, told: str) -> None:
    monkeypatch.setattr(server, "_READY", 1.0)
    java = fake_java(mode)
    checked, state, reason = asked()
    assert (checked, state) == (set(), "failed")
    assert told in reason
    assert len(java.starts) <= 1


def test_no_configuration_is_left_behind(fake_java: Put, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(server.tempfile, "tempdir", str(tmp_path))
    for mode in ("fine", "no memory"):
        fake_java(mode)
        asked()
    assert not list(tmp_path.glob("workbench-grammar-*"))


def test_an_existing_server_by_its_address(fake_java: Put) -> None:
    java = fake_java("fine")
    with server.Server(300) as running:
        assert asked(settings=Grammar(url=running.address))[1] == "ok"
    assert len(java.starts) == 1


def test_an_address_that_nobody_answers_at_is_no_reason_to_start_java(fake_java: Put) -> None:
    java = fake_java("fine")
    _, state, reason = asked(settings=Grammar(url="http://127.0.0.1:9/"))
    assert state == "failed"
    assert "http://127.0.0.1:9/ stopped answering" in reason
    assert not java.starts


def _check(page: Path, *words: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "workbench", "check", page.name, "--fail-on", "never", *words]
    done = subprocess.run(command, cwd=page.parent, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_without_java_everything_else_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Migraine\n\nVelodrin is a miracle cure. Teh end.\n")
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    code, told = _check(page)
    assert code == 0
    assert "Grammar and spelling: not checked" in told
    code, told = _check(page, "--grammar")
    assert code == 3
    assert "miracle" in told
    assert "install Java 17 or newer" in " ".join(told.split())


def _maven(folder: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes], code: int = 0) -> None:
    """A `mvn` that brings these files."""
    (folder / "jars").mkdir()
    for name, data in files.items():
        (folder / "jars" / name).write_bytes(data)
    script = f"""#!/bin/sh
for word in "$@"; do case "$word" in -DoutputDirectory=*) target="${{word#*=}}";; esac; done
mkdir -p "$target" && cp {folder}/jars/* "$target"
echo "[ERROR] Could not transfer artifact"
exit {code}
"""
    (folder / "bin").mkdir(exist_ok=True)
    (folder / "bin" / "mvn").write_text(script)
    (folder / "bin" / "mvn").chmod(0o755)
    monkeypatch.setattr(installing, "_SUMS", folder / "sums")
    monkeypatch.setenv("WORKBENCH_GRAMMAR", str(folder / "home"))
    monkeypatch.setenv("LTP_PATH", str(folder / "none"))
    lines = (f"{sha256(name.encode()).hexdigest()}  {name}.jar\n" for name in ("one", "two"))
    (folder / "sums").write_text("".join(lines))


def test_the_pinned_files_are_installed_whole_and_once(
    fake_java: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_java("fine")
    _maven(tmp_path, monkeypatch, {"one.jar": b"one", "two.jar": b"two"})
    assert "2 files, all as pinned" in installing.install()
    assert places.installed() == tmp_path / "home" / f"LanguageTool-{places.VERSION}"
    assert "is installed already" in installing.install()
    (tmp_path / "home" / f"LanguageTool-{places.VERSION}" / "libs" / "two.jar").write_bytes(b"broken")
    assert "2 files, all as pinned" in installing.install()  # a broken one is mended


@pytest.mark.parametrize(
    ("files", "code", "told"),
    [
        ({"one.jar": b"one", "two.jar": b"other"}, 0, "two.jar is not the file that was pinned"),
        ({"one.jar": b"one"}, 0, "two.jar is missing"),
        ({"one.jar": b"one"}, 1, "Could not transfer artifact"),
    ],
)
def test_what_is_not_as_pinned_is_not_installed(
    fake_java: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes], code: int, told: str
) -> None:
    fake_java("fine")
    _maven(tmp_path, monkeypatch, files, code)
    with pytest.raises(WorkbenchError, match=told):
        installing.install()
    assert places.installed() is None
    assert not list((tmp_path / "home").iterdir())


def test_without_java_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(Usage, match="Java is missing"):
        installing.install()
