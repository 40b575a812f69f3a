"""A newsroom in a git repository of its own, with real commits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from speak import AS_OF

from workbench import checking
from workbench.model import Results
from workbench.writers import gitlab

CLEAN = "# Drops\n\nIt is blue. Keep it in a dry place.\n"
HARM = "Velodrin is 100% safe."
MORE = "Barkol is a miracle cure for cancer."
_SIGNED = {
    "GIT_AUTHOR_NAME": "ines", "GIT_AUTHOR_EMAIL": "ines@newsroom.invalid", "GIT_COMMITTER_NAME": "ines",
    "GIT_COMMITTER_EMAIL": "ines@newsroom.invalid", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip
ONLY = ("absolute-safety", "miracle-cure")


class Repository:
    """A folder with `workbench.toml`, an article and a first commit, which is tagged `start`."""

    def __init__(self, place: Path, text: str = CLEAN) -> None:
        self.place = place
        self.write("workbench.toml", '[newsroom]\ncountry = "US"\n')
        self.write("articles/drops.md", text)
        self.git("init", "-q", "-b", "main")
        self.commit("first")
        self.git("tag", "start")

    def git(self, *words: str) -> str:
        command = ["git", "-C", str(self.place), *words]
        env = {**os.environ, **_SIGNED}
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=env).stdout.strip()

    def write(self, name: str, text: str) -> Path:
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return path

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def found(self, since: str, *names: str, only: tuple[str, ...] = ONLY) -> list[str]:
        """The words that are found since a revision, "*" for a whole article, by a run from inside the newsroom."""
        return [text or "*" for text in self._seen(since, names, only)[0]]

    def told(self, since: str, *names: str) -> str:
        """The summary of such a run."""
        return " ".join(self._seen(since, names, ONLY)[1])

    def _seen(self, since: str, names: tuple[str, ...], only: tuple[str, ...]) -> tuple[list[str], tuple[str, ...]]:
        seen: list[Results] = []
        before, gitlab.render = gitlab.render, lambda results, view: iter(seen.append(results) or "")  # type: ignore[func-returns-value]
        try:
            paths = names or (str(self.place / "articles"),)
            wanted = checking.Wanted(paths, AS_OF, "gitlab", only=only, changed_since=since)
            answer = checking.answer(wanted, self.place)
            told = answer.summary
            assert not answer.text  # which calls the writer
        finally:
            gitlab.render = before
        found = [finding for report in seen[0].reports for finding in report.findings if not finding.held_back]
        return [finding.text for finding in found], told


def run(*words: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """The command line, as anybody calls it."""
    command = [sys.executable, "-m", "workbench", *words]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, encoding="utf-8", check=False, env={**os.environ, **env}
    )
