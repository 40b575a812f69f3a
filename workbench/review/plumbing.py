"""The repository that decisions are published in, asked by plumbing commands; every problem says what to do."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from workbench import git

_PATIENCE = 20.0  # seconds for one command
_SETTINGS = ("core.splitIndex=false", "core.fsync=committed", "i18n.commitEncoding=UTF-8")
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
        self._root = root
        try:
            self._git = git.Git(root, _SETTINGS, _PATIENCE)
        except git.Unanswered as error:
            raise _unanswered(error) from error
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
        try:
            done = self._git.run(*words, given=given, more=more)
        except git.Unanswered as error:
            raise _unanswered(error) from error
        if done.code:
            raise self._failed(words[0], done.said)
        return done.out

    def _failed(self, command: str, said: str) -> Failed:
        root = str(self._root)
        if ".lock" in said and "File exists" in said:
            return Failed("the branch is locked by another git", locked=True)
        for words, remedy in _REMEDIES:
            if words in said:
                return Failed(remedy.format(root=root))
        return Failed(f"git {command} failed in {root}; it says: {git.first_line(said)}")


def _unanswered(error: git.Unanswered) -> Failed:
    remedy = f"{error.remedy}, or configure no branch" if error.remedy else "see what holds the disk"
    return Failed(f"{error.problem}; {remedy}")
