"""git, asked by its plumbing commands: a fixed list of arguments, no shell, no hooks, no settings of the caller's."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_PATIENCE = 20.0  # seconds for one command
_GRACE = 2.0  # seconds to put away its locks after it was told to end
_SETTINGS = (
    f"core.hooksPath={os.devnull}", "core.fsmonitor=false", "core.splitIndex=false", "core.fsync=committed",
    "i18n.commitEncoding=UTF-8",
)  # fmt: skip
_ENVIRONMENT = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
_REMEDIES = (  # what git says, and what a person should read
    ("not a git repository", "{root} lies in no git repository; make one with “git init”, or configure no branch"),
    ("dubious ownership", "git does not trust the repository at {root}, which belongs to another user; run as that"
     " user, or add it to git's safe.directory"),
    ("No space left", "the disk is full; make room, then try again"),
    ("ermission", "the repository at {root} may not be written; check the rights of its .git folder"),
    ("Read-only file system", "the repository at {root} may not be written; its disk is read-only"),
    ("cannot create 'refs", "another branch has this name with more behind it; configure another name"),
    ("exists; cannot create", "another branch's name has this one's as its beginning, or the other way round;"
     " configure another name"),
)  # fmt: skip


class Failed(Exception):
    """A command did not succeed; the message is for people. `locked`: another git holds what was to be changed."""

    def __init__(self, message: str, locked: bool = False) -> None:
        super().__init__(message)
        self.locked = locked


class Git:
    """The repository around a folder.

    Raises:
        Failed: there is no git, no repository, or one without working files.
    """

    def __init__(self, root: Path) -> None:
        self._root, self._program = root, shutil.which("git") or ""
        if not self._program:
            raise Failed("git is not installed here; install it, or configure no branch")
        self._clean = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
        if self.ask("rev-parse", "--is-inside-work-tree") != "true":
            raise Failed(f"{root} lies in a git repository without working files; make a clone of it and work there")

    def below_top(self, path: str) -> str:
        """The path of a file below the root, from the top of the repository."""
        return self.ask("rev-parse", "--show-prefix") + path

    def found(self, name: str) -> str:
        """The object of this name, "" for none."""
        return self.try_("rev-parse", "--quiet", "--verify", name) or ""

    def try_(self, *words: str) -> str | None:
        """What the command prints; None where it answers no."""
        try:
            return self.ask(*words)
        except Failed:
            return None

    def ask(self, *words: str, given: bytes = b"", more: Mapping[str, str] = {}) -> str:
        """What the command prints, without its last line end; arguments and errors as `bytes_of`."""
        return os.fsdecode(self.bytes_of(*words, given=given, more=more)).removesuffix("\n")

    def bytes_of(self, *words: str, given: bytes = b"", more: Mapping[str, str] = {}) -> bytes:
        """What the command prints, to the byte.

        Args:
            words: the command and its arguments.
            given: its input.
            more: further variables of its environment.

        Raises:
            Failed: it did not succeed, or not in time.
        """
        settings = [part for setting in _SETTINGS for part in ("-c", setting)]
        command = [self._program, *settings, "-C", str(self._root), *words]
        pipe = subprocess.PIPE
        try:
            process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=pipe, env={**self._clean, **_ENVIRONMENT, **more}
            )
        except OSError as error:
            problem = f"git cannot be started ({error.strerror}); install it anew, or configure no branch"
            raise Failed(problem) from error
        with process:
            out, err = self._heard(process, given, words[0])
        if process.returncode:
            raise self._failed(words[0], os.fsdecode(err))
        return out

    def _heard(self, process: subprocess.Popen[bytes], given: bytes, command: str) -> tuple[bytes, bytes]:
        try:
            return process.communicate(given, timeout=_PATIENCE)
        except subprocess.TimeoutExpired as error:
            process.terminate()  # gently: killed, it would leave its locks
            try:
                process.communicate(timeout=_GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
            problem = f"git {command} did not end within {_PATIENCE:.0f} seconds; see what holds the disk"
            raise Failed(problem) from error

    def _failed(self, command: str, said: str) -> Failed:
        root = str(self._root)
        if ".lock" in said and "File exists" in said:
            return Failed("the branch is locked by another git", locked=True)
        for words, remedy in _REMEDIES:
            if words in said:
                return Failed(remedy.format(root=root))
        first = next((line for line in said.splitlines() if line.strip()), "nothing")
        return Failed(f"git {command} failed in {root}; it says: {first.strip().rstrip('.')}")
