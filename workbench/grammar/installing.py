"""Sets the server up from Maven Central: pinned jars, each held to its checksum, laid out as the package wants them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from workbench.errors import Usage, WorkbenchError
from workbench.grammar.places import VERSION, Unavailable, home, installed, sound_java

_POM = Path(__file__).with_name("pom.xml")
_SUMS = Path(__file__).with_name("jars.sha256")
_PATIENCE = 1800  # seconds for a hundred megabytes
_COMMAND = ("-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime")
_LINE = 70  # bytes of a line of a manifest, one less than allowed
_SERVER = "languagetool-server.jar"


def install() -> str:
    """Set the server up and say where it is; one that is there and sound is left alone.

    Raises:
        Usage: Java or the program that fetches the jars is missing; says what to install.
        WorkbenchError: the jars could not be fetched, or one is not the one that was pinned. Nothing is left behind.
    """
    try:
        sound_java()
    except Unavailable as error:
        raise Usage(str(error)) from error
    folder = home() / f"LanguageTool-{VERSION}"
    there = installed()
    if there is not None and (there != folder or not faults(folder / "libs")):
        return f"LanguageTool {VERSION} is installed already in {there}"
    maven = shutil.which("mvn")
    if maven is None:
        return _own_download()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as workshop:
        made = Path(workshop) / "made"
        _fetch(maven, Path(workshop), made / "libs")
        wrong = faults(made / "libs")
        if wrong:
            raise WorkbenchError(
                f"nothing was installed: {wrong[0]}; the download is not what was pinned, try again later"
            )
        _link(made)
        shutil.rmtree(folder, ignore_errors=True)
        made.replace(folder)  # whole or not at all
    return f"LanguageTool {VERSION} is installed in {folder}: {len(sums())} files, all as pinned"


def sums() -> Mapping[str, str]:
    """The pinned jars: name → SHA-256 in hex."""
    lines = (line.split() for line in _SUMS.read_text(encoding="ascii").splitlines())
    return {name: digest for digest, name in lines}


def faults(folder: Path) -> list[str]:
    """What is wrong with the jars of a folder, one line each: missing, or not the pinned one."""
    found = []
    for name, digest in sums().items():
        path = folder / name
        if not path.is_file():
            found.append(f"{name} is missing")
        elif sha256(path.read_bytes()).hexdigest() != digest:
            found.append(f"{name} is not the file that was pinned")
    return found


def _fetch(maven: str, workshop: Path, target: Path) -> None:
    shutil.copy(_POM, workshop / "pom.xml")
    command = [maven, *_COMMAND, f"-DoutputDirectory={target}"]
    try:
        done = subprocess.run(command, cwd=workshop, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        raise WorkbenchError(f"nothing was installed: Maven did not run ({type(error).__name__}); try again") from error
    if done.returncode:
        told = next((line for line in done.stdout.splitlines() if "ERROR" in line), "no reason given")
        raise WorkbenchError(
            f"nothing was installed: Maven could not fetch the files ({told[:300]}); is the network up?"
        )


def _link(folder: Path) -> None:
    """The jar that the package looks for holds a manifest only, which names the others."""
    line, lines = "Class-Path: " + " ".join(f"libs/{name}" for name in sums()), []
    while line:
        lines.append(line[:_LINE])
        line = " " + line[_LINE:] if line[_LINE:] else ""
    text = "\r\n".join(("Manifest-Version: 1.0", *lines, "Main-Class: org.languagetool.server.HTTPServer", "", ""))
    with zipfile.ZipFile(folder / _SERVER, "w", zipfile.ZIP_DEFLATED) as jar:
        jar.writestr("META-INF/MANIFEST.MF", text)


def _own_download() -> str:
    """Without Maven: the package's own download from the vendor, which checks what it gets."""
    remedy = "install Maven (Debian: maven) and run again: workbench grammar install"
    if find_spec("language_tool_python") is None:
        raise Usage(f"Maven is missing, and so is the package language-tool-python; {remedy}")
    from language_tool_python.download_lt import LocalLanguageTool

    os.environ.setdefault("LTP_PATH", str(home()))
    try:
        LocalLanguageTool.from_version_name(VERSION).download()
    except Exception as error:  # the package's own errors and those of its HTTP client
        told = " ".join(str(error).split())[:200]
        raise WorkbenchError(f"nothing was installed: the vendor's download failed ({told}); {remedy}") from error
    return f"LanguageTool {VERSION} is installed in {installed()} by the vendor's download"
