"""`workbench checks diff REF`: the findings that a change of the checks adds to the articles, and those it removes."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench import loader
from workbench.check_desk.desk import CheckDesk
from workbench.errors import Usage
from workbench.model import Finding
from workbench.writers.terminal import clean

_Findings = dict[tuple[str, str, str], Finding]


def diff(ref: str, as_of: date, working_directory: Path) -> tuple[str, int]:
    """The articles by the checks as they are now, held against the checks of another revision; the exit code is 0.

    The code that checks run on is the present one, and so are the articles.

    Args:
        ref: a revision that git knows ("HEAD", "main", a hash).
        as_of: the day to check for.
        working_directory: where the newsroom's root is looked for.

    Raises:
        WorkbenchError: a check does not hold, now or then; or git does not know the revision.
    """
    desk = CheckDesk(working_directory, as_of)
    now = _findings(desk, desk.folders, desk.content)
    with TemporaryDirectory(prefix="workbench-") as place:
        own = [folder for folder in desk.folders if folder.resolve().is_relative_to(desk.root.resolve())]
        before = {folder: _as_it_was(folder, ref, Path(place) / str(number)) for number, folder in enumerate(own)}
        folders = tuple(before.get(folder, folder) for folder in desk.folders)
        then = _findings(desk, folders, loader.load(folders))
    lines = [*_lines("+", now, then), *_lines("-", then, now)]
    added, removed = sum(line[0] == "+" for line in lines), sum(line[0] == "-" for line in lines)
    lines.append(f"{added} findings more and {removed} fewer than with the checks of {clean(ref)}.")
    return "\n".join(lines) + "\n", 0


def _findings(desk: CheckDesk, folders: tuple[Path, ...], content: loader.Content) -> _Findings:
    reports = desk.reports(folders, content)
    return {
        (desk.name(report.path), finding.check, finding.fingerprint): finding
        for report in reports
        for finding in report.findings
        if not finding.held_back
    }


def _lines(sign: str, these: _Findings, those: _Findings) -> Iterator[str]:
    for key in sorted(these.keys() - those.keys(), key=lambda key: (key[0], these[key].start or 0, key[1])):
        article, check, _ = key
        finding = these[key]
        line = "" if finding.line is None else f":{finding.line}"
        yield f"{sign} {article}{line} {check} ({finding.severity}): {clean(finding.text) or 'the whole article'}"


def _as_it_was(folder: Path, ref: str, place: Path) -> Path:
    """The folder as of that revision; one that git does not keep is taken as it is."""
    if _git(folder, "ls-files", "--error-unmatch", ".") is None:
        return folder
    if ref.startswith("-") or _git(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}") is None:
        raise Usage(f"git does not know the revision “{clean(ref)}”; name a commit, a branch or a tag")
    packed = _git(folder, "archive", ref, ".")
    if packed is None:
        raise Usage(f"{clean(ref)} holds no checks; name a revision that does")
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(place, filter="data")
    return place


def _git(folder: Path, *words: str) -> bytes | None:
    """What git prints, None where it fails or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
