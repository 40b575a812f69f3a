"""Where Java and the server's files are on this machine, and what is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from msgspec import Struct

VERSION = "6.8"  # of LanguageTool
OLDEST_JAVA = 17
_ASKING = 20.0  # seconds for `java -version`
_HOME = "WORKBENCH_GRAMMAR"  # environment: another folder for the server's files
_DOWNLOAD = "LTP_PATH"  # environment of language-tool-python: where its own download goes


class Unavailable(Exception):
    """Why nothing can be checked, and the remedy, in words for people."""


class Java(Struct, frozen=True):
    """A Java runtime: its program, and the first number of its version (17)."""

    program: str
    version: int


def java() -> Java | None:
    """The Java of JAVA_HOME, or else of the path; None where there is none that runs."""
    home = os.environ.get("JAVA_HOME", "")
    program = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    program = program or shutil.which("java")
    if program is None:
        return None
    try:
        told = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=_ASKING, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r'version "(\d+)', told.stderr + told.stdout)
    return Java(program, int(found.group(1))) if found and told.returncode == 0 else None


def sound_java() -> Java:
    """A Java that the server runs on.

    Raises:
        Unavailable: there is none, or it is too old.
    """
    found = java()
    if found is None:
        raise Unavailable(f"Java is missing; install Java {OLDEST_JAVA} or newer (Debian: default-jre-headless)")
    if found.version < OLDEST_JAVA:
        raise Unavailable(f"Java {found.version} is too old; install Java {OLDEST_JAVA} or newer")
    return found


def home() -> Path:
    """The folder of the server's files, be it there or not."""
    named = os.environ.get(_HOME)
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Path(named) if named else data / "workbench" / "grammar"


def installed() -> Path | None:
    """The folder with the server's jar: what `workbench grammar install` made, or the package's own download."""
    download = Path(os.environ.get(_DOWNLOAD) or Path.home() / ".cache" / "language_tool_python")
    for folder in (home() / f"LanguageTool-{VERSION}", download / f"LanguageTool-{VERSION}"):
        if (folder / "languagetool-server.jar").is_file():
            return folder
    return None


def sound_server() -> Path:
    """The server's folder.

    Raises:
        Unavailable: it is not installed.
    """
    found = installed()
    if found is None:
        raise Unavailable("LanguageTool is not installed; run: workbench grammar install")
    return found
