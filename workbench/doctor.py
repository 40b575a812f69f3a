"""What this machine has of what the workbench can use, and what each missing piece costs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct

from workbench import __version__, config, loader
from workbench.errors import WorkbenchError
from workbench.grammar import installing, places
from workbench.syllables import TABLE

_OK, _MISSING = "ok", "missing"
_PACKAGES = (
    ("language-tool-python", "grammar and spelling (--grammar)", "grammar"),
    ("httpx", "looking identifiers up (--online)", "online"),
    ("lxml", "sources in JATS and PubMed files", "sources"),
    ("pypdf", "sources in PDF files", "sources"),
    ("voila", "the dashboards (workbench serve)", "notebook"),
    ("jupyterlab", "work in notebooks", "notebook"),
    ("textstat", "the comparison of reading grades", "notebook"),
    ("nltk", "agreement statistics in lessons", "notebook"),
)


class Piece(Struct, frozen=True):
    """One thing: its name, state ("ok", "missing"), what was found, what its lack costs, and what to do about it."""

    name: str
    state: str
    found: str = ""
    cost: str = ""
    remedy: str = ""


def examine(working_directory: Path) -> Iterator[Piece]:
    """Every piece, the indispensable ones first; nothing is started and nothing is fetched."""
    yield Piece("workbench", _OK, f"{__version__} on Python {sys.version.split()[0]}")
    yield _newsroom(working_directory)
    yield Piece("syllables", _OK, f"{TABLE.name} from the CMU Pronouncing Dictionary")
    yield from _grammar(working_directory)
    yield from (_package(*one) for one in _PACKAGES)


def report(working_directory: Path) -> str:
    """What a person reads: one line for each piece, and under a missing one what it costs and how to get it."""
    lines = []
    for piece in examine(working_directory):
        mark = "✓" if piece.state == _OK else "–"
        lines.append(f"{mark} {piece.name:<22} {piece.found or piece.state}")
        if piece.state != _OK:
            lines.append(f"    without it: {piece.cost}")
            lines.append(f"    to get it:  {piece.remedy}")
    return "\n".join([*lines, ""])


def _newsroom(working_directory: Path) -> Piece:
    cost, remedy = "articles cannot be checked as the newsroom wants", "mend what is named, then run again"
    try:
        settings = config.load(working_directory)
        checks = loader.load(settings.folders).checks
    except WorkbenchError as error:
        return Piece("newsroom and checks", _MISSING, str(error), cost, remedy)
    where = str(settings.root) if settings.root else "no newsroom here (workbench.toml)"
    country = settings.newsroom.country or "no country declared"
    return Piece("newsroom and checks", _OK, f"{len(checks)} checks; {where}; {country}")


def _grammar(working_directory: Path) -> Iterator[Piece]:
    cost = "grammar and spelling are not checked; everything else is"
    try:
        address = config.load(working_directory).grammar.url
    except WorkbenchError:
        address = ""
    if address:
        yield Piece("LanguageTool", _OK, f"the server at {address} is asked; Java is not needed here")
        return
    java = places.java()
    oldest = f"Java {places.OLDEST_JAVA} or newer"
    if java is None or java.version < places.OLDEST_JAVA:
        found = f"Java {java.version} is too old" if java else ""
        yield Piece("Java", _MISSING, found, cost, f"install {oldest} (Debian: default-jre-headless)")
    else:
        yield Piece("Java", _OK, f"{java.version} ({java.program})")
    folder = places.installed()
    remedy = "workbench grammar install"
    if folder is None:
        yield Piece("LanguageTool", _MISSING, "", cost, remedy)
        return
    wrong = installing.faults(folder / "libs") if folder.parent == places.home() else []
    if wrong:
        yield Piece("LanguageTool", _MISSING, f"{folder}: {wrong[0]}", cost, remedy)
    else:
        yield Piece("LanguageTool", _OK, f"{places.VERSION} in {folder}")


def _package(name: str, use: str, extra: str) -> Piece:
    try:
        return Piece(name, _OK, version(name))
    except PackageNotFoundError:
        return Piece(name, _MISSING, "", use, f"pip install 'workbench[{extra}]'")
