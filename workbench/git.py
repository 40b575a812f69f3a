"""git, asked by fixed lists of arguments: no shell, no pager, no hook, no program that a repository names."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_GRACE = 2.0  # seconds to put away its locks after it was told to end
_SETTINGS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}")
_ENVIRONMENT = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}


class Unanswered(Exception):
    """git is not there, cannot be started, or did not end in time; `remedy` is "" where only waiting helps."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem, self.remedy = problem, remedy


class Done(NamedTuple):
    """What a command answered: exit code, output to the byte, and its complaints."""

    code: int
    out: bytes
    said: str


class Git:
    """The program, for one folder.

    Args:
        folder: where it works.
        settings: "key=value", beside those that keep a repository from naming programs.
        patience: seconds for one command.

    Raises:
        Unanswered: there is no git.
    """

    def __init__(self, folder: Path, settings: Sequence[str], patience: float) -> None:
        program = shutil.which("git")
        if program is None:
            raise Unanswered("git is not installed here", "install it")
        options = [part for setting in (*_SETTINGS, *settings) for part in ("-c", setting)]
        self._command, self._patience = [program, *options, "-C", str(folder)], patience
        own = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
        self._environment = {**own, **_ENVIRONMENT}

    def run(self, *words: str, given: bytes = b"", more: Mapping[str, str] = {}) -> Done:
        """Run a command; `given` is its input, `more` further variables of its environment.

        Raises:
            Unanswered: it could not be started, or did not end in time.
        """
        pipe, environment = subprocess.PIPE, {**self._environment, **more}
        try:
            process = subprocess.Popen([*self._command, *words], stdin=pipe, stdout=pipe, stderr=pipe, env=environment)
        except OSError as error:
            raise Unanswered(f"git cannot be started ({error.strerror})", "install it anew") from error
        with process:
            out, said = self._heard(process, given, words[0])
        return Done(process.returncode, out, os.fsdecode(said))

    def _heard(self, process: subprocess.Popen[bytes], given: bytes, command: str) -> tuple[bytes, bytes]:
        try:
            return process.communicate(given, timeout=self._patience)
        except subprocess.TimeoutExpired as error:
            process.terminate()  # gently: killed, it would leave its locks
            try:
                process.communicate(timeout=_GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
            raise Unanswered(f"git {command} did not end within {self._patience:.0f} seconds") from error


def first_line(said: str) -> str:
    """What git complains of, in its own first line without the full stop; "nothing" where it says nothing."""
    return next((line.strip().rstrip(".") for line in said.splitlines() if line.strip()), "nothing")
