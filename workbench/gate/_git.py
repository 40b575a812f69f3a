"""The repository that `--changed-since` asks; every problem says what to do about that option."""

from __future__ import annotations

import os
from pathlib import Path

from workbench import git
from workbench.errors import Usage

_PATIENCE = 60.0  # seconds for one command
_SETTINGS = ("core.quotePath=false", "diff.external=")
_OPTION = "--changed-since"
_ELSE = "run without --changed-since to check every article"


class Git:
    """The repository around a folder.

    Raises:
        Usage: there is no git, no repository, or one that git does not trust; says what to do.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._git = git.Git(folder, _SETTINGS, _PATIENCE)
        except git.Unanswered as error:
            raise _unanswered(error) from error
        code, out, said = self.run("rev-parse", "--show-toplevel")
        if "dubious ownership" in said:
            raise Usage(
                f"{_OPTION}: git does not trust the repository here, which belongs to another user; add it to git's"
                f" safe.directory, or {_ELSE}"
            )
        if code:
            raise Usage(f"{_OPTION}: this folder lies in no git repository with files; work in a clone, or {_ELSE}")
        self.top = Path(os.path.realpath(os.fsdecode(out).removesuffix("\n")))

    def base(self, ref: str) -> str:
        """The commit that this work began from: where HEAD and `ref` parted, else `ref` itself.

        Raises:
            Usage: there is no such commit, or the clone is too shallow to know; says what to do.
        """
        shallow = self.run("rev-parse", "--is-shallow-repository")[1].strip() == b"true"
        deeper = "; this clone is shallow: fetch the rest (git fetch --unshallow, or fetch-depth: 0 in the workflow)"
        code, out, _ = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if code or ref.startswith("-"):
            more = deeper if shallow else "; name a commit, a branch or a tag, and fetch it first if it is elsewhere"
            raise Usage(f"{_OPTION}: git knows no commit “{ref}” here{more}, or {_ELSE}")
        commit = out.decode("ascii").strip()
        code, out, _ = self.run("merge-base", commit, "HEAD")
        if not code:
            return out.decode("ascii").split()[0]
        if shallow:
            raise Usage(f"{_OPTION}: git cannot tell where this work and “{ref}” parted{deeper}, or {_ELSE}")
        return commit  # two histories that never met are held against each other as they are

    def ask(self, *words: str) -> bytes:
        """What a command prints.

        Raises:
            Usage: it failed, with git's own first line.
        """
        code, out, said = self.run(*words)
        if code:
            raise Usage(f"{_OPTION}: git {words[0]} failed; it says: {git.first_line(said)}. Mend that, or {_ELSE}")
        return out

    def run(self, *words: str) -> git.Done:
        """Exit code, output and complaints of a command.

        Raises:
            Usage: git could not be started, or did not end in time.
        """
        try:
            return self._git.run(*words)
        except git.Unanswered as error:
            raise _unanswered(error) from error


def _unanswered(error: git.Unanswered) -> Usage:
    remedy = f"{error.remedy}, or {_ELSE}" if error.remedy else _ELSE
    return Usage(f"{_OPTION}: {error.problem}; {remedy}")
