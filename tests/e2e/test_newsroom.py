"""A newsroom from its first day: laid out, cloned, written in, stopped at the gate, decided, and passed."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml
from e2e.pages import LAMP, PROMISE, Browser
from e2e.served import DAY, Served

TITLE = "The lamp of the newsroom"
CHECK = "Miracle or cure"
_GIT = ("git", "-c", "user.name=Tom", "-c", "user.email=tom@a.invalid", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run([*_GIT, *words], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def runner(origin: Path, folder: Path, branch: str) -> subprocess.CompletedProcess[str]:
    """What GitHub does with a pull request: a clone of its own, and the command of the newsroom's own workflow."""
    git(folder.parent, "clone", "-q", "-b", branch, str(origin), folder.name)
    steps = yaml.safe_load((folder / ".github/workflows/workbench.yml").read_text("utf-8"))["jobs"]["changes"]["steps"]
    (command,) = [step["run"] for step in steps if "--changed-since" in step.get("run", "")]
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f"{command} --fail-on warning --as-of {DAY}"],
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PATH": path, "BASE": "origin/main"},
    )  # fmt: skip


def marked(root: Path, name: str, text: str) -> list[str]:
    """The words that a writer sees under the marks of an article."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lsp"))
    try:
        from editor import editing
    finally:
        sys.path.pop(0)

    async def story() -> list[str]:
        async with editing(root) as editor:
            return [mark.message for mark in await editor.settled(editor.open(name, text), 1)]

    with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
        return aside.submit(lambda: asyncio.run(story())).result()


@pytest.fixture
def desk(voila: None, tmp_path: Path) -> Iterator[Path]:
    """A newsroom as `init` lays it out, with its origin beside it and an editor's clone of that."""
    done = subprocess.run([sys.executable, "-m", "workbench", "init", "first"], cwd=tmp_path, check=False)
    assert done.returncode == 0
    first = tmp_path / "first"
    git(first, "init", "-q", "-b", "main")
    git(first, "add", "-A")
    git(first, "commit", "-q", "-m", "first")
    git(tmp_path, "clone", "-q", "--bare", "first", "origin.git")
    git(tmp_path, "clone", "-q", "origin.git", "desk")
    yield tmp_path / "desk"


def test_the_same_words_stop_an_article_at_the_desk_and_at_the_gate_until_an_editor_decides(
    desk: Path, tmp_path: Path, chromium: Browser
) -> None:
    origin, text = tmp_path / "origin.git", LAMP.format(title=TITLE)
    git(desk, "checkout", "-q", "-b", "lamp")
    seen = marked(desk, "articles/lamp.md", text)
    words = "promises more than any treatment can keep"
    assert [message for message in seen if words in message], seen

    (desk / "articles" / "lamp.md").write_text(text, encoding="utf-8")
    git(desk, "add", "-A")
    git(desk, "commit", "-q", "-m", "lamp")
    git(desk, "push", "-q", "origin", "lamp")
    stopped = runner(origin, tmp_path / "blocked", "lamp")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert words in stopped.stdout and PROMISE.removeprefix("It ").rstrip(".") in stopped.stdout

    running = Served(desk)
    try:
        with chromium.visit(running) as visit:
            visit.open(TITLE).choose(CHECK).see(words)
            visit.press("d", "2")
            visit.said("Dismissed: quoted or denied")
    finally:
        assert running.stop() == 0, running.said

    git(desk, "add", "claims/decisions.csv")
    git(desk, "commit", "-q", "-m", "decided")
    git(desk, "push", "-q", "origin", "lamp")
    passed = runner(origin, tmp_path / "passed", "lamp")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "decided" in passed.stdout


def test_a_page_that_promises_nothing_passes_at_once(desk: Path, tmp_path: Path) -> None:
    git(desk, "checkout", "-q", "-b", "label")
    page = desk / "articles" / "reading-a-medicine-label.md"
    page.write_text(page.read_text("utf-8") + "\nAsk where the box should be kept.\n", encoding="utf-8")
    git(desk, "commit", "-q", "-am", "label")
    git(desk, "push", "-q", "origin", "label")
    assert runner(tmp_path / "origin.git", tmp_path / "clone", "label").returncode == 0
