"""git, asked by fixed lists of arguments: no shell, no pager, no hook, no program that a repository names."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from workbench.errors import Usage

_PATIENCE = 60.0  # seconds for one command
_SETTINGS = ("core.fsmonitor=false", "core.quotePath=false", f"core.hooksPath={os.devnull}", "diff.external=")
_ENVIRONMENT = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
_OPTION = "--changed-since"
_ELSE = "run without --changed-since to check every article"


class Git:
    """The repository around a folder.

    Raises:
        Usage: there is no git, no repository, or one that git does not trust; says what to do.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._program = folder, shutil.which("git") or ""
        if not self._program:
            raise Usage(f"{_OPTION}: git is not installed here; install it, or {_ELSE}")
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
            first = next((line.strip() for line in said.splitlines() if line.strip()), "nothing")
            raise Usage(f"{_OPTION}: git {words[0]} failed; it says: {first.rstrip('.')}. Mend that, or {_ELSE}")
        return out

    def run(self, *words: str) -> tuple[int, bytes, str]:
        """Exit code, output and complaints of a command.

        Raises:
            Usage: git could not be started, or did not end in time.
        """
        settings = [part for setting in _SETTINGS for part in ("-c", setting)]
        own = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
        try:
            done = subprocess.run(
                [self._program, *settings, "-C", str(self._folder), *words], stdin=subprocess.DEVNULL,
                capture_output=True, check=False, timeout=_PATIENCE, env={**own, **_ENVIRONMENT},
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise Usage(f"{_OPTION}: git {words[0]} did not end within {_PATIENCE:.0f} seconds; {_ELSE}") from error
        except OSError as error:
            raise Usage(f"{_OPTION}: git cannot be started ({error.strerror}); install it anew, or {_ELSE}") from error
        return done.returncode, done.stdout, os.fsdecode(done.stderr)
